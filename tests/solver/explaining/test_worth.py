"""What binds is what, left out, lets a main goal be better; its worth is the difference of two searches.

Change this when "binds" means something else.
"""

import pytest

from bench.tiny import tiny
from solver.demands import demands_of, loosened, without
from solver.engine import Settings
from solver.explaining import worth as module
from solver.explaining.needed import STEPS
from solver.explaining.worth import binding, main_goals
from solver.outcome import Designed
from solver.problem import Problem
from solver.search import PEOPLE_FIRST, Watch, design, swapped
from solver.standing import Challenge, UnsettledError
from tests.properties.enumerate import lexicographic_optimum
from tests.properties.variations import shuffled
from tests.solver.build import able, kind, packing, problem, role, staff, work

MONEY_FIRST = swapped(PEOPLE_FIRST, "displaced", "cost")
GOALS = [goal for goal, _ in main_goals(PEOPLE_FIRST)]


def values(case: Problem) -> tuple[tuple[str, int], ...] | None:
    """The main goals in their turn, by counting out."""
    optimum = lexicographic_optimum(case, GOALS, tolerances={})
    return None if optimum is None else optimum.values


def test_a_ceiling_is_worth_work_covered() -> None:
    """3 FTE of work and £60,000: £30,000 more buys an FTE, which is all there is; less was tried and buys nothing."""
    case = problem(kind(), work(milli_fte=3000), able(), ceiling_pence=(6_000_000, 6_000_000))
    (worth,) = binding(case, PEOPLE_FIRST)
    assert (worth.demand.rule, worth.goal, worth.by) == ("ceiling", "uncovered", 3_000_000)
    assert dict(worth.before) == {"uncovered": 1000, "displaced": 0, "cost": 6_000_000}
    assert dict(worth.after) == {"uncovered": 0, "displaced": 0, "cost": 9_000_000}
    assert worth.offered


def test_a_kept_post_binds_and_is_not_offered() -> None:
    """Two posts stay with work for one, and spare time enough: without that it would cost £30,000 less."""
    case = problem(kind(least=2), work(), able(), spare_milli_fte=1000)
    (worth,) = binding(case, PEOPLE_FIRST)
    assert (worth.demand.rule, worth.goal, worth.by, worth.offered) == ("kept_posts", "cost", 1, False)
    assert dict(worth.after)["cost"] == 3_000_000


def test_idle_time_is_worth_people() -> None:
    """Three people and work for one: 0.5 FTE more of spare time keeps a second post, and with it a person."""
    case = problem(kind(), *staff(3), work(), able(), spare_milli_fte=500)
    (worth,) = binding(case, PEOPLE_FIRST)
    assert (worth.demand.rule, worth.goal) == ("no_idle", "displaced")
    assert (worth.by, worth.least) == (500, True)  # 0.8 FTE was tried first; half of it is work enough for no post
    assert (dict(worth.before)["displaced"], dict(worth.after)["displaced"]) == (2, 1)


def test_nothing_binds() -> None:
    """Work for one, one post, one person: no rule is in anyone's way."""
    assert list(binding(problem(kind(), *staff(1), work(), able(), role(most=2)), PEOPLE_FIRST)) == []


def test_as_counted_out() -> None:
    """On tiny problems: what binds and what it is worth are as counting out says, and nothing else binds."""
    bound = told_least = 0
    for seed in range(100):
        case = tiny(seed, 250)
        before = values(case)
        if before is None:
            assert list(binding(case, PEOPLE_FIRST)) == []
            continue
        found = {worth.demand: worth for worth in binding(case, PEOPLE_FIRST)}
        for demand in demands_of(case):
            without_it = values(without(case, [demand]))
            assert (demand in found) == (without_it != before)
        for demand, worth in found.items():
            assert (worth.before, worth.after) == (before, values(loosened(case, {demand: worth.by})))
            assert worth.settled
            step = STEPS.get(demand.unit, 1)
            if worth.least and worth.by > step:
                assert values(loosened(case, {demand: worth.by - step})) == before
                told_least += 1
        bound += len(found)
    assert bound >= 20
    assert told_least >= 4


@pytest.mark.parametrize("order", [PEOPLE_FIRST, MONEY_FIRST], ids=["people first", "money first"])
def test_order_of_rows_and_seed_change_nothing(order: tuple[tuple[str, int], ...]) -> None:
    """Rows in another order and another seed: the same demands bind and are worth the same."""
    for seed in (2, 5, 14):
        plain = list(binding(tiny(seed), order))
        assert list(binding(shuffled(tiny(seed), 1), order, Settings(seed=9))) == plain


def test_a_limit_is_said() -> None:
    """Where the goals themselves are not settled nothing is said to bind, nor that nothing does."""
    with pytest.raises(UnsettledError):
        list(binding(packing(), PEOPLE_FIRST, Settings(effort=1e-6)))
    assert not isinstance(design(packing(), PEOPLE_FIRST, Watch(settings=Settings(effort=1e-6))), Designed)


def test_a_limit_at_one_demand_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a limit comes at one demand, or at what it is worth, that one is not settled and nothing is made up."""
    case = problem(kind(), work(milli_fte=3000), able(), ceiling_pence=(6_000_000, 6_000_000))

    def late(_self: Challenge, _values: object, _order: object) -> str:
        raise UnsettledError("cost")

    with monkeypatch.context() as patch:
        patch.setattr(Challenge, "bettered", late)
        found = list(binding(case, PEOPLE_FIRST))
    assert [(worth.settled, worth.goal, worth.by) for worth in found] == [(False, "", 0)] * len(demands_of(case))
    monkeypatch.setattr(module, "loosened", lambda _case, _gives: None)
    kept = module._found
    monkeypatch.setattr(module, "_found", lambda asked, *more: None if asked is None else kept(asked, *more))
    (worth,) = binding(case, PEOPLE_FIRST)
    assert (worth.settled, worth.goal, worth.before, worth.after) == (False, "uncovered", BEFORE, BEFORE)


BEFORE = (("uncovered", 1000), ("displaced", 0), ("cost", 6_000_000))
