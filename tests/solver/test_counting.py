"""Sums that no structure can get round: each fires on what it describes, and never where something fits.

Change this when a sum is added.
"""

import pytest

from bench.tiny import tiny
from solver.counting import reasons_nothing_fits
from solver.outcome import Infeasible
from solver.problem import Pin, Problem, Team
from solver.search import design
from tests.properties.enumerate import lexicographic_optimum
from tests.solver.build import able, group, kind, places, problem, role, staff, work

FREE = {"spare_milli_fte": None}
OFFICERS = {"teams": ("north",), "roles": ("officer",)}
STATUTORY = work(milli_fte=3000, statutory=True)

# Each as (problem that one sum shows to be impossible, the same with one unit more, what is said of the first).
SUMS: dict[str, tuple[Problem, Problem, str]] = {
    "kept posts cost more than a ceiling": (
        problem(kind(least=2), ceiling_pence=(None, 6_009_999), other_pence=10_000, **FREE),
        problem(kind(least=2), ceiling_pence=(None, 6_010_000), other_pence=10_000, **FREE),
        "Posts that must stay cost £60,100 in 2026/27, over the ceiling of £60,099.99.",
    ),
    "statutory work costs more than a ceiling": (
        problem(kind(most=9), STATUTORY, able(), ceiling_pence=(8_999_999,)),
        problem(kind(most=9), STATUTORY, able(), ceiling_pence=(9_000_000,)),
        (
            "Statutory work needs 3 FTE; its cheapest posts cost at least £90,000 in 2025/26, "
            "over the ceiling of £89,999.99."
        ),
    ),
    "too few posts can be able": (
        problem(kind(most=1), work(least_able=2), able()),
        problem(kind(most=2), work(least_able=2), able(), spare_milli_fte=1000),
        "calls needs 2 posts able to do it; at most 1 can exist.",
    ),
    "too little time for statutory work": (
        problem(kind(most=2), kind(id="held", works=False), STATUTORY, able()),
        problem(kind(most=3), kind(id="held", works=False), STATUTORY, able()),
        "Statutory work calls needs 3 FTE; posts able to do it reach 2 FTE.",
    ),
    "more people than places and exits": (
        problem(kind(most=2), group(people=4), places(reserved=1), displaced=2, **FREE),
        problem(kind(most=2), *staff(4), displaced=2, **FREE),
        "4 people and at most 1 place: more than 2 displaced.",
    ),
    "more places reserved than can exist": (
        problem(kind(most=1), places(reserved=2), **FREE),
        problem(kind(most=2), places(reserved=2), **FREE),
        "2 places reserved in officer; at most 1 can exist.",
    ),
    "more posts of a role than can exist": (
        problem(role(least=4), kind(), **FREE),
        problem(role(least=3), kind(), **FREE),
        "officer must have 4 posts; at most 3 can exist.",
    ),
    "more posts of a kind than can exist": (
        problem(kind(least=4), **FREE),
        problem(kind(least=3), **FREE),
        "4 posts of north officer must stay; at most 3 can exist.",
    ),
    "a pin on more than can exist": (
        problem(kind(), Pin(id="what if", **OFFICERS, least=4), **FREE),
        problem(kind(), Pin(id="what if", **OFFICERS, least=3), **FREE),
        "what if asks for 4 posts; at most 3 can exist.",
    ),
    "a pin against itself": (
        problem(kind(), Pin(id="what if", **OFFICERS, least=2, most=1), **FREE),
        problem(kind(), Pin(id="what if", **OFFICERS, least=2, most=2), **FREE),
        "what if asks for at least 2 and at most 1.",
    ),
    "more posts kept than a team may have": (
        problem(Team(id="north", most=1), kind(least=2), **FREE),
        problem(Team(id="north", most=2), kind(least=2), **FREE),
        "2 posts must stay in north, which may have at most 1.",
    ),
    "more time kept than there is work": (
        problem(kind(least=2), work(milli_fte=1499), able()),
        problem(kind(least=2), work(milli_fte=1500), able()),
        "Posts that must stay have 2 FTE of direct time, over 1.499 FTE of work plus 0.5 FTE.",
    ),
}


@pytest.mark.parametrize("name", SUMS)
def test_each_sum(name: str) -> None:
    """The impossible case gets its sentence and nothing else, and the search agrees; one unit more fits in silence."""
    impossible, fits, said = SUMS[name]
    assert reasons_nothing_fits(impossible) == [said]
    assert design(impossible) == Infeasible(reasons=(said,))
    assert reasons_nothing_fits(fits) == []
    assert not isinstance(design(fits), Infeasible)


def test_all_sums_that_apply_are_told() -> None:
    """Two impossibilities at once are two sentences."""
    case = problem(role(least=4), kind(least=2), work(milli_fte=100), able())
    assert len(reasons_nothing_fits(case)) == 2


def test_work_that_nobody_may_do_costs_nothing_for_certain() -> None:
    """Statutory work without anyone able is impossible for want of time; its price is not guessed."""
    case = problem(kind(), STATUTORY, ceiling_pence=(1_000_000, None))
    assert reasons_nothing_fits(case) == ["Statutory work calls needs 3 FTE; posts able to do it reach 0 FTE."]


def test_no_sum_fires_where_something_fits() -> None:
    """On tiny problems whose every structure is counted, a reason is only ever given where none fits."""
    outcomes = [(reasons_nothing_fits(tiny(seed)), _fits(tiny(seed))) for seed in range(200)]
    assert [reasons for reasons, fits in outcomes if fits and reasons] == []
    assert sum(fits for _, fits in outcomes) > 50
    assert sum(bool(reasons) for reasons, _ in outcomes) > 10


def _fits(case: Problem) -> bool:
    return lexicographic_optimum(case, ["uncovered"], tolerances={}) is not None
