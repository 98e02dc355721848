"""An arrangement as a question: costs, work, roles and teams, and what it says it does not know."""

from datetime import date
from typing import Any

import pytest

from scenarios.compiling.problem import Setting, years_of
from scenarios.schema.figure import UNKNOWN
from scenarios.schema.funding import Funding
from scenarios.schema.grades import Grade
from scenarios.schema.limits import Limits
from scenarios.schema.other_costs import OtherCost
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from scenarios.schema.teams import Team
from scenarios.schema.work import Work
from tests.scenarios.claims.small_question import later, line, scenario
from tests.scenarios.compiling.services import able, asked, change, head, known, work

TEAMS = (Team(team="North"), Team(team="South", state="may open"))
OFFICER = Role(role="Officer", cost_pence=known(3_000_000))


def service(*posts: Any, proposed: Any = (), **sheets: Any) -> Scenario:
    """Two officers at £30,000 and 2 FTE of visits."""
    plain = {"teams": TEAMS, "header": head(), "roles": (OFFICER,), "work": (work("Visits", 2000),)}
    return scenario(posts or [line("Officer", "North", 2)], proposed, **{**plain, **sheets})


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"years": (2027, 2026)}, (2026, 2027)),
        ({"years": ()}, (2025,)),
        ({"years": (), "start_date": None, "case_date": date(2014, 6, 25)}, (2014,)),
    ],
)
def test_years_are_those_stated_else_the_years_of_the_case(facts: dict[str, Any], expected: tuple[int, ...]) -> None:
    """In order, by their first calendar year; the start goes before the report's date."""
    assert years_of(service(header=head(**facts))) == expected


def test_every_post_has_its_cost_by_year_and_counts_to_the_ceiling() -> None:
    """A printed cost is the same in each year."""
    question = asked(service(header=head(years=(2025, 2026))), setting=Setting(ceiling_pence=9_000_000))
    whole = question.problem.kind["Officer in North, 1 FTE"]
    assert (whole.cost_pence, whole.ceiling_pence) == (3_000_000, (3_000_000, 3_000_000))
    assert question.problem.kind["Officer in North, 0.5 FTE"].cost_pence == 1_500_000
    assert question.problem.limits.ceiling_pence == (9_000_000, 9_000_000)
    assert question.priced
    assert question.unknown == ()


def test_no_change_is_held_to_no_ceiling_and_no_span() -> None:
    """It stands; only what is changed is limited."""
    case = service(
        line("Chief", "North", 1),
        roles=(OFFICER, Role(role="Chief", manages=True, cost_pence=known(1))),
        limits=Limits(span_high=known(1)),
    )
    setting = Setting(ceiling_pence=1, as_is_pence=2)
    as_is, designed = asked(case, "no change", setting=setting), asked(case, setting=setting)
    assert (as_is.problem.limits.ceiling_pence, as_is.problem.spans) == ((None,), ())
    assert designed.problem.limits.ceiling_pence == (1,)
    assert [s.id for s in designed.problem.spans] == ["North", "South"]


def test_what_does_not_count_to_the_ceiling_costs_all_the_same() -> None:
    """A held post outside the ceiling; another line of the role counts."""
    posts = [
        line("Officer", "North", 2),
        line("Officer", "North", 1, people=0, change=change("held"), counts_to_ceiling=False),
    ]
    kinds = asked(service(*posts)).problem.kind
    held = kinds["Officer in North, 1 FTE, held vacant"]
    assert (held.cost_pence, held.ceiling_pence) == (3_000_000, (0,))
    assert kinds["Officer in North, 1 FTE"].ceiling_pence == (3_000_000,)
    assert kinds["Officer in North, 0.5 FTE"].ceiling_pence == (1_500_000,)


def test_new_sizes_of_a_role_outside_the_ceiling_are_outside_too() -> None:
    """No line names a half post: it goes by the lines of its team and role."""
    kinds = asked(service(line("Officer", "North", 2, counts_to_ceiling=False))).problem.kind
    assert kinds["Officer in North, 0.5 FTE"].ceiling_pence == (0,)
    assert kinds["Officer in South, 1 FTE"].ceiling_pence == (3_000_000,)


def test_an_unknown_cost_leaves_no_cost_goal_no_ceiling_and_no_funding() -> None:
    """It is named, once for the role, and nothing is taken for nought."""
    funding = (Funding(line="Grant", amount_pence=known(1)),)
    limits = Limits(payback_months=known(12), exit_cost_pence=known(1))
    case = service(line("Officer", "North", 2), line("Clerk", "North", 1), funding=funding, limits=limits)
    question = asked(case, setting=Setting(ceiling_pence=5, as_is_pence=7))
    assert not question.priced
    assert [goal for goal, _ in question.order] == [
        "uncovered",
        "displaced",
        "moved_down",
        "job_changed",
        "posts_changed",
    ]
    assert question.problem.limits.ceiling_pence == (None,)
    assert question.problem.limits.payback_months is None
    assert question.problem.funding == ()
    assert {k.cost_pence for k in question.problem.kinds} == {0}
    assert question.unknown == ("cost of Clerk",)


def test_a_year_without_a_rate_leaves_the_cost_unknown() -> None:
    """The old spine ended in March 2019: a case that shows 2018/19 and 2019/20 has no cost goal."""
    grades = (Grade(grade="Grade 5", spine="njc-2009", top_point=39),)
    facts = {"grades": grades, "roles": ()}
    for years, priced in (((2018,), True), ((2018, 2019), False)):
        case = service(header=head(years=years, pension_basis_points=known(2200)), **facts)
        assert asked(case).priced is priced


def test_what_is_not_known_is_named() -> None:
    """People, demand, other costs, and limits that cannot be held without them."""
    case = service(
        line("Officer", "North", 2, people=None),
        work=(work("Visits", 2000), Work(work="Phone", demand_milli_fte=UNKNOWN)),
        other_costs=(
            OtherCost(what="Rent", amount_pence=UNKNOWN, repeats="recurring"),
            OtherCost(what="Cars", amount_pence=UNKNOWN, repeats="recurring", option="another"),
            OtherCost(what="Move", amount_pence=known(5), repeats="one-off"),
        ),
        limits=Limits(one_off_pence=known(100)),
        funding=(
            Funding(line="Grant", amount_pence=known(1), may_pay_for=("North",), year=2025),
            Funding(line="Grant", amount_pence=known(1), may_pay_for=("North",), year=2026),
        ),
    )
    assert asked(case).unknown == (
        "people in Officer (counted as one for each post)",
        "demand of Phone (left out)",
        "cost of Rent (left out)",
        "teams that Grant may pay for (not held)",
        "exit cost (limits on one-off cost and payback are not held)",
    )


def test_roles_and_teams_are_limited_only_in_a_design() -> None:
    """A structure given by hand, and today's, may be what they are."""
    roles = (OFFICER.model_copy(update={"least": known(1), "most": known(4), "direct_basis_points": known(8000)}),)
    teams = (Team(team="North", least_posts=known(2), most_posts=known(6)), TEAMS[1])
    case = service(proposed=[later("Officer", "North", 9)], roles=roles, teams=teams)
    for kind, role, team in (("designed", (1, 4), (2, 6)), ("given", (0, None), (0, None))):
        question = asked(case, kind, name="as given", opens=("North",))
        found = question.problem.role["Officer"]
        assert (found.least, found.most) == role
        assert found.direct_permille == 800
        north = next(t for t in question.problem.teams if t.id == "North")
        assert (north.least, north.most) == team
        assert north.must_open is (kind == "designed")


def test_management_is_absorbed_only_by_leads_outside() -> None:
    """A team with its own lead asks nobody outside."""
    teams = (
        Team(team="North", absorbed_milli_fte=known(700)),
        Team(team="South", led_by=("outside",), absorbed_milli_fte=known(300)),
        Team(team="West", led_by=("outside",)),
    )
    found = {t.id: t.absorbed_milli_fte for t in asked(service(teams=teams)).problem.teams}
    assert found == {"North": 0, "South": 300, "West": 0}


def test_work_carries_what_is_said_of_it() -> None:
    """Where it may sit, whether it may be split, who must be able, how much it weighs."""
    rows = (
        work("Visits", 2000, teams=("South", "Nowhere"), split=False, statutory=True, least=known(2), weight=known(3)),
        work("Phone", 500),
    )
    visits, phone = sorted(asked(service(work=rows)).problem.works, key=lambda w: w.id, reverse=True)
    assert (visits.teams, visits.split, visits.statutory, visits.least_able, visits.weight) == (
        ("South",),
        False,
        True,
        2,
        3,
    )
    assert (phone.teams, phone.split, phone.statutory, phone.least_able, phone.weight) == (
        ("North", "South"),
        True,
        False,
        0,
        1,
    )


def test_work_that_ends_before_the_start_is_only_todays() -> None:
    """It is there for no change and for no other option; on the first day it still is."""
    rows = (work("Old", 500, until_date=date(2025, 3, 31)), work("Last", 500, until_date=date(2025, 4, 1)))
    case = service(work=rows)
    assert {w.id for w in asked(case, "no change").problem.works} == {"Old", "Last"}
    assert {w.id for w in asked(case).problem.works} == {"Last"}
    assert {w.id for w in asked(case, from_date=date(2025, 4, 2)).problem.works} == set()
    undated = case.model_copy(update={"header": head(start_date=None)})
    assert {w.id for w in asked(undated).problem.works} == {"Old", "Last"}


def test_abilities_are_thousandths_and_less_than_one_is_none() -> None:
    """0.05 % of a post's time is nobody's work."""
    rows = (able("Officer", Visits=3750, Phone=9, Post=0),)
    question = asked(service(able=rows, work=(work("Visits", 2000), work("Phone", 10), work("Post", 10))))
    assert [(a.role, a.work, a.share_permille) for a in question.problem.abilities] == [("Officer", "Visits", 375)]


def test_posts_given_by_hand_are_in_the_question_and_a_design_has_none() -> None:
    """Today's for no change, the lines for a given option."""
    case = service(proposed=[later("Officer", "South", 1)])
    assert asked(case, "no change").posts == (("Officer in North, 1 FTE", 2),)
    assert asked(case, "given", name="as given").posts == (("Officer in South, 1 FTE", 1),)
    assert asked(case).posts is None
