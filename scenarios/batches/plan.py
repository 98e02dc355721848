"""A recipe held against its case: every path found, every value read, or all faults at once with their place.

Named futures are tried whole, and so is every combination of a small grid. Of larger grids and of draws each value (of
a draw its ends) is looked at for itself; what only several together make impossible is told in the rows of that future.
Change this when a recipe may ask for something that has to be looked up in the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product
from math import prod

from scenarios.batches import recipe_faults
from scenarios.batches.applied import applied
from scenarios.batches.changes import Change, Subject, change_of, subject_of, within
from scenarios.batches.draws import Shape
from scenarios.batches.paths import Ground
from scenarios.batches.recipe import Drawn, Draws, Recipe
from scenarios.reading.grid import Notes
from scenarios.reading.numbers import read_number
from scenarios.reading.phrases import read_goals
from scenarios.schema.canonical import as_json, canonical, digest, with_sources
from scenarios.schema.case import Case
from scenarios.schema.columns import Kind
from scenarios.schema.derive import default_options
from scenarios.schema.faults import CellTrouble, Fault, ScenarioFaults, Spot, Words
from scenarios.schema.nearness import meant
from scenarios.schema.scenario import SHEETS, Scenario
from scenarios.schema.tables import Places
from scenarios.schema.units import print_number

MOST_FUTURES = 100_000
TRIED_WHOLE = 200
"""Combinations up to which a grid is tried before anything is answered."""
AS_THINGS_ARE = "as things are"
"""The future in which nothing is changed: every batch begins with it."""

Changes = tuple[Change, ...]


@dataclass(frozen=True)
class Plan:
    """A recipe that can be run: the case in canonical order with the recipe's goals, and what its futures change.

    `grids` list for each grid what is varied and the changes to choose from; `drawn` says how each figure is drawn.
    """

    scenario: Scenario
    input_digest: str
    title: str
    options: tuple[str, ...]
    effort: float | None
    named: tuple[tuple[str, Changes], ...]
    grids: tuple[tuple[Changes, ...], ...]
    drawn: tuple[tuple[Subject, Shape], ...]
    draws: int
    seed: int

    @property
    def count(self) -> int:
        """How many futures there are, the case as things are among them."""
        return 1 + len(self.named) + sum(prod(map(len, grid)) for grid in self.grids) + self.draws


def planned(recipe: Recipe, case: Case, label: str) -> Plan:
    """Hold a recipe against its case.

    Args: the recipe; the case, whose sealed sheets are not looked at; what a planner calls the recipe's place.

    Raises:
        ScenarioFaults: something in the recipe is wrong; carries every fault found.
    """
    reader = _Reader(case, label)
    scenario = reader.with_goals(recipe.goals)
    reader.look_at(recipe.options)
    if (count := _count(recipe)) > MOST_FUTURES:
        reader.look_at_paths(recipe)
        reader.fault(None, f"{count}", recipe_faults.too_many_futures(count, MOST_FUTURES))
        raise ScenarioFaults(reader.notes.faults)
    plan = Plan(
        scenario=scenario,
        input_digest=digest(scenario),
        title=recipe.title or scenario.header.title,
        options=recipe.options,
        effort=recipe.effort,
        named=reader.named(recipe),
        grids=tuple(reader.grid(grid, f"grids, {number}") for number, grid in enumerate(recipe.grids, 1)),
        drawn=() if recipe.draws is None else reader.drawn(recipe.draws),
        draws=0 if recipe.draws is None else recipe.draws.count,
        seed=0 if recipe.draws is None else recipe.draws.seed,
    )
    if plan.count == 1 and not reader.notes.faults:
        reader.fault(None, "", recipe_faults.no_futures())
    if reader.notes.faults:
        raise ScenarioFaults(reader.notes.faults)
    return plan


def _count(recipe: Recipe) -> int:
    """How many futures a recipe makes at most: values that are written in two ways count as two."""
    grids = sum(prod(len({*texts}) for texts in grid.values()) for grid in recipe.grids)
    return 1 + len(recipe.futures) + grids + (0 if recipe.draws is None else recipe.draws.count)


class _Reader:
    """Reads the parts of a recipe against a case, and notes every fault."""

    def __init__(self, case: Case, label: str) -> None:
        self.notes = Notes()
        self._label = label
        self._ground = Ground(case.scenario, case.places)
        self._scenario = canonical(with_sources(case.scenario))
        self._places = _canonical_places(self._ground)

    def fault(self, where: str | None, value: str, words: Words) -> None:
        """Note a fault at a place in the recipe."""
        self.notes.faults.append(Fault.at(Spot(self._label, None, where), value[:200], words))

    def with_goals(self, goals: tuple[str, ...]) -> Scenario:
        """The case with the recipe's order of goals, where it has one."""
        if goals:
            try:
                limits = self._scenario.limits.model_copy(update={"goals": read_goals("; ".join(goals))})
                self._scenario = self._scenario.model_copy(update={"limits": limits})
            except CellTrouble as trouble:
                self.fault("goals", "; ".join(goals), trouble.words)
        return self._scenario

    def look_at(self, options: tuple[str, ...]) -> None:
        """Note a fault for every option that the case does not have."""
        known = [each.option for each in self._scenario.options or default_options(self._scenario)]
        for name in options:
            if name not in known:
                self.fault("options", name, recipe_faults.no_such_option(name, meant(name, known), known))

    def look_at_paths(self, recipe: Recipe) -> None:
        """Note a fault for every path of a grid that leads nowhere, without a look at its values."""
        for number, grid in enumerate(recipe.grids, 1):
            for path in grid:
                try:
                    subject_of(path, self._ground)
                except CellTrouble as trouble:
                    self.fault(f"grids, {number}, {path}", path, trouble.words)

    def named(self, recipe: Recipe) -> tuple[tuple[str, Changes], ...]:
        """The named futures, each tried whole."""
        found, names = [], {AS_THINGS_ARE}
        for future in recipe.futures:
            where = f"futures, {future.name!r}"
            if future.name.casefold() in names:
                self.fault(where, future.name, recipe_faults.stated_twice(f"the future {future.name!r}"))
            names.add(future.name.casefold())
            read = [self._change(path, text, where) for path, text in future.values.items()]
            changes = tuple(each for each in read if each is not None)
            self._once([change.subject for change in changes], where)
            self._try(changes, where)
            found.append((future.name, changes))
        return tuple(found)

    def grid(self, grid: Mapping[str, tuple[str, ...]], where: str) -> tuple[Changes, ...]:
        """What is varied in one grid, each with the changes to choose from, each tried by itself."""
        found = []
        for path, texts in grid.items():
            read = [self._change(path, text, where) for text in dict.fromkeys(texts)]
            changes = tuple(dict.fromkeys(each for each in read if each is not None))
            for change in changes:
                self._try((change,), f"{where}, {change.subject.label}", alone=True)
            found.append(changes)
        self._once([changes[0].subject for changes in found if changes], where)
        if prod(map(len, found)) <= TRIED_WHOLE and not self.notes.faults:
            for chosen in product(*found):
                self._try(chosen, where)
        return tuple(found)

    def drawn(self, draws: Draws) -> tuple[tuple[Subject, Shape], ...]:
        """What is drawn and how, each end tried by itself."""
        found = []
        for path, drawn in draws.figures.items():
            where = f"draws, {path}"
            try:
                subject = subject_of(path, self._ground)
                shape = _shape(subject, drawn)
            except CellTrouble as trouble:
                self.fault(where, path, trouble.words)
                continue
            for value in sorted({shape.low, shape.high}):
                self._try((drawn_change(subject, value),), where, alone=True)
            found.append((subject, shape))
        self._once([subject for subject, _ in found], "draws")
        return tuple(found)

    def _change(self, path: str, text: str, where: str) -> Change | None:
        try:
            return change_of(subject_of(path, self._ground), text, self._ground)
        except CellTrouble as trouble:
            self.fault(f"{where}, {path}", text, trouble.words)
            return None

    def _once(self, subjects: Iterable[Subject], where: str) -> None:
        seen: set[str] = set()
        for subject in subjects:
            if subject.key in seen:
                self.fault(where, subject.label, recipe_faults.stated_twice(subject.label))
            seen.add(subject.key)

    def _try(self, changes: Changes, where: str, *, alone: bool = False) -> None:
        try:
            applied(self._scenario, changes, self._places, alone=alone)
        except ScenarioFaults as found:
            for fault in found.faults:
                at = str(Spot(fault.sheet, fault.row, fault.column, fault.cell))
                self.fault(where, fault.value, recipe_faults.impossible_value(at, fault.message))


def _shape(subject: Subject, drawn: Drawn) -> Shape:
    kind = subject.number_kind
    if kind is None:
        raise CellTrouble(recipe_faults.not_a_number_path(subject.label))
    if (drawn.most_likely is not None) != (drawn.shape == "triangular"):
        raise CellTrouble(recipe_faults.most_likely_belongs(drawn.shape))
    low, high = read_number(drawn.low, kind)[0], read_number(drawn.high, kind)[0]
    middle = None if drawn.most_likely is None else read_number(drawn.most_likely, kind)[0]
    if not low <= (low if middle is None else middle) <= high:
        raise CellTrouble(recipe_faults.low_above_high(drawn.low, drawn.high))
    if subject.target is None:
        within(subject.varied, low)
        within(subject.varied, high)
    return Shape(low, high, middle)


def drawn_change(subject: Subject, value: int) -> Change:
    """The change that sets a figure to what was drawn, in the units of its column."""
    return Change(subject, print_number(value, subject.number_kind or Kind.COUNT))


def _canonical_places(ground: Ground) -> Places:
    """Where the rows stand in the planner's files, for the case in its canonical order."""
    numbers = {}
    for sheet in SHEETS:
        rows = ground.rows_of(sheet)
        order = sorted(range(len(rows)), key=lambda n, rows=rows: (as_json(rows[n]), n))  # type: ignore[misc]
        numbers[sheet] = tuple(ground.places.row(sheet, index) or 0 for index in order)
    return replace(Places(numbers=numbers), labels=ground.places.labels)
