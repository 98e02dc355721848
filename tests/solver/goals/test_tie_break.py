"""The fixed choice between equally good post counts. Change this when the hash changes; every result does then."""

from solver.goals.tie_break import GOAL, LARGEST_WEIGHT, weight
from solver.outcome import Designed
from solver.search import design
from solver.tally import Tally
from tests.solver.build import able, kind, problem, structure, work

TWINS = (kind("north"), kind("south"), work(teams=("north", "south")), able())


def test_weights_depend_on_the_name_alone() -> None:
    """Weights of three names worked out apart from the code: blake2b, eight bytes in hex, mod 65,536, plus 1."""
    assert [weight(name) for name in ("north officer", "south officer", "")] == [53_006, 54_053, 45_749]
    assert all(1 <= weight(f"kind {n}") <= LARGEST_WEIGHT for n in range(2000))


def test_value() -> None:
    """Each post weighs as its kind does."""
    case = problem(*TWINS)
    tally = Tally(case, structure({"north officer": 2, "south officer": 1}))
    assert GOAL.value(tally) == 2 * weight("north officer") + weight("south officer")


def test_the_lighter_twin_is_chosen_and_the_tie_is_told() -> None:
    """One post in either of two teams is equally good: the kind with the smaller weight, and ties is true."""
    outcome = design(problem(*TWINS))
    assert isinstance(outcome, Designed)
    lighter = min(("north officer", "south officer"), key=weight)
    assert outcome.structure.posts == ((lighter, 1),)
    assert outcome.ties


def test_without_a_choice_there_is_no_tie() -> None:
    """When one of the twins is a penny cheaper beyond the tolerance, its post is the only answer."""
    outcome = design(problem(kind("north", cost_pence=3_100_001), *TWINS[1:]))
    assert isinstance(outcome, Designed)
    assert outcome.structure.posts == (("south officer", 1),)
    assert not outcome.ties
