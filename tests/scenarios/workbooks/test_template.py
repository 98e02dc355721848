"""Blank workbooks: they say what to type, their examples are never read, and filled in they load.

Change this when a blank workbook helps in another way.
"""

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from scenarios.checking.questions import QUESTIONS
from scenarios.reading.headers import place_header
from scenarios.reading.load import load_case
from scenarios.reading.sheets import ROW_SHEETS
from scenarios.reading.workbook_layout import CASE_SHEET, EXAMPLE, GUIDE_SHEET, LISTS_SHEET
from scenarios.schema.case import Case
from scenarios.schema.columns import Kind
from scenarios.schema.faults import ScenarioFaults
from scenarios.schema.scenario import CARDS
from scenarios.workbooks.examples import EXAMPLE_ITEMS, EXAMPLE_ROWS, JOB_TITLES, WORKS
from scenarios.workbooks.template import STEPS, blank_workbook

HEAD = {"name": "advice", "title": "Housing advice", "authority": "Example Council"}


def _filled(tmp_path: Path, step: int, fill: Callable[[Workbook], None]) -> Path:
    """Write a blank workbook that somebody has filled in."""
    book = openpyxl.load_workbook(io.BytesIO(blank_workbook(step)))
    sheet = book[CASE_SHEET]
    for row in sheet.iter_rows(min_row=2):
        if row[0].value in HEAD:
            row[1].value = HEAD[row[0].value]
    fill(book)
    path = tmp_path / "filled.xlsx"
    book.save(path)
    return path


def _take_examples_for_true(book: Workbook) -> None:
    """Take the mark off every example, and write its names into the headers that are to name something."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and sheet.title not in (GUIDE_SHEET, LISTS_SHEET):
                    text = cell.value.removeprefix(EXAMPLE).strip()
                    text = text.replace(JOB_TITLES[0], "Housing Adviser").replace(WORKS[0], "Casework")
                    cell.value = text
        if sheet.title in EXAMPLE_ITEMS:
            for row in sheet.iter_rows(min_row=3):
                if row[0].value == EXAMPLE_ITEMS[sheet.title][0]:
                    row[0].value = row[1].value = None


@pytest.mark.parametrize("step", STEPS)
def test_a_blank_workbook_lacks_its_head_and_nothing_else(step: int, tmp_path: Path) -> None:
    """Examples, meanings and headers that stand in for names are no faults: only what every case needs is asked for."""
    path = tmp_path / "blank.xlsx"
    path.write_bytes(blank_workbook(step))
    with pytest.raises(ScenarioFaults) as found:
        load_case(path)
    assert [str(fault) for fault in found.value.faults] == [
        f"case!B{row}, {item}: {item!r} is needed here" for row, item in enumerate(HEAD, start=3)
    ]


@pytest.mark.parametrize("step", STEPS)
def test_a_blank_workbook_has_the_sheets_of_its_steps(step: int) -> None:
    """The guide first, then the head, then the sheets in the order of their questions; the lists are hidden."""
    book = openpyxl.load_workbook(io.BytesIO(blank_workbook(step)))
    asked = [question.sheet for question in QUESTIONS if question.step <= step]
    assert book.sheetnames == [GUIDE_SHEET, CASE_SHEET, *asked, LISTS_SHEET]
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"] == [LISTS_SHEET]


def _fill_posts(book: Workbook) -> None:
    """Type one row below the example, as a planner would."""
    sheet = book["posts"]
    headers = [cell.value for cell in sheet[1]]
    for header, value in {"title": "Team Manager", "fte": 1.5, "people": "?", "cost": 76500}.items():
        sheet.cell(3, headers.index(header) + 1, value)


@pytest.mark.parametrize("step", STEPS)
def test_a_filled_workbook_loads_without_its_examples(step: int, tmp_path: Path) -> None:
    """What was typed is the case; each example is said and not read."""
    case = load_case(_filled(tmp_path, step, _fill_posts))
    assert [post.title for post in case.scenario.posts] == ["Team Manager"]
    assert case.scenario.posts[0].milli_fte is not None
    assert case.scenario.posts[0].milli_fte.value == 1500
    assert case.doubts == ()
    sheets = [question.sheet for question in QUESTIONS if question.step <= step]
    assert case.not_read == tuple(sorted(f"{sheet}, row 2: an example" for sheet in [CASE_SHEET, *sheets]))


def _sheets_of(case: Case) -> set[str]:
    given = {sheet for sheet in ROW_SHEETS if getattr(case.scenario, sheet, ()) or getattr(case.sealed, sheet, ())}
    return given | {sheet for sheet, model in CARDS.items() if getattr(case.scenario, sheet) != model()}


def test_the_examples_together_are_a_case(tmp_path: Path) -> None:
    """With their marks taken off, the example rows load without a fault and fill every sheet."""
    case = load_case(_filled(tmp_path, 3, _take_examples_for_true))
    assert case.not_read == ()
    assert _sheets_of(case) == {*ROW_SHEETS, *CARDS} == {*EXAMPLE_ROWS, *EXAMPLE_ITEMS} - {CASE_SHEET}


def test_every_column_is_explained_and_known_sets_are_offered() -> None:
    """A note stands on each header; choices, yes and no, names of other sheets open as a list that refuses nothing."""
    book = openpyxl.load_workbook(io.BytesIO(blank_workbook(3)))
    for name, model in ROW_SHEETS.items():
        sheet = book[name]
        offered = {str(rule.sqref).split(":")[0].rstrip("0123456789") for rule in sheet.data_validations.dataValidation}
        assert not any(rule.showErrorMessage for rule in sheet.data_validations.dataValidation)
        for cell in sheet[1]:
            place = place_header(str(cell.value), model)
            assert place is not None
            assert cell.comment is not None
            assert place.column.about.replace("`", "") in cell.comment.text
            known = place.column.kind in (Kind.CHOICE, Kind.YES_NO, Kind.POST_CHANGE, Kind.HAPPENS)
            refers = place.column.kind in (Kind.NAME, Kind.NAMES) and place.column.to is not None
            assert (cell.column_letter in offered) == (known or refers)


def test_an_offer_names_the_cells_that_hold_the_words() -> None:
    """The list of contracts stands on the hidden sheet, and that of teams in the column where teams are defined."""
    book = openpyxl.load_workbook(io.BytesIO(blank_workbook(3)))
    sheet = book["posts"]
    headers = {cell.value: cell.column_letter for cell in sheet[1]}
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    column = headers["contract"]
    where = rules[f"{column}2:{column}501"].removeprefix(f"{LISTS_SHEET}!").replace("$", "")
    assert [row[0].value for row in book[LISTS_SHEET][where]] == ["permanent", "fixed-term", "agency"]
    assert rules[f"{headers['team']}2:{headers['team']}501"] == "teams!$A$2:$A$501"


@pytest.mark.parametrize("step", STEPS)
def test_the_same_step_gives_the_same_bytes(step: int) -> None:
    """No clock is written into a blank workbook."""
    content = blank_workbook(step)
    assert blank_workbook(step) == content
    assert openpyxl.load_workbook(io.BytesIO(content)).properties.created.year == 2000
