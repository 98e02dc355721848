"""Explain: where nothing fits, why and what would let something fit; where something does, which demands bind.

Counting arguments come first, then ways out with what each costs, then a smallest conflict. No reason is invented: all
of it is found by searching, and each way out has been applied, with its money rounded up, and searched again.
Change this when the explanation of an option has to say something more.
"""

from dataclasses import replace
from math import ceil

from scenarios.comparing.answers import Asking
from scenarios.comparing.result import StructureResult
from scenarios.exploring.amounts import goal_difference
from scenarios.exploring.asked import AskedOf, asked_of, explored
from scenarios.exploring.avoidance import steps
from scenarios.exploring.demand_source import source_of
from scenarios.exploring.demand_words import amount_text, asks, gives, rounded_up
from scenarios.exploring.explain_result import (
    Asked,
    Avoidance,
    Binds,
    ConflictFound,
    ExplainAnswer,
    Gives,
    WayOutFound,
)
from scenarios.exploring.result import Explored
from scenarios.exploring.rule_words import rules_named
from scenarios.schema.case import Case
from solver.checker import judge
from solver.demand import Demand
from solver.demands import loosened, may_give
from solver.explaining.conflict import Conflict, Unsettled, smallest_conflict
from solver.explaining.ways_out import WayOut, levels_of, ways_out
from solver.explaining.worth import Worth, binding
from solver.goals import GOALS
from solver.outcome import Designed, Infeasible, Outcome, Undecided
from solver.problem import Problem
from solver.search import Order, design, swapped
from solver.standing import MAIN_GOALS, UnsettledError
from solver.structure import Structure
from solver.tally import Tally
from solver.wording import fte, pounds, some

NO_WAY = "Whatever policy gave, nothing would fit: what stands in the way is structure or statute."
NO_WAY_FOUND = "No way out was found within the limits; there may be one."
WORTH_NOT_SETTLED = "Something fits; which demands bind is not settled."
SIZES = {"pence": 100, "thousandths of FTE": 1000, "weighted thousandths of FTE": 1000}


def explain(case: Case, asking: Asking) -> Explored[ExplainAnswer]:
    """Explain every option to design that is asked about, branch by branch.

    Raises KeyError for an option that the case does not have.
    """
    structures: list[StructureResult] = []
    answers = [_Branch(asked, asking, structures).answer() for asked in asked_of(case, asking)]
    return explored(case, "explain", asking, structures=structures, answers=answers)


class _Branch:
    """One option in one branch; structures found are added to those of the whole answer."""

    def __init__(self, asked: AskedOf, asking: Asking, structures: list[StructureResult]) -> None:
        self.asked = asked
        self.question = asked.question
        self.asking = asking
        self.watch = replace(asking.watch, memo={}, tie_break=False)
        self.structures = structures

    def answer(self) -> ExplainAnswer:
        """How the search ends, and what explains it."""
        self._say("whether anything fits")
        match design(self.question.problem, self.question.order, replace(self.watch, tie_break=True)):
            case Infeasible(reasons=reasons):
                return self._infeasible(reasons)
            case Undecided(why=why):
                return self._said("undecided", (f"Whether anything fits is not settled: {why}.",))
            case Designed() as found:
                return self._binding(found)

    def _say(self, what: str) -> None:
        if self.asking.say is not None:
            self.asking.say(f"{self.asked.arrangement.name}, {what}")

    def _said(self, status: str, reasons: tuple[str, ...], **more: object) -> ExplainAnswer:
        option = self.asked.arrangement.option.option
        return ExplainAnswer.model_validate(
            {"option": option, "branch": self.asked.branch, "status": status, "reasons": reasons, **more}
        )

    def _infeasible(self, reasons: tuple[str, ...]) -> ExplainAnswer:
        """Ways out, then a smallest conflict; where neither is settled, it says so."""
        self._say("ways out")
        settings = self.watch.settings
        levels = levels_of(rules_named(self.asked.arrangement.scenario.limits.negotiable))
        ways = tuple(self._way(way) for way in ways_out(self.question.problem, settings, levels=levels))
        self._say("what stands in the way")
        found = smallest_conflict(self.question.problem, settings)
        conflict = self._conflict(found) if isinstance(found, Conflict) else None
        notes = [f"What stands in the way is not settled: {found.why}."] if isinstance(found, Unsettled) else []
        if not ways:
            settled = conflict is not None and not any(demand.may_give for demand in conflict.demands)
            notes.append(NO_WAY if settled else NO_WAY_FOUND)
        return self._said("infeasible", (*reasons, *notes), ways_out=ways, conflict=conflict)

    def _conflict(self, found: Conflict) -> ConflictFound:
        demands = tuple(self._asked(demand) for demand in found.demands)
        return ConflictFound(demands=demands, smallest=found.smallest, at_least=found.at_least)

    def _asked(self, demand: Demand) -> Asked:
        return Asked(
            rule=demand.rule,
            place=demand.place,
            side=demand.side,
            asked=_shown(demand, demand.asked),
            unit=_unit(demand),
            sentence=asks(demand),
            source=source_of(demand, self.question),
            may_give=may_give(demand),
        )

    def _way(self, way: WayOut) -> WayOutFound:
        """Apply a way out with its money rounded up, and find what the cheapest structure then costs."""
        given = {d: min(rounded_up(by), d.most) if d.unit == "pence" else by for d, by in way.gives}
        problem = loosened(self.question.problem, given)
        outcome = design(problem, cheapest_first(self.question.order), self.watch)
        structure = _found(outcome) or way.structure
        question = replace(self.question, problem=problem)
        self.structures.append(self.asked.result(structure, outcome, question))
        values = judge(problem, structure).values
        cost = values["cost"] if self.question.priced else None
        over = over_ceiling_pence(self.question.problem, structure)
        parts = tuple(
            Gives(demand=self._asked(d), by=_shown(d, by), sentence=gives(d, by)) for d, by in sorted(given.items())
        )
        return WayOutFound(
            gives=parts,
            level=way.level,
            cheapest=way.cheapest,
            structure=len(self.structures) - 1,
            annual_cost=None if cost is None else cost / 100,
            over_ceiling=None if over is None or cost is None else over / 100,
            uncovered_fte=sum(Tally(problem, structure).uncovered.values()) / 1000,
            displaced=values["displaced"],
            settled=isinstance(outcome, Designed),
            avoidance=self._avoidance(way, given),
            sentence=_way_sentence(parts, cost, over, problem, structure),
        )

    def _avoidance(self, way: WayOut, given: dict[Demand, int]) -> tuple[Avoidance, ...]:
        over = next((by for demand, by in given.items() if demand.rule == "displaced_limit"), 0)
        return tuple(steps(self.question, way, over, self.watch.settings)) if over else ()

    def _binding(self, found: Designed) -> ExplainAnswer:
        self._say("what binds")
        self.structures.append(self.asked.result(found.structure, found))
        place = len(self.structures) - 1
        try:
            worth = tuple(binding(self.question.problem, self.question.order, self.watch.settings))
        except UnsettledError:
            return self._said("undecided", (WORTH_NOT_SETTLED,), design=place)
        binds = tuple(self._binds(each) for each in worth)
        unsettled = tuple(f"Not settled whether it binds: {b.demand.sentence}" for b in binds if not b.settled)
        return self._said("undecided" if unsettled else "answered", unsettled, design=place, binding=binds)

    def _binds(self, worth: Worth) -> Binds:
        goals = tuple(
            goal_difference(goal, before, dict(worth.after)[goal])
            for goal, before in worth.before
            if worth.settled and goal in MAIN_GOALS
        )
        return Binds(
            demand=self._asked(worth.demand),
            goal=worth.goal,
            by=_shown(worth.demand, worth.by),
            goals=goals,
            settled=worth.settled,
            sentence=_worth_sentence(worth),
        )


def cheapest_first(order: Order) -> Order:
    """The goals up to cost, with cost before people: what a way out is priced by. All goals where cost is none."""
    names = [goal for goal, _ in order]
    if "cost" not in names:
        return order
    turned = swapped(order, "displaced", "cost") if "displaced" in names[: names.index("cost")] else order
    return turned[: [goal for goal, _ in turned].index("cost") + 1]


def over_ceiling_pence(problem: Problem, structure: Structure) -> int | None:
    """How much a structure costs above the ceiling in the year where that is most; None where there is no ceiling."""
    limits = problem.limits
    held = [(problem.kind[kind], posts) for kind, posts in structure.posts]
    above = [
        sum(kind.ceiling_pence[year] * posts for kind, posts in held) + limits.other_pence - most
        for year, most in enumerate(limits.ceiling_pence)
        if most is not None
    ]
    return max(above, default=None)


def _found(outcome: Outcome) -> Structure | None:
    return None if isinstance(outcome, Infeasible) else outcome.structure


def _shown(demand: Demand, number: int) -> float:
    """A number of a demand's units as the JSON contract gives it: pounds and FTE, anything else as a count."""
    size = SIZES.get(demand.unit, 1)
    return number / size


def _unit(demand: Demand) -> str:
    return {"pence": "pounds", "thousandths of FTE": "FTE", "weighted thousandths of FTE": "weighted FTE"}.get(
        demand.unit, demand.unit
    )


def _way_sentence(
    parts: tuple[Gives, ...], cost: int | None, over: int | None, problem: Problem, held: Structure
) -> str:
    """What gives, and what the cheapest structure then costs, leaves undone and means for people."""
    tally = Tally(problem, held)
    said = [f"leaves {fte(sum(tally.uncovered.values()))} of work uncovered"]
    said.append(f"displaces {some(sum(tally.displaced.values()), 'person', 'people')}")
    if cost is not None:
        said.insert(0, f"costs {pounds(_hundreds(cost))} a year{_against(over)}")
    return f"If {' and '.join(part.sentence for part in parts)}: the cheapest structure {', '.join(said)}."


def _hundreds(pence: int) -> int:
    """Pence in whole pounds, rounded up to 100 of them."""
    return ceil(pence / 10_000) * 10_000


def _against(over: int | None) -> str:
    if over is None:
        return ""
    if over > 0:
        return f" ({pounds(_hundreds(over))} above the ceiling as it stands)"
    return f" ({pounds(-_hundreds(over))} below the ceiling)" if _hundreds(over) else " (as much as the ceiling)"


def _worth_sentence(worth: Worth) -> str:
    """What a demand that binds is worth, in words."""
    if not worth.settled:
        return "It is not settled whether anything would be better without it."
    if not worth.offered:
        return f"It is structure or statute and does not give; without it {_NAMES[worth.goal]} would be less."
    changes = "; ".join(
        f"{_NAMES[goal]} {_amount(goal, before)} to {_amount(goal, dict(worth.after)[goal])}"
        for goal, before in worth.before
        if before != dict(worth.after)[goal]
    )
    return f"If {gives(worth.demand, worth.by)}: {changes}."


_NAMES = {"uncovered": "work uncovered (weighted)", "displaced": "people displaced", "cost": "cost a year"}


def _amount(goal: str, value: int) -> str:
    return amount_text(GOALS[goal].unit, value)
