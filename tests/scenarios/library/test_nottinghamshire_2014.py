"""Nottinghamshire 2014: the printed figures come out of the rows, in both branches."""

from fractions import Fraction

import pytest

from scenarios.comparing.answers import Answer, Asking, answers
from scenarios.compiling.arrangement import arrangements
from scenarios.compiling.unit_costs import unit_costs
from scenarios.money.saving import saving_by_source
from tests.scenarios.library.shipped import known, shipped

NAME = "nottinghamshire-2014"
OFFICER = "Community Services Partnership Officer"


@pytest.fixture(scope="module")
def stated() -> dict[str, Answer]:
    """No change and the proposal in both branches, filled in and judged."""
    found = answers(shipped(NAME).scenario, Asking(options=("no change", "as proposed")))
    return {answer.question.arrangement.name: answer for answer in found.shown}


def test_todays_lines_add_up_to_the_printed_budget() -> None:
    """76,500 + 449,000 + 210,000 = 735,500 for 1.5 + 15 + 10.5 = 27 FTE, all as published."""
    posts = shipped(NAME).scenario.posts
    assert sum(known(post.cost_pence) for post in posts) == 73_550_000
    assert sum(known(post.milli_fte) for post in posts) == 27_000
    assert {post.cost_pence.basis for post in posts if post.cost_pence is not None} == {"published"}
    assert {post.milli_fte.basis for post in posts if post.milli_fte is not None} == {"published"}
    assert {post.people.basis for post in posts if post.people is not None} == {"assumed"}


@pytest.mark.parametrize("branch", ["Band A", "Grade 5"])
def test_the_proposed_team_is_eleven_fte_in_either_branch(branch: str) -> None:
    """1 + 6 + 4: the grade does not change the posts."""
    lines = [line for line in shipped(NAME).scenario.proposed if line.branch in (None, branch)]
    assert sum(known(line.milli_fte) for line in lines) == 11_000


def test_the_proposed_lines_add_up_to_the_printed_cost_at_band_a() -> None:
    """51,000 + 218,000 + 80,000 = 349,000."""
    lines = [line for line in shipped(NAME).scenario.proposed if line.branch in (None, "Band A")]
    assert sum(known(line.cost_pence) for line in lines) == 34_900_000


def test_six_officers_at_grade_5_cost_six_fifteenths_of_the_organisers() -> None:
    """449,000 for 15 FTE gives 179,600 for 6, exactly; the report prints no cost for this branch."""
    laid = next(a for a in arrangements(shipped(NAME).scenario) if a.name == "as proposed (Grade 5)")
    assert unit_costs(laid.scenario)[OFFICER].pence_per_fte == Fraction(44_900_000, 15)
    assert Fraction(44_900_000, 15) * 6 == 17_960_000
    assert next(line for line in laid.scenario.proposed if line.title == OFFICER).cost_pence is None


def test_the_quoted_figures_are_those_the_rows_give(stated: dict[str, Answer]) -> None:
    """735,500, 349,000 and their difference, 386,500, as the report prints them."""
    totals = {name: answer.ledger.total().pence for name, answer in stated.items() if answer.ledger is not None}
    before, after = totals["no change"], totals["as proposed (Band A)"]
    assert before is not None
    assert after is not None
    quoted = {
        row.what: known(row.amount_pence) for row in shipped(NAME).scenario.quoted if row.amount_pence is not None
    }
    assert quoted["Staffing budget today"] == before
    assert quoted["Cost of the proposed team"] == after
    assert quoted["Staffing saving"] == before - after == 38_650_000
    assert quoted["Savings target of the whole programme"] == 86_500_000


def test_the_saving_comes_from_managers_officers_grade_and_support(stated: dict[str, Answer]) -> None:
    """386,500 = 25,500 + 269,400 - 38,400 + 130,000, because families set the new officers against the organisers."""
    as_is, proposed = stated["no change"], stated["as proposed (Band A)"]
    assert as_is.ledger is not None
    assert proposed.ledger is not None
    roles = proposed.question.arrangement.scenario.roles
    families = {role.role: role.family or role.role for role in roles}
    found = saving_by_source(as_is.ledger, proposed.ledger, sources=families)
    assert {(part.source, part.effect): part.pence for part in found.parts} == {
        ("managers", "posts"): 2_550_000,
        ("officers", "posts"): 26_940_000,
        ("officers", "unit_cost"): -3_840_000,
        ("support", "posts"): 13_000_000,
    }


def test_the_three_models_are_designed_in_both_branches() -> None:
    """Two are set aside with the authors' reason; the given structure is the recommended one; all improve on it."""
    options = {option.option: option for option in shipped(NAME).scenario.options}
    assert {name: (option.kind, option.standing) for name, option in options.items()} == {
        "no change": ("no change", "live"),
        "as proposed": ("given", "recommended"),
        "model A": ("designed", "set aside"),
        "model B": ("designed", "set aside"),
        "model C": ("designed", "live"),
    }
    for option in options.values():
        assert (option.reason is not None) == (option.standing != "live")
        assert option.branches == (() if option.kind == "no change" else ("Band A", "Grade 5"))


def test_brokerage_ends_as_published() -> None:
    """The end is the report's word, the share of time it takes is a guess."""
    work = next(work for work in shipped(NAME).scenario.work if work.work.startswith("Brokerage"))
    assert work.happens is not None
    assert work.happens.kind == "ends"
    assert work.happens.change_basis_points is not None
    assert work.happens.change_basis_points.basis == "published"


def test_band_a_is_a_promotion_from_grade_5() -> None:
    """Ranks are of one pay system, so the two branches differ for people; they are assumed and marked."""
    grades = {grade.grade: grade for grade in shipped(NAME).scenario.grades}
    ranks = [grades[name].rank for name in ("Business support grade", "Grade 5", "Band A", "Band D")]
    assert ranks == sorted(ranks, key=lambda rank: rank or 0)
    assert len({*ranks}) == 4
    assert len({grade.pay_system for grade in grades.values()}) == 1
    assert all("rank" in grade.assumed for grade in grades.values())
