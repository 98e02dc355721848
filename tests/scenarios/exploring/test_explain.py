"""Explained with their numbers and sources: a service that has too little money for its people, and one that fits.

Four officers at £30,000, work for two. Change this when an explanation says something more.
"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scenarios.comparing.answers import Asking
from scenarios.exploring import explain as module
from scenarios.exploring.asked import asked_of
from scenarios.exploring.demand_source import source_of
from scenarios.exploring.explain import explain
from scenarios.exploring.explain_result import ExplainAnswer, WayOutFound
from scenarios.exploring.result import Explored
from scenarios.exploring.rule_words import SOLVER_NAMES, rules_named
from scenarios.exploring.way_told import cheapest_first
from scenarios.library import path_of
from scenarios.reading.load import load_case
from scenarios.schema.case import Case
from scenarios.schema.cost_centres import CostCentre
from scenarios.schema.elsewhere import Elsewhere
from scenarios.schema.figure import Figure
from scenarios.schema.funding import Funding
from scenarios.schema.limits import Limits
from scenarios.schema.reserved import Reserved
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from scenarios.schema.teams import Team
from scenarios.schema.work import Work
from solver.demand import Demand
from solver.demands import may_give
from solver.engine import Settings, Stop
from solver.explaining.ways_out import NEGOTIABLE
from solver.explaining.worth import Worth
from solver.search import PEOPLE_FIRST, Watch
from tests.scenarios.claims.small_question import line
from tests.scenarios.comparing.small import service
from tests.scenarios.compiling.services import able, change, known, work

PAPER = "budget paper, annex B"


def stated(number: int) -> Figure:
    """A figure with its source."""
    return Figure(value=number, source=PAPER)


def document(case: Scenario, asking: Asking | None = None) -> Explored[ExplainAnswer]:
    """The explanation of a service's designed options."""
    return explain(Case(scenario=case), asking or Asking())


def only(case: Scenario, asking: Asking | None = None) -> ExplainAnswer:
    """The one answer."""
    (answer,) = document(case, asking).answers
    return answer


def tight(**limits: Any) -> Scenario:
    """The service with money for one officer and at most two people displaced."""
    return service(limits=Limits(ceiling_pence=stated(3_000_000), displaced=stated(2), **limits))


def parts(way: WayOutFound) -> list[tuple[str, float, str]]:
    """What gives, by how much, in its unit."""
    return [(each.demand.rule, each.by, each.demand.unit) for each in way.gives]


def test_money_against_people() -> None:
    """Three posts' people would go where two may: £30,000 more a year, or one person more; money comes first."""
    found = document(tight(exit_cost_pence=known(1_500_000)))
    (answer,) = found.answers
    assert answer.status == "infeasible"
    money, people = answer.ways_out
    assert parts(money) == [("ceiling", 30_000, "pounds")]
    assert (money.annual_cost, money.over_ceiling, money.uncovered_fte, money.displaced) == (60_000, 30_000, 0, 2)
    assert money.sentence == (
        "If the ceiling is raised by £30,000 a year (limits, ceiling: 60000): the cheapest structure costs £60,000 a "
        "year (£30,000 above the ceiling as it stands), leaves 0 FTE of work uncovered; people displaced: 2, whichever "
        "claims succeed."
    )
    assert parts(people) == [("displaced_limit", 1, "people")]
    assert (people.annual_cost, people.over_ceiling, people.uncovered_fte, people.displaced) == (30_000, 0, 1, 3)
    assert "(as much as the ceiling)" in people.sentence
    assert [money.avoidance, money.cheapest, money.settled, people.level] == [(), True, True, len(NEGOTIABLE) - 1]
    assert [found.structures[way.structure].status for way in answer.ways_out] == ["designed", "designed"]
    assert found.structures[money.structure].annual_cost == 60_000


def test_the_conflict_names_its_source() -> None:
    """Ceiling and limit on people, each with its number, its cell and where it stands."""
    conflict = only(tight()).conflict
    assert conflict is not None
    assert (conflict.smallest, conflict.at_least) == (True, 2)
    assert [(each.rule, each.asked, each.unit, each.sentence, each.source) for each in conflict.demands] == [
        ("ceiling", 30_000, "pounds", "A year costs £30,000 at the most.", f"limits, ceiling, {PAPER}"),
        ("displaced_limit", 2, "people", "At most 2 people may be displaced.", f"limits, displaced, {PAPER}"),
    ]


def test_before_anyone_is_displaced() -> None:
    """A vacancy, an agency post, volunteers with their price, and a job elsewhere, in the order councils take them."""
    lines = [
        line("Officer", "North", 4, people=3),
        line("Officer", "North", 1, contract="agency", people=1),
    ]
    elsewhere = (Elsewhere(role="Officer", service="Libraries", posts=known(1)),)
    limits = Limits(
        ceiling_pence=known(3_000_000),
        displaced=known(0),
        exit_cost_pence=known(1_500_000),
        turnover_basis_points=known(2_500),
    )
    answer = only(service(lines, elsewhere=elsewhere, limits=limits))
    (way,) = (way for way in answer.ways_out if way.avoidance)
    assert [(step.step, step.count, step.enough, step.one_off) for step in way.avoidance] == [
        ("vacancies", 1, None, None),
        ("agency and fixed terms", 1, None, None),
        ("volunteers", 2, True, 30_000),
        ("hours by consent", None, None, None),
        ("turnover", None, None, None),
        ("redeployment elsewhere", 1, None, None),
    ]
    assert way.avoidance[2].words == "2 volunteers leave (2 of Officer), at about £30,000 once"
    assert way.avoidance[4].words == "25% of all people a year: 2 people in about 32 months"
    assert way.avoidance[5].words.endswith("not counted in: at most 1 person could go there")


def test_the_order_of_negotiability_is_the_case_s() -> None:
    """Named first in the sheet limits, people give before money does; every word leads to a rule that may give."""
    answer = only(tight(negotiable=("displaced",)))
    assert [parts(way)[0][0] for way in answer.ways_out] == ["displaced_limit", "ceiling"]
    assert rules_named(("span", "ceiling")) == ("span", "ceiling")
    assert all(may_give(Demand(rule, "anywhere")) for rule in SOLVER_NAMES.values())
    assert {*SOLVER_NAMES.values()} <= {rule for level in NEGOTIABLE for rule in level}


def test_money_is_rounded_up_and_tried_so() -> None:
    """£30,000.50 a post: the ceiling gives £30,001 at the least, is told as £30,100, and the structure fits that."""
    role = Role(role="Officer", grade="Grade 5", cost_pence=known(3_000_050))
    case = service(roles=(role,), limits=Limits(ceiling_pence=known(3_000_000), displaced=known(2)))
    found = document(case)
    money = found.answers[0].ways_out[0]
    assert parts(money) == [("ceiling", 30_100, "pounds")]
    assert (money.annual_cost, money.over_ceiling) == (60_001, 30_001)
    assert "costs £60,100 a year (£30,100 above the ceiling as it stands)" in money.sentence
    verdict = found.structures[money.structure].verdict
    assert verdict is not None
    assert verdict.ok


def test_statute_and_structure_have_no_way_out() -> None:
    """A grant that ends and posts that stay: a conflict of structure, and the answer says that nothing may give."""
    lines = [line("Officer", "North", 2, change=change("retained"))]
    grant = Funding(line="grant", amount_pence=stated(9_000_000), until_date=date(2026, 3, 31))
    case = service(lines, funding=(grant,), header=service().header.model_copy(update={"years": (2025, 2026)}))
    answer = only(case)
    assert answer.status == "infeasible"
    assert answer.ways_out == ()
    assert "what stands in the way is structure or statute" in answer.reasons[-1]
    assert answer.conflict is not None
    said = {each.rule: (each.source, each.may_give) for each in answer.conflict.demands}
    assert said["funding"] == (f"funding, grant, until 31 March 2026, {PAPER}", False)
    assert said["kept_posts"][0].startswith("posts, Officer in North, retained")


SOURCES: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    "role and cost centre": (
        {
            "roles": (Role(role="Officer", cost_pence=known(3_000_000), least=stated(3)),),
            "cost_centres": (CostCentre(cost_centre="CC1", amount_pence=stated(6_000_000)),),
        },
        {"role_limits": f"roles, Officer, least, {PAPER}", "ceiling": f"cost_centres, CC1, {PAPER}"},
    ),
    "team and statutory work": (
        {
            "teams": (Team(team="North", most_posts=stated(1)),),
            "work": (Work(work="Visits", demand_milli_fte=stated(2000), statutory=True),),
            "able": (able("Officer", Visits=10_000),),
        },
        {"team_sizes": f"teams, North, most posts, {PAPER}", "statutory_work": f"work, Visits, {PAPER}"},
    ),
    "cover": (
        {
            "work": (Work(work="Visits", demand_milli_fte=known(500), least=stated(4)),),
            "limits": Limits(ceiling_pence=known(15_000_000)),
        },
        {"cover": f"work, Visits, {PAPER}"},
    ),
    "kept by hand": (
        {
            "roles": (Role(role="Officer", cost_pence=known(3_000_000), least=stated(2)),),
            "limits": Limits(ceiling_pence=stated(3_000_000)),
        },
        {"role_limits": f"roles, Officer, least, {PAPER}", "ceiling": f"limits, ceiling, {PAPER}"},
    ),
    "span": (
        {
            "roles": (Role(role="Officer", cost_pence=known(3_000_000), least=known(4), manages=True),),
            "limits": Limits(span_low=stated(1), spare_milli_fte=known(9000)),
        },
        {"role_limits": "roles, Officer, least", "span": f"limits, span low, {PAPER}"},
    ),
}


@pytest.mark.parametrize(("sheets", "sources"), SOURCES.values(), ids=list(SOURCES))
def test_each_demand_says_where_it_stands(sheets: dict[str, Any], sources: dict[str, str]) -> None:
    """The conflict of each service, rule by rule, with the cell and its source."""
    conflict = only(service(**sheets)).conflict
    assert conflict is not None
    assert {each.rule: each.source for each in conflict.demands} == sources


def test_a_default_ceiling_says_whose_cost_it_is() -> None:
    """Where no ceiling is stated, that of a way out is the cost of an option, and the conflict says which."""
    answer = only(service(limits=Limits(displaced=known(0)), work=(work("Visits", 4000),)))
    assert answer.conflict is not None
    ceiling = next(each for each in answer.conflict.demands if each.rule == "ceiling")
    assert ceiling.source == "the cost of 'as given', as no ceiling is stated"


def test_what_binds_where_something_fits() -> None:
    """Two FTE of work and money for one: the ceiling binds, and £15,000 more pays for half the rest, less for none."""
    found = document(service(limits=Limits(ceiling_pence=stated(3_000_000))))
    (answer,) = found.answers
    assert (answer.status, answer.design, answer.ways_out, answer.conflict) == ("answered", 0, (), None)
    (bound,) = answer.binding
    assert (bound.demand.rule, bound.goal, bound.by, bound.settled) == ("ceiling", "uncovered", 15_000, True)
    assert [(goal.goal, goal.design, goal.other) for goal in bound.goals] == [
        ("uncovered", 1, 0.5),
        ("displaced", 3, 3),
        ("cost", 30_000, 45_000),
    ]
    assert bound.sentence == (
        "If the ceiling is raised by £15,000 a year (limits, ceiling: 45000): work uncovered (weighted) 1 FTE to 0.5 "
        "FTE; cost a year £30,000 to £45,000."
    )
    assert found.structures[0].annual_cost == 30_000
    assert bound.least
    assert (bound.structure, found.structures[1].annual_cost) == (1, 45_000)
    assert answer.notes[0].startswith("Something fits, but leaves 1 FTE of 2 FTE of work undone, among it Visits.")
    assert "type yes under statutory in its row of sheet work" in answer.notes[0]


def test_what_binds_and_does_not_give() -> None:
    """Three posts stay with work for half of them: it would cost less without, and it is said not to give."""
    lines = [line("Officer", "North", 3, people=1, change=change("retained"))]
    answer = only(service(lines, limits=Limits(spare_milli_fte=known(1500))))
    bound = next(each for each in answer.binding if each.demand.rule == "kept_posts")
    assert not bound.demand.may_give
    assert bound.sentence == ("It is structure or statute and does not give; without it cost a year would be less.")


def test_without_costs_nothing_is_priced() -> None:
    """Where costs are not known a way out has no price and no ceiling."""
    role = Role(role="Officer", least=known(3))
    case = service(roles=(role,), teams=(Team(team="North", most_posts=known(2)),))
    way = only(case).ways_out[0]
    assert (way.annual_cost, way.over_ceiling) == (None, None)
    assert "the cheapest structure leaves" in way.sentence


def test_without_a_ceiling_nothing_is_said_of_one() -> None:
    """A ceiling that holds from a later year than is costed: a way out has its cost, and nothing it is above."""
    rows = (Work(work="Visits", demand_milli_fte=known(500), least=known(9)),)
    case = service(work=rows, able=(able("Officer", Visits=10_000),), limits=Limits(ceiling_year=2030))
    way = only(case).ways_out[0]
    assert (way.annual_cost is None, way.over_ceiling) == (False, None)
    assert "ceiling" not in way.sentence


def test_a_limit_at_what_binds_is_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    """A demand of which it is not settled whether it binds makes the answer undecided, and is named."""
    demand = Demand("ceiling", "every year", asked=3_000_000, unit="pence")
    open_ = Worth(demand=demand, goal="", by=0, before=(), after=(), offered=True, settled=False)
    monkeypatch.setattr(module, "binding", lambda *_args: iter([open_]))
    answer = only(service(limits=Limits(ceiling_pence=stated(3_000_000))))
    assert (answer.status, answer.design) == ("undecided", 0)
    assert answer.reasons == ("Not settled whether it binds: A year costs £30,000 at the most.",)
    assert answer.binding[0].goals == ()
    assert answer.binding[0].sentence == "It is not settled whether anything would be better without it."


def test_priced_by_work_then_cost() -> None:
    """What a way out costs is that of the cheapest structure that covers as much, whichever comes first in the case."""
    assert [goal for goal, _ in cheapest_first(PEOPLE_FIRST)] == ["uncovered", "cost"]
    assert [goal for goal, _ in cheapest_first((("cost", 0), ("displaced", 0)))] == ["cost"]
    assert [goal for goal, _ in cheapest_first((("uncovered", 0), ("cost", 5)))] == ["uncovered", "cost"]
    assert cheapest_first((("uncovered", 0), ("displaced", 0))) == (("uncovered", 0), ("displaced", 0))


def test_a_stop_is_undecided() -> None:
    """After a stop nothing is explained, and the answer says that it is not settled."""
    stop = Stop()
    stop.ask()
    answer = only(tight(), Asking(watch=Watch(settings=Settings(stop=stop))))
    assert answer.status == "undecided"
    assert answer.reasons[0].startswith("Whether anything fits is not settled: stopped")


def test_stopped_after_it_was_known_that_nothing_fits() -> None:
    """A stop while ways out are looked for: still infeasible, and nothing more is claimed."""
    stop = Stop()

    def say(what: str) -> None:
        if what.endswith("ways out"):
            stop.ask()

    answer = only(tight(), Asking(watch=Watch(settings=Settings(stop=stop)), say=say))
    assert (answer.status, answer.ways_out, answer.conflict) == ("infeasible", (), None)
    assert "What stands in the way is not settled: stopped." in answer.reasons
    assert "No way out was found within the limits; there may be one." in answer.reasons


def test_stopped_while_it_is_asked_what_binds() -> None:
    """A stop while it is searched: the design stands, and it is not said that nothing binds."""
    stop = Stop()

    def say(what: str) -> None:
        if what.endswith("what binds"):
            stop.ask()

    case = service(limits=Limits(ceiling_pence=stated(3_000_000)))
    answer = only(case, Asking(watch=Watch(settings=Settings(stop=stop)), say=say))
    assert answer.design == 0
    assert (answer.status, answer.reasons) == ("undecided", ("Something fits; which demands bind is not settled.",))


def test_order_of_rows_changes_no_byte() -> None:
    """A designed case of the library, with its rows turned round and another seed: the same document."""
    case = load_case(path_of("bury-2021"))
    low = case.scenario.limits.model_copy(update={"ceiling_pence": stated(30_000_000), "displaced": stated(0)})
    scenario = case.scenario.model_copy(update={"limits": low})
    turned = scenario.model_copy(
        update={name: tuple(reversed(getattr(scenario, name))) for name in ("posts", "work", "teams", "roles", "able")}
    )
    plain = explain(replace(case, scenario=scenario), Asking())
    other = explain(replace(case, scenario=turned), Asking(watch=Watch(settings=Settings(seed=7))))
    assert other.answers == plain.answers
    assert [s.posts for s in other.structures] == [s.posts for s in plain.structures]
    assert len(plain.answers[0].ways_out) >= 3


def cell(demand: Demand, **sheets: Any) -> str:
    """What is said of where a demand of the service stands."""
    (laid,) = asked_of(Case(scenario=service().model_copy(update=sheets)), Asking())
    return source_of(demand, laid.question)


def test_where_other_demands_stand() -> None:
    """Reserved places, management to absorb, a line that no role may use, and a pin, which stands in no cell."""
    rows = (Reserved(role="Officer", places=stated(2)), Reserved(role="Clerk", places=stated(1)))
    assert cell(Demand("reserved_places", "Officer"), reserved=rows) == f"reserved, Officer, {PAPER}"
    limits = Limits(absorbed_milli_fte=stated(100))
    absorbed = f"limits, absorbed management fte, {PAPER}"
    assert cell(Demand("absorbed_management", "outside the scope"), limits=limits) == absorbed
    lines = (
        Funding(line="grant", amount_pence=stated(1), may_pay_for=("Clerk",)),
        Funding(line="base", amount_pence=known(2)),
    )
    assert cell(Demand("funding", "grant"), funding=lines) == f"funding, grant, {PAPER}"
    unpaid = cell(Demand("funding", "Officer", "no line may pay"), funding=lines)
    assert unpaid == f"funding, base; funding, grant, {PAPER}"
    assert cell(Demand("pins", "what if")) == ""
    assert cell(Demand("unsplit_work", "Visits")) == "work, Visits"
    assert cell(Demand("team_sizes", "South", "most")) == ""
