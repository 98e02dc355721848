"""By which fields a row of each sheet is known again in another case, and what it is called.

A row is looked for by the first set of fields, then by the next, which asks for less: a post by its number, then by
title, team and grade, then by title alone, so that a post that moved to another team is a change and not a loss and a
gain.
Rules: design.md section 3 (what names a row on each sheet).
Change this when a sheet is added, or its rows get another name.
"""

from __future__ import annotations

from collections.abc import Iterable

from scenarios.schema.case import SEALED_SHEETS
from scenarios.schema.columns import Row
from scenarios.schema.scenario import SHEETS

NUMBER = "post_number"
"""Two rows that both have a number, and not the same, are two posts whatever else they share."""

Fields = tuple[str, ...]

KNOWN_BY: dict[str, tuple[Fields, ...]] = {
    "posts": (
        (NUMBER,),
        ("title", "team", "grade", "employer", "contract", "funding"),
        ("title", "team", "grade"),
        ("title", "team"),
        ("title",),
    ),
    "proposed": (
        ("option", "branch", NUMBER),
        ("option", "branch", "title", "team", "grade"),
        ("option", "branch", "title", "team"),
        ("option", "branch", "title"),
        ("option", "title"),
    ),
    "work": (("work",),),
    "able": (("role",),),
    "teams": (("team",),),
    "grades": (("grade", "pay_system", "employer", "valid_from"), ("grade", "valid_from"), ("grade",)),
    "grade_branches": (("branch", "role"),),
    "roles": (("role",),),
    "groups": (("group",),),
    "matches": (("group", "role"),),
    "reserved": (("role",),),
    "elsewhere": (("role", "service", "grade"), ("role", "service"), ("role",)),
    "funding": (("line", "year"), ("line",)),
    "cost_centres": (("cost_centre",),),
    "other_costs": (("what", "option", "year"), ("what", "option"), ("what",)),
    "options": (("option",),),
    "quoted": (("what", "where", "option", "branch", "year"), ("what", "where"), ("what",)),
    "calendar": (("step",),),
    "service": (("group", "age_low", "age_high", "service_years"),),
    "equality": (("characteristic", "value", "group"),),
}
CALLED: dict[str, Fields] = {
    "posts": (NUMBER, "title", "team"),
    "proposed": (NUMBER, "title", "team", "option", "branch"),
    "grades": ("grade", "valid_from"),
    "elsewhere": ("role", "service"),
    "other_costs": ("what", "option"),
    "quoted": ("what", "where"),
}
"""What a row is called where that is not simply the fields it is first known by."""

ROW_SHEETS: dict[str, type[Row]] = {**SHEETS, **SEALED_SHEETS}


def name_of(sheet: str, row: Row) -> str:
    """Return what a planner calls a row: "Housing Adviser, North"."""
    fields: Iterable[str] = CALLED.get(sheet, KNOWN_BY[sheet][0])
    return ", ".join(str(value) for field in fields if (value := getattr(row, field)) is not None)


def key_of(row: Row, fields: Fields) -> Fields | None:
    """Return what a row is known by, or None where it does not have the number that is asked for."""
    values = [getattr(row, field) for field in fields]
    if NUMBER in fields and values[fields.index(NUMBER)] is None:
        return None
    return tuple("" if value is None else str(value) for value in values)
