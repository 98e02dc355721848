"""What a planner demands of a structure, read from one line such as "Team Manager >= 2 and close North".

The whole grammar, also in docs/guides/why-not.md; capitals stand for names of the case:

    demands = demand { "and" demand }
    demand  = counted [ "in" TEAM ] ( ">=" | "<=" | "=" ) number
            | "keep group" GROUP | "no one displaced" | "open" TEAM | "close" TEAM
    counted = ROLE | "posts"

Names are known before the text is read, so that they may hold "and" and "in" themselves; case and blanks do not count.
Change this when a planner may demand something else.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NoReturn

from scenarios.schema.derive_posts import role_of_titles
from scenarios.schema.nearness import meant
from scenarios.schema.scenario import Scenario

MOST_POSTS = 10_000
CAN_BE_WRITTEN = (
    "ROLE >= n, ROLE <= n, ROLE = n; ROLE in TEAM >= n; posts <= n; posts in TEAM <= n; keep group GROUP; "
    "no one displaced; open TEAM; close TEAM; several joined by 'and'"
)

_OPERATOR = re.compile(r"[<>=≤≥]+")
_NUMBER = re.compile(r"\s*(?P<number>[0-9]{1,9})(?=\s|$)")
_AND = re.compile(r"\s+and(?=\s|$)|^and(?=\s|$)", re.IGNORECASE)
_IN = re.compile(r"\s+in\s+", re.IGNORECASE)
_NOBODY = re.compile(r"(?:no\s?one|nobody)\s+displaced(?=\s|$)", re.IGNORECASE)
_NAMING = re.compile(r"(?P<what>keep\s+group|open|close)(?:\s+|$)", re.IGNORECASE)
_BOUNDS = {">=": (True, False), "≥": (True, False), "<=": (False, True), "≤": (False, True), "=": (True, True)}
_POSTS = "posts"
_KEEP = "keep group"


@dataclass(frozen=True)
class Counted:
    """Posts of a role (None: any), in a team and all under it (None: anywhere), between two counts."""

    role: str | None
    team: str | None
    least: int | None
    most: int | None


@dataclass(frozen=True)
class KeptGroup:
    """Nobody of a staff group displaced."""

    group: str


@dataclass(frozen=True)
class NobodyDisplaced:
    """Nobody displaced at all."""


Wanted = Counted | KeptGroup | NobodyDisplaced


class DemandRefused(Exception):  # noqa: N818 - what was typed is at fault, not the program
    """The line cannot be read: at which character (from 1), what stands there, and what to write."""

    def __init__(self, text: str, place: int, *, read: str, why: str) -> None:
        self.text, self.place, self.read, self.why = text, place + 1, read, why
        stands = f"{read!r}" if read else "the end"
        end = "" if why.endswith("?") else "."
        super().__init__(f"{text!r}, at character {self.place}, {stands}: {why}{end} Write: {CAN_BE_WRITTEN}")


@dataclass(frozen=True)
class Known:
    """The names a line may use: roles, also by the titles of their jobs; teams; staff groups."""

    roles: Mapping[str, str]
    teams: tuple[str, ...]
    groups: tuple[str, ...]


def known_in(scenario: Scenario) -> Known:
    """The names of a completed scenario."""
    titles = {**role_of_titles(scenario), **{role.role: role.role for role in scenario.roles}}
    teams, groups = (team.team for team in scenario.teams), (group.group for group in scenario.groups)
    return Known(dict(sorted(titles.items())), tuple(sorted(teams)), tuple(sorted(groups)))


def read_demands(text: str, known: Known) -> tuple[Wanted, ...]:
    """Read a line of demands.

    Raises DemandRefused where it cannot be read: the place, what was read, what can be written.
    """
    return tuple(_Reader(text, known).demands())


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


class _Reader:
    """A line and how far it has been read."""

    def __init__(self, text: str, known: Known) -> None:
        self.text = text
        self.known = known
        self.roles = {_plain(title): role for title, role in known.roles.items()}
        self.teams = {_plain(team): team for team in known.teams}
        self.at = 0

    def demands(self) -> Iterator[Wanted]:
        """Yield each demand in its turn."""
        while True:
            self._skip_blanks()
            if self.at == len(self.text):
                raise self._refused(self.at, "", "a demand is missing here")
            yield self._demand()
            joined = _AND.match(self.text, self.at)
            if joined is None:
                break
            self.at = joined.end()
        self._skip_blanks()
        if self.at < len(self.text):
            raise self._refused(self.at, self.text[self.at :], "here only 'and' and another demand can follow")

    def _demand(self) -> Wanted:
        nobody, naming = _NOBODY.match(self.text, self.at), _NAMING.match(self.text, self.at)
        if nobody is not None:
            self.at = nobody.end()
            return NobodyDisplaced()
        operator = _OPERATOR.search(self.text, self.at)
        left = "" if operator is None else self.text[self.at : operator.start()].rstrip()
        if naming is not None and (self._what(left) is None or self._name_at(naming) is not None):
            return self._named(naming)
        if operator is None:
            raise self._refused(self.at, self.text[self.at :], "this is no demand: nothing says how many")
        role, team = self._what(left) or self._neither(left)
        return self._counted(role, team, operator)

    def _named(self, naming: re.Match[str]) -> Wanted:
        found = self._name_at(naming)
        group = _plain(naming["what"]) == _KEEP
        if found is None:
            rest = self.text[naming.end() :]
            ends = _AND.search(rest)
            read = (rest if ends is None else rest[: ends.start()]).strip()
            raise self._unknown(naming.end(), read, self._names(naming), "staff group" if group else "team")
        name, self.at = found
        if group:
            return KeptGroup(name)
        opened = naming["what"].casefold() == "open"
        return Counted(None, name, 1 if opened else None, None if opened else 0)

    def _names(self, naming: re.Match[str]) -> tuple[str, ...]:
        return self.known.groups if _plain(naming["what"]) == _KEEP else self.known.teams

    def _name_at(self, naming: re.Match[str]) -> tuple[str, int] | None:
        """The longest name that stands there, up to an 'and' or the end, and where it ends."""
        for name in sorted(self._names(naming), key=lambda each: (-len(each), each)):
            there = re.compile(r"\s+".join(map(re.escape, name.split())) + r"(?=\s+and\s|\s*$)", re.IGNORECASE)
            found = there.match(self.text, naming.end())
            if found is not None:
                return name, found.end()
        return None

    def _ways(self, left: str) -> list[tuple[str, str]]:
        """What is counted and the team, blank for anywhere, in every way the text before an operator can be parted."""
        return [(left, ""), *((left[: cut.start()], left[cut.end() :]) for cut in _IN.finditer(left))]

    def _what(self, left: str) -> tuple[str | None, str | None] | None:
        """The role (None: posts of any) and the team (None: anywhere) counted; None where it cannot be read."""
        for counted, team in self._ways(left):
            if self._is_counted(counted) and (not team or _plain(team) in self.teams):
                return self.roles.get(_plain(counted)), self.teams[_plain(team)] if team else None
        return None

    def _neither(self, left: str) -> NoReturn:
        """Refuse the first name that is not known."""
        parted = self._ways(left)[1:]
        team = next((team for counted, team in parted if self._is_counted(counted)), None)
        if team is not None:
            raise self._unknown(self.at + left.rindex(team), team, self.known.teams, "team")
        read = next((counted for counted, team in parted if _plain(team) in self.teams), left)
        if _plain(read).partition(" ")[0] == "fte":
            raise self._refused(self.at, read, "FTE cannot be demanded; posts can")
        raise self._unknown(self.at, read, (*self.known.roles, _POSTS), "role")

    def _is_counted(self, what: str) -> bool:
        return _plain(what) == _POSTS or _plain(what) in self.roles

    def _counted(self, role: str | None, team: str | None, operator: re.Match[str]) -> Counted:
        if operator[0] not in _BOUNDS:
            raise self._refused(operator.start(), operator[0], "between name and number stands >=, <= or =")
        number = _NUMBER.match(self.text, operator.end())
        if number is None or int(number["number"]) > MOST_POSTS:
            rest = self.text[operator.end() :].lstrip()
            start, read = len(self.text) - len(rest), rest.partition(" ")[0]
            raise self._refused(start, read, f"a whole number of posts, 0 to {MOST_POSTS:,}, is needed here")
        self.at = number.end()
        below, above = _BOUNDS[operator[0]]
        count = int(number["number"])
        return Counted(role, team, count if below else None, count if above else None)

    def _unknown(self, place: int, read: str, names: Iterable[str], noun: str) -> DemandRefused:
        near = meant(read, names) if read else None
        if near is not None:
            return self._refused(place, read, f"there is no {noun} of this name; did you mean {near!r}?")
        there = "; ".join(sorted(names)) or "none"
        return self._refused(place, read, f"there is no {noun} of this name; there are: {there}")

    def _refused(self, place: int, read: str, why: str) -> DemandRefused:
        return DemandRefused(self.text, place, read=read, why=why)

    def _skip_blanks(self) -> None:
        self.at += len(self.text[self.at :]) - len(self.text[self.at :].lstrip())
