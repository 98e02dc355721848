"""What must be true: how far each assumption can move before an answer is another one, found by solving again.

Every assumed figure with a range is moved to each end. Where an answer no longer stands there, halving finds
a change on a grid (1 %, 0.05 FTE, one person, £100) with none on the step before: the first one, unless the answer
changed and changed back before it, which is not looked for. What "stands" means for each kind of answer is in
scenarios/comparing/standing.py. Each is moved alone; two together are in moved_together.py there.
Change this when one assumption is to be looked at in another way.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from scenarios.comparing.answers import Answer, Asking
from scenarios.comparing.assumptions import Assumption, assumptions, with_value
from scenarios.comparing.result import DependsOn
from scenarios.comparing.sent import Sent, sent
from scenarios.comparing.standing import World, easily_changed, hardly_changed
from scenarios.schema.options import Option
from scenarios.schema.scenario import Scenario


@dataclass(frozen=True)
class Broken:
    """The first figure, going from an assumption's own to one end of its range, at which an answer is another one."""

    assumption: Assumption
    at: int
    then: str

    @property
    def below(self) -> bool:
        """Whether the answer is another one at that figure and below it, and not at it and above."""
        return self.at < (self.assumption.figure.value or 0)

    @property
    def share_of_range(self) -> Fraction:
        """How far it is from the assumption's own figure, as a share of its range."""
        return self.assumption.way_to(self.at)

    def told(self) -> DependsOn:
        """As results tell it."""
        assumption, figure = self.assumption, self.assumption.figure
        return DependsOn(
            assumption=assumption.label,
            value=assumption.shown(figure.value or 0),
            low=assumption.shown(figure.low or 0),
            high=assumption.shown(figure.high or 0),
            breaks_at=assumption.shown(self.at),
            side="below" if self.below else "above",
            then=self.then,
        )


Breaks = list[list[Broken]]
"""For each answer: none, one, or one below and one above the assumption's own figure."""


@dataclass(frozen=True)
class Begun:
    """Break-evens under way: what is moved, how many answers are asked about, and what comes back for each figure."""

    moving: tuple[Assumption, ...]
    answers: int
    coming: Iterator[Breaks]


def is_asked(option: Option, asking: Asking) -> bool:
    """Whether break-evens are looked for: not for options set aside, unless they were asked for by name."""
    return asking.break_evens and (option.standing != "set aside" or option.option in asking.options)


def begin(scenario: Scenario, answers: tuple[Answer, ...], asking: Asking, *, between: int = 0) -> Begun:
    """Begin to look for break-evens of answers, on other processes if `asking.each` has them.

    `between` is how many figures between an assumption's own and each end of its range are asked as well, evenly
    spread, where an answer would be taken to stand.
    """
    task = sent(scenario, answers, asking)
    moving = assumptions(scenario) if answers and not asking.watch.settings.stop.asked else ()
    return Begun(moving, len(answers), iter(asking.each(partial(_of_assumption, task, between), moving)))


def asked_in_turn(begun: Begun, asking: Asking) -> Iterator[tuple[Assumption, Breaks]]:
    """Yield each assumption with what came back for it, in the order of sheets and rows; nothing more after a stop."""
    for assumption in begun.moving:
        if asking.watch.settings.stop.asked:
            break
        if asking.say is not None:
            asking.say(f"what must be true: {assumption.label}")
        coming = next(begun.coming)
        if asking.watch.settings.stop.asked:
            break  # meanwhile, so that what came is perhaps cut short
        yield assumption, coming


def depends_on(begun: Begun, asking: Asking) -> list[tuple[DependsOn, ...]]:
    """For each answer, the assumptions it depends on within their ranges, in the order of sheets and rows.

    After a stop nothing more is waited for.
    """
    found: list[list[DependsOn]] = [[] for _ in range(begun.answers)]
    for _assumption, coming in asked_in_turn(begun, asking):
        for rows, breaks in zip(found, coming, strict=True):
            rows.extend(broken.told() for broken in breaks)
    return [tuple(rows) for rows in found]


def _of_assumption(task: Sent, between: int, assumption: Assumption) -> Breaks:
    """Break-evens of one assumption, for each answer."""
    made = task.worlds()
    worlds: dict[int, World] = {}

    def world(value: int) -> World:
        if value not in worlds:
            worlds[value] = made(with_value(task.scenario, assumption.path, value))
        return worlds[value]

    return [_breaks(answer, assumption, world, between=between) for answer in task.shown]


def _breaks(answer: Answer, assumption: Assumption, world: Callable[[int], World], *, between: int) -> list[Broken]:
    figure, breaks = assumption.figure, []
    start = figure.value or 0
    for end in (figure.low or 0, figure.high or 0):
        if end != start:
            grid = Steps(start, end, assumption.step)
            broken = _first_break(answer, grid, world, between=between)
            if broken is not None:
                at, then = broken
                breaks.append(Broken(assumption, grid.value(at), then))
    return breaks


@dataclass(frozen=True)
class Steps:
    """Values from an assumption's own towards one end of its range: step 0 is its own, the last is the end."""

    start: int
    end: int
    step: int

    @property
    def last(self) -> int:
        """The number of the end."""
        return -(-abs(self.end - self.start) // self.step)

    def value(self, number: int) -> int:
        """The figure at a step, in its unit."""
        sign = 1 if self.end > self.start else -1
        return self.end if number >= self.last else self.start + sign * self.step * number

    def spread(self, parts: int) -> list[int]:
        """The numbers of steps, evenly spread, that part the way to the end into so many parts; fewer on a short way.

        The last of them is the end.
        """
        return sorted({-(-self.last * part // parts) for part in range(1, parts + 1)})


def _first_break(answer: Answer, grid: Steps, world: Callable[[int], World], *, between: int) -> tuple[int, str] | None:
    """The first step at which the answer no longer stands, and what has changed there; None where it stands throughout.

    What fixed posts come to is asked first, since that is quick; whether others do better only where the posts still
    fit.
    """

    def easy(number: int) -> str:
        return easily_changed(answer, world(grid.value(number)))

    def hard(number: int) -> str:
        return hardly_changed(answer, world(grid.value(number)))

    def changed(number: int) -> str:
        return easy(number) or hard(number)

    last = grid.last
    at = _halving(0, last, easy) if easy(last) else last + 1
    still = at - 1
    if still > 0 and hard(still):
        at = _halving(0, still, hard)
    good = 0
    for number in grid.spread(between + 1)[:-1]:
        if number < at and changed(number):
            at = _halving(good, number, changed)
        good = number
    return None if at > last else (at, changed(at))


def _halving(good: int, bad: int, changed: Callable[[int], str]) -> int:
    """A changed step whose step before has not changed, between one that has not and one that has."""
    while bad - good > 1:
        middle = (good + bad) // 2
        good, bad = (good, middle) if changed(middle) else (middle, bad)
    return bad
