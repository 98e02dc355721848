"""Every option answered: anchors, ceilings, the option improved on, and options that do not exist."""

from dataclasses import replace
from typing import Any

import pytest

from scenarios.comparing.answers import Asking, answers, asks, default_ceiling, improves
from scenarios.comparing.stated import stated_options
from scenarios.compiling.arrangement import arrangements
from scenarios.schema.cost_centres import CostCentre
from scenarios.schema.figure import UNKNOWN
from scenarios.schema.grade_branches import GradeBranch
from scenarios.schema.limits import Goal, Limits
from scenarios.schema.proposed import ProposedPost
from scenarios.schema.roles import Role
from solver.engine import Settings, Stop
from solver.outcome import Designed, Infeasible, Undecided
from solver.search import Watch
from tests.scenarios.claims.small_question import later, line
from tests.scenarios.comparing.small import OFFICER, OPTIONS, answered, posts_of, results, service
from tests.scenarios.compiling.services import able, change, known, option, work

WHOLE, HALF = "Officer in North, 1 FTE", "Officer in North, 0.5 FTE"
CLERK = Role(role="Clerk", grade="Grade 8", cost_pence=known(2_000_000))
WASTEFUL = {
    "posts": [line("Officer", "North", 4), line("Clerk", "North", 1, "Grade 8", people=0)],
    "proposed": [later("Officer", "North", 2), later("Clerk", "North", 1, "Grade 8")],
    "roles": (OFFICER, CLERK),
    "able": (able("Clerk", Visits=0),),
}
"""The proposal keeps a vacant clerk's post, which no work needs and nobody may claim."""


def test_three_anchors_of_a_design_and_one_answer_of_what_is_stated() -> None:
    """In the order of options; two officers cover 2.0 FTE, and a third would have more idle time than allowed."""
    found = answered(service())
    assert list(found) == [
        ("no change", "", None),
        ("as given", "", None),
        ("designed", "", "people_first"),
        ("designed", "", "money_first"),
        ("designed", "", "improved"),
    ]
    assert posts_of(found["no change", "", None]) == {WHOLE: 4}
    assert posts_of(found["as given", "", None]) == {WHOLE: 2}
    assert posts_of(found["designed", "", "people_first"]) == {WHOLE: 2}
    assert posts_of(found["designed", "", "money_first"]) == {WHOLE: 2}


def test_where_nothing_improves_it_says_so() -> None:
    """The proposal already covers all, displaces two, and costs no more than it must."""
    none = answered(service())["designed", "", "improved"]
    assert (none.structure, none.verdict, none.ledger) == (None, None, None)
    assert isinstance(none.outcome, Infeasible)
    assert none.reasons == (
        "No structure of this option matches 'as given' on work, people and cost and does better on one.",
    )


def test_a_wasteful_proposal_is_improved_on() -> None:
    """Without the clerk's post: the same work and people for £20,000 less, and no other post changed."""
    found = answered(service(**WASTEFUL))["designed", "", "improved"]
    assert posts_of(found) == {WHOLE: 2}
    assert found.verdict is not None
    assert (found.verdict.values["cost"], found.verdict.values["displaced"]) == (6_000_000, 2)
    assert found.verdict.values["posts_changed"] == 1
    assert found.reasons == ()


def test_an_improvement_on_cost_is_one_in_the_structure_shown() -> None:
    """Two advisers save £1,200; one adviser and one officer change less and save £600, which is no improvement."""
    case = service(
        posts=[line("Officer", "North", 2, people=0)],
        roles=(OFFICER, Role(role="Adviser", cost_pence=known(2_940_000))),
        work=(work("Visits", 2000),),
        able=(able("Officer", Visits=10_000), able("Adviser", Visits=10_000)),
    )
    found = answered(case)["designed", "", "improved"]
    assert posts_of(found) == {"Adviser in North, 1 FTE": 2}
    assert found.verdict is not None
    assert found.verdict.values["cost"] == 5_880_000


@pytest.mark.parametrize(
    ("mine", "expected"),
    [
        ({"uncovered": 0, "displaced": 2, "cost": 900_000}, False),
        ({"uncovered": 0, "displaced": 2, "cost": 899_999}, True),
        ({"uncovered": 0, "displaced": 1, "cost": 1_000_000}, True),
        ({"uncovered": 1, "displaced": 2, "cost": 1_000_000}, False),
    ],
)
def test_better_is_by_more_than_the_tolerance_on_cost(mine: dict[str, int], expected: bool) -> None:  # noqa: FBT001
    """£1,000 less is not better, a penny more is; one person is."""
    assert improves(mine, {"uncovered": 0, "displaced": 2, "cost": 1_000_000}) is expected


def test_the_option_to_improve_on_is_named_else_recommended_else_the_first_live() -> None:
    """Three proposals; the improved anchor is set against one, and one set aside only where it must."""

    def of(name: str) -> ProposedPost:
        return ProposedPost(option=name, title="Officer", team="North", grade="Grade 5", posts=known(2))

    names = ("a", "b", "c")
    for against, standings, expected in (
        ("c", {"b": "recommended"}, "c"),
        (None, {"b": "recommended"}, "b"),
        (None, {}, "a"),
        (None, {"a": "set aside"}, "b"),
        ("a", {"a": "set aside"}, "a"),
        (None, dict.fromkeys(names, "set aside"), "a"),
    ):
        rows = tuple(option("given", name=n, standing=standings.get(n, "live")) for n in names)
        case = service(proposed=[of(n) for n in names], options=(*rows, option("designed", name="d", against=against)))
        laid = next(a for a in arrangements(case) if a.option.option == "d")
        (improved,) = [a for a in asks(case, laid, stated_options(case)) if a.anchor == "improved"]
        assert improved.target is not None
        assert improved.target.arrangement.option.option == expected


def test_without_a_proposal_or_its_cost_there_is_nothing_to_improve_on() -> None:
    """Nor is there money first where no cost is known."""
    bare = service(proposed=[], options=(OPTIONS[0], option("designed", name="designed")))
    assert {anchor for _, _, anchor in answered(bare)} == {None, "people_first", "money_first"}
    unpriced = service(roles=(Role(role="Officer", grade="Grade 5"),))
    found = answered(unpriced)
    assert {anchor for _, _, anchor in found} == {None, "people_first"}
    assert found["designed", "", "people_first"].question.unknown == ("cost of Officer",)


def test_money_first_needs_both_goals_in_the_order() -> None:
    """An order without people has nothing to change places with cost."""
    limits = Limits(goals=(Goal(name="uncovered"), Goal(name="cost", within=100_000)))
    assert {anchor for _, _, anchor in answered(service(limits=limits))} == {None, "people_first", "improved"}


def test_people_first_and_money_first_part_where_people_cost_money() -> None:
    """2.2 FTE of work at 2.5 FTE of posts: three whole posts keep three people; two and a half post cost less.

    Three officers would be idle for 0.8 FTE, so they fit only where 0.8 is allowed.
    """
    limits = Limits(spare_milli_fte=known(800), ceiling_pence=known(12_000_000))
    found = answered(service(work=(work("Visits", 2200),), able=(able("Officer", Visits=10_000),), limits=limits))
    assert posts_of(found["designed", "", "people_first"]) == {WHOLE: 3}
    assert posts_of(found["designed", "", "money_first"]) == {HALF: 1, WHOLE: 2}


GOES = change("transferred", "Elsewhere")
FREE = (line("Clerk", "North", 9, "Grade 8", counts_to_ceiling=False),)


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        ({}, 6_000_000),
        ({"proposed": [later("Officer", "North", 7)]}, 12_000_000),
        ({"proposed": [later("Chief", "North", 1, None)]}, 12_000_000),
        ({"posts": [line("Officer", "North", 4), line("Chief", "North", 1, None)]}, 6_000_000),
        ({"roles": (Role(role="Officer"),)}, None),
        ({"options": (OPTIONS[0], option("given", name="as given", standing="set aside"))}, 12_000_000),
        ({"posts": [line("Officer", "North", 1), line("Officer", "North", 9, change=GOES)]}, 3_000_000),
        ({"posts": [line("Officer", "North", 1), *FREE], "proposed": [later("Officer", "North", 2)]}, 3_000_000),
        ({"proposed": [later("Officer", "North", 1), later("Clerk", "North", 9, counts_to_ceiling=False)]}, 3_000_000),
        ({"limits": Limits(ceiling_pence=known(9_000_000))}, 9_000_000),
        ({"limits": Limits(ceiling_pence=UNKNOWN)}, 6_000_000),
        ({"cost_centres": (CostCentre(cost_centre="A", amount_pence=known(8_000_000)),)}, 8_000_000),
    ],
    ids=[
        "given",
        "no change",
        "given unknown",
        "no change unknown",
        "unknown",
        "set aside",
        "transferred",
        "today not counted",
        "proposed not counted",
        "stated",
        "stated as ?",
        "centres",
    ],
)
def test_the_ceiling_is_stated_or_the_cheaper_of_today_and_the_proposal(
    sheets: dict[str, Any], expected: int | None
) -> None:
    """What is not known bounds nothing."""
    case = service(**sheets)
    assert default_ceiling(case, stated_options(case), "")[0] == expected


def test_payback_is_set_against_today_without_what_moves_out() -> None:
    """Nine officers are transferred elsewhere: their cost is no saving, in the search as in the result."""
    case = service(posts=[line("Officer", "North", 4), line("Officer", "North", 9, change=GOES)])
    found = answered(case)["designed", "", "people_first"]
    assert found.question.problem.limits.as_is_pence == 12_000_000
    assert (
        results(case)["designed", "people_first"].saving
        == 120_000 - results(case)["designed", "people_first"].annual_cost
    )


def test_payback_counts_posts_outside_the_ceiling() -> None:
    """Clerks that do not count to the ceiling are paid all the same, today and afterwards."""
    case = service(posts=[line("Officer", "North", 4), *FREE], roles=(OFFICER, CLERK))
    assert answered(case)["designed", "", "people_first"].question.problem.limits.as_is_pence == 30_000_000


def test_the_ceiling_looks_at_its_own_branch() -> None:
    """A proposal cheaper in another branch says nothing here."""
    rows = tuple(GradeBranch(branch=name, role="Adviser", grade=name) for name in ("Grade 4", "Grade 6"))
    lines = [
        later("Adviser", "North", 1, grade, branch=grade, milli_fte=known(1000), cost_pence=known(cost))
        for grade, cost in (("Grade 4", 2_000_000), ("Grade 6", 5_000_000))
    ]
    case = service(proposed=lines, grade_branches=rows)
    stated = stated_options(case)
    assert default_ceiling(case, stated, "Grade 4") == (2_000_000, "as given")
    assert default_ceiling(case, stated, "Grade 6") == (5_000_000, "as given")


def test_the_proposal_itself_always_fits_the_default_ceiling() -> None:
    """Three posts printed at £100.01: a design of the same three posts is not a penny too dear."""
    role = OFFICER.model_copy(update={"cost_pence": known(10_001), "cost_milli_fte": known(3000)})
    case = service(
        proposed=[later("Officer", "North", 3, milli_fte=known(3000), cost_pence=known(10_001))],
        roles=(role,),
        work=(work("Visits", 3000),),
        able=(able("Officer", Visits=10_000),),
    )
    found = answered(case)["designed", "", "people_first"]
    assert posts_of(found) == {WHOLE: 3}
    assert found.ledger is not None
    assert found.ledger.total().pence == 10_001


def test_options_asked_for_by_name() -> None:
    """Only those are shown; no change is worked out all the same, to set them against."""
    found = answers(service(), Asking(options=("as given",)))
    assert [a.question.arrangement.option.option for a in found.shown] == ["as given"]
    assert found.as_is.question.arrangement.option.kind == "no change"


def test_no_change_need_not_be_an_option() -> None:
    """Every saving is set against it."""
    found = answers(service(options=(option("given", name="as given"),)))
    assert [a.question.arrangement.option.option for a in found.shown] == ["as given"]
    assert posts_of(found.as_is) == {WHOLE: 4}


@pytest.mark.parametrize("asking", [Asking(options=("no chnage", "as given")), Asking(near="as givn")])
def test_an_option_that_does_not_exist_is_a_key_error(asking: Asking) -> None:
    """It is named, so that the door can say which."""
    with pytest.raises(KeyError, match=r"no chnage|as givn"):
        answers(service(), asking)


def test_near_counts_change_from_the_option_consulted_on() -> None:
    """From today two posts go; from the proposal none changes, and from no change two do."""
    for near, expected in ((None, 2), ("as given", 0), ("no change", 2)):
        found = answered(service(), Asking(near=near))["designed", "", "people_first"]
        assert found.verdict is not None
        assert found.verdict.values["posts_changed"] == expected
    own = service(options=(*OPTIONS[:2], option("designed", name="designed", near="as given")))
    verdict = answered(own)["designed", "", "people_first"].verdict
    assert verdict is not None
    assert verdict.values["posts_changed"] == 0


def test_a_design_that_nothing_fits_says_why() -> None:
    """2 FTE of statutory work and a ceiling of £10,000."""
    limits = Limits(ceiling_pence=known(1_000_000))
    rows = (work("Visits", 2000, statutory=True),)
    found = answered(service(work=rows, able=(able("Officer", Visits=10_000),), limits=limits))
    answer = found["designed", "", "people_first"]
    assert isinstance(answer.outcome, Infeasible)
    assert answer.reasons
    assert answer.structure is None


def test_a_search_that_is_stopped_is_not_settled() -> None:
    """Stopped before it begins: undecided, never infeasible; what is stated is answered all the same."""
    stop = Stop()
    stop.ask()
    found = answered(service(), Asking(watch=Watch(settings=Settings(stop=stop))))
    answer = found["designed", "", "people_first"]
    assert isinstance(answer.outcome, Undecided)
    assert answer.reasons[0].startswith("Not settled: stopped")
    assert posts_of(found["as given", "", None]) == {WHOLE: 2}


def test_progress_names_each_search() -> None:
    """Option, branch and anchor, before it runs."""
    told: list[str] = []
    answers(service(), Asking(say=told.append))
    assert told == ["designed, people first", "designed, money first", "designed, improved"]


def test_the_same_answer_with_and_without_what_went_before() -> None:
    """Stages that two anchors share are solved once: asked alone, an anchor comes to the same."""
    case = service()
    both = answered(case)["designed", "", "money_first"]
    alone = answered(case, Asking(watch=replace(Watch(), memo={}), options=("designed",)))[
        "designed", "", "money_first"
    ]
    assert isinstance(both.outcome, Designed)
    assert both.outcome == alone.outcome
