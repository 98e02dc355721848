"""Every question that a run can ask, told apart by the field `question`, and one form for one question.

Change this when a question is added: one line in RunAsked, one file.
"""

import json
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from scenarios.runs.alternatives import AlternativesAsked
from scenarios.runs.compare import CompareAsked
from scenarios.runs.design import DesignAsked
from scenarios.runs.explain import ExplainAsked
from scenarios.runs.frontier import FrontierAsked
from scenarios.runs.must_be_true import MustBeTrueAsked
from scenarios.runs.no_redundancies import NoRedundanciesAsked
from scenarios.runs.question import RunQuestion
from scenarios.runs.stress import StressAsked
from scenarios.runs.why_not import WhyNotAsked
from solver.engine import Settings

RunAsked = Annotated[
    DesignAsked
    | CompareAsked
    | FrontierAsked
    | AlternativesAsked
    | ExplainAsked
    | WhyNotAsked
    | StressAsked
    | MustBeTrueAsked
    | NoRedundanciesAsked,
    Field(discriminator="question"),
]
QuestionName = Literal[
    "design",
    "compare",
    "frontier",
    "alternatives",
    "explain",
    "why-not",
    "stress",
    "must-be-true",
    "no-redundancies",
]
"""What each of them is called."""
RUN_ASKED: TypeAdapter[RunAsked] = TypeAdapter(RunAsked)


def asked_text(asked: RunQuestion[Any]) -> str:
    """Return a question as one line of JSON with sorted keys, so that the same question is the same text.

    An effort that is the usual one asks for nothing else than none at all, and is left out as that is.
    """
    told = asked.model_dump(mode="json")
    if asked.effort == Settings().effort:
        told["effort"] = None
    return json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
