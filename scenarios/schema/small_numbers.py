"""From how many people on a count may be told: the authority's own threshold, else the one recommended.

There is no number in the law; under 5 and under 10 are both in use. Every room that hides numbers asks here: the
equality tables, the pack for another party, the public paper.
Source: domain-rules.md section 17.3: under 10 by default, the authority's own figure before it, nothing of under 20.
Change this when counts are hidden by another number.
"""

from __future__ import annotations

from scenarios.schema.policy import Policy

SUPPRESS_BELOW = 10
FEWEST_PEOPLE = 20


def told_from(policy: Policy) -> int:
    """Return the number of people from which a count may be told.

    Args:
        policy: the authority's own; blank or unknown there is the default.
    """
    stated = policy.suppress_below
    return SUPPRESS_BELOW if stated is None or stated.value is None else stated.value


def whole_told_from(policy: Policy) -> int:
    """Return the number of people from which anything may be told of them: of fewer all together, nothing is.

    Args:
        policy: the authority's own; never less than its threshold for a single count.
    """
    return max(FEWEST_PEOPLE, told_from(policy))


def is_small(people: int | None, below: int) -> bool:
    """Return whether a known number of people is above nought and too small to be told."""
    return people is not None and 0 < people < below
