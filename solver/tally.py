"""Counts taken from a finished structure, for the checker and the goals' values: arithmetic only, no model.

Change this when a check needs a count that several rules share.
"""

from functools import cached_property

from solver.problem import Places, PostKind, Problem
from solver.structure import Structure


class Tally:
    """What a structure amounts to, counted row by row from its four tables."""

    def __init__(self, problem: Problem, structure: Structure) -> None:
        self.problem = problem
        self.structure = structure

    @cached_property
    def posts(self) -> dict[str, int]:
        """Posts by kind, zeros included."""
        counted = dict.fromkeys(self.problem.kind, 0)
        for kind, posts in self.structure.posts:
            counted[kind] = counted.get(kind, 0) + posts
        return counted

    @cached_property
    def held(self) -> list[tuple[PostKind, int]]:
        """Kinds with at least one post, and how many."""
        return [(kind, self.posts[kind.id]) for kind in self.problem.kinds if self.posts[kind.id]]

    def direct(self, team: str, role: str) -> int:
        """Direct thousandths of FTE of a role in a team."""
        return sum(self.problem.direct_milli_fte(k) * n for k, n in self.held if (k.team, k.role) == (team, role))

    @cached_property
    def work_done(self) -> dict[str, int]:
        """Thousandths of FTE done, by block of work."""
        done = {work.id: 0 for work in self.problem.works}
        for work, _team, _role, milli_fte in self.structure.work:
            done[work] = done.get(work, 0) + milli_fte
        return done

    @cached_property
    def uncovered(self) -> dict[str, int]:
        """Thousandths of FTE left undone, by block of work."""
        return {w.id: w.demand_milli_fte - self.work_done[w.id] for w in self.problem.works}

    @cached_property
    def idle_milli_fte(self) -> int:
        """Established direct time without work."""
        established = sum(self.problem.direct_milli_fte(kind) * posts for kind, posts in self.held)
        return established - sum(self.work_done.values())

    @cached_property
    def displaced(self) -> dict[str, int]:
        """People of each group who are not placed."""
        left = {group.id: group.people for group in self.problem.groups}
        for group, _places, people in self.structure.placements:
            left[group] = left.get(group, 0) - people
        return left

    @cached_property
    def placed(self) -> dict[tuple[str, str], int]:
        """People by group and places."""
        placed: dict[tuple[str, str], int] = {}
        for group, places, people in self.structure.placements:
            placed[group, places] = placed.get((group, places), 0) + people
        return placed

    def room(self, places: Places) -> int:
        """Places that claims can fill: those the posts give, less those reserved."""
        given = sum(k.places * n for k, n in self.held if k.role == places.role and k.team in places.teams)
        return given - places.reserved

    def team_posts(self, team: str) -> int:
        """Posts in a team."""
        return sum(n for kind, n in self.held if kind.team == team)

    @cached_property
    def one_off_pence(self) -> int:
        """Fixed one-off costs and the expected exit cost of everyone displaced."""
        limits = self.problem.limits
        return limits.one_off_fixed_pence + limits.exit_pence * sum(self.displaced.values())

    @cached_property
    def cost_pence(self) -> int:
        """Full-year recurring cost."""
        return sum(kind.cost_pence * posts for kind, posts in self.held) + self.problem.limits.other_pence
