"""A structure given by hand set against a design on equal terms: the same rules, ceiling, prices, goals and work.

What the given structure breaks is said with by how much, what either does better goal by goal, and whether any
structure of the design is no worse than it on work, people and cost and better on one.
Change this when a given structure is to be set against a design by something else.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from scenarios.comparing.answers import Answer, Asking, designed, improved_on, limited, setting_of
from scenarios.comparing.ledgers import ledger_of
from scenarios.comparing.result import FindingLine, StructureResult
from scenarios.comparing.results import result_of
from scenarios.comparing.stated import StatedOption
from scenarios.compiling.limits import value
from scenarios.compiling.problem import Question, Setting, question
from scenarios.exploring.amounts import GoalDifference, goal_difference
from scenarios.exploring.asked import AskedOf, asked_of, explored
from scenarios.exploring.displaced_words import displaced_at_most
from scenarios.exploring.result import BranchAnswer, Ended, Explored
from scenarios.schema.case import Case
from solver.checker import judge
from solver.outcome import Designed, Infeasible, Undecided
from solver.search import design
from solver.settle import settle_given

Surpassed = Literal["yes", "no", "not settled"]


class AgainstAnswer(BranchAnswer):
    """A given structure against the design of one branch.

    `given`, `design` and `better` are positions in `structures`. `breaks`: the rules the given structure breaks, held
    to what the design is held to. `goals` in their order: counts of the design and of the given structure (`other`);
    `better_on` and `worse_on` name those on which the given structure is better and worse, by more than the tolerance.
    People displaced are counted at the least in `goals`; at the most in `design_displaced_at_most` and
    `other_displaced_at_most`. `surpassed`: whether some structure of the design is no worse than it on work, people and
    cost and better on one; `better` is one.
    """

    against: str
    notes: tuple[str, ...] = ()
    given: int | None = None
    design: int | None = None
    breaks: tuple[FindingLine, ...] = ()
    goals: tuple[GoalDifference, ...] = ()
    better_on: tuple[str, ...] = ()
    worse_on: tuple[str, ...] = ()
    surpassed: Surpassed | None = None
    better: int | None = None
    design_displaced_at_most: int | None = None
    other_displaced_at_most: int | None = None


def against(case: Case, given: str, asking: Asking) -> Explored[AgainstAnswer]:
    """Set a structure given by hand against the designs of the options asked about.

    Raises KeyError for an option that the case does not have, or that is not given by hand.
    """
    structures: list[StructureResult] = []
    answers = []
    for asked in asked_of(case, asking):
        option = next((one for one in asked.stated() if one.arrangement.option.option == given), None)
        kinds = {a.arrangement.option.option: a.arrangement.option.kind for a in asked.laid.stated.values()}
        if kinds.get(given) != "given":
            raise KeyError(given)
        answers.append(_Against(asked, given, structures).answer(option))
    return explored(case, "why-not", asking, structures=structures, answers=answers)


def on_equal_terms(given: StatedOption, setting: Setting) -> Question:
    """A given option as a question held to what a design is held to: ceiling, limits of roles and teams, spans."""
    asked = question(given.arrangement, setting)
    scenario = given.arrangement.scenario
    roles, teams = {row.role: row for row in scenario.roles}, {row.team: row for row in scenario.teams}
    problem = replace(
        asked.problem,
        roles=tuple(
            replace(r, least=value(roles[r.id].least) or 0, most=value(roles[r.id].most)) for r in asked.problem.roles
        ),
        teams=tuple(
            replace(t, least=value(teams[t.id].least_posts) or 0, most=value(teams[t.id].most_posts))
            for t in asked.problem.teams
        ),
    )
    return replace(asked, problem=problem)


class _Against:
    """One option in one branch, and the structures shown so far."""

    def __init__(self, asked: AskedOf, name: str, structures: list[StructureResult]) -> None:
        self.asked = asked
        self.name = name
        self.structures = structures
        laid = asked.laid
        self.watch = replace(laid.asking.watch, memo={})
        self.setting = setting_of(laid.scenario, asked.arrangement, laid.stated, near=laid.asking.near)

    def answer(self, given: StatedOption | None) -> AgainstAnswer:
        """The answer; structures found are added to the list."""
        if given is None:
            where = (
                f"{self.name!r} is not worked out in {self.asked.branch}, so there is nothing to set against it here."
            )
            return self._said("answered", (where,))
        held = on_equal_terms(given, self.setting)
        structure = settle_given(held.problem, held.posts or ())
        verdict = judge(held.problem, structure)
        ledger = ledger_of(held, structure)
        shown = result_of(Answer(held, None, None, structure, verdict, ledger), self.asked.shared)
        facts: dict[str, Any] = {
            "given": self._shown(shown),
            "breaks": () if shown.verdict is None else shown.verdict.findings,
        }
        facts |= self._surpassed(given)
        asking = self.asked.laid.asking
        if asking.say is not None:
            asking.say(f"{self.asked.arrangement.name}, as designed")
        mine = self.asked.question
        match design(mine.problem, mine.order, self.watch):
            case Infeasible(reasons=reasons):
                return self._said("infeasible", ("No structure of the option keeps all the rules.", *reasons), facts)
            case Undecided(why=why):
                return self._said("undecided", (f"The design is not settled: {why}.",), facts)
            case Designed() as outcome:
                result = self.asked.result(outcome.structure, outcome)
                facts |= self._goals(judge(mine.problem, outcome.structure).values, verdict.values)
                notes = _prices(result, shown)
                facts |= {
                    "design_displaced_at_most": displaced_at_most(result),
                    "other_displaced_at_most": displaced_at_most(shown),
                }
                settled: Ended = "undecided" if facts["surpassed"] == "not settled" else "answered"
                return self._said(settled, (), {**facts, "design": self._shown(result), "notes": notes})

    def _goals(self, mine: Mapping[str, int], theirs: Mapping[str, int]) -> dict[str, Any]:
        """Counts side by side; on cost less than the tolerance apart is neither better nor worse."""
        order = self.asked.question.order
        return {
            "goals": tuple(goal_difference(goal, mine[goal], theirs[goal]) for goal, _ in order),
            "better_on": tuple(goal for goal, within in order if theirs[goal] < mine[goal] - within),
            "worse_on": tuple(goal for goal, within in order if theirs[goal] > mine[goal] + within),
        }

    def _surpassed(self, given: StatedOption) -> dict[str, Any]:
        """Whether some structure of the design is better, and one that is: the anchor `improved` on this option."""
        if not (self.asked.question.priced and given.question.priced):
            return {"surpassed": None}
        ask = limited(improved_on(self.asked.arrangement, self.setting, given))
        found = designed(ask, self.watch)
        if isinstance(found.outcome, Undecided):
            return {"surpassed": "not settled"}
        if found.structure is None:
            return {"surpassed": "no"}
        return {"surpassed": "yes", "better": self._shown(result_of(found, self.asked.shared))}

    def _shown(self, result: StructureResult) -> int:
        self.structures.append(result)
        return len(self.structures) - 1

    def _said(self, status: Ended, reasons: tuple[str, ...], facts: Mapping[str, Any] | None = None) -> AgainstAnswer:
        return AgainstAnswer(
            option=self.asked.arrangement.option.option,
            branch=self.asked.branch,
            status=status,
            reasons=reasons,
            against=self.name,
            **(facts or {}),
        )


def _prices(design: StructureResult, given: StructureResult) -> tuple[str, ...]:
    """That the two are at other prices, where they are: the difference in cost is then not one of posts alone."""
    if design.price_base == given.price_base:
        return ()
    return (f"Prices differ: the design at {design.price_base}, the given structure at {given.price_base}.",)
