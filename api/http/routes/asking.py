"""A question asked of a version of a case: stored as a run before it is answered 202, or answered by the run there is.

Change this when a run can be asked for in another way.
"""

from functools import partial
from typing import Annotated

from fastapi import Body, Request, Response

from api.http.access import SIGNED_IN, routes_of, told
from api.http.addresses import CaseName, Digest, run_address
from api.http.answers import document, with_answers
from api.http.kept_cases import case_of, version_of
from api.http.kept_runs import told_bytes
from api.http.models import examples
from api.http.models.runs import RunDocument
from api.http.once import IdempotencyKey, done_once, key_of
from api.http.problems import NotFound, TooManyUnfinished
from api.http.service import Served, Service
from api.http.settings import ACTOR, WORKSPACE
from api.store import audit, runs
from api.store.idempotency import KeptAnswer
from api.store.states import ANSWERED
from api.store.store import Session
from api.store.stored_runs import NewRun
from scenarios.runs.answering import require
from scenarios.runs.asked import RunAsked, asked_text
from scenarios.runs.build import build
from scenarios.runs.digest import run_digest

router = routes_of("runs", prefix="/v1/cases")

Asked = Annotated[RunAsked, Body(openapi_examples=dict(examples.questions()))]


@router.post(
    "/{case:path}/versions/{digest}/runs",
    status_code=202,
    response_model=RunDocument,
    **with_answers(
        told(SIGNED_IN, NotFound, TooManyUnfinished, writes=True),
        document(200, RunDocument, "Answered already: the run there is."),
    ),
)
def ask(
    case: CaseName,
    digest: Digest,
    asked: Asked,
    request: Request,
    service: Served,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Ask a question of the version: 202 as soon as it is safely stored, 200 where it is answered already.

    What the case cannot be asked is refused before anything is stored (422). The same question again is the run there
    is, unless that failed or was cancelled.
    """
    version = version_of(service, case, digest)
    require(case_of(version), asked)
    text = asked_text(asked)
    new = NewRun(
        workspace=WORKSPACE,
        actor=ACTOR,
        case=version.case,
        input_digest=version.digest,
        asked=text,
        question=asked.question,
        build=build(),
        digest=run_digest(version.digest, asked, build()),
    )
    answer = done_once(service, key_of(request, idempotency_key, text), partial(_submitted, service, new))
    service.dispatcher.wake()
    return Response(
        answer.body,
        status_code=answer.status,
        headers={"Location": answer.location or ""},
        media_type="application/json",
    )


def _submitted(service: Service, new: NewRun, session: Session) -> KeptAnswer:
    """Store the run, and say what is answered."""
    submitted = runs.submit(session, new, most_unfinished=service.settings.most_unfinished)
    run = submitted.run
    if submitted.is_new:
        audit.write(session, actor=ACTOR, action="run.asked", subject=run.id, detail={"question": new.question})
    return KeptAnswer(200 if run.state in ANSWERED else 202, run_address(run.id), told_bytes(run))
