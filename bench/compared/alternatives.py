"""Ten structures within 5 % of a council's design, beside random restarts of as many processor seconds.

How restarts are made and the farthest of them chosen is in `bench/restarts.py`. Their time is set equal, so the ratio
is that of the least distances between two structures; restarts as found, without choosing, are told beside it.
Change this when alternatives are to be set beside something else.
"""

import time
from collections.abc import Iterator

from bench.compared.asked import Asked
from bench.frozen import frozen
from bench.restarts import farthest_of, least, restarts, weights
from bench.table import Row, at_least, within
from solver.alternatives import alternatives, kept_within
from solver.distance import counts_of
from solver.outcome import Designed
from solver.problem import Problem
from solver.search import design

COUNT, SLACK = 10, 500
BAR_SECONDS, AIM = 60, 2


def rows(asked: Asked) -> Iterator[Row]:
    """Three lines a council."""
    for each in frozen():
        if each.name in asked.scale.alternative_councils:
            yield from rows_of(each.name, each.problem(), asked.scale.restarts)


def rows_of(name: str, problem: Problem, kinds: tuple[str, ...], count: int = COUNT) -> Iterator[Row]:
    """Our time, then what each kind of restart comes to in as much."""
    first = design(problem)
    if not isinstance(first, Designed):
        yield Row(what="alternatives", instance=name, settled=False, came_to="the design did not settle")
        return
    started = time.process_time()
    found = alternatives(problem, first, count=count, slack=SLACK)
    seconds = time.process_time() - started
    many = f"{len(found.structures)} of {count}"
    yield Row(
        what="alternatives",
        instance=name,
        seconds=seconds,
        came_to=f"{many}, at least {found.least} posts apart; no set more than {found.bound}",
        bars=(within(seconds, BAR_SECONDS, settled=len(found.structures) == count or found.none_left),),
    )
    for kind in kinds:
        there = restarts(problem, kept_within(first, SLACK), seconds, weights(kind))
        own = counts_of(problem, first.structure.posts)
        chosen, as_found = farthest_of(own, there, count), [own, *there[: count - 1]]
        told = f"{len(chosen)} chosen from {len(there)}, {least(as_found)} as found"
        yield beside(name, kind, seconds, ours=found.least or 0, theirs=(least(chosen), told))


def beside(name: str, kind: str, seconds: float, *, ours: int, theirs: tuple[int, str]) -> Row:
    """One kind of restart: the least distance of ours, and of what was chosen, told with how it was."""
    apart, chosen = theirs
    far = ours / apart if apart else None
    return Row(
        what="alternatives",
        instance=name,
        seconds=seconds,
        other=f"restarts, {kind}",
        ended="as long",
        ratio="" if far is None else f"{far:.2f} as far",
        came_to=f"{ours} posts apart against {apart}: {chosen}",
        bars=() if far is None else (at_least(far, AIM, "as far"),),
    )
