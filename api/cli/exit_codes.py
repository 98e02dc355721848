"""What the command's exit code says; scripts outside the project rely on it (design.md section 7).

Change this when a command can end in a new way; codes are added, never changed.
"""

from collections.abc import Mapping
from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ended. DEFECT is ours; HARD_STOP is a second Ctrl-C, in the numbering shells use for it."""

    DONE = 0
    DEFECT = 1
    USAGE = 2
    FAULTS = 3
    INFEASIBLE = 4
    UNDECIDED = 5
    HARD_STOP = 130


ENDINGS: Mapping[str, ExitCode] = {
    "finished": ExitCode.DONE,
    "infeasible": ExitCode.INFEASIBLE,
    "undecided": ExitCode.UNDECIDED,
}
"""The exit code by how an answer ended (scenarios/runs/question.py)."""
