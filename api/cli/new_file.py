"""Workbooks and papers are written to new files only: what is there stays as it is.

Change this when a file may be written over.
"""

from contextlib import suppress
from pathlib import Path

from api.cli.screen import refusal

ENDING = ".xlsx"
PAPER_ENDING = ".docx"
BACKUP_ENDING = ".zip"
KINDS = {ENDING: "workbook", PAPER_ENDING: "paper", BACKUP_ENDING: "backup"}


def require_new(path: Path, original: Path | None = None, *, ending: str = ENDING) -> None:
    """End with a message when a workbook or paper cannot be written there.

    Args:
        path: where it is to go.
        original: the file it is made from, if any.
        ending: how its name must end.

    Raises:
        typer.Exit: the name ends otherwise, or something is there already (exit code 2).
    """
    if path.suffix.casefold() != ending:
        raise refusal(f"{path} does not end in {ending}: name the {KINDS[ending]} to write like plan{ending}")
    try:
        taken = path.exists() or path.is_symlink()
        itself = taken and original is not None and path.exists() and path.samefile(original)
    except (OSError, ValueError) as odd:
        raise refusal(f"{str(path)[:80]!r} cannot be the name of a file") from odd
    if itself:
        raise refusal(f"{path} is the {KINDS[ending]} itself and is never written over: name a new file")
    if taken:
        raise refusal(f"{path} is there already and is not written over: name a new file")


def save_new(path: Path, content: bytes, *, ending: str = ENDING) -> None:
    """Write a workbook or paper to a new file; one that cannot be written whole is taken away again.

    Args:
        path: where it goes.
        content: its bytes.
        ending: how its name must end.

    Raises:
        typer.Exit: it cannot be written there; it was said why (exit code 2).
    """
    require_new(path, ending=ending)
    try:
        file = path.open("xb")
    except OSError as refused:
        raise refusal(f"{path} cannot be written: {refused.strerror}") from refused
    try:
        with file:
            file.write(content)
    except OSError as refused:
        with suppress(OSError):  # the reason to tell is the first one
            path.unlink()
        raise refusal(f"{path} cannot be written: {refused.strerror}") from refused
