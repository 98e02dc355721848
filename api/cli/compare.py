"""`restructure compare`: every option of a case answered and set side by side.

Change this when a comparison can be asked for in another way.
"""

from typing import Annotated

import typer

from api.cli.answering import Wish, answer_and_end
from api.cli.flags import CaseName, Effort, Json, Output, Progress
from scenarios.runs.compare import CompareAsked

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
    answer_and_end(case, CompareAsked(near=near, effort=effort), wish)
