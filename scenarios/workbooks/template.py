"""Blank workbooks to fill in: the sheets of steps 1 to 3, with notes, lists that open in cells, and example rows.

Rules: design.md section 3 (three steps, each useful alone). The same step gives the same bytes.
Change this when a blank workbook should help in another way.
"""

from __future__ import annotations

from scenarios.checking.questions import QUESTIONS
from scenarios.reading.cards import ITEM, SOURCE, VALUE
from scenarios.reading.headers import place_header
from scenarios.reading.sheets import ROW_SHEETS
from scenarios.reading.workbook_layout import CASE_SHEET, EXAMPLE, MEANING, SOURCE_ITEM
from scenarios.schema.columns import Frozen, Kind, columns_of
from scenarios.schema.header import Header
from scenarios.schema.scenario import CARDS
from scenarios.workbooks.book import Book
from scenarios.workbooks.examples import EXAMPLE_ITEMS, EXAMPLE_ROWS, JOB_TITLES, MARKED, WORKS
from scenarios.workbooks.guide import put_guide
from scenarios.workbooks.layout import note_on, put_header, put_item_header, put_note
from scenarios.workbooks.offers import ROWS, Offers, headers_of

STEPS = (1, 2, 3)
_STAND_INS = {"share:": JOB_TITLES, "work:": WORKS}


def blank_workbook(step: int) -> bytes:
    """Return a blank workbook with the sheets of the steps up to one.

    Args:
        step: 1, 2 or 3.
    """
    questions = [question for question in QUESTIONS if question.step <= step]
    sheets = [question.sheet for question in questions]
    headers = {sheet: headers_of(sheet, _STAND_INS) for sheet in sheets if sheet not in CARDS}
    book, offers = Book(f"A restructure, step {step}"), Offers(headers)
    put_guide(book, questions)
    _put_items(book, offers, CASE_SHEET, Header)
    for sheet in sheets:
        if sheet in CARDS:
            _put_items(book, offers, sheet, CARDS[sheet])
        else:
            _put_rows(book, offers, sheet)
    offers.write_lists(book)
    return book.content()


def _put_rows(book: Book, offers: Offers, name: str) -> None:
    """Write a blank sheet with one object a row, and its example."""
    sheet, model, headers = book.sheet(name), ROW_SHEETS[name], offers.headers[name]
    put_header(book, sheet, headers, model)
    example = EXAMPLE_ROWS[name]
    marked = MARKED.get(name) or next(header for header in headers if header in example)
    for index, header in enumerate(headers):
        place = place_header(header, model)
        if place is not None:
            offers.put(sheet, place, model=model, rows=(1, ROWS), column=index)
        if header in example:
            mark = f"{EXAMPLE} " if header == marked else ""
            kind = Kind.TEXT if place is None else place.column.kind
            sheet.write_string(1, index, f"{mark}{example[header]}", book.look(kind, example=True))


def _put_items(book: Book, offers: Offers, name: str, model: type[Frozen]) -> None:
    """Write a sheet of items, each with its meaning, and its example."""
    sheet = book.sheet(name)
    is_head = name == CASE_SHEET
    headers = (ITEM, VALUE, MEANING) if is_head else (ITEM, VALUE, SOURCE, MEANING)
    put_item_header(book, sheet, headers)
    item, value, source = EXAMPLE_ITEMS[name]
    for index, text in enumerate((f"{EXAMPLE} {item}", value, *(() if is_head else (source,)))):
        sheet.write_string(1, index, text, book.look(Kind.TEXT, example=True))
    row = 2
    for field, column in columns_of(model).items():
        place = place_header(column.header, model)
        if place is None or column.kind in (Kind.SOURCE, Kind.PERCENTS_BY_NAME):
            continue
        note = note_on(column, model.model_fields[field])
        sheet.write_string(row, 0, column.header, book.top)
        sheet.write_blank(row, 1, None, book.look(column.kind))
        sheet.write_string(row, len(headers) - 1, " ".join(note.replace("in every row", "").split()), book.wrapped)
        offers.put(sheet, place, model=model, rows=(row, row), column=1)
        row += 1
    if is_head:
        put_note(sheet, (row, 0), "Where the figures of the sheet posts stand; one such row for each sheet.")
        sheet.write_string(row, 0, f"{SOURCE_ITEM} posts", book.top)
        sheet.write_string(row, 2, "Where the sheet comes from; a row's own source goes before it.", book.wrapped)
