"""The question `alternatives`: other structures about as good as a design, as different from each other as can be.

Change this when alternatives can be asked for in another way.
"""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from scenarios.comparing.answers import Asking
from scenarios.exploring.alternatives import AlternativesAnswer, Wanted, alternatives
from scenarios.exploring.result import Explored
from scenarios.runs.question import Exploring
from scenarios.runs.refused import RunRefused
from scenarios.schema.case import Case

PERCENT = re.compile(r"(\d{1,3})(?:\.(\d{1,2}))?\s*%?", re.ASCII)
MOST_SLACK = 10_000
MOST = 50


def slack_basis_points(text: str) -> int:
    """Read a share such as 2%, 2.5 or 0.25 %, in hundredths of a per cent.

    Raises:
        RunRefused: it is no share from 0 to 100% with at most two decimals.
    """
    read = PERCENT.fullmatch(text.strip())
    points = int(read[1]) * 100 + int((read[2] or "").ljust(2, "0")) if read is not None else MOST_SLACK + 1
    if points > MOST_SLACK:
        raise RunRefused(
            "slack", f"slack is a share of what the design comes to, from 0% to 100%, such as 2% or 0.5%, not {text!r}"
        )
    return points


def _share(text: str) -> str:
    slack_basis_points(text)
    return text


class AlternativesAsked(Exploring[Explored[AlternativesAnswer]]):
    """Find other structures within a slack on the main goals, as different in their posts as can be."""

    question: Literal["alternatives"] = "alternatives"
    count: int = Field(default=3, ge=2, le=MOST, description="How many structures, the design among them.")
    slack: Annotated[str, AfterValidator(_share)] = Field(
        default="2%",
        max_length=20,
        description="How much worse than the design each may be on the main goals, as 2% or 0.5%.",
    )

    def ask(self, case: Case, asking: Asking) -> Explored[AlternativesAnswer]:
        """Find them."""
        wanted = Wanted(count=self.count, slack_basis_points=slack_basis_points(self.slack))
        return alternatives(case, wanted, asking)
