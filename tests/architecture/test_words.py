"""Words a planner never reads from us: what we show is what no structure within these figures could do.

Source: the vocabulary of the design. Module docstrings are for developers and left out; a function's docstring may be
the help text of a command and is looked at. Change this when a word joins or leaves the vocabulary.
"""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.tree import python_in, syntax

FORBIDDEN = re.compile(r"\b(best|optimal|proven|dominated)\b", re.IGNORECASE)
JSON_KEYS = frozenset({"proven"})


def _shown(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield (line, text) for each string of a file but its own docstring and the JSON keys."""
    own = tree.body[0].value if tree.body and isinstance(tree.body[0], ast.Expr) else None
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or node is own:
            continue
        if isinstance(node.value, str) and node.value not in JSON_KEYS:
            yield node.lineno, node.value


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('print("the best structure")', ["the best structure"]),
        ('print(f"{n} proven")', [" proven"]),
        ('"""Best of all."""', []),
        ('row["proven"] = True', []),
        ('print("the bestiary")', []),
        ('def show():\n    """Show the optimal structure."""', ["Show the optimal structure."]),
    ],
)
def test_the_words_are_recognised(source: str, found: list[str]) -> None:
    """Whole words are seen in plain and formatted strings; the JSON key and module docstrings are not."""
    assert [text for _, text in _shown(ast.parse(source)) if FORBIDDEN.search(text)] == found


def test_no_door_says_more_than_was_shown() -> None:
    """Nothing printed by the command line or a page calls a structure best, optimal, proven or dominated."""
    said = [
        f"{path}:{line} {text!r}"
        for path in python_in("api")
        for line, text in _shown(syntax(path))
        if FORBIDDEN.search(text)
    ]
    assert said == []
