"""Every question that a run can ask, told apart by the field `question`, and one form for one question.

Change this when a question is added: one line in RunAsked, one file.
"""

import json
from typing import Annotated, Any

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
RUN_ASKED: TypeAdapter[RunAsked] = TypeAdapter(RunAsked)


def asked_text(asked: RunQuestion[Any]) -> str:
    """Return a question as one line of JSON with sorted keys, so that the same question is the same text."""
    return json.dumps(asked.model_dump(mode="json"), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
