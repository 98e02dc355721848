"""Posts that can do the same work, counted together while searching: fewer variables, the same structures.

Cells (team, role) that can do the same blocks with the same shares of their time are one pool: each can do its part of
every block in proportion to its time, so only their time together counts. Work that may not be split between teams is
told by team: the part of a pool in one team. A pool may span teams all the same, since what the parts have left after
such work can go to any of the other blocks; where shares limit what a cell may do of a block this does not follow, and
its pool stays inside its team.
Change this when what posts can do is limited in another way.
"""

from dataclasses import dataclass

from solver.problem import PostKind, Problem, Work

Cell = tuple[str, str]
Cells = tuple[Cell, ...]
FULL_PERMILLE = 1000


@dataclass(frozen=True)
class Pools:
    """Cells counted together; every cell is in one pool and in one part of it.

    `whole`: each pool by the first of its cells. `parts`: its cells in one team that can do the same unsplit work, by
    the first of those.
    """

    whole: dict[Cell, Cells]
    parts: dict[Cell, Cells]

    def stands_for(self, work: Work, cell: Cell) -> Cells:
        """Cells whose time on a block is one variable at this cell; none where another cell has it."""
        return (self.parts if in_one_team(work) else self.whole).get(cell, ())


def in_one_team(work: Work) -> bool:
    """Whether a block has to be done in one team, of several it may sit in."""
    return not work.split and len(work.teams) > 1


def pools_of(problem: Problem, *, pooled: bool) -> Pools:
    """The pools of a problem; every cell alone unless `pooled`.

    A cell whose shares are not whole thousandths of a post's time stands alone too, since rounding down post by post is
    lost in proportions.
    """
    together: dict[object, list[Cell]] = {}
    inside: dict[object, list[Cell]] = {}
    able = _abilities(problem)
    unsplit = {work.id for work in problem.works if in_one_team(work)}
    for cell, kinds in problem.kinds_at.items():
        shares = able[cell]
        rounded = any(_rounded(problem, kind, share) for kind in kinds for _, share in shares)
        bound = any(block in unsplit for block, _ in shares)
        if rounded or not pooled:
            key: object = cell
        elif bound and any(share < FULL_PERMILLE for _, share in shares):
            key = (cell[0], shares)
        else:
            key = frozenset((block, share) for block, share in shares if block not in unsplit)
        together.setdefault(key, []).append(cell)
        inside.setdefault((key, cell[0], frozenset(row for row in shares if row[0] in unsplit)), []).append(cell)
    return Pools({c[0]: tuple(c) for c in together.values()}, {c[0]: tuple(c) for c in inside.values()})


def _abilities(problem: Problem) -> dict[Cell, frozenset[tuple[str, int]]]:
    """What each cell can do: blocks that may sit in its team, with the share of its time in thousandths."""
    able: dict[str, list[tuple[str, int]]] = {}
    for ability in problem.abilities:
        if ability.share_permille:
            able.setdefault(ability.role, []).append((ability.work, ability.share_permille))
    here = {team.id: {work.id for work in problem.works if team.id in work.teams} for team in problem.teams}
    return {
        (team, role): frozenset((block, share) for block, share in able.get(role, ()) if block in here[team])
        for team, role in problem.kinds_at
    }


def _rounded(problem: Problem, kind: PostKind, share_permille: int) -> bool:
    return problem.direct_milli_fte(kind) * share_permille % FULL_PERMILLE != 0
