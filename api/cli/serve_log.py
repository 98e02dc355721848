"""Where the log of `restructure serve` goes: to the error output, or to a file, so that a terminal shows the link.

Change this when the log can go somewhere else.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TextIO

from api.cli.screen import refusal
from api.cli.store_option import chosen_address
from api.store.location import default_address, file_of

ERROR_OUTPUT: Final = "-"
FILE: Final = "server.log"


@dataclass(frozen=True)
class Log:
    """A stream that takes lines, and the file it is, if it is one."""

    stream: TextIO
    file: Path | None


def place_of(asked: str | None, store: str, *, on_a_terminal: bool) -> Path | None:
    """Return the file that the log goes to; None for the error output.

    Args:
        asked: a file or "-", as it was asked for, or None.
        store: the address of the store; a log of nobody's choice lies beside its file, or in the user's data folder.
        on_a_terminal: whether the error output is one: lines of a log would carry the link away there.
    """
    if asked is not None:
        return None if asked == ERROR_OUTPUT else Path(asked)
    if not on_a_terminal:
        return None
    beside = file_of(store) or file_of(default_address())
    return None if beside is None else beside.with_name(FILE)


@contextmanager
def opened_log(asked: str | None, store: str | None) -> Iterator[Log]:
    """Yield where the log goes. A file is for its owner alone, and is added to.

    Raises:
        typer.Exit: the file cannot be written; it was said what to do (exit code 2).
    """
    file = place_of(asked, chosen_address(store), on_a_terminal=sys.stderr.isatty())
    if file is None:
        yield Log(sys.stderr, None)
        return
    try:
        number = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    except OSError as refused:
        words = f"the log cannot be written to {file}: {refused.strerror}. Name another with --log FILE, or --log -"
        raise refusal(words) from refused
    with open(number, "a", encoding="utf-8", buffering=1) as stream:
        yield Log(stream, file.absolute())
