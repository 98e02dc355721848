"""Which structure loses least in its worst future: regret, goal by goal in the case's order.

The structures are those that the batch finds as things are, kept as they are. In each future the loss of one on a goal
is what it comes to there, less the least that any structure compared comes to there which keeps the rules there, the
designs of that future among them; a loss within the goal's tolerance counts as none. Losses of two futures are compared
on the first goal, then on the next: the largest is the structure's worst future, and the structure whose worst is
smallest loses least (after L. J. Savage, "The theory of statistical decision", 1951). Whoever breaks a rule in fewer
futures goes first, since no loss makes up for a structure that may not be. Structures of one grade branch are compared
with each other only: the branch is not ours to choose.
Change this when loss is to be measured in another way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scenarios.batches.rows import MAIN_GOALS, Row
from scenarios.reporting.same_posts import ANCHOR_WORDS

StructureKey = tuple[str, str]
"""An option and an anchor."""
Loss = tuple[int, ...]
"""Losses by goal in their order, in the goals' units."""
Time = tuple[float | None, float | None]
"""Work left undone in FTE of time, whatever it weighs: by a structure, and where the goal `uncovered` is least."""
Order = tuple[tuple[str, int], ...]
"""Goals in their turn, each with its tolerance."""


@dataclass
class Standing:
    """One structure over the futures so far: in how many it was compared and kept the rules, and its worst loss."""

    futures: int = 0
    kept: int = 0
    unknown: int = 0
    worst: Loss | None = None
    worst_future: str = ""
    worst_time: Time = (None, None)

    def place(self, total: int) -> tuple[int, int, Loss]:
        """What puts it before others: rules broken in fewer futures, everything known, a smaller worst loss."""
        return total - self.kept, self.unknown + (self.worst is None), self.worst or ()


class Losses:
    """The structures of one branch, future after future; `order`: the case's goals that fixed posts have."""

    def __init__(self, order: Order) -> None:
        self.order = tuple((goal, within) for goal, within in order if goal in MAIN_GOALS)
        self.futures = 0
        self.standings: dict[StructureKey, Standing] = {}

    def add(self, future: str, rows: Sequence[Row]) -> None:
        """Take in one future: its rows of this branch, and those in no branch."""
        self.futures += 1
        least = self._least(rows)
        for row in rows:
            if row.kept_holds is None:
                continue
            standing = self.standings.setdefault((row.option, row.anchor), Standing())
            standing.futures += 1
            standing.kept += row.kept_uncovered_fte is not None and not row.kept_rules_broken
            loss = self._loss(row.goals(of_kept=True), least)
            if loss is None:
                standing.unknown += 1
            elif standing.worst is None or loss > standing.worst:
                standing.worst, standing.worst_future = loss, future
                standing.worst_time = row.kept_uncovered_fte, _least_time(rows)

    def _least(self, rows: Sequence[Row]) -> Mapping[str, int]:
        """The least of each goal over whatever keeps the rules in this future; no goal where nothing does."""
        kept = [row.goals() for row in rows if row.feasible == "yes"]
        kept += [row.goals(of_kept=True) for row in rows if row.kept_holds is not None and not row.kept_rules_broken]
        found: dict[str, int] = {}
        for goal, _ in self.order:
            values = [value for each in kept if (value := each[goal]) is not None]
            if values:
                found[goal] = min(values)
        return found

    def _loss(self, values: Mapping[str, int | None], least: Mapping[str, int]) -> Loss | None:
        found = []
        for goal, within in self.order:
            value = values[goal]
            if value is None or goal not in least:
                return None
            more = max(0, value - least[goal])
            found.append(more if more > within else 0)
        return tuple(found)

    def ranked(self) -> list[tuple[StructureKey, Standing]]:
        """The structures, those that lose least first; equal ones in order of name."""
        return sorted(self.standings.items(), key=lambda each: (each[1].place(self.futures), _in_order(each[0])))


def _least_time(rows: Sequence[Row]) -> float | None:
    """FTE of time left undone by what leaves the least undone as the goal counts it, of whatever keeps the rules."""
    found = [(row.uncovered_weighted_fte, row.uncovered_fte) for row in rows if row.feasible == "yes"]
    found += [
        (row.kept_uncovered_weighted_fte, row.kept_uncovered_fte)
        for row in rows
        if row.kept_holds is not None and not row.kept_rules_broken
    ]
    known = [(weighted, time) for weighted, time in found if weighted is not None and time is not None]
    return min(known)[1] if known else None


def _in_order(key: StructureKey) -> tuple[str, int]:
    return key[0], [*ANCHOR_WORDS].index(key[1]) if key[1] else -1
