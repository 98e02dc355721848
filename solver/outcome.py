"""How a search ended: Designed, Infeasible or Undecided. Never a bool or None; a limit reached is never infeasible.

Change this when a search can end in a way that none of the three states.
"""

from dataclasses import dataclass

from solver.structure import Structure


@dataclass(frozen=True, kw_only=True)
class Stage:
    """What one goal in its turn came to.

    `value` was reached in the goal's turn; no structure within the rules and the stages before is below `bound`, and
    `settled` says that the two meet. `kept` is what later stages, and so the structure shown, stay at or below (value
    plus tolerance).
    """

    goal: str
    value: int
    bound: int
    settled: bool
    kept: int


@dataclass(frozen=True, kw_only=True)
class Designed:
    """A structure for which every stage is settled; `ties` says that equally good post counts exist."""

    structure: Structure
    stages: tuple[Stage, ...]
    ties: bool


@dataclass(frozen=True, kw_only=True)
class Infeasible:
    """No structure keeps all the rules; `reasons` are counting arguments in sentences, where one was found."""

    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Undecided:
    """A limit was reached, or the search was stopped: the structure found so far, if any, and its stages' bounds."""

    structure: Structure | None
    stages: tuple[Stage, ...]
    why: str


Outcome = Designed | Infeasible | Undecided
