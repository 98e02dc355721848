"""The book of rates: how a rate is found by rule, key and date.

The rows are the CSV files of `scenarios.money.rates`. A date outside the dates held is refused
with `UnknownRate`; no rate is ever carried forward or guessed. A planner's own assumption is a
row marked "assumed", added to a copy of the book.
Change this when rates come from another place than the shipped files.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from importlib.resources import files
from itertools import pairwise
from typing import Final

from scenarios.money.rate import Mark, Rate, UnknownRate

SHIPPED_MARKS: Final[Mapping[str, Mark]] = {"A": "A", "B": "B", "C": "C"}
COLUMNS: Final = (
    "rule", "key", "valid_from", "valid_to", "value", "unit", "source", "mark",
)  # fmt: skip


class RateBook:
    """Rates by rule and key, each key's rows in date order and never two on one day."""

    def __init__(self, rates: Iterable[Rate]) -> None:
        rows: dict[tuple[str, str], list[Rate]] = defaultdict(list)
        for rate in sorted(rates, key=lambda row: (row.rule, row.key, row.valid_from)):
            rows[rate.rule, rate.key].append(rate)
        for held in rows.values():
            for earlier, later in pairwise(held):
                if earlier.valid_to is None or earlier.valid_to >= later.valid_from:
                    raise ValueError(f"{later.rule} {later.key}: two rows hold on {later.valid_from}")
        self._rows = {key: tuple(held) for key, held in rows.items()}

    @property
    def rates(self) -> tuple[Rate, ...]:
        """Every row, ordered by rule, key and date."""
        return tuple(rate for held in self._rows.values() for rate in held)

    def find(self, rule: str, key: str, *, on: date) -> Rate:
        """Return the rate of a rule and key in force on a day.

        Raises UnknownRate when no row holds on that day.
        """
        held = self._rows.get((rule, key), ())
        for rate in held:
            if rate.holds_on(on):
                return rate
        raise UnknownRate(rule, key, on=on, known=tuple(rate.period for rate in held))

    def band(self, rule: str, amount: int, *, on: date) -> Rate:
        """Return the row of a banded rule, whose keys are lower bounds, that an amount falls in.

        Raises UnknownRate when no band at or below the amount holds on that day.
        """
        bands = [rate for (name, _), held in self._rows.items() if name == rule for rate in held]
        open_bands = [rate for rate in bands if rate.holds_on(on) and int(rate.key) <= amount]
        if not open_bands:
            known = tuple(f"from {rate.key}, {rate.period}" for rate in bands)
            raise UnknownRate(rule, f"at {amount}", on=on, known=known)
        return max(open_bands, key=lambda rate: int(rate.key))

    def with_rates(self, rates: Iterable[Rate]) -> RateBook:
        """Return a copy of the book that also holds these rates.

        Raises ValueError when one of them overlaps a row already held.
        """
        return RateBook((*self.rates, *rates))


def read_rates(lines: Iterable[str], name: str) -> tuple[Rate, ...]:
    """Read the rows of one rate file.

    `name` is the file's name for messages. Raises ValueError when the columns, a date, a number,
    the unit or the mark is not as the package `scenarios.money.rates` says.
    """
    reader = csv.DictReader(lines)
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise ValueError(f"{name}: the columns are {reader.fieldnames}, not {COLUMNS}")
    rates = []
    for row in reader:
        if row["mark"] not in SHIPPED_MARKS:
            raise ValueError(f"{name} line {reader.line_num}: mark {row['mark']!r} is not shipped")
        rates.append(
            Rate(
                rule=row["rule"],
                key=row["key"],
                valid_from=date.fromisoformat(row["valid_from"]),
                valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
                value=int(row["value"]),
                unit=row["unit"],
                source=row["source"],
                mark=SHIPPED_MARKS[row["mark"]],
            )
        )
    return tuple(rates)


def shipped_rates() -> RateBook:
    """Read every rate file of the package into one book."""
    folder = files("scenarios.money.rates")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".csv"))
    return RateBook(
        rate
        for name in names
        for rate in read_rates(folder.joinpath(name).read_text(encoding="utf-8").splitlines(), name)
    )


SHIPPED: Final = shipped_rates()
