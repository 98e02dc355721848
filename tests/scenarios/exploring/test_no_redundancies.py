"""No compulsory redundancies: four officers, work for two, £30,000 each; and tiny problems counted out.

Change this when "nobody displaced" may be bought with something else.
"""

import pytest

from bench.tiny import tiny
from scenarios.comparing.answers import Asking
from scenarios.exploring.ladder import Months, months_until
from scenarios.exploring.no_redundancies import (
    NoRedundanciesAnswer,
    kept_order,
    no_redundancies,
    without_limits,
)
from scenarios.schema.case import Case
from scenarios.schema.elsewhere import Elsewhere
from scenarios.schema.figure import UNKNOWN, Figure
from scenarios.schema.limits import Limits
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from solver.engine import Settings, Stop
from solver.outcome import Designed, Infeasible
from solver.search import PEOPLE_FIRST, Watch, design
from tests.properties.enumerate import breaches, goal_values, structures
from tests.scenarios.claims.small_question import figure, later, line
from tests.scenarios.comparing.small import OFFICER, service
from tests.scenarios.compiling.services import known, option

FREED = {"ceiling", "no_idle", "displaced_limit"}


def answers(case: Scenario, asking: Asking | None = None) -> dict[str, NoRedundanciesAnswer]:
    """The answers by option."""
    return {each.option: each for each in no_redundancies(Case(scenario=case), asking or Asking()).answers}


def test_what_keeping_everyone_takes() -> None:
    """Two posts more than the two designed: £60,000 above the ceiling, and 1.5 FTE idle beyond the 0.5 allowed."""
    found = answers(service())["designed"]
    assert (found.status, found.displaced_without, found.displaced, found.displaced_at_most) == ("answered", 2, 0, 0)
    assert (found.posts_more, found.idle_fte_more) == (2, 1.5)
    assert (found.above_ceiling, found.cost_more) == (60_000, 60_000)
    assert (found.annual_cost, found.more_than_no_change, found.beside_ceiling) == (120_000, 0, 60_000)
    assert [(each.role, each.posts, each.fte, each.more) for each in found.by_role] == [("Officer", 4, 4, 2)]
    assert found.displaced_without_at_most == 2
    assert (found.months_low, found.months, found.months_high) == (None, None, None)


def test_a_case_that_allows_nobody_to_be_displaced() -> None:
    """Where the case's own limit is what nothing fits within, the design without that limit is set beside."""
    found = answers(service(limits=Limits(displaced=known(0))))["designed"]
    assert (found.status, found.displaced_without, found.displaced, found.posts_more) == ("answered", 2, 0, 2)


def test_months_by_turnover() -> None:
    """A tenth of four people a year is 0.4: two have left after five years; at a fifth after two and a half."""
    case = service(limits=Limits(turnover_basis_points=figure((1000, 500, 2000))))
    designed, given = answers(case)["designed"], answers(case)["as given"]
    assert (designed.months_low, designed.months, designed.months_high) == (30, 60, 120)
    assert (given.kind, given.displaced, given.displaced_at_most, given.months) == ("given", 2, 2, 60)
    assert (given.posts_more, given.above_ceiling, given.design) == (None, None, None)


@pytest.mark.parametrize(
    ("people", "scope", "turnover", "months"),
    [
        (0, 10, Figure(value=1000), Months(0, 0, 0)),
        (1, 10, Figure(value=1000), Months(12, 12, 12)),
        (1, 11, Figure(value=1000), Months(11, 11, 11)),
        (3, 10, Figure(value=0), Months()),
        (3, 0, Figure(value=1000), Months()),
        (3, 10, UNKNOWN, Months()),
        (3, 10, None, Months()),
        (3, 10, Figure(value=1000, low=0, high=2000, basis="assumed"), Months(18, 36, None)),
    ],
)
def test_months_until(people: int, scope: int, turnover: Figure | None, months: Months) -> None:
    """Whole months, rounded up; nought where nobody has to leave; not known, or never, is never a number."""
    assert months_until(people, scope, turnover) == months


def test_a_design_that_displaces_nobody() -> None:
    """Three officers today, two wanted to leave and no more: nothing is taken, and no second structure is shown."""
    case = service(posts=[line("Officer", "North", 4, people=2)], proposed=[later("Officer", "North", 2)])
    found = answers(case)["designed"]
    assert (found.status, found.displaced, found.posts_more, found.above_ceiling) == ("answered", 0, 0, 0)
    assert (found.structure, found.months) == (None, None)


def test_people_whom_no_post_would_keep() -> None:
    """The clerk may not stay, and no other job is open to a clerk: with all the money there is, one is displaced."""
    case = service(
        posts=[line("Officer", "North", 4), line("Clerk", "North", 1, "Grade 3")],
        roles=(OFFICER, Role(role="Clerk", grade="Grade 3", cost_pence=known(2_000_000))),
        options=(option("designed", roles_in_team={"North": ["Officer"]}),),
        limits=Limits(ceiling_pence=known(6_000_000)),
        proposed=[],
    )
    found = answers(case)["designed"]
    assert (found.status, found.displaced_without, found.displaced, found.posts_more) == ("infeasible", 3, 1, 2)
    assert found.reasons == (
        "Whatever is spent, no structure within the other rules displaces fewer than 1 person.",
        "Clerk: 1 person without a claim on any post that this option may have.",
    )


def test_no_more_work_is_left_undone() -> None:
    """A ceiling for one officer leaves 1 FTE undone; keeping all four covers it on the way, and never leaves more."""
    found = answers(service(limits=Limits(ceiling_pence=known(3_000_000))))["designed"]
    assert (found.displaced_without, found.displaced, found.above_ceiling) == (3, 0, 90_000)


def test_costs_that_are_not_known() -> None:
    """Without costs the fewest posts are still found, and money is said to be not known."""
    found = answers(service(roles=(Role(role="Officer", grade="Grade 5"),)))["designed"]
    assert (found.displaced, found.above_ceiling, found.cost_more) == (0, None, None)
    assert found.displaced_without is not None


def test_nothing_fits_and_nothing_settled() -> None:
    """Three ways to end, never mixed: no design at all, stopped before it, stopped after it."""
    apart = service(
        limits=Limits(span_low=known(3), span_high=known(3)), roles=(OFFICER.model_copy(update={"manages": True}),)
    )
    assert answers(apart)["designed"].status == "infeasible"
    stop = Stop()
    stop.ask()
    assert answers(service(), Asking(watch=Watch(settings=Settings(stop=stop))))["designed"].status == "undecided"
    late = Stop()

    def say(what: str) -> None:
        if what.endswith("nobody displaced"):
            late.ask()

    found = answers(service(), Asking(watch=Watch(settings=Settings(stop=late)), say=say))["designed"]
    assert (found.status, found.design, found.structure) == ("undecided", 0, None)
    assert found.reasons[0].startswith("With nobody displaced: not settled")


def test_the_ladder_tells_what_the_data_know() -> None:
    """Six steps in their order; each is counted where the data have it, and names the cell to fill where not."""
    plain = answers(service())["designed"].steps
    assert [step.step for step in plain] == [
        *("vacancies", "agency and fixed terms", "volunteers", "hours by consent", "turnover", "redeployment elsewhere")
    ]
    assert [step.count for step in plain] == [0, 0, None, None, None, None]
    full = service(
        posts=[line("Officer", "North", 5, people=4), line("Officer", "North", 1, contract="agency", people=None)],
        elsewhere=(Elsewhere(role="Visitor", posts=known(2)), Elsewhere(role="Caller", posts=UNKNOWN)),
        limits=Limits(turnover_basis_points=known(1250), exit_cost_pence=known(1_000_000)),
    )
    words = {step.step: step.words for step in answers(full)["designed"].steps}
    assert words["agency and fixed terms"].startswith("1 post (1 FTE) held by agency workers or for a fixed term")
    assert words["volunteers"].endswith("each costs £10,000 once")
    assert words["turnover"].startswith("12.5% of all people a year")
    assert words["redeployment elsewhere"] == (
        "2 suitable vacancies outside the service (2 Visitor), shown apart and not counted in; of 1 more the number is "
        "not known"
    )
    unknown = service(posts=[line("Officer", "North", 4, people=None)])
    assert "not known: type people" in answers(unknown)["designed"].steps[0].words


def test_no_change_as_it_stands() -> None:
    """Asked for by name, no change is told as it stands: nobody displaced."""
    found = answers(service(), Asking(options=("no change",)))
    assert [(each.kind, each.displaced, each.months) for each in found.values()] == [("given", 0, None)]


def test_the_cheapest_that_displaces_the_fewest_is_counted_out() -> None:
    """On tiny problems the first two stages equal counting out every structure that keeps all but the freed rules."""
    order = kept_order(PEOPLE_FIRST)
    kept = none = 0
    for seed in range(120):
        case = tiny(seed, 400)
        uncovered = seed % 4
        allowed = [goal_values(case, one) for one in structures(case) if not breaches(case, one) - FREED]
        allowed = [values for values in allowed if values["uncovered"] <= uncovered]
        outcome = design(without_limits(case, uncovered), order)
        if not allowed:
            assert isinstance(outcome, Infeasible)
            none += 1
            continue
        assert isinstance(outcome, Designed)
        displaced, cost = min((values["displaced"], values["cost"]) for values in allowed)
        assert [stage.value for stage in outcome.stages[:2]] == [displaced, cost]
        kept += displaced == 0
    assert min(kept, none) > 20


def test_rows_in_another_order_change_nothing() -> None:
    """The bytes are the same whatever the order of rows."""
    posts = [line("Officer", "North", 3), line("Clerk", "North", 1)]
    one, other = service(posts), service(posts[::-1])
    documents = [no_redundancies(Case(scenario=case), Asking()).model_dump_json() for case in (one, other)]
    assert documents[0] == documents[1]
