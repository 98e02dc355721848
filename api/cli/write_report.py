"""`restructure report`: the committee paper of a case, as a Word file; what is written goes by the ending of the file.

Change this when a report can be asked for in another form: one line in WRITERS, one function that returns its bytes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from api.cli.answering import Answered, Wish, answer
from api.cli.case_argument import read_case
from api.cli.exit_codes import ExitCode
from api.cli.flags import CaseName, Effort, Json
from api.cli.json_text import print_json
from api.cli.lazy import load
from api.cli.new_file import PAPER_ENDING, require_new, save_new
from api.cli.screen import refusal, tell
from scenarios.proofreading.proofread import proofread
from scenarios.reading.disk import read_bytes
from scenarios.reporting.template_faults import TemplateFaults
from scenarios.reporting.version import PaperVersion
from scenarios.schema.case import Case
from scenarios.schema.faults import CellTrouble

MAX_TEMPLATE_BYTES = 20 * 1024 * 1024
PAPER = "scenarios.reporting.paper.paper:paper"
CHECK_TEMPLATE = "scenarios.reporting.paper.paper:check_template"

File = Annotated[Path, typer.Option("-o", "--output", metavar="FILE.docx", help="The paper to write.")]
Template = Annotated[
    Path | None,
    typer.Option("--template", metavar="FILE.docx", help="The authority's own Word template, with our placeholders."),
]
Version = Annotated[
    PaperVersion,
    typer.Option("--version", help="public: no small numbers of people and no exit costs. exempt: everything."),
]


@dataclass(frozen=True)
class Asked:
    """What is written of an answered case: for whom, and into which template (None: ours)."""

    version: PaperVersion
    template: bytes | None


def report(
    case: CaseName,
    *,
    output: File,
    version: Version = PaperVersion.PUBLIC,
    template: Template = None,
    effort: Effort = None,
    as_json: Json = False,
) -> None:
    """Write the committee paper of a case, every number from the same results as compare.

    What only the author can say is left as a marked blank. The public version has no small numbers of people and no
    exit costs; the exempt version has everything. None of this makes a structure fair or lawful.
    """
    ending = output.suffix.casefold()
    if ending not in WRITERS:
        raise refusal(f"{output} ends in none of {', '.join(WRITERS)}: name the file to write like paper{PAPER_ENDING}")
    require_new(output, ending=ending)
    asked = Asked(version, None if template is None else _template(template))
    held = proofread(read_case(case, as_json=as_json))
    answered = answer(held, Wish(as_json, None, effort, progress=False))
    save_new(output, WRITERS[ending](held, answered, asked), ending=ending)
    if as_json:
        print_json({"case": held.scenario.header.name, "written": output.name, "version": version.value})
    tell(f"Written: {output}, the {version.value} version.")
    open_ended = any(each.status == "undecided" for each in answered.report.comparison.structures)
    raise typer.Exit(ExitCode.UNDECIDED if answered.stopped or open_ended else ExitCode.DONE)


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


def _paper(case: Case, answered: Answered, asked: Asked) -> bytes:
    """Return the Word paper of an answered case."""
    try:
        content: bytes = load(PAPER)(case, answered.report.comparison, asked.version, template=asked.template)
    except TemplateFaults as found:
        raise _faulty(found) from found
    return content


WRITERS: dict[str, Callable[[Case, Answered, Asked], bytes]] = {PAPER_ENDING: _paper}
"""What writes a report, by the ending of the file it goes to."""
