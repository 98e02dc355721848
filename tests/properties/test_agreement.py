"""Model and checker mean the same: the one allows a structure exactly when the other is silent about it.

The model's rows are evaluated on all structures at once. A structure fixes posts, work, people and payments; the
switches a rule adds (a team is open, someone is displaced, work sits in a team) are free, so each is tried both ways.
Change this when a rule adds something other than switches.
"""

from functools import cache
from itertools import product

import numpy as np
import pytest

from bench.tiny import tiny
from solver.checker import judge
from solver.linear import LinearModel, Row
from solver.model import Model
from solver.problem import Problem
from solver.rules import RULES
from solver.structure import Structure
from tests.properties.enumerate import breaches, structures
from tests.solver.verdicts import allows

SEEDS = (*range(56), 62, 68, 85, 106)  # the last four break rules alone that the others do not
Values = np.ndarray[tuple[int, int], np.dtype[np.int64]]
Truths = np.ndarray[tuple[int], np.dtype[np.bool_]]


@cache
def judged(seed: int) -> tuple[tuple[Structure, frozenset[str]], ...]:
    """Every structure of a tiny problem with the rules that it breaks by the sentences of docs/model.md."""
    case = tiny(seed, 1500)
    return tuple((structure, breaches(case, structure)) for structure in structures(case))


def allowed(case: Problem, given: list[Structure]) -> Truths:
    """Which structures the model has a point for."""
    model = Model(case, RULES)
    values = fixed(case, model, given)
    known = set(fixed_numbers(case, model))
    lows, highs = np.array(model.linear.lows), np.array(model.linear.highs)
    columns = sorted(known)
    held = np.all((values[:, columns] >= lows[columns]) & (values[:, columns] <= highs[columns]), axis=1)
    for rows, switches in together(model.linear, known):
        some_way = np.zeros(len(given), dtype=bool)
        for ways in product((0, 1), repeat=len(switches)):
            values[:, switches] = ways
            some_way |= kept(rows, values)
        held &= some_way
    return held


def fixed_numbers(case: Problem, model: Model) -> list[int]:
    """The variables that a structure fixes."""
    v = model.variables
    paid = list(v.paid.values()) if case.funding else []
    tables = (v.posts, v.done, v.placed, v.uncovered, v.displaced)
    return [*(number for table in tables for number in table.values()), *paid]


def fixed(case: Problem, model: Model, given: list[Structure]) -> Values:
    """A row of values for each structure: its four tables, and what they leave uncovered and displaced."""
    v = model.variables
    values = np.zeros((len(given), len(model.linear.names)), dtype=np.int64)
    year_of = dict(enumerate(case.years))
    for row, structure in enumerate(given):
        for kind, posts in structure.posts:
            values[row, v.posts[kind]] = posts
        for work, team, role, milli_fte in structure.work:
            values[row, v.done[work, team, role]] = milli_fte
        for group, places, people in structure.placements:
            values[row, v.placed[group, places]] = people
        paid = {(line, kind, year): pence for line, kind, year, pence in structure.payments}
        for (line, kind, position), number in (v.paid if case.funding else {}).items():
            values[row, number] = paid.get((line, kind, year_of[position]), 0)
    for work in case.works:
        done = [number for key, number in v.done.items() if key[0] == work.id]
        values[:, v.uncovered[work.id]] = work.demand_milli_fte - values[:, done].sum(axis=1)
    for group in case.groups:
        placed = [number for key, number in v.placed.items() if key[0] == group.id]
        values[:, v.displaced[group.id]] = group.people - values[:, placed].sum(axis=1)
    return values


def together(linear: LinearModel, known: set[int]) -> list[tuple[list[Row], list[int]]]:
    """Rows with the switches they share, each such part apart; every switch is 0 or 1."""
    parts: list[tuple[list[Row], set[int]]] = []
    for row in linear.rows:
        switches = {number for _, number in row.terms} - known
        assert all((linear.lows[each], linear.highs[each]) == (0, 1) for each in switches)
        touched = [part for part in parts if part[1] & switches]
        parts = [part for part in parts if not part[1] & switches]
        rows = [row, *(each for part in touched for each in part[0])]
        parts.append((rows, switches.union(*(part[1] for part in touched))))
    return [(rows, sorted(switches)) for rows, switches in parts]


def kept(rows: list[Row], values: Values) -> Truths:
    """Which values keep all of some rows."""
    held = np.ones(len(values), dtype=bool)
    for row in rows:
        numbers = [number for _, number in row.terms]
        total = values[:, numbers] @ np.array([factor for factor, _ in row.terms], dtype=np.int64)
        held &= (total >= (row.low if row.low is not None else -(2**62))) & (
            total <= (row.high if row.high is not None else 2**62)
        )
    return held


@pytest.mark.parametrize("seed", SEEDS)
def test_the_model_allows_what_the_checker_accepts(seed: int) -> None:
    """On every structure of a tiny problem model, checker and the sentences of docs/model.md give one verdict."""
    case = tiny(seed, 1500)
    by_model = allowed(case, [structure for structure, _ in judged(seed)])
    for (structure, breached), by_row in zip(judged(seed), by_model, strict=True):
        accepted = judge(case, structure).ok
        assert by_row == accepted == (not breached), (structure, judge(case, structure).findings)


def test_solving_says_what_evaluating_says() -> None:
    """With a structure fixed in it, the model solved by CP-SAT agrees with its rows evaluated here."""
    for seed in range(0, 60, 6):
        case = tiny(seed, 400)
        given = list(structures(case))
        by_row = allowed(case, given)
        chosen = sorted(
            {*range(0, len(given), max(1, len(given) // 15)), *(int(i) for i in np.flatnonzero(by_row)[:5])}
        )
        for index in chosen:
            assert allows(case, given[index]) == by_row[index]


def test_what_is_beyond_the_bounds_is_refused() -> None:
    """One more than there can be of any decision, and one less than none, are refused by the model and found."""
    for seed in SEEDS[:20]:
        case = tiny(seed, 1500)
        model = Model(case, RULES)
        for kind in case.kinds:
            for posts in (kind.most + 1, -1):
                refused(case, Structure(posts=((kind.id, posts),)))
        for (work, team, role), number in model.variables.done.items():
            for milli_fte in (model.linear.highs[number] + 1, -1):
                refused(case, Structure(posts=(), work=((work, team, role, milli_fte),)))
        for (group, places), number in model.variables.placed.items():
            for people in (model.linear.highs[number] + 1, -1):
                refused(case, Structure(posts=(), placements=((group, places, people),)))


def refused(case: Problem, structure: Structure) -> None:
    """Both say no."""
    assert not allows(case, structure)
    assert not judge(case, structure).ok


def test_the_problems_are_worth_asking() -> None:
    """Hundreds of structures break no rule, and for each rule there is one that breaks it and nothing else.

    But for three: no structure can be written down that places people without a claim, one with too few reserved places
    has no room for anyone either, and what a question asks is no part of a problem (its rule's own tests ask it).
    """
    broken_alone: set[str] = set()
    accepted = 0
    for seed in SEEDS:
        for _, found in judged(seed):
            accepted += not found
            broken_alone |= found if len(found) == 1 else frozenset()
    assert broken_alone == {rule.name for rule in RULES} - {"claims_only", "reserved_places", "group_limits"}
    assert accepted > 500
