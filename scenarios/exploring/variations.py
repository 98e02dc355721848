"""What may vary in stress runs, and a problem with it varied: demand, pay award, ceiling, leavers.

- demand: every block of work takes so much more or less time.
- pay award: every post costs so much more or less, no change's among them; limits and other costs stay as they are.
- ceiling: so much more or less may be spent on posts in a year, where a ceiling is held.
- leavers: so many of the people to be placed leave in any case, of each staff group, to the nearest person.

Amounts are rounded to the nearest penny and thousandth of an FTE. What is not varied stays as it was worked out, the
ceiling of a case that states none among it.
Change this when something else may be varied (STRESS_NAMES in scenarios/schema/limits.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scenarios.schema.columns import Kind
from scenarios.schema.limits import STRESS_NAMES
from scenarios.schema.scenario import Scenario
from scenarios.schema.units import print_number
from solver.problem import Group, PostKind, Problem, Work

WHOLE = 10_000
"""Basis points in one."""
WORSE_WHEN_LOW = frozenset({"ceiling", "leavers"})
ALL_TOGETHER = "all at their worst"


@dataclass(frozen=True)
class Variation:
    """What is varied at once, by name, in basis points; `together` says that it is every one at its worst."""

    changes: tuple[tuple[str, int], ...]
    together: bool = False

    @property
    def by_name(self) -> Mapping[str, int]:
        """Basis points by name."""
        return dict(self.changes)


def variations_of(scenario: Scenario) -> tuple[Variation, ...]:
    """Each declared variation at the ends of its range, and all together at their worst.

    An end that changes nothing is left out; so is all together where there is one alone.
    """
    alone: list[Variation] = []
    worst: list[tuple[str, int]] = []
    stated = scenario.limits.stress_basis_points
    for name in STRESS_NAMES:
        bounds = stated[name].bounds if name in stated else None
        if bounds is None:
            continue
        alone.extend(Variation(((name, end),)) for end in dict.fromkeys(bounds) if end)
        worst.append((name, bounds[0] if name in WORSE_WHEN_LOW else bounds[1]))
    moved = tuple((name, end) for name, end in worst if end)
    return (*alone, Variation(moved, together=True)) if len(moved) > 1 else tuple(alone)


def varied(problem: Problem, variation: Variation, *, other_as_is_pence: int) -> Problem:
    """A problem with something varied.

    Args: the problem; what is varied; the part of no change's yearly cost that is not pay, in pence.
    """
    by = variation.by_name
    limits = problem.limits
    pay, ceiling = by.get("pay award", 0), by.get("ceiling", 0)
    return replace(
        problem,
        works=tuple(_demanded(work, by.get("demand", 0)) for work in problem.works),
        kinds=tuple(_paid(kind, pay) for kind in problem.kinds),
        groups=tuple(_staying(group, by.get("leavers", 0)) for group in problem.groups),
        limits=replace(
            limits,
            ceiling_pence=tuple(None if pence is None else scaled(pence, ceiling) for pence in limits.ceiling_pence),
            as_is_pence=scaled(limits.as_is_pence - other_as_is_pence, pay) + other_as_is_pence,
        ),
    )


def _demanded(work: Work, by: int) -> Work:
    return replace(work, demand_milli_fte=scaled(work.demand_milli_fte, by))


def _paid(kind: PostKind, by: int) -> PostKind:
    by_year = tuple(scaled(pence, by) for pence in kind.ceiling_pence)
    return replace(kind, cost_pence=scaled(kind.cost_pence, by), ceiling_pence=by_year)


def _staying(group: Group, leaving: int) -> Group:
    return replace(group, people=scaled(group.people, -leaving))


def scaled(amount: int, basis_points: int) -> int:
    """An amount so many basis points larger, to the nearest whole and up at the half; never turned below nought."""
    return (amount * (WHOLE + max(basis_points, -WHOLE)) * 2 + WHOLE) // (2 * WHOLE)


def with_award(pence: int, *, other_pence: int, basis_points: int) -> int:
    """A yearly cost after a pay award on all of it but other costs, to the nearest penny.

    Args: the cost and the part of it that is not pay, in pence; the award in basis points.
    """
    return pence + ((pence - other_pence) * basis_points + WHOLE // 2) // WHOLE


def label_of(variation: Variation) -> str:
    """What a variation is called: "demand +10%", "all at their worst"; nothing where nothing is varied."""
    if variation.together:
        return ALL_TOGETHER
    return ", ".join(f"{name} {_signed(points)}" for name, points in variation.changes)


def _signed(basis_points: int) -> str:
    return f"{'+' if basis_points > 0 else ''}{print_number(basis_points, Kind.PERCENT)}"
