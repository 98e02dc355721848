"""A workbook made from stored answers is the workbook of a search, byte for byte, and nothing is searched for it.

Change this when a workbook needs something that a comparison does not say.
"""

from collections.abc import Callable

import pytest

from scenarios.claims import outcome
from scenarios.comparing.answers import Asking
from scenarios.comparing.restored import NotRestored
from scenarios.comparing.result import Comparison
from scenarios.comparing.results import compare_case
from scenarios.library import names, path_of
from scenarios.reading.load import load_case
from scenarios.reporting.hr_book.workbook import people_workbook_of
from scenarios.reporting.money_book.workbook import workbook_of
from scenarios.reporting.worked import worked_from, worked_out
from scenarios.schema.case import Case
from solver import search, settle


def _case(name: str) -> Case:
    """A library case as the service keeps it: without sealed sheets."""
    return Case(load_case(path_of(name)).scenario)


def _stored(comparison: Comparison) -> Comparison:
    """A comparison as it is read back from what was stored."""
    return Comparison.model_validate_json(comparison.model_dump_json())


@pytest.mark.parametrize("name", names())
def test_workbooks_of_stored_answers_are_those_of_a_search(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Money and HR workbook of every library case; the solver is out of reach while the stored answers are read."""
    case = _case(name)
    kept = _stored(compare_case(case, Asking(break_evens=False)))
    searched = worked_out(case)
    expected = workbook_of(searched), people_workbook_of(searched)

    def unwanted(*_args: object, **_known: object) -> None:
        raise AssertionError("something was searched")

    for module in (search, settle):
        monkeypatch.setattr(module, "solve", unwanted)
    for ranges in ("least_for_these_posts", "for_equally_good"):
        monkeypatch.setattr(outcome, ranges, unwanted)
    found = worked_from(case, kept)
    assert (workbook_of(found), people_workbook_of(found)) == expected
    assert found.settled == searched.settled


@pytest.fixture(scope="module")
def designed() -> Comparison:
    """One design alone, without no change to set it against."""
    return _stored(compare_case(_case("bury-2021"), Asking(options=("designed",), break_evens=False)))


def test_a_design_alone_is_set_against_no_change_all_the_same(designed: Comparison) -> None:
    """The answers to some options make the workbook that a search for these options makes."""
    case = _case("bury-2021")
    assert workbook_of(worked_from(case, designed)) == workbook_of(worked_out(case, Asking(options=("designed",))))


def test_posts_changed_may_count_from_another_option() -> None:
    """Answers that were asked to stay near an option are read back with that option."""
    case = _case("bury-2021")
    asking = Asking(options=("designed",), near="as proposed", break_evens=False)
    kept = _stored(compare_case(case, asking))
    assert workbook_of(worked_from(case, kept, near="as proposed")) == workbook_of(worked_out(case, asking))


def _other(comparison: Comparison, **changes: object) -> Comparison:
    """A comparison whose first structure says something else."""
    first, *rest = comparison.structures
    return comparison.model_copy(update={"structures": (first.model_copy(update=changes), *rest)})


def _dearer(comparison: Comparison) -> Comparison:
    line, *rest = comparison.structures[0].ledger
    return _other(comparison, ledger=(line.model_copy(update={"pounds": (line.pounds or 0) + 0.01}), *rest))


def _fewer_people(comparison: Comparison) -> Comparison:
    people = comparison.structures[0].people
    assert people is not None
    return _other(comparison, people=people.model_copy(update={"at_risk": people.at_risk + 1}))


@pytest.mark.parametrize("changed", [_dearer, _fewer_people], ids=["a penny more", "one person more"])
def test_answers_that_do_not_come_out_again_are_told(
    changed: Callable[[Comparison], Comparison], designed: Comparison
) -> None:
    """A comparison that says another penny, or another person, is of another build: no workbook is made of it."""
    with pytest.raises(NotRestored, match="does not come out again"):
        worked_from(_case("bury-2021"), changed(designed))


def test_answers_of_another_case_are_told(designed: Comparison) -> None:
    """Options that the case does not have, has otherwise or answers otherwise."""
    case = _case("nottinghamshire-2014")
    with pytest.raises(NotRestored, match="no option"):
        worked_from(case, designed)
    with pytest.raises(NotRestored, match="other answers"):
        worked_from(_case("bury-2021"), designed.model_copy(update={"structures": designed.structures[:1]}))
    swapped = _other(designed, branch="Grade 9")
    with pytest.raises(NotRestored, match="stands where"):
        worked_from(_case("bury-2021"), swapped)
