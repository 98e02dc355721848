"""Whether an answer still stands where one figure is another: the sentence that says what changed, or nothing.

- No change and given structures: whether work starts or stops being left uncovered.
- People first and money first: whether their posts no longer fit; whether work starts or stops being left uncovered;
and whether other posts do better on work, people or (by more than the tolerance) cost, in the anchor's order.
- Improved: whether its posts no longer fit or no longer improve on the given option; where there was none, whether
one exists.
- A design that nothing fitted: whether something does.
Change this when an answer can change in another way (docs/decisions/0005-break-evens.md).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from scenarios.comparing.answers import Answer, Ask, asks, improves, no_worse
from scenarios.comparing.result import Anchor
from scenarios.comparing.stated import NO_CHANGE_KEY, Stated, StatedOption, stated_options
from scenarios.compiling.arrangement import arrange
from scenarios.compiling.problem import Question
from scenarios.schema.scenario import Scenario
from solver.engine import Settings
from solver.outcome import Undecided
from solver.search import PEOPLE_FIRST
from solver.settle import Posts
from solver.standing import Challenge, UnsettledError, values_of
from solver.wording import fte

NO_LONGER_FIT = "these posts would break a rule or a limit"
ALL_COVERED = "all work is covered"
SOMETHING_FITS = "a structure that keeps the rules exists"
OTHERS = {
    "uncovered": "other posts cover more work",
    "displaced": "other posts displace fewer people",
    "cost": "other posts cost less",
}
NOT_SETTLED = "not settled within the limits"
NO_LONGER_IMPROVES = "it no longer improves on the given option"
NOW_IMPROVES = "a structure that improves on the given option exists"

Values = dict[str, int]
Key = tuple[str, str]
"""An option and a branch."""
Tried = dict[Key, list[Posts]]


def key_of(question: Question) -> Key:
    """The option and branch a question is about."""
    return question.arrangement.option.option, question.arrangement.branch


@dataclass
class World:
    """A scenario with one figure moved, and what has been asked of it so far: nothing is worked out twice.

    `tried` are posts worth trying, by option and branch: those of its answers, and what searches found in this world or
    in others.
    """

    scenario: Scenario
    near: str | None
    settings: Settings
    tried: Tried = field(default_factory=dict)
    _asked: dict[Key, dict[Anchor | None, Ask]] = field(default_factory=dict)
    _coming: dict[Key, Iterator[Ask]] = field(default_factory=dict)
    _challenges: list[Challenge] = field(default_factory=list)
    _values: dict[tuple[Key, Posts, bool], Values | None] = field(default_factory=dict)

    @cached_property
    def stated(self) -> Stated:
        """No change and given options of this world."""
        return stated_options(self.scenario)

    def challenge(self, question: Question) -> Challenge:
        """What asks a question's problem whether anything does better; one for each problem."""
        found = next((one for one in self._challenges if one.problem == question.problem), None)
        if found is None:
            found = Challenge(question.problem, self.settings, self.tried.setdefault(key_of(question), []))
            self._challenges.append(found)
        return found

    def ask(self, answer: Answer) -> Ask:
        """The search behind a designed answer, as this world asks it."""
        arrangement = answer.question.arrangement
        key = key_of(answer.question)
        if key not in self._asked:
            laid = arrange(self.scenario, arrangement.option, arrangement.branch)
            self._asked[key] = {}
            self._coming[key] = asks(self.scenario, laid, self.stated, near=self.near)
        asked = self._asked[key]
        while answer.anchor not in asked:
            ask = next(self._coming[key])
            asked[ask.anchor] = ask
        return asked[answer.anchor]

    def values(self, question: Question, posts: Posts, *, rules_kept: bool) -> Values | None:
        """What fixed posts of an option come to; None where they do not fit."""
        key = (key_of(question), posts, rules_kept)
        if key not in self._values:
            self._values[key] = values_of(question.problem, posts, rules_kept=rules_kept, settings=self.settings)
        return self._values[key]

    def stated_values(self, one: StatedOption) -> Values:
        """What no change or a given option comes to; a structure by hand always comes to something."""
        return self.values(one.question, one.question.posts or (), rules_kept=False) or {}


def easily_changed(answer: Answer, world: World) -> str:
    """What has changed that the answer's own posts show; nothing where they show nothing."""
    if isinstance(answer.outcome, Undecided):
        return ""
    try:
        return _shown(answer, world)
    except UnsettledError:
        return NOT_SETTLED


def _shown(answer: Answer, world: World) -> str:
    if answer.anchor is None:
        return _uncovered_differs(answer, _stated_values(answer, world))
    if answer.structure is None:
        return ""
    ask = world.ask(answer)
    mine = world.values(ask.question, answer.structure.posts, rules_kept=True)
    if mine is None:
        return NO_LONGER_FIT
    if ask.target is not None:
        theirs = world.stated_values(ask.target)
        still = improves(mine, theirs) and all(mine[goal] <= theirs[goal] for goal in theirs)
        return _uncovered_differs(answer, mine) if still else NO_LONGER_IMPROVES
    return _uncovered_differs(answer, mine)


def _stated_values(answer: Answer, world: World) -> Values:
    arrangement = answer.question.arrangement
    key = NO_CHANGE_KEY if arrangement.option.kind == "no change" else key_of(answer.question)
    return world.stated_values(world.stated[key])


def main_values(answer: Answer, world: World) -> Values:
    """What an answer's own posts come to on the main goals, or where it has none, the given option it is set against.

    Empty where the posts do not fit, where there is neither, or where a limit came first.
    """
    try:
        if answer.anchor is None:
            return _stated_values(answer, world)
        ask = world.ask(answer)
        if answer.structure is not None:
            return world.values(ask.question, answer.structure.posts, rules_kept=True) or {}
        return {} if ask.target is None else world.stated_values(ask.target)
    except UnsettledError:
        return {}


def hardly_changed(answer: Answer, world: World) -> str:
    """What has changed that only a search can show, where the answer's own posts show nothing."""
    if answer.anchor is None or isinstance(answer.outcome, Undecided):
        return ""
    ask = world.ask(answer)
    try:
        return _searched(answer, ask, world)
    except UnsettledError:
        return NOT_SETTLED


def _searched(answer: Answer, ask: Ask, world: World) -> str:
    if ask.target is not None:
        if answer.structure is not None:
            return ""
        theirs = world.stated_values(ask.target)
        limited = no_worse(ask.question, theirs)
        return NOW_IMPROVES if world.challenge(limited).bettered(theirs, PEOPLE_FIRST) else ""
    if answer.structure is None:
        return SOMETHING_FITS if world.challenge(ask.question).any_within({}) else ""
    if (ask.question.problem, ask.question.order) == (answer.question.problem, answer.question.order):
        return ""
    mine = world.values(ask.question, answer.structure.posts, rules_kept=True)
    if mine is None:
        return NO_LONGER_FIT
    return OTHERS.get(world.challenge(ask.question).bettered(mine, ask.question.order), "")


def _uncovered_differs(answer: Answer, now: Values) -> str:
    before = 0 if answer.verdict is None else answer.verdict.values["uncovered"]
    after = now["uncovered"]
    if (before > 0) == (after > 0):
        return ""
    if not after:
        return ALL_COVERED
    weights = {work.weight for work in answer.question.problem.works}
    return f"{fte(after)} is left uncovered" if weights == {1} else "some work is left uncovered"
