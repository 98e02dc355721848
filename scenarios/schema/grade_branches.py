"""Sheet `grade_branches`: the grades of roles not yet graded, as a few named branches.

Rules: design.md section 3 (step 3): at most 8 named branches; beyond that, a cost range.
Change this when a branch may settle more than a grade.
"""

from __future__ import annotations

from typing import Annotated

from scenarios.schema.columns import Column, Kind, Row
from scenarios.schema.texts import Name

MAX_BRANCHES = 8


class GradeBranch(Row):
    """The grade of one role in one named branch, while the grade is not settled."""

    branch: Annotated[Name, Column("branch", Kind.NAME, about="Name of the branch.")]
    role: Annotated[Name, Column("role", Kind.NAME, to="roles", about="Role it concerns.")]
    grade: Annotated[Name, Column("grade", Kind.NAME, to="grades", about="Grade of the role in this branch.")]
