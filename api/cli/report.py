"""A comparison from top to bottom, for a screen or a page: the head, the table, and each structure in full.

Change this when the order of a comparison changes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import RenderableType

from api.cli.details import details
from api.cli.overview import header, overview
from api.cli.screen import words
from scenarios.comparing.result import Comparison
from scenarios.reporting.beside import beside_words
from scenarios.reporting.same_posts import Shown, shown_once


@dataclass(frozen=True)
class Report:
    """A comparison, whose it is, and a notice when it was cut short; `short` leaves out each structure in full."""

    comparison: Comparison
    authority: str
    notice: str | None = None
    short: bool = False


def parts(report: Report) -> Iterator[RenderableType]:
    """Yield everything there is to print, in order."""
    shown = shown_once(report.comparison.structures)
    yield from header(report.comparison, report.authority)
    if report.notice:
        yield report.notice
    yield from overview(shown)
    yield from _beside(shown, report.comparison)
    for each in shown if not report.short else ():
        yield from details(each)


def _beside(shown: Iterable[Shown], comparison: Comparison) -> Iterator[RenderableType]:
    """Yield a sentence for each designed structure on how it differs from the given one."""
    found = ((each, beside_words(each.first, comparison.structures)) for each in shown)
    told = [(each.number, said) for each, said in found if said is not None]
    if told:
        yield words("")
    for number, said in told:
        yield words(f"{number}. {said}")
