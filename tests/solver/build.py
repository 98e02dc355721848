"""Tiny problems and structures in few words, so that a test shows only what it is about.

Rows are thrown in by any order and sorted into their tables by type; roles and teams that a post kind names and nobody
describes are filled in plain. A kind is called "<team> <role>", places after their role, and a post costs £30,000.
Change this when a noun joins solver/problem.py.
"""

from typing import Any

from solver.problem import (
    Ability,
    Claim,
    FundingLine,
    GradeMix,
    Group,
    GroupLimit,
    Limits,
    Pin,
    Places,
    PostKind,
    Problem,
    Role,
    Span,
    Team,
    Work,
)
from solver.structure import Structure

YEARS = (2025, 2026)
POST_PENCE = 3_000_000

TABLES: dict[type, str] = {
    Role: "roles",
    Team: "teams",
    PostKind: "kinds",
    Work: "works",
    Ability: "abilities",
    Group: "groups",
    Places: "places",
    Claim: "claims",
    Span: "spans",
    GradeMix: "mixes",
    FundingLine: "funding",
    Pin: "pins",
    GroupLimit: "group_limits",
}


def role(name: str = "officer", **facts: Any) -> Role:
    """A role of grade g whose whole time can go on work."""
    return Role(id=name, **{"grade": "g"} | facts)


def kind(team: str = "north", job: str = "officer", **facts: Any) -> PostKind:
    """Up to three full-time posts of £30,000; the ceiling counts what they cost in both years."""
    plain = {"id": f"{team} {job}", "team": team, "role": job, "milli_fte": 1000, "cost_pence": POST_PENCE, "most": 3}
    stated = plain | facts
    return PostKind(**{"ceiling_pence": (stated["cost_pence"],) * len(YEARS)} | stated)


def work(name: str = "calls", milli_fte: int = 1000, teams: tuple[str, ...] = ("north",), **facts: Any) -> Work:
    """A block of work in the north team, of one FTE."""
    return Work(id=name, demand_milli_fte=milli_fte, teams=teams, **facts)


def able(job: str = "officer", block: str = "calls", share_permille: int = 1000) -> Ability:
    """Officers can do calls."""
    return Ability(role=job, work=block, share_permille=share_permille)


def group(name: str = "officers", people: int = 1) -> Group:
    """A staff group."""
    return Group(id=name, people=people)


def places(job: str = "officer", teams: tuple[str, ...] = ("north",), **facts: Any) -> Places:
    """Places in a role, called after the role."""
    return Places(**{"id": job, "role": job, "teams": teams} | facts)


def claim(who: str = "officers", at: str = "officer", strength: int = 0, **facts: Any) -> Claim:
    """The own job of a group unless a strength says otherwise."""
    return Claim(group=who, places=at, strength=strength, **{"changes_job": strength > 0} | facts)


def staff(people: int, teams: tuple[str, ...] = ("north",)) -> tuple[Group, Places, Claim]:
    """Officers, the places of officers, and their claim on them."""
    return group(people=people), places(teams=teams), claim()


def problem(*rows: Any, **limits: Any) -> Problem:
    """A problem of these rows and limits."""
    tables: dict[str, list[Any]] = {name: [] for name in TABLES.values()}
    for row in rows:
        tables[TABLES[type(row)]].append(row)
    described = {r.id for r in tables["roles"]}, {t.id for t in tables["teams"]}
    tables["roles"] += [role(name) for name in sorted({k.role for k in tables["kinds"]} - described[0])]
    tables["teams"] += [Team(id=name) for name in sorted({k.team for k in tables["kinds"]} - described[1])]
    return Problem(years=YEARS, limits=Limits(**limits), **{name: tuple(found) for name, found in tables.items()})


def structure(
    posts: dict[str, int],
    work: dict[tuple[str, str, str], int] | None = None,
    placements: dict[tuple[str, str], int] | None = None,
    payments: dict[tuple[str, str, int], int] | None = None,
) -> Structure:
    """A structure from tables by key."""
    return Structure(
        posts=tuple(sorted(posts.items())),
        work=tuple(sorted((*key, done) for key, done in (work or {}).items())),
        placements=tuple(sorted((*key, people) for key, people in (placements or {}).items())),
        payments=tuple(sorted((*key, pence) for key, pence in (payments or {}).items())),
    )


def packing() -> Problem:
    """Fourteen blocks that may not be split, over six teams of three posts: tiny to state, long to search."""
    teams = tuple(f"team {number}" for number in range(6))
    kinds = [kind(team, cost_pence=POST_PENCE + 7_919 * number) for number, team in enumerate(teams)]
    blocks = [work(f"block {n:02}", 300 + n * 137 % 500, teams, split=False) for n in range(14)]
    return problem(*kinds, *blocks, *(able(block=w.id) for w in blocks), *staff(9, teams), spare_milli_fte=400)
