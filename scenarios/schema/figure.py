"""A number as a planner knows it: value, range, basis and source.

Rules: design.md section 3 (cells) and promise 4, "guesses stay guesses": unknown is never zero.
Change this when a figure has to carry something new about where it comes from.
"""

from __future__ import annotations

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from scenarios.schema.texts import Source

Basis = Literal["published", "assumed", "derived", "unknown"]
MOST = 10**15
"""No figure is larger: beyond it somebody slipped on a key."""


class Figure(BaseModel):
    """One whole number in the unit its field name states, with its range, basis and source."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    value: int | None = Field(default=None, ge=-MOST, le=MOST, description="The number; null when it is not known.")
    low: int | None = Field(default=None, ge=-MOST, le=MOST, description="The least it may be, when a range is given.")
    high: int | None = Field(default=None, ge=-MOST, le=MOST, description="The most it may be, when a range is given.")
    basis: Basis = Field(
        default="published",
        description="published: as in the source; assumed: marked ~; derived: worked out here; "
        "unknown: marked ?, neither a value nor a range.",
    )
    source: Source | None = Field(default=None, description="Where it stands, for example 'report para 7'.")

    @model_validator(mode="before")
    @classmethod
    def _unknown_says_so(cls, data: object) -> object:
        if isinstance(data, dict) and "basis" not in data:
            blank = all(data.get(name) is None for name in ("value", "low", "high"))
            return {**data, "basis": "unknown"} if blank else data
        return data

    @model_validator(mode="after")
    def _range_holds(self) -> Self:
        if (self.low is None) != (self.high is None):
            raise ValueError("give both ends of a range, or none")
        if self.low is not None and self.high is not None:
            middle = self.low if self.value is None else self.value
            if not self.low <= middle <= self.high:
                raise ValueError("a range runs from low to high and holds the value")
        if (self.value is None and self.low is None) != (self.basis == "unknown"):
            raise ValueError("the basis is 'unknown' exactly when there is no value and no range")
        return self

    @property
    def known(self) -> bool:
        """Whether a value is given (a bare range is not a value)."""
        return self.value is not None

    @property
    def bounds(self) -> tuple[int, int] | None:
        """The least and the most it may be, in the field's unit; None when nothing is known."""
        if self.low is not None and self.high is not None:
            return self.low, self.high
        return None if self.value is None else (self.value, self.value)

    @property
    def may_move(self) -> bool:
        """Whether it is a guess with a range: what 'must be true' is asked of."""
        return self.basis == "assumed" and self.low is not None and self.low != self.high


UNKNOWN = Figure(basis="unknown")
"""A figure nobody gives: the cell mark `?`."""

DEFAULT_SOURCE = "default of the designer"


def default_figure(value: int) -> Figure:
    """Return the figure that holds where a cell is blank, in the field's unit, saying that it is our default."""
    return Figure(value=value, basis="derived", source=DEFAULT_SOURCE)
