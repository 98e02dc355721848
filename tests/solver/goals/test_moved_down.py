"""People placed in a lower grade than their own. Change this when grades are weighed."""

from solver.checker import judge
from tests.solver.build import claim, group, kind, places, problem, structure
from tests.solver.verdicts import designed, stage_values

FREE = {"spare_milli_fte": None}
DOWN = {"strength": 4, "moves_down": True}


def test_value() -> None:
    """Two leads in officer posts have moved down; the officer beside them and the lead in a lead's post have not."""
    case = problem(
        kind(),
        kind(job="lead"),
        group("leads", 3),
        group("officers"),
        places(),
        places("lead"),
        claim("leads", "lead"),
        claim("leads", **DOWN),
        claim("officers"),
        **FREE,
    )
    placed = {("leads", "officer"): 2, ("leads", "lead"): 1, ("officers", "officer"): 1}
    assert judge(case, structure({"north officer": 3, "north lead": 1}, placements=placed)).values["moved_down"] == 2


def test_made_small() -> None:
    """Two leads, one post each of lead, officer and analyst at one price: one keeps the job, one moves across."""
    case = problem(
        kind(job="lead", most=1),
        kind(most=1),
        kind(job="analyst", most=1),
        group("leads", 2),
        places("lead"),
        places(),
        places("analyst"),
        claim("leads", "lead"),
        claim("leads", "officer", **DOWN),
        claim("leads", "analyst", strength=3),
        **FREE,
    )
    assert stage_values(case)["moved_down"] == 0
    assert designed(case).placements == (("leads", "analyst", 1), ("leads", "lead", 1))


def test_after_the_goals_before_it() -> None:
    """Where moving down is the only way not to be displaced it is taken, for people displaced come first."""
    case = problem(kind(), group("leads", 2), places(), claim("leads", **DOWN), **FREE)
    values = stage_values(case)
    assert (values["displaced"], values["moved_down"]) == (0, 2)
