"""The rules and goals of docs/model.md, judged by their sentences, one at a time, in plain counting.

Shares no expression with the model, the checker or the search.
Change this when docs/model.md changes.
"""

from collections.abc import Iterable, Iterator, Mapping

from solver.problem import Places, PostKind, Problem

Posts = Mapping[str, int]
Done = Mapping[tuple[str, str, str], int]
Placed = Mapping[tuple[str, str], int]
Paid = Mapping[tuple[str, str, int], int]


def uncovered(problem: Problem, done: Done) -> int:
    """Weighted thousandths of FTE of work that nobody does."""
    total = 0
    for work in problem.works:
        total += work.weight * (work.demand_milli_fte - sum(x for (w, _, _), x in done.items() if w == work.id))
    return total


def cost(problem: Problem, posts: Posts) -> int:
    """Recurring cost in pence."""
    return problem.limits.other_pence + sum(kind.cost_pence * posts[kind.id] for kind in problem.kinds)


def displaced_by_group(problem: Problem, placed: Placed) -> dict[str, int]:
    """People of each group without a place."""
    return {
        group.id: group.people - sum(people for (g, _), people in placed.items() if g == group.id)
        for group in problem.groups
    }


def people_goals(problem: Problem, placed: Placed) -> dict[str, int]:
    """The three goals that count people."""
    return {
        "displaced": sum(displaced_by_group(problem, placed).values()),
        "moved_down": sum(placed.get((c.group, c.places), 0) for c in problem.claims if c.moves_down),
        "job_changed": sum(placed.get((c.group, c.places), 0) for c in problem.claims if c.changes_job),
    }


def counted(problem: Problem, posts: Posts, *, teams: Iterable[str] | None, roles: Iterable[str] | None) -> int:
    """Posts in the teams and roles (None: any)."""
    return sum(
        posts[kind.id]
        for kind in problem.kinds
        if (teams is None or kind.team in teams) and (roles is None or kind.role in roles)
    )


def outside(number: int, least: int, most: int | None) -> bool:
    """Whether a number is below its least or above its most."""
    return number < least or (most is not None and number > most)


def broken_by_posts(problem: Problem, posts: Posts) -> Iterator[str]:
    """Rules that look at post counts alone, but for funding."""
    if any(outside(posts[kind.id], kind.least, kind.most) for kind in problem.kinds):
        yield "kept_posts"
    for team, role in {(kind.team, kind.role) for kind in problem.kinds}:
        if sum(posts[k.id] for k in problem.kinds if k.make_up and (k.team, k.role) == (team, role)) > 1:
            yield "whole_posts"
    for limited in problem.roles:
        if outside(counted(problem, posts, teams=None, roles=[limited.id]), limited.least, limited.most):
            yield "role_limits"
    for mix in problem.mixes:
        within = counted(problem, posts, teams=None, roles=mix.roles) - mix.allowance
        if 1000 * within > mix.most_permille * sum(posts.values()):
            yield "grade_mix"
    for pin in problem.pins:
        if outside(counted(problem, posts, teams=pin.teams, roles=pin.roles), pin.least, pin.most):
            yield "pins"
    yield from broken_by_teams(problem, posts)
    yield from broken_by_spans(problem, posts)
    yield from broken_by_money(problem, posts)
    yield from broken_by_cover(problem, posts)


def broken_by_teams(problem: Problem, posts: Posts) -> Iterator[str]:
    """Sizes, number and absorbed management of the teams that are open."""
    limits = problem.limits
    in_team = {team.id: counted(problem, posts, teams=[team.id], roles=None) for team in problem.teams}
    opened = [team for team in problem.teams if in_team[team.id]]
    if any(outside(in_team[team.id], team.least, team.most) for team in opened):
        yield "team_sizes"
    if any(team.must_open and team not in opened for team in problem.teams):
        yield "team_sizes"
    if outside(len(opened), limits.least_teams_open, limits.most_teams_open):
        yield "teams_open"
    absorbed = sum(team.absorbed_milli_fte for team in opened)
    if limits.absorbed_milli_fte is not None and absorbed > limits.absorbed_milli_fte:
        yield "absorbed_management"


def broken_by_cover(problem: Problem, posts: Posts) -> Iterator[str]:
    """The least number of working posts able to do each block, in its teams."""
    for work in problem.works:
        able = [ability.role for ability in problem.abilities if ability.work == work.id]
        hands = [k for k in problem.kinds if k.works and k.team in work.teams and k.role in able]
        if sum(posts[kind.id] for kind in hands) < work.least_able:
            yield "cover"


def broken_by_spans(problem: Problem, posts: Posts) -> Iterator[str]:
    """Managers against reports; a held vacancy is neither."""
    managing = {role.id for role in problem.roles if role.manages}
    for span in problem.spans:
        led = [kind for kind in problem.kinds if kind.works and kind.team in span.teams]
        managers = sum(posts[kind.id] for kind in led if kind.role in managing)
        reports = sum(posts[kind.id] for kind in led if kind.role not in managing)
        if not span.least * managers - span.short <= reports <= span.most * managers + span.over:
            yield "span"


def broken_by_money(problem: Problem, posts: Posts) -> Iterator[str]:
    """The ceiling of each year, and cost no worse than stated."""
    limits = problem.limits
    for year, ceiling in enumerate(limits.ceiling_pence):
        spent = limits.other_pence + sum(kind.ceiling_pence[year] * posts[kind.id] for kind in problem.kinds)
        if ceiling is not None and spent > ceiling:
            yield "ceiling"
    if limits.cost_pence is not None and cost(problem, posts) > limits.cost_pence:
        yield "no_worse"


def direct(problem: Problem, kind: PostKind) -> int:
    """Thousandths of FTE of one post that can go on work."""
    permille = next(role.direct_permille for role in problem.roles if role.id == kind.role)
    return kind.milli_fte * permille // 1000 if kind.works else 0


def broken_by_work(problem: Problem, posts: Posts, done: Done) -> Iterator[str]:
    """Rules that look at post counts and the work done."""
    yield from broken_by_time(problem, posts, done)
    for work in problem.works:
        amounts = {team: sum(x for (w, t, _), x in done.items() if (w, t) == (work.id, team)) for team in work.teams}
        if sum(amounts.values()) > work.demand_milli_fte:
            yield "work_fits"
        if work.statutory and sum(amounts.values()) != work.demand_milli_fte:
            yield "statutory_work"
        if not work.split and len([team for team, amount in amounts.items() if amount]) > 1:
            yield "unsplit_work"
    spare = problem.limits.spare_milli_fte
    idle = sum(direct(problem, kind) * posts[kind.id] for kind in problem.kinds) - sum(done.values())
    if spare is not None and idle > spare:
        yield "no_idle"
    most = problem.limits.uncovered_weighted
    if most is not None and uncovered(problem, done) > most:
        yield "no_worse"


def broken_by_time(problem: Problem, posts: Posts, done: Done) -> Iterator[str]:
    """Work beyond the time of those who do it, or where it may not sit, or by those unable."""
    shares = {(ability.work, ability.role): ability.share_permille for ability in problem.abilities}
    time = {kind.id: direct(problem, kind) for kind in problem.kinds}
    teams = {work.id: work.teams for work in problem.works}
    for team, role in {(team, role) for _, team, role in done}:
        here = [kind for kind in problem.kinds if (kind.team, kind.role) == (team, role)]
        spent = sum(x for (_, t, r), x in done.items() if (t, r) == (team, role))
        if spent > sum(time[kind.id] * posts[kind.id] for kind in here):
            yield "work_fits"
    for (block, team, role), amount in done.items():
        here = [kind for kind in problem.kinds if (kind.team, kind.role) == (team, role)]
        share = shares.get((block, role), 0)
        within = sum(time[kind.id] * share // 1000 * posts[kind.id] for kind in here)
        if amount and (team not in teams[block] or amount > within):
            yield "work_fits"


def broken_by_people(problem: Problem, posts: Posts, placed: Placed) -> Iterator[str]:
    """Rules that look at post counts and the people placed."""
    strength = {(claim.group, claim.places): claim.strength for claim in problem.claims}
    displaced = displaced_by_group(problem, placed)
    room = {place.id: room_in(problem, posts, place) for place in problem.places}
    if any(number < 0 for number in displaced.values()):
        yield "everyone_once"
    if any(people and pair not in strength for pair, people in placed.items()):
        yield "claims_only"
    for place in problem.places:
        if sum(people for (_, p), people in placed.items() if p == place.id) > room[place.id]:
            yield "places_filled"
        if room[place.id] < 0:
            yield "reserved_places"
    for claim in problem.claims:
        as_strong = [c for c in problem.claims if c.places == claim.places and c.strength <= claim.strength]
        filled = sum(placed.get((c.group, c.places), 0) for c in as_strong)
        if displaced[claim.group] > 0 and filled != room[claim.places]:
            yield "stronger_claim_first"
    if any(displaced[limit.group] > limit.displaced for limit in problem.group_limits):
        yield "group_limits"
    yield from broken_by_leaving(problem, posts, sum(displaced.values()))


def room_in(problem: Problem, posts: Posts, place: Places) -> int:
    """Places that the posts of a role in some teams give, less those reserved."""
    giving = [kind for kind in problem.kinds if kind.role == place.role and kind.team in place.teams]
    return sum(kind.places * posts[kind.id] for kind in giving) - place.reserved


def broken_by_leaving(problem: Problem, posts: Posts, leaving: int) -> Iterator[str]:
    """Limits on the number of people displaced and on what that costs once."""
    limits = problem.limits
    one_off = limits.one_off_fixed_pence + limits.exit_pence * leaving
    saving = limits.as_is_pence - cost(problem, posts)
    if limits.displaced is not None and leaving > limits.displaced:
        yield "displaced_limit"
    if limits.one_off_pence is not None and one_off > limits.one_off_pence:
        yield "one_off"
    if (
        limits.payback_months is not None
        and 12 * (one_off - limits.not_paid_back_pence) > limits.payback_months * saving
    ):
        yield "payback"


def broken_by_payments(problem: Problem, posts: Posts, paid: Paid) -> Iterator[str]:
    """Every kind paid in full by lines that may, and no line beyond what it has."""
    if not problem.funding:
        return
    years = range(len(problem.years))
    roles = {kind.id: kind.role for kind in problem.kinds}
    for year in years:
        for kind in problem.kinds:
            received = sum(pence for (_, k, y), pence in paid.items() if (k, y) == (kind.id, problem.years[year]))
            if received != kind.ceiling_pence[year] * posts[kind.id]:
                yield "funding"
        for line in problem.funding:
            pays = {k: pence for (f, k, y), pence in paid.items() if (f, y) == (line.id, problem.years[year])}
            if sum(pays.values()) > line.pence_by_year[year] or any(roles[k] not in line.roles for k in pays):
                yield "funding"
