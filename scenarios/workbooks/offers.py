"""The lists that open in cells: words of a choice, y and n, and names that another sheet defines.

They offer and never refuse, as any cell may be marked ~ or ? and names may be new.
Rules: design.md section 3.
Change this when cells of another kind hold one of a known set.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from xlsxwriter.worksheet import Worksheet

from scenarios.reading.headers import Place
from scenarios.reading.rows import choices_of
from scenarios.reading.sheets import ROW_SHEETS
from scenarios.reading.workbook_layout import LISTS_SHEET
from scenarios.schema.cell_places import column_letters
from scenarios.schema.columns import Frozen, Kind, columns_of
from scenarios.workbooks.book import Book

ROWS = 500
"""Rows of a blank sheet that are prepared."""
_CHANGES = ("retained", "deleted", "held", "re-designated to ", "transferred to ")
_HAPPENS = ("kept", "ends")
_YES_NO = ("y", "n")
_ELSEWHERE = {"titles": "posts"}


@dataclass
class Offers:
    """The lists of one workbook: names that its sheets define, and words kept on a sheet of their own."""

    headers: Mapping[str, tuple[str, ...]]
    """The headers of each sheet with one object a row."""
    lists: dict[tuple[str, ...], int] = field(default_factory=dict)
    """Words, and the column of the sheet of lists they stand in."""

    def put(self, sheet: Worksheet, place: Place, *, model: type[Frozen], rows: tuple[int, int], column: int) -> None:
        """Let a list open in some cells of a column, where there is a known set.

        Args:
            sheet: the sheet.
            place: what the cells hold.
            model: the object the sheet makes.
            rows: the first and the last row, from 0.
            column: the column, from 0.
        """
        source = self._source(place, model)
        if source is not None:
            offer = {"validate": "list", "source": source, "show_error": False}
            sheet.data_validation(rows[0], column, rows[1], column, offer)

    def _source(self, place: Place, model: type[Frozen]) -> str | None:
        match place.column.kind:
            case Kind.CHOICE:
                return self._words(choices_of(model, place.field))
            case Kind.YES_NO:
                return self._words(_YES_NO)
            case Kind.POST_CHANGE:
                return self._words(_CHANGES)
            case Kind.HAPPENS:
                return self._words(_HAPPENS)
            case Kind.NAME | Kind.NAMES if place.column.to is not None:
                return self._names(place.column.to)
            case _:
                return None

    def _words(self, words: tuple[str, ...]) -> str:
        column = self.lists.setdefault(words, len(self.lists))
        letters = column_letters(column)
        return f"={LISTS_SHEET}!${letters}$1:${letters}${len(words)}"

    def _names(self, to: str) -> str | None:
        """Return where the names stand that a sheet defines; job titles where roles have no sheet of their own."""
        sheet = _ELSEWHERE.get(to, to)
        sheet = sheet if sheet in self.headers else "posts" if to == "roles" else sheet
        if sheet not in self.headers:
            return None
        header = "title" if sheet == "posts" else key_of(sheet)
        letters = column_letters(self.headers[sheet].index(header))
        return f"={sheet}!${letters}$2:${letters}${ROWS + 1}"

    def write_lists(self, book: Book) -> None:
        """Write the words of all lists on a hidden sheet."""
        sheet = book.sheet(LISTS_SHEET)
        for words, column in self.lists.items():
            sheet.write_column(0, column, words)
        sheet.hide()


def key_of(sheet: str) -> str:
    """Return the header of the column in which a sheet defines names."""
    model = ROW_SHEETS[sheet]
    return next(c.header for f, c in columns_of(model).items() if model.model_fields[f].is_required())


def headers_of(sheet: str, stand_ins: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return every header of a sheet with one object a row, the source last.

    Args:
        sheet: the sheet.
        stand_ins: names to show in headers that are to name something, by what the headers start with.
    """
    columns = [column for column in columns_of(ROW_SHEETS[sheet]).values() if column.kind is not Kind.SOURCE]
    named = (
        [f"{column.prefix} {name}" for name in stand_ins[column.prefix]]
        if column.kind is Kind.PERCENTS_BY_NAME
        else [column.header]
        for column in columns
    )
    return (*(header for headers in named for header in headers), "source")
