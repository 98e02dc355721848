"""Raw workbooks: values become the text a planner typed, and what is no value is told beside them.

Change this when a cell carries something more.
"""

import io
from datetime import date, datetime, time, timedelta

import pytest
import xlsxwriter

from scenarios.reading import unpack
from scenarios.reading.cell_text import Value, cell_text
from scenarios.reading.table_cells import rounded_to_unit
from scenarios.reading.unpack import MAX_WORKBOOK_BYTES
from scenarios.reading.workbook import RawSheet, open_workbook
from scenarios.schema.cell_places import address
from scenarios.schema.columns import Kind
from scenarios.schema.faults import CellTrouble
from tests.scenarios.reading.spreadsheets import parts_of, workbook_of, zip_of


def _read(content: bytes) -> RawSheet:
    book = open_workbook(content)
    (sheet,) = book.read([book.sheets[0][0]])
    return sheet


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  as it is\u00a0", "  as it is\u00a0"),
        (5.0, "5"),
        (-0.0, "0"),
        (0.1 + 0.2, "0.3"),
        (0.625, "0.625"),
        (0.123456789012345, "0.123456789012345"),
        (22345.678378378378, "22345.6783783784"),
        (1e20, "100000000000000000000"),
        (1e-7, "0.0000001"),
        (12345678901234.0, "12345678901234"),
        (True, "TRUE"),
        (False, "FALSE"),
        (date(2021, 3, 25), "2021-03-25"),
        (datetime(2021, 3, 25), "2021-03-25"),  # noqa: DTZ001 - a spreadsheet knows no time zones
        (datetime(2021, 3, 25, 9, 30), "2021-03-25 09:30:00"),  # noqa: DTZ001
        (time(0, 20), "0:20"),
        (time(7, 5, 9), "7:05:09"),
        (timedelta(hours=37, minutes=30), "37:30"),
        (timedelta(hours=-1, minutes=-30), "-1:30"),
        (timedelta(seconds=61), "0:01:01"),
        (float("inf"), "inf"),
    ],
)
def test_a_value_is_the_text_that_was_typed(value: Value, text: str) -> None:
    """Numbers are exact to the 15 digits a spreadsheet keeps, never with an exponent; days and times are plain."""
    assert cell_text(value) == text


def test_a_per_cent_is_shown_as_one() -> None:
    """0.45 shown as 45% is 45%, without the noise of multiplying; a part of a per cent is kept."""
    assert [cell_text(value, is_percent=True) for value in (0.45, 0.1845, -0.2, 1.0, 0.07, 0.0)] == [
        *("45%", "18.45%", "-20%", "100%", "7%", "0%")
    ]


@pytest.mark.parametrize(("position", "cell"), [((0, 0), "A1"), ((6, 25), "Z7"), ((9, 26), "AA10"), ((0, 207), "GZ1")])
def test_an_address_is_the_spreadsheets_own(position: tuple[int, int], cell: str) -> None:
    """Rows count from 1 and columns are letters."""
    assert address(position) == cell


def test_cells_are_read_from_the_first_on() -> None:
    """Blank rows and columns before the table keep their place, so an address is what the planner sees."""
    sheet = _read(workbook_of({"posts": [[], [None, None, "title"], [None, None, 5]]}))
    assert sheet.rows == (("", "", ""), ("", "", "title"), ("", "", "5"))


def test_what_is_no_value_is_told() -> None:
    """Errors, formulas not worked out, per cents, dates, merged blocks, hidden rows and columns have their places."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("posts")
    sheet.write_row(0, 0, ["title", "fte"])
    sheet.write_formula(1, 0, "=1/0", None, "#DIV/0!")
    sheet.write_formula(1, 1, "=1+1", None, 2)
    sheet.write_formula(2, 0, '=""', None, "")
    sheet.write_number(2, 1, 0.45, book.add_format({"num_format": '0.0%;-0.0%;"-"'}))
    sheet.write_number(3, 1, 0.45, book.add_format({"num_format": '0.0" %"'}))
    sheet.write_datetime(4, 1, date(2021, 3, 25), book.add_format({"num_format": "d mmm yyyy"}))
    sheet.merge_range(5, 0, 6, 1, "North")
    sheet.set_row(3, None, None, {"hidden": True})
    sheet.set_column(1, 1, None, None, {"hidden": True})
    book.close()
    read = _read(stream.getvalue())
    assert read.rows[1:6] == (("#DIV/0!", "2"), ("", "45%"), ("", "0.45"), ("", "2021-03-25"), ("North", ""))
    assert (read.marks.errors, read.dates, read.merged) == ({(1, 0): "#DIV/0!"}, {(4, 1)}, (((5, 0), (6, 1)),))
    assert read.marks.formulas == {(1, 0), (1, 1), (2, 0)}
    assert read.marks.not_worked_out == ((2, 0),)
    assert (read.marks.hidden_rows, read.marks.hidden_columns) == ((3,), (1,))


@pytest.mark.parametrize(
    ("text", "kind", "rounded"),
    [
        ("0.297297297297297", Kind.FTE, "0.297"),
        ("0.6665", Kind.FTE, "0.667"),
        ("22345.6783783784", Kind.MONEY, "22345.68"),
        ("-0.005", Kind.MONEY, "0"),
        ("33.3333333333333%", Kind.PERCENTS_BY_NAME, "33.33%"),
        ("37.3333333333333", Kind.HOURS, "37:20"),
        ("0.625", Kind.FTE, None),
        ("1.5", Kind.COUNT, None),
        ("45.123456%", Kind.FTE, None),
        ("0.45123456", Kind.PERCENT, None),
        ("~6 (4..8)", Kind.FTE, None),
        ("11/37", Kind.MONEY, None),
        ("0.123456", Kind.NAME, None),
    ],
)
def test_what_a_formula_works_out_is_rounded_to_its_unit(text: str, kind: Kind, rounded: str | None) -> None:
    """Half up, to thousandths, pence or minutes; numbers of people or posts, marks and words are left as they are."""
    assert rounded_to_unit(text, kind) == rounded


def test_sheets_are_read_when_asked_for() -> None:
    """Hidden sheets are named as such, and only the sheets asked for are unpacked."""
    book = open_workbook(workbook_of({"posts": [["a"]], "old": [["b"]], "work": [["c"]]}, hidden=["old"]))
    assert book.sheets == (("posts", False), ("old", True), ("work", False))
    assert [sheet.rows for sheet in book.read(["work", "nowhere"])] == [(("c",),)]
    assert not any(part.endswith(("sheet1.xml", "sheet2.xml")) for part in book.package.unpacked)


def test_limits_hold_for_bytes_as_well() -> None:
    """Bytes handed over by another reader are measured as a file is."""
    for content, code in ((b"", "empty-file"), (b"PK\x03\x04" + b"\x00" * MAX_WORKBOOK_BYTES, "too-big")):
        with pytest.raises(CellTrouble) as refused:
            open_workbook(content)
        assert refused.value.words.code == code


def test_a_list_of_parts_that_claims_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts that are each within the limits are not, when together they pass it; nor are parts unpacked past it."""
    content = workbook_of({"posts": [["title"], *[["Clerk"]] * 50]})
    monkeypatch.setattr(unpack, "MAX_UNPACKED_BYTES", 4_000)
    with pytest.raises(CellTrouble) as refused:
        open_workbook(content)
    assert refused.value.words.code == "too-much-inside"
    monkeypatch.undo()
    package = unpack.open_package(content)
    monkeypatch.setattr(unpack, "MAX_UNPACKED_BYTES", 4_000)
    with pytest.raises(CellTrouble) as unpacked:
        package.repacked(package.infos)
    assert unpacked.value.words.code == "too-much-inside"


def test_a_part_locked_by_the_zip_is_refused() -> None:
    """A zip may lock single parts with a password of its own, or pack them in ways spreadsheets do not."""
    content = workbook_of({"posts": [["title"]]})
    locked = bytearray(content)
    start = content.index(b"PK\x01\x02")
    locked[start + 8] |= 1
    other = bytearray(content)
    other[start + 10] = 12
    for odd in (locked, other):
        with pytest.raises(CellTrouble) as refused:
            open_workbook(bytes(odd))
        assert refused.value.words.code == "odd-part"


def test_a_part_in_another_encoding_is_refused_whatever_its_name() -> None:
    """Wide letters without a name that ends in .xml, and an encoding that is only declared, are seen."""
    parts = parts_of(workbook_of({"posts": [["title"]]}))
    declared = parts["xl/styles.xml"].replace(b'encoding="UTF-8"', b'encoding="UTF-7"')
    for name, part in (("xl/odd.bin", "<x/>".encode("utf-16-le")), ("xl/styles.xml", declared)):
        package = unpack.open_package(zip_of({**parts, name: part}))
        with pytest.raises(CellTrouble) as refused:
            package.part(name)
        assert refused.value.words.code == "odd-part"
