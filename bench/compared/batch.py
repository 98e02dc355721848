"""A batch on workers of this machine beside the searches of its futures alone, and what many futures need to be made.

The bar is on the clock; beside it stands the same in seconds of the processors, which a busy machine changes less.
Change this when a batch is measured in another way.
"""

import sys
from collections.abc import Iterator

from bench.batches import CASE, WORKERS
from bench.compared.asked import Asked
from bench.measured import Measured, measured
from bench.table import Bar, Row

AIM = 1.25
MOST_MB = 1_000
LIMIT_SECONDS = 3600


def rows(asked: Asked) -> Iterator[Row]:
    """Two lines: the batch beside its searches, and so many draws handed out."""
    yield against_bare(asked.scale.futures, _run("bare", asked.scale.futures), _run("ours", asked.scale.futures))
    yield handed_out(asked.scale.draws, _run("replayed", asked.scale.draws))


def _run(way: str, count: int) -> Measured:
    return measured([sys.executable, "-m", "bench.batches", way, str(count)], seconds=LIMIT_SECONDS)


def against_bare(count: int, bare: Measured, ours: Measured) -> Row:
    """The batch from the moment its workers stand, beside its searches shared out evenly and without any cost."""
    instance = f"{CASE}, {count:,} futures, {WORKERS} workers"
    why = bare.why_none or ours.why_none or bare.ended or ours.ended
    if why:
        return Row(what="batch", instance=instance, settled=False, came_to=why)
    shared = bare.told["seconds"] / WORKERS
    clock = ours.told["seconds"] / shared
    processors = (ours.told["workers"] + ours.told["handing"]) / bare.told["seconds"]
    return Row(
        what="batch",
        instance=instance,
        seconds=ours.told["seconds"],
        other=f"bare searches over {WORKERS}",
        other_seconds=shared,
        came_to=f"{clock:.2f} of bare by the clock, {processors:.2f} by the processors; "
        f"workers stood after {ours.told['start']:.0f} s",
        bars=(Bar(told=f"{AIM:g} of bare", short=f"by {clock - AIM:.2f}" if clock > AIM else ""),),
    )


def handed_out(count: int, found: Measured) -> Row:
    """So many draws whose answers are there at once: what the process that hands them out needs."""
    instance = f"{count:,} draws, answers replayed"
    if found.ended:
        return Row(what="batch", instance=instance, settled=False, came_to=found.ended)
    peak = found.told["peak_mb"]
    return Row(
        what="batch",
        instance=instance,
        seconds=found.told["seconds"],
        came_to=f"{found.told['rows']:,} rows, {peak:.0f} MB",
        bars=(Bar(told=f"{MOST_MB:,} MB", short=f"by {peak - MOST_MB:.0f} MB" if peak > MOST_MB else ""),),
    )
