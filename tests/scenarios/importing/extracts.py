"""Generated HR extracts of 25 columns: every person column holds words that stand nowhere else, to be searched for.

Nobody here exists: names are strings of letters. Change this when an HR system writes its extract in another way.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from string import ascii_lowercase

Row = Mapping[str, str]

HEADER = (
    *("Employee Number", "Title", "Surname", "Forename", "Date of Birth", "NI Number", "Gender", "Email"),
    *("Position Number", "Job Title", "Directorate", "Service", "Team", "Grade", "SCP", "FTE", "Contracted Hours"),
    *("Full Time Hours", "Annual Salary", "Contract Type", "Contract End Date", "Start Date", "Cost Centre"),
    *("Line Manager", "Notes"),
)
PERSONAL = (
    "Employee Number",
    "Surname",
    "Forename",
    "NI Number",
    "Email",
    "SCP",
    "Annual Salary",
    "Line Manager",
    "Notes",
)
"""Columns whose cells a test looks for in everything that comes out."""
JOBS = (
    ("Team Manager", "PO8", 4),
    ("Senior Practitioner", "PO5", 8),
    ("Social Worker", "PO3", 20),
    ("Support Officer", "SO2", 14),
    ("Business Support Officer", "Sc5", 14),
)


def token(number: int) -> str:
    """A word of seven letters that no English word holds, one for each number."""
    letters = ""
    for _ in range(5):
        number, rest = divmod(number, 26)
        letters = ascii_lowercase[rest] + letters
    return f"Qx{letters}"


def person(number: int) -> dict[str, str]:
    """The person columns of somebody who does not exist."""
    base = 10 * number
    return {
        "Employee Number": f"90{base:06d}",
        "Title": "Ms" if number % 2 else "Mr",
        "Surname": token(base),
        "Forename": token(base + 1),
        "Date of Birth": f"{1 + number % 28:02d}/{1 + number % 12:02d}/19{60 + number % 39}",
        "NI Number": f"QQ{100000 + base}C",
        "Gender": "F" if number % 2 else "M",
        "Email": f"{token(base)}@example.invalid",
        "SCP": f"{5 + number % 40}-{token(base + 2)}",
        "Annual Salary": f"{31000 + base}.{token(base + 3)}",
        "Start Date": f"{1 + number % 28:02d}/04/20{10 + number % 10}",
        "Line Manager": f"{token(base + 4)} {token(base + 5)}",
        "Notes": f"Spoke to {token(base + 6)}.",
    }


def post(number: int, **cells: str) -> dict[str, str]:
    """The post columns of a full-time post of a support officer, with other cells where they are given."""
    usual = {
        "Position Number": f"P{1000 + number}",
        "Job Title": "Support Officer",
        "Directorate": "Adults",
        "Service": "Community",
        "Team": "North",
        "Grade": "SO2",
        "FTE": "1.0",
        "Contracted Hours": "37",
        "Full Time Hours": "37",
        "Contract Type": "Permanent",
        "Cost Centre": "CC100",
    }
    return {**usual, **cells}


def held(number: int, *, by: int | None = None, **cells: str) -> dict[str, str]:
    """A row of a post and its holder; keys of cells have underscores for blanks."""
    given = {key.replace("_", " "): value for key, value in cells.items()}
    return {**person(number if by is None else by), **post(number), **given}


def vacancy(number: int, **cells: str) -> dict[str, str]:
    """A row of a post without a holder."""
    given = {key.replace("_", " "): value for key, value in cells.items()}
    return {**post(number), "Surname": "VACANT", **given}


def table(rows: Iterable[Row], header: Sequence[str] = HEADER) -> list[list[str]]:
    """Rows of cells under a header."""
    return [[*header], *([row.get(name, "") for name in header] for row in rows)]


def csv_bytes(rows: Iterable[Sequence[str]], encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    """Rows of cells as the bytes of a CSV file."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode(encoding)


def service(people: int = 60) -> list[dict[str, str]]:
    """A service of sixty rows with the usual mess: job shares, cover, acting up, secondees, agency, vacancies."""
    titles = [(title, grade) for title, grade, posts in JOBS for _ in range(posts)]
    rows = []
    for number in range(people):
        title, grade = titles[number % len(titles)]
        team = ("North", "South", "Central")[number % 3]
        rows.append(held(number, Job_Title=title, Grade=grade, Team=team))
    changes: dict[int, dict[str, str]] = {
        3: {"FTE": "0.6", "Contracted Hours": "22.2", "Notes": "Job share"},
        4: {**{k: rows[3][k] for k in ("Position Number", "Job Title", "Grade", "Team")}, "FTE": "0.4"},
        7: {"Contract Type": "Permanent - seconded out"},
        9: {"Contract Type": "Agency"},
        11: {"Contract Type": "Fixed Term", "Contract End Date": "31/03/2027"},
        14: {"Contract Type": "Permanent - term time", "FTE": "0.85"},
        20: {"Grade": "PO 3"},
        21: {"Grade": "P03"},
        22: {"Job Title": f"Social Worker ({rows[22]['Surname']})"},
        25: {"Job Title": "social worker "},
        30: {"FTE": "0.8", "Contracted Hours": "29.6"},
        33: {"Contract Type": "Maternity cover", "Position Number": rows[32]["Position Number"]},
        40: {"FTE": "n/a", "Contracted Hours": ""},
    }
    for index, cells in changes.items():
        rows[index] |= cells
    rows[4]["Contracted Hours"] = "14.8"
    rows[14]["Contracted Hours"] = "31.45"
    rows[45] |= person(44)
    rows[45] |= {"FTE": "0.5", "Contracted Hours": "18.5"}
    rows[44] |= {"FTE": "0.5", "Contracted Hours": "18.5"}
    rows[50] |= person(2) | {"Contract Type": "Acting up", "Job Title": "Team Manager", "Grade": "PO8"}
    for index in (5, 17, 28, 52):
        rows[index] = {**rows[index], **dict.fromkeys(person(0), ""), "Surname": "Vacant"}
    return rows


GUIDE_HEADER = tuple("Post FTE" if name == "Directorate" else name for name in HEADER)


def guide_extract() -> bytes:
    """The extract of the guide: the same service, with the established FTE of each post and one title cut short."""
    sizes = {14: "0.85", 30: "0.8", 44: "0.5", 45: "0.5"}
    rows = [{**row, "Post FTE": sizes.get(number, "1.0")} for number, row in enumerate(service())]
    rows[1]["Job Title"] = "Team Mgr"
    return csv_bytes(table(rows, GUIDE_HEADER))
