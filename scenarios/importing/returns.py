"""The rows of a published organogram: senior posts one by one, junior posts in lines, as printed and as read.

Rules: published returns of public bodies have a senior file (a post a row, with reference and whom it reports to) and
a junior file (lines of posts in FTE). Names, telephone numbers, addresses, functions and notes are dropped; pay of
nought means that nothing was disclosed.
Change this when returns come with another column or another word for what is not known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from scenarios.importing import amounts, import_doubts, import_faults, organogram_doubts
from scenarios.importing.extract import Extract, clean, header_key
from scenarios.importing.import_doubts import RowsDoubt
from scenarios.importing.kept_cells import UNTITLED, WITHHELD
from scenarios.importing.names_in_text import Names, cut_names, fit_for_a_case, rows_that_name
from scenarios.importing.posts_file import as_name
from scenarios.schema.faults import Fault, ScenarioFaults, Words

Holder = Literal["filled", "vacant", "eliminated", "not told"]
Kind = Literal["senior", "junior"]

COLUMNS: dict[Kind, dict[str, tuple[str, ...]]] = {
    "senior": {
        "reference": ("post unique reference",),
        "name": ("name",),
        "grade": ("grade", "grade or equivalent"),
        "title": ("job title",),
        "organisation": ("organisation",),
        "unit": ("unit",),
        "reports_to": ("reports to senior post",),
        "fte": ("fte", "number of posts in fte"),
        "low": ("actual pay floor",),
        "high": ("actual pay ceiling",),
        "notes": ("notes",),
        "function": ("job team function",),
    },
    "junior": {
        "organisation": ("organisation",),
        "unit": ("unit",),
        "reports_to": ("reporting senior post",),
        "grade": ("grade", "grade or equivalent"),
        "low": ("payscale minimum",),
        "high": ("payscale maximum",),
        "title": ("generic job title", "job title"),
        "fte": ("number of posts in fte", "fte"),
    },
}
"""Headers of a return as `header_key` writes them; signs in brackets after them, as (£), do not matter."""
NEEDED: dict[Kind, tuple[str, ...]] = {
    "senior": ("reference", "title", "reports_to", "fte", "low", "high"),
    "junior": ("reports_to", "title", "fte", "low", "high"),
}
OTHER_HEADERS = frozenset(
    {
        "parent department",
        "contact phone",
        "contact e mail",
        "salary cost of reports",
        "professional occupational group",
    }
)
RETURN_HEADERS = OTHER_HEADERS | {h for columns in COLUMNS.values() for headers in columns.values() for h in headers}
ROOTS = frozenset({"xx", "x", "", "n/a", "none"})
_ENDED = re.compile(r"\b(eliminated|post ended|now ended|now finished|post deleted|disestablished)\b", re.IGNORECASE)
_HIDDEN = frozenset({"", "withheld", "unknown", "tbc", "none", *amounts.NOT_KNOWN_WORDS})


@dataclass(frozen=True)
class ReturnRow:
    """One row of a return. Pay is in pence for one FTE, at the minimum and maximum of the scale."""

    kind: Kind
    number: int
    """Its row in the file."""
    reference: str
    reports_to: str
    title: str
    grade: str
    unit: str
    organisation: str
    fte: Fraction | None
    low_pence: int | None
    high_pence: int | None
    holder: Holder

    @property
    def exists(self) -> bool:
        """Whether the post is one of today's."""
        return self.holder != "eliminated"


@dataclass(frozen=True)
class Return:
    """The rows of one file, and what is odd about their cells."""

    label: str
    rows: tuple[ReturnRow, ...]
    doubts: tuple[RowsDoubt, ...]


def person_words(extract: Extract) -> frozenset[str]:
    """Return the words of the names a senior return holds; in memory only."""
    index = _places(extract, "senior").get("name")
    cells = () if index is None else extract.columns[index]
    named = [cell for cell in cells if _holder(cell) == "filled"]
    return frozenset(w for w in re.findall(r"[^\W\d_][\w'’-]{2,}", " \n ".join(named).casefold()))


def read_return(extract: Extract, kind: Kind, names: Names) -> Return:
    """Return the rows of one file of an organogram.

    Args:
        extract: the file.
        kind: senior or junior.
        names: how persons are named in the senior file.

    Raises:
        ScenarioFaults: columns that a return needs are missing.
    """
    places = _places(extract, kind)
    missing = [COLUMNS[kind][field][0] for field in NEEDED[kind] if field not in places]
    if missing:
        raise ScenarioFaults(
            [Fault.at(extract.spot(None, name), "", import_faults.not_an_organogram(name)) for name in missing]
        )
    reader = _Reader(extract, kind, places, names)
    rows = tuple(reader.row(index) for index in range(len(extract.rows)))
    reader.look_at_texts(rows)
    return Return(extract.label, rows, tuple(reader.doubts()))


def _places(extract: Extract, kind: Kind) -> dict[str, int]:
    """Return the index of the column of each field that the file has."""
    keys = [header_key(text) for text in extract.header]
    places: dict[str, int] = {}
    for field, headers in COLUMNS[kind].items():
        found = [keys.index(header) for header in headers if header in keys]
        found += [index for index, key in enumerate(keys) if any(key.startswith(f"{header} ") for header in headers)]
        if found:
            places[field] = found[0]
    return places


def _holder(name: str) -> Holder:
    """Return what the cell with the name says; the name itself goes no further."""
    plain = clean(name).casefold()
    if "eliminated" in plain:
        return "eliminated"
    if "vacan" in plain:
        return "vacant"
    return "not told" if plain in _HIDDEN else "filled"


class _Reader:
    """Reads the rows of one file and collects, for each kind of doubt, the rows it is about."""

    def __init__(self, extract: Extract, kind: Kind, places: dict[str, int], names: Names) -> None:
        self._extract = extract
        self._kind: Kind = kind
        self._places = places
        self._names = names
        self._found: dict[tuple[Callable[[], Words], str | None], list[int]] = {}

    def doubts(self) -> list[RowsDoubt]:
        label = self._extract.label
        return [RowsDoubt.at(kind(), label, column=column, rows=rows) for (kind, column), rows in self._found.items()]

    def _doubt(self, kind: Callable[[], Words], number: int, field: str | None = None) -> None:
        column = None if field is None else " ".join(self._extract.header[self._places[field]].split())
        self._found.setdefault((kind, column), []).append(number)

    def _cell(self, index: int, field: str) -> str:
        place = self._places.get(field)
        return "" if place is None else clean(self._extract.rows[index][place])

    def row(self, index: int) -> ReturnRow:
        """Return one row, from its index."""
        number = self._extract.numbers[index]
        holder: Holder = _holder(self._cell(index, "name")) if self._kind == "senior" else "not told"
        row = ReturnRow(
            kind=self._kind,
            number=number,
            reference=_reference(self._cell(index, "reference")),
            reports_to=_reference(self._cell(index, "reports_to")),
            title=self._words(index, "title", number) or UNTITLED,
            grade=self._words(index, "grade", number),
            unit=self._words(index, "unit", number),
            organisation=self._words(index, "organisation", number),
            fte=self._fte(index, number),
            low_pence=self._pay(index, "low", number),
            high_pence=self._pay(index, "high", number),
            holder=holder,
        )
        self._look_at(row)
        return row

    def _look_at(self, row: ReturnRow) -> None:
        """Tell what is odd about one row."""
        low, high = row.low_pence, row.high_pence
        if low is not None and high is not None and low > high:
            self._doubt(organogram_doubts.pay_upside_down, row.number)
        if (low is None) != (high is None):
            self._doubt(organogram_doubts.half_a_scale, row.number)
        if row.kind == "senior":
            kinds = {
                "eliminated": organogram_doubts.eliminated,
                "vacant": organogram_doubts.vacant,
                "not told": organogram_doubts.holder_not_told,
            }
            if row.holder in kinds:
                self._doubt(kinds[row.holder], row.number)

    def _words(self, index: int, field: str, number: int) -> str:
        """Return a name in a cell, without persons' names and as a case can hold it."""
        text = " ".join(self._cell(index, field).split())
        if not text:
            if field == "title":
                self._doubt(import_doubts.title_missing, number, field)
            return ""
        cut = cut_names(text, self._names)
        left = fit_for_a_case(cut.text)
        if cut.was_cut or not left:
            self._doubt(import_doubts.name_cut if left else import_doubts.withheld, number, field)
        name, changed = as_name(left)
        if changed and name:
            self._doubt(import_doubts.sign_changed, number, field)
        if "\N{REPLACEMENT CHARACTER}" in name:
            self._doubt(import_doubts.damaged, number, field)
        return name or (WITHHELD if field == "title" else "")

    def _fte(self, index: int, number: int) -> Fraction | None:
        text = self._cell(index, "fte")
        fte = amounts.fte(text, most=None) if text else None
        if fte is None and text.casefold() not in _HIDDEN:
            self._doubt(organogram_doubts.fte_unread, number, "fte")
        elif not fte:
            self._doubt(organogram_doubts.fte_nought, number, "fte")
        elif (1000 * fte).denominator != 1:
            self._doubt(organogram_doubts.fte_fine, number, "fte")
        return fte or None

    def _pay(self, index: int, field: str, number: int) -> int | None:
        text = self._cell(index, field)
        pence = amounts.pence(text) if text else None
        if pence is None and text.casefold() not in _HIDDEN:
            self._doubt(organogram_doubts.pay_unread, number, field)
        elif not pence:
            self._doubt(organogram_doubts.pay_not_given, number, field)
        return pence if pence is not None and pence > 0 else None

    def look_at_texts(self, rows: Sequence[ReturnRow]) -> None:
        """Tell where dropped texts name persons, and where notes speak of an end that the row does not."""
        for field in ("notes", "function"):
            place = self._places.get(field)
            if place is not None:
                column = self._extract.columns[place]
                for index in rows_that_name(column, self._names, by_look=field == "notes"):
                    self._doubt(organogram_doubts.names_in_text, self._extract.numbers[index], field)
        for index, row in enumerate(rows):
            if row.exists and _ENDED.search(self._cell(index, "notes")):
                self._doubt(organogram_doubts.says_ended, row.number, "notes")


def _reference(text: str) -> str:
    """Return a reference as printed, the .0 of a number that a spreadsheet has added taken off."""
    name, _ = as_name(text)
    return re.sub(r"^([0-9]+)\.0+$", r"\1", name)
