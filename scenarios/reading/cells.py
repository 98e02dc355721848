"""One cell of any kind: read into what its field holds, and printed again.

Rules: design.md section 3. Reading cells knows nothing of files: CSV, a workbook and the head of a folder all give
text here.
Change this when a kind of cell is added to scenarios/schema/columns.py.
"""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from scenarios.reading import phrases
from scenarios.reading.marks import Cell, print_figure, read_figure
from scenarios.schema import fault_kinds
from scenarios.schema.columns import NUMBER_KINDS, Kind
from scenarios.schema.faults import CellTrouble, Words
from scenarios.schema.nearness import meant
from scenarios.schema.texts import source_trouble, text_trouble, tidy_name, tidy_text

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_BRITISH = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_YEAR = re.compile(r"((?:19|20)[0-9]{2})(?:[/-]([0-9]{2}|(?:19|20)[0-9]{2}))?")
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_YES = frozenset({"y", "yes", "true"})
_NO = frozenset({"n", "no", "false"})


def read_cell(text: str, kind: Kind, choices: tuple[str, ...] = ()) -> Cell:
    """Return what a cell that is not blank holds.

    Args:
        text: the cell, without blanks at its ends.
        kind: any kind but PERCENTS_BY_NAME, which is spread over columns.
        choices: the words of a CHOICE.

    Raises:
        CellTrouble: the cell cannot be read; carries the words for its fault.
    """
    if kind in NUMBER_KINDS:
        return read_figure(text, kind)
    if kind is Kind.CHOICE:
        return Cell(_choice(text, choices))
    if kind is Kind.HAPPENS:
        return phrases.read_happens(tidy_name(text))
    return Cell(_READERS[kind](text))


def _choice(text: str, choices: tuple[str, ...]) -> str:
    words = {choice.casefold(): choice for choice in choices}
    word = tidy_name(text.replace("_", " ")).casefold()
    if word not in words:
        raise CellTrouble(fault_kinds.not_a_choice(text, choices, meant(word, choices)))
    return words[word]


def _text(text: str) -> str:
    tidied = tidy_text(text)
    if trouble := text_trouble(tidied):
        raise CellTrouble(fault_kinds.not_a_text(trouble))
    return tidied


def _source(text: str) -> str:
    tidied = tidy_text(text)
    if trouble := source_trouble(tidied):
        raise CellTrouble(fault_kinds.not_a_text(trouble))
    return tidied


def _date(text: str) -> date:
    iso, british = _ISO.fullmatch(text), _BRITISH.fullmatch(text)
    parts = iso.groups() if iso else british.groups()[::-1] if british else None
    if parts is None:
        raise CellTrouble(fault_kinds.not_a_date(text))
    year, month, day = (int(part) for part in parts)
    try:
        return date(year, month, day)
    except ValueError as outside:
        raise CellTrouble(_no_day(text, year, month)) from outside


def _no_day(text: str, year: int, month: int) -> Words:
    """Say why a text in the form of a date is none: its month, its day or its year."""
    if year < 1:
        return fault_kinds.not_a_date(text)
    if month not in range(1, 13):
        return fault_kinds.no_such_day(text, f"there is no month {month}; write it like 2021-03-25 or 25/03/2021")
    last = monthrange(year, month)[1]
    return fault_kinds.no_such_day(text, f"{month_name[month]} {year} has days 1 to {last}; write one of them")


def _year(text: str) -> int:
    found = _YEAR.fullmatch(text.strip())
    if found is None or (found[2] is not None and (int(found[2]) - int(found[1]) - 1) % 100 != 0):
        raise CellTrouble(fault_kinds.not_a_year(text))
    return int(found[1])


def _yes_no(text: str) -> bool:
    word = text.casefold()
    if word not in _YES | _NO:
        raise CellTrouble(fault_kinds.not_yes_or_no(text))
    return word in _YES


def _whole(text: str) -> int:
    if _WHOLE.fullmatch(text) is None:
        raise CellTrouble(fault_kinds.not_a_number(text, "3"))
    return int(text)


_READERS: dict[Kind, Callable[[str], object]] = {
    Kind.NAME: phrases.read_name,
    Kind.TEXT: _text,
    Kind.SOURCE: _source,
    Kind.WHOLE: _whole,
    Kind.DATE: _date,
    Kind.YEAR: _year,
    Kind.YES_NO: _yes_no,
    Kind.NAMES: phrases.read_names,
    Kind.YEARS: lambda text: tuple(_year(part) for part in text.split(";") if part.strip()),
    Kind.POST_CHANGE: lambda text: phrases.read_change(tidy_name(text)),
    Kind.GOALS: phrases.read_goals,
    Kind.RULES: phrases.read_rules,
    Kind.NAMES_BY_NAME: phrases.read_names_by_name,
    Kind.ABLE_CHANGES: phrases.read_able_changes,
}


def print_cell(value: Any, kind: Kind, *, inherited: str | None = None) -> str:
    """Return what a field holds as it is written in a cell.

    Args:
        value: what the field holds, not None.
        kind: the kind of cell.
        inherited: source that the row or sheet states already.
    """
    if kind in NUMBER_KINDS:
        return print_figure(value, kind, inherited=inherited)
    if kind is Kind.HAPPENS:
        return phrases.print_happens(value, inherited)
    if kind is Kind.ABLE_CHANGES:
        return phrases.print_able_changes(value, inherited)
    return _PRINTERS.get(kind, str)(value)


def _print_year(value: int) -> str:
    return f"{value}/{(value + 1) % 100:02d}"


def _print_links(value: Mapping[str, tuple[str, ...]]) -> str:
    return phrases.print_names_by_name(dict(value))


_PRINTERS: dict[Kind, Callable[[Any], str]] = {
    Kind.YEAR: _print_year,
    Kind.YES_NO: lambda value: "y" if value else "n",
    Kind.NAMES: "; ".join,
    Kind.YEARS: lambda value: "; ".join(_print_year(year) for year in value),
    Kind.POST_CHANGE: phrases.print_change,
    Kind.GOALS: phrases.print_goals,
    Kind.RULES: "; ".join,
    Kind.NAMES_BY_NAME: _print_links,
}
