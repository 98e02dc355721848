"""Each manager has a number of reports within the span. Change this when reports are counted in FTE."""

import pytest

from solver.problem import Span
from tests.solver.build import kind, problem, role, structure
from tests.solver.verdicts import both_allow, broken, gives_at, infeasible, posts, posts_without

LEADS = role("lead", manages=True)
FREE = {"spare_milli_fte": None}


def _span(least: int, most: int) -> Span:
    return Span(id="north and south", teams=("north", "south"), least=least, most=most)


def test_holds() -> None:
    """A lead who must stay needs two reports, in either team led together; without the rule there are none."""
    case = problem(LEADS, kind(job="lead", least=1), kind(most=1), kind("south", most=1), _span(2, 5), **FREE)
    assert posts(case) == {"north lead": 1, "north officer": 1, "south officer": 1}
    assert posts_without(case, "span") == {"north lead": 1}


def test_forced_breach() -> None:
    """One lead for seven officers who must stay, at most four each: nothing fits, three too many."""
    case = problem(LEADS, kind(job="lead", most=1), kind(least=7, most=7), _span(0, 4), **FREE)
    assert infeasible(case)
    seven = structure({"north lead": 1, "north officer": 7})
    assert broken(case, seven) == [("span", "north and south", 3)]
    assert not both_allow(case, seven)
    assert gives_at(case, "span", 3)


def test_forced_breach_below() -> None:
    """Two leads must stay over one officer at most, three each: five reports short, and five may then be missing."""
    case = problem(LEADS, kind(job="lead", least=2), kind(most=1), _span(3, 9), **FREE)
    assert infeasible(case)
    assert broken(case, structure({"north lead": 2, "north officer": 1})) == [("span", "north and south", 5)]
    assert gives_at(case, "span", 5)


@pytest.mark.parametrize(("officers", "fits"), [(3, False), (4, True), (6, True), (7, False)])
def test_edge(officers: int, *, fits: bool) -> None:
    """Two leads at two to three reports each: four to six officers, held vacancies and teams led elsewhere apart."""
    case = problem(
        LEADS,
        kind(job="lead", least=2, most=2),
        kind(least=officers, most=officers),
        kind(id="held", works=False, least=3),
        kind("west", least=3),
        _span(2, 3),
        **FREE,
    )
    assert infeasible(case) != fits
    given = structure({"held": 3, "north lead": 2, "north officer": officers, "west officer": 3})
    assert both_allow(case, given) == fits
    assert broken(case, given) == ([] if fits else [("span", "north and south", 1)])


def test_nobody_to_lead_and_nobody_leading() -> None:
    """Without a manager there is no room for a report, and with nobody at all the span is kept."""
    case = problem(LEADS, kind(job="lead"), kind(), _span(1, 5), **FREE)
    assert both_allow(case, structure({}))
    assert broken(case, structure({"north officer": 1})) == [("span", "north and south", 1)]
    assert not both_allow(case, structure({"north officer": 1}))
