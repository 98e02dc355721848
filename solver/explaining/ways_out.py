"""Ways out where nothing fits: the least that has to give for something to fit, several ways that share nothing.

What is most open to negotiation is asked to give first; only where that is not enough may the next level give as well.
Of the ways at a level the cheapest is taken, demands in different units being compared by what a unit costs about; what
it uses is then forbidden and the search goes on. Rules of structure and statute are never offered. Every way out is
applied to the problem itself, and a structure that the checker accepts shows that it fits.
Change this when a way out is to be compared by something other than level, then price.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from solver.demand import Demand
from solver.demands import loosened, may_give
from solver.engine import Answer, Settings, Status
from solver.explaining.elastic import LITTLE, Elastic
from solver.explaining.weights import tie_weight
from solver.judged import judged
from solver.problem import Problem
from solver.structure import Structure

Levels = tuple[tuple[str, ...], ...]

NEGOTIABLE: Levels = (
    ("pins", "no_worse"),
    ("no_idle", "span", "team_sizes", "teams_open", "unsplit_work", "absorbed_management"),
    ("cover", "grade_mix", "role_limits"),
    ("payback", "one_off"),
    ("ceiling",),
    ("displaced_limit",),
)
"""Rules by how open they are to negotiation, the most open first, unless the scenario says otherwise.

Wishes of the question itself come first; then how the service is arranged, which management decides; then safeguards of
its quality; then money once, which reserves can bridge; then money every year, which members vote; people last.
"""
EFFORT, SMALL_EFFORT = 0.3, 0.1
"""Effort to spend on making one way out cheaper, and then, where that is not settled, on making each part smaller."""


@dataclass(frozen=True, kw_only=True)
class WayOut:
    """Demands that give, each by so much of its unit, and a structure that fits once they do.

    `level` is the last level of negotiability it needs, from 0; `price_pence` compares ways, and is not what one costs.
    `cheapest` says that no other demands of its level, apart from those used before, would do for a lower price.
    """

    gives: tuple[tuple[Demand, int], ...]
    level: int
    price_pence: int
    cheapest: bool
    problem: Problem
    structure: Structure


def levels_of(first: Iterable[str]) -> Levels:
    """Levels in which the rules named come first, one by one, and all others after them in the usual order."""
    named = tuple(dict.fromkeys(first))
    rest = (tuple(rule for rule in level if rule not in named) for level in NEGOTIABLE)
    return (*((rule,) for rule in named), *(level for level in rest if level))


def unit_prices_pence(problem: Problem) -> dict[str, int]:
    """What one unit of a demand costs about, in pence: a post what posts cost on average, a person an exit."""
    kinds = problem.kinds
    pence, milli_fte = sum(k.cost_pence for k in kinds), sum(k.milli_fte for k in kinds)
    post = max(1, pence // max(1, len(kinds)))
    time = max(1, pence // max(1, milli_fte))
    return {
        "pence": 1,
        "thousandths of FTE": time,
        "weighted thousandths of FTE": time,
        "people": problem.limits.exit_pence or post,
        **dict.fromkeys(("posts", "reports", "teams", "blocks of work", "places", "roles"), post),
    }


def ways_out(
    problem: Problem, settings: Settings | None = None, *, levels: Levels = NEGOTIABLE, at_most: int = 5
) -> Iterator[WayOut]:
    """Find ways out of a problem in which nothing fits, the most negotiable first, one after the other.

    Nothing is yielded where no rule that may give is in the way, and one without `gives` where something fits as it is.
    It ends early where a limit or a stop comes first.
    """
    search = _Search(problem, settings or Settings(), levels)
    for _ in range(at_most):
        way = search.next()
        if way is None:
            return
        yield way
        if not way.gives:
            return


def none_at_all(problem: Problem, settings: Settings | None = None, *, levels: Levels = NEGOTIABLE) -> bool:
    """Whether it is settled that there is no way out: nothing fits even where all that may give does.

    False where there is one, and where a limit or a stop comes first.
    """
    return _Search(problem, settings or Settings(), levels).possible() is Status.INFEASIBLE


class _Search:
    """The elastic problem, what may still be asked to give, and at what price."""

    def __init__(self, problem: Problem, settings: Settings, levels: Levels) -> None:
        self.elastic = Elastic(problem, settings)
        self.levels = {rule: number for number, rules in enumerate(levels) for rule in rules}
        prices = unit_prices_pence(problem)
        self.price = {demand: prices[demand.unit] for demand in self.elastic.demands}
        self.offered = [d for d in self.elastic.demands if may_give(d) and d.rule in self.levels]
        self.last = max(self.levels.values(), default=0)
        self.level, self.sure = 0, True

    def possible(self) -> Status:
        """Whether anything fits where all that is still offered gives."""
        return self._can_do_with(self.offered, (*LITTLE, None))

    def next(self) -> WayOut | None:
        """The next way out: of the most negotiable level that has one, the cheapest; None where none is found."""
        if self.possible() is not Status.SETTLED:
            return None
        while (enough := self._can_do_with(self._free(), LITTLE)) is not Status.SETTLED and self.level < self.last:
            self.sure = self.sure and enough is Status.INFEASIBLE
            self.level += 1
        free = {demand: demand.most for demand in self._free()}
        answer = self.elastic.least({demand: self.price[demand] for demand in free}, free, effort=EFFORT)
        priced = bool(answer.values)
        if not priced:
            answer = self.elastic.least({}, free)
        if not answer.values:
            return None
        settled = priced and answer.status is Status.SETTLED
        answer = self._first_by_name(free, answer) if settled else self._smaller(answer)
        return self._shown(answer, cheapest=self.sure and settled)

    def _free(self) -> list[Demand]:
        """The demands that may give at the level reached."""
        return [demand for demand in self.offered if self.levels[demand.rule] <= self.level]

    def _can_do_with(self, free: Collection[Demand], efforts: tuple[float | None, ...]) -> Status:
        """Whether it would do that some demands give and no others do."""
        among = {*free}
        return self.elastic.holds([d for d in self.elastic.demands if d not in among], efforts)[0]

    def _first_by_name(self, free: Mapping[Demand, int], answer: Answer) -> Answer:
        """Of ways out alike in price the one a hash of the demands' names chooses, so that it is always the same."""
        if not answer.value:
            return answer
        terms = [(self.price[d], self.elastic.given[d]) for d in free]
        rows = self.elastic.row("price", terms, answer.value)
        other = self.elastic.least({d: tie_weight(d) * self.price[d] for d in free}, free, effort=EFFORT)
        self.elastic.cut(rows)
        return replace(other, status=Status.SETTLED) if other.values else answer

    def _smaller(self, answer: Answer) -> Answer:
        """Each demand in its turn made to give as little as can be with the others giving no more than they do.

        Those that cost little come first, so that what is not needed at all goes first.
        """
        most = self.elastic.gives(answer)
        for demand in sorted(most, key=lambda d: (self.price[d] * most[d], d)):
            less = self.elastic.least({demand: 1}, most, effort=SMALL_EFFORT)
            if less.values:
                gives = self.elastic.gives(less)
                answer, most = replace(less, status=Status.FOUND), {d: gives.get(d, 0) for d in most}
        return answer

    def _shown(self, answer: Answer, *, cheapest: bool) -> WayOut:
        """Apply a way out to the problem and fill in the posts found; what does not pass the checker is our defect."""
        gives = self.elastic.gives(answer)
        self.offered = [demand for demand in self.offered if demand not in gives]
        problem = loosened(self.elastic.problem, gives)
        structure = judged(problem, self.elastic.model.variables.posts_in(answer.values), kept={})
        return WayOut(
            gives=tuple(sorted(gives.items())),
            level=max((self.levels[d.rule] for d in gives), default=0),
            price_pence=sum(self.price[demand] * by for demand, by in gives.items()),
            cheapest=cheapest,
            problem=problem,
            structure=structure,
        )
