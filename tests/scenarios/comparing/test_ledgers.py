"""Every penny is a line: printed totals as printed, other lines rounded once, and totals that are the sum."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.comparing.ledgers import ledger_of
from scenarios.compiling.problem import Question
from scenarios.money.ledger import Ledger
from scenarios.money.pence import round_half_up
from scenarios.schema.figure import UNKNOWN
from scenarios.schema.grades import Grade
from scenarios.schema.other_costs import OtherCost
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from scenarios.schema.teams import Team
from solver.structure import Structure
from tests.scenarios.claims.small_question import later, line, scenario
from tests.scenarios.compiling.services import asked, change, guess, head, known, work

TEAMS = (Team(team="North"), Team(team="South"))


def service(*posts: Any, proposed: Any = (), **sheets: Any) -> Scenario:
    """Posts in two teams, and a role of officers at £30,000."""
    roles = sheets.pop("roles", (Role(role="Officer", cost_pence=known(3_000_000), price_base="2020/21"),))
    return scenario(posts, proposed, **{"teams": TEAMS, "header": head(), "roles": roles, **sheets})


def ledger(case: Scenario, kind: str = "no change", year: int | None = None) -> Ledger:
    """The ledger of no change or of the posts given."""
    question = asked(case, kind, name="as given" if kind == "given" else None)
    return ledger_of(question, Structure(posts=question.posts or ()), year)


def test_a_printed_total_is_kept_whatever_a_post_costs() -> None:
    """It is published, at its own price base, whatever the role's unit cost says."""
    printed = line("Officer", "North", 3, cost_pence=known(8_999_999), price_base="2013/14", funding="Grant")
    (row,) = ledger(service(printed)).lines
    assert (row.pence, row.formula, row.basis) == (8_999_999, "line total as printed", "published")
    assert (row.count, row.milli_fte, row.price_base, row.funding) == (3, 3000, "2013/14", "Grant")


def test_a_guessed_total_is_not_called_published() -> None:
    """Nor is one that rests on a guessed unit cost."""
    guessed = guess(9_000_000, 8_000_000, 10_000_000)
    (row,) = ledger(service(line("Officer", "North", 3, cost_pence=guessed))).lines
    assert (row.basis, row.source) == ("assumed", "guessed for a test")
    role = Role(role="Officer", cost_pence=guess(3_000_000, 1, 9_000_000))
    (row,) = ledger(service(line("Officer", "North", 3), roles=(role,))).lines
    assert (row.pence, row.basis) == (9_000_000, "assumed")


def test_a_line_is_rounded_once_not_post_by_post() -> None:
    """2 of 3 posts printed at £100.01 are 66.67333 pounds: 66.67, though one alone is 33.34 rounded and 33.33 cut."""
    role = Role(role="Officer", cost_pence=known(10_001), cost_milli_fte=known(3000))
    (row,) = ledger(service(line("Officer", "North", 2), roles=(role,))).lines
    assert (row.pence, row.formula, row.basis) == (6667, "2 FTE at the unit cost", "derived")


def test_a_title_of_a_role_costs_what_the_role_costs() -> None:
    """And is named by its own title."""
    role = Role(role="Officer", cost_pence=known(3_000_000), job_titles=("Visiting Officer",))
    (row,) = ledger(service(line("Visiting Officer", "North", 2), roles=(role,))).lines
    assert (row.what, row.role, row.pence) == ("Visiting Officer", "Officer", 6_000_000)


def test_what_nothing_prices_is_not_known_and_leaves_no_total() -> None:
    """The known part is there, and the line that is not."""
    found = ledger(service(line("Officer", "North", 1), line("Chief", "North", 1, None)))
    assert [(row.role, row.pence, row.formula) for row in found.lines if row.pence is None] == [
        ("Chief", None, "not known")
    ]
    assert found.total().pence is None
    assert found.total().known_pence == 3_000_000


def test_a_spine_is_costed_person_by_person_at_the_years_rates() -> None:
    """11 posts of 10.5 FTE: ten whole and one half post, each with its own insurance; 47 pence of rounding apart."""
    grade = Grade(grade="Grade 5", spine="njc-2009", top_point=39)
    posts = line("Officer", "North", 11, milli_fte=known(10_500))
    case = service(posts, roles=(), grades=(grade,), header=head(pension_basis_points=known(2200), years=(2018,)))
    (row,) = ledger(case).lines
    whole = round_half_up(Fraction(3_522_900) * Fraction(122, 100) + Fraction(138, 1000) * (3_522_900 - 842_400))
    half = round_half_up(Fraction(1_761_450) * Fraction(122, 100) + Fraction(138, 1000) * (1_761_450 - 842_400))
    assert row.pence == 10 * whole + half
    assert row.formula == "10 x £46,678.47 + 1 x £22,757.98"
    (before,) = ledger(case, year=2017).lines
    assert before.pence is not None
    assert before.pence < row.pence
    (unknown,) = ledger(case, year=2030).lines
    assert unknown.pence is None


def test_a_given_structure_carries_todays_settled_posts() -> None:
    """Kept as printed; moved with its post; made another role: at that role's cost; gone: not there."""
    paid = {"cost_pence": known(2_900_000), "milli_fte": known(1000)}
    case = service(
        line("Officer", "North", 1, change=change("retained"), **paid),
        line("Officer", "North", 1, change=change("transferred", "South"), **paid),
        line("Clerk", "North", 1, None, change=change("re-designated", "Officer"), cost_pence=known(1)),
        line("Officer", "North", 1, change=change("transferred", "Elsewhere"), **paid),
        line("Officer", "North", 1, change=change("deleted"), **paid),
        proposed=[later("Officer", "South", 2)],
    )
    rows = [(row.what, row.team, row.count, row.pence) for row in ledger(case, "given").lines]
    assert rows == [
        ("Officer", "South", 2, 6_000_000),
        ("Officer", "North", 1, 2_900_000),
        ("Officer", "South", 1, 2_900_000),
        ("Officer", "North", 1, 3_000_000),
    ]


def other(what: str, pence: int | None, repeats: str = "recurring", option: str | None = None) -> OtherCost:
    """A cost that is no post."""
    amount = UNKNOWN if pence is None else known(pence)
    return OtherCost.model_validate({"what": what, "amount_pence": amount, "repeats": repeats, "option": option})


def test_other_costs_are_lines_of_the_options_they_belong_to() -> None:
    """Recurring ones; a one-off cost is no part of a year; income is below nought."""
    rows = (other("Rent", 500), other("Income", -200, option="as given"), other("Move", 9, "one-off"))
    case = service(line("Officer", "North", 1), proposed=[later("Officer", "North", 1)], other_costs=rows)
    assert [(r.what, r.pence) for r in ledger(case).lines] == [("Officer", 3_000_000), ("Rent", 500)]
    assert ledger(case, "given").total().pence == 3_000_300
    unknown = service(line("Officer", "North", 1), other_costs=(other("Rent", None),))
    assert ledger(unknown).total().pence is None


def designed(case: Scenario, counts: dict[str, int]) -> tuple[Question, Ledger]:
    """The ledger of a design with so many posts of each kind."""
    question = asked(case)
    return question, ledger_of(question, Structure(posts=tuple(sorted(counts.items()))))


def test_a_designed_line_says_how_it_came_about() -> None:
    """So many posts of a size, at what one FTE costs; by FTE it is rounded once, as a given line is."""
    role = Role(role="Officer", cost_pence=known(44_900_000), cost_milli_fte=known(15_000), price_base="2013/14")
    case = service(line("Officer", "North", 15), roles=(role,), work=(work("Visits", 9000),))
    _, found = designed(case, {"Officer in North, 1 FTE": 6, "Officer in North, 0.5 FTE": 1})
    assert [(r.pence, r.formula, r.count, r.milli_fte, r.price_base) for r in found.lines] == [
        (1_496_667, "1 x 0.5 FTE at £29,933.33 for one FTE", 1, 500, "2013/14"),
        (17_960_000, "6 x 1 FTE at £29,933.33 for one FTE", 6, 6000, "2013/14"),
    ]


def test_a_designed_line_of_a_spine_and_one_that_nobody_can_cost() -> None:
    """Posts times what one costs in the year; or not known."""
    grade = Grade(grade="Grade 5", spine="njc-2009", top_point=39)
    facts = {"roles": (), "grades": (grade,), "work": (work("Visits", 9000),)}
    for years, pence, formula in (
        ((2018,), 2 * 4_667_847, "2 x £46,678.47 (1 FTE each)"),
        ((2030,), None, "not known"),
    ):
        header = head(pension_basis_points=known(2200), years=years)
        _, found = designed(
            service(line("Officer", "North", 3), header=header, **facts), {"Officer in North, 1 FTE": 2}
        )
        assert [(r.pence, r.formula) for r in found.lines] == [(pence, formula)]
    bare = service(line("Officer", "North", 3), roles=(), work=(work("Visits", 9000),))
    (row,) = designed(bare, {"Officer in North, 1 FTE": 2})[1].lines
    assert (row.pence, row.formula, row.source, row.basis) == (None, "not known", "", "assumed")


COSTS = st.integers(1, 9_000_000)


@settings(max_examples=60, deadline=None)
@given(COSTS, st.integers(1, 40), st.integers(0, 9), st.integers(0, 1), st.one_of(st.none(), COSTS))
def test_totals_are_sums_and_never_above_the_searchs_count_by_a_penny_a_post(
    cost: int, fte: int, whole: int, half: int, rent: int | None
) -> None:
    """Whatever a post costs: the total is the sum of its lines, and at most a penny a post above what was searched."""
    role = Role(role="Officer", cost_pence=known(cost), cost_milli_fte=known(100 * fte))
    costs = () if rent is None else (other("Rent", rent),)
    case = service(line("Officer", "North", 3), roles=(role,), work=(work("Visits", 9000),), other_costs=costs)
    counts = {"Officer in North, 1 FTE": whole, "Officer in North, 0.5 FTE": half}
    question, found = designed(case, {kind: n for kind, n in counts.items() if n})
    total = found.total().pence
    assert total == sum(row.pence or 0 for row in found.lines)
    searched = sum(question.problem.kind[kind].cost_pence * n for kind, n in counts.items()) + (rent or 0)
    assert total is not None
    assert 0 <= total - searched <= whole + half


@pytest.mark.parametrize("kind", ["no change", "given"])
def test_a_line_for_each_row(kind: str) -> None:
    """Rows are not put together: each keeps its source."""
    case = service(
        line("Officer", "North", 1, source="page 1"),
        line("Officer", "North", 1, source="page 2"),
        proposed=[later("Officer", "North", 1), later("Officer", "North", 1)],
    )
    assert [row.count for row in ledger(case, kind).lines] == [1, 1]


def test_a_line_says_which_posts_were_priced_and_on_which_budget() -> None:
    """Two and a half FTE in three posts are two of 1 and one of 0.5; a printed total prices no posts."""
    priced = line("Officer", "North", 3, milli_fte=known(2_500), cost_centre="A100")
    printed = line("Officer", "South", 3, cost_pence=known(8_999_999), cost_centre="B200")
    rows = {row.team: row for row in ledger(service(priced, printed)).lines}
    assert (rows["North"].sizes, rows["North"].cost_centre) == (((1000, 2), (500, 1)), "A100")
    assert (rows["South"].sizes, rows["South"].cost_centre) == ((), "B200")
    (unknown,) = ledger(service(line("Officer", "North", 3), roles=(Role(role="Officer"),))).lines
    assert (unknown.pence, unknown.sizes) == (None, ())
