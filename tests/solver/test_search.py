"""The search from first goal to last: values argued by hand, ties, limits, stops, and defects that must be raised.

Change this when a search gets another stage or another way to end.
"""

from dataclasses import replace

import pytest

from solver import checker, engine, search
from solver.checker import DesignDefectError, judge
from solver.engine import Answer, Engine, Settings, Status, Stop
from solver.goals import GOALS
from solver.outcome import Designed, Infeasible, Stage, Undecided
from solver.problem import Pin, Problem
from solver.rules import RULES, Finding
from solver.search import PEOPLE_FIRST, StageReport, Watch, design, swapped
from tests.solver.build import able, claim, group, kind, packing, problem, staff, work

BOTH = ("north", "south")
NORTH, SOUTH = "north officer", "south officer"
SHOWN = {
    "uncovered": "work left uncovered",
    "displaced": "people displaced",
    "cost": "recurring cost of a full year at the price base",
    "tie_break": "the last goal: a fixed choice between equally good post counts",
}


def two_of_three() -> Problem:
    """Three officers, two in north and one in south today, 2 FTE of work anywhere; south is £500 a post dearer."""
    return problem(
        kind(most=2, today=2),
        kind("south", most=2, today=1, cost_pence=3_050_000),
        *staff(3, BOTH),
        work(milli_fte=2000, teams=BOTH),
        able(),
        other_pence=1_000,
    )


def settled(goal: str, value: int, tolerance: int = 0) -> Stage:
    """A stage whose value and bound meet."""
    return Stage(goal=goal, value=value, bound=value, settled=True, kept=value + tolerance)


def test_every_stage_in_its_turn() -> None:
    """Two posts do the work and a third would be 1 FTE idle, so one person is displaced.

    Two posts in north cost least. Within £1,000 of that, one post either way is one change from today; two in south
    would be three. So north keeps two or both keep one: a tie, and nobody changes job or grade.
    """
    outcome = design(two_of_three())
    assert isinstance(outcome, Designed)
    assert outcome.stages == (
        settled("uncovered", 0),
        settled("displaced", 1),
        settled("cost", 6_001_000, 100_000),
        settled("moved_down", 0),
        settled("job_changed", 0),
        settled("posts_changed", 1),
    )
    assert outcome.ties
    assert outcome.structure.posts in (((NORTH, 2),), ((NORTH, 1), (SOUTH, 1)))


def test_without_a_tolerance_there_is_one_answer() -> None:
    """Exact pounds leave only north, so the same case has no tie."""
    outcome = design(two_of_three(), tuple((goal, 0) for goal, _ in PEOPLE_FIRST))
    assert isinstance(outcome, Designed)
    assert outcome.structure.posts == ((NORTH, 2),)
    assert not outcome.ties


def test_two_goals_change_places() -> None:
    """Money first is people first with two goals swapped, each with the tolerance it had."""
    money_first = swapped(PEOPLE_FIRST, "displaced", "cost")
    assert [goal for goal, _ in money_first[:3]] == ["uncovered", "cost", "displaced"]
    assert dict(money_first) == dict(PEOPLE_FIRST)
    case = problem(kind(), *staff(3), spare_milli_fte=None)
    # No work: people first keeps three posts for three people, money first none for anyone.
    for order, posts, values in (
        (PEOPLE_FIRST, ((NORTH, 3),), {"displaced": 0, "cost": 9_000_000}),
        (money_first, (), {"displaced": 3, "cost": 0}),
    ):
        outcome = design(case, order)
        assert isinstance(outcome, Designed)
        assert outcome.structure.posts == posts
        assert {s.goal: s.value for s in outcome.stages if s.goal in values} == values


def test_the_tolerance_is_kept_from_then_on() -> None:
    """Money first with £30,000 to spare: one post more than least cost, and not two, for people to be placed."""
    case = problem(kind(), *staff(3), spare_milli_fte=None)
    outcome = design(case, (("cost", 3_000_000), ("displaced", 0)))
    assert isinstance(outcome, Designed)
    assert outcome.stages == (settled("cost", 0, 3_000_000), settled("displaced", 2))
    assert outcome.structure.posts == ((NORTH, 1),)


def test_nothing_fits_and_why() -> None:
    """A ban on what must stay is infeasible in the first stage; sums that show it alone are told, if there are any."""
    ban = Pin(id="ban", teams=("north",), roles=("officer",), most=0)
    assert design(problem(kind(least=1), ban, spare_milli_fte=None)) == Infeasible()
    two_kept = problem(kind(least=2), spare_milli_fte=None, ceiling_pence=(5_900_000, None))
    assert design(two_kept) == Infeasible(
        reasons=("Posts that must stay cost £60,000 in 2025/26, over the ceiling of £59,000.",)
    )


@pytest.mark.parametrize("effort", [0.01, 0.1])
def test_a_limit_leaves_a_structure_and_a_bound(effort: float) -> None:
    """A full search leaves 0.167 FTE uncovered: a limit leaves no less, a bound no higher, and every rule kept."""
    outcome = design(packing(), watch=Watch(settings=Settings(effort=effort)))
    assert isinstance(outcome, Undecided)
    assert outcome.why == f"the limit on effort was reached at the goal '{SHOWN['uncovered']}'"
    (stage,) = outcome.stages
    assert not stage.settled
    assert stage.bound <= 167 <= stage.value
    assert outcome.structure is not None
    verdict = judge(packing(), outcome.structure)
    assert verdict.ok
    assert 167 <= verdict.values["uncovered"] <= stage.value


def test_a_limit_before_anything_was_found() -> None:
    """No effort at all is undecided, without a structure and without a word about whether one exists."""
    outcome = design(packing(), watch=Watch(settings=Settings(effort=1e-9)))
    assert outcome == Undecided(
        structure=None, stages=(), why=f"the limit on effort was reached at the goal '{SHOWN['uncovered']}'"
    )


def test_stopped_before_it_began() -> None:
    """A stop asked beforehand is undecided without a structure."""
    stop = Stop()
    stop.ask()
    outcome = design(two_of_three(), watch=Watch(settings=Settings(stop=stop)))
    assert outcome == Undecided(structure=None, stages=(), why=f"stopped at the goal '{SHOWN['uncovered']}'")


@pytest.mark.parametrize(
    ("stage", "times", "settled_stages"),
    [("displaced", 1, 1), ("cost", 1, 2), ("tie_break", 1, 6), ("tie_break", 2, 6)],
)
def test_stopped_midway(stage: str, times: int, settled_stages: int) -> None:
    """A stop keeps the stages before it, settled, and a structure that has their values."""
    stop, left = Stop(), [times]

    def report(told: StageReport) -> None:
        if told == StageReport(stage, 0, 0):
            left[0] -= 1
            if not left[0]:
                stop.ask()

    # The tie-break is solved a second time only where its first answer is the one there was.
    alone = problem(kind(most=2), work(milli_fte=2000), able(), *staff(2))
    case = two_of_three() if times == 1 else alone
    outcome = design(case, watch=Watch(settings=Settings(stop=stop), report=report))
    assert isinstance(outcome, Undecided)
    assert outcome.why == f"stopped at the goal '{SHOWN[stage]}'"
    whole = design(case)
    assert isinstance(whole, Designed)
    assert outcome.stages == whole.stages[:settled_stages]
    assert outcome.structure is not None
    verdict = judge(case, outcome.structure)
    assert verdict.ok
    assert all(verdict.values[each.goal] <= each.kept for each in outcome.stages)


def test_a_tie_break_that_ends_at_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A choice found but not settled is shown as undecided, with the posts found."""
    ask = engine.solve

    def tired(*given: object) -> Answer:
        answer = ask(*given)  # type: ignore[arg-type]
        goals_done = len(answer.values) and "kept posts_changed" in {row.rule for row in given[0].rows}  # type: ignore[attr-defined]
        return replace(answer, status=Status.FOUND) if goals_done else answer

    monkeypatch.setattr(search, "solve", tired)
    outcome = design(two_of_three())
    assert isinstance(outcome, Undecided)
    assert outcome.why == f"the limit on effort was reached at the goal '{SHOWN['tie_break']}'"
    assert outcome.structure is not None
    assert len(outcome.stages) == 6


def test_progress_is_told_in_the_unit_of_the_goal() -> None:
    """Each stage that is searched is announced, then told values and bounds with the goal's constant in them."""
    told: list[StageReport] = []
    design(two_of_three(), watch=Watch(report=told.append))
    announced = [each.goal for each in told if (each.value, each.bound) == (0, 0)]
    assert announced[0] == "uncovered"
    assert announced[-1] == "tie_break"
    assert set(announced) <= {*GOALS, "tie_break"}
    costs = [each for each in told if each.goal == "cost" and each.value]
    assert costs[-1].value == 6_001_000
    assert all(each.bound <= 6_001_000 <= each.value for each in costs)


def test_the_tie_break_can_be_left_out() -> None:
    """Without it the stages are the same and no tie is looked for."""
    outcome = design(two_of_three(), watch=Watch(tie_break=False))
    whole = design(two_of_three())
    assert isinstance(outcome, Designed)
    assert isinstance(whole, Designed)
    assert outcome.stages == whole.stages
    assert not outcome.ties


@pytest.mark.parametrize(
    ("small", "asked", "used"), [(2, None, 0), (1, None, 1), (1, Engine.CP_SAT, 0), (2, Engine.HIGHS, 1)]
)
def test_the_size_chooses_the_engine(
    monkeypatch: pytest.MonkeyPatch, small: int, asked: Engine | None, used: int
) -> None:
    """Two post kinds: CP-SAT up to the size called small, HiGHS above it, unless one is asked for; same answer."""
    calls = []
    ask_highs = engine.mathopt.solve
    monkeypatch.setattr(engine.mathopt, "solve", lambda *g, **n: (calls.append(1), ask_highs(*g, **n))[1])
    monkeypatch.setattr(search, "SMALL", small)
    assert design(two_of_three(), watch=Watch(engine=asked)) == design(
        two_of_three(), watch=Watch(engine=Engine.CP_SAT)
    )
    assert bool(calls) == bool(used)


def test_a_design_the_checker_refuses_is_our_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    """A finding on a designed structure is raised, with its message, and never handed out."""
    fussy = replace(RULES[0], check=lambda _tally: [Finding("fussy", "here", 1, "the chairs are blue")])
    monkeypatch.setattr(checker, "RULES", (fussy, *RULES[1:]))
    with pytest.raises(DesignDefectError, match="the chairs are blue"):
        design(two_of_three())


def test_a_design_worse_than_its_stages_is_our_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    """A goal recounted above what its stage kept is raised, and names the goal."""
    dearer = replace(GOALS["cost"], value=lambda _tally: 6_101_001)
    monkeypatch.setattr(checker, "GOALS", GOALS | {"cost": dearer})
    with pytest.raises(DesignDefectError, match=r"worse than kept in \['cost'\]"):
        design(two_of_three())


def test_a_later_stage_that_finds_nothing_is_our_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once a structure is known, "infeasible" cannot be true and is not passed on to a planner."""
    answers = [engine.solve, lambda *_: Answer(Status.INFEASIBLE)]
    monkeypatch.setattr(search, "solve", lambda *given: answers[len(given[3]) > 0](*given))
    with pytest.raises(DesignDefectError, match="after 'uncovered'"):
        design(two_of_three())


def test_an_order_names_known_goals() -> None:
    """No goal at all and a goal nobody knows are mistakes of the caller."""
    with pytest.raises(ValueError, match="at least one goal"):
        design(two_of_three(), ())
    with pytest.raises(KeyError, match="happiness"):
        design(two_of_three(), (("happiness", 0),))


def test_who_is_placed_makes_no_tie() -> None:
    """Ties are told of post counts only: two groups with equal claims on one post make none."""
    rivals = (group("leads"), claim("leads"), *staff(1))
    outcome = design(problem(kind(most=1, least=1), *rivals, spare_milli_fte=None))
    assert isinstance(outcome, Designed)
    assert not outcome.ties
    assert outcome.structure.posts == ((NORTH, 1),)
    assert len(outcome.structure.placements) == 1


def test_orders_that_begin_alike_share_their_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    """One memo for people first and money first: the first stage is solved once, and the outcomes are as without it."""
    case, money_first = two_of_three(), swapped(PEOPLE_FIRST, "displaced", "cost")
    apart = [design(case, order) for order in (PEOPLE_FIRST, money_first)]
    calls: list[object] = []
    ask = engine.solve
    monkeypatch.setattr(search, "solve", lambda *given: (calls.append(given), ask(*given))[1])
    watch = Watch()
    assert design(case, PEOPLE_FIRST, watch) == apart[0]
    first = len(calls)
    assert design(case, money_first, watch) == apart[1]
    second = len(calls) - first
    design(case, money_first)
    assert second == len(calls) - first - second - 1
