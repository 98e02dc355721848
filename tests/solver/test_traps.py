"""Traps others fell into and we must not: one test or more for each that section 5 of the design names.

Each says what goes wrong without the guard, and where it can be shown, shows it. Change this when a trap is found.
"""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

import solver
from solver import engine, search
from solver.engine import Engine, Settings, Status, solve
from solver.linear import LinearModel
from solver.outcome import Designed, Infeasible, Undecided
from solver.problem import Problem
from solver.search import PEOPLE_FIRST, Watch, design
from tests.solver.build import POST_PENCE, able, claim, group, kind, packing, places, problem, staff, work
from tests.solver.verdicts import designed, posts, posts_without, stage_values

NORTH, HALF = "north officer", "north half"
TO_THE_PENNY = tuple((goal, 0) for goal, _ in PEOPLE_FIRST)


def test_hints_do_not_pile_up() -> None:
    """Three solves in a row on one growing model, each from the last values: a model with hints twice is invalid."""
    linear = LinearModel()
    numbers = [linear.variable(name, 0, 9) for name in ("first", "second")]
    linear.row("enough", [(1, each) for each in numbers], low=5)
    hint: tuple[int, ...] = ()
    for turn in range(3):
        objective = [(1, numbers[turn % 2])]
        answer = solve(linear, objective, Settings(), hint)
        assert answer.status is Status.SETTLED
        linear.row("kept", objective, high=answer.value)
        linear.variable(f"new {turn}", 0, 1)
        hint = answer.values


def test_no_domain_of_the_solver_is_read_or_changed() -> None:
    """A proto's `domain[-1]` silently reads 0 in ortools 9.15, so bounds live in lists of our own.

    Fixing posts to given counts, as `settle` does, sets those lists; no file of the room reads a domain back.
    """
    written = {path.name: path.read_text("utf-8") for path in Path(solver.__path__[0]).rglob("*.py")}
    assert [name for name, text in written.items() if ".domain" in text or ".proto.variables" in text] == []
    linear = LinearModel()
    posts_there = linear.variable("posts", 0, 7)
    linear.lows[posts_there] = linear.highs[posts_there] = 5
    for which in Engine:
        assert solve(linear, [(1, posts_there)], Settings(engine=which)).values == (5,)


def test_one_worker_and_full_linearization(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several workers are not repeatable, and one needs linearization level 2; no clock and no signal limits it."""
    seen: list[Any] = []
    ask = engine.cp_model.CpSolver.solve

    def looked_at(self: Any, *given: Any) -> Any:
        seen.append(self.parameters)
        return ask(self, *given)

    monkeypatch.setattr(engine.cp_model.CpSolver, "solve", looked_at)
    design(problem(kind(), work(), able()), watch=Watch(settings=Settings(seed=7, effort=3.5)))
    assert seen
    for each in seen:
        assert each.num_workers == 1
        assert each.linearization_level == 2
        assert each.max_time_in_seconds == float("inf")
        assert not each.catch_sigint_signal
    assert (seen[0].random_seed, seen[0].max_deterministic_time) == (7, 3.5)


@pytest.mark.parametrize("effort", [0.01, 0.1])
def test_limits_are_counts_of_work(effort: float) -> None:
    """A limit on seconds would change answers with the machine's mood: the same limit leaves the same bytes."""
    watch = Watch(settings=Settings(effort=effort))
    once, again = design(packing(), watch=watch), design(packing(), watch=watch)
    assert isinstance(once, Undecided)
    assert once.structure is not None
    assert repr(once) == repr(again)


@pytest.mark.parametrize("effort", [1e-9, 0.01])
def test_a_limit_reached_is_never_infeasible(effort: float) -> None:
    """With too little effort the answer is undecided, and no reason is given why nothing should fit."""
    outcome = design(packing(), watch=Watch(settings=Settings(effort=effort)))
    assert isinstance(outcome, Undecided)
    assert not isinstance(outcome, Infeasible)


def test_highs_may_not_say_infeasible_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """HiGHS proves in floating point: its "infeasible" is asked again in whole numbers, which find the answer."""
    possible, impossible = LinearModel(), LinearModel()
    for linear in (possible, impossible):
        linear.variable("posts", 3, 4)
    impossible.row("none", [(1, 0)], high=1)
    said: list[Any] = []
    ask_highs = engine.mathopt.solve
    monkeypatch.setattr(engine.mathopt, "solve", lambda *g, **n: said.append(ask_highs(*g, **n)) or said[-1])
    highs = Settings(engine=Engine.HIGHS)
    assert solve(impossible, [(1, 0)], highs).status is Status.INFEASIBLE
    monkeypatch.setattr(engine.mathopt, "solve", lambda *_, **__: said[0])
    assert solve(possible, [(1, 0)], highs).values == (3,)


def test_people_first_does_not_buy_idle_posts() -> None:
    """Four people, 1 FTE of work, a ceiling of four posts: one post and half a post to spare, three people displaced.

    Without "no post without work" the search buys idle posts up to the ceiling.
    """
    case = problem(kind(most=9), *staff(5), work(), able(), ceiling_pence=(4 * POST_PENCE,))
    assert posts(case) == {NORTH: 1}
    assert posts_without(case, "no_idle") == {NORTH: 4}


def halves_for_four_pounds() -> Problem:
    """2 FTE of work; in south a make-up half and a part-time half together cost £4 less than the whole post."""
    half = {"team": "south", "milli_fte": 500, "cost_pence": POST_PENCE // 2 - 200, "most": 1}
    return problem(
        kind(most=1, today=1),
        kind("south", most=1, today=1),
        kind(id="south half", **half, make_up=True),
        kind(id="south part-time", **half),
        work(milli_fte=2000, teams=("north", "south")),
        able(),
    )


def test_exact_pounds_do_not_split_posts() -> None:
    """To the penny the post of today is split in two to save £4; within £1,000 it is not."""
    case = halves_for_four_pounds()
    assert posts(case) == {NORTH: 1, "south officer": 1}
    assert posts(case, TO_THE_PENNY) == {NORTH: 1, "south half": 1, "south part-time": 1}
    assert stage_values(case)["cost"] == 2 * POST_PENCE - 400


def promoted_over_a_manager(managers: int, leads: int) -> Problem:
    """Three manager posts and no other; three managers today and three leads who could be promoted into the posts.

    Everyone changes job but the leads, as far as the goals know: they would rather place the leads.
    """
    return problem(
        kind(job="manager"),
        group("managers", 3),
        group("leads", 3),
        places("manager"),
        claim("managers", "manager", strength=managers, changes_job=True),
        claim("leads", "manager", strength=leads, changes_job=False),
        spare_milli_fte=None,
    )


def test_no_manager_is_displaced_while_leads_are_promoted() -> None:
    """With claims unranked the goals promote three leads and displace the managers; with strengths they cannot."""
    assert designed(promoted_over_a_manager(managers=1, leads=1)).placements == (("leads", "manager", 3),)
    assert designed(promoted_over_a_manager(managers=0, leads=5)).placements == (("managers", "manager", 3),)


def test_permuted_rows_give_the_same_posts() -> None:
    """Four teams that are equally good: without the tie-break their posts hang on the order in which rows came."""
    rows = [kind(team, most=1) for team in ("east", "north", "south", "west")]
    block = (work(milli_fte=2000, teams=("east", "north", "south", "west")), able())
    outcomes = {repr(design(problem(*order, *block))) for order in permutations(rows)}
    assert len(outcomes) == 1
    outcome = design(problem(*rows, *block))
    assert isinstance(outcome, Designed)
    assert outcome.ties


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("which", Engine)
def test_seeds_and_engines_give_the_same_posts(which: Engine, seed: int) -> None:
    """Which of the four teams is taken hangs on no seed and on no engine."""
    block = (work(milli_fte=2000, teams=("east", "north", "south", "west")), able())
    case = problem(*(kind(team, most=1) for team in ("east", "north", "south", "west")), *block)
    assert design(case, watch=Watch(engine=which, settings=Settings(seed=seed))) == design(case)


def _claim_order_rows(monkeypatch: pytest.MonkeyPatch, case: Problem, order: search.Order) -> list[bool]:
    """Whether the claim order's rows were in, solve by solve, while a structure was designed."""
    asked: list[bool] = []
    ask = engine.solve

    def looked_at(linear: LinearModel, *given: Any) -> Any:
        asked.append(any(row.rule == "stronger_claim_first" for row in linear.rows))
        return ask(linear, *given)

    monkeypatch.setattr(search, "solve", looked_at)
    assert isinstance(design(case, order), Designed)
    return asked


def test_claim_order_is_left_until_it_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    """The claim order makes large councils hard to search: its rows join once what was found cannot be filled in."""
    asked = _claim_order_rows(monkeypatch, promoted_over_a_manager(managers=0, leads=5), PEOPLE_FIRST)
    assert asked[0] is False
    assert asked[-1] is True
    assert asked == sorted(asked)


def test_claim_order_is_left_out_where_it_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """With one group and its own job nothing can break the claim order, so no solve has its rows."""
    case = problem(kind(most=2), work(milli_fte=2000), able(), *staff(3))
    assert not any(_claim_order_rows(monkeypatch, case, PEOPLE_FIRST))


def test_claim_order_joins_at_once_where_a_tolerance_could_hide_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Within a tolerance of two people moved down, filling in does not show that the value found is reached."""
    case = problem(kind(most=2), work(milli_fte=2000), able(), *staff(3))
    order = tuple((name, 2 if name == "moved_down" else tolerance) for name, tolerance in PEOPLE_FIRST)
    assert any(_claim_order_rows(monkeypatch, case, order))
