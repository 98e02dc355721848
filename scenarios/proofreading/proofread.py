"""Proof-read a case: every kind of doubt, and the doubts of reading, in order of place.

Change this when doubts about a draft come from somewhere else as well.
"""

from __future__ import annotations

from dataclasses import replace

from scenarios.proofreading.draft import Draft
from scenarios.proofreading.kinds import KINDS
from scenarios.schema.case import Case
from scenarios.schema.faults import Doubt


def doubts_about(draft: Draft) -> tuple[Doubt, ...]:
    """Return what every kind of doubt finds, in order of place; the same doubt is told once."""
    found = {doubt for kind in KINDS for doubt in kind(draft)}
    return tuple(sorted(found, key=lambda doubt: doubt.order))


def proofread(case: Case) -> Case:
    """Return the case with the proof-reader's doubts beside those found in reading it; once more adds nothing.

    Args:
        case: a case without faults.
    """
    found = case.places.cells.told(doubts_about(Draft(case.scenario, case.sealed, case.places)))
    return replace(
        case,
        doubts=tuple(
            sorted((*case.doubts, *(each for each in found if each not in case.doubts)), key=lambda doubt: doubt.order)
        ),
    )
