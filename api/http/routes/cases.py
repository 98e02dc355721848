"""Cases: sent, listed, read back as JSON and as a workbook, checked.

A version is what a case stated when it was sent; it never changes and is addressed by its digest. Sealed sheets are
left out here, at the door: nothing behind this file ever has them.
Change this when something else can be had of a case.
"""

from hashlib import sha256
from typing import Annotated, Any

from fastapi import Query, Request, Response
from starlette.concurrency import run_in_threadpool

from api.http.access import SIGNED_IN, routes_of, told
from api.http.addresses import NO_CONTROL, CaseName, Digest, case_address, version_address
from api.http.answers import KNOWN, document, file, shown, with_answers
from api.http.etags import digest_tag, is_known, not_modified, tagged
from api.http.file_names import saved_as
from api.http.kept_cases import case_of, document_of, version_of
from api.http.models import examples
from api.http.models.cases import CaseAdded, CaseLine, CaseList, LeftOutSheet, VersionLine, VersionList
from api.http.paging import USUAL, AfterNumber, Limit, next_link, page_of
from api.http.problems import FaultsInCase, NotFound, Refused
from api.http.service import Served, Service
from api.http.settings import ACTOR, WORKSPACE
from api.http.uploads import FILE, FORM, JSON, WORKBOOK, ZIP, FromLibrary, Upload, read_upload, upload_of
from api.json_text import json_text
from api.store import audit, cases
from api.store.cases import Added, NewVersion, VersionEntry
from scenarios.checking.document import CheckDocument, check_document, trouble_lines
from scenarios.proofreading.proofread import proofread
from scenarios.reading.unsealed import LeftOut, without_sealed
from scenarios.runs.build import build
from scenarios.schema.canonical import as_json, canonical, digest
from scenarios.schema.case import Case, CaseDocument
from scenarios.workbooks.writing import workbook_of

router = routes_of("cases", prefix="/v1/cases")
READ = with_answers(told(SIGNED_IN, NotFound), KNOWN)

LEFT_OUT = {
    "service": "exit costs of people are not known here; the command line works them out",
    "equality": "the equality view is the command line's: restructure equality",
}
BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            JSON: {
                "schema": {"type": "object"},
                "examples": {
                    "a case of the library": {"value": FromLibrary(library=examples.SHOWN).model_dump()},
                    "two lists of a case": {"value": examples.two_lists()},
                },
            },
            WORKBOOK: {"schema": {"type": "string", "format": "binary"}},
            ZIP: {"schema": {"type": "string", "format": "binary"}},
            FORM: {
                "schema": {
                    "type": "object",
                    "required": [FILE],
                    "properties": {FILE: {"type": "string", "format": "binary"}},
                }
            },
        },
    }
}
AfterName = Annotated[
    str | None,
    Query(max_length=200, pattern=NO_CONTROL, description="Where the page before ended: take it from `next`."),
]


@router.post(
    "",
    status_code=201,
    response_model=CaseAdded,
    openapi_extra=BODY,
    **with_answers(
        told(SIGNED_IN, FaultsInCase, writes=True), document(200, CaseAdded, "The version that there was already.")
    ),
)
async def add_case(request: Request, service: Served) -> Response:
    """Keep a case: as JSON, as a workbook, as a zipped folder, or one of the library by its name.

    The same content again is the version there is (200). Faults are told all at once, each with its place. Sealed
    sheets are left out, and it is said which: their figures are never kept.
    """
    upload = await upload_of(request)
    return await run_in_threadpool(_added, service, upload)


def _added(service: Service, upload: Upload) -> Response:
    case, left_out = without_sealed(read_upload(upload))
    case = proofread(case)
    added = _kept(service, case)
    version = added.version
    address = version_address(version.case, version.digest)
    told_back = CaseAdded(
        case=version.case,
        title=version.title,
        digest=version.digest,
        is_new=added.is_new,
        left_out=tuple(_sheet(each) for each in left_out),
        doubts=trouble_lines(case.doubts),
        not_read=case.not_read,
        links=_links(version.case, version.digest),
    )
    return Response(
        told_back.model_dump_json(),
        status_code=201 if added.is_new else 200,
        headers={"Location": address, "ETag": digest_tag(version.digest)},
        media_type=JSON,
    )


def _kept(service: Service, case: Case) -> Added:
    scenario = canonical(case.scenario)
    new = NewVersion(
        workspace=WORKSPACE,
        actor=ACTOR,
        case=scenario.header.name,
        title=scenario.header.title,
        digest=digest(scenario),
        document=as_json(scenario).encode(),
    )
    with service.store.transaction() as session:
        added = cases.add_version(session, new)
        if added.is_new:
            audit.write(session, actor=ACTOR, action="case.added", subject=new.digest, detail={"case": new.case})
    return added


def _sheet(each: LeftOut) -> LeftOutSheet:
    words = f"{each.rows} row{'' if each.rows == 1 else 's'} left out and not kept: {LEFT_OUT[each.sheet]}"
    return LeftOutSheet(sheet=each.sheet, rows=each.rows, words=words)


def _links(case: str, version: str) -> dict[str, str]:
    address = version_address(case, version)
    return {
        "self": address,
        "check": f"{address}/check",
        "workbook": f"{address}/case.xlsx",
        "runs": f"{address}/runs",
        "versions": case_address(case),
    }


def _line(entry: VersionEntry) -> VersionLine:
    return VersionLine(
        case=entry.case,
        title=entry.title,
        digest=entry.digest,
        added_at=entry.created_at,
        links=_links(entry.case, entry.digest),
    )


@router.get("", **told(SIGNED_IN))
def list_cases(request: Request, service: Served, limit: Limit = USUAL, after: AfterName = None) -> CaseList:
    """List the cases by name, each with its newest version."""
    with service.store.snapshot() as session:
        found = cases.page_cases(session, after=after, limit=limit + 1, workspace=WORKSPACE)
    page, last = page_of(found, limit)
    items = tuple(
        CaseLine(
            case=each.newest.case,
            versions=each.versions,
            newest=_line(each.newest),
            links={"versions": case_address(each.newest.case)},
        )
        for each in page
    )
    return CaseList(items=items, next=next_link(request, None if last is None else last.newest.case))


@router.get(
    "/{case:path}/versions/{digest}/check",
    response_model=CheckDocument,
    **with_answers(READ, shown(examples.checked())),
)
def check_version(case: CaseName, digest: Digest, request: Request, service: Served) -> Response:
    """Say what `restructure check --json` says of it: doubts, what it rests on, options, and further questions."""
    held = case_of(version_of(service, case, digest))
    tag = _tag(digest, "check")
    if is_known(request, tag):
        return not_modified(tag)
    text = json_text(check_document(proofread(held)).model_dump(mode="json"))
    return tagged(request, text.encode(), tag)


@router.get(
    "/{case:path}/versions/{digest}/case.xlsx",
    response_class=Response,
    **with_answers(READ, file(WORKBOOK, "The workbook.")),
)
def version_as_workbook(case: CaseName, digest: Digest, request: Request, service: Served) -> Response:
    """Give the version as a workbook, to go on with in a spreadsheet."""
    held = case_of(version_of(service, case, digest))
    tag = _tag(digest, "case.xlsx")
    if is_known(request, tag):
        return not_modified(tag)
    return tagged(request, workbook_of(held), tag, WORKBOOK, saved_as=saved_as(case, "case", ending="xlsx"))


@router.get("/{case:path}/versions/{digest}", response_model=CaseDocument, **READ)
def show_version(case: CaseName, digest: Digest, request: Request, service: Served) -> Response:
    """Give the version as the JSON document that can be sent again."""
    version = version_of(service, case, digest)
    return tagged(request, document_of(version), digest_tag(digest))


@router.get("/{case:path}/versions", **told(SIGNED_IN, NotFound))
def list_versions(
    case: CaseName, request: Request, service: Served, limit: Limit = USUAL, after: AfterNumber = None
) -> VersionList:
    """List the versions of a case, the newest first."""
    with service.store.snapshot() as session:
        found = cases.page_versions(session, case, after=after, limit=limit + 1, workspace=WORKSPACE)
    if not found and after is None:
        raise Refused(NotFound(detail=f"There is no case {case!r}. GET /v1/cases lists those there are."))
    page, last = page_of(found, limit)
    return VersionList(
        items=tuple(_line(each) for each in page), next=next_link(request, None if last is None else last.number)
    )


def _tag(version: str, what: str) -> str:
    """Return the tag of something that follows from a version and our build."""
    return digest_tag(sha256(f"{version} {what} {build()}".encode()).hexdigest())
