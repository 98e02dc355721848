"""Posts that a search found, filled in with who does what and passed by the checker: what every search hands out.

Change this when a structure has to pass something more before it is shown.
"""

from collections.abc import Mapping

from solver.checker import DesignDefectError, judge
from solver.problem import Problem
from solver.settle import Posts, settle
from solver.structure import Structure


def judged(problem: Problem, posts: Posts, *, kept: Mapping[str, int]) -> Structure:
    """Fill in a structure with every rule kept and each goal in `kept` no worse than its value there.

    Raises CannotSettleError where these posts cannot be filled in so, and DesignDefectError when the checker finds
    anything against what was filled in: a defect of ours.
    """
    structure = settle(problem, posts, kept=kept)
    verdict = judge(problem, structure)
    worse = [goal for goal, most in kept.items() if verdict.values.get(goal, most) > most]
    if verdict.findings or worse:
        raise DesignDefectError(f"findings {[f.message for f in verdict.findings]}, worse than kept in {worse}")
    return structure
