"""Sheet `proposed`: structures given by hand.

Rules: design.md section 3, step 1. Nothing about today's work is ever derived from it.
Change this when a proposed line has to say something more.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from scenarios.schema.columns import Column, Kind
from scenarios.schema.posts import PostLine
from scenarios.schema.texts import Name


class ProposedPost(PostLine):
    """One line of a structure given by hand, with the option it belongs to."""

    option: Annotated[Name, Column("option", Kind.NAME, to="options", about="Option the line belongs to.")] = (
        "as proposed"
    )
    branch: Annotated[
        Name | None,
        Column(
            "branch",
            Kind.NAME,
            to="grade_branches",
            about="Grade branch in which the line holds; blank: in every branch.",
        ),
    ] = None
    from_date: Annotated[date | None, Column("from", Kind.DATE, about="First day the posts exist.")] = None
    reports_to: Annotated[Name | None, Column("reports to", Kind.NAME, about="Title of the post it reports to.")] = None
