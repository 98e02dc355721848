"""`restructure equality`: what may be published by default, everything only where it is asked for.

Change this when the table is shown in another way.
"""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli.main import app
from tests.scenarios.reading.small_case import write

WANDSWORTH = "wandsworth-2015"


def test_nothing_of_fourteen_people_is_printed_for_publication() -> None:
    """Neither their number nor any count or share of theirs; the department's own shares stay."""
    run = CliRunner().invoke(app, ["equality", WANDSWORTH])
    assert run.exit_code == 0
    assert "As it may be published\nPeople: *\n" in run.stdout
    assert re.search(r"Sex +Female +\* +\* +77\.5%", run.stdout)
    assert "57%" not in run.stdout
    assert "fewer than 20 people" in run.stdout


def test_the_author_sees_every_count() -> None:
    """Eight women and six others of fourteen."""
    run = CliRunner().invoke(app, ["equality", WANDSWORTH, "--full"])
    assert "not to be published\nPeople: 14\n" in run.stdout
    assert re.search(r"Sex +Female +8 +57% +77\.5%", run.stdout)
    assert re.search(r"Sex +not Female +6 +43% +22\.5%", run.stdout)


def test_both_views_as_json() -> None:
    """The published document holds null where the full one holds a number."""
    published = json.loads(CliRunner().invoke(app, ["equality", WANDSWORTH, "--json"]).stdout)
    full = json.loads(CliRunner().invoke(app, ["equality", WANDSWORTH, "--full", "--json"]).stdout)
    assert (published["full"], published["people"], full["people"]) == (False, None, 14)
    assert {(cell["people"], cell["share_basis_points"], cell["hidden"]) for cell in published["cells"]} == {
        (None, None, True)
    }
    assert sum(cell["people"] for cell in full["cells"]) == 4 * 14


def test_a_share_without_a_count_is_a_question_mark_to_the_author(tmp_path: Path) -> None:
    """Nobody can tell how many people stand behind 0 %, and a department's share may be missing."""
    figures = "characteristic,value,share,compared\nSex,Female,0%,\n"
    run = CliRunner().invoke(app, ["equality", str(write(tmp_path / "case", {"equality.csv": figures})), "--full"])
    assert re.search(r"Female +\? +0% +\?", run.stdout)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Sex,Female,30,,", "not known of how many people: counts without shares do not tell"),
        ("Sex,Female,,0%,", "not known of how many people: no one number of people is behind the shares"),
        ("Sex,Female,5,50%,", "fewer than 20 people"),
    ],
)
def test_why_nothing_is_shown_is_one_reason(row: str, why: str, tmp_path: Path) -> None:
    """Counts without shares, shares that tell nothing, and too few people are told apart."""
    figures = f"characteristic,value,people,share,compared\n{row}\n"
    run = CliRunner().invoke(app, ["equality", str(write(tmp_path / "case", {"equality.csv": figures}))])
    assert f"*: hidden: {why}\n" in run.stdout
    assert ("To see more, type the number of all people affected into the column 'all people'" in run.stdout) == (
        why.startswith("not known")
    )
    full = CliRunner().invoke(app, ["equality", str(tmp_path / "case"), "--full"]).stdout
    assert ("To see more, type the number" in full) == why.startswith("not known")


def test_counts_with_the_number_of_all_people_are_shown(tmp_path: Path) -> None:
    """Thirty and 25 of 60, and nobody's share typed: shown with their shares, and the five others with the smaller."""
    figures = "characteristic,value,people,all people\nSex,Female,30,60\nAge,55 or under,25,\nAge,over 55,30,\n"
    case = str(write(tmp_path / "case", {"equality.csv": figures}))
    published = CliRunner().invoke(app, ["equality", case]).stdout
    assert "People: 60\n" in published
    assert re.search(r"Sex +Female +30 +50%", published)
    assert re.search(r"Age +55 or under +\* +\*", published)
    assert re.search(r"Age +all others +\* +\*", published)
    assert re.search(r"Age +all others +5 +", CliRunner().invoke(app, ["equality", case, "--full"]).stdout)
    assert json.loads(CliRunner().invoke(app, ["equality", case, "--json"]).stdout)["to_type"] == ""


def test_a_case_without_the_sheet_says_so() -> None:
    """Exit code 2 and nothing on the standard output."""
    run = CliRunner().invoke(app, ["equality", "bury-2021"])
    assert (run.exit_code, run.stdout) == (2, "")
    assert "no equality figures" in run.stderr
