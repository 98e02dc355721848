"""One place where one rule asks something: what can be said to stand in the way, and what may be asked to give.

A ceiling on every year is one demand; a limit on each of ten roles, above and below, is up to twenty.
Change this when a rule asks something that a whole number of its unit cannot loosen.
"""

from dataclasses import dataclass, field

LEAST, MOST = "least", "most"
"""The two sides of a demand that bounds a number from below or from above."""


@dataclass(frozen=True, order=True)
class Demand:
    """One rule asking something at one place, and on one side where it has two.

    `asked` is the number asked for now. `most` is by how much it can be loosened, in its `unit`, before it asks
    nothing. Two demands are the same where rule, place and side are: loosening does not make another of it.
    """

    rule: str
    place: str
    side: str = ""
    asked: int = field(default=0, compare=False)
    most: int = field(default=1, compare=False)
    unit: str = field(default="", compare=False)
