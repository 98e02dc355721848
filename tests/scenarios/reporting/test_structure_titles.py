"""What the structures of every kind of answer are called: no two alike, and as tables and answers name them.

Change this when an answer names its structures in another way.
"""

from typing import Any

import pytest

from scenarios.comparing.answers import Asking
from scenarios.comparing.result import Comparison
from scenarios.library import path_of
from scenarios.reading.load import load_case
from scenarios.reporting.same_posts import shown_once
from scenarios.reporting.structure_titles import titles_of
from scenarios.runs.answering import answer
from scenarios.runs.asked import RUN_ASKED
from scenarios.runs.question import RunQuestion
from scenarios.schema.case import Case
from tests.scenarios.comparing.small import service


def _answered(case: Case, **question: Any) -> dict[str, Any]:
    asked: RunQuestion[Any] = RUN_ASKED.validate_python(question)
    document: dict[str, Any] = answer(case, asked, Asking()).document.model_dump(mode="json")
    return document


def test_a_comparison_is_numbered_and_named_as_its_table() -> None:
    """Structures shown once share number and title there, and have a title of their own each."""
    case = load_case(path_of("bury-2021"))
    document = _answered(case, question="compare", break_evens=False)
    people, money = (
        next(each for each in document["structures"] if each["anchor"] == anchor)
        for anchor in ("people_first", "money_first")
    )
    money["lines"] = people["lines"]
    shown = shown_once(Comparison.model_validate(document).structures)
    found = titles_of(document)
    expected = [(each.number, each.title) for each in shown for _ in each.answers]
    assert sorted((each.number or 0, each.shown_as) for each in found) == sorted(expected)
    assert len(expected) == len({each.title for each in found}) > len(shown)
    assert [each.title.partition(":")[0] for each in found] == [each["option"] for each in document["structures"]]
    assert "designed: people first = money first" in {each.shown_as for each in found}
    assert {each.part for each in found} == {None}


@pytest.mark.parametrize(
    "question",
    [
        {"question": "frontier"},
        {"question": "alternatives", "count": 3},
        {"question": "explain"},
        {"question": "why-not", "that": "Officer = 2"},
        {"question": "why-not", "against": "as given"},
        {"question": "stress"},
        {"question": "must-be-true"},
        {"question": "no-redundancies"},
    ],
)
def test_no_two_structures_of_an_answer_have_the_same_title(question: dict[str, Any]) -> None:
    """Whatever is asked, there is a title for each structure, and none twice."""
    document = _answered(Case(scenario=service()), **question)
    titles = [each.title for each in titles_of(document)]
    assert len(titles) == len(document["structures"]) == len(set(titles)) > 0


def test_points_of_a_frontier_are_numbered_in_their_order() -> None:
    """Each point by its place among the points of its answer; what lies beside them by its option."""
    document = _answered(load_case(path_of("bury-2021")), question="frontier")
    found = titles_of(document)
    for told in document["answers"]:
        for number, point in enumerate(told["points"], 1):
            assert f"point {number} of {len(told['points'])}" in (found[point["structure"]].part or "")
        for each in told["beside"]:
            assert found[each["structure"]].title.startswith(each["option"])


def _structure(option: str, branch: str | None = None) -> dict[str, Any]:
    return {"option": option, "branch": branch, "anchor": None}


@pytest.mark.parametrize(
    ("question", "told", "expected"),
    [
        (
            "alternatives",
            {"design": 0, "alternatives": [{"structure": 1}], "other_roles": {"structure": 2}},
            ["A (b): the design", "A (b): alternative 1 of 1", "A (b): other posts by role"],
        ),
        (
            "why-not",
            {"design": 0, "with_demand": None, "ways_out": [{"structure": 1, "without": 2}]},
            ["A (b): the design", "A (b): way out 1 of 1", "A (b): way out 1 of 1, without what is demanded"],
        ),
        (
            "why-not",
            {"given": 0, "design": 1, "better": 2},
            ["A (b): set against the design", "A (b): the design", "A (b): no worse on work, people and cost"],
        ),
        (
            "explain",
            {"design": 0, "binding": [{"structure": None}, {"structure": 1}]},
            ["A (b): the design", "A (b): after giving 2 of 2", "A (b)"],
        ),
        (
            "no-redundancies",
            {"design": 0, "structure": 0},
            ["A (b): the design = nobody displaced", "A (b) (structure 2)", "A (b) (structure 3)"],
        ),
        ("stress", {"structure": 0}, [f"A (b) (structure {place})" for place in (1, 2, 3)]),
    ],
)
def test_structures_are_called_after_what_is_said_of_them(
    question: str, told: dict[str, Any], expected: list[str]
) -> None:
    """By the field that names them; what nothing is said of by its place in the answer, where names are alike."""
    document = {"question": question, "structures": [_structure("A", "b")] * 3, "answers": [told, told]}
    assert [each.title for each in titles_of(document)] == expected
