"""What every answer about a designed option shares in the JSON contract: the case, the option, and whole structures.

Structures stand once, at the top, and what is said about them names them by their position there, from 0.
Change this when every such answer has to say something more; what one of them says stands in its own file.
"""

from typing import Generic, Literal, TypeVar

from scenarios.comparing.result import Frozen, StructureResult

Ended = Literal["answered", "infeasible", "undecided"]


class BranchAnswer(Frozen):
    """The answer about one option in one branch, and how it ended: never two of the three at once.

    `reasons` say why nothing fits, or why it is not settled.
    """

    option: str
    branch: str | None
    status: Ended
    reasons: tuple[str, ...]


T = TypeVar("T", bound=BranchAnswer)


class Explored(Frozen, Generic[T]):
    """A question about one designed option, answered in each of its branches.

    `option` is None where every option to design was asked about.
    """

    case: str
    title: str
    illustration: bool
    note: str | None
    currency: Literal["GBP"] = "GBP"
    question: str
    option: str | None
    structures: tuple[StructureResult, ...]
    answers: tuple[T, ...]
