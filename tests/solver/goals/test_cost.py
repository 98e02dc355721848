"""Recurring cost of a full year. Change this when cost is counted over several years."""

from solver.checker import judge
from solver.search import PEOPLE_FIRST
from tests.solver.build import able, kind, problem, structure, work
from tests.solver.verdicts import posts, stage_values

DEAR = {"cost_pence": 3_100_000}


def test_value() -> None:
    """Two posts at £30,000, one at £31,000 and £50 of other costs; the years of the ceiling play no part."""
    case = problem(kind(ceiling_pence=(1, 1)), kind("south", **DEAR), other_pence=5_000)
    given = structure({"north officer": 2, "south officer": 1})
    assert judge(case, given).values["cost"] == 9_105_000
    assert given.cost_pence(case) == 9_105_000


def test_made_small() -> None:
    """The same work in either team: the cheaper two posts, and other costs on top."""
    case = problem(
        kind(most=2), kind("south", **DEAR), work(milli_fte=3000, teams=("north", "south")), able(), other_pence=700
    )
    assert posts(case) == {"north officer": 2, "south officer": 1}
    assert stage_values(case)["cost"] == 9_100_700


def test_within_its_tolerance() -> None:
    """Posts of today that are £1,000 dearer stay, for later goals may use the tolerance; at £1,000.01 they do not."""
    for dearer_by, stays in ((100_000, True), (100_001, False)):
        today = kind("south", today=1, cost_pence=3_000_000 + dearer_by)
        case = problem(kind(), today, work(teams=("north", "south")), able())
        assert posts(case, PEOPLE_FIRST) == {"south officer" if stays else "north officer": 1}
        assert stage_values(case)["cost"] == 3_000_000
