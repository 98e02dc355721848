"""Bounds inside bounds against counting out.

Change this when contests can part what an earlier one joined.
"""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.claims.bounds import Bound, joined
from solver.flows import greatest_flow
from solver.network import SINK, SOURCE

NAMES = ("g", "h", "k")


@st.composite
def bounds(draw: st.DrawFn) -> Bound:
    """g and h known only together after a contest, and k joined to them after another."""
    leaves = [Bound(draw(st.integers(0, 3)), name=name) for name in NAMES]
    pair = joined(leaves[:2], less=0)
    pair = joined(leaves[:2], less=draw(st.integers(0, pair.most)))
    every = joined([pair, leaves[2]], less=0)
    return joined([pair, leaves[2]], less=draw(st.integers(0, every.most)))


def _holds(bound: Bound, counts: dict[str, int]) -> bool:
    within = all(_holds(inner, counts) for inner in bound.within)
    return within and sum(counts[name] for name in bound.names) <= bound.most


@settings(max_examples=60, deadline=None)
@given(bounds(), st.frozensets(st.sampled_from(NAMES)))
def test_the_most_of_some_equals_counting_out(bound: Bound, some: frozenset[str]) -> None:
    """Of any of the names there can be as many as some counts within every bound have; a flow carries as many."""
    every = (dict(zip(NAMES, counts, strict=True)) for counts in product(range(4), repeat=3))
    most = max(sum(counts[name] for name in some) for counts in every if _holds(bound, counts))
    assert bound.of(some) == most
    down = [*bound.arcs("people", "0"), *((("people", name), SINK, 9) for name in some)]
    up = [*bound.arcs("places", "0"), *((SOURCE, ("places", name), 9) for name in some)]
    assert greatest_flow(down).amount == greatest_flow(up).amount == most


def test_names_are_those_of_every_part() -> None:
    """A joined bound speaks of all its parts, one alone of itself."""
    alone = Bound(2, name="g")
    assert alone.names == {"g"}
    assert joined([alone, Bound(1, name="h")], less=1) == Bound(2, (alone, Bound(1, name="h")))
    assert joined([alone, Bound(1, name="h")], less=1).names == {"g", "h"}
