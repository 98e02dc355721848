"""Messy extracts in what they say about people: shares, cover, two posts, acting up, secondees, agency, vacancies.

Change this when an extract is met whose people are counted otherwise than they should be.
"""

from tests.scenarios.importing.extracts import HEADER, csv_bytes, held, person, table, token, vacancy
from tests.scenarios.importing.messy_kind import ESTABLISHED, NOBODY, Messy, given, rows

POSTS = (*HEADER, "Number of Posts", "Budgeted FTE", "Budget")

PEOPLE = [
    Messy(
        "job share",
        rows(held(0, FTE="0.6"), held(0, by=1, FTE="0.4"), held(2)),
        people=3,
        occupied=2000,
        lines=2,
        doubts=frozenset({"job-share", "fte-against-hours"}),
    ),
    Messy(
        "over-established by cover",
        rows(
            held(0, Contract_Type="Permanent - on maternity leave"),
            held(0, by=1, Contract_Type="Fixed term - maternity cover"),
            held(2),
        ),
        people=3,
        occupied=3000,
        established=2000,
        lines=2,
        doubts=frozenset({"over-by-cover", "mixed-contracts"}),
    ),
    Messy(
        "more people than post",
        lambda: csv_bytes(
            table([given(0, Budgeted_FTE="1"), {**given(0, Budgeted_FTE="1"), **person(1)}], ESTABLISHED)
        ),
        people=2,
        occupied=2000,
        established=1000,
        doubts=frozenset({"over-established"}),
    ),
    Messy(
        "size not known",
        rows(held(0), held(0, by=1), held(0, by=2)),
        people=3,
        occupied=3000,
        lines=1,
        doubts=frozenset({"number-of-posts-unknown"}),
    ),
    Messy(
        "one person, two posts",
        rows(held(0, FTE="0.5"), held(1, by=0, FTE="0.5"), held(2)),
        people=3,
        occupied=2000,
        doubts=frozenset({"in-two-posts"}),
    ),
    Messy(
        "two full posts", rows(held(0), held(1, by=0)), people=2, doubts=frozenset({"in-two-posts", "over-full-time"})
    ),
    Messy(
        "acting up",
        rows(held(0), held(1, by=0, Contract_Type="Acting up", FTE="1.0")),
        people=1,
        occupied=1000,
        lines=2,
        doubts=frozenset({"acting-up", "vacant-size-unknown"}),
    ),
    Messy(
        "acting up alone",
        rows(held(0), held(1, Contract_Type="Acting up")),
        people=2,
        doubts=frozenset({"acting-up-alone"}),
    ),
    Messy(
        "secondees",
        rows(
            held(0, Contract_Type="Seconded out"),
            held(1, Contract_Type="Seconded in"),
            held(2, Contract_Type="Secondment"),
        ),
        people=2,
        lines=3,
        doubts=frozenset({"seconded-out", "seconded-in", "seconded-unclear"}),
    ),
    Messy(
        "agency",
        rows(held(0), held(1, Contract_Type="Agency"), held(0, by=2, Contract_Type="Agency")),
        people=1,
        occupied=1000,
        lines=2,
        doubts=frozenset({"agency"}),
    ),
    Messy(
        "vacancies",
        rows(
            held(0), vacancy(1), vacancy(2, FTE="0.5"), vacancy(3, FTE="", Contracted_Hours="", Contract_Type="Frozen")
        ),
        people=1,
        occupied=1000,
        established=2500,
        lines=4,
        doubts=frozenset({"vacant-size-unknown", "frozen"}),
    ),
    Messy(
        "vacant and held",
        rows(held(0, Contract_Type="Vacant"), held(1)),
        people=2,
        doubts=frozenset({"vacant-and-held"}),
    ),
    Messy(
        "left",
        rows(held(0), held(1, Contract_Type="Leaver"), held(2)),
        people=2,
        lines=3,
        doubts=frozenset({"left-already"}),
    ),
    Messy(
        "leaving dates",
        lambda: csv_bytes(table([given(0, Leaving_Date="01/02/2025"), held(1)], ESTABLISHED)),
        people=2,
        doubts=frozenset({"leaving-dates"}),
    ),
    Messy(
        "left by the date",
        lambda: csv_bytes(table([given(0, Leaving_Date="01/02/2025"), held(1)], ESTABLISHED)),
        people=1,
        mapping="as at: 2025-03-31\n",
        doubts=frozenset({"left-already"}),
    ),
    Messy(
        "casual",
        rows(held(0, Contract_Type="Casual", FTE="0", Contracted_Hours=""), held(1)),
        people=2,
        occupied=1000,
        doubts=frozenset({"casual"}),
    ),
    Messy(
        "same row twice",
        rows(held(0), held(0), held(1)),
        people=2,
        occupied=2000,
        doubts=frozenset({"same-row-twice"}),
        standings={"the same row again": 1},
    ),
    Messy(
        "same person twice",
        rows(held(0, FTE="0.5"), held(0, FTE="0.3"), held(1)),
        people=2,
        occupied=1800,
        doubts=frozenset({"same-person-twice"}),
    ),
    Messy(
        "unknown word", rows(held(0, Contract_Type=token(99)), held(1)), people=2, doubts=frozenset({"unknown-word"})
    ),
    Messy(
        "unknown word told",
        rows(held(0, Contract_Type="Zebra"), held(1)),
        people=1,
        mapping="words: {zebra: agency}\n",
        doubts=frozenset({"agency"}),
    ),
    Messy(
        "nobody told apart",
        rows(*({**held(n)} for n in range(3)), header=NOBODY),
        people=3,
        lines=1,
        doubts=frozenset({"nobody-told-apart", "no-post-number"}),
    ),
    Messy(
        "cover for a holder without FTE",
        rows(held(0, FTE="", Contracted_Hours=""), held(0, by=1, Contract_Type="Fixed term - cover"), held(2)),
        people=3,
        established=1000,
        doubts=frozenset({"fte-missing", "mixed-contracts"}),
    ),
    Messy(
        "pooled posts",
        lambda: csv_bytes(
            table(
                [
                    {**held(0), "Number of Posts": "3", "Budgeted FTE": "2.5", "Budget": "99,000"},
                    {**held(0, by=1, FTE="0.5"), "Number of Posts": "3", "Budgeted FTE": "2.5", "Budget": "99,000"},
                    {**held(2), "Number of Posts": "1.5", "Budgeted FTE": "", "Budget": ""},
                    vacancy(3, Number_of_Posts="1", Budgeted_FTE="1", Budget="45,000"),
                    {
                        **held(4, Position_Number="", FTE="1"),
                        "Number of Posts": "1",
                        "Budgeted FTE": "1",
                        "Budget": "7",
                    },
                    {
                        **held(5, Position_Number="", FTE="1"),
                        "Number of Posts": "1",
                        "Budgeted FTE": "1",
                        "Budget": "8",
                    },
                ],
                POSTS,
            )
        ),
        people=5,
        lines=4,
        established=5500,
        doubts=frozenset({"no-post-number", "cost-not-known"}),
    ),
    Messy(
        "fixed term without an end",
        rows(
            held(0, Contract_Type="Fixed term"), held(0, by=1, Contract_Type="Fixed term"), held(2), header=HEADER[:20]
        ),
        people=3,
        lines=2,
    ),
    Messy(
        "cover by somebody with a post",
        rows(held(0), held(1, by=0, Contract_Type="Backfill"), held(2, Contract_Type="Sickness cover")),
        people=2,
        lines=3,
        doubts=frozenset({"covering", "covering-alone"}),
        standings={"covering, counted in their own post": 1},
    ),
    Messy(
        "titles cut short",
        rows(
            held(0, Job_Title="Team Manager", Grade="PO8"),
            held(1, Job_Title="Team Mgr", Grade="PO 8"),
            held(2, Job_Title="Snr Officer", Grade=""),
            held(3, Job_Title="Senior Officer", Grade="SO2"),
            held(3, by=4, Job_Title="Senior Officer", Grade="SO2"),
        ),
        people=5,
        doubts=frozenset({"title-cut-short"}),
    ),
    Messy(
        "agency and vacant",
        rows(held(0, Contract_Type="Agency"), vacancy(0), held(1)),
        people=1,
        lines=2,
        doubts=frozenset({"agency"}),
    ),
    Messy(
        "holders and a vacancy of no size",
        rows(held(0), held(0, by=1), vacancy(0, FTE="", Contracted_Hours="")),
        people=2,
        occupied=2000,
        lines=1,
        doubts=frozenset({"shared-size-unknown", "vacant-size-unknown"}),
    ),
]
