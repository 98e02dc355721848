"""Alternatives to a design: other structures about as good, as different from it and from each other as can be.

About as good, and different, are said in solver/alternatives.py. Each is set against the design goal by goal, with the
posts by team and role that it has more or fewer of, and by role over all teams; no reason for a difference is made up.
Where all found have the design's posts by role, in other teams, it is asked whether any as good has others at all.
Change this when alternatives have to say something more.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from scenarios.comparing.answers import Asking
from scenarios.comparing.result import Frozen, StructureResult
from scenarios.exploring.amounts import GoalDifference, goal_difference
from scenarios.exploring.asked import AskedOf, asked_of, explored
from scenarios.exploring.result import BranchAnswer, Explored
from scenarios.schema.case import Case
from solver.alternatives import Alternatives
from solver.alternatives import alternatives as find_alternatives
from solver.checker import judge
from solver.distance import Counts, counts_of, distance
from solver.other_roles import apart_by_role, other_roles
from solver.outcome import Designed, Infeasible, Undecided
from solver.search import design as search_design
from solver.structure import Structure

NOTHING_FITS = "No structure keeps all the rules; no single sum shows why."
NOT_PRICED = "Not every cost is known, so alternatives are not held to one."
AS_ALTERNATIVE = "An alternative: its goals are within the slack, and were not made as small as can be."


@dataclass(frozen=True)
class Wanted:
    """How many structures, the design among them, and within what of it: hundredths of a per cent."""

    count: int = 3
    slack_basis_points: int = 200


class PostsApart(Frozen):
    """Posts in a team and role of which an alternative has `more` than the design (below 0: fewer).

    Posts held, transferred or otherwise settled are not counted, as no structure could differ in them.
    """

    team: str
    role: str
    design: int
    other: int
    more: int


class RoleApart(Frozen):
    """Posts of a role over all teams, settled ones among them, of which an alternative has `more` than the design."""

    role: str
    design: int
    other: int
    more: int


class Alternative(Frozen):
    """One alternative by its position in `structures`.

    `apart` is how many posts stand in it or in the design and not in both; `nearest` the same against whichever of the
    structures found is nearest to it. `goals` are in their turn, `posts` by team and role. `roles` are all its posts by
    role, over all teams, and `apart_by_role` how many of them differ: 0 where the same posts sit in other teams.
    `same_posts_as` are given options with the same posts in the same teams.
    """

    structure: int
    apart: int
    nearest: int
    goals: tuple[GoalDifference, ...]
    posts: tuple[PostsApart, ...]
    apart_by_role: int
    roles: tuple[RoleApart, ...]
    same_posts_as: tuple[str, ...]


class AlternativesAnswer(BranchAnswer):
    """Alternatives to one design in one branch.

    `within`: of each of the first goals, what the design comes to (`design`) and the most an alternative may (`other`).
    `distances` has a row and a column for the design and each alternative. `least_distance` is the least between any
    two; no set of as many structures has all of them further apart than `no_further`, and `settled` says that the two
    meet, or that there are no more: `none_left`. `other_roles` is asked where every alternative has the design's posts
    by role: one more structure, which differs most by role; without one, `roles_settled` says that there is none.
    """

    count: int
    slack_percent: float
    design: int | None = None
    within: tuple[GoalDifference, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    distances: tuple[tuple[int, ...], ...] = ()
    least_distance: int | None = None
    no_further: int | None = None
    none_left: bool = False
    settled: bool = False
    other_roles: Alternative | None = None
    roles_settled: bool | None = None
    design_same_posts_as: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def alternatives(case: Case, wanted: Wanted, asking: Asking) -> Explored[AlternativesAnswer]:
    """Find alternatives to the options asked about, branch by branch.

    Raises ValueError for fewer than one structure or a slack below nought, and KeyError for an option that the case
    does not have.
    """
    structures: list[StructureResult] = []
    answers = []
    for asked in asked_of(case, asking):
        if asking.say is not None:
            asking.say(asked.arrangement.name)
        answers.append(_Branch(asked, wanted).answer(structures))
    return explored(case, "alternatives", asking, structures=structures, answers=answers)


class _Branch:
    """One option in one branch, of which alternatives are wanted."""

    def __init__(self, asked: AskedOf, wanted: Wanted) -> None:
        self.asked = asked
        self.problem = asked.question.problem
        self.wanted = wanted
        self.bare = AlternativesAnswer(
            option=asked.arrangement.option.option,
            branch=asked.branch,
            status="answered",
            reasons=(),
            count=wanted.count,
            slack_percent=wanted.slack_basis_points / 100,
            notes=() if asked.question.priced else (NOT_PRICED,),
        )

    def answer(self, structures: list[StructureResult]) -> AlternativesAnswer:
        """The answer; structures found are added to the list."""
        watch = replace(self.asked.laid.asking.watch, memo={})
        match search_design(self.problem, self.asked.question.order, watch):
            case Infeasible(reasons=reasons):
                return self.bare.model_copy(update={"status": "infeasible", "reasons": reasons or (NOTHING_FITS,)})
            case Undecided(why=why):
                told = (f"The design itself is not settled: {why}.",)
                return self.bare.model_copy(update={"status": "undecided", "reasons": told})
            case Designed() as design:
                wanted = self.wanted
                found = find_alternatives(
                    self.problem, design, count=wanted.count, slack=wanted.slack_basis_points, watch=watch
                )
                return self._told(design, found, structures)

    def _told(self, design: Designed, found: Alternatives, structures: list[StructureResult]) -> AlternativesAnswer:
        first = len(structures)
        structures.append(self.asked.result(design.structure, design))
        structures.extend(self._result(structure) for structure in found.structures[1:])
        mine, within = structures[first], dict(found.kept)
        rows = found.distances
        told = tuple(
            self._alternative(found.structures, n, row=rows[n], results=(first + n, mine, structures[first + n]))
            for n in range(1, len(found.structures))
        )
        answer = self.bare.model_copy(
            update={
                "status": "undecided" if found.why else "answered",
                "reasons": (f"Not settled: {found.why} before as many were found.",) if found.why else (),
                "design": first,
                "within": tuple(
                    goal_difference(stage.goal, stage.value, within[stage.goal])
                    for stage in design.stages
                    if stage.goal in within
                ),
                "alternatives": told,
                "distances": found.distances,
                "least_distance": found.least,
                "no_further": found.bound,
                "none_left": found.none_left,
                "settled": found.settled,
                "design_same_posts_as": self._given_with(mine),
            }
        )
        if found.why or not told or any(each.apart_by_role for each in told):
            return answer
        if found.none_left:
            return answer.model_copy(update={"roles_settled": True})
        return answer.model_copy(update=self._other_roles(found, structures, mine))

    def _other_roles(
        self, found: Alternatives, structures: list[StructureResult], mine: StructureResult
    ) -> dict[str, Any]:
        """One more structure, with other posts by role, or that there is none."""
        other = other_roles(self.problem, dict(found.kept), found.structures[0].posts, self.asked.laid.asking.watch)
        if other.structure is None:
            return {"roles_settled": other.settled}
        counts = counts_of(self.problem, other.structure.posts)
        row = tuple(distance(counts, counts_of(self.problem, each.posts)) for each in found.structures)
        structures.append(self._result(other.structure))
        everyone = (*found.structures, other.structure)
        results = (len(structures) - 1, mine, structures[-1])
        told = self._alternative(everyone, len(row), row=(*row, 0), results=results)
        return {"other_roles": told, "roles_settled": other.settled}

    def _result(self, structure: Structure) -> StructureResult:
        """An alternative in full: designed, without a claim that its goals could not be better."""
        result = self.asked.result(structure, Designed(structure=structure, stages=(), ties=False))
        return result.model_copy(update={"proven": False, "notes": (*result.notes, AS_ALTERNATIVE)})

    def _alternative(
        self,
        structures: Sequence[Structure],
        number: int,
        *,
        row: Sequence[int],
        results: tuple[int, StructureResult, StructureResult],
    ) -> Alternative:
        """One structure set against the first: its distances, its position, and both in full."""
        design, other = structures[0], structures[number]
        theirs, mine = judge(self.problem, design).values, judge(self.problem, other).values
        place, before, after = results
        return Alternative(
            structure=place,
            apart=row[0],
            nearest=min(apart for n, apart in enumerate(row) if n != number),
            goals=tuple(goal_difference(goal, theirs[goal], mine[goal]) for goal, _ in self.asked.question.order),
            posts=posts_apart(counts_of(self.problem, design.posts), counts_of(self.problem, other.posts)),
            apart_by_role=apart_by_role(self.problem, design.posts, other.posts),
            roles=roles_apart(before, after),
            same_posts_as=self._given_with(after),
        )

    def _given_with(self, result: StructureResult) -> tuple[str, ...]:
        """Given options with the same posts of the same size in the same teams."""
        mine = _cells(result)
        given = (one for one in self.asked.stated() if one.arrangement.option.kind == "given")
        return tuple(one.arrangement.option.option for one in given if _cells(self.asked.stated_result(one)) == mine)


def _cells(result: StructureResult) -> dict[tuple[str, str], tuple[int, float]]:
    """Posts and FTE by team and role."""
    found: dict[tuple[str, str], tuple[int, float]] = {}
    for line in result.lines:
        posts, fte = found.get((line.team, line.role), (0, 0.0))
        found[line.team, line.role] = posts + line.posts, round(fte + line.fte, 3)
    return found


def roles_apart(design: StructureResult, other: StructureResult) -> tuple[RoleApart, ...]:
    """Posts of every role, over all teams, in two structures."""
    before, after = Counter[str](), Counter[str]()
    for counted, result in ((before, design), (after, other)):
        for line in result.lines:
            counted[line.role] += line.posts
    return tuple(
        RoleApart(role=role, design=before[role], other=after[role], more=after[role] - before[role])
        for role in sorted({*before, *after})
    )


def posts_apart(design: Counts, other: Counts) -> tuple[PostsApart, ...]:
    """Where two structures have other posts, by team and role."""
    return tuple(
        PostsApart(team=team, role=role, design=before, other=after, more=after - before)
        for (team, role), before in sorted(design.items())
        if (after := other[team, role]) != before
    )
