"""Where text goes and how wide it is: planners' words are printed as they stand, never read as markup.

Change this when text needs another width, or another screen.
"""

import sys

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from api.cli.exit_codes import ExitCode

PIPE_COLUMNS = 120
LEAST_COLUMNS = 104
STAND_IN = "\N{REPLACEMENT CHARACTER}"


def screen() -> Console:
    """Return the console of the standard output: as wide as the terminal, or a fixed width into a file or pipe."""
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    console.width = max(LEAST_COLUMNS, console.width) if console.is_terminal else PIPE_COLUMNS
    return console


def plain(text: str) -> str:
    """Return a text of the visitor's without signs that steer a terminal; line ends stay."""
    return "".join(sign if sign.isprintable() or sign == "\n" else STAND_IN for sign in text)


def words(text: str, style: str = "") -> Text:
    """Return a text as rich prints it, without markup or signs that steer a terminal."""
    return Text(plain(text), style=style)


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
