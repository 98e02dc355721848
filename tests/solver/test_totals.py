"""Sums of like posts as variables of their own: what they stand for, and that they change no answer.

Change this when posts are told apart by something new.
"""

from bench.generator import middle_sized
from bench.tiny import tiny
from solver.engine import Engine, Settings, Status, solve
from solver.goals import GOALS
from solver.linear import LinearModel
from solver.model import Model
from solver.totals import with_totals
from solver.variables import Variables
from tests.solver.build import kind, problem, role


def named_rows(linear: LinearModel, rule: str) -> list[list[tuple[int, str]]]:
    """The terms of a rule's rows, by name."""
    return [[(c, linear.names[v]) for c, v in row.terms] for row in linear.rows if row.rule == rule]


def test_sums_from_like_posts_to_whole_roles() -> None:
    """Full officers of two teams that do the same are one sum, and with the half post all officers are another."""
    case = problem(kind("north", most=3), kind("south", most=2), kind("south", milli_fte=500, most=1, id="south half"))
    linear, cost = with_totals(Variables(case, LinearModel()), [])
    assert cost == []
    assert [name for name in linear.names if name.startswith("total")] == ["total 3", "total 4"]
    assert named_rows(linear, "total") == [
        [(-1, "total 3"), (1, "posts north officer"), (1, "posts south officer")],
        [(-1, "total 4"), (1, "total 3"), (1, "posts south half")],
    ]
    assert (linear.lows[3:], linear.highs[3:], linear.whole[3:]) == ([0, 0], [5, 6], [True, True])


def test_a_sum_stands_in_where_every_part_counts_alike() -> None:
    """All officers together stand in for them in a limit on the role; where teams count unlike, they stay apart."""
    posts = (kind("north", most=3), kind("south", most=2))
    model = Model(problem(*posts, role("officer", most=4)))
    model.linear.row("uneven", [(1, model.variables.posts["north officer"])], high=2)
    linear, objective = with_totals(model.variables, model.goal(GOALS["cost"]))
    assert named_rows(linear, "role_limits") == [[(1, "total 2")]]
    assert named_rows(linear, "uneven") == [[(1, "posts north officer")]]
    assert [linear.names[v] for _, v in objective] == ["total 2"]


def test_totals_change_no_value() -> None:
    """On tiny and middle-sized problems the least cost, or that nothing fits, is the same with and without sums."""
    compared = []
    for case in [*(tiny(seed) for seed in range(40)), *(middle_sized(seed) for seed in range(4))]:
        model = Model(case, pooled=True)
        terms = model.goal(GOALS["cost"])
        plain = solve(model.linear, terms, Settings(engine=Engine.HIGHS))
        linear, objective = with_totals(model.variables, terms)
        summed = solve(linear, objective, Settings(engine=Engine.HIGHS))
        assert (summed.status, summed.value, summed.bound) == (plain.status, plain.value, plain.bound)
        if summed.values:
            assert model.linear.broken(list(summed.values[: len(model.linear.names)])) == []
        compared.append((summed.status, len(linear.names) > len(model.linear.names)))
    assert {status for status, any_sums in compared if any_sums} == {Status.SETTLED, Status.INFEASIBLE}
