"""Messy extracts whose columns are of another system, or hold something else than their names say.

Change this when a column is met that is read otherwise than it should be.
"""

from tests.scenarios.importing.extracts import HEADER, csv_bytes, held, table, token
from tests.scenarios.importing.messy_kind import SHORT, Messy, rows

_OTHER_NAMES = {"Team": "Org Path", "Contracted Hours": "Contr Hrs", "Full Time Hours": "Std Hrs"}
_PATHS = ("CYP>Family Help>North", "CYP>Family Help>South", "CYP>Family Help>North")


def _other_system() -> bytes:
    people = [held(n, Team=path, FTE="", Contracted_Hours="18.5") for n, path in enumerate(_PATHS)]
    cells = table(people)
    return csv_bytes([[_OTHER_NAMES.get(name, name) for name in cells[0]], *cells[1:]])


def _dropped() -> bytes:
    people = [{**held(n), "Xyz": hours} for n, hours in enumerate(("37", "22.2", "37"))]
    return csv_bytes(table(people, (*(name for name in SHORT if name != "Contracted Hours"), "Xyz")))


COLUMNS = [
    Messy(
        "columns of another system",
        _other_system,
        people=3,
        occupied=1500,
        lines=3,
        doubts=frozenset({"team-paths"}),
    ),
    Messy("hours nobody recognises", _dropped, people=3, doubts=frozenset({"dropped-column"})),
    Messy(
        "cells that are not read",
        rows(
            held(0, FTE="", Contracted_Hours=f"thirty, ask {token(4)}"),
            held(1, Grade=""),
            held(2, Job_Title="Support Officer until 31/03/2027"),
            held(3, Contract_End_Date="31/03/2027"),
        ),
        people=4,
        occupied=3000,
        doubts=frozenset({"hours-not-read", "grade-blank", "date-cut", "end-not-used"}),
    ),
]
KEPT_OUT = [
    Messy(
        "mapping keeps notes",
        rows(*(held(n) for n in range(4))),
        mapping="columns: {Notes: funding}\n",
        faults=frozenset({"free-text-kept"}),
    ),
    Messy(
        "mapping keeps a birth",
        lambda: csv_bytes(table([{**held(n), "Xyz": "Base, born 02/03/1980"} for n in range(4)], (*HEADER, "Xyz"))),
        mapping="columns: {Xyz: funding}\n",
        faults=frozenset({"personal-kept"}),
    ),
]
