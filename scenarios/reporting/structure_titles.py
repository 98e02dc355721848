"""What each structure of an answer is called, no two alike: as its table numbers and names it, or which part it is.

A comparison numbers its structures, those with the same posts once, as the screen, the workbooks and the paper do. The
other answers name structures by their position; what is said about a structure there is what it is called after.
Change this when an answer names structures in a field of another name.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scenarios.comparing.result import Comparison
from scenarios.reporting.same_posts import ANCHOR_WORDS, name_of, shown_once, titled

LISTS = {
    "points": "point {0} of {1}",
    "alternatives": "alternative {0} of {1}",
    "ways_out": "way out {0} of {1}",
    "binding": "after giving {0} of {1}",
}
"""Parts of an answer that are told in their order, each with what it is called: its number and how many there are."""
SINGLE = {
    "design": "the design",
    "given": "set against the design",
    "better": "no worse on work, people and cost",
    "with_demand": "with what is demanded",
    "other_roles": "other posts by role",
}
WITHOUT = "without what is demanded"
NOBODY_DISPLACED = "nobody displaced"


@dataclass(frozen=True)
class StructureTitle:
    """What a structure is called.

    `title` is its own in its answer. `number` and `shown_as` are those of the tables, workbooks and paper, which show
    structures with the same posts once; None where there are none. `part` says which part of the answer it is.
    """

    title: str
    number: int | None = None
    shown_as: str | None = None
    part: str | None = None


def titles_of(document: Mapping[str, Any]) -> tuple[StructureTitle, ...]:
    """Return what the structures of an answer are called, in their order.

    Args:
        document: an answer as JSON: a comparison, or what was explored.
    """
    if "answers" not in document:
        return _of_comparison(Comparison.model_validate(document))
    parts = _parts(document)
    found = []
    for position, each in enumerate(document["structures"]):
        branch = f" ({each['branch']})" if each["branch"] else ""
        part = " = ".join(parts.get(position, ())) or None
        told = [words for words in (ANCHOR_WORDS.get(each["anchor"] or ""), part) if words]
        name = f"{each['option']}{branch}"
        found.append(StructureTitle(": ".join((name, ", ".join(told))) if told else name, part=part))
    return _apart(found)


def _of_comparison(comparison: Comparison) -> tuple[StructureTitle, ...]:
    shown = {id(answer): each for each in shown_once(comparison.structures) for answer in each.answers}
    return _apart(
        [
            StructureTitle(
                titled(name_of(each), (each.anchor,)), number=shown[id(each)].number, shown_as=shown[id(each)].title
            )
            for each in comparison.structures
        ]
    )


def _apart(titles: list[StructureTitle]) -> tuple[StructureTitle, ...]:
    """Return titles, those that are alike with their place in the answer, from 1."""
    counted = Counter(each.title for each in titles)
    return tuple(
        StructureTitle(f"{each.title} (structure {place})", each.number, each.shown_as, each.part)
        if counted[each.title] > 1
        else each
        for place, each in enumerate(titles, 1)
    )


def _parts(document: Mapping[str, Any]) -> dict[int, list[str]]:
    """Return by position what is said of a structure, each thing once."""
    found: dict[int, list[str]] = {}
    for answer in document["answers"]:
        for position, words in _parts_of(answer, str(document["question"])):
            told = found.setdefault(position, [])
            if words not in told:
                told.append(words)
    return found


def _parts_of(answer: Mapping[str, Any], question: str) -> Iterator[tuple[int, str]]:
    for name, words in SINGLE.items():
        if (position := _position(answer.get(name))) is not None:
            yield position, words
    if question == "no-redundancies" and answer["structure"] is not None:
        yield answer["structure"], NOBODY_DISPLACED
    for name, words in LISTS.items():
        told = answer.get(name, ())
        for number, each in enumerate(told, 1):
            called = words.format(number, len(told))
            if each["structure"] is not None:
                yield each["structure"], called
            if each.get("without") is not None:
                yield each["without"], f"{called}, {WITHOUT}"


def _position(said: object) -> int | None:
    """Return the position that a field holds, itself or as `structure`; None where it names none."""
    found = said.get("structure") if isinstance(said, Mapping) else said
    return found if isinstance(found, int) else None
