"""What a paper tells of: a case, its results as they are shown, and what its readers may see.

Change this when a paper has to know something more.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from scenarios.comparing.result import Comparison
from scenarios.reporting.paper.disclosure import Disclosure
from scenarios.reporting.same_posts import Shown, shown_once
from scenarios.schema.case import Case
from scenarios.schema.derive import default_options
from scenarios.schema.options import Option

_AFTER_A_NAME = re.compile(r"[,:] ")
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

    def of_a_post(self, text: str) -> str:
        """The name of a figure; in public, that of a post begins with its title and not with its number."""
        if not self.seen.is_public:
            return text
        heads = ((text[: end.start()], text[end.start() :]) for end in _AFTER_A_NAME.finditer(text))
        return next((self._titles[head] + rest for head, rest in heads if head in self._titles), text)

    @cached_property
    def _titles(self) -> dict[str, str]:
        """The title of each post by its number, today's and those of structures given by hand."""
        lines = (*self.case.scenario.posts, *self.case.scenario.proposed)
        return {line.post_number: line.title for line in lines if line.post_number is not None}

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
