"""The ledger of a structure: every post's cost as a line with its formula, source, basis and price base.

A printed line total is kept as printed. A line worked out from a printed or all-in cost is rounded once, whatever its
posts, so that the same posts cost the same in a design as in the line they come from. The search rounds each post down
(scenarios/compiling/unit_costs.py): a ledger may be above its figure by less than a penny a post.
Change this when another cost reaches the ledger.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from scenarios.compiling.arrangement import Arrangement
from scenarios.compiling.post_kinds import Cell, cells_of, counts_to_ceiling, line_size, settled_by_line, standards
from scenarios.compiling.problem import Question, years_of
from scenarios.compiling.unit_costs import UnitCost
from scenarios.money.ledger import Ledger, Line
from scenarios.money.pay import post_cost_pence
from scenarios.schema.derive_posts import goes_out, role_of_titles
from scenarios.schema.posts import Post, PostChange, PostLine
from solver.structure import Structure
from solver.wording import fte, pounds


@dataclass(frozen=True)
class Costing:
    """An arrangement with what posts of each role cost, and what is looked up for every line."""

    arrangement: Arrangement
    costs: Mapping[str, UnitCost]

    @cached_property
    def titles(self) -> dict[str, str]:
        """The role of every job title."""
        return role_of_titles(self.arrangement.scenario)

    @cached_property
    def grades(self) -> dict[str, str]:
        """The grade of each role; blank where it is not settled."""
        return grades(self.arrangement)

    @cached_property
    def standards(self) -> dict[str, int]:
        """The standard size of each role."""
        return standards(self.arrangement.scenario)


def grades(arrangement: Arrangement) -> dict[str, str]:
    """The grade of each role in an arrangement; blank where it is not settled."""
    return {role.role: role.grade or "" for role in arrangement.scenario.roles}


def ledger_of(question: Question, structure: Structure, year: int | None = None) -> Ledger:
    """The full-year recurring ledger of a structure.

    No change and given structures take their printed line totals; a design takes unit costs. A spine is costed at the
    rates of `year` (its first calendar year; the first year of the case when left out), the rest at its price base.
    """
    arrangement = question.arrangement
    if arrangement.option.kind != "designed":
        return stated_ledger(Costing(arrangement, question.costs), year)
    year = years_of(arrangement.scenario)[0] if year is None else year
    graded = grades(arrangement)
    lines = [
        replace(line, grade=graded.get(line.role, ""))
        for line in (_designed(question, kind, posts, year=year) for kind, posts in structure.posts)
    ]
    return Ledger(tuple(lines)).plus(_other(arrangement, "recurring"))


def stated_ledger(costing: Costing, year: int | None = None) -> Ledger:
    """The ledger of no change or of a structure given by hand, for which nothing but its lines is needed."""
    arrangement = costing.arrangement
    year = years_of(arrangement.scenario)[0] if year is None else year
    if arrangement.option.kind == "no change":
        lines = [_stated(line, costing, year) for line in arrangement.scenario.posts]
    else:
        lines = [_stated(line, costing, year) for line in arrangement.scenario.proposed]
        lines.extend(_carried_over(costing, year))
    return Ledger(tuple(lines)).plus(_other(arrangement, "recurring"))


def staying(arrangement: Arrangement) -> Arrangement:
    """An arrangement without posts transferred elsewhere: their cost goes along, so like for like it is none."""
    scenario = arrangement.scenario
    teams = {team.team for team in scenario.teams}
    posts = tuple(post for post in scenario.posts if not goes_out(post, teams))
    return replace(arrangement, scenario=scenario.model_copy(update={"posts": posts}))


def counting(arrangement: Arrangement) -> Arrangement:
    """An arrangement with only the lines whose posts count to the ceiling, as the search counts them: by cell."""
    scenario = arrangement.scenario
    counts = counts_to_ceiling(scenario)
    posts, proposed = (
        [line for line in lines if any(counts[cell] for cell in cells_of(line, scenario))]
        for lines in (scenario.posts, scenario.proposed)
    )
    update = {"posts": tuple(posts), "proposed": tuple(proposed)}
    return replace(arrangement, scenario=scenario.model_copy(update=update))


def _stated(line: PostLine, costing: Costing, year: int) -> Line:
    scenario = costing.arrangement.scenario
    role = costing.titles.get(line.title, line.title)
    unit = costing.costs.get(role)
    posts, size = line_size(line, costing.standards.get(role, 1000))
    grade = line.grade or costing.grades.get(role, "")
    common = {"what": line.title, "team": line.team or "", "role": role, "count": posts, "milli_fte": size}
    printed = None if line.cost_pence is None else line.cost_pence.value
    if printed is not None and line.cost_pence is not None:
        return Line(
            **common,  # type: ignore[arg-type]
            grade=grade,
            pence=printed,
            formula="line total as printed",
            source=line.cost_pence.source or line.source or "",
            basis="published" if line.cost_pence.basis == "published" else "assumed",
            price_base=line.price_base or scenario.header.price_base or "",
            funding=line.funding or "",
            cost_centre=line.cost_centre or "",
        )
    counted = cells_of(line, scenario)
    pence, formula = _costed(counted, unit, year)
    return Line(
        **common,  # type: ignore[arg-type]
        grade=grade,
        pence=pence,
        formula=formula,
        source="" if unit is None else unit.source,
        basis="assumed" if unit is None or unit.basis == "assumed" else "derived",
        price_base="" if unit is None else unit.price_base,
        funding=line.funding or "",
        cost_centre=line.cost_centre or "",
        sizes=() if pence is None else tuple((cell.milli_fte, n) for cell, n in counted.items()),
    )


def _costed(counted: Mapping[Cell, int], unit: UnitCost | None, year: int) -> tuple[int | None, str]:
    """Pence of a line without a printed total: by FTE rounded once, or person by person where the spine is known."""
    if unit is not None and unit.pence_per_fte is not None:
        size = sum(cell.milli_fte * n for cell, n in counted.items())
        return post_cost_pence(unit.pence_per_fte, size), f"{fte(size)} at the unit cost"
    known = [(n, _post_pence(unit, cell.milli_fte, year)) for cell, n in counted.items()]
    if any(each is None for _, each in known):
        return None, "not known"
    priced = [(n, each) for n, each in known if each is not None]
    return sum(n * each for n, each in priced), " + ".join(f"{n} x {pounds(each)}" for n, each in priced)


def _post_pence(unit: UnitCost | None, milli_fte: int, year: int) -> int | None:
    return None if unit is None else unit.post_pence(milli_fte, year)


def _carried_over(costing: Costing, year: int) -> Iterable[Line]:
    """Lines of today's posts that stay whatever is proposed."""
    for post, stays in settled_by_line(costing.arrangement.scenario):
        if stays:
            yield _stated(_where_it_goes(post), costing, year)


def _where_it_goes(post: Post) -> Post:
    """A transferred post is paid in its new team; a re-designated one costs its new role, not what its line printed."""
    match post.change:
        case PostChange(kind="transferred", to=str(team)):
            return post.model_copy(update={"team": team})
        case PostChange(kind="re-designated", to=str(role)):
            return post.model_copy(update={"title": role, "grade": None, "cost_pence": None})
        case _:
            return post


def _designed(question: Question, name: str, posts: int, *, year: int) -> Line:
    kind = question.problem.kind[name]
    unit = question.costs.get(kind.role)
    size = posts * kind.milli_fte
    pence, formula = _several(unit, kind.milli_fte, posts, year=year)
    return Line(
        what=kind.role,
        team=kind.team,
        role=kind.role,
        count=posts,
        milli_fte=size,
        pence=pence,
        formula=formula,
        source="" if unit is None else unit.source,
        basis="assumed" if unit is None or unit.basis == "assumed" else "derived",
        price_base="" if unit is None else unit.price_base,
        sizes=() if pence is None else ((kind.milli_fte, posts),),
    )


def _several(unit: UnitCost | None, milli_fte: int, posts: int, *, year: int) -> tuple[int | None, str]:
    """Pence of so many posts of one size, with the formula."""
    if unit is not None and unit.pence_per_fte is not None:
        formula = f"{posts} x {fte(milli_fte)} at {pounds(post_cost_pence(unit.pence_per_fte, 1000))} for one FTE"
        return post_cost_pence(unit.pence_per_fte, posts * milli_fte), formula
    each = _post_pence(unit, milli_fte, year)
    return (None, "not known") if each is None else (posts * each, f"{posts} x {pounds(each)} ({fte(milli_fte)} each)")


def _other(arrangement: Arrangement, repeats: str) -> list[Line]:
    return [
        Line(
            what=row.what,
            pence=row.amount_pence.value,
            formula="as stated",
            source=row.amount_pence.source or row.source or "",
            basis="published" if row.amount_pence.basis == "published" else "assumed",
            price_base=arrangement.scenario.header.price_base or "",
            funding=row.funding or "",
        )
        for row in arrangement.scenario.other_costs
        if row.repeats == repeats and row.option in (None, arrangement.option.option)
    ]
