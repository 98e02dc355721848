"""A draft without a slip: its report is written from its own lists; and ways to make one slip in it.

Change this when a kind of doubt is added: the clean draft has what it looks for.
"""

from collections.abc import Mapping
from typing import Any

from scenarios.proofreading.draft import Draft
from scenarios.proofreading.proofread import doubts_about
from scenarios.schema.faults import Doubt
from scenarios.schema.scenario import Scenario
from scenarios.schema.sealed import Sealed

Row = dict[str, Any]
Sheets = dict[str, list[Row]]

ROLES = ("Team Manager", "Contracts Officer", "Housing Adviser", "Records Clerk")
UNIT_PENCE = 4_000_000


def known(value: int) -> Row:
    """A published figure."""
    return {"value": value}


def line(title: str, posts: int, **more: Any) -> Row:
    """A row of posts, each full-time, at the one unit cost."""
    return {
        "title": title,
        "grade": f"Grade of {title}",
        "posts": known(posts),
        "milli_fte": known(posts * 1000),
        "cost_pence": known(posts * UNIT_PENCE),
        **more,
    }


def people_sheets(before: list[int], after: list[int]) -> Sheets:
    """Today's posts, all of them held, and those proposed, in the order of the roles."""
    posts = [
        line(role, n, people=known(n), post_number=f"A10{i}")
        for i, (role, n) in enumerate(zip(ROLES, before, strict=True))
    ]
    new = [
        line(role, n, **({} if role == ROLES[0] else {"reports_to": ROLES[0]}))
        for role, n in zip(ROLES, after, strict=True)
        if n
    ]
    return {"posts": posts, "proposed": new}


def report_of(before: list[int], after: list[int]) -> Sheets:
    """What a report prints about them, right to the pound and the post."""
    gone = sum(max(0, old - new) for old, new in zip(before, after, strict=True))
    come = sum(max(0, new - old) for old, new in zip(before, after, strict=True))
    saved = (sum(before) - sum(after)) * UNIT_PENCE
    risk = sum(old for old, new in zip(before, after, strict=True) if new < old)
    mine, today = {"option": "as proposed"}, {"option": "no change"}
    titles = [role for role, n in zip(ROLES, after, strict=True) if n]
    quoted: list[Row] = [
        {"what": "Cost today", "measure": "cost", "amount_pence": known(sum(before) * UNIT_PENCE), **today},
        {"what": "Cost as proposed", "measure": "cost", "amount_pence": known(sum(after) * UNIT_PENCE), **mine},
        {"what": "Saving", "measure": "saving", "amount_pence": known(saved), **mine},
        {
            "what": "Part of the saving",
            "measure": "saving",
            "year": 2025,
            "months": 6,
            "amount_pence": known(saved // 2),
            **mine,
        },
        {
            "what": "Posts deleted",
            "measure": "posts deleted",
            "count": known(gone),
            "milli_fte": known(gone * 1000),
            **mine,
        },
        {"what": "Posts created", "measure": "posts created", "count": known(come), **mine},
        {"what": "FTE today", "measure": "fte", "milli_fte": known(sum(before) * 1000), **today},
        {"what": "Occupied", "measure": "occupied fte", "milli_fte": known(sum(before) * 1000), **today},
        {"what": "At risk", "measure": "people at risk", "count": known(risk), **mine},
        {"what": "Severance", "measure": "severance", "year": 2025, "amount_pence": known(5_000_000), **mine},
        {"what": "Roles", "measure": "roles described", "listed": titles, "count": known(len(titles)), **mine},
        {"what": "Equality", "measure": "equality finding", "says": "the affected are like the department"},
        {
            "what": "Pay of managers",
            "measure": "pay scale",
            "of": ROLES[0],
            "grade": "Grade of Team Manager",
            "spine": "njc-2019",
            "bottom_point": 20,
            "top_point": 22,
            "pay_low_pence": known(3_259_700),
            "pay_high_pence": known(3_369_900),
            **mine,
        },
    ]
    return {"quoted": quoted, "calendar": calendar()}


def calendar() -> list[Row]:
    """Forty-five days and more before anything is decided, everything shown on the first of them."""
    everything = ["functions", "structure", "posts", "grades", "ring-fences", "costs"]
    return [
        {
            "step": "Grades evaluated",
            "kind": "evaluation",
            "on": ["grades"],
            "from_date": "2025-04-01",
            "until_date": "2025-04-20",
        },
        {"step": "Papers to staff", "kind": "shown", "on": everything, "from_date": "2025-05-01"},
        {"step": "HR1", "kind": "HR1", "from_date": "2025-05-01"},
        {
            "step": "Consultation",
            "kind": "consultation",
            "on": everything,
            "from_date": "2025-05-01",
            "until_date": "2025-06-19",
            "days": 50,
        },
        {"step": "Committee", "kind": "decision", "on": ["posts", "costs"], "from_date": "2025-07-01"},
        {"step": "Appointments", "kind": "appointment", "from_date": "2025-08-01", "after": "Committee"},
        {"step": "Start", "kind": "start", "from_date": "2025-10-01"},
    ]


def clean_sheets(before: list[int] | None = None, after: list[int] | None = None) -> Sheets:
    """Every sheet of a clean draft, for numbers of posts today and as proposed in the order of the roles."""
    old, new = before or [2, 20, 20, 10], after or [2, 14, 20, 6]
    return {
        **people_sheets(old, new),
        **report_of(old, new),
        "funding": [{"line": "Grant", "until_date": "2027-03-31"}],
        "cost_centres": [
            {
                "cost_centre": "C1",
                "amount_pence": known(130),
                "pay_pence": known(100),
                "insurance_pence": known(10),
                "pension_pence": known(20),
            },
        ],
    }


def draft_of(sheets: Mapping[str, list[Row]], *, header: Row | None = None, equality: list[Row] | None = None) -> Draft:
    """A draft of these sheets; unless given, the equality figures are those of a hundred people of two hundred."""
    head = {
        "name": "clean",
        "title": "Clean",
        "authority": "Council",
        "price_base": "2025/26",
        "start_date": "2025-10-01",
    }
    limits = {"span_low": known(4)}
    scenario = Scenario.model_validate({"header": {**head, **(header or {})}, "limits": limits, **sheets})
    rows = [] if equality is None else equality
    return Draft(scenario, Sealed.model_validate({"equality": rows}))


def equality_of(people: int) -> list[Row]:
    """Half of so many people are women, in the department as well."""
    half = people // 2
    share, compared = known(5000), known(5000)
    return [
        {
            "characteristic": "Sex",
            "value": "Female",
            "people": known(half),
            "share_basis_points": share,
            "compared_basis_points": compared,
        }
    ]


def found(draft: Draft) -> tuple[Doubt, ...]:
    """Every doubt of the proof-reader about a draft."""
    return doubts_about(draft)
