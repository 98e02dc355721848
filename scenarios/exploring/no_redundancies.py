"""What no compulsory redundancies would take: the cheapest structure that displaces nobody, and what it needs more.

The ceiling and the limit on time without work give as far as they have to; every other rule is kept, and no more work
is left undone than by the design. Displaced is counted at the least, where every claim succeeds; what may remain at the
most is said beside it. Where people have no claim on any post the option may have, no money keeps them: then the fewest
displaced is the answer.
Change this when "nobody displaced" may be bought with something else.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

from scenarios.comparing.answers import Answer, Asking, lay_out
from scenarios.comparing.result import Frozen, StructureResult
from scenarios.comparing.results import result_of, shared_by
from scenarios.compiling.problem import Question
from scenarios.exploring.asked import AskedOf, asked_of, explored
from scenarios.exploring.demand_words import rounded_up
from scenarios.exploring.demanded import with_room_for_all
from scenarios.exploring.displaced_words import displaced_at_most
from scenarios.exploring.ladder import Months, Rung, ladder, months_until
from scenarios.exploring.result import BranchAnswer, Ended, Explored
from scenarios.exploring.way_told import over_ceiling_pence
from scenarios.schema.canonical import canonical, with_sources
from scenarios.schema.case import Case
from solver.outcome import Designed, Infeasible, Undecided
from solver.problem import Problem
from solver.search import Order, design
from solver.structure import Structure
from solver.tally import Tally
from solver.wording import some

STILL = "Whatever is spent, no structure within the other rules displaces fewer than {fewest}."


class RoleHeld(Frozen):
    """Posts and FTE of a role in the structure told of, and how many posts more than in the design (below 0: fewer)."""

    role: str
    posts: int
    fte: float
    more: int | None


class NoRedundanciesAnswer(BranchAnswer):
    """What it takes that nobody is displaced, in one branch.

    `kind`: designed, or a given structure as it stands, of which only people, months and steps are told. `design` and
    `structure` (nobody displaced) are positions in `structures`. `displaced` people at the least, and at the most, of
    the structure told of, `displaced_without` of the design. `posts_more` than the design; `idle_fte_more` than the
    spare capacity allowed; pounds a year `above_ceiling` (rounded up to £100) and `cost_more` than the design. `months`
    until turnover has taken as many people as would be displaced, from the highest turnover to the lowest. `by_role`,
    `annual_cost`, `more_than_no_change` and `beside_ceiling` (pounds a year; below 0: less) are of the structure told
    of; `more` of a role is null where there is no design beside it.
    """

    kind: Literal["designed", "given"]
    design: int | None = None
    structure: int | None = None
    displaced_without: int | None = None
    displaced_without_at_most: int | None = None
    displaced: int | None = None
    displaced_at_most: int | None = None
    posts_more: int | None = None
    idle_fte_more: float | None = None
    above_ceiling: float | None = None
    cost_more: float | None = None
    months_low: int | None = None
    months: int | None = None
    months_high: int | None = None
    by_role: tuple[RoleHeld, ...] = ()
    annual_cost: float | None = None
    more_than_no_change: float | None = None
    beside_ceiling: float | None = None
    steps: tuple[Rung, ...] = ()


def no_redundancies(case: Case, asking: Asking) -> Explored[NoRedundanciesAnswer]:
    """Say what it would take that nobody is displaced, for each design and each given structure asked about.

    Raises KeyError for an option that the case does not have.
    """
    structures: list[StructureResult] = []
    answers = [_Branch(asked, structures).answer() for asked in asked_of(case, asking)]
    answers.extend(_as_they_stand(case, asking, structures))
    return explored(case, "no-redundancies", asking, structures=structures, answers=answers)


def kept_problem(question: Question, uncovered: int) -> Problem:
    """The question with room for everyone, and money and time without work no object.

    Args: the question; weighted thousandths of FTE of work that may stay undone. Where costs are not known a post
    counts as much as its FTE, so that the least is least in FTE.
    """
    problem = with_room_for_all(question).problem
    kinds = problem.kinds
    if not question.priced:
        kinds = tuple(replace(kind, cost_pence=kind.milli_fte) for kind in kinds)
    return without_limits(replace(problem, kinds=kinds), uncovered)


def without_limits(problem: Problem, uncovered: int) -> Problem:
    """A problem without ceiling, limit on time without work, and limit on people displaced, the rest as it is.

    Args: `uncovered` weighted thousandths of FTE may stay undone, or fewer where the problem says so.
    """
    stated = problem.limits.uncovered_weighted
    most = uncovered if stated is None else min(stated, uncovered)
    limits = replace(problem.limits, ceiling_pence=(), spare_milli_fte=None, displaced=None, uncovered_weighted=most)
    return replace(problem, limits=limits)


def kept_order(order: Order) -> Order:
    """People first, then money to the penny, then the planner's other goals; work is held where the design has it."""
    rest = tuple((goal, within) for goal, within in order if goal not in ("uncovered", "displaced", "cost"))
    return (("displaced", 0), ("cost", 0), *rest)


def _unlimited(problem: Problem) -> Problem:
    """The problem without its limit on people displaced: what nothing fits because of is what is asked here."""
    return replace(problem, limits=replace(problem.limits, displaced=None))


def without_claim(question: Question) -> Iterator[str]:
    """Name the staff groups whose people have no claim on any post there could be, one sentence each."""
    problem = question.problem
    open_places = {
        places.id for places in problem.places if any(k.places and k.most for k in problem.kinds_giving[places.id])
    }
    claiming = {claim.group for claim in problem.claims if claim.places in open_places}
    for group in problem.groups:
        if group.people and group.id not in claiming:
            people = some(group.people, "person", "people")
            yield f"{group.id}: {people} without a claim on any post that this option may have."


class _Branch:
    """One design in one branch, and the structures shown so far."""

    def __init__(self, asked: AskedOf, structures: list[StructureResult]) -> None:
        self.asked = asked
        self.structures = structures
        self.watch = replace(asked.laid.asking.watch, memo={})

    def answer(self) -> NoRedundanciesAnswer:
        """The answer; structures found are added to the list."""
        self._say("as designed")
        question = self.asked.question
        found = design(question.problem, question.order, self.watch)
        if isinstance(found, Infeasible) and question.problem.limits.displaced is not None:
            question = replace(question, problem=_unlimited(question.problem))
            found = design(question.problem, question.order, self.watch)
        match found:
            case Infeasible(reasons=reasons):
                return self._said("infeasible", ("No structure of the option keeps all the rules.", *reasons))
            case Undecided(why=why):
                return self._said("undecided", (f"The design is not settled: {why}.",))
            case Designed():
                self.structures.append(self.asked.result(found.structure, found, question))
                return self._beside(found, question)

    def _beside(self, found: Designed, question: Question) -> NoRedundanciesAnswer:
        """The answer beside a design, which is the last structure shown."""
        at = len(self.structures) - 1
        tally = Tally(question.problem, found.structure)
        displaced = sum(tally.displaced.values())
        facts = {
            "design": at,
            "displaced_without": displaced,
            "displaced_without_at_most": displaced_at_most(self.structures[at]),
            **self._people(self.structures[at], displaced),
        }
        if not displaced:
            taken = _taking(self.structures[at], self.structures[at], (question, found.structure))
            return self._said("answered", (), facts | taken)
        self._say("with nobody displaced")
        uncovered = sum(work.weight * tally.uncovered[work.id] for work in question.problem.works)
        kept = replace(question, problem=kept_problem(question, uncovered), order=kept_order(question.order))
        match design(kept.problem, kept.order, self.watch):
            case Designed() as other:
                if not question.priced:
                    other = replace(other, stages=tuple(s for s in other.stages if s.goal != "cost"))
                shown = self.asked.result(other.structure, other, kept)
                self.structures.append(shown)
                facts |= _taking(shown, self.structures[at], (question, other.structure))
                return self._taken(other, facts)
            case Infeasible(reasons=reasons):
                return self._said("infeasible", reasons, facts)
            case Undecided(why=why):
                return self._said("undecided", (f"With nobody displaced: not settled: {why}.",), facts)

    def _taken(self, other: Designed, facts: dict[str, Any]) -> NoRedundanciesAnswer:
        """The answer where the fewest displaced are known: none, or those whom no post there could be would keep."""
        fewest = other.stages[0].value
        facts |= {"structure": len(self.structures) - 1, "displaced": fewest}
        if not fewest:
            return self._said("answered", (), facts)
        reasons = (STILL.format(fewest=some(fewest, "person", "people")), *without_claim(self.asked.question))
        return self._said("infeasible", reasons, facts)

    def _people(self, result: StructureResult, displaced: int) -> dict[str, Any]:
        scenario = self.asked.arrangement.scenario
        scope = sum(group.people for group in self.asked.question.problem.groups)
        months = months_until(displaced, scope, scenario.limits.turnover_basis_points)
        return {**_months(months), "steps": ladder(scenario, result)}

    def _say(self, what: str) -> None:
        if self.asked.laid.asking.say is not None:
            self.asked.laid.asking.say(f"{self.asked.arrangement.name}, {what}")

    def _said(
        self, status: Ended, reasons: tuple[str, ...], facts: dict[str, Any] | None = None
    ) -> NoRedundanciesAnswer:
        return NoRedundanciesAnswer(
            option=self.asked.arrangement.option.option,
            branch=self.asked.branch,
            kind="designed",
            status=status,
            reasons=reasons,
            **(facts or {}),
        )


def _taking(shown: StructureResult, beside: StructureResult, held_to: tuple[Question, Structure]) -> dict[str, Any]:
    """What a structure takes more than the design, held to the limits of the design's question."""
    question, structure = held_to
    spare, idle = question.problem.limits.spare_milli_fte, Tally(question.problem, structure).idle_milli_fte
    costs = (shown.annual_cost, beside.annual_cost)
    beside_ceiling = over_ceiling_pence(question.problem, structure) if question.priced else None
    above = None if not question.priced else max(0, beside_ceiling or 0)
    return {
        "displaced": 0,
        "displaced_at_most": displaced_at_most(shown),
        "by_role": by_role(shown, beside),
        **_money(shown),
        "beside_ceiling": None if beside_ceiling is None else beside_ceiling / 100,
        "posts_more": (shown.posts or 0) - (beside.posts or 0),
        "idle_fte_more": None if spare is None else max(0, idle - spare) / 1000,
        "above_ceiling": None if above is None else rounded_up(above) / 100,
        "cost_more": None if None in costs else round((costs[0] or 0) - (costs[1] or 0), 2),
    }


def by_role(shown: StructureResult, beside: StructureResult | None) -> tuple[RoleHeld, ...]:
    """Posts of a structure by role, in order of name, with how many more each has than in another; those of 0 too."""
    roles = sorted({row.role for each in (shown, beside) if each is not None for row in each.lines})
    return tuple(
        RoleHeld(
            role=role,
            posts=_posts(shown, role),
            fte=round(sum(row.fte for row in shown.lines if row.role == role), 3),
            more=None if beside is None else _posts(shown, role) - _posts(beside, role),
        )
        for role in roles
    )


def _posts(shown: StructureResult, role: str) -> int:
    return sum(row.posts for row in shown.lines if row.role == role)


def _money(shown: StructureResult) -> dict[str, Any]:
    more = None if shown.saving is None else 0 - shown.saving
    return {"annual_cost": shown.annual_cost, "more_than_no_change": more}


def _months(months: Months) -> dict[str, int | None]:
    return {"months_low": months.low, "months": months.expected, "months_high": months.high}


def _as_they_stand(case: Case, asking: Asking, structures: list[StructureResult]) -> Iterator[NoRedundanciesAnswer]:
    """Given structures as they stand: how many they displace, and the months and steps for these."""
    scenario = canonical(with_sources(case.scenario))
    laid = lay_out(scenario, asking)
    shared = shared_by(case, laid.as_is, asking.watch)
    for arrangement in laid.arrangements:
        stands = arrangement.option.kind == "given" or arrangement.option.option in asking.options
        if stands and arrangement.option.kind != "designed":
            one = laid.stated[arrangement.option.option, arrangement.branch]
            shown = result_of(Answer(one.question, None, None, one.structure, one.verdict, one.ledger), shared)
            structures.append(shown)
            displaced = one.verdict.values["displaced"]
            scope = sum(group.people for group in one.question.problem.groups)
            months = months_until(displaced, scope, arrangement.scenario.limits.turnover_basis_points)
            yield NoRedundanciesAnswer(
                option=arrangement.option.option,
                branch=arrangement.branch or None,
                kind="given",
                status="answered",
                reasons=(),
                structure=len(structures) - 1,
                displaced=displaced,
                displaced_at_most=displaced_at_most(shown),
                by_role=by_role(shown, None),
                steps=ladder(arrangement.scenario, shown),
                **_months(months),
                **_money(shown),
            )
