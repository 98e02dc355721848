"""The shipped cases compared once a run, and the same cases with one cell changed.

Change this when a published case has to be looked at in another way.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from scenarios.comparing.answers import Asking
from scenarios.comparing.result import Comparison, StructureResult
from scenarios.comparing.results import compare_case
from scenarios.schema.case import Case
from scenarios.schema.figure import Figure
from scenarios.schema.scenario import Scenario
from tests.scenarios.library.shipped import shipped

STATED = ("no change", "as proposed")


@cache
def compared(name: str, *options: str) -> Comparison:
    """A case's options set side by side, without what must be true; all of them where none is named."""
    return compare_case(shipped(name), Asking(options=options, break_evens=False))


def result(name: str, option: str, *, branch: str | None = None, anchor: str | None = None) -> StructureResult:
    """One structure of a case."""
    only = STATED if option in STATED else ()
    found = [s for s in compared(name, *only).structures if (s.option, s.branch, s.anchor) == (option, branch, anchor)]
    assert len(found) == 1, (option, branch, anchor)
    return found[0]


def designs(name: str, anchor: str) -> list[StructureResult]:
    """The designed structures of one anchor."""
    return [s for s in compared(name).structures if s.anchor == anchor]


def changed(name: str, change: Callable[[Scenario], Scenario]) -> tuple[StructureResult, ...]:
    """No change and the proposal of a case in which something has been changed."""
    case = shipped(name)
    moved = Case(scenario=change(case.scenario), sealed=case.sealed)
    return compare_case(moved, Asking(options=STATED, break_evens=False)).structures


def with_cell(sheet: str, where: dict[str, Any], field: str, by: int) -> Callable[[Scenario], Scenario]:
    """A change that adds so much to one figure, in its unit, in the one row that fits `where`."""

    def change(scenario: Scenario) -> Scenario:
        rows = getattr(scenario, sheet)
        fits = [n for n, row in enumerate(rows) if all(getattr(row, key) == value for key, value in where.items())]
        assert len(fits) == 1, (sheet, where)
        figure = getattr(rows[fits[0]], field)
        assert isinstance(figure, Figure)
        assert figure.value is not None
        moved = rows[fits[0]].model_copy(update={field: figure.model_copy(update={"value": figure.value + by})})
        return scenario.model_copy(update={sheet: (*rows[: fits[0]], moved, *rows[fits[0] + 1 :])})

    return change
