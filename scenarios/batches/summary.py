"""All futures of a batch in one document: what each option comes to over them, what loses least, what is not known.

Rows are taken in one future after the other, so that ten thousand of them need no more room than ten.
Change this when a summary has to tell something more; doors outside the project read it, so fields are added, never
changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from scenarios.batches.futures import Future
from scenarios.batches.losing import Losses
from scenarios.batches.plan import Plan
from scenarios.batches.rows import Row, rules_in
from scenarios.comparing.result import Frozen
from scenarios.compiling.limits import order_of
from scenarios.schema.units import print_number

MAIN = ("", "people_first")
"""Anchors whose row stands for the option: that of a given one, and the design in the case's own order of goals."""
MOST_NAMES = 30
MEASURE = (
    "Loss is measured goal by goal in the case's order: what a structure comes to in a future as it is today, less the "
    "least that any structure compared comes to there which keeps the rules there; within a goal's tolerance it counts "
    "as none. Its worst future is the one with the largest loss on the first goal, then on the next."
)


class Range(Frozen):
    """The least and the most of a figure over the futures in which it is known."""

    low: float
    high: float


class Cell(Frozen):
    """What an option comes to in one future; null where it is not known or there is no structure."""

    future: str
    feasible: Literal["yes", "no", "not settled"]
    annual_cost: float | None
    displaced_at_least: int | None
    displaced_at_most: int | None
    uncovered_fte: float | None


class OptionSummary(Frozen):
    """One option in one branch over all futures. Of a design, in each future the structure found anew, people first.

    `feasible_in` futures in which a structure keeps every rule; `cells` those of named futures; `today_holds_in` those
    in which its posts of today break no rule that they keep as things are; null where it has none today.
    `rules_broken` by a given structure in any future; `today_rules_broken` in those in which they do not hold.
    """

    option: str
    branch: str | None
    kind: Literal["as_is", "given", "designed"]
    futures: int
    feasible_in: int
    infeasible_in: int
    not_settled_in: int
    infeasible_futures: tuple[str, ...]
    rules_broken: tuple[str, ...]
    annual_cost: Range | None
    displaced: Range | None
    uncovered_fte: Range | None
    today_holds_in: int | None
    today_gives_futures: tuple[str, ...]
    today_rules_broken: tuple[str, ...]
    cells: tuple[Cell, ...]


class GoalLoss(Frozen):
    """A loss on one goal, in its unit: weighted thousandths of FTE, people or pence."""

    goal: str
    loss: int


class StructureLoss(Frozen):
    """One structure of today over all futures: in how many it keeps every rule, and its worst future."""

    option: str
    anchor: str | None
    keeps_rules_in: int
    worst_future: str | None
    worst_loss: tuple[GoalLoss, ...]


class BranchLosses(Frozen):
    """The structures compared in one branch, those that lose least first; `least` how many of them lose alike least."""

    branch: str | None
    futures: int
    least: int
    structures: tuple[StructureLoss, ...]


class BatchSummary(Frozen):
    """A batch in one document."""

    case: str
    title: str
    illustration: bool
    note: str | None
    currency: Literal["GBP"] = "GBP"
    input_digest: str
    futures: int
    named: int
    grid: int
    drawn: int
    rows: int
    draws: tuple[str, ...]
    options: tuple[OptionSummary, ...]
    measure: str = MEASURE
    losses: tuple[BranchLosses, ...]
    not_known: tuple[str, ...]
    settled: bool


@dataclass
class _Spread:
    low: float | None = None
    high: float | None = None

    def add(self, low: float | None, high: float | None) -> None:
        if low is not None and high is not None:
            self.low = low if self.low is None else min(self.low, low)
            self.high = high if self.high is None else max(self.high, high)

    def range(self) -> Range | None:
        return None if self.low is None or self.high is None else Range(low=self.low, high=self.high)


@dataclass
class _Option:
    """One option in one branch, future after future."""

    kind: Literal["as_is", "given", "designed"]
    feasible: dict[str, int] = field(default_factory=lambda: {"yes": 0, "no": 0, "not settled": 0})
    infeasible_futures: list[str] = field(default_factory=list)
    rules: set[str] = field(default_factory=set)
    today_rules: set[str] = field(default_factory=set)
    cost: _Spread = field(default_factory=_Spread)
    displaced: _Spread = field(default_factory=_Spread)
    uncovered: _Spread = field(default_factory=_Spread)
    cost_unknown: int = 0
    today: int = 0
    today_holds: int = 0
    today_gives: list[str] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)

    def add(self, future: Future, row: Row) -> None:
        self.feasible[row.feasible] += 1
        if row.feasible == "no" and len(self.infeasible_futures) < MOST_NAMES:
            self.infeasible_futures.append(future.name)
        self.rules |= rules_in(row.rules_broken)
        self.cost.add(row.annual_cost, row.annual_cost)
        self.displaced.add(row.displaced_at_least, row.displaced_at_most)
        self.uncovered.add(row.uncovered_fte, row.uncovered_fte)
        self.cost_unknown += row.posts is not None and row.annual_cost is None
        if row.today_holds is not None:
            self.today += 1
            self.today_holds += row.today_holds
            if not row.today_holds:
                self.today_rules |= rules_in(row.today_rules_broken)
                self.today_gives += [future.name] if len(self.today_gives) < MOST_NAMES else []
        if future.kind in ("as things are", "named"):
            self.cells.append(
                Cell(
                    future=future.name,
                    feasible=row.feasible,
                    annual_cost=row.annual_cost,
                    displaced_at_least=row.displaced_at_least,
                    displaced_at_most=row.displaced_at_most,
                    uncovered_fte=row.uncovered_fte,
                )
            )


class Summing:
    """Takes in the rows of one future after the other, in their order."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._options: dict[tuple[str, str], _Option] = {}
        self._losses: dict[str, Losses] = {}
        self._kinds = {"as things are": 0, "named": 0, "grid": 0, "draw": 0}
        self._rows = 0
        self._faulty: list[str] = []
        self._faults = 0
        self._open = 0

    def add(self, future: Future, rows: Iterable[Row]) -> None:
        """Take in a future with its rows."""
        found = tuple(rows)
        self._kinds[future.kind] += 1
        self._rows += len(found)
        self._open += sum(row.feasible == "not settled" and row.outcome != "fault" for row in found)
        if any(row.outcome == "fault" for row in found):
            self._faults += 1
            self._faulty += [f"{future.name}: {found[0].why}"] if len(self._faulty) < MOST_NAMES else []
            return
        for row in found:
            if row.anchor in MAIN:
                kind = row.outcome if row.outcome in ("as_is", "given") else "designed"
                held = self._options.setdefault((row.option, row.branch), _Option(kind))  # type: ignore[arg-type]
                held.add(future, row)
        for branch in sorted({row.branch for row in found if row.branch}) or [""]:
            losses = self._losses.setdefault(branch, Losses(order_of(self._plan.scenario)))
            losses.add(future.name, [row for row in found if row.branch in ("", branch)])

    @property
    def faulty(self) -> int:
        """Futures whose values make a case with faults."""
        return self._faults

    def summary(self) -> BatchSummary:
        """What was taken in so far, in one document."""
        header, kinds = self._plan.scenario.header, self._kinds
        return BatchSummary(
            case=header.name,
            title=self._plan.title,
            illustration=header.illustration,
            note=header.note,
            input_digest=self._plan.input_digest,
            futures=sum(kinds.values()),
            named=kinds["named"],
            grid=kinds["grid"],
            drawn=kinds["draw"],
            rows=self._rows,
            draws=tuple(drawn_words(self._plan)),
            options=tuple(_summed(key, held) for key, held in self._options.items()),
            losses=tuple(_ranked(branch, losses) for branch, losses in sorted(self._losses.items())),
            not_known=tuple(self._not_known()),
            settled=not (self._open or self._faults),
        )

    def _not_known(self) -> Iterable[str]:
        if self._open:
            yield f"{self._open} of {self._rows} runs are not settled within the limits on effort."
        for words in self._faulty:
            yield f"Not answered, as the case would have faults: {words}"
        if self._faults > len(self._faulty):
            yield f"{self._faults - len(self._faulty)} more futures are not answered for the same reason."
        for (option, branch), held in self._options.items():
            if held.cost_unknown:
                yield f"{named(option, branch)}: what it costs is not known in {held.cost_unknown} futures."
        yield (
            "One-off costs: exit costs are worked out from sealed sheets, which no batch reads. "
            "What is drawn is drawn each by itself: figures that move together are for named futures."
            if self._plan.draws
            else "One-off costs: exit costs are worked out from sealed sheets, which no batch reads."
        )


def named(option: str, branch: str | None) -> str:
    """Option and branch: "model A (Band A)"."""
    return f"{option} ({branch})" if branch else option


def drawn_words(plan: Plan) -> Iterable[str]:
    """Yield how each figure is drawn."""
    for subject, shape in plan.drawn:
        kind = subject.number_kind
        if kind is None:  # planned() refuses these
            continue
        low, high = print_number(shape.low, kind), print_number(shape.high, kind)
        if shape.most_likely is None:
            yield f"{subject.label}: evenly from {low} to {high}"
        else:
            middle = print_number(shape.most_likely, kind)
            yield f"{subject.label}: in a triangle from {low} to {high}, highest at {middle}"


def _summed(key: tuple[str, str], held: _Option) -> OptionSummary:
    return OptionSummary(
        option=key[0],
        branch=key[1] or None,
        kind=held.kind,
        futures=sum(held.feasible.values()),
        feasible_in=held.feasible["yes"],
        infeasible_in=held.feasible["no"],
        not_settled_in=held.feasible["not settled"],
        infeasible_futures=tuple(held.infeasible_futures),
        rules_broken=tuple(sorted(held.rules)),
        annual_cost=held.cost.range(),
        displaced=held.displaced.range(),
        uncovered_fte=held.uncovered.range(),
        today_holds_in=held.today_holds if held.today else None,
        today_gives_futures=tuple(held.today_gives),
        today_rules_broken=tuple(sorted(held.today_rules)),
        cells=tuple(held.cells),
    )


def _ranked(branch: str, losses: Losses) -> BranchLosses:
    ranked = losses.ranked()
    first = ranked[0][1].place(losses.futures) if ranked else None
    return BranchLosses(
        branch=branch or None,
        futures=losses.futures,
        least=sum(standing.place(losses.futures) == first for _, standing in ranked),
        structures=tuple(
            StructureLoss(
                option=option,
                anchor=anchor or None,
                keeps_rules_in=standing.kept,
                worst_future=standing.worst_future or None,
                worst_loss=tuple(
                    GoalLoss(goal=goal, loss=loss)
                    for (goal, _), loss in zip(losses.order, standing.worst or (), strict=False)
                ),
            )
            for (option, anchor), standing in ranked
        ),
    )
