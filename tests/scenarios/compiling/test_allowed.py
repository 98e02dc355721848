"""The bounds on posts cut nothing off: with far more posts allowed, every stage comes to the same."""

from dataclasses import replace
from typing import Any

import pytest

from scenarios.compiling.allowed import direct_permille
from scenarios.compiling.problem import Question
from scenarios.schema.figure import UNKNOWN
from scenarios.schema.limits import Limits
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from scenarios.schema.teams import Team
from scenarios.schema.work import Work
from solver.outcome import Designed, Infeasible, Outcome
from solver.search import PEOPLE_FIRST, Watch, design, swapped
from tests.scenarios.claims.small_question import later, line, scenario
from tests.scenarios.compiling.services import able, asked, known, laid, work

ONE = (Team(team="North"),)
CHIEF = Role(role="Chief", manages=True, cost_pence=known(5_000_000), direct_basis_points=known(0))
OFFICER = Role(role="Officer", cost_pence=known(3_000_000))
VISITS = (able("Officer", Visits=10_000), able("Chief", Visits=0), able("Clerk", Visits=0))


def service(demand: int, *, roles: tuple[Role, ...] = (OFFICER,), people: int = 2, **sheets: Any) -> Scenario:
    """Two officers, and so much visiting to do."""
    posts = [line("Officer", "North", 2, people=people), *sheets.pop("posts", [])]
    plain = {"teams": ONE, "work": (work("Visits", demand),), "able": VISITS, "roles": roles}
    return scenario(posts, sheets.pop("proposed", ()), **{**plain, **sheets})


CASES = {
    "little work": service(400),
    "work beyond today's posts": service(7300),
    "a ceiling": service(7300, limits=Limits(ceiling_pence=known(10_000_000))),
    "no limit on idle posts": service(2600, limits=Limits(spare_milli_fte=UNKNOWN, ceiling_pence=known(20_000_000))),
    "no limit, and work beyond today's posts": service(9200, limits=Limits(spare_milli_fte=UNKNOWN)),
    "managers by span": service(
        9000,
        roles=(OFFICER, CHIEF),
        posts=[line("Chief", "North", 1)],
        limits=Limits(span_low=known(1), span_high=known(2)),
    ),
    "managers as places": service(
        300, roles=(OFFICER, CHIEF), posts=[line("Chief", "North", 3)], proposed=[later("Chief", "North", 1)]
    ),
    "shared posts": service(2000, people=5),
    "part of the time": service(2000, roles=(OFFICER.model_copy(update={"direct_basis_points": known(4000)}),)),
    "part of the work": service(4000, able=(able("Officer", Visits=2500),), limits=Limits(spare_milli_fte=known(4000))),
    "small posts": service(3100, roles=(OFFICER.model_copy(update={"standard_milli_fte": known(600)}),)),
    "nobody able": service(3100, able=(able("Officer", Visits=0),)),
    "as many as the role may have": service(6000, roles=(OFFICER.model_copy(update={"most": known(3)}),)),
    "a least number": service(100, roles=(OFFICER.model_copy(update={"least": known(2)}),)),
    "demand not known": service(2000, work=(work("Visits", 2000), Work(work="Other", demand_milli_fte=UNKNOWN))),
    "no work known": service(0, work=()),
}


def values(outcome: Outcome) -> tuple[tuple[str, int], ...] | None:
    """Stage values; None where nothing fits."""
    if isinstance(outcome, Infeasible):
        return None
    assert isinstance(outcome, Designed)
    return tuple((stage.goal, stage.value) for stage in outcome.stages)


def generous(question: Question) -> Question:
    """The question with sixty standard posts allowed wherever one is."""
    kinds = tuple(
        replace(k, most=60) if k.most and not k.make_up and k.milli_fte >= 600 else k for k in question.problem.kinds
    )
    return replace(question, problem=replace(question.problem, kinds=kinds))


@pytest.mark.parametrize("order", [PEOPLE_FIRST, swapped(PEOPLE_FIRST, "displaced", "cost")], ids=["people", "money"])
@pytest.mark.parametrize("name", list(CASES))
def test_more_posts_allowed_change_no_value(name: str, order: Any) -> None:
    """Neither work, people nor money is bettered by posts beyond the bound."""
    question = asked(CASES[name])
    assert any(k.most for k in generous(question).problem.kinds)
    watch = Watch(tie_break=False)
    assert values(design(question.problem, order, watch)) == values(design(generous(question).problem, order, watch))


def test_the_bounds_are_small_where_work_bounds_them() -> None:
    """7.3 FTE of work and half an FTE to spare: eight officers at most, so that the search stays small."""
    kinds = {k.id: k for k in asked(CASES["work beyond today's posts"]).problem.kinds}
    assert kinds["Officer in North, 1 FTE"].most == 8


def direct(case: Scenario, role: str) -> int:
    """Thousandths of a role's time for the work listed."""
    laid_out = laid(case).scenario
    return direct_permille(laid_out, next(r for r in laid_out.roles if r.role == role))


def test_direct_time_is_as_stated_else_all_of_it() -> None:
    """Thousandths, from basis points."""
    assert direct(service(1), "Officer") == 1000
    assert (
        direct(service(1, roles=(OFFICER.model_copy(update={"direct_basis_points": known(7550)}),)), "Officer") == 755
    )


def test_a_role_that_manages_has_the_time_its_jobs_spend_on_the_work_today() -> None:
    """20 % and 15 % of the manager's week; never more than all of it; job titles count."""
    chief = Role(role="Chief", manages=True, job_titles=("Head",))
    for shares, expected in (((2000, 1500), 350), ((9000, 8000), 1000), ((0, 0), 0)):
        rows = tuple(
            Work(work=name, share_basis_points={"Head": known(share)})
            for name, share in zip(("Visits", "Plans"), shares, strict=True)
        )
        case = service(1, roles=(chief,), posts=[line("Head", "North", 1)], work=rows)
        assert direct(case, "Chief") == expected


def test_options_with_nothing_open_have_no_posts() -> None:
    """Every team closed: nothing may be chosen, and nothing breaks."""
    question = asked(service(1000), closes=("North",))
    assert {k.most for k in question.problem.kinds} == {0}
