"""Posts as the search counts them: the sizes of a line's posts, today's, given ones, and what is settled.

Rules: docs/model.md (places, whole posts); domain-rules.md section 10 (three kinds of vacancy).
Change this when a line of posts can be settled in another way, or another size of post may be designed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scenarios.schema.derive_posts import FULL_TIME_MILLI_FTE, role_of_titles
from scenarios.schema.posts import Post, PostLine
from scenarios.schema.scenario import Scenario
from solver.problem import PostKind
from solver.wording import fte

SETTLED = ("retained", "re-designated", "transferred", "held")


@dataclass(frozen=True, order=True)
class Cell:
    """Where posts of one size are: team, role, thousandths of FTE each, and whether held vacant or shared."""

    team: str
    role: str
    milli_fte: int
    held: bool = False
    places: int = 1

    @property
    def id(self) -> str:
        """The kind's name, as findings and ledgers print it."""
        extra = ", held vacant" if self.held else f", shared by {self.places}" if self.places > 1 else ""
        return f"{self.role} in {self.team}, {fte(self.milli_fte)}{extra}"


def sizes(posts: int, milli_fte: int, standard: int) -> list[tuple[int, int]]:
    """Sizes of a line's posts, as (thousandths of FTE, posts), largest first.

    Whole posts and one part post where that adds up; else the FTE is spread evenly, in whole thousandths.
    """
    if posts <= 0:
        return []
    whole, rest = divmod(milli_fte, standard)
    if rest == 0 and whole == posts:
        return [(standard, posts)]
    if rest and whole + 1 == posts:
        return [(standard, whole), (rest, 1)] if whole else [(rest, 1)]
    each, more = divmod(milli_fte, posts)
    spread = [(each + 1, more), (each, posts - more)]
    return [(size, count) for size, count in spread if size and count]


def line_size(line: PostLine, standard: int = FULL_TIME_MILLI_FTE) -> tuple[int, int]:
    """Posts and thousandths of FTE of a line: each from the other where one is left out; (0, 0) where neither is known.

    FTE without posts is taken as whole posts and one part post.
    """
    posts = line.posts.value if line.posts is not None else None
    size = line.milli_fte.value if line.milli_fte is not None else None
    if posts is None and size is None:
        return 0, 0
    if posts is None:
        return -(-(size or 0) // standard), size or 0
    return posts, posts * standard if size is None else size


def standards(scenario: Scenario) -> dict[str, int]:
    """The standard size of a post of each role, in thousandths of FTE."""
    return {role.role: role.standard_milli_fte.value or FULL_TIME_MILLI_FTE for role in scenario.roles}


def cells_of(line: PostLine, scenario: Scenario) -> dict[Cell, int]:
    """Posts of a line by cell, as they are; posts shared by more people than there are posts give more places."""
    return _cells(line, role_of_titles(scenario), standards(scenario))


def by_line(scenario: Scenario) -> list[tuple[Post, dict[Cell, int]]]:
    """Every line of today's posts with its posts by cell."""
    titles, standard = role_of_titles(scenario), standards(scenario)
    return [(line, _cells(line, titles, standard)) for line in scenario.posts]


def _cells(line: PostLine, titles: Mapping[str, str], standard: Mapping[str, int]) -> dict[Cell, int]:
    role = titles.get(line.title, line.title)
    each_size = standard.get(role, FULL_TIME_MILLI_FTE)
    posts, size = line_size(line, each_size)
    held = isinstance(line, Post) and line.change is not None and line.change.kind == "held"
    counted = {Cell(line.team or "", role, each, held=held): n for each, n in sizes(posts, size, each_size)}
    people = line.people.value if isinstance(line, Post) and line.people is not None else None
    return _shared(counted, people - posts) if people is not None and people > posts > 0 else counted


def _shared(counted: dict[Cell, int], extra: int) -> dict[Cell, int]:
    """Give so many more places: one more on each post, from the largest size on, until all have room."""
    posts = [cell for cell, n in sorted(counted.items(), reverse=True) for _ in range(n)]
    places = [1] * len(posts)
    for turn in range(extra):
        places[turn % len(places)] += 1
    shared: dict[Cell, int] = {}
    for cell, room in zip(posts, places, strict=True):
        with_places = replace(cell, places=room)
        shared[with_places] = shared.get(with_places, 0) + 1
    return shared


def today(scenario: Scenario) -> dict[Cell, int]:
    """Today's posts by cell."""
    counted: dict[Cell, int] = {}
    for _line, cells in by_line(scenario):
        _add(counted, cells)
    return counted


def settled(scenario: Scenario) -> dict[Cell, int]:
    """Today's posts whose change is settled, where they stand afterwards: what every option but no change must have."""
    counted: dict[Cell, int] = {}
    for _line, cells in settled_by_line(scenario):
        _add(counted, cells)
    return counted


def settled_by_line(scenario: Scenario) -> list[tuple[Post, dict[Cell, int]]]:
    """Every line of today's posts with those of its posts whose change is settled, where they stand afterwards.

    Transferred posts leave when the team they go to is not one of the case's teams.
    """
    teams = {team.team for team in scenario.teams}
    protected = {role.role for role in scenario.roles if role.protected}
    return [(line, _afterwards(line, cells, teams, protected=protected)) for line, cells in by_line(scenario)]


def _afterwards(line: Post, cells: dict[Cell, int], teams: set[str], *, protected: set[str]) -> dict[Cell, int]:
    kind, to = (line.change.kind, line.change.to or "") if line.change is not None else (None, "")
    if kind == "re-designated":
        return {replace(cell, role=to): n for cell, n in cells.items()}
    if kind == "transferred":
        return {replace(cell, team=to): n for cell, n in cells.items()} if to in teams else {}
    stays = kind in SETTLED or (kind is None and any(cell.role in protected for cell in cells))
    return cells if stays else {}


def counts_to_ceiling(scenario: Scenario) -> dict[Cell, bool]:
    """Whether posts of each cell that a line names count to the ceiling: they do when one of its lines does.

    A line of today names the cell its posts are in and the one they move to.
    """
    titles, standard = role_of_titles(scenario), standards(scenario)
    rows: list[tuple[PostLine, dict[Cell, int]]] = [*by_line(scenario), *settled_by_line(scenario)]
    rows.extend((line, _cells(line, titles, standard)) for line in scenario.proposed)
    counted: dict[Cell, bool] = {}
    for line, cells in rows:
        for cell in cells:
            counted[cell] = counted.get(cell, False) or line.counts_to_ceiling
    return counted


def given(scenario: Scenario) -> dict[Cell, int]:
    """Posts of a structure given by hand: its own lines, and today's posts whose change is settled.

    Its posts in a team and role are today's that are shared as far as there are any of their size, as in a design: the
    same posts give the same places whoever laid them out.
    """
    counted, proposed = settled(scenario), dict[Cell, int]()
    titles, standard = role_of_titles(scenario), standards(scenario)
    for line in scenario.proposed:
        _add(proposed, _cells(line, titles, standard))
    for cell, there in sorted(_open_today(scenario).items(), key=lambda row: (-row[0].places, row[0])):
        plain = replace(cell, places=1)
        kept = min(there, proposed.get(plain, 0)) if cell.places > 1 else 0
        if kept:
            proposed[plain] -= kept
            _add(proposed, {cell: kept})
    _add(counted, {cell: posts for cell, posts in proposed.items() if posts})
    return counted


def _open_today(scenario: Scenario) -> dict[Cell, int]:
    """Today's posts that nothing is settled about, by cell."""
    counted: dict[Cell, int] = {}
    for (line, cells), (_line, after) in zip(by_line(scenario), settled_by_line(scenario), strict=True):
        if line.change is None and not after:
            _add(counted, cells)
    return counted


def _add(counted: dict[Cell, int], more: dict[Cell, int]) -> None:
    for cell, posts in more.items():
        counted[cell] = counted.get(cell, 0) + posts


def kind_of(cell: Cell, *, least: int, most: int, was: int, make_up: bool = False) -> PostKind:
    """A post kind without its cost.

    A make-up post gives no place: half a job offered to somebody displaced from a whole one is not redeployment, and a
    search that counted it would split posts to seem to displace fewer (docs/decisions/0004-make-up-posts.md).
    """
    return PostKind(
        id=cell.id,
        team=cell.team,
        role=cell.role,
        milli_fte=cell.milli_fte,
        cost_pence=0,
        least=least,
        most=most,
        today=was,
        places=0 if cell.held or make_up else cell.places,
        works=not cell.held,
        make_up=make_up,
    )
