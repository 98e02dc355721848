"""Fixed posts held against a problem as one future has it: which rules they break, and what they come to.

Work and people are filled in by two flows, which give the least values there are wherever nothing but flows decides
(solver/filling.py); elsewhere as a structure given by hand is. The order of claims cannot change which posts can be
and is left out with the flows.
Change this when posts that stay as they are can come to something more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scenarios.batches.rows import RULES_BETWEEN
from scenarios.claims.outcome import displaced_range
from scenarios.comparing.ledgers import ledger_of
from scenarios.compiling.problem import Question
from scenarios.exploring.rule_words import SOLVER_NAMES
from scenarios.exploring.variations import with_award
from solver.checker import Verdict, judge
from solver.filling import filled, only_flows
from solver.model import FIRST_RULES
from solver.problem import Problem
from solver.settle import Posts, as_given, settle_given
from solver.structure import Structure
from solver.tally import Tally

STATUTORY = "statutory_work"
NAMES = {solver: name for name, solver in SOLVER_NAMES.items()}
Breaks = Mapping[tuple[str, str], int]
"""By how much each rule is broken at each place, in the rule's unit."""


@dataclass(frozen=True)
class Held:
    """What fixed posts come to; None where it is not known."""

    breaks: Breaks
    values: Mapping[str, int]
    uncovered_milli_fte: int
    displaced: tuple[int, int]
    cost_pence: int | None

    @property
    def rules(self) -> str:
        """The rules that are broken, by the name planners know, else by what the rule is called here."""
        return _named(rule for rule, _ in self.breaks)

    def anew(self, before: Breaks) -> str:
        """The rules that are broken here and were kept everywhere before."""
        return _named({rule for rule, _ in self.breaks} - {rule for rule, _ in before})

    def further(self, before: Breaks) -> str:
        """The rules that were broken before and are broken by more here, or at one more place."""
        more = {place[0] for place, amount in self.breaks.items() if amount > before.get(place, 0)}
        return _named(more & {rule for rule, _ in before})


def _named(rules: Iterable[str]) -> str:
    return RULES_BETWEEN.join(sorted({NAMES.get(rule, rule.replace("_", " ")) for rule in rules}))


def in_place(problem: Problem, posts: Posts) -> tuple[Structure, Verdict]:
    """Fixed posts, all of kinds of the problem, with work and people filled in, and judged."""
    if not only_flows(problem):
        structure = settle_given(problem, posts)
        return structure, judge(problem, structure)
    there = as_given(problem, posts)
    structure = filled(there, posts, statutory_first=True)
    if any(rule.name == STATUTORY and rule.check(Tally(there, structure)) for rule in FIRST_RULES):
        structure = filled(there, posts, statutory_first=False)  # as settle_given: what cannot be kept is not put first
    verdict = judge(problem, structure)
    kept = {rule.name for rule in FIRST_RULES}
    return structure, Verdict(tuple(each for each in verdict.findings if each.rule in kept), verdict.values)


def held(asked: Question, problem: Problem, posts: Posts, *, award: int) -> Held | None:
    """What fixed posts come to; None where the problem has not all of their kinds.

    Args: the question as the case of the future has it; its problem with what is varied; the posts; the pay award that
    is part of what is varied, in basis points.
    """
    if not {kind for kind, _ in posts} <= {*problem.kind}:
        return None
    structure, verdict = in_place(problem, posts)
    breaks: dict[tuple[str, str], int] = {}
    for finding in verdict.findings:
        place = finding.rule, finding.place
        breaks[place] = max(breaks.get(place, 0), finding.amount)
    return Held(
        breaks=breaks,
        values=verdict.values,
        uncovered_milli_fte=sum(Tally(problem, structure).uncovered.values()),
        displaced=displaced_range(asked, structure, {group.id: group.people for group in problem.groups}),
        cost_pence=yearly(asked, structure, award=award),
    )


def yearly(asked: Question, structure: Structure, *, award: int) -> int | None:
    """A full year's cost in pence after a pay award (basis points), to the penny as results have it; None: unknown."""
    pence = ledger_of(asked, structure).total().pence
    if pence is None:
        return None
    return with_award(pence, other_pence=asked.problem.limits.other_pence, basis_points=award)
