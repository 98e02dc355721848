"""No place a displaced person could take goes to a weaker claim or stays empty. Change this when claims rank anew."""

import pytest

from solver.model import Model
from solver.problem import Problem
from solver.rules import RULES
from solver.search import design
from solver.structure import Structure
from tests.solver.build import claim, group, kind, places, problem, structure
from tests.solver.verdicts import allows, broken, designed

FREE = {"spare_milli_fte": None}
PEOPLE = (kind(most=1), group("officers"), group("leads"), places())


def _case(officers: int, leads: int) -> Problem:
    """One place; the officers' job changes in it, the leads' does not, so the goals alone would choose the leads."""
    return problem(
        *PEOPLE,
        claim("officers", strength=officers, changes_job=True),
        claim("leads", strength=leads, changes_job=False),
        **FREE,
    )


OFFICER_PLACED = structure({"north officer": 1}, placements={("officers", "officer"): 1})
LEAD_PLACED = structure({"north officer": 1}, placements={("leads", "officer"): 1})
NOBODY_PLACED = structure({"north officer": 1})
OTHER_RULES = [rule for rule in RULES if rule.name != "stronger_claim_first"]


def test_holds() -> None:
    """The stronger claim is met although the goals would choose the other, as they do once ranks are swapped."""
    assert designed(_case(officers=0, leads=1)).placements == (("officers", "officer", 1),)
    assert designed(_case(officers=1, leads=0)).placements == (("leads", "officer", 1),)


def test_forced_breach() -> None:
    """A weaker claim met, or a place left empty, while the stronger claimant is displaced: refused."""
    case = _case(officers=0, leads=1)
    for wrong in (LEAD_PLACED, NOBODY_PLACED):
        assert ("stronger_claim_first", "officers", 1) in broken(case, wrong)
        assert not allows(case, wrong)
        assert allows(case, wrong, OTHER_RULES)
    assert broken(case, LEAD_PLACED) == [("stronger_claim_first", "officers", 1)]
    assert broken(case, NOBODY_PLACED) == [
        ("stronger_claim_first", "leads", 1),
        ("stronger_claim_first", "officers", 1),
    ]


@pytest.mark.parametrize("placed", [OFFICER_PLACED, LEAD_PLACED])
def test_edge(placed: Structure) -> None:
    """Between claims of equal strength either may be met, and the goals choose."""
    case = _case(officers=2, leads=2)
    assert broken(case, placed) == []
    assert allows(case, placed)
    assert designed(case).placements == (("leads", "officer", 1),)


def test_places_may_stay_empty_when_nobody_is_displaced() -> None:
    """Three posts for one person, who is placed: the two empty places wait for nobody."""
    case = problem(kind(), group("officers"), places(), claim("officers"), **FREE)
    roomy = structure({"north officer": 3}, placements={("officers", "officer"): 1})
    assert broken(case, roomy) == []
    assert allows(case, roomy)


def test_counts_of_people_decide_nothing() -> None:
    """Two places for three people of the stronger group and two of the weaker: the stronger fills both."""
    case = problem(
        kind(most=2),
        group("officers", 3),
        group("leads", 2),
        places(),
        claim("officers", strength=1, changes_job=True),
        claim("leads", strength=2, changes_job=False),
        **FREE,
    )
    assert designed(case).placements == (("officers", "officer", 2),)


def test_groups_without_people_claim_nothing() -> None:
    """A group nobody is left in holds no place back from others."""
    case = problem(kind(most=1), group("officers", 0), places(), claim("officers"), least_teams_open=1, **FREE)
    assert broken(case, NOBODY_PLACED) == []
    assert allows(case, NOBODY_PLACED)


def test_other_goals_do_not_need_it() -> None:
    """The order of claims changes neither uncovered, displaced nor cost: the stages before it have the same values."""
    values = [
        [stage.value for stage in design(_case(officers, leads)).stages[:3]] for officers, leads in ((0, 1), (1, 0))
    ]
    assert values[0] == values[1] == [0, 1, 3_000_000]
    assert "stronger_claim_first" not in Model(_case(0, 1)).rules
