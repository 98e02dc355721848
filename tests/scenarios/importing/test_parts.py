"""The parts of an import by themselves: numbers, marks of rows, spellings, names, guesses, the mapping file.

Change this when a part learns to read something more.
"""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.importing import amounts
from scenarios.importing.extract import Extract, table_of
from scenarios.importing.extract_files import read_extract
from scenarios.importing.guess import guess_columns, labels_of, letters
from scenarios.importing.import_doubts import RowsDoubt, frozen, rows_text
from scenarios.importing.mapping import Mapping, mapping_text, read_mapping
from scenarios.importing.marks_of_rows import Mark, marks_of
from scenarios.importing.names_in_text import Names, cut_names, fit_for_a_case, named_by, names_of, rows_that_name
from scenarios.importing.post_figures import read_figures
from scenarios.importing.posts_file import PostCells, as_name, posts_csv
from scenarios.importing.spellings import fold, grade_key, name_key
from scenarios.importing.uses import KNOWN_HEADERS, Use, use_of_header
from scenarios.schema.faults import ScenarioFaults
from scenarios.schema.texts import name_trouble
from tests.scenarios.importing.messy_kind import workbook

NAMES = Names(frozenset({"zyxolt", "qwarb", "o'zyx", "10432"}), frozenset({"parks"}), frozenset({"Zq"}))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,234.5", Fraction("1234.5")),
        ("£45 000", Fraction(45000)),
        ("0,6", Fraction("0.6")),
        ("0,625", Fraction("0.625")),
        ("-0,125", Fraction("-0.125")),
        ("0 625", None),
        ("10,625", Fraction(10625)),
        ("-3", Fraction(-3)),
        ("", None),
        ("1,23,4", None),
        ("12k", None),
    ],
)
def test_numbers(text: str, number: Fraction | None) -> None:
    """Thousands apart, decimal commas and pound signs are read; nothing else is taken for a number."""
    assert amounts.exact(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0.6", "3/5"),
        ("60%", "3/5"),
        ("22.2/37", "3/5"),
        ("1.00 FTE", "1"),
        ("1/0", None),
        ("0,625", "5/8"),
        ("1,000", "1"),
        ("1,250 FTE", "5/4"),
        ("62,500%", "5/8"),
        ("1,250.5", "2501/2"),
        ("-1", None),
        ("full", None),
    ],
)
def test_fte(text: str, number: str | None) -> None:
    """FTE as a number, a percentage or hours over hours."""
    assert amounts.fte(text) == (None if number is None else Fraction(number))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("18:30", "18.5"),
        ("37 hrs per week", "37"),
        ("22.2", "22.2"),
        ("18,500", "18.5"),
        ("7,500 hrs", "7.5"),
        ("1,924", "1924"),
        ("-1", None),
        ("flexible", None),
    ],
)
def test_hours(text: str, number: str | None) -> None:
    """Hours with minutes, words or decimals; a comma stands for thousands only where a year has so many."""
    assert amounts.hours(text) == (None if number is None else Fraction(number))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-03-31", date(2025, 3, 31)),
        ("31/03/2025", date(2025, 3, 31)),
        ("31.3.25", date(2025, 3, 31)),
        ("31-Mar-2025", date(2025, 3, 31)),
        ("31 March 25", date(2025, 3, 31)),
        ("2025-03-31T00:00:00", date(2025, 3, 31)),
        ("31/02/2025", None),
        ("31 Foo 2025", None),
        ("soon", None),
    ],
)
def test_days(text: str, day: date | None) -> None:
    """Dates in the ways HR systems write them; an impossible one is none."""
    assert amounts.day(text) == day


@pytest.mark.parametrize(("text", "pence"), [("£1,000.50", 100050), ("GBP 12", 1200), ("0.125", None), ("ten", None)])
def test_pence(text: str, pence: int | None) -> None:
    """Pounds to whole pence, or nothing."""
    assert amounts.pence(text) == pence


@pytest.mark.parametrize(
    ("text", "header", "marks"),
    [
        ("Permanent", "Contract", {Mark.PERMANENT}),
        ("FTC - maternity cover", "Contract", {Mark.FIXED, Mark.COVER}),
        ("Seconded to health", "Status", {Mark.SECONDED_OUT}),
        ("Secondee", "Status", {Mark.SECONDED_IN}),
        ("Temporary promotion", "Status", {Mark.ACTING}),
        ("Yes", "Term Time Only", {Mark.TERM_TIME}),
        ("No", "Term Time Only", set()),
        ("Active - permanent", "Status", {Mark.PERMANENT}),
        ("Y", "Colour", None),
        ("purple", "Status", None),
        ("ZZ", "Status", {Mark.AGENCY}),
        ("", "Status", set()),
    ],
)
def test_marks(text: str, header: str, marks: set[Mark] | None) -> None:
    """Words of contract and status columns, yes and no under a telling header, and words the planner has explained."""
    assert marks_of(text, header, {"zz": Mark.AGENCY}) == (None if marks is None else frozenset(marks))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Grade 7 (G7)", "G7", True),
        ("Higher Executive Officer (HEO)", "heo", True),
        ("SCS 1", "SCS1", True),
        ("SCS1", "SCS1A", False),
        ("SEO", "SEO (London)", False),
        ("HAY 1", "HAY1", True),
        ("Fast Stream (HEOD)", "HEO", False),
        ("Grade 1", "Grade 11", False),
    ],
)
def test_grades_alike(one: str, other: str, alike: bool) -> None:  # noqa: FBT001 - a table's column
    """Two spellings of one grade share a key, two grades do not."""
    assert (grade_key(one) == grade_key(other)) is alike


def test_a_nought_is_an_o_only_beside_it() -> None:
    """P08 is read as PO8 where PO8 stands as well, and stays where it does not; the most frequent spelling wins."""
    folded = fold({"P08": 1, "PO8": 3, "PO 8": 1}, grade_key)
    assert {*folded.name_of.values()} == {"PO8"}
    assert folded.folds[0].others == (("P08", 1), ("PO 8", 1))
    assert fold({"P08": 2, "SO2": 1}, grade_key).folds == ()
    assert fold({"A & B": 1, "A and B": 1}, name_key).name_of == {"A & B": "A & B", "A and B": "A & B"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Team Leader - Zyxolt", "Team Leader"),
        ("Social Worker (Qwarb Zyxolt)", "Social Worker"),
        ("Zyxolt's Team", "Team"),
        ("PA to Mrs Q. Zyxolt", "PA to"),
        ("Manager (Qwarb Parks)", "Manager"),
        ("Parks Officer", "Parks Officer"),
        ("Officer (10432)", "Officer"),
        ("Cover for Zq", "Cover for"),
        ("Qwarb-Zyxolt", ""),
        ("Officer, a.b@example.invalid", "Officer"),
        ("Mr Smithers", ""),
        ("Officer (Z\u00fdxolt)", "Officer"),
        ("Officer - Zy\u0301xolt", "Officer"),
        ("Cover for Z\u0302q", "Cover for"),
        ("Officer QwarbZyxolt", "Officer"),
        ("Lead zyxoltparks", "Lead"),
    ],
)
def test_names_are_cut(text: str, left: str) -> None:
    """Names of the extract, numbers of persons, addresses and titled names go; words of titles stay."""
    cut = cut_names(text, NAMES)
    assert cut.text == left
    assert cut.was_cut is (text != left)
    assert cut.may_name is ("parks" in text.casefold())


def test_a_name_is_found_with_and_without_its_accents() -> None:
    """Accents in the name column, in the title, composed or not: one name; what the planner denies stays."""
    column = ("Zo\u00eb Qx\u00e9", "Q\u0142arb \u00d8lq", "Zo\u0300o B\u00f3")
    names = names_of([(Use.PERSON_NAME, column)], frozenset({"z\u00f2o"}))
    for text in ("Zoe Qxe", "Zo\u00eb Qx\u00e9", "Zoe\u0308 Qxe\u0301", "ZOE QXE", "Qlarb Olq", "ZoeQxe", "Bo"):
        assert cut_names(f"Officer - {text}", names).text == "Officer", text
        assert rows_that_name([f"told {text} so"], names, by_look=False) == [0], text
    assert cut_names("Officer - Zoo", names).text == "Officer - Zoo"
    assert cut_names("Caf\u00e9 Officer", names).text == "Caf\u00e9 Officer"
    assert cut_names("Parksparks", NAMES).may_name
    assert cut_names("Officer \u00d8lq", named_by(frozenset({"\u00f8lq"}))).text == "Officer"


def test_what_looks_like_a_name_to_check_is_written_otherwise() -> None:
    """`Manager, IT` would be refused by check as a surname with initials; a surname with initials is withheld."""
    assert fit_for_a_case("Manager, IT") == "Manager - IT"
    assert fit_for_a_case("Zyxolt, Q") == ""
    assert fit_for_a_case("Case Officer") == "Case Officer"


@given(st.text(max_size=300))
def test_every_name_written_can_be_read(text: str) -> None:
    """Whatever stands in a kept cell, what is written is a name a case can hold, or blank."""
    name, changed = as_name(text)
    assert name == "" or name_trouble(name) is None
    assert changed is (name != " ".join(text.split()))


@pytest.mark.parametrize(
    ("header", "use"),
    [
        ("POSN_NO", Use.POST_NUMBER),
        ("Job Title ", Use.TITLE),
        ("FTE", Use.PERSON_FTE),
        ("Budgeted FTE", Use.FTE),
        ("Employee Surname", Use.PERSON),
        ("Manager's name", Use.OTHER_PERSON),
        ("Head of HR contact", Use.OTHER_PERSON),
        ("Pension scheme type", Use.PERSON),
        ("Vacancy reason", Use.WORDS),
        ("Any comments?", Use.FREE_TEXT),
        ("Colour", None),
    ],
)
def test_headers(header: str, use: Use | None) -> None:
    """Headers as systems write them, person columns by their words, and nothing for the rest."""
    found = use_of_header(header)
    assert (None if found is None else found[0]) is use


def extract(*rows: tuple[str, ...]) -> Extract:
    """An extract of these rows, the header first."""
    return table_of(rows, "extract.csv", "a test", KNOWN_HEADERS)


@pytest.mark.parametrize(
    ("header", "cells", "use"),
    [
        ("Title", ("Mr", "Ms", "Dr"), Use.PERSON),
        ("Title", ("Case Officer", "Driver", "Cook"), Use.TITLE),
        ("Position", ("P1", "P2", "P3"), Use.POST_NUMBER),
        ("Position", ("Case Officer", "Team Leader", "Driver"), Use.TITLE),
        ("Establishment", ("1", "0.5", "1"), Use.FTE),
        ("Team", ("Zyxo, Ven", "Tolka, Bri", "Murdex, Pli"), Use.PERSON),
        ("FTE", ("Full time", "Part time", "Full time"), Use.WORDS),
        ("FTE", ("green", "blue", "red"), Use.DROP),
        ("Contract End Date", ("no", "none at all", "later"), Use.DROP),
        ("Stufe", ("PO8", "SO2", "Grade 5"), Use.GRADE),
        ("Anteil", ("1", "0.5", "0.8"), Use.PERSON_FTE),
        ("Art", ("Permanent", "Fixed term", "Agency"), Use.WORDS),
        ("Wer", ("Zyxo, Ven", "Tolka, Bri", "Murdex, Pli"), Use.PERSON),
        ("Mehr", ("x" * 50, "y" * 50, "z" * 50), Use.FREE_TEXT),
        ("Farbe", ("green", "blue", "red"), Use.DROP),
        ("Leer", ("", "", ""), Use.DROP),
    ],
)
def test_guesses_by_name_and_cells(header: str, cells: tuple[str, ...], use: Use) -> None:
    """A name is judged by the cells below it; a column without a known name by its cells alone."""
    rows = [(cell, "x", str(n), f"Z{n}") for n, cell in enumerate(cells)]
    found = extract((header, "Cost Centre", "Site", "Employee Number"), *rows)
    assert guess_columns(found, Mapping())[0][0].use is use


def test_titles_by_their_cells() -> None:
    """Where no header speaks of titles, the column whose cells are titles is taken."""
    rows = [(title, "x", "1", "y") for title in ("Case Officer", "Team Leader", "Senior Social Worker")]
    guesses, faults = guess_columns(extract(("Was", "Cost Centre", "FTE", "Site"), *rows), Mapping())
    assert (guesses[0].use, guesses[0].why, faults) == (Use.TITLE, "its cells", [])


def test_one_column_for_each_use() -> None:
    """The narrowest unit is the team, the filled column goes before the empty one, and the mapping before both."""
    header = ("Directorate", "Team", "Job Title", "Post Title", "FTE")
    rows = [("Adults", f"T{n}", "", "Case Officer", "1") for n in range(3)]
    uses = [guess.use for guess in guess_columns(extract(header, *rows), Mapping())[0]]
    assert uses == [Use.DROP, Use.TEAM, Use.DROP, Use.TITLE, Use.PERSON_FTE]
    told = Mapping(columns={"Directorate": Use.TEAM})
    assert guess_columns(extract(header, *rows), told)[0][0].use is Use.TEAM


def test_labels_never_name_anybody() -> None:
    """A header that is blank, doubled or may be about a person is called by its letter."""
    header = ("Team", "", "Notes", "Notes", "Zyxo 90001234", "a.b@example.invalid", "Grade")
    expected = ("Team", "column B", "column C", "column D", "column E", "column F", "Grade")
    assert labels_of(header) == expected
    assert [letters(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_mapping_is_read_as_it_was_written(tmp_path: Path) -> None:
    """What is written into the mapping file is what is read from it."""
    told = Mapping(
        columns={"Job Title": Use.TITLE, "column B": Use.DROP},
        words={"zebra": Mark.AGENCY},
        not_names=frozenset({"parks", "cook"}),
        full_time_hours=Fraction(37),
        as_at=date(2025, 3, 31),
        head={"authority": "Example Council", "title": "Adults", "price base": "2025/26"},
    )
    (tmp_path / "mapping.yaml").write_text(mapping_text(told.columns, told), encoding="utf-8")
    assert read_mapping(tmp_path / "mapping.yaml") == told
    plain = "not names: [Parks, Cook]\n"
    (tmp_path / "plain.yaml").write_text(plain, encoding="utf-8")
    assert read_mapping(tmp_path / "plain.yaml").not_names == {"parks", "cook"}


def test_a_mapping_that_is_not_there(tmp_path: Path) -> None:
    """A mapping file that is no file is a fault."""
    with pytest.raises(ScenarioFaults):
        read_mapping(tmp_path / "nothing.yaml")


@pytest.mark.parametrize(
    ("limit", "most", "code"),
    [("MAX_EXTRACT_BYTES", 10, "too-big"), ("MAX_EXTRACT_ROWS", 1, "too-many")],
)
def test_limits_of_a_file(limit: str, most: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with more bytes or rows than are read is a fault; so is a folder."""
    path = tmp_path / "extract.csv"
    path.write_text("Job Title,Grade,FTE\nDriver,G1,1\nDriver,G1,1\n", encoding="utf-8")
    monkeypatch.setattr(f"scenarios.importing.plain_text.{limit}", most)
    with pytest.raises(ScenarioFaults) as found:
        read_extract(path, KNOWN_HEADERS)
    assert [fault.code for fault in found.value.faults] == [code]
    with pytest.raises(ScenarioFaults, match="not an ordinary file"):
        read_extract(tmp_path, KNOWN_HEADERS)


def test_too_many_rows_of_a_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet with more rows than are read is a fault."""
    path = tmp_path / "extract.xlsx"
    path.write_bytes(workbook([("Staff", [["Job Title", "Grade", "FTE"], ["Driver", "G1", "1"]], False)]))
    monkeypatch.setattr("scenarios.importing.extract_files.MAX_EXTRACT_ROWS", 1)
    with pytest.raises(ScenarioFaults, match="more than 1 rows"):
        read_extract(path, KNOWN_HEADERS)


def test_blank_columns_at_the_end() -> None:
    """Blank headers at the end are left out when nothing stands below them, and kept by letter when something does."""
    rows = [("Job Title", "Grade", "FTE", "", ""), ("Driver", "G1", "1", "", ""), ("Cook", "G1", "1", "", "", " ")]
    assert extract(*rows).header == ("Job Title", "Grade", "FTE")
    kept = extract(*rows[:2], ("Cook", "G1", "1", "", "x"))
    assert labels_of(kept.header)[3:] == ("column D", "column E")


def test_more_columns_than_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """An extract with too many columns is a fault."""
    monkeypatch.setattr("scenarios.importing.extract.MAX_EXTRACT_COLUMNS", 2)
    with pytest.raises(ScenarioFaults, match="more than 2 columns"):
        extract(("Job Title", "Grade", "FTE"), ("Driver", "G1", "1"))


def test_rows_in_words() -> None:
    """Rows are listed up to eight, then counted."""
    assert rows_text(()) == ""
    assert rows_text((4,)) == "row 4"
    assert rows_text((4, 9)) == "rows 4 and 9"
    assert rows_text(tuple(range(1, 31))) == "rows 1, 2, 3, 4, 5, 6, 7, 8 and 22 more"
    assert str(RowsDoubt.at(frozen(), "a.csv", column="Status", rows=(3, 2, 3))).startswith(
        "a.csv, rows 2 and 3, Status: "
    )


def test_more_posts_than_a_case_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many lines, or too many bytes, are a fault before anything is written."""
    lines = [PostCells(title="Case Officer", fte="1")] * 3
    monkeypatch.setattr("scenarios.importing.posts_file.MAX_ROWS", 2)
    with pytest.raises(ScenarioFaults, match="import one service at a time"):
        posts_csv(lines, "extract.csv")
    monkeypatch.setattr("scenarios.importing.posts_file.MAX_ROWS", 3)
    monkeypatch.setattr("scenarios.importing.posts_file.MAX_CSV_BYTES", 20)
    with pytest.raises(ScenarioFaults, match="bytes"):
        posts_csv(lines, "extract.csv")


def test_an_established_fte_that_cannot_be_is_not_known() -> None:
    """`0,625` is 625 thousandths; hours beside one post and more than any line has are told, not kept."""
    cells = [("0,625", "1"), ("1,000", "1"), ("37", "1"), ("37", "40"), ("6250", ""), ("2,5", ""), ("40", "0")]
    rows = [["Job Title", "Budgeted FTE", "Number of Posts"], *(["Officer", *each] for each in cells)]
    extract = table_of(rows, "extract.csv", "csv", KNOWN_HEADERS)
    by_use = {guess.use: guess for guess in guess_columns(extract, Mapping())[0]}
    figures, doubts = read_figures(extract, by_use)
    assert figures.fte == [625, 1000, None, 37_000, None, 2500, 40_000]
    told = {row for doubt in doubts if doubt.code == "established-unread" for row in doubt.rows}
    assert told == {extract.numbers[2], extract.numbers[4]}
