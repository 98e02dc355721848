"""Sheet `policy`: what one authority's own rules say; one file may serve several of its cases.

Rules: design.md section 3 (step 3); domain-rules.md sections 3, 6, 7, 8. Every field is blank
(None) until the authority's figure is known: never another council's.
Change this when an authority's policy can bear on an answer in a new way.
"""

from __future__ import annotations

from typing import Annotated, Literal

from scenarios.schema.columns import Column, Kind, Row
from scenarios.schema.figure import Figure
from scenarios.schema.texts import Name, Text


class Policy(Row):
    """An authority's policy on change; what is not known stays None."""

    name: Annotated[Text | None, Column("name", Kind.TEXT, about="Which policy it is, and its version.")] = None
    slot_in_basis_points: Annotated[
        Figure | None, Column("slot-in match", Kind.PERCENT, about="Least match for a slot-in.")
    ] = None
    ring_fence_basis_points: Annotated[
        Figure | None,
        Column("ring-fence match", Kind.PERCENT, about="Least match for a ring-fence."),
    ] = None
    grades_down: Annotated[
        Figure | None, Column("grades down", Kind.COUNT, about="Most grades a person may go down.")
    ] = None
    grades_up: Annotated[Figure | None, Column("grades up", Kind.COUNT, about="Most grades a person may go up.")] = None
    up_allowed: Annotated[
        bool | None, Column("up allowed", Kind.YES_NO, about="Whether at risk may go up a grade.")
    ] = None
    selection_by_team: Annotated[
        bool | None, Column("selection by team", Kind.YES_NO, about="Whether teams are apart.")
    ] = None
    protection_months: Annotated[
        Figure | None, Column("protection months", Kind.COUNT, about="How long pay is protected.")
    ] = None
    protection_basis_points: Annotated[
        Figure | None,
        Column("protection share", Kind.PERCENT, about="Share of the difference that is protected."),
    ] = None
    protection_limit_basis_points: Annotated[
        Figure | None,
        Column("protection limit", Kind.PERCENT, about="Most protected, as a share of old pay."),
    ] = None
    redundancy_multiplier_hundredths: Annotated[
        Figure | None,
        Column("redundancy multiplier", Kind.HUNDREDTHS, about="Times the statutory weeks."),
    ] = None
    redundancy_pay: Annotated[
        Literal["actual", "capped"] | None,
        Column("redundancy pay", Kind.CHOICE, about="A week's pay: actual, or capped by law."),
    ] = None
    redundancy_ceiling_weeks: Annotated[
        Figure | None,
        Column("redundancy ceiling weeks", Kind.COUNT, about="Most weeks paid to one person."),
    ] = None
    notice_weeks: Annotated[Figure | None, Column("notice weeks", Kind.COUNT, about="Notice contracts give.")] = None
    section_188_establishment: Annotated[
        Name | None,
        Column("section 188 establishment", Kind.NAME, about="Unit the count is taken over."),
    ] = None
    section_188_elsewhere: Annotated[
        Figure | None,
        Column(
            "section 188 elsewhere",
            Kind.COUNT,
            about="Other proposed dismissals in the same establishment and 90 days.",
        ),
    ] = None
    consultation_days: Annotated[
        Figure | None,
        Column("consultation days", Kind.COUNT, about="Least days of consultation, however few are at risk."),
    ] = None
    response_days: Annotated[
        Figure | None,
        Column("response days", Kind.COUNT, about="Days to answer what was said, and to settle the structure."),
    ] = None
    evaluation_days: Annotated[
        Figure | None, Column("evaluation days", Kind.COUNT, about="Days that job evaluation takes.")
    ] = None
    ring_fence_days: Annotated[
        Figure | None,
        Column("ring-fence days", Kind.COUNT, about="Days from slotting in to the last interview in a ring-fence."),
    ] = None
    appeal_days: Annotated[Figure | None, Column("appeal days", Kind.COUNT, about="Working days to appeal.")] = None
    suppress_below: Annotated[
        Figure | None,
        Column("suppress below", Kind.COUNT, about="Counts of people below this are not shown."),
    ] = None
