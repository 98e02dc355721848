"""Folders: what is tolerated, what is not read, shared policies and hostile files."""

import os
from pathlib import Path

import pytest

from scenarios.reading.disk import read_text
from scenarios.reading.load import load_case
from scenarios.schema.faults import CellTrouble, ScenarioFaults
from scenarios.schema.figure import DEFAULT_SOURCE
from tests.scenarios.reading.small_case import HEAD, POSTS, WORK, faults, load, write


def test_typing_habits_are_tolerated(tmp_path: Path) -> None:
    """A byte order mark, CRLF, hard blanks, blank rows, other case in headers and blank last columns change nothing."""
    typed = POSTS.replace("title,", " Title ,").replace("\n", ",,\r\n").replace("North", "\u00a0North ")
    plain = load(tmp_path)
    other = load_case(write(tmp_path / "other", {"posts.csv": "\ufeff" + typed + "\r\n,,\r\n"}))
    assert other.scenario == plain.scenario


def test_what_is_not_known_is_listed(tmp_path: Path) -> None:
    """Other files, columns and items are listed as not read."""
    case = load(
        tmp_path,
        {
            "posts.csv": POSTS.replace("people", "remark"),
            "limits.csv": "item,value,remark\nspare fte,1,x\nweather,fine,\n",
            "notes.txt": "x",
            "photographs.csv": "x",
            "scenario.yaml": HEAD + "colour: green\n",
        },
    )
    assert case.not_read == (
        "limits.csv, row 3, weather",
        "limits.csv: remark",
        "notes.txt",
        "photographs.csv",
        "posts.csv: remark",
        "scenario.yaml, colour",
    )


def test_a_source_is_the_nearest_one_stated(tmp_path: Path) -> None:
    """A figure's own source goes before its row's, and that before its sheet's; a default names itself."""
    case = load(
        tmp_path,
        {
            "scenario.yaml": HEAD + "sources: {posts: para 7, limits: para 9}\n",
            "posts.csv": "title,posts,fte,source\nService Organiser,8,7.5 [table 2],\nClerk,1,?,para 8\n",
            "limits.csv": "item,value,source\nceiling,100,\nspan high,8,minutes\n",
        },
    )
    first, second = case.scenario.posts
    limits = case.scenario.limits
    figures = [first.posts, first.milli_fte, second.milli_fte, limits.ceiling_pence, limits.span_high]
    assert [figure.source for figure in figures if figure is not None] == [
        "para 7",
        "table 2",
        "para 8",
        "para 9",
        "minutes",
    ]
    assert limits.spare_milli_fte.source == DEFAULT_SOURCE


def test_a_guess_may_be_marked_on_any_cell(tmp_path: Path) -> None:
    """~ and ? on names, dates and yes/no are kept beside the value."""
    case = load(
        tmp_path,
        {
            "posts.csv": "title,fte,grade,until\nService Organiser,1,~Grade 5,?\n",
            "policy.csv": "item,value\nup allowed,~n\nselection by team,?\n",
        },
    )
    post, policy = case.scenario.posts[0], case.scenario.policy
    assert (post.grade, post.assumed, post.unknown) == ("Grade 5", ("grade",), ("until_date",))
    assert (policy.up_allowed, policy.assumed, policy.unknown) == (False, ("up_allowed",), ("selection_by_team",))


def test_cases_of_one_authority_share_its_policy(tmp_path: Path) -> None:
    """`policy: NAME` reads policies/NAME.csv beside the folder, unless the folder has its own."""
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "example.csv").write_text("item,value\nslot-in match,65%\n")
    head = {"scenario.yaml": HEAD + "policy: example\n"}
    shared = load_case(write(tmp_path / "one", head)).scenario.policy.slot_in_basis_points
    own = load_case(write(tmp_path / "two", {**head, "policy.csv": "item,value\n\nslot-in match,50%\n"}))
    assert shared is not None
    assert shared.value == 6500
    assert own.scenario.policy.slot_in_basis_points is not None
    assert own.scenario.policy.slot_in_basis_points.value == 5000


def test_a_sheet_that_cannot_be_read_starts_no_other_fault(tmp_path: Path) -> None:
    """Where posts cannot be read, no title is called unknown: nobody knows what it would have defined."""
    assert [fault.sheet for fault in faults(tmp_path, {"posts.csv": b"\xff\xfe"})] == ["posts.csv"]


@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_only_ordinary_files_are_read(kind: str, tmp_path: Path) -> None:
    """A link, a folder or a pipe in place of a sheet is refused without being opened."""
    folder = write(tmp_path / "case", {"posts.csv": None, "work.csv": None})
    target = folder / "posts.csv"
    if kind == "link":
        target.symlink_to(tmp_path / "elsewhere.csv")
    elif kind == "folder":
        target.mkdir()
    else:
        os.mkfifo(target)
    with pytest.raises(ScenarioFaults) as found:
        load_case(folder)
    assert ("posts.csv", "not-a-file") in [(fault.sheet, fault.code) for fault in found.value.faults]


def test_a_large_file_is_not_opened(tmp_path: Path) -> None:
    """Size is looked at before reading."""
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(10**9)
    with pytest.raises(CellTrouble) as refused:
        read_text(path, 1000)
    assert refused.value.words.code == "too-big"


@pytest.mark.parametrize("name", ["nothing", "nothing.json", "case.pdf"])
def test_what_is_no_case_is_a_fault(name: str, tmp_path: Path) -> None:
    """A path without a case is told in words."""
    with pytest.raises(ScenarioFaults) as found:
        load_case(tmp_path / name)
    assert [fault.code for fault in found.value.faults] == ["not-found"]


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    """Rows beyond the limit are not turned into objects."""
    found = faults(tmp_path, {"work.csv": WORK + "x,,,\n" * 50_000})
    assert [(fault.sheet, fault.code) for fault in found if fault.code == "too-many"] == [("work.csv", "too-many")]
