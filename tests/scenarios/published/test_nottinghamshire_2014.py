"""Nottinghamshire 2014: the printed figures come out of the comparison, and move when a cell does.

Change this when the report's figures are read in another way.
"""

from typing import Any

import pytest

from scenarios.comparing.result import StructureResult
from solver.rules import RULES
from tests.scenarios.library.shipped import known, shipped
from tests.scenarios.published.compared import changed, designs, result, with_cell

NAME = "nottinghamshire-2014"
OFFICER = "Community Services Partnership Officer"
BRANCHES = ("Band A", "Grade 5")
DESIGNS = [(option, branch) for option in ("model A", "model B", "model C") for branch in BRANCHES]


def parts(found: StructureResult) -> dict[tuple[str, str], float | None]:
    """Parts of a saving in pounds, by source and effect."""
    return {(part.source, part.effect): part.pounds for part in found.saving_by_source}


def test_todays_budget() -> None:
    """Para 7: 76,500 + 449,000 + 210,000 = 735,500 for 27 FTE."""
    found = result(NAME, "no change")
    assert (found.annual_cost, found.fte, found.saving) == (735_500, 27.0, 0)
    assert {line.role: line.annual_cost for line in found.lines} == {
        "Team Manager": 76_500,
        "Service Organiser": 449_000,
        "Business Support Officer": 210_000,
    }


def test_the_proposed_team_at_band_a() -> None:
    """Paras 16 and 32: 349,000 for 11 FTE saves 386,500 a year."""
    found = result(NAME, "as proposed", branch="Band A")
    assert (found.annual_cost, found.fte, found.saving) == (349_000, 11.0, 386_500)
    assert (result(NAME, "no change").fte or 0) - (found.fte or 0) == 16


def test_where_the_saving_comes_from_at_band_a() -> None:
    """25,500 managers + 269,400 nine officers fewer - 38,400 six dearer ones + 130,000 support."""
    assert parts(result(NAME, "as proposed", branch="Band A")) == {
        ("managers", "posts"): 25_500,
        ("officers", "posts"): 269_400,
        ("officers", "unit_cost"): -38_400,
        ("support", "posts"): 130_000,
    }


def test_the_saving_at_grade_5() -> None:
    """Six fifteenths of 449,000 for the six officers: 310,600, a saving of 424,900, none of it by a dearer grade."""
    found = result(NAME, "as proposed", branch="Grade 5")
    assert (found.annual_cost, found.fte, found.saving) == (310_600, 11.0, 424_900)
    assert parts(found) == {
        ("managers", "posts"): 25_500,
        ("officers", "posts"): 269_400,
        ("support", "posts"): 130_000,
    }


def test_the_saving_of_a_full_year_stands_in_every_year_shown() -> None:
    """The structure starts with the financial year, so no year is cut."""
    found = result(NAME, "as proposed", branch="Band A")
    assert found.saving_by_year == dict.fromkeys(("2015/16", "2016/17", "2017/18"), 386_500.0)


def test_the_programmes_target_is_carried_as_printed() -> None:
    """865,000 is quoted: staffing is one part of it, so no answer is held to it."""
    scenario = shipped(NAME).scenario
    assert [known(row.amount_pence) for row in scenario.quoted if "target" in row.what] == [86_500_000]
    assert scenario.limits.saving_target_pence is None


def test_check_finds_the_grade_that_the_report_gives_twice() -> None:
    """Band A in the cost table, Grade 5 in the recommendation."""
    (doubt,) = (doubt for doubt in shipped(NAME).doubts if doubt.sheet != "work.csv")
    assert (doubt.sheet, doubt.code) == ("grade_branches.csv", "open-grade")
    assert OFFICER in doubt.message
    assert "Band A or Grade 5" in doubt.message


CELLS: list[tuple[str, dict[str, Any], str, tuple[float, float, float]]] = [
    ("posts", {"title": "Team Manager"}, "cost_pence", (1, 0, 1)),
    ("posts", {"title": "Service Organiser"}, "cost_pence", (1, 0, 1)),
    ("posts", {"title": "Business Support Officer"}, "cost_pence", (1, 0, 1)),
    ("proposed", {"title": "Team Manager"}, "cost_pence", (0, 1, -1)),
    ("proposed", {"title": OFFICER, "branch": "Band A"}, "cost_pence", (0, 1, -1)),
    ("proposed", {"title": "Business Support Officer/Assistant"}, "cost_pence", (0, 1, -1)),
]


@pytest.mark.parametrize(("sheet", "where", "field", "moves"), CELLS)
def test_one_pound_in_a_row_is_one_pound_in_the_figure(
    sheet: str, where: dict[str, Any], field: str, moves: tuple[float, float, float]
) -> None:
    """A row's cost changed by £1 moves cost today, cost as proposed or the saving by £1; the parts still add up."""
    as_is, proposed, _ = changed(NAME, with_cell(sheet, where, field, 100))
    assert proposed.branch == "Band A"
    was = (735_500, 349_000, 386_500)
    found = (as_is.annual_cost or 0, proposed.annual_cost or 0, proposed.saving or 0)
    assert tuple(now - before for now, before in zip(found, was, strict=True)) == moves
    assert sum(part or 0 for part in parts(proposed).values()) == pytest.approx(proposed.saving, abs=0.001)
    assert parts(proposed) != parts(result(NAME, "as proposed", branch="Band A"))


def test_one_pound_in_a_grade_moves_the_branch_that_it_prices() -> None:
    """£15 on the 15 organisers' printed total is £1 on each of the six officers at Grade 5, and nothing at Band A."""
    change = with_cell("grades", {"grade": "Grade 5"}, "all_in_cost_pence", 1500)
    _, band_a, grade_5 = changed(NAME, change)
    assert (band_a.annual_cost, grade_5.annual_cost) == (349_000, 310_606)


def test_fte_in_a_row_moves_the_parts_of_the_saving() -> None:
    """14 FTE of organisers for the same money: dearer FTE today, so fewer pounds from posts and less from the grade."""
    _, proposed, _ = changed(NAME, with_cell("posts", {"title": "Service Organiser"}, "milli_fte", -1000))
    found = parts(proposed)
    assert found["officers", "posts"] == round(449_000 * 8 / 14, 2)
    assert found["officers", "unit_cost"] == round(231_000 - 449_000 * 8 / 14, 2)


@pytest.mark.parametrize(("option", "branch"), DESIGNS)
def test_no_design_leaves_more_work_uncovered_than_the_proposal(option: str, branch: str) -> None:
    """Under the default order, weighted as the planner weighs it, and in FTE."""
    mine, theirs = (
        result(NAME, option, branch=branch, anchor="people_first"),
        result(NAME, "as proposed", branch=branch),
    )
    assert mine.provenance.goals[0] == ("uncovered", 0)
    assert (mine.uncovered_fte or 0) <= (theirs.uncovered_fte or 0)
    assert weighted(mine) <= weighted(theirs)


def weighted(found: StructureResult) -> float:
    """Uncovered FTE, each as often as it counts."""
    weights = {w.work: 1 if w.weight is None else known(w.weight) for w in shipped(NAME).scenario.work}
    return sum(weights[block.work] * (block.demand - block.delivered) for block in found.coverage)


@pytest.mark.parametrize(("option", "branch"), DESIGNS)
def test_no_design_leaves_uncovered_a_block_that_the_proposal_covers_in_full(option: str, branch: str) -> None:
    """Block by block: work that the published structure does in full, every designed one does in full."""
    mine, theirs = (
        result(NAME, option, branch=branch, anchor="people_first"),
        result(NAME, "as proposed", branch=branch),
    )
    covered = {block.work for block in theirs.coverage if block.delivered == block.demand}
    assert len(covered) >= 7
    assert [
        (b.work, b.demand - b.delivered) for b in mine.coverage if b.work in covered and b.delivered < b.demand
    ] == []


def test_designs_have_no_more_spare_time_than_allowed_and_no_finding() -> None:
    """The checker has judged every design by every rule, the claim order among them; half an FTE may be spare."""
    assert "stronger_claim_first" in {rule.name for rule in RULES}
    found = [s for anchor in ("people_first", "money_first", "improved") for s in designs(NAME, anchor)]
    built = [s for s in found if s.status == "designed"]
    assert len(built) >= 12
    for each in built:
        assert each.verdict is not None
        assert (each.verdict.ok, each.verdict.findings) == (True, ())
        assert 0 <= (each.idle_fte or 0) <= 0.5


def test_designs_cost_no_more_than_the_cheaper_of_today_and_the_proposal() -> None:
    """The default ceiling: £349,000 at Band A and £310,600 at Grade 5, to the penny a post."""
    for each in designs(NAME, "people_first"):
        theirs = result(NAME, "as proposed", branch=each.branch)
        assert each.annual_cost is not None
        assert theirs.annual_cost is not None
        assert each.annual_cost <= theirs.annual_cost + 0.01 * (each.posts or 0)


def test_what_an_improved_design_improves_on() -> None:
    """No worse than the proposal on work, people and cost; without a structure it says that none exists."""
    for each in designs(NAME, "improved"):
        theirs = result(NAME, "as proposed", branch=each.branch)
        if each.status == "infeasible":
            (why,) = each.reasons
            assert why.startswith(f"No structure of this option matches 'as proposed ({each.branch})'")
            continue
        assert each.people is not None
        assert theirs.people is not None
        assert weighted(each) <= weighted(theirs) + 1e-9
        assert each.people.displaced_at_least <= theirs.people.displaced_at_least
        assert (each.annual_cost or 0) <= (theirs.annual_cost or 0) + 0.01 * (each.posts or 0)
