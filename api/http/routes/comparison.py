"""Structures of any runs side by side, and what two versions of a case state otherwise.

Change this when something else is set side by side.
"""

from typing import Annotated

from fastapi import Body, Query, Request, Response

from api.http.access import SIGNED_IN, routes_of, told
from api.http.answers import KNOWN, with_answers
from api.http.etags import is_known, not_modified, tag_of, tagged
from api.http.kept_cases import case_of, version_by_digest
from api.http.kept_runs import run_of, structure_of
from api.http.kept_structures import titles_in
from api.http.models.runs import ComparisonAsked
from api.http.places import not_valid
from api.http.problems import NotFound, Refused
from api.http.service import Served, Service
from api.json_text import json_text
from scenarios.comparing.result import StructureResult
from scenarios.differing.document import DiffDocument, diff_document
from scenarios.differing.inputs import input_changes
from scenarios.reporting.measures import Placed
from scenarios.reporting.side_by_side import SideBySide, side_by_side
from scenarios.runs.build import build

router = routes_of("comparison", prefix="/v1")
VersionDigest = Annotated[str, Query(pattern="^[0-9a-f]{64}$", description="Digest of a version of any case.")]


@router.post("/comparisons", **told(SIGNED_IN, NotFound, writes=True))
def compare_structures(asked: Annotated[ComparisonAsked, Body()], service: Served) -> SideBySide:
    """Set structures of any runs side by side: cost, people, posts, goals, and words where they do not go together."""
    if len({*asked.structures}) < len(asked.structures):
        raise Refused(not_valid("body.structures", "Name each structure once."))
    return side_by_side([_placed(service, each) for each in asked.structures])


def _placed(service: Service, structure_id: str) -> Placed:
    found = structure_of(service, structure_id)
    run = run_of(service, found.run_id)
    with service.store.snapshot() as session:
        title = titles_in(session, run.id)[found.position].title
    structure = StructureResult.model_validate_json(found.document)
    return Placed(id=structure_id, title=title, case=run.case, build=run.build, structure=structure)


@router.get("/diff", response_model=DiffDocument, **with_answers(told(SIGNED_IN, NotFound), KNOWN))
def diff_versions(a: VersionDigest, b: VersionDigest, request: Request, service: Served) -> Response:
    """Say what version `b` states otherwise than version `a`: row by row, cell by cell.

    It is what `restructure diff A B --input-only --json` says; what comes out otherwise is asked of their runs.
    """
    cases = case_of(version_by_digest(service, a)), case_of(version_by_digest(service, b))
    tag = tag_of(f"{a} {b} {build()}".encode())
    if is_known(request, tag):
        return not_modified(tag)
    found = diff_document(cases, input_changes(*cases), (), () if a == b else None)
    return tagged(request, json_text(found.model_dump(mode="json")).encode(), tag)
