"""Cells of every kind: what they mean, and that what is printed reads back as the same.

Change this when a kind of cell is added.
"""

from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.reading.cells import print_cell, read_cell
from scenarios.schema.columns import NUMBER_KINDS, Kind
from scenarios.schema.faults import CellTrouble
from scenarios.schema.figure import MOST, UNKNOWN, Figure
from scenarios.schema.limits import Goal
from scenarios.schema.options import AbleChange
from scenarios.schema.posts import PostChange
from scenarios.schema.work import Happens

MEANINGS: list[tuple[Kind, str, Any]] = [
    (Kind.FTE, "15", Figure(value=15_000)),
    (Kind.FTE, "~6", Figure(value=6_000, basis="assumed")),
    (Kind.FTE, "~6 (4..8)", Figure(value=6_000, low=4_000, high=8_000, basis="assumed")),
    (Kind.FTE, "6(4..8)", Figure(value=6_000, low=4_000, high=8_000)),
    (Kind.FTE, "?", UNKNOWN),
    (Kind.FTE, "? (4..8)", Figure(low=4_000, high=8_000)),
    (Kind.FTE, "0.625", Figure(value=625)),
    (Kind.FTE, "22.2/37", Figure(value=600)),
    (Kind.FTE, "6 [para 7]", Figure(value=6_000, source="para 7")),
    (Kind.FTE, "6 [derived; posts]", Figure(value=6_000, basis="derived", source="posts")),
    (Kind.COUNT, "1,500", Figure(value=1_500)),
    (Kind.MONEY, "76,500", Figure(value=7_650_000)),
    (Kind.MONEY, "£76,500", Figure(value=7_650_000)),
    (Kind.MONEY, "76500.50", Figure(value=7_650_050)),
    (Kind.MONEY, "\u2212£38,400", Figure(value=-3_840_000)),
    (Kind.PERCENT, "~45% (30%..60%)", Figure(value=4_500, low=3_000, high=6_000, basis="assumed")),
    (Kind.PERCENT, "-20%", Figure(value=-2_000)),
    (Kind.PERCENT, "18.45 %", Figure(value=1_845)),
    (Kind.HOURS, "37.5", Figure(value=2_250)),
    (Kind.HOURS, "0:20", Figure(value=20)),
    (Kind.HOURS, "-1:30", Figure(value=-90)),
    (Kind.HUNDREDTHS, "1.86", Figure(value=186)),
    (Kind.WHOLE, "12", 12),
    (Kind.YEAR, "2014/15", 2014),
    (Kind.YEAR, "2099-00", 2099),
    (Kind.YEAR, "2014", 2014),
    (Kind.DATE, "2021-03-25", date(2021, 3, 25)),
    (Kind.DATE, "25/3/2021", date(2021, 3, 25)),
    (Kind.YES_NO, "Yes", True),
    (Kind.YES_NO, "n", False),
    (Kind.NAME, " Team  Manager ", "Team Manager"),
    (Kind.NAMES, "North; South;", ("North", "South")),
    (Kind.YEARS, "2014/15; 2015/16", (2014, 2015)),
    (Kind.TEXT, "a\r\nb ", "a\nb"),
    (
        Kind.POST_CHANGE,
        "Re-designated to  Compliance Manager",
        PostChange(kind="re-designated", to="Compliance Manager"),
    ),
    (Kind.POST_CHANGE, "transfer to Tier", PostChange(kind="transferred", to="Tier")),
    (Kind.POST_CHANGE, "Held", PostChange(kind="held")),
    (Kind.HAPPENS, "kept", Happens(kind="kept", change_basis_points=Figure(value=0))),
    (Kind.HAPPENS, "~ends", Happens(kind="ends", change_basis_points=Figure(value=-10_000, basis="assumed"))),
    (Kind.HAPPENS, "-20%", Happens(kind="changes", change_basis_points=Figure(value=-2_000))),
    (Kind.HAPPENS, "?", Happens(kind="changes", change_basis_points=UNKNOWN)),
    (Kind.HAPPENS, "new 1.5 FTE", Happens(kind="new", new_milli_fte=Figure(value=1_500))),
    (
        Kind.HAPPENS,
        "new ~1.5 FTE (1..2)",
        Happens(kind="new", new_milli_fte=Figure(value=1_500, low=1_000, high=2_000, basis="assumed")),
    ),
    (Kind.GOALS, "cost within 1,000; Displaced", (Goal(name="cost", within=100_000), Goal(name="displaced"))),
    (Kind.RULES, "Ceiling; one-off limit", ("ceiling", "one-off limit")),
    (Kind.NAMES_BY_NAME, "A = B | C; D =", {"A": ("B", "C"), "D": ()}),
    (
        Kind.ABLE_CHANGES,
        "A | W = ~y; B | W = 50% [x; y]",
        (
            AbleChange(role="A", work="W", share_basis_points=Figure(value=10_000, basis="assumed")),
            AbleChange(role="B", work="W", share_basis_points=Figure(value=5_000, source="x; y")),
        ),
    ),
]


@pytest.mark.parametrize(("kind", "text", "meaning"), MEANINGS)
def test_a_cell_means_what_a_planner_means(kind: Kind, text: str, meaning: object) -> None:
    """Each form of cell is read into whole units, and prints into a cell that means the same."""
    read = read_cell(text, kind).value
    assert read == meaning
    assert read_cell(print_cell(read, kind), kind).value == meaning


def test_hours_over_full_time_round_half_up_and_say_so() -> None:
    """11/37 is 297.29 thousandths, 1/16 is 62.5 thousandths: rounded to 297 and 63, each with a doubt."""
    values = [read_cell(text, Kind.FTE) for text in ("11/37", "1/16")]
    assert [(cell.value, len(cell.odd)) for cell in values] == [(Figure(value=297), 1), (Figure(value=63), 1)]


@pytest.mark.parametrize("text", ["45", "4%5", "1,00", "76.5k", "NaN", "inf", "٤٥", "~", "(1..2)", "~~6", "6 7", "-"])
def test_what_is_no_number_is_refused(text: str) -> None:
    """Nothing is guessed: a sign missing, a letter too many, digits of another script."""
    with pytest.raises(CellTrouble) as refused:
        read_cell(text, Kind.PERCENT)
    assert refused.value.words.code == "not-a-number"


def _figures() -> st.SearchStrategy[Figure]:
    numbers = st.integers(min_value=-(10**9), max_value=10**9)
    sources = st.none() | st.sampled_from(["para 7", "table 2; row 3", "e-mail, 3 May"])
    ranges = st.none() | st.tuples(numbers, numbers)

    def make(value: int | None, ends: tuple[int, int] | None, basis: Any, source: str | None) -> Figure:
        if value is None and ends is None:
            return Figure(basis="unknown", source=source)
        known = [number for number in (value, *(ends or ())) if number is not None]
        low, high = (None, None) if ends is None else (min(known), max(known))
        return Figure(value=value, low=low, high=high, basis=basis, source=source)

    bases = st.sampled_from(["published", "assumed", "derived"])
    return st.builds(make, st.none() | numbers, ranges, bases, sources)


@settings(derandomize=True, deadline=None)
@given(_figures(), st.sampled_from(sorted(NUMBER_KINDS, key=lambda kind: kind.name)))
def test_every_figure_reads_back(figure: Figure, kind: Kind) -> None:
    """Value, range, basis and source survive a cell, in every unit."""
    assert read_cell(print_cell(figure, kind), kind).value == figure


@settings(derandomize=True, deadline=None)
@given(st.text(max_size=12), st.sampled_from(list(Kind)))
def test_no_text_breaks_a_cell(text: str, kind: Kind) -> None:
    """Whatever is typed, a cell is read or refused as a fault; any other exception fails this."""
    if text.strip() and kind is not Kind.PERCENTS_BY_NAME:
        with suppress(CellTrouble):
            read_cell(text.strip(), kind, ("permanent", "agency"))


def test_the_largest_figure_is_bounded() -> None:
    """A number beyond any scale is refused where it is typed."""
    with pytest.raises(CellTrouble):
        read_cell(str(MOST + 1), Kind.COUNT)
