"""Sheet `pay award`: a cell for each year that pay follows from then on, and structures at several awards.

Points of a spine are raised and rounded to the pound and on-costs worked out anew; a cost with on-costs in it is raised
as a whole. Structures stay as they are: what would be designed at other pay is not asked here.
Change this when pay may move in another way.
"""

from __future__ import annotations

from collections.abc import Mapping

from scenarios.money.ledger import Ledger
from scenarios.reporting.awarded import line_pence
from scenarios.reporting.money_book import names
from scenarios.reporting.money_book.award_typed import put_asked
from scenarios.reporting.money_book.budgets import before_of
from scenarios.reporting.money_book.figures_of import less
from scenarios.reporting.money_book.lines import Formulas, Where
from scenarios.reporting.money_book.names import Award
from scenarios.reporting.worked import Costed, Worked
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet, Spot, Unit, block
from scenarios.workbooks.inputs import AWARD

_STEPS = (0, 100, 200, 300, 400, 500)
_WIDTHS = (5, 44, *[17] * len(_STEPS))
_NOTES = (
    (
        "Type a further award on top of the pay in use, like 2.5%, beside the year it starts in: costs of that year "
        "and of all later ones follow on every sheet. Blank or 0%: none."
    ),
    "Sheets of a full year are at the first year: an award of a later year moves 'lines', 'by year' and 'check' only.",
    (
        "Points of a spine are raised to the nearest pound and on-costs worked out anew. A cost with on-costs in it is "
        "raised as a whole, slightly too little: thresholds of National Insurance do not move. Costs other than pay "
        "stay."
    ),
    "The tables at several awards are of the first year, with each award in place of the one typed.",
)
_TABLES = (
    "Cost a year, with an award of",
    "Set against, with an award of",
    "Saving a year, with an award of",
    "Each line, with an award of",
)
Figures = Mapping[int, tuple[Spot, Spot]]
"""Where cost and saving a year of each structure stand, by its number."""


def step_awards(worked: Worked) -> tuple[Award, ...]:
    """The awards that structures are shown at, and the cells they stand in."""
    row = _steps_row(worked)
    return tuple(Award(Spot(names.AWARD, row, column).there, step) for column, step in enumerate(_STEPS, 2))


def _now_row(worked: Worked) -> int:
    """The row of the headings of what the award typed makes of each structure: after notes, years and a line."""
    return len(_NOTES) + 2 + 1 + len(worked.years) + 2


def _steps_row(worked: Worked) -> int:
    return _now_row(worked) + len(worked.structures) + 2


def put_award(book: Book, worked: Worked, *, places: tuple[Where, ...], formulas: Formulas, figures: Figures) -> None:
    """Write the sheet and name the cells of the awards.

    Args:
        book: the workbook.
        worked: the case.
        places: where each line stands.
        formulas: what makes the formula of a line.
        figures: where each structure's cost and saving stand.
    """
    sheet = FigureSheet(book, names.AWARD, _WIDTHS)
    put_asked(sheet, book, row=sheet.head("Sensitivity to the pay award", _NOTES), worked=worked)
    row = _put_now(sheet, worked, figures)
    tables = [row + place * (len(worked.structures) + 2) for place in range(4)]
    rows = (tables[3] + 1, tables[3] + len(places))
    for column, award in enumerate(step_awards(worked), 2):
        first = sheet.typed((row, column), award.basis_points, unit=Unit.PERCENT, allowed=AWARD, change=True)
        for table in tables[1:]:
            shown = award.basis_points / 10_000
            sheet.formula((table, column), f"={first.here}", shown=shown, unit=Unit.PERCENT)
    for table, heading in zip(tables, _TABLES, strict=True):
        sheet.heading((table, 0), heading)
    for number, costed in enumerate(worked.structures, 1):
        at = (tables[0] + number, tables[1] + number, tables[2] + number)
        _put_steps(sheet, at, worked=worked, costed=costed, rows=rows)
    _put_lines(sheet, tables[3], worked=worked, places=places, formulas=formulas)
    starts = [tables[3] + 1 + number for number, place in enumerate(places) if place.index == 0]
    sheet.pages([*tables, *starts])
    sheet.sheet.repeat_rows(tables[3])


def _put_now(sheet: FigureSheet, worked: Worked, figures: Figures) -> int:
    """Write each structure as it was worked out beside what the award makes of it; return the row of the steps."""
    headings = (
        "no.",
        "structure",
        "cost as worked out",
        "cost now",
        "more a year",
        "saving as worked out",
        "saving now",
        "more a year",
    )
    row = sheet.header(_now_row(worked), headings)
    for costed in worked.structures:
        n = row + 1
        sheet.number((row, 0), costed.number)
        sheet.text((row, 1), costed.title)
        given = costed.ledgers[worked.years[0]].total().pence, costed.money.saving_pence
        for column, pence, spot in zip((2, 5), given, figures[costed.number], strict=True):
            was, now = chr(ord("A") + column), chr(ord("B") + column)
            sheet.fixed((row, column), pence, unit=Unit.POUNDS)
            shown = Unit.MONEY.shown(pence)
            sheet.formula((row, column + 1), f"={spot.there}", shown=shown, unit=Unit.POUNDS)
            more = names.known((f"{was}{n}", f"{now}{n}"), f"ROUND({now}{n}-{was}{n},2)")
            shown = Unit.MONEY.shown(less(pence, pence))
            sheet.formula((row, column + 2), f"={more}", shown=shown, unit=Unit.POUNDS)
        row += 1
    return _steps_row(worked)


def _put_steps(
    sheet: FigureSheet, at: tuple[int, int, int], *, worked: Worked, costed: Costed, rows: tuple[int, int]
) -> None:
    """Write a structure's cost, what it is set against and its saving at each award, from the lines below.

    Args:
        sheet: the sheet.
        at: its row in each of the three tables.
        worked: the case.
        costed: the structure.
        rows: the first and the last row of the lines.
    """
    year = worked.years[0]
    for row in at:
        sheet.number((row, 0), costed.number)
        sheet.text((row, 1), costed.title)
    for column, step in enumerate(_STEPS, 2):
        costs = block(names.AWARD, rows, column)
        after = awarded(costed.ledgers[year], costed, year=year, basis_points=step)
        before = awarded(worked.before(costed, year), worked.today, year=year, basis_points=step)
        mine = ((names.LINE_NO, f"$A{at[0] + 1}"),)
        cells = [
            sheet.formula(
                (row, column), f"={names.total(costs, which)}", shown=Unit.MONEY.shown(pence), unit=Unit.POUNDS
            ).here
            for row, which, pence in ((at[0], mine, after), (at[1], before_of(worked, costed), before))
        ]
        formula = f"={names.known((cells[1], cells[0]), f'ROUND({cells[1]}-{cells[0]},2)')}"
        sheet.formula((at[2], column), formula, shown=Unit.MONEY.shown(less(before, after)), unit=Unit.POUNDS)


def awarded(ledger: Ledger, costed: Costed, *, year: int, basis_points: int) -> int | None:
    """Return what lines of a structure cost with a further award, in pence; None while one is not known.

    Args:
        ledger: the lines.
        costed: the structure whose roles' costs they are at.
        year: the first calendar year of the financial year.
        basis_points: the award.
    """
    costs, whole = costed.answer.question.costs, 0
    for line in ledger.lines:
        pence = line_pence(line, costs.get(line.role), year=year, basis_points=basis_points)
        if pence is None:
            return None
        whole += pence
    return whole


def _put_lines(sheet: FigureSheet, row: int, *, worked: Worked, places: tuple[Where, ...], formulas: Formulas) -> None:
    """Write each line at each award, in the order of the sheet of lines."""
    year = worked.years[0]
    for place in places:
        row += 1
        line = place.line(year)
        sheet.number((row, 0), place.costed.number)
        sheet.text((row, 1), line.what)
        unit = place.costed.answer.question.costs.get(line.role)
        for column, award in enumerate(step_awards(worked), 2):
            pence = line_pence(line, unit, year=year, basis_points=award.basis_points)
            formula = formulas.of(place, year=year, award=award, away=True)
            sheet.formula((row, column), formula, shown=Unit.MONEY.shown(pence), unit=Unit.POUNDS)
