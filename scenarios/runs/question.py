"""What every question of a run shares: which options it is about, how it is answered, and how its answer ended.

The same models stand behind the command line and the HTTP API, so a question means the same at every door.
Change this when every question can be asked, or can end, in another way.
"""

from abc import abstractmethod
from collections.abc import Iterable
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from scenarios.comparing.answers import Asking
from scenarios.comparing.result import Comparison
from scenarios.exploring.result import Explored
from scenarios.runs.named_options import designed_names, every_name
from scenarios.schema.case import Case

Document = TypeVar("Document", bound=BaseModel)
Found = TypeVar("Found", bound=Explored[Any])
State = Literal["finished", "infeasible", "undecided"]
LEAST_EFFORT, MOST_EFFORT = 0.001, 1_000_000
"""Limits of the effort of one search, in the engine's own seconds (solver/engine.py, Settings)."""


class RunQuestion(BaseModel, Generic[Document]):
    """A question about a case. `effort` limits each search, in units of about a second of one core; None: the usual."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    effort: float | None = Field(
        default=None,
        ge=LEAST_EFFORT,
        le=MOST_EFFORT,
        description="Limit on each search, in units of about a second of one processor core; null: the usual limit.",
    )

    @abstractmethod
    def named(self, case: Case) -> tuple[str, ...]:
        """Return the names of the options asked about; none at all: every option.

        Raises:
            RunRefused: it cannot be asked of this case.
        """

    @abstractmethod
    def ask(self, case: Case, asking: Asking) -> Document:
        """Work the answer out. `asking` names the options."""

    @abstractmethod
    def ended(self, document: Document) -> State:
        """Return how the answer ended: undecided before infeasible."""


class Exploring(RunQuestion[Found], Generic[Found]):
    """A question about the options to design, or one of them, branch by branch."""

    option: str | None = Field(default=None, description="Option to design; null: every option to design.")

    def named(self, case: Case) -> tuple[str, ...]:
        """Return the options to design that are asked about."""
        return designed_names(case, self.option)

    def ended(self, document: Found) -> State:
        """Infeasible only when no branch came to an answer."""
        found = {answer.status for answer in document.answers}
        if "undecided" in found:
            return "undecided"
        return "infeasible" if found == {"infeasible"} else "finished"


class OfEveryOption(Exploring[Found], Generic[Found]):
    """A question about every option, or one of them, given or to design."""

    option: str | None = Field(default=None, description="Option asked about; null: every option.")

    def named(self, case: Case) -> tuple[str, ...]:
        """Return the option asked about, or none where all are."""
        return every_name(case, self.option)


def statuses(document: Comparison) -> Iterable[str]:
    """Return how the answers of a comparison ended."""
    return {each.status for each in document.structures}
