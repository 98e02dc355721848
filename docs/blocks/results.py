"""The result contract as tables: every field of every object, with its type and meaning.

Fields and types are read from scenarios/comparing/result.py, what each object is from its docstring, and meanings from
docs/blocks/meanings.py. Change this when results hold another type of value.
"""

import inspect
from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from docs.blocks.meanings import MEANINGS
from scenarios.comparing.result import Comparison

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


def result_tables() -> str:
    """Return a section for each object of a result."""
    return "\n\n".join(_section(model) for model in models())


def _section(model: type[BaseModel]) -> str:
    meanings = MEANINGS.get(model.__name__, {})
    about = (inspect.getdoc(model) or "").partition("\n\n")[0].replace("\n", " ")
    rows = [
        f"| `{name}` | {_type(field.annotation)} | {meanings.get(name, '')} |"
        for name, field in model.model_fields.items()
    ]
    return "\n".join([f"### {model.__name__}", "", about, "", "| field | holds | meaning |", "|---|---|---|", *rows])


def _type(annotation: Any) -> str:
    """A type in words, with a link where it is an object of its own."""
    if annotation in PLAIN:
        return PLAIN[annotation]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    return _made_of(get_origin(annotation), get_args(annotation))


def _made_of(origin: Any, parts: tuple[Any, ...]) -> str:
    """A type that is made of others, in words."""
    if origin is Literal:
        return " / ".join(f"`{word}`" for word in parts)
    if origin in (Union, UnionType):
        known = [_type(part) for part in parts if part is not NoneType]
        return " or ".join([*known, "null"] if NoneType in parts else known)
    if origin is tuple:
        return f"list of {_type(parts[0])}" if parts[-1] is Ellipsis else f"[{', '.join(map(_type, parts))}]"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"object, {_type(parts[0])} to {_type(parts[1])}"
    raise TypeError(f"no words for {origin} of {parts}")
