"""Nobody is placed where their group has no claim. Change this when a place can be had without a claim."""

from tests.solver.build import claim, group, kind, places, problem, structure
from tests.solver.verdicts import allows, broken, designed, infeasible

OFFICERS, ONE_POST, MANAGERS_PLACE = group(), kind(job="manager", most=1), places("manager")
FREE = {"spare_milli_fte": None}


def test_holds() -> None:
    """One person and one post: placed with a claim on it, displaced without; nothing else differs."""
    claimed = designed(problem(ONE_POST, OFFICERS, MANAGERS_PLACE, claim(at="manager", strength=5), **FREE))
    assert claimed.placements == (("officers", "manager", 1),)
    unclaimed = designed(problem(ONE_POST, OFFICERS, MANAGERS_PLACE, **FREE))
    assert unclaimed.placements == ()


def test_a_claim_need_not_be_met() -> None:
    """Two claims of one person: one is met and the other stays a claim."""
    case = problem(
        ONE_POST, kind(most=1), OFFICERS, MANAGERS_PLACE, places(), claim(), claim(at="manager", strength=4), **FREE
    )
    assert designed(case).placements == (("officers", "officer", 1),)


def test_forced_breach() -> None:
    """Nobody may be displaced and nobody has a claim: nothing fits, and placing the person is a finding."""
    case = problem(ONE_POST, OFFICERS, MANAGERS_PLACE, displaced=0, **FREE)
    assert infeasible(case)
    helped_in = structure({"north manager": 1}, placements={("officers", "manager"): 1})
    assert broken(case, helped_in) == [("claims_only", "officers", 1)]
    assert not allows(case, helped_in)


def test_edge() -> None:
    """The weakest claim is a claim; a placement of fewer than nobody is refused by model and checker."""
    case = problem(ONE_POST, OFFICERS, MANAGERS_PLACE, claim(at="manager", strength=99), **FREE)
    placed = structure({"north manager": 1}, placements={("officers", "manager"): 1})
    assert broken(case, placed) == []
    assert allows(case, placed)
    nobody = structure({"north manager": 1}, placements={("officers", "manager"): 0})
    assert "claims_only" not in {rule for rule, _, _ in broken(case, nobody)}
    less_than_none = structure({"north manager": 1}, placements={("officers", "manager"): -1})
    assert ("claims_only", "officers", -1) in broken(case, less_than_none)
    assert not allows(case, less_than_none)
