"""One place where one rule asks something: what can be said to stand in the way, and what may be asked to give.

A ceiling on every year is one demand; a limit on each of ten roles, above and below, is up to twenty.
Change this when a rule asks something that a whole number of its unit cannot loosen.
"""

from dataclasses import dataclass, field

SHARE = "thousandths of all posts"
"""The unit in which a mix of grades is asked for."""
LEAST, MOST = "least", "most"
"""The two sides of a demand that bounds a number from below or from above."""


@dataclass(frozen=True, order=True)
class Demand:
    """One rule asking something at one place, and on one side where it has two.

    `asked` is the number asked for now, in `asked_in`. `most` is by how much it can be loosened, in its `unit`, before
    it asks nothing; the two units are one but where a rule gives in another (months of payback give in pence). Two
    demands are the same where rule, place and side are: loosening does not make another of it.
    """

    rule: str
    place: str
    side: str = ""
    asked: int = field(default=0, compare=False)
    most: int = field(default=1, compare=False)
    unit: str = field(default="", compare=False)
    asked_unit: str = field(default="", compare=False)

    @property
    def asked_in(self) -> str:
        """The unit of `asked`."""
        return self.asked_unit or self.unit
