"""Whole commands as a planner runs them, start-up included, in seconds of the clock.

Change this when commands are started in another way.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.measured import last_words
from bench.table import Row, within

COMMAND = Path(sys.executable).with_name("restructure")
LIMIT_SECONDS = 120
ENDS = {0: "answered", 4: "infeasible", 5: "undecided"}


def row_of(arguments: Sequence[str], *, limit: float, repeats: int) -> Row:
    """The least of so many runs: the clock, and of what the processor did, beside a bar in seconds."""
    name = " ".join(f'"{each}"' if " " in each else each for each in arguments[1:])
    runs = [_run(arguments) for _ in range(repeats)]
    seconds, processor, ended = min(runs)
    settled = ended in ENDS.values()
    return Row(
        what=arguments[0],
        instance=name,
        seconds=seconds if settled else None,
        settled=settled,
        came_to=f"{ended}; {processor:.1f} s of the processors" if settled else ended,
        bars=(within(seconds, limit, settled=settled),),
    )


def _run(arguments: Sequence[str]) -> tuple[float, float, str]:
    """Seconds of the clock, seconds of the processors, and how it ended."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    try:
        done = subprocess.run(
            [str(COMMAND), *arguments], check=False, capture_output=True, text=True, timeout=LIMIT_SECONDS
        )
    except subprocess.TimeoutExpired:
        return float(LIMIT_SECONDS), 0.0, "no answer"
    seconds, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, processor, ENDS.get(done.returncode, f"failed: {last_words(done.stderr)}")
