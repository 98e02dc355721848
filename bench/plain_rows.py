"""The textbook formulation of docs/model.md: every rule at once, claim order by big-M rows, every variable whole.

It is what a competent engineer would write in an afternoon and stands apart from the designer's own model on purpose:
it is the other side of the timings and the second opinion of the equality tests. It shares only the problem's nouns.
Change this when docs/model.md changes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from solver.problem import Problem

Terms = list[tuple[int, int]]
GOALS = ("uncovered", "displaced", "cost", "moved_down", "job_changed", "posts_changed")
TOLERANCES = {"cost": 100_000}


@dataclass(kw_only=True)
class Rows:
    """Whole variables with bounds, rows `low <= terms <= high` (None: no bound), and goals as terms and a constant."""

    names: list[str] = field(default_factory=list)
    bounds: list[tuple[int, int]] = field(default_factory=list)
    rows: list[tuple[Terms, int | None, int | None]] = field(default_factory=list)
    goals: dict[str, tuple[Terms, int]] = field(default_factory=dict)

    def variable(self, name: str, high: int) -> int:
        """Add a variable from 0 to `high`; returns its number."""
        self.names.append(name)
        self.bounds.append((0, high))
        return len(self.names) - 1

    def row(self, terms: Iterable[tuple[int, int]], *, low: int | None = None, high: int | None = None) -> None:
        """Add a row; terms are (coefficient, variable) and a variable may be named more than once."""
        merged: dict[int, int] = {}
        for coefficient, variable in terms:
            merged[variable] = merged.get(variable, 0) + coefficient
        ordered = [(c, v) for v, c in sorted(merged.items())]
        if (
            low is not None and high is not None and low > high
        ):  # a contradiction in the data; solvers refuse such a row
            self.rows += [(ordered, low, None), (ordered, None, high)]
        else:
            self.rows.append((ordered, low, high))

    def value(self, terms: Terms, values: list[int]) -> int:
        """The exact value of terms."""
        return sum(coefficient * values[variable] for coefficient, variable in terms)

    def broken(self, values: list[int]) -> int:
        """How many bounds and rows the values break, counted exactly."""
        wrong = sum(not low <= value <= high for value, (low, high) in zip(values, self.bounds, strict=True))
        for terms, low, high in self.rows:
            total = self.value(terms, values)
            wrong += (low is not None and total < low) or (high is not None and total > high)
        return wrong


@dataclass(frozen=True, kw_only=True)
class Plain:
    """The rows of a problem with its variables by what they decide."""

    problem: Problem
    rows: Rows
    posts: dict[str, int]
    work: dict[tuple[str, str, str], int]
    placed: dict[tuple[str, str], int]
    paid: dict[tuple[str, str, int], int]
    is_open: dict[str, int]


def formulate(problem: Problem) -> Plain:
    """All variables, rules and goals of a problem."""
    plain = variables(problem)
    rules_on_posts(plain)
    rules_on_option(plain)
    rules_on_work(plain)
    rules_on_people(plain)
    rules_on_money(plain)
    rules_of_funding(plain)
    goals(plain)
    return plain


def variables(problem: Problem) -> Plain:
    """One variable for each decision of docs/model.md, and one for each team that is open."""
    rows = Rows()
    kinds, able = problem.kinds, {(a.role, a.work) for a in problem.abilities}
    people = {group.id: group.people for group in problem.groups}
    years = range(len(problem.years))
    return Plain(
        problem=problem,
        rows=rows,
        posts={k.id: rows.variable(f"n.{k.id}", k.most) for k in kinds},
        work={
            (w.id, t, r.id): rows.variable(f"x.{w.id}.{t}.{r.id}", w.demand_milli_fte)
            for w in problem.works
            for t in sorted(set(w.teams))
            for r in problem.roles
            if (r.id, w.id) in able and (t, r.id) in problem.kinds_at
        },
        placed={(c.group, c.places): rows.variable(f"y.{c.group}.{c.places}", people[c.group]) for c in problem.claims},
        paid={
            (f.id, k.id, year): rows.variable(f"pay.{f.id}.{k.id}.{year}", k.ceiling_pence[year] * k.most)
            for f in problem.funding
            for k in kinds
            for year in years
            if k.role in f.roles
        },
        is_open={t.id: rows.variable(f"open.{t.id}", 1) for t in problem.teams},
    )


def posts_where(plain: Plain, *, teams: Iterable[str] | None = None, roles: Iterable[str] | None = None) -> Terms:
    """Terms counting the posts in some teams and roles (None: in any)."""
    teams_in, roles_in = None if teams is None else set(teams), None if roles is None else set(roles)
    return [
        (1, plain.posts[k.id])
        for k in plain.problem.kinds
        if (teams_in is None or k.team in teams_in) and (roles_in is None or k.role in roles_in)
    ]


def rules_on_posts(plain: Plain) -> None:
    """kept_posts, whole_posts, team_sizes, role_limits, grade_mix, span, pins."""
    problem, rows = plain.problem, plain.rows
    for kind in problem.kinds:
        rows.row([(1, plain.posts[kind.id])], low=kind.least)
    for cell in problem.kinds_at.values():
        rows.row([(1, plain.posts[k.id]) for k in cell if k.make_up], high=1)
    for team in problem.teams:
        here = posts_where(plain, teams=[team.id])
        most = sum(k.most for k in problem.kinds if k.team == team.id)
        top = most if team.most is None else min(most, team.most)
        opened = plain.is_open[team.id]
        rows.row([*here, (-max(1, team.least), opened)], low=0)
        rows.row([*here, (-top, opened)], high=0)
        rows.row([(1, opened)], low=int(team.must_open))
    for role in problem.roles:
        rows.row(posts_where(plain, roles=[role.id]), low=role.least, high=role.most)
    for mix in problem.mixes:
        inside = [(1000, v) for _, v in posts_where(plain, roles=mix.roles)]
        rows.row([*inside, *((-mix.most_permille, v) for _, v in posts_where(plain))], high=0)
    for pin in problem.pins:
        rows.row(posts_where(plain, teams=pin.teams, roles=pin.roles), low=pin.least, high=pin.most)
    for span in problem.spans:
        led = [k for k in problem.kinds if k.team in span.teams and k.works]
        managers = [plain.posts[k.id] for k in led if problem.role[k.role].manages]
        reports = [(1, plain.posts[k.id]) for k in led if not problem.role[k.role].manages]
        rows.row([*reports, *((-span.least, v) for v in managers)], low=0)
        rows.row([*reports, *((-span.most, v) for v in managers)], high=0)


def rules_on_option(plain: Plain) -> None:
    """teams_open and absorbed_management."""
    limits = plain.problem.limits
    opened = [(1, v) for v in plain.is_open.values()]
    plain.rows.row(opened, low=limits.least_teams_open, high=limits.most_teams_open)
    if limits.absorbed_milli_fte is not None:
        absorbed = [(t.absorbed_milli_fte, plain.is_open[t.id]) for t in plain.problem.teams]
        plain.rows.row(absorbed, high=limits.absorbed_milli_fte)


def rules_on_work(plain: Plain) -> None:
    """work_fits and no_idle."""
    problem, rows = plain.problem, plain.rows
    direct = {k.id: problem.direct_milli_fte(k) for k in problem.kinds}
    share = {(a.role, a.work): a.share_permille for a in problem.abilities}
    for (team, role), cell in problem.kinds_at.items():
        done = [(1, v) for (_, t, r), v in plain.work.items() if (t, r) == (team, role)]
        rows.row([*done, *((-direct[k.id], plain.posts[k.id]) for k in cell)], high=0)
    for (block, team, role), x in plain.work.items():
        part = share[role, block]
        cell = problem.kinds_at[team, role]
        rows.row([(1, x), *((-(direct[k.id] * part // 1000), plain.posts[k.id]) for k in cell)], high=0)
    rules_on_blocks(plain)
    if problem.limits.spare_milli_fte is not None:
        spent = [(-1, v) for v in plain.work.values()]
        all_direct = [(direct[k.id], plain.posts[k.id]) for k in problem.kinds]
        rows.row([*all_direct, *spent], high=problem.limits.spare_milli_fte)


def rules_on_blocks(plain: Plain) -> None:
    """statutory_work, cover and unsplit_work, block by block, and no more work than there is."""
    problem, rows = plain.problem, plain.rows
    share = {(a.role, a.work) for a in problem.abilities}
    for work in problem.works:
        mine = [(t, r, v) for (w, t, r), v in plain.work.items() if w == work.id]
        low = work.demand_milli_fte if work.statutory else None
        rows.row([(1, v) for _, _, v in mine], low=low, high=work.demand_milli_fte)
        if work.least_able:
            able = [
                (1, plain.posts[k.id])
                for k in problem.kinds
                if k.works and k.team in work.teams and (k.role, work.id) in share
            ]
            rows.row(able, low=work.least_able)
        if not work.split:
            in_team = {t: rows.variable(f"in.{work.id}.{t}", 1) for t in sorted(set(work.teams))}
            rows.row([(1, v) for v in in_team.values()], high=1)
            for team, chosen in in_team.items():
                here = [(1, v) for t, _, v in mine if t == team]
                rows.row([*here, (-work.demand_milli_fte, chosen)], high=0)


def room_of(plain: Plain, places: str) -> Terms:
    """Terms counting the places that posts give, before any are reserved."""
    return [(k.places, plain.posts[k.id]) for k in plain.problem.kinds_giving[places] if k.places]


def rules_on_people(plain: Plain) -> None:
    """everyone_once, places_filled, reserved_places, stronger_claim_first, displaced_limit."""
    problem, rows = plain.problem, plain.rows
    most_room = {p.id: sum(k.places * k.most for k in problem.kinds_giving[p.id]) for p in problem.places}
    reserved = {p.id: p.reserved for p in problem.places}
    for place in problem.places:
        room = room_of(plain, place.id)
        taken = [(-1, plain.placed[c.group, place.id]) for c in problem.claims_on[place.id]]
        rows.row([*room, *taken], low=place.reserved)
        rows.row(room, low=place.reserved)
    for group in problem.groups:
        mine = [c for c in problem.claims if c.group == group.id]
        placed = [(1, plain.placed[c.group, c.places]) for c in mine]
        rows.row(placed, high=group.people)
        displaced = rows.variable(f"some_displaced.{group.id}", 1)
        rows.row([*placed, (group.people, displaced)], low=group.people)
        for claim in mine:
            big = max(0, most_room[claim.places] - reserved[claim.places])
            before = [
                (-1, plain.placed[c.group, c.places])
                for c in problem.claims_on[claim.places]
                if c.strength <= claim.strength
            ]
            room = room_of(plain, claim.places)
            rows.row([*room, *before, (big, displaced)], high=reserved[claim.places] + big)
    if problem.limits.displaced is not None:
        people = sum(group.people for group in problem.groups)
        rows.row([(1, v) for v in plain.placed.values()], low=people - problem.limits.displaced)


def rules_on_money(plain: Plain) -> None:
    """ceiling, one_off, payback, no_worse."""
    problem, rows, limits = plain.problem, plain.rows, plain.problem.limits
    for year, ceiling in enumerate(limits.ceiling_pence):
        if ceiling is not None:
            spent = [(k.ceiling_pence[year], plain.posts[k.id]) for k in problem.kinds]
            rows.row(spent, high=ceiling - limits.other_pence)
    people = sum(group.people for group in problem.groups)
    exits_at_most = limits.one_off_fixed_pence + limits.exit_pence * people
    kept = [(-limits.exit_pence, v) for v in plain.placed.values()]
    if limits.one_off_pence is not None:
        rows.row(kept, high=limits.one_off_pence - exits_at_most)
    cost = [(k.cost_pence, plain.posts[k.id]) for k in problem.kinds]
    if limits.payback_months is not None:
        yearly = limits.payback_months
        terms = [*((12 * c, v) for c, v in kept), *((yearly * c, v) for c, v in cost)]
        rows.row(terms, high=yearly * (limits.as_is_pence - limits.other_pence) - 12 * exits_at_most)
    if limits.cost_pence is not None:
        rows.row(cost, high=limits.cost_pence - limits.other_pence)
    if limits.uncovered_weighted is not None:
        weighted = sum(w.weight * w.demand_milli_fte for w in problem.works)
        weight = {w.id: w.weight for w in problem.works}
        rows.row([(weight[w], v) for (w, _, _), v in plain.work.items()], low=weighted - limits.uncovered_weighted)


def rules_of_funding(plain: Plain) -> None:
    """Each kind's cost is paid in each year, and no line pays more than it has."""
    problem, rows = plain.problem, plain.rows
    if not problem.funding:
        return
    for year in range(len(problem.years)):
        for kind in problem.kinds:
            paid = [(1, v) for (_, k, y), v in plain.paid.items() if (k, y) == (kind.id, year)]
            rows.row([*paid, (-kind.ceiling_pence[year], plain.posts[kind.id])], low=0, high=0)
        for line in problem.funding:
            pays = [(1, v) for (f, _, y), v in plain.paid.items() if (f, y) == (line.id, year)]
            rows.row(pays, high=line.pence_by_year[year])


def goals(plain: Plain) -> None:
    """The six goals of docs/model.md as whole terms."""
    problem, rows = plain.problem, plain.rows
    weight = {w.id: w.weight for w in problem.works}
    demand = sum(w.weight * w.demand_milli_fte for w in problem.works)
    people = sum(group.people for group in problem.groups)
    changed = []
    for kind in problem.kinds:
        change = rows.variable(f"change.{kind.id}", max(kind.today, kind.most))
        rows.row([(1, change), (-1, plain.posts[kind.id])], low=-kind.today)
        rows.row([(1, change), (1, plain.posts[kind.id])], low=kind.today)
        changed.append((1, change))
    rows.goals.update(
        uncovered=([(-weight[w], v) for (w, _, _), v in plain.work.items()], demand),
        displaced=([(-1, v) for v in plain.placed.values()], people),
        cost=([(k.cost_pence, plain.posts[k.id]) for k in problem.kinds], problem.limits.other_pence),
        moved_down=([(1, plain.placed[c.group, c.places]) for c in problem.claims if c.moves_down], 0),
        job_changed=([(1, plain.placed[c.group, c.places]) for c in problem.claims if c.changes_job], 0),
        posts_changed=(changed, 0),
    )
