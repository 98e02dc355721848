"""A case written as a workbook: the sheet `case`, and one sheet for each table that holds something.

Rules: design.md section 3: what is written reads back as the same case, exactly.
Change this when a workbook is laid out in another way.
"""

from __future__ import annotations

from scenarios.reading.cards import ITEM, VALUE
from scenarios.reading.headers import Place, place_header
from scenarios.reading.printing import PrintedCase, Table, print_case
from scenarios.reading.sheets import ROW_SHEETS
from scenarios.reading.workbook_layout import CASE_SHEET, SOURCE_ITEM
from scenarios.schema.case import Case
from scenarios.schema.columns import Frozen, Kind
from scenarios.schema.header import Header
from scenarios.schema.scenario import CARDS
from scenarios.workbooks.book import Book
from scenarios.workbooks.cells import put_cell
from scenarios.workbooks.layout import put_header, put_item_header


def workbook_of(case: Case) -> bytes:
    """Return a case as the bytes of a workbook; the same case gives the same bytes.

    Figures without a source get their row's or sheet's.
    """
    printed = print_case(case)
    book = Book(case.scenario.header.title)
    _put_items(book, CASE_SHEET, _head(printed), Header)
    for sheet, table in printed.tables.items():
        if sheet in CARDS:
            _put_items(book, sheet, table.rows, CARDS[sheet])
        else:
            _put_rows(book, sheet, table)
    return book.content()


def _head(printed: PrintedCase) -> tuple[tuple[str, ...], ...]:
    sources = ((f"{SOURCE_ITEM} {sheet}", source) for sheet, source in printed.sources.items())
    return (*printed.head.items(), *sources)


def kind_of(place: Place | None) -> Kind:
    """Return the kind of the cells of a place; text where there is none."""
    return Kind.TEXT if place is None else place.column.kind


def _put_items(book: Book, name: str, rows: tuple[tuple[str, ...], ...], model: type[Frozen]) -> None:
    """Write a sheet of items and values."""
    sheet = book.sheet(name)
    put_item_header(book, sheet, (ITEM, VALUE))
    for number, (item, text) in enumerate(rows, start=1):
        put_cell(book, sheet, (number, 0), text=item, kind=Kind.NAME)
        put_cell(book, sheet, (number, 1), text=text, kind=kind_of(place_header(item, model)))


def _put_rows(book: Book, name: str, table: Table) -> None:
    """Write a sheet with one object a row."""
    sheet, model = book.sheet(name), ROW_SHEETS[name]
    put_header(book, sheet, table.header, model)
    kinds = [kind_of(place_header(header, model)) for header in table.header]
    for number, row in enumerate(table.rows, start=1):
        for index, text in enumerate(row):
            put_cell(book, sheet, (number, index), text=text, kind=kinds[index])
