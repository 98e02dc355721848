"""How different two structures are: posts by team and role that stand in one and not in the other.

Posts whose number is settled before any search (held, transferred, protected at today's number: least = most) are left
out, since no structure could differ in them. `Away` says the same in rows, from counts that are given: exact wherever
the distance is pressed upwards.
Change this when posts are to be told apart by something other than team and role.
"""

from collections.abc import Mapping

from solver.linear import LinearModel, Term
from solver.problem import PostKind, Problem
from solver.settle import Posts
from solver.variables import Variables

Cell = tuple[str, str]
"""A team and a role."""
Counts = Mapping[Cell, int]


def free_cells(problem: Problem) -> dict[Cell, tuple[PostKind, ...]]:
    """Post kinds whose number is for the search to choose, by team and role, in their order."""
    free = {cell: tuple(k for k in kinds if k.least != k.most) for cell, kinds in problem.kinds_at.items()}
    return {cell: kinds for cell, kinds in free.items() if kinds}


def counts_of(problem: Problem, posts: Posts) -> dict[Cell, int]:
    """Posts by team and role, those whose number is settled left out."""
    count = dict(posts)
    return {cell: sum(count.get(k.id, 0) for k in kinds) for cell, kinds in free_cells(problem).items()}


def distance(one: Counts, other: Counts) -> int:
    """Posts by team and role that stand in one structure and not in the other, counted both ways."""
    return sum(abs(one.get(cell, 0) - other.get(cell, 0)) for cell in {*one, *other})


def split(linear: LinearModel, terms: list[Term], *, low: int, high: int) -> list[Term]:
    """Variables whose sum is at most the absolute value of `terms`, and may reach it.

    Args: where they go; a sum that lies between `low` and `high`. Where the sum cannot change its sign no variable is
    needed; else one part counts above nought and one below, and only one of the two may be in use.
    """
    if low >= 0:
        return terms
    if high <= 0:
        return [(-c, v) for c, v in terms]
    side = linear.variable("more, not fewer", 0, 1)
    more, fewer = linear.variable("more", 0, high), linear.variable("fewer", 0, -low)
    linear.row("apart", [*terms, (-1, more), (1, fewer)], low=0, high=0)
    linear.row("more", [(1, more), (-high, side)], high=0)
    linear.row("fewer", [(1, fewer), (-low, side)], high=-low)
    return [(1, more), (1, fewer)]


class Away:
    """The distance of the structure searched for from counts that are given, as terms and a constant.

    Structures with the same number of posts in a team and role share its variables.
    """

    def __init__(self, variables: Variables) -> None:
        self._cells = free_cells(variables.problem)
        self._posts = {cell: variables.count(kinds) for cell, kinds in self._cells.items()}
        self._linear = variables.linear
        self._one = self._linear.variable("one", 1, 1)
        self._known: dict[tuple[Cell, int], list[Term]] = {}

    def terms(self, counts: Counts) -> list[Term]:
        """What may reach the distance from these counts, and no more."""
        return [term for cell in self._cells for term in self._from(cell, counts[cell])]

    def _from(self, cell: Cell, there: int) -> list[Term]:
        if (cell, there) not in self._known:
            kinds = self._cells[cell]
            low, high = sum(k.least for k in kinds) - there, sum(k.most for k in kinds) - there
            difference = [*self._posts[cell], (-there, self._one)]
            self._known[cell, there] = split(self._linear, difference, low=low, high=high)
        return self._known[cell, there]
