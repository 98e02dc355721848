"""Every rule and every goal is one file with the sentence a manager would sign and a test file of its own.

Change this when rules or goals move to another folder.
"""

import ast
from pathlib import Path

import pytest

from tests.architecture.tree import python_in, syntax, tracked

# The module that says what any rule, or any goal, consists of.
SHAPES = frozenset({"rule", "goal"})


def _written_in(folder: Path) -> list[Path]:
    return [
        path
        for path in python_in("solver")
        if path.parent == folder and path.stem != "__init__" and path.stem not in SHAPES
    ]


@pytest.mark.parametrize("kind", ["rules", "goals"])
def test_each_has_its_sentence(kind: str) -> None:
    """Each rule and goal module opens with its sentence."""
    written = _written_in(Path("solver", kind))
    assert [str(p) for p in written if not ast.get_docstring(syntax(p))] == []


@pytest.mark.parametrize("kind", ["rules", "goals"])
def test_each_has_its_test_file(kind: str) -> None:
    """Each rule and goal has `tests/solver/<rules or goals>/test_<name>.py` with a test in it."""
    written = {p.stem for p in _written_in(Path("solver", kind))}
    tested = {
        path.stem.removeprefix("test_")
        for path in tracked(".py")
        if path.parent == Path("tests", "solver", kind) and "def test_" in ast.unparse(syntax(path))
    }
    assert sorted(written - tested) == []
