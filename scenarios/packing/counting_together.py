"""Several staff groups counted as one: its row, and the evaluated matches that hold for all of them.

A match stands for the groups together only where it was evaluated alike for each; else it is not evaluated, because no
other reading could be told from the numbers.
Change this when a staff group has to say something more.
"""

from __future__ import annotations

from collections.abc import Sequence

from scenarios.packing.counted import Counted
from scenarios.schema.figure import Figure
from scenarios.schema.groups import Group
from scenarios.schema.matches import Match
from scenarios.schema.sums import total
from scenarios.schema.texts import MAX_NAME_CHARACTERS

COUNTED_HERE = "counted together for this pack"
ROOM_FOR_A_NUMBER = 20


def counted_together(several: Sequence[Counted]) -> Group:
    """Return the row of groups counted together: its name, every title, and all their people."""
    groups = [each.group for each in several]
    name = " + ".join(each.name for each in several)
    if len(name) > MAX_NAME_CHARACTERS:
        name = f"{several[0].name[: MAX_NAME_CHARACTERS - ROOM_FOR_A_NUMBER]} + {len(several) - 1} more"
    titles = sorted({title for group in groups for title in group.titles})
    notice = {group.notice_weeks for group in groups}
    return Group(
        group=name,
        job_title=titles[0],
        also_titles=tuple(titles[1:]),
        employer=groups[0].employer,
        team=groups[0].team,
        people=total((each.people for each in several), COUNTED_HERE),
        notice_weeks=notice.pop() if len(notice) == 1 else None,
        priority=groups[0].priority,
    )


def matches_together(
    matches: Sequence[Match], together: Sequence[tuple[Group, tuple[Counted, ...]]], alone: Sequence[Counted]
) -> tuple[tuple[Match, ...], tuple[str, ...]]:
    """Return the matches that still stand, and the names of groups counted together some of whose matches do not.

    Args:
        matches: what was evaluated, by group or by today's role.
        together: each row of groups counted together, with those groups.
        alone: the groups that are not.
    """
    by = {(row.group, row.role): row for row in matches}
    needed = {name for each in alone for name in (each.name, *each.roles)}
    gone = {name for _, several in together for each in several for name in (each.name, *each.roles)} - needed
    found = [row for row in matches if row.group not in gone]
    differing = set()
    for group, several in together:
        for role in sorted({row.role for row in matches}):
            rows = [_match_of(each, role, by) for each in several]
            known = [row for row in rows if row is not None]
            if known and len(known) == len(rows) and len({_figure(row) for row in known}) == 1:
                found.append(known[0].model_copy(update={"group": group.group}))
            elif known:
                differing.add(group.group)
    return tuple(found), tuple(sorted(differing))


def _match_of(each: Counted, role: str, by: dict[tuple[str, str], Match]) -> Match | None:
    return next((by[name, role] for name in (each.name, *each.roles) if (name, role) in by), None)


def _figure(row: Match) -> Figure | None:
    return row.match_basis_points
