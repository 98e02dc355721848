"""The result contract as tables: every field of every object, with its type and meaning.

Fields and types are read from scenarios/comparing/result.py and, for a question about a design, from its file in
scenarios/exploring; what each object is from its docstring, and meanings from docs/blocks/meanings.py and
question_meanings.py there. Change this when results hold another type of value, or there is another question.
"""

import inspect
from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from docs.blocks.markers import BlockError
from docs.blocks.meanings import MEANINGS
from docs.blocks.question_meanings import QUESTION_MEANINGS
from scenarios.comparing.result import Comparison
from scenarios.exploring.against import AgainstAnswer
from scenarios.exploring.alternatives import AlternativesAnswer
from scenarios.exploring.explain_result import ExplainAnswer
from scenarios.exploring.frontier_result import TradeOffs
from scenarios.exploring.must_be_true import MustBeTrue
from scenarios.exploring.no_redundancies import NoRedundanciesAnswer
from scenarios.exploring.result import Explored
from scenarios.exploring.stress import StressAnswer
from scenarios.exploring.why_not import WhyNotAnswer

QUESTIONS: dict[str, type[BaseModel]] = {
    "frontier": Explored[TradeOffs],
    "against": Explored[AgainstAnswer],
    "alternatives": Explored[AlternativesAnswer],
    "explain": Explored[ExplainAnswer],
    "must-be-true": Explored[MustBeTrue],
    "no-redundancies": Explored[NoRedundanciesAnswer],
    "stress": Explored[StressAnswer],
    "why-not": Explored[WhyNotAnswer],
}
"""The document that each question about a design prints, by its command; `against` is that of `why-not --against`."""
SHARED_PAGE = "json.md"
"""The guide with the objects of a comparison, from the guide of a question."""

PLAIN = {str: "text", int: "whole number", float: "number", bool: "true or false"}


def models(top: type[BaseModel] = Comparison) -> list[type[BaseModel]]:
    """Return the objects of a result, each once, in the order in which they first appear."""
    found: list[type[BaseModel]] = []
    waiting = [top]
    while waiting:
        model = waiting.pop(0)
        if model not in found:
            found.append(model)
            waiting.extend(inner for field in model.model_fields.values() for inner in _inner(field.annotation))
    return found


def _inner(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the objects a type speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _inner(part)


def own_models(question: str) -> list[type[BaseModel]]:
    """Return the objects of a question's document that a comparison does not have.

    Raises BlockError when there is no such question.
    """
    if question not in QUESTIONS:
        raise BlockError(f"there is no question {question!r}: {', '.join(sorted(QUESTIONS))}")
    shared = models()
    return [model for model in models(QUESTIONS[question]) if model not in shared]


def name_of(model: type[BaseModel]) -> str:
    """What an object is called: its name, without what it is made for."""
    return model.__name__.partition("[")[0]


def result_tables(question: str = "") -> str:
    """Return a section for each object of a result, or for each of its own that a question's document has."""
    if not question:
        return "\n\n".join(_section(model, "") for model in models())
    return "\n\n".join(_section(model, SHARED_PAGE) for model in own_models(question))


def _section(model: type[BaseModel], shared: str) -> str:
    meanings = {**MEANINGS, **QUESTION_MEANINGS}.get(name_of(model), {})
    about = (inspect.getdoc(model) or "").partition("\n\n")[0].replace("\n", " ")
    rows = [
        f"| `{name}` | {_type(field.annotation, shared)} | {meanings.get(name, '')} |"
        for name, field in model.model_fields.items()
    ]
    return "\n".join([f"### {name_of(model)}", "", about, "", "| field | holds | meaning |", "|---|---|---|", *rows])


def _type(annotation: Any, shared: str) -> str:
    """A type in words, with a link where it is an object of its own: on the page `shared` where comparisons have it."""
    if annotation in PLAIN:
        return PLAIN[annotation]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        name = name_of(annotation)
        return f"[{name}]({shared if name in MEANINGS else ''}#{name.lower()})"
    return _made_of(get_origin(annotation), get_args(annotation), shared)


def _made_of(origin: Any, parts: tuple[Any, ...], shared: str) -> str:
    """A type that is made of others, in words."""
    if origin is Literal:
        return " / ".join(f"`{word}`" for word in parts)
    types = [_type(part, shared) for part in parts if part not in (NoneType, Ellipsis)]
    if origin in (Union, UnionType):
        return " or ".join([*types, "null"] if NoneType in parts else types)
    if origin is tuple:
        return f"list of {types[0]}" if parts[-1] is Ellipsis else f"[{', '.join(types)}]"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"object, {types[0]} to {types[1]}"
    raise TypeError(f"no words for {origin} of {parts}")
