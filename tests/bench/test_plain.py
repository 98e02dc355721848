"""The plain formulations are a second opinion only if they are right: they agree with counting out."""

import pytest

from bench import plain_cpsat, plain_highs
from bench.generator import middle_sized
from bench.plain_rows import GOALS, TOLERANCES, Rows, formulate
from bench.stages import Answer, StageResult, in_turn
from bench.tiny import tiny
from solver.problem import Problem
from tests.properties.enumerate import lexicographic_optimum

SECONDS = 20.0


def expected(problem: Problem) -> list[StageResult]:
    """What counting out says, in the plain solvers' form."""
    found = lexicographic_optimum(problem, GOALS, tolerances=TOLERANCES)
    if found is None:
        return [StageResult(GOALS[0], None, None, settled=True)]
    return [StageResult(goal, value, value, settled=True) for goal, value in found.values]


@pytest.mark.parametrize("seed", range(40))
def test_plain_highs_agrees_with_counting_out(seed: int) -> None:
    """HiGHS on the textbook rows comes to the least value of every stage."""
    problem = tiny(seed, 30_000)
    assert plain_highs.lexicographic(problem, GOALS, seconds=SECONDS) == expected(problem)


@pytest.mark.parametrize("seed", range(40, 80))
def test_plain_cpsat_agrees_with_counting_out(seed: int) -> None:
    """CP-SAT on the textbook rows comes to the least value of every stage."""
    problem = tiny(seed, 30_000)
    assert plain_cpsat.lexicographic(problem, GOALS, seconds=SECONDS, workers=1) == expected(problem)


def test_plain_solvers_agree_on_a_middle_sized_service() -> None:
    """Both plain solvers come to the same first two stages on a service of about thirty posts."""
    problem = middle_sized(0)
    highs = plain_highs.lexicographic(problem, GOALS[:2], seconds=SECONDS)
    assert highs == plain_cpsat.lexicographic(problem, GOALS[:2], seconds=SECONDS, workers=1)


def test_broken_counts_bounds_and_rows() -> None:
    """Values are judged exactly: one bound and one row broken are two, none is none."""
    rows = Rows()
    one = rows.variable("one", 3)
    rows.row([(2, one), (1, one)], low=3, high=6)
    assert rows.rows == [([(3, one)], 3, 6)]
    assert rows.broken([2]) == 0
    assert rows.broken([4]) == 2
    assert rows.broken([0]) == 1


def test_a_limit_is_not_a_refusal() -> None:
    """A stage without a structure stays open when the solver was cut short, and stops the run."""
    rows = formulate(tiny(1)).rows
    answers = iter([Answer(values=None, bound=None, closed=False)])
    stages, last = in_turn(rows, GOALS, solve=lambda _: next(answers), tolerances={})
    assert stages == [StageResult("uncovered", None, None, settled=False)]
    assert last is None


def test_an_unsettled_stage_keeps_its_bound_and_goes_on() -> None:
    """A value found without proof is kept with its bound, and the next goal is tried within it."""
    rows = Rows()
    one = rows.variable("one", 5)
    rows.goals.update(first=([(1, one)], 10), second=([(-1, one)], 0))
    answers = iter([Answer(values=[2], bound=11, closed=False), Answer(values=[2], bound=-2, closed=True)])
    stages, _ = in_turn(rows, ("first", "second"), solve=lambda _: next(answers), tolerances={"first": 1})
    assert stages == [StageResult("first", 12, 11, settled=False), StageResult("second", -2, -2, settled=True)]
    assert rows.rows == [([(1, one)], None, 3), ([(-1, one)], None, -2)]


def test_values_that_break_a_row_settle_nothing() -> None:
    """A closed solve whose rounded values break a row is not settled: floating point is checked exactly."""
    rows = Rows()
    one = rows.variable("one", 5)
    rows.row([(1, one)], low=3)
    rows.goals.update(first=([(1, one)], 0))
    stages, _ = in_turn(rows, ("first",), solve=lambda _: Answer(values=[2], bound=2, closed=True), tolerances={})
    assert stages == [StageResult("first", 2, 2, settled=False)]
