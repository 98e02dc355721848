"""A table of results as CSV text that a spreadsheet opens as it should, and runs nothing of.

Change this when a spreadsheet runs, or misreads, another kind of cell.
"""

import pandas as pd

from scenarios.reporting.result_tables import Cell, Table

BYTE_ORDER_MARK = "\ufeff"
RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would run."""


def csv_text(table: Table) -> str:
    """A table as CSV with the mark by which Excel knows UTF-8."""
    columns, rows = table
    cells = [[_cell(row.get(column)) for column in columns] for row in rows]
    frame = pd.DataFrame(cells, columns=list(columns), dtype=object)
    return BYTE_ORDER_MARK + str(frame.to_csv(index=False, lineterminator="\n"))


def _cell(value: Cell) -> Cell:
    """Return a cell as a spreadsheet should see it: whole numbers whole, and no text that it would run."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and value.startswith(RUN_BY_SPREADSHEETS):
        return f"'{value}"
    return value
