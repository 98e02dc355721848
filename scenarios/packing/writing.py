"""A pack written as a folder: all of it, or nothing.

Change this when a pack is handed on in another form.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from scenarios.packing.packed import Packed
from scenarios.packing.pages import CASE
from scenarios.reading.folder import load_folder
from scenarios.reading.writing import folder_files
from scenarios.schema.case import Case


def case_files(packed: Packed) -> dict[str, str]:
    """Return the files of a pack's case by their path in the pack."""
    return {f"{CASE}/{name}": text for name, text in sorted(folder_files(packed.case).items())}


def read_back(files: Mapping[str, str]) -> Case:
    """Return the case that another party will read from the files of a pack.

    Raises:
        ScenarioFaults: what was packed is no case; a defect of ours.
    """
    with TemporaryDirectory(prefix="restructure-") as folder:
        _put(files, Path(folder))
        return load_folder(Path(folder) / CASE)


def write_pack(texts: Mapping[str, str], folder: Path) -> None:
    """Write every file of a pack into a folder that is not there yet, or is empty.

    Args:
        texts: text by path in the pack.
        folder: where it goes.

    Raises:
        OSError: it cannot be written, or the folder is no longer empty.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".restructure-", dir=folder.parent) as beside:
        ready = Path(beside) / "pack"
        ready.mkdir()
        _put(texts, ready)
        if folder.exists():
            folder.rmdir()
        ready.rename(folder)


def _put(texts: Mapping[str, str], folder: Path) -> None:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
