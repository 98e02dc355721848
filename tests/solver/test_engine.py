"""Both solvers behind one answer: how a solve ends, what a limit or a stop leaves, and what is never an answer.

The hard sums are market splits (Cornuejols and Dawande 1998): tiny to state, long to search. Change this when a solver
or a status changes.
"""

from collections.abc import Sequence
from random import Random
from threading import Thread
from typing import Any

import pytest

from solver import engine
from solver.engine import NO_BOUND, Answer, Engine, Settings, Status, Stop, solve
from solver.linear import LinearModel, Term

ENGINES = tuple(Engine)


def knapsack() -> tuple[LinearModel, list[Term]]:
    """Values 5, 4, 3 of weights 2, 3, 1 within 5, as costs: the first two weigh 5 and are worth 9."""
    linear = LinearModel()
    items = [linear.variable(name, 0, 1) for name in ("first", "second", "third")]
    linear.row("weight", zip((2, 3, 1), items, strict=True), high=5)
    return linear, [(-worth, item) for worth, item in zip((5, 4, 3), items, strict=True)]


def market_split(rows: int, columns: int, *, slack: bool = True) -> tuple[LinearModel, list[Term]]:
    """Choose columns so that each of several random sums comes as near to its half as can be."""
    draw = Random(1)  # noqa: S311 - repeatable test data, no secret
    linear = LinearModel()
    chosen = [linear.variable(f"column {index}", 0, 1) for index in range(columns)]
    objective: list[Term] = []
    for row in range(rows):
        numbers = [draw.randrange(100) for _ in chosen]
        off = [linear.variable(f"{side} {row}", 0, 10_000) for side in ("over", "under")] if slack else []
        terms = [*zip(numbers, chosen, strict=True), *zip((1, -1), off, strict=False)]
        linear.row("split", terms, low=sum(numbers) // 2, high=sum(numbers) // 2)
        objective += [(1, each) for each in off]
    return linear, objective


@pytest.mark.parametrize("which", ENGINES)
def test_settled(which: Engine) -> None:
    """Value, bound and values of a knapsack argued by hand."""
    assert solve(*knapsack(), Settings(engine=which)) == Answer(Status.SETTLED, (1, 1, 0), -9, -9)


@pytest.mark.parametrize("which", ENGINES)
def test_without_an_objective(which: Engine) -> None:
    """Any point will do when nothing is asked for, and a row open on both sides or without terms asks nothing."""
    linear = LinearModel()
    first = linear.variable("first", 2, 4)
    linear.row("open", [(1, first)])
    linear.row("empty", [], low=-1, high=0)
    answer = solve(linear, [], Settings(engine=which))
    assert (answer.status, answer.value) == (Status.SETTLED, 0)
    assert 2 <= answer.values[first] <= 4


@pytest.mark.parametrize("which", ENGINES)
@pytest.mark.parametrize("row", ["over its bounds", "without terms", "upside down"])
def test_infeasible(which: Engine, row: str) -> None:
    """A row that no point keeps: a sum above its bounds, nothing that is to be something, at least 2 and at most 1."""
    linear, objective = knapsack()
    if row == "over its bounds":
        linear.row(row, [(1, 0), (1, 1)], low=3)
    elif row == "without terms":
        linear.row(row, [], low=1)
    else:
        linear.row(row, [(1, 0), (1, 1), (1, 2)], low=2, high=1)
    assert solve(linear, objective, Settings(engine=which)).status is Status.INFEASIBLE


@pytest.mark.parametrize("which", ENGINES)
def test_flows_come_out_whole(which: Engine) -> None:
    """7 thousandths of work by posts of 5 each, no matter that HiGHS sees the work as a flow: 2 posts, 7 done."""
    linear = LinearModel()
    posts = linear.variable("posts", 0, 9)
    done = linear.variable("done", 0, 7, whole=False)
    linear.row("time", [(1, done), (-5, posts)], high=0)
    linear.row("all done", [(1, done)], low=7)
    assert solve(linear, [(1, posts)], Settings(engine=which)) == Answer(Status.SETTLED, (2, 7), 2, 2)


@pytest.mark.parametrize(
    "settings", [Settings(effort=0.05), Settings(engine=Engine.HIGHS, nodes=20)], ids=["CP-SAT", "HiGHS"]
)
def test_a_limit_leaves_a_value_and_a_bound(settings: Settings) -> None:
    """The least is 1 (a full search says so): what a limit leaves is on either side of it and not called settled."""
    linear, objective = market_split(3, 24)
    answer = solve(linear, objective, settings)
    assert answer.status is Status.FOUND
    assert answer.bound <= 1 <= answer.value
    assert linear.broken(list(answer.values)) == []
    assert answer.value == sum(c * answer.values[v] for c, v in objective)


@pytest.mark.parametrize(
    "settings", [Settings(effort=0.001), Settings(engine=Engine.HIGHS, nodes=1)], ids=["CP-SAT", "HiGHS"]
)
def test_a_limit_before_any_point_is_undecided(settings: Settings) -> None:
    """Sums that must come out exactly: too little effort finds no point, and that is never called infeasible."""
    linear, _ = market_split(4, 30, slack=False)
    answer = solve(linear, [(1, 0), (1, 1)], settings)
    assert (answer.status, answer.values) == (Status.UNDECIDED, ())
    assert answer.bound <= 0


@pytest.mark.parametrize("which", ENGINES)
def test_stop_asked_before(which: Engine) -> None:
    """A stop holds for every later solve, whose bound says nothing: a knapsack's value is below zero."""
    stop = Stop()
    stop.ask()
    assert solve(*knapsack(), Settings(engine=which, stop=stop)) == Answer(Status.UNDECIDED, bound=NO_BOUND)


def test_stop_asked_while_the_model_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stop that comes between the question and the search is kept: CP-SAT alone would forget it."""
    stop, build = Stop(), engine._cp_sat_model

    def interrupted(*given: Any) -> Any:
        built = build(*given)
        stop.ask()
        return built

    monkeypatch.setattr(engine, "_cp_sat_model", interrupted)
    assert solve(*knapsack(), Settings(stop=stop)) == Answer(Status.UNDECIDED, bound=NO_BOUND)


def test_stop_asked_during_a_solve() -> None:
    """Another thread asks as soon as a value is found: the search ends with it, long before it could be settled."""
    stop = Stop()
    seen: list[tuple[int, int]] = []

    def progress(value: int, bound: int) -> None:
        seen.append((value, bound))
        Thread(target=stop.ask).start()

    linear, objective = market_split(4, 28)
    answer = solve(linear, objective, Settings(effort=1e9, stop=stop, progress=progress))
    assert answer.status is Status.FOUND
    assert answer.bound < answer.value <= seen[0][0]
    assert solve(*knapsack(), Settings(stop=stop)).status is Status.UNDECIDED


def test_a_stop_ends_what_is_under_way_once_it_is_known() -> None:
    """Asking calls the solve under way; a solve that starts after the stop is called at once; an ended one never."""
    stop, called = Stop(), []
    stop.during(lambda: called.append("first"))
    stop.during(None)
    stop.ask()
    assert (called, stop.asked) == ([], True)
    stop.during(lambda: called.append("second"))
    assert called == ["second"]


def test_highs_stopped_midway_keeps_what_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """HiGHS cannot be interrupted; a stop asked meanwhile does not throw its answer away."""
    stop, ask_highs = Stop(), engine.mathopt.solve

    def interrupted(*given: Any, **named: Any) -> Any:
        stop.ask()
        return ask_highs(*given, **named)

    monkeypatch.setattr(engine.mathopt, "solve", interrupted)
    settings = Settings(engine=Engine.HIGHS, stop=stop)
    assert solve(*knapsack(), settings) == Answer(Status.SETTLED, (1, 1, 0), -9, -9)


@pytest.mark.parametrize("which", ENGINES)
@pytest.mark.parametrize("hint", [(), (1, 1, 0), (0, 0, 1), (1,), (1, 1, 1)])
def test_a_hint_changes_no_answer(which: Engine, hint: tuple[int, ...]) -> None:
    """Right, poor, short and impossible hints all end in the same answer."""
    assert solve(*knapsack(), Settings(engine=which), hint) == Answer(Status.SETTLED, (1, 1, 0), -9, -9)


def test_progress_is_told_value_and_bound() -> None:
    """Each value told is no better than the last bound told, and the last value is the answer's."""
    seen: list[tuple[int, int]] = []
    linear, objective = market_split(3, 16)
    answer = solve(linear, objective, Settings(progress=lambda value, bound: seen.append((value, bound))))
    assert seen[-1][0] == answer.value == 4
    assert all(bound <= 4 <= value for value, bound in seen)


def test_whole_numbers_answer_when_highs_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    """HiGHS's "solve error" reaches us as an AttributeError of ortools; CP-SAT then answers."""

    def refuse(*_given: Any, **_named: Any) -> None:
        raise AttributeError("'Status' object has no attribute 'code'")

    monkeypatch.setattr(engine.mathopt, "solve", refuse)
    assert solve(*knapsack(), Settings(engine=Engine.HIGHS)) == Answer(Status.SETTLED, (1, 1, 0), -9, -9)


class _Misled:
    """What HiGHS returned, with other values in it, as rounding might leave them."""

    def __init__(self, result: Any, values: Sequence[float]) -> None:
        self.termination = result.termination
        self.has_primal_feasible_solution = result.has_primal_feasible_solution
        self._values = values

    def variable_values(self, _variables: object) -> Sequence[float]:
        return self._values


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((1.0, 1.0, 1.0), Answer(Status.UNDECIDED, bound=-9)),
        ((1.0, 0.0, 1.0), Answer(Status.FOUND, (1, 0, 1), -8, -9)),
        ((0.9999999, 1.0000001, 1e-9), Answer(Status.SETTLED, (1, 1, 0), -9, -9)),
    ],
    ids=["breaks a row", "is not the least", "rounds to it"],
)
def test_only_what_holds_exactly_is_an_answer(
    monkeypatch: pytest.MonkeyPatch, values: Sequence[float], expected: Answer
) -> None:
    """Values of HiGHS are rounded and re-solved in whole numbers: what breaks a row is no answer at all."""
    ask_highs = engine.mathopt.solve
    monkeypatch.setattr(engine.mathopt, "solve", lambda *g, **n: _Misled(ask_highs(*g, **n), values))
    assert solve(*knapsack(), Settings(engine=Engine.HIGHS)) == expected


def test_an_impossible_variable_is_our_fault() -> None:
    """A variable with its bounds crossed is no question to a solver: rules say no, not variables."""
    linear = LinearModel()
    linear.variable("crossed", 2, 1)
    with pytest.raises(ValueError, match="not valid"):
        solve(linear, [], Settings())
