"""The money workbook of a case: its sheets in their order, each written after those whose cells it needs.

Same case, same bytes; no macro, no link to another file.
Change this when a sheet is added: one file, one line here, one in contents.py.
"""

from __future__ import annotations

from scenarios.reporting.money_book import names
from scenarios.reporting.money_book.award import put_award, step_awards
from scenarios.reporting.money_book.budgets import put_cost_centres, put_funding
from scenarios.reporting.money_book.check import Checked, put_check
from scenarios.reporting.money_book.contents import put_contents
from scenarios.reporting.money_book.keys import keys_of
from scenarios.reporting.money_book.lines import Formulas, put_lines
from scenarios.reporting.money_book.one_off import put_one_off
from scenarios.reporting.money_book.post_costs import put_post_costs
from scenarios.reporting.money_book.quoted import Cells, has_quotes, put_quoted
from scenarios.reporting.money_book.rates import persons, put_rates
from scenarios.reporting.money_book.saving import put_saving
from scenarios.reporting.money_book.summary import cost_cells, fte_cells, posts_cells, put_summary, saving_cells
from scenarios.reporting.money_book.years import put_years
from scenarios.reporting.worked import Worked
from scenarios.workbooks.book import Book

_ORDER = (
    names.CONTENTS, names.SUMMARY, names.LINES, names.RATES, names.POST_COSTS, names.CENTRES, names.FUNDING,
    names.SAVING, names.YEARS, names.ONE_OFF, names.AWARD, names.QUOTED, names.CHECK,
)  # fmt: skip


def workbook_of(worked: Worked) -> bytes:
    """Return the money workbook of a case that is worked out: each structure set against no change."""
    book, people, keys = Book(f"Money workbook: {worked.scenario.header.title}"), persons(worked), keys_of(worked)
    for name in _ORDER:
        if (name != names.POST_COSTS or people) and (name != names.QUOTED or has_quotes(worked)):
            book.sheet(name)
    rates = put_rates(book, worked, people)
    found = put_post_costs(book, worked, people=people, rates=rates, steps=step_awards(worked))
    formulas = Formulas(rates, found)
    places = put_lines(book, worked, keys=keys, formulas=formulas)
    sums = {
        names.CENTRES: put_cost_centres(book, worked, keys.centres),
        names.FUNDING: put_funding(book, worked, keys.funding),
        names.SAVING: put_saving(book, worked, keys),
    }
    saving, cost = saving_cells(worked), cost_cells(worked)
    once = put_one_off(book, worked, saving)
    by_year = put_years(book, worked, once)
    put_summary(book, worked, once)
    figures = {number: (cost[number], saving[number]) for number in cost}
    put_award(book, worked, places=places, formulas=formulas, figures=figures)
    own = Cells(cost, saving, posts_cells(worked), fte_cells(worked), by_year)
    put_quoted(book, worked, own)
    put_check(book, worked, Checked(by_year, once, sums))
    put_contents(book, worked)
    return book.content()
