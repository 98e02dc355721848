"""Trade-offs of cost against people displaced, beside the same loop on plain HiGHS and beside PyAUGMECON 2.

Points are compared when steps within the tolerance are taken out. PyAUGMECON is handed rows in which work uncovered is
held already, and its seconds are those of its walk alone; all are seconds of the clock.
Change this when trade-offs are to be compared with another tool.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench.compared.asked import NOT_INSTALLED, Asked
from bench.measured import Measured, late, measured
from bench.plain_frontier import LIMITED, MEASURED, held_rows
from bench.table import Bar, Row, at_least, times_ours, within
from bench.trade_off_problems import problems
from solver.problem import Problem
from solver.search import PEOPLE_FIRST
from solver.tradeoffs.least import points_taken

CASE_SECONDS, COUNCIL_SECONDS, AIM = 5, 300, 5
LOOP, AUGMECON = "plain HiGHS loop", "PyAUGMECON 2, HiGHS"
BESIDE = Path(__file__).parent.with_name("augmecon_points.py")
WORKERS = 1
"""Processes of PyAUGMECON: one, as ours; starting more takes seconds."""
SPARE_SECONDS = 300
"""What a solver may take beyond its limit before it is ended: a solve that cannot be stopped."""


def walked(solver: str, name: str, seconds: int) -> Measured:
    """One of our own measurements in its own process."""
    command = [sys.executable, "-m", "bench.frontier_one", solver, name, str(seconds)]
    return measured(command, seconds=seconds + SPARE_SECONDS)


def augmecon(problem: Problem, python: str, seconds: int) -> Measured:
    """PyAUGMECON's points of the same rows, in its own Python: all of them, or how it ended."""
    rows = held_rows(problem, seconds=seconds)
    if rows is None:
        return late(seconds)
    goals = [rows.goals[name][0] for name in (MEASURED, LIMITED)]
    told = {"bounds": rows.bounds, "rows": rows.rows, "goals": goals, "workers": WORKERS}
    found = measured([python, str(BESIDE)], seconds=seconds, text=json.dumps(told))
    if found.ended:
        return found
    people, pence = rows.goals[LIMITED][1], rows.goals[MEASURED][1]
    points = [[displaced + people, cost + pence] for displaced, cost in found.told["points"]]
    return Measured(told={**found.told, "points": points, "open_share": 0.0})


def points_of(found: Measured) -> list[tuple[int, ...]]:
    """A measurement's points, steps within the tolerance taken out."""
    return points_taken([tuple(point) for point in found.told["points"]], dict(PEOPLE_FIRST)[MEASURED])


def share_open(found: Measured) -> str:
    """How much a measurement left open, in words."""
    share = found.told["open_share"]
    return "complete" if share == 0 else "open" if share is None else f"{100 * share:.1f} % open"


def bar(name: str, ours: Measured) -> Bar:
    """What we set ourselves: seconds for a case, completeness within five minutes for a council."""
    seconds, done = ours.told["seconds"], ours.told["open_share"] == 0
    if not name.startswith("council"):
        return within(seconds, CASE_SECONDS, settled=done)
    short = "" if done and seconds <= COUNCIL_SECONDS else f"({share_open(ours)} after {seconds:.0f} s)"
    return Bar(told=f"complete in {COUNCIL_SECONDS} s", short=short)


def row(name: str, other: str, *, ours: Measured, theirs: Measured) -> Row:
    """One line: ours beside one other, or beside why it has nothing ("not installed")."""
    bare = Row(what="frontier", instance=name, settled=False, other=other, ended=theirs.why_none)
    if ours.ended:
        return replace(bare, came_to=f"ours {ours.ended}")
    points, done = points_of(ours), ours.told["open_share"] == 0
    alone = replace(
        bare,
        seconds=ours.told["seconds"],
        settled=done,
        came_to=f"{len(points)} points, {share_open(ours)}",
        bars=(bar(name, ours),),
    )
    if theirs.seconds is None:
        return alone
    beside = replace(alone, other_seconds=theirs.seconds, other_settled=not theirs.ended)
    return with_aim(beside if theirs.ended else both(beside, points, theirs))


def both(beside: Row, points: list[tuple[int, ...]], theirs: Measured) -> Row:
    """The row with what the other came to: whether the points are the same where both are complete."""
    closed, others = theirs.told["open_share"] == 0, points_of(theirs)
    verdict = "the same points" if others == points else "OTHER POINTS"
    told = verdict if beside.settled and closed else f"{len(others)} points, {share_open(theirs)}"
    return replace(beside, other_settled=closed, came_to=f"{beside.came_to}; {told}")


def with_aim(row: Row) -> Row:
    """The row with how many times as fast ours was to be, where there is a ratio."""
    times = times_ours(row)
    aims = () if times is None else (at_least(times, AIM, "as fast"),)
    return replace(row, bars=(*row.bars, *aims))


def rows(asked: Asked) -> Iterator[Row]:
    """Every designed option of the cases, then the chosen councils."""
    scale = asked.scale
    for name, make in problems().items():
        if name.startswith("council") and name not in scale.trade_off_councils:
            continue
        ours = walked("designer", name, scale.trade_off_seconds)
        yield row(name, LOOP, ours=ours, theirs=walked(LOOP, name, scale.trade_off_seconds))
        beside = Measured(ended=NOT_INSTALLED)
        if asked.has("pyaugmecon"):
            beside = augmecon(make(), asked.python, scale.trade_off_seconds)
        yield row(name, AUGMECON, ours=ours, theirs=beside)
