"""One solver on one frozen instance in a process of its own, so that its memory can be measured.

`python -m bench.one SOLVER INSTANCE SECONDS GOAL...` prints one line of JSON.
Change this when another solver is to be measured.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Sequence

from bench import ours, plain_cpsat, plain_highs
from bench.frozen import frozen
from bench.stages import StageResult
from solver.problem import Problem

Solver = Callable[[Problem, Sequence[str], float], list[StageResult]]

SOLVERS: dict[str, Solver] = {
    "designer": lambda problem, goals, _: ours.lexicographic(problem, goals),
    "plain HiGHS": lambda problem, goals, seconds: plain_highs.lexicographic(problem, goals, seconds=seconds),
    "plain CP-SAT, 2 workers": lambda problem, goals, seconds: plain_cpsat.lexicographic(
        problem, goals, seconds=seconds
    ),
    "plain CP-SAT, 1 worker": lambda problem, goals, seconds: plain_cpsat.lexicographic(
        problem, goals, seconds=seconds, workers=1
    ),
}


def measure(solver: str, instance: str, *, seconds: float, goals: Sequence[str]) -> dict[str, object]:
    """Solve an instance; returns seconds taken, the stages, and the peak memory of this process in MB."""
    problem = next(each for each in frozen() if each.name == instance).problem()
    started = time.perf_counter()
    stages = SOLVERS[solver](problem, goals, seconds)
    taken = time.perf_counter() - started
    peak_kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": round(taken, 2), "stages": stages, "peak_mb": peak_kilobytes // 1024}


def main(arguments: Sequence[str]) -> None:
    """Measure what the command line names."""
    solver, instance, seconds, *goals = arguments
    print(json.dumps(measure(solver, instance, seconds=float(seconds), goals=goals)))


if __name__ == "__main__":
    main(sys.argv[1:])
