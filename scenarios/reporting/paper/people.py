"""What a structure means for people, as placeholders: numbers and ranges, never who, and in public no small ones.

Change this when people are told in another way.
"""

from scenarios.comparing.result import StructureResult
from scenarios.reporting.amounts import NOT_KNOWN, count_text, range_text
from scenarios.reporting.paper.disclosure import HIDDEN, Disclosure
from scenarios.reporting.paper.told import Row

NAMES = ("in_scope", "at_risk", "s188", "no_change", "slot_in", "displaced")


def people(answer: StructureResult, seen: Disclosure) -> Row:
    """Return the people in scope and what becomes of them, by name.

    Section 188 counts no more people than are at risk, so its upper end would tell a hidden number of those.
    """
    told = answer.people
    if told is None:
        return dict.fromkeys(NAMES, "" if answer.posts is None else NOT_KNOWN)
    whole = told.in_scope
    counted = (seen.count(told.at_risk, whole), seen.count(told.no_change, whole))
    hidden = HIDDEN in counted or seen.small(told.at_risk - told.slot_in)
    return {
        "in_scope": seen.count(whole, whole),
        "at_risk": counted[0],
        "s188": HIDDEN if counted[0] == HIDDEN else seen.span(told.s188.low, told.s188.high, whole),
        "no_change": counted[1],
        "slot_in": HIDDEN if hidden else seen.count(told.slot_in, whole),
        "displaced": seen.displaced(told),
    }


def groups(answer: StructureResult, seen: Disclosure) -> list[Row]:
    """Return each staff group with its people and the range of those displaced.

    Ranges of single groups are told all or none: with the range of all of them, one that is hidden could be worked out.
    """
    hidden = seen.hidden_groups(answer.groups)
    told = not hidden and all(seen.may_tell((g.displaced_low, g.displaced_high), g.people) for g in answer.groups)
    return [
        {
            "group": group.group,
            "people": HIDDEN if group.group in hidden else count_text(group.people),
            "displaced": range_text(group.displaced_low, group.displaced_high) if told else HIDDEN,
        }
        for group in answer.groups
    ]


def fences(answer: StructureResult, seen: Disclosure) -> list[Row]:
    """Return each ring-fence: people for posts; how many people is not public."""
    return [
        {
            "groups": ", ".join(line.groups),
            "roles": ", ".join(line.roles),
            "people": HIDDEN if seen.is_public else count_text(line.people),
            "posts": count_text(line.posts),
            "unplaced": HIDDEN if seen.is_public else range_text(line.unplaced_at_least, line.unplaced_at_least),
        }
        for line in answer.ring_fences
    ]
