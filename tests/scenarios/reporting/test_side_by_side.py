"""Structures side by side: amounts, how far they are from the first, and words where they do not go together.

Change this when structures are set side by side in another way.
"""

import pytest

from scenarios.comparing.answers import Asking
from scenarios.comparing.result import StructureResult
from scenarios.comparing.results import compare_case
from scenarios.library import path_of
from scenarios.reading.load import load_case
from scenarios.reporting.measures import Measure, Placed
from scenarios.reporting.side_by_side import SideBySide, side_by_side

CASE = "nottinghamshire-2014"


@pytest.fixture(scope="module")
def structures() -> tuple[StructureResult, ...]:
    """No change, as proposed in both branches, and model C."""
    options = ("no change", "as proposed", "model C")
    return compare_case(load_case(path_of(CASE)), Asking(options=options, break_evens=False)).structures


def _beside(*structures: StructureResult, cases: tuple[str, ...] = (), builds: tuple[str, ...] = ()) -> SideBySide:
    each = enumerate(structures)
    return side_by_side(
        [
            Placed(f"s{n}", structure.option, (cases or (CASE,) * 9)[n], (builds or ("1",) * 9)[n], structure)
            for n, structure in each
        ]
    )


def _told(measure: Measure) -> list[tuple[str, str, str]]:
    return [(gap.id, gap.of, gap.why) for gap in measure.gaps]


def test_amounts_are_those_of_the_results_and_counted_from_the_first(structures: tuple[StructureResult, ...]) -> None:
    """No change beside the published structure: 735,500 and 349,000, 386,500 less; 27 FTE and 11, 16 fewer."""
    found = {measure.name: measure for measure in _beside(structures[0], structures[1]).measures}
    assert (found["cost a year"].values, found["cost a year"].more) == ((735_500, 349_000), (0, -386_500))
    assert (found["FTE"].values, found["FTE"].more) == ((27, 11), (0, -16))
    people = structures[1].people
    assert people is not None
    assert found["people displaced, at the most"].values[1] == people.displaced_at_most
    assert found["one-off cost, expected"].more == (0, None)


def test_goals_are_told_of_searched_structures_alone(structures: tuple[StructureResult, ...]) -> None:
    """A given structure has no goal values; a design's are in the goal's own unit, pounds and not pence."""
    given, design = structures[1], next(each for each in structures if each.option == "model C" and each.bounds)
    goals = {measure.name: measure for measure in _beside(given, design).goals}
    bounds = {bound.goal: bound.value for bound in design.bounds}
    assert list(goals) == [bound.goal for bound in design.bounds]
    assert goals["cost"].values == (None, bounds["cost"] / 100)
    assert (goals["cost"].unit, goals["cost"].more) == ("pounds a year", (None, None))
    assert goals["displaced"].values == (None, bounds["displaced"])
    assert {tuple(_told(goal)) for goal in goals.values()} == {
        (("s0", "value", "does not apply"), ("s1", "more", "does not apply"))
    }
    assert "exact" in (goals["cost"].note or "")
    assert goals["displaced"].note is None


def test_other_posts_are_told_against_the_first(structures: tuple[StructureResult, ...]) -> None:
    """The published structure has six fewer or more posts of named teams and roles; the same structure has none."""
    found = _beside(structures[0], structures[1], structures[0])
    assert [(each.id, bool(each.posts)) for each in found.other_posts] == [("s1", True), ("s2", False)]
    assert all(" fewer" in words or " more" in words for words in found.other_posts[0].posts)


def test_structures_that_go_together_have_no_warning(structures: tuple[StructureResult, ...]) -> None:
    """One case, one version, one price base, one build: nothing to say."""
    assert _beside(*structures[:3]).warnings == ()


def test_what_does_not_go_together_is_said_in_words(structures: tuple[StructureResult, ...]) -> None:
    """Another version, another price base and another build each have their sentence; another case has its own."""
    first = structures[0]
    other = first.provenance.model_copy(update={"input_digest": "0" * 64})
    later = first.model_copy(update={"provenance": other, "price_base": "2015/16"})
    told = _beside(first, later, builds=("1", "2")).warnings
    assert [words.split(" ")[1:4] for words in told] == [
        ["rest", "on", "different"],
        ["costs", "are", "at"],
        ["were", "worked", "out"],
    ]
    assert "2015/16" in told[1]
    assert _beside(first, later, cases=("a", "b")).warnings[0] == (
        "They are of different cases: a, b: do not set amounts of money side by side."
    )


def test_an_answer_without_a_structure_is_shown_without_amounts(structures: tuple[StructureResult, ...]) -> None:
    """Where no structure fits there is nothing to count, and nothing is told as nought."""
    bare = dict.fromkeys(("annual_cost", "saving", "posts", "fte", "uncovered_fte", "people", "one_off"))
    none = structures[0].model_copy(update={**bare, "status": "infeasible"})
    found = _beside(structures[0], none)
    assert {measure.values[1] for measure in found.measures} == {None}
    assert found.other_posts == ()
    assert {tuple(_told(measure)) for measure in found.measures} == {(("s1", "value", "does not apply"),)}
    assert found.structures[1].unknown == structures[0].unknown


def test_what_is_not_known_is_told_of_the_structure_and_the_amount(structures: tuple[StructureResult, ...]) -> None:
    """One-off cost of displaced people is not known: said of that structure in the measure and at its head."""
    found = _beside(structures[0], structures[1])
    once = {measure.name: measure for measure in found.measures}["one-off cost, expected"]
    assert once.values == (0, None)
    assert _told(once) == [("s1", "value", "not known")]
    assert "displaced" in once.gaps[0].words
    assert [head.unknown for head in found.structures] == [(), ("one-off cost, expected",)]
    turned = _beside(structures[1], structures[0]).measures
    once = next(measure for measure in turned if measure.name == once.name)
    assert (once.more, _told(once)) == ((None, None), [("s0", "value", "not known"), ("s1", "more", "not known")])


def test_every_null_has_its_reason(structures: tuple[StructureResult, ...]) -> None:
    """Whatever is null in `values`, or in `more` alone, is told of once, and nothing else is."""
    found = _beside(*structures)
    for measure in (*found.measures, *found.goals):
        nulls = [
            (head.id, "value" if value is None else "more")
            for head, value, more in zip(found.structures, measure.values, measure.more, strict=True)
            if value is None or more is None
        ]
        assert nulls == [(gap.id, gap.of) for gap in measure.gaps]


def test_money_that_does_not_go_together_is_not_taken_from_each_other(structures: tuple[StructureResult, ...]) -> None:
    """Another case or price base: amounts of money stand without a difference, FTE and people with theirs."""
    first = structures[0]
    later = first.model_copy(update={"price_base": "2015/16"})
    for found, words in (
        (_beside(first, first, later), "at different prices"),
        (_beside(first, first, first, cases=("a", "a", "b")), "of different cases: a, b"),
    ):
        for measure in found.measures:
            of_money = measure.unit.startswith("pounds")
            assert measure.more == (0, 0, None if of_money else 0), measure.name
            assert _told(measure) == ([("s2", "more", "not to be set side by side")] if of_money else [])
            assert all(words in gap.words for gap in measure.gaps)


def test_no_two_structures_have_the_same_title(structures: tuple[StructureResult, ...]) -> None:
    """Titles that are alike get their case, and their id where that is the same too; others stay as they are."""
    first, other = structures[0], structures[1]
    alike = _beside(first, first, first, other, cases=("a", "b", "b", "b"))
    assert [head.title for head in alike.structures] == [
        "no change [a]",
        "no change [b] [s1]",
        "no change [b] [s2]",
        "as proposed",
    ]
