"""Whatever in a result differs, `diff` says something: each field of a real result changed in its turn.

Fields of which nothing is said are listed here, each with its reason.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from scenarios.comparing.result import Comparison, DependsOn, FindingLine, StructureResult
from scenarios.differing.answers import answer_changes
from tests.api.build import NEED
from tests.scenarios.published.compared import compared

SILENT = {
    "provenance": "where a result comes from: it differs whenever the input does, which is told first",
    "ledger": "where a cost comes from: the cost of each line, of each year and of all is told",
    "amount": "of a finding: its words say by how much",
    "unit": "of a goal: each goal has its own, which its amounts are told in",
    "ok": "of a verdict: whether there are findings, each of which is told",
}
Path = tuple[str | int, ...]
CHOICES = {
    "status": ("given", "designed"),
    "effect": ("whole", "posts"),
    "side": ("below", "above"),
    "anchor": ("people_first", "money_first"),
}
"""Fields that hold one of a few words."""
INSTEAD_OF_NULL: dict[str, Any] = {
    **dict.fromkeys(("grade", "branch", "reason", "changed_from", "witness", "price_base"), "X"),
    "one_off": {"low": 1.0, "expected": 2.0, "high": 3.0},
    "pays_back": True,
}
"""What stands in a field that is null, where that is no number."""


def every(name: str) -> tuple[dict[str, Any], ...]:
    """The structures of a case as JSON, and one of them with something in each field that they leave empty."""
    plain = [each.model_dump(mode="json") for each in compared(name).structures if each.posts is not None]
    full = {
        **max(plain, key=lambda each: len(str(each))),
        "reason": "because",
        "witness": "Only Officers can do it.",
        "depends_on": [NEED.model_dump(mode="json")],
        "unknown": ["what it costs"],
        "notes": ["a note"],
        "reasons": ["a reason"],
        "changed_from": "as proposed",
        "one_off": {"low": 1.0, "expected": 2.0, "high": 3.0},
        "payback_years": 1.5,
        "pays_back": True,
        "verdict": {
            "ok": False,
            "findings": [FindingLine(rule="span", place="x", amount=1, message="m").model_dump(mode="json")],
        },
    }
    return (*plain, full)


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    """Yield where each value of a document stands."""
    if path and path[-1] in SILENT:
        return
    inside: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if inside is None:
        yield path
        return
    for key, part in inside:
        yield from leaves(part, (*path, key))


def other(value: Any, name: str) -> Any:
    """Another value of the same type: what is null becomes something where a number may stand."""
    if name in CHOICES:
        return next(word for word in CHOICES[name] if word != value)
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 1
        case str():
            return f"{value} X"
        case _:
            return INSTEAD_OF_NULL.get(name, 7)


def with_other(document: Any, path: Path) -> Any:
    """A document with another value in one place."""
    key, *rest = path
    inner = with_other(document[key], tuple(rest)) if rest else other(document[key], str(key))
    if isinstance(document, list):
        return [inner if number == key else part for number, part in enumerate(document)]
    return {**document, key: inner}


def one(document: dict[str, Any]) -> Comparison:
    """A comparison of one structure."""
    return Comparison(
        case="c", title="t", illustration=False, note=None, structures=(StructureResult.model_validate(document),)
    )


@pytest.mark.parametrize("name", ["nottinghamshire-2014", "wandsworth-2015"])
def test_every_field_that_differs_is_told(name: str) -> None:
    """Each value of each structure in turn: there is a change, and it holds more than the change of another field."""
    untold = set()
    seen = set()
    for document in every(name):
        before = one(document)
        for path in leaves(document):
            kind = tuple(part for part in path if isinstance(part, str))
            if (kind, document["status"]) in seen:
                continue
            seen.add((kind, document["status"]))
            if not answer_changes(before, one(with_other(document, path))):
                untold.add(".".join(kind))
    assert untold == set()
    assert len({kind for kind, _ in seen}) > 60


def test_every_field_is_reached() -> None:
    """The fields of a result that are neither changed above nor listed as silent: none."""
    reached = {str(part) for document in every("nottinghamshire-2014") for path in leaves(document) for part in path}
    assert set(StructureResult.model_fields) - reached - SILENT.keys() == set()
    assert set(DependsOn.model_fields) <= reached
