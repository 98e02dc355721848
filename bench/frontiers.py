"""Time trade-offs of cost against people displaced beside the same loop on plain HiGHS, and beside PyAUGMECON 2.

`python -m bench.frontiers [--seconds 300] [--problem NAME]... [--solver NAME]... [--augmecon PYTHON]`: PYTHON (3.12 or
later) has `pyaugmecon[highs]`, which is no dependency of ours as it asks for a later Python; without it its lines are
left out. Seconds of the clock limit each solver on each problem; PyAUGMECON is handed rows in which work uncovered is
held already. "same points" compares what is left of all points when steps within the tolerance are taken out.
Change this when trade-offs are to be compared with another tool.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.frontier_one import SOLVERS
from bench.plain_frontier import LIMITED, MEASURED, held_rows
from bench.trade_off_problems import problems
from solver.problem import Problem
from solver.search import PEOPLE_FIRST
from solver.tradeoffs.least import points_taken

AUGMECON = "PyAUGMECON 2, HiGHS"
BESIDE = Path(__file__).with_name("augmecon_points.py")
WORKERS = 1
"""Processes of PyAUGMECON: one, as ours; starting more takes seconds."""
SPARE_SECONDS = 300
"""What a solver may take beyond its limit before it is ended: a solve that cannot be stopped."""
NONE: dict[str, object] = {"points": [], "open_share": None, "peak_mb": 0}
Row = dict[str, object]


def run(solver: str, name: str, seconds: int) -> Row:
    """One of our own measurements in its own process."""
    command = [sys.executable, "-m", "bench.frontier_one", solver, name, str(seconds)]
    return ended(command, None, seconds + SPARE_SECONDS)


def augmecon(problem: Problem, python: str, seconds: int) -> Row:
    """PyAUGMECON's points of the same rows, in its own Python; nothing where it takes longer."""
    rows = held_rows(problem, seconds=seconds)
    if rows is None:
        return {**NONE, "seconds": float(seconds)}
    goals = [rows.goals[name][0] for name in (MEASURED, LIMITED)]
    told = {"bounds": rows.bounds, "rows": rows.rows, "goals": goals, "workers": WORKERS}
    row = ended([python, str(BESIDE)], json.dumps(told), seconds)
    people, pence = rows.goals[LIMITED][1], rows.goals[MEASURED][1]
    points = row["points"] if isinstance(row["points"], list) else []
    closed = {"open_share": 0.0} if points else {}
    return {**NONE, **row, **closed, "points": [(displaced + people, cost + pence) for displaced, cost in points]}


def ended(command: list[str], told: str | None, seconds: int) -> Row:
    """The line of JSON that a process ends with; nothing found where it takes longer or fails."""
    try:
        done = subprocess.run(command, input=told, capture_output=True, text=True, check=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return {**NONE, "seconds": float(seconds)}
    except subprocess.CalledProcessError as failed:
        sys.stderr.write(failed.stderr)
        return {**NONE, "seconds": 0.0}
    row: Row = json.loads(done.stdout.splitlines()[-1])
    return row


def points_of(row: Row) -> list[tuple[int, ...]]:
    """A measurement's points, steps within the tolerance taken out."""
    points = row["points"] if isinstance(row["points"], list) else []
    return points_taken([tuple(point) for point in points], dict(PEOPLE_FIRST)[MEASURED])


def line(name: str, solver: str, row: Row, *, ours: Row | None) -> str:
    """One line of the table; a ratio is "over" where the other solver did not close, and none where we did not."""
    share = row["open_share"]
    told = "complete" if share == 0 else "not told" if share is None else f"{100 * float(str(share)):.1f}% open"
    ratio = same = ""
    if ours is not None and row is not ours and ours["open_share"] == 0:
        times = float(str(row["seconds"])) / max(0.01, float(str(ours["seconds"])))
        ratio = f"{'' if share == 0 else 'over '}{times:.1f}"
        same = "" if share != 0 else "same points" if points_of(row) == points_of(ours) else "OTHER POINTS"
    return (
        f"{name:<32} {solver:<20} {float(str(row['seconds'])):>8.2f} s {len(points_of(row)):>3} points {told:>11}"
        f" {row['peak_mb']!s:>6} MB  {ratio:>10}  {same}"
    ).rstrip()


def main(arguments: Sequence[str]) -> None:
    """Measure every chosen solver on every chosen problem, the designer first."""
    known = problems()
    parser = argparse.ArgumentParser(
        prog="python -m bench.frontiers", description="Side-by-side timings of trade-offs."
    )
    parser.add_argument("--seconds", type=int, default=300, help="limit of each solver on each problem")
    parser.add_argument("--problem", action="append", choices=list(known))
    parser.add_argument("--solver", action="append", choices=[*SOLVERS, AUGMECON])
    parser.add_argument("--augmecon", metavar="PYTHON", help="a Python that has pyaugmecon[highs]")
    chosen = parser.parse_args(arguments)
    print(f"{'problem':<32} {'solver':<20} {'time':>10} {'found':>10} {'':>11} {'peak':>9}  {'times ours':>10}")
    for name in chosen.problem or known:
        ours: Row | None = None
        for solver in SOLVERS:
            if chosen.solver is None or solver in chosen.solver:
                row = run(solver, name, chosen.seconds)
                ours = row if solver == "designer" else ours
                print(line(name, solver, row, ours=ours), flush=True)
        if chosen.augmecon and (chosen.solver is None or AUGMECON in chosen.solver):
            row = augmecon(known[name](), chosen.augmecon, chosen.seconds)
            print(line(name, AUGMECON, row, ours=ours), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
