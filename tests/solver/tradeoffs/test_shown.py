"""Which structure is shown at a point: chosen, not chosen, cut short, and never one the checker refuses.

Change this when a point is shown by another structure.
"""

import pytest

from bench.tiny import tiny
from solver.checker import DesignDefectError
from solver.engine import Answer, Settings, Status, solve
from solver.outcome import Designed, Stage, Undecided
from solver.search import PEOPLE_FIRST, Watch
from solver.settle import CannotSettleError
from solver.tradeoffs import shown
from solver.tradeoffs.frontier import Frontier, Point, frontier
from solver.tradeoffs.shown import At, shown_at
from tests.solver.build import able, kind, problem, staff, work

PAIR = ("cost", "displaced")


def at_point() -> At:
    """One officer in either of two teams, at £30,000 with nobody displaced."""
    teams = ("north", "south")
    case = problem(*(kind(team) for team in teams), work(teams=teams), able(), *staff(1, teams), spare_milli_fte=0)
    held = (
        Stage(goal="uncovered", value=0, bound=0, settled=True, kept=0),
        Stage(goal="cost", value=3_000_000, bound=3_000_000, settled=True, kept=3_000_000),
    )
    rest = tuple(row for row in PEOPLE_FIRST if row[0] not in ("uncovered", "cost"))
    return At(case, held, (("north officer", 1),), rest, Settings())


def cut_short(after: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every solve of a choice from the one after so many end at its limit."""
    solved = []

    def tired(*given: object) -> Answer:
        solved.append(1)
        answer = solve(*given)  # type: ignore[arg-type]
        return answer if len(solved) <= after else Answer(Status.FOUND, answer.values, answer.value, answer.value - 1)

    monkeypatch.setattr(shown, "solve", tired)


def test_a_choice_is_settled() -> None:
    """The free goals in their turn, then the tie-break: one of two teams, and that there was a choice."""
    shown = shown_at(at_point(), choose=True)
    assert isinstance(shown, Designed)
    assert shown.ties
    assert [stage.goal for stage in shown.stages][2:] == ["displaced", "moved_down", "job_changed", "posts_changed"]


@pytest.mark.parametrize(
    ("after", "why"),
    [
        (0, "not settled at the goal 'displaced'"),
        (2, "not settled at the goal 'job_changed'"),
        (4, "not settled between equally good posts"),
    ],
)
def test_a_choice_cut_short_shows_what_was_found(after: int, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit at any stage: a judged structure, and at which goal."""
    cut_short(after, monkeypatch)
    shown = shown_at(at_point(), choose=True)
    assert isinstance(shown, Undecided)
    assert shown.structure is not None
    assert shown.why == why


def test_a_point_where_nothing_fits_is_our_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    """A point was found, so something fits it."""
    monkeypatch.setattr(shown, "solve", lambda *_: Answer(Status.INFEASIBLE))
    with pytest.raises(DesignDefectError, match="nothing fits a point at the goal 'displaced'"):
        shown_at(at_point(), choose=True)


def test_a_structure_worse_than_its_point_is_our_defect() -> None:
    """Posts that cost more than the point allows are never shown."""
    point = at_point()
    dear = At(point.problem, point.held, (("north officer", 1), ("south officer", 1)), (), Settings())
    with pytest.raises((DesignDefectError, CannotSettleError)):
        shown_at(dear, choose=False)


def test_the_claim_order_joins_where_it_matters() -> None:
    """Over many tiny problems some point can only be filled in with the claim order's rows in; all are shown."""
    asked: list[Point] = []
    for seed in range(60):
        found = frontier(tiny(seed), PAIR)
        if isinstance(found, Frontier):
            asked.extend(found.points)
    assert len(asked) > 40
    assert all(isinstance(point.outcome, Designed) for point in asked)


def test_posts_that_cannot_be_filled_in_at_all_are_our_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither without nor with the claim order: raised, not shown."""

    def never(*_: object, **__: object) -> None:
        raise CannotSettleError("no")

    monkeypatch.setattr("solver.judged.settle", never)
    with pytest.raises(DesignDefectError, match="cannot be filled in with the claim order kept"):
        shown_at(at_point(), choose=True)


def test_goals_that_need_the_claim_order_have_it() -> None:
    """People moved down among the goals asked about: its rows are in from the start, and points are shown."""
    found = [frontier(tiny(seed), ("cost", "moved_down"), watch=Watch()) for seed in range(12)]
    shown = [point.outcome for each in found if isinstance(each, Frontier) for point in each.points]
    assert shown
    assert all(isinstance(outcome, Designed) for outcome in shown)
