"""Tiny problems whose every structure can be counted out, and which between them use every rule.

Sizes are 1 to 3 thousandths of FTE, demands a few units and money multiples of 500 pounds, so that the usual tolerance
on cost matters. About a third of the seeds have no structure at all.
Change this when a rule is added: it must then break some structure of some seed.
"""

from dataclasses import dataclass
from math import prod
from random import Random

from solver.problem import (
    Ability,
    Claim,
    FundingLine,
    GradeMix,
    Group,
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

TEAMS = ("t1", "t2")
STEP_PENCE = 50_000
MOST_STRUCTURES = 4_000


@dataclass(frozen=True, kw_only=True)
class Chance:
    """A source of whole numbers that reads like the thing drawn."""

    draw: Random
    strict_percent: int = 100

    def rule(self, percent: int) -> bool:
        """True in about `percent` of a hundred draws on a strict problem, less often on a mild one."""
        return self.draw.randrange(100) * 100 < percent * self.strict_percent

    def of(self, percent: int) -> bool:
        """True in about `percent` of a hundred draws."""
        return self.draw.randrange(100) < percent

    def among(self, *choices: int) -> int:
        """One of the numbers."""
        return choices[self.draw.randrange(len(choices))]

    def some(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """A part of the names, at least one."""
        kept = tuple(name for name in names if self.of(60))
        return kept or (names[self.draw.randrange(len(names))],)


def size(problem: Problem) -> int:
    """How many structures there are within the bounds of the variables, rules aside."""
    posts = prod(kind.most + 1 for kind in problem.kinds)
    demand = {work.id: work for work in problem.works}
    cells = set(problem.kinds_at)
    work = prod(
        demand[able.work].demand_milli_fte + 1
        for able in problem.abilities
        for team in demand[able.work].teams
        if (team, able.role) in cells
    )
    people = {group.id: group.people for group in problem.groups}
    return posts * work * prod(people[claim.group] + 1 for claim in problem.claims)


def tiny(seed: int, most_structures: int = MOST_STRUCTURES) -> Problem:
    """A problem of two teams and two or three roles with at most so many structures.

    Args: seed, any whole number; most_structures, as counted by `size` (100 or more).
    Returns: the first problem drawn from the seed that is small enough to enumerate and not trivially small.
    """
    draw = Random(seed)  # noqa: S311 - repeatable test data, no secret
    chance = Chance(draw=draw, strict_percent=(0, 25, 40, 90)[draw.randrange(4)])
    while True:
        found = drawn(chance)
        if most_structures // 50 <= size(found) <= most_structures:
            return found


def drawn(chance: Chance) -> Problem:
    """One tiny problem of whatever size."""
    roles = roles_of(chance)
    names = tuple(role.id for role in roles)
    kinds = kinds_of(chance, names)
    groups, places, claims = people_of(chance, names)
    works, abilities = work_of(chance, names)
    return Problem(
        years=(2025, 2026),
        roles=roles,
        teams=teams_of(chance),
        kinds=kinds,
        works=works,
        abilities=abilities,
        groups=groups,
        places=places,
        claims=claims,
        spans=spans_of(chance),
        mixes=(GradeMix(id="mix", roles=chance.some(names), most_permille=chance.among(400, 500, 667)),)
        if chance.rule(30)
        else (),
        funding=funding_of(chance, names, kinds),
        pins=(pin_of(chance, names),) if chance.rule(30) else (),
        limits=limits_of(chance, kinds),
    )


def roles_of(chance: Chance) -> tuple[Role, ...]:
    """An officer, perhaps a senior, perhaps a manager."""
    direct = chance.among(1000, 1000, 1000, 500)
    least, most = (1 if chance.rule(20) else 0), (chance.among(1, 2) if chance.rule(35) else None)
    found = [Role(id="officer", grade="g1", direct_permille=direct, least=least, most=most)]
    if chance.of(60):
        found.append(Role(id="senior", grade="g2", direct_permille=chance.among(1000, 1000, 667)))
    if chance.of(70) or len(found) == 1:
        found.append(Role(id="manager", grade="g3", direct_permille=chance.among(0, 500, 1000), manages=True))
    return tuple(found)


def teams_of(chance: Chance) -> tuple[Team, ...]:
    """Two teams that may close, must stay, or have sizes."""
    return tuple(
        Team(
            id=name,
            least=chance.among(1, 2) if chance.rule(35) else 0,
            most=chance.among(1, 2, 3) if chance.rule(35) else None,
            must_open=chance.rule(25),
            absorbed_milli_fte=chance.among(0, 1, 2),
        )
        for name in TEAMS
    )


def kinds_of(chance: Chance, roles: tuple[str, ...]) -> tuple[PostKind, ...]:
    """Three or four kinds: full, part-time, make-up, held vacant or shared posts, of one or two in number."""
    found: dict[str, PostKind] = {}
    for index in range(chance.among(3, 4, 4, 5)):
        team, role = TEAMS[chance.among(0, 1)], roles[index % len(roles)]
        milli_fte = chance.among(1, 2, 2, 3)
        make_up, held = role != "manager" and chance.of(30), chance.of(8)
        most = 1 if make_up or held else chance.among(1, 2, 2)
        cost_pence = STEP_PENCE * (milli_fte * chance.among(2, 2, 3) + chance.among(0, 1, 2))
        name = f"{team}.{role}.{milli_fte}{'h' if make_up else ''}{'v' if held else ''}"
        found[name] = PostKind(
            id=name,
            team=team,
            role=role,
            milli_fte=milli_fte,
            cost_pence=cost_pence,
            ceiling_pence=(cost_pence, cost_pence + STEP_PENCE),
            most=most,
            least=1 if chance.rule(15) else 0,
            today=chance.draw.randrange(most + 1),
            places=0 if held else chance.among(1, 1, 1, 1, 2),
            works=not held,
            make_up=make_up,
        )
    return tuple(found.values())


def work_of(chance: Chance, roles: tuple[str, ...]) -> tuple[tuple[Work, ...], tuple[Ability, ...]]:
    """One or two blocks of one to four units."""
    works, abilities = [], []
    for index in range(chance.among(1, 1, 2)):
        name = f"w{index}"
        work = Work(
            id=name,
            demand_milli_fte=chance.among(1, 2, 2, 3, 4),
            teams=chance.some(TEAMS),
            split=not chance.rule(50),
            statutory=chance.rule(20),
            least_able=chance.among(1, 2) if chance.rule(40) else 0,
            weight=chance.among(1, 2, 3),
        )
        works.append(work)
        for role in chance.some(roles):
            abilities.append(Ability(role=role, work=name, share_permille=chance.among(1000, 1000, 1000, 500, 667)))
    return tuple(works), tuple(abilities)


def people_of(
    chance: Chance, roles: tuple[str, ...]
) -> tuple[tuple[Group, ...], tuple[Places, ...], tuple[Claim, ...]]:
    """One or two groups with claims on the places of some roles."""
    held = chance.some(roles)[:2]
    groups = tuple(Group(id=f"{role}s", people=chance.among(1, 1, 2, 2, 3)) for role in held)
    places = []
    for role in roles:
        if chance.of(20):
            places += [Places(id=f"{role}@{team}", role=role, teams=(team,)) for team in TEAMS]
        else:
            places.append(Places(id=f"{role}@all", role=role, teams=TEAMS, reserved=1 if chance.rule(15) else 0))
    claims = []
    for group in groups:
        for place in places:
            own = group.id == f"{place.role}s"
            if own or chance.of(40):
                rank = 0 if own else chance.among(1, 2, 4)
                claims.append(
                    Claim(
                        group=group.id,
                        places=place.id,
                        strength=rank if not own or chance.of(80) else 3,
                        moves_down=rank == 4,
                        changes_job=rank > 1,
                    )
                )
    return groups, tuple(places), tuple(claims)


def spans_of(chance: Chance) -> tuple[Span, ...]:
    """Sometimes one span over one team or both."""
    if not chance.rule(40):
        return ()
    least = chance.among(0, 1)
    return (Span(id="span", teams=chance.some(TEAMS), least=least, most=least + chance.among(1, 2)),)


def funding_of(chance: Chance, roles: tuple[str, ...], kinds: tuple[PostKind, ...]) -> tuple[FundingLine, ...]:
    """Sometimes two lines, of which one pays for some roles and has less in the second year."""
    if not chance.rule(35):
        return ()
    full = sum(kind.ceiling_pence[1] * kind.most for kind in kinds)
    general = full * chance.among(3, 4, 6) // 10
    grant = full * chance.among(1, 2, 4) // 10
    return (
        FundingLine(id="general", roles=roles, pence_by_year=(general, general)),
        FundingLine(id="grant", roles=chance.some(roles), pence_by_year=(grant, grant // 2)),
    )


def pin_of(chance: Chance, roles: tuple[str, ...]) -> Pin:
    """A demand for a post or a ban on more than one."""
    least, most = (1, None) if chance.of(50) else (0, chance.among(0, 1))
    return Pin(id="pin", teams=chance.some(TEAMS), roles=chance.some(roles), least=least, most=most)


def limits_of(chance: Chance, kinds: tuple[PostKind, ...]) -> Limits:
    """Each limit on some problems only, and then often one that bites."""
    full = sum(kind.ceiling_pence[1] * kind.most for kind in kinds)
    part = full * chance.among(4, 5, 7) // 10
    other = chance.among(0, 1) * STEP_PENCE
    return Limits(
        ceiling_pence=(None if chance.of(40) else part, part) if chance.rule(52) else (),
        other_pence=other,
        spare_milli_fte=chance.among(0, 1, 2) if chance.of(70) else None,
        least_teams_open=chance.among(1, 2) if chance.rule(30) else 0,
        most_teams_open=1 if chance.rule(27) else None,
        absorbed_milli_fte=chance.among(1, 2, 3) if chance.rule(37) else None,
        displaced=chance.among(0, 1, 2) if chance.rule(37) else None,
        exit_pence=STEP_PENCE * chance.among(1, 2),
        one_off_fixed_pence=chance.among(0, 1) * STEP_PENCE,
        one_off_pence=STEP_PENCE * chance.among(1, 2, 4) if chance.rule(32) else None,
        payback_months=chance.among(6, 12, 24) if chance.rule(32) else None,
        as_is_pence=full * chance.among(5, 7, 9) // 10,
        uncovered_weighted=chance.among(0, 2, 4) if chance.rule(24) else None,
        cost_pence=other + part if chance.rule(24) else None,
    )
