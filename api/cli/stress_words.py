"""Stress on the screen: a table of structures by variations, in signs, and each cell that is not quiet in words.

Change this when stress is told in another way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table

from api.cli.screen import indented, words
from scenarios.comparing.standing import NO_LONGER_FIT
from scenarios.exploring.result import Explored
from scenarios.exploring.stress import NOTHING_DECLARED, Held, StressAnswer
from scenarios.reporting.amounts import fte_text, pounds_text
from scenarios.reporting.assumption_words import SIGNS
from scenarios.reporting.same_posts import titled
from solver.wording import some

SURVIVES, BREAKS, LEFT, MORE, NONE = ".", "R", "L", "+", "-"
ALONE = {
    SURVIVES: "it survives, and a design would be the same",
    BREAKS: "a rule is broken that is kept as things are",
    LEFT: "work is left that is covered as things are",
    MORE: "it survives, and leaves more work than as things are",
    NONE: "there is no structure then either",
}


@dataclass(frozen=True)
class Row:
    """Answers of one option and branch that come to the same as things are and under each variation."""

    title: str
    answer: StressAnswer


def stress_parts(found: Explored[StressAnswer]) -> Iterator[RenderableType]:
    """Yield which structures survive which variation."""
    rows = rows_of(found)
    columns = list(dict.fromkeys(held.variation for row in rows for held in row.answer.held))
    yield words("")
    if columns:
        yield _matrix(rows, columns)
        there = {sign for row in rows for held in row.answer.held for sign in signs_of(held, row.answer)}
        told = {**ALONE, **{sign: kind for kind, sign in SIGNS.items() if sign not in ALONE}}
        yield words("; ".join(f"{sign}: {kind}" for sign, kind in told.items() if sign in there) + ".", "dim")
    elif any(NOTHING_DECLARED in answer.reasons for answer in found.answers):
        yield words(NOTHING_DECLARED)
    for row in rows:
        yield from _told(row)


def rows_of(found: Explored[StressAnswer]) -> list[Row]:
    """Put answers of one option and branch together that come to the same everywhere, in the order of the results."""
    alike: dict[object, list[StressAnswer]] = {}
    for answer in found.answers:
        lines = found.structures[answer.structure].lines
        key = answer.option, answer.branch, lines, answer.status, repr((answer.as_things_are, answer.held))
        alike.setdefault(key, []).append(answer)
    return [Row(_title(same), same[0]) for same in alike.values()]


def _title(same: Sequence[StressAnswer]) -> str:
    first = same[0]
    return titled(first.option + (f" ({first.branch})" if first.branch else ""), (each.anchor for each in same))


def signs_of(held: Held, answer: StressAnswer) -> str:
    """What is so in a cell: one sign for each thing that is."""
    if answer.as_things_are is None:
        return SIGNS[held.design] if held.design else NONE
    if held.survives:
        left = MORE if held.uncovered_fte > answer.as_things_are.uncovered_fte else ""
    else:
        kept = {(each.rule, each.place) for each in answer.as_things_are.breaks}
        further = any((each.rule, each.place) not in kept for each in held.breaks)
        uncovered = held.uncovered_fte > 0 and not answer.as_things_are.uncovered_fte
        left = (BREAKS if further else "") + (LEFT if uncovered else "")
    design = SIGNS[held.design] if held.design else ""
    return left + (design if design not in left else "") or SURVIVES


def _matrix(rows: Sequence[Row], columns: Sequence[str]) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    table.add_column("", overflow="fold")
    for name in columns:
        table.add_column(words(name), justify="center", overflow="fold")
    for row in rows:
        cells = {held.variation: signs_of(held, row.answer) for held in row.answer.held}
        table.add_row(words(row.title), *(cells.get(name, "?") for name in columns))
    return table


def _told(row: Row) -> Iterator[RenderableType]:
    """Yield one structure: as things are, and each variation under which something is otherwise."""
    answer = row.answer
    yield words("")
    yield words(row.title, "bold")
    yield from (indented(reason) for reason in answer.reasons if reason != NOTHING_DECLARED)
    base = answer.as_things_are
    if base is not None:
        yield indented(f"As things are: {_figures(base)}.")
    for held in answer.held:
        if base is None:
            yield from (indented(f"{held.variation}: {text}.") for text in (held.design,) if text)
        elif signs_of(held, answer) != SURVIVES or _figures(held) != _figures(base):
            yield indented(f"{held.variation}: {_cell(held, base)}.")


def _figures(held: Held) -> str:
    cost = f"{pounds_text(held.annual_cost)} a year"
    return f"{fte_text(held.uncovered_fte)} FTE uncovered, {some(held.displaced, 'person', 'people')} displaced, {cost}"


def _cell(held: Held, base: Held) -> str:
    kept = {(each.rule, each.place) for each in base.breaks}
    broken = [each.message for each in held.breaks if (each.rule, each.place) not in kept]
    design = [held.design] if held.design and held.design != NO_LONGER_FIT else []
    return "; ".join([_figures(held), *broken, *design])
