"""Weights of work in a batch: whether any FTE left undone counts for more than its time, and on whose word.

Where some work has a weight, the goal `uncovered` is no time, and whatever is ranked by it has to say so.
Change this when a weight is told in another way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.batches.plan import Plan

FIELD = "weight"
NO_WEIGHT = 1


@dataclass(frozen=True)
class Weights:
    """The work of a case that weighs otherwise than its time: what, how much, and whether that is assumed.

    `moved`: what futures make of weights, by path.
    """

    stated: tuple[tuple[str, int, bool], ...]
    moved: tuple[str, ...]

    @property
    def weighted(self) -> bool:
        """Whether any work has a weight other than 1 in any future."""
        return bool(self.stated or self.moved)

    def words(self) -> Iterator[str]:
        """Yield each weight in words with the work that has it, the heaviest first."""
        for weight, assumed in sorted({each[1:] for each in self.stated}, reverse=True):
            names = ", ".join(repr(each[0]) for each in sorted(self.stated) if each[1:] == (weight, assumed))
            yield f"Left undone, an FTE of {names} counts as {weight}{'; that weight is assumed' if assumed else ''}."
        for path in self.moved:
            yield f"Futures set {path}; a weight that a future sets is assumed."


def weights_of(plan: Plan) -> Weights:
    """The weights of a plan's case, and those that its futures set."""
    stated = tuple(
        (row.work, row.weight.value, row.weight.basis == "assumed")
        for row in plan.scenario.work
        if row.weight is not None and row.weight.value not in (None, NO_WEIGHT)
    )
    subjects = [change.subject for _, changes in plan.named for change in changes]
    subjects += [change.subject for grid in plan.grids for changes in grid for change in changes]
    subjects += [subject for subject, _ in plan.drawn]
    moved = {each.label for each in subjects if each.target is not None and each.target.field == FIELD}
    return Weights(stated, tuple(sorted(moved)))
