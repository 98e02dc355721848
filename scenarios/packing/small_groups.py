"""Staff groups too small to be told: merged with like ones until they are large enough, else without their number.

Small ones of a kind are counted together; where that is still too few, or as many as their posts, the next smallest of
that kind joins. A group with none to join loses its number: the tool then counts one person for each of its posts,
which are no secret. Where the lines of a group have small numbers, they lose them all, noughts too, because the total
less the others would tell; where there are as many people as posts, each line is full, so no such total is told, be it
of one group or of several.
People who leave in any case are taken off, as theirs is a small number as a rule, and an
end of a range that is small goes with the range.
Change this when groups are merged by another likeness.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from scenarios.packing.counted import Counted, counted, is_small, may_be_told, threshold, without_small_end
from scenarios.packing.counting_together import counted_together, matches_together
from scenarios.schema.figure import UNKNOWN, Figure
from scenarios.schema.groups import Group
from scenarios.schema.posts import Post
from scenarios.schema.scenario import Scenario

Counting = TypeVar("Counting", Group, Post)


@dataclass(frozen=True)
class Merging:
    """What became of the staff groups: those counted together, by their new name; those without a number any more.

    `lines` names groups that keep their number, while the lines of their posts lose theirs; `matches` names those
    counted together whose evaluated matches differ, so that none of them stands any more.
    """

    below: int
    together: tuple[tuple[str, tuple[str, ...]], ...] = ()
    hidden: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()


def merged(scenario: Scenario) -> tuple[Scenario, Merging]:
    """Return a scenario in which no count of people is small, and what was done for that.

    Args:
        scenario: a scenario without faults, its sources taken out.
    """
    below = threshold(scenario)
    every = counted(scenario)
    small = [each for each in every if is_small(each.people, below) or _hides_lines(scenario, each, below)]
    several = _together(scenario, every, below)
    joined = {each.name for group in several for each in group}
    apart = [each for each in every if each.name not in joined]
    hidden = [
        each for each in apart if each in small and (not may_be_told(each.people, below) or _full(scenario, [each]))
    ]
    lines = [each for each in apart if each not in hidden and (each in small or each.group.leaving is not None)]
    rows = [counted_together(group) for group in several]
    matches, differing = matches_together(scenario.matches, tuple(zip(rows, several, strict=True)), apart)
    blank = {index for each in (*lines, *(one for group in several for one in group)) for index in each.lines}
    unknown = {index for each in hidden for index in each.lines}
    groups = (*(row for each in apart if (row := _row(scenario, each, hidden, lines)) is not None), *rows)
    posts = (
        _line(post, None if index in blank else UNKNOWN, below) if index in blank | unknown or _outside(post) else post
        for index, post in enumerate(scenario.posts)
    )
    update = {
        "groups": tuple(_without_small_ends(group, below) for group in groups),
        "posts": tuple(_without_small_ends(post, below) for post in posts),
        "matches": matches,
    }
    told = Merging(
        below,
        tuple((row.group, tuple(each.name for each in group)) for row, group in zip(rows, several, strict=True)),
        tuple(each.name for each in hidden),
        tuple(each.name for each in lines),
        differing,
    )
    return scenario.model_copy(update=update), told


def _hides_lines(scenario: Scenario, each: Counted, below: int) -> bool:
    return any(is_small(scenario.posts[index].people, below) for index in each.lines)


def _full(scenario: Scenario, several: Sequence[Counted]) -> bool:
    """Whether groups have as many people as posts, so that their total tells the people of each line."""
    posts = [scenario.posts[index].posts for each in several for index in each.lines]
    return _people(several) == sum(number.value or 0 for number in posts if number is not None)


def _together(scenario: Scenario, every: Sequence[Counted], below: int) -> list[tuple[Counted, ...]]:
    """Return which groups are counted together: those too small of a kind, and more of it until they may be told."""

    def telling(several: Sequence[Counted]) -> bool:
        return _people(several) < below or _full(scenario, several)

    found = []
    for like in sorted({each.like for each in every if each.like is not None}):
        kin = sorted((each for each in every if each.like == like and each.people.value), key=_size)
        taken = [each for each in kin if is_small(each.people, below)]
        others = [each for each in kin if each not in taken]
        while taken and others and telling(taken):
            taken.append(others.pop(0))
        if len(taken) > 1 and not telling(taken):
            found.append(tuple(sorted(taken, key=lambda each: each.name)))
    return found


def _size(each: Counted) -> tuple[int, str]:
    return each.people.value or 0, each.name


def _people(several: Sequence[Counted]) -> int:
    return sum(each.people.value or 0 for each in several)


def _row(scenario: Scenario, each: Counted, hidden: Sequence[Counted], lines: Sequence[Counted]) -> Group | None:
    """Return the row of a group that stands alone; None where it needs none, because its lines say all."""
    stated = next((group for group in scenario.groups if group.group == each.name), None)
    if each in hidden:
        return None if stated is None else stated.model_copy(update={"people": UNKNOWN, "leaving": None})
    if each in lines:
        return each.group.model_copy(update={"people": each.people, "leaving": None, "source": None})
    return stated


def _without_small_ends(row: Counting, below: int) -> Counting:
    return row.model_copy(update={"people": without_small_end(row.people, below)})


def _outside(post: Post) -> bool:
    """Whether the people of a line belong to no staff group: they are not employed."""
    return post.contract == "agency"


def _line(post: Post, instead: Figure | None, below: int) -> Post:
    """Return a line of posts whose number of people is gone, where it is one that may tell; nought tells too."""
    own = post.people
    if own is None or (_outside(post) and not is_small(own, below)):
        return post
    return post.model_copy(update={"people": instead})
