"""Contests in their order: own jobs first, then slot-ins, ring-fences and redeployment, each for what is left.

At every step as many are placed as can be; who goes on to the next step is known only as "so many of these groups".
Own jobs and slot-ins are certain where they hold everyone who claims them; from ring-fences on nobody is certain.
Nothing here depends on the order of rows, on hours or on names. Source: domain-rules.md sections 7.1 and 7.2.
Change this when an authority fills posts in another order of methods.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from scenarios.claims.bounds import Bound, joined
from scenarios.claims.ground import Ground, Pair
from scenarios.claims.strength import Level
from solver.flows import greatest_flow
from solver.network import SOURCE


@dataclass(frozen=True)
class RingFence:
    """So many people for so many posts: the groups that may compete for the same roles at one level of claim.

    `people` are those who may still be without a place then, `posts` the places still open; `unplaced_at_least` of
    them find no place in these posts. One group may stand in several lines, so lines are not added up.
    """

    level: Level
    groups: tuple[str, ...]
    roles: tuple[str, ...]
    people: int
    posts: int

    @property
    def unplaced_at_least(self) -> int:
        """People beyond the posts."""
        return max(0, self.people - self.posts)


@dataclass(frozen=True)
class Left:
    """People without a place and places without people, as nested bounds."""

    people: tuple[Bound, ...]
    places: tuple[Bound, ...]

    def people_of(self, groups: Iterable[str]) -> int:
        """The most people of some groups that may be without a place."""
        names = frozenset(groups)
        return sum(bound.of(names) for bound in self.people)

    def places_of(self, places: Iterable[str]) -> int:
        """The most of some places that may be open."""
        names = frozenset(places)
        return sum(bound.of(names) for bound in self.places)


@dataclass(frozen=True)
class Assimilated:
    """After own jobs and slot-ins.

    `kept` people certain to keep their own job, as a number; `certain` of each group; `slot_in` people; what is left of
    people and places; and the contests so far.
    """

    kept: int
    certain: dict[str, int]
    slot_in: int
    left: Left
    ring_fences: tuple[RingFence, ...]


def assimilate(ground: Ground) -> Assimilated:
    """Fill own jobs and slot in, as far as these are certain.

    Own jobs keep as many people as they can; slot-ins succeed where all who claim the places fit, otherwise there is a
    closed ring-fence among exactly those who do not.
    """
    start = Left(
        tuple(Bound(people, name=group) for group, people in ground.people.items()),
        tuple(Bound(room, name=places) for places, room in ground.room.items()),
    )
    own = ground.pairs(Level.OWN_JOB)
    kept = ground.most(own)
    certain = {
        group: people if group not in kept.short else kept.most - _without(ground, group)
        for group, people in ground.people.items()
    }
    short = frozenset(kept.short)
    after_own, lines = _stage(start, ground, Level.OWN_JOB, pairs=own, short=short)
    slots = frozenset(pair for pair in ground.pairs(Level.SLOT_IN) if after_own.people_of([pair[0]]))
    losing = _may_lose(after_own, slots)
    sure = frozenset(group for group, _ in slots if group not in losing)
    slot_in = sum(bound.of(bound.names) - bound.of(bound.names - sure) for bound in after_own.people)
    after, more = _stage(after_own, ground, Level.SLOT_IN, pairs=slots, short=losing)
    return Assimilated(
        kept=kept.most,
        certain=certain | {group: ground.people[group] for group in sure},
        slot_in=slot_in,
        left=after,
        ring_fences=(*lines, *more),
    )


def ring_fences(ground: Ground, start: Assimilated) -> tuple[RingFence, ...]:
    """Every contest in its turn, from own jobs on, for the people and places that are left then.

    From ring-fences on, claims of one strength (level, then the priority the authority names) have one turn.
    """
    left, found = start.left, list(start.ring_fences)
    weaker = {pair: s for pair, s in ground.standings.items() if s.level >= Level.RING_FENCE}
    for strength in sorted({s.strength for s in weaker.values()}):
        pairs = frozenset(pair for pair, s in weaker.items() if s.strength == strength)
        level = next(s.level for s in weaker.values() if s.strength == strength)
        found.extend(_lines(left, ground, level, pairs=pairs))
        left = _fill(left, pairs)
    return tuple(found)


def _without(ground: Ground, group: str) -> int:
    """The most kept in their own jobs if nobody of one group were there."""
    others = frozenset(pair for pair in ground.pairs(Level.OWN_JOB) if pair[0] != group)
    return ground.most(others).most


def _may_lose(left: Left, pairs: frozenset[Pair]) -> frozenset[str]:
    """Claimants who may be left out even if as many as can are placed, each group taken at the most it may be."""
    groups = {group for group, _ in pairs}
    flow = greatest_flow(
        [
            *((SOURCE, ("people", group), left.people_of([group])) for group in groups),
            *((("people", group), ("places", places), None) for group, places in pairs),
            *(arc for number, bound in enumerate(left.places) for arc in bound.arcs("places", str(number))),
        ]
    )
    return frozenset(group for group in groups if ("people", group) in flow.reached)


def _stage(
    left: Left, ground: Ground, level: Level, *, pairs: frozenset[Pair], short: frozenset[str]
) -> tuple[Left, list[RingFence]]:
    """Place those who are sure of it where nobody short may claim, then those short, with their contests."""
    contested = {places for group, places in pairs if group in short}
    sure = frozenset(pair for pair in pairs if pair[0] not in short and pair[1] not in contested)
    contest = frozenset(pair for pair in pairs if pair[0] in short)
    after_sure = _fill(left, sure)
    return _fill(after_sure, contest), _lines(after_sure, ground, level, pairs=contest)


def _lines(left: Left, ground: Ground, level: Level, *, pairs: frozenset[Pair]) -> list[RingFence]:
    """One line for all places that the same groups may claim, where there are both; in order of groups."""
    claimants: dict[str, set[str]] = {}
    for group, places in pairs:
        if left.people_of([group]) and left.places_of([places]):
            claimants.setdefault(places, set()).add(group)
    alike: dict[tuple[str, ...], set[str]] = {}
    for places, groups in claimants.items():
        alike.setdefault(tuple(sorted(groups)), set()).add(places)
    return [
        RingFence(
            level=level,
            groups=groups,
            roles=tuple(sorted({ground.role[at] for at in places})),
            people=left.people_of(groups),
            posts=left.places_of(places),
        )
        for groups, places in sorted(alike.items())
    ]


def _fill(left: Left, pairs: frozenset[Pair]) -> Left:
    """Place as many as can be by some claims; whatever these touch is from then on known only together."""
    people, places = list(left.people), list(left.places)
    live = {(g, at) for g, at in pairs if left.people_of([g]) and left.places_of([at])}
    while live:
        groups, sites = _touching(live, left)
        mine = [bound for bound in people if bound.names & groups]
        theirs = [bound for bound in places if bound.names & sites]
        here = {pair for pair in live if pair[0] in groups}
        placed = _flow(mine, theirs, here)
        people = [*(b for b in people if b not in mine), joined(mine, less=placed)]
        places = [*(b for b in places if b not in theirs), joined(theirs, less=placed)]
        live -= here
    return Left(tuple(people), tuple(places))


def _touching(live: set[Pair], left: Left) -> tuple[set[str], set[str]]:
    """Groups and places that hang together, by claims or by an earlier contest, with the first claim in order."""
    first = min(live)
    groups, sites = {first[0]}, {first[1]}
    while True:
        for bound in left.people:
            groups |= bound.names if bound.names & groups else set()
        for bound in left.places:
            sites |= bound.names if bound.names & sites else set()
        more = {pair for pair in live if pair[0] in groups or pair[1] in sites}
        if {g for g, _ in more} <= groups and {at for _, at in more} <= sites:
            return groups, sites
        groups |= {g for g, _ in more}
        sites |= {at for _, at in more}


def _flow(people: list[Bound], places: list[Bound], pairs: set[Pair]) -> int:
    return greatest_flow(
        [
            *(arc for number, bound in enumerate(people) for arc in bound.arcs("people", str(number))),
            *((("people", group), ("places", at), None) for group, at in pairs),
            *(arc for number, bound in enumerate(places) for arc in bound.arcs("places", str(number))),
        ]
    ).amount
