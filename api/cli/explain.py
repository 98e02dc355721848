"""`restructure explain`: why nothing fits and what would let something fit, or which demands bind.

Change this when an explanation can be asked for in another way.
"""

from api.cli.answering import Wish
from api.cli.explain_words import explain_parts
from api.cli.exploring import OptionName, Reading, explore
from api.cli.flags import CaseName
from api.cli.wishing import with_shared_flags
from scenarios.runs.explain import ExplainAsked


@with_shared_flags
def explain(case: CaseName, option: OptionName = None, *, wish: Wish) -> None:
    """Say why nothing fits an option and what would let something fit; or, where something does, what binds.

    Each way out is a set of demands that would have to give together; it has been applied and searched again.
    """
    explore(case, ExplainAsked(option=option, effort=wish.effort), wish, Reading("explain", explain_parts))
