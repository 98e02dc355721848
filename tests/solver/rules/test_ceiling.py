"""The structure costs no more than the ceiling in each year. Change this when a ceiling spans years."""

import pytest

from tests.solver.build import able, kind, problem, structure, work
from tests.solver.verdicts import both_allow, broken, gives_at, infeasible, posts, posts_without

# A post counts £30,000 to the ceiling in 2025 and £31,000 in 2026, after a pay award.
DEARER = {"ceiling_pence": (3_000_000, 3_100_000)}
FREE = {"spare_milli_fte": None}


def test_holds() -> None:
    """3 FTE of work and £62,000 in 2026: two posts; without the rule three."""
    case = problem(kind(**DEARER), work(milli_fte=3000), able(), ceiling_pence=(None, 6_200_000))
    assert posts(case) == {"north officer": 2}
    assert posts_without(case, "ceiling") == {"north officer": 3}


def test_forced_breach() -> None:
    """Two posts must stay beside £5,000 of other costs: £65,000 and £67,000, £3,000 and £2,500 over."""
    case = problem(kind(**DEARER, least=2), ceiling_pence=(6_200_000, 6_450_000), other_pence=500_000, **FREE)
    assert infeasible(case)
    two = structure({"north officer": 2})
    assert broken(case, two) == [("ceiling", "2025", 300_000), ("ceiling", "2026", 250_000)]
    assert not both_allow(case, two)
    assert gives_at(case, "ceiling", 300_000)


@pytest.mark.parametrize(
    ("ceilings", "over"),
    [
        ((6_500_000, 6_700_000), {}),
        ((6_499_999, 6_700_000), {"2025": 1}),
        ((6_500_000, 6_699_999), {"2026": 1}),
        ((None, None), {}),
        ((), {}),
    ],
)
def test_edge(ceilings: tuple[int | None, ...], over: dict[str, int]) -> None:
    """Two posts and other costs fit their exact cost by year, and not a penny below in either year."""
    case = problem(kind(**DEARER, least=2), ceiling_pence=ceilings, other_pence=500_000, **FREE)
    assert infeasible(case) == bool(over)
    two = structure({"north officer": 2})
    assert broken(case, two) == [("ceiling", year, pence) for year, pence in over.items()]
    assert both_allow(case, two) == (not over)
