"""The judge of any structure: it recounts, reports every breach, and takes nothing it does not know for granted.

Each rule's findings are tested beside the rule. Change this when a verdict has to say more.
"""

import pytest

from solver.checker import judge
from solver.problem import FundingLine
from solver.structure import Structure
from tests.solver.build import able, claim, kind, places, problem, staff, structure, work
from tests.solver.verdicts import broken

CASE = problem(
    kind(),
    kind(id="held", works=False, places=0),
    *staff(2),
    work(),
    able(share_permille=500),
    FundingLine(id="base", roles=("officer",), pence_by_year=(9_000_000, 9_000_000)),
)
PAID = {("base", "north officer", 2025): 3_000_000, ("base", "north officer", 2026): 3_000_000}
CALLS = ("calls", "north", "officer")


def test_a_structure_that_keeps_every_rule() -> None:
    """Nothing found, and every goal counted: 0.5 FTE uncovered, one displaced, £30,000, one post new."""
    verdict = judge(CASE, structure({"north officer": 1}, {CALLS: 500}, {("officers", "officer"): 1}, PAID))
    assert verdict.ok
    assert verdict.values == {
        "uncovered": 500,
        "displaced": 1,
        "cost": 3_000_000,
        "moved_down": 0,
        "job_changed": 0,
        "posts_changed": 1,
    }


def test_every_breach_is_reported_at_once() -> None:
    """Too many posts, idle ones, unpaid ones, overwork and a crowd: each its own finding, in the order of the rules."""
    found = judge(CASE, structure({"north officer": 4}, {CALLS: 2100}, {("officers", "officer"): 5}))
    assert not found.ok
    assert [(f.rule, f.amount) for f in found.findings] == [
        ("everyone_once", 3),
        ("places_filled", 1),
        ("work_fits", 100),
        ("work_fits", 1100),
        ("no_idle", 1400),
        ("kept_posts", 1),
        ("funding", 12_000_000),
        ("funding", 12_000_000),
    ]
    assert all(f.message and not f.message.startswith(f.rule) for f in found.findings)


@pytest.mark.parametrize(
    ("stranger", "row"),
    [
        ("west officer", structure({"west officer": 1})),
        ("letters", structure({}, {("letters", "north", "officer"): 1})),
        ("west", structure({}, {("calls", "west", "officer"): 0})),
        ("clerk", structure({}, {("calls", "north", "clerk"): 0})),
        ("leads", structure({}, placements={("leads", "officer"): 1})),
        ("desks", structure({}, placements={("officers", "desks"): 1})),
        ("grant", structure({}, payments={("grant", "north officer", 2025): 1})),
        ("south officer", structure({}, payments={("base", "south officer", 2025): 1})),
        ("2027", structure({}, payments={("base", "north officer", 2027): 1})),
    ],
)
def test_a_name_the_problem_does_not_have_is_a_finding(stranger: str, row: Structure) -> None:
    """Each kind of name in each table, even where the row says nothing was done; no goal is counted then."""
    assert broken(CASE, row) == [("known", stranger, 1)]
    assert judge(CASE, row).values == {}


def test_rows_said_twice_count_twice() -> None:
    """Two rows of one key add up, in posts, work, placements and payments: splitting a row hides nothing."""
    twice = Structure(
        posts=(("north officer", 1), ("north officer", 1)),
        work=((*CALLS, 400), (*CALLS, 601)),
        placements=(("officers", "officer", 2), ("officers", "officer", 1)),
        payments=tuple((*key, pence) for key, pence in PAID.items() for _ in range(2)),
    )
    case = problem(
        kind(), *staff(3), work(milli_fte=1500), able(share_permille=500), *CASE.funding, spare_milli_fte=None
    )
    assert broken(case, twice) == [("places_filled", "officer", 1), ("work_fits", "calls", 1)]


def test_a_negative_count_of_people_does_not_make_room() -> None:
    """Minus one person of another group in a place lets nobody else into it."""
    case = problem(kind(), *staff(2), places("desk"), claim(at="desk"), spare_milli_fte=None)
    minus = structure({"north officer": 1}, placements={("officers", "officer"): 1, ("officers", "desk"): -1})
    assert ("claims_only", "officers", -1) in broken(case, minus)
