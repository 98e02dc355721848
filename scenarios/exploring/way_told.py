"""A way out applied and told: what gives, by no more than needed, and what the cheapest structure then comes to.

Nothing is taken from the search for ways out but what gives: it is applied with its money rounded up to £100, searched
again, and then told by as little as the structure found needs.
Change this when a way out is to be priced by another structure than the cheapest that covers as much.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from scenarios.comparing.result import StructureResult
from scenarios.compiling.problem import Question
from scenarios.exploring.asked import AskedOf
from scenarios.exploring.demand_words import rounded_up
from scenarios.exploring.displaced_words import displaced_at_most, displaced_words
from solver.demand import Demand
from solver.demands import loosened
from solver.explaining.needed import needed
from solver.explaining.ways_out import WayOut
from solver.outcome import Designed, Infeasible, Outcome
from solver.problem import Problem
from solver.search import Order, Watch, design, swapped
from solver.structure import Structure
from solver.tally import Tally
from solver.wording import fte, pounds


@dataclass(frozen=True, kw_only=True)
class CameTo:
    """What a structure comes to: cost in pence (None: not known), how much that is above the ceiling as it stands in
    the year where it is most (None without one), work in thousandths of FTE, and people. `settled`: no structure that
    may give as much covers more work, or as much for less money.
    """

    question: Question
    structure: Structure
    result: StructureResult
    cost_pence: int | None
    over_pence: int | None
    uncovered_milli_fte: int
    displaced: int
    displaced_at_most: int | None
    settled: bool

    @property
    def words(self) -> str:
        """What it costs, leaves undone and means for people, in words that follow "the cheapest structure"."""
        said = f"leaves {fte(self.uncovered_milli_fte)} of work uncovered"
        if self.cost_pence is not None:
            said = f"costs {pounds(rounded_up(self.cost_pence))} a year{_against(self.over_pence)}, {said}"
        return f"{said}; people displaced: {displaced_words(self.displaced, self.displaced_at_most)}"


def applied(asked: AskedOf, question: Question, way: WayOut, watch: Watch) -> tuple[dict[Demand, int], CameTo]:
    """Apply a way out with its money rounded up, and find what the cheapest structure then comes to.

    Returns what gives, in whole £100 and otherwise in its unit, as little as that structure needs.
    """
    given = {d: min(rounded_up(by), d.most) if d.unit == "pence" else by for d, by in way.gives}
    outcome = design(loosened(question.problem, given), cheapest_first(question.order), watch)
    structure = _structure(outcome) or way.structure
    least = needed(question.problem, structure, given)
    return least, _came_to(asked, question, least, (structure, outcome))


def without_it(asked: AskedOf, question: Question, gives: Mapping[Demand, int], watch: Watch) -> CameTo | None:
    """What the cheapest structure comes to where as much gives in another question; None where none was found."""
    outcome = design(loosened(question.problem, gives), cheapest_first(question.order), watch)
    structure = _structure(outcome)
    return None if structure is None else _came_to(asked, question, gives, (structure, outcome))


def _came_to(
    asked: AskedOf, question: Question, gives: Mapping[Demand, int], found: tuple[Structure, Outcome]
) -> CameTo:
    structure, outcome = found
    after = replace(question, problem=loosened(question.problem, gives))
    result, tally = asked.result(structure, outcome, after), Tally(after.problem, structure)
    cost = structure.cost_pence(after.problem) if question.priced else None
    return CameTo(
        question=after,
        structure=structure,
        result=result,
        cost_pence=cost,
        over_pence=None if cost is None else over_ceiling_pence(question.problem, structure),
        uncovered_milli_fte=sum(tally.uncovered.values()),
        displaced=sum(tally.displaced.values()),
        displaced_at_most=displaced_at_most(result),
        settled=isinstance(outcome, Designed),
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


def together(parts: Sequence[str]) -> str:
    """What gives in one sentence, and that all of it is needed where it is more than one."""
    needed_all = {0: "", 1: "", 2: " (both are needed)"}.get(len(parts), f" (all {len(parts)} are needed)")
    return f"{' and '.join(parts)}{needed_all}"


def _structure(outcome: Outcome) -> Structure | None:
    return None if isinstance(outcome, Infeasible) else outcome.structure


def _against(over: int | None) -> str:
    if over is None:
        return ""
    if over > 0:
        return f" ({pounds(rounded_up(over))} above the ceiling as it stands)"
    return f" ({pounds(-rounded_up(over))} below the ceiling)" if rounded_up(over) else " (as much as the ceiling)"
