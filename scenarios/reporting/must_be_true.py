"""What must be true for answers shown together: each assumption with its range, and what is so where it breaks.

Change this when what must be true is worded in another way.
"""

from dataclasses import dataclass

from scenarios.comparing.result import DependsOn
from scenarios.reporting.same_posts import ANCHOR_WORDS, Shown

CHANGE_OF_WORK = ", happens"
"""How the name of an assumption ends that says by how much a block of work changes."""
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
            there = f"{where(need)}, {need.then}"
            found.setdefault(taken, {}).setdefault(there, []).append(ANCHOR_WORDS.get(answer.anchor or "", ""))
    return tuple(
        Need(*taken, tuple(f"{there}{_only(anchors, shown)}" for there, anchors in breaks.items()))
        for taken, breaks in found.items()
    )


def where(need: DependsOn) -> str:
    """Say from where on an answer is another one; a change of work as a fall or a rise."""
    if not (need.assumption.endswith(CHANGE_OF_WORK) and need.breaks_at.endswith("%")):
        return SIDES[need.side].format(need.breaks_at)
    size = need.breaks_at.removeprefix("-")
    falls, upwards = need.breaks_at.startswith("-"), need.side == "above"
    if size == "0%":
        return "if it does not fall" if upwards else "if it does not rise"
    if falls and upwards:
        return f"if it falls by {size} or less" + (
            "" if need.high.startswith("-") or need.high == "0%" else ", or rises"
        )
    if falls:
        return f"if it falls by {size} or more"
    if upwards:
        return f"if it rises by {size} or more"
    return f"if it rises by {size} or less" + (", or falls" if need.low.startswith("-") else "")


def _only(anchors: list[str], shown: Shown) -> str:
    """Name the anchors a break is about, where it is not about all that are shown together."""
    return "" if len(anchors) == len(shown.answers) else f" ({', '.join(anchors)})"
