"""Result files: what a planner opens, and what happens to a folder that is there already."""

import json
from pathlib import Path

import pandas as pd
import pytest
import typer

from api.cli.report import Report
from api.cli.result_files import write_files
from api.cli.result_folder import RESULT_FILES, require_free
from scenarios.comparing import result as r
from tests.api.build import body, comparison, head, structure

REPORT = Report(comparison(), "Example Council")


def read(folder: Path, name: str) -> pd.DataFrame:
    """A table as a spreadsheet reads it, every cell as it is written."""
    return pd.read_csv(folder / name, encoding="utf-8-sig", dtype=str, keep_default_na=False)


def test_every_file_is_written_and_named(tmp_path: Path) -> None:
    """The files are those a folder of earlier results may hold, and nothing else is left beside them."""
    names = write_files(REPORT, tmp_path / "deep" / "results")
    assert set(names) == RESULT_FILES
    assert {each.name for each in (tmp_path / "deep" / "results").iterdir()} == RESULT_FILES
    assert [each.name for each in (tmp_path / "deep").iterdir()] == ["results"]


def test_tables_open_in_excel(tmp_path: Path) -> None:
    """Each table starts with the mark of UTF-8 and with the three columns that name the structure."""
    write_files(REPORT, tmp_path / "results")
    for name in sorted(each for each in RESULT_FILES if each.endswith(".csv")):
        assert (tmp_path / "results" / name).read_bytes().startswith(b"\xef\xbb\xbf"), name
        assert list(read(tmp_path / "results", name).columns[:3]) == ["option", "branch", "answer"], name


def test_structures_are_one_row_each(tmp_path: Path) -> None:
    """Every answer is a row; unknown is a question mark, not there is blank, whole numbers are whole."""
    write_files(REPORT, tmp_path / "results")
    table = read(tmp_path / "results", "structures.csv")
    assert len(table) == len(comparison().structures)
    columns = ["option", "answer", "status", "posts", "fte", "cost a year", "saving", "others do as well", "settled"]
    assert table[columns].to_numpy().tolist()[2:9] == [
        ["as proposed", "", "given", "11", "10.5", "?", "?", "", "yes"],
        ["model A", "people first", "designed", "11", "10.5", "349000", "386500", "no", "yes"],
        ["model A", "money first", "designed", "11", "10.5", "349000", "386500", "no", "yes"],
        ["model A", "improved", "infeasible", "", "", "", "", "", "yes"],
        ["model B", "people first", "infeasible", "", "", "", "", "", "yes"],
        ["model C", "people first", "undecided", "11", "10.5", "349000", "386500", "", "no"],
        ["model C", "money first", "undecided", "", "", "", "", "", "no"],
    ]
    assert table["why none"][6] == "6 FTE of work, 4.5 FTE able."
    assert table["what the checker found"][1].startswith("As proposed (Band A): 1.5 FTE of Contract monitoring")
    assert list(table["vacant deleted"])[:4] == ["?", "3", "?", "3"]
    assert list(table["once expected"])[2:4] == ["?", "15000.5"]


def test_payback_is_a_number_never_or_not_known(tmp_path: Path) -> None:
    """Years where they are known; the word where there is no saving; a question mark where something is not known."""
    backs = ((0.5, True), (None, False), (None, None))
    rows = [structure(head("x", "given"), body(payback_years=years, pays_back=back)) for years, back in backs]
    write_files(Report(comparison(*rows), "Example Council"), tmp_path / "results")
    assert list(read(tmp_path / "results", "structures.csv")["payback years"]) == ["0.5", "never", "?"]


def test_work_adds_up_to_what_is_needed(tmp_path: Path) -> None:
    """The rows of a block of work are who does it and what is left; together they are its demand."""
    write_files(REPORT, tmp_path / "results")
    table = read(tmp_path / "results", "work.csv")
    given = table[(table["option"] == "as proposed") & (table["branch"] == "Band A")]
    assert given[["work", "team", "role", "fte"]].to_numpy().tolist() == [
        ["Contract monitoring", "Central", "Officer", "0.5"],
        ["Contract monitoring", "", "left uncovered", "1.5"],
    ]


def test_each_table_says_what_it_is_for(tmp_path: Path) -> None:
    """Posts, people, saving, ledger and what must be true hold the rows of the answer they name."""
    write_files(REPORT, tmp_path / "results")

    def first(name: str) -> list[list[str]]:
        table = read(tmp_path / "results", name)
        mine = table[(table["option"] == "model A") & (table["answer"] == "people first")]
        return mine.iloc[:, 3:].to_numpy().tolist()  # type: ignore[no-any-return]

    assert first("posts.csv") == [
        ["Central", "Officer", "Band A", "6", "6", "218000"],
        ["Central", "Support", "?", "5", "4.5", "?"],
    ]
    assert first("people.csv") == [
        ["staff group", "Organisers", "", "15", "", "9", "12"],
        ["staff group", "Managers", "", "2", "", "0", "0"],
        ["ring-fence", "Organisers", "Officer", "15", "6", "9", ""],
    ]
    assert first("saving.csv") == [
        ["source", "officers", "fewer posts", "269400", ""],
        ["source", "officers", "a post costs more", "-38400", ""],
        ["source", "rent", "", "?", ""],
        ["funding", "Grant", "", "386500", ""],
        ["year", "2015/16", "", "386500", "349000"],
        ["year", "2016/17", "", "?", "?"],
    ]
    ledger = ["Officer", "Central", "Officer", "6", "6", "line total as printed", "218000", "report para 16"]
    assert first("ledger.csv") == [[*ledger, "published", "2013/14 pay", "Grant"]]
    need = ["Day-to-day issues, happens", "'-40%", "'-60%", "'-20%", "'-33%", "above", "0.4 FTE is left uncovered"]
    assert first("must-be-true.csv") == [need]


def test_no_text_is_run_by_a_spreadsheet(tmp_path: Path) -> None:
    """A text that begins like a formula is quoted; a number below nought is a number."""
    line = r.PostLine(team="+SUM(A1)", role="@x", grade=None, posts=1, fte=1.0, annual_cost=-5.0)
    shown = comparison(structure(head("=1+1", "given"), body(lines=(line,))))
    write_files(Report(shown, "Example Council"), tmp_path / "results")
    row = read(tmp_path / "results", "posts.csv").to_numpy().tolist()[0]
    assert row == ["'=1+1", "", "", "'+SUM(A1)", "'@x", "?", "1", "1", "-5"]


def test_a_structure_without_people_or_rows_still_writes(tmp_path: Path) -> None:
    """Tables without rows keep their columns."""
    bare = structure(head("x", "infeasible", anchor="people_first", reasons=("none",)))
    write_files(Report(comparison(bare), "Example Council"), tmp_path / "results")
    table = read(tmp_path / "results", "posts.csv")
    assert len(table) == 0
    assert list(table.columns) == ["option", "branch", "answer", "team", "role", "grade", "posts", "fte", "cost a year"]


def test_the_document_is_the_comparison(tmp_path: Path) -> None:
    """comparison.json holds the whole comparison, keys in order."""
    write_files(REPORT, tmp_path / "results")
    text = (tmp_path / "results" / "comparison.json").read_text("utf-8")
    assert r.Comparison.model_validate_json(text) == comparison()
    assert text == json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False, indent=1) + "\n"


def test_earlier_results_are_replaced(tmp_path: Path) -> None:
    """A folder with result files, or an empty one, is used again: same bytes, nothing added."""
    folder = tmp_path / "results"
    folder.mkdir()
    require_free(folder)
    write_files(REPORT, folder)
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    (folder / "structures.csv").write_text("old", encoding="utf-8")
    require_free(folder)
    write_files(REPORT, folder)
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before


def test_nothing_is_left_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a file cannot be written, earlier results stay as they are and no half-done folder is seen."""
    write_files(REPORT, tmp_path / "results")
    before = {each.name: each.read_bytes() for each in (tmp_path / "results").iterdir()}

    def full(_report: Report) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("api.cli.result_files.page", full)
    other = Report(comparison(comparison().structures[0]), "Example Council")
    with pytest.raises(OSError, match="No space left"):
        write_files(other, tmp_path / "results")
    assert {each.name: each.read_bytes() for each in (tmp_path / "results").iterdir()} == before
    assert [each.name for each in tmp_path.iterdir()] == ["results"]


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Other files in the folder are named, the first three of them, and it is exit code 2."""
    for name in ("a.txt", "b.txt", "c.txt", "d.txt", "posts.csv"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    with pytest.raises(typer.Exit) as end:
        require_free(tmp_path)
    assert end.value.exit_code == 2
    assert "holds other files (a.txt, b.txt, c.txt, ...): name an empty folder" in capsys.readouterr().err


def test_a_file_is_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file where the folder should be, or above it, is told as what it is."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for folder, words in ((tmp_path / "file", "is a file"), (tmp_path / ("n" * 300), "cannot be used")):
        with pytest.raises(typer.Exit):
            require_free(folder)
        assert words in capsys.readouterr().err


def test_no_folder_is_nothing_to_check() -> None:
    """Without -o nothing is asked of any folder."""
    require_free(None)
