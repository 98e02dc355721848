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
from scenarios.batches.weights import weights_of
from scenarios.comparing.result import Frozen
from scenarios.compiling.limits import order_of
from scenarios.exploring.frontier_result import GoalValue, amount
from scenarios.schema.units import print_number

MAIN = ("", "people_first")
"""Anchors whose row stands for the option: that of a given one, and the design in the case's own order of goals."""
MOST_NAMES = 30
MEASURE = (
    "Each structure is kept as it is designed as things are, or as it is given. Its loss is measured goal by goal in "
    "the case's order: what it comes to in a future, less the least that any structure of this table, or any designed "
    "for that future, comes to there which keeps the rules there; within a goal's tolerance it counts as none. Its "
    "worst future is the one with the largest loss on the first goal, then on the next."
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

    `feasible_in` futures in which a structure keeps every rule; `cells` those of named futures. `kept_...`: the
    structure designed as things are, or given, left as it is. `kept_holds_in` futures in which it breaks no rule that
    it keeps as things are, and none by more; null where there is none. `kept_gives_futures` the first of the others;
    `kept_breaks_anew`, `kept_breaks_further` what it breaks there. `rules_broken` by a given structure in any future.
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
    kept_holds_in: int | None
    kept_gives_futures: tuple[str, ...]
    kept_breaks_anew: tuple[str, ...]
    kept_breaks_further: tuple[str, ...]
    cells: tuple[Cell, ...]


class StructureLoss(Frozen):
    """One structure, kept, over all futures: in how many it keeps every rule, and its worst future.

    `uncovered_fte` is work it leaves undone there in FTE of time, whatever its weight; `least_uncovered_fte` the
    same of what its loss is measured from.
    """

    option: str
    anchor: str | None
    keeps_rules_in: int
    worst_future: str | None
    worst_loss: tuple[GoalValue, ...]
    uncovered_fte: float | None
    least_uncovered_fte: float | None


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
    weights: tuple[str, ...]
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
    anew: set[str] = field(default_factory=set)
    further: set[str] = field(default_factory=set)
    cost: _Spread = field(default_factory=_Spread)
    displaced: _Spread = field(default_factory=_Spread)
    uncovered: _Spread = field(default_factory=_Spread)
    cost_unknown: int = 0
    kept: int = 0
    kept_holds: int = 0
    kept_gives: list[str] = field(default_factory=list)
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
        if row.kept_holds is not None:
            self.kept += 1
            self.kept_holds += row.kept_holds
            self.anew |= rules_in(row.kept_breaks_anew)
            self.further |= rules_in(row.kept_breaks_further)
            if not row.kept_holds and len(self.kept_gives) < MOST_NAMES:
                self.kept_gives.append(future.name)
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
        self._weights = weights_of(plan)
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
            weights=tuple(self._weights.words()),
            losses=tuple(
                _ranked(branch, losses, weighted=self._weights.weighted)
                for branch, losses in sorted(self._losses.items())
            ),
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
        kept_holds_in=held.kept_holds if held.kept else None,
        kept_gives_futures=tuple(held.kept_gives),
        kept_breaks_anew=tuple(sorted(held.anew)),
        kept_breaks_further=tuple(sorted(held.further)),
        cells=tuple(held.cells),
    )


def _ranked(branch: str, losses: Losses, *, weighted: bool) -> BranchLosses:
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
                uncovered_fte=standing.worst_time[0],
                least_uncovered_fte=standing.worst_time[1],
                worst_loss=tuple(
                    amount(goal, loss, weighted=weighted)
                    for (goal, _), loss in zip(losses.order, standing.worst or (), strict=False)
                ),
            )
            for (option, anchor), standing in ranked
        ),
    )
