"""`restructure design`: the structures of one option to design, or of all of them.

Change this when a design can be asked for in another way.
"""

from typing import Annotated

import typer

from api.cli.answering import Wish, answer_and_end
from api.cli.flags import CaseName, Effort, Json, Output, Progress
from scenarios.runs.design import DesignAsked

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
    answer_and_end(case, DesignAsked(option=option, effort=effort), Wish(as_json, output, effort, progress))
