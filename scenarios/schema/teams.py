"""Sheet `teams`: the tree of pillars and teams, and who leads each.

Rules: design.md sections 3 (step 3) and 4 (span over each led-by group, absorbed management).
Change this when a team has to say something more about itself.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from scenarios.schema.columns import Column, Kind, Row
from scenarios.schema.figure import Figure
from scenarios.schema.texts import Name, Names

OWN_LEAD = "own lead"
OUTSIDE = "outside"


class Team(Row):
    """One team or pillar."""

    team: Annotated[Name, Column("team", Kind.NAME, about="Name of the team.")]
    parent: Annotated[Name | None, Column("parent", Kind.NAME, to="teams", about="Team or pillar it belongs to.")] = (
        None
    )
    locality: Annotated[Name | None, Column("locality", Kind.NAME, about="Where it works.")] = None
    state: Annotated[
        Literal["exists", "may open", "must close"],
        Column("state", Kind.CHOICE, about="exists, may open or must close."),
    ] = "exists"
    least_posts: Annotated[Figure | None, Column("least posts", Kind.COUNT, about="Fewest posts when it is open.")] = (
        None
    )
    most_posts: Annotated[Figure | None, Column("most posts", Kind.COUNT, about="Most posts.")] = None
    led_by: Annotated[
        Names,
        Field(min_length=1),
        Column(
            "led by",
            Kind.NAMES,
            to="teams",
            about="own lead, outside, or the teams that share one lead (; between); blank: own.",
        ),
    ] = (OWN_LEAD,)
    absorbed_milli_fte: Annotated[
        Figure | None,
        Column("absorbed fte", Kind.FTE, about="Management its lead outside the scope must absorb."),
    ] = None
