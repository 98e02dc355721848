"""Where text goes and how wide it is; how words are printed stands in api/shown.py, for every door alike.

Change this when text needs another width, or another screen.
"""

import sys

import typer
from rich.console import Console
from rich.padding import Padding

from api.cli.exit_codes import ExitCode
from api.shown import PIPE_COLUMNS, plain, words

__all__ = ["LEAST_COLUMNS", "PIPE_COLUMNS", "indented", "plain", "refusal", "screen", "tell", "words"]
LEAST_COLUMNS = 104


def screen() -> Console:
    """Return the console of the standard output: as wide as the terminal, or a fixed width into a file or pipe."""
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    console.width = max(LEAST_COLUMNS, console.width) if console.is_terminal else PIPE_COLUMNS
    return console


def indented(text: str, style: str = "") -> Padding:
    """Return a text two columns in, also where it goes on in the next line."""
    return Padding(words(text, style), (0, 0, 0, 2), expand=False)


def tell(text: str) -> None:
    """Print a line beside the results, on the error output."""
    typer.echo(plain(text), err=True)


def refusal(text: str, code: ExitCode = ExitCode.USAGE) -> typer.Exit:
    """Say what is wrong with what was asked, and return the end of the command, to be raised."""
    tell(f"restructure: {text}")
    return typer.Exit(code)
