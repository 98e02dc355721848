"""How few and how many of each staff group would be displaced, over all equally good answers.

For given posts an answer is a placement of the most people that keeps the claim order (docs/model.md); where other
posts are as good (`ties`), over every structure that keeps each stage at its settled value. A limit reached widens the
range to what is certain, never narrows it.
Change this when another number differs between equally good answers.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from solver.engine import Settings, Status, solve
from solver.flows import most_placed
from solver.goals import GOALS
from solver.model import Model
from solver.outcome import Stage
from solver.problem import Places, PostKind, Problem
from solver.rules import RULES
from solver.rules.stronger_claim_first import RULE as CLAIM_ORDER
from solver.structure import Structure
from solver.tally import Tally
from solver.witnesses import room_for

QUICK_EFFORT = 0.5
"""Enough to settle 300 posts (0.1 s a group); at 1,000 some groups keep the bound their room gives."""
PEOPLE = ("everyone_once", "places_filled", "claims_only", "stronger_claim_first")


@dataclass(frozen=True)
class Displaced:
    """People of one group displaced, at least and at most."""

    least: int
    most: int


def for_these_posts(
    problem: Problem, structure: Structure, groups: Iterable[str], settings: Settings | None = None
) -> dict[str, Displaced]:
    """Least and most displaced of each named group over all placements of the most people that keep the claim order.

    Args: groups by identity; settings for each small solve. Only the posts of the structure are read. Where it reserves
    more places than its posts give, all they give are reserved.
    """
    return _ranges(
        _fullest(_people_alone(problem, structure), structure, PEOPLE), sorted(groups), settings or Settings()
    )


def least_for_these_posts(
    problem: Problem, structure: Structure, groups: Iterable[str], settings: Settings | None = None
) -> dict[str, int]:
    """The least alone, with few solves: for large establishments.

    No group is displaced by fewer than its people beyond all the room it may claim. Where the structure's own
    placement, or the one with the strongest claims, comes down to that and keeps the claim order, nothing is left to
    ask. Where the effort does not suffice, that bound is the answer.
    """
    fixed = _people_alone(problem, structure)
    weaker = _fullest(fixed, structure, PEOPLE[:-1])
    usual = settings or Settings()
    quick = replace(usual, effort=min(usual.effort, QUICK_EFFORT))
    pressed = _Pressed(_fullest(fixed, structure, PEOPLE), quick)
    pressed.learn(fixed, structure, most=most_placed(fixed, structure).most)
    people = {group.id: group.people for group in fixed.groups}
    found = {}
    for group in sorted(groups):
        floor = max(0, people[group] - sum(room_for(Tally(fixed, structure), {group}).values()))
        if not pressed.attained_at(group, floor):
            pressed.learn(fixed, _strongest(weaker, group, usual), most=most_placed(fixed, structure).most)
        found[group] = floor if pressed.attained_at(group, floor) else max(floor, pressed.least(group, 1, end=floor))
    return found


def for_equally_good(
    problem: Problem, stages: Iterable[Stage], groups: Iterable[str], settings: Settings | None = None
) -> dict[str, Displaced]:
    """Least and most displaced of each named group over all structures that keep every rule and every stage.

    Args: the stages of a settled search, each kept at its value and tolerance; groups by identity; settings for each
    solve.
    Raises NoSuchAnswerError when the stages come from another problem.
    """
    model = Model(problem, RULES, pooled=True)
    for stage in stages:
        goal = GOALS[stage.goal]
        model.keep(stage.goal, model.goal(goal), most=stage.kept - goal.constant(problem))
    return _ranges(model, sorted(groups), settings or Settings())


def _people_alone(problem: Problem, structure: Structure) -> Problem:
    """The same posts, people and claims, without work and money, and with the posts settled."""
    tally = Tally(problem, structure)
    return replace(
        problem,
        kinds=tuple(_settled(kind, tally.posts[kind.id]) for kind in problem.kinds),
        places=tuple(_within(places, tally) for places in problem.places),
        works=(),
        abilities=(),
        funding=(),
    )


def _settled(kind: PostKind, posts: int) -> PostKind:
    return replace(kind, least=posts, most=posts)


def _within(places: Places, tally: Tally) -> Places:
    return replace(places, reserved=min(places.reserved, tally.room(places) + places.reserved))


class NoSuchAnswerError(Exception):
    """Nothing keeps these stages: they did not come from a settled search of this problem."""


class _Pressed:
    """Each group's displaced pressed down and up; what one answer attains for another group is not asked again."""

    def __init__(self, model: Model, settings: Settings) -> None:
        self.model = model
        self.settings = settings
        self.displaced = model.variables.displaced
        self.attained: list[dict[str, int]] = []

    def learn(self, problem: Problem, structure: Structure, *, most: int) -> None:
        """Take a placement for attained if it places the most people and keeps the claim order."""
        tally = Tally(problem, structure)
        if sum(tally.placed.values()) == most and not CLAIM_ORDER.check(tally):
            self.attained.append(tally.displaced)

    def attained_at(self, group: str, displaced: int) -> bool:
        """Whether some answer so far displaces so many of a group."""
        return any(answer[group] == displaced for answer in self.attained)

    def range(self, group: str) -> Displaced:
        """Least and most displaced of one group, or what bounds them where a limit was reached."""
        people = self.model.linear.highs[self.displaced[group]]
        return Displaced(max(0, self.least(group, 1, end=0)), min(people, -self.least(group, -1, end=-people)))

    def least(self, group: str, sign: int, *, end: int) -> int:
        """The least of a signed count, which is `end` or more."""
        if self.attained_at(group, sign * end):
            return end
        answer = solve(self.model.linear, [(sign, self.displaced[group])], self.settings)
        if answer.status is Status.INFEASIBLE:
            raise NoSuchAnswerError(f"no structure keeps the stages given (asked for {group})")
        if answer.values:
            self.attained.append({name: answer.values[v] for name, v in self.displaced.items()})
        return answer.value if answer.status is Status.SETTLED else answer.bound


def _fullest(fixed: Problem, structure: Structure, rules: tuple[str, ...]) -> Model:
    """Every placement of the most people under some of the rules."""
    model = Model(fixed, [rule for rule in RULES if rule.name in rules])
    people = sum(group.people for group in fixed.groups)
    everyone = [(1, v) for _, v in sorted(model.variables.displaced.items())]
    model.keep("displaced", everyone, most=people - most_placed(fixed, structure).most)
    return model


def _strongest(model: Model, group: str, settings: Settings) -> Structure:
    """A placement that displaces as few of a group as can be and then has the strongest claims.

    Without a favoured group such a placement keeps the claim order (docs/model.md); with one it mostly does.
    """
    v = model.variables
    strengths = {(c.group, c.places): c.strength for c in v.problem.claims}
    above = 1 + sum(g.people for g in v.problem.groups) * (1 + max(strengths.values(), default=0))
    terms = [*((strengths[pair], y) for pair, y in sorted(v.placed.items())), (above, v.displaced[group])]
    values = solve(model.linear, terms, settings).values
    rows = ((*pair, values[y]) for pair, y in sorted(v.placed.items()) if values and values[y])
    return Structure(posts=tuple((k.id, k.most) for k in v.problem.kinds if k.most), placements=tuple(rows))


def _ranges(model: Model, groups: list[str], settings: Settings) -> dict[str, Displaced]:
    pressed = _Pressed(model, settings)
    return {group: pressed.range(group) for group in groups}
