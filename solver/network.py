"""A network of whole capacities, and the greatest flow from its source to its sink, pushed further as arcs are added.

Dinic's method: shortest ways first, as many as there are at a time (Y. Dinitz, 1970). Written here because the networks
are small and asked about hundreds of times a comparison: a graph library took longer to load than all of them to solve.
Change this when a flow needs costs, or lower bounds on its arcs.
"""

from collections import deque

Node = tuple[str, ...]
SOURCE: Node = ("source",)
SINK: Node = ("sink",)
NO_LIMIT = 2**62
"""More than any sum of people or thousandths of FTE."""


class Network:
    """Nodes and arcs, and a flow in them that is the greatest once `push` has run.

    Arcs are kept in pairs, each beside the way back on which its flow can be taken off again: arc `n` and arc `n ^ 1`.
    """

    def __init__(self) -> None:
        self._from: dict[Node, list[int]] = {SOURCE: [], SINK: []}
        self._to: list[Node] = []
        self._room: list[int] = []

    def arc(self, start: Node, end: Node, most: int | None) -> int:
        """Add an arc with the most that may flow along it (None: no limit) and return its number."""
        number = len(self._to)
        self._to += (end, start)
        self._room += (NO_LIMIT if most is None else most, 0)
        self._from.setdefault(start, []).append(number)
        self._from.setdefault(end, []).append(number + 1)
        return number

    def flow(self, arc: int) -> int:
        """What flows along an arc."""
        return self._room[arc ^ 1]

    def push(self) -> int:
        """Push more from source to sink until no more goes, and return how much more that was.

        What leaves the source along an arc never becomes less, so needs served first stay served.
        """
        pushed = 0
        while SINK in (steps := self._steps()):
            tried = dict.fromkeys(self._from, 0)
            while more := self._push_along_one_way(steps, tried):
                pushed += more
        return pushed

    def reached(self) -> frozenset[Node]:
        """The nodes that more could still reach from the source: after `push`, the least cut nearest to it."""
        return frozenset(self._steps())

    def _steps(self) -> dict[Node, int]:
        """The number of arcs with room on the shortest way from the source, for every node there is a way to."""
        steps, ahead = {SOURCE: 0}, deque([SOURCE])
        while ahead:
            node = ahead.popleft()
            for arc in self._from[node]:
                following = self._to[arc]
                if self._room[arc] and following not in steps:
                    steps[following] = steps[node] + 1
                    ahead.append(following)
        return steps

    def _push_along_one_way(self, steps: dict[Node, int], tried: dict[Node, int]) -> int:
        """Push as much as one shortest way holds, and return that; 0 when no such way is left.

        `tried` counts the arcs out of each node that lead nowhere any more.
        """
        way: list[int] = []
        node = SOURCE
        while node != SINK:
            arc = self._next(node, steps, tried)
            if arc is not None:
                way.append(arc)
                node = self._to[arc]
            elif way:  # a dead end: go back by the arc that led here, and do not try it again
                node = self._to[way.pop() ^ 1]
                tried[node] += 1
            else:
                return 0
        most = min(self._room[arc] for arc in way)
        for arc in way:
            self._room[arc] -= most
            self._room[arc ^ 1] += most
        return most

    def _next(self, node: Node, steps: dict[Node, int], tried: dict[Node, int]) -> int | None:
        """The first arc out of a node with room and one step further on; None when there is none left."""
        arcs, further = self._from[node], steps[node] + 1
        while tried[node] < len(arcs):
            arc = arcs[tried[node]]
            if self._room[arc] and steps.get(self._to[arc]) == further:
                return arc
            tried[node] += 1
        return None
