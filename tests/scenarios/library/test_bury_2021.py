"""Bury 2021: posts, vacancies, span and budget come out of the rows; no grade is made up."""

from fractions import Fraction

from scenarios.compiling.limits import stated_ceiling
from scenarios.schema.posts import Post
from tests.scenarios.library.shipped import known, shipped

NAME = "bury-2021"
LEAD = "Senior Integrated Commissioning Manager"


def undecided() -> list[Post]:
    """Return today's posts about which nothing is settled: those the report deletes."""
    return [post for post in shipped(NAME).scenario.posts if post.change is None]


def test_twenty_one_posts_become_sixteen() -> None:
    """The held post and the two of Brokerage stand apart from the 21."""
    proposed = shipped(NAME).scenario.proposed
    assert sum(known(post.posts) for post in undecided()) == 21
    assert sum(known(post.milli_fte) for post in undecided()) == 21_000
    assert sum(known(line.posts) for line in proposed) == 16
    assert sum(known(line.milli_fte) for line in proposed) == 16_000


def test_three_posts_of_one_team_are_vacant_and_eighteen_people_in_scope() -> None:
    """The number of vacancies is published; the title they are taken to have is not."""
    vacant = {post.team: 0 for post in undecided()}
    for post in undecided():
        vacant[post.team] += known(post.posts) - known(post.people)
    quoted = {row.what: row.count for row in shipped(NAME).scenario.quoted}
    assert {team: count for team, count in vacant.items() if count} == {"Provider Relationship Team": 3}
    assert known(quoted["Posts vacant in the Provider Relationship Team"]) == 3
    assert sum(known(post.people) for post in undecided()) == 18
    assert sum((post.people.bounds or (0, 0))[1] for post in undecided() if post.people is not None) <= 18


def test_held_and_transferred_posts_are_settled() -> None:
    """One post is held vacant, two go to a service outside the case; none counts to the ceiling."""
    settled = [post for post in shipped(NAME).scenario.posts if post.change is not None]
    assert sorted((post.change.kind, known(post.people)) for post in settled if post.change is not None) == [
        ("held", 0),
        ("transferred", 0),
        ("transferred", 1),
    ]
    assert not any(post.counts_to_ceiling for post in settled)


def test_the_ceiling_is_the_sum_of_the_cost_centres() -> None:
    """489,400 + 445,700 + 40,000 - 47,100 - 54,000 = 874,000, as quoted."""
    scenario = shipped(NAME).scenario
    quoted = {row.what: row.amount_pence for row in scenario.quoted}
    assert sum(known(row.amount_pence) for row in scenario.cost_centres) == 87_400_000
    assert stated_ceiling(scenario) == 87_400_000
    assert known(quoted["Budget available"]) == 87_400_000
    assert {row.amount_pence.basis for row in scenario.cost_centres} == {"published"}


def test_four_leads_share_twelve_officers() -> None:
    """A span of 3.0 over five teams led together; the limit assumed holds it."""
    scenario = shipped(NAME).scenario
    leads = sum(known(line.posts) for line in scenario.proposed if line.title == LEAD)
    officers = sum(known(line.posts) for line in scenario.proposed if line.title != LEAD)
    assert Fraction(officers, leads) == 3
    assert known(scenario.limits.span_low) <= 3 <= known(scenario.limits.span_high)
    led = {team.led_by for team in scenario.teams if team.state == "may open"}
    assert len(led) == 1
    assert {*led.pop()} == {team.team for team in scenario.teams if team.state == "may open"}


def test_no_post_has_a_grade_and_every_role_says_it_is_unknown() -> None:
    """0 of 16 new posts have a grade: it is marked unknown, not left to be guessed."""
    scenario = shipped(NAME).scenario
    assert scenario.grades == ()
    assert all("grade" in line.unknown for line in (*scenario.posts, *scenario.proposed))
    assert all("grade" in role.unknown for role in scenario.roles)


def test_costs_of_posts_are_assumed_and_todays_fit_the_budget() -> None:
    """No cost of a post is published; together today's 21 are at most the budget, and near it."""
    scenario = shipped(NAME).scenario
    costs = {role.role: role.cost_pence for role in scenario.roles}
    assert {cost.basis for cost in costs.values() if cost is not None} == {"assumed"}
    today = sum(known(costs[post.title]) * known(post.milli_fte) // 1000 for post in undecided())
    later = sum(known(costs[line.title]) * known(line.milli_fte) // 1000 for line in scenario.proposed)
    assert (today, later) == (87_100_000, 71_300_000)
    assert today <= 87_400_000


def test_every_work_may_sit_where_it_is_done_today_and_where_it_is_to_be_done() -> None:
    """Each work is allowed in a team of today and in the pool, so that every option can be asked to cover it."""
    scenario = shipped(NAME).scenario
    today = {post.team for post in scenario.posts}
    for work in scenario.work:
        assert {*work.teams} & today, work.work
        assert "Pool of officers" in work.teams, work.work
