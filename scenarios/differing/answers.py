"""What comes out of two cases otherwise: structure by structure, figure by figure.

Structures are the same ones by option, branch and anchor; posts by team and role, people by staff group, findings by
rule and place, what must be true by assumption. What a result says of where it comes from (digests, versions, ledger)
is left out.
Change this when a result says something more that two cases may be asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from scenarios.comparing.result import Anchor, Comparison, StructureResult
from scenarios.differing.facts import PARTS, Fact, Unit, Value, facts_of

Kind = Literal["added", "removed", "changed"]
Key = tuple[str, str | None, Anchor | None]


@dataclass(frozen=True)
class FactChange:
    """One figure or sentence that differs; `added` and `removed`: only one of the two structures has it.

    `before` and `after` are in the unit; None where it is not there, and where it is not known.
    """

    part: str
    name: str
    measure: str
    unit: Unit
    change: Kind
    before: Value
    after: Value


@dataclass(frozen=True)
class AnswerChange:
    """A structure that only one case has (then with nothing more), or that differs."""

    option: str
    branch: str | None
    anchor: Anchor | None
    change: Kind
    facts: tuple[FactChange, ...] = ()


def answer_changes(before: Comparison, after: Comparison) -> tuple[AnswerChange, ...]:
    """Return every difference between the structures of two comparisons, in the order of the first, then of the second.

    Args:
        before: the answers of one case.
        after: the answers of another.
    """
    olds, news = _by_key(before.structures), _by_key(after.structures)
    found: list[AnswerChange] = []
    for key in dict.fromkeys((*olds, *news)):
        old, new = olds.get(key), news.get(key)
        if old is None or new is None:
            found.append(AnswerChange(*key, "added" if old is None else "removed"))
        elif facts := _fact_changes(facts_of(old), facts_of(new)):
            found.append(AnswerChange(*key, "changed", facts))
    return tuple(found)


def _by_key(answers: Iterable[StructureResult]) -> dict[Key, StructureResult]:
    return {(answer.option, answer.branch, answer.anchor): answer for answer in answers}


def _fact_changes(before: Mapping[Fact, Value], after: Mapping[Fact, Value]) -> tuple[FactChange, ...]:
    """Return the facts that differ, those of one part and name together."""
    found: list[FactChange] = []
    together: dict[tuple[str, str], list[Fact]] = {}
    for fact in dict.fromkeys((*before, *after)):
        together.setdefault((fact.part, fact.name), []).append(fact)
    in_order = sorted(together, key=lambda about: PARTS.index(about[0]))
    for fact in (fact for about in in_order for fact in together[about]):
        kind: Kind = "changed" if fact in before and fact in after else "added" if fact in after else "removed"
        was, now = before.get(fact), after.get(fact)
        if kind != "changed" or was != now:
            found.append(FactChange(fact.part, fact.name, fact.measure, fact.unit, kind, was, now))
    return tuple(found)
