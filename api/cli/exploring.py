"""What every question about a designed option shares: case and option named, asked, shown, written and ended.

A question's own file says what is asked and how the answer reads; the exit code follows from how its answers ended.
Change this when every such question can be asked, or handed over, in another way.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import RenderableType

from api.cli.answering import Wish, require_askable, run
from api.cli.case_argument import read_case
from api.cli.exit_codes import ENDINGS
from api.cli.json_text import print_json
from api.cli.lazy import load
from api.cli.overview import ILLUSTRATION
from api.cli.result_folder import require_free
from api.cli.screen import refusal, screen, tell, words
from api.json_text import json_text
from api.shown import NO_JUDGEMENT
from scenarios.exploring.result import Explored
from scenarios.runs.question import Found, RunQuestion

OptionName = Annotated[
    str | None,
    typer.Option("--option", metavar="NAME", help="Option to ask about; every option to design when not given."),
]
PAGES = "api.shown:page_of"
WRITER = "api.cli.result_files:write_texts"
STOPPED = "Stopped early: what is marked 'not settled' is what was found so far."


@dataclass(frozen=True)
class Reading:
    """How a question's answer is shown: a name for its files, what the screen shows, and more files by name."""

    name: str
    shown: Callable[[Explored[Any]], Iterable[RenderableType]]
    files: Callable[[Explored[Any]], Mapping[str, str]] | None = None
    more_files: frozenset[str] = frozenset()


def explore(case: str, asked: RunQuestion[Found], wish: Wish, reading: Reading) -> None:
    """Ask a question about an option of a case (or about all it may be asked of), show the answer, and end the command.

    Raises:
        typer.Exit: always: 0 done, 4 where nothing fits, 5 where anything is not settled; 2 and 3 as usual.
    """
    held = read_case(case, as_json=wish.as_json)
    require_askable(held, asked)
    own = frozenset({f"{reading.name}.html", f"{reading.name}.json"}) | reading.more_files
    require_free(wish.output, own)
    answered, stopped = run(held, asked, wish)
    found = answered.document
    if wish.as_json:
        print_json(found.model_dump(mode="json"))
    else:
        console = screen()
        for part in _parts(found, reading, stopped=stopped):
            console.print(part)
    if wish.output is not None:
        _write(found, reading, wish.output, stopped=stopped)
    raise typer.Exit(ENDINGS["undecided" if stopped else answered.state])


def _parts(found: Explored[Any], reading: Reading, *, stopped: bool) -> Iterator[RenderableType]:
    yield words(f"{found.title} ({found.case})", "bold")
    if found.illustration:
        yield words(ILLUSTRATION, "bold")
    yield words(NO_JUDGEMENT, "bold")
    if stopped:
        yield words(STOPPED, "bold")
    yield from reading.shown(found)


def _write(found: Explored[Any], reading: Reading, folder: Path, *, stopped: bool) -> None:
    """Write the page, the JSON document and the question's own files into the folder, all or none."""
    texts = {
        f"{reading.name}.html": load(PAGES)(found.title, _parts(found, reading, stopped=stopped)),
        f"{reading.name}.json": json_text(found.model_dump(mode="json")),
        **(reading.files(found) if reading.files is not None else {}),
    }
    try:
        names = load(WRITER)(texts, folder)
    except OSError as unwritable:
        raise refusal(f"{folder} cannot be written: {unwritable.strerror}") from unwritable
    tell(f"Written to {folder}: {', '.join(names)}")
