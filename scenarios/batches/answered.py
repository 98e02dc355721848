"""One future answered: every option asked about in every branch, and the structure that is kept held against it.

Designs are searched for anew in each future, as a comparison would; the posts that the same search finds as things are
(`Kept`) are held against it beside.
Change this when a future is to be asked something more.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from scenarios.batches.applied import Applied, applied
from scenarios.batches.futures import changes_received
from scenarios.batches.held import Breaks, Held, held, in_place
from scenarios.batches.plan import Plan
from scenarios.batches.rows import Feasible, Row, packed
from scenarios.comparing.answers import Answer, Ask, Asking, asks, designed, lay_out, limited
from scenarios.comparing.results import status_of
from scenarios.comparing.stated import NO_CHANGE_KEY, StatedOption
from scenarios.compiling.arrangement import Arrangement, arrangements
from scenarios.compiling.problem import Question
from scenarios.exploring.variations import varied, with_award
from scenarios.runs.answering import with_effort
from scenarios.schema.canonical import as_json
from scenarios.schema.faults import ScenarioFaults
from scenarios.schema.scenario import Scenario
from solver.checker import Verdict
from solver.engine import Settings
from solver.outcome import Designed
from solver.problem import Problem
from solver.search import Memo, Watch
from solver.settle import Posts

Key = tuple[str, str, str]
"""An option, a branch and an anchor; the last two may be blank."""


@dataclass(frozen=True)
class AsItStands:
    """The posts of one run as things are, and the rules they break there."""

    posts: Posts
    breaks: Breaks


Kept = Mapping[Key, AsItStands]


@dataclass(frozen=True)
class Base:
    """What every future of a batch shares: the case in canonical order, options, effort, and the posts kept."""

    scenario: Scenario
    options: tuple[str, ...]
    effort: float | None
    kept: Kept | None = None

    @property
    def watch(self) -> Watch:
        """How its searches run."""
        return Watch(settings=with_effort(Settings(), self.effort))


def base_sent(plan: Plan, kept: list[Any] | None = None) -> bytes:
    """What every worker is handed once, as JSON: the case without its sealed sheets, and what is asked of it."""
    asked = {"options": list(plan.options), "effort": plan.effort, "kept": kept}
    return json.dumps({"scenario": as_json(plan.scenario), **asked}, sort_keys=True).encode()


@lru_cache(maxsize=4)
def base_received(sent: bytes) -> Base:
    """What `base_sent` made a text of; read once by each process."""
    told = json.loads(sent)
    kept = None if told["kept"] is None else {_key(each): _as_it_stands(each) for each in told["kept"]}
    scenario = Scenario.model_validate_json(told["scenario"])
    return Base(scenario, tuple(told["options"]), told["effort"], kept)


def _key(told: list[Any]) -> Key:
    option, branch, anchor = told[:3]
    return option, branch, anchor


def _as_it_stands(told: list[Any]) -> AsItStands:
    posts, breaks = told[3:]
    return AsItStands(
        tuple((kind, count) for kind, count in posts), {(rule, at): amount for rule, at, amount in breaks}
    )


def answer_futures(sent: bytes, futures: list[list[Any]]) -> list[bytes]:
    """Answer futures, each as `Future.sent` made it: for each its rows, packed."""
    base = base_received(sent)
    return [packed(rows_of(base, each)) for each in futures]


def answer_today(sent: bytes) -> tuple[bytes, list[Any]]:
    """Answer the case as things are: its rows, packed, and its posts, to be held against every other future."""
    base = base_received(sent)
    answered = list(_World(base, applied(base.scenario, ())).answered())
    posts = [
        [*run.key, [list(each) for each in run.posts], [[*place, n] for place, n in sorted(run.held.breaks.items())]]
        for run in answered
        if run.posts is not None and run.held is not None
    ]
    kept = {_key(each): _as_it_stands(each) for each in posts}
    return packed(run.row(kept) for run in answered), posts


def rows_of(base: Base, future: list[Any]) -> Iterator[Row]:
    """Yield the rows of one future, in the order of options, branches and anchors.

    A future whose values make a case with faults has one row for each option, which says so.
    """
    try:
        there = applied(base.scenario, changes_received(future))
    except ScenarioFaults as found:
        why = "; ".join(str(fault) for fault in found.faults)
        names = dict.fromkeys(each.option.option for each in arrangements(base.scenario))
        wanted = [name for name in names if not base.options or name in base.options]
        yield from (Row(option=name, outcome="fault", feasible="not settled", why=why) for name in wanted)
        return
    for run in _World(base, there).answered():
        yield run.row(base.kept or {})


@dataclass(frozen=True)
class _Run:
    """One run: how it ended, the posts it came to and what they come to, and what may be held against it."""

    question: Question
    problem: Problem
    anchor: str
    outcome: str
    feasible: Feasible
    why: str
    posts: Posts | None
    award: int

    @property
    def key(self) -> Key:
        arrangement = self.question.arrangement
        return arrangement.option.option, arrangement.branch, self.anchor

    @cached_property
    def held(self) -> Held | None:
        """What its own posts come to."""
        return self._held(self.posts)

    def _held(self, posts: Posts | None) -> Held | None:
        return None if posts is None else held(self.question, self.problem, posts, award=self.award)

    def row(self, kept: Kept) -> Row:
        """Its row, with the posts that are kept held against the same problem."""
        option, branch, anchor = self.key
        told = _told(self.held)
        fte = None if self.posts is None else sum(self.problem.kind[kind].milli_fte * n for kind, n in self.posts)
        stands = kept.get(self.key)
        told_kept: dict[str, Any] = {}
        if stands is not None:
            still = self.held if stands.posts == self.posts or not anchor else self._held(stands.posts)
            told_kept = {f"kept_{name}": value for name, value in _told(still).items()}
            told_kept |= _since(still, stands.breaks)
        return Row(
            option=option,
            branch=branch,
            anchor=anchor,
            outcome=self.outcome,
            feasible=self.feasible if anchor or self.held is None else ("no" if self.held.breaks else "yes"),
            why=self.why,
            posts=None if self.posts is None else sum(n for _, n in self.posts),
            fte=None if fte is None else fte / 1000,
            **told,
            **told_kept,
        )


def _told(held: Held | None) -> dict[str, Any]:
    """What fixed posts come to, by column."""
    if held is None:
        return {}
    return {
        "annual_cost": None if held.cost_pence is None else held.cost_pence / 100,
        "displaced_at_least": held.displaced[0],
        "displaced_at_most": held.displaced[1],
        "uncovered_fte": held.uncovered_milli_fte / 1000,
        "uncovered_weighted_fte": held.values["uncovered"] / 1000,
        "rules_broken": held.rules,
    }


def _since(held: Held | None, before: Breaks) -> dict[str, Any]:
    """Whether a structure that is kept still holds, by column; one whose posts cannot be any more does not."""
    if held is None:
        return {"kept_holds": False}
    anew, further = held.anew(before), held.further(before)
    return {"kept_holds": not (anew or further), "kept_breaks_anew": anew, "kept_breaks_further": further}


@dataclass(frozen=True)
class _VariedOption(StatedOption):
    """A given option whose verdict is the one it has with what is varied."""

    judged: Verdict

    @cached_property
    def verdict(self) -> Verdict:
        """The checker's judgement of it there."""
        return self.judged


class _World:
    """One future with its options laid out."""

    def __init__(self, base: Base, there: Applied) -> None:
        self._watch = base.watch
        self._variation = there.variation
        self._award = there.variation.by_name.get("pay award", 0)
        self._laid = lay_out(there.scenario, Asking(watch=self._watch, options=base.options))
        self._other_as_is = self._laid.stated[NO_CHANGE_KEY].question.problem.limits.other_pence

    def answered(self) -> Iterator[_Run]:
        """Yield every run of the future."""
        for arrangement in self._laid.arrangements:
            if arrangement.option.kind == "designed":
                yield from self._designs(arrangement)
            else:
                yield self._stated(self._laid.stated[arrangement.option.option, arrangement.branch])

    def _varied(self, problem: Problem) -> Problem:
        return varied(problem, self._variation, other_as_is_pence=self._other_as_is)

    def _stated(self, one: StatedOption) -> _Run:
        kind = "as_is" if one.arrangement.option.kind == "no change" else "given"
        asked = one.question
        return _Run(asked, self._varied(asked.problem), "", kind, "yes", "", asked.posts or (), self._award)

    def _designs(self, arrangement: Arrangement) -> Iterator[_Run]:
        memo = Memo()
        for ask in asks(self._laid.scenario, arrangement, self._laid.stated):
            problem = self._varied(self._with_default_ceiling(ask.question))
            there = Ask(replace(ask.question, problem=problem), ask.anchor, self._target(ask.target))
            answer = designed(limited(there), replace(self._watch, memo=memo))
            yield _Run(
                ask.question,
                problem,
                ask.anchor,
                status_of(answer),
                _feasible(answer),
                " ".join(answer.reasons),
                None if answer.structure is None else answer.structure.posts,
                self._award,
            )

    def _with_default_ceiling(self, asked: Question) -> Problem:
        """The problem of a design; a ceiling that is the cost of another option rises with what that option is paid."""
        problem = asked.problem
        if asked.ceiling_from is None or not self._award:
            return problem
        whose = self._laid.stated.get((asked.ceiling_from, asked.arrangement.branch))
        other = (whose or self._laid.stated[NO_CHANGE_KEY]).question.problem.limits.other_pence
        ceilings = tuple(
            None if pence is None else with_award(pence, other_pence=other, basis_points=self._award)
            for pence in problem.limits.ceiling_pence
        )
        return replace(problem, limits=replace(problem.limits, ceiling_pence=ceilings))

    def _target(self, one: StatedOption | None) -> StatedOption | None:
        if one is None:
            return None
        asked = one.question
        _, judged = in_place(self._varied(asked.problem), asked.posts or ())
        return _VariedOption(one.arrangement, judged)


def _feasible(answer: Answer) -> Feasible:
    if isinstance(answer.outcome, Designed) or answer.structure is not None:
        return "yes"
    return "no" if status_of(answer) == "infeasible" else "not settled"
