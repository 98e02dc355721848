"""Time the designer beside plain HiGHS and plain CP-SAT on the frozen instances, and print one table.

`python -m bench [--seconds 60] [--instance NAME]... [--solver NAME]...`; seconds limit each stage of a plain solver.
Change this when the table should show something else.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence

from bench.frozen import frozen
from bench.one import SOLVERS
from bench.plain_rows import GOALS

Row = dict[str, object]


def run(solver: str, instance: str, seconds: int) -> Row:
    """One measurement in its own process, stopped when it takes far longer than its stages may."""
    command = [sys.executable, "-m", "bench.one", solver, instance, str(seconds), *GOALS]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, check=True, timeout=60 + 2 * seconds * len(GOALS)
        )
    except subprocess.TimeoutExpired as late:
        return {"seconds": late.timeout, "stages": [], "peak_mb": 0}
    except subprocess.CalledProcessError as failed:
        sys.stderr.write(failed.stderr)
        return {"seconds": 0.0, "stages": [], "peak_mb": 0}
    row: Row = json.loads(done.stdout.splitlines()[-1])
    return row


def settled(row: Row) -> int:
    """How many stages are settled, from the first on."""
    stages = row["stages"]
    count = 0
    for stage in stages if isinstance(stages, list) else []:
        if not stage[3]:
            break
        count += 1
    return count


def closed(row: Row) -> bool:
    """Whether every goal is settled and nothing, such as the tie-break, is left open."""
    stages = row["stages"]
    return isinstance(stages, list) and settled(row) == len(stages) >= len(GOALS)


def line(instance: str, solver: str, row: Row, *, ours: Row | None) -> str:
    """One line of the table; a ratio is "over" where the other solver did not settle every stage."""
    ratio = ""
    if ours is not None and closed(ours) and row is not ours:
        times = float(str(row["seconds"])) / max(0.1, float(str(ours["seconds"])))
        ratio = f"{'' if closed(row) else 'over '}{times:.1f}"
    return (
        f"{instance:<16} {solver:<24} {float(str(row['seconds'])):>8.1f} s {settled(row)}/{len(GOALS)} settled"
        f" {row['peak_mb']!s:>6} MB  {ratio:>10}"
    )


def main(arguments: Sequence[str]) -> None:
    """Measure every chosen solver on every chosen instance, the designer first."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Side-by-side timings on frozen instances.")
    parser.add_argument("--seconds", type=int, default=60, help="limit of each stage of a plain solver")
    parser.add_argument("--instance", action="append", choices=[each.name for each in frozen()])
    parser.add_argument("--solver", action="append", choices=list(SOLVERS))
    chosen = parser.parse_args(arguments)
    print(f"{'instance':<16} {'solver':<24} {'time':>10} {'stages':>11} {'peak':>9}  {'times ours':>10}")
    for each in frozen():
        if chosen.instance is None or each.name in chosen.instance:
            ours: Row | None = None
            for solver in SOLVERS:
                if chosen.solver is None or solver in chosen.solver:
                    row = run(solver, each.name, chosen.seconds)
                    ours = row if solver == "designer" else ours
                    print(line(each.name, solver, row, ours=ours), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
