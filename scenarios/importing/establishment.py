"""From records to lines of posts: holders and occupied FTE of each post counted, its size and cost as far as known.

Rules: design.md section 3 (posts, FTE, people and occupied FTE are four measures); domain-rules.md sections 7.4, 10, 11
and 15. A post is a post number; rows without one are put together when they are alike. What is not known is `?`, what
is taken from the holders is marked `~`; nothing is nought for want of a figure.
Change this when posts are counted in another way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from scenarios.importing import import_doubts, own_post_doubts
from scenarios.importing.extract import Extract
from scenarios.importing.import_doubts import RowsDoubt
from scenarios.importing.kept_cells import UNTITLED
from scenarios.importing.marks_of_rows import Mark, Marks
from scenarios.importing.plain_posts import FIELDS, UNKNOWN, WordsByUse, apart, milli_cell, plain_lines
from scenarios.importing.post_figures import Figures
from scenarios.importing.posts_file import PostCells
from scenarios.importing.records import FULL_TIME, Records, Standing, covers_only
from scenarios.importing.uses import Use
from scenarios.schema.columns import Kind
from scenarios.schema.faults import Words
from scenarios.schema.units import print_number

_GUESSED = frozenset({Mark.ACTING, Mark.SECONDED})


@dataclass(frozen=True)
class Totals:
    """What all lines together come to."""

    lines: int
    people: int
    """People in posts, counted once in each post they hold."""
    heads: int
    """Different persons among them."""
    occupied_milli_fte: int
    occupied_unknown: int
    """Lines whose occupied FTE is not known."""
    established_milli_fte: int
    established_unknown: int
    cost_pence: int
    cost_unknown: int


@dataclass
class _Counted:
    """What is counted while lines are made."""

    rows: dict[tuple[Callable[[], Words], str | None], list[int]] = field(default_factory=dict)
    people: int = 0
    occupied: int = 0
    occupied_unknown: int = 0
    established: int = 0
    established_unknown: int = 0
    cost: int = 0
    cost_unknown: int = 0

    def doubt(self, kind: Callable[[], Words], rows: Iterable[int]) -> None:
        self.rows.setdefault((kind, None), []).extend(rows)


class Establishment:
    """The lines of posts of one extract."""

    def __init__(self, extract: Extract, records: Records, words: WordsByUse, figures: Figures) -> None:
        self._numbers = extract.numbers
        self._label = extract.label
        self._records = records
        self._words = words
        self._figures = figures
        self._named_columns = [(use, name, words[use]) for use, name in FIELDS if use in words]
        self._counted = _Counted()

    def lines(self) -> list[PostCells]:
        """Return the lines, one for each post or for rows that are alike, in no particular order."""
        plain, others = apart(self._records, self._words, self._figures)
        found = plain_lines(plain, self._records, self._words, self._figures)
        lines = list(found.lines)
        self._counted.people += found.people
        self._counted.occupied += found.occupied_milli_fte
        self._counted.established += found.established_milli_fte
        self._counted.cost += found.cost_pence
        groups = self._groups(others)
        lines += [self._line(indexes, numbered=key[0] != "") for key, indexes in groups.items()]
        self._two_posts(plain, groups)
        if any(not key[0] for key in groups):
            rows = [self._numbers[index] for key, indexes in groups.items() if not key[0] for index in indexes]
            every = len(rows) == len(self._numbers)
            self._counted.doubt(import_doubts.no_post_number, [] if every else rows)
        if self._figures.fte is None:
            self._counted.doubt(import_doubts.established_from_holders, [])
        if not self._records.told_apart:
            self._counted.doubt(import_doubts.nobody_told_apart, [])
        return lines

    def totals(self, lines: Sequence[PostCells]) -> Totals:
        """Return what the lines come to; after `lines` only."""
        counted, records = self._counted, self._records
        holding = zip(records.person, records.standing, strict=True)
        heads = {who for who, standing in holding if standing is Standing.HOLDER and who is not None}
        return Totals(
            lines=len(lines),
            people=counted.people,
            heads=len(heads) if records.told_apart else counted.people,
            occupied_milli_fte=counted.occupied,
            occupied_unknown=counted.occupied_unknown,
            established_milli_fte=counted.established,
            established_unknown=counted.established_unknown,
            cost_pence=counted.cost,
            cost_unknown=counted.cost_unknown,
        )

    def doubts(self) -> list[RowsDoubt]:
        """Return the doubts met while the lines were made; after `lines` only."""
        return [
            RowsDoubt.at(kind(), self._label, column=column, rows=rows)
            for (kind, column), rows in self._counted.rows.items()
        ]

    def _groups(self, others: Sequence[int]) -> dict[tuple[str, ...], list[int]]:
        """Return the indexes of the records of each post; a post without a number by all its words."""
        standing = self._records.standing
        blank = ("",) * len(standing)
        numbers = self._words.get(Use.POST_NUMBER, blank)
        alike = [self._words.get(use, blank) for use, _ in FIELDS[1:]]
        groups: dict[tuple[str, ...], list[int]] = {}
        for index in others:
            if standing[index] is not Standing.AGAIN:
                number = numbers[index]
                key = (number,) if number else ("", *(column[index] for column in alike), self._contract((index,)))
                groups.setdefault(key, []).append(index)
        return groups

    def _line(self, indexes: Sequence[int], *, numbered: bool) -> PostCells:
        """Return one line of posts."""
        records, counted = self._records, self._counted
        holders = [index for index in indexes if records.standing[index] is Standing.HOLDER]
        contract = self._contract(indexes)
        agency = contract == "agency"
        if agency:
            holders = [index for index in indexes if records.standing[index] is Standing.AGENCY]
        people = self._people(indexes, holders) if len(holders) > 1 else len(holders)
        milli = [records.milli_fte[index] for index in holders]
        occupied = None if None in milli else sum(each for each in milli if each is not None)
        if occupied is None or (holders and 0 in milli):
            occupied = self._without_fte(holders, occupied)
        established, guessed = self._established(indexes, holders, occupied)
        posts, posts_guessed = self._posts(indexes, holders, people, established=established, numbered=numbered)
        if len(indexes) > 1 or (established or 0) > FULL_TIME:
            self._several(indexes, (people, occupied, established), numbered=numbered)
        counted.people += 0 if agency else people
        counted.occupied += 0 if agency else occupied or 0
        counted.occupied_unknown += occupied is None
        counted.established += established or 0
        counted.established_unknown += established is None
        unsure = any(records.marks[index] & _GUESSED for index in holders)
        until = self._until(indexes) if contract == "fixed-term" else ""
        return PostCells(
            **self._named(indexes),
            posts=_cell(posts, posts_guessed),
            fte=milli_cell(established, guessed=guessed),
            people=f"~{people}" if unsure else str(people),
            occupied_fte=milli_cell(occupied, guessed=unsure),
            cost=self._cost(indexes, numbered=numbered),
            until=until,
            contract=contract,
        )

    def _named(self, indexes: Sequence[int]) -> dict[str, str]:
        """Return the words of a line: what most of its rows say, and a doubt where they disagree."""
        named: dict[str, str] = {}
        first = indexes[0]
        alone = len(indexes) == 1
        for use, name, column in self._named_columns:
            text = column[first]
            if not alone and len({column[index] for index in indexes}) > 1:
                counts = Counter(column[index] for index in indexes if column[index])
                if len(counts) > 1:
                    counts.pop(UNTITLED, None)
                    self._counted.doubt(_DIFFER[use], (self._numbers[index] for index in indexes))
                text = min(counts, key=lambda each: (-counts[each], each)) if counts else text
            named[name] = text
        return named

    def _contract(self, indexes: Sequence[int]) -> str:
        """Return the contract of a line: agency when nobody else holds it, fixed-term when all are, or blank."""
        records = self._records
        standing = {records.standing[index] for index in indexes}
        if Standing.HOLDER not in standing:
            return "agency" if Standing.AGENCY in standing and Standing.VACANT not in standing else ""
        holders = [index for index in indexes if records.standing[index] is Standing.HOLDER]
        fixed = [is_fixed_term(records.marks[index]) for index in holders]
        if any(fixed) and not all(fixed):
            self._counted.doubt(import_doubts.mixed_contracts, (self._numbers[index] for index in indexes))
        return "fixed-term" if all(fixed) else ""

    def _people(self, indexes: Sequence[int], holders: Sequence[int]) -> int:
        """Return how many persons the holders are."""
        who = [self._records.person[index] for index in holders]
        if not self._records.told_apart or None in who:
            return len(holders)
        if len(set(who)) < len(who):
            self._counted.doubt(import_doubts.same_person_twice, (self._numbers[index] for index in indexes))
        return len(set(who))

    def _without_fte(self, holders: Sequence[int], occupied: int | None) -> int | None:
        """Return the occupied FTE of a line with a holder without FTE, and tell of it; casual workers may have none."""
        records = self._records
        bare = [index for index in holders if not records.milli_fte[index] and Mark.CASUAL not in records.marks[index]]
        term = [index for index in bare if Mark.TERM_TIME in records.marks[index]]
        told = [self._numbers[index] for index in bare if index not in term and index not in records.unread]
        if told:
            self._counted.doubt(import_doubts.fte_missing, told)
        return None if bare else occupied or 0

    def _established(
        self, indexes: Sequence[int], holders: Sequence[int], occupied: int | None
    ) -> tuple[int | None, bool]:
        """Return the established FTE of a line in thousandths, None when not known, and whether it is a guess."""
        column = self._figures.fte
        if column is not None:
            return self._given_fte([column[index] for index in indexes], indexes), False
        records = self._records
        vacant = [records.milli_fte[index] for index in indexes if records.standing[index] is Standing.VACANT]
        if None in vacant or 0 in vacant or (not holders and not vacant):
            self._counted.doubt(import_doubts.vacant_size_unknown, (self._numbers[index] for index in indexes))
            return None, False
        own = [index for index in holders if not records.marks[index] & {Mark.COVER, Mark.ACTING}]
        size = sum(each for each in vacant if each is not None)
        if not holders:
            return size, False
        if own and len(own) < len(holders):
            sizes = [records.milli_fte[index] for index in own]
            occupied = None if None in sizes else sum(each or 0 for each in sizes)
        return (None, False) if occupied is None else (size + occupied, True)

    def _given_fte(self, given: Sequence[int | None], indexes: Sequence[int]) -> int | None:
        """Return the established FTE that the rows of a post give: once for the post, added up without a number."""
        numbered = bool(self._words.get(Use.POST_NUMBER)) and self._words[Use.POST_NUMBER][indexes[0]] != ""
        known = [each for each in given if each is not None]
        if not numbered:
            return sum(known) if len(known) == len(given) else None
        if len(set(known)) > 1:
            self._counted.doubt(_DIFFER[Use.FTE], (self._numbers[index] for index in indexes))
            return None
        return known[0] if known else None

    def _posts(
        self, indexes: Sequence[int], holders: Sequence[int], people: int, *, established: int | None, numbered: bool
    ) -> tuple[int | None, bool]:
        """Return the number of posts of a line, None when not known, and whether it is a guess."""
        if self._figures.posts is not None:
            given = [each for index in indexes if (each := self._figures.posts[index]) is not None]
            if given and (not numbered or len(set(given)) == 1):
                return (given[0] if numbered else sum(given)), False
        if not numbered:
            return people + len(indexes) - len(holders), True
        if established is None and people > 1:
            return None, False
        return (1, False) if established is None or established <= FULL_TIME else (None, False)

    def _several(self, indexes: Sequence[int], counts: tuple[int, int | None, int | None], *, numbered: bool) -> None:
        """Tell what several holders of one post are: a job share, cover, or more than the post."""
        people, occupied, established = counts
        records, rows = self._records, [self._numbers[index] for index in indexes]
        said = frozenset().union(*(records.marks[index] for index in indexes))
        if numbered and established is not None and established > FULL_TIME and self._figures.posts is None:
            self._counted.doubt(import_doubts.number_of_posts_unknown, rows)
        if not numbered or people < 2:
            return
        covered = said & {Mark.COVER, Mark.AWAY, Mark.SECONDED_OUT}
        if occupied is None:
            return
        if established is not None and occupied > established:
            self._counted.doubt(import_doubts.over_by_cover if covered else import_doubts.over_established, rows)
        elif occupied > FULL_TIME and self._figures.fte is None:
            self._counted.doubt(import_doubts.shared_size_unknown, rows)
        elif occupied <= FULL_TIME:
            self._counted.doubt(import_doubts.job_share, rows)

    def _two_posts(self, plain: Sequence[int], groups: Mapping[tuple[str, ...], Sequence[int]]) -> None:
        """Tell of persons who hold more than one post."""
        records = self._records
        if not records.several:
            return
        held: dict[str, dict[int, list[int]]] = {}
        for post, indexes in enumerate((*((index,) for index in plain), *groups.values())):
            for index in indexes:
                who = records.person[index]
                if who is not None and who in records.several and records.standing[index] is Standing.HOLDER:
                    held.setdefault(who, {}).setdefault(post, []).append(index)
        several = [[i for rows in posts.values() for i in rows] for posts in held.values() if len(posts) > 1]
        if several:
            rows = [self._numbers[index] for indexes in several for index in indexes]
            posts = [list(dict.fromkeys(map(self._post_name, indexes))) for indexes in several]
            self._counted.doubt(lambda: own_post_doubts.in_two_posts(posts), rows)
        for indexes in several:
            if sum(records.milli_fte[index] or 0 for index in indexes) > FULL_TIME:
                self._counted.doubt(import_doubts.over_full_time, (self._numbers[index] for index in indexes))

    def _post_name(self, index: int) -> str:
        """Return the number of the post of a record, or its title where it has none."""
        numbers = self._words.get(Use.POST_NUMBER)
        return (numbers[index] if numbers else "") or self._words[Use.TITLE][index]

    def _until(self, indexes: Sequence[int]) -> str:
        """Return the last day of a fixed-term line: the latest that its rows give."""
        if self._figures.until is None:
            return ""
        days = [each for index in indexes if (each := self._figures.until[index]) is not None]
        return max(days).isoformat() if days else ""

    def _cost(self, indexes: Sequence[int], *, numbered: bool) -> str:
        """Return the cost of a line: once for a post, added up without a number, `?` when not known."""
        if self._figures.cost is None:
            return ""
        given = [self._figures.cost[index] for index in indexes]
        known = [each for each in given if each]
        rows = [self._numbers[index] for index in indexes]
        total: int | None = None
        if numbered and len(set(known)) > 1:
            self._counted.doubt(_DIFFER[Use.COST], rows)
        elif not known or (not numbered and len(known) < len(given)):
            self._counted.doubt(import_doubts.cost_not_known, rows)
        else:
            total = known[0] if numbered else sum(known)
            if numbered and len(known) > 1:
                self._counted.doubt(import_doubts.cost_once, rows)
        self._counted.cost += total or 0
        self._counted.cost_unknown += total is None
        return UNKNOWN if total is None else print_number(total, Kind.MONEY)


def is_fixed_term(marks: Marks) -> bool:
    """Say whether a holder is there for a fixed term: the row says so, or speaks of cover and not of permanent."""
    return Mark.FIXED in marks or (covers_only(marks) and Mark.PERMANENT not in marks)


_DIFFER: dict[Use, Callable[[], Words]] = {
    Use.TITLE: lambda: import_doubts.differ("titles"),
    Use.TEAM: lambda: import_doubts.differ("teams"),
    Use.GRADE: lambda: import_doubts.differ("grades"),
    Use.FUNDING: lambda: import_doubts.differ("funding"),
    Use.COST_CENTRE: lambda: import_doubts.differ("cost centres"),
    Use.EMPLOYER: lambda: import_doubts.differ("employers"),
    Use.FTE: lambda: import_doubts.differ_unknown("established FTE"),
    Use.COST: lambda: import_doubts.differ_unknown("cost"),
}


def _cell(value: int | None, guessed: bool) -> str:  # noqa: FBT001 - the mark of the cell, in the order of the line
    return UNKNOWN if value is None else f"~{value}" if guessed else str(value)
