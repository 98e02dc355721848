"""What stands in the way of a demand: settled, not settled, or nothing; and how each rule's demand is worded.

Change this when a rule asks something else.
"""

from dataclasses import replace

import pytest

from scenarios.comparing.answers import Asking
from scenarios.exploring.asked import AskedOf, asked_of
from scenarios.exploring.demand_text import known_in, read_demands
from scenarios.exploring.demand_words import asks, gives
from scenarios.exploring.demanded import Demanded, demand_of
from scenarios.exploring.in_the_way import NOTHING_ELSE, ROOM, what_stands
from scenarios.exploring.why_not import why_not
from scenarios.schema.case import Case
from scenarios.schema.limits import Limits
from scenarios.schema.teams import Team
from solver.demand import LEAST, MOST, Demand
from solver.engine import Settings, Stop
from tests.scenarios.claims.small_question import later, line
from tests.scenarios.comparing.small import service
from tests.scenarios.compiling.services import known


def put(text: str) -> Demanded:
    """A demand on the design of the small service."""
    asked: AskedOf = next(iter(asked_of(Case(scenario=service()), Asking())))
    return demand_of(asked.question, read_demands(text, known_in(asked.arrangement.scenario)))


def test_a_limit_that_came_first() -> None:
    """Stopped at once, what stands in the way is not settled, and nothing is named."""
    stop = Stop()
    stop.ask()
    found = what_stands(put("Officer >= 3"), Settings(stop=stop))
    assert (found.in_the_way, found.ways_out) == ((), ())
    assert found.reasons == ("What stands in the way is not settled: stopped.",)
    assert found.way_out is None


def test_nothing_in_the_way() -> None:
    """Where a structure keeps the demand once there is room for it, no rule is blamed: the room is."""
    assert what_stands(put("Officer = 2"), Settings()).reasons == (ROOM,)


def test_demands_that_contradict_each_other() -> None:
    """Then nothing of the case is in the way."""
    found = what_stands(put("posts <= 1 and posts >= 2"), Settings())
    assert (found.in_the_way, found.reasons) == ((), (NOTHING_ELSE,))


def test_the_order_of_negotiability_is_the_cases_own() -> None:
    """With the ceiling named first it gives first; what is demanded never does."""
    money = Limits(ceiling_pence=known(6_000_000), negotiable=("ceiling",))
    (found,) = why_not(Case(scenario=service(limits=money)), "no one displaced", Asking()).answers
    assert any("the ceiling is raised" in part for way in found.ways_out for part in way.gives)
    assert not any("displaced" in part for way in found.ways_out for part in way.gives)


def test_what_other_posts_do_as_well_costs_nothing() -> None:
    """Two officers do the work of two alike teams from either: wherever they are asked for, every goal is the same."""
    case = service(
        posts=[line("Officer", "North", 2), line("Officer", "South", 2)],
        proposed=[later("Officer", "North", 1), later("Officer", "South", 1)],
        teams=(Team(team="North"), Team(team="South")),
    )
    answers = [
        why_not(Case(scenario=case), f"Officer in {team} = 2", Asking()).answers[0] for team in ("North", "South")
    ]
    assert {found.status for found in answers} == {"answered"}
    assert {found.first_worse for found in answers} == {None}
    assert not all(found.already for found in answers)


@pytest.mark.parametrize(
    ("demand", "asked", "given"),
    [
        (
            Demand("ceiling", "every year", asked=6_000_000, unit="pence"),
            "A year costs £60,000 at the most.",
            "the ceiling is raised by £100 a year (limits, ceiling: 60100)",
        ),
        (
            Demand("no_idle", "all teams", asked=500, unit="thousandths of FTE"),
            "No more than 0.5 FTE of established time is without work.",
            "0.001 FTE more of established time may be without work (limits, spare fte: 0.501)",
        ),
        (
            Demand("span", "North", LEAST, asked=4, unit="reports"),
            "A manager in North has at least 4 reports.",
            "managers in North may have 1 report fewer in all than the span asks (limits, span low)",
        ),
        (
            Demand("span", "North", MOST, asked=8, unit="reports"),
            "A manager in North has at most 8 reports.",
            "managers in North may have 1 report more in all than the span asks (limits, span high)",
        ),
        (
            Demand("cover", "Visits", asked=2, unit="posts"),
            "At least 2 posts can do Visits.",
            "1 post fewer need be able to do Visits (work, Visits, least: 1)",
        ),
        (
            Demand("displaced_limit", "all groups", asked=1, unit="people"),
            "At most 1 person may be displaced.",
            "1 person more may be displaced (limits, displaced: 2)",
        ),
        (
            Demand("role_limits", "Officer", MOST, asked=3, unit="posts"),
            "Officer has at most 3 posts.",
            "Officer may have 1 post more (roles, Officer, most: 4)",
        ),
        (
            Demand("team_sizes", "North", LEAST, asked=3, unit="posts"),
            "North has at least 3 posts.",
            "North may have 1 post fewer (teams, North, least posts: 2)",
        ),
    ],
)
def test_words(demand: Demand, asked: str, given: str) -> None:
    """A demand is told with its number, its place and its side; money that must be found is rounded up to £100."""
    assert asks(demand) == asked
    assert gives(demand, 1) == given


def test_words_of_rules_without_their_own() -> None:
    """Any other rule is told by its own sentence, its place and its number."""
    one_off = Demand("one_off", "one-off cost", asked=5_000_000, unit="pence")
    assert asks(one_off) == "The one-off cost expected of the option is within its limit (one-off cost: £50,000)."
    assert gives(one_off, 12_345) == (
        "£200 less is asked by 'The one-off cost expected of the option is within its limit' (one-off cost) "
        "(limits, one-off limit: 50200)"
    )
    assert asks(
        replace(one_off, rule="no_worse", place="work", unit="weighted thousandths of FTE", asked=300)
    ).endswith("(work: 0.3 FTE).")
