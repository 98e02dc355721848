"""A small service whose answers can be argued by hand, and its answers.

Four officers at £30,000 in North, half of whose time is visits: 2.0 FTE of work. Two officers are proposed.
Change this when a hand-argued answer needs another sheet.
"""

from typing import Any

from scenarios.comparing.answers import Answer, Asking, answers
from scenarios.comparing.result import StructureResult
from scenarios.comparing.results import compare_case
from scenarios.schema.case import Case
from scenarios.schema.figure import Figure
from scenarios.schema.options import Option
from scenarios.schema.posts import Post
from scenarios.schema.proposed import ProposedPost
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from scenarios.schema.teams import Team
from scenarios.schema.work import Work
from tests.scenarios.claims.small_question import later, line, scenario
from tests.scenarios.compiling.services import guess, head, known, option

OFFICER = Role(role="Officer", grade="Grade 5", cost_pence=known(3_000_000))
VISITS = Work(work="Visits", share_basis_points={"Officer": guess(5000, 3000, 7000)})
OPTIONS = (
    option("no change", name="no change"),
    option("given", name="as given"),
    option("designed", name="designed", against="as given"),
)


def service(
    posts: list[Post] | None = None,
    proposed: list[ProposedPost] | None = None,
    options: tuple[Option, ...] = OPTIONS,
    **sheets: Any,
) -> Scenario:
    """Four officers, of whom two are proposed to stay."""
    plain = {"teams": (Team(team="North"),), "roles": (OFFICER,), "work": (VISITS,), "header": head()}
    return scenario(
        [line("Officer", "North", 4)] if posts is None else posts,
        [later("Officer", "North", 2)] if proposed is None else proposed,
        options=options,
        **{**plain, **sheets},
    )


def with_share(case: Scenario, basis_points: int) -> Scenario:
    """The service with another share of time on visits."""
    (row,) = case.work
    share = Figure(value=basis_points)
    return case.model_copy(update={"work": (row.model_copy(update={"share_basis_points": {"Officer": share}}),)})


def answered(case: Scenario, asking: Asking | None = None) -> dict[tuple[str, str, str | None], Answer]:
    """Answers by option, branch and anchor."""
    return {
        (a.question.arrangement.option.option, a.question.arrangement.branch, a.anchor): a
        for a in answers(case, asking).shown
    }


def results(case: Scenario, asking: Asking | None = None) -> dict[tuple[str, str | None], StructureResult]:
    """Results by option and anchor; the break-evens only where asked for."""
    found = compare_case(Case(scenario=case), asking or Asking(break_evens=False)).structures
    return {(each.option, each.anchor): each for each in found}


def posts_of(answer: Answer) -> dict[str, int]:
    """Posts of an answer that has a structure."""
    assert answer.structure is not None
    return dict(answer.structure.posts)
