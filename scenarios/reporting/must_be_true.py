"""What must be true for answers shown together: each assumption with its range, and what is so where it breaks.

Change this when what must be true is worded in another way.
"""

from dataclasses import dataclass

from scenarios.reporting.same_posts import ANCHOR_WORDS, Shown

SIDES = {"below": "at {} or less", "above": "at {} or more"}


@dataclass(frozen=True)
class Need:
    """An assumption that answers depend on, as in the scenario's cells, and what is so from where on."""

    assumption: str
    value: str
    low: str
    high: str
    breaks: tuple[str, ...]


def needs(shown: Shown) -> tuple[Need, ...]:
    """Return each assumption that these answers depend on, in the order of the results.

    Breaks that are not about all the answers name those that they are about.
    """
    found: dict[tuple[str, str, str, str], dict[str, list[str]]] = {}
    for answer in shown.answers:
        for need in answer.depends_on:
            taken = (need.assumption, need.value, need.low, need.high)
            there = f"{SIDES[need.side].format(need.breaks_at)}, {need.then}"
            found.setdefault(taken, {}).setdefault(there, []).append(ANCHOR_WORDS.get(answer.anchor or "", ""))
    return tuple(
        Need(*taken, tuple(f"{there}{_only(anchors, shown)}" for there, anchors in breaks.items()))
        for taken, breaks in found.items()
    )


def _only(anchors: list[str], shown: Shown) -> str:
    """Name the anchors a break is about, where it is not about all that are shown together."""
    return "" if len(anchors) == len(shown.answers) else f" ({', '.join(anchors)})"
