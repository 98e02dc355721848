"""The question `must-be-true`: how far each assumption can move before an answer is another one.

Change this when what must be true can be asked for in another way.
"""

from typing import Literal

from scenarios.comparing.answers import Asking
from scenarios.exploring.must_be_true import MustBeTrue, must_be_true
from scenarios.exploring.result import Explored
from scenarios.runs.question import OfEveryOption
from scenarios.schema.case import Case


class MustBeTrueAsked(OfEveryOption[Explored[MustBeTrue]]):
    """Move every assumed figure within its range, alone and in pairs."""

    question: Literal["must-be-true"] = "must-be-true"

    def ask(self, case: Case, asking: Asking) -> Explored[MustBeTrue]:
        """Move each figure until the answer is another one."""
        return must_be_true(case, asking)
