"""One amount of several structures side by side: its values, how far they are from the first, and why any is missing.

Every null is told of: an amount that is not known is another thing than one that does not apply, and amounts of money
of different cases or at different prices are shown and not taken from each other.
Change this when an amount can be missing for another reason.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from scenarios.comparing.result import Frozen, StructureResult

Unit = Literal["pounds", "pounds a year", "FTE", "weighted FTE", "people", "posts"]
Why = Literal["not known", "does not apply", "not to be set side by side"]
MONEY: frozenset[Unit] = frozenset({"pounds", "pounds a year"})


@dataclass(frozen=True)
class Placed:
    """A structure to set beside others: what it is known by and called, its case, and the build that worked it out."""

    id: str
    title: str
    case: str
    build: str
    structure: StructureResult


class Gap(Frozen):
    """Why there is a null: in `values` of a structure (and so in `more`), or in its `more` alone."""

    id: str
    of: Literal["value", "more"]
    why: Why
    words: str


class Measure(Frozen):
    """One amount of every structure, in their order; `more` is how much more than the first (below 0: less)."""

    name: str
    unit: Unit
    values: tuple[float | None, ...]
    more: tuple[float | None, ...]
    gaps: tuple[Gap, ...] = Field(description="Why there is null, for every structure that has one.")
    note: str | None = Field(default=None, description="What has to be known to read the amounts.")


@dataclass(frozen=True)
class Missing:
    """Why a structure has no value of an amount."""

    why: Why
    words: str


NO_STRUCTURE = Missing("does not apply", "There is no structure to count: its status and the run's answer say why.")


def measure(
    name: str,
    unit: Unit,
    *,
    placed: Sequence[Placed],
    values: Sequence[float | None],
    missing: Callable[[StructureResult], Missing],
    note: str | None = None,
) -> Measure:
    """Set one amount of structures side by side.

    Args:
        name: what the amount is called.
        unit: what it counts in.
        placed: the structures; the others are set against the first.
        values: the amount of each, in their order; None where it has none.
        missing: says of a structure without a value why it has none.
        note: what has to be known to read the amounts.
    """
    more: list[float | None] = []
    gaps: list[Gap] = []
    for each, value in zip(placed, values, strict=True):
        if value is None:
            found = missing(each.structure)
            gaps.append(Gap(id=each.id, of="value", why=found.why, words=found.words))
        elif (between := _between(placed[0], each, value=values[0], unit=unit, missing=missing)) is not None:
            gaps.append(Gap(id=each.id, of="more", why=between.why, words=between.words))
        first = None if gaps and gaps[-1].id == each.id else values[0]
        more.append(None if first is None or value is None else round(value - first, 3))
    return Measure(name=name, unit=unit, values=tuple(values), more=tuple(more), gaps=tuple(gaps), note=note)


def _between(
    first: Placed,
    each: Placed,
    *,
    value: float | None,
    unit: Unit,
    missing: Callable[[StructureResult], Missing],
) -> Missing | None:
    """Why a value is not taken from the first (which has `value`); None: it is."""
    if value is None:
        found = missing(first.structure)
        return Missing(found.why, f"The first has no value to set it against. {found.words}")
    if unit in MONEY and (words := apart(first, each)) is not None:
        return Missing("not to be set side by side", words)
    return None


def apart(one: Placed, other: Placed) -> str | None:
    """Why amounts of money of two structures may not be set side by side; None: they may."""
    if one.case != other.case:
        return f"They are of different cases: {one.case}, {other.case}."
    bases = one.structure.price_base, other.structure.price_base
    if None not in bases and bases[0] != bases[1]:
        return f"They are at different prices: {bases[0]}; {bases[1]}."
    return None


def warnings(placed: Sequence[Placed]) -> Iterator[str]:
    """Yield in words why structures do not go together."""
    cases = sorted({each.case for each in placed})
    inputs = {each.structure.provenance.input_digest for each in placed}
    bases = sorted({each.structure.price_base for each in placed if each.structure.price_base})
    builds = {each.build for each in placed}
    if len(cases) > 1:
        yield f"They are of different cases: {', '.join(cases)}: do not set amounts of money side by side."
    elif len(inputs) > 1:
        yield (
            "They rest on different versions of the case: what differs may come from what the case states and not from "
            "the structures."
        )
    if len(bases) > 1:
        yield f"Their costs are at different prices ({'; '.join(bases)}): do not set amounts of money side by side."
    if len(builds) > 1:
        yield "They were worked out by different builds of this program: work both out again to be sure."
