"""Sums over like posts as variables of their own, for a solver that branches on one variable at a time.

"Nine officers in all, or ten?" settles more than "two in this team, or three?", but HiGHS asks only about variables. So
sums get a variable: over posts that the work and the claims cannot tell apart, over those alike in role, size and money
wherever they sit, over all posts of a role. Where a row adds up every part of a sum alike, the sum stands in for its
parts. Each sum equals its parts, so that nothing else changes; measurements are in docs/decisions/0002-engine.md.
Change this when a rule tells posts apart by something new.
"""

from collections.abc import Callable, Hashable, Iterable

from solver.linear import LinearModel, Row, Term
from solver.problem import PostKind
from solver.variables import Variables

Parts = tuple[int, ...]


def with_totals(v: Variables, objective: list[Term]) -> tuple[LinearModel, list[Term]]:
    """The model of some variables and an objective over it, with sums of like posts standing in for their parts.

    The variables there were keep their numbers; the sums come after them.
    """
    linear, stands_for = v.linear, {v.posts[kind.id]: kind for kind in v.problem.kinds}
    for alike in _levels(v):
        by_kind: dict[Hashable, list[int]] = {}
        for variable, kind in stands_for.items():
            by_kind.setdefault(alike(kind), []).append(variable)
        kinds = {parts[0]: stands_for[parts[0]] for parts in by_kind.values()}
        totals = {tuple(parts): len(linear.names) + n for n, parts in enumerate(_several(by_kind.values()))}
        linear, objective = _summed(linear, totals), _in_totals(objective, totals)
        stands_for = {totals.get(tuple(parts), parts[0]): kinds[parts[0]] for parts in by_kind.values()}
    return linear, objective


def _levels(v: Variables) -> tuple[Callable[[PostKind], Hashable], ...]:
    """What posts of one sum share, from the finest sums to the widest: each level adds up whole sums of the last."""
    pool = {cell: first for first, cells in v.pools.whole.items() for cell in cells}
    claimed: dict[tuple[str, str], list[str]] = {}
    for places in v.problem.places:
        for team in places.teams:
            claimed.setdefault((team, places.role), []).append(places.id)

    def paid(kind: PostKind) -> Hashable:
        return kind.role, kind.milli_fte, kind.cost_pence, kind.ceiling_pence, kind.works, kind.places

    def seen(kind: PostKind) -> Hashable:
        cell = kind.team, kind.role
        return paid(kind), pool[cell], tuple(claimed.get(cell, ()))

    return seen, paid, lambda kind: kind.role


def _several(groups: Iterable[list[int]]) -> list[list[int]]:
    return [parts for parts in groups if len(parts) > 1]


def _summed(linear: LinearModel, totals: dict[Parts, int]) -> LinearModel:
    """The model with the sums as variables, each equal to its parts, and rows over them where they can stand in."""
    found = LinearModel([*linear.names], [*linear.lows], [*linear.highs], [*linear.whole])
    found.rows.extend(Row(r.rule, tuple(_in_totals(r.terms, totals)), r.low, r.high) for r in linear.rows)
    for parts, total in totals.items():
        low, high = (sum(bounds[part] for part in parts) for bounds in (linear.lows, linear.highs))
        found.variable(f"total {total}", low, high)
        found.row("total", [(-1, total), *((1, part) for part in parts)], low=0, high=0)
    return found


def _in_totals(terms: Iterable[Term], totals: dict[Parts, int]) -> list[Term]:
    """The same sum of terms, with a total wherever all its parts have one coefficient."""
    of = {part: parts for parts in totals for part in parts}
    coefficients: dict[int, int] = {}
    for coefficient, variable in terms:
        coefficients[variable] = coefficients.get(variable, 0) + coefficient
    alike: dict[tuple[Parts, int], int] = {}
    for variable, coefficient in coefficients.items():
        if variable in of:
            key = of[variable], coefficient
            alike[key] = alike.get(key, 0) + 1
    whole = {parts: coefficient for (parts, coefficient), count in alike.items() if count == len(parts)}
    left = [(c, variable) for variable, c in coefficients.items() if of.get(variable) not in whole]
    return [*((c, totals[parts]) for parts, c in whole.items()), *left]
