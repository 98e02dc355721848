"""The page that the printed link opens: one's own work first, and forms that hold what can be sent as it stands.

What its script does is seen in a browser; here is what it stands on. Change this when the page offers something else.
"""

import re
from typing import Any, get_args

import pytest

from api.http.models.batches import BatchAsked
from api.http.models.examples import shown_case, shown_digest
from api.http.models.runs import ComparisonAsked, MarkAsked
from api.http.pages import FILES
from api.jobs.batch_asked import new_batch
from api.store.states import Mark
from scenarios.batches.recipe import Recipe
from scenarios.runs.answering import require
from scenarios.runs.asked import RUN_ASKED, RunAsked
from tests.api.http.client import Client

PAGE = FILES["docs.html"].decode()
SCRIPT = FILES["docs.js"].decode()
JSON = "application/json"
RUNS = "/v1/cases/{case}/versions/{digest}/runs"


@pytest.fixture
def description(client: Client) -> dict[str, Any]:
    """The OpenAPI document."""
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def _examples(description: dict[str, Any], path: str) -> list[Any]:
    content = description["paths"][path]["post"]["requestBody"]["content"][JSON]
    return [each["value"] for each in content["examples"].values()]


def test_ones_own_work_comes_first_and_operations_last(description: dict[str, Any]) -> None:
    """Every group of addresses is named with its words, in the order in which the work is done."""
    named = [each["name"] for each in description["tags"]]
    used = {operation["tags"][0] for path in description["paths"].values() for operation in path.values()}
    assert {*named} == used
    assert (named[:3], named[-1]) == (["cases", "runs", "structures"], "operations")
    assert all(each["description"].endswith(".") for each in description["tags"])


def test_the_first_sentences_lead_to_forms_that_there_are(description: dict[str, Any]) -> None:
    """Each link of the page's introduction names a method and an address of the description."""
    told = re.findall(r'href="#([a-z]+):([^"]+)"', PAGE)
    assert told[0] == ("post", "/v1/cases")
    assert [(method, path) for method, path in told if method not in description["paths"][path]] == []
    assert len(told) == 4


def test_every_json_body_has_an_example(description: dict[str, Any]) -> None:
    """No form starts with an empty object."""
    bodies = [
        (path, operation["requestBody"]["content"][JSON])
        for path, operations in description["paths"].items()
        for operation in operations.values()
        if "requestBody" in operation
    ]
    assert [path for path, content in bodies if not content.get("examples")] == []
    assert len(bodies) == 5


def test_every_question_has_an_example_that_the_case_can_be_asked(description: dict[str, Any]) -> None:
    """All nine questions are shown, and none of them is refused by the library's case."""
    asked = [RUN_ASKED.validate_python(each) for each in _examples(description, RUNS)]
    for each in asked:
        require(shown_case(), each)
    kinds = get_args(get_args(RunAsked)[0])
    assert {type(each) for each in asked} == {*kinds}
    assert len(kinds) == 9


def test_marks_comparisons_and_batches_have_examples_that_are_valid(description: dict[str, Any]) -> None:
    """Each mark there is, a reason where one is needed, two structures, and a recipe that the case bears."""
    marks = [MarkAsked.model_validate(each) for each in _examples(description, "/v1/runs/{run_id}/mark")]
    assert {each.mark for each in marks} == {*Mark}
    assert [each.mark for each in marks if each.reason] == [Mark.SET_ASIDE]
    (compared,) = _examples(description, "/v1/comparisons")
    assert len(ComparisonAsked.model_validate(compared).structures) == 2
    (recipe,) = _examples(description, "/v1/batches")
    futures = Recipe.model_validate(BatchAsked.model_validate(recipe).model_dump(exclude={"digest"}))
    assert new_batch(futures, shown_case(), shown_digest(), workspace="default", actor="local").futures > 100


def test_a_saved_file_has_an_ending_whatever_it_is(description: dict[str, Any]) -> None:
    """The script knows an ending for every kind of file that is answered, where the answer names none."""
    kinds = {
        kind
        for path in description["paths"].values()
        for operation in path.values()
        for kind in operation["responses"].get("200", {}).get("content", {})
        if not kind.endswith("json") and kind != "text/event-stream"
    }
    endings = dict(re.findall(r'^  "([^"]+/[^"]+)": "(\.[a-z]+)",$', SCRIPT, re.MULTILINE))
    assert kinds - {*endings} == set()
    assert len(kinds) > 4
