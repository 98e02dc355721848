"""Greatest flows against their least cuts, and flows pushed further against flows pushed at once.

Change this when a flow needs costs, or lower bounds on its arcs.
"""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from solver.network import SINK, SOURCE, Network, Node

NODES: tuple[Node, ...] = (SOURCE, SINK, ("a",), ("b",), ("c",), ("d",))
ARCS = st.lists(
    st.tuples(st.sampled_from(NODES), st.sampled_from(NODES), st.integers(0, 4)).filter(lambda arc: arc[0] != arc[1]),
    max_size=14,
)


def least_cut(arcs: list[tuple[Node, Node, int]]) -> int:
    """The least capacity out of any set of nodes that holds the source and not the sink."""
    inner = NODES[2:]
    sides = [{SOURCE, *chosen} for size in range(len(inner) + 1) for chosen in combinations(inner, size)]
    return min(sum(most for start, end, most in arcs if start in side and end not in side) for side in sides)


@settings(max_examples=150, deadline=None)
@given(ARCS)
def test_the_greatest_flow_is_the_least_cut(arcs: list[tuple[Node, Node, int]]) -> None:
    """What flows is what the least cut holds, the nodes reached are such a cut, and no arc holds more than it may."""
    network = Network()
    numbers = [network.arc(*arc) for arc in arcs]
    most = network.push()
    reached = network.reached()
    assert most == least_cut(arcs) == sum(n for start, end, n in arcs if start in reached and end not in reached)
    assert all(0 <= network.flow(number) <= n for number, (_, _, n) in zip(numbers, arcs, strict=True))
    for node in NODES[2:]:
        into = sum(network.flow(number) for number, (_, end, _) in zip(numbers, arcs, strict=True) if end == node)
        out = sum(network.flow(number) for number, (start, _, _) in zip(numbers, arcs, strict=True) if start == node)
        assert into == out


@settings(max_examples=80, deadline=None)
@given(ARCS, ARCS)
def test_pushing_further_takes_nothing_from_what_left_the_source(
    first: list[tuple[Node, Node, int]], later: list[tuple[Node, Node, int]]
) -> None:
    """Arcs added later bring the flow to the greatest of both together, and no need served before is served less."""
    network = Network()
    served = [network.arc(*arc) for arc in first if arc[0] == SOURCE]
    for arc in first:
        if arc[0] != SOURCE:
            network.arc(*arc)
    begun = network.push()
    before = [network.flow(number) for number in served]
    for arc in later:
        network.arc(*arc)
    assert begun + network.push() == least_cut([*first, *later])
    assert all(network.flow(number) >= n for number, n in zip(served, before, strict=True))


def test_an_arc_without_limit_passes_what_the_others_let_through() -> None:
    """Three leave the source, five may enter the sink, and what lies between sets no limit."""
    network = Network()
    network.arc(SOURCE, ("a",), 3)
    open_arc = network.arc(("a",), ("b",), None)
    network.arc(("b",), SINK, 5)
    assert network.push() == 3
    assert network.flow(open_arc) == 3
