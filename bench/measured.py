"""One measurement in a process of its own, which ends with a line of JSON; how it ended where it has none.

Change this when a measurement hands over something else than its last line.
"""

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What the process told; with `ended`, nothing. `late_seconds`: after how many it was ended; None otherwise."""

    told: Mapping[str, Any] = field(default_factory=dict)
    ended: str = ""
    late_seconds: float | None = None

    @property
    def seconds(self) -> float | None:
        """What it took, or was given; None where it failed or was not run."""
        taken: float | None = self.told.get("seconds", self.late_seconds)
        return taken

    @property
    def why_none(self) -> str:
        """Why it has no seconds; empty where it has."""
        return self.ended if self.seconds is None else ""


def late(seconds: float) -> Measured:
    """One that was ended after so many seconds."""
    return Measured(ended=f"ended after {seconds:.0f} s", late_seconds=seconds)


def measured(command: Sequence[str], *, seconds: float, text: str | None = None) -> Measured:
    """Run a measurement.

    Args: the command; seconds of the clock after which it is ended; what it reads.
    """
    try:
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return late(seconds)
    except subprocess.CalledProcessError as failed:
        return Measured(ended=f"failed: {last_words(failed.stderr)}")
    return Measured(told=json.loads(done.stdout.splitlines()[-1]))


def last_words(text: str) -> str:
    """The last line that says something, cut to what a cell can hold."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1][:90] if lines else "without a word"
