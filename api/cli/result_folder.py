"""Whether a folder may take result files, asked before anything is searched for.

Change this when a result file gets another name.
"""

from pathlib import Path

from api.cli.screen import refusal

RESULT_FILES = frozenset(
    {
        *("comparison.html", "comparison.json", "structures.csv", "posts.csv", "people.csv"),
        *("work.csv", "saving.csv", "ledger.csv", "must-be-true.csv"),
    }
)
"""The files of a comparison."""


def require_free(folder: Path | None, files: frozenset[str] = RESULT_FILES) -> None:
    """End with a message when the folder is a file, cannot be read, or holds anything but earlier result files.

    Args:
        folder: where results are to go; None: nowhere.
        files: the names result files have.

    Raises:
        typer.Exit: the folder cannot be used (exit code 2).
    """
    if folder is None:
        return
    try:
        if folder.exists() and not folder.is_dir():
            raise refusal(f"{folder} is a file: name a folder for the results")
        others = sorted(each.name for each in folder.iterdir() if each.name not in files) if folder.exists() else []
    except OSError as unreadable:
        raise refusal(f"{folder} cannot be used: {unreadable.strerror}") from unreadable
    if others:
        some = ", ".join(others[:3]) + (", ..." if len(others) > 3 else "")
        raise refusal(f"{folder} holds other files ({some}): name an empty folder, or one with earlier results")
