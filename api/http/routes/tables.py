"""What a run's answer is besides workbooks: every table of all its structures as CSV, and a frontier's picture.

The contract is that of the other files (files.py): 202 while there is no answer yet, 409 where there will be none.
Change this when an answer has another table or picture.
"""

import json
from hashlib import sha256

from fastapi import Request, Response
from pydantic import TypeAdapter

from api.http.access import SIGNED_IN, routes_of, told
from api.http.addresses import RunId
from api.http.answers import KNOWN, file, with_answers
from api.http.etags import digest_tag, is_known, not_modified, tagged
from api.http.file_names import saved_as
from api.http.kept_runs import run_of
from api.http.models.runs import TableName
from api.http.problems import Conflict, NotFound, Refused
from api.http.routes.files import LATER, ONE_AT_A_TIME, answer_or_later
from api.http.service import Served
from scenarios.comparing.result import StructureResult
from scenarios.exploring.frontier_result import TradeOffs
from scenarios.exploring.result import Explored
from scenarios.reporting.csv_text import csv_text
from scenarios.reporting.result_tables import tables_of
from scenarios.reporting.structure_titles import titles_of
from scenarios.reporting.trade_off_chart import trade_off_chart
from scenarios.runs.build import build

router = routes_of("files", prefix="/v1/runs")
CSV, SVG = "text/csv", "image/svg+xml"
MADE = with_answers(told(SIGNED_IN, NotFound, Conflict), KNOWN, LATER)
TABLE = with_answers(MADE, file(CSV, "The table, for a spreadsheet."))
PICTURE = with_answers(MADE, file(SVG, "The picture."))
STRUCTURES = TypeAdapter(tuple[StructureResult, ...])


@router.get("/{run_id}/trade-offs.svg", response_class=Response, **PICTURE)
def trade_offs_picture(run_id: RunId, request: Request, service: Served) -> Response:
    """Give the picture of a frontier: each option's points, with no change and the given options beside them."""
    question = run_of(service, run_id).question
    if question != "frontier":
        raise Refused(Conflict(detail=f"The question is {question}: this picture is of the answer to frontier."))
    run, answer = answer_or_later(service, run_id)
    if isinstance(answer, Response):
        return answer
    tag = _tag(answer, "trade-offs.svg")
    if is_known(request, tag):
        return not_modified(tag)
    with ONE_AT_A_TIME:
        drawn = trade_off_chart(Explored[TradeOffs].model_validate_json(answer))
    name = saved_as(run.case, "trade-offs", ending="svg")
    return tagged(request, drawn.svg.encode(), tag, SVG, saved_as=name)


@router.get("/{run_id}/{table}.csv", response_class=Response, **TABLE)
def run_table(run_id: RunId, table: TableName, request: Request, service: Served) -> Response:
    """Give one table of all structures of the run's answer as CSV: `structures` has a row for each."""
    run, answer = answer_or_later(service, run_id)
    if isinstance(answer, Response):
        return answer
    tag = _tag(answer, table)
    if is_known(request, tag):
        return not_modified(tag)
    document = json.loads(answer)
    structures = STRUCTURES.validate_json(json.dumps(document["structures"]))
    made = csv_text(tables_of(structures, [each.part for each in titles_of(document)])[f"{table}.csv"])
    name = saved_as(run.case, run.question, table, ending="csv")
    return tagged(request, made.encode(), tag, CSV, saved_as=name)


def _tag(answer: bytes, what: str) -> str:
    return digest_tag(sha256(answer + f"\n{what} {build()}".encode()).hexdigest())
