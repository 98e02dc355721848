"""What must be true: how far each assumption can move before an answer is another one, found by solving again.

Every assumed figure with a range is moved to each end. Where an answer no longer stands there, the first change on a
grid (1 %, 0.05 FTE, one person, £100) is found by halving; a change back beyond it is not looked for. What "stands"
means for each kind of answer is in scenarios/comparing/standing.py. Assumptions do not depend on each other here:
each is moved alone.
Change this when assumptions are to be moved together, or looked at in another way.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from scenarios.comparing.answers import Answer, Asking
from scenarios.comparing.assumptions import Assumption, assumptions, with_value
from scenarios.comparing.result import DependsOn
from scenarios.comparing.standing import Tried, World, easily_changed, hardly_changed, key_of
from scenarios.schema.options import Option
from scenarios.schema.scenario import Scenario
from solver.engine import Settings, Stop


@dataclass(frozen=True)
class _Task:
    """All that one assumption's break-evens are worked out from; it can be sent to another process.

    A stop is heard in the process it is asked in. It cannot be sent to another: there, work not begun is dropped.
    """

    scenario: Scenario
    shown: tuple[Answer, ...]
    near: str | None
    effort: float
    nodes: int
    seed: int
    stop: Stop | None

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "stop": None}

    @property
    def settings(self) -> Settings:
        """How each question is solved."""
        return Settings(effort=self.effort, nodes=self.nodes, seed=self.seed, stop=self.stop or Stop())


@dataclass(frozen=True)
class Begun:
    """Break-evens under way: what is moved, how many answers are asked about, and what comes back for each figure."""

    moving: tuple[Assumption, ...]
    answers: int
    coming: Iterator[list[list[DependsOn]]]


def is_asked(option: Option, asking: Asking) -> bool:
    """Whether break-evens are looked for: not for options set aside, unless they were asked for by name."""
    return asking.break_evens and (option.standing != "set aside" or option.option in asking.options)


def begin(scenario: Scenario, answers: tuple[Answer, ...], asking: Asking) -> Begun:
    """Begin to look for break-evens of answers, on other processes if `asking.each` has them."""
    told = asking.watch.settings
    task = _Task(
        scenario=scenario,
        shown=answers,
        near=asking.near,
        effort=told.effort,
        nodes=told.nodes,
        seed=told.seed,
        stop=told.stop,
    )
    moving = assumptions(scenario) if answers and not told.stop.asked else ()
    return Begun(moving, len(answers), iter(asking.each(partial(_of_assumption, task), moving)))


def depends_on(begun: Begun, asking: Asking) -> list[tuple[DependsOn, ...]]:
    """For each answer, the assumptions it depends on within their ranges, in the order of sheets and rows.

    After a stop nothing more is waited for.
    """
    found: list[list[DependsOn]] = [[] for _ in range(begun.answers)]
    for assumption in begun.moving:
        if asking.watch.settings.stop.asked:
            break
        if asking.say is not None:
            asking.say(f"what must be true: {assumption.label}")
        coming = next(begun.coming)
        if asking.watch.settings.stop.asked:
            break  # meanwhile, so that what came is perhaps cut short
        for rows, breaks in zip(found, coming, strict=True):
            rows.extend(breaks)
    return [tuple(rows) for rows in found]


def _of_assumption(task: _Task, assumption: Assumption) -> list[list[DependsOn]]:
    """Break-evens of one assumption, for each answer: none, one, or one below and one above its value."""
    settings = task.settings
    worlds: dict[int, World] = {}
    tried: Tried = {}
    for answer in task.shown:
        if answer.anchor is not None and answer.structure is not None:
            tried.setdefault(key_of(answer.question), []).append(answer.structure.posts)

    def world(value: int) -> World:
        if value not in worlds:
            moved = with_value(task.scenario, assumption.path, value)
            worlds[value] = World(moved, task.near, settings, tried)
        return worlds[value]

    return [_breaks(answer, assumption, world) for answer in task.shown]


def _breaks(answer: Answer, assumption: Assumption, world: Callable[[int], World]) -> list[DependsOn]:
    figure, breaks = assumption.figure, []
    start = figure.value or 0
    for end in (figure.low or 0, figure.high or 0):
        if end != start:
            grid = _Grid(start, end, assumption.step)
            broken = _first_break(answer, grid, world)
            if broken is not None:
                at, then = broken
                breaks.append(_said(assumption, grid.value(at), then))
    return breaks


@dataclass(frozen=True)
class _Grid:
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


def _first_break(answer: Answer, grid: _Grid, world: Callable[[int], World]) -> tuple[int, str] | None:
    """The first step at which the answer no longer stands, and what has changed there; None where it stands throughout.

    What fixed posts come to is asked first, since that is quick; whether others do better only where the posts still
    fit.
    """

    def easy(number: int) -> str:
        return easily_changed(answer, world(grid.value(number)))

    def hard(number: int) -> str:
        return hardly_changed(answer, world(grid.value(number)))

    last = grid.last
    at = _halving(0, last, easy) if easy(last) else last + 1
    still = at - 1
    if still > 0 and hard(still):
        at = _halving(0, still, hard)
        return at, hard(at)
    return None if at > last else (at, easy(at))


def _halving(good: int, bad: int, changed: Callable[[int], str]) -> int:
    """The least changed step between one that has not changed and one that has."""
    while bad - good > 1:
        middle = (good + bad) // 2
        good, bad = (good, middle) if changed(middle) else (middle, bad)
    return bad


def _said(assumption: Assumption, at: int, then: str) -> DependsOn:
    figure = assumption.figure
    return DependsOn(
        assumption=assumption.label,
        value=assumption.shown(figure.value or 0),
        low=assumption.shown(figure.low or 0),
        high=assumption.shown(figure.high or 0),
        breaks_at=assumption.shown(at),
        side="below" if at < (figure.value or 0) else "above",
        then=then,
    )
