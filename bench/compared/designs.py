"""Designs of the frozen councils, people first and six goals in their turn, beside plain HiGHS and plain CP-SAT.

The designer settles the tie-break as well, which plain solvers leave out, and has no limit on a goal; a plain solver
has so many seconds a goal, and stops at the first for which it finds nothing.
Change this when designs are to be set beside another solver.
"""

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from bench.compared.asked import Asked
from bench.frozen import frozen
from bench.measured import Measured, measured
from bench.plain_rows import GOALS
from bench.scales import LARGE
from bench.table import Bar, Row, within

BAR_SECONDS, LARGE_BAR_SECONDS = 10, 60
SPARE_SECONDS = 60
"""What a plain solver may take beyond its goals: making the problem, and rows."""


def stages_of(found: Measured) -> list[Sequence[Any]]:
    """A measurement's stages as (goal, value, bound, settled); none where it has nothing to tell."""
    return list(found.told.get("stages", ()))


def settled(found: Measured) -> int:
    """How many stages are settled, from the first on."""
    count = 0
    for stage in stages_of(found):
        if not stage[3]:
            break
        count += 1
    return count


def closed(found: Measured) -> bool:
    """Whether every goal is settled and nothing, such as the tie-break, is left open."""
    return settled(found) == len(stages_of(found)) >= len(GOALS)


def same_values(ours: Measured, theirs: Measured) -> str:
    """Whether the goals that both settled came to the same."""
    both = min(settled(ours), settled(theirs))
    values = [[stage[:2] for stage in stages_of(each)[:both]] for each in (ours, theirs)]
    return "" if not both else ", same values" if values[0] == values[1] else ", OTHER VALUES"


def row(name: str, solver: str, posts: int, *, ours: Measured, theirs: Measured) -> Row:
    """One line: the designer beside one plain solver."""
    bar = LARGE_BAR_SECONDS if posts >= LARGE else BAR_SECONDS
    if ours.ended:
        missed = (Bar(told=f"{bar} s", short=f"({ours.ended})"),)
        return Row(what="design", instance=name, settled=False, other=solver, came_to="nothing", bars=missed)
    both = (min(settled(each), len(GOALS)) for each in (ours, theirs))
    peaks = f"{ours.told['peak_mb']} MB against {theirs.told.get('peak_mb', '?')}"
    return Row(
        what="design",
        instance=name,
        seconds=ours.told["seconds"],
        settled=closed(ours),
        other=solver,
        other_seconds=theirs.seconds,
        other_settled=closed(theirs),
        ended=theirs.why_none,
        came_to=f"goals settled {' against '.join(map(str, both))}{same_values(ours, theirs)}; {peaks}",
        bars=(within(ours.told["seconds"], bar, settled=closed(ours)),),
    )


def rows(asked: Asked) -> Iterator[Row]:
    """Every chosen council beside every chosen solver."""
    scale = asked.scale
    limits = {"designer": scale.designer_seconds}
    for each in frozen():
        if each.name not in scale.councils:
            continue
        found = {}
        for solver in ("designer", *scale.plain_solvers):
            command = [sys.executable, "-m", "bench.one", solver, each.name, str(scale.goal_seconds), *GOALS]
            seconds = limits.get(solver, SPARE_SECONDS + 2 * scale.goal_seconds * len(GOALS))
            found[solver] = measured(command, seconds=seconds)
        for solver in scale.plain_solvers:
            yield row(each.name, solver, each.posts, ours=found["designer"], theirs=found[solver])
