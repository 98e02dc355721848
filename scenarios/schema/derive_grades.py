"""Derived grades: the cost of a grade from the line totals printed for posts in it.

Rules: design.md section 3; domain-rules.md section 14. Nothing is derived where two lines print different costs for
one FTE of the grade.
Change this when the cost of a grade can be known in another way.
"""

from __future__ import annotations

from scenarios.schema.derive_posts import FROM_LINES, lines_of, printed_cost
from scenarios.schema.grades import Grade
from scenarios.schema.posts import PostLine
from scenarios.schema.scenario import Scenario


def derive_grades(scenario: Scenario) -> tuple[Grade, ...]:
    """Return the grades given, filled from lines of posts where they state no pay, then those only lines name."""
    given = {grade.grade for grade in scenario.grades}
    named = {line.grade for line in lines_of(scenario) if line.grade is not None}
    named |= {role.grade for role in scenario.roles if role.grade is not None}
    named |= {branch.grade for branch in scenario.grade_branches}
    later = (Grade(grade=name, source=FROM_LINES) for name in sorted(named - given))
    lines: dict[str | None, list[PostLine]] = {}
    for line in lines_of(scenario):
        lines.setdefault(line.grade, []).append(line)
    return tuple(_filled(grade, lines.get(grade.grade, [])) for grade in (*scenario.grades, *later))


def _filled(grade: Grade, lines: list[PostLine]) -> Grade:
    """Return the grade with the cost its lines print, when it states no pay of its own."""
    if grade.all_in_cost_pence is not None or grade.top_point is not None:
        return grade
    same_employer = [line for line in lines if grade.employer is None or line.employer == grade.employer]
    cost = printed_cost(same_employer)
    if cost is None:
        return grade
    return grade.model_copy(update={"all_in_cost_pence": cost[0], "all_in_milli_fte": cost[1]})
