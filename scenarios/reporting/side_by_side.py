"""Structures of any answers side by side: what each comes to, how far it is from the first, and where posts differ.

Amounts that do not go together are still shown, with plain words about why they may not be set against each other.
Change this when structures are set side by side in another way.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from scenarios.comparing.result import Frozen, Status, StructureResult
from scenarios.exploring.amounts import goal_difference
from scenarios.reporting.same_posts import name_of, titled
from solver.wording import fte, some

Unit = Literal["pounds", "pounds a year", "FTE", "weighted FTE", "people", "posts"]
NO_POSTS = (0, 0)


@dataclass(frozen=True)
class Placed:
    """A structure to set beside others: what it is known by, its case, and the build that worked it out."""

    id: str
    case: str
    build: str
    structure: StructureResult


class BesideHead(Frozen):
    """Which structure it is, of which case and version, and how it came about."""

    id: str
    case: str
    title: str
    status: Status
    input_digest: str
    price_base: str | None
    unknown: tuple[str, ...]


class Measure(Frozen):
    """One amount of every structure, in their order; `more` is how much more than the first (below 0: less).

    null: not known, or none.
    """

    name: str
    unit: Unit
    values: tuple[float | None, ...]
    more: tuple[float | None, ...]


class OtherPosts(Frozen):
    """Posts that a structure has more or fewer of than the first, in sentences."""

    id: str
    posts: tuple[str, ...]


class SideBySide(Frozen):
    """Structures side by side, the first being what the others are set against."""

    warnings: tuple[str, ...] = Field(description="Why amounts may not be set against each other.")
    structures: tuple[BesideHead, ...]
    measures: tuple[Measure, ...] = Field(description="Cost, saving, people and posts.")
    goals: tuple[Measure, ...] = Field(description="Goals as searches left them; null: the structure was not searched.")
    other_posts: tuple[OtherPosts, ...]


def side_by_side(placed: Sequence[Placed]) -> SideBySide:
    """Set structures side by side.

    Args:
        placed: two or more; the others are set against the first.
    """
    structures = [each.structure for each in placed]
    return SideBySide(
        warnings=tuple(_warnings(placed)),
        structures=tuple(_head(each) for each in placed),
        measures=tuple(_measure(name, unit, [read(each) for each in structures]) for name, unit, read in _MEASURES),
        goals=tuple(_goals(structures)),
        other_posts=tuple(
            OtherPosts(id=each.id, posts=tuple(other_posts(structures[0], each.structure)))
            for each in placed[1:]
            if each.structure.posts is not None and structures[0].posts is not None
        ),
    )


def _head(each: Placed) -> BesideHead:
    structure = each.structure
    return BesideHead(
        id=each.id,
        case=each.case,
        title=titled(name_of(structure), (structure.anchor,)),
        status=structure.status,
        input_digest=structure.provenance.input_digest,
        price_base=structure.price_base,
        unknown=structure.unknown,
    )


def _warnings(placed: Sequence[Placed]) -> Iterator[str]:
    cases = sorted({each.case for each in placed})
    inputs = {each.structure.provenance.input_digest for each in placed}
    bases = sorted({each.structure.price_base for each in placed if each.structure.price_base})
    builds = {each.build for each in placed}
    if len(cases) > 1:
        yield f"They are of different cases: {', '.join(cases)}."
    elif len(inputs) > 1:
        yield (
            "They rest on different versions of the case: what differs may come from what the case states and not from "
            "the structures."
        )
    if len(bases) > 1:
        yield f"Their costs are at different prices ({'; '.join(bases)}): do not set amounts of money side by side."
    if len(builds) > 1:
        yield "They were worked out by different builds of this program: work both out again to be sure."


def _of_people(name: str) -> Callable[[StructureResult], float | None]:
    def read(structure: StructureResult) -> float | None:
        found: float | None = None if structure.people is None else getattr(structure.people, name)
        return found

    return read


def _once(structure: StructureResult) -> float | None:
    return None if structure.one_off is None else structure.one_off.expected


_MEASURES: tuple[tuple[str, Unit, Callable[[StructureResult], float | None]], ...] = (
    ("cost a year", "pounds a year", lambda each: each.annual_cost),
    ("saving", "pounds a year", lambda each: each.saving),
    ("one-off cost, expected", "pounds", _once),
    ("posts", "posts", lambda each: each.posts),
    ("FTE", "FTE", lambda each: each.fte),
    ("work not covered", "FTE", lambda each: each.uncovered_fte),
    ("people at risk", "people", _of_people("at_risk")),
    ("people displaced, at the least", "people", _of_people("displaced_at_least")),
    ("people displaced, at the most", "people", _of_people("displaced_at_most")),
)
"""What is shown of every structure: name, unit, and where it stands in a result."""


def _measure(name: str, unit: Unit, values: Sequence[float | None]) -> Measure:
    first = values[0]
    more = (None if first is None or value is None else round(value - first, 3) for value in values)
    return Measure(name=name, unit=unit, values=tuple(values), more=tuple(more))


def _goals(structures: Sequence[StructureResult]) -> Iterator[Measure]:
    """Yield every goal that any of the structures was searched for, in the order of the first that names it."""
    for goal in dict.fromkeys(bound.goal for each in structures for bound in each.bounds):
        values: list[float | None] = []
        for each in structures:
            found = next((bound.value for bound in each.bounds if bound.goal == goal), None)
            values.append(None if found is None else goal_difference(goal, found, found).design)
        yield _measure(goal, goal_difference(goal, 0, 0).unit, values)


def other_posts(one: StructureResult, other: StructureResult) -> Iterator[str]:
    """Yield how many posts and FTE more or fewer the second has, for every team and role in which the two differ."""
    before, after = _posts(one), _posts(other)
    for team, role in sorted({*before, *after}):
        had, has = before.get((team, role), NO_POSTS), after.get((team, role), NO_POSTS)
        posts, milli_fte = has[0] - had[0], has[1] - had[1]
        if posts:
            same = fte(abs(milli_fte)) if milli_fte * posts > 0 else f"{fte(milli_fte)} more"
            yield f"{role} in {team}: {some(abs(posts), 'post')} {'more' if posts > 0 else 'fewer'} ({same})"
        elif milli_fte:
            yield f"{role} in {team}: as many posts, {fte(abs(milli_fte))} {'more' if milli_fte > 0 else 'less'}"


def _posts(structure: StructureResult) -> dict[tuple[str, str], tuple[int, int]]:
    """Posts and thousandths of FTE by team and role."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for line in structure.lines:
        posts, milli_fte = found.get((line.team, line.role), NO_POSTS)
        found[line.team, line.role] = posts + line.posts, milli_fte + round(line.fte * 1000)
    return found
