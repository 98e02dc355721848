"""Messy and hostile workbooks, each made here, with the faults and doubts it is to give.

A file is the small case below with one thing done to it, as people, spreadsheets or attackers do.
Change this when another kind of mess is met.
"""

import io
import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.scenarios.reading.spreadsheets import parts_of, with_part, workbook_of, zip_of

HEAD: list[list[Any]] = [["item", "value"], ["name", "small"], ["title", "Advice"], ["authority", "Example Council"]]
POSTS: list[list[Any]] = [
    ["title", "team", "grade", "posts", "fte", "cost", "until"],
    ["Manager", "North", "PO4", 1, 1, 58000, None],
    ["Adviser", "North", "PO2", 8, 7.5, 315000, None],
    ["Adviser", "South", "PO2", 4, 4, 168000, None],
]
SHEET = "xl/worksheets/sheet2.xml"
"""The part that holds the sheet `posts`."""
Told = tuple[str, str, str | None]
"""Sheet, code, and address of what is told."""
FILE = "case.xlsx"


@dataclass(frozen=True)
class Messy:
    """A workbook with what it is to give; None for faults: it loads."""

    name: str
    content: bytes
    faults: tuple[Told, ...] = ()
    doubts: tuple[Told, ...] = ()
    not_read: tuple[str, ...] = ()


def plain(**sheets: list[list[Any]]) -> bytes:
    """Return the small case as a workbook, with sheets changed or added."""
    return workbook_of({"case": HEAD, "posts": POSTS, **sheets})


def drawn(draw: Callable[[Workbook, Worksheet], None]) -> bytes:
    """Return the small case with something done to its sheet `posts` while it is written."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    head, posts = book.add_worksheet("case"), book.add_worksheet("posts")
    for sheet, rows in ((head, HEAD), (posts, POSTS)):
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    draw(book, posts)
    book.close()
    return stream.getvalue()


def posts_with(row: int, column: int, value: Any) -> list[list[Any]]:
    """Return the posts with one cell changed; row and column count from 0."""
    return [[value if (r, c) == (row, column) else v for c, v in enumerate(cells)] for r, cells in enumerate(POSTS)]


def in_posts(changes: dict[bytes, bytes]) -> bytes:
    """Return the small case with words in the XML of its posts replaced."""
    return with_part(plain(), SHEET, changes)


def _day(book: Workbook) -> Any:
    return book.add_format({"num_format": "dd/mm/yyyy"})


def _as_excel_reads_it(content: bytes) -> bytes:
    """Return a workbook without the note that formulas are still to be worked out, as a spreadsheet saves it."""
    return with_part(content, "xl/workbook.xml", {b' fullCalcOnLoad="1"': b""})


def messy() -> list[Messy]:
    """Return the workbooks that people and spreadsheets make."""
    return [*_blocks(), *_values(), *_letters(), *_sheets()]


def _blocks() -> list[Messy]:
    """Merged, hidden and misplaced blocks of cells."""
    return [
        Messy(
            "a team merged over its rows",
            drawn(lambda _, s: s.merge_range("B2:B3", "North")),
            doubts=(("posts", "merged-filled", "B2"),),
        ),
        Messy("a number merged over rows", drawn(lambda _, s: s.merge_range("F3:F4", 483000)),
              (("posts", "merged-number", "F3"),)),
        Messy("a value merged over columns", drawn(lambda _, s: s.merge_range("B4:C4", "South PO2")),
              (("posts", "merged-across", "B4"),)),
        Messy("a header merged over columns", drawn(lambda _, s: s.merge_range("B1:C1", "team")),
              (("posts", "merged-header", "B1"),)),
        Messy("a block merged beside the table", drawn(lambda _, s: s.merge_range("J2:K9", "notes of a meeting")),
              (("posts", "no-header", "J1"),)),
        Messy("blank cells merged", drawn(lambda b, s: s.merge_range("G2:G4", "", b.add_format()))),
        Messy("hidden rows", drawn(lambda _, s: s.set_row(2, None, None, {"hidden": True})),
              doubts=(("posts", "hidden-rows", "A3"),)),
        Messy("hidden columns", drawn(lambda _, s: s.set_column("E:F", None, None, {"hidden": True})),
              doubts=(("posts", "hidden-columns", "E1"),)),
        Messy("a title above the table", plain(posts=[["Posts at 1 April"], [], *POSTS]),
              (("posts", "header-elsewhere", None),)),
        Messy("a blank row above the table", plain(posts=[[], ["Clerk", "North"]]), (("posts", "no-header", None),)),
        Messy("formats far beyond the table", drawn(lambda b, s: s.write_blank("XFD1048576", None, _day(b)))),
        Messy("a blank far below the table", drawn(lambda _, s: s.write("A1048576", " ")),
              ((FILE, "far-cell", None),)),
        Messy("more columns than are read", plain(posts=[[*POSTS[0], *["x"] * 200]]), (("posts", "too-many", None),)),
    ]  # fmt: skip


def _values() -> list[Messy]:
    """Errors, formulas, dates and numbers."""
    return [
        Messy("an error in a number", drawn(lambda _, s: s.write_formula("F2", "=A1/0", None, "#DIV/0!")),
              (("posts", "error-in-cell", "F2"),)),
        Messy("an error in a name", drawn(lambda _, s: s.write_formula("A2", "=Old!A1", None, "#REF!")),
              (("posts", "error-in-cell", "A2"),)),
        Messy("an error in a header", drawn(lambda _, s: s.write_formula("E1", "=Old!A1", None, "#REF!")),
              (("posts", "error-in-cell", "E1"),)),
        Messy("an error beside the table", drawn(lambda _, s: (s.write("I1", "remark"), s.write_formula(
              "I2", "=1/0", None, "#DIV/0!"))), not_read=("posts: remark",)),
        Messy("a formula with its value", _as_excel_reads_it(drawn(lambda _, s: s.write_formula(
              "F3", "=E3*42000", None, 315000)))),
        Messy("a formula without a value", in_posts({b'<c r="F3"><v>315000</v></c>': b'<c r="F3"><f>E3*2</f></c>'}),
              (("posts", "not-worked-out", "F3"),)),
        Messy("formulas no program has worked out", drawn(lambda _, s: (s.write_formula("F2", "=1+1"),
              s.write_formula("F3", "=1+1"))), (("posts", "not-worked-out", "F2"),)),
        Messy("formulas that may be old", drawn(lambda _, s: s.write_formula("F3", "=E3*42000", None, 315000)),
              doubts=(("posts", "left-to-work-out", "F3"),)),
        Messy("a formula finer than pence", _as_excel_reads_it(drawn(lambda _, s: s.write_formula(
              "F3", "=2/3", None, 2 / 3))), doubts=(("posts", "rounded", "F3"), ("posts", "unit-cost-clash", "F4"))),
        Messy("a typed number finer than its unit", plain(posts=posts_with(2, 4, 7.54321)),
              (("posts", "too-fine", "E3"),)),
        Messy("a third typed as it is shown", plain(posts=posts_with(2, 4, 1 / 3)), (("posts", "too-fine", "E3"),)),
        Messy("the noise of adding up", in_posts({b"<v>7.5</v>": b"<v>7.4999999999999996</v>"})),
        Messy("a number in exponents", in_posts({b"<v>315000</v>": b"<v>3.15E+5</v>"})),
        Messy("a date for a date", drawn(lambda b, s: s.write_datetime("G2", date(2030, 3, 31), _day(b)))),
        Messy("a date made of hours", drawn(lambda b, s: s.write_datetime("E3", date(1937, 11, 1), _day(b))),
              (("posts", "made-a-date", "E3"),)),
        Messy("a date made of a grade", drawn(lambda b, s: s.write_datetime("C3", date(2024, 4, 3), _day(b))),
              (("posts", "made-a-date", "C3"),)),
        Messy("a time for a number of posts", drawn(lambda b, s: s.write_datetime("D3", time(8, 0), b.add_format(
              {"num_format": "hh:mm"}))), (("posts", "made-a-date", "D3"),)),
        Messy("a day number for a date", plain(posts=posts_with(1, 6, 47573)), (("posts", "not-a-date", "G2"),)),
        Messy("numbers kept as text", plain(posts=posts_with(2, 4, " 7.5 "))),
        Messy("yes and no of the spreadsheet", plain(teams=[["team"], ["North"], ["South"]], roles=[
              ["role", "manages"], ["Manager", True], ["Adviser", False]])),
    ]  # fmt: skip


def _letters() -> list[Messy]:
    """Blanks and letters that look like others."""
    grades: list[list[Any]] = [["grade", "rank"], ["PO2", 2], ["PO4", 4], ["HAY1", 9]]
    return [
        Messy("blanks that cannot be seen", plain(posts=posts_with(2, 0, "\u00a0 Adviser\u2007"))),
        Messy("nought for the letter O", plain(posts=posts_with(1, 2, "P04"), grades=grades),
              (("posts", "unknown-reference", "C2"),)),
        Messy("a blank within a grade", plain(posts=posts_with(1, 2, "HAY 1"), grades=grades),
              (("posts", "unknown-reference", "C2"),)),
        Messy("two spellings of one grade", plain(posts=posts_with(3, 2, "P02")),
              doubts=(("posts", "grade-clash", "C4"), ("posts", "nearly-alike", "C4"))),
        Messy("Cyrillic letters in a grade", plain(posts=posts_with(1, 2, "\u0420\u041e4"), grades=grades),
              (("posts", "unknown-reference", "C2"),)),
        Messy("one Cyrillic letter in a title", plain(posts=posts_with(3, 0, "\u0410dviser")),
              doubts=(("posts", "look-alike-letters", "A4"), ("posts", "nearly-alike", "A4"))),
        Messy("a letter without width", plain(posts=posts_with(3, 0, "Adv\u200biser")),
              doubts=(("posts", "look-alike-letters", "A4"), ("posts", "nearly-alike", "A4"))),
        Messy("a column of names", plain(posts=[[*POSTS[0], "Employee name"], *POSTS[1:]]),
              (("posts", "person-column", "H1"),)),
        Messy("a formula as text", plain(options=[["option", "kind", "reason"], ["a", "given", "=cmd|' /C calc'!A0"]]),
              (("options", "not-a-text", "C2"),)),
        Messy("a text longer than a cell takes", plain(posts=posts_with(1, 0, "x" * 5000)),
              (("posts", "not-a-text", "A2"),)),
    ]  # fmt: skip


def _sheets() -> list[Messy]:
    """Sheets that are hidden, doubled, misnamed, blank or missing."""
    everything = {"case": HEAD, "posts": POSTS, "work": [["work"], ["Advice"]], "Old figures": [["x"]]}
    return [
        Messy("hidden sheets", workbook_of(everything, hidden=["work", "Old figures"]), doubts=(
              ("work", "hidden-sheet", None),), not_read=("Old figures (hidden)", "work (hidden)")),
        Messy("a sheet of one's own", plain(**{"Notes of meeting": [["Ms Brown", 1]]}), not_read=("Notes of meeting",)),
        Messy("a sheet with a slip in its name", plain(wrok=[["work"]]), (("wrok", "near-key", None),)),
        Messy("one sheet twice", plain(**{"other costs": [["what"]], "other_costs": [["what"]]}), (
              ("other_costs", "twice-in-header", None), ("other costs", "column-needed", "A1"),
              ("other costs", "column-needed", "A1"))),
        Messy("a blank sheet", plain(work=[])),
        Messy("no head", workbook_of({"posts": POSTS}), ((FILE, "not-found", None),)),
        Messy("a head with slips", plain(case=[*HEAD, ["titel", "x"], ["years", "2014"], ["Name", "y"],
              ["source: pots", "para 7"], ["", "z"]]), (("case", "near-key", "B5"), ("case", "twice-in-header", "B7"),
              ("case", "unknown-reference", "B8"), ("case", "needed", "A9"))),
        Messy("a head without values", plain(case=[["item"], ["name"]]), (("case", "column-needed", "A1"),)),
        Messy("limits that contradict", plain(limits=[["item", "value"], ["span high", 5], ["span low", 8]]),
              (("limits", "upside-down", "B3"),)),
        Messy("a shared policy that is not there", plain(case=[*HEAD, ["policy", "nowhere"]]),
              (("nowhere.csv", "not-found", None),)),
    ]  # fmt: skip


def _encrypted() -> bytes:
    """Return the start of what a spreadsheet saves with a password: an old compound file that holds a package."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")


def _many(parts: int) -> bytes:
    return zip_of({**parts_of(plain()), **{f"xl/media/{n}.png": b"" for n in range(parts)}})


def _doubled() -> bytes:
    """Return a workbook with two parts of one name, of which different programs take different ones."""
    stream = io.BytesIO(plain())
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(SHEET.upper(), b"<worksheet/>")
    return stream.getvalue()


def _understated(size: int) -> bytes:
    """Return a workbook with a part that says it is small and unpacks to much more."""
    real = b"<worksheet>" + b" " * 40_000_000
    content = bytearray(zip_of({**parts_of(plain()), SHEET: real}))
    actual = struct.pack("<I", len(real))
    return bytes(content.replace(actual, struct.pack("<I", size)))


def _entities() -> bytes:
    bomb = b'<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return with_part(plain(), SHEET, {b"<worksheet ": bomb + b"<worksheet "})


def hostile() -> list[Messy]:
    """Return files that are no workbooks, or workbooks made to do harm."""
    parts, whole = parts_of(plain()), (FILE,)

    def refused(name: str, content: bytes, code: str) -> Messy:
        return Messy(name, content, ((*whole, code, None),))

    wide = parts[SHEET].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    return [
        refused("an empty file", b"", "empty-file"),
        refused("a CSV with another name", b"title,fte\nClerk,1\n", "not-a-workbook"),
        refused("a page of the web with another name", b"<html><table></table></html>", "not-a-workbook"),
        refused("an old workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "other-workbook"),
        refused("a workbook with a password", _encrypted(), "with-password"),
        refused("a workbook of LibreOffice", zip_of({"mimetype": b"x", "content.xml": b"<x/>"}), "other-workbook"),
        refused("a binary workbook", zip_of({"xl/workbook.bin": b"x"}), "other-workbook"),
        refused("a zip of something else", zip_of({"word/document.xml": b"<x/>"}), "not-a-workbook"),
        refused("half a workbook", plain()[:2000], "damaged"),
        refused("a workbook with bytes changed", plain().replace(b"sheetData", b"sheetDatt")[:-30], "damaged"),
        refused("a part packed a thousandfold", zip_of({**parts, "xl/media/a.bin": b"\x00" * 9_000_000}),
                "too-much-inside"),
        refused("a part larger than it says", _understated(20_000), "damaged"),
        refused("too many parts", _many(2_100), "too-much-inside"),
        refused("entities that grow", _entities(), "odd-part"),
        refused("a document type from elsewhere", with_part(plain(), "xl/workbook.xml", {
                b"<workbook ": b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><workbook '}), "odd-part"),
        refused("a sheet in another encoding", zip_of({**parts, SHEET: wide}), "odd-part"),
        refused("a part that leads out", zip_of({**parts, "../../outside.xml": b"<x/>"}), "odd-part"),
        refused("a part with a whole path", zip_of({**parts, "/etc/passwd": b"x"}), "odd-part"),
        refused("two parts of one name", _doubled(), "odd-part"),
        refused("a sheet that is missing", zip_of({n: p for n, p in parts.items() if n != SHEET}), "damaged"),
        refused("a workbook without relations", zip_of({n: p for n, p in parts.items() if "_rels/w" not in n}),
                "odd-part"),
        refused("XML that does not end", zip_of({**parts, "xl/workbook.xml": b"<workbook>"}), "damaged"),
        refused("words that are missing", zip_of({n: p for n, p in parts.items() if "sharedStrings" not in n}),
                "damaged"),
        refused("one far cell", in_posts({b'<c r="F3">': b'<c r="XFD1048576">'}), "far-cell"),
        refused("a far cell behind a sign", in_posts({b'<c r="F3">': b'<c r="XFD1048576" x="/>">'}), "odd-part"),
        refused("a cell that hides its place", in_posts({b'<c r="F3">': b"<c x=' r=\"A1\"' r=\"XFD1048576\">"}),
                "odd-part"),
        refused("a cell without a place", in_posts({b'<c r="F3">': b"<c>"}), "odd-part"),
        refused("a vast merged block", in_posts({b"</sheetData>":
                b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'}), "far-cell"),
        refused("a merged block that hides its place", in_posts({b"</sheetData>":
                b"</sheetData><mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"}), "odd-part"),
    ]  # fmt: skip
