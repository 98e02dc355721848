"""`restructure summary`: the table of a comparison, and a sentence on each design, without the structures in full.

Change this when the short form of a comparison has to say something more.
"""

import typer

from api.cli.answering import Wish, answer, given_named, hand_over
from api.cli.case_argument import read_case
from api.cli.compare import Near, ending
from api.cli.flags import CaseName, Effort, Json, Progress


def summary(
    case: CaseName, near: Near = None, *, as_json: Json = False, effort: Effort = None, progress: Progress = False
) -> None:
    """Answer every option of a case and show the table alone.

    The same answers as compare, with a sentence on how each design differs from the given structure; what must be true
    is not looked for, which takes half the time. The JSON document is that of compare without it.
    """
    wish = Wish(as_json, None, effort, progress, short=True)
    held = read_case(case, as_json=as_json)
    if near is not None:
        given_named(held, near)
    answered = answer(held, wish, near=near)
    hand_over(answered, wish)
    raise typer.Exit(ending(answered))
