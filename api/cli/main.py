"""The command `restructure`: which commands there are, and what holds for all of them.

Nothing heavy is loaded here: each command is named by its module and loaded when it is called (lazy.py).
Change this when a command is added: one line in COMMANDS, one file.
"""

import io
import sys
from importlib.metadata import version
from typing import Annotated, Any

import typer

from api.cli.defects import Defects
from api.cli.lazy import Late, Several, group_of
from api.cli.standard_output import keep_for_answers

WORKERS = "api.cli.workers:get_ready"

IMPORTS = {
    "hr": Late("api.cli.import_hr:import_extract", "Make step 1 of a case from an HR extract, persons dropped."),
    "organogram": Late(
        "api.cli.import_organogram:import_returns", "Make step 1 of a case from a published organogram."
    ),
}
STORE = {"tidy": Late("api.cli.store_tidy:tidy_store", "List what was kept long enough, or delete it.")}
COMMANDS: dict[str, Late | Several] = {
    "list": Late("api.cli.list_cases:list_cases", "List the cases of the library."),
    "template": Late("api.cli.template:template", "Write a blank workbook to fill in."),
    "check": Late("api.cli.check:check", "Check the data of a case and say what it rests on."),
    "design": Late("api.cli.design:design", "Design the structures of one option, or of all.", WORKERS),
    "compare": Late("api.cli.compare:compare", "Answer every option of a case, side by side.", WORKERS),
    "summary": Late("api.cli.summary:summary", "Compare the options of a case in one table.", WORKERS),
    "frontier": Late("api.cli.frontier:frontier", "Show the trade-offs between two or three goals of a design."),
    "must-be-true": Late(
        "api.cli.must_be_true:must_be_true_of",
        "Say how far each assumption can move before an answer changes.",
        WORKERS,
    ),
    "alternatives": Late("api.cli.alternatives:alternatives", "Find other structures about as good as a design."),
    "stress": Late("api.cli.stress:stress", "Say which structures survive what may turn out otherwise.", WORKERS),
    "explain": Late("api.cli.explain:explain", "Say why nothing fits and what would, or which demands bind."),
    "why-not": Late("api.cli.why_not:why_not", "Say what a structure asked for would cost, or why it cannot be."),
    "no-redundancies": Late(
        "api.cli.no_redundancies:no_redundancies", "Say what no compulsory redundancies would take."
    ),
    "batch": Late("api.cli.batch:batch", "Answer every option in many futures, and say what each comes to over them."),
    "diff": Late("api.cli.diff:diff", "Say what changed between two cases, in input and answer.", WORKERS),
    "report": Late(
        "api.cli.write_report:report", "Write the committee paper of a case, or its money or HR workbook.", WORKERS
    ),
    "pack": Late("api.cli.pack:pack", "Make a folder that another party can run again.", WORKERS),
    "timetable": Late("api.cli.timetable:timetable", "Lay out the days from the decision to the first saving."),
    "equality": Late("api.cli.equality:equality", "Show the equality figures as they may be published."),
    "serve": Late("api.cli.serve:serve", "Serve the HTTP API, and keep every run."),
    "backup": Late("api.cli.backup:backup", "Write everything the store keeps into one file."),
    "restore": Late("api.cli.restore:restore", "Put a backup into an empty store."),
    "store": Several(STORE, "Look after the store."),
    "import": Several(IMPORTS, "Make step 1 of a case from what another system gives out."),
}

app = typer.Typer(
    cls=group_of(COMMANDS),
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)


def _print_version(asked: Any) -> None:
    if asked:
        typer.echo(f"restructure-designer {version('restructure-designer')}")
        raise typer.Exit


Debug = Annotated[bool, typer.Option("--debug", help="Show where the designer itself failed, if it does.")]
Version = Annotated[bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Show the version.")]


@app.callback()
def restructure(context: typer.Context, *, debug: Debug = False, version: Version = False) -> None:
    """Design the restructure of a public service, and compare its options.

    CASE is the name of a case in the library, a folder with scenario.yaml, an Excel workbook, or a .json file.

    Exit codes: 0 done, 1 a defect of the designer, 2 usage, 3 faults in the data, 4 infeasible, 5 undecided.
    """
    context.with_resource(Defects(sys.argv[1:], debug=debug))


def main() -> None:
    """Run the command line on this process's arguments."""
    keep_for_answers()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    app()
