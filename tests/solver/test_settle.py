"""Who does what for known posts: designed ones, which keep every rule, and given ones, which may break any.

Change this when a table of a structure is filled in another way.
"""

import pytest

from solver.checker import judge
from solver.engine import Settings
from solver.problem import FundingLine, Pin, Team
from solver.settle import CannotSettleError, settle, settle_given
from tests.solver.build import able, claim, group, kind, packing, places, problem, staff, structure, work
from tests.solver.verdicts import broken

NORTH, SOUTH = "north officer", "south officer"
BOTH = ("north", "south")
TWO_BLOCKS = (
    work(milli_fte=1000, weight=1),
    work("letters", 1000, weight=2, teams=BOTH),
    able(),
    able(block="letters"),
)


def test_a_designed_structure_is_filled_in() -> None:
    """One post in each team: calls need north, so letters go south; the officer is placed and the post paid."""
    line = FundingLine(id="base", roles=("officer",), pence_by_year=(6_000_000, 6_000_000))
    case = problem(kind(), kind("south"), *TWO_BLOCKS, *staff(1), line)
    found = settle(case, ((NORTH, 1), (SOUTH, 1)), kept={"uncovered": 0, "displaced": 0, "cost": 6_000_000})
    assert found == structure(
        {NORTH: 1, SOUTH: 1},
        {("calls", "north", "officer"): 1000, ("letters", "south", "officer"): 1000},
        {("officers", "officer"): 1},
        {("base", kind_, year): 3_000_000 for kind_ in (NORTH, SOUTH) for year in (2025, 2026)},
    )


def test_posts_that_allow_nothing_are_refused() -> None:
    """Posts that leave statutory work undone, or a goal worse than kept, did not come from a settled search."""
    statutory = problem(kind(), work(milli_fte=2000, statutory=True), able())
    with pytest.raises(CannotSettleError, match="uncovered"):
        settle(statutory, ((NORTH, 1),), kept={})
    case = problem(kind(), *TWO_BLOCKS)
    assert settle(case, ((NORTH, 1),), kept={"uncovered": 1000}).posts == ((NORTH, 1),)
    with pytest.raises(CannotSettleError):
        settle(case, ((NORTH, 1),), kept={"uncovered": 999})
    with pytest.raises(CannotSettleError):
        settle(case, ((NORTH, 2),), kept={"cost": 5_999_999})


def test_goals_kept_are_in_their_own_unit() -> None:
    """Other costs are part of the cost kept: £60,000 of posts and £1 fit £60,001, not a penny less."""
    case = problem(kind(), *TWO_BLOCKS, other_pence=100)
    assert settle(case, ((NORTH, 2),), kept={"cost": 6_000_100}).posts == ((NORTH, 2),)
    with pytest.raises(CannotSettleError):
        settle(case, ((NORTH, 2),), kept={"cost": 6_000_099})


def test_a_limit_leaves_a_designed_structure_that_keeps_its_goals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Little effort fills in designed posts within what is kept; given ones, which keep nothing, must be settled."""
    case = packing()
    posts_found = tuple((each.id, posts) for each, posts in zip(case.kinds, (2, 2, 2, 1), strict=False))
    monkeypatch.setattr("solver.settle.Settings", lambda: Settings(effort=0.02))
    found = settle(case, posts_found, kept={"uncovered": 1500})
    verdict = judge(case, found)
    assert verdict.ok
    assert verdict.values["uncovered"] <= 1500
    with pytest.raises(CannotSettleError, match="uncovered"):
        settle_given(case, posts_found)


def test_given_posts_do_what_they_can() -> None:
    """One given post for 2 FTE does the heavier letters, though it also breaks a pin, a size and an opening."""
    case = problem(
        kind(),
        kind("south"),
        Team(id="north", least=2),
        Team(id="south", must_open=True),
        *TWO_BLOCKS,
        Pin(id="two", teams=BOTH, roles=("officer",), least=2),
    )
    found = settle_given(case, ((NORTH, 1), (SOUTH, 0)))
    assert found == structure({NORTH: 1}, {("letters", "north", "officer"): 1000})
    assert broken(case, found) == [("team_sizes", "north", 1), ("team_sizes", "south", 1), ("pins", "two", 1)]


def test_given_statutory_work_comes_first() -> None:
    """The lighter block is statutory: the one post does it, and the checker only misses the other in the goals."""
    case = problem(kind(), work(statutory=True), *TWO_BLOCKS[1:])
    found = settle_given(case, ((NORTH, 1),))
    assert found.work == (("calls", "north", "officer", 1000),)
    assert judge(case, found).ok


def test_given_posts_that_cannot_do_statutory_work() -> None:
    """Half a post for 1 FTE of statutory work does half of it: a finding of half an FTE, not a stop."""
    case = problem(kind(milli_fte=500), work(statutory=True), able())
    found = settle_given(case, ((NORTH, 1),))
    assert found.work == (("calls", "north", "officer", 500),)
    assert broken(case, found) == [("statutory_work", "calls", 500)]


def test_given_posts_are_paid_where_they_can_be() -> None:
    """Two posts of three can be paid: nothing is; the two are paid when they are all there is, short work or not."""
    line = FundingLine(id="base", roles=("officer",), pence_by_year=(6_000_000, 6_000_000))
    case = problem(kind(), work(milli_fte=4000, statutory=True), able(), line)
    unpaid = settle_given(case, ((NORTH, 3),))
    assert unpaid.payments == ()
    assert [rule for rule, _, _ in broken(case, unpaid)] == ["statutory_work", "funding", "funding"]
    paid = settle_given(case, ((NORTH, 2),))
    assert paid.payments == (("base", NORTH, 2025, 6_000_000), ("base", NORTH, 2026, 6_000_000))
    assert broken(case, paid) == [("statutory_work", "calls", 2000)]


def test_given_posts_may_be_more_than_can_exist() -> None:
    """Five posts where three can exist, for one person or for seven: everyone with room is placed all the same."""
    for people, placed in ((1, 1), (5, 5), (7, 5)):
        case = problem(kind(), *staff(people), spare_milli_fte=None)
        found = settle_given(case, ((NORTH, 5),))
        assert found.placements == (("officers", "officer", placed),)
        assert broken(case, found) == [("kept_posts", NORTH, 2)]


def test_given_posts_too_few_for_reserved_places() -> None:
    """Three places reserved and two posts given: both are taken as reserved, nobody else is placed, one is missing."""
    case = problem(kind(), group(), places(reserved=3), claim(), spare_milli_fte=None)
    found = settle_given(case, ((NORTH, 2),))
    assert found.placements == ()
    assert broken(case, found) == [("reserved_places", "officer", 1)]


def test_given_claims_are_met_in_their_order() -> None:
    """One given post for two groups goes to the stronger claim, and as few as can be are displaced."""
    case = problem(
        kind(),
        group("leads"),
        group(),
        places(),
        claim("leads", strength=2, changes_job=False),
        claim(changes_job=True),
        spare_milli_fte=None,
    )
    assert settle_given(case, ((NORTH, 1),)).placements == (("officers", "officer", 1),)
    assert settle_given(case, ((NORTH, 2),)).placements == (("leads", "officer", 1), ("officers", "officer", 1))


def test_given_kinds_nobody_knows_are_for_the_checker() -> None:
    """A given kind that the problem does not have is carried into the structure and found there."""
    case = problem(kind(), spare_milli_fte=None)
    assert broken(case, settle_given(case, (("west officer", 1),))) == [("known", "west officer", 1)]


def test_given_counts_below_none_are_nothing_to_fill_in() -> None:
    """Fewer than no posts is no structure at all."""
    with pytest.raises(CannotSettleError, match="given by hand"):
        settle_given(problem(kind(), work(), able()), ((NORTH, -1),))
