"""Posts in the named roles are at most a share of all posts. Change this when the mix is stated in FTE."""

import pytest

from solver.problem import GradeMix
from tests.solver.build import able, kind, problem, role, structure, work
from tests.solver.verdicts import BY_NAME, both_allow, broken, gives_at, infeasible, posts, posts_without

FREE = {"spare_milli_fte": None}


def _mix(most_permille: int) -> GradeMix:
    return GradeMix(id="seniors", roles=("senior",), most_permille=most_permille)


def test_holds() -> None:
    """Seniors alone can do 1 FTE, a half of all posts may be senior: an officer comes with it; without the rule not."""
    case = problem(kind(job="senior"), kind(), work(), able("senior"), _mix(500), **FREE)
    assert posts(case) == {"north officer": 1, "north senior": 1}
    assert posts_without(case, "grade_mix") == {"north senior": 1}


def test_forced_breach() -> None:
    """Three seniors of four posts must stay, a quarter may be senior: nothing fits, two too many."""
    case = problem(kind(job="senior", least=3), kind(least=1, most=1), _mix(250), **FREE)
    assert infeasible(case)
    given = structure({"north officer": 1, "north senior": 3})
    assert broken(case, given) == [("grade_mix", "seniors", 2)]
    assert not both_allow(case, given)
    assert gives_at(case, "grade_mix", 2)


@pytest.mark.parametrize(("most_permille", "fits"), [(334, True), (333, False), (1000, True), (0, False)])
def test_edge(most_permille: int, *, fits: bool) -> None:
    """One senior of three posts is more than 333 permille of them and no more than 334."""
    case = problem(kind(job="senior", least=1, most=1), kind(least=2, most=2), _mix(most_permille), **FREE)
    assert infeasible(case) != fits
    given = structure({"north officer": 2, "north senior": 1})
    assert both_allow(case, given) == fits
    assert broken(case, given) == ([] if fits else [("grade_mix", "seniors", 1)])


def test_no_posts_keep_every_mix() -> None:
    """Nothing is a share of nothing."""
    assert both_allow(problem(kind(job="senior"), _mix(0), **FREE), structure({}))


def test_a_mix_that_nothing_can_break_asks_nothing() -> None:
    """A share of all posts, and a mix of posts that cannot exist, ask nothing."""
    demands = BY_NAME["grade_mix"].demands
    assert demands(problem(kind(job="senior", least=1), _mix(1000))) == ()
    assert demands(problem(kind(), role("senior"), _mix(0))) == ()
    assert [d.most for d in demands(problem(kind(job="senior"), _mix(900)))] == [3]
