"""No post without work, but for the spare capacity allowed. Change this when spare capacity is counted by team."""

import pytest

from tests.solver.build import able, kind, problem, role, staff, structure, work
from tests.solver.verdicts import BY_NAME, both_allow, broken, gives_at, infeasible, posts, posts_without

CALLS = ("calls", "north", "officer")


def test_holds() -> None:
    """Three people and 1 FTE of work: one post and two displaced; without the rule three posts, two of them idle."""
    case = problem(kind(), *staff(3), work(), able())
    assert posts(case) == {"north officer": 1}
    assert posts_without(case, "no_idle") == {"north officer": 3}


def test_forced_breach() -> None:
    """Three posts must stay, with 1.2 FTE of work and 0.5 FTE to spare: 1.8 FTE idle, 1.3 FTE more than allowed."""
    case = problem(kind(least=3), work(milli_fte=1200), able())
    assert infeasible(case)
    kept = structure({"north officer": 3}, {CALLS: 1200})
    assert broken(case, kept) == [("no_idle", "all teams", 1300)]
    assert not both_allow(case, kept)
    assert gives_at(case, "no_idle", 1300)


@pytest.mark.parametrize(("spare_milli_fte", "fits"), [(400, True), (399, False), (None, True)])
def test_edge(spare_milli_fte: int | None, *, fits: bool) -> None:
    """A post with 0.6 FTE of work is 0.4 FTE idle: allowed at 0.4 to spare and where no limit is stated, not below."""
    case = problem(kind(least=1), work(milli_fte=600), able(), spare_milli_fte=spare_milli_fte)
    assert infeasible(case) != fits
    given = structure({"north officer": 1}, {CALLS: 600})
    assert broken(case, given) == ([] if fits else [("no_idle", "all teams", 1)])
    assert both_allow(case, given) == fits


def test_time_for_no_work_is_not_idle() -> None:
    """A manager without direct time and a held vacancy are never idle."""
    head, held = kind(job="head", least=1), kind(id="held", works=False, least=1)
    assert posts(problem(role("head", direct_permille=0), head, held, spare_milli_fte=0)) == {
        "held": 1,
        "north head": 1,
    }


def test_no_limit_has_nothing_to_give() -> None:
    """A rule that sets no limit asks nothing, nor does one that no posts can break."""
    assert BY_NAME["no_idle"].demands(problem(kind(), spare_milli_fte=None)) == ()
    assert BY_NAME["no_idle"].demands(problem(kind(), spare_milli_fte=3000)) == ()
