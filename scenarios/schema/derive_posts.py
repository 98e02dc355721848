"""Derived from the lists of posts: the size of a line, its team, the teams and the roles.

Rules: design.md section 3. Teams and roles come from `posts` and `proposed` where their own sheets say nothing.
Change this when a team or role can be known from posts in another way.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from fractions import Fraction

from scenarios.schema.columns import Row
from scenarios.schema.figure import Figure
from scenarios.schema.posts import Post, PostLine
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from scenarios.schema.sums import derived, total
from scenarios.schema.teams import Team

WHOLE_SERVICE = "Whole service"
FULL_TIME_MILLI_FTE = 1000
FROM_POSTS = "worked out from posts"
FROM_LINES = "worked out from posts and proposed"


def lines_of(scenario: Scenario) -> tuple[PostLine, ...]:
    """Return every line of posts, today's first."""
    return (*scenario.posts, *scenario.proposed)


def size_of(line: PostLine) -> Figure | None:
    """Return the FTE of a line in thousandths: as given, or one full-time post each; None when neither is."""
    if line.milli_fte is not None or line.posts is None:
        return line.milli_fte
    value, bounds = line.posts.value, line.posts.bounds
    return derived(
        None if value is None else value * FULL_TIME_MILLI_FTE,
        None if bounds is None else (bounds[0] * FULL_TIME_MILLI_FTE, bounds[1] * FULL_TIME_MILLI_FTE),
        FROM_POSTS,
    )


def goes_out(post: Post, teams: Set[str]) -> bool:
    """Whether a post is transferred out of the case: its work, its people and its cost go along.

    Args:
        post: a line of today's posts.
        teams: every team of the case, those only posts name included.
    """
    return post.change is not None and post.change.kind == "transferred" and post.change.to not in teams


def whole_team(scenario: Scenario) -> str:
    """Return the team of posts that name none: the one top of the tree, or the whole service."""
    tops = [team.team for team in scenario.teams if team.parent is None]
    return tops[0] if len(tops) == 1 else WHOLE_SERVICE


def with_team(scenario: Scenario) -> Scenario:
    """Return the scenario with a team on every line of posts."""
    team = whole_team(scenario)

    def placed(lines: Iterable[Row]) -> tuple[Row, ...]:
        return tuple(
            line.model_copy(update={"team": team}) if isinstance(line, PostLine) and line.team is None else line
            for line in lines
        )

    return scenario.model_copy(update={"posts": placed(scenario.posts), "proposed": placed(scenario.proposed)})


def derive_teams(scenario: Scenario) -> tuple[Team, ...]:
    """Return the teams given, then those only posts name: today's exist, proposed ones may open."""
    given = {team.team for team in scenario.teams}
    today = {post.team for post in scenario.posts if post.team is not None} - given
    later = {line.team for line in scenario.proposed if line.team is not None} - given - today
    return (
        *scenario.teams,
        *(Team(team=name, source=FROM_POSTS) for name in sorted(today)),
        *(Team(team=name, state="may open", source=FROM_LINES) for name in sorted(later)),
    )


def role_of_titles(scenario: Scenario) -> dict[str, str]:
    """Return the role of each job title: the role that lists it, else the title itself."""
    listed = {title: role.role for role in scenario.roles for title in role.job_titles}
    named = {line.title for line in lines_of(scenario)}
    return {title: listed.get(title, title) for title in sorted(named | {*listed})}


def role_names(scenario: Scenario) -> set[str]:
    """Return every role there is: given, named by a line of posts, or that posts are re-designated to."""
    moved = {
        post.change.to for post in scenario.posts if post.change is not None and post.change.kind == "re-designated"
    }
    return {role.role for role in scenario.roles} | {*role_of_titles(scenario).values()} | {to for to in moved if to}


def printed_cost(lines: Iterable[PostLine]) -> tuple[Figure, Figure] | None:
    """Return the pence and thousandths of an FTE that lines with one unit cost come to, or None.

    None when no line prints both, or when two lines print different costs for one FTE: no cost is chosen for the
    planner.
    """
    priced = [(line.cost_pence, size_of(line)) for line in lines]
    both = [(cost, fte) for cost, fte in priced if cost is not None and cost.known and fte is not None and fte.value]
    if not both or len({Fraction(cost.value or 0, fte.value or 1) for cost, fte in both}) > 1:
        return None
    return total((cost for cost, _ in both), FROM_LINES), total((fte for _, fte in both), FROM_LINES)


def _one(values: Iterable[str | None]) -> str | None:
    """Return the one value that all agree on, or None."""
    given = {value for value in values if value is not None}
    return given.pop() if len(given) == 1 else None


def derive_roles(scenario: Scenario) -> tuple[Role, ...]:
    """Return the roles given, filled from their lines of posts, then those only posts name.

    Grade, employer and cost are filled where blank and where all lines agree (lines of one grade branch are left
    out). A role manages when a proposed line reports to it.
    """
    titles = role_of_titles(scenario)
    lines: dict[str, list[PostLine]] = {name: [] for name in sorted(role_names(scenario))}
    for line in lines_of(scenario):
        lines[titles[line.title]].append(line)
    leads = {titles.get(line.reports_to, line.reports_to) for line in scenario.proposed if line.reports_to is not None}
    given = {role.role: role for role in scenario.roles}
    named = (Role(role=name, manages=name in leads, source=FROM_LINES) for name in lines if name not in given)
    return tuple(_filled(role, lines[role.role]) for role in (*scenario.roles, *named))


def _filled(role: Role, lines: list[PostLine]) -> Role:
    """Return the role with what its lines of posts agree on."""
    settled = [line for line in lines if getattr(line, "branch", None) is None]
    today = [line for line in settled if isinstance(line, Post)]
    update: dict[str, object] = {}
    if role.grade is None and "grade" not in role.unknown:
        update["grade"] = _one(line.grade for line in settled)
    if role.employer is None and "employer" not in role.unknown:
        update["employer"] = _one(line.employer for line in settled)
    cost = printed_cost(today) or printed_cost(settled)
    if role.cost_pence is None and cost is not None:
        update |= {"cost_pence": cost[0], "cost_milli_fte": cost[1]}
        update["price_base"] = _one(line.price_base for line in (today or settled))
    return role.model_copy(update=update)
