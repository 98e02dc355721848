"""What a demand costs: two searches of one problem, without it and with it, goal by goal in their turn.

In the order of goals the first that differs is the one that gets worse: with more asked nothing does better, and up to
there both searches are held to the same values. Goals after it may come out better in exchange.
Change this when what two searches came to is to be told in another way.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from solver.outcome import Stage


@dataclass(frozen=True)
class Difference:
    """One goal in its turn: its value without the demand and with it, in the goal's unit."""

    goal: str
    without: int
    with_demand: int

    @property
    def more(self) -> int:
        """How much more with the demand; below 0 where less. Less is better for every goal."""
        return self.with_demand - self.without


def differences(without: Iterable[Stage], with_demand: Iterable[Stage]) -> tuple[Difference, ...]:
    """Set the stages of two settled searches with the same order of goals side by side.

    Raises ValueError where the two have other goals.
    """
    pairs = zip(without, with_demand, strict=True)
    found = tuple((one.goal, other.goal, Difference(one.goal, one.value, other.value)) for one, other in pairs)
    if any(one != other for one, other, _ in found):
        raise ValueError("two searches are compared only by the same goals in the same order")
    return tuple(difference for _, _, difference in found)


def first_worse(found: Iterable[Difference]) -> str | None:
    """The first goal in its turn that gets worse; None where every goal comes to the same."""
    return next((each.goal for each in found if each.more), None)
