"""Ways in which something about a person could slip into what is kept, each closed.

Change this when another way is found.
"""

import json
import random
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli.main import app
from tests.scenarios.importing.extracts import HEADER, csv_bytes, held, service, table, token
from tests.scenarios.importing.messy_kind import workbook

Rows = list[dict[str, str]]


def imported(content: bytes, folder: Path, *flags: str, ending: str = ".csv") -> Result:
    """Run the import on an extract, into a folder `case` beside it."""
    extract = folder / f"extract{ending}"
    extract.write_bytes(content)
    return CliRunner().invoke(app, ["import", "hr", str(extract), "-o", str(folder / "case"), *flags])


def everything(run: Result, folder: Path) -> bytes:
    """All bytes that came out, in small letters."""
    case = folder / "case"
    files = [path.read_bytes() for path in sorted(case.iterdir())] if case.exists() else []
    return b"\n".join([run.stdout_bytes, run.stderr_bytes, *files]).lower()


def _rows() -> Rows:
    return [held(number) for number in range(6)]


def _numbers_of_persons() -> Rows:
    return [{**row, "Position Number": row["Employee Number"]} for row in _rows()]


def _names_in(name: str) -> Rows:
    return [{**row, name: f"{row['Surname']} - {row['Forename']}"} for row in _rows()]


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        (_numbers_of_persons(), HEADER),
        (_names_in("Position Number"), HEADER),
        (_names_in("Cost Centre"), HEADER),
        (_names_in("Grade"), HEADER),
        (_names_in("Team"), HEADER),
        (_names_in("Service"), HEADER),
        (_rows(), tuple(f"Notes ({token(0)})" if name == "Notes" else name for name in HEADER)),
        (_rows(), tuple("Beschreibung" if name == "Job Title" else name for name in HEADER)),
        ([{**row, "Was": f"The officer {row['Surname']} leads the team."} for row in _rows()], (*HEADER, "Was")),
    ],
    ids=lambda value: "",
)
def test_no_way_out(rows: Rows, header: tuple[str, ...], tmp_path: Path) -> None:
    """Names in headers, post numbers, budgets, grades and units, and numbers of persons as posts, never come out."""
    renamed = {new: old for new, old in zip(header, HEADER, strict=False) if new != old}
    cells = [{**row, **{new: row.get(old, "") for new, old in renamed.items() if old in row}} for row in rows]
    content = everything(imported(csv_bytes(table(cells, header)), tmp_path), tmp_path)
    assert b"qx" not in content
    assert [row["Employee Number"] for row in rows if row["Employee Number"].encode() in content] == []


@pytest.mark.parametrize("column", ["Surname", "Line Manager", "Annual Salary", "Email", "Date of Birth"])
def test_a_mapping_cannot_keep_a_person_column(column: str, tmp_path: Path) -> None:
    """A mapping that asks for a person column to be kept is a fault that names the column only."""
    (tmp_path / "told.yaml").write_text(f"columns: {{{column}: funding}}\n", encoding="utf-8")
    run = imported(csv_bytes(table(_rows())), tmp_path, "--mapping", str(tmp_path / "told.yaml"), "--json")
    assert run.exit_code == 3
    assert [fault["code"] for fault in json.loads(run.stdout)["faults"]] == ["person-kept"]
    assert b"qx" not in everything(run, tmp_path)


def test_a_column_without_a_header_is_named_by_its_letter(tmp_path: Path) -> None:
    """The mapping file speaks of a column by its letter, also where its header may not be shown."""
    header = tuple(f"Notes ({token(0)})" if name == "Notes" else name for name in HEADER)
    rows = [{**row, header[-1]: "word"} for row in _rows()]
    assert imported(csv_bytes(table(rows, header)), tmp_path).exit_code == 0
    assert "column Y: free text" in (tmp_path / "case" / "mapping.yaml").read_text("utf-8")
    assert imported(csv_bytes(table(rows, header)), tmp_path).exit_code == 0


def test_agency_as_a_name(tmp_path: Path) -> None:
    """Where the holder's name is "Agency", the post is held by agency."""
    run = imported(
        csv_bytes(table([held(0), held(1, Surname="Agency worker", Employee_Number="")])), tmp_path, "--json"
    )
    assert json.loads(run.stdout)["rows"]["agency workers, in no staff group"] == 1


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_changes_no_posts(seed: int, tmp_path: Path) -> None:
    """An extract with its rows in another order gives the same posts.csv, byte by byte."""
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    rows = service()
    imported(csv_bytes(table(rows)), one)
    random.Random(seed).shuffle(rows)  # noqa: S311 - no secret
    imported(csv_bytes(table(rows)), other)
    assert (one / "case" / "posts.csv").read_bytes() == (other / "case" / "posts.csv").read_bytes()


def test_a_workbook_and_a_csv_file_are_the_same(tmp_path: Path) -> None:
    """The same service as .xlsx and as CSV gives the same posts."""
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    imported(csv_bytes(table(service())), one)
    run = imported(workbook([("Staff", table(service()), False)]), other, ending=".xlsx")
    assert run.exit_code == 0, run.output
    assert (one / "case" / "posts.csv").read_bytes() == (other / "case" / "posts.csv").read_bytes()
