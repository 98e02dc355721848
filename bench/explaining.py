"""Time the first way out and the conflict of services with some 200 rules, beside CPMpy's `mus` on the same model.

`python -m bench.explaining [--posts 100] [--cpmpy PYTHON] [--seconds 60]`: PYTHON is one that has cpmpy installed (it
is no dependency of ours); without it its column is left out. Seconds are processor seconds.
Change this when explanations are to be compared with another tool.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.impossible import SEEDS, impossible
from solver.demands import demands_of
from solver.engine import Settings
from solver.explaining.conflict import Conflict, smallest_conflict
from solver.explaining.elastic import Elastic
from solver.explaining.ways_out import ways_out
from solver.problem import Problem

BESIDE = Path(__file__).with_name("mus_cpmpy.py")


def model_text(problem: Problem) -> str:
    """The elastic model of a problem as JSON: bounds, rows, and the variables that are 0 where a demand holds."""
    elastic = Elastic(problem, Settings())
    linear = elastic.model.linear
    rows = [(row.terms, row.low, row.high) for row in linear.rows]
    return json.dumps({"lows": linear.lows, "highs": linear.highs, "rows": rows, "given": list(elastic.given.values())})


def beside(problem: Problem, python: str, seconds: int) -> str:
    """CPMpy's conflict of the same model, in a process of its own."""
    try:
        done = subprocess.run(
            [python, str(BESIDE)],
            input=model_text(problem),
            capture_output=True,
            text=True,
            check=True,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        return f"none in {seconds} s"
    except subprocess.CalledProcessError as failed:
        return f"failed: {failed.stderr.strip().splitlines()[-1]}"
    found = json.loads(done.stdout.splitlines()[-1])
    return f"{found['seconds']:.1f} s, {found['size']} demands"


def line(problem: Problem, name: str, *, python: str | None, seconds: int) -> str:
    """One line of the table."""
    start = time.process_time()
    way = next(ways_out(problem), None)
    first = time.process_time() - start
    found = smallest_conflict(problem)
    conflict = time.process_time() - start - first
    size = f"{len(found.demands)} demands" if isinstance(found, Conflict) else "undecided"
    told = "none" if way is None else f"{len(way.gives)} give{'' if way.cheapest else ', not settled'}"
    other = "" if python is None else beside(problem, python, seconds)
    rules = len(demands_of(problem))
    return f"{name:<14} {rules:>5}  {first:>5.1f} s {told:<22} {conflict:>5.1f} s {size:<12}  {other}"


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.explaining", description="Time explanations.")
    parser.add_argument("--posts", type=int, action="append", help="size of the services (60, 100 and 300)")
    parser.add_argument("--cpmpy", metavar="PYTHON", help="a Python that has cpmpy")
    parser.add_argument("--seconds", type=int, default=60, help="limit of each run of CPMpy")
    chosen = parser.parse_args(arguments)
    print(f"{'instance':<14} {'rules':>5}  {'first way out':<30} {'conflict':<20}  CPMpy mus")
    for posts in chosen.posts or (60, 100, 300):
        for seed in SEEDS[:3]:
            name = f"posts {posts}-{seed}"
            print(line(impossible(seed, posts), name, python=chosen.cpmpy, seconds=chosen.seconds), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
