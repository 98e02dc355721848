"""Names that must be found elsewhere: teams, grades, roles, work, options and the rest.

Rules: design.md section 3 (unknown references; an option that changes what does not exist).
Change this when a sheet refers to another in a new way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from scenarios.schema import fault_kinds
from scenarios.schema.columns import Column, Kind
from scenarios.schema.derive import default_options
from scenarios.schema.derive_groups import group_names
from scenarios.schema.derive_posts import WHOLE_SERVICE, lines_of, role_names
from scenarios.schema.faults import Fault, Words
from scenarios.schema.nearness import meant, slip_of
from scenarios.schema.options import AbleChange
from scenarios.schema.scenario import Scenario
from scenarios.schema.tables import Places, Tables, cells_of
from scenarios.schema.teams import OUTSIDE, OWN_LEAD

Names = Mapping[str, frozenset[str] | None]
_LEADS = frozenset({OWN_LEAD, OUTSIDE})
_DEFINING = frozenset({"posts", "proposed"})

MOST_OFFERS = 200
"""Unknown names for which a known one is looked for; a file with more of them is wrong in another way."""

DEFINED_BY: dict[str, set[str]] = {
    "teams": {"teams", "posts", "proposed"},
    "titles": {"posts", "proposed"},
    "groups": {"groups", "posts"},
    "roles": {"roles", "posts", "proposed"},
    "options": {"options", "proposed"},
}
"""The sheets that together define the names of a kind; of any other kind, the sheet of that name."""


def names_in(scenario: Scenario) -> dict[str, frozenset[str] | None]:
    """Return the names each sheet defines, derived ones included; None where no sheet defines them."""
    lines = lines_of(scenario)
    teams = {team.team for team in scenario.teams} | {line.team or WHOLE_SERVICE for line in lines}
    titles = {post.title for post in scenario.posts}
    groups = {group.group for group in scenario.groups} | {*group_names(scenario).values()} | titles
    options = scenario.options or default_options(scenario)
    return {
        "teams": frozenset(teams),
        "titles": frozenset(titles | {line.title for line in scenario.proposed}),
        "groups": frozenset(groups | role_names(scenario)),
        "roles": frozenset(role_names(scenario)),
        "work": frozenset(work.work for work in scenario.work),
        "options": frozenset(option.option for option in options),
        "grade_branches": frozenset(branch.branch for branch in scenario.grade_branches),
        "calendar": frozenset(step.step for step in scenario.calendar),
        "grades": frozenset(grade.grade for grade in scenario.grades) or None,
        "funding": frozenset(line.line for line in scenario.funding) or None,
        "cost_centres": frozenset(centre.cost_centre for centre in scenario.cost_centres) or None,
    }


def unknown_names(tables: Tables, scenario: Scenario, places: Places) -> Iterator[Fault]:
    """Yield a fault for every name that is defined nowhere; one that heads a column is told once, not in every row.

    Args:
        tables: the sheets to look through (sealed ones may be among them).
        scenario: defines the names.
        places: where the rows stand.
    """
    names = {
        target: None if places.unread & DEFINED_BY.get(target, {target}) else known
        for target, known in names_in(scenario).items()
    }
    listed = None if "teams" in places.unread else frozenset(team.team for team in scenario.teams) or None
    told: set[tuple[str, str]] = set()
    offers: dict[tuple[str, str], str | None] = {}
    for sheet, index, row, field, column in cells_of(tables, _refers):
        for target, name in _references(getattr(row, field), column):
            header = f"{column.prefix} {name}" if column.prefix else column.header
            if column.prefix and (sheet, header) in told:
                continue
            known = listed if target == "teams" and sheet in _DEFINING else names[target]
            if known is not None and name not in known and not (column.header == "led by" and name in _LEADS):
                if len(offers) < MOST_OFFERS and (target, name) not in offers:
                    offers[target, name] = meant(name, known)
                near, own = offers.get((target, name)), bool(getattr(scenario, target, ()))
                words = _words(sheet, name, target=target, near=near, own=own)
                told.add((sheet, header))
                yield Fault.at(places.spot(sheet, index, header), name, words)


def _words(sheet: str, name: str, *, target: str, near: str | None, own: bool) -> Words:
    make = fault_kinds.option_changes_nothing if sheet == "options" else fault_kinds.unknown_reference
    return make(name, "posts" if target == "titles" else target, near, listed=own)


def _refers(column: Column) -> bool:
    """Say whether a column names what is defined elsewhere."""
    return column.kind is Kind.ABLE_CHANGES or column.to is not None or column.values_to is not None


def _references(value: Any, column: Column) -> Iterator[tuple[str, str]]:
    """Yield (where to look, name) for every name a field refers to."""
    if column.kind is Kind.ABLE_CHANGES:
        for change in value:
            yield from _able_change(change)
    elif column.to is None:
        return
    elif column.kind is Kind.NAME:
        yield column.to, value
    elif column.kind in (Kind.NAMES, Kind.PERCENTS_BY_NAME, Kind.NAMES_BY_NAME):
        for name in value:
            yield column.to, name
    if column.values_to is not None:
        for names in value.values():
            for name in names:
                yield column.values_to, name


def _able_change(change: AbleChange) -> Iterator[tuple[str, str]]:
    yield "roles", change.role
    yield "work", change.work


def misspelt_moves(scenario: Scenario, places: Places) -> Iterator[Fault]:
    """Yield a fault for every post moved to a role or team whose name is nearly one there is."""
    if all(post.change is None or post.change.to is None for post in scenario.posts):
        return
    stays = tuple(post.model_copy(update={"change": None}) for post in scenario.posts)
    known = {
        "re-designated": ("roles", frozenset(role_names(scenario.model_copy(update={"posts": stays})))),
        "transferred": ("teams", names_in(scenario)["teams"] or frozenset()),
    }
    for index, post in enumerate(scenario.posts):
        if post.change is None or post.change.to is None:
            continue
        target, names = known[post.change.kind]
        near = None if post.change.to in names else slip_of(post.change.to, names)
        if near is not None:
            words = fault_kinds.unknown_reference(post.change.to, target, near)
            yield Fault.at(places.spot("posts", index, "change"), post.change.to, words)


def unknown_sources(scenario: Scenario, sheets: Iterable[str], places: Places) -> Iterator[Fault]:
    """Yield a fault for every sheet that the head names a source for and that does not exist."""
    known = sorted(sheets)
    for sheet in sorted(scenario.header.sources):
        if sheet not in known:
            spot = places.spot("header", 0, "sources")
            yield Fault.at(spot, sheet, fault_kinds.unknown_reference(sheet, "the sheets", meant(sheet, known)))
