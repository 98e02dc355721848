"""`restructure summary`: the table of a comparison, and a sentence on each design, without the structures in full.

Change this when the short form of a comparison has to say something more.
"""

from api.cli.answering import Wish, answer_and_end
from api.cli.compare import Near
from api.cli.flags import CaseName, Effort, Json, Progress
from scenarios.runs.compare import CompareAsked


def summary(
    case: CaseName, near: Near = None, *, as_json: Json = False, effort: Effort = None, progress: Progress = False
) -> None:
    """Answer every option of a case and show the table alone.

    The same answers as compare, with a sentence on how each design differs from the given structure; what must be true
    is not looked for, which takes half the time. The JSON document is that of compare without it.
    """
    wish = Wish(as_json, None, effort, progress, short=True)
    answer_and_end(case, CompareAsked(near=near, effort=effort, break_evens=False), wish)
