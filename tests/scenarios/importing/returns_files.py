"""Generated organogram returns with every variant met in published ones, each with what has to come out.

Nobody here exists: names are strings of letters. Change this when a return is met that reads otherwise than it should.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tests.scenarios.importing.extracts import csv_bytes, token

SENIOR = (
    *("Post Unique Reference", "Name", "Grade", "Job Title", "Job/Team Function", "Parent Department", "Organisation"),
    *("Unit", "Contact Phone", "Contact E-mail", "Reports to Senior Post", "Salary Cost of Reports (£)", "FTE"),
    *("Actual Pay Floor (£)", "Actual Pay Ceiling (£)", "", "Professional/Occupational Group", "Notes", "Valid?"),
)
JUNIOR = (
    *("Parent Department", "Organisation", "Unit", "Reporting Senior Post", "Grade", "Payscale Minimum (£)"),
    *("Payscale Maximum (£)", "Generic Job Title", "Number of Posts in FTE", "Professional/Occupational Group"),
)
Rows = list[list[str]]


@dataclass(frozen=True)
class Returns:
    """The two files of one organogram, and what has to come out."""

    name: str
    senior: bytes
    junior: bytes
    rows: int = 6
    fte: Fraction = Fraction(29, 2)
    low_pounds: Fraction = Fraction(80000 + 90000) + Fraction(25, 2) * 20000
    """Pay at the minimum of the scales, over the rows that give FTE and that end."""
    high_pounds: Fraction = Fraction(84999 + 94999) + Fraction(25, 2) * 25000
    doubts: frozenset[str] = frozenset()
    faults: frozenset[str] = frozenset()


def senior_row(reference: str = "1", reports_to: str = "XX", **cells: str) -> list[str]:
    """A senior post with a holder, whose name is planted to be searched for."""
    number = sum(map(ord, reference))
    usual = {
        "Post Unique Reference": reference,
        "Name": f"{token(number)} {token(number + 1)}",
        "Grade": "SCS1",
        "Job Title": "Director",
        "Job/Team Function": "Leads the service.",
        "Organisation": "Example Agency",
        "Unit": "Board",
        "Contact E-mail": f"{token(number)}@example.invalid",
        "Reports to Senior Post": reports_to,
        "FTE": "1.0",
        "Actual Pay Floor (£)": "80000",
        "Actual Pay Ceiling (£)": "84999",
    }
    given = {key.replace("_", " "): value for key, value in cells.items()}
    renamed = {"Floor": "Actual Pay Floor (£)", "Ceiling": "Actual Pay Ceiling (£)"}
    usual |= {renamed.get(key, key): value for key, value in given.items()}
    return [usual.get(name, "") for name in SENIOR]


def junior_row(fte: str = "3", **cells: str) -> list[str]:
    """A line of junior posts under senior post 1."""
    usual = {
        "Organisation": "Example Agency",
        "Unit": "Operations",
        "Reporting Senior Post": "1",
        "Grade": "Executive Officer (EO)",
        "Payscale Minimum (£)": "20000",
        "Payscale Maximum (£)": "25000",
        "Generic Job Title": "Case Officer",
        "Number of Posts in FTE": fte,
    }
    renamed = {"Minimum": "Payscale Minimum (£)", "Maximum": "Payscale Maximum (£)", "Senior": "Reporting Senior Post"}
    usual |= {renamed.get(key, key.replace("_", " ")): value for key, value in cells.items()}
    return [usual.get(name, "") for name in JUNIOR]


def seniors() -> Rows:
    """A director and a deputy."""
    return [senior_row("1"), senior_row("2", "1", Floor="90000", Ceiling="94999", Job_Title="Deputy Director")]


def juniors() -> Rows:
    """Four lines of 12.5 FTE."""
    return [junior_row("3"), junior_row("4.5"), junior_row("4"), junior_row("1.0")]


def _file(header: Sequence[str], rows: Rows, encoding: str = "utf-8") -> bytes:
    return csv_bytes([list(header), *rows], encoding)


def of(name: str, upper: Rows | None = None, lower: Rows | None = None, **expected: object) -> Returns:
    """One organogram of these rows, or of the usual ones."""
    senior = _file(SENIOR, seniors() if upper is None else upper)
    junior = _file(JUNIOR, juniors() if lower is None else lower)
    return Returns(name, senior, junior, **expected)  # type: ignore[arg-type]


def _with(rows: Rows, *more: list[str]) -> Rows:
    return [*rows, *more]


def _told(*codes: str) -> frozenset[str]:
    return frozenset(codes)


_LOW, _HIGH = Returns.low_pounds, Returns.high_pounds
_INDEXED = [["", *SENIOR], *([str(n), *row] for n, row in enumerate(seniors()))]
_EQUIVALENT = tuple("Grade\n(or equivalent)" if name == "Grade" else name for name in SENIOR)
_SEVEN = {"rows": 7, "fte": Fraction(31, 2)}

RETURNS = [
    of("plain", doubts=_told("people-of-junior")),
    Returns("unnamed first column", csv_bytes(_INDEXED), _file(JUNIOR, juniors())),
    Returns("grade or equivalent, broken header", _file(_EQUIVALENT, seniors()), _file(JUNIOR, juniors())),
    Returns(
        "extra columns",
        csv_bytes([[*SENIOR, "URI", "source_file"], *([*row, "http://example.invalid/1", "x"] for row in seniors())]),
        _file(JUNIOR, juniors()),
    ),
    Returns("windows", _file(SENIOR, seniors(), "cp1252"), _file(JUNIOR, juniors(), "cp1252")),
    of("embedded line ends", [senior_row("1", Job_Title="Director\r\nof Things"), seniors()[1]]),
    of("thousands apart", None, [junior_row("3", Minimum="20,000", Maximum="£25,000"), *juniors()[1:]]),
    of("no-break and padded", [senior_row(" 1\xa0", Job_Title="Director\xa0 "), seniors()[1]],
       [junior_row("3", Generic_Job_Title="  Case Officer "), *juniors()[1:]]),
    of("replacement mark", [senior_row("1", Job_Title="Director \ufffd"), seniors()[1]], doubts=_told("damaged")),
    of("small xx", [senior_row("1", "xx"), seniors()[1]]),
    of("several roots", _with(seniors(), senior_row("3")), **_SEVEN, low_pounds=_LOW + 80000, high_pounds=_HIGH + 84999,
       doubts=_told("several-roots")),
    of("no root", [senior_row("1", "2"), seniors()[1]], doubts=_told("no-root", "loop")),
    of("itself", _with(seniors(), senior_row("3", "3")), **_SEVEN, low_pounds=_LOW + 80000, high_pounds=_HIGH + 84999,
       doubts=_told("loop")),
    of("orphans", _with(seniors(), senior_row("3", "99")), [junior_row("3", Senior="N/A"), *juniors()[1:]], **_SEVEN,
       low_pounds=_LOW + 80000, high_pounds=_HIGH + 84999, doubts=_told("orphan")),
    of("reference twice", _with(seniors(), senior_row("2", "1")), **_SEVEN, low_pounds=_LOW + 80000,
       high_pounds=_HIGH + 84999, doubts=_told("reference-twice")),
    of("no reference", _with(seniors(), senior_row("", "1")), **_SEVEN, low_pounds=_LOW + 80000,
       high_pounds=_HIGH + 84999, doubts=_told("no-reference")),
    of("reference spelt otherwise", [senior_row("A1"), senior_row("2", "a1", Floor="90000", Ceiling="94999")],
       [junior_row(row[8], Senior="a1") for row in juniors()], doubts=_told("reference-spelt")),
    of("eliminated", _with(seniors(), senior_row("3", "XX", Name="ELIMINATED", Floor="0", Ceiling="0")),
       [junior_row("3", Senior="3"), *juniors()[1:]], **_SEVEN, doubts=_told("eliminated", "reports-to-eliminated")),
    of("vacant", _with(seniors(), senior_row("3", "1", Name="VACANT", Floor="N/D", Ceiling="N/A")),
       [junior_row("3", Senior="3"), *juniors()[1:]], **_SEVEN,
       doubts=_told("vacant", "reports-to-vacant", "pay-not-given")),
    of("not disclosed", _with(seniors(), senior_row("3", "1", Name="N/D", Floor="0", Ceiling="0")), **_SEVEN,
       doubts=_told("holder-not-told", "pay-not-given")),
    of("text for pay", None, _with(juniors(), junior_row("1", Minimum="eo", Maximum="eo")), **_SEVEN,
       doubts=_told("pay-unread")),
    of("half a scale", None, _with(juniors(), junior_row("1", Maximum="0")), **_SEVEN, low_pounds=_LOW + 20000,
       doubts=_told("half-a-scale")),
    of("minimum above maximum", None, _with(juniors(), junior_row("1", Minimum="30000")), **_SEVEN,
       low_pounds=_LOW + 30000, high_pounds=_HIGH + 25000, doubts=_told("pay-upside-down", "two-scales")),
    of("address for FTE", None, _with(juniors(), junior_row("http://example.invalid/fte"), junior_row("")), rows=8,
       doubts=_told("fte-unread", "fte-nought")),
    of("fine FTE", None, _with(juniors(), junior_row("0.89189")), rows=7, fte=Fraction(29, 2) + Fraction("0.89189"),
       low_pounds=_LOW + Fraction("0.89189") * 20000, high_pounds=_HIGH + Fraction("0.89189") * 25000,
       doubts=_told("fte-fine")),
    of("names in texts", [senior_row("1", Notes="Reports direct to Zyxo Tolven", Job_Title=f"PA to {token(49)}"),
                          senior_row("2", "1", Floor="90000", Ceiling="94999", Notes="Post eliminated.", Job_Title="")],
       doubts=_told("names-in-text", "name-cut", "says-ended", "title-missing")),
    of("odd titles", [senior_row("1", Job_Title="=Director [acting]"), seniors()[1]], doubts=_told("sign-changed")),
    of("two bodies", None, [junior_row(row[8], Organisation="Another Body") for row in juniors()]),
]  # fmt: skip
BROKEN_RETURNS = [
    Returns(
        "the wrong way round", _file(JUNIOR, juniors()), _file(SENIOR, seniors()), faults=_told("not-an-organogram")
    ),
    Returns("empty", b"", b"", faults=_told("empty-file")),
    Returns("no rows", _file(SENIOR, []), _file(JUNIOR, juniors()), faults=_told("no-rows")),
    Returns(
        "broken off", _file(SENIOR, [*seniors(), ["3", "4"]]), _file(JUNIOR, juniors()), faults=_told("row-too-short")
    ),
]
