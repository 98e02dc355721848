"""Ranges of people displaced against every equally good answer counted out.

Change this when another number is ranged over.
"""

from itertools import product

import pytest
from hypothesis import given, settings

from solver.checker import judge
from solver.engine import Engine, Settings
from solver.outcome import Designed, Stage
from solver.problem import Claim, Problem
from solver.ranges import Displaced, NoSuchAnswerError, for_equally_good, for_these_posts, least_for_these_posts
from solver.search import design
from solver.structure import Structure
from solver.tally import Tally
from tests.solver.build import claim, group, kind, places, problem, structure
from tests.solver.tiny_people import GROUPS, in_claim_order, most_people, people_problems, placements


def _over(found: Problem, answers: list[Structure]) -> dict[str, Displaced]:
    counts = [Tally(found, s).displaced for s in answers]
    names = [g.id for g in found.groups]
    return {name: Displaced(min(c[name] for c in counts), max(c[name] for c in counts)) for name in names}


@settings(max_examples=50, deadline=None)
@given(people_problems())
def test_ranges_for_fixed_posts_equal_counting_out(drawn: tuple[Problem, Structure]) -> None:
    """Least and most of each group are those over all placements of the most people that keep the claim order."""
    found, posts = drawn
    counted = _over(found, in_claim_order(found, posts))
    assert for_these_posts(found, posts, GROUPS) == counted
    assert least_for_these_posts(found, posts, GROUPS) == {name: reach.least for name, reach in counted.items()}


@settings(max_examples=25, deadline=None)
@given(people_problems())
def test_the_least_is_the_same_whatever_placement_is_shown(drawn: tuple[Problem, Structure]) -> None:
    """Neither a placement of the most people nor a poor one that is shown changes the least."""
    found, posts = drawn
    least = least_for_these_posts(found, posts, GROUPS)
    shown = [in_claim_order(found, posts)[-1], most_people(found, posts)[0], next(placements(found, posts))]
    assert [least_for_these_posts(found, each, GROUPS) for each in shown] == [least] * 3


def test_without_effort_the_least_is_what_room_allows() -> None:
    """Two own-job holders fill both places: by room neither of the others need go, by claim order both must."""
    found = problem(kind(), places(), group("own", 2), group("other", 2), claim("own"), claim("other", strength=300))
    posts = structure({"north officer": 2})
    assert least_for_these_posts(found, posts, ["other"]) == {"other": 2}
    assert least_for_these_posts(found, posts, ["other"], Settings(effort=0.0)) == {"other": 0}


@pytest.mark.parametrize("engine", list(Engine))
def test_a_stronger_claim_is_never_displaced(engine: Engine) -> None:
    """Two own-job holders and two weaker claimants on three places: only a weaker one is displaced."""
    found = problem(kind(), places(), group("own", 2), group("other", 2), claim("own"), claim("other", strength=300))
    ranges = for_these_posts(found, structure({"north officer": 3}), ["own", "other"], Settings(engine=engine))
    assert ranges == {"own": Displaced(0, 0), "other": Displaced(1, 1)}


def test_more_reserved_than_there_is_displaces_all() -> None:
    """Two places reserved and one post: nobody is placed, and that is still an answer."""
    found = problem(kind(), places(reserved=2), group(people=1), claim())
    assert for_these_posts(found, structure({"north officer": 1}), ["officers"]) == {"officers": Displaced(1, 1)}


EITHER = problem(
    kind(job="a", id="a", most=1),
    kind(job="b", id="b", most=1),
    places("a"),
    places("b"),
    group("as", 1),
    group("bs", 1),
    Claim(group="as", places="a", strength=0, changes_job=False),
    Claim(group="bs", places="b", strength=0, changes_job=False),
    spare_milli_fte=None,
    ceiling_pence=(3_000_000, 3_000_000),
)
"""Money for one post of either role: whichever is kept, one person is displaced."""


def _every_structure(found: Problem) -> list[Structure]:
    posts = product(*(range(k.least, k.most + 1) for k in found.kinds))
    names = [k.id for k in found.kinds]
    return [
        s
        for counts in posts
        for s in placements(found, Structure(posts=tuple((k, n) for k, n in zip(names, counts, strict=True) if n)))
    ]


def _good(found: Problem, stages: tuple[Stage, ...]) -> list[Structure]:
    judged = ((s, judge(found, s)) for s in _every_structure(found))
    return [s for s, v in judged if v.ok and all(v.values[stage.goal] <= stage.kept for stage in stages)]


def test_ranges_over_equally_good_posts_equal_counting_out() -> None:
    """With ties each of two groups may be the displaced one; for the posts shown only one may be."""
    outcome = design(EITHER)
    assert isinstance(outcome, Designed)
    assert outcome.ties
    over_all = for_equally_good(EITHER, outcome.stages, ["as", "bs"])
    assert over_all == _over(EITHER, _good(EITHER, outcome.stages)) == {"as": Displaced(0, 1), "bs": Displaced(0, 1)}
    here = for_these_posts(EITHER, outcome.structure, ["as", "bs"])
    assert {reach.least for reach in here.values()} == {0, 1}
    assert all(reach.least == reach.most for reach in here.values())


@settings(max_examples=8, deadline=None)
@given(people_problems(most_posts=1))
def test_ranges_over_drawn_ties_equal_counting_out(drawn: tuple[Problem, Structure]) -> None:
    """The same over every structure of drawn problems whose posts are free."""
    found, _ = drawn
    outcome = design(found)
    if isinstance(outcome, Designed):
        assert for_equally_good(found, outcome.stages, GROUPS) == _over(found, _good(found, outcome.stages))


def test_a_limit_widens_the_range() -> None:
    """Without effort nothing is settled: the range is everything it could be."""
    outcome = design(EITHER)
    assert isinstance(outcome, Designed)
    ranges = for_equally_good(EITHER, outcome.stages, ["as"], Settings(effort=0.0))
    assert ranges == {"as": Displaced(0, 1)}


def test_stages_of_another_problem_are_refused() -> None:
    """A stage nothing can keep is our mistake and is raised."""
    impossible = Stage(goal="displaced", value=-1, bound=-1, settled=True, kept=-1)
    with pytest.raises(NoSuchAnswerError, match="as"):
        for_equally_good(EITHER, [impossible], ["as"])
