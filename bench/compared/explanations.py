"""The first way out, and the conflict, of services with some 200 rules, beside CPMpy's `mus` on the same model.

Seconds are of the processor. CPMpy's conflict is one from which nothing can be left out; ours has the fewest demands.
Change this when explanations are to be compared with another tool.
"""

import json
import time
from collections.abc import Iterator
from pathlib import Path

from bench.compared.asked import NOT_INSTALLED, Asked
from bench.impossible import impossible
from bench.measured import Measured, measured
from bench.table import Row, within
from solver.demands import demands_of
from solver.engine import Settings
from solver.explaining.conflict import Conflict, smallest_conflict
from solver.explaining.elastic import Elastic
from solver.explaining.ways_out import ways_out
from solver.problem import Problem

BESIDE = Path(__file__).parent.with_name("mus_cpmpy.py")
WAY_SECONDS, CONFLICT_SECONDS = 2, 10


def model_text(problem: Problem) -> str:
    """The elastic model of a problem as JSON: bounds, rows, and the variables that are 0 where a demand holds."""
    elastic = Elastic(problem, Settings())
    linear = elastic.model.linear
    rows = [(row.terms, row.low, row.high) for row in linear.rows]
    return json.dumps({"lows": linear.lows, "highs": linear.highs, "rows": rows, "given": list(elastic.given.values())})


def way_row(name: str, problem: Problem) -> Row:
    """The first way out, which has no other beside it."""
    started = time.process_time()
    way = next(ways_out(problem), None)
    seconds = time.process_time() - started
    told = "none" if way is None else f"{len(way.gives)} demands give{'' if way.cheapest else ', price not settled'}"
    return Row(
        what="first way out",
        instance=name,
        seconds=seconds,
        settled=way is not None,
        came_to=told,
        bars=(within(seconds, WAY_SECONDS, settled=way is not None),),
    )


def conflict_row(name: str, problem: Problem, theirs: Measured) -> Row:
    """The conflict, beside CPMpy's."""
    started = time.process_time()
    found = smallest_conflict(problem)
    seconds = time.process_time() - started
    settled = isinstance(found, Conflict)
    ours = f"{len(found.demands)} demands" if isinstance(found, Conflict) else "undecided"
    return Row(
        what="conflict",
        instance=name,
        seconds=seconds,
        settled=settled,
        other="CPMpy mus",
        other_seconds=theirs.seconds,
        other_settled=not theirs.ended,
        ended=theirs.why_none,
        came_to=ours if theirs.ended else f"{ours} against {theirs.told['size']}",
        bars=(within(seconds, CONFLICT_SECONDS, settled=settled),),
    )


def rows(asked: Asked) -> Iterator[Row]:
    """Two lines a service in which nothing fits."""
    for posts, seed in asked.scale.services:
        problem = impossible(seed, posts)
        name = f"{posts} posts, seed {seed}, {len(demands_of(problem))} rules"
        yield way_row(name, problem)
        theirs = Measured(ended=NOT_INSTALLED)
        if asked.has("cpmpy"):
            limit = asked.scale.conflict_seconds
            theirs = measured([asked.python, str(BESIDE)], seconds=limit, text=model_text(problem))
        yield conflict_row(name, problem, theirs)
