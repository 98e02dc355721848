"""What a structure means for people, its posts fixed: at risk, slot-ins, ring-fences, displaced at least and at most.

Worked out after the search, from numbers of people by staff group alone. Who is appointed is never computed, so most of
it is a range. Sources: design.md section 4 ("People, reported after the search"); domain-rules.md sections 6, 7, 9-11.
Change this when a report has to say something more about people.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scenarios.claims.at_risk import groups_at_risk
from scenarios.claims.contests import Assimilated, RingFence, assimilate, ring_fences
from scenarios.claims.ground import ground_of, headcount
from scenarios.claims.section_188 import section_188
from scenarios.compiling.problem import Question
from solver.engine import Settings
from solver.outcome import Stage
from solver.ranges import Displaced, for_equally_good, least_for_these_posts
from solver.structure import Structure


@dataclass(frozen=True)
class GroupOutcome:
    """One staff group: the people to be placed, how few and how many of them may be displaced, and whether at risk.

    `displaced_low`: over all placements of the most people that keep the claim order, and over all equally good posts
    where there are others. `displaced_high`: everyone but those certain of a place.
    """

    group: str
    people: int
    displaced_low: int
    displaced_high: int
    at_risk: bool


@dataclass(frozen=True, kw_only=True)
class PeopleOutcome:
    """What a structure means for people, in numbers of people.

    `in_scope` everyone in a staff group, those leaving in any case included; the rest of the numbers leave those out.
    `at_risk` everybody in a group whose own job shrinks, changes or goes (at_risk.py); `no_change` everybody else.
    `s188_low` and `s188_high` those who count for collective consultation; low None where not known (section_188.py).
    `slot_in` people certain of a place at their grade because all who claim such places fit.
    `displaced_at_least` people less the most that can be placed if every claim succeeds; reserved places count as open
    to them, because whoever has the right to one may be among these people.
    `displaced_at_most` people less those certain of a place: own jobs as far as their places go, and slot-ins; reserved
    places count as taken.
    `people_known` False where the people of a group are not known and counted as one for each post.
    """

    in_scope: int
    at_risk: int
    s188_low: int | None
    s188_high: int
    no_change: int
    slot_in: int
    displaced_at_least: int
    displaced_at_most: int
    ring_fences: tuple[RingFence, ...]
    groups: tuple[GroupOutcome, ...]
    people_known: bool


def people_outcome(
    question: Question,
    structure: Structure,
    *,
    stages: Iterable[Stage] = (),
    ties: bool = False,
    settings: Settings | None = None,
    known: Mapping[str, Displaced] | None = None,
) -> PeopleOutcome:
    """What a structure means for people; only its posts are read.

    Args: the question the structure answers; the stages of its search, and whether equally good post counts exist
    (`ties`): then each group's range is taken over those as well; the settings of each small search, of which a limit
    or a stop widens the ranges to what is certain; each group's range where it is `known` already: then nothing is
    searched.
    """
    counts = {s.group.group: headcount(s) for s in question.people.staff}
    people = {group: count.people for group, count in counts.items()}
    ground = ground_of(question, structure, people)
    at_risk = groups_at_risk(question, structure, ground)
    sure = assimilate(ground)
    everyone = sum(people.values())
    risky = sum(people[group] for group in at_risk)
    law = section_188(question, structure, counts)
    displaced = displaced_range(question, structure, people)
    reach = known
    if reach is None:
        over = tuple(stages) if ties else ()
        reach = _ranges(question, structure, sure, stages=over, settings=settings or Settings())
    return PeopleOutcome(
        in_scope=everyone + sum(s.leaving for s in question.people.staff),
        at_risk=risky,
        s188_low=law.low,
        s188_high=law.high,
        no_change=everyone - risky,
        slot_in=sure.slot_in,
        displaced_at_least=displaced[0],
        displaced_at_most=displaced[1],
        ring_fences=ring_fences(ground, sure),
        groups=tuple(
            GroupOutcome(group, people[group], reach[group].least, reach[group].most, group in at_risk)
            for group in sorted(people)
        ),
        people_known=all(s.known for s in question.people.staff),
    )


def displaced_range(question: Question, structure: Structure, people: Mapping[str, int]) -> tuple[int, int]:
    """People displaced at the least and at the most, as `people_outcome` has them, for other numbers of people.

    Args: the question the structure answers; the structure, of which only the posts are read; people by group.
    """
    everyone = sum(people.values())
    sure = assimilate(ground_of(question, structure, people))
    generous = ground_of(question, structure, people, with_reserved=True)
    return everyone - generous.most_of_all(), everyone - sure.kept - sure.slot_in


def _ranges(
    question: Question, structure: Structure, sure: Assimilated, *, stages: tuple[Stage, ...], settings: Settings
) -> dict[str, Displaced]:
    """Range of each group: from the least over the answers, to everyone but those certain of a place."""
    problem = question.problem
    people = {group.id: group.people for group in problem.groups}
    found = {group: Displaced(0, people[group] - sure.certain[group]) for group in people}
    uncertain = [group for group, reach in found.items() if reach.most]
    for group, least in least_for_these_posts(problem, structure, uncertain, settings).items():
        found[group] = Displaced(min(least, found[group].most), found[group].most)
    if stages:
        for group, there in for_equally_good(problem, stages, sorted(people), settings).items():
            here = found[group]
            found[group] = Displaced(min(here.least, there.least), max(here.most, there.most))
    return found
