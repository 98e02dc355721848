"""Sheet `posts`: the establishment today (and what it shares with `proposed`).

Rules: design.md section 3, step 1; domain-rules.md sections 10, 11 and 15 (posts, FTE, people and
occupied FTE are four measures). Line totals are kept as printed.
Change this when a list of posts has to say something more about a post.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from scenarios.schema.columns import Column, Frozen, Kind, Row
from scenarios.schema.figure import Figure
from scenarios.schema.texts import Name

ChangeKind = Literal["retained", "re-designated", "transferred", "deleted", "held"]
Contract = Literal["permanent", "fixed-term", "agency"]


class PostChange(Frozen):
    """What is already settled about a post: kept, re-designated, transferred, deleted or held."""

    kind: ChangeKind = Field(description="retained, re-designated, transferred, deleted or held.")
    to: Name | None = Field(default=None, description="Role it is re-designated to, or team it is transferred to.")

    @model_validator(mode="after")
    def _target_when_it_moves(self) -> Self:
        if (self.kind in {"re-designated", "transferred"}) != (self.to is not None):
            raise ValueError("say where to for re-designated and transferred, and only for them")
        return self


class PostLine(Row):
    """What a line of posts says, today or proposed."""

    post_number: Annotated[
        Name | None, Column("post number", Kind.NAME, about="The authority's number of the post.")
    ] = None
    title: Annotated[Name, Column("title", Kind.NAME, about="Job title: today it names the role.")]
    team: Annotated[
        Name | None,
        Column("team", Kind.NAME, to="teams", about="Team the posts sit in; blank: whole service."),
    ] = None
    grade: Annotated[Name | None, Column("grade", Kind.NAME, to="grades", about="Grade as in the source.")] = None
    posts: Annotated[Figure | None, Column("posts", Kind.COUNT, about="Number of established posts.")] = None
    milli_fte: Annotated[Figure | None, Column("fte", Kind.FTE, about="Established FTE of the whole line.")] = None
    cost_pence: Annotated[
        Figure | None,
        Column("cost", Kind.MONEY, about="Yearly cost of the whole line, as printed."),
    ] = None
    price_base: Annotated[
        Name | None,
        Column("price base", Kind.NAME, about="Prices the cost is at; blank: the scenario's."),
    ] = None
    funding: Annotated[Name | None, Column("funding", Kind.NAME, to="funding", about="Funding line that pays.")] = None
    cost_centre: Annotated[
        Name | None,
        Column("cost centre", Kind.NAME, to="cost_centres", about="Budget the cost stands in."),
    ] = None
    employer: Annotated[Name | None, Column("employer", Kind.NAME, about="Who employs; blank: the authority.")] = None
    until_date: Annotated[date | None, Column("until", Kind.DATE, about="Last day of a post for a fixed term.")] = None
    counts_to_ceiling: Annotated[
        bool,
        Column("counts to ceiling", Kind.YES_NO, about="Whether the cost counts to the ceiling."),
    ] = True
    contract: Annotated[Contract, Column("contract", Kind.CHOICE, about="Contract of the people in the posts.")] = (
        "permanent"
    )


class Post(PostLine):
    """One line of today's establishment."""

    people: Annotated[Figure | None, Column("people", Kind.COUNT, about="People in the posts; ? when not known.")] = (
        None
    )
    occupied_milli_fte: Annotated[
        Figure | None,
        Column("occupied fte", Kind.FTE, about="Contracted FTE of the people in the posts."),
    ] = None
    change: Annotated[
        PostChange | None,
        Column(
            "change",
            Kind.POST_CHANGE,
            about="retained, re-designated to ROLE, transferred to TEAM, deleted or held; "
            "blank: for the design to decide.",
        ),
    ] = None
    since_date: Annotated[
        date | None,
        Column("since", Kind.DATE, about="First day of the first fixed term, where one has followed another."),
    ] = None
