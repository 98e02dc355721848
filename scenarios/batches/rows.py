"""One row of a batch: one answer of one option in one branch in one future, and today's posts held against it.

Money is in pounds where a planner reads it and in pence where it is a goal's value; what is not known is None. Nothing
in a row depends on the clock or on the machine.
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
"""Goals whose values can be told of any posts at once."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """What one run came to. `today_...`: the posts that the same run has as things are, left as they are.

    `outcome` is as results have it, or "fault" where the future makes a case with faults; `feasible` whether posts that
    keep every rule were found, for no change and given structures whether theirs do. `rules_broken` are rules by name.
    `today_holds` whether today's posts break no rule that they keep as things are, and none by more; None where there
    are no such posts. `goal_...` are values of goals in their own units: weighted thousandths of FTE, people, pence.
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
    posts: int | None = None
    fte: float | None = None
    rules_broken: str = ""
    why: str = ""
    goal_uncovered: int | None = None
    goal_displaced: int | None = None
    goal_cost: int | None = None
    today_holds: bool | None = None
    today_rules_broken: str = ""
    today_annual_cost: float | None = None
    today_displaced_at_least: int | None = None
    today_displaced_at_most: int | None = None
    today_uncovered_fte: float | None = None
    today_goal_uncovered: int | None = None
    today_goal_displaced: int | None = None
    today_goal_cost: int | None = None

    def goals(self, *, of_today: bool = False) -> Mapping[str, int | None]:
        """Values of the main goals by name: those of the answer, or those of today's posts."""
        return {name: getattr(self, f"today_goal_{name}" if of_today else f"goal_{name}") for name in MAIN_GOALS}


FIELDS = tuple(field.name for field in fields(Row))
FUTURE_COLUMNS = ("future", "future_kind", "future_name", "changes")
COLUMNS = (*FUTURE_COLUMNS, *FIELDS)
_WHOLE = frozenset(
    {
        *("displaced_at_least", "displaced_at_most", "posts", "goal_uncovered", "goal_displaced", "goal_cost"),
        *("today_displaced_at_least", "today_displaced_at_most"),
        *("today_goal_uncovered", "today_goal_displaced", "today_goal_cost"),
    }
)
_NUMBERS = frozenset({"annual_cost", "uncovered_fte", "fte", "today_annual_cost", "today_uncovered_fte"})


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
    return "boolean" if column == "today_holds" else "string"
