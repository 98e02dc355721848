"""Rows that contradict each other or themselves: doubles, rings of teams, ends before starts, ranks, branches.

Rules: design.md section 3 (what is refused).
Change this when rows of a sheet can contradict each other in a new way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from scenarios.schema import fault_kinds
from scenarios.schema.columns import Row
from scenarios.schema.faults import Fault
from scenarios.schema.figure import Figure
from scenarios.schema.grade_branches import MAX_BRANCHES
from scenarios.schema.grades import Grade
from scenarios.schema.scenario import Scenario
from scenarios.schema.tables import Places, Tables

Key = Callable[[Any], tuple[str, ...] | None]


def _text(*parts: object) -> tuple[str, ...]:
    return tuple("" if part is None else str(part) for part in parts)


KEYS: dict[str, tuple[str, Key]] = {
    "able": ("role", lambda row: _text(row.role)),
    "calendar": ("step", lambda row: _text(row.step, row.from_date)),
    "cost_centres": ("cost centre", lambda row: _text(row.cost_centre)),
    "funding": ("line", lambda row: _text(row.line, row.year)),
    "grade_branches": ("branch", lambda row: _text(row.branch, row.role)),
    "grades": ("grade", lambda row: _text(row.grade, row.pay_system, row.employer, row.valid_from)),
    "groups": ("group", lambda row: _text(row.group)),
    "matches": ("group", lambda row: _text(row.group, row.role)),
    "options": ("option", lambda row: _text(row.option)),
    "reserved": ("role", lambda row: _text(row.role)),
    "roles": ("role", lambda row: _text(row.role)),
    "teams": ("team", lambda row: _text(row.team)),
    "work": ("work", lambda row: _text(row.work)),
}
"""What makes a row of a sheet the only one of its kind, and the column the fault is shown in."""

LEAST_AND_MOST: tuple[tuple[str, str], ...] = (
    ("least", "most"),
    ("least_posts", "most_posts"),
    ("span_low", "span_high"),
    ("bottom_point", "top_point"),
    ("age_low", "age_high"),
)


def doubled_rows(tables: Tables, places: Places) -> Iterator[Fault]:
    """Yield a fault for every row about something another row is about already."""
    for sheet in sorted(KEYS.keys() & tables.keys()):
        column, key = KEYS[sheet]
        first: dict[tuple[str, ...], int] = {}
        for index, row in enumerate(tables[sheet]):
            said = key(row)
            if said in first:
                what = " / ".join(part for part in said or () if part)
                words = fault_kinds.duplicate_row(repr(what), places.row(sheet, first[said]) or 0)
                yield Fault.at(places.spot(sheet, index, column), what, words)
            elif said is not None:
                first[said] = index


def doubled_numbers(scenario: Scenario, places: Places) -> Iterator[Fault]:
    """Yield a fault for every post number used twice today, or twice in one proposed structure."""
    today = [("", post.post_number) for post in scenario.posts]
    later = [(f"{line.option} / {line.branch}", line.post_number) for line in scenario.proposed]
    for sheet, lines in (("posts", today), ("proposed", later)):
        first: dict[tuple[str, str], int] = {}
        for index, (structure, number) in enumerate(lines):
            if number is None:
                continue
            if (structure, number) in first:
                words = fault_kinds.duplicate_post_number(number, places.row(sheet, first[structure, number]) or 0)
                yield Fault.at(places.spot(sheet, index, "post number"), number, words)
            first.setdefault((structure, number), index)


def rings_of_teams(scenario: Scenario, places: Places) -> Iterator[Fault]:
    """Yield one fault for every ring of teams that belong to each other."""
    parents = {team.team: team.parent for team in scenario.teams}
    rows = {team.team: index for index, team in enumerate(scenario.teams)}
    seen: set[str] = set()
    for start in sorted(parents):
        path: list[str] = []
        team: str | None = start
        while team is not None and team in parents and team not in seen and team not in path:
            path.append(team)
            team = parents[team]
        if team in path:
            ring = path[path.index(team) :]
            words = fault_kinds.team_cycle([*ring, ring[0]])
            yield Fault.at(places.spot("teams", rows[ring[0]], "parent"), ring[0], words)
        seen |= {*path}


def backward_rows(tables: Tables, places: Places) -> Iterator[Fault]:
    """Yield a fault for every row whose end is before its start, or whose least is above its most."""
    for sheet in sorted(tables):
        fields = {field for row in tables[sheet][:1] for field in type(row).model_fields}
        starts, ends = (
            [field for field in those if field in fields] for those in (("since_date", "from_date"), ("until_date",))
        )
        pairs = [(low, high) for low, high in LEAST_AND_MOST if {low, high} <= fields]
        for index, row in enumerate(tables[sheet]):
            start, end = (
                next((day for field in those if (day := getattr(row, field)) is not None), None)
                for those in (starts, ends)
            )
            if isinstance(start, date) and isinstance(end, date) and end < start:
                words = fault_kinds.end_before_start(start.isoformat(), end.isoformat())
                yield Fault.at(places.spot(sheet, index, "until"), end.isoformat(), words)
            for low, high in pairs:
                if _above(row, low, high):
                    names = low.replace("_", " "), high.replace("_", " ")
                    yield Fault.at(places.spot(sheet, index, names[0]), "", fault_kinds.upside_down(*names))


def _above(row: Row, low: str, high: str) -> bool:
    """Say whether a row gives a least above its most."""
    numbers = [value.value if isinstance(value, Figure) else value for value in (getattr(row, low), getattr(row, high))]
    return isinstance(numbers[0], int) and isinstance(numbers[1], int) and numbers[0] > numbers[1]


def contradicting_ranks(scenario: Scenario, places: Places) -> Iterator[Fault]:
    """Yield a fault for ranks of one pay system that disagree with each other or with the points of one spine."""
    ranked = [(index, grade) for index, grade in enumerate(scenario.grades) if grade.rank is not None]
    first: dict[tuple[str | None, ...], Grade] = {}
    for index, grade in ranked:
        other = first.setdefault((grade.pay_system, grade.employer, grade.grade), grade)
        if other.rank != grade.rank:
            yield _contradiction(index, grade, other, places)
    spines: dict[tuple[str | None, ...], list[tuple[int, Grade]]] = {}
    for index, grade in ranked:
        if grade.top_point is not None:
            spines.setdefault((grade.pay_system, grade.employer, grade.spine), []).append((index, grade))
    for grades in spines.values():
        in_order = sorted(grades, key=lambda pair: (pair[1].top_point or 0, pair[1].rank or 0))
        for lower, upper in pairwise(in_order):
            if _contradict(lower[1], upper[1]):
                (_, other), (index, grade) = sorted((lower, upper), key=lambda pair: pair[0])
                yield _contradiction(index, grade, other, places)


def _contradict(lower: Grade, upper: Grade) -> bool:
    """Say whether of two grades of one spine the one with the lower top point has the higher rank."""
    apart = lower.grade != upper.grade and (lower.top_point or 0) < (upper.top_point or 0)
    return apart and (lower.rank or 0) > (upper.rank or 0)


def _contradiction(index: int, grade: Grade, other: Grade, places: Places) -> Fault:
    words = fault_kinds.ranks_contradict(grade.grade, other.grade)
    return Fault.at(places.spot("grades", index, "rank"), str(grade.rank), words)


def too_many_branches(scenario: Scenario, places: Places) -> Iterator[Fault]:
    """Yield a fault when more grade branches are named than are worked out."""
    names = {branch.branch for branch in scenario.grade_branches}
    if len(names) > MAX_BRANCHES:
        last = max(index for index, _ in enumerate(scenario.grade_branches))
        words = fault_kinds.too_many_branches(len(names), MAX_BRANCHES)
        yield Fault.at(places.spot("grade_branches", last, "branch"), str(len(names)), words)
