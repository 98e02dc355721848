"""The ground people stand on once the posts are fixed: how many of each group, what room is left, who may claim what.

Everything later in this room reads people from here. Places are counted by places, whatever the hours of a post or its
holder; a reserved place is as good as taken, except where the least is asked for (design.md sections 1 and 4).
Change this when something besides places and claims decides who may be placed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.claims.strength import Level, Standing
from scenarios.compiling.people import Staff
from scenarios.compiling.problem import Question
from solver.flows import Served, most_served
from solver.structure import Structure
from solver.tally import Tally

Pair = tuple[str, str]


@dataclass(frozen=True)
class Ground:
    """People by staff group, room by places, the role of places, and the standing of each claim."""

    people: Mapping[str, int]
    room: Mapping[str, int]
    role: Mapping[str, str]
    standings: Mapping[Pair, Standing]

    def pairs(self, level: Level) -> frozenset[Pair]:
        """Group and places of every claim at one level."""
        return frozenset(pair for pair, standing in self.standings.items() if standing.level is level)

    def most(self, pairs: frozenset[Pair]) -> Served:
        """The most people that some claims can place, and the groups that may be left short."""
        return most_served(self.people, self.room, dict.fromkeys(pairs))

    def most_of_all(self) -> int:
        """The most people placed if every claim there is succeeds."""
        return self.most(frozenset(self.standings)).most


@dataclass(frozen=True)
class Headcount:
    """People of one staff group to be placed: as counted, at least (None: not known) and at most.

    A figure with a range gives the ends; people not known are counted as one for each post, and said to be.
    """

    people: int
    least: int | None
    most: int


def headcount(staff: Staff) -> Headcount:
    """People of a group without those who leave in any case, with the range of its figure."""
    bounds = None if staff.group.people is None else staff.group.people.bounds
    if bounds is None:
        return Headcount(staff.people, None, staff.people)
    least, most = (max(0, end - staff.leaving) for end in bounds)
    return Headcount(staff.people, min(least, staff.people), max(most, staff.people))


def ground_of(
    question: Question, structure: Structure, people: Mapping[str, int], *, with_reserved: bool = False
) -> Ground:
    """The ground for a structure.

    Args: people by group; `with_reserved` counts reserved places as open to these people, because whoever has the right
    to one may be among them.
    """
    tally = Tally(question.problem, structure)
    room = {p.id: max(0, tally.room(p) + (p.reserved if with_reserved else 0)) for p in question.problem.places}
    return Ground(
        people={group: people[group] for group in sorted(people)},
        room=room,
        role={p.id: p.role for p in question.problem.places},
        standings={pair: s for pair, s in sorted(question.people.standings.items()) if pair[0] in people},
    )
