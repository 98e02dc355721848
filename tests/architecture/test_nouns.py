"""What the nouns may hold: nothing about a person in the solver, no float where pence or FTE are meant.

Sources: the promise that the search places numbers of people by staff group (design), and whole pence and thousandths
of FTE (CONTRIBUTING.md). Change this when a characteristic is named that the search must never see.
"""

import ast
import itertools
from pathlib import Path

import pytest

from tests.architecture.tree import class_fields, python_in, syntax

WHOLE = frozenset({"age", "ages", "aged", "sex", "race"})
BEGINNINGS = (
    *("gender", "ethnic", "disab", "religio", "pregnan", "birth"),
    *("forename", "surname", "email", "payroll"),
)
PHRASES = (("person", "name"), ("exit", "cost"), ("hours", "worked"))


def _is_personal(name: str) -> bool:
    """Say whether a snake_case name speaks of a person, word by word."""
    words = name.lower().strip("_").split("_")
    pairs = list(itertools.pairwise(words))
    return (
        bool(WHOLE & {*words})
        or any(word.startswith(BEGINNINGS) for word in words)
        or any(phrase in pairs for phrase in PHRASES)
    )


def _names_float(annotation: ast.expr) -> bool:
    """Say whether an annotation mentions float, also inside a quoted one."""
    for node in ast.walk(annotation):
        if isinstance(node, ast.Name) and node.id == "float":
            return True
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "float" in node.value:
            return True
    return False


def _counts_whole(path: Path) -> bool:
    """Say whether a file's classes state pence, FTE or people; the engine's hold a solver's own settings."""
    if path.parts[0] == "solver":
        return path != Path("solver", "engine.py")
    return path.parts[:2] == ("scenarios", "money")


@pytest.mark.parametrize(
    "name",
    [
        *("age", "holder_age", "age_band", "is_disabled", "disability", "sex", "ethnicity"),
        *("person_name", "surname", "payroll_number", "email", "date_of_birth", "pregnant"),
        *("exit_cost_pence", "hours_worked", "gender_split", "religion"),
    ],
)
def test_personal_names_are_recognised(name: str) -> None:
    """A word about a person is seen wherever it stands in a name."""
    assert _is_personal(name)


@pytest.mark.parametrize(
    "name",
    [
        *("stage", "stages", "message", "manages", "average_pence", "coverage", "percentage"),
        *("least", "exit_pence", "name", "reason", "team_name", "work_hours", "essex"),
    ],
)
def test_ordinary_names_are_left_alone(name: str) -> None:
    """A word that merely contains such letters is no fault."""
    assert not _is_personal(name)


def test_the_solver_has_no_field_for_a_person() -> None:
    """No field of any class in the solver can hold a characteristic of a person."""
    personal = [
        f"{path}: {owner}.{field}"
        for path in python_in("solver")
        for owner, _, field in class_fields(syntax(path))
        if _is_personal(field)
    ]
    assert personal == []


@pytest.mark.parametrize(
    ("annotation", "found"),
    [("float", True), ("tuple[int, float]", True), ("'float | None'", True), ("int", False)],
)
def test_floats_are_recognised(annotation: str, found: bool) -> None:  # noqa: FBT001 - a table's column
    """A float is seen alone, inside a container and inside quotes."""
    assert _names_float(ast.parse(annotation, mode="eval").body) is found


def test_no_noun_holds_a_float() -> None:
    """Classes of the solver and of money hold whole numbers; floats are for display."""
    floats = [
        f"{path}: {owner}.{field}"
        for path in python_in("solver", "scenarios")
        if _counts_whole(path)
        for owner, item, field in class_fields(syntax(path))
        if _names_float(item.annotation)
    ]
    assert floats == []
