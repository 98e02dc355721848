"""Timetables of a case: one for each given structure, from the day and the people that the case states.

The decision is the one to consult: the day before a dated consultation, else the first dated decision of the calendar,
else the day of the report.
Change this when a calendar can state the decision to consult as such.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from scenarios.proofreading.draft import Draft
from scenarios.schema.case import Case
from scenarios.schema.service import ServiceBand
from scenarios.timetable.periods import periods
from scenarios.timetable.plan import Timetable, plan


@dataclass(frozen=True)
class Asked:
    """What a planner says instead of the case: the day of the decision, and how many people may be dismissed.

    `reads_sealed`: the sealed table of service gives the notice. Of one person that tells the years, so it is off
    unless who reads the timetable may know them.
    """

    decided_on: date | None = None
    people: int | None = None
    reads_sealed: bool = False


class NoDecision(LookupError):  # noqa: N818 - reads as what it says
    """Neither the case nor the planner says when it is decided."""


def decided_on(draft: Draft) -> date | None:
    """Return the day of the decision to consult, as far as the case states it."""
    consulted = [step.from_date for _, step in draft.steps("consultation") if step.from_date is not None]
    if consulted:
        return max(consulted) - timedelta(days=1)
    decisions = [step.from_date for _, step in draft.steps("decision") if step.from_date is not None]
    return min(decisions, default=draft.scenario.header.case_date)


def timetables(case: Case, asked: Asked | None = None) -> tuple[tuple[str, Timetable], ...]:
    """Return the timetable of every given structure by its name; with a number of people, one for that number.

    People are those in posts that are deleted, become fewer or become another role, at the most they may be.

    Args:
        case: a case without faults.
        asked: what is said instead of what the case states.

    Raises:
        NoDecision: nothing says when it is decided.
    """
    said = asked or Asked()
    draft = Draft(case.scenario, case.sealed, case.places)
    on = said.decided_on or decided_on(draft)
    if on is None:
        raise NoDecision("no day of a decision is stated: give one with --decided, or a date in the calendar")
    found: dict[str, int | None] = {}
    if said.people is not None:
        found[f"{said.people} people"] = said.people
    else:
        for stated in draft.given:
            bounds = stated.people.bounds
            found.setdefault(stated.option, None if bounds is None else bounds[1])
    service = case.sealed.service if said.reads_sealed else ()
    return tuple((name, _timetable(case, people, on=on, service=service)) for name, people in found.items())


def _timetable(case: Case, people: int | None, *, on: date, service: tuple[ServiceBand, ...]) -> Timetable:
    steps = periods(case.scenario.policy, people, on=on, service=service)
    return plan(steps, people, decided_on=on)
