"""A case made ready for another party, and what was done to it, in sentences.

Change this when something else leaves a case before it is handed on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.packing.small_groups import Merging, merged
from scenarios.packing.taking_out import ACTUAL_PAY, SENTENCES, shows_pay, taken_out
from scenarios.schema.case import Case


@dataclass(frozen=True)
class Packed:
    """A case for another party: what is left, what was taken out and merged, and what its author must see."""

    case: Case
    taken_out: tuple[str, ...]
    merged: tuple[str, ...]
    look_at: tuple[str, ...]


def packed(case: Case) -> Packed:
    """Return what another party may have of a case.

    Args:
        case: a case without faults.
    """
    scenario, merging = merged(taken_out(case.scenario))
    return Packed(
        Case(scenario=scenario),
        SENTENCES,
        tuple(_merged_words(merging)),
        (ACTUAL_PAY,) if shows_pay(case.scenario) else (),
    )


def _merged_words(merging: Merging) -> Iterator[str]:
    """Yield what was done to numbers of people below the threshold; never a number of people itself."""
    if merging == Merging(merging.below):
        yield f"No number of people here is below {merging.below}: nothing was merged."
        return
    yield f"Numbers of people above nought and below {merging.below} are not told."
    for name, several in merging.together:
        yield (
            f"Counted together as one staff group, '{name}': {', '.join(several)}. They have the same employer and "
            "grade. Each may here claim the own job of the others, so how many are at risk or displaced may differ."
        )
    if merging.hidden:
        yield (
            "Without their number of people, as no group is like them or all like them are full: "
            f"{', '.join(merging.hidden)}. One person is counted for each of their posts."
        )
    if merging.lines:
        yield (
            f"The number is told for the whole group only, not line by line: {', '.join(merging.lines)}. How many "
            "deleted posts are vacant is not known for them."
        )
    for name in merging.matches:
        yield (
            f"Evaluated matches that differ within '{name}' are left out: there, matches count as not evaluated where "
            "they were not the same for all."
        )
