"""Sheets `cost centres` and `funding`: each structure against what it is set against, by a name that lines carry.

Lines that name no cost centre or funding line stand together in a row of their own: a nought elsewhere says that no
line names it. Posts of a designed structure name none.
Change this when costs are looked at by another name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scenarios.money.ledger import Line
from scenarios.money.years import FinancialYear
from scenarios.reporting.money_book import names
from scenarios.reporting.money_book.award_typed import put_award_note
from scenarios.reporting.money_book.figures_of import basis_of, in_workbook, less, prices_of, sum_of
from scenarios.reporting.worked import Costed, Worked
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet, Spot, Unit
from scenarios.workbooks.inputs import SIGNED

_WIDTHS = (5, 36, 6, 34, 18, 18, 18, 30, 20)
_NOTE = (
    "A full year, at the price base beside it. A nought: no line names it; lines that name none stand last. Whole "
    "pounds are shown; the pence are in the cells."
)
Together = Mapping[int, tuple[Spot, Spot, Spot]]
"""Where before, after and saving of each structure are added up, by its number."""


@dataclass(frozen=True)
class By:
    """A name that lines carry: its sheet, the column of its numbers, what it is called, and how a line names it."""

    sheet: str
    column: str
    called: str
    of: Callable[[Line], str]
    numbers: Mapping[str, int]


def put_cost_centres(book: Book, worked: Worked, numbers: Mapping[str, int]) -> Together:
    """Write the sheet `cost centres`: the budget as the case states it, and each structure by cost centre; the sums.

    Args:
        book: the workbook.
        worked: the case.
        numbers: the number of each cost centre.
    """
    sheet = FigureSheet(book, names.CENTRES, _WIDTHS)
    row = sheet.head("By cost centre", (_NOTE,))
    put_award_note(sheet, row)
    budget = worked.scenario.cost_centres
    if budget:
        sheet.heading((row, 0), "The budget: parts of the ceiling and what is taken off it")
        row = first = sheet.header(row + 1, ("", "cost centre", "", "source", "amount", "", "", "basis", "price base"))
        for part in budget:
            amount = part.amount_pence.value
            sheet.text((row, 1), part.cost_centre)
            sheet.text((row, 3), in_workbook(part.amount_pence.source or part.source or ""))
            signed_amount = -abs(amount) if part.deduction and amount is not None else amount
            sheet.typed((row, 4), signed_amount, unit=Unit.POUNDS, allowed=SIGNED, change=amount is None)
            sheet.text((row, 7), part.amount_pence.basis)
            sheet.text((row, 8), worked.scenario.header.price_base or "not stated")
            row += 1
        amounts = [part.amount_pence.value for part in budget]
        signed = [None if a is None else -abs(a) if p.deduction else a for a, p in zip(amounts, budget, strict=True)]
        known = [amount for amount in signed if amount is not None]
        shown = Unit.MONEY.shown(sum(known) if len(known) == len(signed) else None)
        sheet.text((row, 1), "the budget", strong=True)
        cells = f"E{first + 1}:E{row}"
        formula = f"={names.summed(cells)}"
        sheet.formula((row, 4), formula, shown=shown, unit=Unit.POUNDS, strong=True)
        row += 2
    by = By(names.CENTRES, names.LINE_CENTRE, "cost centre", lambda line: line.cost_centre, numbers)
    return _put_structures(sheet, row, worked=worked, by=by)


def put_funding(book: Book, worked: Worked, numbers: Mapping[str, int]) -> Together:
    """Write the sheet `funding`: what each line gives as the case states it, each structure by funding line; the sums.

    Args:
        book: the workbook.
        worked: the case.
        numbers: the number of each funding line.
    """
    sheet = FigureSheet(book, names.FUNDING, _WIDTHS)
    row = sheet.head("By funding line", (_NOTE,))
    put_award_note(sheet, row)
    if worked.scenario.funding:
        sheet.heading((row, 0), "What each line gives")
        row = sheet.header(row + 1, ("", "funding line", "", "source", "amount a year", "year", "until", "basis", ""))
        for given in worked.scenario.funding:
            figure = given.amount_pence
            sheet.text((row, 1), given.line)
            sheet.text((row, 3), in_workbook(given.source or ""))
            sheet.fixed((row, 4), None if figure is None else figure.value, unit=Unit.POUNDS)
            sheet.text((row, 5), "every year" if given.year is None else FinancialYear(given.year).label)
            sheet.day((row, 6), given.until_date)
            sheet.text((row, 7), "unknown" if figure is None else figure.basis)
            row += 1
        row += 1
    by = By(names.FUNDING, names.LINE_FUNDING, "funding line", lambda line: line.funding, numbers)
    return _put_structures(sheet, row, worked=worked, by=by)


def _put_structures(sheet: FigureSheet, row: int, *, worked: Worked, by: By) -> Together:
    """Write a block for each structure: before, after and what is saved by each name, and the sum."""
    sheet.heading((row, 0), "Each structure, set against no change")
    headings = ("no.", "structure", "key", by.called, "before", "after", "saving", "basis", "price base")
    head = row + 1
    row = sheet.header(head, headings, repeated=True)
    award = (names.asked_award(worked.years[0], dated=worked.dated),)
    for column in range(4, 7):
        sheet.worked_heading((head, column), names.headed(headings[column], award), headings[column])
    sheet.worked_heading((head, 8), names.based(award), headings[8])
    sums, starts = {}, []
    for costed in worked.structures:
        first = row
        starts.append(first)
        for name in _named(worked, costed, by):
            _put_row(sheet, row, worked=worked, costed=costed, by=by, name=name)
            row += 1
        sums[costed.number] = _put_sum(sheet, row, first=first, worked=worked, costed=costed)
        row += 2
    sheet.pages(starts)
    return sums


def _named(worked: Worked, costed: Costed, by: By) -> list[str]:
    year = worked.years[0]
    found = {by.of(line) for ledger in (worked.before(costed, year), costed.ledgers[year]) for line in ledger.lines}
    return sorted(found, key=lambda name: by.numbers[name])


def _put_row(sheet: FigureSheet, row: int, *, worked: Worked, costed: Costed, by: By, name: str) -> None:
    year = worked.years[0]
    before, after = worked.before(costed, year), costed.ledgers[year]
    pence = [sum_of(ledger, lambda line: by.of(line) == name) for ledger in (before, after)]
    sheet.number((row, 0), costed.number)
    sheet.text((row, 1), costed.title)
    sheet.number((row, 2), by.numbers[name])
    sheet.text((row, 3), name or "none stated")
    key = (by.column, f"$C{row + 1}")
    cost = names.cost_name(year, dated=worked.dated)
    for column, (conditions, each) in enumerate(
        ((before_of(worked, costed), pence[0]), (((names.LINE_NO, f"$A{row + 1}"),), pence[1])), 4
    ):
        formula = f"={names.total(cost, (*conditions, key))}"
        sheet.formula((row, column), formula, shown=Unit.MONEY.shown(each), unit=Unit.POUNDS)
    put_less(sheet, row, (4, 5, 6), pence=(pence[0], pence[1]))
    sheet.text((row, 7), basis_of([x for ledger in (before, after) for x in ledger.lines if by.of(x) == name]))
    sheet.text((row, 8), prices_of(costed, year))


def _put_sum(sheet: FigureSheet, row: int, *, first: int, worked: Worked, costed: Costed) -> tuple[Spot, Spot, Spot]:
    year = worked.years[0]
    before, after = worked.before(costed, year).total().pence, costed.ledgers[year].total().pence
    sheet.text((row, 1), costed.title, strong=True)
    sheet.text((row, 3), "together", strong=True)
    spots = []
    for letter, column, pence in (("E", 4, before), ("F", 5, after), ("G", 6, less(before, after))):
        cells = f"{letter}{first + 1}:{letter}{row}"
        formula, shown = f"={names.summed(cells)}", Unit.MONEY.shown(pence)
        spots.append(sheet.formula((row, column), formula, shown=shown, unit=Unit.POUNDS, strong=True))
    return spots[0], spots[1], spots[2]


def before_of(worked: Worked, costed: Costed) -> tuple[names.Condition, ...]:
    """Return which lines a structure is set against."""
    today = (names.LINE_NO, str(worked.today.number))
    return (today,) if costed.is_today else (today, (names.LINE_STAYS, '"y"'))


def put_less(
    sheet: FigureSheet, row: int, columns: tuple[int, int, int], *, pence: tuple[int | None, int | None]
) -> None:
    """Write one column less another; "?" while either is.

    Args:
        sheet: the sheet.
        row: the row, from 0.
        columns: before, after, and where the difference goes.
        pence: what the two are.
    """
    before, after = (f"{chr(ord('A') + column)}{row + 1}" for column in columns[:2])
    formula = f"={names.known((before, after), f'ROUND({before}-{after},2)')}"
    sheet.formula((row, columns[2]), formula, shown=Unit.MONEY.shown(less(*pence)), unit=Unit.POUNDS)
