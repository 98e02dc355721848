"""What may be asked: read, refused where it cannot be asked of a case, the same text for the same question.

Change this when a question is added, or can be refused for another reason.
"""

import json
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from scenarios.runs.answering import require, with_effort
from scenarios.runs.asked import RUN_ASKED, QuestionName, asked_text
from scenarios.runs.build import build
from scenarios.runs.digest import run_digest
from scenarios.runs.refused import RunRefused
from scenarios.schema.case import Case
from solver.engine import Settings
from tests.scenarios.comparing.small import service

NEEDS_MORE = "why-not"
QUESTIONS = tuple(name for name in get_args(QuestionName) if name != NEEDS_MORE)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_needs_no_more_than_its_name(question: str) -> None:
    """Everything else has a default that the case can be asked with."""
    asked = RUN_ASKED.validate_python({"question": question})
    require(Case(scenario=service()), asked)
    assert json.loads(asked_text(asked))["question"] == question


def test_every_question_has_its_name() -> None:
    """The names are those by which questions are told apart, all of them."""
    mapping = RUN_ASKED.json_schema()["discriminator"]["mapping"]
    assert sorted(mapping) == sorted(get_args(QuestionName))


def test_the_same_question_is_the_same_text_and_digest() -> None:
    """The order of keys and defaults written out change nothing; another question, input or build does."""
    plain = RUN_ASKED.validate_python({"question": "frontier", "option": "designed"})
    other = RUN_ASKED.validate_json('{"option": "designed", "goals": ["cost", "displaced"], "question": "frontier"}')
    three = RUN_ASKED.validate_python({"question": "frontier", "goals": ["uncovered", "cost", "displaced"]})
    same = {run_digest("a", plain, "1"), run_digest("a", other, "1")}
    assert asked_text(plain) == asked_text(other)
    assert len(same) == 1
    assert len(same | {run_digest("b", plain, "1"), run_digest("a", plain, "2"), run_digest("a", three, "1")}) == 4


def test_the_usual_effort_is_the_same_question_as_none() -> None:
    """Written out or left out it is one text and one search; any other effort is another question."""
    plain, usual, less = (
        RUN_ASKED.validate_python({"question": "compare", "effort": effort})
        for effort in (None, Settings().effort, Settings().effort - 1)
    )
    assert asked_text(plain) == asked_text(usual) != asked_text(less)
    settings = Settings()
    assert with_effort(settings, plain.effort) == with_effort(settings, usual.effort)


def test_goals_may_be_named_as_the_sheet_names_them() -> None:
    """ "moved down" is the goal that results call moved_down."""
    assert RUN_ASKED.validate_python({"question": "frontier", "goals": ["cost", "moved down"]}) == (
        RUN_ASKED.validate_python({"question": "frontier", "goals": ["cost", "moved_down"]})
    )


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"question": "frontier", "goals": ["cost"]}, "between two or three different goals"),
        ({"question": "frontier", "goals": ["cost", "cost"]}, "between two or three different goals"),
        ({"question": "frontier", "goals": ["cost", "dispaced"]}, "did you mean 'displaced'?"),
        ({"question": "alternatives", "slack": "200%"}, "from 0% to 100%"),
        ({"question": "alternatives", "slack": "two"}, "from 0% to 100%"),
        ({"question": "alternatives", "count": 1}, "greater than or equal to 2"),
        ({"question": "why-not"}, "ask one thing"),
        ({"question": "why-not", "that": "posts = 1", "against": "as given"}, "ask one thing"),
        ({"question": "design", "effort": 0}, "greater than or equal to 0.001"),
        ({"question": "design", "options": "designed"}, "Extra inputs are not permitted"),
        ({"question": "redesign"}, "does not match any of the expected tags"),
    ],
)
def test_what_no_case_can_be_asked(asked: dict[str, Any], said: str) -> None:
    """Each is refused when it is read, with words about what can be asked."""
    with pytest.raises(ValidationError) as refused:
        RUN_ASKED.validate_python(asked)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("asked", "field", "said"),
    [
        ({"question": "design", "option": "desined"}, "option", "did you mean 'designed'?"),
        ({"question": "design", "option": "as given"}, "option", "is not to be designed"),
        ({"question": "frontier", "option": "no change"}, "option", "options to design: designed"),
        ({"question": "stress", "option": "zzzz"}, "option", "The options are: no change, as given, designed"),
        ({"question": "compare", "near": "designed"}, "near", "options with posts of their own: no change, as given"),
        ({"question": "compare", "near": "nothing"}, "near", "there is no option 'nothing'"),
        ({"question": "why-not", "against": "no change"}, "against", "those given are: as given"),
        ({"question": "why-not", "that": "Oficer = 1"}, "that", "did you mean 'Officer'?"),
        ({"question": "why-not", "that": ""}, "that", "Write: ROLE >= n"),
    ],
)
def test_what_this_case_cannot_be_asked(asked: dict[str, Any], field: str, said: str) -> None:
    """Each is refused before anything is worked out, with the part at fault and what there is."""
    with pytest.raises(RunRefused) as refused:
        require(Case(scenario=service()), RUN_ASKED.validate_python(asked))
    assert (refused.value.field, said in refused.value.words) == (field, True)


def test_a_case_without_options_to_design_is_told_so() -> None:
    """A design is asked of a case that has given structures only."""
    given = service(options=tuple(each for each in service().options if each.kind != "designed"))
    with pytest.raises(RunRefused, match="no option of this case is to be designed"):
        require(Case(scenario=given), RUN_ASKED.validate_python({"question": "design"}))


def test_a_build_says_its_versions_and_stays_the_same() -> None:
    """The same files are the same build, named with the version and the solver's."""
    assert build() == build()
    assert {*build().split()[::2]} >= {"ortools", "restructure-designer"}
