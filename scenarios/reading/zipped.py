"""A case as a folder that was zipped, looked at before anything is unpacked.

The folder may stand in the zip at its top or within other folders; beside it, `policies/NAME.csv` may hold the policy
that its head names. Only sheets and the head are unpacked, into a folder of their own that is gone afterwards; whatever
else there is, is named as not read. A zip within the zip is refused: nothing is unpacked twice.
Rules: design.md section 3 (forms; size is looked at before reading).
Change this when a zipped folder may hold something more.
"""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from scenarios.reading import zip_trouble
from scenarios.reading.archive import ZIP_START, Form
from scenarios.reading.disk import MAX_CSV_BYTES
from scenarios.reading.folder import HEAD, load_folder
from scenarios.reading.head import POLICIES
from scenarios.schema import fault_kinds
from scenarios.schema.case import Case
from scenarios.schema.faults import CellTrouble, Fault, ScenarioFaults, Spot

MAX_ZIP_BYTES = 30 * 1024 * 1024
MAX_FILES = 200
MAX_ZIP_UNPACKED_BYTES = 100 * 1024 * 1024
MAX_NAME_BYTES = 200
ARCHIVES = frozenset({".zip", ".7z", ".gz", ".tgz", ".bz2", ".xz", ".rar", ".tar", ".zst"})
SHEET = ".csv"
LITTER = ("__MACOSX", ".")
"""How a folder begins that a computer puts into a zip by itself."""


def load_zip(content: bytes, name: str) -> Case:
    """Return the case that a zipped folder holds.

    Args:
        content: the whole zip.
        name: what the zip is called where something is wrong with it.

    Raises:
        ScenarioFaults: something is wrong with the zip or the case; carries every fault found.
    """
    try:
        with TemporaryDirectory(prefix="restructure-") as place:
            home, aside = _unpack(content, Path(place))
            case = load_folder(home)
            return replace(case, not_read=(*case.not_read, *aside))
    except CellTrouble as trouble:
        raise ScenarioFaults([Fault.at(Spot(name), "", trouble.words)]) from trouble


def _form() -> Form:
    """What a zipped folder may hold."""
    return Form(
        most_entries=MAX_FILES,
        most_unpacked_bytes=MAX_ZIP_UNPACKED_BYTES,
        entries="files",
        damaged=zip_trouble.zip_damaged,
        odd=zip_trouble.odd_file,
        too_much=zip_trouble.too_much_in_zip,
    )


def _unpack(content: bytes, place: Path) -> tuple[Path, list[str]]:
    """Unpack the sheets of a zip, and return where the case stands and the names of what was left packed.

    Raises:
        CellTrouble: the zip is not one that is read.
    """
    if not content:
        raise CellTrouble(fault_kinds.empty_file())
    if len(content) > MAX_ZIP_BYTES:
        raise CellTrouble(fault_kinds.too_big(len(content), MAX_ZIP_BYTES))
    if not content.startswith(ZIP_START):
        raise CellTrouble(zip_trouble.not_a_zip())
    form = _form()
    archive = form.opened(content)
    files = {PurePosixPath(info.filename): info for info in archive.infolist() if not info.is_dir()}
    _refuse_odd(files)
    top = _top(files)
    home, aside = place / "case", list[str]()
    home.mkdir()
    for path, info in sorted(files.items()):
        goes = _goes(path, top)
        if goes is None:
            aside.append(str(path))
            continue
        text = form.unpacked(archive, info, most=MAX_CSV_BYTES + 1)  # one more, so that it is told as too large
        (place / goes).parent.mkdir(exist_ok=True)
        (place / goes).write_bytes(text)
    return home, [name for name in aside if not _is_litter(PurePosixPath(name))]


def _refuse_odd(files: dict[PurePosixPath, zipfile.ZipInfo]) -> None:
    for path in sorted(files):
        if len(path.name.encode(errors="replace")) > MAX_NAME_BYTES:
            raise CellTrouble(zip_trouble.odd_file(str(path)[:80], "has a name longer than is read"))
        if path.suffix.casefold() in ARCHIVES:
            raise CellTrouble(zip_trouble.odd_file(str(path)[:80], "is itself an archive, which is not unpacked"))


def _top(files: dict[PurePosixPath, zipfile.ZipInfo]) -> PurePosixPath:
    """Return the folder in the zip that is the case: the one with a head."""
    found = sorted(path.parent for path in files if path.name == HEAD and not _is_litter(path))
    if not found:
        raise CellTrouble(zip_trouble.no_case_in_zip(HEAD))
    if len(found) > 1:
        raise CellTrouble(zip_trouble.several_cases_in_zip([str(path)[:80] for path in found[:5]]))
    return found[0]


def _is_litter(path: PurePosixPath) -> bool:
    return any(part.startswith(LITTER) for part in path.parts)


def _goes(path: PurePosixPath, top: PurePosixPath) -> str | None:
    """Return where a file of the zip goes beside the others: a sheet, the head or a shared policy; None: it stays."""
    if _is_litter(path):
        return None
    if path.parent == top and (path.name == HEAD or path.suffix.casefold() == SHEET):
        return f"case/{path.name}"
    if path.parent == top.parent / POLICIES and top != PurePosixPath() and path.suffix.casefold() == SHEET:
        return f"{POLICIES}/{path.name}"
    return None
