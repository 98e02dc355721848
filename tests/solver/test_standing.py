"""Whether posts still stand under other figures: what they come to, and whether anything betters them.

Change this when "the answer still stands" comes to mean something else.
"""

from itertools import product

import pytest

from bench.tiny import tiny
from solver.checker import judge
from solver.engine import Settings, Stop
from solver.filling import only_flows
from solver.model import FIRST_RULES
from solver.outcome import Designed
from solver.problem import FundingLine, Pin
from solver.search import PEOPLE_FIRST, design
from solver.settle import Posts, settle_given
from solver.standing import MAIN_GOALS, Challenge, UnsettledError, _searched, values_of
from tests.properties.enumerate import every_posts, feasible_values, rows
from tests.solver.build import YEARS, able, kind, packing, places, problem, staff, work

NORTH = "north officer"
CASE = problem(kind(most=2), *staff(3), work(milli_fte=3000), able(), other_pence=500)


def stopped() -> Settings:
    """Settings under which nothing is settled any more."""
    stop = Stop()
    stop.ask()
    return Settings(stop=stop)


def test_what_fixed_posts_come_to() -> None:
    """Two posts do 2 of 3 FTE and place two of three people, for £60,005; one post does and places one."""
    assert values_of(CASE, ((NORTH, 2),)) == {"cost": 6_000_500, "uncovered": 1000, "displaced": 1}
    assert values_of(CASE, ((NORTH, 1),)) == {"cost": 3_000_500, "uncovered": 2000, "displaced": 2}


def test_posts_that_do_not_fit() -> None:
    """Kinds the problem does not have, counts out of bounds and broken rules do not fit."""
    pinned = problem(kind(most=3), Pin(id="two", teams=("north",), roles=("officer",), least=2), spare_milli_fte=None)
    assert values_of(CASE, (("west officer", 1),)) is None
    assert values_of(CASE, ((NORTH, 3),)) is None
    assert values_of(pinned, ((NORTH, 1),)) is None
    assert values_of(pinned, ((NORTH, 1),), rules_kept=False) == {"cost": 3_000_000, "uncovered": 0, "displaced": 0}


@pytest.mark.parametrize(("people", "displaced"), [(1, 0), (5, 0), (7, 2)])
def test_given_posts_may_be_more_than_can_exist(people: int, displaced: int) -> None:
    """Five given posts where three can exist give five people room."""
    case = problem(kind(most=3), *staff(people), spare_milli_fte=None)
    found = values_of(case, ((NORTH, 5),), rules_kept=False)
    assert found == {"cost": 15_000_000, "uncovered": 0, "displaced": displaced}


def test_given_posts_too_few_for_reserved_places() -> None:
    """Two given posts and three places reserved: all are as good as taken, and the one person is displaced."""
    people, _, own_job = staff(1)
    case = problem(kind(), people, places(reserved=3), own_job, spare_milli_fte=None)
    found = values_of(case, ((NORTH, 2),), rules_kept=False)
    assert found == {"cost": 6_000_000, "uncovered": 0, "displaced": 1}


def test_fixed_posts_equal_the_enumeration() -> None:
    """For every post count of twenty tiny problems: least uncovered, then least displaced, or that they do not fit."""
    for seed in range(20):
        case = tiny(seed)
        least: dict[object, tuple[int, int]] = {}
        for posts, each in feasible_values(case):
            least[posts] = min(least.get(posts, (99, 99)), (each["uncovered"], each["displaced"]))
        for counts in every_posts(case):
            found = values_of(case, rows(counts))
            assert (found and (found["uncovered"], found["displaced"])) == least.get(rows(counts))


def test_given_posts_come_to_what_filling_them_in_comes_to() -> None:
    """For every post count of six tiny problems, rules or no rules: the goals of the structure filled in by hand."""
    for seed in range(6):
        case = tiny(seed)
        for counts in every_posts(case):
            values = judge(case, settle_given(case, rows(counts))).values
            assert values_of(case, rows(counts), rules_kept=False) == {name: values[name] for name in MAIN_GOALS}


def test_given_statutory_work_comes_first() -> None:
    """One given post for two blocks does the statutory one although the other weighs more, as far as it can."""
    letters = (work("letters", weight=2), able(), able(block="letters"))
    can = problem(kind(), work(statutory=True), *letters)
    assert values_of(can, ((NORTH, 1),), rules_kept=False) == {"cost": 3_000_000, "uncovered": 2000, "displaced": 0}
    cannot = problem(kind(), work(milli_fte=1001, statutory=True), *letters)
    assert values_of(cannot, ((NORTH, 1),), rules_kept=False) == {"cost": 3_000_000, "uncovered": 1001, "displaced": 0}


def test_any_within_equals_the_enumeration() -> None:
    """Limits around the values that can be had: the answer, asked for or known from others, is the enumeration's."""
    for seed in range(40):
        case = tiny(seed)
        feasible = [each for _, each in feasible_values(case)]
        challenge = Challenge(case, Settings())
        levels = {name: sorted({each[name] for each in feasible})[:2] or [0] for name in ("uncovered", "displaced")}
        for uncovered, displaced in product(levels["uncovered"], levels["displaced"]):
            for limits in ({}, {"uncovered": uncovered}, {"uncovered": uncovered - 1, "displaced": displaced}):
                expected = any(all(each[name] <= most for name, most in limits.items()) for each in feasible)
                assert challenge.any_within(limits) == expected


def test_nothing_is_asked_twice() -> None:
    """Once something is known to fit, so does anything wider; once not, so not anything narrower: not even solved."""
    challenge = Challenge(CASE, Settings())
    assert challenge.any_within({"displaced": 1, "cost": 6_000_500})
    assert not challenge.any_within({"displaced": 0})
    challenge.settings = stopped()
    assert challenge.any_within({"displaced": 2, "cost": 9_000_000})
    assert challenge.any_within({"cost": 6_000_500})
    assert not challenge.any_within({"displaced": 0, "cost": 1})
    with pytest.raises(UnsettledError, match="cost, displaced"):
        challenge.any_within({"displaced": 1, "cost": 6_000_499})
    with pytest.raises(UnsettledError, match="the rules"):
        Challenge(CASE, stopped()).any_within({})


def test_a_limit_settles_nothing() -> None:
    """Fixed posts that a stop keeps from being settled are neither fitting nor not; nor is what a limit cuts short."""
    unsplit = problem(kind(), kind("south"), work(teams=("north", "south"), split=False), able(), spare_milli_fte=0)
    posts = ((NORTH, 1), ("south officer", 1))
    assert values_of(unsplit, posts) is None
    with pytest.raises(UnsettledError, match="uncovered"):
        values_of(unsplit, posts, settings=stopped())
    with pytest.raises(UnsettledError):
        Challenge(packing(), Settings(effort=1e-9)).any_within({"uncovered": 167})


def test_two_flows_come_to_what_a_search_comes_to() -> None:
    """Shares, weights, statutory work, several claims: for every post count the flows' values are the model's."""
    for seed in range(15):
        case = tiny(seed, 10**9)
        for counts in every_posts(case):
            posts = rows(counts)
            if only_flows(case) and all(k.least <= counts[k.id] for k in case.kinds):
                assert values_of(case, posts) == _searched(case, posts, FIRST_RULES, settings=Settings())


def test_posts_that_have_to_be_paid_for_are_searched() -> None:
    """Two flows say nothing of who pays: a line that has the money pays for one officer, and not for two."""
    line = FundingLine(id="grant", roles=("officer",), pence_by_year=(3_000_000,) * len(YEARS))
    case = problem(kind(most=2, ceiling_pence=(3_000_000,) * len(YEARS)), line, spare_milli_fte=None)
    assert values_of(case, ((NORTH, 1),)) == {"cost": 3_000_000, "uncovered": 0, "displaced": 0}
    assert values_of(case, ((NORTH, 2),)) is None


def test_posts_found_elsewhere_save_a_search() -> None:
    """Two posts tried answer what they are within, without a search; what they are not within is searched."""
    challenge = Challenge(CASE, stopped(), [((NORTH, 2),), (("west officer", 1),)])
    assert challenge.any_within({"displaced": 1, "cost": 6_000_500})
    with pytest.raises(UnsettledError):
        challenge.any_within({"displaced": 0})


def test_posts_found_are_kept_to_be_tried() -> None:
    """What a search finds is there for the next question, under other figures too."""
    tried: list[Posts] = []
    assert Challenge(CASE, Settings(), tried).any_within({"displaced": 1})
    assert tried == [((NORTH, 2),)]
    assert Challenge(CASE, stopped(), tried).any_within({"displaced": 1})


def test_no_goal_goes_below_its_constant() -> None:
    """Less than nothing uncovered or displaced, or a cost below the other costs, is not even searched."""
    challenge = Challenge(CASE, stopped())
    for limits in ({"uncovered": -1}, {"displaced": -1}, {"cost": 499}):
        assert not challenge.any_within(limits)
    with pytest.raises(UnsettledError):
        challenge.any_within({"cost": 500})


def test_a_design_is_not_bettered_and_anything_else_is() -> None:
    """What the search designs stands under its own figures; a value worse by one beyond its tolerance does not."""
    for seed in range(40):
        outcome = design(tiny(seed))
        if not isinstance(outcome, Designed):
            continue
        values = {stage.goal: stage.value for stage in outcome.stages}
        challenge = Challenge(tiny(seed), Settings())
        assert not challenge.bettered(values, PEOPLE_FIRST)
        for goal, tolerance in PEOPLE_FIRST[:3]:
            assert not challenge.bettered({**values, goal: values[goal] + tolerance}, PEOPLE_FIRST)
            assert challenge.bettered({**values, goal: values[goal] + tolerance + 1}, PEOPLE_FIRST)
