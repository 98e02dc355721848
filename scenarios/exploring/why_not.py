"""Why not: a design searched again with something demanded of it, and what that costs goal by goal.

No reason is invented: what is said are the counts of two searches and their differences, or, where nothing keeps the
demand, the demands of the case that stand in its way.
Change this when the answer to "why not" has to say something more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from scenarios.comparing.answers import Asking
from scenarios.comparing.result import Frozen, StructureResult
from scenarios.compiling.post_kinds import today
from scenarios.compiling.problem import Question
from scenarios.exploring.amounts import GoalDifference, goal_difference
from scenarios.exploring.asked import AskedOf, asked_of, explored
from scenarios.exploring.demand_text import Counted, known_in, read_demands
from scenarios.exploring.demand_words import gives
from scenarios.exploring.demanded import Demanded, demand_of, team_and_under, with_room_for_all
from scenarios.exploring.displaced_words import displaced_at_most
from scenarios.exploring.in_the_way import InTheWay, what_stands
from scenarios.exploring.result import BranchAnswer, Ended, Explored
from scenarios.exploring.way_told import applied, together, without_it
from scenarios.schema.case import Case
from solver.contrast import Difference, differences, first_worse
from solver.explaining.ways_out import WayOut
from solver.outcome import Designed, Infeasible, Outcome, Undecided
from solver.search import design as search_design

NOTHING_FITS_ANYWAY = "No structure keeps all the rules even without what is demanded: restructure explain says why."


class GivingWay(Frozen):
    """What would have to give, all of it together, for what is demanded to be possible, and what it then comes to.

    `gives` are sentences. `cheapest`: settled that no other demands as open to negotiation would do for less;
    `settled`: that no structure that keeps the demand covers more work, or as much for less money. `structure` and
    `without` are positions in `structures`: the cheapest with what is demanded, and the cheapest without it where as
    much gives (null: none was found). Amounts are those of `structure`, as in an explanation.
    """

    gives: tuple[str, ...]
    cheapest: bool
    settled: bool
    structure: int
    annual_cost: float | None
    over_ceiling: float | None
    uncovered_fte: float
    displaced: int
    displaced_at_most: int | None
    without: int | None
    sentence: str
    sentence_without: str


class CountedPosts(Frozen):
    """Posts that a demand counts, in the structure with what is demanded and today: their FTE and cost in pounds."""

    what: str
    posts: int
    fte: float
    annual_cost: float | None
    posts_today: int
    fte_today: float


class WhyNotAnswer(BranchAnswer):
    """What a demand costs in one branch, or why nothing keeps it.

    `already`: the design keeps it as it is. `design` and `with_demand` are positions in `structures`. `goals` in their
    turn: values of the search without the demand (`design`) and with it (`other`); `first_worse` is the first that gets
    worse, and only goals after it may be better. `in_the_way`: demands of the case that cannot hold together with what
    is demanded, each needed for that; `fewest`: no fewer stand in its way. `ways_out`: what would have to give.
    `way_out`: whether there is any, false where nothing would keep it if everything that may give did; null where that
    is not settled, or something keeps it anyway. People displaced are counted at the least in `goals`;
    `design_displaced_at_most` and `other_displaced_at_most` stand beside. `counted`: posts that the demand counts, with
    their FTE.
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
    way_out: bool | None = None
    design_displaced_at_most: int | None = None
    other_displaced_at_most: int | None = None
    counted: tuple[CountedPosts, ...] = ()


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
            return self._answered(structures, same, already=True, design=design, with_demand=design)
        if self.demanded.nowhere:
            return self._said("infeasible", self.demanded.nowhere, design=design, way_out=False)
        match self._search(self.demanded.question, "with what is demanded"):
            case Undecided(why=why):
                return self._said("undecided", (f"With what is demanded: not settled: {why}.",), design=design)
            case Infeasible(reasons=reasons):
                return self._impossible(reasons, design, structures)
            case Designed() as found:
                structures.append(self.asked.result(found.structure, found, self.demanded.question))
                return self._costs(differences(without.stages, found.stages), design, structures)

    def _search(self, question: Question, what: str) -> Outcome:
        asking = self.asked.laid.asking
        if asking.say is not None:
            asking.say(f"{self.asked.arrangement.name}, {what}")
        return search_design(question.problem, question.order, self.watch)

    def _costs(self, found: tuple[Difference, ...], design: int, structures: Sequence[StructureResult]) -> WhyNotAnswer:
        goals = tuple(goal_difference(d.goal, d.without, d.with_demand) for d in found)
        return self._answered(structures, goals, design=design, with_demand=design + 1, first_worse=first_worse(found))

    def _answered(
        self, structures: Sequence[StructureResult], goals: tuple[GoalDifference, ...], **facts: Any
    ) -> WhyNotAnswer:
        """An answer with two structures, and what is known of each beside the goals."""
        other = structures[facts["with_demand"]]
        return self._said(
            "answered",
            goals=goals,
            design_displaced_at_most=displaced_at_most(structures[facts["design"]]),
            other_displaced_at_most=displaced_at_most(other),
            counted=tuple(counted_posts(self.demanded, other)),
            **facts,
        )

    def _impossible(self, reasons: tuple[str, ...], design: int, structures: list[StructureResult]) -> WhyNotAnswer:
        stands = what_stands(self.demanded, self.watch.settings)
        return self._said(
            "infeasible",
            (*reasons, *stands.reasons),
            design=design,
            in_the_way=stands.in_the_way,
            fewest=stands.fewest,
            ways_out=tuple(self._way(way, structures) for way in stands.ways_out),
            way_out=stands.way_out,
        )

    def _way(self, way: WayOut, structures: list[StructureResult]) -> GivingWay:
        """A way out with what it comes to, and what as much comes to without the demand."""
        watch = replace(self.watch, tie_break=False)
        given, came_to = applied(self.asked, with_room_for_all(self.demanded.question), way, watch)
        without = without_it(self.asked, with_room_for_all(self.asked.question), given, watch)
        structures.append(came_to.result)
        place = len(structures) - 1
        if without is not None:
            structures.append(without.result)
        cost, over = came_to.cost_pence, came_to.over_pence
        parts = tuple(gives(demand, by) for demand, by in sorted(given.items()))
        return GivingWay(
            gives=parts,
            cheapest=way.cheapest,
            settled=came_to.settled,
            structure=place,
            annual_cost=None if cost is None else cost / 100,
            over_ceiling=None if over is None else over / 100,
            uncovered_fte=came_to.uncovered_milli_fte / 1000,
            displaced=came_to.displaced,
            displaced_at_most=came_to.displaced_at_most,
            without=None if without is None else place + 1,
            sentence=f"It becomes possible if {together(parts)}: the cheapest structure {came_to.words}.",
            sentence_without=""
            if without is None
            else f"With as much given and without the demand, the cheapest structure {without.words}.",
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


def counted_posts(demanded: Demanded, structure: StructureResult) -> Iterator[CountedPosts]:
    """Posts and FTE that each demand for a number of posts of a role counts, beside today's."""
    arrangement = demanded.question.arrangement
    for one in demanded.wanted:
        if not isinstance(one, Counted) or one.role is None:
            continue
        teams = None if one.team is None else team_and_under(arrangement, one.team)
        lines = [row for row in structure.lines if row.role == one.role and (teams is None or row.team in teams)]
        cells = [
            (cell.milli_fte, posts)
            for cell, posts in today(arrangement.scenario).items()
            if cell.role == one.role and (teams is None or cell.team in teams)
        ]
        costs = [row.annual_cost for row in lines]
        yield CountedPosts(
            what=one.role if one.team is None else f"{one.role} in {one.team}",
            posts=sum(row.posts for row in lines),
            fte=round(sum(row.fte for row in lines), 3),
            annual_cost=None if None in costs else round(sum(cost or 0 for cost in costs), 2),
            posts_today=sum(posts for _, posts in cells),
            fte_today=sum(milli_fte * posts for milli_fte, posts in cells) / 1000,
        )
