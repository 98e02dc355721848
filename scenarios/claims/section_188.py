"""How many people count for collective consultation, at least and at most, once the posts are fixed.

Counted are people in posts, never posts, vacancies, agency workers, or fixed terms that end on their day
(domain-rules.md section 6.2). At most: everyone at risk, at the most each group may be. At least: those whose own job
is certain to be gone and who do not slot in, at the least each group may be, reserved places counted as open to them.
What the law asks for so many people is scenarios/money/consultation.py.
Change this when the law counts other people.
"""

from dataclasses import dataclass

from scenarios.claims.at_risk import groups_at_risk
from scenarios.claims.contests import assimilate
from scenarios.claims.ground import Headcount, ground_of
from scenarios.compiling.problem import Question
from solver.structure import Structure


@dataclass(frozen=True)
class Section188:
    """People to consult about; `low` None where the people of a group at risk are not known, which is not nought."""

    low: int | None
    high: int


def section_188(question: Question, structure: Structure, counts: dict[str, Headcount]) -> Section188:
    """People who count for section 188 of the 1992 Act.

    Args: people of each group to be placed, with their ends.
    """
    most = {group: count.most for group, count in counts.items()}
    at_risk = groups_at_risk(question, structure, ground_of(question, structure, most))
    high = sum(most[group] for group in at_risk)
    if any(counts[group].least is None for group in at_risk):
        return Section188(None, high)
    least = {group: 0 if count.least is None else count.least for group, count in counts.items()}
    sure = assimilate(ground_of(question, structure, least, with_reserved=True))
    return Section188(sum(least.values()) - sure.kept - sure.slot_in, high)
