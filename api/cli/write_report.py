"""`restructure report`: what a case goes on as: the committee paper as a Word file, the money or people as a workbook.

What is written goes by the ending of the file. Change this when a report can be asked for in another form: one line in
WRITERS, one function that writes it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from api.cli.answering import Wish, answer, work_out
from api.cli.case_argument import read_case
from api.cli.exit_codes import ExitCode
from api.cli.flags import CaseName, Effort, Json
from api.cli.json_text import print_json
from api.cli.lazy import load
from api.cli.new_file import ENDING, KINDS, PAPER_ENDING, require_new, save_new
from api.cli.screen import refusal, tell
from scenarios.proofreading.proofread import proofread
from scenarios.reading.disk import read_bytes
from scenarios.reporting.template_faults import TemplateFaults
from scenarios.reporting.version import PaperVersion
from scenarios.runs.compare import CompareAsked
from scenarios.schema.case import Case
from scenarios.schema.faults import CellTrouble

MAX_TEMPLATE_BYTES = 20 * 1024 * 1024
PAPER = "scenarios.reporting.paper.paper:paper"
CHECK_TEMPLATE = "scenarios.reporting.paper.paper:check_template"


WORKED = "scenarios.reporting.worked:worked_out"


class ReportVersion(Enum):
    """Which paper or which workbook is written."""

    PUBLIC = "public"
    EXEMPT = "exempt"
    MONEY = "money"
    HR = "hr"


BOOKS = {
    ReportVersion.MONEY: ("scenarios.reporting.money_book.workbook:workbook_of", "money workbook"),
    ReportVersion.HR: ("scenarios.reporting.hr_book.workbook:people_workbook_of", "HR workbook"),
}
"""What writes each workbook, and what it is called."""
PAPERS = {ReportVersion.PUBLIC: PaperVersion.PUBLIC, ReportVersion.EXEMPT: PaperVersion.EXEMPT}

File = Annotated[
    Path,
    typer.Option("-o", "--output", metavar="FILE", help="What to write: a paper (.docx) or a workbook (.xlsx)."),
]
Template = Annotated[
    Path | None,
    typer.Option("--template", metavar="FILE.docx", help="The authority's own Word template, with our placeholders."),
]
Version = Annotated[
    ReportVersion | None,
    typer.Option(
        "--version",
        help="Of a paper: public (when not given), without small numbers of people and exit costs, or exempt. "
        "Of a workbook: money (when not given) or hr.",
    ),
]


@dataclass(frozen=True)
class Asked:
    """How a report is written: how it is worked out, for whom, and into which template (None: ours)."""

    wish: Wish
    version: ReportVersion
    template: bytes | None


@dataclass(frozen=True)
class Written:
    """A report as a file's bytes, what it is, and whether everything in it is settled."""

    content: bytes
    what: str
    settled: bool


def report(
    case: CaseName,
    *,
    output: File,
    version: Version = None,
    template: Template = None,
    effort: Effort = None,
    as_json: Json = False,
) -> None:
    """Write the committee paper of a case, or its money or HR workbook, every number from the same results as compare.

    In the paper, what only the author can say is left as a marked blank. Its public version has no small numbers of
    people and no exit costs; the exempt version has everything. None of this makes a structure fair or lawful.
    """
    ending = output.suffix.casefold()
    if ending not in WRITERS:
        raise refusal(f"{output} ends in none of {', '.join(WRITERS)}: name the file to write like paper{PAPER_ENDING}")
    wanted = version or (ReportVersion.PUBLIC if ending == PAPER_ENDING else ReportVersion.MONEY)
    if (wanted in PAPERS) != (ending == PAPER_ENDING):
        other = ENDING if ending == PAPER_ENDING else PAPER_ENDING
        raise refusal(f"--version {wanted.value} is of a {KINDS[other]}: name the file to write like report{other}")
    if ending != PAPER_ENDING and template is not None:
        raise refusal(f"--template is for a paper: name the file to write like paper{PAPER_ENDING}")
    require_new(output, ending=ending)
    wish = Wish(as_json, None, effort, progress=False)
    asked = Asked(wish, wanted, None if template is None else _template(template))
    held = read_case(case, as_json=as_json)
    written = WRITERS[ending](held, asked)
    save_new(output, written.content, ending=ending)
    if as_json:
        print_json({"case": held.scenario.header.name, "written": output.name, "what": written.what})
    tell(f"Written: {output}, the {written.what}.")
    raise typer.Exit(ExitCode.DONE if written.settled else ExitCode.UNDECIDED)


def _template(path: Path) -> bytes:
    """Return the bytes of the authority's template; what is wrong with it is told before any search."""
    try:
        content = read_bytes(path, MAX_TEMPLATE_BYTES)
        load(CHECK_TEMPLATE)(content)
    except CellTrouble as trouble:
        raise refusal(f"the template {path} cannot be read: {trouble}") from trouble
    except TemplateFaults as found:
        raise _faulty(found) from found
    return content


def _faulty(found: TemplateFaults) -> typer.Exit:
    """Say each fault of a template, and return the end of the command, to be raised."""
    for fault in found.faults:
        tell(f"restructure: {fault}")
    return typer.Exit(ExitCode.FAULTS)


def _paper(case: Case, asked: Asked) -> Written:
    """Answer every option and put it into a Word paper."""
    held = proofread(case)
    answered = answer(held, asked.wish, CompareAsked(effort=asked.wish.effort))
    comparison = answered.report.comparison
    try:
        content: bytes = load(PAPER)(held, comparison, PAPERS[asked.version], template=asked.template)
    except TemplateFaults as found:
        raise _faulty(found) from found
    open_ended = any(each.status == "undecided" for each in comparison.structures)
    return Written(content, f"{asked.version.value} version", settled=not answered.stopped and not open_ended)


def _book(case: Case, asked: Asked) -> Written:
    """Answer every option and put its money, or its people, into a workbook."""
    target, what = BOOKS[asked.version]
    worked, stopped = work_out(asked.wish, lambda asking: load(WORKED)(case, asking))
    return Written(load(target)(worked), what, settled=worked.settled and not stopped)


WRITERS: dict[str, Callable[[Case, Asked], Written]] = {PAPER_ENDING: _paper, ENDING: _book}
"""What writes a report, by the ending of the file it goes to."""
