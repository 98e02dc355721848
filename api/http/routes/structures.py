"""Structures of answers, each one a resource: its JSON as it was stored, and its tables as CSV.

Change this when a structure can be had in another form.
"""

from fastapi import Request, Response

from api.http.access import SIGNED_IN, routes_of, told
from api.http.addresses import StructureId
from api.http.answers import KNOWN, file, with_answers
from api.http.etags import digest_tag, is_known, not_modified, tagged
from api.http.file_names import saved_as
from api.http.kept_runs import run_of, structure_of
from api.http.kept_structures import titles_in
from api.http.models.runs import TableName
from api.http.problems import NotFound
from api.http.service import Served
from scenarios.comparing.result import StructureResult
from scenarios.reporting.csv_text import csv_text
from scenarios.reporting.result_tables import tables_of

router = routes_of("structures", prefix="/v1/structures")
READ = with_answers(told(SIGNED_IN, NotFound), KNOWN)
CSV = "text/csv"
TABLE = with_answers(READ, file(CSV, "The table, for a spreadsheet."))


@router.get("/{structure_id}", response_model=StructureResult, **READ)
def show_structure(structure_id: StructureId, request: Request, service: Served) -> Response:
    """Give a structure as it was stored."""
    found = structure_of(service, structure_id)
    return tagged(request, found.document, digest_tag(found.sha256))


@router.get("/{structure_id}/{table}.csv", response_class=Response, **TABLE)
def structure_table(structure_id: StructureId, table: TableName, request: Request, service: Served) -> Response:
    """Give one table of a structure as CSV: `posts` has its posts by team, role and grade."""
    found = structure_of(service, structure_id)
    tag = digest_tag(f"{found.sha256}-{found.id}-{table}")
    if is_known(request, tag):
        return not_modified(tag)
    with service.store.snapshot() as session:
        title = titles_in(session, found.run_id)[found.position]
    structure = StructureResult.model_validate_json(found.document)
    made = csv_text(tables_of((structure,), (title.part,))[f"{table}.csv"])
    name = saved_as(run_of(service, found.run_id).case, title.title, table, ending="csv")
    return tagged(request, made.encode(), tag, CSV, saved_as=name)
