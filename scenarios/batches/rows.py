"""One row of a batch: one answer of one option in one branch in one future, and beside it the structure that is kept.

Money is in pounds to the penny; what is not known is None. Nothing in a row depends on the clock or on the machine.
Change this when a row has to say something more: columns are added, never changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal

import pandas as pd

from scenarios.batches.futures import Future

Feasible = Literal["yes", "no", "not settled"]
RULES_BETWEEN = "; "
MAIN_GOALS = ("uncovered", "displaced", "cost")
"""Goals that any posts come to without a search; each is worked out from the columns a planner reads."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """What one run came to. `kept_...`: the structure that the same run has as things are, left as it is.

    `outcome` is as results have it, or "fault" where the future makes a case with faults; `feasible` whether posts that
    keep every rule were found, for no change and given structures whether theirs do. `rules_broken` are rules by name.
    `uncovered_weighted_fte` is `uncovered_fte` as the goal counts it, each FTE times the weight of its work.
    `kept_holds`: it breaks no rule that it keeps as things are (`kept_breaks_anew`), and none by more than as things
    are (`kept_breaks_further`); None where there is no such structure.
    """

    option: str
    branch: str = ""
    anchor: str = ""
    outcome: str
    feasible: Feasible
    annual_cost: float | None = None
    displaced_at_least: int | None = None
    displaced_at_most: int | None = None
    uncovered_fte: float | None = None
    uncovered_weighted_fte: float | None = None
    posts: int | None = None
    fte: float | None = None
    rules_broken: str = ""
    why: str = ""
    kept_holds: bool | None = None
    kept_rules_broken: str = ""
    kept_breaks_anew: str = ""
    kept_breaks_further: str = ""
    kept_annual_cost: float | None = None
    kept_displaced_at_least: int | None = None
    kept_displaced_at_most: int | None = None
    kept_uncovered_fte: float | None = None
    kept_uncovered_weighted_fte: float | None = None

    def goals(self, *, of_kept: bool = False) -> Mapping[str, int | None]:
        """The main goals by name, in their own units: weighted thousandths of FTE, people, pence.

        Args: whether those of the structure that is kept are wanted, and not those of the answer.
        """
        if of_kept:
            found = self.kept_uncovered_weighted_fte, self.kept_displaced_at_least, self.kept_annual_cost
        else:
            found = self.uncovered_weighted_fte, self.displaced_at_least, self.annual_cost
        weighted, displaced, pounds = found
        values = _whole(weighted, 1000), displaced, _whole(pounds, 100)
        return dict(zip(MAIN_GOALS, values, strict=True))


def _whole(amount: float | None, parts: int) -> int | None:
    return None if amount is None else round(amount * parts)


FIELDS = tuple(field.name for field in fields(Row))
FUTURE_COLUMNS = ("future", "future_kind", "future_name", "changes")
COLUMNS = (*FUTURE_COLUMNS, *FIELDS)
_WHOLE = frozenset(
    {
        *("displaced_at_least", "displaced_at_most", "posts"),
        *("kept_displaced_at_least", "kept_displaced_at_most"),
    }
)
_NUMBERS = frozenset(
    {
        *("annual_cost", "uncovered_fte", "uncovered_weighted_fte", "fte"),
        *("kept_annual_cost", "kept_uncovered_fte", "kept_uncovered_weighted_fte"),
    }
)


def rules_in(text: str) -> set[str]:
    """The rules that a row names as broken."""
    return {*text.split(RULES_BETWEEN)} if text else set()


def packed(rows: Iterable[Row]) -> bytes:
    """Rows as they are sent and kept: JSON, one list a row."""
    return json.dumps([list(asdict(row).values()) for row in rows], ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(text: bytes) -> tuple[Row, ...]:
    """The rows that `packed` made a text of."""
    return tuple(Row(**dict(zip(FIELDS, values, strict=True))) for values in json.loads(text))


def frame(found: Iterable[tuple[Future, tuple[Row, ...]]]) -> pd.DataFrame:
    """Rows as a table, each column of one kind whatever stands in it, futures in their order."""
    lines = [
        [future.number, future.kind, future.name, future.told, *asdict(row).values()]
        for future, rows in found
        for row in rows
    ]
    table = pd.DataFrame(lines, columns=list(COLUMNS), dtype=object)
    return table.astype({name: _dtype(name) for name in COLUMNS})


def _dtype(column: str) -> Any:
    if column == "future" or column in _WHOLE:
        return "Int64"
    if column in _NUMBERS:
        return "Float64"
    return "boolean" if column == "kept_holds" else "string"
