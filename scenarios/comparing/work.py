"""The work a structure covers: how much of each block, by whom, and what shows that no more of it fits.

Change this when coverage has to say something more.
"""

from scenarios.comparing.result import Coverage
from scenarios.compiling.problem import Question
from solver.flows import uncovered_witness
from solver.structure import Structure
from solver.tally import Tally


def coverage(question: Question, structure: Structure) -> tuple[Coverage, ...]:
    """Every block of work in FTE: demand, delivered, and who does it as (team, role, FTE)."""
    tally = Tally(question.problem, structure)
    return tuple(
        Coverage(
            work=work.id,
            demand=work.demand_milli_fte / 1000,
            delivered=tally.work_done[work.id] / 1000,
            by=tuple((team, role, n / 1000) for block, team, role, n in structure.work if block == work.id),
        )
        for work in question.problem.works
    )


def shown_witness(question: Question, structure: Structure) -> str | None:
    """The sum that shows that no more work fits these posts, in a sentence; None where nothing is uncovered.

    None too where work that may not be split, and not time, is what leaves some uncovered.
    """
    witness = uncovered_witness(question.problem, structure)
    return None if witness is None else witness.sentence
