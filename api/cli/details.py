"""One structure in full: posts, money, people, work, what must be true, and what is not known.

Rules: design.md sections 4 (people, reported after the search) and 6 (words). Every part says nothing where there is
nothing to say. Change this when a structure has to say something more.
"""

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table

from api.cli.findings import findings
from api.cli.goals_text import goals
from api.cli.money_text import money
from api.cli.people_text import people
from api.cli.screen import indented, words
from scenarios.comparing.result import StructureResult
from scenarios.reporting.amounts import count_text, fte_text, pounds_text
from scenarios.reporting.must_be_true import needs
from scenarios.reporting.same_posts import Shown

STATUS_WORDS = {
    "as_is": "today's establishment",
    "given": "given by hand",
    "designed": "designed",
    "infeasible": "no structure",
    "undecided": "not settled",
}


def details(shown: Shown) -> Iterator[RenderableType]:
    """Yield everything there is to say about one structure, part by part."""
    answer = shown.first
    yield words("")
    yield words(f"{shown.number}. {shown.title} [{STATUS_WORDS[answer.status]}]", "bold underline")
    if answer.standing != "live" or answer.reason:
        reason = f": {answer.reason}" if answer.reason else ""
        yield words(f"Standing as the author gives it: {answer.standing}{reason}")
    yield from (words(reason) for reason in (*answer.reasons, *answer.notes))
    yield from findings(answer)
    if answer.lines:
        yield _posts(answer)
    yield from money(answer)
    yield from people(answer)
    yield from _work(answer)
    yield from _must_be_true(shown)
    yield from goals(answer)
    if answer.unknown:
        yield words("Not known", "bold")
        yield from (indented(f"{each}") for each in answer.unknown)


def _posts(answer: StructureResult) -> RenderableType:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    for heading in ("Team", "Role", "Grade"):
        table.add_column(heading, overflow="fold")
    for heading in ("Posts", "FTE", "Cost a year"):
        table.add_column(heading, justify="right", no_wrap=True)
    for line in answer.lines:
        figures = (count_text(line.posts), fte_text(line.fte), pounds_text(line.annual_cost))
        table.add_row(words(line.team), words(line.role), words(line.grade or "?"), *figures)
    return table


def _work(answer: StructureResult) -> Iterator[RenderableType]:
    """Yield each block of work: needed, done, and who does it; the team is named where there are several."""
    if not answer.coverage:
        return
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    table.add_column("Work", overflow="fold")
    for heading in ("Needed FTE", "Done FTE"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("Who does it", overflow="fold")
    several = len({line.team for line in answer.lines}) > 1
    for block in answer.coverage:
        who = "; ".join(f"{role}{f', {team}' * several}: {fte_text(fte)}" for team, role, fte in block.by)
        table.add_row(words(block.work), fte_text(block.demand), fte_text(block.delivered), words(who))
    yield table
    yield words(f"Established time without work: {fte_text(answer.idle_fte)} FTE")
    if answer.absorbed_fte:
        yield words(f"Management to be taken on by leads outside the scope: {fte_text(answer.absorbed_fte)} FTE")


def _must_be_true(shown: Shown) -> Iterator[RenderableType]:
    """Yield the assumptions this structure depends on, one line each, with where it breaks and what is so there."""
    found = needs(shown)
    if found:
        yield words("What must be true", "bold")
    for need in found:
        taken = f"{need.assumption}: taken as {need.value}, may be {need.low} to {need.high}"
        yield indented(f"{taken}; {'; '.join(need.breaks)}.")
