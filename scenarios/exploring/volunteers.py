"""Volunteers under a way out that lets more people be displaced: so many leave, and the rest is searched again.

Rules: domain-rules.md section 10. They are numbers by staff group, never persons.
Change this when who may volunteer is known.
"""

from dataclasses import replace

from scenarios.compiling.problem import Question
from scenarios.exploring.ladder import Rung
from solver.engine import Settings, Status
from solver.explaining.elastic import anything_fits
from solver.problem import Problem
from solver.structure import Structure
from solver.tally import Tally
from solver.wording import pounds, some


def volunteers(question: Question, structure: Structure, over: int, settings: Settings) -> Rung:
    """So many people fewer to place, taken from the groups that a structure would displace, and searched again.

    Args: the question after a way out, and the structure; people more than the limit allowed before it.
    """
    displaced = Tally(question.problem, structure).displaced
    leaving: dict[str, int] = {}
    for group in sorted(displaced):
        if fewer := min(displaced[group], over - sum(leaving.values())):
            leaving[group] = fewer
    enough = anything_fits(_with_fewer(question.problem, leaving, over), settings)
    exit_pence = question.problem.limits.exit_pence
    whose = ", ".join(f"{people} of {group}" for group, people in leaving.items())
    price = f", at about {pounds(exit_pence * over)} once" if exit_pence else ""
    return Rung(
        step="volunteers",
        count=over,
        words=f"{some(over, 'volunteer leaves', 'volunteers leave')} ({whose}){price}",
        enough=None if enough is Status.UNDECIDED else enough is Status.SETTLED,
        one_off=exit_pence * over / 100 if exit_pence else None,
    )


def _with_fewer(problem: Problem, leaving: dict[str, int], over: int) -> Problem:
    """The problem after a way out, with volunteers gone and the limit on people displaced as it stood."""
    groups = tuple(replace(g, people=g.people - leaving.get(g.id, 0)) for g in problem.groups)
    limit = problem.limits.displaced
    return replace(
        problem,
        groups=groups,
        limits=replace(problem.limits, displaced=None if limit is None else limit - over),
    )
