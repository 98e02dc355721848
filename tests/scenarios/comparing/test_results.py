"""The JSON contract: every key that scripts outside rely on, with the shape it is promised in."""

import json
from dataclasses import replace
from typing import Any

import pytest

from api.json_text import json_text
from scenarios.comparing.answers import Asking
from scenarios.comparing.result import StructureResult, ledger_lines
from scenarios.comparing.results import compare_case, problem_digest
from scenarios.schema.case import Case
from scenarios.schema.figure import Figure
from scenarios.schema.limits import Limits
from scenarios.schema.other_costs import OtherCost
from scenarios.schema.policy import Policy
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from scenarios.schema.sealed import Sealed
from scenarios.schema.service import ServiceBand
from solver.engine import Engine, Settings, Stop
from solver.search import Watch
from tests.scenarios.claims.small_question import later, line
from tests.scenarios.comparing.small import OPTIONS, answered, results, service
from tests.scenarios.compiling.services import able, known, option, work

ADVICE = OtherCost(what="Advice", amount_pence=known(100_000), repeats="one-off")
KEYS = {
    *("option", "anchor", "branch", "status", "proven", "ties", "bounds", "annual_cost", "price_base", "saving"),
    *("saving_by_source", "cost_by_year", "one_off", "fte", "posts", "posts_deleted", "posts_created", "people"),
    *("ring_fences", "groups", "lines", "coverage", "idle_fte", "by_grade", "depends_on", "unknown", "verdict"),
    "provenance",
}
"""Design section 7, in its order."""

INSIDE = {
    "posts_deleted": {"total", "filled", "vacant"},
    "people": {
        "in_scope",
        "at_risk",
        "s188",
        "no_change",
        "slot_in",
        "displaced_at_least",
        "displaced_at_most",
    },
    "verdict": {"ok", "findings"},
    "provenance": {"input_digest", "versions", "problem_digest", "engine", "effort_limit", "node_limit", "goals"},
}
ROWS = {
    "saving_by_source": {"source", "effect", "pounds"},
    "ring_fences": {"groups", "roles", "people", "posts", "unplaced_at_least"},
    "groups": {"group", "people", "displaced_low", "displaced_high"},
    "lines": {"team", "role", "grade", "posts", "fte", "annual_cost"},
    "coverage": {"work", "demand", "delivered", "by"},
    "by_grade": {"grade", "posts", "fte"},
    "depends_on": {"assumption", "value", "low", "high", "breaks_at", "side", "then"},
    "bounds": {"goal", "unit", "value", "bound", "settled", "kept"},
    "ledger": {
        "what",
        "team",
        "role",
        "count",
        "fte",
        "formula",
        "pounds",
        "source",
        "basis",
        "price_base",
        "funding",
    },
}


def document(case: Scenario, *, sealed: Sealed | None = None, asking: Asking | None = None) -> dict[str, Any]:
    """The comparison as a script outside reads it."""
    found = compare_case(Case(scenario=case, sealed=sealed or Sealed()), asking)
    read: dict[str, Any] = json.loads(json_text(found.model_dump(mode="json")))
    return read


@pytest.fixture(scope="module")
def plain() -> list[dict[str, Any]]:
    """Every structure of the small service."""
    structures: list[dict[str, Any]] = document(service())["structures"]
    return structures


def test_every_key_of_the_contract_is_in_every_structure(plain: list[dict[str, Any]]) -> None:
    """Also in one that came to nothing."""
    assert {each["status"] for each in plain} == {"as_is", "given", "designed", "infeasible"}
    for each in plain:
        assert {*each} >= KEYS, each["option"]


def test_keys_inside_have_the_names_promised(plain: list[dict[str, Any]]) -> None:
    """Objects and rows; each kind of row is met at least once."""
    met = set()
    for each in plain:
        for key, names in INSIDE.items():
            assert each[key] is None or {*each[key]} == names, key
        for key, names in ROWS.items():
            met |= {key} if each[key] else set()
            assert all({*row} == names for row in each[key]), key
    assert met == {*ROWS}
    assert {*plain[0]["people"]["s188"]} == {"low", "high"}


def test_the_head_of_a_comparison() -> None:
    """Which case, what it is, and in which money."""
    found = document(service(), asking=Asking(options=("no change",), break_evens=False))
    assert {key: found[key] for key in found if key != "structures"} == {
        "case": "small",
        "title": "Small service",
        "illustration": False,
        "note": None,
        "currency": "GBP",
        "doubts": None,
    }


def test_numbers_of_the_small_service(plain: list[dict[str, Any]]) -> None:
    """Four officers become two, by hand: £60,000 less; at least two displaced, as both places are their own jobs."""
    given = next(each for each in plain if each["option"] == "as given")
    assert (given["annual_cost"], given["saving"], given["fte"], given["posts"]) == (60_000, 60_000, 2, 2)
    assert given["people"] == {
        "in_scope": 4,
        "at_risk": 4,
        "s188": {"low": 2, "high": 4},
        "no_change": 0,
        "slot_in": 0,
        "displaced_at_least": 2,
        "displaced_at_most": 2,
    }
    assert given["groups"] == [{"group": "Officer", "people": 4, "displaced_low": 2, "displaced_high": 2}]
    assert given["coverage"] == [{"work": "Visits", "demand": 2.0, "delivered": 2.0, "by": [["North", "Officer", 2.0]]}]
    assert given["verdict"] == {"ok": True, "findings": []}
    assert (given["proven"], given["ties"], given["bounds"], given["anchor"]) == (True, False, [], None)


def test_what_a_design_carries(plain: list[dict[str, Any]]) -> None:
    """Each goal in its turn with its bound, in the order of the anchor."""
    people, money = (next(e for e in plain if e["anchor"] == anchor) for anchor in ("people_first", "money_first"))
    assert [(b["goal"], b["value"], b["bound"], b["settled"]) for b in people["bounds"]] == [
        ("uncovered", 0, 0, True),
        ("displaced", 2, 2, True),
        ("cost", 6_000_000, 6_000_000, True),
        ("moved_down", 0, 0, True),
        ("job_changed", 0, 0, True),
        ("posts_changed", 2, 2, True),
    ]
    assert [b["goal"] for b in money["bounds"]][:3] == ["uncovered", "cost", "displaced"]
    assert people["provenance"]["goals"] == [
        [b["goal"], 100_000 if b["goal"] == "cost" else 0] for b in people["bounds"]
    ]


def test_what_came_to_nothing_has_nothing_counted(plain: list[dict[str, Any]]) -> None:
    """Null or empty, never nought; and it says why."""
    none = next(each for each in plain if each["status"] == "infeasible")
    assert none["proven"] is True
    assert none["reasons"]
    for key in ("annual_cost", "saving", "fte", "posts", "posts_deleted", "people", "idle_fte", "verdict", "one_off"):
        assert none[key] is None, key
    for key in ("lines", "ledger", "coverage", "groups", "ring_fences", "saving_by_source", "by_grade"):
        assert none[key] == [], key


def test_a_search_that_was_stopped_is_undecided() -> None:
    """Not proven, and without a structure where none had been found."""
    stop = Stop()
    stop.ask()
    found = document(service(), asking=Asking(watch=Watch(settings=Settings(stop=stop))))["structures"]
    undecided = [each for each in found if each["status"] == "undecided"]
    assert len(undecided) == 3
    assert not any(each["proven"] for each in undecided)
    assert all(each["depends_on"] == [] for each in found)


def test_findings_of_a_given_structure_are_told() -> None:
    """Four officers where two are enough: the checker says what has no work, in its rule's unit."""
    rows = (*OPTIONS[:1], option("given", name="as given"))
    found = results(service(options=rows, work=(work("Visits", 500),), able=(able("Officer", Visits=10_000),)))
    verdict = found["as given", None].verdict
    assert verdict is not None
    assert [(f.rule, f.amount) for f in verdict.findings] == [("no_idle", 1000)]
    assert not verdict.ok


@pytest.mark.parametrize(("limits", "ending"), [(Limits(), " (the default)"), (Limits(spare_milli_fte=known(500)), "")])
def test_spare_time_that_nobody_typed_is_said_to_be_the_default(limits: Limits, ending: str) -> None:
    """The same half FTE, typed, is the planner's own."""
    rows = (*OPTIONS[:1], option("given", name="as given"))
    sheets: dict[str, Any] = {"work": (work("Visits", 500),), "able": (able("Officer", Visits=10_000),)}
    verdict = results(service(options=rows, limits=limits, **sheets))["as given", None].verdict
    assert verdict is not None
    assert [f.message for f in verdict.findings] == [
        f"1.5 FTE of established time has no work, 1 FTE more than the 0.5 FTE allowed{ending}"
    ]


def test_a_ceiling_that_nobody_typed_says_whose_cost_it_is() -> None:
    """Two officers as given at £30,000 each are the cheaper; a ceiling stated is the planner's own."""
    (note,) = results(service())["designed", "people_first"].notes
    assert note == (
        "Held to a ceiling of £60,000 a year "
        "(the default, as none is stated: the cost of 'as given', of what stays and counts)."
    )
    (stated,) = results(service(limits=Limits(ceiling_pence=known(7_000_000))))["designed", "people_first"].notes
    assert stated == "Held to a ceiling of £70,000 a year."


def test_what_is_not_known_is_named_in_the_result() -> None:
    """No cost, no saving, no goal for it."""
    found = results(service(roles=(Role(role="Officer"),)))["designed", "people_first"]
    assert found.unknown == ("cost of Officer",)
    assert "cost" not in {bound.goal for bound in found.bounds}
    assert (found.annual_cost, found.saving, found.price_base) == (None, None, None)


def test_one_off_cost_and_payback_come_from_what_is_known_of_exits() -> None:
    """Two displaced at £15,000 each against £60,000 a year: half a year."""
    found = results(service(limits=Limits(exit_cost_pence=known(1_500_000))))["as given", None]
    assert found.one_off is not None
    assert found.one_off.expected == 30_000
    assert found.payback_years == 0.5
    assert results(service())["as given", None].one_off is None


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        ({}, (None, None)),
        ({"limits": Limits(exit_cost_pence=known(1_500_000))}, (0.5, True)),
        ({"other_costs": (ADVICE,), "proposed": [later("Officer", "North", 4)]}, (None, False)),
    ],
    ids=["not known", "half a year", "never"],
)
def test_what_is_never_paid_back_is_told_from_what_is_not_known(
    sheets: dict[str, Any], expected: tuple[float | None, bool | None]
) -> None:
    """No exit cost is known; two exits against £60,000 a year; advice to be paid for and nothing saved."""
    found = results(service(**sheets))["as given", None]
    assert (found.payback_years, found.pays_back) == expected


def test_provenance_says_what_answered_and_within_which_limits() -> None:
    """The engine the size of the problem decides, or the one asked for; none where nothing is searched."""
    asking = Asking(watch=Watch(settings=Settings(effort=6.0, nodes=20_000)), break_evens=False)
    found = results(service(), asking)
    design, given = found["designed", "people_first"].provenance, found["as given", None].provenance
    assert (design.engine, design.effort_limit, design.node_limit) == ("CP-SAT", 6.0, 20_000)
    assert given.engine is None
    highs = Asking(watch=Watch(engine=Engine.HIGHS), break_evens=False)
    assert results(service(), highs)["designed", "people_first"].provenance.engine == "HiGHS"


def test_what_later_goals_were_held_to_is_the_value_and_the_tolerance() -> None:
    """Two officers cost £60,000; later goals may use £1,000 more, and no more people or work."""
    found = results(service())["designed", "people_first"]
    assert [(b.goal, b.kept - b.value) for b in found.bounds][:3] == [
        ("uncovered", 0),
        ("displaced", 0),
        ("cost", 100_000),
    ]


def test_the_sealed_table_moves_the_one_off_cost_and_nothing_else() -> None:
    """Long service makes exits dearer; no post, place or stage knows of it."""
    policy = Policy(
        redundancy_multiplier_hundredths=known(100), redundancy_pay="actual", redundancy_ceiling_weeks=known(30)
    )
    case = service(policy=policy)

    def told(years: int) -> list[dict[str, Any]]:
        band = ServiceBand(
            group="Officer",
            age_low=41,
            age_high=60,
            service_years=years,
            pay_pence=Figure(value=2_600_000),
            people=Figure(value=4),
        )
        structures: list[dict[str, Any]] = document(case, sealed=Sealed(service=(band,)))["structures"]
        return structures

    short, long = told(3), told(20)
    assert short[1]["one_off"] != long[1]["one_off"]
    for one, other in zip(short, long, strict=True):
        for key in one:
            assert one[key] == other[key] or key in ("one_off", "payback_years", "pays_back"), key


def test_the_digest_of_a_problem_tells_problems_apart() -> None:
    """Same problem, same digest; another penny, another."""
    problem = answered(service())["designed", "", "people_first"].question.problem
    other = replace(problem, limits=replace(problem.limits, other_pence=1))
    assert problem_digest(problem) == problem_digest(replace(problem))
    assert problem_digest(problem) != problem_digest(other)
    assert len(problem_digest(problem)) == 64


def test_a_result_is_frozen_and_takes_no_key_it_does_not_know(plain: list[dict[str, Any]]) -> None:
    """Results are read, never changed."""
    one = results(service(options=OPTIONS[:1]))["no change", None]
    with pytest.raises(ValueError, match="frozen"):
        one.posts = 3  # type: ignore[misc]
    with pytest.raises(ValueError, match="Extra inputs"):
        StructureResult.model_validate({**plain[0], "mood": "good"})
    assert ledger_lines(None) == ()


def test_posts_without_a_person_and_people_without_a_post_stay_apart() -> None:
    """Four posts with three people: three in scope, four posts."""
    found = results(service(posts=[line("Officer", "North", 4, people=3)]))["no change", None]
    assert found.people is not None
    assert (found.posts, found.people.in_scope) == (4, 3)
