"""Contests one after the other, argued by hand.

The ground is drawn straight from people, room and levels, so that each test shows one contest.
Change this when posts are filled in another order of methods.
"""

import pytest

from scenarios.claims.contests import RingFence, assimilate, ring_fences
from scenarios.claims.ground import Ground
from scenarios.claims.strength import Level, Standing

OWN, SLOT, FENCE, SAME, DOWN = Level.OWN_JOB, Level.SLOT_IN, Level.RING_FENCE, Level.SAME_GRADE, Level.ONE_DOWN
Claims = dict[tuple[str, str], Level | tuple[Level, int]]


def ground(people: dict[str, int], room: dict[str, int], claims: Claims) -> Ground:
    """People by group, room by place (its role too), claims by level, or by level and priority."""
    standings = {}
    for pair, claimed in claims.items():
        level, priority = claimed if isinstance(claimed, tuple) else (claimed, 99)
        standings[pair] = Standing(level, priority, certain=level <= SLOT)
    return Ground(people, room, {at: at.split("@")[0] for at in room}, standings)


def lines(on: Ground) -> list[tuple[str, str, str, int, int, int]]:
    """Every line as (level, groups, roles, people, posts, unplaced at least)."""
    return [
        (f.level.name, " ".join(f.groups), " ".join(f.roles), f.people, f.posts, f.unplaced_at_least)
        for f in ring_fences(on, assimilate(on))
    ]


def sure(on: Ground) -> tuple[int, int, dict[str, int]]:
    """Own jobs kept, people who slot in, and the people of each group certain of a place."""
    found = assimilate(on)
    return found.kept, found.slot_in, found.certain


@pytest.mark.parametrize(
    ("posts", "certain", "contest"),
    [
        (5, 3, []),
        (3, 3, []),
        (2, 2, [("OWN_JOB", "g", "a", 3, 2, 1)]),
        (0, 0, []),
    ],
)
def test_own_jobs(posts: int, certain: int, contest: list[object]) -> None:
    """Three people keep three posts or more; they compete for fewer; where none is left there is no contest."""
    on = ground({"g": 3}, {"a": posts}, {("g", "a"): OWN})
    assert sure(on) == (certain, 0, {"g": certain})
    assert lines(on) == contest


def test_two_employers_share_a_job() -> None:
    """Three and two people hold the same job and four posts are left: two and one are certain, whoever goes."""
    on = ground({"g": 3, "h": 2}, {"a": 4}, {("g", "a"): OWN, ("h", "a"): OWN})
    assert sure(on) == (4, 0, {"g": 2, "h": 1})
    assert lines(on) == [("OWN_JOB", "g h", "a", 5, 4, 1)]


def test_a_group_moved_to_a_second_job_leaves_room_in_the_first() -> None:
    """Ten may stay in a (8) or go to b (5), where three are: all thirteen keep a job, so nobody competes."""
    on = ground({"g": 10, "h": 3}, {"a": 8, "b": 5}, {("g", "a"): OWN, ("g", "b"): OWN, ("h", "b"): OWN})
    assert sure(on) == (13, 0, {"g": 10, "h": 3})
    assert lines(on) == []


@pytest.mark.parametrize(
    ("posts", "slot_in", "certain", "contest"),
    [
        (4, 3, 3, []),
        (3, 3, 3, []),
        (2, 0, 0, [("SLOT_IN", "g", "new", 3, 2, 1)]),
        (0, 0, 0, []),
    ],
)
def test_slot_ins(posts: int, slot_in: int, certain: int, contest: list[object]) -> None:
    """All slot in where claimants fit; otherwise a closed ring-fence among exactly them, and nobody is certain."""
    on = ground({"g": 3}, {"new": posts}, {("g", "new"): SLOT})
    assert sure(on) == (0, slot_in, {"g": certain})
    assert lines(on) == contest


def test_those_selected_for_their_own_job_do_not_claim_elsewhere() -> None:
    """Of five, three stay; two claim two slot-in posts and fit."""
    on = ground({"g": 5}, {"a": 3, "new": 2}, {("g", "a"): OWN, ("g", "new"): SLOT})
    assert sure(on) == (3, 2, {"g": 5})
    assert lines(on) == [("OWN_JOB", "g", "a", 5, 3, 2)]


def test_own_jobs_come_before_slot_ins() -> None:
    """A post held by its own group is not open to a slot-in: one of two is left for two claimants."""
    on = ground({"g": 2, "h": 1}, {"a": 2}, {("h", "a"): OWN, ("g", "a"): SLOT})
    assert sure(on) == (1, 0, {"g": 0, "h": 1})
    assert lines(on) == [("SLOT_IN", "g", "a", 2, 1, 1)]


def test_a_second_post_to_slot_into_leaves_the_first_open() -> None:
    """h fits into b whatever happens, so only g competes for a."""
    on = ground({"g": 5, "h": 1}, {"a": 1, "b": 5}, {("g", "a"): SLOT, ("h", "a"): SLOT, ("h", "b"): SLOT})
    assert sure(on) == (0, 1, {"g": 0, "h": 1})
    assert lines(on) == [("SLOT_IN", "g", "a", 5, 1, 4)]


def test_who_of_a_shared_job_slots_in_is_not_certain() -> None:
    """Of g and h, one person each, one stays; only g may slot in, so the one who is left may be h."""
    claims: Claims = {("g", "a"): OWN, ("h", "a"): OWN, ("g", "new"): SLOT}
    on = ground({"g": 1, "h": 1}, {"a": 1, "new": 1}, claims)
    assert sure(on) == (1, 0, {"g": 1, "h": 0})


def test_those_left_go_on_to_the_next_contest() -> None:
    """Five for three in the ring-fence; the two left and three others for four at their grade; one goes one down."""
    claims: Claims = {
        ("g", "new"): FENCE,
        ("g", "same"): SAME,
        ("h", "same"): SAME,
        ("g", "low"): DOWN,
        ("h", "low"): DOWN,
    }
    on = ground({"g": 5, "h": 3}, {"new": 3, "same": 4, "low": 9}, claims)
    assert lines(on) == [
        ("RING_FENCE", "g", "new", 5, 3, 2),
        ("SAME_GRADE", "g h", "same", 5, 4, 1),
        ("ONE_DOWN", "g h", "low", 1, 9, 0),
    ]


def test_what_is_left_of_several_groups_is_known_only_together() -> None:
    """Four of two groups compete for three posts; whoever is left, one of g or one of h, goes on, never both."""
    claims: Claims = {("g", "new"): FENCE, ("h", "new"): FENCE, ("g", "x"): SAME, ("h", "y"): SAME}
    on = ground({"g": 2, "h": 2}, {"new": 3, "x": 1, "y": 1}, claims)
    assert lines(on) == [
        ("RING_FENCE", "g h", "new", 4, 3, 1),
        ("SAME_GRADE", "g", "x", 1, 1, 0),
        ("SAME_GRADE", "h", "y", 1, 1, 0),
    ]


def test_places_left_are_known_only_together() -> None:
    """One person takes one of two posts; another, who may claim either, competes for the one that is left."""
    claims: Claims = {("g", "x"): FENCE, ("g", "y"): FENCE, ("h", "x"): SAME, ("h", "y"): SAME}
    on = ground({"g": 1, "h": 2}, {"x": 1, "y": 1}, claims)
    assert lines(on) == [("RING_FENCE", "g", "x y", 1, 2, 0), ("SAME_GRADE", "h", "x y", 2, 1, 1)]


def test_places_that_the_same_groups_may_claim_are_one_line() -> None:
    """x and y are open to both groups, z to one only: two lines."""
    claims: Claims = {(g, at): SAME for g in ("g", "h") for at in ("x", "y")} | {("g", "z"): SAME}
    on = ground({"g": 2, "h": 2}, {"x": 1, "y": 1, "z": 1}, claims)
    assert lines(on) == [("SAME_GRADE", "g", "z", 2, 1, 1), ("SAME_GRADE", "g h", "x y", 4, 2, 2)]


def test_the_same_role_in_two_teams_is_named_once() -> None:
    """Where selection is by team, a line names the role, not the team."""
    on = ground({"g": 3}, {"a@north": 1, "a@south": 1}, {("g", "a@north"): SAME, ("g", "a@south"): SAME})
    assert lines(on) == [("SAME_GRADE", "g", "a", 3, 2, 1)]


def test_a_priority_goes_first() -> None:
    """At one level those with the authority's first priority compete first, the others for what is left."""
    on = ground({"g": 2, "h": 2}, {"x": 3}, {("g", "x"): (SAME, 2), ("h", "x"): (SAME, 1)})
    assert lines(on) == [("SAME_GRADE", "h", "x", 2, 3, 0), ("SAME_GRADE", "g", "x", 2, 1, 1)]


def test_nobody_whose_job_stays_competes() -> None:
    """A group that keeps its posts is in no line, whatever else it could claim."""
    on = ground({"g": 2, "h": 1}, {"a": 2, "new": 1}, {("g", "a"): OWN, ("g", "new"): SAME, ("h", "new"): SAME})
    assert lines(on) == [("SAME_GRADE", "h", "new", 1, 1, 0)]


def test_lines_add_the_unplaced_from_people_and_posts() -> None:
    """Beyond the posts, and never below nought."""
    assert RingFence(SAME, ("g",), ("a",), 5, 3).unplaced_at_least == 2
    assert RingFence(SAME, ("g",), ("a",), 3, 5).unplaced_at_least == 0
