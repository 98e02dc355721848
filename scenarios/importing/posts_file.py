"""The lines of posts that an import writes, as cells, and the folder they are written into.

Rules: design.md section 3, step 1. A folder that an import has filled before is filled again: posts.csv is written
anew (what stood there is kept beside it when it differs), scenario.yaml as long as nobody changed it; every other sheet
stays as it is.
Everything is made ready beside the folder and then moved, so that nothing is half-done.
Change this when an import writes another file.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from scenarios.importing import import_faults
from scenarios.importing.written_head import is_unchanged
from scenarios.reading.csv_text import write_csv
from scenarios.reading.disk import MAX_CSV_BYTES
from scenarios.reading.folder import HEAD
from scenarios.reading.grid import MAX_ROWS
from scenarios.schema.faults import Fault, ScenarioFaults, Spot
from scenarios.schema.texts import MAX_NAME_CHARACTERS

POSTS = "posts.csv"
EARLIER = "earlier-posts.csv"
MAPPING = "mapping.yaml"
ORGANOGRAM = "organogram.csv"
TEAMS = "teams.csv"


class PostCells(NamedTuple):
    """One line of posts as its cells are written; blank: not given."""

    post_number: str = ""
    title: str = ""
    team: str = ""
    grade: str = ""
    posts: str = ""
    fte: str = ""
    people: str = ""
    occupied_fte: str = ""
    cost: str = ""
    funding: str = ""
    cost_centre: str = ""
    employer: str = ""
    until: str = ""
    contract: str = ""


HEADERS = tuple(name.replace("_", " ") for name in PostCells._fields)


def posts_csv(lines: Sequence[PostCells], label: str) -> str:
    """Return lines of posts as CSV, with the columns any of them fills.

    Args:
        lines: the lines, in order.
        label: what a planner calls the file they come from.

    Raises:
        ScenarioFaults: there are more lines, or more bytes, than `check` reads.
    """
    if len(lines) > MAX_ROWS:
        raise ScenarioFaults([Fault.at(Spot(label), "", import_faults.too_many_posts(len(lines), MAX_ROWS))])
    used = [index for index, column in enumerate(zip(*lines, strict=True)) if any(column)]
    text = write_csv([HEADERS[index] for index in used], [[line[index] for index in used] for line in lines])
    if len(text.encode()) > MAX_CSV_BYTES:
        words = import_faults.posts_too_big(len(text.encode()), MAX_CSV_BYTES)
        raise ScenarioFaults([Fault.at(Spot(label), "", words)])
    return text


def in_order(lines: Iterable[PostCells]) -> list[PostCells]:
    """Return lines in the order they are written in, whatever the order of the extract's rows."""
    return sorted(lines, key=lambda line: (line.team, line.title, line.grade, line))


_NOT_IN_NAMES = str.maketrans({";": ",", "|": "/", "=": "-", "[": "(", "]": ")", "\n": " ", "\r": " ", "\t": " "})


_PLAIN_NAME = re.compile(r"[A-Za-z0-9(](?:[\w&(),./:'+-]| (?! ))*(?<! )")


def as_name(text: str) -> tuple[str, bool]:
    """Return a text as a name a case can hold, and whether a sign had to be changed or left out for it."""
    if _PLAIN_NAME.fullmatch(text) and len(text) <= MAX_NAME_CHARACTERS:
        return text, False
    plain = " ".join(text.split())
    name = "".join(sign for sign in plain.translate(_NOT_IN_NAMES) if sign.isprintable())
    name = " ".join(name.lstrip("~?@+-' ").split())[:MAX_NAME_CHARACTERS].rstrip()
    return name, name != plain


def earlier_files(folder: Path) -> frozenset[str]:
    """Return the names of what stands in a folder, none where there is none.

    Raises:
        OSError: it is no folder or cannot be read.
    """
    return frozenset(entry.name for entry in folder.iterdir()) if folder.exists() else frozenset()


def _is_typed(folder: Path, name: str) -> bool:
    """Say whether a file that is there is the planner's: a sheet of teams, or a head that somebody changed."""
    return name == TEAMS or (name == HEAD and not is_unchanged((folder / name).read_text("utf-8", errors="replace")))


def write_case(folder: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Write the files of an import into a folder, and return the names of those written.

    Args:
        folder: the folder; made if it is not there. What an import does not write stays.
        files: text by name. `scenario.yaml` is left as it is when somebody changed it, a sheet of teams always.

    Raises:
        OSError: the folder cannot be written.
    """
    there = earlier_files(folder)
    written = [name for name in files if name not in there or not _is_typed(folder, name)]
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".restructure-", dir=folder.parent) as beside:
        ready = Path(beside) / "case"
        ready.mkdir()
        for name in written:
            (ready / name).write_text(files[name], encoding="utf-8", newline="")
        if not there:
            folder.mkdir(exist_ok=True)
        if POSTS in there and (folder / POSTS).read_bytes() != files[POSTS].encode():
            os.replace(folder / POSTS, folder / EARLIER)
            written.append(EARLIER)
        for name in written:
            if name != EARLIER:
                os.replace(ready / name, folder / name)
    return tuple(written)
