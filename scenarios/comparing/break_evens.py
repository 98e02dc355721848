"""What must be true: how far each assumption can move before an answer is another one, found by solving again.

Every assumed figure with a range is moved to each end. Where an answer changes there, the first change on a grid (1 %,
0.05 FTE, one person, £100) is found by halving; a change back beyond it is not looked for. An answer changes when a
designed structure's posts no longer fit or others do better, when nothing fits or something does after all, or when
work starts or stops being left uncovered. Only the searches that the figure can reach are run again.
Change this when an answer can change in another way.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from scenarios.comparing.answers import NO_CHANGE_KEY, Answer, Ask, Asking, Stated, asks, improves, stated_answers
from scenarios.comparing.assumptions import Assumption, assumptions, with_value
from scenarios.comparing.result import DependsOn
from scenarios.compiling.arrangement import arrange
from scenarios.schema.scenario import Scenario
from solver.outcome import Designed, Infeasible, Outcome, Undecided
from solver.search import Watch, design
from solver.settle import still_fits
from solver.wording import fte

Key = tuple[str, str, str]
NOTHING_FITS = "no structure keeps the rules"
SOMETHING_FITS = "a structure that keeps the rules exists"
OTHERS = "other posts do better"
NOT_SETTLED = "not settled within the limits"


@dataclass(frozen=True)
class _World:
    """The scenario with one figure moved: its stated answers, and the searches of its designed options, made once."""

    scenario: Scenario
    stated: Stated
    asked: dict[Key, Ask]


def _key(answer: Answer) -> Key:
    arrangement = answer.question.arrangement
    return arrangement.option.option, arrangement.branch, answer.anchor or ""


def _world(scenario: Scenario, shown: tuple[Answer, ...], near: str | None) -> _World:
    stated = stated_answers(scenario)
    asked: dict[Key, Ask] = {}
    laid = {(a.question.arrangement.option.option, a.question.arrangement.branch): a for a in shown if a.anchor}
    for (option, branch), answer in laid.items():
        arrangement = arrange(scenario, answer.question.arrangement.option, branch)
        for ask in asks(scenario, arrangement, stated, near=near):
            asked[option, branch, ask.anchor] = ask
    return _World(scenario, stated, asked)


def depends_on(scenario: Scenario, shown: tuple[Answer, ...], asking: Asking) -> list[tuple[DependsOn, ...]]:
    """For each answer, the assumptions it depends on within their ranges, in the order of sheets and rows.

    Nothing is asked of an answer that was itself left undecided, nor after a stop.
    """
    found: list[list[DependsOn]] = [[] for _ in shown]
    watch = replace(asking.watch, tie_break=False, report=None)
    for assumption in assumptions(scenario):
        if asking.say is not None:
            asking.say(f"what must be true: {assumption.label}")
        worlds: dict[int, _World] = {}

        def world(value: int, assumption: Assumption = assumption, worlds: dict[int, _World] = worlds) -> _World:
            if value not in worlds:
                worlds[value] = _world(with_value(scenario, assumption.path, value), shown, asking.near)
            return worlds[value]

        for number, answer in enumerate(shown):
            found[number].extend(_breaks(answer, assumption, world, watch))
    return [tuple(rows) for rows in found]


def _breaks(answer: Answer, assumption: Assumption, world: Callable[[int], _World], watch: Watch) -> list[DependsOn]:
    if answer.anchor is not None and not isinstance(answer.outcome, Designed | Infeasible):
        return []
    figure, breaks = assumption.figure, []
    start = figure.value or 0
    for end in (figure.low or 0, figure.high or 0):
        if end == start:
            continue
        known: dict[int, str] = {}

        def change(value: int, known: dict[int, str] = known) -> str:
            if value not in known and not watch.settings.stop.asked:
                known[value] = _changed(answer, world(value), watch)
            return known.get(value, "")

        if not change(end):
            continue
        at = _first(start, end, assumption.step, lambda value: bool(change(value)))
        breaks.append(_said(assumption, at, change(at)))
    return breaks


def _first(start: int, end: int, step: int, changed: Callable[[int], bool]) -> int:
    """The first value on the grid from `start` towards `end` at which the answer has changed, as it has at `end`."""
    sign = 1 if end > start else -1
    good, bad = 0, -(-abs(end - start) // step)
    while bad - good > 1:
        middle = (good + bad) // 2
        good, bad = (good, middle) if changed(start + sign * step * middle) else (middle, bad)
    return end if bad * step >= abs(end - start) else start + sign * step * bad


def _said(assumption: Assumption, at: int, then: str) -> DependsOn:
    figure = assumption.figure
    return DependsOn(
        assumption=assumption.label,
        value=assumption.shown(figure.value or 0),
        low=assumption.shown(figure.low or 0),
        high=assumption.shown(figure.high or 0),
        breaks_at=assumption.shown(at),
        then=then,
    )


def _changed(answer: Answer, world: _World, watch: Watch) -> str:
    """What is different about an answer in another world; nothing where it stands."""
    if answer.anchor is None:
        name, branch, _ = _key(answer)
        kind = answer.question.arrangement.option.kind
        other = world.stated[NO_CHANGE_KEY if kind == "no change" else (name, branch)]
        return _uncovered_differs(_uncovered(answer), _uncovered(other))
    ask = world.asked[_key(answer)]
    if (ask.question.problem, ask.question.order) == (answer.question.problem, answer.question.order):
        return ""
    outcome = design(ask.question.problem, ask.question.order, watch)
    if isinstance(outcome, Designed) and ask.target is not None:
        values = {stage.goal: stage.value for stage in outcome.stages}
        outcome = outcome if improves(values, ask) else Infeasible()
    return _outcomes_differ(answer, ask, outcome)


def _outcomes_differ(answer: Answer, ask: Ask, outcome: Outcome) -> str:
    none_before = isinstance(answer.outcome, Infeasible)
    match outcome:
        case Infeasible():
            return "" if none_before else NOTHING_FITS
        case Undecided():
            return NOT_SETTLED
        case Designed(stages=stages):
            uncovered = next((stage.value for stage in stages if stage.goal == "uncovered"), 0)
            kept = {stage.goal: stage.kept for stage in stages}
            posts = answer.structure.posts if answer.structure is not None else ()
            if none_before:
                return SOMETHING_FITS
            differs = _uncovered_differs(_uncovered(answer), uncovered)
            return differs or ("" if still_fits(ask.question.problem, posts, kept=kept) else OTHERS)


def _uncovered(answer: Answer) -> int:
    return 0 if answer.verdict is None else answer.verdict.values["uncovered"]


def _uncovered_differs(before: int, after: int) -> str:
    if (before > 0) == (after > 0):
        return ""
    return f"{fte(after)} is left uncovered" if after else "all work is covered"
