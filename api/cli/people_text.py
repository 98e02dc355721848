"""What a structure means for people, in numbers: never who.

Rules: design.md section 4 (people, reported after the search); at risk, displaced at least and at most, ring-fences as
"n people for k posts". Change this when people are reported in another way.
"""

from collections.abc import Iterator

from rich.console import RenderableType

from api.cli.screen import indented, words
from scenarios.comparing.result import RingFence, StructureResult
from scenarios.reporting.amounts import count_text, range_text
from solver.wording import some

OVER_THESE = "with these posts"
OVER_OTHERS = "over all structures that do as well on every goal, not these posts alone"


def people(answer: StructureResult) -> Iterator[RenderableType]:
    """Yield people in scope and what becomes of them, ring-fences, and each staff group's range."""
    told = answer.people
    if told is None:
        return
    yield words("People", "bold")
    at_risk = f"{count_text(told.at_risk)} at risk; for section 188, {range_text(told.s188.low, told.s188.high)}"
    yield indented(f"{some(told.in_scope, 'person', 'people')} in scope, {at_risk}")
    yield indented(f"{count_text(told.no_change)} without change, {count_text(told.slot_in)} slotted in")
    least, most = count_text(told.displaced_at_least), count_text(told.displaced_at_most)
    yield indented(f"Displaced: at least {least}, at most {most}")
    yield indented(f"{_posts(answer)}")
    yield from (indented(f"Ring-fence: {_fence(line)}") for line in answer.ring_fences)
    groups = [group for group in answer.groups if group.displaced_high]
    if groups:
        yield indented(f"By staff group, {OVER_OTHERS if answer.ties else OVER_THESE}:")
    for group in groups:
        displaced = range_text(group.displaced_low, group.displaced_high)
        yield indented(f"{group.group}: {displaced} of {some(group.people, 'person', 'people')} displaced")


def _posts(answer: StructureResult) -> str:
    """Posts deleted and created, which are not people."""
    gone = answer.posts_deleted
    if gone is None:
        return f"Posts (not people): {count_text(answer.posts_created)} created, deleted not known"
    known = gone.filled is not None and gone.vacant is not None
    kinds = f" ({count_text(gone.filled)} filled, {count_text(gone.vacant)} vacant)" if known else ""
    return f"Posts (not people): {count_text(gone.total)} deleted{kinds}, {count_text(answer.posts_created)} created"


def _fence(line: RingFence) -> str:
    who = f"{some(line.people, 'person', 'people')} ({', '.join(line.groups)})"
    posts = f"{some(line.posts, 'post')} ({', '.join(line.roles)})"
    return f"{who} for {posts}; at least {count_text(line.unplaced_at_least)} without a place"
