"""`restructure design`: the structures of one option to design, or of all of them.

Change this when a design can be asked for in another way.
"""

from typing import Annotated

import typer

from api.cli.answering import Answered, Wish, answer, hand_over, option_named, options_of
from api.cli.case_argument import read_case
from api.cli.exit_codes import ExitCode
from api.cli.flags import CaseName, Effort, Json, Output, Progress
from api.cli.result_folder import require_free
from api.cli.screen import refusal
from scenarios.schema.case import Case

Name = Annotated[
    str | None,
    typer.Option("--option", metavar="NAME", help="Option to design; all that are to be designed when not given."),
]


def design(
    case: CaseName,
    option: Name = None,
    *,
    as_json: Json = False,
    output: Output = None,
    effort: Effort = None,
    progress: Progress = False,
) -> None:
    """Design the structures of one option, or of every option to design.

    Each gets up to three answers: people first, money first, and as proposed, improved.
    """
    wish = Wish(as_json, output, effort, progress)
    held = read_case(case, as_json=as_json)
    names = _to_design(held, option)
    require_free(output)
    answered = answer(held, wish, options=names)
    hand_over(answered, wish)
    raise typer.Exit(_code(answered))


def _to_design(case: Case, name: str | None) -> tuple[str, ...]:
    """Return the names of the options to design, or end with words about why there is none."""
    designed = tuple(option.option for option in options_of(case) if option.kind == "designed")
    if name is not None and option_named(case, name).kind != "designed":
        others = ", ".join(designed) or "none"
        raise refusal(f"{name!r} is not to be designed (restructure compare answers it); options to design: {others}")
    if not designed:
        raise refusal("no option of this case is to be designed: give the case its work (see restructure check)")
    return designed if name is None else (name,)


def _code(answered: Answered) -> ExitCode:
    """Undecided before infeasible, and infeasible only when no structure was designed at all."""
    found = {answer.status for answer in answered.report.comparison.structures}
    if answered.stopped or "undecided" in found:
        return ExitCode.UNDECIDED
    return ExitCode.DONE if "designed" in found else ExitCode.INFEASIBLE
