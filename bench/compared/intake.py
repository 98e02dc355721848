"""Reading an HR extract of 50,000 rows up to its summary, beside reading its cells and no more, in processor seconds.

The ways are taken in turn, each a process of its own; the least of the repeats counts, as the machine may be busy.
Change this when an import has to be timed in another way.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.compared.asked import Asked
from bench.intake import COLUMNS, make
from bench.measured import measured
from bench.table import Bar, Row

ROWS = 50_000
AIM = 5
LIMIT_SECONDS = 300
BARE = {"csv": "csv module", "xlsx": "calamine"}
WAYS = {"bare": "", "ours": "", "written": ", files written"}


def rows(asked: Asked) -> Iterator[Row]:
    """Two lines a kind of file: up to the summary, and with the files of the case."""
    with tempfile.TemporaryDirectory() as folder:
        for ending in asked.scale.extracts:
            path = Path(folder) / f"extract.{ending}"
            make(path, ROWS)
            yield from rows_of(path, asked.scale.repeats)


def rows_of(path: Path, repeats: int) -> Iterator[Row]:
    """The lines of one file."""
    kind = path.suffix.removeprefix(".")
    runs: dict[str, list[tuple[float, float]]] = {way: [] for way in WAYS}
    for way in [*WAYS] * repeats:
        found = measured([sys.executable, "-m", "bench.intake", way, str(path)], seconds=LIMIT_SECONDS)
        if found.ended:
            yield Row(what="intake", instance=kind, settled=False, came_to=f"{way}: {found.ended}")
            return
        runs[way].append((found.told["seconds"], found.told["peak_mb"]))
    bare = min(runs["bare"])[0]
    for way in ("ours", "written"):
        seconds, peak = min(runs[way])
        times = seconds / bare
        short = f"by {times - AIM:.1f} times" if times > AIM else ""
        yield Row(
            what="intake",
            instance=f"{ROWS:,} rows, {COLUMNS} columns, {kind}{WAYS[way]}",
            seconds=seconds,
            other=f"bare, {BARE[kind]}",
            other_seconds=bare,
            came_to=f"{times:.1f} times bare, {peak:.0f} MB",
            bars=(Bar(told=f"{AIM} times bare", short=short),) if way == "ours" else (),
        )
