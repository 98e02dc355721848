"""Whether an answer still stands in a world with other figures, asked of the world itself.

The points where answers change are in test_break_evens.py; here is what a world says that no answer needs.
"""

import pytest

from scenarios.comparing.answers import Asking
from scenarios.comparing.standing import NOT_SETTLED, OTHERS, World, easily_changed, hardly_changed
from scenarios.schema.able import Able
from scenarios.schema.limits import Limits
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from solver.engine import Settings, Stop
from solver.search import Watch
from solver.standing import UnsettledError
from tests.scenarios.claims.small_question import line
from tests.scenarios.comparing.small import OFFICER, answered, results, service, with_share
from tests.scenarios.compiling.services import able, guess, known, work

PEOPLE = ("designed", "", "people_first")


def world(case: Scenario, *, stopped: bool = False) -> World:
    """A world of this scenario; where it is stopped, no search in it ends settled."""
    stop = Stop()
    if stopped:
        stop.ask()
    return World(case, None, Settings(stop=stop))


def test_an_answer_stands_in_its_own_world() -> None:
    """Nothing has moved, so nothing has changed, and no search is needed to say so."""
    case = service()
    for answer in answered(case).values():
        assert easily_changed(answer, world(case)) == ""
        assert hardly_changed(answer, world(case)) == ""
    assert hardly_changed(answered(case)[PEOPLE], world(case, stopped=True)) == ""


def test_a_search_that_does_not_end_is_said_to_be_not_settled() -> None:
    """Never that the answer stands."""
    answer = answered(service())[PEOPLE]
    moved = with_share(service(), 4900)
    assert hardly_changed(answer, world(moved)) == ""
    assert hardly_changed(answer, world(moved, stopped=True)) == NOT_SETTLED


def test_posts_that_cannot_be_judged_in_time_are_not_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit that comes while fixed posts are filled in is told, too."""

    def unsettled(*_: object, **__: object) -> None:
        raise UnsettledError("uncovered")

    answer = answered(service())[PEOPLE]
    monkeypatch.setattr("scenarios.comparing.standing.values_of", unsettled)
    assert easily_changed(answer, world(with_share(service(), 4900))) == NOT_SETTLED


def test_nothing_is_said_of_an_answer_that_was_not_settled() -> None:
    """It may change with any figure, or with more effort."""
    stop = Stop()
    stop.ask()
    answer = answered(service(), Asking(watch=Watch(settings=Settings(stop=stop))))[PEOPLE]
    moved = world(with_share(service(), 7000))
    assert (easily_changed(answer, moved), hardly_changed(answer, moved)) == ("", "")


def test_an_assumption_that_does_not_reach_the_question_changes_nothing() -> None:
    """A span where nobody manages."""
    case = service(limits=Limits(span_high=guess(12, 3, 20)), work=(work("Visits", 2000),), able=(CAN,))
    assert results(case, Asking())["designed", "people_first"].depends_on == ()


CAN: Able = able("Officer", Visits=10_000)


@pytest.mark.parametrize(
    ("goal", "moved"),
    [
        ("uncovered", {"able": (CAN, able("Adviser", Visits=10_000, Plans=10_000))}),
        ("displaced", {"limits": Limits(spare_milli_fte=known(1000), ceiling_pence=known(9_000_000))}),
        ("cost", {"roles": (OFFICER, Role(role="Adviser", cost_pence=known(2_000_000)))}),
    ],
)
def test_it_says_on_which_goal_others_do_better(goal: str, moved: dict[str, object]) -> None:
    """Advisers come to do the plans; a third officer may stay; advisers come to cost less."""
    plain = {
        "posts": [line("Officer", "North", 4, people=0 if goal == "cost" else 3)],
        "roles": (OFFICER, Role(role="Adviser", cost_pence=known(3_000_000))),
        "able": (CAN, able("Adviser", Visits=10_000, Plans=0)),
        "work": (work("Visits", 2000), work("Plans", 500)),
        "limits": Limits(ceiling_pence=known(9_000_000)),
    }
    answer = answered(service(**plain))[PEOPLE]  # type: ignore[arg-type]
    there = world(service(**{**plain, **moved}))  # type: ignore[arg-type]
    assert easily_changed(answer, there) == ""
    assert hardly_changed(answer, there) == OTHERS[goal]


def test_a_world_works_nothing_out_twice() -> None:
    """One challenge for a problem, one set of values for posts, one search for an anchor."""
    case = service()
    here, answer = world(case), answered(case)[PEOPLE]
    assert here.challenge(answer.question) is here.challenge(answer.question)
    assert here.ask(answer) is here.ask(answer)
    assert here.stated is here.stated
    first = here.values(answer.question, answer.structure.posts if answer.structure else (), rules_kept=True)
    assert first is here.values(answer.question, answer.structure.posts if answer.structure else (), rules_kept=True)
    assert first == {"uncovered": 0, "displaced": 2, "cost": 6_000_000}
