"""The last goal: a fixed choice between equally good post counts, by a hash of each kind's name.

The weights mean nothing, which is the point: they depend on no row order, seed or number of workers. Solved smallest;
when the stage before ended at the same posts, largest too, and if that gives them again, the post counts are the only
ones. Without it, permuted rows gave different posts even after least change was settled.
"""

from hashlib import blake2b

from solver.goals.goal import Goal
from solver.linear import Term
from solver.tally import Tally
from solver.variables import Variables

LARGEST_WEIGHT = 2**16


def weight(kind: str) -> int:
    """A weight from 1 to 65,536 that depends on the kind's name alone."""
    return int.from_bytes(blake2b(kind.encode(), digest_size=8).digest(), "big") % LARGEST_WEIGHT + 1


def _terms(v: Variables) -> list[Term]:
    return [(weight(k.id), v.posts[k.id]) for k in v.problem.kinds]


def _value(tally: Tally) -> int:
    return sum(weight(kind.id) * posts for kind, posts in tally.held)


GOAL = Goal("tie_break", "hash weight", __doc__, _terms, _value)
