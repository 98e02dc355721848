"""Tiny drawn problems of people and places alone, and every placement there is in them.

Change this when people are placed by more than groups, places and claims.
"""

from collections.abc import Iterator
from itertools import product

from hypothesis import strategies as st

from solver.problem import Claim, Problem
from solver.rules.stronger_claim_first import RULE as CLAIM_ORDER
from solver.structure import Structure
from solver.tally import Tally
from tests.solver.build import group, kind, places, problem

ROLES = ("a", "b", "c")
GROUPS = ("g", "h", "k")
STRENGTHS = st.sampled_from([0, 100, 101, 200])


@st.composite
def people_problems(draw: st.DrawFn, most_posts: int = 3) -> tuple[Problem, Structure]:
    """Up to three groups of up to three people, three roles of up to so many posts, any claims; and any posts."""
    posts = {name: draw(st.integers(0, most_posts)) for name in ROLES}
    claims = draw(st.dictionaries(st.tuples(st.sampled_from(GROUPS), st.sampled_from(ROLES)), STRENGTHS, max_size=5))
    found = problem(
        *(kind(job=name, id=name, most=most_posts) for name in ROLES),
        *(places(name, reserved=draw(st.integers(0, posts[name] > 0))) for name in ROLES),
        *(group(name, draw(st.integers(0, 3))) for name in GROUPS),
        *(Claim(group=g, places=at, strength=strength) for (g, at), strength in sorted(claims.items())),
        spare_milli_fte=None,
    )
    return found, Structure(posts=tuple(sorted(posts.items())))


def placements(found: Problem, posts: Structure) -> Iterator[Structure]:
    """Every placement that keeps to people, places and claims."""
    people = {g.id: g.people for g in found.groups}
    for counts in product(*(range(people[c.group] + 1) for c in found.claims)):
        rows = [(c.group, c.places, n) for c, n in zip(found.claims, counts, strict=True) if n]
        structure = Structure(posts=posts.posts, placements=tuple(rows))
        tally = Tally(found, structure)
        over = any(sum(n for _, at, n in rows if at == p.id) > max(0, tally.room(p)) for p in found.places)
        if not over and min(tally.displaced.values()) >= 0:
            yield structure


def most_people(found: Problem, posts: Structure) -> list[Structure]:
    """Every placement of the most people, whatever the claim order."""
    every = [(sum(n for _, _, n in s.placements), s) for s in placements(found, posts)]
    most = max(placed for placed, _ in every)
    return [s for placed, s in every if placed == most]


def in_claim_order(found: Problem, posts: Structure) -> list[Structure]:
    """Every placement of the most people in which no claim is passed over."""
    return [s for s in most_people(found, posts) if not CLAIM_ORDER.check(Tally(found, s))]
