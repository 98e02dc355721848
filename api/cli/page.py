"""A comparison as the screen shows it, as one page.

Change this when the page of a comparison has to look otherwise than the screen; every page is laid out in api/shown.py.
"""

from api.cli.report import Report, parts
from api.shown import page_of


def page(report: Report) -> str:
    """Return the comparison as HTML, self-contained, dark on light."""
    return page_of(report.comparison.title, parts(report))
