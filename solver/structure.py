"""The answer to a problem: posts by kind, who does which work, how many of each group take which places, who pays.

A structure holds numbers only, in sorted tuples, so that two equal structures are the same bytes.
Change this when a rule needs a decision that none of the four tables holds.
"""

from dataclasses import dataclass

from solver.problem import Problem


@dataclass(frozen=True, kw_only=True)
class Structure:
    """Sorted tables without zero rows.

    `posts` (kind, posts); `work` (work, team, role, milli_fte done); `placements` (group, places, people);
    `payments` (funding line, kind, year such as 2025, pence), empty where no funding line is named.
    """

    posts: tuple[tuple[str, int], ...]
    work: tuple[tuple[str, str, str, int], ...] = ()
    placements: tuple[tuple[str, str, int], ...] = ()
    payments: tuple[tuple[str, str, int, int], ...] = ()

    def count(self, kind_id: str) -> int:
        """Posts of one kind; 0 when there are none."""
        return dict(self.posts).get(kind_id, 0)

    def milli_fte(self, problem: Problem) -> int:
        """Established thousandths of FTE over all posts."""
        return sum(problem.kind[kind].milli_fte * posts for kind, posts in self.posts)

    def cost_pence(self, problem: Problem) -> int:
        """Full-year recurring cost of the posts and of the option's other costs, in pence."""
        posts = sum(problem.kind[kind].cost_pence * count for kind, count in self.posts)
        return posts + problem.limits.other_pence
