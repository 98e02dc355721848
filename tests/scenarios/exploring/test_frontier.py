"""Trade-offs of a small service argued by hand, and of the two designed cases.

Change this when trade-offs say something more.
"""

import pytest

from scenarios.comparing.answers import Asking
from scenarios.exploring.frontier import trade_offs
from scenarios.exploring.frontier_result import GoalValue, TradeOffs
from scenarios.exploring.result import Explored
from scenarios.library import path_of
from scenarios.reading.load import load_case
from scenarios.schema.case import Case
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from solver.engine import Settings, Stop
from solver.search import Watch
from tests.properties.case_variations import shuffled
from tests.scenarios.comparing.small import service, with_share
from tests.scenarios.compiling.services import known, option

PAIR = ("cost", "displaced")
DESIGNED = ("nottinghamshire-2014", "bury-2021")


def asked(case: Case | Scenario, goals: tuple[str, ...] = PAIR, asking: Asking | None = None) -> Explored[TradeOffs]:
    """Trade-offs of a scenario or a case."""
    held = case if isinstance(case, Case) else Case(scenario=case)
    return trade_offs(held, asking or Asking(), goals)


def values(rows: tuple[GoalValue, ...]) -> dict[str, float]:
    """Values by goal."""
    return {row.goal: row.value for row in rows}


def test_the_small_service_has_one_point() -> None:
    """Four officers, half of whose time is visits: two posts do the work for £60,000, and two people are displaced."""
    (answer,) = asked(service()).answers
    assert answer.status == "answered"
    assert [values(point.values) for point in answer.points] == [{"cost": 60_000.0, "displaced": 2}]
    assert answer.steps == ()
    assert (answer.complete, answer.open_share, answer.measured) == (True, 0.0, "cost")
    assert values(answer.held) == {"uncovered": 0.0}


def test_no_change_and_given_lie_beside_it() -> None:
    """The proposal is matched by the only point; no change displaces nobody, so nothing matches it."""
    found = asked(service())
    (answer,) = found.answers
    matched = {beside.option: beside.matched_by for beside in answer.beside}
    assert matched == {"as given": (0,), "no change": ()}
    but_for = {beside.option: beside.matched_but_for for beside in answer.beside}
    assert but_for == {"as given": {}, "no change": {"displaced": (0,)}}
    assert {found.structures[beside.structure].option for beside in answer.beside} == {"as given", "no change"}
    assert answer.rests_on == ("Visits, share: Officer",)


def test_weights_are_told_apart_from_time() -> None:
    """Visits that count threefold: with half an officer gone 0.5 FTE are undone, which the goal counts as 1.5."""
    row = service().work[0].model_copy(update={"weight": known(3)})
    (answer,) = (found := asked(service(work=(row,)), ("cost", "uncovered"))).answers
    assert answer.weighted
    half = answer.points[1]
    assert (half.main.uncovered_fte, half.main.uncovered_weighted_fte) == (0.5, 1.5)
    assert half.values[1] == GoalValue(goal="uncovered", unit="weighted FTE", value=1.5)
    assert found.structures[half.structure].uncovered_fte == 0.5
    (plain,) = asked(service(), ("cost", "uncovered")).answers
    assert (plain.weighted, plain.points[1].values[1].unit) == (False, "FTE")


def test_a_step_is_priced_by_the_post() -> None:
    """Cost against work: an officer kept does 1.0 FTE of visits for £30,000; a make-up post does half of it."""
    found = asked(service(), ("cost", "uncovered"))
    (answer,) = found.answers
    assert [values(point.values) for point in answer.points] == [
        {"cost": 60_000.0 - 15_000 * n, "uncovered": n / 2} for n in range(5)
    ]
    for number, step in enumerate(answer.steps):
        assert (step.point, step.against) == (number, number + 1)
        assert [(row.role, row.fte) for row in step.posts] == [("Officer", 0.5)]
        assert (step.annual_cost, step.idle_fte) == (15_000.0, 0.0)
    # From two full posts to one and a half their number stays two; then the half post goes, and so on.
    assert [step.price_per_post for step in answer.steps] == [None, 15_000.0, None, 15_000.0]
    assert answer.held == ()


def test_three_goals_set_each_point_against_the_nearest() -> None:
    """Work, people and cost: fewer posts are fewer places, so the same five points, half a post apart."""
    (answer,) = asked(service(), ("uncovered", "displaced", "cost")).answers
    assert [step.against for step in answer.steps] == [1, 2, 3, 4]
    assert [values(point.values)["displaced"] for point in answer.points] == [2, 3, 3, 4, 4]


def test_a_cost_that_is_not_known_is_said() -> None:
    """An officer whose cost nobody knows has no trade-off with cost; one without cost can be worked out."""
    case = service(roles=(Role(role="Officer", grade="Grade 5"),))
    (answer,) = asked(case).answers
    assert answer.status == "undecided"
    assert answer.open_share is None
    assert "cost of Officer" in answer.reasons[0]
    (other,) = asked(case, ("displaced", "uncovered")).answers
    assert other.status == "answered"
    assert {beside.matched_by for beside in other.beside} == {None}


def test_nothing_fits_is_infeasible() -> None:
    """A ceiling that pays for no post and statutory visits: nothing fits, and no point is shown."""
    row = service().work[0].model_copy(update={"statutory": True})
    limits = service().limits.model_copy(update={"ceiling_pence": known(100)})
    (answer,) = asked(service(work=(row,), limits=limits)).answers
    assert (answer.status, answer.points, answer.complete) == ("infeasible", (), True)
    assert answer.reasons


def test_a_stop_is_undecided() -> None:
    """Stopped before anything: undecided, with why."""
    stop = Stop()
    stop.ask()
    said: list[str] = []
    asking = Asking(watch=Watch(settings=Settings(stop=stop)), say=said.append)
    (answer,) = asked(service(), PAIR, asking).answers
    assert answer.status == "undecided"
    assert answer.reasons == ("Not settled: stopped at the goal 'work left uncovered'.",)
    assert said == ["designed"]


def test_a_stop_half_way_tells_the_share() -> None:
    """Stopped at a later solve: what was found is shown, and how much is open."""
    stop, seen = Stop(), []

    def watched(_: object) -> None:
        seen.append(1)
        if len(seen) == 4:
            stop.ask()

    asking = Asking(watch=Watch(settings=Settings(stop=stop), report=watched))
    (answer,) = asked(service(), ("cost", "uncovered"), asking).answers
    assert answer.status == "undecided"
    assert answer.open_share is not None
    assert answer.open_share > 0
    assert answer.reasons == ("Not settled: stopped.",)


def test_what_does_not_reach_the_problem_is_not_rested_on() -> None:
    """A known share is no assumption."""
    (answer,) = asked(with_share(service(), 5000)).answers
    assert answer.rests_on == ()


def test_options_are_asked_about_by_name() -> None:
    """One named is alone; two designed ones are told apart."""
    options = (option("designed", name="one"), option("designed", name="two"))
    case = service(options=options, limits=service().limits)
    assert [answer.option for answer in asked(case).answers] == ["one", "two"]
    assert [answer.option for answer in asked(case, PAIR, Asking(options=("two",))).answers] == ["two"]


@pytest.mark.parametrize("name", DESIGNED)
def test_the_designed_cases(name: str) -> None:
    """Each designed option is complete; every structure keeps every rule, and no step buys an idle post alone."""
    found = asked(load_case(path_of(name)))
    assert found.answers
    for answer in found.answers:
        assert answer.status == "answered"
        assert all(point.settled and point.chosen for point in answer.points)
        for point in answer.points:
            result = found.structures[point.structure]
            assert result.status == "designed"
            assert result.verdict is not None
            assert result.verdict.ok
            assert result.people is not None
            assert point.main.displaced_at_least == result.people.displaced_at_least
            assert point.main.displaced_at_most == result.people.displaced_at_most
        for step in answer.steps:
            added = sum(row.fte for row in step.posts)
            assert step.idle_fte == 0 or step.idle_fte < added


def test_rows_in_another_order_change_no_byte() -> None:
    """Bury with its rows turned gives the same document."""
    case = load_case(path_of("bury-2021"))
    assert asked(shuffled(case, 3)).model_dump_json() == asked(case).model_dump_json()
