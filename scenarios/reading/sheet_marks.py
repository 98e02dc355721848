"""What a reader of values does not tell: errors, formulas without a value, per cents, and what is hidden in a sheet.

python-calamine gives values and no more: an error cell comes out blank, and 45% as 0.45. Here the XML of a sheet is
searched, never built into a tree, which costs a fraction of reading its values.
Rules: ECMA-376 part 1, 18.3.1.4 (cells), 18.3.1.73 (rows), 18.3.1.13 (columns).
Change this when something else about a cell has to be known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.reading import workbook_trouble
from scenarios.schema.cell_places import Position
from scenarios.schema.faults import CellTrouble

_TAG = rb"<(?:[^\s<>/!?:]+:)?"
_ATTRIBUTES = rb"(?:\s+[\w:.]+=\"[^\"<>&']*\")*\s*"
"""Attributes as every program writes them; other ways of writing them could hide where a cell stands."""
_NEAR = rb'(?=[^>]*\sr="(?:[A-Z]|[A-G][A-Z])(?:[1-9][0-9]{0,3}|[1-5][0-9]{4})")'
"""Somewhere in a tag: columns A to GZ, rows 1 to 59,999."""
_ODD_CELL = re.compile(_TAG + rb"c(?=[\s/>])(?!" + _NEAR + _ATTRIBUTES + rb"/?>)([^>]*)>(\s*</)?")
_PLAIN_TAG = re.compile(_ATTRIBUTES + rb"/?")
_FORMULA_PART = _TAG + rb"f\b(?:[^>]*/>|[^>]*>[^<]*</[^>]*>)"
_VALUE_PART = rb"\s*(?:" + _TAG + rb"v\b[^>/]*>([^<]*)<)?"
_FORMULA = re.compile(_TAG + rb"c(\s[^>]*)>\s*" + _FORMULA_PART + _VALUE_PART)
_ERROR = re.compile(_TAG + rb'c(\s[^>]*\bt="e"[^>]*)>\s*(?:' + _FORMULA_PART + rb")?" + _VALUE_PART)
_SPREAD = re.compile(_TAG + rb"(?:mergeCell|hyperlink)(?=[\s/>])([^>]*)>")
_SPREAD_TAG = re.compile(rb"(?:\s+[\w:.]+=\"[^\"<>]*\")*\s*/?")
_BLOCK = re.compile(rb'\sref="([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?"')
MAX_SPREAD = 1_000_000
"""Cells in merged blocks and links of a sheet; writers make room for each of them."""
_ROW = re.compile(_TAG + rb'row(\s[^>]*\bhidden="(?:1|true)"[^>]*)>')
_COLUMN = re.compile(_TAG + rb'col(\s[^>]*\bhidden="(?:1|true)"[^>]*)>')
_REFERENCE = re.compile(rb'\sr="([A-Z]{1,3})([0-9]{1,7})"')
_NUMBER = {name: re.compile(rb"\s" + name + rb'="([0-9]{1,7})"') for name in (b"r", b"min", b"max")}
_TEXT_RESULT = re.compile(rb'\st="str"')
MAX_LISTED = 200


@dataclass(frozen=True)
class Marks:
    """What stands in the XML of a sheet beside its values; positions in order."""

    errors: dict[Position, str]
    """Cells that show an error, and which (such as #REF!)."""
    formulas: frozenset[Position]
    not_worked_out: tuple[Position, ...]
    """Formulas that no program has worked out yet."""
    percents: frozenset[Position]
    """Cells shown as per cents."""
    hidden_rows: tuple[int, ...]
    hidden_columns: tuple[int, ...]
    left_to_do: bool
    """Whether the workbook says its formulas are to be worked out when it is opened."""


def require_near(xml: bytes) -> None:
    """Refuse a sheet with a filled cell outside what is read, one that does not say where it stands, or vast blocks.

    Readers of values make room for every cell between the first and the last, so one far cell would take all memory.

    Raises:
        CellTrouble: there is such a cell.
    """
    for found in _ODD_CELL.finditer(xml):
        is_plain = _PLAIN_TAG.fullmatch(found[1]) is not None
        if is_plain and (found[1].endswith(b"/") or found[2]):
            continue  # a style without a value, as of a whole row or column
        reference = _REFERENCE.search(found[1])
        if reference is None or not is_plain:
            raise CellTrouble(workbook_trouble.odd_part("sheet", "has a cell that does not say where it stands"))
        raise CellTrouble(workbook_trouble.far_cell((reference[1] + reference[2]).decode()))
    spread = 0
    for found in _SPREAD.finditer(xml):
        block = _BLOCK.search(found[1])
        if block is None or _SPREAD_TAG.fullmatch(found[1]) is None:
            raise CellTrouble(
                workbook_trouble.odd_part("sheet", "has a merged block that does not say where it stands")
            )
        if block[3] is not None:
            spread += (abs(int(block[4]) - int(block[2])) + 1) * (abs(_column(block[3]) - _column(block[1])) + 1)
        if spread > MAX_SPREAD:
            raise CellTrouble(workbook_trouble.far_cell(block[0].decode().strip().removeprefix("ref=").strip('"')))


def marks_of(xml: bytes, percent_styles: frozenset[int], *, left_to_do: bool) -> Marks:
    """Return what stands in the XML of a sheet beside its values.

    Args:
        xml: the sheet, after `require_near`.
        percent_styles: numbers of the styles that show per cents.
        left_to_do: whether the workbook says its formulas are to be worked out when it is opened.
    """
    formulas: set[Position] = set()
    undone: list[Position] = []
    for position, found in _placed(_FORMULA, xml) if b"<f" in xml or b":f" in xml else ():
        formulas.add(position)
        shown = (found[2] or b"").strip()
        is_text = _TEXT_RESULT.search(found[1]) is not None
        if (not shown and not is_text) or (left_to_do and shown in (b"", b"0")):
            undone.append(position)
    errors: dict[Position, str] = {}
    for position, found in _placed(_ERROR, xml) if b'="e"' in xml else ():
        errors[position] = (found[2] or b"an error").decode("utf-8", "replace")[:20]
    columns = [
        number
        for found in _COLUMN.finditer(xml)
        for number in range(_number(found[1], b"min") - 1, min(_number(found[1], b"max"), MAX_LISTED))
    ]
    rows = [_number(found[1], b"r") - 1 for found in _ROW.finditer(xml)]
    return Marks(
        errors=dict(sorted(errors.items())),
        formulas=frozenset(formulas),
        not_worked_out=tuple(sorted(undone)),
        percents=_percents(xml, percent_styles),
        hidden_rows=tuple(sorted(rows)),
        hidden_columns=tuple(sorted(columns)),
        left_to_do=left_to_do,
    )


def _percents(xml: bytes, styles: frozenset[int]) -> frozenset[Position]:
    """Return the cells of some styles; there may be one in every row, so they are not looked at one by one."""
    if not styles:
        return frozenset()
    numbers = b"|".join(str(number).encode() for number in sorted(styles))
    cells = re.compile(_TAG + rb'c(?=\s[^>]*?\bs="(?:' + numbers + rb')")[^>]*?\sr="([A-Z]{1,3})([0-9]{1,7})"')
    places = cells.findall(xml)
    columns = {letters: _column(letters) for letters, _ in places}
    return frozenset((int(row) - 1, columns[letters]) for letters, row in places)


def _placed(pattern: re.Pattern[bytes], xml: bytes) -> Iterator[tuple[Position, re.Match[bytes]]]:
    """Yield where each cell found stands, and what was found."""
    for found in pattern.finditer(xml):
        reference = _REFERENCE.search(found[1])
        if reference is not None:
            yield (int(reference[2]) - 1, _column(reference[1])), found


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _number(attributes: bytes, name: bytes) -> int:
    found = _NUMBER[name].search(attributes)
    return 0 if found is None else int(found[1])
