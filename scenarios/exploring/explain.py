"""Explain: where nothing fits, why and what would let something fit; where something does, which demands bind.

Counting arguments come first, then ways out with what each costs, then a smallest conflict. No reason is invented: all
of it is found by searching, and each way out has been applied, with its money rounded up, and searched again.
Change this when the explanation of an option has to say something more.
"""

from dataclasses import replace

from scenarios.comparing.answers import Asking
from scenarios.comparing.result import StructureResult
from scenarios.comparing.work import undone_words
from scenarios.exploring.amounts import goal_difference
from scenarios.exploring.asked import AskedOf, asked_of, explored
from scenarios.exploring.demand_source import source_of
from scenarios.exploring.demand_words import amount_text, asks, gives
from scenarios.exploring.demanded import with_room_for_all
from scenarios.exploring.displaced_words import AT_LEAST, displaced_at_most
from scenarios.exploring.explain_result import Asked, Binds, ConflictFound, ExplainAnswer, Gives, WayOutFound
from scenarios.exploring.ladder import Rung, ladder
from scenarios.exploring.result import Explored
from scenarios.exploring.rule_words import rules_named
from scenarios.exploring.volunteers import volunteers
from scenarios.exploring.way_told import CameTo, applied, together
from scenarios.schema.case import Case
from solver.demand import SHARE, Demand
from solver.demands import loosened, may_give
from solver.explaining.conflict import Conflict, Unsettled, smallest_conflict
from solver.explaining.ways_out import WayOut, levels_of, ways_out
from solver.explaining.worth import Worth, binding
from solver.goals import GOALS
from solver.outcome import Designed, Infeasible, Undecided
from solver.search import design
from solver.standing import MAIN_GOALS, UnsettledError

NO_WAY = "Whatever policy gave, nothing would fit: what stands in the way is structure or statute."
NO_WAY_FOUND = "No way out was found within the limits; there may be one."
NOT_LEAST = "(Enough, not shown to be the least.)"
WORTH_NOT_SETTLED = "Something fits; which demands bind is not settled."
SIZES = {"pence": 100, "thousandths of FTE": 1000, "weighted thousandths of FTE": 1000, SHARE: 10}


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
        self.roomy = with_room_for_all(asked.question)
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
        ways = tuple(self._way(way) for way in ways_out(self.roomy.problem, settings, levels=levels))
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
            asked=_shown(demand.asked_in, demand.asked),
            asked_unit=_unit(demand.asked_in),
            unit=_unit(demand.unit),
            sentence=asks(demand),
            source=source_of(demand, self.question),
            may_give=may_give(demand),
        )

    def _way(self, way: WayOut) -> WayOutFound:
        """Apply a way out, and tell what the cheapest structure then comes to."""
        given, came_to = applied(self.asked, self.roomy, way, self.watch)
        self.structures.append(came_to.result)
        cost, over = came_to.cost_pence, came_to.over_pence
        parts = tuple(
            Gives(demand=self._asked(d), by=_shown(d.unit, by), sentence=gives(d, by))
            for d, by in sorted(given.items())
        )
        return WayOutFound(
            gives=parts,
            level=way.level,
            cheapest=way.cheapest,
            structure=len(self.structures) - 1,
            annual_cost=None if cost is None else cost / 100,
            over_ceiling=None if over is None else over / 100,
            uncovered_fte=came_to.uncovered_milli_fte / 1000,
            displaced=came_to.displaced,
            displaced_at_most=came_to.displaced_at_most,
            settled=came_to.settled,
            avoidance=self._avoidance(came_to, given),
            sentence=f"If {together([part.sentence for part in parts])}: the cheapest structure {came_to.words}.",
        )

    def _avoidance(self, came_to: CameTo, given: dict[Demand, int]) -> tuple[Rung, ...]:
        """The ladder, with volunteers searched again, where a way out lets more people be displaced."""
        over = next((by for demand, by in given.items() if demand.rule == "displaced_limit"), 0)
        if not over:
            return ()
        leaving = volunteers(came_to.question, came_to.structure, over, self.watch.settings)
        rungs = ladder(self.asked.arrangement.scenario, came_to.result, over)
        return tuple(leaving if rung.step == leaving.step else rung for rung in rungs)

    def _binding(self, found: Designed) -> ExplainAnswer:
        self._say("what binds")
        self.structures.append(self.asked.result(found.structure, found))
        place = len(self.structures) - 1
        try:
            worth = tuple(binding(self.roomy.problem, self.question.order, self.watch.settings))
        except UnsettledError:
            return self._said("undecided", (WORTH_NOT_SETTLED,), design=place)
        binds = tuple(self._binds(each, self.structures[place]) for each in worth)
        unsettled = tuple(f"Not settled whether it binds: {b.demand.sentence}" for b in binds if not b.settled)
        notes = undone_words(self.question, found.structure)
        ended = "undecided" if unsettled else "answered"
        return self._said(ended, unsettled, design=place, binding=binds, notes=notes)

    def _binds(self, worth: Worth, design: StructureResult) -> Binds:
        """What binds and what that is worth; the structure found is added to those of the answer."""
        place, before, after = None, displaced_at_most(design), None
        if worth.found is not None:
            question = replace(self.roomy, problem=loosened(self.roomy.problem, {worth.demand: worth.by}))
            self.structures.append(self.asked.result(worth.found.structure, worth.found, question))
            place, after = len(self.structures) - 1, displaced_at_most(self.structures[-1])
        goals = tuple(
            goal_difference(goal, before, dict(worth.after)[goal])
            for goal, before in worth.before
            if worth.settled and goal in MAIN_GOALS
        )
        return Binds(
            demand=self._asked(worth.demand),
            goal=worth.goal,
            by=_shown(worth.demand.unit, worth.by),
            goals=goals,
            settled=worth.settled,
            least=worth.least,
            structure=place,
            sentence=_worth_sentence(worth, (before, after)),
        )


def _shown(unit: str, number: int) -> float:
    """A number of a demand's units as the JSON contract gives it: pounds, FTE, per cent; anything else is a count."""
    return number / SIZES.get(unit, 1)


def _unit(unit: str) -> str:
    """What the JSON contract calls a demand's unit."""
    told = {
        "pence": "pounds",
        "thousandths of FTE": "FTE",
        "weighted thousandths of FTE": "weighted FTE",
        SHARE: "per cent of all posts",
    }
    return told.get(unit, unit)


def _worth_sentence(worth: Worth, at_most: tuple[int | None, int | None]) -> str:
    """What a demand that binds is worth, in words.

    Args: the worth; people displaced at the most without and with the demand giving, None: not known.
    """
    if not worth.settled:
        return "It is not settled whether anything would be better without it."
    if not worth.offered:
        return f"It is structure or statute and does not give; without it {_NAMES[worth.goal]} would be less."
    changes = "; ".join(
        _change(goal, before, dict(worth.after)[goal], at_most)
        for goal, before in worth.before
        if before != dict(worth.after)[goal]
    )
    return f"If {gives(worth.demand, worth.by)}: {changes}." + ("" if worth.least else f" {NOT_LEAST}")


_NAMES = {"uncovered": "work uncovered (weighted)", "displaced": "people displaced", "cost": "cost a year"}


def _change(goal: str, before: int, after: int, at_most: tuple[int | None, int | None]) -> str:
    """A goal from one value to another; of people displaced, at the most as well."""
    if goal != "displaced":
        return f"{_NAMES[goal]} {_amount(goal, before)} to {_amount(goal, after)}"
    most = " to ".join("?" if each is None else f"{each:,}" for each in at_most)
    return f"{_NAMES[goal]} {before:,} to {after:,} {AT_LEAST}, and {most} at the most"


def _amount(goal: str, value: int) -> str:
    return amount_text(GOALS[goal].unit, value)
