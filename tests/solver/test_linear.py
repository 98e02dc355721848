"""Rows over whole numbers: how terms are put together and what breaks a row. Change this when a row can say more."""

from solver.linear import LinearModel, Row


def pair() -> LinearModel:
    """Two variables from 0 to 9, and no rows."""
    linear = LinearModel()
    assert [linear.variable(name, 0, 9) for name in ("first", "second")] == [0, 1]
    return linear


def test_terms_are_added_up() -> None:
    """Terms on one variable become one, and those that cancel or count nothing disappear."""
    linear = pair()
    linear.row("sum", [(2, 1), (5, 0), (3, 1), (-5, 0)], low=1)
    linear.row("nothing", [(0, 1)], high=4)
    assert linear.rows == [Row("sum", ((5, 1),), 1, None), Row("nothing", (), None, 4)]


def test_what_breaks_a_row() -> None:
    """A sum below its low side or above its high side breaks a row; at either it does not; an open side never does."""
    linear = pair()
    linear.row("between", [(1, 0), (2, 1)], low=3, high=5)
    linear.row("open", [(1, 0)])
    broken = {total: [row.rule for row in linear.broken([total, 0])] for total in (2, 3, 5, 6)}
    assert broken == {2: ["between"], 3: [], 5: [], 6: ["between"]}


def test_flows_are_marked() -> None:
    """A variable is whole unless it is said to be a flow."""
    linear = pair()
    linear.variable("flow", 0, 9, whole=False)
    assert linear.whole == [True, True, False]
    assert (linear.names, linear.lows, linear.highs) == (["first", "second", "flow"], [0, 0, 0], [9, 9, 9])
