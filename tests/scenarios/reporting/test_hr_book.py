"""The HR workbook: the particulars of section 188(4) with marked blanks, people as ranges, and nobody in particular."""

from datetime import date
from typing import Any

import pytest

from scenarios.comparing.answers import Asking
from scenarios.library import names, path_of
from scenarios.reading.load import load_case
from scenarios.reporting.hr_book.particulars import payments
from scenarios.reporting.hr_book.workbook import people_workbook_of
from scenarios.reporting.worked import worked_out
from scenarios.schema.figure import UNKNOWN
from scenarios.schema.grade_branches import GradeBranch
from scenarios.schema.policy import Policy
from scenarios.schema.posts import Post
from scenarios.schema.proposed import ProposedPost
from scenarios.schema.roles import Role
from scenarios.schema.sealed import Sealed
from scenarios.schema.service import ServiceBand
from scenarios.schema.teams import Team
from tests.scenarios.claims.small_question import GRADES, POLICY, later, line, scenario
from tests.scenarios.comparing.small import OPTIONS
from tests.scenarios.compiling.services import change, head, known, option
from tests.scenarios.reporting.recalculation import formulas_of, rows_of
from tests.scenarios.reporting.service import worked

SIGNED = date(2025, 4, 1)


def book(
    posts: list[Post] | None = None,
    proposed: list[ProposedPost] | None = None,
    *,
    sealed: Sealed | None = None,
    **sheets: Any,
) -> bytes:
    """Four officers, of whom two are proposed to stay."""
    today = [line("Officer", "North", 4)] if posts is None else posts
    then = [later("Officer", "North", 2)] if proposed is None else proposed
    plain: dict[str, Any] = {"teams": (Team(team="North"),), "header": head(), "options": OPTIONS[:2]}
    return people_workbook_of(worked(scenario(today, then, **{**plain, **sheets}), sealed))


def said(content: bytes, number: int = 2) -> dict[str, str]:
    """What the case states, by the letter of the Act."""
    return {cells[2] or "": cells[4] for cells in rows_of(content, "section 188") if cells[0] == number}


def of(content: bytes, sheet: str, number: int = 2) -> list[tuple[Any, ...]]:
    """The rows of a structure, without its number and title."""
    return [cells[2:] for cells in rows_of(content, sheet) if cells[0] == number]


@pytest.mark.parametrize("name", names())
def test_a_workbook_for_each_case_of_the_library(name: str) -> None:
    """Every structure that is not set aside has all nine particulars; same case, same bytes; no formula."""
    found = worked_out(load_case(path_of(name)))
    content = people_workbook_of(found)
    letters = [cells[2] for cells in rows_of(content, "section 188") if isinstance(cells[0], int)]
    structures = {cells[0] for cells in rows_of(content, "groups") if isinstance(cells[0], int)}
    assert letters == [None, *(f"({letter})" for letter in "abcdefghi")] * len(structures)
    assert people_workbook_of(found) == content
    assert formulas_of(content) == {}


def test_options_set_aside_are_left_out() -> None:
    """The reason for setting an option aside is not a reason for the proposals."""
    content = people_workbook_of(worked_out(load_case(path_of("nottinghamshire-2014"))))
    texts = {str(value) for cells in rows_of(content, "section 188") for value in cells}
    assert not any("Too little capacity" in text for text in texts)
    assert not any(text.startswith("model A") for text in texts)


def test_what_the_case_does_not_state_is_a_marked_blank() -> None:
    """Reasons, establishment, selection, procedure, payments: never made up."""
    found = said(book())
    assert found["(a)"] == "[to be written: the reasons for the proposals]"
    assert found["(b)"] == "2 to 4 people: Officer"
    assert found["(c)"] == "4 people in this case; [to be written: the establishment]"
    assert found["(d)"] == "[to be written: the method of selection]"
    assert found["(e)"].startswith("[to be written: the agreed procedure")
    assert found["(f)"] == "[to be written: the method of calculating redundancy payments]"
    assert found["(g)"] == "none in this case; [to be written: those outside it]"
    assert found[""] == "[to be written: the day of the decision, which the thresholds go by]"


def test_what_the_case_states_stands_there() -> None:
    """The option's reason, the establishment, selection by team, and from 20 people on the days of the Act."""
    policy = Policy(section_188_establishment="Adults", selection_by_team=True)
    reasoned = (OPTIONS[0], option("given", "as given", reason="Fewer calls."))
    posts, proposed = [line("Officer", "North", 20)], [later("Officer", "North", 2)]
    found = said(book(posts, proposed, policy=policy, options=reasoned, header=head(case_date=SIGNED)))
    assert found["(a)"] == "Fewer calls."
    assert found["(c)"] == "20 people in this case; Adults"
    assert found["(d)"] == "By team. [to be written: the method of selection]"
    assert found[""].startswith("Yes, if it comes to 20 people: 30 days")
    few = said(book(policy=Policy(selection_by_team=False), header=head(case_date=SIGNED)))
    assert few["(d)"].startswith("Over all teams. ")
    assert few[""].startswith("Not by the Act for 4 people at most: fewer than 20.")


def test_payments_as_far_as_the_policy_states_them() -> None:
    """The multiplier, the week's pay, the ceiling; nothing stated is a blank."""
    full = Policy(
        redundancy_multiplier_hundredths=known(175), redundancy_pay="actual", redundancy_ceiling_weeks=known(104)
    )
    assert payments(full) == "statutory weeks x 1.75; a week's actual pay; at most 104 weeks"
    assert (
        payments(Policy(redundancy_pay="capped", redundancy_ceiling_weeks=UNKNOWN)) == "a week's pay as capped by law"
    )
    assert payments(Policy(redundancy_multiplier_hundredths=UNKNOWN)).startswith("[to be written: ")


def test_agency_workers_are_counted_apart() -> None:
    """How many, where, and at what work; not known is a question mark."""
    agency = line("Visitor", "North", 3, contract="agency", people=(2, 1, 3))
    found = said(book([line("Officer", "North", 4), agency]))
    assert (found["(g)"], found["(h)"], found["(i)"]) == ("1 to 3", "North", "Visitor")
    unknown = line("Visitor", "North", 3, contract="agency", people=None)
    assert said(book([line("Officer", "North", 4), unknown]))["(g)"] == "?"


def test_nobody_at_risk_is_said() -> None:
    """More posts than today: no group to describe, no ring-fence, nobody displaced."""
    content = book(proposed=[later("Officer", "North", 5)])
    assert said(content)["(b)"] == "nobody is at risk"
    assert of(content, "ring-fences")[0][0] == "none"
    assert of(content, "groups")[0][5:] == ("no", 0, 0)


def test_people_are_ranges_by_group() -> None:
    """At least and at most as the figure states them; a question mark where nobody knows."""
    posts = [line("Officer", "North", 4, people=(4, 3, 4)), line("Clerk", "North", 2, people=None)]
    proposed = [later("Officer", "North", 2), later("Clerk", "North", 1)]
    content = book(posts, proposed)
    groups = {cells[0]: cells for cells in of(content, "groups")}
    assert groups["Officer"][2:4] == (3, 4)
    assert groups["Clerk"][2:4] == ("?", 2)
    assert groups["together"][5] == "6 at risk"
    assert said(content)["(c)"].startswith("? to 6 people in this case")


def test_ring_fences_are_people_for_posts() -> None:
    """Four officers for two posts of their own job: two at least without a place."""
    assert of(book(), "ring-fences") == [("own job, fewer posts", "Officer", "Officer", 4, 2, 2)]


def test_slot_ins_and_matches_that_nobody_evaluated() -> None:
    """Officers match advisers at 70 %, evaluated; their match with clerks was never judged."""
    sheets: dict[str, Any] = {"policy": POLICY, "grades": GRADES, "matches": {("Officer", "Adviser"): 7000}}
    proposed = [later("Adviser", "North", 4), later("Clerk", "North", 1)]
    content = book(proposed=proposed, **sheets)
    slot, together = of(content, "slot-ins")
    assert slot[:4] == ("Officer", "Adviser", 4, 4)
    assert (together[0], together[3]) == ("slotted in, together", 4)
    matches = [cells[2:4] for cells in rows_of(content, "evaluation") if cells[6] and "not evaluated" in str(cells[6])]
    assert matches == [("Officer", "Clerk")]


def test_posts_that_need_a_grade() -> None:
    """No grade stated, a grade that stands in a branch, and a job that posts are re-designated to."""
    posts = [line("Officer", "North", 4), line("Clerk", "North", 1, change=change("re-designated", "Registrar"))]
    proposed = [later("Officer", "North", 1), later("Adviser", "North", 1, None), later("Lead", "North", 1)]
    branch = GradeBranch(branch="dear", role="Lead", grade="Grade 6")
    roles = (Role(role="Registrar", grade="Grade 5"),)
    rows = [
        cells for cells in of(book(posts, proposed, grade_branches=(branch,), roles=roles), "evaluation") if cells[2]
    ]
    why = {cells[0]: (cells[3], cells[4]) for cells in rows}
    assert why["Adviser"] == ("?", "no grade is stated")
    assert why["Lead"] == ("Grade 6", "the grade is not settled: it stands in a branch")
    assert why["Registrar"] == ("Grade 5", "posts are re-designated to it")
    assert "Officer" not in why


def test_the_timetable_of_each_given_structure() -> None:
    """Dates where a decision is stated, a marked blank where none is."""
    assert "[to be written: the day of the decision to consult]" in {
        value for cells in rows_of(book(), "timetable") for value in cells
    }
    content = book([line("Officer", "North", 20)], header=head(case_date=SIGNED))
    steps = {cells[1]: cells for cells in rows_of(content, "timetable") if cells[0] == "as given"}
    assert steps["decision to consult"][2].date() == SIGNED
    assert steps["consultation"][3].date() == date(2025, 5, 1)
    assert steps["form HR1, by"][3] is not None
    assert steps["first saving"][4] == "?"


def test_nothing_sealed_reaches_the_workbook() -> None:
    """Ages, service and pay are nowhere in it."""
    band = ServiceBand(
        group="Officer", age_low=61, age_high=61, service_years=37, pay_pence=known(7_654_321), people=known(4)
    )
    content = book(sealed=Sealed(service=(band,)))
    values = {
        str(v)
        for sheet in ("section 188", "groups", "ring-fences", "slot-ins", "evaluation")
        for r in rows_of(content, sheet)
        for v in r
    }
    assert not values & {"61", "37", "76543.21", "7654321"}


def test_an_option_that_is_not_there_is_refused() -> None:
    """The name is said."""
    with pytest.raises(KeyError, match="no such option"):
        worked_out(load_case(path_of("bury-2021")), Asking(options=("no such option",)))
