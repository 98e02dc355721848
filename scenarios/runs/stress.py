"""The question `stress`: what gives in each structure where things turn out otherwise than planned.

Change this when stress can be asked for in another way.
"""

from typing import Literal

from scenarios.comparing.answers import Asking
from scenarios.exploring.result import Explored
from scenarios.exploring.stress import StressAnswer, stress
from scenarios.runs.question import OfEveryOption
from scenarios.schema.case import Case


class StressAsked(OfEveryOption[Explored[StressAnswer]]):
    """Hold every structure against what the case declares may vary."""

    question: Literal["stress"] = "stress"

    def ask(self, case: Case, asking: Asking) -> Explored[StressAnswer]:
        """Try each structure under each variation."""
        return stress(case, asking)
