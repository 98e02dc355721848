"""A whole set of structures searched for at once: as many copies of a model, each two far enough apart.

The copies are alike, so they are put in order by the tie-break's weights: a set is looked at once, in one order.
Change this when sets are to be compared by something other than the least distance between two of them.
"""

from collections.abc import Iterator
from itertools import combinations

from solver.distance import Away, Counts, free_cells, split
from solver.engine import Answer, Settings, Status, solve
from solver.goals.tie_break import GOAL as TIE_BREAK
from solver.linear import LinearModel, Term
from solver.model import Model
from solver.settle import Posts


class Sets:
    """Sets of `copies` structures within a model's rows, and one more that is given."""

    def __init__(self, model: Model, first: Counts, copies: int) -> None:
        self._variables = model.variables
        from_first = Away(model.variables).terms(first)
        self._weights = model.goal(TIE_BREAK)
        self._size = len(model.linear.names)
        self._copies = range(copies)
        self.linear = LinearModel()
        for copy in self._copies:
            self._add(model.linear, copy)
        self._least = self.linear.variable("distance", 0, sum(k.most for k in self._variables.problem.kinds))
        for copy in self._copies:
            self._far([(c, self._at(v, copy)) for c, v in from_first])
        for one, other in combinations(self._copies, 2):
            self._far(self._between(one, other))
        for copy in self._copies[1:]:
            lighter = [(-c, v) for c, v in self._weight(copy - 1)]
            self.linear.row("in order", [*self._weight(copy), *lighter], low=0)

    def _add(self, one: LinearModel, copy: int) -> None:
        self.linear.names.extend(f"{name} ({copy})" for name in one.names)
        self.linear.lows.extend(one.lows)
        self.linear.highs.extend(one.highs)
        self.linear.whole.extend(one.whole)
        for row in one.rows:
            self.linear.row(row.rule, [(c, self._at(v, copy)) for c, v in row.terms], low=row.low, high=row.high)

    def _at(self, variable: int, copy: int) -> int:
        return variable + copy * self._size

    def _weight(self, copy: int) -> list[Term]:
        return [(c, self._at(v, copy)) for c, v in self._weights]

    def _far(self, terms: list[Term]) -> None:
        self.linear.row("distance", [*terms, (-1, self._least)], low=0)

    def _between(self, one: int, other: int) -> list[Term]:
        terms: list[Term] = []
        for kinds in free_cells(self._variables.problem).values():
            width = sum(k.most - k.least for k in kinds)
            posts = self._variables.count(kinds)
            here, there = ([(sign, self._at(v, copy)) for _, v in posts] for sign, copy in ((1, one), (-1, other)))
            terms.extend(split(self.linear, [*here, *there], low=-width, high=width))
        return terms

    def apart(self, low: int, high: int, settings: Settings) -> Answer:
        """The set whose least distance is largest, where one is known to be at most `high` and sought from `low` on."""
        self.linear.lows[self._least], self.linear.highs[self._least] = low, high
        return solve(self.linear, [(-1, self._least)], settings)

    def chosen(self, values: tuple[int, ...], settings: Settings) -> tuple[int, ...]:
        """Of the sets as far apart as the values found, the one the tie-break chooses; these where a limit came."""
        self.linear.lows[self._least] = values[self._least]
        for copy in self._copies:
            answer = solve(self.linear, self._weight(copy), settings, values)
            if answer.status is not Status.SETTLED:
                return values
            values = answer.values
            for v in self._variables.posts.values():
                at = self._at(v, copy)
                self.linear.lows[at] = self.linear.highs[at] = values[at]
        return values

    def posts(self, values: tuple[int, ...]) -> Iterator[Posts]:
        """The posts of each copy in some values."""
        for copy in self._copies:
            counted = ((k, values[self._at(v, copy)]) for k, v in sorted(self._variables.posts.items()))
            yield tuple((kind, n) for kind, n in counted if n)
