"""The one table: what a cell says, when a ratio is only a lower bound, and when a bar is met.

Change this when the table has another column.
"""

import json

import pytest

from bench.table import HEADING, Bar, Row, at_least, cells, row_of, table, told_of, within


def row(*, ours: bool = True, theirs: bool = True) -> Row:
    """Two seconds beside eight, settled or not."""
    return Row(
        what="design", instance="council", seconds=2.0, settled=ours, other="plain", other_seconds=8.0,
        other_settled=theirs, came_to="same values", bars=(within(2.0, 1.5, settled=ours),),
    )  # fmt: skip


def cell(made: Row, name: str) -> str:
    """One cell by its heading."""
    return cells(made)[HEADING.index(name)]


@pytest.mark.parametrize(
    ("made", "ratio", "time"),
    [
        (row(), "4.0", "8.00 s"),
        (row(theirs=False), "over 4.0", "not settled in 8 s"),
        (row(ours=False), "", "8.00 s"),
        (row(ours=False, theirs=False), "", "not settled in 8 s"),
    ],
)
def test_a_ratio_is_given_only_against_what_we_settled(made: Row, ratio: str, time: str) -> None:
    """No ratio where ours is open; "over" where the other had not settled by then."""
    assert (cell(made, "ratio"), cell(made, "its time")) == (ratio, time)


def test_another_ratio_stands_in_place_of_times() -> None:
    """Where time is set equal, what is told instead; where the other is not there, that."""
    made = Row(what="a", instance="b", seconds=3.0, other="restarts", ended="as long", ratio="1.22 as far")
    assert cells(made)[2:6] == ("3.00 s", "restarts", "as long", "1.22 as far")


def test_small_and_large_ratios_keep_what_counts() -> None:
    """Two digits below one, one above, none from a hundred; nothing is divided by nought."""
    told = [
        cell(Row(what="a", instance="b", seconds=ours, other_seconds=1.0), "ratio") for ours in (4.0, 0.1, 0.01, 0.0)
    ]
    assert told == ["0.25", "10.0", "100", "100"]


def test_bars_are_met_or_short() -> None:
    """On the bar is met; over it by how much; open is short whatever its seconds."""
    assert within(5.0, 5).short == ""
    assert within(6.25, 5).short == "by 1.2 s"
    assert within(1.0, 5, settled=False).short == "(not settled)"
    assert at_least(2.0, 2, "as far").short == ""
    assert at_least(1.22, 2, "as far") == Bar(told="2 x as far", short="by 0.78 x")
    both = Row(what="a", instance="b", bars=(within(1.0, 5), at_least(1.0, 5, "as fast")))
    assert cells(both)[-2:] == ("5 s; 5 x as fast", "met; short by 4.00 x")


def test_the_table_is_markdown_with_even_columns() -> None:
    """Heading, rule and rows are as long as one another, and no cell can break its row."""
    lines = table([row(), Row(what="intake", instance="a | b")])
    assert len({len(line) for line in lines}) == 1
    assert lines[0].startswith("| what ")
    assert set(lines[1]) <= set("|-: ")
    assert all(line.count("|") == len(HEADING) + 1 for line in lines)
    assert len(table([])) == 2


def test_a_row_survives_the_way_between_processes() -> None:
    """JSON there and back is the same row."""
    assert row_of(json.loads(json.dumps(told_of(row())))) == row()
