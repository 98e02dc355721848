"""The last net: an exception of ours becomes one line with a run id, never a traceback on a planner's screen.

Rules: design.md section 2 (exceptions are ours: logged once, with the run id). The run id comes from the input, so
that the same input that fails twice is reported under one id. Change this when defects are logged elsewhere too.
"""

import traceback
from collections.abc import Sequence
from contextvars import ContextVar
from hashlib import sha256
from types import TracebackType

import typer
from typer.exceptions import TyperException

from api.cli.exit_codes import ExitCode

INPUT_DIGEST: ContextVar[str] = ContextVar("INPUT_DIGEST", default="")
"""Digest of the case that was read; blank before one is."""

SHOWN_DIGITS = 12


class Defects:
    """While it is open, whatever is neither data nor usage ends the command with one line and exit code 1."""

    def __init__(self, arguments: Sequence[str], *, debug: bool) -> None:
        self._arguments = arguments
        self._debug = debug

    @property
    def run_id(self) -> str:
        """The beginning of the input's digest; of the arguments, as long as no case is read."""
        digest = INPUT_DIGEST.get() or sha256("\0".join(self._arguments).encode()).hexdigest()
        return digest[:SHOWN_DIGITS]

    def __enter__(self) -> None:
        """Nothing is read yet."""
        INPUT_DIGEST.set("")

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _where: TracebackType | None
    ) -> None:
        """Tell of a defect; let ends, usage and a closed pipe through."""
        through = (typer.Exit, typer.Abort, TyperException, BrokenPipeError)
        if not isinstance(error, Exception) or isinstance(error, through):
            return
        if self._debug:
            typer.echo("".join(traceback.format_exception(error)), err=True)
        words = "The designer itself failed; your data are not to blame. Please report it with run id"
        hint = (
            "" if self._debug else " (what to send with it: the same command with --debug straight after restructure)"
        )
        typer.echo(f"{words} {self.run_id}.{hint}", err=True)
        raise typer.Exit(ExitCode.DEFECT) from error
