"""A comparison from top to bottom, for a screen or a page: the head, the table, and each structure in full.

Change this when the order of a comparison changes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import RenderableType

from api.cli.details import details
from api.cli.overview import header, overview
from scenarios.comparing.result import Comparison
from scenarios.reporting.same_posts import shown_once


@dataclass(frozen=True)
class Report:
    """A comparison, whose it is, and a notice when it was cut short."""

    comparison: Comparison
    authority: str
    notice: str | None = None


def parts(report: Report) -> Iterator[RenderableType]:
    """Yield everything there is to print, in order."""
    shown = shown_once(report.comparison.structures)
    yield from header(report.comparison, report.authority)
    if report.notice:
        yield report.notice
    yield from overview(shown)
    for each in shown:
        yield from details(each)
