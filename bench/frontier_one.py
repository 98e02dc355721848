"""The trade-offs of one problem by one solver in its own process: `python -m bench.frontier_one SOLVER NAME SECONDS`.

Prints one line of JSON: seconds of the clock, points as [displaced, cost], the share left open (null: not told), peak
memory. The designer's points are compared before anything is chosen among equals, which the others do not do either.
Change this when another solver is to be measured.
"""

import json
import resource
import sys
import threading
import time
from collections.abc import Callable, Sequence

from api.cli.workers import workers
from bench.plain_frontier import walk
from bench.trade_off_problems import problems
from solver.engine import Settings, Stop
from solver.problem import Problem
from solver.search import Watch
from solver.tradeoffs.frontier import Frontier, frontier

PAIR = ("cost", "displaced")
Measured = tuple[list[tuple[int, int]], float | None]


def designer(problem: Problem, seconds: float) -> Measured:
    """Ours on every processor, stopped after so many seconds; a solve of HiGHS that is under way is waited for."""
    stop = Stop()
    timer = threading.Timer(seconds, stop.ask)
    timer.daemon = True
    timer.start()
    with workers() as each:
        found = frontier(problem, PAIR, watch=Watch(settings=Settings(stop=stop), tie_break=False), each=each)
    timer.cancel()
    if not isinstance(found, Frontier):
        return [], None
    values = [dict(point.values) for point in found.points if point.settled]
    return [(each["displaced"], each["cost"]) for each in values], float(found.open_share)


def plain(problem: Problem, seconds: float) -> Measured:
    """The same loop on plain HiGHS."""
    found = walk(problem, seconds=seconds)
    return sorted(found.points), 0.0 if found.closed else None


SOLVERS: dict[str, Callable[[Problem, float], Measured]] = {"designer": designer, "plain HiGHS loop": plain}


def main(arguments: Sequence[str]) -> None:
    """Measure what the command line names."""
    solver, name, seconds = arguments
    problem = problems()[name]()
    started = time.perf_counter()
    points, share = SOLVERS[solver](problem, float(seconds))
    taken = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"seconds": round(taken, 4), "points": points, "open_share": share, "peak_mb": peak}))


if __name__ == "__main__":
    main(sys.argv[1:])
