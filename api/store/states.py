"""How a run stands, and how its author marked it: the words kept in the database and shown by every door.

Rules: limits of an engine give undecided, which repeats; an operator's limit on seconds gives failed, with the reason.
Change this when a run can stand in a new way; words are added, never changed, as stored rows hold them.
"""

from enum import StrEnum


class RunState(StrEnum):
    """How a run stands."""

    QUEUED = "queued"
    RUNNING = "running"
    FINISHED = "finished"
    INFEASIBLE = "infeasible"
    UNDECIDED = "undecided"
    FAILED = "failed"
    CANCELLED = "cancelled"


UNFINISHED = frozenset({RunState.QUEUED, RunState.RUNNING})
ANSWERED = frozenset({RunState.FINISHED, RunState.INFEASIBLE, RunState.UNDECIDED})
ENDED = frozenset(RunState) - UNFINISHED


class Mark(StrEnum):
    """What the author says of a run."""

    DRAFT = "draft"
    PUT_TO_CONSULTATION = "put to consultation"
    SET_ASIDE = "set aside"
