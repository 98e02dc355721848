"""A given structure set against a design on equal terms: four officers, work for two.

Change this when a given structure is set against a design by something else.
"""

from typing import Any

import pytest

from scenarios.comparing.answers import Asking
from scenarios.exploring.against import AgainstAnswer, against
from scenarios.exploring.result import Explored
from scenarios.library import path_of
from scenarios.reading.load import load_case
from scenarios.schema.case import Case
from scenarios.schema.grade_branches import GradeBranch
from scenarios.schema.limits import Limits
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from scenarios.schema.teams import Team
from solver.engine import Settings, Stop
from solver.search import Watch
from tests.scenarios.claims.small_question import later, line
from tests.scenarios.comparing.small import OFFICER, service
from tests.scenarios.compiling.services import known, option


def document(case: Scenario, asking: Asking | None = None) -> Explored[AgainstAnswer]:
    """The given option of a service against its design."""
    return against(Case(scenario=case), "as given", asking or Asking())


def proposing(posts: int, **sheets: Any) -> Scenario:
    """The service with so many officers proposed."""
    return service(proposed=[later("Officer", "North", posts)], **sheets)


def test_the_same_posts() -> None:
    """The two officers proposed are the design: nothing is broken, nothing apart, and nothing surpasses them."""
    (found,) = document(service()).answers
    assert (found.status, found.breaks, found.better_on, found.worse_on) == ("answered", (), (), ())
    assert found.surpassed == "no"
    assert {goal.more for goal in found.goals} == {0}


def test_what_it_breaks_and_by_how_much() -> None:
    """Four officers against a ceiling and a role limit for two: £60,000 over, two posts too many, 1.5 FTE idle."""
    role = Role(role="Officer", grade="Grade 5", cost_pence=known(3_000_000), most=known(2))
    case = proposing(4, roles=(role,), limits=Limits(ceiling_pence=known(6_000_000)))
    (found,) = document(case).answers
    assert {finding.rule: finding.amount for finding in found.breaks} == {
        "no_idle": 1_500,
        "role_limits": 2,
        "ceiling": 6_000_000,
    }
    assert {goal.goal: goal.more for goal in found.goals if goal.more} == {
        "displaced": -2,
        "cost": 60_000,
        "posts_changed": -2,
    }
    assert (found.better_on, found.worse_on) == (("displaced", "posts_changed"), ("cost",))
    assert found.surpassed == "no"


def test_limits_of_teams_hold_for_it_too() -> None:
    """A team's sizes hold for the structure given by hand as they do for the design."""
    case = proposing(3, teams=(Team(team="North", most_posts=known(2)),), limits=Limits(ceiling_pence=known(9_000_000)))
    (found,) = document(case).answers
    assert ("team_sizes", 1) in {(finding.rule, finding.amount) for finding in found.breaks}


def test_what_surpasses_it() -> None:
    """Nothing cheaper covers as much as one officer; two officers cost less than two seniors and displace fewer."""
    case = proposing(1, limits=Limits(ceiling_pence=known(6_000_000)))
    answer = document(case)
    (found,) = answer.answers
    assert (found.better_on, found.worse_on) == (("cost",), ("uncovered", "displaced", "posts_changed"))
    assert found.surpassed == "no"
    dearer = service(
        proposed=[later("Senior", "North", 2)],
        roles=(OFFICER, Role(role="Senior", grade="Grade 7", cost_pence=known(4_000_000))),
    )
    answer = document(dearer)
    (found,) = answer.answers
    assert (found.surpassed, found.better) == ("yes", 1)
    better = answer.structures[1]
    assert (better.anchor, better.annual_cost, {row.role for row in better.lines}) == ("improved", 60_000, {"Officer"})


def test_costs_that_are_not_known() -> None:
    """Without costs the two are compared by the other goals, and nothing is said about surpassing."""
    case = service(roles=(Role(role="Officer", grade="Grade 5"),))
    (found,) = document(case).answers
    assert found.surpassed is None
    assert "cost" not in {goal.goal for goal in found.goals}


def test_prices_apart_are_said() -> None:
    """A given structure at other prices is compared as it stands, and that is said."""
    case = service(
        proposed=[later("Officer", "North", 1), later("Adviser", "North", 1)],
        roles=(OFFICER, Role(role="Adviser", grade="Grade 5", cost_pence=known(3_000_000), price_base="2019/20")),
        options=(option("given", name="as given"), option("designed", roles_in_team={"North": ["Officer"]})),
    )
    (found,) = document(case).answers
    assert found.notes
    assert found.notes[0].startswith("Prices differ: the design at ")


def test_a_design_that_nothing_fits() -> None:
    """Where no design fits, what the given structure breaks is still said, and the answer ends infeasible."""
    (found,) = document(service(limits=Limits(displaced=known(0)))).answers
    assert (found.status, found.design) == ("infeasible", None)
    assert [finding.rule for finding in found.breaks] == ["displaced_limit"]


def test_a_branch_it_is_not_worked_out_in() -> None:
    """In a branch that the given option does not stand in there is nothing to set against."""
    case = service(
        grade_branches=(
            GradeBranch(branch="high", role="Officer", grade="Grade 6"),
            GradeBranch(branch="low", role="Officer", grade="Grade 5"),
        ),
        options=(option("given", name="as given", branches=["low"]), option("designed")),
    )
    found = {each.branch: each for each in document(case).answers}
    assert found["low"].given is not None
    assert (found["high"].given, found["high"].status) == (None, "answered")
    assert "not worked out in high" in found["high"].reasons[0]


@pytest.mark.parametrize("name", ["no change", "designed", "another"])
def test_only_a_structure_given_by_hand(name: str) -> None:
    """No change, a design, and a name that is not there are refused."""
    with pytest.raises(KeyError):
        against(Case(scenario=service()), name, Asking())


def test_not_settled() -> None:
    """Stopped at once neither the design nor what surpasses is settled, and no structure is called an answer."""
    stop = Stop()
    stop.ask()
    (found,) = document(service(), Asking(watch=Watch(settings=Settings(stop=stop)))).answers
    assert (found.status, found.surpassed, found.design) == ("undecided", "not settled", None)


def test_rows_in_another_order_change_nothing() -> None:
    """The bytes are the same whatever the order of rows."""
    posts = [line("Officer", "North", 2), line("Officer", "South", 2)]
    proposed = [later("Officer", "North", 2), later("Officer", "South", 1)]
    teams = (Team(team="North"), Team(team="South"))
    one, other = service(posts, proposed, teams=teams), service(posts[::-1], proposed[::-1], teams=teams[::-1])
    assert document(one).model_dump_json() == document(other).model_dump_json()


def test_the_proposal_of_nottinghamshire() -> None:
    """At Band A some structure of model C surpasses the proposal; at Grade 5 none does."""
    found = against(load_case(path_of("nottinghamshire-2014")), "as proposed", Asking(options=("model C",)))
    band_a, grade_5 = found.answers
    assert (band_a.surpassed, grade_5.surpassed) == ("yes", "no")
    assert band_a.breaks == grade_5.breaks == ()
    given = found.structures[band_a.given or 0]
    assert (given.annual_cost, given.option) == (349_000, "as proposed")
