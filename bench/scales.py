"""How much is measured: everything, or a few instances within small limits for a look at where things stand.

Change this when an instance is added, or when a limit is too small to say anything.
"""

from dataclasses import dataclass

from bench.frozen import frozen

LARGE = 1_000
"""Posts from which on a frozen council is large."""


@dataclass(frozen=True, kw_only=True)
class Scale:
    """Which instances, and limits in seconds of the clock.

    `goal_seconds`: a plain solver on each goal. `designer_seconds`: ours on all goals, far above what it takes.
    `futures` and `draws`: of a batch that is worked on, and of one that is only handed out.
    `trade_off_seconds`: each solver on the trade-offs of one council. `conflict_seconds`: CPMpy on one conflict.
    `comparison_seconds`: a whole comparison, after which its rows end; `whole_seconds`: all of them.
    """

    councils: tuple[str, ...]
    trade_off_councils: tuple[str, ...]
    alternative_councils: tuple[str, ...]
    plain_solvers: tuple[str, ...]
    restarts: tuple[str, ...]
    extracts: tuple[str, ...]
    services: tuple[tuple[int, int], ...]
    repeats: int
    futures: int
    draws: int
    goal_seconds: int
    designer_seconds: int
    trade_off_seconds: int
    conflict_seconds: int
    comparison_seconds: int
    whole_seconds: int


COUNCILS = tuple(each.name for each in frozen() if each.posts < LARGE)
EVERYTHING = Scale(
    councils=tuple(each.name for each in frozen()),
    trade_off_councils=COUNCILS,
    alternative_councils=COUNCILS,
    plain_solvers=("plain HiGHS", "plain CP-SAT, 2 workers", "plain CP-SAT, 1 worker"),
    restarts=("other seeds", "random objectives"),
    extracts=("csv", "xlsx"),
    services=tuple((posts, seed) for posts in (60, 100, 300) for seed in (1, 2, 3)),
    repeats=5,
    futures=1_000,
    draws=10_000,
    goal_seconds=30,
    designer_seconds=600,
    trade_off_seconds=300,
    conflict_seconds=60,
    comparison_seconds=4 * 3600,
    whole_seconds=8 * 3600,
)
QUICK = Scale(
    councils=COUNCILS[:1],
    trade_off_councils=COUNCILS[:1],
    alternative_councils=COUNCILS[:1],
    plain_solvers=("plain HiGHS", "plain CP-SAT, 2 workers"),
    restarts=("other seeds",),
    extracts=("csv", "xlsx"),
    services=((60, 1), (100, 1), (300, 1)),
    repeats=2,
    futures=20,
    draws=1_000,
    goal_seconds=5,
    designer_seconds=90,
    trade_off_seconds=30,
    conflict_seconds=20,
    comparison_seconds=240,
    whole_seconds=780,
)
SCALES = {"everything": EVERYTHING, "quick": QUICK}
