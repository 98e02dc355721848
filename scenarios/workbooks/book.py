"""A workbook in the making: the looks its sheets share, and bytes that depend on nothing but what is written.

XlsxWriter is used in this room only. It writes no clock of its own into the zip; the date in the properties is fixed.
Rules: design.md promise 2 (same input, same bytes).
Change this when sheets get another look.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scenarios.schema.columns import NUMBER_KINDS, Kind

MADE_BY = "restructure"
_FIXED = datetime(2000, 1, 1, tzinfo=UTC)
_INK = "#1F3864"
_PAPER = "#DCE6F1"
_GREY = "#7F7F7F"
_HEADING = {"bold": True, "font_color": _INK, "bg_color": _PAPER, "bottom": 1, "text_wrap": True, "valign": "top"}
_NUMBER_FORMATS = {Kind.MONEY: "#,##0", Kind.DATE: "yyyy-mm-dd"}
"""Other numbers keep the general format: a date made of 11/37 is kept there as a date, and so is noticed."""


@dataclass
class Book:
    """A workbook that is being written."""

    title: str

    def __post_init__(self) -> None:
        """Start an empty workbook."""
        self._stream = io.BytesIO()
        self.file = xlsxwriter.Workbook(
            self._stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self.file.set_properties({"title": self.title, "author": MADE_BY, "created": _FIXED})

    def sheet(self, name: str) -> Worksheet:
        """Add a sheet after those there are."""
        return self.file.add_worksheet(name)

    def content(self) -> bytes:
        """Close the workbook and return its bytes."""
        self.file.close()
        return self._stream.getvalue()

    @cached_property
    def heading(self) -> Format:
        """The look of a header."""
        return self.file.add_format({**_HEADING, "align": "left", "indent": 1})

    @cached_property
    def heading_of_figures(self) -> Format:
        """The look of a header over figures: to the right, as they are."""
        return self.file.add_format({**_HEADING, "align": "right"})

    @cached_property
    def strong(self) -> Format:
        """The look of a line that stands out."""
        return self.file.add_format({"bold": True, "font_color": _INK})

    @cached_property
    def top(self) -> Format:
        """The look of a word beside text that goes on in the next line."""
        return self.file.add_format({"valign": "top"})

    @cached_property
    def wrapped(self) -> Format:
        """The look of text that goes on in the next line."""
        return self.file.add_format({"text_wrap": True, "valign": "top"})

    @cached_property
    def _of_kinds(self) -> dict[tuple[str, bool], Format]:
        return {}

    def look(self, kind: Kind, *, decimals: bool = False, example: bool = False) -> Format:
        """Return the look of cells of a kind; words are kept as typed, so that no date is made of 2009/10.

        Args:
            kind: the kind of cell.
            decimals: whether a number has pence, or a per cent parts.
            example: whether the cells show an example.
        """
        code = number_format(kind, decimals=decimals)
        if (code, example) not in self._of_kinds:
            style = {"italic": True, "font_color": _GREY} if example else {}
            self._of_kinds[code, example] = self.file.add_format({"num_format": code, "valign": "top", **style})
        return self._of_kinds[code, example]


def number_format(kind: Kind, *, decimals: bool = False) -> str:
    """Return how a spreadsheet shows cells of a kind.

    Args:
        kind: the kind of cell.
        decimals: whether a number has pence, or a per cent parts.
    """
    if kind in (Kind.PERCENT, Kind.PERCENTS_BY_NAME, Kind.HAPPENS):
        return "0.00%" if decimals else "0%"
    if kind is Kind.MONEY and decimals:
        return "#,##0.00"
    if kind in NUMBER_KINDS or kind is Kind.DATE:
        return _NUMBER_FORMATS.get(kind, "General")
    return "@"
