"""Alternatives on problems small enough to argue by hand, and every way a search for them can end.

Change this when alternatives are to be as good, or as different, in another way.
"""

from dataclasses import replace

import pytest

from bench.generator import establishment, middle_sized
from bench.tiny import tiny
from solver import farthest as farthest_module
from solver.alternatives import Alternatives, alternatives, kept_within
from solver.checker import DesignDefectError, Verdict
from solver.distance import counts_of, distance, free_cells
from solver.engine import Answer, Engine, Settings, Status, Stop
from solver.farthest import farthest
from solver.outcome import Designed, Stage
from solver.problem import Problem
from solver.rules import Finding
from solver.search import StageReport, Watch, design
from solver.sets import Sets
from solver.structure import Structure
from tests.solver.build import able, claim, group, kind, places, problem, staff, work

TEAMS = ("north", "south", "west")


def anywhere(people: int = 2, **limits: object) -> Problem:
    """So many officers' work, in any of three teams, and as many officers with a claim on any post."""
    kinds = [kind(team) for team in TEAMS]
    return problem(*kinds, work("calls", people * 1000, TEAMS), able(), *staff(people, TEAMS), **limits)


def found_for(case: Problem) -> Designed:
    """The design of a problem that has one."""
    outcome = design(case)
    assert isinstance(outcome, Designed)
    return outcome


def asked(case: Problem, *, count: int = 3, slack: int = 0, watch: Watch | None = None) -> Alternatives:
    """Alternatives to the design of a problem."""
    return alternatives(case, found_for(case), count=count, slack=slack, watch=watch)


def test_posts_move_between_teams() -> None:
    """Two officers can sit in any of three teams: three structures that have no post in common."""
    got = asked(anywhere())
    assert got.structures[0] == found_for(anywhere()).structure
    assert {each.posts for each in got.structures} == {((f"{team} officer", 2),) for team in TEAMS}
    assert got.least == got.bound == 4
    assert got.settled
    assert not got.none_left


def test_every_structure_there_is() -> None:
    """Two officers in three teams sit in six ways: asked for ten, all six come, and no more are said to be."""
    got = asked(anywhere(), count=10)
    assert len({each.posts for each in got.structures}) == len(got.structures) == 6
    assert got.none_left
    assert got.settled
    assert got.bound == got.least == 2


def test_one_alone() -> None:
    """Where posts can only be in one team there is one structure, no distance, and nothing more."""
    got = asked(problem(kind(), work(), able(), *staff(1)))
    assert len(got.structures) == 1
    assert (got.least, got.bound, got.none_left, got.settled) == (None, None, True, True)


def test_one_asked_for_is_the_design() -> None:
    """Asked for one, the design is handed back, and nothing is said about others."""
    case = anywhere()
    got = asked(case, count=1)
    assert got.structures == (found_for(case).structure,)
    assert not got.none_left


def test_settled_posts_are_no_difference() -> None:
    """Posts held and posts whose number cannot change are left out, also beside others in the same team and role."""
    fixed = kind("north", "held", least=2, most=2, works=False, places=0)
    some = kind("north", "officer", least=1, most=3)
    held = kind("north", "officer", id="north officer held", least=1, most=1, works=False, places=0)
    case = problem(fixed, some, held)
    assert free_cells(case) == {("north", "officer"): (some,)}
    counts = counts_of(case, (("north held", 2), ("north officer", 3), ("north officer held", 1)))
    assert counts == {("north", "officer"): 3}
    assert distance(counts, {("north", "officer"): 1}) == 2
    assert distance(counts, {("south", "officer"): 1}) == 4


def stage(goal: str, value: int, tolerance: int = 0) -> Stage:
    """A settled stage."""
    return Stage(goal=goal, value=value, bound=value, settled=True, kept=value + tolerance)


def test_slack_is_a_share_in_whole_units() -> None:
    """2 % of 40 people is nobody, of £1,234,567.89 £24,691.35, of no uncovered work none; later goals are free."""
    stages = (
        stage("uncovered", 0),
        stage("displaced", 40),
        stage("cost", 123_456_789, 100_000),
        stage("moved_down", 9),
    )
    got = Designed(structure=Structure(posts=()), stages=stages, ties=False)
    assert kept_within(got, 200) == {"uncovered": 0, "displaced": 40, "cost": 123_456_789 + 2_469_135}
    assert kept_within(got, 250) == {"uncovered": 0, "displaced": 41, "cost": 123_456_789 + 3_086_419}


def test_a_tolerance_larger_than_the_slack_holds() -> None:
    """The design itself may have used its tolerance, so it always counts; a cost below nought has no share."""
    stages = (stage("cost", 1_000, 100_000),)
    assert kept_within(Designed(structure=Structure(posts=()), stages=stages, ties=False), 200) == {"cost": 101_000}
    below = (stage("cost", -1_000),)
    assert kept_within(Designed(structure=Structure(posts=()), stages=below, ties=False), 200) == {"cost": -1_000}


def test_slack_gives_room_for_other_posts() -> None:
    """A dearer team is as good once a tenth more may be spent, and not before."""
    dear = [kind("north"), kind("south", cost_pence=3_200_000)]
    case = problem(*dear, work("calls", 1000, TEAMS[:2]), able(), *staff(1, TEAMS[:2]))
    assert len(asked(case, slack=200).structures) == 1
    got = asked(case, slack=1_000)
    assert [each.posts for each in got.structures] == [(("north officer", 1),), (("south officer", 1),)]


def test_people_are_placed_by_the_claim_order() -> None:
    """Each structure is filled in and judged by every rule, the claim order among them."""
    case = problem(
        *(kind(team, most=1) for team in TEAMS),
        work("calls", 1000, TEAMS),
        able(),
        group("leads", 1),
        group("officers", 1),
        places(teams=TEAMS),
        claim("officers"),
        claim("leads", strength=2, moves_down=True),
    )
    got = asked(case)
    assert len(got.structures) == 3
    assert all(each.placements == (("officers", "officer", 1),) for each in got.structures)


@pytest.mark.parametrize(("count", "slack"), [(0, 0), (1, -1)])
def test_what_makes_no_sense_is_refused(count: int, slack: int) -> None:
    """No structure at all, and a slack below nought, are the caller's mistakes."""
    with pytest.raises(ValueError, match="at least"):
        asked(anywhere(), count=count, slack=slack)


def test_a_stop_leaves_the_design_and_says_so() -> None:
    """Stopped before the first, the design stands alone and nothing is said to be all there is."""
    case, stop = anywhere(), Stop()
    found = found_for(case)
    stop.ask()
    got = alternatives(case, found, count=3, slack=0, watch=Watch(settings=Settings(stop=stop)))
    assert got.structures == (found.structure,)
    assert (got.why, got.none_left, got.settled, got.bound) == ("stopped", False, False, None)


def test_a_limit_on_effort_is_said() -> None:
    """With next to no effort nothing is found, and that is not called the end."""
    case = middle_sized(20)
    tiny_effort = Watch(settings=Settings(effort=1e-9), engine=Engine.CP_SAT)
    got = alternatives(case, found_for(case), count=3, slack=500, watch=tiny_effort)
    assert got.why == "the limit on effort was reached"
    assert not got.settled
    assert not got.none_left


def test_a_set_found_but_not_settled_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """A further set found within a limit is taken, and the bound tells how much further one could be."""
    case = tiny(91, 30_000)
    real = Sets.apart

    def cut_short(sets: Sets, low: int, high: int, settings: Settings) -> Answer:
        return replace(real(sets, low, high, settings), status=Status.FOUND, bound=-high)

    settled = asked(case, slack=10_000)
    monkeypatch.setattr(Sets, "apart", cut_short)
    open_still = asked(case, slack=10_000)
    assert (settled.least, settled.bound, settled.settled) == (4, 4, True)
    assert (open_still.least, open_still.bound, open_still.settled) == (4, 6, False)


def test_a_set_not_found_leaves_the_one_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a limit ends the search for a whole set with nothing, the set found step by step and its bound stand."""
    monkeypatch.setattr(Sets, "apart", lambda *_: Answer(Status.UNDECIDED))
    got = asked(tiny(91, 30_000), slack=10_000)
    assert (got.least, got.bound, got.settled) == (3, 6, False)


def test_a_tie_break_that_is_not_settled_keeps_what_was_found() -> None:
    """Where a limit ends the choice among equal sets, a set as far apart is still handed out."""
    case = anywhere(3)
    model = farthest_module.model_within(case, {})
    sets = Sets(model, counts_of(case, (("north officer", 3),)), 2)
    answer = sets.apart(1, 100, Settings())
    stop = Stop()
    stop.ask()
    assert sets.chosen(answer.values, Settings(stop=stop)) == answer.values


def test_progress_names_each_structure() -> None:
    """Who watches is told which structure is in its turn."""
    told: list[StageReport] = []
    asked(anywhere(), watch=Watch(report=told.append))
    assert [each.goal for each in told][:2] == ["structure 2", "structure 3"]


def test_a_finding_is_our_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    """A structure that the checker refuses is never handed out."""
    case = anywhere()
    found = found_for(case)
    wrong = Verdict((Finding("span", "north", 1, "wrong"),), {})
    monkeypatch.setattr("solver.judged.judge", lambda *_: wrong)
    with pytest.raises(DesignDefectError, match="wrong"):
        alternatives(case, found, count=2, slack=0)


def test_highs_goes_along_a_line_where_it_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the first search finds nothing, one by sums alone does, within the rules, and with a bound that holds."""
    case = middle_sized(20)
    found = found_for(case)
    kept = kept_within(found, 500)
    settings = Settings(engine=Engine.HIGHS)
    real, turns = farthest_module._solved, []

    def nothing_first(model: object, objective: object, how: Settings) -> Answer:
        turns.append(1)
        answer = real(model, objective, how)  # type: ignore[arg-type]
        return Answer(Status.UNDECIDED, bound=answer.bound) if len(turns) == 1 else answer

    straight = farthest(case, kept, [found.structure.posts], settings)
    monkeypatch.setattr(farthest_module, "_solved", nothing_first)
    far = farthest(case, kept, [found.structure.posts], settings)
    assert far.posts is not None
    assert far.bound is not None
    assert 0 < far.least <= far.bound
    assert straight.least <= far.bound
    assert len(turns) == 3


def test_highs_may_find_nothing_at_all() -> None:
    """Stopped, neither way finds anything, and no bound is made up."""
    case = middle_sized(20)
    stop = Stop()
    stop.ask()
    far = farthest(case, {}, [()], Settings(engine=Engine.HIGHS, stop=stop))
    assert (far.posts, far.bound) == (None, None)


def test_a_council_of_100_posts() -> None:
    """Through HiGHS, unasked: three structures that differ in most posts, and how much further any could be."""
    case = establishment(3, 100)
    found = design(case, tuple((goal, 0) for goal in ("uncovered", "displaced")), Watch(tie_break=False))
    assert isinstance(found, Designed)
    got = alternatives(case, found, count=3, slack=500)
    assert len(got.structures) == 3
    assert got.least is not None
    assert got.bound is not None
    assert 40 <= got.least <= got.bound
