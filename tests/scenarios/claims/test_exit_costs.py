"""What displaced people may cost: from the sealed table, from the stated figure, or not known.

Statutory sums are worked out beside each case: a week's pay is the year's over 365/7 weeks, capped at £464 in 2014/15.
Change this when an exit can be priced from another table.
"""

from datetime import date

import pytest

from scenarios.claims.exit_costs import one_off
from scenarios.claims.outcome import people_outcome
from scenarios.money.exit_range import ExitRange
from scenarios.schema.figure import UNKNOWN, Figure
from scenarios.schema.grades import Grade
from scenarios.schema.limits import Limits
from scenarios.schema.other_costs import OtherCost
from scenarios.schema.policy import Policy
from scenarios.schema.scenario import Scenario
from scenarios.schema.service import ServiceBand
from tests.scenarios.claims.small_question import GIVEN, GRADES, POLICY, asked, figure, later, line, scenario

START = date(2014, 6, 1)
STATUTE = Policy(
    redundancy_multiplier_hundredths=Figure(value=100),
    redundancy_pay="capped",
    redundancy_ceiling_weeks=Figure(value=30),
)
EXIT = Limits(exit_cost_pence=Figure(value=1_000_000))
GONE = scenario(
    [line("Officer", "North", 4), line("Clerk", "North", 2, "Grade 3")], [later("Clerk", "North", 2, "Grade 3")]
)
"""Four officers go and have no claim on anything; two clerks stay."""
BAND = ServiceBand(
    group="Officer", age_low=30, age_high=35, service_years=5, pay_pence=Figure(value=2_607_143), people=Figure(value=4)
)
EACH_PENCE = 5 * 46_400
"""Five years between 22 and 41: five weeks at the cap (£26,071.43 a year is £500 a week)."""


def cost(
    case: Scenario, rows: list[ServiceBand] | None = None, start: date | None = START, **sheets: object
) -> ExitRange:
    """One-off cost of the structure given in a case with other sheets."""
    question, posts = asked(case.model_copy(update=sheets), from_date=start)
    return one_off(question, people_outcome(question, posts), rows)


def test_nobody_displaced_costs_nought() -> None:
    """No figure is needed where nobody can be displaced."""
    case = scenario([line("Officer", "North", 4)], [later("Officer", "North", 4)])
    assert cost(case) == ExitRange(0, 0, 0)


def test_neither_table_nor_figure_is_unknown_and_not_nought() -> None:
    """Four people go and nobody says what an exit costs."""
    assert cost(GONE) == ExitRange(None, None, None, ("exit cost of people displaced",))


def test_the_stated_figure_times_the_people_displaced() -> None:
    """Four officers for certain: four times £10,000, expected as well."""
    assert cost(GONE, limits=EXIT) == ExitRange(4_000_000, 4_000_000, 4_000_000)


def test_the_ends_of_figure_and_people_make_the_range() -> None:
    """None to three displaced at £8,000 to £15,000, £10,000 expected of one and a half people."""
    case = scenario([line("Officer", "North", 3)], [later("Adviser", "North", 3)])
    limits = Limits(exit_cost_pence=figure((1_000_000, 800_000, 1_500_000)))
    assert cost(case, limits=limits) == ExitRange(0, 1_500_000, 4_500_000)


def test_perhaps_nobody_displaced_costs_nought_at_least() -> None:
    """Where everyone may be placed the least is known without any figure."""
    case = scenario([line("Officer", "North", 3)], [later("Adviser", "North", 3)])
    assert cost(case) == ExitRange(0, None, None, ("exit cost of people displaced",))


def test_a_range_without_a_value_has_no_expected_cost() -> None:
    """Between £8,000 and £15,000 a person: a range, and nothing is expected."""
    limits = Limits(exit_cost_pence=Figure(low=800_000, high=1_500_000, basis="assumed"))
    assert cost(GONE, limits=limits) == ExitRange(3_200_000, None, 6_000_000, ("exit cost of people displaced",))


def test_one_off_other_costs_are_added() -> None:
    """Those of this option and of every option, once only; recurring ones and those of others are not."""
    costs = tuple(
        OtherCost(what="moving", amount_pence=Figure(value=pence), repeats=repeats, option=option)
        for pence, repeats, option in [
            (500, "one-off", None),
            (70, "one-off", GIVEN),
            (9_000, "one-off", "another"),
            (80_000, "recurring", None),
        ]
    )
    assert cost(GONE, limits=EXIT, other_costs=costs) == ExitRange(4_000_570, 4_000_570, 4_000_570)
    unknown = (*costs, OtherCost(what="systems", amount_pence=UNKNOWN, repeats="one-off"))
    assert cost(GONE, limits=EXIT, other_costs=unknown) == ExitRange(None, None, None, ("one-off other costs",))


def test_the_sealed_table_prices_whoever_goes() -> None:
    """Four officers alike: five capped weeks each, whatever the stated figure says; clerks stay and need no row."""
    assert cost(GONE, [BAND], policy=STATUTE, limits=EXIT) == ExitRange(*(4 * EACH_PENCE,) * 3)


def test_the_sealed_table_bounds_every_choice_of_people() -> None:
    """One of two officers goes, one with five years' service or one with ten: from five weeks to ten."""
    case = scenario([line("Officer", "North", 2)], [later("Officer", "North", 1)])
    one = Figure(value=1)
    rows = [BAND.model_copy(update={"people": one, "age_low": 35, "service_years": years}) for years in (5, 10)]
    found = cost(case, rows, policy=STATUTE)
    assert found == ExitRange(EACH_PENCE, 3 * EACH_PENCE // 2, 2 * EACH_PENCE)


def test_a_group_without_rows_is_priced_at_the_stated_figure() -> None:
    """Officers have rows, clerks none: their two exits cost what the scenario states, or are not known."""
    case = scenario([line("Officer", "North", 4), line("Clerk", "North", 2, "Grade 3")])
    each = 4 * EACH_PENCE + 2_000_000
    assert cost(case, [BAND], policy=STATUTE, limits=EXIT) == ExitRange(each, each, each)
    assert cost(case, [BAND], policy=STATUTE) == ExitRange(None, None, None, ("exit cost of Clerk displaced",))


@pytest.mark.parametrize(
    ("change", "unknown"),
    [
        ({"people": UNKNOWN}, ("Officer: row 1: people", "service of everyone in Officer")),
        ({"people": Figure(value=3)}, ("service of everyone in Officer",)),
        ({"people": Figure(value=0)}, ("service of everyone in Officer",)),
        ({"age_low": 40}, ("Officer: row 1: an age or service that cannot be", "service of everyone in Officer")),
        ({"service_years": 36}, ("Officer: row 1: an age or service that cannot be", "service of everyone in Officer")),
        ({"pay_pence": None}, ("Officer: row 1: annual pay",)),
    ],
)
def test_a_table_with_gaps_gives_no_figure(change: dict[str, object], unknown: tuple[str, ...]) -> None:
    """What is missing or cannot be is named, and nothing is guessed."""
    found = cost(GONE, [BAND.model_copy(update=change)], policy=STATUTE)
    assert found == ExitRange(None, None, None, unknown)


@pytest.mark.parametrize(
    ("policy", "unknown"),
    [
        (POLICY, tuple(f"Officer: policy: {name}" for name in ("multiplier", "actual pay or cap", "ceiling in weeks"))),
        (
            STATUTE.model_copy(update={"redundancy_multiplier_hundredths": Figure(value=50)}),
            ("redundancy multiplier (one below 1 would pay less than the law)",),
        ),
        (
            STATUTE.model_copy(update={"redundancy_ceiling_weeks": Figure(value=0)}),
            ("redundancy ceiling in weeks (above nought)",),
        ),
    ],
)
def test_a_policy_that_is_not_stated_gives_no_figure(policy: Policy, unknown: tuple[str, ...]) -> None:
    """There is no usual multiplier, and one that cannot be is not used."""
    assert cost(GONE, [BAND], policy=policy) == ExitRange(None, None, None, unknown)


def test_a_policy_above_the_statute_is_paid() -> None:
    """Twice the weeks at actual pay: ten weeks of £500."""
    generous = STATUTE.model_copy(
        update={"redundancy_multiplier_hundredths": Figure(value=200), "redundancy_pay": "actual"}
    )
    found = cost(GONE, [BAND], policy=generous)
    assert found == ExitRange(*(4 * 500_000,) * 3)


def test_people_on_nhs_terms_are_paid_by_those() -> None:
    """A month's pay for each of five years, whatever the authority's own policy says."""
    band_5 = Grade(grade="Band 5", pay_system="Agenda for Change", rank=5)
    case = scenario([line("Nurse", "North", 4, "Band 5")], grades=(*GRADES, band_5))
    rows = [BAND.model_copy(update={"group": "Nurse", "pay_pence": Figure(value=2_400_000)})]
    found = cost(case, rows, start=date(2015, 6, 1))
    assert found == ExitRange(*(4 * 5 * 200_000,) * 3)


def test_without_a_day_or_its_rates_there_is_no_figure() -> None:
    """The cap is dated: no day, or a day before the rates begin, leaves the cost unknown and says so."""
    assert cost(GONE, [BAND], None, policy=STATUTE).unknown == ("day of the new structure",)
    early = cost(GONE, [BAND], date(1999, 1, 1), policy=STATUTE)
    assert (early.low_pence, early.expected_pence, early.high_pence) == (None, None, None)
    assert "1999-01-01" in early.unknown[0]


def test_gaps_still_leave_the_least_known_where_nobody_may_have_to_go() -> None:
    """Everyone may be placed: nought at least, whatever the table or its rates leave out."""
    case = scenario([line("Officer", "North", 3)], [later("Adviser", "North", 3)])
    three = BAND.model_copy(update={"people": Figure(value=3)})
    early = cost(case, [three], date(1999, 1, 1), policy=STATUTE)
    gaps = cost(case, [three.model_copy(update={"people": UNKNOWN})], policy=STATUTE)
    assert (early.low_pence, gaps.low_pence, gaps.high_pence) == (0, 0, None)
