"""Rows written as CSV and Parquet: the same rows, the same bytes, and kinds that do not hang on what stands there.

Change this when rows are written in another form.
"""

import io
from pathlib import Path

import pandas as pd

from scenarios.batches.files import FUTURES_AT_ONCE, RowFiles, parquet_bytes
from scenarios.batches.futures import Future, futures
from scenarios.batches.rows import COLUMNS, Row
from tests.scenarios.batches.small import plan

GIVEN = Row(
    option="as proposed",
    branch="Grade 5",
    outcome="given",
    feasible="yes",
    annual_cost=310_600.5,
    displaced_at_least=17,
    displaced_at_most=23,
    uncovered_fte=1.816,
    posts=11,
    fte=10.5,
    kept_holds=True,
)
NOTHING = Row(option="design", anchor="people_first", outcome="infeasible", feasible="no", why="too little, by far")


def rows(count: int) -> list[tuple[Future, tuple[Row, ...]]]:
    """So many futures, every other one without a structure."""
    whole = plan(draws={"count": count - 1, "seed": 1, "figures": {"demand": {"low": "-5%", "high": "5%"}}})
    return [(future, (GIVEN,) if future.number % 2 else (NOTHING,)) for future in futures(whole)]


def written(folder: Path, found: list[tuple[Future, tuple[Row, ...]]]) -> tuple[bytes, bytes]:
    """The bytes of both files."""
    RowFiles(folder / "rows.csv", folder / "rows.parquet").write(iter(found))
    return (folder / "rows.csv").read_bytes(), (folder / "rows.parquet").read_bytes()


def test_both_files_hold_the_same_rows(tmp_path: Path) -> None:
    """Read back, either has every row in order, over the edge of what is written at once."""
    found = rows(2 * FUTURES_AT_ONCE + 3)
    as_csv, as_parquet = written(tmp_path, found)
    table = pd.read_parquet(io.BytesIO(as_parquet))
    text = pd.read_csv(io.BytesIO(as_csv))
    assert list(table.columns) == list(text.columns) == list(COLUMNS)
    assert list(table["future"]) == list(text["future"]) == list(range(len(found)))
    assert (
        table["annual_cost"].dropna().unique().tolist() == text["annual_cost"].dropna().unique().tolist() == [310_600.5]
    )
    assert list(table["displaced_at_most"].isna()) == [future.number % 2 == 0 for future, _ in found]
    assert str(table["why"].iloc[0]) == str(text["why"].iloc[0]) == "too little, by far"


def test_the_same_rows_are_the_same_bytes(tmp_path: Path) -> None:
    """Written again, and into memory: byte for byte."""
    (tmp_path / "other").mkdir()
    first, second = written(tmp_path, rows(5)), written(tmp_path / "other", rows(5))
    assert first == second
    assert parquet_bytes(rows(5)) == first[1]


def test_a_file_without_rows_still_has_its_columns(tmp_path: Path) -> None:
    """Kinds of columns do not hang on what stands in them."""
    as_csv, as_parquet = written(tmp_path, [])
    assert as_csv.decode("utf-8-sig").strip().split(",") == list(COLUMNS)
    empty, full = pd.read_parquet(io.BytesIO(as_parquet)), pd.read_parquet(io.BytesIO(parquet_bytes(rows(3))))
    assert list(empty.dtypes) == list(full.dtypes)
