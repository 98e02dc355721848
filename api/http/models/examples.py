"""Examples for the OpenAPI document, taken from a case of the library by reading it: none is typed here.

Change this when the documentation should show another case.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from api.store.states import Mark
from scenarios.checking.document import check_document
from scenarios.library import path_of
from scenarios.proofreading.proofread import proofread
from scenarios.reading.load import load_case
from scenarios.runs.alternatives import AlternativesAsked
from scenarios.runs.asked import RunAsked
from scenarios.runs.compare import CompareAsked
from scenarios.runs.design import DesignAsked
from scenarios.runs.explain import ExplainAsked
from scenarios.runs.frontier import FrontierAsked
from scenarios.runs.must_be_true import MustBeTrueAsked
from scenarios.runs.named_options import options_of
from scenarios.runs.no_redundancies import NoRedundanciesAsked
from scenarios.runs.stress import StressAsked
from scenarios.runs.why_not import WhyNotAsked
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
    """Return every question with what the case can be asked by it, by what it is, as OpenAPI shows examples."""
    options = options_of(shown_case())
    to_design = [each.option for each in options if each.kind == "designed"][-1]
    given = next(each.option for each in options if each.kind == "given")
    role = shown_case().scenario.roles[0].role
    asked: dict[str, RunAsked] = {
        "every option side by side": CompareAsked(),
        "one option designed": DesignAsked(option=to_design),
        "cost against people": FrontierAsked(option=to_design),
        "other structures about as good": AlternativesAsked(option=to_design),
        "what binds, or why nothing fits": ExplainAsked(option=to_design),
        "why not two posts of a role": WhyNotAsked(option=to_design, that=f"{role} >= 2"),
        "why not a structure given by hand": WhyNotAsked(option=to_design, against=given),
        "where things turn out otherwise": StressAsked(option=to_design),
        "how far assumptions can move": MustBeTrueAsked(option=to_design),
        "no compulsory redundancies": NoRedundanciesAsked(option=to_design),
    }
    return {name: {"value": each.model_dump(mode="json")} for name, each in asked.items()}


def marks() -> Mapping[str, dict[str, Any]]:
    """Return what an author can say of a run; the reason of setting aside is one that the case's report gives."""
    reason = next(each.reason for each in options_of(shown_case()) if each.standing == "set aside")
    return {
        str(Mark.PUT_TO_CONSULTATION): {"value": {"mark": Mark.PUT_TO_CONSULTATION}},
        str(Mark.SET_ASIDE): {"value": {"mark": Mark.SET_ASIDE, "reason": reason}},
        str(Mark.DRAFT): {"value": {"mark": Mark.DRAFT}},
    }


def comparisons() -> Mapping[str, dict[str, Any]]:
    """Return two structures side by side: their ids are made when a run is answered, so these are of no run yet."""
    return {"two structures of a run": {"value": {"structures": [f"{'0' * 32}-{position}" for position in (1, 2)]}}}


BODIES: Mapping[tuple[str, str], Callable[[], Mapping[str, dict[str, Any]]]] = {
    ("post", "/v1/runs/{run_id}/mark"): marks,
    ("post", "/v1/comparisons"): comparisons,
}
"""Examples of bodies that the OpenAPI document gives beside those that routes name themselves."""
