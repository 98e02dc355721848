"""Organograms: control totals survive exactly, what is odd is told and kept, and `check` accepts what is written.

Published returns are looked at as well wherever `../shared` is there. Change this when an import promises more.
"""

import csv
import io
import json
from fractions import Fraction
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli.main import app
from scenarios.importing.control_totals import decimal_text, posts_totals
from scenarios.importing.organogram import import_organogram
from scenarios.reading.load import load_case
from tests.scenarios.importing.returns_files import BROKEN_RETURNS, RETURNS, Returns, junior_row, of, senior_row

PUBLISHED = Path(__file__).resolve().parents[4] / "shared" / "data" / "organograms"


_CEILINGS = ("Actual Pay Ceiling", "Payscale Maximum")


def pairs() -> list[tuple[str, bytes, bytes]]:
    """Every organogram there is: the generated ones, then published ones where they are at hand."""
    generated = [(each.name, each.senior, each.junior) for each in RETURNS]
    found = sorted(PUBLISHED.glob("*-senior.csv"))
    return generated + [
        (path.name, path.read_bytes(), path.with_name(path.name.replace("senior", "junior")).read_bytes())
        for path in found
    ]


def imported(senior: bytes, junior: bytes, folder: Path, *flags: str) -> Result:
    """Run the import on two files, into a folder `case` beside them."""
    (folder / "senior.csv").write_bytes(senior)
    (folder / "junior.csv").write_bytes(junior)
    files = [str(folder / "senior.csv"), str(folder / "junior.csv")]
    return CliRunner().invoke(app, ["import", "organogram", *files, "-o", str(folder / "case"), *flags])


def column(content: bytes, name: str) -> list[str]:
    """The cells of one column of a CSV file, by the beginning of its header, read by the csv module alone."""
    text = content.decode("utf-8-sig") if b"\xef" in content[:3] or _is_utf_8(content) else content.decode("cp1252")
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    place = next(index for index, cell in enumerate(header) if cell.startswith(name))
    return [row[place].strip() for row in rows]


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def plain_number(text: str) -> Fraction | None:
    """A number a test can read without the code it tests: digits, a point, commas and a pound sign."""
    digits = text.replace(",", "").replace("£", "")
    return Fraction(digits) if digits.replace(".", "", 1).isdigit() else None


@pytest.mark.parametrize("returns", RETURNS, ids=lambda returns: returns.name)
def test_totals_of_a_return(returns: Returns, tmp_path: Path) -> None:
    """Rows, FTE and pay at both ends are those worked out by hand, doubts are told, and check finds no fault."""
    run = imported(returns.senior, returns.junior, tmp_path, "--json")
    assert run.exit_code == 0, run.output
    document = json.loads(run.stdout)
    assert returns.doubts <= {doubt["code"] for doubt in document["doubts"]}
    both = next(part for part in document["control_totals"] if part["part"] == "both files")
    assert both["in_the_files"] == both["in_organogram_csv"]
    found = both["in_the_files"]
    assert found["rows"] == returns.rows
    assert Fraction(found["fte"]) == returns.fte
    assert Fraction(found["pay_minimum"]) == returns.low_pounds
    assert Fraction(found["pay_maximum"]) == returns.high_pounds
    load_case(tmp_path / "case")


@pytest.mark.parametrize(
    ("name", "senior", "junior"), pairs(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_nothing_is_lost(name: str, senior: bytes, junior: bytes, tmp_path: Path) -> None:
    """Rows and FTE written are those in the files as the csv module reads them; posts.csv holds what still exists."""
    assert name
    assert imported(senior, junior, tmp_path).exit_code == 0
    given = [column(senior, "FTE"), column(junior, "Number of Posts in FTE")]
    known = [number for cells in given for cell in cells if (number := plain_number(cell))]
    with (tmp_path / "case" / "organogram.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == sum(map(len, given))
    assert sum(Fraction(row["fte"]) for row in rows if row["fte"] != "?") == sum(known)
    for end, headers in (("minimum", ("Actual Pay Floor", "Payscale Minimum")), ("maximum", _CEILINGS)):
        cells = [*column(senior, headers[0]), *column(junior, headers[1])]
        pay = [number for cell in cells if (number := plain_number(cell))]
        assert sum(Fraction(row[f"pay {end}"]) for row in rows if row[f"pay {end}"] != "?") == sum(pay)
    today = [row for row in rows if row["holder"] != "eliminated"]
    case = load_case(tmp_path / "case").scenario
    assert len(case.posts) == len(today)
    exact = sum((Fraction(row["fte"]) for row in today if row["fte"] != "?"), Fraction(0))
    written = posts_totals((tmp_path / "case" / "posts.csv").read_text("utf-8")).milli_fte
    assert abs(Fraction(written, 1000) - exact) <= Fraction(len(today), 2000)


@pytest.mark.parametrize("returns", [*RETURNS, *BROKEN_RETURNS], ids=lambda returns: returns.name)
def test_no_name_comes_out(returns: Returns, tmp_path: Path) -> None:
    """No name, address or note of a return stands in a stream or a file that was written."""
    run = imported(returns.senior, returns.junior, tmp_path)
    folder = tmp_path / "case"
    files = [path.read_bytes() for path in sorted(folder.iterdir())] if folder.exists() else []
    content = b"\n".join([run.stdout_bytes, run.stderr_bytes, *files]).lower()
    assert [word for word in (b"qx", b"example.invalid", b"tolven", b"traceback") if word in content] == []


@pytest.mark.parametrize("returns", BROKEN_RETURNS, ids=lambda returns: returns.name)
def test_a_broken_return_is_a_fault(returns: Returns, tmp_path: Path) -> None:
    """What is no return is told as faults, in text and JSON, and nothing is written."""
    run = imported(returns.senior, returns.junior, tmp_path, "--json")
    assert run.exit_code == 3
    assert {fault["code"] for fault in json.loads(run.stdout)["faults"]} == returns.faults
    text = imported(returns.senior, returns.junior, tmp_path)
    assert text.exit_code == 3
    assert "Nothing was written. Faults, to be mended first" in text.stdout
    assert not (tmp_path / "case").exists()


def test_unknown_pay_stays_unknown(tmp_path: Path) -> None:
    """A line without pay costs `?`; one with both ends costs `?` between them, to the pence of FTE times pay."""
    lower = [junior_row("0.61", Minimum="19335", Maximum="25847"), junior_row("2", Minimum="0", Maximum="0")]
    each = of("pay", lower=lower)
    assert imported(each.senior, each.junior, tmp_path).exit_code == 0
    costs = {
        post.milli_fte.value: post.cost_pence for post in load_case(tmp_path / "case").scenario.posts if post.milli_fte
    }
    known, unknown = costs[610], costs[2000]
    assert known is not None
    assert unknown is not None
    assert (known.value, known.low, known.high) == (None, 1179435, 1576667)
    assert unknown.bounds is None


def test_spellings_of_grades_are_told(tmp_path: Path) -> None:
    """Grades that differ in writing only are one grade in posts.csv, and the screen says which were folded."""
    grades = ("Executive Officer (EO)", "EO", "Executive Officer", "E.O.", "EO (London)", "Grade 7 (G7)", "G7")
    each = of("grades", lower=[junior_row("1", Grade=grade) for grade in grades])
    run = imported(each.senior, each.junior, tmp_path)
    assert {post.grade for post in load_case(tmp_path / "case").scenario.posts} >= {"EO (London)", "SCS1"}
    assert len({post.grade for post in load_case(tmp_path / "case").scenario.posts}) == 4
    assert "Names in several spellings, read as one: 2" in run.stdout
    assert "'Grade 7 (G7)' (1): read as 'G7' (1)" in run.stdout
    text = (tmp_path / "case" / "organogram.csv").read_text("utf-8")
    assert {*grades} <= {row["grade as printed"] for row in csv.DictReader(io.StringIO(text, newline=""))}


def test_the_order_of_rows_changes_no_posts(tmp_path: Path) -> None:
    """Returns with their rows in another order give the same posts.csv, byte by byte."""
    texts = []
    for number, turned in enumerate((False, True)):
        folder = tmp_path / str(number)
        folder.mkdir()
        upper = [senior_row("1"), senior_row("2", "1"), senior_row("2", "1", Unit="Other")]
        lower = [junior_row("3"), junior_row("4", Grade="EO"), junior_row("5", Unit="Other")]
        each = of("order", upper[::-1] if turned else upper, lower[::-1] if turned else lower)
        assert imported(each.senior, each.junior, folder).exit_code == 0
        texts.append((folder / "case" / "posts.csv").read_bytes())
    assert texts[0] == texts[1]


def test_reading_again_is_the_same(tmp_path: Path) -> None:
    """The import without the command line gives the same lines, however often it is asked."""
    (tmp_path / "s.csv").write_bytes(RETURNS[0].senior)
    (tmp_path / "j.csv").write_bytes(RETURNS[0].junior)
    one, two = (import_organogram(tmp_path / "s.csv", tmp_path / "j.csv") for _ in range(2))
    assert one.lines() == two.lines()
    assert one.files("a") == two.files("a")


@pytest.mark.parametrize(
    ("number", "text"),
    [(Fraction(29, 2), "14.5"), (Fraction(-1, 8), "-0.125"), (Fraction(7), "7"), (Fraction(22, 37), "22/37")],
)
def test_decimals_are_exact(number: Fraction, text: str) -> None:
    """A number is written with all its decimals, or as a fraction where they do not end."""
    assert decimal_text(number) == text
    assert Fraction(text) == number
