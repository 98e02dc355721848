"""Work fits the direct time of the posts able to do it, in the teams where it may sit."""

from solver.linear import Term
from solver.pools import Cell, in_one_team
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import fte


def _constrain(v: Variables) -> None:
    problem = v.problem
    pool = {cell: first for first, cells in v.pools.whole.items() for cell in cells}
    in_pool: dict[Cell, list[int]] = {}
    in_part: dict[Cell, list[int]] = {}
    unsplit = {work.id for work in problem.works if in_one_team(work)}
    for (work, team, role), variable in v.done.items():
        in_pool.setdefault(pool[team, role], []).append(variable)
        if work in unsplit and v.pools.parts[team, role] != v.pools.whole[pool[team, role]]:
            in_part.setdefault((team, role), []).append(variable)
    for first, done in in_pool.items():
        _within(v, done, v.time(v.pools.whole[first]))
    for first, done in in_part.items():
        _within(v, done, v.time(v.pools.parts[first]))
    for block in problem.works:
        parts = [(1, v.done[key]) for key in sorted(v.done) if key[0] == block.id]
        demand = block.demand_milli_fte
        v.linear.row("work_fits", [*parts, (1, v.uncovered[block.id])], low=demand, high=demand)
    blocks = {block.id: block for block in problem.works}
    shares = {(a.work, a.role): a.share_permille for a in problem.abilities if a.share_permille < 1000}
    for (work, team, role), variable in v.done.items():
        if (work, role) in shares:
            cells = v.pools.stands_for(blocks[work], (team, role))
            _within(v, [variable], v.time(cells, shares[work, role]))


def _within(v: Variables, done: list[int], time: list[Term]) -> None:
    v.linear.row("work_fits", [*((1, d) for d in done), *((-milli_fte, posts) for milli_fte, posts in time)], high=0)


def _check(tally: Tally) -> list[Finding]:
    return [*_more_than_time(tally), *_not_able(tally), *_more_than_needed(tally)]


def _more_than_time(tally: Tally) -> list[Finding]:
    used: dict[tuple[str, str], int] = {}
    for _work, team, role, milli_fte in tally.structure.work:
        used[team, role] = used.get((team, role), 0) + milli_fte
    return [
        Finding(
            "work_fits", f"{role} in {team}", over, f"{role} in {team} given {fte(over)} more work than direct time"
        )
        for (team, role), milli_fte in sorted(used.items())
        if (over := milli_fte - tally.direct(team, role)) > 0
    ]


def _not_able(tally: Tally) -> list[Finding]:
    shares = {(a.role, a.work): a.share_permille for a in tally.problem.abilities}
    teams = {w.id: w.teams for w in tally.problem.works}
    done: dict[tuple[str, str, str], int] = {}
    for work, team, role, milli_fte in tally.structure.work:
        done[work, team, role] = done.get((work, team, role), 0) + milli_fte
    findings = []
    for (work, team, role), milli_fte in done.items():
        share = shares.get((role, work), 0) if team in teams.get(work, ()) else 0
        time = sum(
            tally.problem.direct_milli_fte(kind) * share // 1000 * posts
            for kind, posts in tally.held
            if (kind.team, kind.role) == (team, role)
        )
        if milli_fte > time or milli_fte < 0:
            message = f"{role} in {team} does {fte(milli_fte)} of {work}, of at most {fte(time)}"
            findings.append(Finding("work_fits", work, abs(milli_fte - time), message))
    return findings


def _more_than_needed(tally: Tally) -> list[Finding]:
    return [
        Finding("work_fits", work, -left, f"{fte(-left)} more of {work} done than there is")
        for work, left in tally.uncovered.items()
        if left < 0
    ]


RULE = Rule("work_fits", Standing.STRUCTURAL, __doc__, _constrain, _check)
