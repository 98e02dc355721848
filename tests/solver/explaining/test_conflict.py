"""A smallest conflict is as small as counting out says, the same in any order of rows, and never from a limit."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.generator import middle_sized
from bench.tiny import tiny
from solver.demand import Demand
from solver.engine import Answer, Settings, Status, Stop
from solver.explaining import conflict as module
from solver.explaining.conflict import Conflict, NoConflict, Unsettled, smallest_conflict
from solver.explaining.elastic import Elastic
from solver.problem import Pin, Problem
from tests.properties.variations import shuffled
from tests.solver.build import able, kind, packing, problem, work
from tests.solver.explaining.counted_out import CountedOut


def test_as_small_as_counting_out() -> None:
    """On 220 random tiny problems the conflict is one, none is smaller, and where none is found something fits."""
    sizes: list[int] = []

    @settings(max_examples=220, deadline=None, derandomize=True, database=None)
    @given(seed=st.integers(0, 1_000_000))
    def each(seed: int) -> None:
        case = tiny(seed, 250)
        least = CountedOut(case).conflicts()
        found = smallest_conflict(case)
        if not least:
            assert found == NoConflict()
            sizes.append(0)
            return
        assert isinstance(found, Conflict)
        assert found.smallest
        assert frozenset(found.demands) in least
        assert found.at_least == len(found.demands)
        sizes.append(len(found.demands))

    each()
    assert len(sizes) >= 200
    assert sum(1 for size in sizes if size) >= 0.2 * len(sizes)
    assert sum(1 for size in sizes if size > 1) >= 0.1 * len(sizes)


def test_shrunk_where_rounds_run_out() -> None:
    """Without a round the conflict is shrunk from all demands: still one, nothing in it superfluous."""
    shrunk = 0
    for seed in range(60):
        case = tiny(seed, 300)
        found = smallest_conflict(case, rounds=0)
        if isinstance(found, Conflict):
            out, held = CountedOut(case), frozenset(found.demands)
            assert not out.fits(held)
            assert all(out.fits(held - {demand}) for demand in held)
            assert found.at_least == 0
            assert not found.smallest
            shrunk += 1
    assert shrunk >= 12


@pytest.mark.parametrize("seed", [11, 36, 68, 81, 144])
def test_order_and_seed_change_nothing(seed: int) -> None:
    """Rows in another order and another seed of the engine give the same conflict."""
    found = smallest_conflict(tiny(seed))
    assert isinstance(found, Conflict)
    for turn in (1, 2, 3):
        assert smallest_conflict(shuffled(tiny(seed), turn), Settings(seed=turn)) == found


def test_of_many_conflicts_alike_the_names_choose() -> None:
    """Six pairs of pins that contradict each other: one pair, the same whatever the order of rows."""
    pairs = [
        Pin(id=f"{side} {n}", teams=(f"t{n}",), roles=("officer",), **bounds)
        for n in range(6)
        for side, bounds in (("at least", {"least": 2}), ("at most", {"most": 1}))
    ]
    case = problem(*(kind(f"t{n}") for n in range(6)), *pairs, spare_milli_fte=None)
    found = smallest_conflict(case)
    assert isinstance(found, Conflict)
    assert [d.rule for d in found.demands] == ["pins", "pins"]
    assert len({d.place[-1] for d in found.demands}) == 1
    for turn in range(4):
        assert smallest_conflict(shuffled(case, turn), Settings(seed=turn)) == found


def test_what_is_taken_for_granted_is_not_named() -> None:
    """Five posts asked for against a ceiling of two: with the pin taken for granted the ceiling alone is in the way."""
    pin = Pin(id="what if", teams=("north",), roles=("officer",), least=3)
    case = problem(kind(), work(milli_fte=3000), able(), pin, ceiling_pence=(6_000_000, 6_000_000))
    whole = smallest_conflict(case)
    assert isinstance(whole, Conflict)
    assert [(d.rule, d.place) for d in whole.demands] == [("ceiling", "every year"), ("pins", "what if")]
    asked = Demand("pins", "what if", "least")
    rest = smallest_conflict(case, always=[asked])
    assert isinstance(rest, Conflict)
    assert [(d.rule, d.asked) for d in rest.demands] == [("ceiling", 6_000_000)]
    assert rest.smallest
    alone = smallest_conflict(problem(kind(most=1), pin, spare_milli_fte=None), always=[asked])
    assert alone == Conflict(demands=(), smallest=True, at_least=0)


def test_a_stop_and_a_limit_are_never_a_conflict() -> None:
    """A stop asked for, and an effort of almost nothing, leave it unsettled and say why."""
    stop = Stop()
    stop.ask()
    assert smallest_conflict(tiny(0), Settings(stop=stop)) == Unsettled("stopped")
    found = smallest_conflict(packing(), Settings(effort=1e-6))
    assert found == Unsettled("the limit on effort was reached")


def test_middle_sized() -> None:
    """A service of some thirty posts fits; with half the money and two people displaced at most it does not."""
    case = middle_sized(20)
    assert smallest_conflict(case) == NoConflict()
    ceiling = tuple(None if each is None else each // 2 for each in case.limits.ceiling_pence)
    found = smallest_conflict(replace(case, limits=replace(case.limits, ceiling_pence=ceiling, displaced=2)))
    assert isinstance(found, Conflict)
    assert [d.rule for d in found.demands] == ["ceiling", "displaced_limit"]


def contradiction() -> Problem:
    """Two pins that contradict each other, and a third that matters to neither."""
    pins = [
        Pin(id="few", teams=("north",), roles=("officer",), most=1),
        Pin(id="many", teams=("north",), roles=("officer",), least=2),
        Pin(id="clerks", teams=("north",), roles=("clerk",), least=1),
    ]
    return problem(kind(), kind(job="clerk"), *pins, spare_milli_fte=None)


PAIR = [("pins", "few"), ("pins", "many")]


def test_where_few_out_is_not_settled_the_plain_question_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """With no effort for leaving out little, anything that is left out will do: the conflict is as small."""
    monkeypatch.setattr(Elastic, "few_out", lambda *_args, **_more: (Status.UNDECIDED, frozenset()))
    found = smallest_conflict(contradiction())
    assert isinstance(found, Conflict)
    assert [(d.rule, d.place) for d in found.demands] == PAIR
    assert found.smallest


def test_where_a_limit_comes_first_it_is_shrunk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever question of the hitting sets is not settled, the demands are made fewer from all of them."""
    plain = Elastic.holds

    def not_for_few(self: Elastic, held: Collection[Demand], *more: Any) -> tuple[Status, Answer]:
        return (Status.UNDECIDED, Answer(Status.UNDECIDED)) if len(held) < 2 else plain(self, held, *more)

    monkeypatch.setattr(Elastic, "few_out", lambda *_args, **_more: (Status.UNDECIDED, frozenset()))
    monkeypatch.setattr(Elastic, "holds", not_for_few)
    found = smallest_conflict(contradiction())
    # Without any of the two the rest cannot be shown to fit either, so nothing is claimed.
    assert found == Unsettled("the limit on effort was reached")


def test_hitting_sets_that_are_not_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the fewest demands cannot be found in time, what is shrunk is a conflict and not called a smallest."""
    monkeypatch.setattr(module, "solve", lambda *_args: Answer(Status.UNDECIDED))
    found = smallest_conflict(contradiction())
    assert isinstance(found, Conflict)
    assert [(d.rule, d.place) for d in found.demands] == PAIR
    assert (found.smallest, found.at_least) == (False, 0)


def test_nothing_is_claimed_that_is_not_proven_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the proof on the problem itself is not settled there is no conflict to tell."""
    monkeypatch.setattr(module, "anything_fits", lambda *_args: Status.UNDECIDED)
    assert smallest_conflict(contradiction()) == Unsettled("the limit on effort was reached")


def test_undecided_from_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is not known whether anything fits, nothing is said to be in conflict."""
    undecided = (Status.UNDECIDED, Answer(Status.UNDECIDED))
    monkeypatch.setattr(Elastic, "holds", lambda *_args: undecided)
    assert smallest_conflict(contradiction()) == Unsettled("the limit on effort was reached")
