"""Where the answers of a pack differ from those of the case it was made from: which figures, and never by how much.

The full case's own figure would give away what was taken out: an answer less the same answer without one person is that
person. So only the names of the figures are told.
Change this when another figure is promised to come out alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.comparing.result import Comparison, StructureResult
from scenarios.differing.answers import AnswerChange, FactChange, Key, answer_changes
from scenarios.reporting.same_posts import ANCHOR_WORDS

WHOLE = frozenset({"answer", "totals", "money", "people"})
NAMED = {"posts": "posts of", "work": "work done of"}
TOLD_ELSEWHERE = frozenset(
    {"spent once, at least", "spent once, expected", "spent once, at most", "paid back in", "is paid back"}
)
"""What is not known in any pack: the page says so once."""
AUTHORS_OWN = frozenset({"author's reason"})
BY_GROUP = frozenset({"staff group", "ring-fence"})


def where_different(full: Comparison, pack: Comparison) -> tuple[str, ...]:
    """Return which figures come out otherwise from the pack, and in which structures; those alike together.

    Args:
        full: the answers of the case the pack was made from.
        pack: the answers of the pack.
    """
    alike: dict[tuple[str, ...], list[str]] = {}
    for change in answer_changes(full, pack):
        if figures := _figures(change):
            alike.setdefault(figures, []).append(_name(change))
    every = {*map(_key, full.structures), *map(_key, pack.structures)}
    return tuple(
        f"{'In every structure' if len(names) == len(every) else '; '.join(names)}: {'; '.join(figures)}."
        for figures, names in alike.items()
    )


def _key(answer: StructureResult) -> Key:
    return answer.option, answer.branch, answer.anchor


def _name(change: AnswerChange) -> str:
    branch = f" ({change.branch})" if change.branch else ""
    anchor = f", {ANCHOR_WORDS[change.anchor]}" if change.anchor is not None else ""
    return f"{change.option}{branch}{anchor}"


def _figures(change: AnswerChange) -> tuple[str, ...]:
    if change.change != "changed":
        return ("only in the pack" if change.change == "added" else "only in the full case",)
    return tuple(dict.fromkeys(word for fact in change.facts for word in _figure(fact)))


def _figure(fact: FactChange) -> Iterator[str]:
    if fact.measure in TOLD_ELSEWHERE | AUTHORS_OWN:
        return
    if fact.part in WHOLE:
        yield fact.measure
    elif fact.part in NAMED:
        yield f"{NAMED[fact.part]} {fact.name}"
    elif fact.part in BY_GROUP:
        yield "people by staff group and ring-fence"
    elif fact.part == "finding":
        yield "findings"
