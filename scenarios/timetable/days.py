"""What the days of a timetable are: calendar days, and which of them fall on a weekend.

The lengths of the law (consultation, HR1, notice) are calendar days, so a last day may be one on which nobody works.
Nothing is moved for that: it is said. Bank holidays change by proclamation and are not known here; that is said too.
Source: domain-rules.md sections 6.1 and 18.
Change this when the bank holidays of England come from a kept source.
"""

from __future__ import annotations

from datetime import date

WEEKEND = {5: "Saturday", 6: "Sunday"}
"""By the number of the weekday, Monday being 0."""
CALENDAR_DAYS = (
    "All days are calendar days: weekends and bank holidays count. Only appeals are working days, in weeks of five. "
    "Bank holidays are not known here: look at each day on which something is due."
)


def weekend_day(day: date | None) -> str:
    """Return the name of a day that falls on a weekend; blank for any other, and where no day is known."""
    return "" if day is None else WEEKEND.get(day.weekday(), "")


def marked(text: str, day: date | None) -> str:
    """Return a written day with its name beside it where it falls on a weekend.

    Args:
        text: the day as it is written.
        day: the same day; None where it is not known.
    """
    name = weekend_day(day)
    return f"{text} ({name})" if name and text else text
