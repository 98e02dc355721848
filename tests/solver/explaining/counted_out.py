"""Conflicts of tiny problems by counting out: every structure with the demands it breaks, then every set of demands.

Which demands a structure breaks is told by the sentences of docs/model.md on the problem with one of them at a time.
Reserved places and funding lines also change what the other sentences mean (room for claims, who pays what), so they
are counted out in every combination.
Change this when a demand joins the rules.
"""

from itertools import combinations

from solver.demand import Demand
from solver.demands import demands_of, without
from solver.problem import Problem
from solver.structure import Structure
from tests.properties.enumerate import breaches, can_be_paid, structures

ENTANGLED = frozenset({"reserved_places", "funding"})
Held = frozenset[Demand]


def breaks(problem: Problem, structure: Structure) -> bool:
    """Whether a structure breaks any rule, with payments made where they can be."""
    posts = {kind.id: 0 for kind in problem.kinds} | dict(structure.posts)
    return bool(breaches(problem, structure) - {"funding"}) or not can_be_paid(problem, posts)


class CountedOut:
    """Every structure of a tiny problem, and which sets of its demands any of them keeps."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.demands = demands_of(problem)
        self._structures = list(structures(self._only(frozenset())))
        self._known: dict[Held, set[Held]] = {}

    def _only(self, held: Held) -> Problem:
        return without(self.problem, (demand for demand in self.demands if demand not in held))

    def _broken(self, entangled: Held) -> set[Held]:
        """The other demands that each structure breaks, where it breaks nothing with only the entangled ones held."""
        if entangled not in self._known:
            bare = self._only(entangled)
            possible = [structure for structure in self._structures if not breaks(bare, structure)]
            alone = {d: self._only(entangled | {d}) for d in self.demands if d.rule not in ENTANGLED}
            self._known[entangled] = {
                frozenset(d for d, each in alone.items() if breaks(each, structure)) for structure in possible
            }
        return self._known[entangled]

    def fits(self, held: Held) -> bool:
        """Whether some structure keeps all of some demands."""
        entangled = frozenset(d for d in held if d.rule in ENTANGLED)
        return any(not out & held for out in self._broken(entangled))

    def conflicts(self) -> list[Held]:
        """Every conflict of the least size; none where something fits."""
        if self.fits(frozenset(self.demands)):
            return []
        sized = ([frozenset(held) for held in combinations(self.demands, n)] for n in range(len(self.demands) + 1))
        return next(found for sets in sized if (found := [held for held in sets if not self.fits(held)]))
