"""Work left uncovered, each block by its weight. Change this when blocks are compared in another way."""

from solver.checker import judge
from tests.solver.build import able, kind, problem, structure, work
from tests.solver.verdicts import designed, stage_values

TWO_BLOCKS = (work(milli_fte=1500, weight=1), work("letters", 1200, weight=3), able(), able(block="letters"))


def test_value() -> None:
    """0.9 FTE of calls left at weight 1 and 0.8 FTE of letters at weight 3: 900 + 2,400."""
    done = {("calls", "north", "officer"): 600, ("letters", "north", "officer"): 400}
    assert judge(problem(kind(), *TWO_BLOCKS), structure({"north officer": 1}, done)).values["uncovered"] == 3300


def test_made_small() -> None:
    """Two posts for 2.7 FTE: letters (weight 3) in full, then 0.8 FTE of calls, so 0.7 FTE of calls is left."""
    case = problem(kind(most=2), *TWO_BLOCKS)
    assert stage_values(case)["uncovered"] == 700
    assert designed(case).work == (("calls", "north", "officer", 800), ("letters", "north", "officer", 1200))


def test_nothing_to_do_is_covered() -> None:
    """Without work nothing is left uncovered."""
    assert stage_values(problem(kind()))["uncovered"] == 0
