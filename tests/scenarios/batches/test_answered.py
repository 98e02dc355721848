"""Answers of futures, held against what a comparison and stress say of the same: nothing here is worked out otherwise.

Change this when a future is asked something more.
"""

from dataclasses import replace
from functools import cache

import pytest

from scenarios.batches.answered import answer_futures, answer_today, base_received, base_sent, rows_of
from scenarios.batches.futures import Future, futures
from scenarios.batches.held import in_place
from scenarios.batches.plan import Plan
from scenarios.batches.rows import Row, packed, unpacked
from scenarios.comparing.answers import Asking
from scenarios.comparing.results import compare_case
from scenarios.comparing.stated import stated_options
from scenarios.exploring.stress import stress
from scenarios.library import path_of
from scenarios.reading.load import load_case
from scenarios.schema.canonical import canonical
from scenarios.schema.case import Case
from scenarios.schema.scenario import Scenario
from scenarios.schema.work import Work
from solver.checker import judge
from solver.settle import settle_given
from tests.scenarios.batches.small import advice, answered, one, plan, troubles
from tests.scenarios.comparing.small import service

QUICK = Asking(break_evens=False)
STRESSED = ["demand: -10%", "demand: 10%", "pay award: 1%", "pay award: 5%", "ceiling: -5%", "leavers: 15%"]


@cache
def stressed() -> tuple[tuple[Future, tuple[Row, ...]], ...]:
    """The small case with each of its stress figures at an end, and one value of the case otherwise."""
    pairs = [each.split(": ") for each in STRESSED]
    named = [{"name": each, "values": dict([pair])} for each, pair in zip(STRESSED, pairs, strict=True)]
    named.append({"name": "more casework", "values": {'work["Casework"].happens': "+10%"}})
    return tuple(answered(plan(futures=named)))


def compared(scenario: Scenario) -> list[tuple[object, ...]]:
    """What a comparison says of each structure, in the words of rows."""
    return [
        (
            each.option,
            each.branch or "",
            each.anchor or "",
            each.status,
            each.annual_cost,
            None if each.people is None else each.people.displaced_at_least,
            None if each.people is None else each.people.displaced_at_most,
            each.uncovered_fte,
            each.posts,
            each.fte,
        )
        for each in compare_case(Case(scenario=scenario), QUICK).structures
    ]


def told(rows: tuple[Row, ...]) -> list[tuple[object, ...]]:
    """What rows say of the same."""
    return [
        (
            *(r.option, r.branch, r.anchor, r.outcome, r.annual_cost, r.displaced_at_least, r.displaced_at_most),
            *(r.uncovered_fte, r.posts, r.fte),
        )
        for r in rows
    ]


def test_a_future_without_variation_is_a_comparison() -> None:
    """As things are, and with a value of the case otherwise, each row has the figures of that case's comparison."""
    found = stressed()
    assert told(found[0][1]) == compared(advice().scenario)
    values = {'work["Casework"].happens': "+10%"}
    moved = one(values)
    with_more = base_received(base_sent(moved))
    assert told(found[-1][1]) == told(tuple(rows_of(with_more, list(futures(moved))[1].sent())))
    casework = next(row for row in advice().scenario.work if row.work == "Casework")
    happens = {"kind": "changes", "change_basis_points": {"value": 1000}}
    more = Work.model_validate({**casework.model_dump(), "happens": happens})
    work = tuple(more if row == casework else row for row in advice().scenario.work)
    assert told(found[-1][1]) == compared(advice().scenario.model_copy(update={"work": work}))


@pytest.mark.parametrize("case", ["nottinghamshire-2014"])
def test_a_case_of_the_library_too(case: str) -> None:
    """With branches, given options and three anchors, as things are: row for row what the comparison says."""
    loaded = load_case(path_of(case))
    whole = plan(
        loaded, options=["no change", "as proposed", "model C"], futures=[{"name": "a", "values": {"demand": "1%"}}]
    )
    rows, _ = answer_today(base_sent(whole))
    wanted = {"no change", "as proposed", "model C"}
    assert told(unpacked(rows)) == [each for each in compared(loaded.scenario) if each[0] in wanted]


def test_kept_posts_under_variation_are_as_stress_has_them() -> None:
    """Work undone, people displaced and cost of the posts kept, filled in by another way than stress does."""
    by_label = {
        (answer.option, answer.anchor or "", held.variation): held
        for answer in stress(advice(), QUICK).answers
        for held in answer.held
    }
    compared_to_stress = 0
    for future, rows in stressed()[1:-1]:
        name, _, amount = future.name.partition(": ")
        sign = "" if amount.startswith("-") else "+"
        for row in rows:
            held = by_label[row.option, row.anchor, f"{name} {sign}{amount}"]
            if row.kept_holds is None:
                assert held.annual_cost is None
                continue
            compared_to_stress += 1
            assert row.kept_uncovered_fte == held.uncovered_fte
            displaced = held.displaced, held.displaced_at_most
            assert (row.kept_displaced_at_least, row.kept_displaced_at_most) == displaced
            assert row.kept_annual_cost == held.annual_cost
            if name != "pay award":  # with which a default ceiling rises here, and not under stress
                assert row.kept_holds is not (held.breaks_anew + held.breaks_further != ())
    assert compared_to_stress > 20


def test_fixed_posts_come_to_the_same_by_flows_and_by_search() -> None:
    """Two flows and the search that fills in given structures agree on findings and goals, statutory work included."""
    scenario = canonical(load_case(path_of("bury-2021")).scenario)
    statutory = tuple(row.model_copy(update={"statutory": True}) for row in scenario.work)
    for each in (scenario, scenario.model_copy(update={"work": statutory}), service()):
        for one_of in stated_options(each).values():
            asked = one_of.question
            flows, search = (
                in_place(asked.problem, asked.posts or ())[1],
                judge(asked.problem, settle_given(asked.problem, asked.posts or ())),
            )
            assert {(f.rule, f.place, f.amount) for f in flows.findings} == {
                (f.rule, f.place, f.amount) for f in search.findings
            }
            assert [flows.values[g] for g in ("uncovered", "displaced", "cost")] == [
                search.values[g] for g in ("uncovered", "displaced", "cost")
            ]


def test_a_default_ceiling_rises_with_the_award() -> None:
    """Where nobody states a ceiling, a design may cost what the cheapest option costs there, award and all.

    As things are the design of the service costs what the given one does, two officers at £30,000; with 5 % more both
    cost £63,000, and the design still stands.
    """
    whole = one({"pay award": "5%"}, Case(scenario=service()))
    now, dearer = (rows for _, rows in answered(whole))
    assert {(r.option, r.anchor, r.annual_cost) for r in now if r.option == "as given"} == {("as given", "", 60_000.0)}
    found = {(r.option, r.anchor): r for r in dearer}
    assert found["as given", ""].annual_cost == 63_000.0
    assert found["designed", "people_first"].annual_cost == 63_000.0
    assert found["designed", "people_first"].kept_holds


def test_a_ceiling_that_is_stated_stays() -> None:
    """The service may spend £60,000: with 5 % more for pay two are dearer, and one and a half fit."""
    stated = {"limits.ceiling": "60000"}
    whole = one({**stated, "pay award": "5%"}, Case(scenario=service()))
    _, rows = (rows for _, rows in answered(whole))
    design = next(r for r in rows if r.anchor == "people_first")
    assert (design.feasible, design.annual_cost) == ("yes", 47_250.0)
    assert (design.kept_holds, design.kept_rules_broken, design.kept_annual_cost) == (False, "ceiling", 63_000.0)


def test_a_given_structure_breaks_rules_and_a_design_may_not_be() -> None:
    """A given structure breaks too low a ceiling and is there all the same; of a design nothing fits, and why."""
    whole = one({"limits.ceiling": "1", "limits.displaced": "0"})
    _, rows = (rows for _, rows in answered(whole))
    by_key = {(r.option, r.anchor): r for r in rows}
    given, design = by_key["as proposed", ""], next(r for r in rows if r.anchor == "people_first")
    assert (given.outcome, given.feasible) == ("given", "no")
    assert "ceiling" in given.rules_broken
    assert (design.outcome, design.feasible, design.posts, design.annual_cost) == ("infeasible", "no", None, None)
    assert design.why
    assert design.kept_annual_cost is not None


def test_a_limit_on_effort_is_not_settled() -> None:
    """Where the search may do next to nothing, a run is undecided and never infeasible."""
    loaded = load_case(path_of("bury-2021"))
    whole = plan(loaded, effort=0.001, futures=[{"name": "a", "values": {"demand": "1%"}}])
    rows, _ = answer_today(base_sent(whole))
    found = {r.outcome for r in unpacked(rows) if r.anchor}
    assert "infeasible" not in found
    assert "undecided" in found
    assert all(r.feasible == "not settled" for r in unpacked(rows) if r.outcome == "undecided" and r.posts is None)


def test_a_future_with_faults_says_so() -> None:
    """What only two values together make impossible ends in rows of that future, one for each option asked about."""
    share = 'work["{}"].share["Housing Adviser"]'.format
    figures = {share(work): {"low": "40%", "high": "60%"} for work in ("Casework", "Telephone advice")}
    whole = plan(options=["no change"], draws={"count": 12, "seed": 1, "figures": figures})
    ended = {"fault": 0, "as_is": 0}
    for _, rows in answered(whole):
        assert [r.option for r in rows] == ["no change"]
        ended[rows[0].outcome] += 1
        if rows[0].outcome == "fault":
            assert rows[0].feasible == "not settled"
            assert "more than its whole time" in rows[0].why
    assert ended["fault"] > 2
    assert ended["as_is"] > 2


def test_a_small_grid_is_tried_whole() -> None:
    """Shares that fit together only are a grid; a pair that does not is refused before anything is answered."""
    share = 'work["{}"].share["Housing Adviser"]'.format
    assert troubles(grids=[{share("Casework"): ["55%"], share("Telephone advice"): ["45%"]}]) == []
    (told,) = troubles(grids=[{share("Casework"): ["55%"], share("Telephone advice"): ["45%", "46%"]}])
    assert "recipe.yaml, grids, 1: " in told
    assert "come to 101%" in told


def test_unknown_costs_stay_unknown() -> None:
    """A cost nobody knows is null in every column, never nought."""
    case = Case(scenario=service(roles=()))
    _, rows = (rows for _, rows in answered(one({"demand": "5%"}, case)))
    assert {(r.annual_cost, r.goals()["cost"], r.kept_annual_cost) for r in rows} == {(None, None, None)}


def test_a_worker_answers_several_futures_in_order() -> None:
    """What is sent and handed back is text, the same each time, whatever else was answered before."""
    whole: Plan = plan(futures=[{"name": "a", "values": {"demand": "5%"}}, {"name": "b", "values": {"demand": "-5%"}}])
    _, posts = answer_today(base_sent(whole))
    sent = base_sent(whole, posts)
    given = [future.sent() for future in futures(whole)]
    together = answer_futures(sent, given)
    assert together[::-1] == [answer_futures(sent, [each])[0] for each in given[::-1]]
    assert packed(unpacked(together[1])) == together[1]
    assert replace(unpacked(together[1])[0]) == unpacked(together[1])[0]


def test_no_change_holds_until_it_breaks_a_rule_anew_or_further() -> None:
    """No change has idle time as things are: with as much it holds, with more (less demand) it does not, and why.

    Four officers have 2 FTE of work, so that about half their time is idle.
    """
    case = Case(scenario=service())
    whole = plan(
        case,
        futures=[
            {"name": "dearer", "values": {"pay award": "1%"}},
            {"name": "less work", "values": {"demand": "-10%"}},
        ],
    )
    now, dearer, less = ({r.option: r for r in rows}["no change"] for _, rows in answered(whole))
    assert "spare capacity" in now.rules_broken
    assert (now.kept_holds, dearer.kept_holds, less.kept_holds) == (True, True, False)
    assert (less.kept_breaks_anew, less.kept_breaks_further) == ("", "spare capacity")
    assert dearer.kept_breaks_further == ""
