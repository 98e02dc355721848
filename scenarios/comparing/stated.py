"""No change and structures given by hand: costed, put as a question and judged, each only when somebody asks.

Break-evens look at hundreds of scenarios that differ in one figure, and mostly need no more of these options than what
they cost. Change this when a stated option can be asked something more.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from scenarios.comparing.ledgers import Costing, counting, stated_ledger, staying
from scenarios.compiling.arrangement import Arrangement, arrange, arrangements
from scenarios.compiling.limits import stated_ceiling
from scenarios.compiling.problem import Question, Setting, question
from scenarios.compiling.unit_costs import UnitCost, unit_costs
from scenarios.money.ledger import Ledger
from scenarios.schema.options import NO_CHANGE, Option
from scenarios.schema.scenario import Scenario
from solver.checker import Verdict, judge
from solver.settle import settle_given
from solver.structure import Structure

NO_CHANGE_KEY = ("", "")


@dataclass(frozen=True)
class StatedOption:
    """No change or a given option in one branch; what is worked out once is kept, as nothing in it can change."""

    arrangement: Arrangement

    @cached_property
    def ledger(self) -> Ledger:
        """Its full-year ledger."""
        return self._ledger_of(self.arrangement)

    @cached_property
    def staying_pence(self) -> int | None:
        """Pence a year of what stays with the case, with which a saving is like for like; None where not known."""
        return self._ledger_of(staying(self.arrangement)).total().pence

    @cached_property
    def ceiling_pence(self) -> int | None:
        """Pence a year of what stays and counts to the ceiling; None where not known."""
        return self._ledger_of(counting(staying(self.arrangement))).total().pence

    def _ledger_of(self, part: Arrangement) -> Ledger:
        return stated_ledger(Costing(part, self._costs))

    @cached_property
    def _costs(self) -> dict[str, UnitCost]:
        return unit_costs(self.arrangement.scenario)

    @cached_property
    def question(self) -> Question:
        """It as the solver is asked it."""
        return question(self.arrangement, Setting(ceiling_pence=stated_ceiling(self.arrangement.scenario)))

    @cached_property
    def structure(self) -> Structure:
        """Its posts, with work and people filled in."""
        return settle_given(self.question.problem, self.question.posts or ())

    @cached_property
    def verdict(self) -> Verdict:
        """The checker's judgement of it."""
        return judge(self.question.problem, self.structure)


Stated = Mapping[tuple[str, str], StatedOption]


def stated_options(scenario: Scenario) -> Stated:
    """No change and every given option by (option, branch); no change also under its own key."""
    found = {(a.option.option, a.branch): StatedOption(a) for a in arrangements(scenario, ("no change", "given"))}
    own = next((one for one in found.values() if one.arrangement.option.kind == "no change"), None)
    bare = Option(option=NO_CHANGE, kind="no change")
    return {**found, NO_CHANGE_KEY: own or StatedOption(arrange(scenario, bare, ""))}
