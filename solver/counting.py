"""Counting arguments: sums that no structure can get round, said with their numbers, when nothing fits.

Each argument is necessary, never sufficient: silence means only that no single sum explains it. The full explanation
(conflicts and ways out) stands on the rules. Change this when a common impossibility has a sum that shows it.
"""

from collections.abc import Callable, Iterator

from solver.problem import Problem
from solver.wording import financial_year, fte, pounds, some


def reasons_nothing_fits(problem: Problem) -> list[str]:
    """Sentences for every counting argument that shows on its own that no structure keeps the rules."""
    return [sentence for argument in ARGUMENTS for sentence in argument(problem)]


def _kept_cost_more(problem: Problem) -> Iterator[str]:
    for position, (year, ceiling) in enumerate(zip(problem.years, problem.limits.ceiling_pence, strict=False)):
        kept = sum(k.least * k.ceiling_pence[position] for k in problem.kinds) + problem.limits.other_pence
        if ceiling is not None and kept > ceiling:
            said = f"Posts that must stay cost {pounds(kept)} in {financial_year(year)}"
            yield f"{said}, over the ceiling of {pounds(ceiling)}."


def _statutory_cost_more(problem: Problem) -> Iterator[str]:
    """The cheapest direct time of any post able to do statutory work, bought by the thousandth, is a floor on cost."""
    able = {w.id: {a.role for a in problem.abilities if a.work == w.id} for w in problem.works}
    for position, (year, ceiling) in enumerate(zip(problem.years, problem.limits.ceiling_pence, strict=False)):
        if ceiling is None:
            continue
        floor = problem.limits.other_pence
        needed = 0
        for work in problem.works:
            if not work.statutory:
                continue
            rates = [
                (k.ceiling_pence[position], problem.direct_milli_fte(k))
                for k in problem.kinds
                if k.role in able[work.id] and k.team in work.teams and problem.direct_milli_fte(k)
            ]
            needed += work.demand_milli_fte
            if rates:
                floor += min(pence * work.demand_milli_fte // time for pence, time in rates)
        if floor > ceiling:
            yield (
                f"Statutory work needs {fte(needed)}; its cheapest posts cost at least {pounds(floor)} in "
                f"{financial_year(year)}, over the ceiling of {pounds(ceiling)}."
            )


def _nobody_able(problem: Problem) -> Iterator[str]:
    for work in problem.works:
        roles = {a.role for a in problem.abilities if a.work == work.id and a.share_permille}
        kinds = [k for k in problem.kinds if k.works and k.role in roles and k.team in work.teams]
        most = sum(k.most for k in kinds)
        if most < work.least_able:
            yield f"{work.id} needs {some(work.least_able, 'post')} able to do it; at most {most} can exist."
        time = sum(problem.direct_milli_fte(k) * k.most for k in kinds)
        if work.statutory and time < work.demand_milli_fte:
            yield f"Statutory work {work.id} needs {fte(work.demand_milli_fte)}; posts able to do it reach {fte(time)}."


def _no_room(problem: Problem) -> Iterator[str]:
    limit = problem.limits.displaced
    if limit is not None:
        people = sum(g.people for g in problem.groups)
        room = sum(k.places * k.most for k in problem.kinds) - sum(p.reserved for p in problem.places)
        if people - room > limit:
            yield f"{some(people, 'person', 'people')} and at most {some(room, 'place')}: more than {limit} displaced."
    for places in problem.places:
        given = sum(k.places * k.most for k in problem.kinds_giving[places.id])
        if given < places.reserved:
            yield f"{some(places.reserved, 'place')} reserved in {places.id}; at most {given} can exist."


def _too_few_posts(problem: Problem) -> Iterator[str]:
    for kind in problem.kinds:
        if kind.most < kind.least:
            yield f"{some(kind.least, 'post')} of {kind.id} must stay; at most {kind.most} can exist."
    for role in problem.roles:
        most = sum(k.most for k in problem.kinds if k.role == role.id)
        if most < role.least:
            yield f"{role.id} must have {some(role.least, 'post')}; at most {most} can exist."
    for pin in problem.pins:
        most = sum(k.most for k in problem.kinds if k.role in pin.roles and k.team in pin.teams)
        if most < pin.least:
            yield f"{pin.id} asks for {some(pin.least, 'post')}; at most {most} can exist."
        if pin.most is not None and pin.most < pin.least:
            yield f"{pin.id} asks for at least {pin.least} and at most {pin.most}."


def _too_many_posts(problem: Problem) -> Iterator[str]:
    for team in problem.teams:
        kept = sum(k.least for k in problem.kinds if k.team == team.id)
        if team.most is not None and kept > team.most:
            yield f"{some(kept, 'post')} must stay in {team.id}, which may have at most {team.most}."


def _idle_posts(problem: Problem) -> Iterator[str]:
    spare = problem.limits.spare_milli_fte
    if spare is not None:
        kept = sum(k.least * problem.direct_milli_fte(k) for k in problem.kinds)
        work = sum(w.demand_milli_fte for w in problem.works)
        if kept > work + spare:
            yield f"Posts that must stay have {fte(kept)} of direct time, over {fte(work)} of work plus {fte(spare)}."


ARGUMENTS: tuple[Callable[[Problem], Iterator[str]], ...] = (
    _kept_cost_more,
    _statutory_cost_more,
    _nobody_able,
    _no_room,
    _too_few_posts,
    _too_many_posts,
    _idle_posts,
)
