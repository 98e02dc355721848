"""A question asked of a version of a case: stored as a run before it is answered 202, or answered by the run there is.

Change this when a run can be asked for in another way.
"""

from hashlib import sha256
from typing import Annotated

from fastapi import Body, Header, Request, Response

from api.http.access import SIGNED_IN, routes_of, told
from api.http.addresses import CaseName, Digest, run_address
from api.http.answers import document, with_answers
from api.http.kept_cases import case_of, version_of
from api.http.kept_runs import told_bytes
from api.http.models import examples
from api.http.models.runs import RunDocument
from api.http.places import not_valid
from api.http.problems import NotFound, Refused, TooManyUnfinished
from api.http.service import Served
from api.http.settings import ACTOR, WORKSPACE
from api.store import audit, idempotency, runs
from api.store.idempotency import KeptAnswer, Key, KeyConflict
from api.store.states import ANSWERED
from api.store.stored_runs import NewRun
from scenarios.runs.answering import require
from scenarios.runs.asked import RunAsked, asked_text
from scenarios.runs.build import build
from scenarios.runs.digest import run_digest

router = routes_of("runs", prefix="/v1/cases")

Asked = Annotated[RunAsked, Body(openapi_examples=dict(examples.questions()))]
IdempotencyKey = Annotated[
    str | None,
    Header(
        min_length=1,
        max_length=255,
        pattern=r"^[\x21-\x7e]+$",
        description="A name of your own for this request: sent again under it, it is done once.",
    ),
]


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
    try:
        answer = _submitted(service, new, _key(request, idempotency_key, text))
    except KeyConflict as conflict:
        words = "This key came with another request before: choose a new one."
        raise Refused(not_valid("header.idempotency-key", words)) from conflict
    service.dispatcher.wake()
    return Response(
        answer.body,
        status_code=answer.status,
        headers={"Location": answer.location or ""},
        media_type="application/json",
    )


def _key(request: Request, key: str | None, text: str) -> Key | None:
    if key is None:
        return None
    same = sha256("\n".join((request.method, request.url.path, text)).encode()).hexdigest()
    return Key(workspace=WORKSPACE, actor=ACTOR, key=key, request_digest=same)


def _submitted(service: Served, new: NewRun, key: Key | None) -> KeptAnswer:
    """Store the run and what is answered, in one transaction: after it, nothing of either is lost."""
    with service.store.transaction() as session:
        kept = None if key is None else idempotency.answer_of(session, key)
        if kept is not None:
            return kept
        submitted = runs.submit(session, new, most_unfinished=service.settings.most_unfinished)
        run = submitted.run
        if submitted.is_new:
            audit.write(session, actor=ACTOR, action="run.asked", subject=run.id, detail={"question": new.question})
        status = 200 if run.state in ANSWERED else 202
        answer = KeptAnswer(status, run_address(run.id), told_bytes(run))
        if key is not None:
            idempotency.keep(session, key, answer)
    return answer
