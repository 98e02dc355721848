"""What the parts of a workbook say about each other: its sheets, where each is kept, and which styles are per cents.

Rules: ECMA-376 part 1, 18.2 (workbook) and 18.8 (styles). Parsed from parts that unpack.py has looked at.
Change this when something else about a workbook as a whole has to be known.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from scenarios.reading import workbook_trouble
from scenarios.reading.unpack import WORKBOOK_PART, Package
from scenarios.schema.faults import CellTrouble

RELATIONS_PART = "xl/_rels/workbook.xml.rels"
PERCENT_FORMATS = frozenset({9, 10})
"""Numbers of the built-in formats 0% and 0.00% (18.8.30)."""
MAX_SHEETS = 200
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.')
_TRUE = frozenset({"1", "true", "on"})


@dataclass(frozen=True)
class SheetPart:
    """A sheet of cells: its name, the part it is kept in, and whether it is hidden."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True)
class Contents:
    """What a workbook says of itself: its sheets in order, shared parts, styles, and whether it was worked out."""

    sheets: tuple[SheetPart, ...]
    shared_parts: tuple[str, ...]
    percent_styles: frozenset[int]
    not_worked_out: bool
    """Whether the program that wrote it left the formulas to the spreadsheet that opens it."""


def contents_of(package: Package) -> Contents:
    """Return what a workbook says of itself.

    Args:
        package: the workbook; the parts looked at are unpacked.

    Raises:
        CellTrouble: the parts that hold the workbook together are missing, damaged or odd.
    """
    book = _parsed(package, WORKBOOK_PART)
    relations = _relations(package)
    sheets: list[SheetPart] = []
    for sheet in _named(book, "sheet"):
        kind, part = relations.get(_attribute(sheet, "id"), ("", ""))
        if kind == "worksheet":
            hidden = sheet.get("state", "visible") != "visible"
            sheets.append(SheetPart(sheet.get("name", ""), part, hidden))
    if len(sheets) > MAX_SHEETS:
        raise CellTrouble(workbook_trouble.too_much_inside(f"more than {MAX_SHEETS} sheets"))
    missing = [sheet.part for sheet in sheets if sheet.part not in package.infos]
    if missing or not sheets:
        raise CellTrouble(workbook_trouble.damaged("it has no sheet of cells, or one that is missing"))
    shared = tuple(part for kind, part in relations.values() if kind in ("sharedStrings", "styles"))
    styles = next((part for kind, part in relations.values() if kind == "styles"), None)
    left = any(calc.get("fullCalcOnLoad", "").casefold() in _TRUE for calc in _named(book, "calcPr"))
    percents = frozenset[int]() if styles not in package.infos else _percent_styles(_parsed(package, styles))
    return Contents(tuple(sheets), tuple(part for part in shared if part in package.infos), percents, left)


def _parsed(package: Package, part: str) -> ET.Element:
    try:
        return ET.fromstring(package.part(part))  # noqa: S314 - document types and entities were refused
    except ET.ParseError as broken:
        raise CellTrouble(workbook_trouble.damaged(f"{part} cannot be read")) from broken


def _named(element: ET.Element, name: str) -> Iterator[ET.Element]:
    """Yield the elements of a name below one, whatever its namespace (there are two in use)."""
    return (each for each in element.iter() if each.tag.rpartition("}")[2] == name)


def _attribute(element: ET.Element, name: str) -> str:
    """Return an attribute that stands in a namespace of its own."""
    return next((value for key, value in element.items() if key.endswith("}" + name)), "")


def _relations(package: Package) -> dict[str, tuple[str, str]]:
    """Return kind and part of everything the workbook refers to inside itself, by id."""
    found: dict[str, tuple[str, str]] = {}
    for relation in _named(_parsed(package, RELATIONS_PART), "Relationship"):
        target = relation.get("Target", "")
        part = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
        if relation.get("TargetMode", "Internal") == "Internal":
            found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], part)
    return found


def _percent_styles(styles: ET.Element) -> frozenset[int]:
    """Return the numbers of the cell styles that show a number as a per cent."""
    formats = set(PERCENT_FORMATS)
    for custom in _named(styles, "numFmt"):
        if "%" in _QUOTED.sub("", custom.get("formatCode", "")):
            formats.add(_whole(custom.get("numFmtId")))
    cells = next(_named(styles, "cellXfs"), None)
    rows = [] if cells is None else [each for each in cells if each.tag.rpartition("}")[2] == "xf"]
    return frozenset(number for number, row in enumerate(rows) if _whole(row.get("numFmtId")) in formats)


def _whole(text: str | None) -> int:
    return int(text) if text is not None and re.fullmatch(r"[0-9]{1,9}", text) else -1
