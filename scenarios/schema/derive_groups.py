"""Derived staff groups: people holding the same job with the same employer.

Rules: design.md section 4. Not split by hours; by team only where the authority says that selection is by team.
Agency workers belong to no staff group. People not given are not known, never zero.
Change this when the authority may divide people in another way.
"""

from __future__ import annotations

from scenarios.schema.derive_posts import FROM_POSTS
from scenarios.schema.figure import Figure
from scenarios.schema.groups import Group
from scenarios.schema.posts import Post
from scenarios.schema.scenario import Scenario
from scenarios.schema.sums import total

Key = tuple[str, str | None, str | None]


def group_key(post: Post, scenario: Scenario) -> Key:
    """Return what tells the staff group of a post: title, employer, and team if selection is by team."""
    by_team = bool(scenario.policy.selection_by_team)
    return post.title, post.employer or scenario.header.authority, post.team if by_team else None


def group_names(scenario: Scenario) -> dict[Key, str]:
    """Return the name of the staff group of every post with employees, by its key.

    A group given by the planner keeps its name; else the name is the title, with employer and team only where the
    title alone would name two groups.
    """
    given: dict[Key, str] = {
        (title, group.employer or scenario.header.authority, group.team): group.group
        for group in scenario.groups
        for title in group.titles
    }
    keys = sorted(
        {group_key(post, scenario) for post in scenario.posts if post.contract != "agency"},
        key=lambda key: tuple(part or "" for part in key),
    )
    employers: dict[str, set[str | None]] = {}
    for title, employer, _ in keys:
        employers.setdefault(title, set()).add(employer)
    names: dict[Key, str] = {}
    for key in keys:
        title, employer, team = key
        name = f"{title} ({employer})" if len(employers[title]) > 1 else title
        names[key] = given.get(key, f"{name}, {team}" if team is not None else name)
    return names


def derive_groups(scenario: Scenario) -> tuple[Group, ...]:
    """Return the groups given, filled with people from posts where blank, then those only posts make."""
    names = group_names(scenario)
    counts: dict[Key, list[Figure | None]] = {}
    for post in scenario.posts:
        if post.contract != "agency":
            counts.setdefault(group_key(post, scenario), []).append(post.people)
    people = {names[key]: total(figures, FROM_POSTS) for key, figures in counts.items()}
    given = {group.group for group in scenario.groups}
    filled = (
        group.model_copy(update={"people": people[group.group]})
        if group.people is None and group.group in people
        else group
        for group in scenario.groups
    )
    derived = (
        Group(group=name, job_title=key[0], employer=key[1], team=key[2], people=people[name], source=FROM_POSTS)
        for key, name in names.items()
        if name not in given
    )
    return (*filled, *derived)
