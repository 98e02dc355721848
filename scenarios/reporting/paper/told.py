"""What a paper tells of: a case, its results as they are shown, and what its readers may see.

Change this when a paper has to know something more.
"""

from dataclasses import dataclass
from functools import cached_property

from scenarios.comparing.result import Comparison
from scenarios.reporting.paper.disclosure import Disclosure
from scenarios.reporting.same_posts import Shown, shown_once
from scenarios.schema.case import Case
from scenarios.schema.derive import default_options
from scenarios.schema.options import Option

Row = dict[str, object]
"""What a placeholder or a row of a table holds, by name."""


@dataclass(frozen=True)
class Told:
    """A case without faults, the answers to all its options, and who reads of it."""

    case: Case
    comparison: Comparison
    seen: Disclosure

    @cached_property
    def shown(self) -> tuple[Shown, ...]:
        """Every structure, those with the same posts once."""
        return shown_once(self.comparison.structures)

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """The options in their order, stated or those the tables suggest."""
        return self.case.scenario.options or default_options(self.case.scenario)

    def of(self, option: str) -> tuple[Shown, ...]:
        """The structures of one option."""
        return tuple(each for each in self.shown if each.first.option == option)

    @cached_property
    def today(self) -> tuple[Shown, ...]:
        """The establishment as it is; none where the case leaves no change out."""
        return tuple(each for each in self.shown if each.first.status == "as_is")

    @cached_property
    def recommended(self) -> tuple[Shown, ...]:
        """The structures of what the author recommends: one for each grade branch and answer."""
        return tuple(
            each for each in self.shown if each.first.standing == "recommended" and each.first.posts is not None
        )
