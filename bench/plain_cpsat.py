"""Plain CP-SAT: the textbook rows in `cp_model`, with the solver's own default parameters.

Change this when the comparison should give CP-SAT other parameters.
"""

from collections.abc import Mapping, Sequence

from ortools.sat.python import cp_model

from bench.plain_rows import TOLERANCES, Rows, Terms, formulate
from bench.stages import Answer, StageResult, in_turn
from solver.problem import Problem


def model_of(rows: Rows, objective: Terms) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    """The rows and one objective as a fresh CP-SAT model."""
    model = cp_model.CpModel()
    made = [model.new_int_var(low, high, name) for name, (low, high) in zip(rows.names, rows.bounds, strict=True)]
    for terms, low, high in rows.rows:
        total = cp_model.LinearExpr.weighted_sum([made[v] for _, v in terms], [c for c, _ in terms])
        least = cp_model.INT32_MIN * 2**20 if low is None else low
        most = cp_model.INT32_MAX * 2**20 if high is None else high
        model.add_linear_constraint(total, least, most)
    model.minimize(cp_model.LinearExpr.weighted_sum([made[v] for _, v in objective], [c for c, _ in objective]))
    return model, made


def solve(rows: Rows, goal: str, *, seconds: float, workers: int) -> Answer:
    """Solve the rows for one goal."""
    terms, constant = rows.goals[goal]
    model, made = model_of(rows, terms)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    status = solver.solve(model)
    if status == cp_model.INFEASIBLE:
        return Answer(values=None, bound=None, closed=True)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Answer(values=None, bound=None, closed=False)
    values = [solver.value(variable) for variable in made]
    bound = round(solver.best_objective_bound) + constant
    return Answer(values=values, bound=bound, closed=status == cp_model.OPTIMAL)


def lexicographic(
    problem: Problem,
    goals: Sequence[str],
    *,
    seconds: float,
    workers: int = 2,
    tolerances: Mapping[str, int] = TOLERANCES,
) -> list[StageResult]:
    """Each goal in turn with plain CP-SAT.

    Args: the problem; goals in their order; seconds, the limit of each stage; workers; tolerances by goal.
    Returns: a row for each stage, up to the first that found no structure.
    """
    rows = formulate(problem).rows
    stages, _ = in_turn(
        rows, goals, solve=lambda goal: solve(rows, goal, seconds=seconds, workers=workers), tolerances=tolerances
    )
    return stages
