"""Sheet `report figures`: what the report prints, as the case quotes it, beside what this workbook comes to.

A figure is set against a structure where the case says which option it speaks of, and what it measures; within a pound
counts as alike, as in scenarios/proofreading/kinds/quoted_figure.py. Others are listed, so that nothing quoted is lost.
Change this when a report prints a figure that a structure has and this sheet does not set against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scenarios.reporting.money_book import names
from scenarios.reporting.money_book.figures_of import in_workbook
from scenarios.reporting.money_book.years import YearCells
from scenarios.reporting.worked import Costed, Worked
from scenarios.schema.figure import Figure
from scenarios.schema.quoted import Quoted
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet, Spot, Unit

_WIDTHS = (44, 24, 14, 6, 34, 18, 18, 18, 26)
_HEADINGS = (
    "figure of the report", "where", "measures", "no.", "structure", "as the report prints it", "in this workbook",
    "difference", "",
)  # fmt: skip
_NOTES = (
    "What the report prints, as the case quotes it, beside this workbook's own figure of the same structure.",
    "agrees: within £1. A figure of which the case does not say what it measures, or which is of a part, stands alone.",
)
_ALONE = "nothing here to set it against"


@dataclass(frozen=True)
class Cells:
    """Where the workbook has the figures of each structure, by its number; a year's by number and year."""

    cost: Mapping[int, Spot]
    saving: Mapping[int, Spot]
    posts: Mapping[int, Spot]
    fte: Mapping[int, Spot]
    by_year: YearCells

    def of(self, quote: Quoted, number: int) -> Spot | None:
        """The cell that a quote is to be set against; None where there is none."""
        if quote.of or quote.months is not None or quote.from_date or quote.until_date:
            return None
        if quote.year is not None:
            years = {"cost": self.by_year.cost, "saving": self.by_year.saving}
            return years.get(quote.measure or "", {}).get((number, quote.year))
        whole = {"cost": self.cost, "saving": self.saving, "posts": self.posts, "fte": self.fte}
        return whole.get(quote.measure or "", {}).get(number)


def has_quotes(worked: Worked) -> bool:
    """Whether the case quotes any figure of a report."""
    return any(True for _ in _figures(worked))


def put_quoted(book: Book, worked: Worked, cells: Cells) -> None:
    """Write the sheet, where the case quotes a figure.

    Args:
        book: the workbook.
        worked: the case.
        cells: where the workbook's own figures stand.
    """
    if not has_quotes(worked):
        return
    sheet = FigureSheet(book, names.QUOTED, _WIDTHS)
    row = sheet.header(sheet.head("The report's figures", _NOTES), _HEADINGS, frozen=1)
    for quote, figure, unit in _figures(worked):
        sheet.text((row, 0), quote.what)
        sheet.text((row, 1), in_workbook(quote.where or ""))
        sheet.text((row, 2), quote.measure or "")
        sheet.fixed((row, 5), figure.value, unit=unit)
        costed = _spoken_of(worked, quote)
        spot = None if costed is None else cells.of(quote, costed.number)
        if costed is None or spot is None:
            sheet.text((row, 8), _ALONE)
        else:
            _put_beside(sheet, row, spot=spot, costed=costed, shown=(_own(worked, quote, costed), figure.value, unit))
        row += 1


def _put_beside(
    sheet: FigureSheet, row: int, *, spot: Spot, costed: Costed, shown: tuple[int | None, int | None, Unit]
) -> None:
    """Write the workbook's own figure, and what the two differ by.

    Args:
        sheet: the sheet.
        row: the row.
        spot: where the workbook has it.
        costed: the structure.
        shown: the workbook's own figure, the printed one, and their unit.
    """
    own, printed, unit = shown
    n, within = row + 1, "<1" if unit is Unit.MONEY else "=0"
    sheet.number((row, 3), costed.number)
    sheet.text((row, 4), costed.title)
    sheet.formula((row, 6), f"={spot.there}", shown=unit.shown(own), unit=unit)
    gap = None if own is None or printed is None else own - printed
    formula = names.known((f"F{n}", f"G{n}"), f"ROUND(G{n}-F{n},3)")
    sheet.formula((row, 7), f"={formula}", shown=unit.shown(gap), unit=unit)
    alike = gap is not None and (abs(gap) < 100 if unit is Unit.MONEY else gap == 0)
    said = "not known" if gap is None else "agrees" if alike else "differs"
    verdict = f'=IF(ISNUMBER(H{n}),IF(ABS(H{n}){within},"agrees","differs"),"not known")'
    sheet.worked_text((row, 8), verdict, said)


def _figures(worked: Worked) -> Iterator[tuple[Quoted, Figure, Unit]]:
    """Yield every quote that has a figure, once for each of its figures."""
    for quote in worked.scenario.quoted:
        for figure, unit in ((quote.amount_pence, Unit.MONEY), (quote.milli_fte, Unit.FTE), (quote.count, Unit.COUNT)):
            if figure is not None:
                yield quote, figure, unit


def _spoken_of(worked: Worked, quote: Quoted) -> Costed | None:
    """The stated structure that a quote speaks of: its option in its branch, else in the first."""
    for costed in worked.structures:
        arrangement = costed.answer.question.arrangement
        stated = arrangement.option.kind in ("no change", "given")
        if stated and arrangement.option.option == quote.option and quote.branch in (None, arrangement.branch or None):
            return costed
    return None


def _own(worked: Worked, quote: Quoted, costed: Costed) -> int | None:
    """What the workbook's figure comes to, in the unit of the quote."""
    ledger = costed.ledgers[worked.years[0]]
    match quote.measure:
        case "posts":
            return sum(line.count or 0 for line in ledger.lines)
        case "fte":
            return sum(line.milli_fte for line in ledger.lines)
        case "cost" | "saving" if quote.year is not None:
            money = costed.money
            years = money.cost_by_year if quote.measure == "cost" else money.saving_by_year
            pounds = years[worked.label(quote.year)]
            return None if pounds is None else round(pounds * 100)
        case "saving":
            return costed.money.saving_pence
        case _:
            return ledger.total().pence
