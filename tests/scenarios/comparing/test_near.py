"""What posts changed is counted from: today, or the option consulted on; and how that is said."""

from typing import Any

from scenarios.comparing.answers import Asking
from scenarios.comparing.result import StructureResult
from scenarios.schema.scenario import Scenario
from tests.scenarios.claims.small_question import later, line
from tests.scenarios.comparing.small import OPTIONS, results, service
from tests.scenarios.compiling.services import option

NEAR = Asking(near="as given", break_evens=False)


def changed(answer: StructureResult) -> tuple[int, str | None]:
    """Posts changed, and from what they are counted."""
    return next(b.value for b in answer.bounds if b.goal == "posts_changed"), answer.changed_from


def three_proposed(**sheets: Any) -> Scenario:
    """Four posts today with two officers in them, three proposed; two are enough for the work and the people."""
    posts = [line("Officer", "North", 4, people=2)]
    return service(posts, [later("Officer", "North", 3)], **sheets)


def test_change_is_counted_from_today_and_for_improved_from_the_given_option() -> None:
    """Two posts of four stay: two posts changed from today, one from the three that were proposed."""
    found = results(three_proposed())
    assert changed(found["designed", "people_first"]) == (2, None)
    assert changed(found["designed", "improved"]) == (1, "as given")
    assert found["as given", None].changed_from is None


def test_near_counts_every_designed_structure_from_the_option_consulted_on() -> None:
    """With the option asked for, all three answers count one post changed, from it."""
    found = results(three_proposed(), NEAR)
    anchors = ("people_first", "money_first", "improved")
    assert [changed(found["designed", anchor]) for anchor in anchors] == [(1, "as given")] * 3


def test_an_option_that_names_what_it_stays_near_to_counts_from_it() -> None:
    """The column near of an option does what --near does for all; asked for, another option goes before it."""
    designed = option("designed", name="designed", against="as given", near="as given")
    case = three_proposed(options=(*OPTIONS[:2], designed))
    assert changed(results(case)["designed", "people_first"]) == (1, "as given")
    near_today = Asking(near="no change", break_evens=False)
    assert changed(results(case, near_today)["designed", "people_first"]) == (2, None)


def test_an_option_to_be_designed_has_no_posts_to_count_from() -> None:
    """Where a design names another design, change is counted from today, and said to be."""
    other = option("designed", name="other", near="designed")
    found = results(three_proposed(options=(*OPTIONS, other)))
    assert changed(found["other", "people_first"]) == (2, None)


def test_options_that_nobody_listed_can_be_stayed_near_to() -> None:
    """A case without the sheet of options has them all the same: the given structure is one."""
    case = service(posts=[line("Officer", "North", 4)], proposed=[later("Officer", "North", 3)], options=())
    (given,) = {row.option for row in case.proposed}
    found = results(case, Asking(near=given, break_evens=False))
    assert changed(found["designed", "people_first"]) == (1, given)
