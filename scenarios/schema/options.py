"""Sheet `options`: the arrangements to compare, each an overlay on today.

Rules: design.md sections 3 (step 3) and 6 (standing). Titles, teams and work named by an option
must exist: an option cannot change what does not exist.
Change this when an option may change something more.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from scenarios.schema.columns import Column, Frozen, Kind, Row
from scenarios.schema.figure import Figure
from scenarios.schema.texts import Name, Names, Text

OptionKind = Literal["no change", "given", "designed"]
NO_CHANGE = "no change"
AS_PROPOSED = "as proposed"
DESIGNED = "designed"


class AbleChange(Frozen):
    """How much of its time a role may give to a work in one option."""

    role: Name = Field(description="Role that can do the work, or no longer can.")
    work: Name = Field(description="The work.")
    share_basis_points: Figure = Field(description="Share of its time a post may give, in basis points; 0: none.")


class Option(Row):
    """One option: no change, a structure given by hand, or one to design."""

    option: Annotated[Name, Column("option", Kind.NAME, about="Name of the option.")]
    kind: Annotated[OptionKind, Column("kind", Kind.CHOICE, about="no change, given or designed.")]
    title: Annotated[Text | None, Column("title", Kind.TEXT, about="What it is in short.")] = None
    proposed_by: Annotated[Name | None, Column("proposed by", Kind.NAME, about="Management, staff side or office.")] = (
        None
    )
    standing: Annotated[
        Literal["live", "set aside", "recommended"],
        Column("standing", Kind.CHOICE, about="live, set aside or recommended."),
    ] = "live"
    reason: Annotated[Text | None, Column("reason", Kind.TEXT, about="The author's reason for the standing.")] = None
    from_date: Annotated[date | None, Column("from", Kind.DATE, about="First day of the new structure.")] = None
    branches: Annotated[
        Names,
        Column("branches", Kind.NAMES, to="grade_branches", about="Grade branches it is worked out in."),
    ] = ()
    near: Annotated[
        Name | None, Column("near", Kind.NAME, to="options", about="Given option from which posts changed is counted.")
    ] = None
    against: Annotated[Name | None, Column("against", Kind.NAME, to="options", about="Given option to improve on.")] = (
        None
    )
    opens: Annotated[Names, Column("opens", Kind.NAMES, to="teams", about="Teams it opens.")] = ()
    closes: Annotated[Names, Column("closes", Kind.NAMES, to="teams", about="Teams it closes.")] = ()
    led_by: Annotated[
        Mapping[Name, Names],
        Column(
            "led by",
            Kind.NAMES_BY_NAME,
            to="teams",
            values_to="teams",
            about="TEAM = own lead, outside, or teams that share a lead (| between).",
        ),
    ] = Field(default_factory=dict)
    absorbed_milli_fte: Annotated[
        Figure | None,
        Column("absorbed fte", Kind.FTE, about="Management its leads outside must absorb."),
    ] = None
    roles_in_team: Annotated[
        Mapping[Name, Names],
        Column(
            "roles in team",
            Kind.NAMES_BY_NAME,
            to="teams",
            values_to="roles",
            about="TEAM = roles it may hold (| between); a team not named may hold any.",
        ),
    ] = Field(default_factory=dict)
    work_in_teams: Annotated[
        Mapping[Name, Names],
        Column(
            "work in teams",
            Kind.NAMES_BY_NAME,
            to="work",
            values_to="teams",
            about="WORK = teams it may sit in (| between).",
        ),
    ] = Field(default_factory=dict)
    able: Annotated[
        tuple[AbleChange, ...],
        Column("able", Kind.ABLE_CHANGES, about="ROLE | WORK = y, n or a share (; between)."),
    ] = ()
