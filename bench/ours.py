"""The designer under the same loop as the plain solvers: one anchor, every rule on, tie-break included.

Change this when `solver.search.design` takes other arguments.
"""

from collections.abc import Mapping, Sequence

from bench.plain_rows import TOLERANCES
from bench.stages import StageResult
from solver.outcome import Infeasible, Undecided
from solver.problem import Problem
from solver.search import design


def lexicographic(
    problem: Problem, goals: Sequence[str], *, tolerances: Mapping[str, int] = TOLERANCES
) -> list[StageResult]:
    """Each goal in turn by the designer, within its own limits on effort.

    Args: the problem; goals in their order; tolerances by goal.
    Returns: a row for each stage reached, in the plain solvers' form, and last one for the tie-break when that was left
    open.
    """
    outcome = design(problem, tuple((goal, tolerances.get(goal, 0)) for goal in goals))
    if isinstance(outcome, Infeasible):
        return [StageResult(goals[0], None, None, settled=True)]
    found = [StageResult(stage.goal, stage.value, stage.bound, stage.settled) for stage in outcome.stages]
    if isinstance(outcome, Undecided) and len(found) == len(goals):
        found.append(StageResult("tie_break", None, None, settled=False))
    return found
