"""Teams written as paths (`Children>Family Help>North Team`): the level that tells teams apart, and the tree above it.

Rules: design.md section 3. A path is one where the cells of the column of teams are parted by `>`, `|` or a backslash;
by a slash or ` - ` only where the header speaks of a path or each cell has three levels below a few tops. Levels that
every path has in common tell nothing apart: the lowest of them is the top of the tree.
Change this when an HR system parts the levels of its units by another sign.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scenarios.importing import reading_doubts
from scenarios.importing.extract import Extract, clean, header_key
from scenarios.importing.import_doubts import RowsDoubt
from scenarios.importing.kept_cells import kept_cell
from scenarios.importing.names_in_text import Names
from scenarios.importing.posts_file import TEAMS
from scenarios.importing.spellings import name_key
from scenarios.importing.uses import Use
from scenarios.reading.csv_text import write_csv

_SIGNS = {">": r"\s*>\s*", "|": r"\s*\|\s*", "\\": r"\s*\\\s*", "/": r"\s*/\s*", " - ": r"\s+[-\u2013]\s+"}
_PLAIN_SIGNS = frozenset({">", "|", "\\"})
"""Signs that stand in no name of a team."""
_MOST = 0.5
_NEARLY_ALL = 0.9
_LEVELS_OF_A_PATH = 3
_SAYS_PATH = re.compile(r"\b(path|hierarchy|structure)\b")
Path = tuple[str, ...]


@dataclass(frozen=True)
class TeamPaths:
    """A column of team paths, read."""

    column: tuple[str, ...]
    """The team of each record."""
    tree: tuple[tuple[str, str], ...]
    """Every team and unit with the one it belongs to, blank for the top; those above before those below."""
    doubts: tuple[RowsDoubt, ...]

    def files(self) -> dict[str, str]:
        """Return the sheet teams by its name, or nothing where no unit stands above a team."""
        if all(parent == "" for _, parent in self.tree):
            return {}
        return {TEAMS: write_csv(("team", "parent"), [list(row) for row in self.tree])}


def read_team_paths(extract: Extract, index: int, label: str, *, names: Names) -> TeamPaths | None:
    """Return a column of teams read as paths, or None where its cells are none.

    Args:
        extract: the extract.
        index: which column holds the teams.
        label: what the column is called.
        names: how persons of the extract are named; they are cut out of every level.
    """
    column = [clean(cell) for cell in extract.columns[index]]
    sign = separator_of({cell for cell in column if cell}, extract.header[index])
    if sign is None:
        return None
    paths = {cell: _levels(cell, sign) for cell in set(column)}
    counts = Counter(paths[cell] for cell in column)
    nodes = _nodes(counts)
    titles = _titles(nodes, counts, names=names)
    words = reading_doubts.team_paths(sign.strip(), len({titles[_key(path)] for path in counts if path}))
    return TeamPaths(
        column=tuple(titles[_key(paths[cell])] for cell in column),
        tree=_tree(nodes, titles),
        doubts=(RowsDoubt.at(words, extract.label, column=label),),
    )


def separator_of(cells: set[str], header: str) -> str | None:
    """Return the sign that parts the levels of paths, or None where cells are no paths.

    Args:
        cells: the different cells of the column that hold something.
        header: the header of the column.
    """
    says_path = _SAYS_PATH.search(header_key(header)) is not None
    for sign in _SIGNS:
        paths = [_levels(cell, sign) for cell in cells]
        parted = sum(len(path) > 1 for path in paths)
        if (sign in _PLAIN_SIGNS or says_path) and parted > _MOST * len(paths):
            return sign
        deep = sum(len(path) >= _LEVELS_OF_A_PATH for path in paths)
        tops = {name_key(path[0]) for path in paths if path}
        if deep > _NEARLY_ALL * len(paths) and 2 * len(tops) <= len(paths):
            return sign
    return None


def _levels(cell: str, sign: str) -> Path:
    return tuple(part for each in re.split(_SIGNS[sign], cell) if (part := " ".join(each.split())))


def _key(path: Path) -> Path:
    return tuple(map(name_key, path))


def _nodes(counts: Mapping[Path, int]) -> list[Path]:
    """Return the keys of every unit from the lowest one all paths have in common down, those above first."""
    keys = sorted({_key(path) for path in counts if path})
    shared = 0
    while keys and all(len(key) > shared + 1 and key[shared] == keys[0][shared] for key in keys):
        shared += 1
    top = max(shared - 1, 0)
    every = {key[:end] for key in keys for end in range(top + 1, len(key) + 1)}
    return sorted(every, key=lambda key: (len(key), key))


def _titles(nodes: Sequence[Path], counts: Mapping[Path, int], *, names: Names) -> dict[Path, str]:
    """Return what each unit is called: its last level; as many above it as tell units of one name apart."""
    spelled: dict[Path, Counter[str]] = {}
    for path, count in counts.items():
        for end in range(1, len(path) + 1):
            spelled.setdefault(_key(path[:end]), Counter())[path[end - 1]] += count
    plain = {
        key: kept_cell(min(found, key=lambda text: (-found[text], text)), Use.TEAM, names)
        for key, found in spelled.items()
    }
    titles: dict[Path, str] = {(): ""}
    for key in nodes:
        alike = [other for other in nodes if other[-1] == key[-1]]
        levels = next(n for n in range(1, len(key) + 1) if sum(other[-n:] == key[-n:] for other in alike) == 1)
        parts = (plain[key[:end]] for end in range(len(key) - levels + 1, len(key) + 1))
        titles[key] = " / ".join(part for part in parts if part)
    return titles


def _tree(nodes: Sequence[Path], titles: Mapping[Path, str]) -> tuple[tuple[str, str], ...]:
    """Return each name once with the name above it: what stands above comes first, so that no ring can arise."""
    tree: dict[str, str] = {}
    for key in nodes:
        above = titles.get(key[:-1], "")
        if titles[key] and titles[key] not in tree:
            tree[titles[key]] = above
    return tuple(tree.items())
