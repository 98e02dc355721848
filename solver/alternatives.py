"""Other structures about as good as a design, as different from it and from each other as can be.

As good: each of the first goals at or below what the design settled plus a share of it; later goals are free.
Different: posts by team and role (solver/distance.py). The set is looked for in two steps.

1. Farthest first: each new structure is as far as can be from the nearest of those before it. Where nothing is a post
away, every structure as good is among those found, and there are no more. However the others were chosen, where nothing
is farther than r from the nearest of n - 1 structures, any n of them have two within 2r of each other, since two of the
n share their nearest (T. F. Gonzalez, 1985): a bound that needs no further search.
2. On small problems, all of the set at once: as many copies of the model as structures are wanted, with the least
distance between any two as large as can be (solver/sets.py).

Every search after the design runs with one seed, and limits on effort count work, so the same figures give the same set
whatever the order of rows or the seed asked for.
Change this when alternatives are to be as good, or as different, in another way (docs/decisions/0011-alternatives.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from solver.distance import counts_of, distance
from solver.engine import Engine, Settings, Status
from solver.farthest import farthest, model_within
from solver.judged import judged
from solver.outcome import Designed
from solver.problem import Problem
from solver.search import StageReport, Watch, engine_for
from solver.sets import Sets
from solver.settle import Posts
from solver.standing import MAIN_GOALS
from solver.structure import Structure

SEED = 0
MOST_COPIED = 300
"""Post kinds in all copies up to which a whole set is searched at once."""
PART_OF_EFFORT = 8
"""The part of the limit on effort that this gets: what it does not settle in that it mostly does not settle in all."""
SHARE = 10_000
"""Slack is in hundredths of a per cent."""


@dataclass(frozen=True, kw_only=True)
class Alternatives:
    """Structures as good within the slack, the design first.

    `kept` is what each stays at or below, by goal; `distances[i][j]` how many posts stand in one and not in the other.
    No set of as many structures with the design among them is further apart than `bound`; None where there is one
    alone. `none_left`: every structure within the slack has the posts by team and role of one of these. `why` says what
    cut the search short before as many were found as were wanted; empty where nothing did.
    """

    kept: tuple[tuple[str, int], ...]
    structures: tuple[Structure, ...]
    distances: tuple[tuple[int, ...], ...]
    bound: int | None
    none_left: bool
    why: str = ""

    @property
    def least(self) -> int | None:
        """The least distance between any two; None where there is one alone."""
        return min((self.distances[i][j] for i, j in combinations(range(len(self.structures)), 2)), default=None)

    @property
    def settled(self) -> bool:
        """Whether no set of as many structures with the design is further apart, or there are no more."""
        return not self.why and (self.none_left or self.least == self.bound)


def kept_within(design: Designed, slack: int) -> dict[str, int]:
    """What alternatives stay at or below, by goal: the design's value and a share of it, rounded down to whole units.

    Args: `slack` in hundredths of a per cent. Where a goal's own tolerance allows more than the slack, it holds.
    """
    return {
        stage.goal: max(stage.kept, stage.value + max(0, stage.value) * slack // SHARE)
        for stage in design.stages
        if stage.goal in MAIN_GOALS
    }


def alternatives(
    problem: Problem, design: Designed, *, count: int, slack: int, watch: Watch | None = None
) -> Alternatives:
    """Find structures within a slack of a design, with the least distance between any two as large as can be.

    Args: how many, the design among them; slack in hundredths of a per cent; how the search runs: its seed is not used.
    Returns fewer than asked for where there are no more, or where a limit or a stop came first, which it says.
    Raises ValueError for a count below 1 or a slack below 0, and DesignDefectError when our own checker refuses one.
    """
    if count < 1 or slack < 0:
        raise ValueError("alternatives need a count of at least 1 and a slack of at least 0")
    search = _Search(problem, kept_within(design, slack), watch or Watch(), [design.structure.posts])
    while len(search.found) < count and not search.none_left and not search.why:
        search.add_farthest()
    if len(search.found) == count > 1 and search.bound is not None and search.least < search.bound:
        search.all_at_once(search.bound)
    return search.result(design.structure)


@dataclass
class _Search:
    """Structures found so far, by their posts, and what is known about how far apart a set of them can be."""

    problem: Problem
    kept: Mapping[str, int]
    watch: Watch
    found: list[Posts]
    bound: int | None = None
    none_left: bool = False
    why: str = ""

    @property
    def least(self) -> int:
        """The least distance between any two found."""
        counts = [counts_of(self.problem, posts) for posts in self.found]
        return min(distance(one, other) for one, other in combinations(counts, 2))

    def settings(self, turn: str) -> Settings:
        """How the next search runs, telling who watches what is in its turn."""
        if self.watch.report is not None:
            self.watch.report(StageReport(turn, 0, 0))
        engine = self.watch.engine or engine_for(self.problem)
        return replace(self.watch.settings, engine=engine, seed=SEED, progress=None)

    def add_farthest(self) -> None:
        """Add the structure farthest from the nearest of those found, or say that there is none, or what came first."""
        settings = self.settings(f"structure {len(self.found) + 1}")
        far = farthest(self.problem, self.kept, self.found, settings)
        if far.bound == 0:
            self.none_left = True
            return
        if far.bound is not None and len(self.found) == 1:
            self.bound = far.bound  # the design is in every set, so that the farthest from it bounds them all
        if far.posts is None or not far.least:
            self.why = settings.why_unsettled
            return
        self.found.append(far.posts)
        if far.bound is not None:
            # Of so many structures as there are now, two have the same one found before as their nearest.
            self.bound = min(2 * far.bound, 2 * far.bound if self.bound is None else self.bound)

    def all_at_once(self, bound: int) -> None:
        """Look for a whole set further apart than the one found, where the problem is small; or learn that none is."""
        settings = self.settings("all structures together")
        copies = len(self.found) - 1
        if settings.engine is not Engine.CP_SAT or copies * len(self.problem.kinds) > MOST_COPIED:
            return
        settings = replace(settings, effort=settings.effort / PART_OF_EFFORT)
        first = counts_of(self.problem, self.found[0])
        sets = Sets(model_within(self.problem, self.kept), first, copies)
        answer = sets.apart(self.least + 1, bound, settings)
        if answer.status is Status.INFEASIBLE:
            self.bound = self.least
        if not answer.values:
            return
        self.bound = min(bound, -answer.bound)
        settled = answer.status is Status.SETTLED
        values = sets.chosen(answer.values, settings) if settled else answer.values
        self.found[1:] = sets.posts(values)

    def result(self, first: Structure) -> Alternatives:
        """The set with who does what, each judged."""
        structures = (first, *(judged(self.problem, posts, kept=self.kept) for posts in self.found[1:]))
        counts = [counts_of(self.problem, structure.posts) for structure in structures]
        if len(structures) == 1 or self.none_left:  # the only set there is
            self.bound = self.least if len(structures) > 1 else None
        return Alternatives(
            kept=tuple(self.kept.items()),
            structures=structures,
            distances=tuple(tuple(distance(one, other) for other in counts) for one in counts),
            bound=self.bound,
            none_left=self.none_left,
            why=self.why,
        )
