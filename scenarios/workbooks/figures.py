"""Sheets of figures that a spreadsheet works out anew: typed figures in blue, formulas in black, "?" for not known.

A formula is written with the figure it comes to, so that a program which only reads sees the same as one that works it
out. Texts of a case are always written as texts: one that starts with = + - or @ is shown and never run.
Rules: design.md promise 4 (unknown is never nought); pounds with pence are shown, whole pence are handed in.
Change this when figures of another unit stand in a workbook.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from fractions import Fraction

from xlsxwriter.format import Format

from scenarios.schema.cell_places import Position, column_letters
from scenarios.workbooks.book import Book

UNKNOWN = "?"
_TYPED = "#1F4FBF"
_MAY_CHANGE = "#FFF2CC"
_A3, _A4 = 8, 9
_WIDE = 180
_LINE_POINTS = 15
_LETTERS_TO_WIDTH = 1.05
"""Widths count digits; small letters are narrower, and some room is lost at the edges."""


class Unit(Enum):
    """What a whole number counts, how a spreadsheet shows it, and how many make one as shown."""

    MONEY = ("£#,##0.00;[Red]-£#,##0.00", 100)
    FTE = ("General", 1000)
    COUNT = ("#,##0", 1)
    PERCENT = ("0.00%", 10_000)
    HUNDREDTHS = ("0.00", 100)

    @property
    def code(self) -> str:
        """The number format."""
        return str(self.value[0])

    def shown(self, number: Fraction | int | None) -> float | str:
        """A number as the sheet has it; None, not known, as "?"."""
        return UNKNOWN if number is None else float(Fraction(number, self.value[1]))


@dataclass(frozen=True)
class Spot:
    """A cell, as formulas name it."""

    sheet: str
    row: int
    column: int

    @property
    def here(self) -> str:
        """Its name on its own sheet: F7."""
        return f"{column_letters(self.column)}{self.row + 1}"

    @property
    def there(self) -> str:
        """Its name on any sheet: rates!$F$7."""
        return f"'{self.sheet}'!${column_letters(self.column)}${self.row + 1}"


def block(sheet: str, rows: tuple[int, int], column: int) -> str:
    """Name the cells of one column from a first to a last row on any sheet: 'lines'!$A$5:$A$30.

    Args:
        sheet: the sheet.
        rows: the first and the last row, from 0.
        column: the column, from 0.
    """
    letters = column_letters(column)
    return f"'{sheet}'!${letters}${rows[0] + 1}:${letters}${rows[1] + 1}"


class FigureSheet:
    """One sheet of figures in a workbook that is being written."""

    def __init__(self, book: Book, name: str, widths: Sequence[float]) -> None:
        """Start on the sheet, added where it is not there yet, with its columns so wide, to print across one page."""
        self.name = name
        self.book = book
        self.sheet = book.file.get_worksheet_by_name(name) or book.sheet(name)
        self._looks: dict[tuple[object, ...], Format] = {}
        self._widths = tuple(widths)
        self._heights: dict[int, int] = {}
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)
        self.sheet.hide_gridlines(2)
        self.sheet.set_landscape()
        self.sheet.set_paper(_A3 if sum(widths) > _WIDE else _A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer("&L&A&R&P / &N")

    def head(self, title: str, notes: Sequence[str] = ()) -> int:
        """Write the title and a line for each note; return the next row, from 0."""
        self.sheet.write_string(0, 0, title, self._look(bold=True, font_size=14, font_color="#1F3864"))
        for row, note in enumerate(notes, start=1):
            self.sheet.write_string(row, 0, note, self._look(italic=True, font_color="#404040"))
        return len(notes) + 2

    def header(self, row: int, names: Sequence[str], *, frozen: int | None = None) -> int:
        """Write a row of headings; return the next row.

        Args:
            row: the row, from 0.
            names: the headings.
            frozen: columns that stay in sight, with the rows above; None: nothing stays.
        """
        for column, name in enumerate(names):
            if name:
                self.sheet.write_string(row, column, name, self.book.heading)
                self._make_room((row, column), name)
            else:
                self.sheet.write_blank(row, column, None, self.book.heading)
        if frozen is not None:
            self.sheet.freeze_panes(row + 1, frozen)
            self.sheet.repeat_rows(row)
        return row + 1

    def heading(self, at: Position, text: str) -> None:
        """Write the heading of a part of the sheet."""
        self.sheet.write_string(*at, text, self.book.strong)

    def text(self, at: Position, text: str, *, strong: bool = False) -> None:
        """Write a text, whatever it starts with; a blank is not written."""
        if text:
            self.sheet.write_string(
                *at, text, self._look(text_wrap=True, valign="top", bold=strong, align="left", indent=1)
            )
            self._make_room(at, text)

    def number(self, at: Position, number: int) -> None:
        """Write a number that other cells look for: of a structure, a funding line, a source."""
        self.sheet.write_number(*at, number, self._look(valign="top", num_format="0", font_color="#7F7F7F"))

    def typed(self, at: Position, number: int | None, *, unit: Unit, change: bool = False) -> Spot:
        """Write a figure that no formula gives.

        Args:
            at: the cell.
            number: the figure in its unit; None: not known.
            unit: the unit.
            change: whether it is there to be changed.
        """
        shown = unit.shown(number)
        fill = {"bg_color": _MAY_CHANGE, "border": 1, "border_color": "#BFBFBF"} if change else {}
        look = self._look(num_format=unit.code, font_color=_TYPED, align="right", valign="top", **fill)
        if isinstance(shown, str):
            self.sheet.write_string(*at, shown, look)
        else:
            self.sheet.write_number(*at, shown, look)
        return Spot(self.name, *at)

    def day(self, at: Position, day: date | None) -> None:
        """Write a date; a day that is not known as "?"."""
        look = self._look(num_format="yyyy-mm-dd", align="right", valign="top")
        if day is None:
            self.sheet.write_string(*at, UNKNOWN, look)
        else:
            self.sheet.write_datetime(*at, datetime.combine(day, datetime.min.time()), look)

    def formula(self, at: Position, formula: str, *, shown: float | str, unit: Unit, strong: bool = False) -> Spot:
        """Write a formula with what it comes to.

        Args:
            at: the cell.
            formula: the formula, with its equals sign; no text of a case is part of it.
            shown: what it comes to, as the sheet has it (`Unit.shown`).
            unit: the unit.
            strong: whether it is a total.
        """
        total = {"bold": True, "top": 1} if strong else {}
        look = self._look(num_format=unit.code, align="right", valign="top", **total)
        self.sheet.write_formula(*at, formula, look, shown)
        return Spot(self.name, *at)

    def _make_room(self, at: Position, text: str) -> None:
        """Make a row high enough for a text that goes on in the next line: not every spreadsheet does so by itself."""
        row, column = at
        width = round((self._widths[column] if column < len(self._widths) else 8) * _LETTERS_TO_WIDTH)
        lines, left = 1, width
        for word in text.split():
            if len(word) > left:
                lines, left = lines + 1, width
            left -= len(word) + 1
        if lines > self._heights.get(row, 1):
            self._heights[row] = lines
            self.sheet.set_row(row, lines * _LINE_POINTS)

    def _look(self, **style: object) -> Format:
        key = tuple(sorted(style.items(), key=lambda item: item[0]))
        if key not in self._looks:
            self._looks[key] = self.book.file.add_format(style)
        return self._looks[key]
