"""A small case in step 1 and 2 tables, and a way to write it with changes.

Change this when the smallest useful case needs another sheet.
"""

from collections.abc import Mapping
from pathlib import Path

from scenarios.reading.load import load_case
from scenarios.schema.case import Case
from scenarios.schema.faults import Fault, ScenarioFaults

HEAD = """\
name: small
title: Home care contracts
authority: Example Council
price base: 2014/15
"""

POSTS = """\
title,team,posts,fte,people,cost
Team Manager,North,2,1.5,2,"76,500"
Service Organiser,North,8,7.5,8,224500
Service Organiser,South,8,7.5,?,224500
"""

PROPOSED = """\
title,team,posts,fte,cost
Team Manager,Central,1,1,51000
Partnership Officer,Central,6,6,218000
"""

WORK = """\
work,share: Service Organiser,happens,statutory
Monitoring,~45% (30%..60%),,y
Brokerage,~40%,~-54% (-70%..0%),
"""

ABLE = """\
role,Monitoring,Brokerage
Partnership Officer,y,y
"""

SMALL: dict[str, str] = {
    "scenario.yaml": HEAD,
    "posts.csv": POSTS,
    "proposed.csv": PROPOSED,
    "work.csv": WORK,
    "able.csv": ABLE,
}

Content = str | bytes | None


def write(folder: Path, changes: Mapping[str, Content] | None = None) -> Path:
    """Write the small case, with files changed, added or (None) left out, and return its folder."""
    folder.mkdir()
    for name, content in {**SMALL, **(changes or {})}.items():
        if content is not None:
            (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def load(folder: Path, changes: Mapping[str, Content] | None = None) -> Case:
    """Load the small case with files changed, added or left out."""
    return load_case(write(folder / "case", changes))


def faults(folder: Path, changes: Mapping[str, Content] | None = None) -> tuple[Fault, ...]:
    """Return the faults of the small case with files changed, added or left out; none when it loads."""
    try:
        load(folder, changes)
    except ScenarioFaults as found:
        return found.faults
    return ()


def places(found: tuple[Fault, ...]) -> list[tuple[str, int | None, str | None, str]]:
    """Return sheet, row, column and code of each fault."""
    return [(fault.sheet, fault.row, fault.column, fault.code) for fault in found]
