"""Every comparison by the name it is asked for, in the order of the table.

Each is loaded in its own process alone, so that one which cannot be loaded fails in its row and no other does.
Change this when there is another.
"""

from collections.abc import Callable, Iterator
from importlib import import_module

from bench.compared.asked import Asked
from bench.table import Row

COMPARISONS = {
    "intake": "bench.compared.intake",
    "compare": "bench.compared.compare",
    "why-not": "bench.compared.why_not",
    "explaining": "bench.compared.explanations",
    "frontier": "bench.compared.frontiers",
    "design": "bench.compared.designs",
    "alternatives": "bench.compared.alternatives",
    "batch": "bench.compared.batch",
    "service": "bench.compared.service",
}


def comparison(what: str) -> Callable[[Asked], Iterator[Row]]:
    """What makes the rows of a comparison."""
    rows: Callable[[Asked], Iterator[Row]] = import_module(COMPARISONS[what]).rows
    return rows
