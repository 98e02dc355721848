"""Files made from a run's answer: money workbook, HR workbook, committee paper.

They are made of the stored structures, and nothing is searched again. The contract: 200 with the file once there is an
answer; 202 with the run while there is none yet; 409 where there will be none, the question has no such file, or the
answer is of another build that this one cannot read back.
Change this when another file is made from an answer.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from threading import Lock
from typing import Annotated

from fastapi import Query, Request, Response

from api.http.access import SIGNED_IN, routes_of, told
from api.http.addresses import RunId, run_address
from api.http.answers import KNOWN, document, file, with_answers
from api.http.etags import digest_tag, is_known, not_modified, tagged
from api.http.file_names import saved_as
from api.http.kept_cases import case_of, version_of
from api.http.kept_runs import OF_COMPARISONS, asked_of, run_in, run_of, told_bytes
from api.http.models.runs import RunDocument
from api.http.problems import Conflict, NotFound, Refused
from api.http.routes.runs import no_answer
from api.http.service import Served, Service
from api.store import runs
from api.store.stored_runs import StoredRun
from scenarios.comparing.restored import NotRestored
from scenarios.comparing.result import Comparison
from scenarios.proofreading.proofread import proofread
from scenarios.reporting.hr_book.workbook import people_workbook_of
from scenarios.reporting.money_book.workbook import workbook_of
from scenarios.reporting.paper.paper import paper
from scenarios.reporting.version import PaperVersion
from scenarios.reporting.worked import Worked, worked_from
from scenarios.runs.build import build
from scenarios.runs.compare import CompareAsked
from scenarios.schema.case import Case

router = routes_of("files", prefix="/v1/runs")
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LATER = document(202, RunDocument, "The run has no answer yet: ask again after Retry-After seconds.")
MADE = with_answers(told(SIGNED_IN, NotFound, Conflict), KNOWN, LATER)
BOOK = with_answers(MADE, file(WORKBOOK, "The workbook."))
PAPER = with_answers(MADE, file(WORD, "The paper, to be edited in Word."))
RETRY_AFTER_SECONDS = 5
ONE_AT_A_TIME = Lock()
"""A file takes a processor for a second or two: the others stay free for what is asked meanwhile."""
Version = Annotated[PaperVersion, Query(description="For whom it is written; public has no small numbers of people.")]


@dataclass(frozen=True)
class Kind:
    """A kind of file: what it is and how it ends, its media type, which questions have it, and how it is made."""

    what: str
    ending: str
    media_type: str
    questions: frozenset[str]
    make: Callable[[Case, Comparison, StoredRun], bytes]


@router.get("/{run_id}/money.xlsx", response_class=Response, **BOOK)
def money_workbook(run_id: RunId, request: Request, service: Served) -> Response:
    """Give the money workbook: every line of every structure with its formula, sums, years and checks."""
    return _file(service, request, run_id, MONEY)


@router.get("/{run_id}/people.xlsx", response_class=Response, **BOOK)
def people_workbook(run_id: RunId, request: Request, service: Served) -> Response:
    """Give the HR workbook: what each structure means for people, as numbers by staff group. Not for publication."""
    return _file(service, request, run_id, PEOPLE)


@router.get("/{run_id}/paper.docx", response_class=Response, **PAPER)
def committee_paper(
    run_id: RunId, request: Request, service: Served, version: Version = PaperVersion.PUBLIC
) -> Response:
    """Give the committee paper of a run that compared every option, public or exempt."""
    return _file(service, request, run_id, PAPERS[version])


def _book(write: Callable[[Worked], bytes], case: Case, comparison: Comparison, run: StoredRun) -> bytes:
    asked = asked_of(run)
    near = asked.near if isinstance(asked, CompareAsked) else None
    return write(worked_from(case, comparison, near=near))


def _paper(version: PaperVersion, case: Case, comparison: Comparison, _: StoredRun) -> bytes:
    return paper(proofread(case), comparison, version)


MONEY = Kind("money", "xlsx", WORKBOOK, OF_COMPARISONS, partial(_book, workbook_of))
PEOPLE = Kind("people", "xlsx", WORKBOOK, OF_COMPARISONS, partial(_book, people_workbook_of))
PAPERS = {
    version: Kind(f"{version.value} paper", "docx", WORD, frozenset({"compare"}), partial(_paper, version))
    for version in PaperVersion
}


def answer_or_later(service: Service, run_id: str) -> tuple[StoredRun, bytes | Response]:
    """Return a run with its answer, or with what is answered while there is none yet (202).

    Raises:
        Refused: there is no such run, or there will be no answer.
    """
    with service.store.snapshot() as session:
        run = run_in(session, run_id)
        answer = runs.document(session, run_id)
    if answer is not None:
        return run, answer
    if run.ended:
        raise Refused(no_answer(run))
    headers = {"Location": run_address(run.id), "Retry-After": str(RETRY_AFTER_SECONDS)}
    return run, Response(told_bytes(run), status_code=202, headers=headers, media_type="application/json")


def _file(service: Service, request: Request, run_id: str, kind: Kind) -> Response:
    """Return the file, or say that it comes later; 409 where it never will."""
    question = run_of(service, run_id).question
    if question not in kind.questions:
        made_of = " or ".join(sorted(kind.questions))
        raise Refused(Conflict(detail=f"The question is {question}: this file is made of the answer to {made_of}."))
    run, answer = answer_or_later(service, run_id)
    if isinstance(answer, Response):
        return answer
    tag = digest_tag(sha256(answer + f"\n{kind.what} {build()}".encode()).hexdigest())
    if is_known(request, tag):
        return not_modified(tag)
    case = case_of(version_of(service, run.case, run.input_digest))
    try:
        with ONE_AT_A_TIME:
            content = kind.make(case, Comparison.model_validate_json(answer), run)
    except NotRestored as other:
        words = f"The answer is of another build ({other}): ask the question again, then take the file of that run."
        raise Refused(Conflict(detail=words)) from other
    name = saved_as(run.case, kind.what, ending=kind.ending)
    return tagged(request, content, tag, kind.media_type, saved_as=name)
