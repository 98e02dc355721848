"""What changed between two cases, in words: A is the first, B the second, and an arrow leads from one to the other.

Change this when a difference is told in another way.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.padding import Padding

from api.cli.screen import words
from scenarios.differing.answers import AnswerChange, FactChange
from scenarios.differing.facts import Unit, Value
from scenarios.differing.inputs import CellChange, RowChange, SealedChange
from scenarios.reporting.amounts import NOT_KNOWN, fte_text, pounds_text
from scenarios.reporting.same_posts import ANCHOR_WORDS

BLANK = "blank"
ONLY = {"added": "only in B", "removed": "only in A"}
SENTENCES = frozenset({"finding", "why none", "note", "not known", "why no more work is covered"})
"""Parts of a result that are sentences."""


def input_words(stated: Sequence[RowChange], sealed: Sequence[SealedChange]) -> Iterator[RenderableType]:
    """Yield what two cases state otherwise: how many rows of each sheet, then each row with its cells and places."""
    yield words("")
    if not stated and not sealed:
        yield words("What the cases state: no difference. The order of rows, and the form, make none.", "bold")
        return
    yield words("What the cases state", "bold underline")
    for sheet, rows in groupby(stated, key=lambda change: change.sheet):
        together = tuple(rows)
        yield words(f"{sheet}: {_counts(together)}", "bold")
        for change in together:
            yield from _row(change)
    for table in sealed:
        numbers = {"changed": table.changed, "removed": table.removed, "added": table.added}
        said = ", ".join(f"{number} {kind}" for kind, number in numbers.items() if number)
        yield words(f"{table.sheet} (sealed: nothing in it is shown): rows {said}", "bold")


def _counts(rows: Sequence[RowChange]) -> str:
    numbers = {kind: sum(row.change == kind for row in rows) for kind in ("changed", "removed", "added")}
    if not any(row.row for row in rows):
        return "changed"
    return ", ".join(f"{number} {kind}" for kind, number in numbers.items() if number)


def _row(change: RowChange) -> Iterator[RenderableType]:
    if change.change == "changed":
        if change.row:
            yield _in(1, change.row)
        yield from (_in(2 if change.row else 1, _cell(cell)) for cell in change.cells)
        return
    first = change.cells[0]
    place = (first.before_at or first.after_at or "").removesuffix(f", {first.column}")
    cells = "; ".join(f"{cell.column} {cell.before or cell.after}" for cell in change.cells)
    yield _in(1, f"{change.row}: {ONLY[change.change]} ({place}): {cells}")


def _cell(cell: CellChange) -> str:
    before, after = cell.before or BLANK, cell.after or BLANK
    where = f"A {cell.before_at}; B {cell.after_at}" if cell.before_at != cell.after_at else f"both {cell.before_at}"
    return f"{cell.column}: {before} -> {after} ({where})"


def answer_words(came_out: Sequence[AnswerChange] | None, *, same_input: bool) -> Iterator[RenderableType]:
    """Yield what comes out otherwise: structure by structure, those with the same changes together.

    Args:
        came_out: the changes; None where no answers were worked out.
        same_input: whether the cases state the same, so that nothing had to be worked out.
    """
    if came_out is None:
        return
    yield words("")
    if not came_out:
        why = "The same case has the same answers." if same_input else "Every structure comes out as before."
        yield words(f"What comes out: no difference. {why}", "bold")
        return
    yield words("What comes out", "bold underline")
    alike: dict[object, list[AnswerChange]] = {}
    for change in came_out:
        alike.setdefault((change.option, change.branch, change.change, change.facts), []).append(change)
    for together in alike.values():
        first = together[0]
        only = "" if first.change == "changed" else f": {ONLY[first.change]}"
        yield words(f"{_title(together)}{only}", "bold")
        for (part, name), facts in groupby(first.facts, key=lambda fact: (fact.part, fact.name)):
            yield _in(1, _facts(part, name, tuple(facts)))


def _title(together: Sequence[AnswerChange]) -> str:
    first = together[0]
    branch = f" ({first.branch})" if first.branch else ""
    anchors = " = ".join(ANCHOR_WORDS[change.anchor] for change in together if change.anchor is not None)
    return f"{first.option}{branch}{anchors and ': '}{anchors}"


def _facts(part: str, name: str, facts: tuple[FactChange, ...]) -> str:
    """Say what changed about one thing: what it is, then each of its figures; a sentence stands for itself."""
    what = part if part in SENTENCES or not name else f"{part}, {name}"
    kinds = {fact.change for fact in facts}
    if kinds in ({"added"}, {"removed"}):
        side = facts[0].change
        told = (_label(fact) + _value(fact.after if side == "added" else fact.before, fact.unit) for fact in facts)
        return f"{what}: {ONLY[side]}: {', '.join(told)}"
    return f"{what}: {'; '.join(_fact(fact) for fact in facts)}"


def _fact(fact: FactChange) -> str:
    return f"{_label(fact)}{_value(fact.before, fact.unit)} -> {_value(fact.after, fact.unit)}"


def _label(fact: FactChange) -> str:
    return "" if fact.part in SENTENCES else f"{fact.measure} "


def _value(value: Value, unit: Unit) -> str:
    match value:
        case None:
            return NOT_KNOWN
        case str():
            return value
        case _ if unit == "pounds":
            return pounds_text(value)
        case _ if unit == "fte":
            return fte_text(value)
        case _ if unit == "years":
            return f"{value:g} years"
        case _:
            return f"{value:,}"


def _in(depth: int, text: str) -> RenderableType:
    return Padding(words(text), (0, 0, 0, 2 * depth), expand=False)
