"""Answers that come to the same posts are shown once, under all their names; numbers follow the order of the results.

Change this when two answers count as one for another reason.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scenarios.comparing.result import StructureResult

ANCHOR_WORDS = {
    "people_first": "people first",
    "money_first": "money first",
    "improved": "improved",
}


@dataclass(frozen=True)
class Shown:
    """Answers of one option in one branch with the same posts, or without any for the same reasons."""

    number: int
    answers: tuple[StructureResult, ...]

    @property
    def first(self) -> StructureResult:
        """The answer whose figures are shown."""
        return self.answers[0]

    @property
    def title(self) -> str:
        """Option, branch and anchors: "model C (Band A): people first = money first"."""
        return titled(name_of(self.first), (a.anchor for a in self.answers))


def titled(name: str, anchors: Iterable[str | None]) -> str:
    """An option's name with the anchors that came to the same posts."""
    told = " = ".join(ANCHOR_WORDS[anchor] for anchor in anchors if anchor is not None)
    return name + (f": {told}" if told else "")


def may_share(status: str) -> bool:
    """Whether an answer that ended so may be shown together with another; one that is not settled stands alone."""
    return status in ("designed", "infeasible")


def name_of(answer: StructureResult) -> str:
    """Option and branch: "as proposed (Grade 5)"."""
    return answer.option + (f" ({answer.branch})" if answer.branch else "")


def shown_once(answers: Sequence[StructureResult]) -> tuple[Shown, ...]:
    """Put answers with the same posts together, in the order of the first of each."""
    together: dict[object, list[StructureResult]] = {}
    for number, answer in enumerate(answers):
        together.setdefault(_alike(answer, number), []).append(answer)
    return tuple(Shown(number, tuple(same)) for number, same in enumerate(together.values(), 1))


def _alike(answer: StructureResult, number: int) -> object:
    """Return what answers shown once have in common."""
    if not may_share(answer.status):
        return number
    return answer.option, answer.branch, answer.status, answer.lines, answer.reasons
