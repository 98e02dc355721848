"""Examples for the OpenAPI document, taken from a case of the library by reading it: none is typed here.

Change this when the documentation should show another case.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from scenarios.checking.document import check_document
from scenarios.library import path_of
from scenarios.proofreading.proofread import proofread
from scenarios.reading.load import load_case
from scenarios.runs.asked import RunAsked
from scenarios.runs.compare import CompareAsked
from scenarios.runs.design import DesignAsked
from scenarios.runs.explain import ExplainAsked
from scenarios.runs.frontier import FrontierAsked
from scenarios.runs.named_options import options_of
from scenarios.schema.canonical import digest
from scenarios.schema.case import Case, CaseDocument
from scenarios.schema.scenario import Scenario

SHOWN = "nottinghamshire-2014"


@cache
def shown_case() -> Case:
    """Return the case that is shown, without sealed sheets."""
    return Case(load_case(path_of(SHOWN)).scenario)


@cache
def two_lists() -> dict[str, Any]:
    """Return the two lists of the case, today's posts and those proposed, as a document that can be sent."""
    scenario = shown_case().scenario
    bare = Scenario(header=scenario.header, posts=scenario.posts, proposed=scenario.proposed)
    document: dict[str, Any] = CaseDocument(scenario=bare).model_dump(mode="json", exclude_defaults=True)
    return document


@cache
def checked() -> dict[str, Any]:
    """Return what check says of the case."""
    document: dict[str, Any] = check_document(proofread(shown_case())).model_dump(mode="json")
    return document


def shown_digest() -> str:
    """Return the digest of the case."""
    return digest(shown_case().scenario)


def questions() -> Mapping[str, dict[str, Any]]:
    """Return some questions that the case can be asked, by what they are, as OpenAPI shows examples."""
    to_design = next(each.option for each in options_of(shown_case()) if each.kind == "designed")
    asked: dict[str, RunAsked] = {
        "every option side by side": CompareAsked(),
        "one option designed": DesignAsked(option=to_design),
        "cost against people": FrontierAsked(option=to_design),
        "what binds": ExplainAsked(option=to_design),
    }
    return {name: {"value": each.model_dump(mode="json")} for name, each in asked.items()}
