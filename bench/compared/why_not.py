"""`restructure why-not` on the two designed cases: demands that cost something, one that cannot be, proposals.

Change this when demands of another kind can be typed.
"""

from collections.abc import Iterator

from bench.compared.asked import Asked
from bench.compared.commands import row_of
from bench.table import Row

BAR_SECONDS = 2
ASKED = (
    ("nottinghamshire-2014", "--option", "model C", "--that", "Team Manager >= 2"),
    ("nottinghamshire-2014", "--option", "model C", "--that", "keep group Service Organiser"),
    ("nottinghamshire-2014", "--option", "model C", "--against", "as proposed"),
    ("bury-2021", "--that", "posts <= 17"),
    ("bury-2021", "--against", "as proposed"),
)


def rows(asked: Asked) -> Iterator[Row]:
    """One line a question."""
    for question in ASKED:
        yield row_of(("why-not", *question), limit=BAR_SECONDS, repeats=asked.scale.repeats)
