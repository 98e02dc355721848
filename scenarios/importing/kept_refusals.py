"""Columns that a mapping asks to be kept and that may not be: free text, and cells about persons.

Rules: design.md section 3: only facts about posts reach posts.csv, whatever the mapping says. What is refused is told
by its first row; no cell is repeated.
Change this when another kind of column has to be kept out.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from scenarios.importing import import_faults
from scenarios.importing.dates_in_text import BORN_BY, years_in
from scenarios.importing.extract import Extract, clean, header_key
from scenarios.importing.marks_of_rows import found_in
from scenarios.importing.uses import KEPT_WORDS, TEXT_WORDS, Use, use_of_header
from scenarios.schema.faults import Fault

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w")
_INSURANCE = re.compile(r"\b[A-Z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]\b")
_TELEPHONE = re.compile(r"(?<![\w.-])(\+44|0)[0-9][0-9 ]{7,11}[0-9]\b")
_BORN = re.compile(r"\b(dob|d\.o\.b|born|birth)\b", re.IGNORECASE)
_SHORT_DATE = re.compile(r"(?<![\w/.-])[0-9]{1,2}/[0-9]{1,2}(?![\w/.-])")
_MANY_WORDS = 10
_SOME_WORDS = 3
_LONG = 70
_FREE_SHARE = 0.3
Test = Callable[[str], bool]


def refused(extract: Extract, index: int, label: str, *, use: Use) -> Fault | None:
    """Return why a column cannot be kept though the mapping says so, or None when it can.

    Args:
        extract: the extract.
        index: which column.
        label: what it is called.
        use: what the mapping says it is, one of the kept uses.
    """
    cells = [(number, text) for number, cell in _cells(extract, index) if (text := clean(cell))]
    named = use_of_header(extract.header[index])
    own = named is not None and named[0] is use
    if use is Use.UNTIL and not own:
        old = [number for number, text in cells if any(year <= BORN_BY for year in years_in(text))]
        if 2 * len(old) > len(cells):
            return Fault.at(extract.spot(old[0], label), "", import_faults.personal_kept(label, "dates of birth"))
    if use not in KEPT_WORDS:
        return None
    if not own:
        for what, says in _ABOUT_PERSONS.items():
            rows = _rows(cells, says)
            if rows and not (what == "telephone numbers" and use is Use.COST_CENTRE):
                return Fault.at(extract.spot(rows[0], label), "", import_faults.personal_kept(label, what))
    free: Test = _a_sentence if use is Use.TITLE else _free_text
    rows = _rows(cells, free)
    if not rows and TEXT_WORDS.search(header_key(extract.header[index])) and use is not Use.TITLE:
        rows = [number for number, _ in cells]
    if rows and len(rows) > _FREE_SHARE * len(cells):
        return Fault.at(extract.spot(rows[0], label), "", import_faults.free_text_kept(label, use.value, len(rows)))
    return None


def _cells(extract: Extract, index: int) -> list[tuple[int, str]]:
    return list(zip(extract.numbers, extract.columns[index], strict=True))


def _rows(cells: list[tuple[int, str]], says: Test) -> list[int]:
    """Return the rows whose cell passes a test; each different cell is looked at once."""
    passed = {text for text in {text for _, text in cells} if says(text)}
    return [number for number, text in cells if text in passed] if passed else []


def _a_birth(text: str) -> bool:
    years = years_in(text)
    return bool(years) and (min(years) <= BORN_BY or _BORN.search(text) is not None)


_ABOUT_PERSONS: dict[str, Test] = {
    "dates of birth": _a_birth,
    "National Insurance numbers": lambda text: _INSURANCE.search(text) is not None,
    "e-mail addresses": lambda text: _EMAIL.search(text) is not None,
    "telephone numbers": lambda text: _TELEPHONE.search(text) is not None,
}
"""What one cell is enough of, where the header does not say that the column is what it is mapped to."""


def _a_sentence(text: str) -> bool:
    return len(text) > _LONG or text.endswith((".", "!", "?"))


def _free_text(text: str) -> bool:
    """Say whether a cell is written by hand about something, and no name."""
    words = len(text.split())
    says = words >= _SOME_WORDS and bool(found_in(header_key(text)))
    dated = bool(years_in(text)) or _SHORT_DATE.search(text) is not None
    return _a_sentence(text) or ";" in text or words >= _MANY_WORDS or says or dated
