"""Every comparison by the name it is asked for, in the order of the table.

Change this when there is another.
"""

from collections.abc import Callable, Iterator

from bench.compared import alternatives, compare, designs, explanations, frontiers, intake, why_not
from bench.compared.asked import Asked
from bench.table import Row

COMPARISONS: dict[str, Callable[[Asked], Iterator[Row]]] = {
    "intake": intake.rows,
    "compare": compare.rows,
    "why-not": why_not.rows,
    "explaining": explanations.rows,
    "frontier": frontiers.rows,
    "design": designs.rows,
    "alternatives": alternatives.rows,
}
