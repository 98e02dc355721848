"""Set ours beside other solvers and print one table: `python -m bench [WHAT...] [--quick] [--record]`.

Change this when something else is to be chosen.
"""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.compared.chosen import COMPARISONS
from bench.machine import head, load, record, versions_of
from bench.running import command_of, rows_of
from bench.scales import SCALES
from bench.table import Row, cells, table

ROOT = Path(__file__).parents[1]
BESIDE = ROOT / ".venv-bench" / "bin" / "python"
PAGE = ROOT / "docs" / "benchmarks.md"
STOPPED = 130


def measured(chosen: Sequence[str], scale: str, python: str) -> Iterator[Row]:
    """The rows of every comparison chosen, each within its own seconds and what is left of all."""
    ends = time.monotonic() + SCALES[scale].whole_seconds
    for what in chosen:
        seconds = min(SCALES[scale].comparison_seconds, max(1.0, ends - time.monotonic()))
        yield from rows_of(what, command_of(what, scale, python), seconds=seconds)


def limits(scale: str) -> str:
    """What each solver was given, in words."""
    given = SCALES[scale]
    return (
        f"Limits: {given.goal_seconds} s a goal of a plain solver, {given.trade_off_seconds} s the trade-offs of one "
        f"problem, {given.conflict_seconds} s a conflict."
    )


def main(arguments: Sequence[str]) -> int:
    """Measure what is chosen, then print the table and what it was measured on; with Ctrl-C, what there is."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Ours beside other solvers, in one table.")
    parser.add_argument("what", nargs="*", metavar="WHAT", help=f"{', '.join(COMPARISONS)} (all)")
    parser.add_argument("--quick", action="store_true", help="a few instances, within some 12 minutes")
    parser.add_argument("--beside", metavar="PYTHON", default=str(BESIDE), help="one that has PyAUGMECON and CPMpy")
    parser.add_argument("--record", action="store_true", help="put the table into docs/benchmarks.md as well")
    asked = parser.parse_args(arguments)
    unknown = [what for what in asked.what if what not in COMPARISONS]
    if unknown:
        parser.error(f"nothing is called {', '.join(unknown)}; there are: {', '.join(COMPARISONS)}")
    scale = "quick" if asked.quick else "everything"
    chosen = [what for what in COMPARISONS if what in (asked.what or COMPARISONS)]
    others, before, started = versions_of(asked.beside), load(), time.monotonic()
    rows: list[Row] = []
    stopped = False
    try:
        for row in measured(chosen, scale, asked.beside):
            rows.append(row)
            print(" | ".join(cell for cell in cells(row) if cell), file=sys.stderr, flush=True)
    except KeyboardInterrupt:
        stopped = True
    minutes = (time.monotonic() - started) / 60
    told = f"`make bench{' QUICK=1' if asked.quick else ''}`" + (", stopped before its end" if stopped else "")
    lines = [
        f"{told}: {', '.join(chosen)}. {limits(scale)}",
        *head(others, minutes=minutes, loads=(before, load())),
        "",
        *table(rows),
    ]
    print("\n".join(lines))
    if asked.record and not stopped:
        record(lines, PAGE)
    return STOPPED if stopped else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
