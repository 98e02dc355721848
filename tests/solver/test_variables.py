"""Decisions as numbered variables.

Change this when a decision is added to docs/model.md.
"""

from solver.model import Model
from tests.solver.build import able, claim, group, kind, places, problem, work


def test_names_and_bounds() -> None:
    """Each decision carries what it stands for, and cannot be more than there is of anything it needs."""
    case = problem(kind(most=2), work(milli_fte=700), able(), group(people=5), places(reserved=1), claim())
    linear = Model(case, ()).linear
    assert list(zip(linear.names, linear.lows, linear.highs, linear.whole, strict=True)) == [
        ("posts north officer", 0, 2, True),
        ("done calls in north by officer", 0, 700, False),
        ("uncovered calls", 0, 700, False),
        ("placed officers in officer", 0, 1, True),
        ("displaced officers", 0, 5, True),
    ]
