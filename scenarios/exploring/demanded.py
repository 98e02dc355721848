"""Demands put to a question: as pins and limits of its problem, as sentences, and as what a structure already keeps.

Change this when something else can be demanded (demand_text.py).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from scenarios.compiling.arrangement import Arrangement
from scenarios.compiling.post_kinds import standards
from scenarios.compiling.problem import Question
from scenarios.exploring.demand_text import Counted, KeptGroup, NobodyDisplaced, Wanted
from solver.checker import judge
from solver.demand import Demand
from solver.demands import demands_of
from solver.problem import GroupLimit, Pin, PostKind
from solver.rules.displaced_limit import RULE as DISPLACED_LIMIT
from solver.rules.group_limits import RULE as GROUP_LIMITS
from solver.rules.pins import RULE as PINS
from solver.structure import Structure
from solver.wording import some


@dataclass(frozen=True)
class Demanded:
    """A question with demands put to it: its problem, the pins that ask them, and what each demand says."""

    question: Question
    wanted: tuple[Wanted, ...]
    pins: tuple[Pin, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """How each demand was read, in words."""
        return tuple(_sentence(one, self.question.arrangement) for one in self.wanted)

    @property
    def taken_for_granted(self) -> tuple[Demand, ...]:
        """The demands of the problem that were put here, and so are no part of what stands in their way."""
        own = {pin.id for pin in self.pins}
        everyone = NobodyDisplaced() in self.wanted
        return tuple(
            d
            for d in demands_of(self.question.problem)
            if (d.rule == PINS.name and d.place in own) or (d.rule == DISPLACED_LIMIT.name and everyone)
        )

    @property
    def nowhere(self) -> tuple[str, ...]:
        """What is asked for where this option can have no such post at all, in words."""
        return tuple(
            f"No {pin.roles[0] if len(pin.roles) == 1 else 'post'} may stand in any of the teams asked about: this "
            f"option has none of those teams open, or does not let them hold the role."
            for pin in self.pins
            if pin.least and not any(_pinned(kind, pin) and max(kind.least, kind.most) for kind in _kinds(self))
        )

    def kept_by(self, structure: Structure) -> bool:
        """Whether a structure of the question keeps every demand already."""
        asked = {PINS.name, GROUP_LIMITS.name, DISPLACED_LIMIT.name}
        return not any(finding.rule in asked for finding in judge(self.question.problem, structure).findings)


def demand_of(question: Question, wanted: Iterable[Wanted]) -> Demanded:
    """Put demands to a question: posts as pins, people as limits.

    Where more posts are demanded than could matter to the question's goals, as many may exist: that they would be
    without work, or cost too much, is for the rules to say.
    """
    asked = tuple(wanted)
    pins = tuple(_pins(asked, question))
    problem = question.problem
    groups = sorted({one.group for one in asked if isinstance(one, KeptGroup)})
    known = {group.id for group in problem.groups}
    limits = replace(problem.limits, displaced=0) if NobodyDisplaced() in asked else problem.limits
    changed = replace(
        problem,
        kinds=tuple(_roomier(question, asked, pins)),
        pins=(*problem.pins, *pins),
        group_limits=tuple(GroupLimit(group=name) for name in groups if name in known),
        limits=limits,
    )
    return Demanded(replace(question, problem=changed), asked, pins)


def team_and_under(arrangement: Arrangement, team: str) -> tuple[str, ...]:
    """A team and every team under it in the tree, by name."""
    found, parents = {team}, {row.team: row.parent for row in arrangement.scenario.teams}
    while True:
        more = {name for name, parent in parents.items() if parent in found} - found
        if not more:
            return tuple(sorted(found))
        found |= more


def _pins(wanted: tuple[Wanted, ...], question: Question) -> Iterator[Pin]:
    problem = question.problem
    for number, one in enumerate(wanted, start=1):
        if isinstance(one, Counted):
            teams = {kind.team for kind in problem.kinds}
            if one.team is not None:
                teams = {*team_and_under(question.arrangement, one.team)}
            yield Pin(
                id=f"demand {number}",
                teams=tuple(sorted(teams)),
                roles=(one.role,) if one.role is not None else tuple(role.id for role in problem.roles),
                least=one.least or 0,
                most=one.most,
            )


def _kinds(asked: Demanded) -> tuple[PostKind, ...]:
    return asked.question.problem.kinds


def _pinned(kind: PostKind, pin: Pin) -> bool:
    return kind.team in pin.teams and kind.role in pin.roles


def _roomier(question: Question, wanted: tuple[Wanted, ...], pins: tuple[Pin, ...]) -> Iterator[PostKind]:
    """The post kinds, with room for as many standard posts as are asked for where all there can be are fewer."""
    kinds = question.problem.kinds
    short = [pin for pin in pins if sum(max(k.least, k.most) for k in kinds if _pinned(k, pin)) < pin.least]
    of_people = not all(isinstance(one, Counted) for one in wanted)
    people = sum(group.people for group in question.problem.groups) if of_people else 0
    for kind in kinds:
        least = max((pin.least for pin in short if _pinned(kind, pin)), default=0)
        yield with_room(question, kind, max(least, people))


def with_room(question: Question, kind: PostKind, posts: int) -> PostKind:
    """A post kind of which so many may exist, where it is one of standard posts that a design may choose.

    A design's own bounds leave out posts that would be without work; what they are let into must say so by its rules.
    """
    standard = standards(question.arrangement.scenario)[kind.role] == kind.milli_fte
    chosen = kind.works and not kind.make_up and kind.places == 1 and kind.most > 0
    return replace(kind, most=max(kind.most, posts)) if standard and chosen else kind


def with_room_for_all(question: Question) -> Question:
    """A question in which each kind of post a design may choose may stand as often as there are people.

    Where a limit on time without work gives, posts beyond the work there is can matter: as places for people.
    """
    people = sum(group.people for group in question.problem.groups)
    kinds = tuple(with_room(question, kind, people) for kind in question.problem.kinds)
    return replace(question, problem=replace(question.problem, kinds=kinds))


def _sentence(one: Wanted, arrangement: Arrangement) -> str:
    match one:
        case KeptGroup(group=group):
            return f"nobody of {group} displaced, if every claim succeeds"
        case NobodyDisplaced():
            return "nobody displaced, if every claim succeeds"
        case Counted(role=role, team=team):
            of = "" if role is None else f" of {role}"
            return f"{_bounds(one)}{of}{_where(team, arrangement)}"


def _bounds(one: Counted) -> str:
    if one.most == 0:
        return "no post"
    if one.least is None:
        return f"at most {some(one.most or 0, 'post')}"
    return f"{'exactly' if one.least == one.most else 'at least'} {some(one.least, 'post')}"


def _where(team: str | None, arrangement: Arrangement) -> str:
    if team is None:
        return ", all teams together"
    under = len(team_and_under(arrangement, team)) - 1
    return f" in {team}" + (f" and the {some(under, 'team')} under it, together" if under else "")
