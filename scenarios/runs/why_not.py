"""The question `why-not`: what a demand on a design would cost, or a structure given by hand set against it.

Change this when "why not" can be asked in another way.
"""

from typing import Any, Literal, Self

from pydantic import Field, model_validator

from scenarios.comparing.answers import Asking
from scenarios.compiling.arrangement import arrangements
from scenarios.exploring.against import against
from scenarios.exploring.demand_text import CAN_BE_WRITTEN, DemandRefused, known_in, read_demands
from scenarios.exploring.result import Explored
from scenarios.exploring.why_not import why_not
from scenarios.runs.named_options import require_given
from scenarios.runs.question import Exploring
from scenarios.runs.refused import RunRefused
from scenarios.schema.canonical import canonical, with_sources
from scenarios.schema.case import Case

MOST_LETTERS = 2_000


class WhyNotAsked(Exploring[Explored[Any]]):
    """Either a demand ("Team Manager >= 2") or a structure given by hand, set against the design."""

    question: Literal["why-not"] = "why-not"
    that: str | None = Field(
        default=None, max_length=MOST_LETTERS, description=f"What is demanded of the structure: {CAN_BE_WRITTEN}."
    )
    against: str | None = Field(
        default=None, description="Name of a structure given by hand, to be set against the design."
    )

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        if (self.that is None) == (self.against is None):
            raise RunRefused(
                "that", 'ask one thing: that, as in "Team Manager >= 2", or against and the name of a given option'
            )
        return self

    def named(self, case: Case) -> tuple[str, ...]:
        """Return the options to design that are asked about."""
        if self.against is not None:
            require_given(case, self.against, "against")
            return super().named(case)
        names = super().named(case)
        _require_readable(self.that or "", case, names)
        return names

    def ask(self, case: Case, asking: Asking) -> Explored[Any]:
        """Search again with what is demanded, or set the given structure against the design."""
        if self.against is not None:
            return against(case, self.against, asking)
        return why_not(case, self.that or "", asking)


def _require_readable(that: str, case: Case, names: tuple[str, ...]) -> None:
    """Have what is demanded be readable with the names of every branch of the options asked about.

    Raises:
        RunRefused: it is not; says where and what can be written.
    """
    for arrangement in arrangements(canonical(with_sources(case.scenario))):
        if arrangement.option.option not in names:
            continue
        try:
            read_demands(that, known_in(arrangement.scenario))
        except DemandRefused as refused:
            raise RunRefused("that", f"that {refused}") from refused
