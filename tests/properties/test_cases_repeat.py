"""The shipped cases say the same whatever does not matter: order of rows, seeds, names, hours, sealed data, the pound.

Change this when something else must not matter.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from api.json_text import json_text
from scenarios.comparing.answers import Asking
from scenarios.comparing.result import Comparison, StructureResult
from scenarios.comparing.results import compare_case
from scenarios.schema.case import Case
from scenarios.schema.figure import Figure
from scenarios.schema.policy import Policy
from scenarios.schema.scenario import Scenario
from scenarios.schema.sealed import Sealed
from scenarios.schema.service import ServiceBand
from solver.engine import Settings
from solver.search import Watch
from tests.properties.case_variations import cut, doubled, other_groups, other_teams, shorter_hours, shuffled
from tests.scenarios.library.shipped import shipped

CASES = ("bury-2021", "nottinghamshire-2014")
STATED = ("no change", "as proposed")
DESIGN = {"bury-2021": "designed", "nottinghamshire-2014": "model C"}
Key = tuple[str, str | None, str | None]


@cache
def full(name: str) -> Comparison:
    """A case compared as it ships, with what must be true."""
    return compare_case(shipped(name))


def bare(comparison: Comparison) -> Comparison:
    """A comparison without what must be true."""
    unasked = {"depends_on": (), "depends_on_asked": False}
    plain = tuple(each.model_copy(update=unasked) for each in comparison.structures)
    return comparison.model_copy(update={"structures": plain})


def text(comparison: Comparison) -> str:
    """The bytes that the command prints with --json."""
    return json_text(comparison.model_dump(mode="json"))


def by_key(comparison: Comparison) -> dict[Key, StructureResult]:
    """Structures by option, branch and anchor."""
    return {(s.option, s.branch, s.anchor): s for s in comparison.structures}


def compared(case: Case, *, seed: int = 0, options: tuple[str, ...] = ()) -> Comparison:
    """A case compared without what must be true, under a seed of the engine."""
    watch = Watch(settings=Settings(seed=seed))
    return compare_case(case, Asking(watch=watch, options=options, break_evens=False))


@pytest.mark.parametrize("name", CASES)
def test_ten_runs_are_one_text(name: str) -> None:
    """As shipped, and nine times with all rows turned and another seed: the same bytes, what must be true included."""
    first = full(name)
    assert any(each.depends_on for each in first.structures)
    again = compare_case(shuffled(shipped(name), 1), Asking(watch=Watch(settings=Settings(seed=11))))
    assert text(again) == text(first)
    expected = text(bare(first))
    for turn in range(2, 10):
        assert text(compared(shuffled(shipped(name), turn), seed=100 + turn)) == expected


@pytest.mark.parametrize("name", CASES)
def test_lines_cut_in_two_change_no_ones_outcome(name: str) -> None:
    """A staff group listed on more lines, by hours or otherwise, is the same people with the same claims."""
    case = cut(shipped(name))
    assert len(case.scenario.posts) >= len(shipped(name).scenario.posts) + 3
    mine, theirs = by_key(compared(case)), by_key(bare(full(name)))
    assert [*mine] == [*theirs]
    for key, each in theirs.items():
        assert outcome(mine[key]) == outcome(each), key
        assert mine[key].lines == each.lines, key
        assert (mine[key].annual_cost, mine[key].saving) == (each.annual_cost, each.saving), key


def outcome(found: StructureResult) -> dict[str, Any]:
    """What a structure means for people, and the stages of its search."""
    fields = ("status", "people", "ring_fences", "groups", "bounds", "ties", "posts_deleted", "posts_created")
    return {field: getattr(found, field) for field in fields}


@pytest.mark.parametrize("name", CASES)
def test_other_hours_change_no_ones_outcome(name: str) -> None:
    """Today's posts at four fifths of full time: as many people, as many places, the same claims."""
    found = by_key(compared(shorter_hours(shipped(name)), options=STATED))
    for key, each in found.items():
        theirs = by_key(full(name))[key]
        assert (each.people, each.groups, each.ring_fences) == (theirs.people, theirs.groups, theirs.ring_fences), key


def values(found: StructureResult) -> tuple[str, list[tuple[str, int]], bool]:
    """How a search ended: the value of each goal in its turn, and whether other posts are equally good."""
    return found.status, [(bound.goal, bound.value) for bound in found.bounds], found.ties


@pytest.mark.parametrize("name", CASES)
def test_team_names_change_no_ones_outcome(name: str) -> None:
    """Names settle only which of equally good posts is shown; what it means for people stays where there is one."""
    mine, theirs = by_key(compared(other_teams(shipped(name)))), by_key(bare(full(name)))
    settled = 0
    for key, each in theirs.items():
        assert values(mine[key]) == values(each), key
        if not each.ties:
            settled += 1
            assert (mine[key].people, mine[key].groups) == (each.people, each.groups), key
            assert (mine[key].annual_cost, mine[key].saving) == (each.annual_cost, each.saving), key
    assert settled >= 3


@pytest.mark.parametrize("name", CASES)
def test_names_of_staff_groups_change_no_ones_outcome(name: str) -> None:
    """The same groups under names that sort the other way round."""
    case = other_groups(shipped(name))
    names = {row.job_title: row.group for row in case.scenario.groups}
    mine, theirs = by_key(compared(case)), by_key(bare(full(name)))
    for key, each in theirs.items():
        found = mine[key]
        assert (values(found), found.people, found.lines) == (values(each), each.people, each.lines), key
        renamed = {row.group: (row.people, row.displaced_low, row.displaced_high) for row in found.groups}
        assert renamed == {names[row.group]: (row.people, row.displaced_low, row.displaced_high) for row in each.groups}


def priced(scenario: Scenario) -> Scenario:
    """The case with an authority that says how it pays redundancy, so that service tables can be priced."""
    ceiling = Figure(value=66)
    policy = Policy(
        redundancy_multiplier_hundredths=Figure(value=150), redundancy_pay="actual", redundancy_ceiling_weeks=ceiling
    )
    return scenario.model_copy(update={"policy": policy})


def serving(case: Case, years: int) -> Case:
    """The case with a service table in which everybody has served so long."""
    scenario = priced(case.scenario)
    groups = sorted({post.title for post in scenario.posts})
    rows = tuple(
        ServiceBand(
            group=group,
            age_low=35,
            age_high=58,
            service_years=years,
            pay_pence=Figure(value=2_700_000),
            people=Figure(value=20),
        )
        for group in groups
    )
    return Case(scenario=scenario, sealed=Sealed(service=rows))


@pytest.mark.parametrize("name", CASES)
def test_sealed_tables_reach_nothing_but_the_one_off_cost(name: str) -> None:
    """Two years' service or nineteen: the same posts, work, places and stages to the byte; another one-off cost."""
    case, options = serving(shipped(name), 2), ("as proposed", DESIGN[name])
    few, without = (compared(each, options=options) for each in (case, replace(case, sealed=Sealed())))
    many = compared(serving(shipped(name), 19), options=options)
    assert by_key(few)["as proposed", few.structures[0].branch, None].one_off is not None
    assert text(_unpriced(few)) == text(_unpriced(many)) == text(_unpriced(without))
    assert [s.one_off for s in few.structures] != [s.one_off for s in many.structures]


ONE_OFF = ("one_off", "payback_years", "pays_back")
"""What the sealed tables may reach."""


def _unpriced(comparison: Comparison) -> Comparison:
    plain = tuple(s.model_copy(update=dict.fromkeys(ONE_OFF)) for s in comparison.structures)
    return comparison.model_copy(update={"structures": plain})


@pytest.mark.parametrize("name", CASES)
def test_twice_the_money_is_twice_the_cost_and_the_saving(name: str) -> None:
    """Posts, people and work stay; every figure of money doubles, to a penny a post of rounding."""
    mine, theirs = by_key(compared(doubled(shipped(name)))), by_key(bare(full(name)))
    for key, each in theirs.items():
        found = mine[key]
        assert (found.people, found.posts, found.coverage) == (each.people, each.posts, each.coverage), key
        if each.annual_cost is None or each.saving is None:
            assert (found.status, found.saving) == (each.status, None)
            continue
        rounding = 0.02 * (each.posts or 0)
        assert found.annual_cost == pytest.approx(2 * each.annual_cost, abs=rounding), key
        assert found.saving == pytest.approx(2 * each.saving, abs=rounding), key
        assert found.annual_cost > 0


VARIATIONS: list[Callable[[Case], Case]] = [cut, shorter_hours, other_teams, other_groups, doubled]


@pytest.mark.parametrize("name", CASES)
def test_each_variation_says_something_else(name: str) -> None:
    """A variation that changed nothing would prove nothing."""
    case = shipped(name)
    assert all(variation(case).scenario != case.scenario for variation in VARIATIONS)
    assert shuffled(case, 1).scenario != shuffled(case, 2).scenario
