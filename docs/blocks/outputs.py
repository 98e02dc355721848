"""What the commands of the documents print: each run once, in a folder of its own, in a fixed width, without colour.

The example cases stand in that folder as they do in the project, and results are written there, never into the project.
Change this when a document shows a command that needs something else around it.
"""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from docs.blocks.markers import BlockError

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = Path("docs", "examples")
PROGRAM = "restructure"
PLAIN = {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "100", "PYTHONUTF8": "1"}


class Outputs:
    """Runs commands in a folder that is gone afterwards, and remembers what each printed."""

    def __enter__(self) -> Self:
        """Make the folder, with the example cases in it."""
        self._folder = TemporaryDirectory(prefix="restructure-docs-")
        self.home = Path(self._folder.name)
        shutil.copytree(ROOT / EXAMPLES, self.home / EXAMPLES)
        self._printed: dict[str, list[str]] = {}
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Take the folder away."""
        self._folder.cleanup()

    def run(self, commands: Iterable[tuple[str, int]]) -> None:
        """Run each command line once.

        Args: command lines, each with the exit code it should end with.
        Raises BlockError when a line is no command of ours, or ends with another exit code.
        """
        for line, code in commands:
            if line not in self._printed:
                self._printed[line] = self._run(line, code)

    def printed(self, line: str) -> list[str]:
        """The lines a command printed on its standard output, without blanks at their ends."""
        return self._printed[line]

    def written(self, name: str) -> list[str]:
        """The lines of a file that a command has written, named from the folder it ran in."""
        return (self.home / name).read_text("utf-8-sig").splitlines()

    def drawn(self, name: str) -> str:
        """The whole text of a picture that a command has written, named from the folder it ran in."""
        return (self.home / name).read_text("utf-8")

    def _run(self, line: str, code: int) -> list[str]:
        name, *arguments = shlex.split(line, comments=True)
        if name != PROGRAM:
            raise BlockError(f"'{line}' is not a command of {PROGRAM}")
        program = Path(sys.executable).with_name(PROGRAM)
        kept = {key: value for key, value in os.environ.items() if key not in ("FORCE_COLOR", "COLORTERM")}
        ended = subprocess.run(  # noqa: S603 - our own program, with arguments from our own documents
            [str(program), *arguments], cwd=self.home, env={**kept, **PLAIN}, capture_output=True, check=False
        )
        if ended.returncode != code:
            told = ended.stderr.decode("utf-8", "replace")
            raise BlockError(f"'{line}' ended with exit code {ended.returncode}, not {code}: {told}")
        return [text.rstrip() for text in ended.stdout.decode("utf-8").splitlines()]
