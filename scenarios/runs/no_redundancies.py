"""The question `no-redundancies`: what it would take that nobody is displaced.

Change this when "no compulsory redundancies" can be asked about in another way.
"""

from typing import Literal

from scenarios.comparing.answers import Asking
from scenarios.exploring.no_redundancies import NoRedundanciesAnswer, no_redundancies
from scenarios.exploring.result import Explored
from scenarios.runs.question import OfEveryOption
from scenarios.schema.case import Case


class NoRedundanciesAsked(OfEveryOption[Explored[NoRedundanciesAnswer]]):
    """Say what no compulsory redundancies would take, in posts, pounds and months."""

    question: Literal["no-redundancies"] = "no-redundancies"

    def ask(self, case: Case, asking: Asking) -> Explored[NoRedundanciesAnswer]:
        """Look for the cheapest structures that displace nobody."""
        return no_redundancies(case, asking)
