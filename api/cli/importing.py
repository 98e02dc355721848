"""What both imports share: the folder they write, faults, and handing over.

Change this when another import joins them.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from api.cli.exit_codes import ExitCode
from api.cli.json_text import print_json
from api.cli.screen import refusal, screen, tell
from api.cli.trouble import print_trouble, trouble_json
from scenarios.importing.posts_file import EARLIER, MAPPING, ORGANOGRAM, POSTS, earlier_files, write_case
from scenarios.reading.folder import HEAD
from scenarios.schema.faults import ScenarioFaults

Folder = Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="Folder of the case to be written.")]


def require_own(folder: Path) -> None:
    """End with a message when posts of another making stand in the folder: an import would put its own there.

    Raises:
        typer.Exit: the folder cannot be used (exit code 2).
    """
    try:
        there = earlier_files(folder)
    except OSError as unreadable:
        raise refusal(f"{folder} cannot be used: {unreadable.strerror}") from unreadable
    if POSTS in there and not there & {MAPPING, ORGANOGRAM}:
        raise refusal(f"{folder} holds a {POSTS} that no import has written: name another folder")


def end_with_faults(found: ScenarioFaults, *, as_json: bool) -> NoReturn:
    """Print every fault of what was to be imported, and end with exit code 3."""
    if as_json:
        print_json({"faults": trouble_json(found.faults), "doubts": trouble_json(found.doubts)})
    else:
        print_trouble(screen(), "Nothing was written. Faults, to be mended first", found.faults)
    raise typer.Exit(ExitCode.FAULTS)


def hand_over(folder: Path, files: Mapping[str, str], elsewhere: tuple[Path, str] | None = None) -> tuple[str, ...]:
    """Write the files of a case, and say so on the error output; return the names of those written.

    Args:
        folder: the folder of the case.
        files: text by name.
        elsewhere: a file kept outside the folder, and its text.

    Raises:
        typer.Exit: they cannot be written (exit code 2).
    """
    try:
        written = write_case(folder, files)
        if elsewhere is not None:
            elsewhere[0].write_text(elsewhere[1], encoding="utf-8", newline="")
            tell(f"Written: {elsewhere[0]}")
    except OSError as unwritable:
        raise refusal(f"{folder} cannot be written: {unwritable.strerror}") from unwritable
    tell(f"Written to {folder}: {', '.join(sorted(written))}")
    if EARLIER in written:
        tell(f"The {POSTS} that stood there is kept as {EARLIER}.")
    if HEAD in files and HEAD not in written:
        tell(f"{HEAD} was changed and stays as it is: authority, title and the rest of the head are typed there.")
    tell(f"Next: restructure check {folder}")
    return written
