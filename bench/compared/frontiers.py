"""Trade-offs of cost against people displaced, beside the same loop on plain HiGHS and beside PyAUGMECON 2.

Points are compared when steps within the tolerance are taken out. PyAUGMECON is handed rows in which work uncovered is
held already, and its seconds are those of its walk alone; all are seconds of the clock.
Change this when trade-offs are to be compared with another tool.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bench import frontiers
from bench.compared.asked import NOT_INSTALLED, Asked
from bench.frontiers import AUGMECON, points_of
from bench.table import Bar, Row, at_least, times_ours, within
from bench.trade_off_problems import problems

CASE_SECONDS, COUNCIL_SECONDS, AIM = 5, 300, 5
LOOP = "plain HiGHS loop"
Found = Mapping[str, object]


def share_open(found: Found) -> str:
    """How much a measurement left open, in words."""
    share = found["open_share"]
    return "complete" if share == 0 else "open" if share is None else f"{100 * float(str(share)):.1f} % open"


def row(name: str, other: str, *, ours: Found, theirs: Found | str) -> Row:
    """One line: ours beside one other, or beside why it has nothing ("not installed")."""
    points, done = points_of(dict(ours)), ours["open_share"] == 0
    alone = Row(
        what="frontier",
        instance=name,
        seconds=float(str(ours["seconds"])),
        settled=done,
        other=other,
        came_to=f"{len(points)} points, {share_open(ours)}",
        bars=(bar(name, ours),),
    )
    if isinstance(theirs, str):
        return replace(alone, ended=theirs)
    if not theirs["seconds"]:
        return replace(alone, ended="failed")
    closed, others = theirs["open_share"] == 0, points_of(dict(theirs))
    verdict = "the same points" if others == points else "OTHER POINTS"
    told = verdict if done and closed else f"{len(others)} points, {share_open(theirs)}"
    made = replace(
        alone,
        other_seconds=float(str(theirs["seconds"])),
        other_settled=closed,
        came_to=f"{alone.came_to}; {told}",
    )
    times = times_ours(made)
    aims = () if times is None else (at_least(times, AIM, "as fast"),)
    return replace(made, bars=(*made.bars, *aims))


def bar(name: str, ours: Found) -> Bar:
    """What we set ourselves: seconds for a case, completeness within five minutes for a council."""
    seconds, done = float(str(ours["seconds"])), ours["open_share"] == 0
    if not name.startswith("council"):
        return within(seconds, CASE_SECONDS, settled=done)
    late = "" if done and seconds <= COUNCIL_SECONDS else f"({share_open(ours)} after {seconds:.0f} s)"
    return Bar(told=f"complete in {COUNCIL_SECONDS} s", short=late)


def rows(asked: Asked) -> Iterator[Row]:
    """Every designed option of the cases, then the chosen councils."""
    scale = asked.scale
    for name, make in problems().items():
        if name.startswith("council") and name not in scale.trade_off_councils:
            continue
        ours = frontiers.run("designer", name, scale.trade_off_seconds)
        theirs = frontiers.run(LOOP, name, scale.trade_off_seconds)
        yield row(name, LOOP, ours=ours, theirs=theirs)
        beside: Found | str = NOT_INSTALLED
        if asked.has("pyaugmecon"):
            beside = frontiers.augmecon(make(), asked.python, scale.trade_off_seconds)
        yield row(name, AUGMECON, ours=ours, theirs=beside)
