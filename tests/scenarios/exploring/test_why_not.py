"""Why not, on a service whose answers can be argued by hand: four officers, work for two, a ceiling for two.

Change this when the answer to "why not" says something more.
"""

from dataclasses import replace

import pytest

from scenarios.comparing.answers import Asking
from scenarios.exploring.demand_text import DemandRefused
from scenarios.exploring.result import Explored
from scenarios.exploring.why_not import NOTHING_FITS_ANYWAY, WhyNotAnswer, why_not
from scenarios.library import path_of
from scenarios.reading.load import load_case
from scenarios.schema.case import Case
from scenarios.schema.limits import Limits
from scenarios.schema.scenario import Scenario
from scenarios.schema.teams import Team
from solver.engine import Settings, Stop
from solver.search import Watch
from tests.scenarios.claims.small_question import later, line
from tests.scenarios.comparing.small import service
from tests.scenarios.compiling.services import known, option

CEILING = ("A year costs £60,000 at the most.", "the cost of 'as given', as no ceiling is stated")


def asked(text: str, case: Scenario | None = None, asking: Asking | None = None) -> Explored[WhyNotAnswer]:
    """The whole document for a demand on the service."""
    return why_not(Case(scenario=case or service()), text, asking or Asking())


def answer(text: str, case: Scenario | None = None, asking: Asking | None = None) -> WhyNotAnswer:
    """The one answer."""
    (only,) = asked(text, case, asking).answers
    return only


@pytest.mark.parametrize(
    "text",
    ["Officer = 2", "posts <= 2", "open North", "Officer in North >= 1 and posts in North <= 2", "Officer >= 2"],
)
def test_what_the_design_has_already(text: str) -> None:
    """Two officers are designed: a demand they keep costs nothing, and the same structure is named twice."""
    found = answer(text)
    assert (found.status, found.already, found.design, found.with_demand) == ("answered", True, 0, 0)
    assert {goal.more for goal in found.goals} == {0}
    assert found.first_worse is None
    assert (found.design_displaced_at_most, found.other_displaced_at_most) == (2, 2)


@pytest.mark.parametrize(("text", "posts"), [("Officer <= 1", 1), ("close North", 0), ("posts in North = 0", 0)])
def test_what_fewer_officers_cost(text: str, posts: int) -> None:
    """Each officer fewer leaves 1 FTE undone, one person more displaced, £30,000 less and one post more changed."""
    document = asked(text)
    (found,) = document.answers
    fewer = 2 - posts
    assert {goal.goal: goal.more for goal in found.goals if goal.more} == {
        "uncovered": fewer,
        "displaced": fewer,
        "cost": -30_000 * fewer,
        "posts_changed": fewer,
    }
    assert (found.first_worse, found.status, found.already) == ("uncovered", "answered", False)
    assert [document.structures[n].posts for n in (found.design, found.with_demand) if n is not None] == [2, posts]


def test_goals_in_the_planners_order() -> None:
    """With money first the same demand is worse first on what comes first of what gets worse: people."""
    first = service(limits=Limits.model_validate({"goals": [{"name": "cost"}, {"name": "displaced"}]}))
    found = answer("Officer >= 1", first)
    assert [(goal.goal, goal.unit, goal.more) for goal in found.goals] == [
        ("cost", "pounds a year", 15_000),
        ("displaced", "people", 0),
    ]
    assert found.first_worse == "cost"


def test_what_the_ceiling_does_not_allow() -> None:
    """Three full officers cost £90,000; a half post makes the third of three posts, £15,000 above the ceiling."""
    document = asked("Officer >= 3")
    (found,) = document.answers
    assert (found.status, found.design, found.with_demand, found.fewest) == ("infeasible", 0, None, True)
    assert [(each.sentence, each.source) for each in found.in_the_way] == [CEILING]
    assert [way.gives for way in found.ways_out] == [
        ("the ceiling is raised by £15,000 a year (limits, ceiling: 75000)",)
    ]
    (way,) = found.ways_out
    assert (way.annual_cost, way.over_ceiling, way.uncovered_fte, way.displaced) == (75_000, 15_000, 0, 2)
    assert way.without is not None
    assert [document.structures[place].annual_cost for place in (way.structure, way.without)] == [75_000, 60_000]
    assert "costs £75,000 a year (£15,000 above the ceiling as it stands)" in way.sentence
    assert way.sentence_without.startswith(
        "With as much given and without the demand, the cheapest structure costs £60"
    )


@pytest.mark.parametrize("text", ["keep group Officer", "no one displaced"])
def test_everyone_kept(text: str) -> None:
    """All four keep a place in four posts: £60,000 above the ceiling, and 1.5 FTE idle beyond the 0.5 allowed."""
    found = answer(text)
    assert found.status == "infeasible"
    (way,) = found.ways_out
    assert way.gives == (
        "the ceiling is raised by £60,000 a year (limits, ceiling: 120000)",
        "1.5 FTE more of established time may be without work (limits, spare fte: 2)",
    )


def test_no_way_out_is_said() -> None:
    """Bury without any post: one demand is named as in the way, and were all that may give to give, nothing fits."""
    found = why_not(load_case(path_of("bury-2021")), "posts = 0", Asking()).answers[0]
    assert (found.status, found.ways_out, found.way_out) == ("infeasible", (), False)
    assert found.in_the_way


@pytest.mark.parametrize(
    ("text", "way_out"),
    [("Officer >= 3", True), ("posts <= 1 and posts >= 2", False), ("Officer <= 1", None), ("Officer = 2", None)],
)
def test_whether_there_is_a_way_out(text: str, *, way_out: bool | None) -> None:
    """Said where nothing keeps a demand: money can give, a contradiction cannot; else it is no question."""
    assert answer(text).way_out is way_out


def test_everyone_kept_where_money_allows() -> None:
    """With a high ceiling and time to spare nobody is displaced anyway; else idle time is all that is in the way."""
    room = Limits(ceiling_pence=known(12_000_000), spare_milli_fte=known(2_000))
    assert answer("keep group Officer", service(limits=room)).already
    found = answer("keep group Officer", service(limits=Limits(ceiling_pence=known(12_000_000))))
    assert [each.rule for each in found.in_the_way] == ["no_idle"]


def test_more_than_could_matter_is_still_asked() -> None:
    """A hundred officers are refused by the rules' own numbers, not because nobody thought of so many."""
    found = answer("Officer >= 100")
    assert found.status == "infeasible"
    assert found.in_the_way
    assert found.ways_out


def test_a_role_that_the_option_leaves_out() -> None:
    """No conflict of rules is made up where the option has no place for such a post."""
    away = service(
        posts=[line("Officer", "North", 4), line("Clerk", "South", 1)],
        teams=(Team(team="North"), Team(team="South")),
        options=(option("no change", name="no change"), option("designed", name="designed", closes=["South"])),
        proposed=[],
    )
    found = answer("posts in South >= 1", away)
    assert (found.status, found.in_the_way, found.ways_out, found.way_out) == ("infeasible", (), (), False)
    assert found.reasons[0].startswith("No post may stand in any of the teams asked about")
    away = away.model_copy(update={"teams": (Team(team="North"), Team(team="South", parent="North"))})
    assert answer("Officer in North = 2", away).read_as == (
        "exactly 2 posts of Officer in North and the 1 team under it, together",
    )


def test_a_contradiction_is_no_rules_fault() -> None:
    """Two demands that contradict each other are said to, and nothing of the case is named."""
    found = answer("Officer >= 2 and Officer <= 1")
    assert (found.status, found.in_the_way) == ("infeasible", ())
    assert any("cannot hold together" in reason for reason in found.reasons)


def test_nothing_fits_anyway() -> None:
    """Where no structure keeps the rules without the demand either, that is said."""
    tight = service(limits=Limits(displaced=known(0)))
    found = answer("Officer = 2", tight)
    assert (found.status, found.reasons[0], found.design) == ("infeasible", NOTHING_FITS_ANYWAY, None)


def test_not_settled() -> None:
    """A stop before anything is found is told as not settled, before and after the design."""
    stop = Stop()
    stop.ask()
    stopped = Asking(watch=Watch(settings=Settings(stop=stop)))
    found = answer("Officer = 1", asking=stopped)
    assert (found.status, found.design) == ("undecided", None)
    assert "not settled: stopped" in found.reasons[0]

    later_stop = Stop()

    def say(what: str) -> None:
        if what.endswith("demanded"):
            later_stop.ask()

    late = answer("Officer = 1", asking=Asking(watch=Watch(settings=Settings(stop=later_stop)), say=say))
    assert (late.status, late.design, late.with_demand) == ("undecided", 0, None)
    assert late.reasons[0].startswith("With what is demanded: not settled: stopped")


def test_what_cannot_be_read_is_refused() -> None:
    """A name that is not there is refused, with the name nearest to it."""
    with pytest.raises(DemandRefused, match="did you mean 'Officer'"):
        asked("Oficer >= 2")


def test_rows_in_another_order_and_another_seed_change_nothing() -> None:
    """The bytes are the same whatever the order of rows and the seed."""
    posts = [line("Officer", "North", 2), line("Officer", "South", 2), line("Clerk", "South", 1)]
    teams = (Team(team="North"), Team(team="South"))
    proposed = [later("Officer", "North", 2), later("Officer", "South", 1)]
    one, other = service(posts, proposed, teams=teams), service(posts[::-1], proposed[::-1], teams=teams[::-1])
    for text in ("close South", "Officer in South >= 2", "no one displaced"):
        seeded = Asking(watch=Watch(settings=replace(Settings(), seed=7)))
        assert asked(text, one).model_dump_json() == asked(text, other, seeded).model_dump_json()


def test_two_team_managers_in_nottinghamshire() -> None:
    """Why not two Team Managers: goal by goal, in both branches, with the structures behind the figures."""
    document = why_not(load_case(path_of("nottinghamshire-2014")), "Team Manager >= 2", Asking(options=("model C",)))
    assert [found.status for found in document.answers] == ["answered", "answered"]
    for found in document.answers:
        assert found.first_worse == "uncovered"
        assert found.with_demand is not None
        (counted,) = found.counted
        assert (counted.what, counted.posts, counted.fte, counted.posts_today) == ("Team Manager", 2, 2, 2)
        assert counted.fte_today == 1.5
        managers = [row.posts for row in document.structures[found.with_demand].lines if row.role == "Team Manager"]
        assert managers == [2]
        assert all(verdict.ok for each in document.structures if (verdict := each.verdict) is not None)
