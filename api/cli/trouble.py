"""Faults and doubts as a planner reads them, and as JSON.

Rules: design.md section 2: all faults at once, each with place, value and what to do.
Change this when trouble in the data is shown in another way.
"""

from collections.abc import Sequence

from rich.console import Console

from api.cli.screen import words
from scenarios.checking.document import trouble_lines
from scenarios.schema.faults import Trouble

Shown = dict[str, str | int | None]


def print_trouble(console: Console, heading: str, found: Sequence[Trouble]) -> None:
    """Print a heading with the number of troubles, and each with its place, its value and what to do."""
    console.print(words(f"{heading}: {len(found)}", "bold"))
    for number, trouble in enumerate(found, 1):
        there = "" if not trouble.value or trouble.value in trouble.message else f" (there: {trouble.value!r})"
        console.print(words(f"{number:>3}. {trouble}{there}"), soft_wrap=True)


def trouble_json(found: Sequence[Trouble]) -> list[Shown]:
    """Return troubles as JSON objects, in their order."""
    return [line.model_dump(mode="json") for line in trouble_lines(found)]
