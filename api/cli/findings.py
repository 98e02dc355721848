"""What the checker found, as an answer in a sentence: what the structure, as it stands, leaves undone or breaks.

Rules: design.md section 2 (a finding on a given structure is an answer). Change this when findings are laid out anew.
"""

from collections.abc import Iterator

from rich.console import RenderableType

from api.cli.screen import indented, words
from scenarios.comparing.result import StructureResult
from scenarios.reporting.finding_words import sentences


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
