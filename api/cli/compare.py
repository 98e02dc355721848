"""`restructure compare`: every option of a case answered and set side by side.

Change this when a comparison can be asked for in another way.
"""

from typing import Annotated

import typer

from api.cli.answering import Answered, Wish, answer, given_named, hand_over
from api.cli.case_argument import read_case
from api.cli.exit_codes import ExitCode
from api.cli.flags import CaseName, Effort, Json, Output, Progress
from api.cli.result_folder import require_free

Near = Annotated[
    str | None,
    typer.Option(
        "--near",
        metavar="OPTION",
        help="Given option that was consulted on: the goal of posts changed then counts from it, not from today.",
    ),
]


def compare(
    case: CaseName,
    near: Near = None,
    *,
    as_json: Json = False,
    output: Output = None,
    effort: Effort = None,
    progress: Progress = False,
) -> None:
    """Answer every option of a case and set them side by side.

    No change and structures given by hand are costed and judged; every option to design gets up to three answers:
    people first, money first, and as proposed, improved. What must be true for each is said with it.

    With --near the order of goals stays as it is: put "posts changed" first among the goals of the sheet limits to have
    the least change before anything else.
    """
    wish = Wish(as_json, output, effort, progress)
    held = read_case(case, as_json=as_json)
    if near is not None:
        given_named(held, near)
    require_free(output)
    answered = answer(held, wish, near=near)
    hand_over(answered, wish)
    raise typer.Exit(ending(answered))


def ending(answered: Answered) -> ExitCode:
    """Done when every option has an outcome, an infeasible one included; undecided when one is not settled."""
    open_ended = any(each.status == "undecided" for each in answered.report.comparison.structures)
    return ExitCode.UNDECIDED if answered.stopped or open_ended else ExitCode.DONE
