"""What the checker found on a structure, as sentences: uncovered work first, then each finding against a rule.

Rules: design.md section 2 (a finding on a given structure is an answer). Change this when a finding is worded anew.
"""

from collections.abc import Collection, Iterator

from scenarios.comparing.result import StructureResult
from scenarios.reporting.amounts import fte_text
from scenarios.reporting.same_posts import name_of
from solver.rules.statutory_work import RULE

STATUTORY = RULE.name
"""The rule whose finding names an uncovered block of work itself."""


def sentences(answer: StructureResult) -> Iterator[str]:
    """Yield the findings on a structure as sentences, uncovered work first and each thing once."""
    yield from uncovered_once(answer)
    yield from rules_not_kept(answer)


def uncovered_once(answer: StructureResult) -> Iterator[str]:
    """Yield a sentence for every block of work that is not covered in full, but for those a rule not kept names."""
    found = answer.verdict.findings if answer.verdict is not None else ()
    yield from _uncovered(answer, {finding.place for finding in found if finding.rule == STATUTORY})


def uncovered(answer: StructureResult) -> Iterator[str]:
    """Yield a sentence for every block of work that is not covered in full."""
    yield from _uncovered(answer, ())


def rules_not_kept(answer: StructureResult) -> Iterator[str]:
    """Yield a sentence for every finding against a rule."""
    for finding in answer.verdict.findings if answer.verdict is not None else ():
        yield f"{start_of(answer)}{finding.message}."


def _uncovered(answer: StructureResult, told: Collection[str]) -> Iterator[str]:
    """Yield the blocks of work not covered in full, without those told already."""
    for block in answer.coverage:
        if block.delivered < block.demand and block.work not in told:
            yield f"{start_of(answer)}{fte_text(block.demand - block.delivered)} FTE of {block.work} is left uncovered."


def start_of(answer: StructureResult) -> str:
    """How each sentence on a structure starts: with its name."""
    name = name_of(answer)
    return f"{name[:1].upper()}{name[1:]}: "
