"""A question asked of a case: refused, or answered with a document and how it ended.

Change this when a run needs something more than a case and a question.
"""

from dataclasses import dataclass, replace
from typing import Any, Generic

from scenarios.comparing.answers import Asking
from scenarios.runs.question import Document, RunQuestion, State
from scenarios.schema.case import Case
from solver.engine import Settings


@dataclass(frozen=True)
class RunAnswer(Generic[Document]):
    """What came out: the document, as every door shows it, and how it ended."""

    document: Document
    state: State


def require(case: Case, asked: RunQuestion[Any]) -> None:
    """Have a question be one that this case can be asked.

    Raises:
        RunRefused: it is not; says which part of it, and what can be asked.
    """
    asked.named(case)


def answer(case: Case, asked: RunQuestion[Document], asking: Asking) -> RunAnswer[Document]:
    """Work out the answer, until done or stopped.

    Args: the case; the question; how searches run and who listens: effort and options are the question's own.

    Raises:
        RunRefused: it cannot be asked of this case.
    """
    watch = replace(asking.watch, settings=with_effort(asking.watch.settings, asked.effort))
    document = asked.ask(case, replace(asking, watch=watch, options=asked.named(case)))
    return RunAnswer(document, asked.ended(document))


def with_effort(settings: Settings, effort: float | None) -> Settings:
    """Return settings with the effort asked for (None: as they are); both engines' limits shrink and grow together."""
    if effort is None:
        return settings
    usual = Settings()
    nodes = max(1, round(usual.nodes * effort / usual.effort))
    return replace(settings, effort=effort, nodes=nodes)
