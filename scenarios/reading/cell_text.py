"""Values of a spreadsheet's cells as the text a planner would have typed.

Rules: design.md section 3 (a workbook, a folder and a document are read alike, so a number becomes text once and
exactly). A spreadsheet keeps 15 digits of what is typed and shows no more; the digits after those are noise of adding
up (0.1 + 0.2), never something a planner wrote.
Change this when a reader gives another type of value.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

DIGITS = 15

Value = int | float | str | bool | time | date | datetime | timedelta


def cell_text(value: Value, *, is_percent: bool = False) -> str:
    """Return a value as text.

    Args:
        value: as python-calamine gives it; blank is an empty text.
        is_percent: whether the cell shows a number as a per cent, so that 0.45 is 45%.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value, is_percent=is_percent)
    return _moment(value)


def _moment(value: time | date | datetime | timedelta) -> str:
    """Return a day as 2021-03-25, a time or a length of time as hours and minutes."""
    match value:
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
        case timedelta():
            return _hours(value)
        case time():
            return f"{value.hour}:{value.minute:02d}" + (f":{value.second:02d}" if value.second else "")
        case _:
            return value.isoformat()


def _number(value: float, *, is_percent: bool) -> str:
    """Return a number in digits, without an exponent and without noughts at its end."""
    text = f"{value:.{DIGITS}g}"
    if not is_percent and "e" not in text:
        return "0" if text == "-0" else text
    exact = Decimal(text)
    if not exact.is_finite():
        return text
    text = f"{exact * 100 if is_percent else exact:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{'0' if text in ('-0', '') else text}{'%' if is_percent else ''}"


def _hours(value: timedelta) -> str:
    """Return a length of time in hours and minutes, seconds only where there are some."""
    seconds = round(value.total_seconds())
    sign, seconds = ("-" if seconds < 0 else ""), abs(seconds)
    rest = f":{seconds % 60:02d}" if seconds % 60 else ""
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02d}{rest}"
