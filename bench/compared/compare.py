"""`restructure compare` on the two designed cases: every option answered, with break-evens.

Change this when another case has options to design.
"""

from collections.abc import Iterator

from bench.compared.asked import Asked
from bench.compared.commands import row_of
from bench.table import Row
from bench.trade_off_problems import CASES

BAR_SECONDS = 5


def rows(asked: Asked) -> Iterator[Row]:
    """One line a case."""
    for case in CASES:
        yield row_of(("compare", case), limit=BAR_SECONDS, repeats=asked.scale.repeats)
