"""Sheet `lines`: every line of every structure's ledger, with its cost in each year as a formula.

Every other sheet adds up lines of this one, by the names of its columns. A line is rounded once, to the penny, halves
away from nought, as ROUND does and scenarios/money/pence.py.
Change this when a line has to say something more.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenarios.money.ledger import Line
from scenarios.money.years import MONTHS_IN_YEAR
from scenarios.reporting.awarded import people_of
from scenarios.reporting.money_book import names
from scenarios.reporting.money_book.figures_of import NOT_STATED, base_of, in_workbook
from scenarios.reporting.money_book.keys import Keys
from scenarios.reporting.money_book.names import Award
from scenarios.reporting.money_book.post_costs import PersonCells
from scenarios.reporting.money_book.rates import Person, RateCells
from scenarios.reporting.worked import Costed, Worked
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet, Spot, Unit, block
from scenarios.workbooks.inputs import COST, FTE, MONTHS, SIGNED

_BEFORE = (
    "no.", "structure", "what is paid for", "team", "role", "grade", "cost centre", "funding", "posts", "FTE",
    "amount as stated", "cost of one FTE", "basis",
)  # fmt: skip
_AFTER = (
    "price base", "how", "source", "stays", "source of saving", "key: source", "key: cost centre", "key: funding",
)  # fmt: skip
_POSTS, _FTE, _STATED, _PER_FTE, _BASIS = (
    _BEFORE.index(name) for name in ("posts", "FTE", "amount as stated", "cost of one FTE", "basis")
)
_WIDTHS_BEFORE = (5, 24, 26, 22, 24, 14, 12, 12, 7, 7, 15, 15, 13)
_WIDTHS_AFTER = (14, 26, 44, 6, 22, 8, 8, 8)
FIRST_COST = len(_BEFORE)
"""The column of the first year's cost."""
_NOTES = (
    (
        "cost: always 12 months, at the line's price base in every year, no inflation added; on a pay spine, at the "
        "rates of each year."
    ),
    (
        "Priced lines: cost of one FTE x FTE x (1 + pay award), rounded once. A line with an amount as stated is that "
        "amount; pay in it follows the pay award, other costs do not."
    ),
    (
        "'?': not known, or a cell it needs is blank or a word. Type an amount over it, under 'amount as stated', and "
        "every total that was '?' for it follows."
    ),
    "grade: blank where not settled. stays: n where a post goes elsewhere with its cost, which is then no saving.",
)
_OF_YEARS = (
    "months: how many of 12 a line is paid for in that year, as for a post that ends in it. They move 'spent' and the "
    "sheet 'by year', and no figure of a full year."
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

    def is_stated(self, year: int) -> bool:
        """Whether its cost in a year is the amount as stated, or one that somebody has to type: no rate gives it."""
        line = self.line(year)
        unit = self.costed.answer.question.costs.get(line.role)
        return line.pence is None or not line.sizes or unit is None


@dataclass(frozen=True)
class Formulas:
    """What makes the formula of a line's cost: where rates and persons' costs stand."""

    rates: RateCells
    persons: PersonCells

    def of(self, where: Where, *, year: int, award: Award, away: bool = False) -> str:
        """The cost of a line in a year; `away`: as another sheet writes it."""
        line = where.line(year)
        amount, per_fte, size = (
            spot.there if away else spot.here
            for spot in (Spot(names.LINES, where.row, column) for column in (_STATED, _PER_FTE, _FTE))
        )
        unit = where.costed.answer.question.costs.get(line.role)
        if not line.role:
            return f"={names.known((amount,), f'ROUND({amount},2)')}"
        if where.is_stated(year) or unit is None:
            return f"={names.known((amount, award.cell), f'ROUND({amount}*(1+{award.cell}),2)')}"
        if unit.pence_per_fte is not None:
            needed = (per_fte, size, award.cell)
            return f"={names.known(needed, f'ROUND({per_fte}*{size}*(1+{award.cell}),2)')}"
        people = people_of(line.sizes)
        cells = tuple(self.persons.of(Person(line.role, unit, each, year), award) for each in people)
        added = "+".join(f"{count}*{cell}" for count, cell in zip(people.values(), cells, strict=True))
        return f"={names.known(cells, f'ROUND({added},2)')}"


def put_lines(book: Book, worked: Worked, *, keys: Keys, formulas: Formulas) -> tuple[Where, ...]:
    """Write the sheet and name its columns; return where each line stands.

    Args:
        book: the workbook.
        worked: the case.
        keys: the numbers of sources, cost centres and funding lines.
        formulas: what makes the formula of a line.
    """
    years, dated = worked.years, worked.dated
    parts = [*[9] * len(years), *[15] * len(years)] if dated else []
    sheet = FigureSheet(book, names.LINES, (*_WIDTHS_BEFORE, *[15] * len(years), *parts, *_WIDTHS_AFTER))
    row = sheet.head("Lines", (*_NOTES, _OF_YEARS) if dated else _NOTES)
    first = _put_headings(sheet, row, worked)
    found: list[Where] = []
    for costed in worked.structures:
        for index in range(len(costed.ledgers[years[0]].lines)):
            where = Where(costed, index, first + len(found))
            _put_line(sheet, where, worked=worked, keys=keys, formulas=formulas)
            found.append(where)
    last = max(first, first + len(found) - 1)
    after = _after(worked)
    sheet.sheet.autofilter(first - 1, 0, last, after + len(_AFTER) - 1)
    columns = {
        names.LINE_NO: 0, names.LINE_POSTS: _POSTS, names.LINE_FTE: _FTE, names.LINE_STAYS: after + 3,
        names.LINE_SOURCE: after + 5, names.LINE_CENTRE: after + 6, names.LINE_FUNDING: after + 7,
        **{names.cost_name(year, dated=dated): FIRST_COST + n for n, year in enumerate(years)},
    }  # fmt: skip
    if dated:
        columns |= {names.spent_name(year): FIRST_COST + 2 * len(years) + n for n, year in enumerate(years)}
    for name, column in columns.items():
        book.file.define_name(name, f"={block(names.LINES, (first, last), column)}")
    sheet.pages([where.row for where in found if where.index == 0], across=FIRST_COST + len(years), repeated=3)
    return tuple(found)


def _after(worked: Worked) -> int:
    """The first column after the years."""
    return FIRST_COST + len(worked.years) * (3 if worked.dated else 1)


def _put_headings(sheet: FigureSheet, row: int, worked: Worked) -> int:
    """Write the headings, those of costs with their prices as they are with the award that is typed."""
    years = worked.years
    prices = prices_of_lines(worked)
    costs = [f"cost, {worked.label(year)}, {prices}" for year in years]
    if worked.dated:
        costs += [f"months in {worked.label(year)}" for year in years]
        costs += [f"spent in {worked.label(year)}, {prices}" for year in years]
    first = sheet.header(row, (*_BEFORE, *costs, *_AFTER), frozen=3)
    for place, year in enumerate(years):
        said, label = names.prices_name(year, dated=worked.dated), worked.label(year)
        places = [(FIRST_COST + place, f"cost, {label}, ")]
        if worked.dated:
            places.append((_after(worked) - len(years) + place, f"spent in {label}, "))
        for column, words in places:
            sheet.worked_heading((row, column), f'="{words}"&{said}', words + prices)
    return first


def prices_of_lines(worked: Worked) -> str:
    """Say at which prices all costs are, or that each line has its own."""
    found = {base_of(each, line) for each in worked.structures for line in each.ledgers[worked.years[0]].lines}
    if found <= {NOT_STATED}:
        return f"price base {NOT_STATED}"
    return f"at {found.pop()}" if len(found) == 1 else "each line at its price base"


def _put_line(sheet: FigureSheet, where: Where, *, worked: Worked, keys: Keys, formulas: Formulas) -> None:
    years = worked.years
    line, row = where.line(years[0]), where.row
    unit = where.costed.answer.question.costs.get(line.role)
    sheet.number((row, 0), where.costed.number)
    for column, text in enumerate(
        (where.costed.title, line.what, line.team, line.role, line.grade, line.cost_centre, line.funding), 1
    ):
        sheet.text((row, column), text)
    sheet.fixed((row, _POSTS), line.count or 0, unit=Unit.COUNT)
    if line.sizes and unit is not None and unit.pence_per_fte is not None:
        sheet.typed((row, _FTE), line.milli_fte, unit=Unit.FTE, allowed=FTE)
        rate, shown = formulas.rates.per_fte[line.role, unit], Unit.MONEY.shown(unit.pence_per_fte)
        sheet.formula((row, _PER_FTE), f"={rate.there}", shown=shown, unit=Unit.MONEY)
    else:
        sheet.fixed((row, _FTE), line.milli_fte, unit=Unit.FTE)
    stated = [year for year in years if where.is_stated(year)]
    if stated:
        pence = where.line(stated[0]).pence
        allowed = COST if line.role and (pence or 0) >= 0 else SIGNED
        sheet.typed((row, _STATED), pence, unit=Unit.MONEY, allowed=allowed, change=pence is None)
    _put_costs(sheet, where, worked=worked, formulas=formulas)
    _put_basis(sheet, where, worked=worked)
    after, source = _after(worked), keys.source_of(line)
    stays = not where.costed.is_today or worked.stays[where.index]
    prices = base_of(where.costed, line)
    texts = (prices, in_workbook(line.formula), in_workbook(line.source), "y" if stays else "n", source)
    for column, text in enumerate(texts, after):
        sheet.text((row, column), text)
    sheet.number((row, after + 5), keys.sources[source])
    sheet.number((row, after + 6), keys.centres[line.cost_centre])
    sheet.number((row, after + 7), keys.funding[line.funding])


def _put_costs(sheet: FigureSheet, where: Where, *, worked: Worked, formulas: Formulas) -> None:
    """Write the cost of 12 months in each year, and the months and what is spent where years are dated."""
    row, years = where.row, worked.years
    for column, year in enumerate(years, FIRST_COST):
        shown = Unit.MONEY.shown(where.line(year).pence)
        formula = formulas.of(where, year=year, award=names.asked_award(year, dated=worked.dated))
        cost = sheet.formula((row, column), formula, shown=shown, unit=Unit.MONEY).here
        if worked.dated:
            at = column + len(years)
            months = sheet.typed((row, at), MONTHS_IN_YEAR, unit=Unit.COUNT, allowed=MONTHS).here
            spent = f"={names.known((cost, months), f'ROUND({cost}*{months}/{MONTHS_IN_YEAR},2)')}"
            sheet.formula((row, at + len(years)), spent, shown=shown, unit=Unit.MONEY)


def _put_basis(sheet: FigureSheet, where: Where, *, worked: Worked) -> None:
    """Write what a line rests on, as it is with what is typed: an award, or an amount that nobody knew."""
    line, at = where.line(worked.years[0]), (where.row, _BASIS)
    if line.pence is None:
        amount = Spot(names.LINES, where.row, _STATED).here
        sheet.worked_text(at, f'=IF(ISNUMBER({amount}),"typed here","not known")', "not known")
    elif line.role:
        awards = tuple(names.asked_award(year, dated=worked.dated) for year in worked.years)
        raised = f"{line.basis}, raised by the award typed here"
        sheet.worked_text(at, names.where_raised(awards, otherwise=line.basis, raised=raised), line.basis)
    else:
        sheet.text(at, line.basis)
