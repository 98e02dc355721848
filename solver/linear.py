"""Linear rows over whole numbers: what the rules and goals write, and what the engine reads.

It knows nothing of posts or people and nothing of any solver. All coefficients are integers, variables carry names, and
rows carry the name of the rule that wrote them. Change this when a rule cannot be said in linear rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

Term = tuple[int, int]


@dataclass(frozen=True)
class Row:
    """low <= sum of coefficient x variable <= high; None leaves a side open."""

    rule: str
    terms: tuple[Term, ...]
    low: int | None
    high: int | None


@dataclass
class LinearModel:
    """Variables by number, with bounds, and rows over them.

    `whole[v]` is false where a whole value always exists once the whole variables are fixed (flows), so that an engine
    may treat v as continuous.
    """

    names: list[str] = field(default_factory=list)
    lows: list[int] = field(default_factory=list)
    highs: list[int] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def variable(self, name: str, low: int, high: int, *, whole: bool = True) -> int:
        """Add a variable between two whole bounds and return its number."""
        self.names.append(name)
        self.lows.append(low)
        self.highs.append(high)
        self.whole.append(whole)
        return len(self.names) - 1

    def row(self, rule: str, terms: Iterable[Term], *, low: int | None = None, high: int | None = None) -> None:
        """Add a row; terms on the same variable are added up and zero coefficients dropped."""
        summed: dict[int, int] = {}
        for coefficient, variable in terms:
            if coefficient:
                summed[variable] = summed.get(variable, 0) + coefficient
        kept = tuple((c, v) for v, c in summed.items() if c)
        self.rows.append(Row(rule, kept, low, high))

    def broken(self, values: list[int]) -> list[Row]:
        """Rows that these values break: exact arithmetic, for re-checking a floating-point engine."""
        out = []
        for row in self.rows:
            total = sum(c * values[v] for c, v in row.terms)
            if (row.low is not None and total < row.low) or (row.high is not None and total > row.high):
                out.append(row)
        return out
