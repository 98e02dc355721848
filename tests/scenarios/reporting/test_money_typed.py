"""What people type into the money workbook: blanks and words are never nought, cells have limits, awards a year."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from scenarios.reporting.money_book.figures_of import in_workbook
from scenarios.reporting.money_book.workbook import workbook_of
from scenarios.schema.figure import Figure
from scenarios.schema.quoted import Quoted
from scenarios.workbooks.print_pages import A3, A4, breaks, scale_of
from tests.scenarios.claims.small_question import line
from tests.scenarios.compiling.services import head, known
from tests.scenarios.reporting.recalculation import Recalculated, recalculated, rows_of
from tests.scenarios.reporting.service import odd, worked

BLUE = "FF1F4FBF"
YEARS = (2025, 2026)


@pytest.fixture(scope="module")
def content() -> bytes:
    """The odd service over two years."""
    return workbook_of(worked(odd(header=head(years=YEARS))))


@pytest.fixture(scope="module")
def book(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> Recalculated:
    """The same in the engine."""
    return recalculated(content, tmp_path_factory.mktemp("typed"))


def emptied(content: bytes, *cells: tuple[str, str]) -> bytes:
    """The workbook with the content of some cells deleted."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for sheet, cell in cells:
        book[sheet][cell].value = None
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def at(content: bytes, sheet: str, letter: str, *texts: Any) -> tuple[str, str]:
    """The cell of a column in the last row that holds these."""
    rows = enumerate(rows_of(content, sheet), 1)
    return sheet, f"{letter}{[n for n, cells in rows if {*texts} <= {*cells}][-1]}"


def inputs(content: bytes) -> list[tuple[str, str]]:
    """Every cell in blue."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [(s.title, c) for s in book for row in s.iter_rows() for c in row if c.value is not None]
    return [(sheet, c.coordinate) for sheet, c in cells if c.font.color is not None and c.font.color.rgb == BLUE]


@pytest.mark.parametrize(
    ("sheet", "letter", "texts"),
    [
        ("rates", "B", ("Officer",)),
        ("rates", "C", ("Officer",)),
        ("lines", "J", (2, "Officer")),
        ("lines", "K", (2, "Fees")),
        ("lines", "N", (2, "Officer")),
    ],
)
def test_a_blank_or_a_word_is_never_nought(
    content: bytes, book: Recalculated, sheet: str, letter: str, texts: tuple[Any, ...], tmp_path: Path
) -> None:
    """Whatever cell a cost rests on: its total, saving and payback are '?', the line is counted, the check says so."""
    place = at(content, sheet, letter, *texts)
    blank = recalculated(emptied(content, place), tmp_path)
    for values in (book.values({place: "tbc"}), book.values({place: "?"}), blank.settled):
        found = [values.get(("summary", f"{letter}8")) for letter in "FHJN"]
        assert found == ["?", "?", 1, "?"]
        assert "is blank or is no number" in values["check", "A2"]
        if letter != "N":
            assert values[at(content, "lines", "N", 2, texts[-1])] == "?"


def test_a_blank_exit_cost_is_not_paid_back_at_once(content: bytes, book: Recalculated, tmp_path: Path) -> None:
    """Payback is '?' and not 0.00 years, and so is everything else that rests on it."""
    place = at(content, "one-off", "F", "exit cost of one person displaced")
    for values in (book.values({place: "tbc"}), recalculated(emptied(content, place), tmp_path).settled):
        assert (values["summary", "L8"], values["summary", "N8"]) == ("?", "?")
        assert values["summary", "K8"] == 9_050
        assert values["by year", "J10"] == "?"


def test_what_is_not_as_compared_is_listed_first(content: bytes, book: Recalculated) -> None:
    """The first of them stand on top, with what they were and what they are."""
    assert {book.settled["check", f"{letter}{row}"] for letter in "ABCDEFG" for row in range(8, 20)} == {""}
    values = book.values({at(content, "rates", "B", "Officer"): 40_000})
    listed = [values["check", f"{letter}8"] for letter in "CDEFG"]
    assert listed == ["cost a year", 170_550.13, 210_550.13, 40_000, "changed"]
    count = sum(
        value == "changed" for (sheet, cell), value in values.items() if sheet == "check" and int(cell[1:]) > 22
    )
    assert f"{count} of " in str(values["check", "A2"]).replace(".0", "")


def test_every_blue_cell_says_what_may_be_typed(content: bytes) -> None:
    """Each has limits and a message; nothing else has, and months are whole, from 0 to 12."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    ruled = {
        (sheet.title, cell.coord): rule
        for sheet in book
        for rule in sheet.data_validations.dataValidation
        for cell in rule.sqref.ranges
    }
    assert {*inputs(content)} == {*ruled}
    assert [rule for rule in ruled.values() if not rule.prompt or not rule.error] == []
    months = ruled[at(content, "by year", "D", 2, "2025/26")]
    assert (months.type, months.formula1, months.formula2) == ("whole", "0", "12")
    stated = at(content, "rates", "B", "Officer")
    assert ruled[stated].formula1 == f'OR(AND(ISNUMBER({stated[1]}),{stated[1]}>=0),{stated[1]}="?")'
    award = ruled["pay award", "C8"]
    assert (award.type, award.formula1, award.formula2) == ("decimal", "-0.25", "0.25")


def test_months_of_a_line_move_its_year_and_no_full_year(content: bytes, book: Recalculated) -> None:
    """Three officers at £30,000 for six months of 2026/27: £45,000 less is spent then, and a full year stays."""
    place = at(content, "lines", "Q", 2, "Officer")
    values = book.values({place: 6})
    assert values["lines", f"O{place[1][1:]}"] == 90_000
    assert values["lines", f"S{place[1][1:]}"] == 45_000
    years = {row: book.settled["by year", f"G{row}"] - values["by year", f"G{row}"] for row in (10, 11)}
    assert years == pytest.approx({10: 0, 11: 45_000})
    assert {
        cell for cell, value in values.items() if cell[0] in ("summary", "saving") and value != book.settled[cell]
    } == set()


def test_an_award_starts_in_its_year_and_is_said(content: bytes, book: Recalculated, tmp_path: Path) -> None:
    """Ten per cent from 2026/27: 2025/26 stays; two awards are taken together; a blank is none, a word not known."""
    first, second = ("pay award", "C8"), ("pay award", "C9")
    row = at(content, "lines", "N", 2, "Officer")[1][1:]
    cells = [("lines", f"{letter}{row}") for letter in "NO"]
    headings = [("lines", "N8"), ("lines", "O8")]
    values = book.values({second: 0.1})
    assert [values[cell] for cell in cells] == [90_000, 99_000]
    assert ["after the award typed" in values[cell] for cell in headings] == [False, True]
    assert values["lines", f"M{row}"].endswith("raised by the award typed here")
    assert values["summary", "F6"] == "cost a year"
    assert values["summary", "A5"].startswith("A further pay award is typed")
    both = book.values({first: 0.1, second: 0.1})
    assert [both[cell] for cell in cells] == [99_000, 108_900]
    assert both["summary", "F6"] == "cost a year, after the award typed"
    blank = recalculated(emptied(content, first, second), tmp_path)
    assert [blank.settled[cell] for cell in cells] == [90_000, 90_000]
    assert [book.values({first: "tbc"})[cell] for cell in cells] == ["?", "?"]


def test_one_off_costs_that_nobody_states_are_not_nought() -> None:
    """They are said to be none stated; numbers of people that rest on assumed ones are marked and named."""
    posts = (line("Officer", "North", 4, people=(4, 3, 4)),)
    bare = workbook_of(worked(odd(other_costs=()).model_copy(update={"posts": posts})))
    (found,) = [cells for cells in rows_of(bare, "one-off") if cells[0] == 2]
    assert found[7:10] == ("none stated",) * 3
    assert "people in post assumed: Officer" in str(found[15])
    sheet = openpyxl.load_workbook(io.BytesIO(bare))["one-off"]
    (row,) = [cells for cells in sheet.iter_rows() if cells[0].value == 2]
    assert [cell.number_format for cell in row[2:4]] == ['"~"#,##0'] * 2


def test_figures_of_the_report_stand_beside_the_workbooks_own() -> None:
    """Within a pound is alike; what the case sets against nothing, or against a part, stands alone."""
    quotes = (
        Quoted(what="a", measure="cost", option="as given", amount_pence=known(9_055_050)),
        Quoted(what="b", measure="saving", option="as given", year=2025, amount_pence=known(2_000_000)),
        Quoted(what="c", measure="posts", option="as given", count=known(4)),
        Quoted(what="d", measure="fte", option="as given", milli_fte=known(4_500)),
        Quoted(what="e", measure="saving", option="as given", amount_pence=Figure()),
        Quoted(what="f", measure="cost", option="as given", of="Officer", amount_pence=known(1)),
        Quoted(what="g", amount_pence=known(86_500_000)),
    )
    content = workbook_of(worked(odd(quoted=quotes)))
    found = {cells[0]: (cells[6], cells[8]) for cells in rows_of(content, "report figures")[5:]}
    alone = (None, "nothing here to set it against")
    assert found == {
        "a": (90_550.13, "agrees"),
        "b": (30_000, "differs"),
        "c": (4, "agrees"),
        "d": (4.5, "agrees"),
        "e": (30_000, "not known"),
        "f": alone,
        "g": alone,
    }
    assert "report figures" not in openpyxl.load_workbook(io.BytesIO(workbook_of(worked(odd())))).sheetnames


def test_what_a_case_speaks_of_is_said_as_it_is_in_the_workbook() -> None:
    """Files and sheets of the case are not beside its texts there."""
    assert in_workbook("README.md says") == "the README of the case (not in this workbook) says"
    assert in_workbook("as sheet roles says") == "as the case's sheet roles (not in this workbook) says"
    assert in_workbook("the case's sheet roles") == "the case's sheet roles"


def test_headings_of_figures_stand_over_them(content: bytes) -> None:
    """To the right over figures, to the left over words; whole pounds are shown, and the pence kept."""
    sheet = openpyxl.load_workbook(io.BytesIO(content), data_only=True)["summary"]
    assert [sheet[cell].alignment.horizontal for cell in ("B6", "F6", "N6", "O6")] == ["left", "right", "right", "left"]
    assert (sheet["F8"].value, sheet["F8"].number_format) == (90_550.13, "£#,##0;[Red]-£#,##0")
    assert (sheet.page_setup.fitToWidth or 1, sheet.print_title_rows) == (1, "$6:$6")


def test_a_page_does_not_end_inside_a_structure() -> None:
    """Three blocks of 20 rows, two of which have room on a page; lines are printed across two pages."""
    assert breaks((5, 25, 45), end=65, heights={}, scale=80, paper=A4) == (25, 45)
    assert breaks((5, 25, 45), end=65, heights={}, scale=60, paper=A4) == (45,)
    assert breaks((), end=3, heights={0: 4}, scale=60, paper=A4) == ()
    assert scale_of((), A4) == scale_of((10,), A4) == 100
    assert scale_of((400,), A4) < scale_of((400,), A3) < 60
