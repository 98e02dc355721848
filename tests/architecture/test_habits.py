"""The habits of the house that no linter checks: sizes, names of modules, tests that always run.

Change this when a habit is agreed or dropped in CONTRIBUTING.md.
"""

import ast

from tests.architecture.tree import ROOT, functions, python_in, syntax

MOST_FILE_LINES = 400
MOST_FUNCTION_LINES = 50
NAMES_OF_NOTHING = frozenset({"utils", "util", "helpers", "helper", "manager", "common", "misc"})
WAYS_ROUND_A_TEST = frozenset({"skip", "skipif", "xfail", "importorskip"})


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_is_too_long() -> None:
    """A Python file of more than 400 lines holds two things."""
    lengths = {str(p): len((ROOT / p).read_text("utf-8").splitlines()) for p in python_in()}
    assert {p: n for p, n in lengths.items() if n > MOST_FILE_LINES} == {}


def test_no_function_is_too_long() -> None:
    """A function of more than 50 lines, docstring included, wants a second name."""
    long = {
        f"{path}:{node.lineno} {node.name}": _lines(node)
        for path in python_in()
        for node in functions(path)
        if _lines(node) > MOST_FUNCTION_LINES
    }
    assert long == {}


def test_modules_are_named_after_what_they_hold() -> None:
    """No module or package carries a name that would fit anything."""
    vague = [str(p) for p in python_in() if NAMES_OF_NOTHING & {*p.with_suffix("").parts}]
    assert vague == []


def test_every_module_says_what_it_is_for() -> None:
    """Every Python file that holds code opens with a docstring."""
    silent = [str(p) for p in python_in() if syntax(p).body and not ast.get_docstring(syntax(p))]
    assert silent == []


def test_every_test_says_what_it_proves() -> None:
    """Every test function has a docstring."""
    silent = [
        f"{path}:{node.lineno} {node.name}"
        for path in python_in("tests")
        for node in functions(path)
        if node.name.startswith("test_") and not ast.get_docstring(node)
    ]
    assert silent == []


def test_every_test_always_runs() -> None:
    """No test is skipped or expected to fail: a red test is mended or removed."""
    avoided = [
        f"{path}:{node.lineno} pytest...{node.attr}"
        for path in python_in("tests", "bench")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Attribute)
        and node.attr in WAYS_ROUND_A_TEST
        and ast.unparse(node).split(".")[0] == "pytest"
    ]
    assert avoided == []
