"""The question `compare`: every option of a case answered and set side by side.

Change this when a comparison can be asked for in another way.
"""

from dataclasses import replace
from typing import Literal

from pydantic import Field

from scenarios.comparing.answers import Asking
from scenarios.comparing.result import Comparison
from scenarios.comparing.results import compare_case
from scenarios.proofreading.proofread import proofread
from scenarios.runs.named_options import require_posts_of_its_own
from scenarios.runs.question import RunQuestion, State, statuses
from scenarios.schema.case import Case


class CompareAsked(RunQuestion[Comparison]):
    """Answer every option and set them side by side; `break_evens` False leaves out what must be true."""

    question: Literal["compare"] = "compare"
    near: str | None = Field(
        default=None, description="Given option that was consulted on: the goal of posts changed then counts from it."
    )
    break_evens: bool = Field(
        default=True, description="Whether to look for what must be true, which takes half the time."
    )

    def named(self, case: Case) -> tuple[str, ...]:
        """Every option is asked about."""
        if self.near is not None:
            require_posts_of_its_own(case, self.near, "near")
        return ()

    def ask(self, case: Case, asking: Asking) -> Comparison:
        """Answer every option."""
        return compared(case, replace(asking, near=self.near, break_evens=self.break_evens))

    def ended(self, document: Comparison) -> State:
        """Finished when every option has an outcome, an infeasible one included."""
        return "undecided" if "undecided" in statuses(document) else "finished"


def compared(case: Case, asking: Asking) -> Comparison:
    """Compare the options that `asking` names, and count the doubts there are about the case."""
    found = compare_case(case, asking)
    return found.model_copy(update={"doubts": len(proofread(case).doubts)})
