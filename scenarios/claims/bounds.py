"""Bounds on sets inside sets: so many people of these groups together, of whom at most so many of this one.

After a contest nobody knows who was appointed, so what is left of several groups is known only together. Such bounds
nest, because each contest joins what the ones before it left. A greatest flow through them says how many can be placed
without deciding who. Change this when contests can part what an earlier one joined.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from solver.network import SINK, SOURCE, Node

Arc = tuple[Node, Node, int | None]


@dataclass(frozen=True)
class Bound:
    """At most so many, of the named one or of all within."""

    most: int
    within: tuple[Bound, ...] = ()
    name: str = ""

    @property
    def names(self) -> frozenset[str]:
        """Everything named within."""
        own = {self.name} if not self.within else set()
        return frozenset(own.union(*(inner.names for inner in self.within)))

    def of(self, names: frozenset[str]) -> int:
        """The most there can be of some of the names together."""
        inner = sum(part.of(names) for part in self.within) if self.within else self.most * (self.name in names)
        return min(self.most, inner)

    def arcs(self, kind: str, number: str) -> Iterator[Arc]:
        """Arcs through which these flow: from SOURCE down to ("people", name), or from ("places", name) to SINK."""
        end = SOURCE if kind == "people" else SINK
        yield from self._arcs(kind, number, end)

    def _arcs(self, kind: str, number: str, above: Node) -> Iterator[Arc]:
        node: Node = ("joined", kind, number) if self.within else (kind, self.name)
        yield (above, node, self.most) if kind == "people" else (node, above, self.most)
        for position, inner in enumerate(self.within):
            yield from inner._arcs(kind, f"{number}.{position}", node)


def joined(bounds: list[Bound], *, less: int) -> Bound:
    """One bound over several, `less` of whose total are gone."""
    return Bound(sum(bound.of(bound.names) for bound in bounds) - less, tuple(bounds))
