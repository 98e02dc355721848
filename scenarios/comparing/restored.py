"""Answers read back from a stored comparison, without a search: the posts are in it, and the rest follows from them.

Each post kind is known again by its ledger line: team, role and size. Where kinds of the same size differ in whom they
give room to, that choice is taken which means for people what the comparison says. Ledger, posts and people are worked
out anew and have to be those of the comparison, to the penny; so nothing is shown that the comparison does not say.
Change this when a comparison says more of a structure, or less.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product

from scenarios.claims.outcome import PeopleOutcome, people_outcome
from scenarios.comparing import result as r
from scenarios.comparing.answers import Answer, Asking, Laid, asks, lay_out
from scenarios.comparing.ledgers import ledger_of
from scenarios.comparing.results import people_of
from scenarios.comparing.stated import NO_CHANGE_KEY, StatedOption
from scenarios.compiling.arrangement import Arrangement
from scenarios.compiling.problem import Question
from scenarios.schema.scenario import Scenario
from solver.outcome import Designed, Infeasible, Outcome, Stage, Undecided
from solver.problem import PostKind
from solver.ranges import Displaced
from solver.structure import Structure

MOST_CHOICES = 64
"""Ways to read the posts of one structure that are tried before it is given up."""
Posts = tuple[tuple[str, int], ...]


class NotRestored(Exception):  # noqa: N818 - a state of affairs, not a failure
    """A stored comparison does not come out of its case any more: another build made it."""


@dataclass(frozen=True)
class Held:
    """An answer, and what it means for people where that is known without another search."""

    answer: Answer
    people: PeopleOutcome | None = None


@dataclass(frozen=True)
class Restored:
    """The answers of a comparison in their order, and no change, to set them against."""

    shown: tuple[Held, ...]
    as_is: Answer


def restored(scenario: Scenario, comparison: r.Comparison, *, near: str | None = None) -> Restored:
    """Read the answers of a comparison back.

    Args:
        scenario: in its canonical form, with sources.
        comparison: what was answered about it, all of its options or some.
        near: the given option that changes were counted from, where one was asked for.

    Raises:
        NotRestored: the comparison is not of this scenario, or of another build.
    """
    names = tuple(dict.fromkeys(each.option for each in comparison.structures))
    try:
        laid = lay_out(scenario, Asking(options=names, near=near))
        asked = [each for arrangement in laid.arrangements for each in _asked(laid, arrangement)]
    except KeyError as gone:
        raise NotRestored(f"there is no option {gone} any more") from gone
    if len(asked) != len(comparison.structures):
        raise NotRestored("the options have other answers now")
    shown = tuple(_held(question, stored) for question, stored in zip(asked, comparison.structures, strict=True))
    return Restored(shown, _as_is(laid.stated[NO_CHANGE_KEY]))


def _asked(laid: Laid, arrangement: Arrangement) -> Iterator[Question]:
    """Yield the question behind each answer of an arrangement, without the limits that its target sets to goals."""
    if arrangement.option.kind != "designed":
        yield laid.stated[arrangement.option.option, arrangement.branch].question
    else:
        for ask in asks(laid.scenario, arrangement, laid.stated, near=laid.asking.near):
            yield ask.question


def _as_is(stated: StatedOption) -> Answer:
    """No change, without work filled in."""
    structure = Structure(posts=_sorted(stated.question.posts or ()))
    return Answer(stated.question, None, None, structure, None, stated.ledger)


def _held(question: Question, stored: r.StructureResult) -> Held:
    """Read one answer back, with what it means for people."""
    option = question.arrangement.option.option
    if (option, question.arrangement.branch or None) != (stored.option, stored.branch):
        raise NotRestored(f"{option!r} stands where {stored.option!r} was")
    if stored.posts is None:
        return Held(Answer(question, stored.anchor, _outcome(stored, None), None, None, None, stored.reasons))
    for posts in islice(_readings(question, stored), MOST_CHOICES):
        structure = Structure(posts=posts)
        ledger = ledger_of(question, structure)
        if r.ledger_lines(ledger) != stored.ledger:
            continue
        people = _people(question, structure, stored)
        if people_of(people) == {name: getattr(stored, name) for name in ("people", "ring_fences", "groups")}:
            outcome = _outcome(stored, structure)
            return Held(Answer(question, stored.anchor, outcome, structure, None, ledger, stored.reasons), people)
    raise NotRestored(f"the structure of {question.arrangement.name!r} does not come out again")


def _people(question: Question, structure: Structure, stored: r.StructureResult) -> PeopleOutcome:
    ranges = {each.group: Displaced(each.displaced_low, each.displaced_high) for each in stored.groups}
    return people_outcome(question, structure, known=ranges)


def _outcome(stored: r.StructureResult, structure: Structure | None) -> Outcome | None:
    stages = tuple(
        Stage(goal=each.goal, value=each.value, bound=each.bound, settled=each.settled, kept=each.kept)
        for each in stored.bounds
    )
    match stored.status:
        case "designed" if structure is not None:
            return Designed(structure=structure, stages=stages, ties=stored.ties)
        case "infeasible":
            return Infeasible(reasons=stored.reasons)
        case "undecided":
            return Undecided(structure=structure, stages=stages, why="; ".join(stored.reasons))
        case _:
            return None


def _readings(question: Question, stored: r.StructureResult) -> Iterator[Posts]:
    """Yield every way in which the ledger's lines can be posts of the question's kinds."""
    if question.posts is not None:
        yield _sorted(question.posts)
        return
    lines: dict[tuple[str, str, int], list[int]] = {}
    for line in stored.ledger:
        if line.team and line.role and line.count:
            size = round(line.fte * 1000) // line.count
            lines.setdefault((line.team, line.role, size), []).append(line.count)
    choices = [list(_choices(question, cell, counts)) for cell, counts in lines.items()]
    for chosen in product(*choices):
        yield _sorted(tuple(pair for part in chosen for pair in part))


def _choices(question: Question, cell: tuple[str, str, int], counts: Sequence[int]) -> Iterator[Posts]:
    """Yield the ways in which lines of one team, role and size, in their order, can be kinds of it."""
    kinds = sorted(
        (kind for kind in question.problem.kinds if (kind.team, kind.role, kind.milli_fte) == cell),
        key=lambda kind: kind.id,
    )
    for chosen in combinations(kinds, len(counts)):
        if _fits(kinds, dict(zip((kind.id for kind in chosen), counts, strict=True))):
            yield tuple(zip((kind.id for kind in chosen), counts, strict=True))


def _fits(kinds: Sequence[PostKind], counts: dict[str, int]) -> bool:
    return all(kind.least <= counts.get(kind.id, 0) <= kind.most for kind in kinds)


def _sorted(posts: Posts) -> Posts:
    return tuple(sorted((kind, count) for kind, count in posts if count))
