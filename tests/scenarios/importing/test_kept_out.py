"""What a mapping cannot let in: free text and cells about persons; and dates, which are cut out of names.

Change this when another column has to be kept out, or one is refused that names things.
"""

import json
from pathlib import Path

import pytest

from scenarios.importing.dates_in_text import without_dates
from tests.scenarios.importing.extracts import HEADER, csv_bytes, held, table
from tests.scenarios.importing.test_leaks import everything, imported

NOTES = ("Mentors new starters; spoke to Qxabcde 3/5", "", "Mat leave, back in March", "TTO 39 wks", "", "")
WIDER = (*HEADER, "Extra")


def mapped(cells: tuple[str, ...], header: str, use: str, folder: Path) -> tuple[int, list[dict[str, object]], bytes]:
    """Exit code, faults and everything that came out of an extract with one more column mapped to a use."""
    rows = [held(number, Extra=cell) for number, cell in enumerate(cells)]
    content = csv_bytes([[*HEADER, header], *table(rows, WIDER)[1:]])
    (folder / "told.yaml").write_text(f"columns: {{{header}: {use}}}\n", encoding="utf-8")
    run = imported(content, folder, "--mapping", str(folder / "told.yaml"), "--json")
    return run.exit_code, json.loads(run.stdout).get("faults", []), everything(run, folder)


@pytest.mark.parametrize(
    ("cells", "mapping", "code", "row", "says"),
    [
        (NOTES, "Remark: funding", "free-text-kept", 2, "2 rows in all"),
        (("x", "y", "z"), "Comments: cost centre", "free-text-kept", 2, "write 'free text' for it"),
        (("Duty; nights", "Day", "Acting up in South team"), "Xyz: team", "free-text-kept", 2, "kept as team"),
        (("A.", "B.", "Officer"), "Xyz: title", "free-text-kept", 2, "'title' for a column with names only"),
        (("Grant", "Grant, dob 14/02/1981"), "Xyz: funding", "personal-kept", 3, "dates of birth"),
        (("Grant", "QQ 12 34 56 C of post"), "Xyz: funding", "personal-kept", 3, "National Insurance numbers"),
        (("Grant", "see qx@example.invalid", *"ABCDE"), "Xyz: employer", "personal-kept", 3, "e-mail addresses"),
        (("Grant", "ring 0115 496 0000"), "Xyz: grade", "personal-kept", 3, "telephone numbers"),
        (("14/02/1981", "01/03/1979", ""), "Xyz: until", "personal-kept", 2, "dates of birth"),
    ],
)
def test_what_cannot_be_kept(
    cells: tuple[str, ...], mapping: str, code: str, row: int, says: str, tmp_path: Path
) -> None:
    """A fault with the first row, why, and what to write instead; nothing written, nothing of a cell shown."""
    header, use = mapping.split(": ")
    exit_code, (fault, *more), out = mapped(cells, header, use, tmp_path)
    assert (exit_code, more) == (3, [])
    assert (fault["code"], fault["row"], fault["column"]) == (code, row, header)
    assert says in str(fault["message"])
    assert b"qx" not in out
    assert b"1981" not in out
    assert not (tmp_path / "case").exists()


@pytest.mark.parametrize(
    ("cells", "header", "use"),
    [
        (("Public Health Grant 2025/26", "Base", "Families First (year 2)"), "Xyz", "funding"),
        (("01234567890", *(f"CC{number}" for number in range(6))), "Xyz", "cost centre"),
        (("31/03/2027", "30/06/2026", ""), "Xyz", "until"),
        (("Base", "", "Grant, ends 31/03/2027."), "Funding", "funding"),
    ],
)
def test_names_of_things_are_kept(cells: tuple[str, ...], header: str, use: str, tmp_path: Path) -> None:
    """Grants with years, budget codes and ends are what they are mapped to, and a lone date in a name is no reason."""
    exit_code, faults, _ = mapped(
        (*cells, *("Base" if use == "funding" else "" for _ in range(3))), header, use, tmp_path
    )
    assert (exit_code, faults) == (0, [])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Support Officer until 31/03/2027", "Support Officer"),
        ("Support Officer (from 1 April 2025)", "Support Officer"),
        ("Officer (14/02/1981) North", "Officer North"),
        ("Officer, born 2nd March 1980", "Officer"),
        ("2025-04-01", ""),
        ("Grant 2025/26", "Grant 2025/26"),
        ("Grade 7-10-12", "Grade 7-10-12"),
        ("Unit 99/99/2025", "Unit 99/99/2025"),
        ("01/02/2020 to 03/04/2021 Project Officer", "Project Officer"),
    ],
)
def test_dates_are_cut(text: str, left: str) -> None:
    """Whole dates with the words that lead to them; years, points of scales and what is no day stay."""
    assert without_dates(text) == left


def test_a_cut_date_is_told(tmp_path: Path) -> None:
    """The row is told; a cell of nothing but a date is left blank, a title withheld."""
    rows = [held(0, Job_Title="Officer until 31/03/2027"), held(1, Job_Title="31/03/2027", Team="1/2/2020"), held(2)]
    run = imported(csv_bytes(table(rows)), tmp_path, "--json")
    told = {(d["column"], *d["rows"]) for d in json.loads(run.stdout)["doubts"] if d["code"] == "date-cut"}
    assert told == {("Job Title", 2, 3), ("Team", 3)}
    posts = (tmp_path / "case" / "posts.csv").read_text("utf-8")
    assert "P1001,Title withheld,,SO2" in posts
    assert "2027" not in posts
    assert "2020" not in posts
