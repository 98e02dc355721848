"""Sheets `ring-fences` and `slot-ins`: so many people for so many posts, and who is slotted in because all of them fit.

Who is appointed is never worked out. Change this when posts are filled by another method.
"""

from __future__ import annotations

from scenarios.claims.contests import assimilate
from scenarios.claims.ground import ground_of
from scenarios.claims.strength import Level
from scenarios.reporting.hr_book.form import RING_FENCES, SLOT_INS, proposals, put_name
from scenarios.reporting.worked import Costed, Worked
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet, Unit

LEVEL_WORDS = {
    Level.OWN_JOB: "own job, fewer posts",
    Level.SLOT_IN: "slot-in, more people than posts",
    Level.RING_FENCE: "ring-fence",
    Level.SAME_GRADE: "redeployment at the same grade",
    Level.ONE_DOWN: "one grade down, with protection",
    Level.ONE_UP: "one grade up",
}
_FENCES = ("no.", "structure", "claim", "staff groups", "posts of", "people", "posts", "without a place, at least")
_SLOTS = ("no.", "structure", "staff group", "may be slotted into", "people", "certain of a place")


def put_ring_fences(book: Book, worked: Worked) -> None:
    """Write the sheet of ring-fences, in the order in which posts are filled.

    Args:
        book: the workbook.
        worked: the case.
    """
    sheet = FigureSheet(book, RING_FENCES, (5, 34, 28, 46, 46, 10, 10, 14))
    notes = ("n people for k posts, in the order in which posts are filled. One group may stand in several lines.",)
    row = sheet.header(sheet.head("Ring-fences", notes), _FENCES, frozen=3)
    for costed in proposals(worked):
        for fence in costed.people.ring_fences:
            put_name(sheet, row, costed)
            sheet.text((row, 2), LEVEL_WORDS[fence.level])
            sheet.text((row, 3), "; ".join(fence.groups))
            sheet.text((row, 4), "; ".join(fence.roles))
            for column, count in enumerate((fence.people, fence.posts, fence.unplaced_at_least), 5):
                sheet.fixed((row, column), count, unit=Unit.COUNT)
            row += 1
        if not costed.people.ring_fences:
            put_name(sheet, row, costed)
            sheet.text((row, 2), "none")
            row += 1
        row += 1


def put_slot_ins(book: Book, worked: Worked) -> None:
    """Write the sheet of groups that have a claim to be slotted in.

    Args:
        book: the workbook.
        worked: the case.
    """
    sheet = FigureSheet(book, SLOT_INS, (5, 34, 46, 60, 10, 14))
    notes = ("Same grade and a match of at least what the policy asks for. Certain: all who claim these posts fit.",)
    row = sheet.header(sheet.head("Slot-ins", notes), _SLOTS, frozen=3)
    for costed in proposals(worked):
        found = _slot_ins(costed)
        for group, roles, people, certain in found:
            put_name(sheet, row, costed)
            sheet.text((row, 2), group)
            sheet.text((row, 3), "; ".join(roles))
            sheet.fixed((row, 4), people, unit=Unit.COUNT)
            sheet.fixed((row, 5), certain, unit=Unit.COUNT)
            row += 1
        put_name(sheet, row, costed)
        sheet.text((row, 2), "slotted in, together", strong=True)
        sheet.fixed((row, 5), costed.people.slot_in, unit=Unit.COUNT)
        row += 2


def _slot_ins(costed: Costed) -> list[tuple[str, tuple[str, ...], int, int]]:
    """Groups at risk that have a claim to be slotted in: roles, people, and those certain of a place."""
    people = {group.group: group.people for group in costed.people.groups}
    ground = ground_of(costed.answer.question, costed.structure, people)
    sure = assimilate(ground)
    roles: dict[str, set[str]] = {}
    for group, at in ground.pairs(Level.SLOT_IN):
        roles.setdefault(group, set()).add(ground.role[at])
    return [
        (group.group, tuple(sorted(roles[group.group])), group.people, sure.certain[group.group])
        for group in costed.people.groups
        if group.at_risk and group.group in roles
    ]
