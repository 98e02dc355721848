"""What readers of a version may see of people: in public, no small number of them and nothing that gives one away.

In the public version a count of people is hidden when it, or all the others beside it, is above nought and below the
policy's threshold, and every count when all together are too few (scenarios/schema/small_numbers.py). Exit costs,
vacancies and the people of a ring-fence are never public. What we word ourselves is held back when it tells a number of
people, and a post is called by its title, as its number may be somebody's.
Source: domain-rules.md section 17.3, as in scenarios/equality/views.py; Local Government Act 1972, Schedule 12A.
Change this when an authority hides numbers in another way.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.comparing.result import GroupRange, People
from scenarios.reporting.amounts import count_text, range_text
from scenarios.reporting.version import PaperVersion
from scenarios.schema.one_person import HEADERS_OF_A_PERSON
from scenarios.schema.policy import Policy
from scenarios.schema.small_numbers import is_small, told_from, whole_told_from

HIDDEN = "*"
HELD_BACK = "Held back from the public version: it may tell a number of people."
ABOUT_PEOPLE = tuple(
    f", {header}"
    for header in ("people", "exit cost", "leaving", "displaced", "notice weeks", "places", *HEADERS_OF_A_PERSON)
)
"""How figures end whose values tell numbers or costs of people, or of one person."""
SEALED = frozenset({"service", "equality", "groups", "reserved", "elsewhere"})
"""Sheets of which nothing is public."""
_PEOPLE = r"\b(?:people|persons?|holders?|staff)\b"
_PLACE = re.compile(
    r"\b(?:para(?:graph)?s?|pages?|tables?|appendix)\s+\d[\d.]*|\b(?:19|20)\d\d(?:/\d\d)?\b", re.IGNORECASE
)
"""A number that says where something stands, or a year: no count of people that is small."""
_TELLS_PEOPLE = re.compile(rf"\d.*{_PEOPLE}|{_PEOPLE}.*\d", re.IGNORECASE)


@dataclass(frozen=True)
class Disclosure:
    """What one version shows: counts of people below `below` are hidden in public, and all of fewer than `fewest`."""

    version: PaperVersion
    below: int
    fewest: int

    @property
    def is_public(self) -> bool:
        """Whether anybody may read it."""
        return self.version is PaperVersion.PUBLIC

    def whole(self, people: int) -> bool:
        """Whether so many people, all together, may be told."""
        return not self.is_public or people == 0 or people >= self.fewest

    def small(self, count: int | None) -> bool:
        """Whether a count of people is too small to be told."""
        return self.is_public and is_small(count, self.below)

    def count(self, count: int | None, whole: int) -> str:
        """A count of people out of so many, or the sign that it is hidden."""
        if not self.whole(whole):
            return HIDDEN
        return HIDDEN if count is not None and (self.small(count) or self.small(whole - count)) else count_text(count)

    def span(self, low: int | None, high: int, whole: int) -> str:
        """A range of counts of people out of so many, or the sign that it is hidden."""
        return range_text(low, high) if self.whole(whole) and self.may_tell((low, high), whole) else HIDDEN

    def may_tell(self, ends: tuple[int | None, int], whole: int) -> bool:
        """Whether neither end of a range is small, nor what it leaves of so many people."""
        return not any(self.small(end) or self.small(whole - end) for end in ends if end is not None)

    def displaced(self, told: People) -> str:
        """How many people are displaced, at least and at most."""
        return self.span(told.displaced_at_least, told.displaced_at_most, told.in_scope)

    def hidden_groups(self, groups: tuple[GroupRange, ...]) -> frozenset[str]:
        """Staff groups whose counts are hidden: small ones, and the next smallest where those would be given away."""
        counts = {group.group: group.people for group in groups}
        if not self.whole(sum(counts.values())):
            return frozenset(counts)
        return _hidden(counts, self)

    def sentence(self, text: str) -> str:
        """A sentence of ours, or the words that it is held back."""
        return HELD_BACK if self.is_public and _TELLS_PEOPLE.search(_PLACE.sub("", text)) else text

    def tells_people(self, sheet: str, figure: str) -> bool:
        """Whether the value of a figure of the case is hidden."""
        return self.is_public and (sheet in SEALED or figure.endswith(ABOUT_PEOPLE))


def disclosure(version: PaperVersion, policy: Policy) -> Disclosure:
    """Return what a version shows under an authority's policy."""
    return Disclosure(version, told_from(policy), whole_told_from(policy))


def _hidden(counts: Mapping[str, int], seen: Disclosure) -> frozenset[str]:
    hidden = {name for name, people in counts.items() if seen.small(people)}
    for name in sorted((name for name in counts if counts[name] >= seen.below), key=lambda each: (counts[each], each)):
        together = sum(counts[each] for each in hidden)
        if not hidden or (len(hidden) > 1 and together >= seen.below):
            break
        hidden.add(name)
    return frozenset(hidden)
