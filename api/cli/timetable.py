"""`restructure timetable`: from the decision to consult to the first saving, for each given structure.

Change this when a timetable has to say something more.
"""

from datetime import date, datetime
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from api.cli.case_argument import read_case
from api.cli.flags import CaseName, Json
from api.cli.json_text import print_json
from api.cli.screen import refusal, screen, words
from scenarios.timetable.days import CALENDAR_DAYS, weekend_day
from scenarios.timetable.of_case import Asked, NoDecision, timetables
from scenarios.timetable.periods import Period
from scenarios.timetable.plan import Laid, Timetable
from solver.wording import some

Decided = Annotated[
    datetime | None, typer.Option("--decided", formats=["%Y-%m-%d"], help="Day of the decision to consult.")
]
People = Annotated[int | None, typer.Option("--people", min=0, help="How many people may be dismissed, at most.")]
Full = Annotated[
    bool,
    typer.Option("--full", help="Notice by the sealed years of service: for the author alone, not for publication."),
]


def timetable(
    case: CaseName, *, decided: Decided = None, people: People = None, full: Full = False, as_json: Json = False
) -> None:
    """Lay out the days from the decision to the first saving.

    Consultation as the number of people asks for, the last day for the HR1 form, what the policy says of evaluation,
    ring-fences and appeals, notice, the earliest saving and the months of the first year it leaves. What nobody has
    stated counts as no days, and is named: dates are then "not before". Without --full the notice is what the law gives
    anybody, as the shortest and longest years of service could tell of one person.
    """
    held = read_case(case, as_json=as_json)
    try:
        found = timetables(held, Asked(None if decided is None else decided.date(), people, reads_sealed=full))
    except NoDecision as unknown:
        raise refusal(str(unknown)) from unknown
    if not found:
        raise refusal("the case gives no structure, so nobody is at risk in one: say how many with --people")
    if as_json:
        print_json(
            {"case": held.scenario.header.name, "full": full, "timetables": [_document(*each) for each in found]}
        )
        return
    console = screen()
    console.print(words(f"{held.scenario.header.title} ({held.scenario.header.name})", "bold"))
    if full:
        console.print(words("For the author alone: not to be published"))
    for name, each in found:
        _print(console, name, each)
    console.print(words(CALENDAR_DAYS))


def _document(name: str, found: Timetable) -> dict[str, object]:
    return {
        "option": name,
        "decided_on": found.decided_on.isoformat(),
        "people_at_most": found.people,
        "hr1_by": _iso(found.hr1_by),
        "periods": [
            {
                "period": each.period.name,
                "least_days": each.period.least_days if each.period.given else None,
                "most_days": each.period.most_days,
                "first": each.first.isoformat() if each.last >= each.first else None,
                "last": each.last.isoformat() if each.last >= each.first else None,
                "latest": _iso(each.latest),
                "why": each.period.why,
            }
            for each in found.laid
        ],
        "earliest_saving": found.earliest_saving.isoformat(),
        "latest_saving": _iso(found.latest_saving),
        "year": found.year.label,
        "months": found.months,
        "least_months": found.least_months,
        "not_known": list(found.not_known),
        "on_a_weekend": sorted({day.isoformat() for day in _days_of(found) if day is not None and weekend_day(day)}),
    }


def _days_of(found: Timetable) -> tuple[date | None, ...]:
    """Return every day that a timetable names."""
    laid = ((each.first, each.last, each.latest) for each in found.laid if each.last >= each.first)
    single = (found.decided_on, found.hr1_by, found.earliest_saving, found.latest_saving)
    return (*single, *(day for days in laid for day in days))


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(day: date) -> str:
    name = weekend_day(day)
    return f"{day.isoformat()} ({name[:3]})" if name else day.isoformat()


def _print(console: Console, name: str, found: Timetable) -> None:
    who = "not known how many people" if found.people is None else some(found.people, "person", "people")
    console.print(words(f"{name}: decided on {_day(found.decided_on)}, {who} at risk at most", "bold"))
    table = Table(box=None, padding=(0, 1), header_style="bold")
    for heading in ("Step", "From", "To, at the earliest", "To, at the latest", "Days", "Why"):
        table.add_column(words(heading), no_wrap=heading in ("From", "Days"))
    for each in found.laid:
        table.add_row(*(words(cell) for cell in _cells(each)))
    console.print(table)
    if found.hr1_by is not None:
        console.print(words(f"HR1: by {_day(found.hr1_by)}, if the first notice runs out then"))
    last = (
        "and nobody knows the latest"
        if found.latest_saving is None
        else f"by {_day(found.latest_saving)} for everybody"
    )
    console.print(words(f"First saving: not before {_day(found.earliest_saving)}, {last}"))
    fewer = found.least_months
    least = "" if fewer is None or fewer == found.months else f", {fewer} at least"
    console.print(words(f"First year: {some(found.months, 'whole month')} of {found.year.label} at most{least}"))
    for unknown in found.not_known:
        console.print(words(f"  {unknown}"))


def _cells(each: Laid) -> tuple[str, ...]:
    some_days = each.last >= each.first
    latest = "?" if each.latest is None else _day(each.latest) if each.latest >= each.first else ""
    return (
        each.period.name,
        _day(each.first) if some_days else "",
        _day(each.last) if some_days else "",
        latest,
        _days(each.period),
        each.period.why,
    )


def _days(period: Period) -> str:
    if not period.given:
        return "?"
    if period.least_days == period.most_days:
        return str(period.least_days)
    return f"{period.least_days} to {'?' if period.most_days is None else period.most_days}"
