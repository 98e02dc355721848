"""One slip in a clean draft: ways to make one, and those in lists and figures, one row for each.

Change this when a kind of doubt about lists or figures is added.
"""

from collections.abc import Callable
from typing import Any

from tests.scenarios.proofreading.clean import ROLES, Row, Sheets, known, line

MANAGER, OFFICER, ADVISER, CLERK = ROLES
Slip = Callable[[Sheets], Any]


def cell(sheet: str, index: int, **values: Any) -> Slip:
    """A slip in one row."""
    return lambda sheets: sheets[sheet][index].update(values)


def row(sheet: str, *rows: Row) -> Slip:
    """Rows that are added."""
    return lambda sheets: sheets.setdefault(sheet, []).extend(rows)


def quote(what: str, measure: str, **values: Any) -> Slip:
    """A quote of the given option that is added."""
    return row("quoted", {"what": what, "measure": measure, "option": "as proposed", **values})


def without(sheet: str, **values: Any) -> Slip:
    """Rows that are left out: those with these values."""

    def leave_out(sheets: Sheets) -> None:
        sheets[sheet] = [each for each in sheets[sheet] if any(each.get(key) != value for key, value in values.items())]

    return leave_out


def quoted(what: str, **values: Any) -> Slip:
    """A slip in the quote of a name."""
    return lambda sheets: next(each for each in sheets["quoted"] if each["what"] == what).update(values)


def step(name: str, **values: Any) -> Slip:
    """A slip in a step."""
    return lambda sheets: next(each for each in sheets["calendar"] if each["step"] == name).update(values)


def several(*slips: Slip) -> Slip:
    """Slips that make one doubt together."""
    return lambda sheets: [slip(sheets) for slip in slips]


NO_TOTALS = without("quoted", measure="cost")
UNPRICED = several(
    *(cell("posts", n, cost_pence={"basis": "unknown"}) for n in range(4)),
    *(cell("proposed", n, cost_pence={"basis": "unknown"}) for n in range(4)),
)
SAME_POSTS = several(
    cell("proposed", 1, **{key: value for key, value in line(OFFICER, 20).items() if key != "title"}),
    cell("proposed", 3, **{key: value for key, value in line(CLERK, 10).items() if key != "title"}),
)

Told = tuple[str, Slip, tuple[str, str], str]
"""Code, slip, the place it is told at, and the start of the other place (blank: none, or any)."""

IN_LISTS: list[Told] = [
    ("quoted-figure", quoted("Cost today", amount_pence=known(1)), ("quoted", "amount"), "posts, row 1, title"),
    ("quoted-figure", quoted("Saving", amount_pence=known(-1)), ("quoted", "amount"), "proposed, row"),
    ("quoted-figure", quoted("Posts deleted", count=known(11)), ("quoted", "count"), "posts, row"),
    ("quoted-figure", quoted("Posts created", count=known(1)), ("quoted", "count"), "proposed, row"),
    ("quoted-figure", quoted("FTE today", milli_fte=known(1)), ("quoted", "fte"), "posts, row"),
    ("quoted-figure", quoted("At risk", count=known(29)), ("quoted", "count"), "proposed, row"),
    (
        "quoted-figure",
        row("quoted", {"what": "Vacant", "measure": "posts vacant", "option": "no change", "count": known(3)}),
        ("quoted", "count"),
        "posts, row 1",
    ),
    (
        "quoted-figure",
        row("quoted", {"what": "In post", "measure": "people", "of": CLERK, "option": "no change", "count": known(3)}),
        ("quoted", "count"),
        "posts, row 4",
    ),
    ("quoted-figure", quote("Officers", "posts", of=OFFICER, count=known(3)), ("quoted", "count"), "proposed, row 2"),
    (
        "quoted-twice",
        quote("Severance", "severance", year=2025, amount_pence=known(1)),
        ("quoted", "amount"),
        "quoted, row",
    ),
    (
        "quoted-twice",
        quote("Roles", "roles listed", listed=[MANAGER], count=known(1)),
        ("quoted", "listed"),
        "quoted, row",
    ),
    (
        "quoted-twice",
        quote("At risk", "people at risk", count={"basis": "unknown"}),
        ("quoted", "count"),
        "quoted, row",
    ),
    (
        "parts-of-total",
        several(row("quoted", *({"what": n, "part_of": "All", "count": known(1)} for n in "ab"))),
        ("quoted", "count"),
        "quoted, row",
    ),
    (
        "parts-of-total",
        row(
            "quoted",
            {"what": "All", "count": known(3)},
            *({"what": n, "part_of": "All", "count": known(1)} for n in "ab"),
        ),
        ("quoted", "count"),
        "quoted, row",
    ),
    (
        "parts-of-total",
        row("quoted", {"what": "a", "part_of": "All", "year": 2025}, {"what": "b", "part_of": "All", "year": 2026}),
        ("quoted", "year"),
        "quoted, row",
    ),
    ("one-side-missing", quote("Budget", "budget", amount_pence={"basis": "unknown"}), ("quoted", "amount"), ""),
    (
        "one-side-missing",
        several(UNPRICED, without("quoted", measure="pay scale"), without("quoted", what="Saving")),
        ("quoted", "amount"),
        "proposed, row",
    ),
    ("part-year", quoted("Part of the saving", months=None), ("quoted", "months"), "quoted, row 3, amount"),
    ("part-year", quoted("Part of the saving", months=5), ("quoted", "months"), "quoted, row 3, amount"),
    ("part-year", quoted("Part of the saving", amount_pence=known(10_000_000)), ("quoted", "months"), "quoted, row 3"),
    (
        "term-not-a-year",
        cell("proposed", 1, from_date="2025-10-01", until_date="2027-03-31"),
        ("proposed", "until"),
        "proposed, row 2, from",
    ),
    (
        "term-not-a-year",
        quote(
            "Team", "cost", of=OFFICER, amount_pence=known(56_000_000), from_date="2025-10-01", until_date="2026-09-29"
        ),
        ("quoted", "until"),
        "quoted, row",
    ),
    (
        "price-base-before-start",
        cell("calendar", 0),
        ("header", "price base"),
        "header, start",
    ),
    (
        "pay-table-years",
        quote("Pay of clerks", "pay scale", of=CLERK, spine="njc-2019", top_point=43, pay_high_pence=known(5_280_500)),
        ("quoted", "pay to"),
        "quoted, row 13, pay to",
    ),
    (
        "pay-table-years",
        quote("Pay of clerks", "pay scale", of=CLERK, spine="njc-2019", top_point=43, pay_high_pence=known(5)),
        ("quoted", "pay to"),
        "",
    ),
    (
        "grade-range",
        several(
            cell("posts", 0, cost_pence=known(12_000_000)), cell("proposed", 0, cost_pence=known(12_000_000)), NO_TOTALS
        ),
        ("posts", "cost"),
        "quoted, row",
    ),
    (
        "grade-range",
        several(
            cell("posts", 0, cost_pence=known(2_000_000)), cell("proposed", 0, cost_pence=known(2_000_000)), NO_TOTALS
        ),
        ("proposed", "cost"),
        "quoted, row",
    ),
    (
        "branches-apart",
        several(
            row(
                "grade_branches",
                {"branch": "A", "role": CLERK, "grade": "A"},
                {"branch": "B", "role": CLERK, "grade": "B"},
            ),
            cell("proposed", 3, branch="A"),
            row("proposed", line(CLERK, 6, branch="B", reports_to=MANAGER, cost_pence=known(1))),
        ),
        ("grade_branches", "grade"),
        "grade_branches, row",
    ),
    (
        "branches-apart",
        quote("Grade", "grade", of=CLERK, grade="Scale 9"),
        ("quoted", "grade"),
        "proposed, row 4, grade",
    ),
    ("measures-apart", quoted("Occupied", milli_fte=known(51_500)), ("quoted", "fte"), "posts, row 1, people"),
    (
        "measures-apart",
        quoted("Occupied", milli_fte=known(11_500), of="posts deleted"),
        ("quoted", "fte"),
        "posts, row 1, people",
    ),
    (
        "people-not-counted",
        several(
            cell("posts", 3, people={"value": 10, "basis": "assumed"}), without("quoted", measure="people at risk")
        ),
        ("posts", "people"),
        "posts, row 4, fte",
    ),
    ("severance-missing", without("quoted", measure="severance"), ("posts", "people"), "proposed, row"),
    (
        "role-in-no-list",
        quote("Named", "roles listed", listed=["Estates Surveyor"]),
        ("quoted", "listed"),
        "proposed, row",
    ),
    (
        "role-in-no-list",
        quote("Named", "roles listed", listed=["Records and Post Clerk"]),
        ("quoted", "listed"),
        "proposed, row 4",
    ),
    (
        "role-in-no-list",
        quote("Named", "posts deleted", listed=["Estates Surveyor"]),
        ("quoted", "listed"),
        "posts, row",
    ),
    (
        "role-in-no-list",
        quote("Surveyors", "posts", of="Estates Surveyor", count=known(1)),
        ("quoted", "of"),
        "proposed, row",
    ),
    ("role-not-described", quoted("Roles", listed=[*ROLES[:3]], count=known(3)), ("proposed", "title"), "quoted, row"),
    ("count-and-list", quoted("Roles", count=known(5)), ("quoted", "count"), "quoted, row"),
    (
        "deduction-without-post",
        row("cost_centres", {"cost_centre": "Gone", "amount_pence": known(-5), "deduction": True, "posts": known(1)}),
        ("cost_centres", "posts"),
        "posts, row 1, cost centre",
    ),
    (
        "on-costs-apart",
        cell("cost_centres", 0, amount_pence=known(131)),
        ("cost_centres", "amount"),
        "cost_centres, row 1",
    ),
    (
        "on-costs-apart",
        row(
            "cost_centres",
            {
                "cost_centre": "C2",
                "amount_pence": known(131),
                "pay_pence": known(100),
                "insurance_pence": known(10),
                "pension_pence": known(21),
            },
        ),
        ("cost_centres", "employer pension"),
        "cost_centres, row 1",
    ),
    (
        "held-post-in-budget",
        row(
            "posts",
            line(
                "Head",
                0,
                people=known(0),
                change={"kind": "held"},
                counts_to_ceiling=False,
                assumed=["counts_to_ceiling"],
            ),
        ),
        ("posts", "counts to ceiling"),
        "cost_centres, row 1, amount",
    ),
    (
        "saving-without-fewer-posts",
        several(SAME_POSTS, UNPRICED, quoted("Saving", year=2026)),
        ("quoted", "amount"),
        "proposed, row",
    ),
    (
        "deleted-and-created",
        several(
            row("posts", line("Quality Lead Officer", 1, people=known(1), change={"kind": "deleted"})),
            row("proposed", line("Lead Officer (Quality), new", 1, reports_to=MANAGER)),
        ),
        ("posts", "change"),
        "proposed, row 5, title",
    ),
    ("post-numbers-alike", cell("posts", 1, post_number="A100X"), ("posts", "post number"), ""),
    (
        "four-years-fixed-term",
        cell("posts", 0, contract="fixed-term", since_date="2020-01-01", until_date="2026-01-01"),
        ("posts", "since"),
        "posts, row 1",
    ),
    (
        "outlasts-funding",
        cell("proposed", 1, funding="Grant", until_date="2027-04-01"),
        ("proposed", "until"),
        "funding, row 1",
    ),
    ("outlasts-funding", cell("proposed", 1, funding="Grant"), ("proposed", "until"), "funding, row 1"),
    (
        "two-pay-systems",
        row(
            "grades",
            *({"grade": f"Grade of {role}", "pay_system": system} for role, system in zip(ROLES, "ABAB", strict=True)),
        ),
        ("grades", "pay system"),
        "grades, row 1",
    ),
    (
        "posts-without-manager",
        row("proposed", line(ADVISER, 1)),
        ("proposed", "reports to"),
        "proposed, row 3",
    ),
    (
        "title-of-two-grades",
        row("proposed", {"title": "Support Officer/Assistant", "posts": known(1), "reports_to": MANAGER}),
        ("proposed", "title"),
        "proposed, row 5, grade",
    ),
    (
        "one-off-outside-saving",
        several(quoted("Severance", year=None, amount_pence=known(50_000_000))),
        ("quoted", "amount"),
        "quoted, row 4",
    ),
]
