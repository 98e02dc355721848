"""Cells that follow a form of words: changes of posts, what happens to work, goals, lists of names.

Rules: design.md section 3. `;` stands between entries, `=` between a name and what it is given, `|` between the names
it is given.
Change this when a sheet has a new form of words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import get_args

from scenarios.reading.marks import Cell, print_figure, read_figure
from scenarios.reading.numbers import read_number
from scenarios.schema import fault_kinds
from scenarios.schema.columns import Kind
from scenarios.schema.faults import CellTrouble
from scenarios.schema.figure import Figure
from scenarios.schema.limits import Goal, GoalName, RuleName
from scenarios.schema.nearness import meant
from scenarios.schema.options import AbleChange
from scenarios.schema.posts import ChangeKind, PostChange
from scenarios.schema.texts import name_trouble, tidy_name
from scenarios.schema.units import print_number
from scenarios.schema.work import WHOLE_BASIS_POINTS, Happens

_BETWEEN = re.compile(r";(?![^\[]*\])")
_MOVE = re.compile(r"(re-?designated?|transfer(?:red)?) to (.+)", re.IGNORECASE)
_NEW = re.compile(r"(~?)\s*new\s+(.+?)(?:\s*fte)?(\s*\(.*\))?(?:\s*fte)?(\s*\[.*\])?", re.IGNORECASE)
_STAYS: dict[str, ChangeKind] = {
    "retained": "retained",
    "retain": "retained",
    "deleted": "deleted",
    "delete": "deleted",
    "held": "held",
    "hold": "held",
}
_GOAL_UNITS: dict[GoalName, Kind] = {
    "uncovered": Kind.FTE,
    "displaced": Kind.COUNT,
    "cost": Kind.MONEY,
    "moved down": Kind.COUNT,
    "job changes": Kind.COUNT,
    "posts changed": Kind.COUNT,
}
_CHANGE_FORMS = "retained, re-designated to ROLE, transferred to TEAM, deleted or held"
_HAPPENS_FORMS = "kept, ends, +30%, -20%, ~-54% (-70%..0%) or new 1.5 FTE"
_NAMES_FORMS = "NAME = OTHER | ANOTHER; NEXT = OTHER"
_ABLE_FORMS = "ROLE | WORK = y, n or 50%; ROLE | WORK = ..."


@lru_cache(maxsize=65_536)
def read_name(text: str) -> str:
    """Return the name a text holds, tidied.

    Raises:
        CellTrouble: it cannot be a name.
    """
    name = tidy_name(text)
    if trouble := name_trouble(name):
        raise CellTrouble(fault_kinds.not_a_name(trouble))
    return name


def read_names(text: str, separator: str = ";") -> tuple[str, ...]:
    """Return the names of a list, in their order, or raise CellTrouble."""
    return tuple(read_name(part) for part in text.split(separator) if part.strip())


def read_change(text: str) -> PostChange:
    """Return what happens to a post, or raise CellTrouble."""
    if moved := _MOVE.fullmatch(text):
        kind: ChangeKind = "transferred" if moved[1].casefold().startswith("transfer") else "re-designated"
        return PostChange(kind=kind, to=read_name(moved[2]))
    stays = _STAYS.get(text.casefold())
    if stays is None:
        raise CellTrouble(fault_kinds.not_a_phrase(text, _CHANGE_FORMS))
    return PostChange(kind=stays)


def print_change(change: PostChange) -> str:
    """Return a change of posts as it is written in a cell."""
    return change.kind if change.to is None else f"{change.kind} to {change.to}"


def read_happens(text: str) -> Cell:
    """Return what happens to work, or raise CellTrouble."""
    if new := _NEW.fullmatch(text):
        return _new_work("".join((new[1], new[2], new[3] or "", new[4] or "")))
    for word, change in (("kept", 0), ("ends", -WHOLE_BASIS_POINTS)):
        if re.match(rf"~?\s*{word}\b", text, re.IGNORECASE):
            amount = re.sub(word, print_number(change, Kind.PERCENT), text, count=1, flags=re.IGNORECASE)
            figure = read_figure(amount, Kind.PERCENT).value
            return Cell(Happens.model_validate({"kind": word, "change_basis_points": figure}))
    if "%" not in text and text != "?":
        raise CellTrouble(fault_kinds.not_a_phrase(text, _HAPPENS_FORMS))
    figure = read_figure(text, Kind.PERCENT).value
    return Cell(Happens.model_validate({"kind": "changes", "change_basis_points": figure}))


def _new_work(amount: str) -> Cell:
    read = read_figure(amount, Kind.FTE)
    return Cell(Happens.model_validate({"kind": "new", "new_milli_fte": read.value}), read.odd)


def print_happens(happens: Happens, inherited: str | None) -> str:
    """Return what happens to work as it is written in a cell."""
    if happens.new_milli_fte is not None:
        return f"new {print_figure(happens.new_milli_fte, Kind.FTE, inherited=inherited)}"
    change = happens.change_basis_points or Figure(value=0)
    text = print_figure(change, Kind.PERCENT, inherited=inherited, signed=True)
    if happens.kind == "changes":
        return text
    return text.replace(print_number(change.value or 0, Kind.PERCENT, signed=True), happens.kind, 1)


def read_goals(text: str) -> tuple[Goal, ...]:
    """Return goals in their order, or raise CellTrouble."""
    goals: list[Goal] = []
    names = {name: unit for name, unit in _GOAL_UNITS.items() if name}
    for part in (tidy_name(part) for part in text.split(";") if part.strip()):
        word, _, within = part.partition(" within ")
        name = next((known for known in names if known == word.casefold()), None)
        if name is None:
            raise CellTrouble(fault_kinds.not_a_choice(word, sorted(names), meant(word, names)))
        tolerance = read_number(within, names[name])[0] if within else 0
        if tolerance < 0 or any(goal.name == name for goal in goals):
            raise CellTrouble(fault_kinds.not_a_phrase(part, "each goal once, its tolerance not below zero"))
        goals.append(Goal(name=name, within=tolerance))
    return tuple(goals)


def print_goals(goals: tuple[Goal, ...]) -> str:
    """Return goals as they are written in a cell."""
    return "; ".join(
        f"{goal.name} within {print_number(goal.within, _GOAL_UNITS[goal.name])}" if goal.within else goal.name
        for goal in goals
    )


def read_rules(text: str) -> tuple[RuleName, ...]:
    """Return rules in their order, or raise CellTrouble."""
    rules: list[RuleName] = []
    names: tuple[RuleName, ...] = get_args(RuleName)
    for word in (tidy_name(part) for part in text.split(";") if part.strip()):
        name = next((known for known in names if known == word.casefold()), None)
        if name is None:
            raise CellTrouble(fault_kinds.not_a_choice(word, names, meant(word, names)))
        if name in rules:
            raise CellTrouble(fault_kinds.not_a_phrase(word, "each rule once"))
        rules.append(name)
    return tuple(rules)


def read_names_by_name(text: str) -> dict[str, tuple[str, ...]]:
    """Return what each name is given, or raise CellTrouble."""
    given: dict[str, tuple[str, ...]] = {}
    for part in (part for part in text.split(";") if part.strip()):
        name, equals, names = part.partition("=")
        if not equals or tidy_name(name) in given:
            raise CellTrouble(fault_kinds.not_a_phrase(part.strip(), _NAMES_FORMS))
        given[read_name(name)] = read_names(names, "|")
    return given


def print_names_by_name(given: dict[str, tuple[str, ...]]) -> str:
    """Return names by name as they are written in a cell."""
    return "; ".join(f"{name} = {' | '.join(names)}" for name, names in given.items())


def read_ability(text: str) -> Cell:
    """Return how much of its time a role may give: y, n or a share; or raise CellTrouble."""
    plain = re.fullmatch(r"(~?)\s*(y|yes|n|no)((?:\s*\[.*\])?)", text, re.IGNORECASE)
    if plain:
        return read_figure(f"{plain[1]}{'100%' if plain[2].casefold() in 'yes' else '0%'}{plain[3]}", Kind.PERCENT)
    return read_figure(text, Kind.PERCENT)


def read_able_changes(text: str) -> tuple[AbleChange, ...]:
    """Return changes of ability, or raise CellTrouble."""
    changes: list[AbleChange] = []
    for part in (part for part in _BETWEEN.split(text) if part.strip()):
        pair, equals, share = part.partition("=")
        role, bar, work = pair.partition("|")
        if not equals or not bar or not share.strip():
            raise CellTrouble(fault_kinds.not_a_phrase(part.strip(), _ABLE_FORMS))
        figure = read_ability(share.strip()).value
        changes.append(
            AbleChange.model_validate({"role": read_name(role), "work": read_name(work), "share_basis_points": figure})
        )
    return tuple(changes)


def print_able_changes(changes: tuple[AbleChange, ...], inherited: str | None) -> str:
    """Return changes of ability as they are written in a cell."""
    return "; ".join(
        f"{change.role} | {change.work} = {print_figure(change.share_basis_points, Kind.PERCENT, inherited=inherited)}"
        for change in changes
    )
