"""Stress: every structure held against what may turn out otherwise than planned, and what gives in each.

Each declared variation (scenarios/exploring/variations.py) is tried at both ends of its range, and all together at
their worst. A structure's posts stay as they are: what changes is which rules they keep, how much work they leave,
whom they displace and what they cost. All of that is said of every structure alike, beside what it is as things are;
there is no one word for all of it, since a structure that leaves work undone as things are would earn it for leaving no
more. Of a design it is asked as well whether it would still be the design: standing.py says when it is.
Change this when something else of a structure may give.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from scenarios.claims.outcome import displaced_range
from scenarios.comparing.answers import Answer, Ask, Asking, Laid, asks, improves, lay_out, no_worse
from scenarios.comparing.result import Anchor, FindingLine, Frozen, StructureResult
from scenarios.comparing.results import result_of, shared_by
from scenarios.comparing.standing import (
    NO_LONGER_FIT,
    NO_LONGER_IMPROVES,
    NOT_SETTLED,
    NOW_IMPROVES,
    OTHERS,
    SOMETHING_FITS,
)
from scenarios.comparing.stated import NO_CHANGE_KEY, StatedOption
from scenarios.compiling.arrangement import Arrangement
from scenarios.compiling.problem import Question
from scenarios.exploring.asked import explored
from scenarios.exploring.result import BranchAnswer, Ended, Explored
from scenarios.exploring.variations import Variation, label_of, variations_of, varied, with_award
from scenarios.schema.canonical import canonical, with_sources
from scenarios.schema.case import Case
from solver.checker import judge
from solver.engine import Settings
from solver.outcome import Undecided
from solver.problem import Problem
from solver.rules import Finding
from solver.search import PEOPLE_FIRST
from solver.settle import Posts, settle_given
from solver.standing import Challenge, UnsettledError, values_of
from solver.tally import Tally

CUT_SHORT = "Not settled: stopped before every variation was tried."
NOTHING_DECLARED = (
    "The case declares nothing that may vary: write stress figures with a range into the sheet limits, such as "
    "'stress: demand' and ~0% (-10%..10%)."
)


class Held(Frozen):
    """A structure under one variation, or as things are (`variation` empty).

    `varied` are per cent by name. `breaks` are the rules its posts break; `breaks_anew` those of them that they keep as
    things are, `breaks_further` those they break by more than as things are. `..._more` is each figure less that as
    things are (below 0: less). `design`: what makes another structure the design, empty where nothing does; null for no
    change and for structures given by hand.
    """

    variation: str
    varied: dict[str, float]
    breaks: tuple[FindingLine, ...] = ()
    breaks_anew: tuple[FindingLine, ...] = ()
    breaks_further: tuple[FindingLine, ...] = ()
    uncovered_fte: float | None = None
    uncovered_more_fte: float | None = None
    displaced: int | None = None
    displaced_at_most: int | None = None
    displaced_more: int | None = None
    annual_cost: float | None = None
    cost_more: float | None = None
    design: str | None


class StressAnswer(BranchAnswer):
    """One structure of the comparison, by its position, as things are and under each variation.

    Where there is no structure, `as_things_are` is null and only `design` of `held` says anything.
    """

    anchor: Anchor | None
    structure: int
    as_things_are: Held | None
    held: tuple[Held, ...]


def stress(case: Case, asking: Asking) -> Explored[StressAnswer]:
    """Hold the structures of the options asked about (all, when none is named) against each declared variation.

    Rows may come in any order: the scenario is put in its canonical order first. Raises KeyError for an option that the
    case does not have.
    """
    scenario = canonical(with_sources(case.scenario))
    laid = lay_out(scenario, asking)
    shared = shared_by(case, laid.as_is, asking.watch)
    trial = _Trial(laid, variations_of(scenario), asking.watch.settings)
    structures: list[StructureResult] = []
    answers: list[StressAnswer] = []
    for arrangement in laid.arrangements:
        for tried in _tried(laid, arrangement):
            if asking.say is not None:
                asking.say(f"stress: {arrangement.name}")
            structures.append(result_of(tried.answer, shared))
            answers.append(trial.answer(tried, len(answers), cost=structures[-1].annual_cost))
    return explored(case, "stress", asking, structures=structures, answers=answers)


@dataclass(frozen=True)
class _Tried:
    """An answer, and for one of a design the search behind it, which comes without the limits its target sets."""

    answer: Answer
    ask: Ask | None

    @property
    def question(self) -> Question:
        """The question its posts answer."""
        return (self.answer if self.ask is None else self.ask).question

    @property
    def problem(self) -> Problem:
        """The problem its posts are held to."""
        return self.question.problem


def _tried(laid: Laid, arrangement: Arrangement) -> Iterator[_Tried]:
    answers = laid.answers_of(arrangement)
    if arrangement.option.kind != "designed":
        yield from (_Tried(answer, None) for answer in answers)
        return
    searches = asks(laid.scenario, arrangement, laid.stated, near=laid.asking.near)
    yield from (_Tried(answer, ask) for answer, ask in zip(answers, searches, strict=True))


class _Trial:
    """The variations of a case, and the structures held against them one by one."""

    def __init__(self, laid: Laid, variations: tuple[Variation, ...], settings: Settings) -> None:
        self.variations = variations
        self.settings = settings
        self.other_as_is = laid.stated[NO_CHANGE_KEY].question.problem.limits.other_pence
        self._challenges: dict[Problem, Challenge] = {}

    def answer(self, tried: _Tried, number: int, *, cost: float | None) -> StressAnswer:
        """What is told of one structure, by its number; `cost` is what it costs a year as things are, in pounds."""
        answer = tried.answer
        posts = None if answer.structure is None else answer.structure.posts
        base = None if posts is None else self._held(tried, posts, Variation(()), cost=cost)
        held = []
        for variation in self.variations:
            if self.settings.stop.asked:
                break
            held.append(self._under(tried, variation, base, cost=cost))
        arrangement = answer.question.arrangement
        reasons = tuple(self._reasons(answer, held))
        return StressAnswer(
            option=arrangement.option.option,
            branch=arrangement.branch or None,
            status=_status(answer, reasons),
            reasons=(*answer.reasons, *reasons),
            anchor=answer.anchor,
            structure=number,
            as_things_are=base,
            held=tuple(held),
        )

    def _reasons(self, answer: Answer, held: list[Held]) -> Iterator[str]:
        if not self.variations:
            yield NOTHING_DECLARED
        if len(held) < len(self.variations):
            yield CUT_SHORT
        for each in held:
            if each.design == NOT_SETTLED:
                yield f"Not settled within the limits: whether the design changes with {each.variation}."

    def _under(self, tried: _Tried, variation: Variation, base: Held | None, *, cost: float | None) -> Held:
        """One structure, or none, under one variation."""
        structure = tried.answer.structure
        design = self._design(tried, variation)
        if structure is None or base is None:
            return Held(variation=label_of(variation), varied=_per_cent(variation), design=design)
        held = self._held(tried, structure.posts, variation, cost=cost)
        return held.model_copy(update={**_changes(held, base), "design": design})

    def _held(self, tried: _Tried, posts: Posts, variation: Variation, *, cost: float | None) -> Held:
        problem = self._varied(tried.problem, variation)
        structure = settle_given(problem, posts)
        verdict = judge(problem, structure)
        award, other = variation.by_name.get("pay award", 0), tried.problem.limits.other_pence
        people = {group.id: group.people for group in problem.groups}
        return Held(
            variation=label_of(variation),
            varied=_per_cent(variation),
            breaks=tuple(map(_line, verdict.findings)),
            uncovered_fte=sum(Tally(problem, structure).uncovered.values()) / 1000,
            displaced=verdict.values["displaced"],
            displaced_at_most=displaced_range(tried.question, structure, people)[1],
            annual_cost=None
            if cost is None
            else with_award(round(cost * 100), other_pence=other, basis_points=award) / 100,
            design=None if tried.ask is None else "",
        )

    def _varied(self, problem: Problem, variation: Variation) -> Problem:
        return varied(problem, variation, other_as_is_pence=self.other_as_is)

    def _design(self, tried: _Tried, variation: Variation) -> str | None:
        """What makes another structure the design under a variation; None for what is no design."""
        ask, answer = tried.ask, tried.answer
        if ask is None:
            return None
        if isinstance(answer.outcome, Undecided):
            return NOT_SETTLED
        try:
            if ask.target is not None:
                return self._improved(ask, ask.target, answer, variation=variation)
            return self._first(ask, answer, variation)
        except UnsettledError:
            return NOT_SETTLED

    def _first(self, ask: Ask, answer: Answer, variation: Variation) -> str:
        problem = self._varied(ask.question.problem, variation)
        challenge = self._challenges.setdefault(problem, Challenge(problem, self.settings))
        if answer.structure is None:
            return SOMETHING_FITS if challenge.any_within({}) else ""
        if problem == ask.question.problem:
            return ""
        mine = values_of(problem, answer.structure.posts, settings=self.settings)
        return NO_LONGER_FIT if mine is None else OTHERS.get(challenge.bettered(mine, ask.question.order), "")

    def _improved(self, ask: Ask, target: StatedOption, answer: Answer, *, variation: Variation) -> str:
        given = target.question
        there = self._varied(given.problem, variation)
        theirs = values_of(there, given.posts or (), rules_kept=False, settings=self.settings) or {}
        problem = self._varied(ask.question.problem, variation)
        if answer.structure is None:
            limited = no_worse(replace(ask.question, problem=problem), theirs).problem
            challenge = self._challenges.setdefault(limited, Challenge(limited, self.settings))
            return NOW_IMPROVES if challenge.bettered(theirs, PEOPLE_FIRST) else ""
        mine = values_of(problem, answer.structure.posts, settings=self.settings)
        if mine is None:
            return NO_LONGER_FIT
        still = improves(mine, theirs) and all(mine[goal] <= theirs[goal] for goal in theirs)
        return "" if still else NO_LONGER_IMPROVES


def _changes(held: Held, base: Held) -> dict[str, Any]:
    """What is otherwise under a variation than as things are."""
    before = {(each.rule, each.place): each.amount for each in base.breaks}
    anew = tuple(each for each in held.breaks if (each.rule, each.place) not in before)
    further = tuple(each for each in held.breaks if each.amount > before.get((each.rule, each.place), each.amount))
    return {
        "breaks_anew": anew,
        "breaks_further": further,
        "uncovered_more_fte": _more(held.uncovered_fte, base.uncovered_fte, 3),
        "displaced_more": _more(held.displaced, base.displaced, None),
        "cost_more": _more(held.annual_cost, base.annual_cost, 2),
    }


def _more(now: float | None, before: float | None, decimals: int | None) -> float | None:
    """How much more a figure is; not known where one of the two is not."""
    return None if now is None or before is None else round(now - before, decimals)


def _per_cent(variation: Variation) -> dict[str, float]:
    return {name: points / 100 for name, points in variation.changes}


def _line(finding: Finding) -> FindingLine:
    return FindingLine(rule=finding.rule, place=finding.place, amount=finding.amount, message=finding.message)


def _status(answer: Answer, open_ended: tuple[str, ...]) -> Ended:
    if isinstance(answer.outcome, Undecided) or any(reason != NOTHING_DECLARED for reason in open_ended):
        return "undecided"
    return "infeasible" if answer.structure is None else "answered"
