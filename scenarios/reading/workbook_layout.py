"""How a case is laid out in a workbook: the names of its sheets beside those that every form of case has.

`case` holds what `scenario.yaml` holds in a folder, as items and values; every other sheet is called as its file in a
folder. The tool's own sheets hold no data of the case.
Rules: design.md section 3 (forms).
Change this when a workbook gets another sheet that a folder does not have.
"""

from __future__ import annotations

CASE_SHEET = "case"
SOURCE_ITEM = "source:"
"""What an item starts with that gives the source of a sheet, as in `source: posts`."""
POLICY_ITEM = "policy"

GUIDE_SHEET = "how to fill in"
LISTS_SHEET = "lists"
RESULTS_SHEET = "check results"
OWN_SHEETS = frozenset({GUIDE_SHEET, LISTS_SHEET, RESULTS_SHEET})
"""Sheets that the tool writes for people to read; they are passed over when a case is read."""

EXAMPLE = "[example]"
"""What a name in an example row starts with; no name can hold a bracket, so no row of a case looks like it."""
MEANING = "meaning"
"""The column of a sheet of items in which the tool says what each is; it is passed over."""


def is_source_item(item: str) -> bool:
    """Say whether an item of the sheet `case` gives the source of a sheet."""
    return item.strip().casefold().startswith(SOURCE_ITEM)
