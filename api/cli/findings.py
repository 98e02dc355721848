"""Work not covered and rules not kept, in sentences: what the structure, as it stands, leaves undone or breaks.

Rules: design.md section 2 (a finding on a given structure is an answer). Change this when findings are laid out anew.
"""

from collections.abc import Iterator

from rich.console import RenderableType

from api.cli.screen import indented, words
from scenarios.comparing.result import StructureResult
from scenarios.reporting.amounts import fte_text
from scenarios.reporting.finding_words import rules_not_kept, uncovered


def findings(answer: StructureResult) -> Iterator[RenderableType]:
    """Yield the work not covered, with what shows that no more fits, and the rules not kept: as the table counts."""
    if answer.posts is None:
        return
    undone, broken = list(uncovered(answer)), list(rules_not_kept(answer))
    if not undone and not broken:
        covered = "all work is covered" if answer.coverage else "no work is stated, so none can be uncovered"
        yield words(f"Rules not kept: 0, and {covered}.")
        return
    if undone:
        yield words(f"Work not covered: {fte_text(answer.uncovered_fte)} FTE", "bold")
        yield from (indented(f"{sentence}") for sentence in undone)
        if answer.witness:
            yield indented(f"{answer.witness}")
    yield words(f"Rules not kept: {len(broken)}", "bold")
    yield from (indented(f"{sentence}") for sentence in broken)
