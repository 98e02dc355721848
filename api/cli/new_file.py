"""Workbooks are written to new files only: what is there stays as it is.

Change this when a file may be written over.
"""

from pathlib import Path

from api.cli.screen import refusal

ENDING = ".xlsx"


def require_new(path: Path, original: Path | None = None) -> None:
    """End with a message when a workbook cannot be written there.

    Args:
        path: where it is to go.
        original: the workbook it is made from, if any.

    Raises:
        typer.Exit: the name is no .xlsx, or something is there already (exit code 2).
    """
    if path.suffix.casefold() != ENDING:
        raise refusal(f"{path} does not end in {ENDING}: name the workbook to write like plan{ENDING}")
    try:
        taken = path.exists() or path.is_symlink()
        itself = taken and original is not None and path.exists() and path.samefile(original)
    except (OSError, ValueError) as odd:
        raise refusal(f"{str(path)[:80]!r} cannot be the name of a file") from odd
    if itself:
        raise refusal(f"{path} is the workbook itself and is never written over: name a new file")
    if taken:
        raise refusal(f"{path} is there already and is not written over: name a new file")


def save_new(path: Path, content: bytes) -> None:
    """Write a workbook to a new file.

    Args:
        path: where it goes.
        content: its bytes.

    Raises:
        typer.Exit: it cannot be written there; it was said why (exit code 2).
    """
    require_new(path)
    try:
        with path.open("xb") as file:
            file.write(content)
    except OSError as refused:
        raise refusal(f"{path} cannot be written: {refused.strerror}") from refused
