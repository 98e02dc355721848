"""Sheet `roles`: job profiles, today's and future ones.

Rules: design.md section 3 (step 3). Left out, roles are derived from the titles of posts.
Change this when a role has to say something more about itself.
"""

from __future__ import annotations

from typing import Annotated

from scenarios.schema.columns import Column, Kind, Row
from scenarios.schema.figure import Figure, default_figure
from scenarios.schema.texts import Name, Names


class Role(Row):
    """One role."""

    role: Annotated[Name, Column("role", Kind.NAME, about="Name of the role.")]
    grade: Annotated[Name | None, Column("grade", Kind.NAME, to="grades", about="Grade; blank: not settled.")] = None
    standard_milli_fte: Annotated[Figure, Column("standard fte", Kind.FTE, about="Size of one established post.")] = (
        default_figure(1000)
    )
    employer: Annotated[Name | None, Column("employer", Kind.NAME, about="Who employs; blank: the authority.")] = None
    weekly_minutes: Annotated[Figure | None, Column("weekly hours", Kind.HOURS, about="Hours of a full week.")] = None
    direct_basis_points: Annotated[
        Figure | None,
        Column("direct share", Kind.PERCENT, about="Share of its time for the work listed."),
    ] = None
    manages: Annotated[bool, Column("manages", Kind.YES_NO, about="Whether it leads a team.")] = False
    least: Annotated[Figure | None, Column("least", Kind.COUNT, about="Fewest posts of it in an option.")] = None
    most: Annotated[Figure | None, Column("most", Kind.COUNT, about="Most posts of it in an option.")] = None
    protected: Annotated[bool, Column("protected", Kind.YES_NO, about="Whether its posts must stay as they are.")] = (
        False
    )
    family: Annotated[Name | None, Column("family", Kind.NAME, about="Job family: what roles are alike in kind.")] = (
        None
    )
    teams: Annotated[
        Names,
        Column("teams", Kind.NAMES, to="teams", about="Teams it may sit in; blank: any team."),
    ] = ()
    job_titles: Annotated[Names, Column("job titles", Kind.NAMES, about="Titles in `posts` that are this role.")] = ()
    cost_pence: Annotated[
        Figure | None,
        Column("cost", Kind.MONEY, about="Yearly cost of `cost fte` of it, where printed."),
    ] = None
    cost_milli_fte: Annotated[Figure, Column("cost fte", Kind.FTE, about="FTE the cost is for.")] = default_figure(1000)
    price_base: Annotated[Name | None, Column("price base", Kind.NAME, about="Prices the cost is at.")] = None
