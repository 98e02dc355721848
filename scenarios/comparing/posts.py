"""Posts of a structure as lines, by grade, and against today's: deleted (filled, vacant) and created.

Posts, FTE and people are three measures; a deleted post is not a displaced person (domain-rules.md sections 10 and 15).
Change this when posts are listed or set against today's in another way.
"""

from collections.abc import Mapping

from scenarios.comparing.money import pounds_of
from scenarios.comparing.result import GradeLine, PostChange, PostLine, PostsDeleted
from scenarios.compiling.post_kinds import SETTLED, Cell, line_size, settled, standards, today
from scenarios.compiling.problem import Question
from scenarios.money.ledger import Ledger
from scenarios.schema.derive_posts import role_of_titles
from scenarios.schema.scenario import Scenario
from solver.structure import Structure

Place = tuple[str, str]


def lines(question: Question, structure: Structure, ledger: Ledger) -> tuple[PostLine, ...]:
    """Posts by team and role, with grade, FTE and the ledger's cost; a line with an unknown cost has none."""
    grades = {role.role: role.grade for role in question.arrangement.scenario.roles}
    counted, sizes = _places(question, structure), _sizes(question, structure)
    rows = []
    for team, role in sorted(counted):
        costs = [line.pence for line in ledger.lines if (line.team, line.role) == (team, role)]
        known = [pence for pence in costs if pence is not None]
        rows.append(
            PostLine(
                team=team,
                role=role,
                grade=grades.get(role),
                posts=counted[team, role],
                fte=sizes[team, role] / 1000,
                annual_cost=pounds_of(sum(known)) if known and len(known) == len(costs) else None,
            )
        )
    return tuple(rows)


def by_grade(rows: tuple[PostLine, ...]) -> tuple[GradeLine, ...]:
    """Posts and FTE by grade; posts whose grade is not settled stand under null, last."""
    grades = sorted({row.grade for row in rows}, key=lambda grade: (grade is None, grade or ""))
    return tuple(
        GradeLine(
            grade=grade,
            posts=sum(row.posts for row in rows if row.grade == grade),
            fte=round(sum(row.fte for row in rows if row.grade == grade), 3),
        )
        for grade in grades
    )


def changes(question: Question, structure: Structure) -> tuple[PostChange, ...]:
    """Posts today, deleted, created, moved and in the structure, by team and role, in their order.

    Vacant posts are deleted before filled ones.
    """
    scenario = question.arrangement.scenario
    before, after = _by_place(today(scenario)), _places(question, structure)
    left, come = ({}, {}) if question.arrangement.option.kind == "no change" else _moved(scenario)
    vacancies = _vacant(scenario)
    found = []
    for team, role in sorted({*before, *after}):
        place = (team, role)
        was, now = before.get(place, 0), after.get(place, 0)
        fewer = was - left.get(place, 0) - (now - come.get(place, 0))
        gone = max(0, fewer)
        empty = vacancies.get(place) if gone else 0
        found.append(
            PostChange(
                team=team,
                role=role,
                today=was,
                deleted=gone,
                vacant=None if empty is None else min(gone, empty),
                created=max(0, -fewer),
                moved_out=left.get(place, 0),
                moved_in=come.get(place, 0),
                after=now,
            )
        )
    return tuple(found)


def deleted(moves: tuple[PostChange, ...]) -> PostsDeleted:
    """Posts of today that a structure no longer has; filled and vacant are None where people are not known."""
    total = sum(move.deleted for move in moves)
    known = [move.vacant for move in moves if move.vacant is not None]
    if len(known) < len(moves):
        return PostsDeleted(total=total, filled=None, vacant=None)
    return PostsDeleted(total=total, filled=total - sum(known), vacant=sum(known))


def _places(question: Question, structure: Structure) -> dict[Place, int]:
    counted: dict[Place, int] = {}
    for name, posts in structure.posts:
        kind = question.problem.kind[name]
        counted[kind.team, kind.role] = counted.get((kind.team, kind.role), 0) + posts
    return counted


def _sizes(question: Question, structure: Structure) -> dict[Place, int]:
    sizes: dict[Place, int] = {}
    for name, posts in structure.posts:
        kind = question.problem.kind[name]
        sizes[kind.team, kind.role] = sizes.get((kind.team, kind.role), 0) + posts * kind.milli_fte
    return sizes


def _by_place(cells: Mapping[Cell, int]) -> dict[Place, int]:
    counted: dict[Place, int] = {}
    for cell, posts in cells.items():
        counted[cell.team, cell.role] = counted.get((cell.team, cell.role), 0) + posts
    return counted


def _moved(scenario: Scenario) -> tuple[dict[Place, int], dict[Place, int]]:
    """Posts transferred or made another role, neither deleted nor created: where they are today, and where they go."""
    movers = tuple(
        line
        for line in scenario.posts
        if line.change is not None and line.change.kind in ("transferred", "re-designated")
    )
    only = scenario.model_copy(update={"posts": movers})
    return _by_place(today(only)), _by_place(settled(only))


def _vacant(scenario: Scenario) -> Mapping[Place, int | None]:
    """Vacant posts by team and role, None where the people in them are not known; posts that are settled stay."""
    vacant: dict[Place, int | None] = {}
    titles, standard = role_of_titles(scenario), standards(scenario)
    for line in scenario.posts:
        if line.change is not None and line.change.kind in SETTLED:
            continue
        role = titles.get(line.title, line.title)
        place = (line.team or "", role)
        people = None if line.people is None else line.people.value
        if people is None or vacant.get(place, 0) is None:
            vacant[place] = None
            continue
        posts, _ = line_size(line, standard.get(role, 1000))
        vacant[place] = (vacant.get(place) or 0) + max(0, posts - people)
    return vacant


def make_up_words(question: Question, structure: Structure) -> tuple[str, ...]:
    """A sentence on each part post that is listed and costed, and no place for anybody displaced (decision 4)."""
    found = []
    for name, _posts in structure.posts:
        kind = question.problem.kind[name]
        if kind.make_up:
            found.append(f"{name}: a make-up post, which completes the work of its team and counts as no place for ")
        elif kind.works and not kind.places:
            found.append(f"{name}: a part post in a role without any today, which counts as no place for ")
    return tuple(f"{words}anybody displaced." for words in found)
