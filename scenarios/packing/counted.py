"""The staff groups of a case with the people to be placed, and which of them are alike.

Alike are groups of one employer, grade and priority, whose posts have the same settled changes, and of one team where
selection is by team: by grade they have the same claims. A number of people is small when it is above nought and below
the policy's threshold (scenarios/schema/small_numbers.py). Source: domain-rules.md section 17.3.
Change this when groups are alike for another reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from scenarios.schema.derive_groups import derive_groups, group_key, group_names
from scenarios.schema.derive_posts import derive_roles, role_of_titles, with_team
from scenarios.schema.figure import UNKNOWN, Figure
from scenarios.schema.groups import Group
from scenarios.schema.scenario import Scenario
from scenarios.schema.small_numbers import is_small as is_small_number
from scenarios.schema.small_numbers import told_from
from scenarios.schema.sums import worked_out

LEFT_OFF = "less those who leave in any case"


@dataclass(frozen=True)
class Counted:
    """A staff group with the people to be placed, the lines of its posts by index, and its own roles.

    `like` is what another group has to share to be like it; None where its grade is not known.
    """

    group: Group
    people: Figure
    lines: tuple[int, ...]
    roles: tuple[str, ...]
    like: tuple[str, ...] | None

    @property
    def name(self) -> str:
        """Its name."""
        return self.group.group


def threshold(scenario: Scenario) -> int:
    """Return the number of people from which a count may be told."""
    return told_from(scenario.policy)


def counted(scenario: Scenario) -> tuple[Counted, ...]:
    """Return every staff group with the people to be placed and what makes another like it, in order of name."""
    placed = with_team(scenario)
    names, titles = group_names(placed), role_of_titles(placed)
    grades = {role.role: role.grade for role in derive_roles(placed)}
    found = []
    for group in sorted(derive_groups(placed), key=lambda each: each.group):
        lines = tuple(
            index
            for index, post in enumerate(placed.posts)
            if post.contract != "agency" and names[group_key(post, placed)] == group.group
        )
        roles = tuple(sorted({titles.get(title, title) for title in group.titles}))
        posts = [placed.posts[index] for index in lines]
        grade = _one({post.grade or grades.get(titles[post.title]) for post in posts})
        changes = "; ".join(sorted({"" if post.change is None else post.change.kind for post in posts}))
        priority = "" if group.priority is None else str(group.priority)
        employer = group.employer or placed.header.authority
        like = None if grade is None else (employer, grade, priority, group.team or "", changes)
        found.append(Counted(group, _to_place(group), lines, roles, like))
    return tuple(found)


def _one(values: Iterable[str | None]) -> str | None:
    """Return the one value there is; None where there are several or it is not known."""
    several = {*values}
    return several.pop() if len(several) == 1 else None


def _to_place(group: Group) -> Figure:
    """Return the people of a group without those who leave in any case."""
    people = UNKNOWN if group.people is None else group.people
    if group.leaving is None or not group.leaving.known or not people.known:
        return people
    return worked_out((people, group.leaving), lambda all_, leaving: Fraction(max(0, all_ - leaving)), LEFT_OFF)


def is_small(figure: Figure | None, below: int) -> bool:
    """Return whether a number of people is above nought and below what may be told; of a bare range, either end."""
    if figure is None:
        return False
    numbers = figure.bounds or () if figure.value is None else (figure.value,)
    return any(is_small_number(number, below) for number in numbers)


def may_be_told(figure: Figure, below: int) -> bool:
    """Return whether a number of people is known and large enough to be told."""
    return figure.known and not is_small(figure, below)


def without_small_end(figure: Figure | None, below: int) -> Figure | None:
    """Return a number of people without its range, where an end of that is too small to be told."""
    if figure is None or figure.value is None or figure.low is None or not 0 < figure.low < below:
        return figure
    return figure.model_copy(update={"low": None, "high": None})
