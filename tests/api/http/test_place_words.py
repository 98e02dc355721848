"""A place that is wrong is told in words that say what to do, never in those of the library that found it."""

from typing import Any

import pytest

from api.http.place_words import IDS, QUESTIONS, how_many
from tests.api.http.client import Client
from tests.api.http.routes.answered import add_library

RUNS, COMPARISONS = "runs", "/v1/comparisons"
THERE_ARE = "the questions are: design, compare, frontier, alternatives, explain, why-not, stress, must-be-true, "
NO_QUESTION = f"There is no question 'nonsense'; {THERE_ARE}no-redundancies."
NO_GOAL = "There is no goal 'speed'. The goals are: uncovered, displaced, cost, moved_down, job_changed, posts_changed."
LONG = "x" * 61


def _places(answer: Any) -> list[tuple[str, str]]:
    assert answer.status_code == 422, answer.text
    return [(each["where"], each["message"]) for each in answer.json()["places"]]


@pytest.mark.parametrize(
    ("body", "where", "message"),
    [
        ({"question": "nonsense"}, "body.question", NO_QUESTION),
        ({"question": LONG}, "body.question", f"There is no such question; {THERE_ARE}no-redundancies."),
        ({}, "body.question", f"Name the question; {THERE_ARE}no-redundancies."),
        (
            {"question": "why-not"},
            "body.that",
            'Ask one thing: that, as in "Team Manager >= 2", or against and the name of a given option.',
        ),
        (
            {"question": "frontier", "goals": ["cost", "speed"]},
            "body.goals",
            NO_GOAL,
        ),
        ({"question": "alternatives", "count": 1}, "body.count", "Write 2 or more."),
        ({"question": "alternatives", "count": 51}, "body.count", "Write 50 or less."),
        ({"question": "alternatives", "count": "few"}, "body.count", "Write a whole number."),
        ({"question": "compare", "effort": "much"}, "body.effort", "Write a number."),
        ({"question": "compare", "break_evens": "perhaps"}, "body.break_evens", "Write true or false."),
        ({"question": "compare", "near": 1}, "body.near", "Write a text."),
        (
            {"question": "compare", "far": 1},
            "body.far",
            "There is nothing of this name here: see how it is written, or leave it out.",
        ),
        ({"question": "why-not", "that": "x" * 2001}, "body.that", "Write at most 2,000 characters."),
        ([], "body", "Write an object, in { and }."),
        (
            {"question": "design", "option": "nowhere"},
            "body.option",
            "There is no option 'nowhere'. The options are: designed, as proposed, no change.",
        ),
    ],
)
def test_what_cannot_be_asked_is_told_at_its_field(client: Client, body: Any, where: str, message: str) -> None:
    """Whether the model or the case refuses it: one place, named as the body names it, and what to do."""
    told = add_library(client)
    assert _places(client.post(told["links"][RUNS], json=body)) == [(where, message)]


@pytest.mark.parametrize(
    ("body", "where", "message"),
    [
        ({"structures": ["a"]}, "body.structures", "Name at least 2, not 1."),
        ({"structures": [str(each) for each in range(9)]}, "body.structures", "Name at most 8."),
        ({"structures": 1}, "body.structures", "Write a list, in [ and ]."),
        ({}, "body.structures", "This is missing: it has to be given."),
        ({"structures": ["a", "a"]}, "body.structures", "Name each structure once."),
        ({"design": 1, "structures": ["a", "b"]}, "body.design", "There is nothing of this name here: see how it "),
    ],
)
def test_what_cannot_be_compared_is_told(client: Client, body: Any, where: str, message: str) -> None:
    """A number of structures that is no comparison is told by the number that is."""
    ((there, said),) = _places(client.post(COMPARISONS, json=body))
    assert there == where
    assert said.startswith(message)


@pytest.mark.parametrize(
    ("address", "where", "message"),
    [
        ("/v1/runs/7", "path.run_id", "This is no id of a run: 32 letters or digits,"),
        ("/v1/batches/7", "path.batch_id", "This is no id of a batch: 32 letters or digits,"),
        ("/v1/structures/7", "path.structure_id", "This is no id of a structure: that of its run,"),
        ("/v1/cases/a/versions/7", "path.digest", "This is no digest of a version: 64 letters or digits,"),
        ("/v1/runs?state=lost", "query.state", "Write one of: 'queued', 'running',"),
        ("/v1/runs?case=", "query.case", "Write at least one character, and no line end,"),
    ],
)
def test_what_is_no_address_is_told(client: Client, address: str, where: str, message: str) -> None:
    """An id that is none is told by what one looks like and where there are some; no pattern is shown."""
    ((there, said),) = _places(client.get(address))
    assert there == where
    assert said.startswith(message)
    assert "[0-9" not in said


def test_every_pattern_of_an_address_has_its_words(client: Client) -> None:
    """Whatever parameter is held to a pattern is either known by its name, or held to have no control characters."""
    paths = client.get("/openapi.json").json()["paths"]
    held = {
        (parameter["name"], schema["pattern"])
        for operations in paths.values()
        for operation in operations.values()
        for parameter in operation.get("parameters", ())
        for schema in (parameter["schema"], *parameter["schema"].get("anyOf", ()))
        if "pattern" in schema
    }
    assert {name for name, pattern in held if r"\x1f" not in pattern} == {*IDS}


def test_places_are_counted_in_one_wording() -> None:
    """One place and several are told as such."""
    assert how_many(1) == "1 place is not valid. Mend this and send it again."
    assert how_many(1200) == "1,200 places are not valid. Mend these and send it again."
    assert len(QUESTIONS) == 9
