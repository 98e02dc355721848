"""Alternatives argued by hand: two officers are needed, in either of two teams, and three are there today.

Three officers sit in North and one in South; two are enough. So there are three structures that do as well: one in
each team, both in South, both in North.
Change this when alternatives have to say something more.
"""

import pytest

from scenarios.comparing.answers import Asking
from scenarios.exploring import alternatives as module
from scenarios.exploring.alternatives import (
    AS_ALTERNATIVE,
    NOT_PRICED,
    NOTHING_FITS,
    AlternativesAnswer,
    PostsApart,
    RoleApart,
    Wanted,
    alternatives,
)
from scenarios.exploring.result import Explored
from scenarios.schema.canonical import canonical
from scenarios.schema.case import Case
from scenarios.schema.limits import Limits
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from scenarios.schema.teams import Team
from solver.engine import Settings, Stop
from solver.search import Watch
from tests.scenarios.claims.small_question import later, line
from tests.scenarios.comparing.small import OFFICER, service
from tests.scenarios.compiling.services import able, known
from tests.scenarios.library.shipped import shipped


def two_teams(**sheets: object) -> Scenario:
    """Officers in North and South."""
    plain = {
        "teams": (Team(team="North"), Team(team="South")),
        "posts": [line("Officer", "North", 3), line("Officer", "South", 1)],
    }
    return service(**{**plain, **sheets})  # type: ignore[arg-type]


def asked(case: Scenario, wanted: Wanted | None = None, asking: Asking | None = None) -> Explored[AlternativesAnswer]:
    """The question asked of a scenario."""
    return alternatives(Case(scenario=case), wanted or Wanted(), asking or Asking())


def test_each_alternative_is_set_against_the_design() -> None:
    """Both in South, both in North: goal by goal against one in each, and which posts they have more or fewer of."""
    (answer,) = (found := asked(two_teams())).answers
    assert (answer.status, answer.reasons, answer.notes) == ("answered", (), ())
    assert (answer.option, answer.branch, answer.count, answer.slack_percent) == ("designed", None, 3, 2.0)
    assert answer.design == 0
    assert {each.goal: (each.design, each.other) for each in answer.within} == {
        "uncovered": (0, 0),
        "displaced": (2, 2),
        "cost": (60_000, 61_200),
    }
    south, north = answer.alternatives
    assert (south.structure, south.apart, south.nearest) == (1, 2, 2)
    assert {each.goal: each.more for each in south.goals if each.more} == {"posts_changed": 2}
    assert south.posts == (
        PostsApart(team="North", role="Officer", design=1, other=0, more=-1),
        PostsApart(team="South", role="Officer", design=1, other=2, more=1),
    )
    assert {each.goal: each.more for each in north.goals if each.more} == {}
    assert answer.distances == ((0, 2, 2), (2, 0, 4), (2, 4, 0))
    assert (answer.least_distance, answer.no_further, answer.settled, answer.none_left) == (2, 2, True, False)
    assert [{row.team: row.posts for row in each.lines} for each in found.structures] == [
        {"North": 1, "South": 1},
        {"South": 2},
        {"North": 2},
    ]


def test_the_same_posts_by_role_are_said() -> None:
    """Officers that sit in the other team are the same posts by role, and no structure has others: one role is all."""
    (answer,) = asked(two_teams()).answers
    for each in answer.alternatives:
        assert each.apart_by_role == 0
        assert each.roles == (RoleApart(role="Officer", design=2, other=2, more=0),)
    assert (answer.other_roles, answer.roles_settled) == (None, True)
    (every,) = asked(two_teams(), Wanted(count=9)).answers
    assert (every.none_left, every.roles_settled) == (True, True)


def with_clerks() -> Scenario:
    """Visits that an officer or a clerk at the same cost may do, in two teams with three officers today."""
    return two_teams(
        roles=(OFFICER, OFFICER.model_copy(update={"role": "Clerk"})),
        able=(able("Officer", Visits=10_000), able("Clerk", Visits=10_000)),
        posts=[line("Officer", "North", 3), line("Officer", "South", 1), line("Clerk", "South", 1, people=0)],
    )


def test_other_roles_are_shown_where_only_teams_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where every alternative found has the design's roles, one more with others is shown, judged like the rest."""
    case = with_clerks()
    monkeypatch.setattr(module, "apart_by_role", lambda *_: 0)
    (answer,) = (found := asked(case)).answers
    assert answer.roles_settled
    assert answer.other_roles is not None
    one = found.structures[answer.other_roles.structure]
    assert {row.role: row.more for row in answer.other_roles.roles} == {"Clerk": 2, "Officer": -2}
    assert one.verdict is not None
    assert one.verdict.ok
    assert not one.proven
    assert answer.other_roles.apart == sum(abs(each.more) for each in answer.other_roles.posts)


def test_the_posts_of_a_given_option_are_named() -> None:
    """Two officers in North are proposed: the structure with both there says whose they are; three are nobody's."""
    (answer,) = (found := asked(two_teams())).answers
    named = {each.structure: each.same_posts_as for each in answer.alternatives} | {0: answer.design_same_posts_as}
    for number, options in named.items():
        north = [(row.team, row.posts) for row in found.structures[number].lines] == [("North", 2)]
        assert options == (("as given",) if north else ())
    assert sorted(named.values()) == [(), (), ("as given",)]
    (other,) = asked(two_teams(proposed=[later("Officer", "North", 3)])).answers
    assert {each.same_posts_as for each in other.alternatives} == {()}


def test_an_alternative_does_not_claim_what_the_design_does() -> None:
    """The design's goals are settled; of an alternative nothing is said to be so, and it is judged like any other."""
    design, *others = asked(two_teams()).structures
    assert design.proven
    assert design.bounds
    for other in others:
        assert (other.status, other.proven, other.bounds) == ("designed", False, ())
        assert AS_ALTERNATIVE in other.notes
        assert other.verdict is not None
        assert other.verdict.ok


def test_there_are_no_more() -> None:
    """Asked for nine, the three there are come, and it is said that there are no more."""
    (answer,) = asked(two_teams(), Wanted(count=9)).answers
    assert (len(answer.alternatives), answer.none_left, answer.settled, answer.status) == (2, True, True, "answered")


def test_none_at_all() -> None:
    """In one team there is one structure, and no distance."""
    (answer,) = (found := asked(service())).answers
    assert (answer.alternatives, answer.none_left, answer.least_distance, answer.no_further) == ((), True, None, None)
    assert len(found.structures) == 1


def test_without_costs_none_is_held() -> None:
    """Where a cost is not known, work and people are kept within the slack, and the answer says that cost is not."""
    (answer,) = asked(two_teams(roles=(Role(role="Officer", grade="Grade 5"),))).answers
    assert {each.goal for each in answer.within} == {"uncovered", "displaced"}
    assert answer.notes == (NOT_PRICED,)
    assert answer.alternatives


def test_nothing_fits() -> None:
    """Where the design finds nothing, the answer is that, with what is known of why."""
    found = asked(two_teams(limits=Limits(displaced=known(0), ceiling_pence=known(3_000_000))))
    (nothing,) = found.answers
    assert (found.question, found.structures) == ("alternatives", ())
    assert nothing.status == "infeasible"
    assert (nothing.design, nothing.alternatives, nothing.within) == (None, (), ())
    assert nothing.reasons == (NOTHING_FITS,)


def test_a_stop_before_the_design() -> None:
    """Stopped at once, nothing is said but that the design is not settled."""
    stop = Stop()
    stop.ask()
    (answer,) = asked(two_teams(), asking=Asking(watch=Watch(settings=Settings(stop=stop)))).answers
    assert (answer.status, answer.design) == ("undecided", None)
    assert answer.reasons[0].startswith("The design itself is not settled: stopped")


def test_a_stop_after_the_design(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped while alternatives are looked for, those found stand and the answer is not settled."""
    stop = Stop()
    told: list[str] = []

    def watching(stage: object) -> None:
        goal = getattr(stage, "goal", "")
        told.append(goal)
        if goal == "structure 3":
            stop.ask()

    watch = Watch(settings=Settings(stop=stop), report=watching)
    (answer,) = asked(two_teams(), asking=Asking(watch=watch)).answers
    assert answer.status == "undecided"
    assert answer.reasons == ("Not settled: stopped before as many were found.",)
    assert (len(answer.alternatives), answer.settled, answer.none_left) == (1, False, False)


def test_the_options_asked_about_are_told_in_turn() -> None:
    """Progress names each option and branch; an option that is not there is the caller's mistake."""
    said: list[str] = []
    asked(two_teams(), asking=Asking(options=("designed",), say=said.append))
    assert said == ["designed"]
    with pytest.raises(KeyError):
        asked(two_teams(), asking=Asking(options=("nowhere",)))


@pytest.mark.parametrize("name", ["nottinghamshire-2014", "bury-2021"])
def test_the_shipped_cases(name: str) -> None:
    """Each designed option: every pair as far apart as is said, everything judged, and the set settled."""
    case = shipped(name)
    found = alternatives(case, Wanted(), Asking())
    assert found.answers
    for answer in found.answers:
        assert answer.status == "answered"
        assert answer.settled
        for one in answer.alternatives:
            assert one.apart == sum(abs(each.more) for each in one.posts) > 0
            assert one.nearest >= (answer.least_distance or 0)
            kept = {each.goal: each for each in answer.within}
            assert all(each.other <= kept[each.goal].other for each in one.goals if each.goal in kept)
    assert all(each.verdict is not None and each.verdict.ok for each in found.structures)


def test_rows_in_another_order_give_the_same_bytes() -> None:
    """Rows turned round and another seed: the same document."""
    case = shipped("nottinghamshire-2014")
    asking = Asking(options=("model C",))
    turned = {
        sheet: tuple(reversed(getattr(case.scenario, sheet)))
        for sheet in ("posts", "proposed", "work", "able", "teams", "roles")
    }
    other = Case(scenario=case.scenario.model_copy(update=turned), sealed=case.sealed)
    seeded = Asking(options=("model C",), watch=Watch(settings=Settings(seed=5)))
    first = alternatives(case, Wanted(), asking)
    assert canonical(other.scenario) == canonical(case.scenario)
    assert alternatives(other, Wanted(), seeded).model_dump_json() == first.model_dump_json()
