"""A designed structure beside the given one of its branch, in one sentence: less, the same or more of what counts.

The given structure is the one recommended, else the first that is live, else any. Change this when another figure
decides between structures.
"""

from collections.abc import Iterable, Sequence

from scenarios.comparing.result import StructureResult
from scenarios.reporting.amounts import count_text, fte_text, pounds_text
from scenarios.reporting.same_posts import name_of
from solver.wording import some

THOUSANDTHS = 1000


def given_beside(answer: StructureResult, all_answers: Iterable[StructureResult]) -> StructureResult | None:
    """The given structure of an answer's branch that it is set beside; None where there is none."""
    rows = [each for each in all_answers if each.status == "given" and each.branch in (None, answer.branch)]
    preferred = (lambda e: e.standing == "recommended", lambda e: e.standing == "live", lambda _: True)
    return next((each for wanted in preferred for each in rows if wanted(each)), None)


def beside_words(answer: StructureResult, all_answers: Sequence[StructureResult]) -> str | None:
    """One sentence on how a designed structure differs from the given one; None where either has no figures."""
    other = given_beside(answer, all_answers)
    if answer.status != "designed" or other is None or answer.posts is None or other.posts is None:
        return None
    parts = [_posts(answer.posts - other.posts), *_money(answer, other), *_work(answer, other), *_people(answer, other)]
    return f"Beside {name_of(other)}: {'; '.join(parts)}."


def _posts(more: int) -> str:
    return "as many posts" if not more else f"{some(abs(more), 'post')} {'more' if more > 0 else 'fewer'}"


def _money(answer: StructureResult, other: StructureResult) -> Iterable[str]:
    if answer.annual_cost is None or other.annual_cost is None:
        return
    more = answer.annual_cost - other.annual_cost
    yield "the same cost" if not more else f"{pounds_text(abs(more))} a year {'more' if more > 0 else 'less'}"


def _work(answer: StructureResult, other: StructureResult) -> Iterable[str]:
    if answer.uncovered_fte is None or other.uncovered_fte is None:
        return
    more = round((other.uncovered_fte - answer.uncovered_fte) * THOUSANDTHS)
    amount = fte_text(abs(more) / THOUSANDTHS)
    yield "as much work covered" if not more else f"{amount} FTE {'more' if more > 0 else 'less'} work covered"


def _people(answer: StructureResult, other: StructureResult) -> Iterable[str]:
    if answer.people is None or other.people is None:
        return
    for end, mine, theirs in (
        ("at the least", answer.people.displaced_at_least, other.people.displaced_at_least),
        ("at the most", answer.people.displaced_at_most, other.people.displaced_at_most),
    ):
        more = mine - theirs
        amount = "as many" if not more else f"{count_text(abs(more))} {'more' if more > 0 else 'fewer'}"
        yield f"{amount} displaced {end}"
