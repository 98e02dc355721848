"""Greatest flows in whole numbers: the most people that posts can place, the most work they can cover, and why no more.

With the posts fixed, placing people and dividing work are flows (solver/network.py); the cut that equals the greatest
one shows what is short (solver/witnesses.py re-adds it). Which of several greatest flows is found never reaches an
answer: only the value does, and who can be left short in some greatest flow, and both are the same in all of them.
Change this when people or work can no longer be told as a flow (unsplit work cannot: then there is no witness).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from solver.network import SINK, SOURCE, Network, Node
from solver.problem import Problem
from solver.structure import Structure
from solver.tally import Tally
from solver.witnesses import Shortfall, Witness, adds_up, room_for, share_time, time_for


@dataclass(frozen=True)
class Flow:
    """The greatest amount from source to sink, and the nodes that more could still reach (the nearest least cut)."""

    amount: int
    reached: frozenset[Node]


@dataclass(frozen=True)
class Served:
    """The most that can be served, and who is left short in some way of serving that most."""

    most: int
    short: frozenset[str]


def greatest_flow(arcs: Iterable[tuple[Node, Node, int | None]]) -> Flow:
    """Find the greatest flow from SOURCE to SINK.

    Args: arcs as (from, to, most; None: no limit). Arcs from SOURCE or to SINK must have a limit.
    """
    network = Network()
    for start, end, most in sorted(arcs, key=lambda arc: arc[:2]):
        network.arc(start, end, most)
    return Flow(network.push(), network.reached())


def most_served(
    needs: Mapping[str, int], offers: Mapping[str, int], open_to: Mapping[tuple[str, str], int | None]
) -> Served:
    """The most of some needs that offers can meet.

    Args: needs and offers in one unit, 0 or more; `open_to` by (need, offer), with the most that may pass, None for no
    limit; a pair not in it passes nothing.
    """
    flow = greatest_flow(
        [
            *((SOURCE, ("need", name), most) for name, most in needs.items()),
            *((("need", need), ("offer", offer), most) for (need, offer), most in open_to.items()),
            *((("offer", name), SINK, most) for name, most in offers.items()),
        ]
    )
    return Served(flow.amount, frozenset(name for name in needs if ("need", name) in flow.reached))


def most_placed(problem: Problem, structure: Structure, *, with_reserved: bool = False) -> Served:
    """The most people that the posts of a structure can place if every claim succeeds, and which groups may be short.

    Args: `with_reserved` counts reserved places as open to these people, because whoever has the right to one may be
    among them; without it they are as good as taken (docs/model.md, places_filled).
    """
    tally = Tally(problem, structure)
    rooms = {p.id: max(0, tally.room(p) + (p.reserved if with_reserved else 0)) for p in problem.places}
    people = {g.id: g.people for g in problem.groups}
    return most_served(people, rooms, {(c.group, c.places): None for c in problem.claims})


def most_covered(problem: Problem, structure: Structure) -> Served:
    """The most work, in thousandths of FTE, that the posts of a structure can cover, and which blocks may be short.

    Work that may not be split is taken as if it might be, so this is then only a bound from above.
    """
    tally = Tally(problem, structure)
    teams = {w.id: w.teams for w in problem.works}
    time = {f"{role} in {team}": tally.direct(team, role) for team, role in problem.kinds_at}
    open_to = {
        (a.work, f"{role} in {team}"): share_time(tally, team, role, permille=a.share_permille)
        for a in problem.abilities
        for team, role in problem.kinds_at
        if a.role == role and team in teams[a.work]
    }
    return most_served({w.id: w.demand_milli_fte for w in problem.works}, time, open_to)


def uncovered_witness(problem: Problem, structure: Structure) -> Witness | None:
    """Blocks of work, every post able to do any of them, and the time they have: demand less time is what is uncovered.

    None when nothing is uncovered, or when the sum falls short of it: work that may not be split can stay uncovered
    although there is time enough for it in several teams together.
    """
    blocks = most_covered(problem, structure).short
    return _witness(problem, structure, Shortfall.UNCOVERED, names=blocks)


def displaced_witness(problem: Problem, structure: Structure) -> Witness | None:
    """Staff groups and all the places any of them may claim: people less places is the number displaced.

    None when nobody is displaced, or when the structure displaces more people than it must.
    """
    groups = most_placed(problem, structure).short
    return _witness(problem, structure, Shortfall.DISPLACED, names=groups)


def _witness(problem: Problem, structure: Structure, of: Shortfall, *, names: frozenset[str]) -> Witness | None:
    if not names:
        return None
    tally = Tally(problem, structure)
    if of is Shortfall.UNCOVERED:
        asked = sum(w.demand_milli_fte for w in problem.works if w.id in names)
        serving = time_for(tally, {*names})
    else:
        asked = sum(g.people for g in problem.groups if g.id in names)
        serving = room_for(tally, {*names})
    found = Witness(
        of=of,
        needing=tuple(sorted(names)),
        serving=tuple(sorted(serving.items())),
        asked=asked,
        there=sum(serving.values()),
    )
    return found if adds_up(problem, structure, found) else None
