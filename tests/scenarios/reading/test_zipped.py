"""A zipped folder reads as the folder does, and a hostile one is refused before anything of it is unpacked.

Change this when a zip can be hostile in another way.
"""

import io
import stat
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from scenarios.library import names, path_of
from scenarios.reading import zipped
from scenarios.reading.disk import MAX_CSV_BYTES
from scenarios.reading.load import load_case
from scenarios.reading.zip_trouble import ZIP_FAULTS
from scenarios.reading.zipped import MAX_FILES, MAX_ZIP_BYTES, load_zip
from scenarios.schema.faults import ScenarioFaults
from scenarios.schema.policy import Policy
from tests.scenarios.reading.small_case import SMALL

Entries = Mapping[str, str | bytes]


def zip_of(entries: Entries) -> bytes:
    """Return a zip of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return stream.getvalue()


def small(*, within: str = "", more: Entries | None = None) -> bytes:
    """Return the small case zipped, in a folder of the zip, with more files beside."""
    return zip_of({**{within + name: text for name, text in SMALL.items()}, **(more or {})})


def folder_zip(name: str) -> bytes:
    """Return a library case zipped as its folder."""
    return zip_of({f"{name}/{file.name}": file.read_bytes() for file in sorted(path_of(name).iterdir())})


def codes(content: bytes) -> list[str]:
    """Return the codes of the faults of a zip; none when it loads."""
    try:
        load_zip(content, "case.zip")
    except ScenarioFaults as found:
        return [fault.code for fault in found.faults]
    return []


def linked(name: str) -> bytes:
    """Return the small case with an entry that is a link."""
    stream = io.BytesIO(small())
    with zipfile.ZipFile(stream, "a") as archive:
        info = zipfile.ZipInfo(name)
        info.create_system = 3
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    return stream.getvalue()


def claiming(content: bytes, name: bytes, size: int) -> bytes:
    """Return a zip in which the list says another size for one file."""
    listed = content.rindex(name) - 46
    return content[: listed + 24] + size.to_bytes(4, "little") + content[listed + 28 :]


@pytest.mark.parametrize("name", names())
def test_a_zipped_library_case_is_the_case(name: str) -> None:
    """Every case of the library, zipped as its folder, reads as the folder does, with its doubts and places."""
    folder, case = load_case(path_of(name)), load_zip(folder_zip(name), f"{name}.zip")
    assert (case.scenario, case.sealed, case.doubts) == (folder.scenario, folder.sealed, folder.doubts)
    assert case.not_read == tuple(f"{name}/{file}" if file == "README.md" else file for file in folder.not_read)


@pytest.mark.parametrize("within", ["", "case/", "drafts/second/"])
def test_the_folder_may_stand_anywhere_in_the_zip(within: str) -> None:
    """The case is found at the top of the zip and within folders."""
    assert load_zip(small(within=within), "case.zip").scenario.header.name == "small"


def test_what_is_no_sheet_stays_packed_and_is_named() -> None:
    """Other files are named as not read; what a computer adds by itself is not worth a word."""
    more = {"c/notes.docx": b"PK\x03\x04", "read me.txt": "x", "__MACOSX/c/._posts.csv": "x", "c/._work.csv": "x"}
    case = load_zip(small(within="c/", more=more), "case.zip")
    assert case.not_read == ("c/notes.docx", "read me.txt")


def test_a_shared_policy_beside_the_folder_is_read() -> None:
    """`policy: NAME` finds policies/NAME.csv beside the folder, within the zip alone."""
    head = {"c/scenario.yaml": SMALL["scenario.yaml"] + "policy: shared\n"}
    policy = {"policies/shared.csv": "item,value\nslot-in match,70%\n"}
    assert codes(small(within="c/", more=head)) == ["not-found"]
    case = load_zip(small(within="c/", more={**head, **policy}), "case.zip")
    assert case.scenario.policy != Policy()
    assert case.not_read == ()


BOMB = b"0," * (3 * 1024 * 1024)
HOSTILE: list[tuple[str, bytes, str]] = [
    ("empty", b"", "empty-file"),
    ("no zip", b"name: x", "not-a-zip"),
    ("cut short", small()[:-30], "zip-damaged"),
    ("over the limit", b"PK\x03\x04" + bytes(MAX_ZIP_BYTES), "too-big"),
    ("out of it", small(more={"../../etc/cron.d/x.csv": "x"}), "odd-file"),
    ("absolute", small(more={"/etc/x.csv": "x"}), "odd-file"),
    ("backslashes", small(more={"..\\x.csv": "x"}), "odd-file"),
    ("a drive", small(more={"C:x.csv": "x"}), "odd-file"),
    ("a link", linked("grades.csv"), "odd-file"),
    ("nested", small(more={"more.zip": small()}), "odd-file"),
    ("a long name", small(more={"x" * 201 + ".csv": "x"}), "odd-file"),
    ("twice but for case", small(more={"POSTS.csv": "x"}), "odd-file"),
    ("a bomb", small(more={"grades.csv": BOMB}), "too-much-in-zip"),
    ("too many", small(more={f"{n}.txt": "" for n in range(MAX_FILES)}), "too-much-in-zip"),
    ("no case", zip_of({"posts.csv": "title\nClerk\n"}), "no-case-in-zip"),
    ("two cases", small(more={f"other/{name}": text for name, text in SMALL.items()}), "several-cases-in-zip"),
]


@pytest.mark.parametrize(("content", "code"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_a_hostile_zip_is_refused(content: bytes, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is one fault that says what to do, and leaves nothing on the disk."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert codes(content) == [code]
    assert list(tmp_path.iterdir()) == []


def test_every_kind_of_fault_of_a_zip_is_reached() -> None:
    """No kind of fault stands there that nothing leads to."""
    assert {code for _, _, code in HOSTILE} >= ZIP_FAULTS


def test_a_file_is_unpacked_no_further_than_the_limit_whatever_size_it_claims() -> None:
    """A sheet that says it is small and is not ends as any sheet that is too large, or as damaged."""
    rows = b"title\n" + b"Clerk\n" * (MAX_CSV_BYTES // 6 + 10)
    honest = small(more={"grades.csv": rows})
    assert codes(honest) in (["too-big"], ["too-much-in-zip"])
    assert codes(claiming(honest, b"grades.csv", 100)) == ["zip-damaged"]


def test_files_that_are_each_small_enough_may_not_be_too_much_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """What all files come to has a limit of its own."""
    whole = sum(len(text.encode()) for text in SMALL.values())
    monkeypatch.setattr(zipped, "MAX_ZIP_UNPACKED_BYTES", whole - 1)
    assert codes(small()) == ["too-much-in-zip"]
    monkeypatch.setattr(zipped, "MAX_ZIP_UNPACKED_BYTES", whole)
    assert codes(small()) == []


def test_a_case_with_faults_tells_them_as_a_folder_does() -> None:
    """Faults of the sheets stand at their places; the folder it was unpacked to is gone and not named."""
    slips = {"posts.csv": "title,posts\nClerk,many\n", "work.csv": "work,share: Clerk\nAll,lots\n"}
    with pytest.raises(ScenarioFaults) as found:
        load_zip(zip_of({**SMALL, **slips}), "case.zip")
    assert {(fault.sheet, fault.row) for fault in found.value.faults} >= {("posts.csv", 2), ("work.csv", 2)}
