"""A sum that shows why work stays uncovered or people displaced, and its re-adding without the flow that found it.

The argument is Hall's: these blocks ask so much, and every post able to do any of them has only so much time; these
groups are so many people, and every place any of them may claim has only so much room. Whoever doubts the number adds
it up from the problem and the posts. Source: the cut that equals a greatest flow (Ford and Fulkerson, 1956).
Change this when another shortfall can be shown by one sum.
"""

from dataclasses import dataclass
from enum import StrEnum

from solver.problem import Problem
from solver.structure import Structure
from solver.tally import Tally
from solver.wording import fte, some


class Shortfall(StrEnum):
    """What is short: work left uncovered (thousandths of FTE) or people displaced."""

    UNCOVERED = "uncovered"
    DISPLACED = "displaced"


@dataclass(frozen=True, kw_only=True)
class Witness:
    """Blocks of work (or staff groups) that ask `asked`, of which everything open to any of them gives only `there`.

    `serving` are the posts by "role in team" (or the places by their identity), each with what it can give to these
    blocks (groups); the units are thousandths of FTE for work and people for places.
    """

    of: Shortfall
    needing: tuple[str, ...]
    serving: tuple[tuple[str, int], ...]
    asked: int
    there: int

    @property
    def short(self) -> int:
        """What is missing whoever does what: asked less there."""
        return self.asked - self.there

    @property
    def sentence(self) -> str:
        """The argument in words."""
        names = ", ".join(self.needing)
        if self.of is Shortfall.UNCOVERED:
            return (
                f"{names}: {fte(self.asked)} of work; every post able to do any of it has {fte(self.there)} "
                f"for it, so {fte(self.short)} stays uncovered whoever does what."
            )
        people = some(self.asked, "person", "people")
        return (
            f"{names}: {people}; the places any of them may claim hold {self.there}, "
            f"so {self.short} would be displaced whoever is placed."
        )


def adds_up(problem: Problem, structure: Structure, witness: Witness) -> bool:
    """Whether a witness is true of a structure, by addition alone, and explains all that the structure leaves short.

    Nothing of the search or of a flow is used: what serves is listed afresh from the problem, so that a witness that
    leaves out a post or a place does not pass.
    """
    tally = Tally(problem, structure)
    needing = set(witness.needing)
    if witness.of is Shortfall.UNCOVERED:
        asked = {w.id: w.demand_milli_fte for w in problem.works}
        serving, left = time_for(tally, needing), tally.uncovered
    else:
        asked = {g.id: g.people for g in problem.groups}
        serving, left = room_for(tally, needing), tally.displaced
    return (
        needing <= asked.keys()
        and len(needing) == len(witness.needing)
        and witness.asked == sum(asked[name] for name in needing)
        and witness.serving == tuple(sorted(serving.items()))
        and witness.there == sum(serving.values())
        and witness.short == sum(left.values())
    )


def time_for(tally: Tally, blocks: set[str]) -> dict[str, int]:
    """Direct time the posts can give to some blocks of work, by "role in team", in thousandths of FTE.

    A role's time in a team counts once, up to what its shares of these blocks allow (docs/model.md, work_fits).
    """
    problem = tally.problem
    teams = {w.id: w.teams for w in problem.works if w.id in blocks}
    found: dict[str, int] = {}
    for team, role in problem.kinds_at:
        open_to = [a for a in problem.abilities if a.role == role and team in teams.get(a.work, ())]
        shares = sum(share_time(tally, team, role, permille=a.share_permille) for a in open_to)
        time = min(tally.direct(team, role), shares)
        if time:
            found[f"{role} in {team}"] = time
    return found


def share_time(tally: Tally, team: str, role: str, *, permille: int) -> int:
    """Thousandths of FTE a role in a team can give to one block at a share of its time, rounded down by the post."""
    problem = tally.problem
    kinds = problem.kinds_at.get((team, role), ())
    return sum(problem.direct_milli_fte(k) * permille // 1000 * tally.posts[k.id] for k in kinds)


def room_for(tally: Tally, groups: set[str]) -> dict[str, int]:
    """Places that any of some groups may claim, less those reserved, by identity; places without room are left out."""
    claimed = {c.places for c in tally.problem.claims if c.group in groups}
    rooms = {p.id: tally.room(p) for p in tally.problem.places if p.id in claimed}
    return {name: room for name, room in sorted(rooms.items()) if room > 0}
