"""What a worker tells the server about a run while it works: that it began, how far it is, that its search ended.

Told through Dask's own topics, so that workers elsewhere tell it in the same way. Never part of a result.
Change this when progress has to say more.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict

from scenarios.reporting.amounts import stage_text
from solver.search import StageReport


class Kind(StrEnum):
    """What is told."""

    BEGAN = "began"
    PROGRESS = "progress"
    LEFT = "left"


class Told(BaseModel):
    """One message: about the work of this key, from the worker at this address."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind
    key: str
    worker: str
    progress: dict[str, Any] | None = None


@dataclass(frozen=True)
class Standing:
    """How far a search is: which answer is worked on, and the goal in its turn as it was last reported."""

    answer: str = ""
    stage: StageReport | None = None

    def as_progress(self) -> dict[str, Any]:
        """Return it as JSON: `words` for people; goal, value and bound in the goal's unit; `done` in per cent."""
        if self.stage is None:
            return {"answer": self.answer, "words": self.answer}
        stage = self.stage
        words = stage_text(stage.goal, stage.value, stage.bound)
        told: dict[str, Any] = {
            "answer": self.answer,
            "words": f"{self.answer}: {words}" if self.answer else words,
            "goal": stage.goal,
            "value": stage.value,
            "bound": stage.bound,
        }
        return told if stage.done is None else {**told, "done_percent": int(100 * stage.done)}
