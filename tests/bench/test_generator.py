"""Generated councils: the same every time, as large as asked for, and with every kind of rule."""

from dataclasses import fields

import pytest

from bench.frozen import ONLY_ASKED, Frozen, digest, frozen
from bench.generator import establishment, middle_sized
from solver.problem import Problem


@pytest.mark.parametrize("instance", frozen(), ids=lambda each: each.name)
def test_frozen_instances_are_what_they_were(instance: Frozen) -> None:
    """Regenerating a frozen instance gives the committed digest: timings stay comparable."""
    assert digest(instance.problem()) == instance.sha256


def test_there_are_ten_councils_of_300_posts_and_one_of_1000() -> None:
    """The bench holds the instances that the targets speak of, each once."""
    found = frozen()
    assert [each.posts for each in found] == [300] * 10 + [1000]
    assert len({each.sha256 for each in found}) == 11


def test_digest_tells_problems_apart() -> None:
    """One penny more on one post kind gives another digest; the same seed gives the same."""
    one, other = establishment(3, 40), establishment(4, 40)
    assert digest(one) == digest(establishment(3, 40))
    assert digest(one) != digest(other)


@pytest.mark.parametrize("posts", [20, 75, 300])
def test_an_establishment_has_the_posts_asked_for(posts: int) -> None:
    """Posts today are as asked for, apart from those held vacant, and not all of them have a holder."""
    problem = establishment(7, posts)
    assert sum(kind.today for kind in problem.kinds if kind.works) == posts
    assert 0.8 * posts <= sum(group.people for group in problem.groups) <= posts


def test_demand_is_less_than_what_todays_posts_do() -> None:
    """Each council keeps 65 to 95 per cent of the work its posts do today."""
    for seed in range(10):
        problem = establishment(seed, 100)
        today = sum(problem.direct_milli_fte(kind) * kind.today for kind in problem.kinds)
        demand = sum(work.demand_milli_fte for work in problem.works)
        assert 620 * today <= 1000 * demand <= 950 * today


def test_middle_sized_services_have_20_to_40_posts() -> None:
    """The instances of the equality tests stay small enough for the plain formulations."""
    sizes = {sum(kind.today for kind in middle_sized(seed).kinds if kind.works) for seed in range(60)}
    assert min(sizes) >= 20
    assert max(sizes) <= 40
    assert len(sizes) > 10


def test_every_table_and_limit_is_used() -> None:
    """Over the frozen councils every table but those of questions has rows, and the usual limits are stated."""
    problems = [each.problem() for each in frozen()]
    empty = [
        item.name
        for item in fields(Problem)
        if item.name not in {"limits", *ONLY_ASKED} and not any(getattr(problem, item.name) for problem in problems)
    ]
    assert empty == []
    for problem in problems:
        assert len(set(problem.limits.ceiling_pence)) == 2
        assert None not in (problem.limits.displaced, problem.limits.one_off_pence, problem.limits.payback_months)


def test_kinds_of_posts_and_work_are_all_there() -> None:
    """A large council has part-time, make-up, held and managing posts, and unsplit, statutory and covered work."""
    problem = frozen()[-1].problem()
    kinds, works = problem.kinds, problem.works
    assert {kind.milli_fte for kind in kinds} >= {400, 500, 600, 625, 800, 1000}
    assert any(kind.make_up for kind in kinds)
    assert any(not kind.works for kind in kinds)
    assert any(kind.places == 2 for kind in kinds)
    assert any(not work.split for work in works)
    assert any(work.statutory for work in works)
    assert any(work.least_able for work in works)
    assert {claim.strength for claim in problem.claims} == {0, 1, 2, 3, 4, 5}
    assert {claim.strength for claim in problem.claims if claim.moves_down} == {4}


def test_references_hold() -> None:
    """Every claim, ability, place, pin, span and line names something that exists."""
    problem = establishment(5, 300)
    roles, teams = {role.id for role in problem.roles}, {team.id for team in problem.teams}
    groups, places = {group.id for group in problem.groups}, {place.id for place in problem.places}
    assert {kind.role for kind in problem.kinds} <= roles
    assert {kind.team for kind in problem.kinds} <= teams
    assert {team for work in problem.works for team in work.teams} <= teams
    assert {able.role for able in problem.abilities} <= roles
    assert {able.work for able in problem.abilities} == {work.id for work in problem.works}
    assert {claim.group for claim in problem.claims} == groups
    assert {claim.places for claim in problem.claims} <= places
    assert {team for span in problem.spans for team in span.teams} <= teams
    assert {role for mix in problem.mixes for role in mix.roles} <= roles
