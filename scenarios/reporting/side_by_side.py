"""Structures of any answers side by side: what each comes to, how far it is from the first, and where posts differ.

Amounts that do not go together are still shown, with plain words about why they are not set against each other.
Change this when structures are set side by side in another way.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from pydantic import Field

from scenarios.comparing.result import Frozen, Status, StructureResult
from scenarios.exploring.amounts import goal_difference
from scenarios.reporting.measures import NO_STRUCTURE, Measure, Missing, Placed, Unit, measure, warnings
from solver.wording import fte, some

NO_POSTS = (0, 0)
COST_OF_SEARCH = (
    "As the search counted it in its turn, with the cost of each post rounded: 'cost a year' is the exact figure."
)


class BesideHead(Frozen):
    """Which structure it is, of which case and version, and how it came about."""

    id: str
    case: str
    title: str
    status: Status
    input_digest: str
    price_base: str | None
    unknown: tuple[str, ...]


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
        warnings=tuple(warnings(placed)),
        structures=tuple(_heads(placed)),
        measures=tuple(_measures(placed)),
        goals=tuple(_goals(placed)),
        other_posts=tuple(
            OtherPosts(id=each.id, posts=tuple(other_posts(structures[0], each.structure)))
            for each in placed[1:]
            if each.structure.posts is not None and structures[0].posts is not None
        ),
    )


def _heads(placed: Sequence[Placed]) -> Iterator[BesideHead]:
    for each, title in zip(placed, told_apart(placed), strict=True):
        structure = each.structure
        yield BesideHead(
            id=each.id,
            case=each.case,
            title=title,
            status=structure.status,
            input_digest=structure.provenance.input_digest,
            price_base=structure.price_base,
            unknown=(*structure.unknown, *_not_known(structure)),
        )


def told_apart(placed: Sequence[Placed]) -> list[str]:
    """Return what each structure is called, no two alike: with its case, else with its id, where titles are alike."""
    titles = [each.title for each in placed]
    if len({each.case for each in placed}) > 1:
        titles = _with(titles, [each.case for each in placed])
    return _with(titles, [each.id for each in placed])


def _with(titles: Sequence[str], more: Sequence[str]) -> list[str]:
    """Return titles, those that are alike with something more."""
    counted = Counter(titles)
    return [f"{title} [{added}]" if counted[title] > 1 else title for title, added in zip(titles, more, strict=True)]


def _not_known(structure: StructureResult) -> Iterator[str]:
    """Yield the amounts of a structure that are not known."""
    for name, _, read in _MEASURES:
        if read(structure) is None and _missing(name, structure).why == "not known":
            yield name


def _missing(name: str, structure: StructureResult) -> Missing:
    if structure.posts is None:
        return NO_STRUCTURE
    rests = _RESTS_ON.get(name, "something that the case does not state")
    unknown = f": {'; '.join(structure.unknown)}" if structure.unknown else ""
    return Missing("not known", f"The {name} is not known; it rests on {rests}{unknown}.")


def _measures(placed: Sequence[Placed]) -> Iterator[Measure]:
    for name, unit, read in _MEASURES:
        values = [read(each.structure) for each in placed]
        yield measure(name, unit, placed=placed, values=values, missing=partial(_missing, name))


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


_ONCE = "what people who are displaced cost to let go, and on every one-off other cost"
_COSTS = "the cost of every post and every other cost"
_RESTS_ON = {"cost a year": _COSTS, "saving": _COSTS, "one-off cost, expected": _ONCE}


def _goals(placed: Sequence[Placed]) -> Iterator[Measure]:
    """Yield every goal that any of the structures was searched for, in the order of the first that names it."""
    for goal in dict.fromkeys(bound.goal for each in placed for bound in each.structure.bounds):
        values: list[float | None] = []
        for each in placed:
            found = next((bound.value for bound in each.structure.bounds if bound.goal == goal), None)
            values.append(None if found is None else goal_difference(goal, found, found).design)
        unit, note = goal_difference(goal, 0, 0).unit, COST_OF_SEARCH if goal == "cost" else None
        yield measure(goal, unit, placed=placed, values=values, missing=_not_searched, note=note)


def _not_searched(structure: StructureResult) -> Missing:
    why = "No search was for this goal." if structure.bounds else "It is not the outcome of a search for goals."
    return Missing("does not apply", why)


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
