"""The draft that is proof-read: the case, where its rows stand, and its stated structures with their costs.

A proof-reader asks no search anything: it adds up what is stated. Lines keep their row, so that a doubt can name it.
Change this when kinds of doubt need to see something more of a case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from scenarios.compiling.arrangement import Arrangement, arrangements
from scenarios.money.rate_book import SHIPPED, RateBook
from scenarios.proofreading.stated import Stated, stated_of
from scenarios.schema.faults import Doubt, Spot, Words
from scenarios.schema.quoted import Measure, Quoted
from scenarios.schema.scenario import Scenario
from scenarios.schema.sealed import Sealed
from scenarios.schema.steps import Step, StepKind
from scenarios.schema.tables import Places


@dataclass(frozen=True)
class At:
    """A cell of the case: sheet, index of the row from 0, and column as the planner sees it."""

    sheet: str
    index: int
    column: str


@dataclass(frozen=True)
class Draft:
    """A case without faults, as the kinds of doubt look at it."""

    scenario: Scenario
    sealed: Sealed = field(default_factory=Sealed)
    places: Places = field(default_factory=Places)
    book: RateBook = SHIPPED

    @cached_property
    def stated(self) -> tuple[Stated, ...]:
        """No change and every given structure, in each of its branches, in order."""
        laid: tuple[Arrangement, ...] = arrangements(self.scenario, ("no change", "given"))
        return tuple(stated_of(self.scenario, each) for each in laid)

    @property
    def today(self) -> Stated | None:
        """No change, where it is an option."""
        return next((each for each in self.stated if each.kind == "no change"), None)

    @property
    def given(self) -> tuple[Stated, ...]:
        """Every given structure, in each of its branches."""
        return tuple(each for each in self.stated if each.kind == "given")

    @property
    def of_a_report(self) -> bool:
        """Whether the case carries anything of a report: then what the report leaves out is worth a doubt."""
        return bool(self.scenario.quoted or self.scenario.calendar)

    def spoken_of(self, quote: Quoted) -> Stated | None:
        """Return the stated structure that a quote speaks of: its option in its branch, else in the first."""
        fits = [
            each for each in self.stated if each.option == quote.option and quote.branch in (None, each.branch or None)
        ]
        return fits[0] if fits else None

    def quotes(self, *measures: Measure) -> Iterator[tuple[int, Quoted]]:
        """Yield index and row of every quote that measures one of these, in order."""
        return ((index, row) for index, row in enumerate(self.scenario.quoted) if row.measure in measures)

    def steps(self, *kinds: StepKind) -> Iterator[tuple[int, Step]]:
        """Yield index and row of every step of one of these kinds, in order."""
        return ((index, row) for index, row in enumerate(self.scenario.calendar) if row.kind in kinds)

    def spot(self, at: At) -> Spot:
        """Return a place as the planner sees it."""
        if at.sheet == "header":
            return Spot(self.places.labels.get("header", "header"), None, at.column)
        return self.places.spot(at.sheet, at.index, at.column)

    def doubt(self, code: str, at: At, says: str, *, todo: str, value: str = "", beside: At | None = None) -> Doubt:
        """Return a doubt at a place.

        Args:
            code: its kind.
            at: where it is shown.
            says: what disagrees, one sentence without its stop.
            todo: what to do about it.
            value: what stands there.
            beside: the other place, where one cell holds it.
        """
        against = None if beside is None else str(self.spot(beside))
        other = "" if against is None else f" ({against})"
        return replace(Doubt.at(self.spot(at), value, Words(code, f"{says}{other}: {todo}")), against=against)
