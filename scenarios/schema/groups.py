"""Sheet `groups`: staff groups, as numbers of people.

Rules: design.md sections 1 (limits on what it sees) and 4 (staff group). Left out, groups are
derived from `posts`. No field can hold a person.
Change this when a staff group has to say something more.
"""

from __future__ import annotations

from typing import Annotated

from scenarios.schema.columns import Column, Kind, Row
from scenarios.schema.figure import Figure
from scenarios.schema.texts import Name, Names


class Group(Row):
    """One staff group: people holding the same job with the same employer."""

    group: Annotated[Name, Column("group", Kind.NAME, about="Name of the staff group.")]
    job_title: Annotated[
        Name, Column("job title", Kind.NAME, to="titles", about="Title in `posts` that its people hold.")
    ]
    also_titles: Annotated[
        Names,
        Column(
            "also",
            Kind.NAMES,
            to="titles",
            about="Further titles whose people are counted in it, where fewer would tell who they are.",
        ),
    ] = ()
    employer: Annotated[Name | None, Column("employer", Kind.NAME, about="Who employs; blank: the authority.")] = None
    team: Annotated[
        Name | None,
        Column("team", Kind.NAME, to="teams", about="Only where selection is by team."),
    ] = None
    people: Annotated[Figure | None, Column("people", Kind.COUNT, about="People in it; ? when not known.")] = None
    notice_weeks: Annotated[Figure | None, Column("notice weeks", Kind.COUNT, about="Notice the contract gives.")] = (
        None
    )
    priority: Annotated[
        int | None,
        Column("priority", Kind.WHOLE, about="Redeployment order the authority names; 1 first."),
    ] = None
    leaving: Annotated[Figure | None, Column("leaving", Kind.COUNT, about="People leaving in any case.")] = None

    @property
    def titles(self) -> tuple[str, ...]:
        """Every title in `posts` that its people hold."""
        return (self.job_title, *self.also_titles)
