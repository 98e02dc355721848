"""`restructure must-be-true`: how far each assumption can move before an answer is another one, alone and in pairs.

Change this when what must be true is asked for, or shown on the screen, in another way.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table

from api.cli.answering import Wish
from api.cli.details import STATUS_WORDS
from api.cli.exploring import Reading, explore
from api.cli.flags import CaseName
from api.cli.lazy import load
from api.cli.screen import indented, words
from api.cli.wishing import with_shared_flags
from scenarios.exploring.must_be_true import Amount, MustBeTrue, Together
from scenarios.exploring.result import Explored
from scenarios.reporting.assumption_words import assumed_words, kind_of, sections, signs, together_words
from scenarios.reporting.result_tables import Cells
from scenarios.reporting.result_tables import Table as Rows
from scenarios.reporting.same_posts import ANCHOR_WORDS
from scenarios.runs.must_be_true import MustBeTrueAsked

NAME = "must-be-true"
ALONE, PAIRS = "assumptions.csv", "two-way.csv"
ALONE_PICTURE, PAIRS_PICTURE = "assumptions.svg", "two-way.svg"
CSV_TEXT = "scenarios.reporting.csv_text:csv_text"
PICTURES = "scenarios.reporting.assumption_pictures:pictures"
NOTHING_MOVES = "No figure of this case is assumed with a range: mark one as in ~6 (4..8), and it is moved."
NOT_MOVED = "No assumption was moved for this answer."
WHICH = ("option", "branch", "answer")
ALONE_COLUMNS = (*WHICH, "assumption", "value", "low", "high", "breaks at", "side", "share of range", "then")
PAIR_COLUMNS = (*WHICH, "first assumption", "second assumption", "first at", "second at", "then")

Name = Annotated[
    str | None,
    typer.Option("--option", metavar="NAME", help="Option to ask about; every option, set aside or not, without it."),
]


@with_shared_flags
def must_be_true_of(
    case: CaseName,
    option: Name = None,
    *,
    wish: Wish,
) -> None:
    """Move every assumed figure within its range and say from where on each answer is another one.

    Each is moved alone; then, for each answer, the two that matter most are moved together. Given structures and every
    answer of the options to design are asked about, also of options that are set aside. With -o, pictures are written.
    """
    reading = Reading(NAME, _shown, _files, frozenset({ALONE, PAIRS, ALONE_PICTURE, PAIRS_PICTURE}))
    explore(case, MustBeTrueAsked(option=option, effort=wish.effort), wish, reading)


def _shown(found: Explored[MustBeTrue]) -> Iterator[RenderableType]:
    for number, section in enumerate(sections(found), 1):
        yield words("")
        yield words(f"{number}. {section.title} [{STATUS_WORDS[section.status]}]", "bold underline")
        yield from (words(reason) for reason in section.needs.reasons)
        if not section.needs.assumptions:
            yield words(NOT_MOVED if section.needs.reasons else NOTHING_MOVES)
            continue
        yield words("Each moved alone, the nearest break first", "bold")
        yield from (indented(assumed_words(each)) for each in section.needs.assumptions)
        if section.needs.together is not None:
            yield from _grid(section.needs.together)


def _grid(together: Together) -> Iterator[RenderableType]:
    first, *others = together_words(together)
    yield words(first, "bold")
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    table.add_column("", justify="right", no_wrap=True)
    for across in together.first_figures:
        table.add_column(_headed(across, together.first_own), justify="center", no_wrap=True)
    sign = signs(together)
    for down, row in zip(together.second_figures, together.cells, strict=True):
        table.add_row(_headed(down, together.second_own), *(sign[kind_of(then)] for then in row))
    yield table
    legend = "; ".join(f"{mark}: {kind}" for kind, mark in sign.items())
    yield indented(f"{legend}. In brackets: the figures the answer was worked out with.", "dim")
    yield from (indented(each) for each in others)


def _headed(figure: Amount, own: str) -> str:
    return f"[{figure.cell}]" if figure.cell == own else figure.cell


def _files(found: Explored[MustBeTrue]) -> Mapping[str, str]:
    """Return the tables and the pictures by name."""
    csv_text = load(CSV_TEXT)
    alone, pairs = load(PICTURES)(found)
    tables = {ALONE: _alone_table(found), PAIRS: _pairs_table(found)}
    return {**{name: csv_text(table) for name, table in tables.items()}, ALONE_PICTURE: alone, PAIRS_PICTURE: pairs}


def _which(answer: MustBeTrue) -> Cells:
    return {"option": answer.option, "branch": answer.branch, "answer": ANCHOR_WORDS.get(answer.anchor or "")}


def _alone_table(found: Explored[MustBeTrue]) -> Rows:
    """One row a break, or one for an assumption without."""
    rows: list[Cells] = []
    for answer in found.answers:
        for each in answer.assumptions:
            taken = {"assumption": each.assumption, "value": each.value.cell}
            row = {**_which(answer), **taken, "low": each.low.cell, "high": each.high.cell}
            rows.extend(
                {
                    **row,
                    "breaks at": broken.breaks_at,
                    "side": broken.side,
                    "share of range": broken.share_of_range,
                    "then": broken.then,
                }
                for broken in each.breaks
            )
            rows.extend([] if each.breaks else [{**row, "then": kind_of("")}])
    return ALONE_COLUMNS, rows


def _pairs_table(found: Explored[MustBeTrue]) -> Rows:
    """One row a cell."""
    return PAIR_COLUMNS, [
        {
            **_which(answer),
            "first assumption": together.first,
            "second assumption": together.second,
            "first at": across.cell,
            "second at": down.cell,
            "then": then or kind_of(then),
        }
        for answer in found.answers
        if (together := answer.together) is not None
        for down, row in zip(together.second_figures, together.cells, strict=True)
        for across, then in zip(together.first_figures, row, strict=True)
    ]
