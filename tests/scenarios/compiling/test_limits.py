"""Limits, spans, funding lines and goals in the solver's nouns."""

from datetime import date
from typing import Any

import pytest

from scenarios.compiling.limits import funding_of, limits_of, order_of, spans_of, stated_ceiling
from scenarios.schema.cost_centres import CostCentre
from scenarios.schema.figure import UNKNOWN
from scenarios.schema.funding import Funding
from scenarios.schema.limits import Goal, Limits
from scenarios.schema.other_costs import OtherCost
from scenarios.schema.scenario import Scenario
from scenarios.schema.teams import Team
from scenarios.schema.work import Work
from solver.problem import FundingLine
from solver.problem import Limits as SolverLimits
from solver.search import PEOPLE_FIRST
from tests.scenarios.claims.small_question import line, scenario
from tests.scenarios.compiling.services import known, laid, work

ROLES = ("Clerk", "Officer")


def service(**sheets: Any) -> Scenario:
    """Two officers and 2 FTE of visits."""
    return scenario([line("Officer", "North", 2)], **{"work": (work("Visits", 2000),), **sheets})


def compiled(case: Scenario, kind: str = "designed", *, years: tuple[int, ...] = (2025,), **facts: Any) -> SolverLimits:
    """Limits with a ceiling of 100 pounds and no change at 300."""
    return limits_of(laid(case, kind, **facts), years, ceiling=10_000, as_is=30_000)


def test_goals_keep_their_order_and_tolerances() -> None:
    """The planner's words become the solver's names; the default is the solver's own default."""
    assert order_of(service()) == PEOPLE_FIRST
    goals = (
        Goal(name="cost", within=50),
        Goal(name="moved down"),
        Goal(name="job changes"),
        Goal(name="posts changed"),
    )
    assert order_of(service(limits=Limits(goals=goals))) == (
        ("cost", 50),
        ("moved_down", 0),
        ("job_changed", 0),
        ("posts_changed", 0),
    )


def test_the_ceiling_holds_from_its_year() -> None:
    """Years before it have none."""
    found = compiled(service(limits=Limits(ceiling_year=2026)), years=(2025, 2026, 2027))
    assert found.ceiling_pence == (None, 10_000, 10_000)
    assert compiled(service(), years=(2025, 2026)).ceiling_pence == (10_000, 10_000)


def centre(name: str, amount: int | None, *, deduction: bool = False) -> CostCentre:
    """A part of the ceiling."""
    return CostCentre(cost_centre=name, amount_pence=UNKNOWN if amount is None else known(amount), deduction=deduction)


@pytest.mark.parametrize(
    ("centres", "expected"),
    [
        ((), None),
        ((centre("a", 900), centre("b", 100)), 1000),
        ((centre("a", 900), centre("b", 100, deduction=True)), 800),
        ((centre("a", 900), centre("b", -100, deduction=True)), 800),
        ((centre("a", 900), centre("b", -100)), 800),
        ((centre("a", 900), centre("b", None)), None),
    ],
)
def test_cost_centres_add_up_to_the_ceiling(centres: tuple[CostCentre, ...], expected: int | None) -> None:
    """A deduction is taken off however its sign is typed; a part that is not known leaves no sum."""
    assert stated_ceiling(service(cost_centres=centres)) == expected


def test_a_ceiling_of_its_own_goes_before_cost_centres() -> None:
    """Also where it is nought."""
    centres = (centre("a", 900),)
    assert stated_ceiling(service(cost_centres=centres, limits=Limits(ceiling_pence=known(0)))) == 0
    assert stated_ceiling(service(cost_centres=centres, limits=Limits(ceiling_pence=UNKNOWN))) == 900


def cost(what: str, pence: int | None, repeats: str, option: str | None = None) -> OtherCost:
    """A cost that is no post."""
    amount = UNKNOWN if pence is None else known(pence)
    return OtherCost.model_validate({"what": what, "amount_pence": amount, "repeats": repeats, "option": option})


def test_other_costs_are_those_of_the_option_and_of_every_one() -> None:
    """Recurring and one-off are apart; income is below nought; what is not known is left out, and said to be."""
    case = service(
        other_costs=(
            cost("Rent", 700, "recurring"),
            cost("Income", -200, "recurring", "designed"),
            cost("Cars", 9000, "recurring", "another"),
            cost("Move", 40, "one-off"),
            cost("Removal", None, "one-off"),
        )
    )
    found = compiled(case)
    assert (found.other_pence, found.one_off_fixed_pence) == (500, 40)
    assert compiled(case, name="another").other_pence == 9700


def test_limits_on_people_and_money_are_carried_over() -> None:
    """One-off and payback can be held only where the exit cost of a person is stated."""
    stated = Limits(
        one_off_pence=known(5000),
        payback_months=known(18),
        exit_cost_pence=known(700),
        displaced=known(3),
        absorbed_milli_fte=known(400),
        spare_milli_fte=known(250),
    )
    found = compiled(service(limits=stated))
    assert (found.one_off_pence, found.payback_months, found.exit_pence, found.as_is_pence) == (5000, 18, 700, 30_000)
    assert (found.displaced, found.absorbed_milli_fte, found.spare_milli_fte) == (3, 400, 250)
    without = compiled(service(limits=stated.model_copy(update={"exit_cost_pence": UNKNOWN})))
    assert (without.one_off_pence, without.payback_months, without.exit_pence) == (None, None, 0)


def test_payback_needs_the_cost_of_no_change() -> None:
    """Without it there is no saving to pay back from."""
    case = service(limits=Limits(payback_months=known(18), exit_cost_pence=known(700)))
    found = limits_of(laid(case), (2025,), ceiling=None, as_is=None)
    assert (found.payback_months, found.as_is_pence, found.ceiling_pence) == (None, 0, (None,))


UNSURE = Work(work="Other", demand_milli_fte=UNKNOWN)


@pytest.mark.parametrize(
    ("kind", "works", "expected"),
    [
        ("designed", (work("Visits", 1),), 500),
        ("designed", (work("Visits", 1), UNSURE), 500),
        ("designed", (UNSURE,), None),
        ("designed", (), None),
        ("given", (work("Visits", 1),), 500),
        ("given", (work("Visits", 1), UNSURE), None),
        ("no change", (), None),
    ],
)
def test_spare_capacity_is_judged_only_where_it_can_be_told(
    kind: str, works: tuple[Work, ...], expected: int | None
) -> None:
    """Posts that stand are not called idle while some work is unknown; a design is bound while any is known."""
    assert compiled(service(work=works), kind).spare_milli_fte == expected


def spans(*teams: Team, managing: bool = True, **limits: Any) -> dict[str, tuple[tuple[str, ...], int, int]]:
    """Spans by name over these teams."""
    case = service(teams=teams, limits=Limits(**(limits or {"span_low": known(4), "span_high": known(12)})))
    return {s.id: (s.teams, s.least, s.most) for s in spans_of(case, managing=managing)}


def test_each_team_with_its_own_lead_has_a_span() -> None:
    """A team led from outside has none."""
    teams = (Team(team="South"), Team(team="North"), Team(team="Central", led_by=("outside",)))
    assert spans(*teams) == {"North": (("North",), 4, 12), "South": (("South",), 4, 12)}


def test_teams_that_share_leads_are_one_set() -> None:
    """Also where they hang together over a third, in whatever order they stand."""
    teams = [Team(team="A", led_by=("A", "C")), Team(team="B", led_by=("B", "C")), Team(team="C"), Team(team="D")]
    expected = {"A + B + C": (("A", "B", "C"), 4, 12), "D": (("D",), 4, 12)}
    assert spans(*teams) == expected
    assert spans(*reversed(teams)) == expected


def test_a_span_may_have_one_end() -> None:
    """Left out, the low end is nought and the high end out of reach."""
    assert spans(Team(team="A"), span_high=known(8)) == {"A": (("A",), 0, 8)}
    assert spans(Team(team="A"), span_low=known(3)) == {"A": (("A",), 3, 10_000)}


def test_no_span_without_a_limit_or_without_managers() -> None:
    """Nothing is asked where nothing is stated."""
    assert spans(Team(team="A"), displaced=known(1)) == {}
    assert spans(Team(team="A"), managing=False) == {}


def fund(name: str, amount: int | None, **facts: Any) -> Funding:
    """What a line gives."""
    return Funding(line=name, amount_pence=UNKNOWN if amount is None else known(amount), **facts)


def funded(*rows: Funding, years: tuple[int, ...] = (2025, 2026, 2027)) -> dict[str, FundingLine]:
    """Funding lines by name."""
    case = laid(service(funding=rows, teams=(Team(team="North"),))).scenario
    return {f.id: f for f in funding_of(case, years, ROLES)}


def test_money_of_a_line_by_year() -> None:
    """A row without a year gives every year; rows of one line add up."""
    found = funded(fund("Grant", 100), fund("Grant", 30, year=2026), fund("Base", 500, year=2025))
    assert found["Grant"].pence_by_year == (100, 130, 100)
    assert found["Base"].pence_by_year == (500, 0, 0)
    assert found["Base"].roles == ROLES


@pytest.mark.parametrize(
    ("until", "expected"),
    [(date(2026, 3, 31), (100, 0, 0)), (date(2026, 4, 1), (100, 100, 0)), (date(2025, 3, 31), (0, 0, 0))],
)
def test_money_ends_with_the_financial_year_of_its_last_day(until: date, expected: tuple[int, ...]) -> None:
    """Money to the end of March 2026 is there in 2025/26 and no longer."""
    assert funded(fund("Grant", 100, until_date=until))["Grant"].pence_by_year == expected


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ((), ROLES),
        (("Officer",), ("Officer",)),
        (("Chief",), ()),
        (("North",), ROLES),
        (("Chief", "Clerk"), ("Clerk",)),
    ],
)
def test_what_a_line_may_pay_for(named: tuple[str, ...], expected: tuple[str, ...]) -> None:
    """Blank is any role; a role the option does not have is none of its roles, never all of them."""
    assert funded(fund("Grant", 100, may_pay_for=named))["Grant"].roles == expected


def test_no_funding_is_held_where_an_amount_is_not_known() -> None:
    """Nor where there is no sheet."""
    assert funded(fund("Grant", 100), fund("Base", None)) == {}
    assert funded() == {}
