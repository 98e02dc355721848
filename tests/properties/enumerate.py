"""Every structure of a tiny problem, judged by the sentences of docs/model.md one at a time.

This is the court of last resort for the model, the checker and the search. It shares no expression with them: each
rule is its sentence in plain counting over one structure, each goal a sum.
Change this when docs/model.md changes.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any, TypeVar

from solver.problem import Problem
from solver.structure import Structure
from tests.properties.sentences import (
    broken_by_payments,
    broken_by_people,
    broken_by_posts,
    broken_by_work,
    cost,
    people_goals,
    uncovered,
)

Posts = dict[str, int]
Done = dict[tuple[str, str, str], int]
Placed = dict[tuple[str, str], int]
Paid = dict[tuple[str, str, int], int]
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, kw_only=True)
class Optimum:
    """What every goal comes to in its turn, and all post counts, without zeros, that keep to it."""

    values: tuple[tuple[str, int], ...]
    posts: tuple[tuple[tuple[str, int], ...], ...]


def every(bounds: Mapping[Key, int]) -> Iterator[dict[Key, int]]:
    """Every way to give each key a number from 0 to its bound."""
    keys = list(bounds)
    for numbers in product(*(range(bounds[key] + 1) for key in keys)):
        yield dict(zip(keys, numbers, strict=True))


def every_posts(problem: Problem) -> list[Posts]:
    """Every count of posts from none to the most of each kind, those below its least among them."""
    return list(every({kind.id: kind.most for kind in problem.kinds}))


def every_work(problem: Problem) -> list[Done]:
    """Every amount of each block in each of its teams that has a kind of an able role, up to the whole demand each."""
    cells = sorted({(kind.team, kind.role) for kind in problem.kinds})
    able = {(ability.work, ability.role) for ability in problem.abilities}
    return list(
        every(
            {
                (work.id, team, role): work.demand_milli_fte
                for work in problem.works
                for team, role in cells
                if team in work.teams and (work.id, role) in able
            }
        )
    )


def every_placement(problem: Problem) -> list[Placed]:
    """Every number of people on each claim, up to the whole group each."""
    people = {group.id: group.people for group in problem.groups}
    return list(every({(claim.group, claim.places): people[claim.group] for claim in problem.claims}))


def structures(problem: Problem) -> Iterator[Structure]:
    """Every structure within the bounds of its numbers, most of them breaking rules.

    Payments are not enumerated: each structure carries payments that keep the funding rule where any do.
    """
    work_choices, placement_choices = every_work(problem), every_placement(problem)
    for posts in every_posts(problem):
        payments = rows(payments_for(problem, posts))
        for done in work_choices:
            for placed in placement_choices:
                yield Structure(posts=rows(posts), work=rows(done), placements=rows(placed), payments=payments)


def rows(table: Mapping[Any, int]) -> tuple[Any, ...]:
    """A table of a structure: sorted, without zeros, each row its key and its number."""
    flat = ((*key, number) if isinstance(key, tuple) else (key, number) for key, number in table.items() if number)
    return tuple(sorted(flat))


def breaches(problem: Problem, structure: Structure) -> frozenset[str]:
    """The names of the rules that a structure breaks, all four of its tables judged as they stand."""
    posts: Posts = {kind.id: 0 for kind in problem.kinds} | dict(structure.posts)
    done: Done = {(work, team, role): amount for work, team, role, amount in structure.work}
    placed: Placed = {(group, places): people for group, places, people in structure.placements}
    paid: Paid = {(line, kind, year): pence for line, kind, year, pence in structure.payments}
    return frozenset(
        name
        for broken in (
            broken_by_posts(problem, posts),
            broken_by_work(problem, posts, done),
            broken_by_people(problem, posts, placed),
            broken_by_payments(problem, posts, paid),
        )
        for name in broken
    )


def goal_values(problem: Problem, structure: Structure) -> dict[str, int]:
    """The value of each goal."""
    posts: Posts = {kind.id: 0 for kind in problem.kinds} | dict(structure.posts)
    done: Done = {(work, team, role): amount for work, team, role, amount in structure.work}
    placed: Placed = {(group, places): people for group, places, people in structure.placements}
    return {
        "uncovered": uncovered(problem, done),
        **people_goals(problem, placed),
        "cost": cost(problem, posts),
        "posts_changed": sum(abs(posts[kind.id] - kind.today) for kind in problem.kinds),
    }


def can_be_paid(problem: Problem, posts: Posts) -> bool:
    """Whether payments exist: no set of roles costs more than the lines that may pay for any of them have (Hall)."""
    roles = sorted({kind.role for kind in problem.kinds})
    for year in range(len(problem.years) if problem.funding else 0):
        for number in range(1, len(roles) + 1):
            for chosen in combinations(roles, number):
                needed = sum(k.ceiling_pence[year] * posts[k.id] for k in problem.kinds if k.role in chosen)
                lines = [line for line in problem.funding if set(line.roles) & set(chosen)]
                if needed > sum(line.pence_by_year[year] for line in lines):
                    return False
    return True


def payments_for(problem: Problem, posts: Posts) -> Paid:
    """Payments that keep the funding rule where any do, for at most two lines.

    Kinds that only one line may pay for come first; what is left of either line can then go to any other kind.
    """
    paid: Paid = {}
    for index, year in enumerate(problem.years):
        left = {line.id: line.pence_by_year[index] for line in problem.funding}
        lines = {kind.id: [f.id for f in problem.funding if kind.role in f.roles] for kind in problem.kinds}
        for kind in sorted(problem.kinds, key=lambda k: (len(lines[k.id]), k.id)):
            owed = kind.ceiling_pence[index] * posts[kind.id] if problem.funding else 0
            for line in lines[kind.id]:
                pence = min(owed, left[line])
                paid[line, kind.id, year] = pence
                left[line] -= pence
                owed -= pence
    return paid


def lexicographic_optimum(
    problem: Problem, goal_order: Sequence[str], *, tolerances: Mapping[str, int]
) -> Optimum | None:
    """The least value of each goal in its turn, over all structures that keep every rule.

    Work and people meet only in the post counts, so for each post count the work that keeps its rules and the
    placements that keep theirs are paired freely. Args: goals in order; what each may exceed its value by later.
    Returns: None where no structure keeps the rules.
    """
    left = list(feasible_values(problem))
    values = []
    for goal in goal_order:
        if not left:
            return None
        least = min(each[goal] for _, each in left)
        left = [(posts, each) for posts, each in left if each[goal] <= least + tolerances.get(goal, 0)]
        values.append((goal, least))
    return Optimum(values=tuple(values), posts=tuple(sorted({posts for posts, _ in left})))


def feasible_values(problem: Problem) -> Iterator[tuple[tuple[tuple[str, int], ...], dict[str, int]]]:
    """Post counts with the goal values of every structure on them that keeps the rules, each once."""
    work_choices, placement_choices = every_work(problem), every_placement(problem)
    for posts in every_posts(problem):
        if any(broken_by_posts(problem, posts)) or not can_be_paid(problem, posts):
            continue
        amounts = {uncovered(problem, x) for x in work_choices if not any(broken_by_work(problem, posts, x))}
        people = {
            tuple(people_goals(problem, y).items())
            for y in (placement_choices if amounts else [])
            if not any(broken_by_people(problem, posts, y))
        }
        changed = sum(abs(posts[kind.id] - kind.today) for kind in problem.kinds)
        for amount, counts in product(sorted(amounts), sorted(people)):
            values = {"uncovered": amount, "cost": cost(problem, posts), "posts_changed": changed, **dict(counts)}
            yield rows(posts), values
