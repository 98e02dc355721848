"""The work of a structure as placeholders: time on it today, what is needed after the change, who of its posts does it.

Needed is never today's amount: it is what is left after the change. ~ marks what rests on an assumption.
Change this when the work has to be told in another way.
"""

from collections.abc import Iterable

from scenarios.comparing.result import StructureResult
from scenarios.reporting.amounts import NOT_KNOWN, fte_text
from scenarios.reporting.paper.told import Row
from scenarios.schema.derive_work import time_today
from scenarios.schema.figure import Figure
from scenarios.schema.scenario import Scenario
from scenarios.schema.work import Work

GUESS = "~"


def works(answer: StructureResult, scenario: Scenario) -> list[Row]:
    """Return each block of work: today, needed, done, and who does it; the team is named where there are several."""
    several = len({line.team for line in answer.lines}) > 1
    stated = {work.work: work for work in scenario.work}
    return [
        {
            "work": block.work,
            "today": _today(stated.get(block.work), scenario),
            "needed": _mark(_of_change(stated.get(block.work))) + fte_text(block.demand),
            "done": fte_text(block.delivered),
            "who": "; ".join(f"{role}{f', {team}' * several}: {fte_text(fte)}" for team, role, fte in block.by),
        }
        for block in answer.coverage
    ]


def _today(work: Work | None, scenario: Scenario) -> str:
    """Time of today's posts on the work, as far as it is known."""
    time = None if work is None else time_today(work, scenario)
    if work is None or time is None or time.value is None:
        return NOT_KNOWN
    return _mark(work.share_basis_points.values()) + fte_text(time.value / 1000)


def _of_change(work: Work | None) -> list[Figure | None]:
    """The figures that the amount left after the change rests on; work that ends rests on none besides."""
    if work is None:
        return []
    if work.demand_milli_fte is not None:
        return [work.demand_milli_fte]
    happens = work.happens
    if happens is not None and happens.kind in ("ends", "new"):
        return [happens.change_basis_points, happens.new_milli_fte]
    change = None if happens is None else happens.change_basis_points
    stated = (work.volume, work.minutes_each, work.productive_minutes, work.cases, work.caseload_hundredths)
    return [change, *stated, *work.share_basis_points.values()]


def _mark(figures: Iterable[Figure | None]) -> str:
    return GUESS if any(figure is not None and figure.basis == "assumed" for figure in figures) else ""
