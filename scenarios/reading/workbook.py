"""A workbook opened safely: its sheets, and the cells of those that are asked for as text with their places.

Reading knows nothing of cases here: the reader of cases and the reader of HR extracts both start from this.
    book = open_workbook(content)
    for sheet in book.read([name for name, is_hidden in book.sheets if not is_hidden]): ...
Rules: design.md section 3; limits before reading (unpack.py, sheet_marks.py). python-calamine reads the values; it is
used in this file only.
Change this when cells are read by another library, or carry something more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from scenarios.reading import workbook_trouble
from scenarios.reading.cell_text import Value, cell_text
from scenarios.reading.sheet_marks import Marks, marks_of, require_near
from scenarios.reading.unpack import WORKBOOK_PART, Package, open_package
from scenarios.reading.workbook_parts import RELATIONS_PART, Contents, contents_of
from scenarios.schema.cell_places import Position
from scenarios.schema.faults import CellTrouble

_ALWAYS = ("[Content_Types].xml", "_rels/.rels", WORKBOOK_PART, RELATIONS_PART)
_UNDATED = frozenset({str, float, int, bool})


@dataclass(frozen=True)
class RawSheet:
    """The cells of one sheet as text, from A1 on, in rows of one width; positions are (row, column) from 0."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    dates: frozenset[Position]
    """Cells that hold a date or a time of the spreadsheet's own, which it may have made of something else."""
    marks: Marks
    merged: tuple[tuple[Position, Position], ...]
    """First and last cell of each block merged into one; its text stands in the first."""


@dataclass(frozen=True)
class Workbook:
    """A workbook that was looked at; its sheets are read when they are asked for."""

    package: Package
    contents: Contents

    @property
    def sheets(self) -> tuple[tuple[str, bool], ...]:
        """The sheets of cells in their order: the name of each, and whether it is hidden."""
        return tuple((sheet.name, sheet.hidden) for sheet in self.contents.sheets)

    def read(self, names: Iterable[str]) -> tuple[RawSheet, ...]:
        """Return the cells of some sheets, in the order of the workbook.

        Args:
            names: names of sheets as `sheets` gives them; those that are not there are passed over.

        Raises:
            CellTrouble: a sheet is damaged, or larger than is read.
        """
        wanted = frozenset(names)
        parts = {sheet.name: sheet.part for sheet in self.contents.sheets if sheet.name in wanted}
        for part in parts.values():
            require_near(self.package.part(part))
        base = [name for name in _ALWAYS if name in self.package.infos]
        stream = self.package.repacked(dict.fromkeys((*base, *self.contents.shared_parts, *parts.values())))
        try:
            with CalamineWorkbook.from_filelike(stream) as book:
                return tuple(self._sheet(book.get_sheet_by_name(name), part) for name, part in parts.items())
        except (CalamineError, ValueError, OSError) as broken:
            why = " ".join(str(broken).split())[:120]
            raise CellTrouble(workbook_trouble.damaged(why)) from broken

    def _sheet(self, sheet: CalamineSheet, part: str) -> RawSheet:
        """Return one sheet as text with everything known about its cells."""
        contents = self.contents
        marks = marks_of(self.package.part(part), contents.percent_styles, left_to_do=contents.not_worked_out)
        values = sheet.to_python(skip_empty_area=False)
        rows, dates = _texts(values, marks)
        merged = tuple(sorted(sheet.merged_cell_ranges or ()))
        return RawSheet(sheet.name, rows, dates=dates, marks=marks, merged=merged)


class _Numbers(dict[float, str]):
    """Numbers as text, each worked out once: columns of a large sheet repeat themselves."""

    def __init__(self, *, percent: bool) -> None:
        self.percent = percent

    def __missing__(self, value: float) -> str:
        """Work out the text of a number that was not met before."""
        self[value] = text = cell_text(value, is_percent=self.percent)
        return text


def _texts(values: list[list[Value]], marks: Marks) -> tuple[tuple[tuple[str, ...], ...], frozenset[Position]]:
    """Return values as text, a cell that shows an error as what it shows; and which cells hold dates or times."""
    known, percents = _Numbers(percent=False), _Numbers(percent=True)
    dates: set[Position] = set()
    rows: list[list[str]] = []
    for number, row in enumerate(values):
        rows.append([value if isinstance(value, str) else _text(value, known) for value in row])
        if not {*map(type, row)} <= _UNDATED:
            dates |= {(number, column) for column, value in enumerate(row) if type(value) not in _UNDATED}
    for number, column in marks.percents:
        if number < len(rows) and column < len(rows[number]):
            value = values[number][column]
            if isinstance(value, float):
                rows[number][column] = percents[value]
    for (number, column), error in marks.errors.items():
        if number < len(rows) and column < len(rows[number]):
            rows[number][column] = error
    return tuple(map(tuple, rows)), frozenset(dates)


def _text(value: Value, known: _Numbers) -> str:
    return known[value] if isinstance(value, float) else cell_text(value)


def open_workbook(content: bytes) -> Workbook:
    """Return a workbook whose parts were looked at before anything was read.

    Args:
        content: the whole file.

    Raises:
        CellTrouble: it is no .xlsx, protected by a password, damaged, or holds more than is read.
    """
    package = open_package(content)
    return Workbook(package, contents_of(package))
