"""What displaced people may cost once, worked out after the search: at least, expected and at most.

From the sealed service table where it is given: by group, for every number of people that may be displaced and whoever
they are. Else from the one expected exit cost the scenario states. One-off other costs of the option are added. Nothing
here decides anything: exit costs rise with age, so no part of the search may see them (domain-rules.md section 17.5).
Unknown is never nought: a bound that rests on something not known is None, and `unknown` says what that is.
Change this when an exit can be priced from another table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from scenarios.claims.outcome import GroupOutcome, PeopleOutcome
from scenarios.compiling.arrangement import Arrangement
from scenarios.compiling.people import Staff
from scenarios.compiling.problem import Question
from scenarios.money.exit_range import ExitRange, Leavers, NhsTerms, ServiceRow, exit_cost_range
from scenarios.money.rate import UnknownRate
from scenarios.money.redundancy import SeverancePolicy
from scenarios.schema.figure import Figure
from scenarios.schema.policy import Policy
from scenarios.schema.service import ServiceBand
from scenarios.schema.sums import half_up, total

NHS_PAY = "agenda for change"


def one_off(question: Question, outcome: PeopleOutcome, sealed_service_rows: Sequence[ServiceBand] | None) -> ExitRange:
    """One-off cost of an option in pence: of its displaced people, and of its one-off other costs.

    Args: the question; what its structure means for people; the sealed service table, None or empty where not given.
    """
    arrangement = question.arrangement
    others = other_one_off(arrangement)
    if outcome.displaced_at_most == 0:
        return others
    if not sealed_service_rows:
        displaced = Leavers(outcome.displaced_at_least, outcome.displaced_at_most)
        return _add([others, at_stated_cost(arrangement.scenario.limits.exit_cost_pence, displaced, "people")])
    by_group: dict[str, list[ServiceBand]] = {}
    for row in sealed_service_rows:
        by_group.setdefault(row.group, []).append(row)
    staff = {s.group.group: s for s in question.people.staff}
    exits = [
        _group_exits(arrangement, staff[group.group], group, rows=by_group.get(group.group, []))
        for group in outcome.groups
        if group.displaced_high
    ]
    return _add([others, *exits])


def other_one_off(arrangement: Arrangement) -> ExitRange:
    """One-off other costs of an option in pence: its own and those of every option."""
    costs = total(
        (
            row.amount_pence
            for row in arrangement.scenario.other_costs
            if row.repeats == "one-off" and row.option in (None, arrangement.option.option)
        ),
        "one-off other costs",
    )
    low, high = costs.bounds or (None, None)
    return ExitRange(low, costs.value, high, () if costs.value is not None else ("one-off other costs",))


def at_stated_cost(figure: Figure | None, displaced: Leavers, whose: str) -> ExitRange:
    """The stated cost of one displaced person times their number, the middle of it for what is expected."""
    low, high = displaced.at_least or 0, displaced.at_most or 0
    ends = None if figure is None else figure.bounds
    each = None if figure is None else figure.value
    unknown = () if each is not None else (f"exit cost of {whose} displaced",)
    if ends is None:
        return ExitRange(0 if low == 0 else None, None, None, unknown)
    expected = None if each is None else half_up(Fraction(each * (low + high), 2))
    return ExitRange(ends[0] * low, expected, ends[1] * high, unknown)


def _group_exits(arrangement: Arrangement, staff: Staff, group: GroupOutcome, *, rows: list[ServiceBand]) -> ExitRange:
    """Exit costs of one group, from its rows; from the stated cost where it has none."""
    leavers = Leavers(group.displaced_low, group.displaced_high)
    if not rows:
        return at_stated_cost(arrangement.scenario.limits.exit_cost_pence, leavers, group.group)
    on = arrangement.option.from_date or arrangement.scenario.header.start_date or arrangement.scenario.header.case_date
    known, unknown = _service_rows(rows, group.group)
    if sum(row.people for row in known) < group.displaced_high:
        unknown.append(f"service of everyone in {group.group}")
    terms = _terms(arrangement, staff)
    if isinstance(terms, str):
        unknown.append(terms)
    if on is None:
        unknown.append("day of the new structure")
    if unknown or isinstance(terms, str) or on is None:
        return ExitRange(0 if group.displaced_low == 0 else None, None, None, tuple(unknown))
    return _priced(known, leavers, terms, on=on, group=group.group)


def _priced(
    rows: list[ServiceRow], leavers: Leavers, terms: SeverancePolicy | NhsTerms, *, on: date, group: str
) -> ExitRange:
    try:
        found = exit_cost_range(rows, leavers, terms=terms, on=on)
    except UnknownRate as missing:
        return ExitRange(0 if leavers.at_least == 0 else None, None, None, (str(missing),))
    return replace(found, unknown=tuple(f"{group}: {reason}" for reason in found.unknown))


def _service_rows(rows: list[ServiceBand], group: str) -> tuple[list[ServiceRow], list[str]]:
    """Rows that can be priced, and what is wrong or missing in the others."""
    known, unknown = [], []
    for number, row in enumerate(rows, 1):
        people = row.people.value
        if people is None:
            unknown.append(f"{group}: row {number}: people")
        elif not 0 <= row.age_low <= row.age_high or not 0 <= row.service_years <= row.age_high or people < 0:
            unknown.append(f"{group}: row {number}: an age or service that cannot be")
        elif people:
            pay = None if row.pay_pence is None else row.pay_pence.value
            known.append(ServiceRow(row.age_low, row.age_high, row.service_years, pay, people))
    return known, unknown


def _terms(arrangement: Arrangement, staff: Staff) -> SeverancePolicy | NhsTerms | str:
    """The redundancy terms of a group: NHS where its grade is of that pay system, else the authority's own policy.

    A multiplier below one or a ceiling of no weeks cannot be a policy, and is named instead.
    """
    systems = {g.pay_system or "" for g in arrangement.scenario.grades if g.grade == staff.job.grade}
    if NHS_PAY in {system.casefold() for system in systems}:
        return NhsTerms()
    return _severance(arrangement.scenario.policy)


def _severance(policy: Policy) -> SeverancePolicy | str:
    hundredths, weeks = policy.redundancy_multiplier_hundredths, policy.redundancy_ceiling_weeks
    times = None if hundredths is None else hundredths.value
    ceiling = None if weeks is None else weeks.value
    if times is not None and times < 100:
        return "redundancy multiplier (one below 1 would pay less than the law)"
    if ceiling is not None and ceiling <= 0:
        return "redundancy ceiling in weeks (above nought)"
    return SeverancePolicy(
        multiplier=None if times is None else Fraction(times, 100),
        use_actual_pay=None if policy.redundancy_pay is None else policy.redundancy_pay == "actual",
        ceiling_weeks=ceiling,
    )


def _add(parts: Iterable[ExitRange]) -> ExitRange:
    """The sum of ranges; a bound with an unknown part is unknown."""
    found = list(parts)
    return ExitRange(
        _sum(part.low_pence for part in found),
        _sum(part.expected_pence for part in found),
        _sum(part.high_pence for part in found),
        tuple(dict.fromkeys(reason for part in found for reason in part.unknown)),
    )


def _sum(amounts: Iterable[int | None]) -> int | None:
    known = 0
    for amount in amounts:
        if amount is None:
            return None
        known += amount
    return known
