"""Limits, spans, funding lines and goals of an arrangement, in the solver's nouns.

Change this when the planner may set another limit.
"""

from scenarios.compiling.arrangement import Arrangement
from scenarios.money.years import FinancialYear
from scenarios.schema.figure import Figure
from scenarios.schema.other_costs import OtherCost
from scenarios.schema.scenario import Scenario
from scenarios.schema.teams import OUTSIDE, OWN_LEAD
from solver.problem import FundingLine, Limits, Span
from solver.search import Order

GOAL_NAMES = {
    "uncovered": "uncovered",
    "displaced": "displaced",
    "cost": "cost",
    "moved down": "moved_down",
    "job changes": "job_changed",
    "posts changed": "posts_changed",
}


def value(figure: Figure | None) -> int | None:
    """A figure's value, None when it is not given or not known."""
    return None if figure is None else figure.value


def order_of(scenario: Scenario) -> Order:
    """The planner's goals with their tolerances, in the solver's names and units."""
    return tuple((GOAL_NAMES[goal.name], goal.within) for goal in scenario.limits.goals)


def stated_ceiling(scenario: Scenario) -> int | None:
    """The ceiling the scenario states, in pence a year: its own, else the sum of its cost centres less deductions."""
    own = value(scenario.limits.ceiling_pence)
    if own is not None or not scenario.cost_centres:
        return own
    total = 0
    for row in scenario.cost_centres:
        amount = value(row.amount_pence)
        if amount is None:
            return None
        total += -abs(amount) if row.deduction else amount
    return total


def other_costs(arrangement: Arrangement) -> tuple[OtherCost, ...]:
    """Other costs of an option: its own and those of every option."""
    return tuple(row for row in arrangement.scenario.other_costs if row.option in (None, arrangement.option.option))


def other_pence(arrangement: Arrangement, repeats: str) -> int:
    """Other costs of an option that are known, recurring or one-off, in pence; a question names those that are not."""
    return sum(value(row.amount_pence) or 0 for row in other_costs(arrangement) if row.repeats == repeats)


def spare_of(arrangement: Arrangement) -> int | None:
    """Spare capacity allowed in thousandths of FTE; None, not limited, where nobody can tell what is spare.

    So it is while no work is known, and for posts that stand while some of the work is not.
    """
    known = [value(row.demand_milli_fte) is not None for row in arrangement.scenario.work]
    told = any(known) if arrangement.option.kind == "designed" else bool(known) and all(known)
    return arrangement.scenario.limits.spare_milli_fte.value if told else None


def limits_of(arrangement: Arrangement, years: tuple[int, ...], *, ceiling: int | None, as_is: int | None) -> Limits:
    """The solver's limits for one arrangement.

    Args: `years` of the problem; `ceiling` in pence, already chosen; `as_is` full-year cost of no change, for payback.
    """
    stated = arrangement.scenario.limits
    first = stated.ceiling_year or 0
    payback = value(stated.payback_months)
    return Limits(
        ceiling_pence=tuple(ceiling if year >= first else None for year in years),
        other_pence=other_pence(arrangement, "recurring"),
        spare_milli_fte=spare_of(arrangement),
        absorbed_milli_fte=value(stated.absorbed_milli_fte),
        displaced=value(stated.displaced),
        exit_pence=value(stated.exit_cost_pence) or 0,
        one_off_fixed_pence=other_pence(arrangement, "one-off"),
        one_off_pence=value(stated.one_off_pence) if value(stated.exit_cost_pence) is not None else None,
        payback_months=payback if as_is is not None and value(stated.exit_cost_pence) is not None else None,
        as_is_pence=as_is or 0,
    )


def spans_of(scenario: Scenario, *, managing: bool) -> tuple[Span, ...]:
    """A span for each set of teams led together; none where no role manages or no span is stated.

    A team led from outside the scope has no span here; teams that share a list of leads are one set.
    """
    low, high = value(scenario.limits.span_low), value(scenario.limits.span_high)
    if not managing or (low is None and high is None):
        return ()
    sets: list[set[str]] = []
    for team in sorted(scenario.teams, key=lambda t: t.team):
        if team.led_by == (OUTSIDE,):
            continue
        together = {team.team} | ({*team.led_by} - {OWN_LEAD})
        joined = [group for group in sets if group & together]
        for group in joined:
            together |= group
            sets.remove(group)
        sets.append(together)
    return tuple(
        Span(
            id=" + ".join(sorted(group)),
            teams=tuple(sorted(group)),
            least=low or 0,
            most=10**4 if high is None else high,
        )
        for group in sorted(sets, key=sorted)
    )


def funding_of(scenario: Scenario, years: tuple[int, ...], roles: tuple[str, ...]) -> tuple[FundingLine, ...]:
    """Funding lines with what each gives in each year; none where an amount is not known.

    A line without a year gives its amount every year until it ends; in financial years that begin after its end there
    is none. A line that names roles the option does not have pays for none of its posts; one that names teams pays for
    any role, and the question says that its teams are not held.
    """
    if not scenario.funding or any(value(row.amount_pence) is None for row in scenario.funding):
        return ()
    lines, teams = [], {team.team for team in scenario.teams}
    for name in sorted({row.line for row in scenario.funding}):
        rows = [row for row in scenario.funding if row.line == name]
        named = {name for row in rows for name in row.may_pay_for}
        pays = {*roles} if not named or named & teams else named & {*roles}
        by_year = tuple(
            sum(
                value(row.amount_pence) or 0
                for row in rows
                if row.year in (None, year)
                and (row.until_date is None or row.until_date >= FinancialYear(year).first_day)
            )
            for year in years
        )
        lines.append(FundingLine(id=name, roles=tuple(sorted(pays)), pence_by_year=by_year))
    return tuple(lines)
