"""Work fits the direct time of the posts able to do it, in the teams where it may sit."""

from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import fte


def _constrain(v: Variables) -> None:
    problem = v.problem
    by_cell: dict[tuple[str, str], list[int]] = {}
    for (_work, team, role), variable in v.done.items():
        by_cell.setdefault((team, role), []).append(variable)
    for cell, done in by_cell.items():
        time = [(-problem.direct_milli_fte(k), v.posts[k.id]) for k in v.pool(*cell)]
        v.linear.row("work_fits", [*((1, d) for d in done), *time], high=0)
    for work in problem.works:
        parts = [(1, v.done[key]) for key in sorted(v.done) if key[0] == work.id]
        demand = work.demand_milli_fte
        v.linear.row("work_fits", [*parts, (1, v.uncovered[work.id])], low=demand, high=demand)
    for ability in problem.abilities:
        if ability.share_permille < 1000:
            _limit_share(v, ability.role, ability.work, ability.share_permille)


def _limit_share(v: Variables, role: str, work: str, permille: int) -> None:
    for (block, team, doer), variable in v.done.items():
        if (block, doer) == (work, role):
            kinds = v.pool(team, role)
            time = [(-(v.problem.direct_milli_fte(k) * permille // 1000), v.posts[k.id]) for k in kinds]
            v.linear.row("work_fits", [(1, variable), *time], high=0)


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
