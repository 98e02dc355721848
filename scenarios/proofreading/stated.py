"""A structure that the case states, added up from its own rows: posts, FTE, people, cost, deleted and created.

What is not stated stays unknown; a printed line total is taken as printed, another line at the unit cost of its role.
Change this when a stated structure can be added up in another way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from scenarios.compiling.arrangement import Arrangement
from scenarios.compiling.unit_costs import UnitCost, unit_costs
from scenarios.money.years import FinancialYear
from scenarios.schema.derive_posts import goes_out, role_of_titles, size_of
from scenarios.schema.figure import UNKNOWN, Figure
from scenarios.schema.grades import Grade
from scenarios.schema.posts import Post, PostLine
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from scenarios.schema.sums import total, worked_out

FROM_ROWS = "added up from the rows"
STAYS = ("retained", "re-designated", "transferred", "held")


Part = Callable[[PostLine], Figure | None]


def posts_of(row: PostLine) -> Figure | None:
    """Return the posts of a row."""
    return row.posts


@dataclass(frozen=True)
class Line:
    """One row of posts in a stated structure: where it stands, its role and what it costs a year, in pence."""

    sheet: str
    index: int
    row: PostLine
    role: str
    cost_pence: Figure
    carried: bool = False
    """Whether it is a row of today's that stays whatever is proposed."""


@dataclass(frozen=True)
class Stated:
    """No change, or a given structure in one branch."""

    option: str
    branch: str
    kind: str
    lines: tuple[Line, ...]
    today: tuple[Line, ...]
    arrangement: Arrangement

    @cached_property
    def cost_pence(self) -> Figure:
        """What all of it costs a year."""
        return total((line.cost_pence for line in self.lines), FROM_ROWS)

    @property
    def priced(self) -> bool:
        """Whether every cost in it is printed, or worked out from what is printed."""
        return all(line.cost_pence.basis in ("published", "derived") for line in self.lines)

    def count(self, of: str | None = None) -> Figure:
        """Posts of a role or title; of all of it where none is named."""
        return total((line.row.posts for line in self.about(of)), FROM_ROWS)

    def size(self, of: str | None = None) -> Figure:
        """FTE of a role, title or team in thousandths; of all of it where none is named."""
        return total((size_of(line.row) for line in self.about(of)), FROM_ROWS)

    def cost_of(self, of: str | None = None) -> Figure:
        """What a role, title or team costs a year, in pence."""
        return total((line.cost_pence for line in self.about(of)), FROM_ROWS)

    def names(self, of: str) -> bool:
        """Whether any of it is called so: a title, a role or a team."""
        return bool(self.about(of))

    def about(self, of: str | None) -> list[Line]:
        """Return the lines of a role, title or team; all of them where none is named."""
        return [line for line in self.lines if of is None or of in (line.row.title, line.role, team_of(line))]

    @cached_property
    def new(self) -> tuple[Line, ...]:
        """The rows that are proposed, without those of today that stay."""
        return by_title(line for line in self.lines if line.sheet == "proposed")

    @cached_property
    def undecided(self) -> tuple[Line, ...]:
        """Today's rows that it deletes or decides about."""
        return tuple(line for line in self.today if isinstance(line.row, Post) and not _stays(line.row))

    @cached_property
    def _before(self) -> dict[str, list[PostLine]]:
        return _by_role(self.undecided)

    @cached_property
    def _after(self) -> dict[str, list[PostLine]]:
        return _by_role(self.new)

    def gone(self, part: Part = posts_of) -> Figure:
        """Posts (or FTE, or another part) of today that are deleted: of each role, what it has fewer afterwards."""
        return self._fewer(part, {*self._before}, backwards=False)

    def come(self, part: Part = posts_of) -> Figure:
        """Posts (or FTE, or another part) that are created: of each role, what it has more afterwards."""
        return self._fewer(part, {*self._after}, backwards=True)

    def _fewer(self, part: Part, roles: set[str], *, backwards: bool) -> Figure:
        def fewer(one: int, other: int) -> Fraction:
            return Fraction(max(0, other - one if backwards else one - other))

        found = []
        for role in sorted(roles):
            before = total((part(row) for row in self._before.get(role, ())), FROM_ROWS)
            after = total((part(row) for row in self._after.get(role, ())), FROM_ROWS)
            found.append(worked_out((before, after), fewer, FROM_ROWS))
        return total(found, FROM_ROWS)

    @cached_property
    def shrunk(self) -> tuple[Line, ...]:
        """Today's rows whose posts are deleted or become fewer."""
        more = {role: self._left(role) for role in self._before}
        return by_title(line for line in self.undecided if change_of(line) == "deleted" or not more[line.role])

    @cached_property
    def touched(self) -> tuple[Line, ...]:
        """Today's rows whose posts are deleted, become fewer, or become another role."""
        shrunk = {line.index for line in self.shrunk}
        return by_title(line for line in self.today if line.index in shrunk or change_of(line) == "re-designated")

    def _left(self, role: str) -> bool:
        """Whether a role has at least as many FTE afterwards as today, as far as anybody knows."""
        before = total((size_of(row) for row in self._before[role]), FROM_ROWS).value
        after = total((size_of(row) for row in self._after.get(role, ())), FROM_ROWS).value
        return before is not None and after is not None and after >= before

    @cached_property
    def people(self) -> Figure:
        """People in the posts that it touches."""
        rows = (line.row for line in self.touched)
        return total((row.people for row in rows if isinstance(row, Post)), FROM_ROWS)


def by_title(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return lines in the order of their titles, so that which is named first does not hang on the order of rows."""
    return tuple(sorted(lines, key=lambda line: (line.row.title, line.row.team or "", line.index)))


def change_of(line: Line) -> str | None:
    """Return what is settled about a line of today's posts, None where nothing is."""
    return line.row.change.kind if isinstance(line.row, Post) and line.row.change is not None else None


def team_of(line: Line) -> str | None:
    """Return the team a line stands in afterwards."""
    row = line.row
    if line.carried and isinstance(row, Post) and row.change is not None and row.change.kind == "transferred":
        return row.change.to
    return row.team


def _by_role(lines: Iterable[Line]) -> dict[str, list[PostLine]]:
    found: dict[str, list[PostLine]] = {}
    for line in lines:
        found.setdefault(line.role, []).append(line.row)
    return found


def _stays(post: Post) -> bool:
    return post.change is not None and post.change.kind in STAYS


def stated_of(scenario: Scenario, arrangement: Arrangement) -> Stated:
    """Return a stated structure with its rows where they stand in the case.

    Args:
        scenario: the case as read.
        arrangement: no change, or a given option in one branch.
    """
    option, branch = arrangement.option, arrangement.branch
    costs, titles = unit_costs(arrangement.scenario), role_of_titles(arrangement.scenario)
    start = scenario.header.start_date or scenario.header.case_date
    years = scenario.header.years or ((FinancialYear.containing(start).start_year,) if start is not None else ())
    pricing = _Pricing(costs, arrangement.scenario, years[0] if years else None)

    def line(sheet: str, index: int, row: PostLine, *, carried: bool = False) -> Line:
        role = titles.get(row.title, row.title)
        return Line(sheet, index, row, role, pricing.cost(row, role), carried)

    today = tuple(line("posts", index, post) for index, post in enumerate(scenario.posts))
    if option.kind == "no change":
        return Stated(option.option, branch, option.kind, today, today, arrangement)
    teams = {team.team for team in arrangement.scenario.teams}
    proposed = [
        line("proposed", index, row)
        for index, row in enumerate(scenario.proposed)
        if row.option == option.option and row.branch in (None, branch)
    ]
    carried = [
        line("posts", index, post, carried=True)
        for index, post in enumerate(scenario.posts)
        if _stays(post) and not goes_out(post, teams)
    ]
    return Stated(option.option, branch, option.kind, (*proposed, *carried), today, arrangement)


@dataclass(frozen=True)
class _Pricing:
    costs: dict[str, UnitCost]
    scenario: Scenario
    year: int | None

    def cost(self, row: PostLine, role: str) -> Figure:
        """What a row costs a year: as printed, else at the unit cost of its role with the range that cost has."""
        if row.cost_pence is not None:
            return row.cost_pence
        unit, size = self.costs.get(role), size_of(row)
        if unit is None or size is None:
            return UNKNOWN
        if unit.pence_per_fte is None:
            year = self.year
            pence = None if year is None or size.value is None else unit.post_pence(size.value, year)
            return UNKNOWN if pence is None else Figure(value=pence, basis="derived", source=unit.source)
        printed = self._printed(role, row.grade)
        if printed is None:
            return worked_out((size,), lambda fte: (unit.pence_per_fte or Fraction(0)) * fte / 1000, FROM_ROWS)
        cost, fte = printed
        found = worked_out((cost, size), lambda pence, n: Fraction(pence * n, fte), FROM_ROWS)
        assumed = cost.basis == "assumed" and found.known
        return found.model_copy(update={"basis": "assumed"}) if assumed else found

    def _printed(self, role: str, grade: str | None) -> tuple[Figure, int] | None:
        """Return the all-in cost behind a unit cost and the thousandths of FTE it is for."""
        profile: Role | None = next((each for each in self.scenario.roles if each.role == role), None)
        if profile is not None and profile.cost_pence is not None and profile.cost_milli_fte.value:
            return profile.cost_pence, profile.cost_milli_fte.value
        wanted = (profile.grade if profile is not None else None) or grade
        rows: Iterable[Grade] = (each for each in self.scenario.grades if each.grade == wanted)
        for each in rows:
            if each.all_in_cost_pence is not None and each.all_in_milli_fte.value:
                return each.all_in_cost_pence, each.all_in_milli_fte.value
        return None
