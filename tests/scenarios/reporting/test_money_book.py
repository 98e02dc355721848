"""The money workbook comes to the pence of the ledger, in an engine of its own, and follows what is changed in it."""

from datetime import date
from typing import Any

import pytest

from scenarios.comparing.answers import Asking
from scenarios.comparing.result import StructureResult
from scenarios.comparing.results import compare_case
from scenarios.library import names, path_of
from scenarios.money.rate_book import SHIPPED
from scenarios.reading.load import load_case
from scenarios.reporting.money_book.workbook import workbook_of
from scenarios.reporting.worked import worked_out
from scenarios.schema.case import Case
from scenarios.schema.figure import Figure
from tests.scenarios.reporting.recalculation import Recalculated, recalculated, rows_of, same

STATED = ("no change", "as proposed")
AWARD = ("pay award", "C8")


def asking(*options: str) -> Asking:
    """These options, without what must be true."""
    return Asking(options=options, break_evens=False)


@pytest.fixture(scope="module", params=names())
def case(request: pytest.FixtureRequest) -> Case:
    """Each case of the library."""
    return load_case(path_of(request.param))


@pytest.fixture(scope="module")
def book(case: Case, tmp_path_factory: pytest.TempPathFactory) -> Recalculated:
    """Its money workbook in the engine, no change and the given option."""
    return recalculated(workbook_of(worked_out(case, asking(*STATED))), tmp_path_factory.mktemp("book"))


def summary(values: dict[tuple[str, str], Any], row: int) -> dict[str, Any]:
    """The figures of a structure in the summary, by what they are."""
    columns = {"cost": "F", "saving": "H", "low": "K", "expected": "L", "high": "M", "payback": "N"}
    return {name: values["summary", f"{letter}{row}"] for name, letter in columns.items()}


def told(found: StructureResult) -> dict[str, Any]:
    """The same figures as a comparison gives them, a question mark where it has none."""
    once = found.one_off
    figures = {
        "cost": found.annual_cost,
        "saving": found.saving,
        "low": None if once is None else once.low,
        "expected": None if once is None else once.expected,
        "high": None if once is None else once.high,
        "payback": "never" if found.pays_back is False else found.payback_years,
    }
    return {name: "?" if value is None else value for name, value in figures.items()}


def test_the_engine_comes_to_every_figure_that_was_written(book: Recalculated) -> None:
    """All formulas of all sheets, worked out anew, show what the ledger put beside them."""
    assert book.disagreements() == {}
    assert len(book.settled) > 200


def test_every_total_is_the_comparisons_to_the_penny(book: Recalculated, case: Case) -> None:
    """Cost, saving, one-off costs and payback of each structure; saving by source and by year."""
    values, texts = book.settled, book.written
    structures = compare_case(case, asking(*STATED)).structures
    for row, found in enumerate(structures, 7):
        ours, theirs = summary(values, row), told(found)
        assert {n: v for n, v in ours.items() if n != "payback" and not same(v, theirs[n])} == {}
        assert str(ours["payback"]) == str(theirs["payback"]) or round(ours["payback"], 2) == theirs["payback"]
        parts: dict[tuple[str, str], Any] = {}
        for (sheet, cell), number in texts.items():
            if sheet == "saving" and cell[0] == "A" and number == row - 6:
                for letter, effect in zip("JKL", ("posts", "unit_cost", "whole"), strict=True):
                    parts[texts[sheet, f"D{cell[1:]}"], effect] = values[sheet, f"{letter}{cell[1:]}"]
        shown = {key: value for key, value in parts.items() if not same(value, 0) and value != "?"}
        wanted = {(p.source, p.effect): p.pounds for p in found.saving_by_source if p.pounds is not None}
        wanted = {key: pounds for key, pounds in wanted.items() if key[1] != "unit_cost" or abs(pounds) >= 1}
        assert shown == pytest.approx(wanted)
        for (sheet, cell), label in texts.items():
            if sheet == "by year" and cell[0] == "C" and texts.get((sheet, f"A{cell[1:]}")) == row - 6:
                for letter, by_year in (("G", found.cost_by_year), ("H", found.saving_by_year)):
                    pounds = by_year[label]
                    assert same(values[sheet, f"{letter}{cell[1:]}"], "?" if pounds is None else pounds)


def test_the_workbook_agrees_with_itself(book: Recalculated) -> None:
    """Each line of the sheet check agrees, and says so."""
    verdicts = [value for (sheet, cell), value in book.settled.items() if sheet == "check" and cell[0] == "G"]
    assert {*verdicts} - {""} == {"agrees"}
    count = verdicts.count("agrees")
    assert book.settled["check", "A2"] == f"All {count} figures of this workbook are as compared."


def raised(case: Case, per_cent: int) -> Case:
    """The case with every printed pay cost dearer."""

    def dearer(figure: Figure | None) -> Figure | None:
        if figure is None or figure.value is None:
            return figure
        more = {name: n * (100 + per_cent) // 100 for name in ("value", "low", "high") if (n := getattr(figure, name))}
        return figure.model_copy(update=more)

    scenario = case.scenario
    update = {
        sheet: tuple(row.model_copy(update={field: dearer(getattr(row, field))}) for row in getattr(scenario, sheet))
        for sheet, field in (
            ("posts", "cost_pence"),
            ("proposed", "cost_pence"),
            ("roles", "cost_pence"),
            ("grades", "all_in_cost_pence"),
        )
    }
    return Case(scenario.model_copy(update=update), case.sealed)


@pytest.mark.parametrize("case", ["nottinghamshire-2014", "bury-2021"], indirect=True)
def test_a_pay_award_gives_what_the_tool_gives_with_dearer_pay(book: Recalculated, case: Case) -> None:
    """Printed and all-in costs: 3 % typed into the cell, against the comparison of the case with costs raised 3 %."""
    values = book.values({AWARD: 0.03})
    headings = [cells[0] for cells in rows_of(book.content, "pay award")]
    steps = headings.index("Cost a year, with an award of") + 1
    for row, found in enumerate(compare_case(raised(case, 3), asking(*STATED)).structures, 7):
        ours = summary(values, row)
        assert (ours["cost"], ours["saving"]) == (found.annual_cost, found.saving)
        assert book.settled["pay award", f"F{steps + row - 6}"] == ours["cost"]


@pytest.mark.parametrize("case", ["nottinghamshire-2019"], indirect=True)
def test_a_pay_award_raises_points_to_the_pound_and_on_costs_with_them(book: Recalculated) -> None:
    """Point 39 of 2018/19, 35,229, at 2.5 % is 36,110: National Insurance and 22 % pension are worked out on that."""
    assert SHIPPED.find("njc-2009", "39", on=date(2018, 4, 1)).value == 3_522_900
    values = book.values({AWARD: 0.025})
    rows = rows_of(book.content, "lines")
    (row,) = [n for n, cells in enumerate(rows, 1) if cells[2] == "Programme Officer (Health Integration ICT)"]
    pay = 36_110
    assert values["lines", f"N{row}"] == pytest.approx(round(pay + 0.138 * (pay - 8_424) + 0.22 * pay, 2))
    assert book.written["lines", f"N{row}"] == pytest.approx(46_678.47)
    (printed,) = [n for n, cells in enumerate(rows, 1) if cells[0] == 1 and cells[2] == "Training Co-ordinator"]
    assert values["lines", f"N{printed}"] == pytest.approx(24_500 * 1.025)
    assert "changed" in {value for (sheet, cell), value in values.items() if sheet == "check" and cell[0] == "G"}
