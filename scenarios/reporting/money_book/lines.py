"""Sheet `lines`: every line of every structure's ledger, with its cost in each year as a formula.

Every other sheet adds up lines of this one, by the names of its columns. A line is rounded once, to the penny, halves
away from nought, as ROUND does and scenarios/money/pence.py.
Change this when a line has to say something more.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenarios.money.ledger import Line
from scenarios.reporting.awarded import people_of
from scenarios.reporting.money_book import names
from scenarios.reporting.money_book.figures_of import NOT_STATED, base_of
from scenarios.reporting.money_book.keys import Keys
from scenarios.reporting.money_book.names import Award
from scenarios.reporting.money_book.post_costs import PersonCells
from scenarios.reporting.money_book.rates import Person, RateCells
from scenarios.reporting.worked import Costed, Worked
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet, Spot, Unit, block

_BEFORE = (
    "no.", "structure", "what is paid for", "team", "role", "grade", "cost centre", "funding", "posts", "FTE",
    "amount as stated", "cost of one FTE", "months",
)  # fmt: skip
_AFTER = (
    "basis", "price base", "how", "source", "stays", "source of saving", "key: source", "key: cost centre",
    "key: funding",
)  # fmt: skip
_POSTS, _FTE, _STATED, _PER_FTE, _MONTHS = (
    _BEFORE.index(name) for name in ("posts", "FTE", "amount as stated", "cost of one FTE", "months")
)
_WIDTHS_BEFORE = (5, 24, 26, 22, 24, 14, 14, 14, 6, 7, 14, 14, 8)
_WIDTHS_AFTER = (10, 14, 26, 44, 6, 22, 8, 8, 8)
FIRST_COST = len(_BEFORE)
"""The column of the first year's cost."""
_NOTES = (
    "A full year of each line. Priced lines: cost of one FTE x FTE x (1 + pay award) x months / 12, rounded once.",
    "A line with an amount as stated is that amount; pay in it follows the pay award, other costs do not.",
    "Cost: at the line's price base in every year, no inflation added; on a pay spine, at the rates of each year.",
    "'?': not known. Type an amount over it and every total that was '?' for it follows.",
    "grade: blank where not settled. stays: n where a post goes elsewhere with its cost, which is then no saving.",
)


@dataclass(frozen=True)
class Where:
    """A line in its workbook: the structure it is of, its place in the ledger, its row on the sheet."""

    costed: Costed
    index: int
    row: int

    def line(self, year: int) -> Line:
        """The line in the ledger of a year."""
        return self.costed.ledgers[year].lines[self.index]


@dataclass(frozen=True)
class Formulas:
    """What makes the formula of a line's cost: where rates and persons' costs stand."""

    rates: RateCells
    persons: PersonCells

    def of(self, where: Where, *, year: int, award: Award, away: bool = False) -> str:
        """The cost of a line in a year; `away`: as another sheet writes it."""
        line = where.line(year)
        amount, per_fte, size, months = (
            spot.there if away else spot.here
            for spot in (Spot(names.LINES, where.row, column) for column in (_STATED, _PER_FTE, _FTE, _MONTHS))
        )
        unit = where.costed.answer.question.costs.get(line.role)
        if not line.role:
            return f"=ROUND({amount}*{months}/12,2)"
        if not line.sizes or unit is None:
            return f"=ROUND({amount}*(1+{award.cell})*{months}/12,2)"
        if unit.pence_per_fte is not None:
            return f"=ROUND({per_fte}*{size}*(1+{award.cell})*{months}/12,2)"
        persons = "+".join(
            f"{people}*{self.persons.of(Person(line.role, unit, each, year), award)}"
            for each, people in people_of(line.sizes).items()
        )
        return f"=ROUND(({persons})*{months}/12,2)"


def put_lines(book: Book, worked: Worked, *, keys: Keys, formulas: Formulas) -> tuple[Where, ...]:
    """Write the sheet and name its columns; return where each line stands.

    Args:
        book: the workbook.
        worked: the case.
        keys: the numbers of sources, cost centres and funding lines.
        formulas: what makes the formula of a line.
    """
    years = worked.years
    sheet = FigureSheet(book, names.LINES, (*_WIDTHS_BEFORE, *[15] * len(years), *_WIDTHS_AFTER))
    prices = _prices(worked)
    costs = tuple(f"cost, {worked.label(year)}, {prices}" for year in years)
    first = sheet.header(sheet.head("Lines", _NOTES), (*_BEFORE, *costs, *_AFTER), frozen=3)
    found: list[Where] = []
    for costed in worked.structures:
        for index in range(len(costed.ledgers[years[0]].lines)):
            where = Where(costed, index, first + len(found))
            stays = not costed.is_today or worked.stays[index]
            _put_line(sheet, where, years=years, keys=keys, formulas=formulas)
            sheet.text((where.row, FIRST_COST + len(years) + 4), "y" if stays else "n")
            found.append(where)
    last = max(first, first + len(found) - 1)
    sheet.sheet.autofilter(first - 1, 0, last, len((*_BEFORE, *costs, *_AFTER)) - 1)
    after = FIRST_COST + len(years)
    columns = {
        names.LINE_NO: 0, names.LINE_POSTS: _POSTS, names.LINE_FTE: _FTE, names.LINE_STAYS: after + 4,
        names.LINE_SOURCE: after + 6, names.LINE_CENTRE: after + 7, names.LINE_FUNDING: after + 8,
        **{names.cost_name(year, dated=worked.dated): FIRST_COST + n for n, year in enumerate(years)},
    }  # fmt: skip
    for name, column in columns.items():
        book.file.define_name(name, f"={block(names.LINES, (first, last), column)}")
    return tuple(found)


def _prices(worked: Worked) -> str:
    """Say at which prices all costs are, or that each line has its own."""
    found = {base_of(each, line) for each in worked.structures for line in each.ledgers[worked.years[0]].lines}
    if found <= {NOT_STATED}:
        return f"price base {NOT_STATED}"
    return f"at {found.pop()}" if len(found) == 1 else "each line at its price base"


def _put_line(sheet: FigureSheet, where: Where, *, years: tuple[int, ...], keys: Keys, formulas: Formulas) -> None:
    line, row = where.line(years[0]), where.row
    unit = where.costed.answer.question.costs.get(line.role)
    sheet.number((row, 0), where.costed.number)
    for column, text in enumerate(
        (where.costed.title, line.what, line.team, line.role, line.grade, line.cost_centre, line.funding), 1
    ):
        sheet.text((row, column), text)
    sheet.typed((row, _POSTS), line.count or 0, unit=Unit.COUNT)
    sheet.typed((row, _FTE), line.milli_fte, unit=Unit.FTE)
    if line.pence is not None and not line.sizes:
        sheet.typed((row, _STATED), line.pence, unit=Unit.MONEY)
    if line.sizes and unit is not None and unit.pence_per_fte is not None:
        rate, shown = formulas.rates.per_fte[line.role, unit], Unit.MONEY.shown(unit.pence_per_fte)
        sheet.formula((row, _PER_FTE), f"={rate.there}", shown=shown, unit=Unit.MONEY)
    sheet.typed((row, _MONTHS), 12, unit=Unit.COUNT)
    for column, year in enumerate(years, FIRST_COST):
        pence = where.line(year).pence
        if pence is None:
            sheet.typed((row, column), None, unit=Unit.MONEY, change=True)
            continue
        formula = formulas.of(where, year=year, award=names.ASKED_AWARD)
        sheet.formula((row, column), formula, shown=Unit.MONEY.shown(pence), unit=Unit.MONEY)
    after = FIRST_COST + len(years)
    source = keys.source_of(line)
    basis = "not known" if line.pence is None else line.basis
    prices = base_of(where.costed, line)
    for column, text in enumerate((basis, prices, line.formula, line.source), after):
        sheet.text((row, column), text)
    sheet.text((row, after + 5), source)
    sheet.number((row, after + 6), keys.sources[source])
    sheet.number((row, after + 7), keys.centres[line.cost_centre])
    sheet.number((row, after + 8), keys.funding[line.funding])
