"""What each step between two points keeps or drops, in posts by role, and what it costs.

A price is given per post and only where one role alone differs, as otherwise no one post has it; there is none per
person. Change this when a step is priced in another way.
"""

from collections.abc import Mapping, Sequence

from scenarios.comparing.result import StructureResult
from scenarios.exploring.frontier_result import GoalValue, RolePosts, Step, TradePoint

PAIR = 2


def steps_of(points: Sequence[TradePoint], results: Sequence[StructureResult]) -> tuple[Step, ...]:
    """Each point against its neighbour.

    With two goals that is the next point, with three the later one that differs in fewest posts.
    """
    steps = []
    for n in range(len(points) - 1):
        later = range(n + 1, len(points)) if len(points[n].values) > PAIR else (n + 1,)
        against = min(later, key=lambda m: (sum(abs(row.posts) for row in _roles(results[n], results[m])), m))
        steps.append(_step(points, results, n, against=against))
    return tuple(steps)


def _step(points: Sequence[TradePoint], results: Sequence[StructureResult], n: int, *, against: int) -> Step:
    mine, theirs = results[n], results[against]
    roles = _roles(mine, theirs)
    cost = None
    if mine.annual_cost is not None and theirs.annual_cost is not None:
        cost = round(mine.annual_cost - theirs.annual_cost, 2)
    single = roles[0].posts if len(roles) == 1 else 0
    return Step(
        point=n,
        against=against,
        values=tuple(map(_difference, points[n].values, points[against].values)),
        posts=roles,
        annual_cost=cost,
        price_per_post=round(cost / single, 2) if single and cost is not None else None,
        idle_fte=round((mine.idle_fte or 0) - (theirs.idle_fte or 0), 3),
    )


def _difference(mine: GoalValue, theirs: GoalValue) -> GoalValue:
    return mine.model_copy(update={"value": round(mine.value - theirs.value, 3)})


def _roles(mine: StructureResult, theirs: StructureResult) -> tuple[RolePosts, ...]:
    """Posts by role in one structure and not in the other, those of different size included."""
    (posts, size), (posts_there, size_there) = _by_role(mine), _by_role(theirs)
    rows = (
        RolePosts(
            role=role,
            posts=posts.get(role, 0) - posts_there.get(role, 0),
            fte=round(size.get(role, 0) - size_there.get(role, 0), 3),
        )
        for role in sorted({*posts, *posts_there})
    )
    return tuple(row for row in rows if row.posts or row.fte)


def _by_role(result: StructureResult) -> tuple[Mapping[str, int], Mapping[str, float]]:
    posts: dict[str, int] = {}
    size: dict[str, float] = {}
    for line in result.lines:
        posts[line.role] = posts.get(line.role, 0) + line.posts
        size[line.role] = size.get(line.role, 0) + line.fte
    return posts, size
