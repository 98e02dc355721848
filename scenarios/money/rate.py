"""A rate: one dated, sourced number; and the refusal when none is held.

Change this when a rate needs a column that the files do not have.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, Literal

Mark = Literal["A", "B", "C", "assumed"]
UNITS: Final = frozenset({"pence", "basis_points", "weeks", "half_weeks", "days", "years", "hundredths"})
_BASIS_POINTS_IN_ONE: Final = 10_000
_ADVICE: Final[Mapping[str, str]] = {
    "njc-2019": "Give an assumed award or price at an earlier date, and print that date.",
    "njc-2009": "Give the grade as an all-in cost or a pay scale, or use a date held.",
    "contracted_out_rebate": "Cost the year without contracting out, or add its rebate as a rate.",
}


@dataclass(frozen=True, order=True)
class Rate:
    """One row: the value of a rule under a key from one day to another, with its source."""

    rule: str
    key: str
    valid_from: date
    valid_to: date | None
    value: int
    unit: str
    source: str
    mark: Mark

    def __post_init__(self) -> None:
        if self.unit not in UNITS:
            raise ValueError(f"{self.rule} {self.key}: unit {self.unit!r} is not one of ours")
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError(f"{self.rule} {self.key}: ends before it starts")
        if not self.source.strip():
            raise ValueError(f"{self.rule} {self.key}: a rate without a source is not a rate")

    @property
    def ratio(self) -> Fraction:
        """The value as an exact share of one; only for rates in basis points."""
        if self.unit != "basis_points":
            raise ValueError(f"{self.rule} {self.key} is in {self.unit}, not in basis points")
        return Fraction(self.value, _BASIS_POINTS_IN_ONE)

    @property
    def period(self) -> str:
        """The days it is held for, in words."""
        return f"{self.valid_from} to {self.valid_to or 'further notice'}"

    def holds_on(self, day: date) -> bool:
        """Say whether the row is in force on a day; both ends count."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class UnknownRate(LookupError):  # noqa: N818 - reads as what it says
    """No rate is held for a rule, key and day: says which, what is held and what to do."""

    def __init__(self, rule: str, key: str, *, on: date, known: tuple[str, ...]) -> None:
        self.rule, self.key, self.on, self.known = rule, key, on, known
        held = f"Held: {'; '.join(known)}." if known else "No row of that name is held."
        advice = _ADVICE.get(rule, "Use a date that is held, or add the rate with its source.")
        super().__init__(f"No rate {rule} ({key}) is known on {on}. {held} {advice}")
