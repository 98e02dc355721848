"""Other posts by role: the structure that differs most over all teams equals the enumeration, or there is none.

Change this when posts are told apart over teams by something other than role.
"""

from collections import Counter

import pytest

from bench.generator import middle_sized
from bench.tiny import tiny
from solver import judged as module
from solver.alternatives import kept_within
from solver.checker import DesignDefectError, Verdict
from solver.engine import Engine, Settings
from solver.other_roles import apart_by_role, other_roles, roles_of
from solver.outcome import Designed, Infeasible
from solver.problem import Problem
from solver.rules import Finding
from solver.search import StageReport, Watch, design
from tests.properties.apart import chosen, within
from tests.solver.build import able, kind, problem, staff, work

TEAMS = ("north", "south")
SLACK = 3_000


def anywhere(*roles: str) -> Problem:
    """Two officers' work in either of two teams, done by any of some roles; two officers with a claim on any post."""
    kinds = [kind(team, role) for team in TEAMS for role in ("officer", *roles)]
    abilities = [able(role) for role in ("officer", *roles)]
    return problem(*kinds, work("calls", 2000, TEAMS), *abilities, *staff(2, TEAMS))


def by_role(counts: dict[tuple[str, str], int]) -> Counter[str]:
    """Enumerated counts, over all teams."""
    found: Counter[str] = Counter()
    for (_team, role), posts in counts.items():
        found[role] += posts
    return found


def test_teams_alone_are_no_other_roles() -> None:
    """One role in two teams: posts may move, and no structure has others by role."""
    case = anywhere()
    found = design(case)
    assert isinstance(found, Designed)
    got = other_roles(case, kept_within(found, 0), found.structure.posts, Watch())
    assert (got.structure, got.apart, got.settled) == (None, 0, True)
    assert apart_by_role(case, (("north officer", 2),), (("south officer", 2),)) == 0
    assert apart_by_role(case, (("north officer", 2),), (("south officer", 1),)) == 1
    assert roles_of(case, (("north officer", 1), ("south officer", 1))) == {"officer": 2}


@pytest.mark.parametrize("part", range(4))
def test_it_equals_the_enumeration(part: int) -> None:
    """On tiny problems no structure within the slack differs in more posts by role, and one does in as many."""
    some = none = 0
    for seed in range(part * 20, part * 20 + 20):
        case = tiny(seed)
        found = design(case)
        if isinstance(found, Infeasible):
            continue
        assert isinstance(found, Designed)
        kept = kept_within(found, SLACK)
        got = other_roles(case, kept, found.structure.posts, Watch(settings=Settings(seed=seed)))
        mine = by_role(dict(chosen(case, dict(found.structure.posts))))
        most = 0
        for each in within(case, kept):
            theirs = by_role(dict(each))
            most = max(most, sum(abs(mine[role] - theirs[role]) for role in {*mine, *theirs}))
        assert (got.apart, got.settled) == (most, True)
        assert (got.structure is None) == (most == 0)
        some, none = some + (most > 0), none + (most == 0)
    assert some + none > 5


def test_a_limit_is_not_taken_for_none() -> None:
    """With next to no effort nothing is settled, and nothing is said to be all there is; the search tells its turn."""
    told: list[StageReport] = []
    case = anywhere("clerk")
    found = design(case)
    assert isinstance(found, Designed)
    watch = Watch(settings=Settings(effort=1e-9), report=told.append)
    got = other_roles(case, kept_within(found, 0), found.structure.posts, watch)
    assert not got.settled
    assert [stage.goal for stage in told] == ["other posts by role"]


def test_the_other_engine() -> None:
    """HiGHS finds other roles on a problem of its size, as good and judged."""
    case = middle_sized(0)
    found = design(case, watch=Watch(engine=Engine.HIGHS, tie_break=False))
    posts = found.structure.posts if isinstance(found, Designed) else ()
    assert posts
    assert isinstance(found, Designed)
    got = other_roles(case, kept_within(found, SLACK), posts, Watch(engine=Engine.HIGHS))
    assert got.structure is not None
    assert got.apart == apart_by_role(case, posts, got.structure.posts) > 0


def test_a_structure_that_the_checker_refuses_is_our_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found is judged before it is handed out."""
    case = anywhere("clerk")
    found = design(case)
    assert isinstance(found, Designed)
    refused = Verdict(values={}, findings=(Finding("span", "north", 1, "too wide"),))
    monkeypatch.setattr(module, "judge", lambda *_: refused)
    with pytest.raises(DesignDefectError, match="too wide"):
        other_roles(case, {}, found.structure.posts, Watch())
