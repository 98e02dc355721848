"""How a table stands in a sheet: its header with notes, the width of its columns, and how its cells are kept.

Rules: design.md section 3; every column is declared once, in scenarios/schema.
Change this when a sheet that people fill in should tell them more.
"""

from __future__ import annotations

from collections.abc import Sequence

from pydantic.fields import FieldInfo
from xlsxwriter.worksheet import Worksheet

from scenarios.reading.cards import ITEM, SOURCE, VALUE
from scenarios.reading.headers import place_header
from scenarios.reading.workbook_layout import MEANING
from scenarios.schema.columns import Column, Frozen, Kind
from scenarios.workbooks.book import MADE_BY, Book
from scenarios.workbooks.words import what_to_type, when_blank

_WIDTHS: dict[str | Kind, int] = {
    **dict.fromkeys((Kind.TEXT, Kind.GOALS, Kind.RULES, Kind.NAMES_BY_NAME, Kind.ABLE_CHANGES, Kind.POST_CHANGE), 40),
    **dict.fromkeys((Kind.NAME, Kind.NAMES, Kind.HAPPENS), 24),
    ITEM: 26,
    VALUE: 44,
    SOURCE: 50,
    MEANING: 70,
}
_NARROW = 13
_ITEM_NOTES = {
    ITEM: "What each row is about.",
    VALUE: "What it is. Blank: see the meaning, or the default.",
    SOURCE: "Where the figure stands; blank: the sheet's own source holds.",
}


def put_header(book: Book, sheet: Worksheet, headers: Sequence[str], model: type[Frozen]) -> None:
    """Write the header of a sheet with one object a row: a note on each column, its width, and how it keeps cells.

    Args:
        book: the workbook.
        sheet: the sheet.
        headers: the headers in their order.
        model: the object one row makes.
    """
    for index, header in enumerate(headers):
        place = place_header(header, model)
        kind = Kind.TEXT if place is None else place.column.kind
        width = max(_WIDTHS.get(kind, _NARROW), min(len(header) + 2, 30))
        sheet.set_column(index, index, width, book.look(kind))
        sheet.write_string(0, index, header, book.heading)
        if place is not None:
            put_note(sheet, (0, index), note_on(place.column, model.model_fields[place.field]))
    sheet.freeze_panes(1, 1)


def put_item_header(book: Book, sheet: Worksheet, headers: Sequence[str]) -> None:
    """Write the header of a sheet of items and values.

    Args:
        book: the workbook.
        sheet: the sheet.
        headers: item, value and perhaps others.
    """
    for index, header in enumerate(headers):
        sheet.set_column(index, index, _WIDTHS[header])
        sheet.write_string(0, index, header, book.heading)
        if header in _ITEM_NOTES:
            put_note(sheet, (0, index), _ITEM_NOTES[header])
    sheet.freeze_panes(1, 1)


def note_on(column: Column, info: FieldInfo) -> str:
    """Return the note on a column: what it is, what to type, and what a blank means."""
    blank = when_blank(column, info)
    left = "Needed in every row." if blank == "needed" else f"Blank: {blank}."
    return f"{column.about}\nType: {what_to_type(column, info)}.\n{left}".replace("`", "")


def put_note(sheet: Worksheet, at: tuple[int, int], text: str) -> None:
    """Put a note on a cell, large enough for its text."""
    lines = sum(1 + len(line) // 38 for line in text.split("\n"))
    sheet.write_comment(*at, text, {"author": MADE_BY, "width": 260, "height": 18 * lines + 12, "font_size": 9})
