"""What the checker found, as an answer in a sentence: what the structure, as it stands, leaves undone or breaks.

Rules: design.md section 2 (a finding on a given structure is an answer). Change this when a finding is worded anew.
"""

from collections.abc import Iterator

from rich.console import RenderableType

from api.cli.amounts import fte_text
from api.cli.same_posts import name_of
from api.cli.screen import indented, words
from scenarios.comparing.result import StructureResult
from solver.rules.statutory_work import RULE

STATUTORY = RULE.name
"""The rule whose finding names an uncovered block of work itself."""


def findings(answer: StructureResult) -> Iterator[RenderableType]:
    """Yield what is left uncovered, with what shows that no more fits, and each finding against a rule."""
    if answer.posts is None:
        return
    said = list(sentences(answer))
    if not said:
        covered = "all work is covered" if answer.coverage else "no work is stated, so none can be uncovered"
        yield words(f"The checker found nothing against the rules, and {covered}.")
        return
    yield words("What the checker found", "bold")
    yield from (indented(f"{sentence}") for sentence in said)
    if answer.witness:
        yield indented(f"{answer.witness}")


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
