"""compare and design from what is typed to what is printed, written and returned, on a small case."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli.main import app
from api.cli.result_folder import RESULT_FILES
from scenarios.comparing import result as r
from scenarios.comparing.answers import Asking
from scenarios.schema.case import Case
from tests.api.build import body, comparison, head, structure
from tests.scenarios.reading.small_case import POSTS, WORK, write

FORBIDDEN = re.compile(r"\b(best|optimal|optimum|proven|dominated)\b", re.IGNORECASE)
TIGHT = {"limits.csv": "item,value\nceiling,1000\n"}


def run(*arguments: object) -> Result:
    """Run the command line as a planner does."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small case in a folder."""
    return write(tmp_path / "small", {})


def answered(monkeypatch: pytest.MonkeyPatch, *structures: r.StructureResult) -> list[Asking]:
    """Let the office answer with these structures, and keep what it was asked."""
    asked: list[Asking] = []

    def office(_case: Case, asking: Asking) -> r.Comparison:
        asked.append(asking)
        return comparison(*structures)

    monkeypatch.setattr("scenarios.runs.compare.compare_case", office)
    return asked


def test_compare_answers_every_option(small: Path) -> None:
    """No change, the given structure and the designed ones stand in one table, with words and no claim too many."""
    found = run("compare", small)
    assert found.exit_code == 0
    assert found.stderr == ""
    for words in ("no change", "as proposed", "designed: people first", "£525,500", "£269,000"):
        assert words in found.stdout
    assert FORBIDDEN.findall(found.stdout) == []


def test_compare_counts_the_doubts_that_check_tells(small: Path) -> None:
    """The same number in check, in the line of compare and design, in the page and in the JSON document."""
    (small / "posts.csv").write_text(POSTS.replace("8,7.5,8", "8,9,8"), encoding="utf-8")
    told = len(json.loads(run("check", small, "--json").stdout)["doubts"])
    assert told
    assert json.loads(run("compare", small, "--json").stdout)["doubts"] == told
    for command in ("compare", "design"):
        assert f"The data have {told} doubt" in run(command, small).stdout


def test_json_is_one_document_and_the_same_every_time(small: Path) -> None:
    """Two runs print the same bytes: one document, keys in order, no seconds and no row numbers."""
    first, second = run("compare", small, "--json"), run("compare", small, "--json")
    assert first.stdout_bytes == second.stdout_bytes
    document = json.loads(first.stdout)
    assert first.stdout == json.dumps(document, sort_keys=True, ensure_ascii=False, indent=1) + "\n"
    assert [s["status"] for s in document["structures"][:2]] == ["as_is", "given"]
    assert re.findall(r'"(?:row|seconds|time|duration)', first.stdout) == []


def test_rows_in_another_order_print_the_same_bytes(small: Path, tmp_path: Path) -> None:
    """The order of rows in the files reaches no answer."""
    header, *rows = POSTS.splitlines()
    other = {"posts.csv": "\n".join([header, *reversed(rows)]) + "\n"}
    first, second = run("compare", small, "--json"), run("compare", write(tmp_path / "other", other), "--json")
    assert first.stdout_bytes == second.stdout_bytes


def test_files_are_written_where_asked(small: Path, tmp_path: Path) -> None:
    """-o writes every file, says so on the error output, and the JSON file is what --json prints."""
    found = run("compare", small, "--json", "-o", tmp_path / "out")
    assert {each.name for each in (tmp_path / "out").iterdir()} == RESULT_FILES
    assert f"Written to {tmp_path / 'out'}: comparison.html, " in found.stderr
    assert (tmp_path / "out" / "comparison.json").read_bytes() == found.stdout_bytes
    for each in (tmp_path / "out").iterdir():
        text = each.read_text("utf-8-sig")
        assert FORBIDDEN.findall(text.replace('"proven"', "")) == [], each.name


def test_a_folder_in_use_is_refused_before_the_search(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder with other files ends the command before anything is worked out."""
    asked = answered(monkeypatch)
    found = run("compare", small, "-o", small)
    assert (found.exit_code, found.stdout, asked) == (2, "", [])
    assert "holds other files" in found.stderr


def test_a_disk_that_refuses_is_told(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was printed stays; the reason is told, exit code 2, no traceback."""
    answered(monkeypatch)

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("api.cli.result_files.write_files", full)
    found = run("compare", small, "-o", tmp_path / "out")
    assert found.exit_code == 2
    assert "cannot be written: No space left on device" in found.stderr


def test_progress_is_told_when_asked_for(small: Path) -> None:
    """--progress tells option, anchor and goal on the error output; nothing of it reaches the JSON."""
    found = run("compare", small, "--json", "--progress")
    assert re.search(r"^designed, people first: people displaced", found.stderr, re.MULTILINE)
    json.loads(found.stdout)


def test_an_infeasible_option_is_an_outcome_of_compare(tmp_path: Path) -> None:
    """Under a ceiling nothing fits: compare has an outcome for every option and exits with 0, design with 4."""
    folder = write(tmp_path / "tight", TIGHT)
    compared, designed = run("compare", folder), run("design", folder, "--option", "designed")
    assert (compared.exit_code, designed.exit_code) == (0, 4)
    for found in (compared, designed):
        assert "designed: people first = money first: no structure fits" in " ".join(found.stdout.split())
        assert "its cheapest posts cost at least £202,049." in found.stdout


def test_what_is_not_settled_is_exit_code_five(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An undecided answer among the others is told by the exit code, and is no infeasibility."""
    answered(monkeypatch)
    found = run("compare", small)
    assert found.exit_code == 5
    assert "model C: people first: not settled" in found.stdout


@pytest.mark.parametrize(
    ("effort", "expected"),
    [([], (60.0, 200_000)), (["--effort", "6"], (6.0, 20_000)), (["--effort", "0.001"], (0.001, 3))],
)
def test_effort_limits_both_engines(
    small: Path, monkeypatch: pytest.MonkeyPatch, effort: list[str], expected: tuple[float, int]
) -> None:
    """The effort asked for shrinks the limits of both solvers alike."""
    asked = answered(monkeypatch)
    run("compare", small, *effort)
    settings = asked[0].watch.settings
    assert (settings.effort, settings.nodes) == expected


def test_near_must_be_an_option(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--near hands the option on; one that is not there is told with those that are, exit code 2."""
    asked = answered(monkeypatch)
    run("compare", small, "--near", "as proposed")
    assert asked[0].near == "as proposed"
    found = run("compare", small, "--near", "as propsed")
    assert (found.exit_code, len(asked)) == (2, 1)
    assert (
        "there is no option 'as propsed'; did you mean 'as proposed'? "
        "The options are: no change, as proposed, designed" in found.stderr
    )
    assert "there is no option 'zzz'. The options are: " in run("compare", small, "--near", "zzz").stderr


def test_an_option_to_be_designed_cannot_be_stayed_near_to(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no posts before it is designed, and may have none at all; it is said what can be named instead."""
    asked = answered(monkeypatch)
    found = run("compare", small, "--near", "designed")
    assert (found.exit_code, found.stdout, asked) == (2, "", [])
    assert "'designed' is to be designed" in found.stderr
    assert "options with posts of their own: no change, as proposed" in found.stderr


def test_what_posts_changed_is_counted_from_is_said(small: Path) -> None:
    """From today; from the given option with --near, also where the case lists no options."""
    plain, near = run("compare", small), run("compare", small, "--near", "as proposed")
    assert (plain.exit_code, near.exit_code) == (0, 0)
    assert "posts changed from today" in " ".join(plain.stdout.split())
    said = " ".join(near.stdout.split())
    assert "posts changed from 'as proposed'" in said
    assert "posts changed from today" not in said


def test_design_answers_what_is_to_be_designed(small: Path) -> None:
    """Without a name every option to design is answered, and none that is given."""
    document = json.loads(run("design", small, "--json").stdout)
    assert {answer["option"] for answer in document["structures"]} == {"designed"}


def test_design_of_a_given_option_is_a_slip(small: Path) -> None:
    """An option given by hand cannot be designed: it is said which can."""
    found = run("design", small, "--option", "as proposed")
    assert found.exit_code == 2
    assert "options to design: designed" in found.stderr


def test_design_without_work_says_what_is_missing(tmp_path: Path) -> None:
    """A case without work has nothing to design from."""
    folder = write(tmp_path / "bare", {"work.csv": None, "able.csv": None})
    found = run("design", folder)
    assert found.exit_code == 2
    assert "give the case its work" in found.stderr
    assert "options to design: none" in run("design", folder, "--option", "as proposed").stderr


@pytest.mark.parametrize(
    ("statuses", "code"),
    [
        (("designed", "infeasible"), 0),
        (("designed", "undecided"), 5),
        (("infeasible", "infeasible"), 4),
        (("infeasible", "undecided"), 5),
    ],
)
def test_the_codes_of_design(
    small: Path, monkeypatch: pytest.MonkeyPatch, statuses: tuple[r.Status, ...], code: int
) -> None:
    """Undecided before infeasible; infeasible only when nothing was designed."""
    made = [
        structure(head("designed", status, anchor="people_first"), body() if status == "designed" else None)
        for status in statuses
    ]
    answered(monkeypatch, *made)
    assert run("design", small).exit_code == code


def test_a_defect_of_ours_is_one_line(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception of ours ends with exit code 1 and a run id that the input decides; --debug shows where."""

    def fails(_case: Case, _asking: Asking) -> r.Comparison:
        raise ZeroDivisionError("inside")

    monkeypatch.setattr("scenarios.runs.compare.compare_case", fails)
    first, again, shown = run("compare", small), run("compare", small), run("--debug", "compare", small)
    assert (first.exit_code, first.stdout) == (1, "")
    assert first.stderr == again.stderr
    assert len(first.stderr.splitlines()) == 1
    assert re.search(r"Please report it with run id [0-9a-f]{12}\.", first.stderr)
    assert "Traceback" not in first.stderr
    assert shown.stderr.count("ZeroDivisionError: inside") == 1


def test_a_defect_while_reading_has_an_id_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Before a case is read the run id comes from what was typed."""

    def fails(_path: Path) -> Case:
        raise ZeroDivisionError

    monkeypatch.setattr("api.cli.case_argument.load_case", fails)
    found = run("check", tmp_path)
    assert found.exit_code == 1
    assert re.search(r"run id [0-9a-f]{12}\.", found.stderr)


def test_no_fault_of_data_is_a_traceback(tmp_path: Path) -> None:
    """A case whose every file is rubbish ends with faults, whatever the command."""
    rubbish = dict.fromkeys(("scenario.yaml", "posts.csv", "work.csv", "able.csv"), b"\xff\xfe\x00rubbish")
    folder = write(tmp_path / "rubbish", rubbish)
    for command in ("check", "design", "compare"):
        found = run(command, folder)
        assert found.exit_code == 3
        assert "Traceback" not in found.output


def test_share_that_is_not_known_is_told(tmp_path: Path) -> None:
    """Work of unknown amount is named as not known, in the text and in the JSON."""
    work = WORK + "Liaison,?,,\n"
    folder = write(tmp_path / "unknown", {"work.csv": work, "able.csv": None})
    assert "Not known" in run("compare", folder).stdout


def test_the_summary_is_the_table_of_a_comparison(small: Path) -> None:
    """The same rows and the sentences on designs; no structure in full, and what must be true is not looked for."""
    full, short = run("compare", small), run("summary", small)
    assert (full.exit_code, short.exit_code) == (0, 0)
    assert full.stdout.startswith(short.stdout)
    assert "Beside as proposed: " in short.stdout
    assert "1. no change [today's establishment]" not in short.stdout


def test_the_summary_asks_for_no_break_evens(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A structure to stay near is passed on; an undecided answer ends the command as such."""
    asked = answered(monkeypatch, structure(head("designed", "undecided", anchor="people_first"), {}))
    assert run("summary", small, "--near", "as proposed").exit_code == 5
    assert [(each.near, each.break_evens) for each in asked] == [("as proposed", False)]
    assert run("summary", small, "--near", "other").exit_code == 2
