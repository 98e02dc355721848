"""Judges any structure, designed or given, from the statements of the rules, and recounts its totals.

It reads a problem and a structure and nothing of the model. A designed structure with a finding is a defect of ours and
is raised; a given one with findings is an answer. Change this when a verdict has to say more.
"""

from dataclasses import dataclass

from solver.goals import GOALS
from solver.problem import Problem
from solver.rules import RULES, Finding
from solver.structure import Structure
from solver.tally import Tally


@dataclass(frozen=True)
class Verdict:
    """Findings in the order of the rules, and each goal's value by our own count."""

    findings: tuple[Finding, ...]
    values: dict[str, int]

    @property
    def ok(self) -> bool:
        """Whether every rule is kept."""
        return not self.findings


class DesignDefectError(Exception):
    """A structure the search designed does not pass the checker: our fault, never the planner's."""


def judge(problem: Problem, structure: Structure) -> Verdict:
    """Check every rule on a finished structure and count every goal.

    A row that names a kind, block, team, role, group, places, funding line or year the problem does not have is itself
    a finding.
    """
    strangers = _strangers(problem, structure)
    if strangers:
        return Verdict(tuple(strangers), {})
    tally = Tally(problem, structure)
    findings = tuple(finding for rule in RULES for finding in rule.check(tally))
    return Verdict(findings, {name: goal.value(tally) for name, goal in GOALS.items()})


def _strangers(problem: Problem, structure: Structure) -> list[Finding]:
    works = {w.id for w in problem.works}
    groups, places = {g.id for g in problem.groups}, {p.id for p in problem.places}
    teams, roles = {k.team for k in problem.kinds}, {k.role for k in problem.kinds}
    lines, years = {f.id for f in problem.funding}, set(problem.years)
    named = [
        *((kind, kind in problem.kind) for kind, _ in structure.posts),
        *((work, work in works) for work, _, _, _ in structure.work),
        *((team, team in teams) for _, team, _, _ in structure.work),
        *((role, role in roles) for _, _, role, _ in structure.work),
        *((group, group in groups) for group, _, _ in structure.placements),
        *((at, at in places) for _, at, _ in structure.placements),
        *((line, line in lines) for line, _, _, _ in structure.payments),
        *((kind, kind in problem.kind) for _, kind, _, _ in structure.payments),
        *((str(year), year in years) for _, _, year, _ in structure.payments),
    ]
    return [Finding("known", name, 1, f"{name} is not in the problem") for name, known in named if not known]
