"""Checks of rows against each other, where files alone do not show the edge."""

from collections.abc import Iterable

import pytest

from scenarios.schema.check_rows import backward_rows, contradicting_ranks, rings_of_teams
from scenarios.schema.checks import faults_of
from scenarios.schema.faults import Fault, ScenarioFaults, Spot
from scenarios.schema.tables import Places, tables_of
from tests.scenarios.schema.builders import fixed, line, scenario


def _places(found: Iterable[Fault]) -> list[tuple[str, int | None, str]]:
    return [(fault.sheet, fault.row, fault.code) for fault in found]


@pytest.mark.parametrize(
    ("grades", "rows"),
    [
        ([("G1", "NJC", 1, "old", 24), ("G2", "NJC", 2, "old", 28)], []),
        ([("G1", "NJC", 1, "old", 28), ("G2", "NJC", 2, "new", 24)], []),
        ([("G1", "NJC", 1, "old", 28), ("B2", "NHS", 2, "old", 24)], []),
        ([("G1", "NJC", 2, "old", 24), ("G2", "NJC", 2, "old", 28)], []),
        ([("G1", "NJC", 1, "old", 28), ("G1", "NJC", 1, "new", 12)], []),
        ([("G2", "NJC", 2, "old", 24), ("G1", "NJC", 1, "old", 28)], [2]),
        ([("G1", "NJC", 1, "old", 28), ("G1", "NJC", 3, "new", 12)], [2]),
    ],
)
def test_ranks_follow_points_within_one_spine(grades: list[tuple[str, str, int, str, int]], rows: list[int]) -> None:
    """A higher rank has the higher point on the same spine; other spines and pay systems say nothing about it."""
    stated = [
        {"grade": grade, "pay_system": system, "rank": rank, "spine": spine, "top_point": top}
        for grade, system, rank, spine, top in grades
    ]
    assert [row for _, row, _ in _places(contradicting_ranks(scenario(grades=stated), Places()))] == rows


def test_impossible_figures_without_a_file_are_shown_as_a_planner_writes_them() -> None:
    """A document holds pence and thousandths: -4,500 is shown as -4.5 FTE, a bare range by its ends."""
    posts = [line("A", -4_500, cost_pence=fixed(-18_000_050)), line("B", 0, cost_pence={"low": -200, "high": 100})]
    whole = scenario(posts=posts)
    found = faults_of(whole, tables_of(whole), Places())
    assert [(fault.row, fault.column, fault.value) for fault in found] == [
        (1, "fte", "-4.5"),
        (1, "cost", "-£180,000.50"),
        (2, "cost", "-£2..£1"),
    ]
    assert {fault.message.split(": ")[1] for fault in found} == {"write 0 or more, or leave the row out"}


def test_each_ring_of_teams_is_told_once() -> None:
    """Two rings and a tail leading into one of them are two faults; a team that is its own parent is a ring."""
    parents = {"A": "B", "B": "C", "C": "A", "D": "A", "E": "E", "F": None}
    teams = [{"team": team, "parent": parent} for team, parent in parents.items()]
    found = list(rings_of_teams(scenario(teams=teams), Places()))
    assert [fault.message.rsplit(": ", 1)[1] for fault in found] == ["A > B > C > A", "E > E"]


def test_equal_ends_are_in_order() -> None:
    """A least equal to its most, and an end on the day of the start, are no fault."""
    whole = scenario(
        roles=[{"role": "A", "least": fixed(2), "most": fixed(2)}],
        proposed=[line("A", 1_000, from_date="2015-04-01", until_date="2015-04-01")],
    )
    assert list(backward_rows(tables_of(whole), Places())) == []


def test_post_numbers_may_recur_in_other_structures() -> None:
    """A number stands once in each structure, whatever stands in the others."""
    proposed = [line("A", 1_000, post_number="P1", option=option) for option in ("x", "y", "y")]
    whole = scenario(posts=[line("A", 1_000, post_number="P1")], proposed=proposed)
    found = faults_of(whole, tables_of(whole), Places())
    assert _places(found) == [("proposed", 3, "duplicate-post-number")]


def test_a_transfer_out_of_the_service_is_no_fault() -> None:
    """A team nobody lists is outside; a team listed with a slip is a fault."""
    posts = [
        line("A", 1_000, team="North Team", change={"kind": "transferred", "to": to})
        for to in ("Intermediate Tier", "North Teams", "North Team")
    ]
    whole = scenario(posts=posts)
    assert _places(faults_of(whole, tables_of(whole), Places())) == [("posts", 2, "unknown-reference")]


def test_names_are_offered_for_so_many_slips_only() -> None:
    """A file full of unknown names gets its faults without a search for each."""
    whole = scenario(
        grades=[{"grade": "Grade of Managers"}],
        posts=[line("A", 1_000, grade=f"Grade of Managers {n}") for n in range(201)],
    )
    found = faults_of(whole, tables_of(whole), Places())
    assert [("did you mean" in fault.message) for fault in found] == [True] * 200 + [False]


def test_faults_are_told_in_order_of_place() -> None:
    """The exception lists its faults by sheet, row and column, and counts them."""
    faults = [Fault("b", 2, None, "", "late", "x"), Fault("a", None, "c", "", "early", "x")]
    assert str(ScenarioFaults(faults)) == "2 faults in the data\na, c: early\nb, row 2: late"
    assert str(ScenarioFaults(faults[:1])).startswith("1 fault in")
    assert str(Spot("a", 3, "b")) == "a, row 3, b"
