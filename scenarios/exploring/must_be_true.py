"""What must be true for an answer: how far each assumption can move, and the two that matter most moved together.

Asked of every option, those set aside included, and of structures given by hand; what "stands" means for each is in
scenarios/comparing/standing.py. An answer that is itself not settled is not asked about.
Change this when an answer depends on more than one or two figures at a time.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal

from scenarios.comparing.answers import Answer, Asking, lay_out
from scenarios.comparing.assumptions import Assumption, assumptions
from scenarios.comparing.break_evens import Broken, asked_in_turn, begin
from scenarios.comparing.moved_together import PER_SIDE, Grid, Moved, figures, grids, nearness, pairs
from scenarios.comparing.result import Anchor, DependsOn, Frozen
from scenarios.comparing.results import result_of, shared_by
from scenarios.comparing.standing import NOT_SETTLED
from scenarios.exploring.asked import explored
from scenarios.exploring.result import BranchAnswer, Ended, Explored
from scenarios.schema.canonical import canonical, with_sources
from scenarios.schema.case import Case
from scenarios.schema.columns import Kind
from scenarios.schema.units import UNITS
from solver.outcome import Infeasible, Undecided
from solver.wording import some

Unit = Literal["percent", "pounds", "fte", "count", "hours", "factor"]
NAMES: dict[Kind, Unit] = {
    Kind.PERCENT: "percent",
    Kind.MONEY: "pounds",
    Kind.FTE: "fte",
    Kind.COUNT: "count",
    Kind.HOURS: "hours",
    Kind.HUNDREDTHS: "factor",
}
CUT_SHORT = "Not settled: stopped before every figure was moved."


class Amount(Frozen):
    """A figure of an assumption: as written in its cell, and as a number in the assumption's unit."""

    cell: str
    number: float


class Break(DependsOn):
    """Where an assumption that is moved alone makes the answer another one, and how near that is."""

    number: float
    share_of_range: float
    settled: bool


class Assumed(Frozen):
    """An assumed figure with a range, moved alone: without a break the answer stands wherever it was asked.

    `figures` counts where: its own figure, both ends and some between, up to a break.
    """

    assumption: str
    about: str
    unit: Unit
    value: Amount
    low: Amount
    high: Amount
    breaks: tuple[Break, ...]
    figures: int


class Spot(Frozen):
    """One cell of a grid: both figures as written in their cells, and what is so there ("": the answer stands)."""

    first: str
    second: str
    then: str


class Together(Frozen):
    """Two assumptions moved together: what is so at each pair of figures, a row for each figure of the second.

    In `cells`, "" is where the answer stands and null what was not asked. `only_together` are cells where the answer is
    another one although neither figure makes it so alone, `made_up` those where it stands although one of the two
    figures alone makes it another; both with the nearest first.
    """

    first: str
    second: str
    change_it_alone: int
    first_own: str
    second_own: str
    first_figures: tuple[Amount, ...]
    second_figures: tuple[Amount, ...]
    cells: tuple[tuple[str | None, ...], ...]
    only_together: tuple[Spot, ...]
    made_up: tuple[Spot, ...]


class MustBeTrue(BranchAnswer):
    """What one answer depends on: each assumption moved alone, the nearest break first, and the first two together.

    `structure` is its position among the structures.
    """

    anchor: Anchor | None
    structure: int
    assumptions: tuple[Assumed, ...]
    together: Together | None


def must_be_true(case: Case, asking: Asking) -> Explored[MustBeTrue]:
    """Move the assumptions behind the answers of the options that `asking` names (all, when it names none).

    Rows may come in any order: the scenario is put in its canonical order first. Raises KeyError for an option that the
    case does not have.
    """
    scenario = canonical(with_sources(case.scenario))
    laid = lay_out(scenario, asking)
    answers = [answer for arrangement in laid.arrangements for answer in laid.answers_of(arrangement)]
    settled = tuple(answer for answer in answers if not isinstance(answer.outcome, Undecided))
    begun = begin(scenario, settled, asking, between=PER_SIDE - 1)
    turns = list(asked_in_turn(begun, asking))
    moved = [
        Moved(answer, tuple((assumption, tuple(breaks[number])) for assumption, breaks in turns))
        for number, answer in enumerate(settled)
    ]
    found = iter(
        zip(moved, grids(scenario, settled, pairs(scenario, moved, asking=asking), asking=asking), strict=True)
    )
    every = len(assumptions(scenario))
    told = [
        _unsettled(answer, number)
        if isinstance(answer.outcome, Undecided)
        else _told(*next(found), number, every=every)
        for number, answer in enumerate(answers)
    ]
    shared = shared_by(case, laid.as_is, asking.watch)
    return explored(
        case, "must-be-true", asking, structures=[result_of(answer, shared) for answer in answers], answers=told
    )


def _unsettled(answer: Answer, number: int) -> MustBeTrue:
    return _answer(answer, number, status="undecided", reasons=answer.reasons)


def _told(moved: Moved, grid: Grid | None, number: int, *, every: int) -> MustBeTrue:
    """What is told of an answer whose assumptions were moved; not settled where any question about it is not.

    `every` is how many assumptions there are to move, so that it is seen where a stop came first.
    """
    whole = len(moved.breaks) == every and (every < 2 if grid is None else all(None not in row for row in grid.cells))
    assumed, together = tuple(_assumed(moved)), None if grid is None else _together(grid)
    open_ended = tuple(_open_ended(assumed, together)) if whole else (CUT_SHORT,)
    fitted: Ended = "infeasible" if isinstance(moved.answer.outcome, Infeasible) else "answered"
    told = _answer(
        moved.answer, number, status="undecided" if open_ended else fitted, reasons=(*moved.answer.reasons, *open_ended)
    )
    return told.model_copy(update={"assumptions": assumed, "together": together})


def _answer(answer: Answer, number: int, *, status: Ended, reasons: tuple[str, ...]) -> MustBeTrue:
    arrangement = answer.question.arrangement
    return MustBeTrue(
        option=arrangement.option.option,
        branch=arrangement.branch or None,
        status=status,
        reasons=reasons,
        anchor=answer.anchor,
        structure=number,
        assumptions=(),
        together=None,
    )


def _open_ended(assumed: Sequence[Assumed], together: Together | None) -> Iterator[str]:
    for each in assumed:
        if any(not broken.settled for broken in each.breaks):
            yield f"Not settled within the limits: how far {each.assumption} can move."
    cells = 0 if together is None else sum(row.count(NOT_SETTLED) for row in together.cells)
    if together is not None and cells:
        yield f"Not settled within the limits: {some(cells, 'pair')} of {together.first} with {together.second}."


def _assumed(moved: Moved) -> Iterator[Assumed]:
    """Each assumption, the nearest break first, as a share of the range; then those without one, as in the sheets."""
    shares = [(nearness(breaks), assumption, breaks) for assumption, breaks in moved.breaks]
    known = [(share, assumption, breaks) for share, assumption, breaks in shares if share is not None]
    known.sort(key=lambda each: (each[0], each[1].label, each[1].path))
    for _share, assumption, breaks in (*known, *(each for each in shares if each[0] is None)):
        figure = assumption.figure
        yield Assumed(
            assumption=assumption.label,
            about=assumption.words,
            unit=NAMES[assumption.kind],
            value=_amount(assumption, figure.value or 0),
            low=_amount(assumption, figure.low or 0),
            high=_amount(assumption, figure.high or 0),
            breaks=tuple(_break(each) for each in breaks),
            figures=len(figures(assumption)),
        )


def _amount(assumption: Assumption, value: int) -> Amount:
    return Amount(cell=assumption.shown(value), number=value / UNITS[assumption.kind].per_one)


def _break(broken: Broken) -> Break:
    settled = broken.then != NOT_SETTLED
    return Break(
        **broken.told().model_dump(),
        number=_amount(broken.assumption, broken.at).number,
        share_of_range=round(float(broken.share_of_range), 4),
        settled=settled,
    )


def _together(grid: Grid) -> Together:
    first, second = grid.pair.first, grid.pair.second
    return Together(
        first=first.label,
        second=second.label,
        change_it_alone=grid.pair.alone,
        first_own=first.shown(first.figure.value or 0),
        second_own=second.shown(second.figure.value or 0),
        first_figures=tuple(_amount(first, value) for value in figures(first)),
        second_figures=tuple(_amount(second, value) for value in figures(second)),
        cells=grid.cells,
        only_together=_spots(grid, only_together=True),
        made_up=_spots(grid, only_together=False),
    )


def _spots(grid: Grid, *, only_together: bool) -> tuple[Spot, ...]:
    """Cells that are otherwise than the figures alone make them, the nearest to both own figures first."""
    pair = grid.pair
    found: list[tuple[Fraction, int, int, str]] = []
    across, down = figures(pair.first), figures(pair.second)
    own_across, own_down = across.index(pair.first.figure.value or 0), down.index(pair.second.figure.value or 0)
    for y, row in enumerate(grid.cells):
        for x, then in enumerate(row):
            alone = (grid.cells[own_down][x], row[own_across])
            if then is None or NOT_SETTLED in (then, *alone) or None in alone:
                continue
            if bool(then) is only_together and any(alone) is not only_together:
                found.append((pair.first.way_to(across[x]) + pair.second.way_to(down[y]), y, x, then))
    return tuple(
        Spot(first=pair.first.shown(across[x]), second=pair.second.shown(down[y]), then=then)
        for _way_there, y, x, then in sorted(found)
    )
