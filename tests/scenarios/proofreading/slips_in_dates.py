"""Slips in the calendar of a clean draft, one row for each.

Change this when a kind of doubt about the calendar is added.
"""

from tests.scenarios.proofreading.slips import Told, cell, row, several, step, without

IN_DATES: list[Told] = [
    ("consultation-too-short", step("Consultation", days=30), ("calendar", "until"), "calendar, row 4, date"),
    (
        "consultation-too-short",
        step("Consultation", days=29, until_date="2025-05-29"),
        ("calendar", "until"),
        "posts, row",
    ),
    ("shown-too-late", step("Papers to staff", from_date="2025-06-10"), ("calendar", "date"), "calendar, row 4, until"),
    ("shown-too-late", step("Papers to staff", from_date="2025-06-25"), ("calendar", "date"), "calendar, row 4, until"),
    ("consulted-on-part", step("Consultation", on=["functions"]), ("calendar", "on"), "proposed, row"),
    ("approved-first", step("Committee", from_date="2025-04-25"), ("calendar", "date"), "calendar, row 4, date"),
    (
        "approved-first",
        step("Consultation", after="Committee", from_date=None, until_date=None, days=None),
        ("calendar", "date"),
        "calendar, row 4, after",
    ),
    ("approved-first", without("calendar", kind="consultation"), ("calendar", "date"), ""),
    (
        "graded-after-decision",
        step("Grades evaluated", from_date="2025-07-10", until_date=None),
        ("calendar", "date"),
        "calendar, row 5",
    ),
    (
        "graded-after-decision",
        step("Grades evaluated", from_date=None, until_date=None, after="Committee"),
        ("calendar", "after"),
        "calendar, row 5",
    ),
    ("appointed-first", step("Appointments", from_date="2025-04-30"), ("calendar", "date"), "calendar, row 4, date"),
    (
        "over-holidays",
        several(
            step("Consultation", from_date="2024-12-01", until_date="2024-12-30", days=30),
            step("Papers to staff", from_date="2024-12-01"),
            step("Grades evaluated", from_date="2024-11-01", until_date=None),
        ),
        ("calendar", "until"),
        "calendar, row 4, date",
    ),
    (
        "number-not-stated",
        several(without("quoted", measure="people at risk"), cell("posts", 3, people={"basis": "unknown"})),
        ("calendar", "days"),
        "posts, row 4, people",
    ),
    ("start-too-early", step("Start", from_date="2025-07-08"), ("calendar", "date"), "calendar, row 5, date"),
    ("hr1-too-late", step("HR1", from_date="2025-09-10"), ("calendar", "date"), "calendar, row 7, date"),
    (
        "hr1-too-late",
        row("calendar", {"step": "Notice", "kind": "notice", "from_date": "2025-05-02", "until_date": "2025-05-20"}),
        ("calendar", "date"),
        "calendar, row 8, until",
    ),
    ("section-188-not-planned", without("calendar", kind="HR1"), ("calendar", "step"), "posts, row"),
    ("section-188-not-planned", without("calendar", kind="consultation"), ("calendar", "step"), "posts, row"),
]
