"""Why not: a design searched again with something demanded of it, and what that costs goal by goal.

No reason is invented: what is said are the counts of two searches and their differences, or, where nothing keeps the
demand, the demands of the case that stand in its way.
Change this when the answer to "why not" has to say something more.
"""

from dataclasses import replace
from typing import Any

from scenarios.comparing.answers import Asking
from scenarios.comparing.result import StructureResult
from scenarios.compiling.problem import Question
from scenarios.exploring.amounts import GoalDifference, goal_difference
from scenarios.exploring.asked import AskedOf, asked_of, explored
from scenarios.exploring.demand_text import known_in, read_demands
from scenarios.exploring.demanded import Demanded, demand_of
from scenarios.exploring.in_the_way import GivingWay, InTheWay, what_stands
from scenarios.exploring.result import BranchAnswer, Ended, Explored
from scenarios.schema.case import Case
from solver.contrast import differences, first_worse
from solver.outcome import Designed, Infeasible, Outcome, Undecided
from solver.search import design as search_design

NOTHING_FITS_ANYWAY = "No structure keeps all the rules even without what is demanded: restructure explain says why."


class WhyNotAnswer(BranchAnswer):
    """What a demand costs in one branch, or why nothing keeps it.

    `already`: the design keeps it as it is. `design` and `with_demand` are positions in `structures`. `goals` in their
    turn: values of the search without the demand (`design`) and with it (`other`); `first_worse` is the first that gets
    worse, and only goals after it may be better. `in_the_way`: demands of the case that cannot hold together with what
    is demanded, each needed for that; `fewest`: no fewer stand in its way. `ways_out`: what would have to give.
    """

    demand: str
    read_as: tuple[str, ...]
    already: bool = False
    design: int | None = None
    with_demand: int | None = None
    goals: tuple[GoalDifference, ...] = ()
    first_worse: str | None = None
    in_the_way: tuple[InTheWay, ...] = ()
    fewest: bool = False
    ways_out: tuple[GivingWay, ...] = ()


def why_not(case: Case, demand: str, asking: Asking) -> Explored[WhyNotAnswer]:
    """Search the options asked about with a demand (demand_text.py) and without it, and say what it costs.

    Raises DemandRefused where the demand cannot be read, and KeyError for an option that the case does not have.
    """
    structures: list[StructureResult] = []
    answers = []
    for asked in asked_of(case, asking):
        wanted = read_demands(demand, known_in(asked.arrangement.scenario))
        answers.append(_Branch(asked, demand, demand_of(asked.question, wanted)).answer(structures))
    return explored(case, "why-not", asking, structures=structures, answers=answers)


class _Branch:
    """One option in one branch, with the demand put to it."""

    def __init__(self, asked: AskedOf, text: str, demanded: Demanded) -> None:
        self.asked = asked
        self.text = text
        self.demanded = demanded
        self.watch = replace(asked.laid.asking.watch, memo={})

    def answer(self, structures: list[StructureResult]) -> WhyNotAnswer:
        """The answer; structures found are added to the list."""
        match self._search(self.asked.question, "as designed"):
            case Infeasible(reasons=reasons):
                return self._said("infeasible", (NOTHING_FITS_ANYWAY, *reasons))
            case Undecided(why=why):
                return self._said("undecided", (f"Without what is demanded: not settled: {why}.",))
            case Designed() as without:
                structures.append(self.asked.result(without.structure, without))
                return self._against(without, structures)

    def _against(self, without: Designed, structures: list[StructureResult]) -> WhyNotAnswer:
        """The answer where there is a design without the demand, the last of the structures so far."""
        design = len(structures) - 1
        if self.demanded.kept_by(without.structure):
            same = tuple(goal_difference(s.goal, s.value, s.value) for s in without.stages)
            return self._said("answered", already=True, design=design, with_demand=design, goals=same)
        if self.demanded.nowhere:
            return self._said("infeasible", self.demanded.nowhere, design=design)
        match self._search(self.demanded.question, "with what is demanded"):
            case Undecided(why=why):
                return self._said("undecided", (f"With what is demanded: not settled: {why}.",), design=design)
            case Infeasible(reasons=reasons):
                return self._impossible(reasons, design)
            case Designed() as found:
                structures.append(self.asked.result(found.structure, found, self.demanded.question))
                return self._costs(without, found, design)

    def _search(self, question: Question, what: str) -> Outcome:
        asking = self.asked.laid.asking
        if asking.say is not None:
            asking.say(f"{self.asked.arrangement.name}, {what}")
        return search_design(question.problem, question.order, self.watch)

    def _costs(self, without: Designed, outcome: Designed, design: int) -> WhyNotAnswer:
        found = differences(without.stages, outcome.stages)
        return self._said(
            "answered",
            design=design,
            with_demand=design + 1,
            goals=tuple(goal_difference(d.goal, d.without, d.with_demand) for d in found),
            first_worse=first_worse(found),
        )

    def _impossible(self, reasons: tuple[str, ...], design: int) -> WhyNotAnswer:
        stands = what_stands(self.demanded, self.watch.settings)
        return self._said(
            "infeasible",
            (*reasons, *stands.reasons),
            design=design,
            in_the_way=stands.in_the_way,
            fewest=stands.fewest,
            ways_out=stands.ways_out,
        )

    def _said(self, status: Ended, reasons: tuple[str, ...] = (), **facts: Any) -> WhyNotAnswer:
        """An answer about this option in this branch."""
        return WhyNotAnswer(
            option=self.asked.arrangement.option.option,
            branch=self.asked.branch,
            status=status,
            reasons=reasons,
            demand=self.text,
            read_as=self.demanded.sentences,
            **facts,
        )
