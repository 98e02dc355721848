"""Every question answered on the small service, and how its answer ended.

Change this when a question is added, or an answer can end in another way.
"""

from typing import Any

import pytest

from scenarios.comparing.answers import Asking
from scenarios.comparing.results import compare_case
from scenarios.runs.answering import answer, with_effort
from scenarios.runs.asked import RUN_ASKED
from scenarios.schema.case import Case
from solver.engine import Settings, Stop
from solver.search import Watch
from tests.scenarios.comparing.small import VISITS, service
from tests.scenarios.compiling.services import known

LIMITED = service(
    limits=service().limits.model_copy(update={"ceiling_pence": known(100)}),
    work=(VISITS.model_copy(update={"statutory": True}),),
)


def asked(case: Case, **question: Any) -> Any:
    """The answer to a question."""
    return answer(case, RUN_ASKED.validate_python(question), Asking())


@pytest.mark.parametrize(
    "question",
    [
        {"question": "design"},
        {"question": "compare"},
        {"question": "frontier"},
        {"question": "alternatives", "count": 2},
        {"question": "explain"},
        {"question": "why-not", "that": "Officer = 2"},
        {"question": "why-not", "against": "as given"},
        {"question": "stress"},
        {"question": "must-be-true"},
        {"question": "no-redundancies"},
    ],
)
def test_each_question_is_answered(question: dict[str, Any]) -> None:
    """The small service has an answer to each, and the document is about it."""
    found = asked(Case(scenario=service()), **question)
    assert found.state == "finished"
    assert found.document.case == service().header.name


@pytest.mark.parametrize(
    ("question", "state"),
    [("design", "infeasible"), ("compare", "finished"), ("frontier", "infeasible"), ("explain", "infeasible")],
)
def test_where_nothing_fits(question: str, state: str) -> None:
    """Statutory work and a ceiling of £1: designs are infeasible, and a comparison of options is finished."""
    assert asked(Case(scenario=LIMITED), question=question).state == state


@pytest.mark.parametrize("question", ["design", "compare", "frontier"])
def test_what_a_stop_leaves_open_is_undecided(question: str) -> None:
    """A search that was stopped before it began has settled nothing."""
    stop = Stop()
    stop.ask()
    asking = Asking(watch=Watch(settings=Settings(stop=stop)))
    assert answer(Case(scenario=service()), RUN_ASKED.validate_python({"question": question}), asking).state == (
        "undecided"
    )


def test_a_comparison_counts_the_doubts_and_may_leave_out_what_must_be_true() -> None:
    """The document is the office's with the number of doubts; without break-evens none is asked for."""
    case = Case(scenario=service(work=(VISITS,)))
    full, short = asked(case, question="compare"), asked(case, question="compare", break_evens=False)
    plain = compare_case(case)
    assert full.document.structures == plain.structures
    assert full.document.doubts is not None
    assert any(each.depends_on for each in full.document.structures)
    assert not any(each.depends_on for each in short.document.structures)


def test_effort_moves_both_engines_limits() -> None:
    """Half the effort is half the nodes; without one, the settings stay as they are."""
    usual = Settings()
    half = with_effort(usual, usual.effort / 2)
    assert (half.effort, half.nodes) == (usual.effort / 2, usual.nodes // 2)
    assert with_effort(half, None) is half
