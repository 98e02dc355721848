"""What must be true: the point where an answer changes is where solving again changes it, and not a step before.

Two officers cover 2.0 FTE of visits, which are half of four officers' time. At 51 % there is more work than two can
do, and no money for a third. Below 37.5 % two officers are idle for more than the half FTE allowed.
"""

import pickle
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from scenarios.comparing import break_evens
from scenarios.comparing.answers import Asking, answers
from scenarios.comparing.break_evens import Steps, asked_in_turn, begin
from scenarios.comparing.result import DependsOn
from scenarios.comparing.results import compare_case
from scenarios.comparing.sent import Sent
from scenarios.comparing.standing import World
from scenarios.schema.case import Case
from scenarios.schema.figure import Figure
from scenarios.schema.limits import Limits
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from scenarios.schema.work import Work
from solver.engine import Settings, Stop
from solver.outcome import Designed
from solver.search import Watch
from tests.scenarios.claims.small_question import later, line
from tests.scenarios.comparing.small import OFFICER, OPTIONS, answered, posts_of, results, service, with_share
from tests.scenarios.compiling.services import able, guess, known, option, work

WHOLE, HALF = "Officer in North, 1 FTE", "Officer in North, 0.5 FTE"
SHARE = "Visits, share: Officer"
FULL = Asking()


def needs(case: Scenario, key: tuple[str, str | None], asking: Asking = FULL) -> dict[tuple[str, str], tuple[str, str]]:
    """Break-evens of one answer: (assumption, side) to (where, what then)."""
    return {(d.assumption, d.side): (d.breaks_at, d.then) for d in results(case, asking)[key].depends_on}


def test_two_officers_are_enough_up_to_half_of_the_time() -> None:
    """The proposal: at 51 % of the time 2.04 FTE are needed and 2.0 there; below, nothing is left uncovered."""
    assert needs(service(), ("as given", None)) == {(SHARE, "above"): ("51%", "0.04 FTE is left uncovered")}
    assert needs(service(), ("no change", None)) == {}


def test_a_design_changes_above_where_work_is_left_and_below_where_posts_are_idle() -> None:
    """At 37 % there are 1.48 FTE of work, and two officers are idle for 0.52."""
    assert needs(service(), ("designed", "people_first")) == {
        (SHARE, "below"): ("37%", "these posts would break a rule or a limit"),
        (SHARE, "above"): ("51%", "0.04 FTE is left uncovered"),
    }


@pytest.mark.parametrize(("share", "posts", "uncovered"), [(3800, {WHOLE: 2}, 0), (5000, {WHOLE: 2}, 0)])
def test_a_step_before_the_break_the_answer_is_the_same(share: int, posts: dict[str, int], uncovered: int) -> None:
    """Solved again at 38 % and at 50 %."""
    found = answered(with_share(service(), share))["designed", "", "people_first"]
    assert posts_of(found) == posts
    assert found.verdict is not None
    assert found.verdict.values["uncovered"] == uncovered


def test_at_the_break_the_answer_is_another() -> None:
    """Solved again at 37 % it is one whole post and a half; at 51 % work is left uncovered."""
    below = answered(with_share(service(), 3700))["designed", "", "people_first"]
    assert posts_of(below) == {WHOLE: 1, HALF: 1}
    above = answered(with_share(service(), 5100))
    for key in (("designed", "", "people_first"), ("as given", "", None)):
        verdict = above[key].verdict
        assert verdict is not None
        assert verdict.values["uncovered"] == 40


VACANT: dict[str, Any] = {
    "posts": [line("Officer", "North", 2, people=0)],
    "proposed": [],
    "options": (OPTIONS[0], option("designed", name="designed")),
    "work": (work("Visits", 2000),),
    "able": (able("Officer", Visits=10_000), able("Adviser", Visits=10_000)),
}


def adviser(value: int) -> Role:
    """A role nobody holds, at a guessed cost."""
    return Role(role="Adviser", cost_pence=guess(value, 2_800_000, 3_600_000))


def test_another_role_is_cheaper_below_a_cost() -> None:
    """Two officers cost £60,000; two advisers do better by more than £1,000 from £29,400 each on (£58,800).

    There the design takes one adviser, because within £1,000 of the least it changes as few posts as can be.
    """
    case = service(roles=(OFFICER, adviser(3_200_000)), **VACANT)
    assert needs(case, ("designed", "people_first")) == {("Adviser, cost", "below"): ("29400", "other posts cost less")}
    for cost, posts in ((2_940_000, {"Adviser in North, 1 FTE": 1, WHOLE: 1}), (2_950_000, {WHOLE: 2})):
        found = answered(service(roles=(OFFICER, Role(role="Adviser", cost_pence=known(cost))), **VACANT))
        assert posts_of(found["designed", "", "people_first"]) == posts


def test_a_figure_that_cannot_move_an_answer_is_not_told() -> None:
    """Between £31,000 and £36,000 the advisers stay dearer."""
    role = Role(role="Adviser", cost_pence=guess(3_200_000, 3_100_000, 3_600_000))
    assert needs(service(roles=(OFFICER, role), **VACANT), ("designed", "people_first")) == {}


def test_published_figures_and_bare_guesses_do_not_move() -> None:
    """Only an assumed figure with a range is asked about."""
    for share in (Figure(value=5000, low=3000, high=7000), Figure(value=5000, basis="assumed")):
        rows = (Work(work="Visits", share_basis_points={"Officer": share}),)
        assert needs(service(work=rows), ("as given", None)) == {}


def test_an_improvement_stands_until_it_no_longer_is_one() -> None:
    """The proposal keeps a clerk nobody needs: the design without one improves on it by what the clerk costs.

    From £1,000 down that is within the tolerance, and no improvement.
    """
    clerk = Role(role="Clerk", grade="Grade 8", cost_pence=guess(2_000_000, 50_000, 2_500_000))
    case = service(
        posts=[line("Officer", "North", 4), line("Clerk", "North", 1, "Grade 8", people=0)],
        proposed=[later("Officer", "North", 2), later("Clerk", "North", 1, "Grade 8")],
        roles=(OFFICER, clerk),
        work=(work("Visits", 2000),),
        able=(able("Officer", Visits=10_000), able("Clerk", Visits=0)),
    )
    assert needs(case, ("designed", "improved"))["Clerk, cost", "below"] == (
        "1000",
        "it no longer improves on the given option",
    )


def test_where_none_improved_one_may() -> None:
    """Four vacant posts, two proposed: at 37 % of the time 1.48 FTE are asked, and a post and a half do as much."""
    case = service(posts=[line("Officer", "North", 4, people=0)])
    assert needs(case, ("designed", "improved")) == {
        (SHARE, "below"): ("37%", "a structure that improves on the given option exists")
    }
    assert answered(with_share(case, 3800))["designed", "", "improved"].structure is None
    assert posts_of(answered(with_share(case, 3700))["designed", "", "improved"]) == {WHOLE: 1, HALF: 1}


def test_what_nothing_fits_may_fit_with_another_figure() -> None:
    """Statutory work and money for one post: at a quarter of the time or less one officer is enough."""
    rows = (Work(work="Visits", share_basis_points={"Officer": guess(5000, 1000, 7000)}, statutory=True),)
    case = service(work=rows, limits=Limits(ceiling_pence=known(3_000_000)))
    assert needs(case, ("designed", "people_first")) == {
        (SHARE, "below"): ("25%", "a structure that keeps the rules exists")
    }
    found = {share: answered(with_share(case, share))["designed", "", "people_first"] for share in (2500, 2600)}
    assert isinstance(found[2500].outcome, Designed)
    assert found[2600].structure is None


def test_weighted_work_is_not_called_fte() -> None:
    """An hour that counts three times is still an hour: the amount is left out."""
    rows = (Work(work="Visits", share_basis_points={"Officer": guess(5000, 3000, 7000)}, weight=known(3)),)
    assert needs(service(work=rows), ("as given", None)) == {(SHARE, "above"): ("51%", "some work is left uncovered")}


def test_work_may_come_to_be_covered() -> None:
    """From 60 % down to 50 % of the time."""
    rows = (Work(work="Visits", share_basis_points={"Officer": guess(6000, 3000, 7000)}),)
    assert needs(service(work=rows), ("as given", None)) == {(SHARE, "below"): ("50%", "all work is covered")}


def test_options_set_aside_are_asked_about_only_by_name() -> None:
    """The rest of the answer is the same."""
    rows = (*OPTIONS[:2], option("designed", name="designed", against="as given", standing="set aside"))
    case = service(options=rows)
    assert needs(case, ("designed", "people_first")) == {}
    assert needs(case, ("as given", None)) != {}
    assert needs(case, ("designed", "people_first"), Asking(options=("designed",))) != {}
    asked = {s.option: s.depends_on_asked for s in compare_case(Case(case)).structures}
    assert asked == {"no change": True, "as given": True, "designed": False}


def test_break_evens_may_be_left_out() -> None:
    """Everything else is the same to the byte."""
    case = service()
    full, bare = results(case, FULL), results(case)
    assert any(each.depends_on for each in full.values())
    for key, each in full.items():
        assert bare[key] == each.model_copy(update={"depends_on": (), "depends_on_asked": False})


def test_each_may_work_in_another_way() -> None:
    """Whatever runs them, what comes back is the same, in the same order."""
    case = service(roles=(OFFICER.model_copy(update={"cost_pence": guess(3_000_000, 2_000_000, 4_000_000)}),))

    def listed(work_out: Callable[[Any], Any], rows: Iterable[Any]) -> list[Any]:
        return [work_out(row) for row in rows]

    assert results(case, Asking(each=listed)) == results(case, FULL)


def test_a_stop_asks_no_more_and_progress_names_each_assumption() -> None:
    """Stopped while it asks: what is known is kept, the rest is not asked."""
    told: list[str] = []
    stop = Stop()

    def say(words: str) -> None:
        told.append(words)
        if words.startswith("what must be true"):
            stop.ask()

    case = service(work=(*service().work, Work(work="Phone", demand_milli_fte=guess(100, 50, 200))))
    results(case, Asking(say=say, watch=Watch(settings=Settings(stop=stop))))
    assert [words for words in told if words.startswith("what must be true")] == [
        "what must be true: Phone, demand fte"
    ]


def test_what_is_told_is_written_as_in_the_cells() -> None:
    """Value and range as typed, so that a planner finds the cell."""
    found = results(service(), FULL)["as given", None].depends_on
    assert found == (
        DependsOn(
            assumption=SHARE,
            value="50%",
            low="30%",
            high="70%",
            breaks_at="51%",
            side="above",
            then="0.04 FTE is left uncovered",
        ),
    )


def test_what_a_stop_cut_short_is_not_told() -> None:
    """Asked before the first figure is moved: no search in it is settled, and none is told as not settled."""
    stop = Stop()

    def say(words: str) -> None:
        if words.startswith("what must be true"):
            stop.ask()

    asking = Asking(say=say, watch=Watch(settings=Settings(stop=stop)))
    assert needs(service(), ("designed", "people_first")) != {}
    assert needs(service(), ("designed", "people_first"), asking) == {}


def test_what_is_sent_to_another_process_leaves_the_stop_behind() -> None:
    """The work comes back as it was but for a stop of its own, which nobody there asks."""
    shown = answers(service()).shown
    stop = Stop()
    stop.ask()
    task = Sent(service(), shown, None, effort=5.0, nodes=7, seed=3, stop=stop)
    sent = pickle.loads(pickle.dumps(task))  # noqa: S301 - our own bytes
    assert task.settings.stop.asked
    assert not sent.settings.stop.asked
    assert (sent.settings.effort, sent.settings.nodes, sent.settings.seed) == (5.0, 7, 3)
    assert (sent.scenario, sent.shown) == (task.scenario, task.shown)


def banded(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], list[list[str]]]:
    """Let answers change between 60 % and 66 % of the time only, and ask with figures between: where each changes."""

    def changed(_answer: object, world: World) -> str:
        (row,) = world.scenario.work
        share = row.share_basis_points["Officer"].value or 0
        return "it changes in the middle" if 6000 <= share <= 6600 else ""

    monkeypatch.setattr(break_evens, "easily_changed", changed)
    monkeypatch.setattr(break_evens, "hardly_changed", lambda *_: "")

    def at(between: int) -> list[list[str]]:
        shown = answers(service()).shown
        ((_, coming),) = asked_in_turn(begin(service(), shown, FULL, between=between), FULL)
        return [[broken.told().breaks_at for broken in breaks] for breaks in coming]

    return at


@pytest.mark.parametrize(("between", "found"), [(0, []), (1, ["60%"]), (2, ["60%"]), (3, ["60%"]), (4, ["60%"])])
def test_figures_between_are_asked_where_an_answer_would_be_taken_to_stand(
    monkeypatch: pytest.MonkeyPatch, between: int, found: list[str]
) -> None:
    """A change that is gone again at the end is seen from half way (60 %), and its first figure found by halving."""
    every = banded(monkeypatch)(between)
    assert every == [found] * len(every)


@pytest.mark.parametrize(("end", "parts", "steps"), [(7000, 4, [5, 10, 15, 20]), (5200, 4, [1, 2]), (5000, 4, [0])])
def test_figures_between_are_evenly_spread(end: int, parts: int, steps: list[int]) -> None:
    """A way of twenty steps in four, a way of two in no more than two, no way in none but where it starts."""
    assert Steps(5000, end, 100).spread(parts) == steps
