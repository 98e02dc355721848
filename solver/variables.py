"""The decisions of docs/model.md as numbered variables, named after the domain.

Posts, open teams and placements are always whole. Work and payments are flows: once the posts are fixed a whole flow of
the same value exists, so an engine may relax them. Auxiliary variables are made only when a rule or a goal asks.
Change this when a decision is added to docs/model.md.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

from solver.demand import Demand
from solver.linear import LinearModel, Term
from solver.pools import Cells, pools_of
from solver.problem import FundingLine, Places, PostKind, Problem


class Variables:
    """Variable numbers by what they stand for, and the sums that several rules speak of."""

    def __init__(
        self, problem: Problem, linear: LinearModel, *, pooled: bool = False, elastic: Iterable[Demand] = ()
    ) -> None:
        self.problem = problem
        self.linear = linear
        self.given = {
            d: linear.variable(f"{d.rule} gives at {d.place} {d.side}".rstrip(), 0, d.most) for d in sorted(elastic)
        }
        self.pools = pools_of(problem, pooled=pooled)
        # Where more must stay than can exist, the variable has room for both and the rule kept_posts says no.
        self.posts = {
            k.id: linear.variable(f"posts {k.id}", self._fewest(k), max(k.least, k.most)) for k in problem.kinds
        }
        self.done = self._done()
        self.uncovered = {
            w.id: linear.variable(f"uncovered {w.id}", 0, w.demand_milli_fte, whole=False) for w in problem.works
        }
        people = {g.id: g.people for g in problem.groups}
        room = {p.id: self.most_room(p) for p in problem.places}
        self.placed = {
            (c.group, c.places): linear.variable(
                f"placed {c.group} in {c.places}", 0, max(0, min(people[c.group], room[c.places]))
            )
            for c in problem.claims
        }
        self.displaced = {g.id: linear.variable(f"displaced {g.id}", 0, g.people) for g in problem.groups}

    def _fewest(self, kind: PostKind) -> int:
        """The fewest posts of a kind that there may be: none where that they stay may give."""
        return 0 if Demand("kept_posts", kind.id) in self.given else kind.least

    def gives(self, coefficient: int, rule: str, place: str, side: str = "") -> list[Term]:
        """By how much a demand gives, times a coefficient: no term unless the model was built for it to give."""
        demand = Demand(rule, place, side)
        return [(coefficient, self.given[demand])] if demand in self.given else []

    def _done(self) -> dict[tuple[str, str, str], int]:
        able: dict[str, list[str]] = {}
        for ability in self.problem.abilities:
            able.setdefault(ability.work, []).append(ability.role)
        return {
            (w.id, team, role): self.linear.variable(
                f"done {w.id} in {team} by {role}", 0, w.demand_milli_fte, whole=False
            )
            for w in self.problem.works
            for team in sorted(w.teams)
            for role in able.get(w.id, [])
            if self.pools.stands_for(w, (team, role))
        }

    def posts_in(self, values: Sequence[int]) -> tuple[tuple[str, int], ...]:
        """Posts by kind in some values, sorted and without zeros."""
        counted = ((kind, values[v]) for kind, v in sorted(self.posts.items()))
        return tuple((kind, posts) for kind, posts in counted if posts)

    def time(self, cells: Cells, permille: int = 1000) -> list[Term]:
        """Direct time of the posts in some cells, or a share of each post's, rounded down post by post."""
        kinds = (kind for cell in cells for kind in self.problem.kinds_at[cell])
        return [(self.problem.direct_milli_fte(kind) * permille // 1000, self.posts[kind.id]) for kind in kinds]

    @cached_property
    def open(self) -> dict[str, int]:
        """A 0/1 variable per team: 1 when it has a post."""
        made = {}
        for team in self.problem.teams:
            switch = made[team.id] = self.linear.variable(f"open {team.id}", 0, 1)
            kinds = [k for k in self.problem.kinds if k.team == team.id]
            most = sum(k.most for k in kinds)
            posts = self.count(kinds)
            self.linear.row("open means posts", [*posts, (-1, switch)], low=0)
            self.linear.row("posts mean open", [*posts, (-most, switch)], high=0)
        return made

    @cached_property
    def someone_displaced(self) -> dict[str, int]:
        """A 0/1 variable per group: 1 when anyone in it is displaced."""
        made = {}
        for group in self.problem.groups:
            if group.people:
                switch = made[group.id] = self.linear.variable(f"someone displaced {group.id}", 0, 1)
                self.linear.row("someone displaced", [(1, self.displaced[group.id]), (-group.people, switch)], high=0)
        return made

    @cached_property
    def change(self) -> dict[str, int]:
        """Posts of a kind more or fewer than today (an upper estimate that its goal presses down)."""
        made = {}
        for kind in self.problem.kinds:
            most = max(kind.most - kind.today, kind.today - self._fewest(kind), 0)
            change = made[kind.id] = self.linear.variable(f"change {kind.id}", 0, most)
            posts = self.posts[kind.id]
            self.linear.row("change up", [(1, change), (-1, posts)], low=-kind.today)
            self.linear.row("change down", [(1, change), (1, posts)], low=kind.today)
        return made

    @cached_property
    def paid(self) -> dict[tuple[str, str, int], int]:
        """Pence a funding line pays for a kind of post in a year (a position in the problem's years)."""
        return {
            (line.id, kind.id, year): self.linear.variable(
                f"{line.id} pays {kind.id} in {self.problem.years[year]}",
                0,
                self._most_paid(line, kind, year),
                whole=False,
            )
            for line in self.problem.funding
            for kind in self.problem.kinds
            if kind.role in line.roles
            for year in range(len(self.problem.years))
        }

    def _most_paid(self, line: FundingLine, kind: PostKind, year: int) -> int:
        """The most a line can pay for a kind of post in a year: what all cost, or what the line has unless it gives."""
        cost = kind.most * kind.ceiling_pence[year]
        return cost if Demand("funding", line.id) in self.given else min(line.pence_by_year[year], cost)

    def count(self, kinds: Iterable[PostKind]) -> list[Term]:
        """Posts over some kinds."""
        return [(1, self.posts[k.id]) for k in kinds]

    def room(self, places: Places) -> list[Term]:
        """Places given by posts, before the reserved ones are taken off; fewer reserved is as much more room."""
        given = [(k.places, self.posts[k.id]) for k in self.problem.kinds_giving[places.id]]
        return [*given, *self.gives(1, "reserved_places", places.id)]

    def most_room(self, places: Places) -> int:
        """The most places there can be after the reserved ones."""
        reserved = 0 if Demand("reserved_places", places.id) in self.given else places.reserved
        return sum(k.places * k.most for k in self.problem.kinds_giving[places.id]) - reserved
