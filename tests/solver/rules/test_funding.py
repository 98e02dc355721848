"""Each post is paid by lines that may pay for it, within what each has. Change this when money moves between years."""

import pytest

from solver.problem import FundingLine
from tests.solver.build import able, kind, problem, structure, work
from tests.solver.verdicts import both_allow, broken, designed, infeasible, posts, posts_without

FREE = {"spare_milli_fte": None}
ONE, TWO = 3_000_000, 6_000_000


def _line(name: str, *pence_by_year: int, roles: tuple[str, ...] = ("officer",)) -> FundingLine:
    return FundingLine(id=name, roles=roles, pence_by_year=pence_by_year)


def test_holds() -> None:
    """3 FTE of work, a grant for two posts that ends after 2025, a base for one: one post; without the rule three."""
    case = problem(kind(), work(milli_fte=3000), able(), _line("base", ONE, ONE), _line("grant", TWO, 0))
    assert posts(case) == {"north officer": 1}
    assert posts_without(case, "funding") == {"north officer": 3}


def test_every_penny_is_paid() -> None:
    """Two posts cost £60,000 a year; a line of £25,000 and one of £35,000 pay it, each all that it has."""
    case = problem(kind(most=2), work(milli_fte=2000), able(), _line("a", 2_500_000, TWO), _line("b", 3_500_000, 0))
    assert designed(case).payments == (
        ("a", "north officer", 2025, 2_500_000),
        ("a", "north officer", 2026, 6_000_000),
        ("b", "north officer", 2025, 3_500_000),
    )


def test_forced_breach() -> None:
    """A post must stay that no line may pay for in full: nothing fits, and each way of paying it is a finding."""
    case = problem(kind(least=1), _line("base", ONE, 2_000_000), _line("other", TWO, TWO, roles=("clerk",)), **FREE)
    assert infeasible(case)
    post, base = {"north officer": 1}, {("base", "north officer", 2025): ONE}
    unpaid = structure(post, payments=base | {("base", "north officer", 2026): 2_000_000})
    assert broken(case, unpaid) == [("funding", "north officer", 1_000_000)]
    overdrawn = structure(post, payments=base | {("base", "north officer", 2026): ONE})
    assert broken(case, overdrawn) == [("funding", "base", 1_000_000)]
    wrong_line = structure(post, payments=base | {("other", "north officer", 2026): ONE})
    assert broken(case, wrong_line) == [("funding", "other", ONE)]
    assert not any(both_allow(case, each) for each in (unpaid, overdrawn, wrong_line))


def test_nothing_paid_twice_or_taken_back() -> None:
    """Overpaying a post and paying with what another line gives back are findings."""
    case = problem(kind(), _line("a", TWO, TWO), _line("b", TWO, TWO), **FREE)
    post, next_year = {"north officer": 1}, {("a", "north officer", 2026): ONE}
    twice = structure(post, payments=next_year | {("a", "north officer", 2025): ONE, ("b", "north officer", 2025): 1})
    assert broken(case, twice) == [("funding", "north officer", 1)]
    given_back = {("a", "north officer", 2025): ONE + 1, ("b", "north officer", 2025): -1}
    back = structure(post, payments=next_year | given_back)
    assert broken(case, back) == [("funding", "b", 1)]
    assert not any(both_allow(case, each) for each in (twice, back))


@pytest.mark.parametrize(("pence", "fits"), [(ONE, True), (ONE - 1, False)])
def test_edge(pence: int, *, fits: bool) -> None:
    """A line with exactly the cost of the post in its last year pays for it; with a penny less it does not."""
    case = problem(kind(least=1, most=1), _line("base", ONE, pence), **FREE)
    assert infeasible(case) != fits
    paid = structure(
        {"north officer": 1}, payments={("base", "north officer", y): p for y, p in ((2025, ONE), (2026, pence))}
    )
    assert both_allow(case, paid) == fits
    assert broken(case, paid) == ([] if fits else [("funding", "north officer", 1)])


def test_without_lines_nobody_asks_who_pays() -> None:
    """Where no funding line is named the rule says nothing and payments are empty."""
    case = problem(kind(least=1), **FREE)
    assert designed(case).payments == ()
    assert both_allow(case, structure({"north officer": 1}))
