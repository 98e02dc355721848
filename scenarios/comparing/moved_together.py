"""Two assumptions moved together: the two that matter most to an answer, and whether it stands where both are others.

Those matter most whose break-even lies nearest to their own figure, as a share of their range. Where fewer than two
break it alone, those follow whose move to an end changes most what the answer's posts come to: work uncovered before
people displaced before cost. Ties go by name. Every cell is asked anew, as for one assumption (standing.py): nothing
is concluded from the cells around it, because no rule says that an answer which stands at the corners stands between.
Change this when three are to be moved together, or others matter most (docs/decisions/0005-break-evens.md).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from scenarios.comparing.answers import Answer, Asking
from scenarios.comparing.assumptions import Assumption, Path, with_value
from scenarios.comparing.break_evens import Broken, Steps
from scenarios.comparing.sent import Sent, sent
from scenarios.comparing.standing import NOT_SETTLED, easily_changed, hardly_changed, main_values
from scenarios.schema.scenario import Scenario
from solver.standing import MAIN_GOALS

PER_SIDE = 4
"""How many figures on either side of an assumption's own are asked with another's, the end among them: nine in all."""

Effect = tuple[int, ...]
"""By how much an assumption's move to an end changes each main goal, in the goal's unit and in their order."""
Cells = tuple[str | None, ...]


@dataclass(frozen=True)
class Pair:
    """The two assumptions that matter most to an answer, and how many of them change it when moved alone."""

    first: Assumption
    second: Assumption
    alone: int

    @property
    def paths(self) -> tuple[Path, Path]:
        """Where the two stand; no other two stand there."""
        return self.first.path, self.second.path


@dataclass(frozen=True)
class Grid:
    """What is so where both assumptions of a pair are others: a row for each figure of the second, by the first.

    "" where the answer stands, None where it was not asked because a stop came first.
    """

    pair: Pair
    cells: tuple[Cells, ...]


@dataclass(frozen=True)
class Moved:
    """An answer, and for every assumption that was moved alone its break-evens, in the order of sheets and rows."""

    answer: Answer
    breaks: tuple[tuple[Assumption, tuple[Broken, ...]], ...]


def figures(assumption: Assumption) -> tuple[int, ...]:
    """The figures of an assumption that are asked with another's, rising: its own, the ends, and some between."""
    own, found = assumption.figure.value or 0, {assumption.figure.value or 0}
    for end in (assumption.figure.low or 0, assumption.figure.high or 0):
        steps = Steps(own, end, assumption.step)
        found |= {steps.value(number) for number in steps.spread(PER_SIDE)}
    return tuple(sorted(found))


def nearness(breaks: Sequence[Broken]) -> Fraction | None:
    """How far the nearest break-even is from an assumption's own figure, as a share of its range; None without one.

    One that is not settled is no break-even.
    """
    return min((each.share_of_range for each in breaks if each.then != NOT_SETTLED), default=None)


def pairs(scenario: Scenario, found: Sequence[Moved], *, asking: Asking) -> list[Pair | None]:
    """The two assumptions that matter most to each answer; None where there are not two, or after a stop."""
    paired = [_pair([*_nearest(each)]) for each in found]
    wanting = [number for number, pair in enumerate(paired) if pair is None and len(found[number].breaks) > 1]
    if not wanting or asking.watch.settings.stop.asked:
        return paired
    if asking.say is not None:
        asking.say("what must be true: which assumptions matter most")
    asked = sent(scenario, tuple(found[number].answer for number in wanting), asking)
    moving = [assumption for assumption, _breaks in found[wanting[0]].breaks]
    effects = zip(*asking.each(partial(_effects, asked), moving), strict=True)
    if not asking.watch.settings.stop.asked:
        for number, own in zip(wanting, effects, strict=True):
            paired[number] = _filled(found[number], dict(zip(moving, own, strict=True)))
    return paired


def _nearest(found: Moved) -> list[Assumption]:
    """The assumptions that change an answer alone, the nearest break-even first."""
    shares = [(nearness(breaks), assumption.label, assumption) for assumption, breaks in found.breaks]
    known = [(share, label, assumption.path, assumption) for share, label, assumption in shares if share is not None]
    return [assumption for *_order, assumption in sorted(known, key=lambda each: each[:3])]


def _pair(alone: Sequence[Assumption]) -> Pair | None:
    return Pair(alone[0], alone[1], alone=2) if len(alone) > 1 else None


def _filled(found: Moved, effects: Mapping[Assumption, Effect]) -> Pair:
    """The pair of an answer that fewer than two assumptions change alone, by what a move to an end changes."""
    alone = _nearest(found)
    others = [assumption for assumption, _breaks in found.breaks if assumption not in alone]
    others.sort(key=lambda each: (*(-size for size in effects[each]), each.label, each.path))
    first, second = [*alone, *others][:2]
    return Pair(first, second, alone=len(alone))


def _effects(asked: Sent, assumption: Assumption) -> list[Effect]:
    """By how much one assumption at either end changes what the posts of each answer come to, the larger of the two."""
    worlds = asked.worlds()
    own, figure = worlds(asked.scenario), assumption.figure
    ends = [worlds(with_value(asked.scenario, assumption.path, end or 0)) for end in (figure.low, figure.high)]
    effects = []
    for answer in asked.shown:
        now = main_values(answer, own)
        then = [main_values(answer, world) for world in ends]
        effects.append(
            tuple(max((abs(now[g] - end[g]) for end in then if g in end and g in now), default=0) for g in MAIN_GOALS)
        )
    return effects


@dataclass(frozen=True)
class _Row:
    """One row of a grid, for all answers with its pair: the second assumption is at one figure, the first at each."""

    sent: Sent
    pair: Pair
    second: int


def _row(row: _Row) -> list[Cells]:
    """What is so in each cell of a row, for each answer."""
    worlds, (first, second) = row.sent.worlds(), row.pair.paths
    there = with_value(row.sent.scenario, second, row.second)
    across = [worlds(with_value(there, first, value)) for value in figures(row.pair.first)]
    return [
        tuple(easily_changed(answer, world) or hardly_changed(answer, world) for world in across)
        for answer in row.sent.shown
    ]


def grids(
    scenario: Scenario, answers: Sequence[Answer], paired: Sequence[Pair | None], *, asking: Asking
) -> list[Grid | None]:
    """Move the pair of each answer together, on other processes if `asking.each` has them; None without a pair.

    After a stop nothing more is waited for.
    """
    alike: dict[tuple[Path, Path], list[int]] = {}
    for number, pair in enumerate(paired):
        if pair is not None:
            alike.setdefault(pair.paths, []).append(number)
    rows = [
        (numbers, _Row(asked, pair, value))
        for numbers in alike.values()
        for asked in [sent(scenario, tuple(answers[number] for number in numbers), asking)]
        for pair in [paired[numbers[0]]]
        if pair is not None
        for value in figures(pair.second)
    ]
    found: dict[int, list[Cells]] = {number: [] for numbers in alike.values() for number in numbers}
    for numbers, coming in _in_turn(rows, asking):
        for number, cells in zip(numbers, coming, strict=True):
            found[number].append(cells)
    return [None if pair is None else _whole(pair, found[number]) for number, pair in enumerate(paired)]


def _in_turn(rows: Sequence[tuple[list[int], _Row]], asking: Asking) -> Iterator[tuple[list[int], list[Cells]]]:
    """Yield what comes back for each row, with the numbers of the answers it is about; nothing more after a stop."""
    stop = asking.watch.settings.stop
    coming = iter(asking.each(_row, [row for _numbers, row in rows])) if rows and not stop.asked else iter(())
    for done, (numbers, row) in enumerate(rows):
        if stop.asked:
            break
        if asking.say is not None:
            pair = f"{row.pair.first.label} with {row.pair.second.label}"
            asking.say(f"what must be true: row {done + 1} of {len(rows)}: {pair}")
        cells = next(coming)
        if stop.asked:
            break  # meanwhile, so that what came is perhaps cut short
        yield numbers, cells


def _whole(pair: Pair, rows: Sequence[Cells]) -> Grid:
    """A grid of its rows, with those that were not asked."""
    across, down = len(figures(pair.first)), len(figures(pair.second))
    return Grid(pair, (*rows, *((None,) * across for _ in range(down - len(rows)))))
