"""Plain HiGHS: the textbook rows through MathOpt, with the solver's own default parameters and no gap allowed.

HiGHS calculates in floating point; its values are rounded and every row is checked again exactly. MathOpt refuses a
number of threads for HiGHS, so none is given.
Change this when the comparison should give HiGHS other parameters.
"""

import datetime as dt
import math
from collections.abc import Mapping, Sequence

from ortools.math_opt.python import mathopt

from bench.plain_rows import TOLERANCES, Rows, Terms, formulate
from bench.stages import Answer, StageResult, in_turn
from solver.problem import Problem


def model_of(rows: Rows, objective: Terms) -> tuple[mathopt.Model, list[mathopt.Variable]]:
    """The rows and one objective as a fresh MathOpt model."""
    model = mathopt.Model(name="plain")
    made = [model.add_integer_variable(lb=low, ub=high) for low, high in rows.bounds]
    for terms, low, high in rows.rows:
        least = -math.inf if low is None else low
        most = math.inf if high is None else high
        row = model.add_linear_constraint(lb=least, ub=most)
        for coefficient, variable in terms:
            row.set_coefficient(made[variable], coefficient)
    model.minimize(mathopt.LinearSum(coefficient * made[variable] for coefficient, variable in objective))
    return model, made


def solve(rows: Rows, goal: str, *, seconds: float) -> Answer:
    """Solve the rows for one goal."""
    terms, constant = rows.goals[goal]
    model, made = model_of(rows, terms)
    parameters = mathopt.SolveParameters(
        time_limit=dt.timedelta(seconds=seconds), relative_gap_tolerance=0.0, absolute_gap_tolerance=0.0
    )
    result = mathopt.solve(model, mathopt.SolverType.HIGHS, params=parameters)
    reason = result.termination.reason
    ended = mathopt.TerminationReason
    if reason in (ended.INFEASIBLE, ended.INFEASIBLE_OR_UNBOUNDED):
        return Answer(values=None, bound=None, closed=True)
    least = result.termination.objective_bounds.dual_bound
    bound = math.ceil(least - 1e-6) + constant if math.isfinite(least) else None
    if not result.has_primal_feasible_solution():
        return Answer(values=None, bound=bound, closed=False)
    values = [round(value) for value in result.variable_values(made)]
    return Answer(values=values, bound=bound, closed=reason == ended.OPTIMAL)


def lexicographic(
    problem: Problem, goals: Sequence[str], *, seconds: float, tolerances: Mapping[str, int] = TOLERANCES
) -> list[StageResult]:
    """Each goal in turn with plain HiGHS.

    Args: the problem; goals in their order; seconds, the limit of each stage; tolerances by goal.
    Returns: a row for each stage, up to the first that found no structure.
    """
    rows = formulate(problem).rows
    stages, _ = in_turn(rows, goals, solve=lambda goal: solve(rows, goal, seconds=seconds), tolerances=tolerances)
    return stages
