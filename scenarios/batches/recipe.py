"""The recipe of a batch: named futures first, then grids, then seeded draws, over one case.

Rules: issue "The service" (batches). YAML or JSON, read with the limits of the readers in scenarios/reading: nothing
grows before it is looked at, and every value stays the text that was typed. What a value means is the case's matter
(plan.py).
Change this when a recipe may ask for futures in another way.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, WithJsonSchema

from scenarios.batches.recipe_faults import stated_twice, unknown_key
from scenarios.reading.disk import MAX_YAML_BYTES, read_text
from scenarios.reading.yaml_text import read_yaml
from scenarios.schema import fault_kinds
from scenarios.schema.faults import CellTrouble, Fault, ScenarioFaults, Spot, Words
from scenarios.schema.nearness import NEAR_KEY, meant
from scenarios.schema.texts import Name
from scenarios.schema.texts import Text as Title

MOST_NAMED = 500
MOST_VALUES = 1_000
MOST_PATHS = 20
"""Paths that one grid crosses: two values for each of 17 are more futures than a batch holds."""
MOST_DRAWS = 100_000
MOST_SEED = 2**63 - 1
MOST_NESTED = 8
LEAST_EFFORT, MOST_EFFORT = 0.001, 1_000_000


def _as_text(value: Any) -> Any:
    """Return what stands in a JSON recipe as a planner would type it into a cell."""
    match value:
        case bool():
            return "y" if value else "n"
        case int():
            return str(value)
        case float():
            return f"{Decimal(repr(value)):f}"
        case str():
            return value.strip()
        case _:
            return value


def _as_list(value: Any) -> Any:
    """Return words with semicolons between as a list, as lists stand in a cell."""
    return [part.strip() for part in value.split(";") if part.strip()] if isinstance(value, str) else value


CELL = {"anyOf": [{"type": "string", "maxLength": 2_000}, {"type": "number"}, {"type": "boolean"}]}
Text = Annotated[str, BeforeValidator(_as_text), Field(max_length=2_000), WithJsonSchema(CELL)]
"""A value as it is written in a cell."""
Values = Annotated[Mapping[str, Text], Field(min_length=1, max_length=MOST_VALUES)]
Grid = Annotated[
    Mapping[str, Annotated[tuple[Text, ...], Field(min_length=1, max_length=MOST_VALUES)]], Field(max_length=MOST_PATHS)
]


class Part(BaseModel):
    """Base of every part of a recipe: nothing may be added, nothing changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class NamedFuture(Part):
    """A future with a name, and the values that are otherwise in it."""

    name: Name = Field(description="What the future is called.")
    values: Values = Field(
        description="Values by their path, such as limits.ceiling, or by what is varied: demand, pay award, ceiling, "
        "leavers."
    )


class Drawn(Part):
    """How one figure is drawn: evenly or in a triangle, in whole units of its column, both ends included."""

    shape: Literal["uniform", "triangular"] = Field(default="uniform", description="uniform or triangular.")
    low: Text = Field(description="The least it may be.")
    high: Text = Field(description="The most it may be.")
    most_likely: Text | None = Field(default=None, description="For a triangle: where it is highest.")


class Draws(Part):
    """So many futures with figures drawn at random, each by itself, the same for the same seed."""

    count: int = Field(ge=1, le=MOST_DRAWS, description="How many futures are drawn.")
    seed: int = Field(ge=0, le=MOST_SEED, description="The same seed draws the same futures.")
    figures: Annotated[Mapping[str, Drawn], Field(min_length=1, max_length=100)] = Field(
        description="What is drawn, by its path or by what is varied."
    )


class Recipe(Part):
    """What a batch is made of. Every batch begins with the case as things are."""

    case: Annotated[str, Field(min_length=1, max_length=1_000)] = Field(
        description="A case of the library, or a folder, workbook or JSON file beside the recipe."
    )
    title: Title | None = Field(default=None, description="What the batch is about.")
    options: Annotated[tuple[Name, ...], BeforeValidator(_as_list)] = Field(
        default=(), description="Options to answer; none: every one."
    )
    goals: Annotated[tuple[Annotated[str, Field(max_length=200)], ...], BeforeValidator(_as_list)] = Field(
        default=(), description="Order of goals as in the sheet limits; none: the case's own."
    )
    effort: float | None = Field(
        default=None,
        ge=LEAST_EFFORT,
        le=MOST_EFFORT,
        description="Limit on each search, in units of about a second of one processor core; null: the usual limit.",
    )
    futures: Annotated[tuple[NamedFuture, ...], Field(max_length=MOST_NAMED)] = Field(
        default=(), description="Named futures, answered first."
    )
    grids: Annotated[tuple[Grid, ...], Field(max_length=20)] = Field(
        default=(), description="Grids: every combination of the values listed for each path."
    )
    draws: Draws | None = Field(default=None, description="Futures drawn at random.")


def read_recipe(path: Path) -> Recipe:
    """Return the recipe a YAML or JSON file holds.

    Raises:
        ScenarioFaults: something is wrong; carries every fault found.
    """
    try:
        text = read_text(path, MAX_YAML_BYTES)
        values = _json(text) if path.suffix.casefold() == ".json" else read_yaml(text)
    except CellTrouble as trouble:
        raise ScenarioFaults([Fault.at(Spot(path.name), "", trouble.words)]) from trouble
    return recipe_of(values, path.name)


def recipe_of(values: Mapping[str, Any], label: str) -> Recipe:
    """Return the recipe that plain values make.

    Args: the values; what a planner calls the place they come from.

    Raises:
        ScenarioFaults: they make none; carries every fault found.
    """
    try:
        return Recipe.model_validate(values)
    except ValidationError as refused:
        raise ScenarioFaults([_fault(trouble, label) for trouble in refused.errors(include_url=False)]) from refused


def _fault(trouble: Any, label: str) -> Fault:
    at = [str(part + 1) if isinstance(part, int) else part for part in trouble["loc"] if part != "[key]"]
    key, value = str(trouble["loc"][-1]) if trouble["loc"] else "", trouble["input"]
    shown = str(value)[:80] if isinstance(value, str | int | float) else ""
    return Fault.at(Spot(label, None, ", ".join(at) or None), shown, _words(trouble, key))


def _words(trouble: Any, key: str) -> Words:
    if trouble["type"] == "missing":
        return fault_kinds.needed(key)
    if trouble["type"] == "extra_forbidden":
        near = meant(key, _keys(), least=NEAR_KEY)
        return unknown_key(key, sorted(_keys())) if near is None else fault_kinds.near_key(key, near)
    return fault_kinds.does_not_fit(trouble["msg"].removeprefix("Value error, "))


def _keys() -> set[str]:
    return {name for part in (Recipe, NamedFuture, Draws, Drawn) for name in part.model_fields}


def _json(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text, object_pairs_hook=_pairs, parse_constant=_no_constant, parse_float=str)
    except RecursionError as deep:
        raise CellTrouble(fault_kinds.too_deep(MOST_NESTED)) from deep
    except ValueError as unreadable:
        raise CellTrouble(fault_kinds.not_json(str(unreadable)[:200])) from unreadable
    if not isinstance(value, dict):
        raise CellTrouble(fault_kinds.not_an_object("an object with 'case' and 'futures'"))
    return value


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        keys = [key for key, _ in pairs]
        raise CellTrouble(stated_twice(next(key for key in keys if keys.count(key) > 1)))
    return values


def _no_constant(text: str) -> NoReturn:
    raise CellTrouble(fault_kinds.not_json(f"{text} is not a number"))
