"""Sheet `contents`: what the workbook is, what each sheet holds, how cells are marked, what structures rest on.

Change this when a sheet is added or a mark is.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

from scenarios.reporting.amounts import day_text
from scenarios.reporting.money_book import names
from scenarios.reporting.money_book.figures_of import NOT_STATED, in_workbook
from scenarios.reporting.old_prices import older_prices
from scenarios.reporting.worked import Worked
from scenarios.schema.scenario import Scenario
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet

_WIDTHS = (30, 120)
SHEETS = (
    (names.SUMMARY, "The structures side by side: cost, saving, one-off costs, payback."),
    (
        names.LINES,
        "Every line of every structure: rate x FTE, 12 months, a formula a line. All sums come from here.",
    ),
    (names.RATES, "What one FTE costs, points of pay, National Insurance, pension: each with dates, source and basis."),
    (names.POST_COSTS, "What one person on a pay spine costs in each year, from the rates."),
    (names.CENTRES, "The budget, and before and after by cost centre."),
    (names.FUNDING, "What each funding line gives, and before and after by funding line."),
    (
        names.SAVING,
        "Where each saving comes from: fewer or more posts, dearer or cheaper posts, with a total of each kind.",
    ),
    (names.YEARS, "Full year and part year, with the months stated, and the saving so far less what is paid once."),
    (names.ONE_OFF, "What is paid once, low, expected and high, and how long the saving takes to pay it."),
    (
        names.AWARD,
        "A cell a year for a further pay award that costs follow from then on; each structure at several awards.",
    ),
    (names.QUOTED, "What the report prints, as the case quotes it, beside what this workbook comes to."),
    (
        names.CHECK,
        "A verdict in one line; what is not as compared; every total as compared beside this workbook's own.",
    ),
)
_MARKS = (
    (
        "blue figure",
        (
            "There to be typed over: as the case states it. Everything that rests on it follows. What may be typed "
            "is said when you stand on it."
        ),
    ),
    ("black figure", "A formula, or what was worked out when this was written: not there to be typed over."),
    ("yellow cell", "There to be changed: the pay award, the months of a year, an amount that is not known."),
    (
        "?",
        (
            "Not known, or resting on something not known. It is never taken as nought: nor is a blank, or a word, "
            "in a cell that a formula needs; what rests on it is ? then, and 'check' says so on top. Type an amount "
            "over a blue one."
        ),
    ),
    ("published", "As a source prints it. The source stands beside it."),
    ("assumed, ~", "A guess of whoever wrote the case, marked ~ there; ~ before a number here: it rests on one."),
    ("derived", "Worked out here, from what stands beside it or on the sheets named in the formula."),
    (
        "published, raised by the award typed here",
        "A line whose amount a source prints, which pay awards typed on the sheet 'pay award' have moved.",
    ),
    ("live", "Standing of an option: it may still be chosen."),
    ("recommended", "Standing of an option: the report recommends it."),
    ("set aside", "Standing of an option: the report says it is not pursued. It is worked out all the same."),
    ("price base", "The prices an amount is at. 'not stated' where the case does not say."),
)
_ROUNDING = (
    "Amounts are pounds and pence; overview sheets show whole pounds, with the pence in the cells. "
    "A line is rounded once, to the nearest penny, halves away from nought: a cost and "
    "the same saving print the same figure. Sums add up rounded lines. There are no macros and no links to other files."
)


def put_contents(book: Book, worked: Worked) -> None:
    """Write the sheet.

    Args:
        book: the workbook.
        worked: the case.
    """
    sheet = FigureSheet(book, names.CONTENTS, _WIDTHS)
    header = worked.scenario.header
    row = sheet.head(f"Money workbook: {header.title}")
    for left, right, heading in _rows(worked, {each.get_name() for each in book.file.worksheets()}):
        if heading:
            sheet.heading((row, 0), left)
        else:
            sheet.text((row, 0), left, strong=True)
            sheet.text((row, 1), right)
        row += 1


def _report(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Yield what a source such as "report para 7" speaks of: the report with its day, and who decides on it."""
    header = scenario.header
    dated = f", {day_text(header.case_date)}" if header.case_date else ", no date stated"
    yield "report", f"{header.authority}: {header.title}{dated}"
    decided = [step for step in scenario.calendar if step.kind == "decision"]
    if decided:
        told = (step.step + (f", {day_text(step.from_date)}" if step.from_date else "") for step in decided)
        yield "decided by", "; ".join(told)


def _rows(worked: Worked, sheets: set[str]) -> Iterator[tuple[str, str, bool]]:
    header = worked.scenario.header
    yield "case", f"{header.name}, {header.authority}", False
    yield from ((name, text, False) for name, text in _report(worked.scenario))
    yield "price base", header.price_base or NOT_STATED, False
    old = older_prices(worked.scenario)
    if old:
        yield "", old, False
    yield "years", ", ".join(worked.label(year) for year in worked.years), False
    yield (
        "for",
        "Officers of finance. A working paper, not for publication: exit costs may tell about few people.",
        False,
    )
    if header.illustration:
        yield (
            "illustration",
            "Some figures are assumed to show the method. Nothing here says what the authority could have done.",
            False,
        )
    if header.note:
        yield "note", in_workbook(header.note), False
    yield "what it is not", "None of this makes a structure fair or lawful; that is the authority's judgement.", False
    yield "made from", f"restructure {version('restructure-designer')}, input {worked.digest}", False
    yield "", "", False
    if header.sources:
        yield "Where the figures come from", "", True
        yield from (
            ("the case's " + sheet.replace("_", " "), in_workbook(source), False)
            for sheet, source in sorted(header.sources.items())
        )
        yield "", "", False
    yield "Sheets", "", True
    yield from ((name, holds, False) for name, holds in SHEETS if name in sheets)
    yield "", "", False
    yield "Marks", "", True
    yield from ((mark, meaning, False) for mark, meaning in _MARKS)
    yield "rounding", _ROUNDING, False
    yield "", "", False
    yield "Structures", "", True
    for costed in worked.structures:
        option = costed.answer.question.arrangement.option
        yield f"{costed.number} {option.kind}", f"{costed.title}: {option.title or option.option}", False
        for reason in costed.answer.reasons:
            yield "", reason, False
        unknown = costed.answer.question.unknown
        if unknown:
            yield "", f"Not known: {'; '.join(unknown)}", False
    for none in worked.without:
        yield f"{none.number} none", f"{none.title}: {' '.join(none.reasons)}", False
