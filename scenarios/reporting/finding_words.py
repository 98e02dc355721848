"""What the checker found on a structure, as sentences: uncovered work first, then each finding against a rule.

Rules: design.md section 2 (a finding on a given structure is an answer). Change this when a finding is worded anew.
"""

from collections.abc import Iterator

from scenarios.comparing.result import StructureResult
from scenarios.reporting.amounts import fte_text
from scenarios.reporting.same_posts import name_of
from solver.rules.statutory_work import RULE

STATUTORY = RULE.name
"""The rule whose finding names an uncovered block of work itself."""


def sentences(answer: StructureResult) -> Iterator[str]:
    """Yield the findings on a structure as sentences, uncovered work first."""
    name = name_of(answer)
    start = name[:1].upper() + name[1:]
    found = answer.verdict.findings if answer.verdict is not None else ()
    told = {finding.place for finding in found if finding.rule == STATUTORY}
    for block in answer.coverage:
        if block.delivered < block.demand and block.work not in told:
            yield f"{start}: {fte_text(block.demand - block.delivered)} FTE of {block.work} is left uncovered."
    for finding in found:
        yield f"{start}: {finding.message}."
