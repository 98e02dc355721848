"""The rows of a batch as files: CSV that Excel opens, and Parquet; written some futures at a time.

The same rows make the same bytes, however many were worked on at a time: groups of rows are cut by the number of the
future. Change this when rows are written in another form.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import IO, Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from scenarios.batches.futures import Future
from scenarios.batches.rows import COLUMNS, Row, frame
from scenarios.reporting.csv_text import BYTE_ORDER_MARK, RUN_BY_SPREADSHEETS

FUTURES_AT_ONCE = 200
Answered = tuple[Future, tuple[Row, ...]]


def frames(answered: Iterable[Answered]) -> Iterator[pd.DataFrame]:
    """Yield the rows as tables of so many futures each."""
    for _, some in groupby(answered, lambda each: each[0].number // FUTURES_AT_ONCE):
        yield frame(some)


def csv_parts(tables: Iterable[pd.DataFrame]) -> Iterator[str]:
    """Yield CSV with the mark by which Excel knows UTF-8, a part for each table; the header stands in any case."""
    yield BYTE_ORDER_MARK + ",".join(COLUMNS) + "\n"
    for table in tables:
        yield _plain(table).to_csv(index=False, header=False, lineterminator="\n")


def _plain(table: pd.DataFrame) -> pd.DataFrame:
    """The table with no text that a spreadsheet would run."""
    texts = [name for name in table.columns if table[name].dtype == "string"]
    return table.assign(**{name: table[name].map(_harmless, na_action="ignore") for name in texts})


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(RUN_BY_SPREADSHEETS) else text


class RowFiles:
    """Writes CSV and Parquet beside each other; on leaving both are whole."""

    def __init__(self, csv: Path, parquet: Path) -> None:
        self._csv = csv
        self._parquet = parquet

    def write(self, answered: Iterable[Answered]) -> None:
        """Write every row, some futures at a time.

        Raises:
            OSError: a file cannot be written.
        """
        schema = schema_of()
        with (
            self._csv.open("w", encoding="utf-8", newline="\n") as file,
            pq.ParquetWriter(self._parquet, schema, compression="zstd") as writer,
        ):
            file.writelines(csv_parts(self._both(frames(answered), writer, schema)))

    def _both(self, tables: Iterable[pd.DataFrame], writer: Any, schema: Any) -> Iterator[pd.DataFrame]:
        for table in tables:
            writer.write_table(pa.Table.from_pandas(table, schema=schema, preserve_index=False))
            yield table


def write_parquet(answered: Iterable[Answered], into: IO[bytes]) -> None:
    """Write the rows as one Parquet file into an open one."""
    schema = schema_of()
    with pq.ParquetWriter(into, schema, compression="zstd") as writer:
        for table in frames(answered):
            writer.write_table(pa.Table.from_pandas(table, schema=schema, preserve_index=False))


def parquet_bytes(answered: Iterable[Answered]) -> bytes:
    """Return the rows as one Parquet file."""
    into = io.BytesIO()
    write_parquet(answered, into)
    return into.getvalue()


def schema_of() -> Any:
    """Return the columns of a batch with their kinds."""
    return pa.Schema.from_pandas(frame([]), preserve_index=False)
