"""Greatest flows against counting out, and their witnesses against addition.

Change this when another shortfall gets a witness.
"""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.flows import displaced_witness, most_covered, most_placed, most_served, uncovered_witness
from solver.problem import Problem
from solver.settle import settle_given
from solver.structure import Structure
from solver.tally import Tally
from solver.witnesses import Shortfall, Witness, adds_up
from tests.solver.build import able, claim, group, kind, places, problem, structure, work
from tests.solver.tiny_people import GROUPS, most_people, people_problems


@settings(max_examples=60, deadline=None)
@given(people_problems())
def test_most_placed_equals_counting_out(drawn: tuple[Problem, Structure]) -> None:
    """The flow places as many as the fullest placement, and names the groups that any such placement leaves short."""
    found, posts = drawn
    fullest = most_people(found, posts)
    flow = most_placed(found, posts)
    assert flow.most == sum(n for _, _, n in fullest[0].placements)
    assert flow.short == {name for name in GROUPS if any(Tally(found, s).displaced[name] for s in fullest)}


@settings(max_examples=60, deadline=None)
@given(people_problems())
def test_people_are_displaced_by_as_many_as_the_witness_says(drawn: tuple[Problem, Structure]) -> None:
    """A fullest placement has a witness of exactly the number it displaces, and none where that is nought."""
    found, posts = drawn
    fullest = most_people(found, posts)[0]
    displaced = sum(Tally(found, fullest).displaced.values())
    witness = displaced_witness(found, fullest)
    assert (witness is None) == (displaced == 0)
    if witness is not None:
        assert witness.short == displaced
        assert adds_up(found, fullest, witness)


def test_a_reserved_place_is_open_only_where_asked() -> None:
    """Two people, two places, one of them reserved: one is placed, or both where the right may be theirs."""
    found = problem(kind(), group(people=2), places(reserved=1), claim())
    posts = structure({"north officer": 2})
    assert most_placed(found, posts).most == 1
    assert most_placed(found, posts, with_reserved=True).most == 2


def test_a_needless_displacement_has_no_witness() -> None:
    """Where a place stays empty, no sum shows that its claimant had to be displaced."""
    found = problem(kind(), group(people=1), places(), claim())
    assert displaced_witness(found, structure({"north officer": 1})) is None


@st.composite
def work_problems(draw: st.DrawFn) -> tuple[Problem, Structure]:
    """Two blocks of up to four thousandths, two roles in two teams with posts of up to three, any shares."""
    shares = st.sampled_from([0, 334, 500, 1000])
    kinds = [
        kind(team, job, milli_fte=draw(st.integers(1, 3)), most=2) for team in ("north", "south") for job in ("a", "b")
    ]
    posts = {k.id: draw(st.integers(0, 2)) for k in kinds}
    sites = st.sampled_from([("north",), ("south",), ("north", "south")])
    found = problem(
        *kinds,
        *(work(name, draw(st.integers(0, 4)), draw(sites)) for name in ("calls", "visits")),
        *(able(job, name, draw(shares)) for job in ("a", "b") for name in ("calls", "visits")),
    )
    return found, Structure(posts=tuple(sorted(posts.items())))


def _most_work(found: Problem, posts: Structure) -> int:
    """The most work done over every division of whole thousandths."""
    tally = Tally(found, posts)
    teams = {w.id: w.teams for w in found.works}
    cells = [(a, team) for a in found.abilities for team in ("north", "south") if team in teams[a.work]]
    limits = [
        sum(k.milli_fte * a.share_permille // 1000 * tally.posts[k.id] for k in found.kinds_at[team, a.role])
        for a, team in cells
    ]
    demand = {w.id: w.demand_milli_fte for w in found.works}
    most = 0
    for done in product(*(range(min(limit, demand[a.work]) + 1) for limit, (a, _) in zip(limits, cells, strict=True))):
        rows = list(zip(cells, done, strict=True))
        fits = all(
            sum(n for (a, t), n in rows if (t, a.role) == cell) <= tally.direct(*cell) for cell in found.kinds_at
        )
        within = all(sum(n for (a, _), n in rows if a.work == w) <= asked for w, asked in demand.items())
        if fits and within:
            most = max(most, sum(done))
    return most


@settings(max_examples=40, deadline=None)
@given(work_problems())
def test_most_covered_equals_counting_out(drawn: tuple[Problem, Structure]) -> None:
    """The flow covers as much as the fullest division of work, shares and teams kept."""
    found, posts = drawn
    assert most_covered(found, posts).most == _most_work(found, posts)


@settings(max_examples=25, deadline=None)
@given(work_problems())
def test_work_is_uncovered_by_as_much_as_the_witness_says(drawn: tuple[Problem, Structure]) -> None:
    """A settled structure that leaves work uncovered has a witness of exactly that much, shares included."""
    found, posts = drawn
    settled = settle_given(found, posts.posts)
    uncovered = sum(Tally(found, settled).uncovered.values())
    witness = uncovered_witness(found, settled)
    assert (witness is None) == (uncovered == 0)
    if witness is not None:
        assert witness.short == uncovered
        assert adds_up(found, settled, witness)


def test_unsplit_work_may_have_no_witness() -> None:
    """One FTE of unsplit work and half a post in each of two teams: half stays uncovered, and no sum shows it."""
    found = problem(
        *(kind(team, milli_fte=500) for team in ("north", "south")),
        work(teams=("north", "south"), split=False),
        able(),
    )
    settled = settle_given(found, (("north officer", 1), ("south officer", 1)))
    assert sum(Tally(found, settled).uncovered.values()) == 500
    assert uncovered_witness(found, settled) is None


SHORT = problem(kind(), kind(job="clerk"), work("calls", 2500), work("post", 500), able(), able("clerk", "post"))
SHORT_POSTS = structure(
    {"north officer": 2, "north clerk": 1}, {("calls", "north", "officer"): 2000, ("post", "north", "clerk"): 500}
)
UNCOVERED = Witness(
    of=Shortfall.UNCOVERED,
    needing=("calls",),
    serving=(("officer in north", 2000),),
    asked=2500,
    there=2000,
)
CROWDED = problem(kind(), group(people=3), places(), claim())
CROWDED_POSTS = structure({"north officer": 2}, placements={("officers", "officer"): 2})
DISPLACED = Witness(of=Shortfall.DISPLACED, needing=("officers",), serving=(("officer", 2),), asked=3, there=2)


def test_witnesses_of_a_hand_argued_case() -> None:
    """Calls need 2.5 FTE and only officers, 2 FTE, can do them; three officers claim two places."""
    assert uncovered_witness(SHORT, SHORT_POSTS) == UNCOVERED
    assert UNCOVERED.sentence == (
        "calls: 2.5 FTE of work; every post able to do any of it has 2 FTE for it, "
        "so 0.5 FTE stays uncovered whoever does what."
    )
    assert displaced_witness(CROWDED, CROWDED_POSTS) == DISPLACED
    assert DISPLACED.sentence == (
        "officers: 3 people; the places any of them may claim hold 2, so 1 would be displaced whoever is placed."
    )


@pytest.mark.parametrize(
    "change",
    [
        {"asked": 2600},
        {"there": 1900},
        {"serving": ()},
        {"serving": (("officer in north", 2000), ("clerk in north", 0))},
        {"needing": ("calls", "calls")},
        {"needing": ("calls", "post")},
        {"needing": ("nothing",)},
        {"of": Shortfall.DISPLACED},
    ],
)
def test_a_witness_changed_in_any_part_does_not_add_up(change: dict[str, object]) -> None:
    """The re-adding passes the true witness and refuses each altered one."""
    assert adds_up(SHORT, SHORT_POSTS, UNCOVERED)
    assert not adds_up(SHORT, SHORT_POSTS, replace(UNCOVERED, **change))  # type: ignore[arg-type]


def test_a_witness_that_leaves_out_a_place_does_not_add_up() -> None:
    """A place that the groups may claim and the witness does not list is found."""
    wider = problem(kind(), kind(job="clerk"), group(people=3), places(), places("clerk"), claim(), claim(at="clerk"))
    posts = structure({"north officer": 2, "north clerk": 1}, placements={("officers", "officer"): 2})
    assert adds_up(CROWDED, CROWDED_POSTS, DISPLACED)
    assert not adds_up(wider, posts, DISPLACED)


def test_nothing_passes_where_nothing_is_open() -> None:
    """Needs without an offer are short; a need of nought is not."""
    served = most_served({"much": 2, "none": 0}, {"there": 5}, {})
    assert (served.most, served.short) == (0, {"much"})
