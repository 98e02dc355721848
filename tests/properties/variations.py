"""The same problem said in another way: rows turned, names changed, money doubled, a staff group in two.

Change this when a noun joins solver/problem.py.
"""

from dataclasses import fields, replace
from random import Random
from typing import Any

from solver.problem import FundingLine, Limits, PostKind, Problem

MONEY = (
    "other_pence",
    "exit_pence",
    "one_off_fixed_pence",
    "one_off_pence",
    "as_is_pence",
    "cost_pence",
    "not_paid_back_pence",
)


def shuffled(case: Problem, seed: int) -> Problem:
    """Every table, and every list of teams or roles in its rows, in another order."""
    draw = Random(seed)  # noqa: S311 - repeatable test data, no secret

    def turned(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(draw.sample(rows, len(rows)))

    def inside(row: Any) -> Any:
        lists = [f.name for f in fields(row) if f.name in ("teams", "roles")]
        return replace(row, **{name: turned(getattr(row, name)) for name in lists})

    tables = [f.name for f in fields(case) if f.name not in ("years", "limits")]
    return replace(case, **{name: turned(tuple(inside(row) for row in getattr(case, name))) for name in tables})


def renamed(case: Problem) -> Problem:
    """Teams and staff groups under names that sort the other way round."""
    teams = {team.id: f"unit {len(case.teams) - n:03}" for n, team in enumerate(case.teams)}
    groups = {group.id: f"staff {len(case.groups) - n:03}" for n, group in enumerate(case.groups)}

    def there(row: Any) -> Any:
        return replace(row, teams=tuple(teams[team] for team in row.teams))

    return replace(
        case,
        teams=tuple(replace(team, id=teams[team.id]) for team in case.teams),
        kinds=tuple(replace(k, id=f"{teams[k.team]} {k.id}", team=teams[k.team]) for k in case.kinds),
        groups=tuple(replace(group, id=groups[group.id]) for group in case.groups),
        claims=tuple(replace(claim, group=groups[claim.group]) for claim in case.claims),
        group_limits=tuple(replace(limit, group=groups[limit.group]) for limit in case.group_limits),
        works=tuple(there(work) for work in case.works),
        places=tuple(there(place) for place in case.places),
        spans=tuple(there(span) for span in case.spans),
        pins=tuple(there(pin) for pin in case.pins),
    )


def doubled(case: Problem) -> Problem:
    """Every amount of money twice as large."""

    def kind(row: PostKind) -> PostKind:
        return replace(row, cost_pence=2 * row.cost_pence, ceiling_pence=tuple(2 * each for each in row.ceiling_pence))

    def line(row: FundingLine) -> FundingLine:
        return replace(row, pence_by_year=tuple(2 * each for each in row.pence_by_year))

    limits = {name: getattr(case.limits, name) for name in MONEY}
    ceilings = tuple(None if each is None else 2 * each for each in case.limits.ceiling_pence)
    return replace(
        case,
        kinds=tuple(kind(row) for row in case.kinds),
        funding=tuple(line(row) for row in case.funding),
        limits=replace(
            case.limits,
            ceiling_pence=ceilings,
            **{name: None if pence is None else 2 * pence for name, pence in limits.items()},
        ),
    )


def split(case: Problem) -> Problem:
    """Every staff group of two people or more as two groups with the same claims, as if by hours or by team."""
    halves = {
        group.id: (
            replace(group, id=f"{group.id} (a)", people=group.people // 2),
            replace(group, id=f"{group.id} (b)", people=group.people - group.people // 2),
        )
        if group.people >= 2
        else (group,)
        for group in case.groups
    }
    return replace(
        case,
        groups=tuple(half for pair in halves.values() for half in pair),
        claims=tuple(replace(claim, group=half.id) for claim in case.claims for half in halves[claim.group]),
    )


def money_named(limits: Limits) -> set[str]:
    """The limits that are stated in pence, one number each."""
    return {f.name for f in fields(limits) if f.name.endswith("_pence") and f.name != "ceiling_pence"}
