"""The calendar and the timetables of a case, as placeholders.

Change this when a paper has to say something more about days.
"""

from datetime import date

from scenarios.reporting.amounts import count_text, day_text
from scenarios.reporting.paper.apart import apart
from scenarios.reporting.paper.disclosure import HIDDEN
from scenarios.reporting.paper.told import Row, Told
from scenarios.schema.steps import Step
from scenarios.timetable.days import marked
from scenarios.timetable.of_case import Asked, NoDecision, timetables
from scenarios.timetable.plan import Laid, Timetable


def calendar(told: Told) -> list[Row]:
    """Return the steps that the case states, in its order."""
    return [_step(step) for step in told.case.scenario.calendar]


def _step(step: Step) -> Row:
    return {
        "step": step.step,
        "kind": step.kind,
        "about": ", ".join(step.on),
        "from": day_text(step.from_date),
        "until": "" if step.until_date is None else day_text(step.until_date),
        "after": step.after or "",
    }


def consultation(told: Told) -> list[Row]:
    """Return the steps of consultation that the case states."""
    return [_step(step) for step in told.case.scenario.calendar if step.kind == "consultation"]


def plans(told: Told) -> list[Row]:
    """Return a timetable for each given structure; none where no day of a decision is stated.

    In public the notice is the law's for anybody: with the sealed years of service it would tell of one person.
    """
    try:
        found = timetables(told.case, Asked(reads_sealed=not told.seen.is_public))
    except NoDecision:
        return []
    return [_plan(name, each, told) for name, each in found]


def _plan(name: str, found: Timetable, told: Told) -> Row:
    seen, people = told.seen, found.people
    hidden = people is not None and (not seen.whole(people) or seen.small(people) or _at_risk_hidden(name, told))
    months = count_text(found.months)
    return {
        "option": name,
        "decided": day_text(found.decided_on),
        "people": HIDDEN if hidden else count_text(people),
        "periods": [_period(each, told, hidden=hidden) for each in found.laid],
        "hr1_by": "" if found.hr1_by is None else _day(found.hr1_by),
        "earliest_saving": _day(found.earliest_saving),
        "latest_saving": _day(found.latest_saving),
        "months": months if found.least_months in (None, found.months) else f"{found.least_months} to {months}",
        "year": found.year.label,
        "apart": list(apart(_counted_from(name, told), found, told.case.scenario.calendar)),
        "not_known": list(found.not_known),
    }


def _day(day: date | None) -> str:
    """A day that was counted, with its name where it falls on a weekend."""
    return marked(day_text(day), day)


def _counted_from(option: str, told: Told) -> date | None:
    """The first day of the structure that savings are counted from; None where the case states none."""
    own = next((each.from_date for each in told.options if each.option == option), None)
    return own or told.case.scenario.header.start_date


def _at_risk_hidden(option: str, told: Told) -> bool:
    """Whether a structure of the option hides who is at risk: the same number by another name."""
    known = (each.people for each in told.comparison.structures if each.option == option)
    return any(people is not None and told.seen.count(people.at_risk, people.in_scope) == HIDDEN for people in known)


def _period(laid: Laid, told: Told, *, hidden: bool) -> Row:
    period = laid.period
    lasts = period.least_days > 0
    least, most = count_text(period.least_days), count_text(period.most_days)
    return {
        "step": period.name,
        "from": _day(laid.first) if lasts else "",
        "until": _day(laid.last) if lasts else "",
        "latest": _day(laid.latest) if period.most_days or not period.given else "",
        "days": least if least == most else f"{least} to {most}",
        "why": told.seen.sentence(period.why) if hidden else period.why,
    }
