"""Fixed posts filled in by two flows: as much work as they can do, and as many people as they have room for.

No structure with these posts leaves less work uncovered or displaces fewer people, because every rule on who does what
or takes which place only forbids more. Where what comes out keeps the rules, these are therefore the least values there
are, found without a search (solver/standing.py). Which of several greatest flows comes out reaches no answer.
Change this when uncovered work or displaced people come to be counted in another way.
"""

from solver.network import SINK, SOURCE, Network
from solver.problem import Problem, Work
from solver.settle import Posts
from solver.structure import Structure
from solver.tally import Tally
from solver.witnesses import share_time


def filled(problem: Problem, posts: Posts, *, statutory_first: bool) -> Structure:
    """Fill in fixed posts, with the least work uncovered by its weights and the fewest people displaced.

    Args: posts by kind, all of them kinds of the problem; `statutory_first` covers as much statutory work as can be
    before any other. Rules are not looked at: that is for the checker.
    """
    tally = Tally(problem, Structure(posts=posts))
    work = _work(tally, statutory_first=statutory_first)
    return Structure(posts=posts, work=work, placements=_placements(tally))


def _work(tally: Tally, *, statutory_first: bool) -> tuple[tuple[str, str, str, int], ...]:
    """Blocks in the order of what they weigh: taking each as far as it goes leaves the least weight uncovered.

    That is so because what blocks can be covered together are the independent sets of a polymatroid, on which the
    greedy order is right (J. Edmonds, 1970).
    """
    network, arcs = Network(), {}
    cells = sorted({(kind.team, kind.role) for kind, _ in tally.held})
    time = {cell: there for cell in cells if (there := tally.direct(*cell))}
    for (team, role), there in time.items():
        network.arc(("time", team, role), SINK, there)
    able = {(a.work, a.role): a.share_permille for a in tally.problem.abilities}
    for work in sorted(tally.problem.works, key=lambda w: (not (statutory_first and w.statutory), -w.weight, w.id)):
        for team, role in time:
            permille = able.get((work.id, role), 0)
            if team in work.teams and permille:
                most = None if permille >= 1000 else share_time(tally, team, role, permille=permille)
                arcs[work.id, team, role] = network.arc(("work", work.id), ("time", team, role), most)
        network.arc(SOURCE, ("work", work.id), work.demand_milli_fte)
        network.push()
    return tuple(sorted((*key, done) for key, arc in arcs.items() if (done := network.flow(arc))))


def _placements(tally: Tally) -> tuple[tuple[str, str, int], ...]:
    network = Network()
    rooms = {places.id: room for places in tally.problem.places if (room := tally.room(places)) > 0}
    for name, room in rooms.items():
        network.arc(("places", name), SINK, room)
    for group in tally.problem.groups:
        network.arc(SOURCE, ("group", group.id), group.people)
    pairs = {(c.group, c.places) for c in tally.problem.claims if c.places in rooms}
    arcs = {(g, at): network.arc(("group", g), ("places", at), None) for g, at in sorted(pairs)}
    network.push()
    return tuple((*pair, people) for pair, arc in arcs.items() if (people := network.flow(arc)))


def only_flows(problem: Problem) -> bool:
    """Whether work and people are flows and nothing else: no work in one team only, no posts to pay, no group limited.

    Then a rule broken by posts filled in is broken by these posts however they are filled: every other rule reads posts
    alone, or asks that what is uncovered, idle or displaced be small, and all of these are as small as can be at once.
    """
    only = not problem.funding and not problem.group_limits
    return only and not any(_bound_to_one_team(work) for work in problem.works)


def _bound_to_one_team(work: Work) -> bool:
    return not work.split and len(work.teams) > 1
