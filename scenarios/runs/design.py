"""The question `design`: the structures of one option to design, or of all of them.

Change this when a design can be asked for in another way.
"""

from typing import Literal

from pydantic import Field

from scenarios.comparing.answers import Asking
from scenarios.comparing.result import Comparison
from scenarios.runs.compare import compared
from scenarios.runs.named_options import designed_names
from scenarios.runs.question import RunQuestion, State, statuses
from scenarios.schema.case import Case


class DesignAsked(RunQuestion[Comparison]):
    """Design one option, or all that are to be designed: each has up to three answers."""

    question: Literal["design"] = "design"
    option: str | None = Field(default=None, description="Option to design; null: every option to design.")

    def named(self, case: Case) -> tuple[str, ...]:
        """Return the options to design that are asked about."""
        return designed_names(case, self.option)

    def ask(self, case: Case, asking: Asking) -> Comparison:
        """Design them, with what must be true for each."""
        return compared(case, asking)

    def ended(self, document: Comparison) -> State:
        """Infeasible only when no structure was designed at all."""
        found = statuses(document)
        if "undecided" in found:
            return "undecided"
        return "finished" if "designed" in found else "infeasible"
