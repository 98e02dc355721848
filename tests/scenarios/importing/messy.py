"""Messy HR extracts, each with what has to come out: doubts, counts and faults. Returns are in returns_files.

Change this when an extract is met that reads otherwise than it should: it becomes a file here.
"""

from tests.scenarios.importing.extracts import HEADER, csv_bytes, held, person, service, table, token, vacancy
from tests.scenarios.importing.messy_columns import COLUMNS, KEPT_OUT
from tests.scenarios.importing.messy_kind import (
    ESTABLISHED,
    FOUR,
    NO_POSTS,
    SHORT,
    Messy,
    broken,
    given,
    rows,
    workbook,
)
from tests.scenarios.importing.messy_people import PEOPLE

FORMS = [
    Messy("utf-8 with mark", lambda: csv_bytes(table(FOUR), "utf-8-sig"), people=4, occupied=4000, lines=4),
    Messy("windows", lambda: csv_bytes(table([held(0, Team="Café – £"), *FOUR[1:]]), "cp1252"), people=4, lines=4),
    Messy("utf-16", lambda: csv_bytes(table(FOUR), "utf-16"), people=4, lines=4),
    Messy("utf-16 without mark", lambda: csv_bytes(table(FOUR), "utf-16-le"), people=4, lines=4),
    Messy(
        "semicolons",
        lambda: csv_bytes(table([held(0, FTE="0,6", Contracted_Hours="22,2"), *FOUR[1:]]), delimiter=";"),
        people=4,
        occupied=3600,
    ),
    Messy("tabs", lambda: csv_bytes(table(FOUR), delimiter="\t"), people=4, lines=4),
    Messy(
        "sep line",
        lambda: b"sep=;\r\n" + csv_bytes(table(FOUR), delimiter=";"),
        people=4,
        lines=4,
        doubts=frozenset({"left-out"}),
    ),
    Messy(
        "lines above and below",
        lambda: csv_bytes([[f"Run by {token(7)}"], [], *table(FOUR), [], ["Total", "4"], [f"Printed for {token(8)}"]]),
        people=4,
        lines=4,
        doubts=frozenset({"left-out"}),
    ),
    Messy("header again", broken(lambda cells: cells.insert(3, cells[0])), people=4, doubts=frozenset({"left-out"})),
    Messy(
        "workbook",
        lambda: workbook(
            [("Read me", [["Run by", token(9)]], False), ("Staff", table(FOUR), False), ("Old", table(FOUR), True)]
        ),
        people=4,
        lines=4,
        ending=".xlsx",
        doubts=frozenset({"sheet-not-read"}),
    ),
    Messy(
        "no-break blanks",
        rows(*(held(n, Job_Title="\xa0Support\xa0Officer ", Grade="SO\xa02") for n in range(3))),
        people=3,
        lines=3,
    ),
]
FIGURES = [
    Messy(
        "FTE in percent",
        rows(*(held(n, FTE=f, Contracted_Hours="") for n, f in enumerate(("100", "60", "50")))),
        people=3,
        occupied=2100,
        doubts=frozenset({"fte-in-percent"}),
    ),
    Messy(
        "FTE that is none",
        rows(
            held(0, FTE="see notes", Contracted_Hours=""),
            held(1),
            held(2, FTE="", Contracted_Hours=""),
            held(3, FTE="1.5"),
            held(4, FTE="37"),
            held(5, FTE="0.66666"),
        ),
        people=6,
        doubts=frozenset({"fte-not-read", "fte-missing", "fte-large", "fte-rounded"}),
    ),
    Messy(
        "hours only",
        rows(*(held(n, Contracted_Hours="18.5") for n in range(2)), header=SHORT),
        people=2,
        occupied=0,
        doubts=frozenset({"no-full-time-hours", "fte-missing"}),
    ),
    Messy(
        "hours and full time",
        rows(*(held(n, Contracted_Hours="18:30") for n in range(2)), header=SHORT),
        people=2,
        occupied=1000,
        mapping="full time hours: 37\n",
    ),
    Messy(
        "term-time",
        lambda: csv_bytes(
            table(
                [
                    given(0, Weeks_per_Year="39"),
                    given(1, Weeks_per_Year="39", FTE=""),
                    given(2, Weeks_per_Year="52"),
                ],
                ESTABLISHED,
            )
        ),
        people=3,
        doubts=frozenset({"term-time", "term-time-unknown"}),
    ),
    Messy(
        "costs",
        lambda: csv_bytes(
            table(
                [
                    given(0, Budgeted_FTE="1", Budget="£41,000"),
                    given(1, Budgeted_FTE="1", Budget="0"),
                    given(2, Budgeted_FTE="x", Budget="tbc"),
                    {**given(0, Budgeted_FTE="1", Budget="£41,000", FTE="0.5"), **person(9)},
                    given(5, Budgeted_FTE="1", Budget="1"),
                    {**given(5, Budgeted_FTE="0.5", Budget="2"), **person(8)},
                ],
                ESTABLISHED,
            )
        ),
        people=6,
        doubts=frozenset({"cost-not-known", "cost-once", "established-unread", "differ-unknown"}),
    ),
    Messy(
        "no post numbers",
        lambda: csv_bytes(table([held(0), held(1), held(2, Team="South"), vacancy(3)], NO_POSTS)),
        people=3,
        lines=2,
        established=4000,
        doubts=frozenset({"no-post-number"}),
    ),
    Messy(
        "rows of one post differ",
        rows(held(0, FTE="0.5"), held(0, by=1, FTE="0.5", Job_Title="Senior Officer", Grade="PO2")),
        people=2,
        lines=1,
        doubts=frozenset({"differ"}),
    ),
    Messy(
        "ends",
        rows(
            held(0, Contract_Type="Fixed term", Contract_End_Date="31-Mar-26"),
            held(1, Contract_Type="Fixed term", Contract_End_Date="2026-09-30 00:00:00"),
            held(2, Contract_Type="Fixed term", Contract_End_Date="when funding ends"),
        ),
        people=3,
        doubts=frozenset({"until-not-read"}),
    ),
]
WORDS = [
    Messy(
        "names in titles",
        rows(
            held(0, Job_Title=f"Team Leader - {token(0)}"),
            held(1, Team=f"{token(10)}'s team"),
            held(2, Job_Title=token(20)),
            held(3, Job_Title="Manager, IT"),
        ),
        people=4,
        doubts=frozenset({"name-cut", "withheld", "names-in-free-text"}),
    ),
    Messy(
        "names that are words",
        rows(held(0, Surname="Parks"), held(1, Team="Parks")),
        people=2,
        doubts=frozenset({"may-name"}),
    ),
    Messy(
        "free text speaks",
        rows(held(0, Notes="Job share, acting up, agency, seconded to health"), held(1)),
        people=2,
        doubts=frozenset({"free-text-speaks"}),
    ),
    Messy(
        "spellings",
        rows(
            *(
                held(n, Grade=g, Job_Title=t)
                for n, (g, t) in enumerate(
                    (
                        ("PO8", "Support Officer"),
                        ("P08", "support officer"),
                        ("PO 8", "Support  Officer"),
                        ("HAY1", "A&B Officer"),
                        ("HAY 1", "A and B Officer"),
                    )
                )
            )
        ),
        people=5,
    ),
    Messy(
        "odd signs",
        rows(
            held(0, Job_Title="=Officer; [new]"),
            held(1, Job_Title=""),
            held(2, Team="Caf\ufffd"),
            held(3, Job_Title="@Officer"),
        ),
        people=4,
        doubts=frozenset({"sign-changed", "title-missing", "damaged"}),
    ),
    Messy(
        "a service",
        lambda: csv_bytes(table(service())),
        people=54,
        lines=58,
        doubts=frozenset(
            {
                "job-share",
                "over-by-cover",
                "in-two-posts",
                "acting-up",
                "seconded-out",
                "agency",
                "term-time",
                "name-cut",
                "names-in-free-text",
                "established-from-holders",
            }
        ),
    ),
]
BROKEN = [
    Messy(
        "every sheet hidden but an empty one",
        lambda: workbook([("Blank", [], False), ("Staff", table(FOUR), True)]),
        faults=frozenset({"no-header-known"}),
        ending=".xlsx",
    ),
    Messy("cells too many", broken(lambda cells: cells[2].append("more")), faults=frozenset({"row-too-long"})),
    Messy(
        "row breaks off", broken(lambda cells: cells.__setitem__(2, cells[2][:5])), faults=frozenset({"row-too-short"})
    ),
    Messy("no rows", lambda: csv_bytes([HEADER]), faults=frozenset({"no-rows"})),
    Messy("no header", lambda: csv_bytes(table(FOUR)[1:]), faults=frozenset({"no-header-known"})),
    Messy("empty", lambda: b"", faults=frozenset({"empty-file"})),
    Messy("blank", lambda: b" \r\n ", faults=frozenset({"empty-file"})),
    Messy("picture", lambda: b"\x89PNG\r\n\x1a\n\x00\x00\x81\x8d" * 9, faults=frozenset({"not-text"})),
    Messy("nul", lambda: csv_bytes(table(FOUR)) + b"\x00", faults=frozenset({"nul-byte"})),
    Messy("open quote", lambda: csv_bytes(table(FOUR)) + b'"open', faults=frozenset({"not-csv"})),
    Messy("old workbook", lambda: b"\xd0\xcf\x11\xe0" + b"\x00" * 600, faults=frozenset({"old-workbook"})),
    Messy("broken workbook", lambda: b"PK\x03\x04" + b"x" * 90, faults=frozenset({"damaged"}), ending=".xlsx"),
    Messy("no titles", rows(*FOUR, header=("Surname", "Grade", "FTE", "Team")), faults=frozenset({"no-titles"})),
    Messy(
        "mapping of another extract",
        rows(*FOUR),
        mapping="columns: {Colour: drop}\n",
        faults=frozenset({"column-missing"}),
    ),
    Messy(
        "mapping keeps a person", rows(*FOUR), mapping="columns: {Surname: team}\n", faults=frozenset({"person-kept"})
    ),
    Messy(
        "mapping twice",
        rows(*FOUR),
        mapping="columns: {Service: team, Directorate: team}\n",
        faults=frozenset({"use-twice"}),
    ),
    Messy(
        "mapping that says nothing",
        rows(*FOUR),
        mapping="colums: {}\ncolumns: {Team: crew}\nwords: {a: b}\nas at: soon\nauthority: =x\nfull time hours: [1]\n"
        "not names: {a: b}\ntitle: '@x'\n",
        faults=frozenset({"unknown-setting", "unknown-use", "bad-setting", "not-a-name"}),
    ),
    Messy("mapping that is a list", rows(*FOUR), mapping="- a\n", faults=frozenset({"not-an-object"})),
    Messy(
        "mapping of columns that is a word",
        rows(*FOUR),
        mapping="columns: all\nwords:\n",
        faults=frozenset({"bad-setting"}),
    ),
    *KEPT_OUT,
]
USABLE = [*FORMS, *PEOPLE, *FIGURES, *WORDS, *COLUMNS]
