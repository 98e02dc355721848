"""The work a structure covers: how much of each block, by whom, and what shows that no more of it fits.

Change this when coverage has to say something more.
"""

from scenarios.comparing.result import Coverage
from scenarios.compiling.problem import Question
from solver.flows import uncovered_witness
from solver.structure import Structure
from solver.tally import Tally
from solver.wording import fte

FORBID = (
    "Work undone is a goal, not a rule: to forbid it, type yes under statutory in its row of sheet work; to keep posts "
    "of a role, type their least number under least in sheet roles."
)
MUCH = 5
"""Of so many parts of all work, more than one undone is much."""
NAMED = 3
"""So many blocks of work are named; all stand in the coverage."""


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


def undone_words(question: Question, structure: Structure) -> tuple[str, ...]:
    """That a designed structure leaves much undone, and what forbids that; nothing where it is little.

    Much: more than a fifth of all work, or a whole block of it. Work left undone is a goal and no rule, so that a low
    ceiling alone never makes nothing fit.
    """
    works = question.problem.works
    left = {block: milli_fte for block, milli_fte in Tally(question.problem, structure).uncovered.items() if milli_fte}
    whole = [work.id for work in works if work.demand_milli_fte and left.get(work.id, 0) == work.demand_milli_fte]
    undone, needed = sum(left.values()), sum(work.demand_milli_fte for work in works)
    if not whole and undone * MUCH <= needed:
        return ()
    most = sorted(left, key=lambda block: (block not in whole, -left[block], block))[:NAMED]
    among = ", ".join(f"{block} (all {fte(left[block])})" if block in whole else block for block in most)
    said = f"Something fits, but leaves {fte(undone)} of {fte(needed)} of work undone, among it {among}."
    return (f"{said} {FORBID}",)


def shown_witness(question: Question, structure: Structure) -> str | None:
    """The sum that shows that no more work fits these posts, in a sentence; None where nothing is uncovered.

    None too where work that may not be split, and not time, is what leaves some uncovered.
    """
    witness = uncovered_witness(question.problem, structure)
    return None if witness is None else witness.sentence
