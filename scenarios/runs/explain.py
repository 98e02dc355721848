"""The question `explain`: why nothing fits an option and what would, or which demands bind.

Change this when an explanation can be asked for in another way.
"""

from typing import Literal

from scenarios.comparing.answers import Asking
from scenarios.exploring.explain import explain
from scenarios.exploring.explain_result import ExplainAnswer
from scenarios.exploring.result import Explored
from scenarios.runs.question import Exploring
from scenarios.schema.case import Case


class ExplainAsked(Exploring[Explored[ExplainAnswer]]):
    """Say why nothing fits and what would let something fit; or, where something does, what binds."""

    question: Literal["explain"] = "explain"

    def ask(self, case: Case, asking: Asking) -> Explored[ExplainAnswer]:
        """Explain."""
        return explain(case, asking)
