"""Financial years (1 April to 31 March) and whole months inside them.

A council's year starts on 1 April; tax years start on 6 April. Rates that belong to the tax year
are picked by the last day of each month, when salaries are paid (see `oncosts`).
Change this when an employer with another financial year has to be costed.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

MONTHS_IN_YEAR: Final = 12
FIRST_MONTH: Final = 4
_LABEL: Final = re.compile(r"(\d{4})/(\d{2})")


@dataclass(frozen=True, order=True)
class FinancialYear:
    """The year from 1 April of `start_year` to 31 March of the next: 2014 is 2014/15."""

    start_year: int

    def __post_init__(self) -> None:
        if not 1974 <= self.start_year <= 2199:
            raise ValueError(f"{self.start_year} is not a financial year from 1974/75 to 2199/00")

    @classmethod
    def parse(cls, text: str) -> FinancialYear:
        """Read a label such as "2014/15".

        Raises ValueError when the text is not four digits, a stroke and the next year's last two.
        """
        match = _LABEL.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"{text!r} is not a financial year; write it like 2014/15")
        year = cls(int(match[1]))
        if year.label != match[0]:
            raise ValueError(f"{text!r} is not a financial year; did you mean {year.label}?")
        return year

    @classmethod
    def containing(cls, day: date) -> FinancialYear:
        """Return the financial year a day falls in."""
        return cls(day.year if day.month >= FIRST_MONTH else day.year - 1)

    @property
    def label(self) -> str:
        """The usual way to print the year, like 2014/15."""
        return f"{self.start_year}/{(self.start_year + 1) % 100:02d}"

    @property
    def first_day(self) -> date:
        """1 April."""
        return date(self.start_year, FIRST_MONTH, 1)

    @property
    def last_day(self) -> date:
        """31 March."""
        return date(self.start_year + 1, 3, 31)

    def plus(self, years: int) -> FinancialYear:
        """Return the year that many years later (earlier when negative)."""
        return FinancialYear(self.start_year + years)

    def month_ends(self) -> tuple[date, ...]:
        """Return the last day of each of the twelve months, April first."""
        return tuple(month_end(add_months(self.first_day, offset)) for offset in range(MONTHS_IN_YEAR))

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True)
class Months:
    """Whole months of one financial year: `count` of them, after skipping `skipped` from April."""

    skipped: int = 0
    count: int = MONTHS_IN_YEAR

    def __post_init__(self) -> None:
        if self.skipped < 0 or self.count < 0 or self.skipped + self.count > MONTHS_IN_YEAR:
            raise ValueError(f"{self.count} months after skipping {self.skipped} do not fit in one year")


ALL_YEAR: Final = Months()


def add_months(day: date, months: int) -> date:
    """Return the same day that many months on, or the month's last day where it has no such day."""
    index = day.year * MONTHS_IN_YEAR + day.month - 1 + months
    year, month = divmod(index, MONTHS_IN_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_end(day: date) -> date:
    """Return the last day of the month a day falls in."""
    return day.replace(day=monthrange(day.year, day.month)[1])
