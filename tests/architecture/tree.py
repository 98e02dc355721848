"""The files git tracks and their syntax trees, read once for every test of the house.

Only tracked files count: what a planner leaves lying in the folder is no part of the project.
Change this when a test of the house needs to see the project in another way.
"""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("solver", "scenarios", "api")


@cache
def tracked(suffix: str = "") -> tuple[Path, ...]:
    """Return the tracked files whose name ends in `suffix`, relative to the root, in order."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 - whichever git made this checkout
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    names = sorted(name for name in listed.stdout.split("\0") if name.endswith(suffix) and name)
    return tuple(Path(name) for name in names if (ROOT / name).is_file())


def python_in(*rooms: str) -> list[Path]:
    """Return the tracked Python files of the named top-level rooms, or all when none is named."""
    return [path for path in tracked(".py") if not rooms or path.parts[0] in rooms]


@cache
def syntax(path: Path) -> ast.Module:
    """Return the syntax tree of one tracked Python file."""
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), filename=str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method of one file, nested ones included."""
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def class_fields(tree: ast.Module) -> Iterator[tuple[str, ast.AnnAssign, str]]:
    """Yield (class name, annotated assignment, field name) for every field of every class."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for item in node.body:
                if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
                    yield node.name, item, item.target.id
