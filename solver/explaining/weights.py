"""A fixed choice between demands that are alike in everything that counts: a hash of their names.

Change this when such choices should mean something.
"""

from hashlib import blake2b

from solver.demand import Demand

MOST_WEIGHT = 2**16


def tie_weight(demand: Demand) -> int:
    """A weight from 1 to 65,536 that depends on rule, place and side alone."""
    name = f"{demand.rule}|{demand.place}|{demand.side}".encode()
    return int.from_bytes(blake2b(name, digest_size=8).digest(), "big") % MOST_WEIGHT + 1
