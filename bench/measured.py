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
    """What the process told; with `ended`, nothing: after how many seconds it was ended, or its last words."""

    told: Mapping[str, Any] = field(default_factory=dict)
    ended: str = ""


def measured(command: Sequence[str], *, seconds: float, text: str | None = None) -> Measured:
    """Run a measurement.

    Args: the command; seconds of the clock after which it is ended; what it reads.
    """
    try:
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return Measured(ended=f"ended after {seconds:.0f} s")
    except subprocess.CalledProcessError as failed:
        return Measured(ended=f"failed: {last_words(failed.stderr)}")
    return Measured(told=json.loads(done.stdout.splitlines()[-1]))


def last_words(text: str) -> str:
    """The last line that says something, cut to what a cell can hold."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1][:90] if lines else "without a word"
