"""Sheet `one-off`: what a structure costs once, low, expected and high, and how long the saving takes to pay it.

Exit costs are of everybody displaced together, worked out after the search (scenarios/claims/exit_costs.py). From the
sealed table of service only their sum is shown. Pay protection and pension strain are not in it.
Change this when something else is paid once.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from scenarios.claims.exit_costs import at_stated_cost, other_one_off
from scenarios.money.exit_range import ExitRange, Leavers
from scenarios.money.payback import PaysBack, payback
from scenarios.reporting.money_book import names
from scenarios.reporting.money_book.figures_of import guessed_people, in_workbook, less
from scenarios.reporting.worked import Costed, Worked
from scenarios.schema.other_costs import OtherCost
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet, Spot, Unit
from scenarios.workbooks.inputs import COST, UNKNOWN

_WIDTHS = (5, 36, 11, 11, *[13] * 9, 14, 10, 60, 18)
_HEADINGS = (
    "no.", "structure", "displaced at least", "displaced at most", "exits, low", "exits, expected", "exits, high",
    "other, low", "other, expected", "other, high", "one-off, low", "one-off, expected", "one-off, high",
    "saving a year", "payback, years", "basis", "price base",
)  # fmt: skip
_NOTES = (
    "Whole pounds are shown; the pence are in the cells. ~: rests on numbers of people that are assumed.",
    "Low: everybody who may find a post finds one. High: nobody does who is not certain of one. Expected: the middle.",
    "payback, years = one-off, expected / saving a year; 'never' where nothing is saved. Not discounted.",
    (
        "The saving is of a full year of 12 months: months typed on the sheet 'by year' do not move it. What follows "
        "them is 'saving so far less one-off' on that sheet: below nought until what is paid once is paid back."
    ),
    "Not in it: pay protection, and pension strain, which only the fund can quote. For officers, not for publication.",
)


@dataclass(frozen=True)
class OneOffCells:
    """Where low, expected, high and payback of one structure stand."""

    low: Spot
    expected: Spot
    high: Spot
    payback: Spot


@dataclass(frozen=True)
class _Stated:
    """What the case states: where the exit cost of one person stands, and each other cost."""

    each: tuple[Spot, Spot, Spot]
    other: tuple[tuple[OtherCost, tuple[Spot, Spot, Spot]], ...]

    def other_of(self, costed: Costed) -> tuple[tuple[Spot, Spot, Spot], ...]:
        """Where other costs of a structure stand: its own, and those of every option."""
        option = costed.answer.question.arrangement.option.option
        return tuple(spots for cost, spots in self.other if cost.option in (None, option))


def put_one_off(book: Book, worked: Worked, saving: dict[int, Spot]) -> dict[int, OneOffCells]:
    """Write the sheet; return where the figures of each structure stand, by its number.

    Args:
        book: the workbook.
        worked: the case.
        saving: where each structure's saving a year stands.
    """
    sheet = FigureSheet(book, names.ONE_OFF, _WIDTHS)
    row, stated = _put_stated(sheet, sheet.head("One-off costs and payback", _NOTES), worked)
    sheet.heading((row, 0), "Each structure")
    head = row + 1
    row = sheet.header(head, _HEADINGS, repeated=True)
    award = (names.asked_award(worked.years[0], dated=worked.dated),)
    sheet.worked_heading((head, 13), names.headed(_HEADINGS[13], award), _HEADINGS[13])
    cells = {}
    for costed in worked.structures:
        sheet.number((row, 0), costed.number)
        sheet.text((row, 1), costed.title)
        _put_exits(sheet, row, worked=worked, costed=costed, stated=stated)
        _put_other(sheet, row, costed=costed, stated=stated)
        spots = _put_sums(sheet, row, costed=costed, stated=stated)
        back = _put_payback(sheet, row, costed=costed, saving=saving[costed.number])
        sheet.text((row, 15), "; ".join(("derived", _rests_on(worked, costed), *guessed_people(costed))))
        sheet.text((row, 16), "prices of the day")
        cells[costed.number] = OneOffCells(*spots, back)
        row += 1
    sheet.pages([row - len(worked.structures)])
    return cells


def _put_stated(sheet: FigureSheet, row: int, worked: Worked) -> tuple[int, _Stated]:
    """Write what the case states: the exit cost of one person, and other one-off costs; return the next row."""
    sheet.heading((row, 0), "As stated")
    row = sheet.header(row + 1, ("", "what", "", "option", "low", "expected", "high", "basis", "source"))
    figure = worked.scenario.limits.exit_cost_pence
    sheet.text((row, 1), "exit cost of one person displaced")
    bounds = (None if figure is None else figure.bounds) or (None, None)
    value = None if figure is None else figure.value
    each = tuple(
        sheet.typed((row, column), pence, unit=Unit.POUNDS, allowed=COST, change=pence is None)
        for column, pence in enumerate((bounds[0], value, bounds[1]), 4)
    )
    sheet.text((row, 7), "not known" if figure is None else figure.basis)
    sheet.text((row, 8), "" if figure is None else in_workbook(figure.source or ""))
    row += 1
    other = []
    for cost in worked.scenario.other_costs:
        if cost.repeats != "one-off":
            continue
        sheet.text((row, 1), cost.what)
        sheet.text((row, 3), cost.option or "every option")
        low, high = cost.amount_pence.bounds or (None, None)
        spots = tuple(
            sheet.typed((row, column), pence, unit=Unit.POUNDS, allowed=COST, change=pence is None)
            for column, pence in enumerate((low, cost.amount_pence.value, high), 4)
        )
        sheet.text((row, 7), cost.amount_pence.basis)
        sheet.text((row, 8), in_workbook(cost.amount_pence.source or cost.source or ""))
        other.append((cost, (spots[0], spots[1], spots[2])))
        row += 1
    return row + 1, _Stated((each[0], each[1], each[2]), tuple(other))


def _put_exits(sheet: FigureSheet, row: int, *, worked: Worked, costed: Costed, stated: _Stated) -> None:
    n, people = row + 1, costed.people
    least, most = people.displaced_at_least, people.displaced_at_most
    unit = Unit.ASSUMED if guessed_people(costed) else Unit.COUNT
    sheet.fixed((row, 2), least, unit=unit)
    sheet.fixed((row, 3), most, unit=unit)
    if worked.case.sealed.service and most:
        other = other_one_off(costed.answer.question.arrangement)
        for column, (all_of_it, rest) in enumerate(zip(_ends(costed.once), _ends(other), strict=True), 4):
            sheet.fixed((row, column), less(all_of_it, rest), unit=Unit.POUNDS)
        return
    low, expected, high = (spot.there for spot in stated.each)
    figure = worked.scenario.limits.exit_cost_pence
    pence = at_stated_cost(figure, Leavers(least, most), "people") if most else ExitRange(0, 0, 0)
    formulas = (
        f"IF(C{n}=0,0,{names.known((low,), f'ROUND({low}*C{n},2)')})",
        f"IF(D{n}=0,0,{names.known((expected,), f'ROUND({expected}*(C{n}+D{n})/2,2)')})",
        f"IF(D{n}=0,0,{names.known((high,), f'ROUND({high}*D{n},2)')})",
    )
    for column, (formula, each) in enumerate(zip(formulas, _ends(pence), strict=True), 4):
        sheet.formula(
            (row, column),
            f"={names.known((f'C{n}', f'D{n}'), formula)}",
            shown=Unit.MONEY.shown(each),
            unit=Unit.POUNDS,
        )


def _put_other(sheet: FigureSheet, row: int, *, costed: Costed, stated: _Stated) -> None:
    arrangement = costed.answer.question.arrangement
    mine = stated.other_of(costed)
    for end, pence in enumerate(_ends(other_one_off(arrangement))):
        cells = tuple(spots[end].there for spots in mine)
        summed = f"ROUND({'+'.join(cells)},2)"
        if cells:
            shown = Unit.MONEY.shown(pence)
            sheet.formula((row, 7 + end), f"={names.known(cells, summed)}", shown=shown, unit=Unit.POUNDS)
        else:
            sheet.text((row, 7 + end), "none stated")


def _put_sums(sheet: FigureSheet, row: int, *, costed: Costed, stated: _Stated) -> tuple[Spot, Spot, Spot]:
    n, spots = row + 1, []
    for end, pence in enumerate(_ends(costed.once)):
        exits, other = f"{'EFG'[end]}{n}", f"{'HIJ'[end]}{n}"
        cells = (exits, other) if stated.other_of(costed) else (exits,)
        added = "+".join(cells)
        formula = f"={names.known(cells, f'ROUND({added},2)')}"
        shown = Unit.MONEY.shown(pence)
        spots.append(sheet.formula((row, 10 + end), formula, shown=shown, unit=Unit.POUNDS, strong=True))
    return spots[0], spots[1], spots[2]


def _put_payback(sheet: FigureSheet, row: int, *, costed: Costed, saving: Spot) -> Spot:
    n, pence = row + 1, costed.money.saving_pence
    sheet.formula((row, 13), f"={saving.there}", shown=Unit.MONEY.shown(pence), unit=Unit.POUNDS)
    back = payback(costed.once.expected_pence, pence)
    shown: float | str = UNKNOWN if back is None else "never"
    if isinstance(back, PaysBack):
        shown = float(Fraction(back.years))
    formula = names.known((f"L{n}", f"N{n}"), f'IF(L{n}<=0,0,IF(N{n}<=0,"never",L{n}/N{n}))')
    return sheet.formula((row, 14), f"={formula}", shown=shown, unit=Unit.HUNDREDTHS)


def _ends(found: ExitRange) -> tuple[int | None, int | None, int | None]:
    return found.low_pence, found.expected_pence, found.high_pence


def _rests_on(worked: Worked, costed: Costed) -> str:
    if costed.once.unknown:
        return "not known: " + "; ".join(costed.once.unknown)
    return "from the sealed table of service" if worked.case.sealed.service else "from what the case states"
