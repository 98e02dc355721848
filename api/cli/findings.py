"""What the checker found, as an answer in a sentence: what the structure, as it stands, leaves undone or breaks.

Rules: design.md section 2 (a finding on a given structure is an answer). Change this when a finding is worded anew.
"""

from collections.abc import Iterator

from rich.console import RenderableType

from api.cli.amounts import fte_text
from api.cli.same_posts import name_of
from api.cli.screen import words
from scenarios.comparing.result import StructureResult


def findings(answer: StructureResult) -> Iterator[RenderableType]:
    """Yield what is left uncovered, with what shows that no more fits, and each finding against a rule."""
    if answer.posts is None:
        return
    said = list(sentences(answer))
    if not said:
        yield words("The checker found nothing against the rules, and all work is covered.")
        return
    yield words("What the checker found", "bold")
    yield from (words(f"  {sentence}") for sentence in said)
    if answer.witness:
        yield words(f"  {answer.witness}")


def sentences(answer: StructureResult) -> Iterator[str]:
    """Yield the findings on a structure as sentences, uncovered work first."""
    name = name_of(answer)
    start = name[:1].upper() + name[1:]
    for block in answer.coverage:
        if block.delivered < block.demand:
            yield f"{start}: {fte_text(block.demand - block.delivered)} FTE of {block.work} is left uncovered."
    for finding in answer.verdict.findings if answer.verdict is not None else ():
        yield f"{start}: {finding.message}."
