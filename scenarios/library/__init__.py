"""The library of real cases: one folder each, with its data and a page that tells published from assumed.

Rules: design.md sections 3 (the folder form) and 8 (the real cases). A case is data only: no formula, no result.
Change this when cases are kept in another way; to add a case, add its folder.
"""

from __future__ import annotations

from pathlib import Path

from scenarios.reading.folder import HEAD

_HOME = Path(__file__).parent


def names() -> tuple[str, ...]:
    """Return the names of the cases, in order."""
    return tuple(sorted(head.parent.name for head in _HOME.glob(f"*/{HEAD}")))


def path_of(name: str) -> Path:
    """Return the folder of a case.

    Args:
        name: one of `names()`.

    Raises:
        KeyError: the library has no case of this name.
    """
    if name not in names():
        raise KeyError(name)
    return _HOME / name
