"""People displaced, all together. Change this when people are counted by hours, which nobody should."""

from solver.checker import judge
from tests.solver.build import able, claim, group, kind, places, problem, staff, structure, work
from tests.solver.verdicts import stage_values

FREE = {"spare_milli_fte": None}


def test_value() -> None:
    """Two of three officers and none of two leads are placed: one and two displaced, whatever their claims."""
    case = problem(kind(), *staff(3), group("leads", 2), claim("leads", strength=4), **FREE)
    given = structure({"north officer": 2}, placements={("officers", "officer"): 2})
    assert judge(case, given).values["displaced"] == 3


def test_made_small() -> None:
    """Three officers, work for one post half a post to spare: two are displaced, a second post would be idle."""
    assert stage_values(problem(kind(), *staff(3), work(), able()))["displaced"] == 2


def test_a_longer_way_round_is_found() -> None:
    """An officer takes the clerk's job so that a lead can have the officer's: nobody is displaced.

    One post of officer and one of clerk; the lead may claim only officer, the officer both.
    """
    case = problem(
        kind(most=1),
        kind(job="clerk", most=1),
        group("officers"),
        group("leads"),
        places(),
        places("clerk"),
        claim("officers"),
        claim("officers", "clerk", strength=3),
        claim("leads", strength=2),
        **FREE,
    )
    assert stage_values(case)["displaced"] == 0
