"""Sheets of figures that a spreadsheet works out anew: what may be typed is blue, the rest is black, "?" is not known.

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
from scenarios.workbooks.inputs import UNKNOWN, Input
from scenarios.workbooks.print_pages import A3, A4, LINE_POINTS, breaks, scale_of

_TYPED = "#1F4FBF"
_MAY_CHANGE = "#FFF2CC"
_WIDE = 180
_NOTE_WIDE = 150
_LETTERS_TO_WIDTH = 1.05
"""Widths count digits; small letters are narrower, and some room is lost at the edges."""


class Unit(Enum):
    """What a whole number counts, how a spreadsheet shows it, and how many make one as shown."""

    MONEY = ("£#,##0.00;[Red]-£#,##0.00", 100)
    POUNDS = ("£#,##0;[Red]-£#,##0", 100)
    FTE = ("General", 1000)
    COUNT = ("#,##0", 1)
    ASSUMED = ('"~"#,##0', 1)
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
        self._headings: dict[int, tuple[int, str, str | None]] = {}
        self._last = 0
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)
        self.sheet.hide_gridlines(2)
        self.sheet.set_landscape()
        self._paper = A3 if sum(widths) > _WIDE else A4
        self.sheet.set_paper(self._paper)
        self.sheet.set_margins(0.4, 0.4, 0.4, 0.75)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer("&L&A&R&P / &N")

    def head(self, title: str, notes: Sequence[str] = ()) -> int:
        """Write the title and a line for each note; return the next row, from 0."""
        self.sheet.write_string(0, 0, title, self._look(bold=True, font_size=14, font_color="#1F3864"))
        for row, note in enumerate(notes, start=1):
            self._note(row, note)
        return len(notes) + 2

    def _note(self, row: int, note: str) -> None:
        """Write a note over as many columns as a line of text may be wide, on further lines where it needs them."""
        look, wide, last = self._look(italic=True, font_color="#404040", text_wrap=True, valign="top"), 0.0, -1
        while last + 1 < len(self._widths) and wide + self._widths[last + 1] <= _NOTE_WIDE:
            last += 1
            wide += self._widths[last]
        if last < 1 or not note:
            self.sheet.write_string(row, 0, note, self._look(italic=True, font_color="#404040"))
            return
        self.sheet.merge_range(row, 0, row, last, note, look)
        self._room(row, note, wide)

    def said(self, at: Position, formula: str, shown: str, *, strong: bool = False) -> None:
        """Write a note that is worked out, with what it says while nothing is changed; a verdict stands out."""
        look = self.book.strong if strong else self._look(italic=True, font_color="#404040")
        self.sheet.write_formula(*at, formula, look, shown)

    def header(self, row: int, names: Sequence[str], *, frozen: int | None = None, repeated: bool = False) -> int:
        """Write a row of headings, to the right where figures are written under them; return the next row.

        Args:
            row: the row, from 0.
            names: the headings.
            frozen: columns that stay in sight, with the rows above; None: nothing stays.
            repeated: whether every printed page starts with it; so it does where it stays in sight.
        """
        for column, name in enumerate(names):
            self._headings.pop(column, None)
            if name:
                self._headings[column] = (row, name, None)
                self.sheet.write_string(row, column, name, self.book.heading)
                self._make_room((row, column), name)
            else:
                self.sheet.write_blank(row, column, None, self.book.heading)
        if frozen is not None:
            self.sheet.freeze_panes(row + 1, frozen)
        if repeated or frozen is not None:
            self.sheet.repeat_rows(row)
        return row + 1

    def worked_heading(self, at: Position, formula: str, shown: str) -> None:
        """Write a heading that is worked out, over one that a header has; no text of a case is part of it."""
        row, column = at
        self._headings[column] = (row, formula, shown)
        self.sheet.write_formula(row, column, formula, self.book.heading, shown)
        self._make_room(at, shown)

    def pages(self, starts: Sequence[int], *, across: int | None = None, repeated: int = 0) -> None:
        """Print without cutting a block that starts in one of these rows, from 0, and ends before the next.

        Args:
            starts: the first row of each block.
            across: the column that a second page across starts with; None: one page across.
            repeated: how many first columns the second page starts with once more.
        """
        parts = [self._widths[:across]]
        if across is not None:
            parts.append((*self._widths[:repeated], *self._widths[across:]))
            self.sheet.set_v_pagebreaks([across])
        if repeated:
            self.sheet.repeat_columns(0, repeated - 1)
        scale = min(scale_of(part, self._paper) for part in parts)
        self.sheet.fit_to_pages(len(parts), 0)
        end = self._last + 1
        self.sheet.set_h_pagebreaks(breaks(starts, end=end, heights=self._heights, scale=scale, paper=self._paper))

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

    def worked_text(self, at: Position, formula: str, shown: str) -> None:
        """Write a text that is worked out, with what it says while nothing is changed; no text of a case is in it."""
        look = self._look(text_wrap=True, valign="top", bold=False, align="left", indent=1)
        self.sheet.write_formula(*at, formula, look, shown)
        self._make_room(at, shown)

    def number(self, at: Position, number: int) -> None:
        """Write a number that other cells look for: of a structure, a funding line, a source."""
        self._figure_at(at)
        self.sheet.write_number(*at, number, self._look(valign="top", num_format="0", font_color="#7F7F7F"))

    def typed(self, at: Position, number: int | None, *, unit: Unit, allowed: Input, change: bool = False) -> Spot:
        """Write a figure that is there to be typed over, with what may be typed.

        Args:
            at: the cell.
            number: the figure in its unit; None: not known.
            unit: the unit.
            allowed: what may be typed.
            change: whether it is the first thing to be changed.
        """
        fill = {"bg_color": _MAY_CHANGE, "border": 1, "border_color": "#BFBFBF"} if change else {}
        self._put(at, unit.shown(number), self._figure_look(unit, font_color=_TYPED, **fill))
        name = Spot(self.name, *at).here
        self.sheet.data_validation(*at, *at, allowed.rule(name))
        return Spot(self.name, *at)

    def fixed(self, at: Position, number: int | None, *, unit: Unit) -> Spot:
        """Write a figure as it was worked out when the workbook was written: not there to be typed over."""
        self._put(at, unit.shown(number), self._figure_look(unit))
        return Spot(self.name, *at)

    def _put(self, at: Position, shown: float | str, look: Format) -> None:
        self._figure_at(at)
        if isinstance(shown, str):
            self.sheet.write_string(*at, shown, look)
        else:
            self.sheet.write_number(*at, shown, look)

    def _figure_look(self, unit: Unit, **style: object) -> Format:
        return self._look(num_format=unit.code, align="right", valign="top", **style)

    def _figure_at(self, at: Position) -> None:
        """Move the heading over a figure to the right, where the figure stands."""
        self._last = max(self._last, at[0])
        row, text, shown = self._headings.pop(at[1], (0, "", None))
        if not text:
            return
        if shown is None:
            self.sheet.write_string(row, at[1], text, self.book.heading_of_figures)
        else:
            self.sheet.write_formula(row, at[1], text, self.book.heading_of_figures, shown)

    def day(self, at: Position, day: date | None) -> None:
        """Write a date; a day that is not known as "?"."""
        self._figure_at(at)
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
        self._figure_at(at)
        self.sheet.write_formula(*at, formula, self._figure_look(unit, **total), shown)
        return Spot(self.name, *at)

    def _make_room(self, at: Position, text: str) -> None:
        """Make a row high enough for a text that goes on in the next line: not every spreadsheet does so by itself."""
        row, column = at
        self._room(row, text, self._widths[column] if column < len(self._widths) else 8)

    def _room(self, row: int, text: str, wide: float) -> None:
        width = round(wide * _LETTERS_TO_WIDTH)
        lines, left = 1, width
        for word in text.split():
            if len(word) > left:
                lines, left = lines + 1, width
            left -= len(word) + 1
        if lines > self._heights.get(row, 1):
            self._heights[row] = lines
            self.sheet.set_row(row, lines * LINE_POINTS)

    def _look(self, **style: object) -> Format:
        key = tuple(sorted(style.items(), key=lambda item: item[0]))
        if key not in self._looks:
            self._looks[key] = self.book.file.add_format(style)
        return self._looks[key]
