"""What a structure means for people: hand-argued totals, and what must hold whatever is drawn.

Change this when a report has to say something more about people.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.claims.outcome import GroupOutcome, PeopleOutcome, people_outcome
from scenarios.claims.strength import Level
from scenarios.schema.figure import Figure
from scenarios.schema.posts import Post
from scenarios.schema.proposed import ProposedPost
from scenarios.schema.scenario import Scenario
from solver.engine import Settings
from solver.outcome import Designed, Stage
from solver.search import design
from solver.settle import settle_given
from solver.tally import Tally
from tests.scenarios.claims.small_question import POLICY, asked, later, line, scenario

TEAMS = ("North", "South")
GRADES = ("Grade 4", "Grade 5", "Grade 6")
TODAY = {"Officer": "Grade 5", "Clerk": "Grade 4", "Lead": "Grade 6"}
NEW = ("Adviser", "Link")


def outcome(case: Scenario) -> PeopleOutcome:
    """What the structure given means for people."""
    return people_outcome(*asked(case))


def test_a_service_argued_by_hand() -> None:
    """Ten organisers, of whom three stay; seven with a 70 % match for five adviser posts, one of them reserved.

    Seven are gone at least. If the right to the reserved place is theirs, eight of ten are placed: two displaced at
    least; if nobody is appointed, seven. Placements without the reserved place reach seven: three is their least.
    """
    case = scenario(
        [line("Organiser", "North", 6), line("Organiser", "South", 4), line("Clerk", "North", 3, "Grade 4", people=2)],
        [later("Organiser", "North", 3), later("Adviser", "South", 5), later("Clerk", "North", 2, "Grade 4")],
        {("Organiser", "Adviser"): 7000},
        reserved={"Adviser": 1},
    )
    found = outcome(case)
    assert (found.in_scope, found.at_risk, found.no_change, found.slot_in) == (12, 10, 2, 0)
    assert (found.s188_low, found.s188_high) == (7, 10)
    assert (found.displaced_at_least, found.displaced_at_most) == (2, 7)
    assert [(f.level, f.roles, f.people, f.posts, f.unplaced_at_least) for f in found.ring_fences] == [
        (Level.OWN_JOB, ("Organiser",), 10, 3, 7),
        (Level.SLOT_IN, ("Adviser",), 7, 4, 3),
    ]
    assert found.groups == (
        GroupOutcome("Clerk", 2, 0, 0, at_risk=False),
        GroupOutcome("Organiser", 10, 3, 7, at_risk=True),
    )


def test_not_evaluated_is_possible_at_least_and_certain_for_nobody_at_most() -> None:
    """Four officers' posts go and four at their grade come: nobody or everybody may be displaced."""
    case = scenario([line("Officer", "North", 4)], [later("Adviser", "North", 4)])
    found = outcome(case)
    assert (found.displaced_at_least, found.displaced_at_most, found.slot_in) == (0, 4, 0)
    evaluated = outcome(scenario(case.posts, case.proposed, {("Officer", "Adviser"): 6500}))
    assert (evaluated.displaced_at_least, evaluated.displaced_at_most, evaluated.slot_in) == (0, 0, 4)


def test_posts_deleted_and_created_are_not_people_displaced() -> None:
    """Three posts deleted and three created two grades up: nobody may claim them, so all three are displaced."""
    found = outcome(scenario([line("Clerk", "North", 3, "Grade 4")], [later("Lead", "North", 3, "Grade 6")]))
    assert (found.displaced_at_least, found.displaced_at_most, found.ring_fences) == (3, 3, ())


def test_a_group_is_displaced_at_least_as_the_claim_order_leaves_it() -> None:
    """Leads may go one down only after officers, whose grade it is: two officers fill both posts, the lead has none."""
    case = scenario([line("Officer", "North", 2), line("Lead", "North", 1, "Grade 6")], [later("Adviser", "North", 2)])
    found = {g.group: (g.displaced_low, g.displaced_high) for g in outcome(case).groups}
    assert found == {"Officer": (0, 2), "Lead": (1, 1)}


lines_today = st.builds(
    lambda title, team, posts, empty: line(title, team, posts, TODAY[title], people=max(0, posts - empty)),
    st.sampled_from(sorted(TODAY)),
    st.sampled_from(TEAMS),
    st.integers(1, 3),
    st.integers(0, 1),
)
lines_later = st.builds(
    lambda title, team, posts, grade: later(title, team, posts, TODAY.get(title, grade)),
    st.sampled_from([*TODAY, *NEW]),
    st.sampled_from(TEAMS),
    st.integers(1, 3),
    st.sampled_from(GRADES),
)
Drawn = tuple[list[Post], list[ProposedPost], dict[tuple[str, str], int], dict[str, int]]


@st.composite
def services(draw: st.DrawFn) -> Drawn:
    """Up to three jobs in two teams, up to five jobs after, any matches, and reserved places on what there is."""
    today = draw(st.lists(lines_today, min_size=1, max_size=4))
    after = draw(st.lists(lines_later, min_size=1, max_size=4))
    jobs = sorted({row.title for row in today})
    roles = sorted({row.title for row in after})
    scores = st.sampled_from([2000, 5500, 7000])
    matches = draw(st.dictionaries(st.tuples(st.sampled_from(jobs), st.sampled_from(roles)), scores, max_size=4))
    reserved = draw(st.dictionaries(st.sampled_from(roles), st.just(1), max_size=1))
    return today, after, matches, reserved


def _case(drawn: Drawn, *, by_team: bool = False) -> Scenario:
    today, after, matches, reserved = drawn
    policy = POLICY.model_copy(update={"selection_by_team": by_team, "up_allowed": True})
    given_matches = {} if by_team else matches
    return scenario(today, after, given_matches, reserved, policy=policy)


@settings(max_examples=60, deadline=None)
@given(services(), st.booleans())
def test_what_holds_for_every_structure(drawn: Drawn, by_team: bool) -> None:  # noqa: FBT001 - drawn
    """Numbers of people stand in the order their definitions promise, and groups within the totals."""
    question, posts = asked(_case(drawn, by_team=by_team))
    found = people_outcome(question, posts)
    people = sum(g.people for g in found.groups)
    assert found.at_risk + found.no_change == people == found.in_scope
    assert 0 <= found.displaced_at_least <= found.displaced_at_most <= found.at_risk <= found.s188_high
    assert found.s188_low is not None
    assert found.s188_low <= found.s188_high
    assert found.slot_in <= found.at_risk
    for group in found.groups:
        assert 0 <= group.displaced_low <= group.displaced_high <= group.people * group.at_risk
    assert sum(g.displaced_low for g in found.groups) <= found.displaced_at_most
    assert sum(g.displaced_high for g in found.groups) >= found.displaced_at_most
    at_risk = {g.group for g in found.groups if g.at_risk}
    for fence in found.ring_fences:
        assert fence.people > 0
        assert fence.posts > 0
        assert {*fence.groups} <= at_risk
        assert fence.level >= Level.RING_FENCE or fence.people > fence.posts


@settings(max_examples=15, deadline=None)
@given(services())
def test_the_structure_shown_lies_in_every_range(drawn: Drawn) -> None:
    """The placement settled for the same posts displaces as many, in all and of each group, as the ranges allow."""
    question, posts = asked(_case(drawn))
    settled = settle_given(question.problem, posts.posts)
    found = people_outcome(question, settled)
    displaced = Tally(question.problem, settled).displaced
    assert found.displaced_at_least <= sum(displaced.values()) <= found.displaced_at_most
    assert all(g.displaced_low <= displaced[g.group] <= g.displaced_high for g in found.groups)


def _turned(drawn: Drawn) -> Drawn:
    today, after, matches, reserved = drawn
    return today[::-1], after[::-1], dict(reversed(matches.items())), reserved


def _renamed_teams(drawn: Drawn) -> Drawn:
    """North becomes Zone 9 and South Area 1, which also turns their order round."""
    names = {"North": "Zone 9", "South": "Area 1"}
    today = [row.model_copy(update={"team": names[row.team or ""]}) for row in drawn[0]]
    after = [row.model_copy(update={"team": names[row.team or ""]}) for row in drawn[1]]
    return today, after, drawn[2], drawn[3]


def _part_time(drawn: Drawn) -> Drawn:
    """Everybody at half their hours, in as many posts."""
    today = [row.model_copy(update={"milli_fte": Figure(value=500 * _posts(row))}) for row in drawn[0]]
    return today, drawn[1], drawn[2], drawn[3]


def _split_lines(drawn: Drawn) -> Drawn:
    """Every line of today with two posts or more as two lines, the first of one part-time post."""
    return [part for row in drawn[0] for part in _parts(row)], drawn[1], drawn[2], drawn[3]


def _parts(row: Post) -> Iterable[Post]:
    posts, people = _posts(row), row.people.value if row.people is not None else None
    if posts < 2 or people is None:
        return [row]
    first = {"posts": Figure(value=1), "milli_fte": Figure(value=400), "people": Figure(value=min(1, people))}
    rest = {"posts": Figure(value=posts - 1), "people": Figure(value=people - min(1, people))}
    return [row.model_copy(update=first), row.model_copy(update=rest)]


def _posts(row: Post) -> int:
    return (row.posts.value or 0) if row.posts is not None else 0


@pytest.mark.parametrize("change", [_turned, _renamed_teams, _part_time, _split_lines])
@settings(max_examples=12, deadline=None)
@given(drawn=services())
def test_order_hours_and_team_names_change_nobodys_outcome(change: Callable[[Drawn], Drawn], drawn: Drawn) -> None:
    """The same people and places give the same outcome, however rows are written."""
    assert outcome(_case(change(drawn))) == outcome(_case(drawn))


@settings(max_examples=12, deadline=None)
@given(services())
def test_team_names_change_nothing_where_selection_is_by_team(drawn: Drawn) -> None:
    """Where teams are apart, other names for them change the names of groups and nothing else."""
    before = outcome(_case(_without_reserved(drawn), by_team=True))
    after = outcome(_case(_renamed_teams(_without_reserved(drawn)), by_team=True))
    assert _nameless(after) == _nameless(before)


def _without_reserved(drawn: Drawn) -> Drawn:
    return drawn[0], drawn[1], drawn[2], {}


def _nameless(found: PeopleOutcome) -> tuple[object, ...]:
    fences = sorted((f.level, f.roles, f.people, f.posts) for f in found.ring_fences)
    groups = sorted((g.people, g.displaced_low, g.displaced_high, g.at_risk) for g in found.groups)
    return replace(found, ring_fences=(), groups=()), fences, groups


EITHER = scenario(
    [line("Officer", "North", 1), line("Adviser", "North", 1)], [later("Officer", "North", 1)], policy=POLICY
)


def test_equally_good_posts_widen_the_range() -> None:
    """One post of either job at one price: one group is displaced for the posts shown, either over both posts."""
    question, _ = asked(EITHER, "no change")
    limits = replace(question.problem.limits, ceiling_pence=(100,), spare_milli_fte=None)
    kinds = tuple(replace(k, ceiling_pence=(100,), cost_pence=100) for k in question.problem.kinds)
    own = tuple(claim for claim in question.problem.claims if claim.strength < 100)
    kept = {pair: s for pair, s in question.people.standings.items() if s.level is Level.OWN_JOB}
    problem = replace(question.problem, limits=limits, kinds=kinds, claims=own)
    tied = replace(question, problem=problem, people=replace(question.people, standings=kept))
    answer = design(problem, question.order)
    assert isinstance(answer, Designed)
    assert answer.ties
    alone = people_outcome(tied, answer.structure, stages=answer.stages)
    assert sorted((g.displaced_low, g.displaced_high) for g in alone.groups) == [(0, 0), (1, 1)]
    over_all = people_outcome(tied, answer.structure, stages=answer.stages, ties=True)
    assert [(g.displaced_low, g.displaced_high) for g in over_all.groups] == [(0, 1), (0, 1)]
    assert replace(over_all, groups=()) == replace(alone, groups=())
    stopped = Settings()
    stopped.stop.ask()
    cut_short = people_outcome(tied, answer.structure, stages=answer.stages, ties=True, settings=stopped)
    assert cut_short == over_all


def test_a_stop_widens_a_range_to_what_is_certain() -> None:
    """Two groups ring-fenced for one post: one of them stays without, which only a search can say of this placement."""
    case = scenario(
        [line("Officer", "North", 1), line("Clerk", "North", 1), line("Aide", "North", 1)],
        [later("Adviser", "North", 1), later("Link", "North", 1)],
        {("Officer", "Adviser"): 5500, ("Clerk", "Adviser"): 5500, ("Aide", "Adviser"): 5500, ("Aide", "Link"): 5500},
    )
    stopped = Settings()
    stopped.stop.ask()
    question, posts = asked(case)
    known = {g.group: g for g in people_outcome(question, posts).groups}
    for group in people_outcome(question, posts, settings=stopped).groups:
        assert group.displaced_low <= known[group.group].displaced_low
        assert group.displaced_high >= known[group.group].displaced_high


def test_ties_without_stages_are_the_posts_shown() -> None:
    """A structure given by hand has no stages, so there is nothing else to range over."""
    question, posts = asked(EITHER)
    stages: tuple[Stage, ...] = ()
    assert people_outcome(question, posts, stages=stages, ties=True) == people_outcome(question, posts)
