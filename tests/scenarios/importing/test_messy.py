"""Messy HR extracts: each gives what is expected, `check` accepts what is written, and nothing is lost or leaked.

Change this when an import promises something more.
"""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli.main import app
from scenarios.importing.import_doubts import IMPORT_DOUBT_CODES
from scenarios.importing.import_faults import IMPORT_FAULT_CODES
from scenarios.importing.organogram_doubts import ORGANOGRAM_DOUBT_CODES
from scenarios.reading.load import load_case
from tests.scenarios.importing.extracts import PERSONAL, service
from tests.scenarios.importing.messy import BROKEN, USABLE
from tests.scenarios.importing.messy_kind import Messy
from tests.scenarios.importing.returns_files import BROKEN_RETURNS, RETURNS


def imported(messy: Messy, folder: Path, *flags: str) -> Result:
    """Run the import on a messy file, into a folder `case` beside it."""
    extract = folder / f"extract{messy.ending}"
    extract.write_bytes(messy.content())
    more: tuple[str, ...] = ()
    if messy.mapping is not None:
        (folder / "told.yaml").write_text(messy.mapping, encoding="utf-8")
        more = ("--mapping", str(folder / "told.yaml"))
    return CliRunner().invoke(app, ["import", "hr", str(extract), "-o", str(folder / "case"), *more, *flags])


def everything(run: Result, folder: Path) -> bytes:
    """All bytes that came out: both streams and every file below the folder but the extract."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("extract"))
    return b"\n".join([run.stdout_bytes, run.stderr_bytes, *(path.read_bytes() for path in files)])


def test_there_are_enough_files() -> None:
    """At least twenty-five messy extracts, each under its own name."""
    names = [messy.name for messy in (*USABLE, *BROKEN)]
    assert len(names) >= 25
    assert len(set(names)) == len(names)


def test_every_kind_of_doubt_and_fault_is_reached() -> None:
    """Some messy file expects each kind of doubt and of fault; sizes beyond a case are tested by themselves."""
    doubts = frozenset().union(*(each.doubts for each in (*USABLE, *RETURNS)))
    faults = frozenset().union(*(each.faults for each in (*BROKEN, *BROKEN_RETURNS)))
    assert (IMPORT_DOUBT_CODES | ORGANOGRAM_DOUBT_CODES) - doubts == set()
    assert IMPORT_FAULT_CODES - faults == {"posts-too-big", "too-many-posts"}


@pytest.mark.parametrize("messy", USABLE, ids=lambda messy: messy.name)
def test_a_messy_extract_is_counted(messy: Messy, tmp_path: Path) -> None:
    """Doubts, people, FTE and lines are those expected, every row is counted somewhere, and check finds no fault."""
    run = imported(messy, tmp_path, "--json")
    assert run.exit_code == 0, run.output
    found = json.loads(run.stdout)
    totals = found["totals"]
    assert messy.doubts <= {doubt["code"] for doubt in found["doubts"]}
    expected = {"people": messy.people, "lines": messy.lines}
    expected |= {
        name: None if milli is None else milli / 1000
        for name, milli in (("occupied_fte", messy.occupied), ("established_fte", messy.established))
    }
    assert {name: totals[name] for name, value in expected.items() if value is not None} == {
        name: value for name, value in expected.items() if value is not None
    }
    assert messy.standings.items() <= found["rows"].items()
    posts = load_case(tmp_path / "case").scenario.posts
    assert len(posts) == totals["lines"]
    employed = [post for post in posts if post.contract != "agency"]
    assert sum(post.people.value or 0 for post in employed if post.people is not None) == totals["people"]


@pytest.mark.parametrize("messy", BROKEN, ids=lambda messy: messy.name)
def test_a_broken_extract_is_a_fault(messy: Messy, tmp_path: Path) -> None:
    """What cannot be read is told as faults, all at once, with exit code 3, and nothing is written."""
    run = imported(messy, tmp_path, "--json")
    assert run.exit_code == 3, run.output
    assert {fault["code"] for fault in json.loads(run.stdout)["faults"]} == messy.faults
    assert not (tmp_path / "case").exists()


@pytest.mark.parametrize("messy", [*USABLE, *BROKEN], ids=lambda messy: messy.name)
def test_no_byte_of_a_dropped_column_comes_out(messy: Messy, tmp_path: Path) -> None:
    """No word planted in a person column stands in the streams or in any file, faults included."""
    content = everything(imported(messy, tmp_path), tmp_path).lower()
    assert b"qx" not in content
    assert b"example.invalid" not in content
    assert b"traceback" not in content


def test_nothing_of_sixty_people_comes_out(tmp_path: Path) -> None:
    """Each cell of each person column of a whole service is looked for in everything that came out."""
    messy = next(each for each in USABLE if each.name == "a service")
    content = everything(imported(messy, tmp_path), tmp_path).decode("utf-8", "replace")
    planted = {row[name] for row in service() for name in PERSONAL if len(row.get(name, "")) > 4} - {
        "Vacant",
        "Job share",
    }
    assert len(planted) > 400
    assert [text for text in sorted(planted) if text in content] == []


@pytest.mark.parametrize("messy", USABLE, ids=lambda messy: messy.name)
def test_every_row_is_counted_once(messy: Messy, tmp_path: Path) -> None:
    """Rows by how they are counted, with those left out, are the rows that were given; text and JSON agree."""
    run = imported(messy, tmp_path)
    assert run.exit_code == 0
    document = json.loads(imported(messy, tmp_path, "--json").stdout)
    assert f"Rows read: {sum(document['rows'].values())} " in run.stdout
    assert f"Lines of posts: {document['totals']['lines']}\n" in run.stdout
