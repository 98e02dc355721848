"""Staff groups, places and claims of an arrangement, as the solver's nouns.

People who leave in any case, agency workers, people who go along with a post transferred out, and fixed terms that end
before the new structure starts are not placed and not displaced (domain-rules.md sections 6.2 and 11). People not known
are counted as one for each post, within their range where one is stated, and said to be.
Change this when another kind of people is left out, or places are told apart by more than role and team.
"""

from dataclasses import dataclass
from datetime import date

from scenarios.claims.strength import Job, Level, Standing, Terms, claim, ranks_of
from scenarios.compiling.arrangement import Arrangement
from scenarios.compiling.post_kinds import cells_of
from scenarios.schema.derive_groups import group_key, group_names
from scenarios.schema.derive_posts import goes_out, role_of_titles
from scenarios.schema.groups import Group
from scenarios.schema.posts import Post
from scenarios.schema.scenario import Scenario
from solver.problem import Claim, Places
from solver.problem import Group as StaffGroup


@dataclass(frozen=True)
class Staff:
    """A staff group as it enters the problem: the people to place, and whether their number is known.

    `leaving` are those who leave in any case, go with a transferred post, or whose fixed term ends first.
    """

    group: Group
    job: Job
    people: int
    leaving: int
    known: bool


@dataclass(frozen=True)
class People:
    """Groups, places and claims for the solver, and what stands behind each claim."""

    staff: tuple[Staff, ...]
    groups: tuple[StaffGroup, ...]
    places: tuple[Places, ...]
    claims: tuple[Claim, ...]
    standings: dict[tuple[str, str], Standing]


def staff(arrangement: Arrangement) -> tuple[Staff, ...]:
    """Every staff group of an arrangement with the people to place, in order of name."""
    scenario = arrangement.scenario
    start = arrangement.option.from_date or scenario.header.start_date
    titles, names = role_of_titles(scenario), group_names(scenario)
    teams = {team.team for team in scenario.teams}
    found = []
    for group in sorted(scenario.groups, key=lambda g: g.group):
        lines = [
            p for p in scenario.posts if p.contract != "agency" and names.get(group_key(p, scenario)) == group.group
        ]
        counted = None if group.people is None else group.people.value
        everyone = _one_each(group, lines, scenario) if counted is None else counted
        gone = sum(_people(p, scenario) for p in lines if _ends(p, start) or goes_out(p, teams))
        leaving = 0 if group.leaving is None else group.leaving.value or 0
        left = min(everyone, gone + leaving)
        found.append(Staff(group, _job(group, lines, titles), everyone - left, left, counted is not None))
    return tuple(found)


def people_of(arrangement: Arrangement, teams: tuple[str, ...], roles: set[str]) -> People:
    """Groups, places and claims of an arrangement, over the teams and roles that can have posts."""
    scenario = arrangement.scenario
    everyone = staff(arrangement)
    terms = Terms(scenario.policy, ranks_of(scenario.grades), scenario.header.authority)
    matches = {(row.group, row.role): row.match_basis_points for row in scenario.matches}
    places, claims, standings = [], [], {}
    reserved = {} if arrangement.option.kind == "no change" else _reserved(scenario)
    for role in sorted((r for r in scenario.roles if r.role in roles), key=lambda r: r.role):
        for one in _places(role.role, teams, reserved.get(role.role, 0), apart=bool(scenario.policy.selection_by_team)):
            places.append(one)
            for each in everyone:
                keys = [(each.group.group, role.role), *((own, role.role) for own in each.job.roles)]
                figure = next((matches[key] for key in keys if key in matches), None)
                match = None if figure is None else figure.value
                standing = claim(each.group, each.job, role, match=match, terms=terms)
                if standing is not None:
                    standing = _elsewhere(standing, each, one)
                    standings[each.group.group, one.id] = standing
                    claims.append(_claim(each.group.group, one.id, standing))
    return People(
        everyone,
        tuple(StaffGroup(id=s.group.group, people=s.people) for s in everyone),
        tuple(places),
        tuple(claims),
        standings,
    )


def _job(group: Group, lines: list[Post], titles: dict[str, str]) -> Job:
    moved = {p.change.to for p in lines if p.change is not None and p.change.kind == "re-designated"}
    roles = {*(titles.get(title, title) for title in group.titles), *(to for to in moved if to)}
    grades = {p.grade for p in lines}
    return Job(tuple(sorted(roles)), grades.pop() if len(grades) == 1 else None, group.employer)


def _people(post: Post, scenario: Scenario) -> int:
    if post.people is not None and post.people.value is not None:
        return post.people.value
    return sum(n for cell, n in cells_of(post, scenario).items() if not cell.held)


def _one_each(group: Group, lines: list[Post], scenario: Scenario) -> int:
    """One person for each post of a group whose people are not known, within the range stated for them, if any."""
    posts = sum(_people(p, scenario) for p in lines)
    bounds = None if group.people is None else group.people.bounds
    return posts if bounds is None else min(max(posts, bounds[0]), bounds[1])


def _ends(post: Post, start: date | None) -> bool:
    return post.until_date is not None and start is not None and post.until_date < start


def _reserved(scenario: Scenario) -> dict[str, int]:
    """Places kept by right, by role: they are on vacancies, so no change has none to keep."""
    return {row.role: row.places.value or 0 for row in scenario.reserved}


def _places(role: str, teams: tuple[str, ...], reserved: int, *, apart: bool) -> list[Places]:
    """One set of places a role; one a role and team where the authority says that selection is by team.

    A role with reserved places stays one set: whose they are is not known, so no team may be made to keep them.
    """
    if not apart or reserved:
        return [Places(id=role, role=role, teams=teams, reserved=reserved)]
    return [Places(id=f"{role} in {team}", role=role, teams=(team,)) for team in sorted(teams)]


def _elsewhere(standing: Standing, each: Staff, places: Places) -> Standing:
    """Where selection is by team, the own job in another team is a job at the same grade."""
    own_team = each.group.team
    if standing.level is Level.OWN_JOB and own_team is not None and own_team not in places.teams:
        return Standing(Level.SAME_GRADE, standing.priority, certain=False, down=standing.down)
    return standing


def _claim(group: str, places: str, standing: Standing) -> Claim:
    own = standing.level is Level.OWN_JOB
    return Claim(
        group=group,
        places=places,
        strength=standing.strength,
        moves_down=standing.down,
        changes_job=not own,
    )
