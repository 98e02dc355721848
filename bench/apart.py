"""Alternatives beside random restarts: ten structures within 5 % of a frozen council's design, and how far apart.

`python -m bench.apart [--instance NAME]... [--count 10] [--slack 500]`. The restarts have the same rules, the same
limits on the first goals, the same engine with the same branches, and as many processor seconds as the alternatives
took; of all that they find, the farthest are chosen, one after the other from the design on.

- "other seeds": any structure within the limits, by HiGHS under seed after seed.
- "random objectives": the least of a random sum over posts, weights from -1,000 to 1,000.

`bound`: no set of so many structures is further apart.
Change this when alternatives are to be set beside something else.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random

from bench.frozen import frozen
from solver.alternatives import alternatives, kept_within
from solver.distance import Counts, counts_of, distance
from solver.engine import Engine, Settings, solve
from solver.farthest import FEW_NODES, model_within
from solver.linear import Term
from solver.outcome import Designed
from solver.problem import Problem
from solver.search import design

SETTINGS = Settings(engine=Engine.HIGHS, nodes=FEW_NODES)
WEIGHT = 1_000


def restarts(problem: Problem, kept: dict[str, int], seconds: float, objective: Callable[[int], int]) -> list[Counts]:
    """Structures found by one search after the other, each with its own seed, until the seconds are over.

    Args: the problem; the most of each first goal; processor seconds; the weight of a post, asked kind by kind.
    """
    ends, seed, found = time.process_time() + seconds, 0, list[Counts]()
    model = model_within(problem, kept)
    posts = sorted(model.variables.posts.items())
    while time.process_time() < ends:
        seed += 1
        terms: list[Term] = [(weight, v) for _, v in posts if (weight := objective(seed))]
        answer = solve(model.linear, terms, replace(SETTINGS, seed=seed))
        if answer.values and time.process_time() < ends:
            found.append(counts_of(problem, tuple((kind, answer.values[v]) for kind, v in posts)))
    return found


def farthest_of(first: Counts, found: Sequence[Counts], count: int) -> list[Counts]:
    """As many as can be had, each the farthest of what was found from the nearest of those before it."""
    chosen, left = [first], list(found)
    while left and len(chosen) < count:
        chosen.append(max(left, key=lambda one: min(distance(one, other) for other in chosen)))
        left = [one for one in left if one != chosen[-1]]
    return chosen


def least(counts: Sequence[Counts]) -> int:
    """The least distance between any two."""
    return min((distance(a, b) for n, a in enumerate(counts) for b in counts[:n]), default=0)


def measured(name: str, problem: Problem, count: int, slack: int) -> Iterator[str]:
    """One line for the alternatives, and one for each kind of restart."""
    started = time.process_time()
    first = design(problem)
    if not isinstance(first, Designed):
        yield f"{name:<16} not settled"
        return
    designed = time.process_time()
    found = alternatives(problem, first, count=count, slack=slack)
    seconds = time.process_time() - designed
    ours = found.least or 0
    yield (
        f"{name:<16} {'alternatives':<18} {len(found.structures):>3} of {count} {seconds:>7.1f} s "
        f"least {ours:>4}  bound {found.bound!s:>4}  design before it {designed - started:.1f} s"
    )
    draw = Random(0)  # noqa: S311 - repeatable measurements, no secret
    kinds: dict[str, Callable[[int], int]] = {
        "other seeds": lambda _: 0,
        "random objectives": lambda _: draw.randrange(-WEIGHT, WEIGHT + 1),
    }
    own = counts_of(problem, first.structure.posts)
    for kind, objective in kinds.items():
        there = restarts(problem, kept_within(first, slack), seconds, objective)
        chosen, as_found = farthest_of(own, there, count), [own, *there[: count - 1]]
        theirs, plainly = least(chosen), least(as_found)
        ratio = f"{ours / theirs:.2f}" if theirs else "-"
        yield (
            f"{name:<16} {kind:<18} {len(chosen):>3} of {count} {seconds:>7.1f} s "
            f"least {theirs:>4}  ours is {ratio} times that; chosen from {len(there)}, the first as found {plainly}"
        )


def main(arguments: Sequence[str]) -> None:
    """Measure every chosen instance of 300 posts."""
    parser = argparse.ArgumentParser(prog="python -m bench.apart", description="Alternatives beside random restarts.")
    parser.add_argument("--instance", action="append", choices=[each.name for each in frozen()])
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--slack", type=int, default=500, help="hundredths of a per cent")
    chosen = parser.parse_args(arguments)
    for each in frozen():
        if each.name in (chosen.instance or [one.name for one in frozen() if one.posts == 300]):
            for line in measured(each.name, each.problem(), chosen.count, chosen.slack):
                print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
