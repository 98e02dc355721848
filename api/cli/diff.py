"""`restructure diff`: what changed between two cases, in what they state and in what comes out.

Change this when two cases can be set against each other in another way.
"""

from typing import Annotated

import typer

from api.cli.answering import Wish, answer
from api.cli.case_argument import read_both
from api.cli.diff_words import answer_words, input_words
from api.cli.exit_codes import ExitCode
from api.cli.flags import Effort, Json, Progress
from api.cli.json_text import print_json
from api.cli.screen import screen, tell, words
from scenarios.comparing.result import Comparison
from scenarios.differing.answers import AnswerChange, answer_changes
from scenarios.differing.document import diff_document
from scenarios.differing.inputs import input_changes, sealed_changes
from scenarios.runs.compare import CompareAsked
from scenarios.schema.case import Case

CaseA = Annotated[str, typer.Argument(metavar="CASE_A", help="The case as it was: named as in any other command.")]
CaseB = Annotated[str, typer.Argument(metavar="CASE_B", help="The case as it is now.")]
InputOnly = Annotated[bool, typer.Option("--input-only", help="Say what is stated otherwise, and work out no answers.")]


def diff(
    case_a: CaseA,
    case_b: CaseB,
    *,
    input_only: InputOnly = False,
    as_json: Json = False,
    effort: Effort = None,
    progress: Progress = False,
) -> None:
    """Say what changed between two cases: in what they state, and in what comes out.

    Rows are known again by name or number; their order, and whether a case is a folder, a workbook or a JSON file,
    makes no difference. Structures are set against each other by option, branch and anchor. Of sealed sheets it is said
    only how many rows differ.
    """
    cases = read_both((case_a, case_b), as_json=as_json)
    stated, sealed = input_changes(*cases), sealed_changes(*cases)
    same = not (stated or sealed)
    came_out: tuple[AnswerChange, ...] | None = () if same else None  # the same case has the same answers
    if not same and not input_only:
        came_out = _came_out(cases, Wish(as_json=as_json, output=None, effort=effort, progress=progress))
    if as_json:
        print_json(diff_document(cases, stated, sealed, came_out).model_dump(mode="json"))
    else:
        console = screen()
        for letter, case in zip("AB", cases, strict=True):
            console.print(words(f"{letter}: {case.scenario.header.title} ({case.scenario.header.name})", "bold"))
        for part in (*input_words(stated, sealed), *answer_words(came_out, same_input=same)):
            console.print(part)
    stopped = came_out is None and not input_only
    raise typer.Exit(ExitCode.UNDECIDED if stopped else ExitCode.DONE)


def _came_out(cases: tuple[Case, Case], wish: Wish) -> tuple[AnswerChange, ...] | None:
    """Return what comes out of two cases otherwise; None, and it is told, when the search was stopped."""
    found: list[Comparison] = []
    for case in cases:
        answered = answer(case, wish, CompareAsked(effort=wish.effort))
        if answered.stopped:
            tell("Stopped early: the answers were not set against each other.")
            return None
        found.append(answered.report.comparison)
    return answer_changes(*found)
