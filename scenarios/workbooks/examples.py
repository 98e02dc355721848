"""One example row for each sheet of a blank workbook; together they are a small case that loads.

Made up. A blank workbook shows each with a mark that keeps it from being read (scenarios/reading/workbook_layout.py).
Change this when a sheet gets a column that a beginner should see filled.
"""

from __future__ import annotations

from collections.abc import Mapping

JOB_TITLES = ("JOB TITLE 1", "JOB TITLE 2")
"""Stand in blank workbooks where the header of a column is to name a job title."""
WORKS = ("WORK 1", "WORK 2")

EXAMPLE_ROWS: Mapping[str, Mapping[str, str]] = {
    "posts": {
        "title": "Housing Adviser",
        "team": "North",
        "grade": "Grade 6",
        "posts": "12",
        "fte": "11.6",
        "people": "~11 (10..12)",
        "cost": "487200",
        "source": "structure chart, page 2",
    },
    "proposed": {
        "option": "as proposed",
        "title": "Housing Adviser",
        "team": "North",
        "grade": "Grade 6",
        "posts": "10",
        "fte": "9.6",
        "cost": "403200",
        "source": "draft report, paragraph 12",
    },
    "work": {
        "work": "Casework",
        f"share: {JOB_TITLES[0]}": "~60% (50%..70%)",
        "happens": "~-20% (-30%..0%)",
        "statutory": "y",
        "least": "2",
        "source": "time diary of a week in May",
    },
    "able": {"role": "Housing Adviser", f"work: {WORKS[0]}": "y"},
    "teams": {"team": "North", "state": "exists", "least posts": "3", "led by": "own lead"},
    "grades": {"grade": "Grade 6", "pay system": "NJC", "rank": "6", "all-in cost": "42000", "price base": "2025/26"},
    "grade_branches": {"branch": "advisers at Grade 6", "role": "Housing Adviser", "grade": "Grade 6"},
    "roles": {
        "role": "Housing Adviser",
        "grade": "Grade 6",
        "standard fte": "1",
        "direct share": "~80% (75%..85%)",
        "manages": "n",
    },
    "groups": {"group": "Advisers", "job title": "Housing Adviser", "people": "~11 (10..12)"},
    "matches": {"group": "Advisers", "role": "Housing Adviser", "match": "100%", "judged by": "evaluation panel"},
    "reserved": {"role": "Housing Adviser", "places": "1", "source": "a right to return after leave"},
    "elsewhere": {"role": "Visiting Officer", "service": "Revenues", "grade": "Grade 6", "posts": "2"},
    "funding": {
        "line": "Homelessness grant",
        "year": "2026/27",
        "amount": "120000",
        "until": "2028-03-31",
        "may pay for": "Housing Adviser",
    },
    "cost_centres": {"cost centre": "HA100", "amount": "500000", "deduction": "n"},
    "other_costs": {
        "what": "Lease of the north office",
        "amount": "24000",
        "repeats": "recurring",
        "option": "as proposed",
        "source": "estates, budget 2025/26",
    },
    "options": {
        "option": "as proposed",
        "kind": "given",
        "title": "Two advisers fewer",
        "proposed by": "Management",
        "standing": "live",
    },
    "quoted": {
        "what": "Saving a year",
        "where": "draft report, paragraph 12",
        "option": "as proposed",
        "amount": "84000",
    },
    "calendar": {"step": "Consultation", "date": "2026-01-12", "until": "2026-02-11"},
    "service": {
        "group": "Advisers",
        "age from": "41",
        "age to": "50",
        "years": "12",
        "pay": "720",
        "people": "4",
    },
    "equality": {"characteristic": "sex", "value": "women", "group": "Advisers", "people": "8"},
}

EXAMPLE_ITEMS: Mapping[str, tuple[str, str, str]] = {
    "case": ("title", "Housing advice in one team", ""),
    "limits": ("span high", "~8 (6..10)", "change policy, section 4"),
    "policy": ("slot-in match", "65%", "change policy, section 5"),
}
"""For a sheet of items: an item, its value, and where it stands."""

MARKED: Mapping[str, str] = {"other_costs": "option"}
"""The column whose name carries the mark of an example, where it is not the first that is filled."""
