"""The rows of an extract as records: which post, what is said about the holder, how much of full time.

Rules: design.md section 3; domain-rules.md sections 7.4 and 15. Persons are told apart by number or name in memory
only; nothing of that leaves this module but which rows are one person's. Each different cell is looked at once.
Change this when something more about a row decides how it is counted.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from scenarios.importing import amounts, import_doubts, own_post_doubts
from scenarios.importing.extract import Extract, clean
from scenarios.importing.guess import Guess
from scenarios.importing.hours_words import unread_hours
from scenarios.importing.import_doubts import RowsDoubt
from scenarios.importing.mapping import Mapping
from scenarios.importing.marks_of_rows import Mark, Marks, marks_of
from scenarios.importing.uses import Use
from scenarios.schema.faults import Words


class Standing(Enum):
    """How a row is counted; the value is how it is told."""

    HOLDER = "people in post"
    VACANT = "vacancies"
    AGENCY = "agency workers, in no staff group"
    ACTING = "acting up, counted in their own post"
    COVERING = "covering, counted in their own post"
    SECONDED_IN = "seconded in, counted nowhere here"
    LEFT = "left already"
    AGAIN = "the same row again"

    __hash__ = object.__hash__  # as with Mark


@dataclass(frozen=True)
class Records:
    """What each record says, in the order of the extract."""

    person: tuple[str | None, ...]
    """What tells the person from others, in memory only; None where nobody is named."""
    standing: tuple[Standing, ...]
    marks: tuple[Marks, ...]
    milli_fte: tuple[int | None, ...]
    """Contracted FTE in thousandths; None where it is not known."""
    told_apart: bool
    """Whether a column tells persons apart."""
    several: frozenset[str]
    """Persons whom more than one record is about."""
    doubts: tuple[RowsDoubt, ...]
    unread: frozenset[int] = frozenset()
    """Indexes of the records whose FTE or hours cannot be read, and are told as such."""


NOTHING: Marks = frozenset()
_MOST_CONTRACTED_WEEKS = 50
FULL_TIME = 1000
_CLOSE_MILLI = 15
_MOST_MILLI = 2000


class _Rows:
    """Collects, for each kind of doubt, the rows it is about."""

    def __init__(self, extract: Extract) -> None:
        self._extract = extract
        self._rows: dict[tuple[Callable[[], Words], str | None], list[int]] = {}

    def add(self, kind: Callable[[], Words], index: int, column: str | None = None) -> None:
        self._rows.setdefault((kind, column), []).append(self._extract.numbers[index])

    def doubts(self) -> list[RowsDoubt]:
        label = self._extract.label
        return [RowsDoubt.at(kind(), label, column=column, rows=rows) for (kind, column), rows in self._rows.items()]


def read_records(extract: Extract, guesses: Sequence[Guess], told: Mapping) -> Records:
    """Return what each record says.

    Args:
        extract: the extract.
        guesses: what its columns are read as.
        told: what the planner's mapping says: words, full-time hours, the date of the extract.
    """
    rows = _Rows(extract)
    by_use: dict[Use, list[Guess]] = defaultdict(list)
    for guess in guesses:
        by_use[guess.use].append(guess)
    person = _persons(extract, by_use)
    marks = _marks(extract, by_use, told, rows=rows)
    milli, unread = _fte(extract, by_use, told, marks=marks, rows=rows)
    left = _left(extract, by_use, told, rows=rows)
    several = frozenset(who for who, count in Counter(person).items() if who is not None and count > 1)
    told_apart = bool(by_use[Use.PERSON_NUMBER] or by_use[Use.PERSON_NAME])
    standing = _standings(extract, (person, marks, left, several), told_apart=told_apart, rows=rows)
    again = _again(extract, person, several)
    for index in again:
        standing[index] = Standing.AGAIN
        rows.add(import_doubts.same_row_twice, index)
    known = (tuple(person), tuple(standing), tuple(marks), tuple(milli))
    return Records(*known, told_apart, several, tuple(rows.doubts()), unread)


def _persons(extract: Extract, by_use: dict[Use, list[Guess]]) -> list[str | None]:
    """Return which person each record is about: by number where there is one, else by all names together."""
    numbers, names = by_use[Use.PERSON_NUMBER], by_use[Use.PERSON_NAME]
    keys: list[str | None] = [None] * len(extract.rows)
    vacant: set[int] = set()
    for guess in names:
        cells = extract.columns[guess.index]
        said = {*_SAYS_VACANT.findall("\n".join(set(cells)))}
        vacant.update(index for index, cell in enumerate(cells) if cell in said) if said else None
    for guess in numbers:
        column = extract.columns[guess.index]
        code = {cell: cell if cell.isdigit() and cell != "0" else _called(cell) for cell in set(column)}
        keys = [code[cell] for cell in column]
    if names and None in keys:
        called = zip(*(extract.columns[guess.index] for guess in names), strict=True)
        keys = [_called(" ".join(who)) if key is None else key for key, who in zip(keys, called, strict=True)]
    for index in vacant:
        keys[index] = None
    return keys


_SAYS_VACANT = re.compile(r"^\s*(?:vacan(?:t|cy)|unfilled|no holder)\b.*$", re.IGNORECASE | re.MULTILINE)
_AGENCY = re.compile(r"\s*agency\b", re.IGNORECASE)
_NOBODY = re.compile(r"(vacan(t|cy)|unfilled|no holder)\b|(tb[ca]|n/?a|none|nobody|-+|\?|0)?$")


def _called(text: str) -> str | None:
    """Return a name or number without case; None where it is blank, or says that nobody is there."""
    plain = clean(text).casefold()
    return plain if _NOBODY.match(plain) is None else None


def _marks(extract: Extract, by_use: dict[Use, list[Guess]], told: Mapping, *, rows: _Rows) -> list[Marks]:
    """Return what contract and status columns say about each record."""
    every = [NOTHING] * len(extract.rows)
    for guess in by_use[Use.WORDS]:
        column = extract.columns[guess.index]
        meaning = {cell: marks_of(clean(cell), guess.header, told.words) for cell in set(column)}
        unknown = {cell for cell, marks in meaning.items() if marks is None}
        for index, cell in enumerate(column) if unknown else ():
            if cell in unknown:
                rows.add(import_doubts.unknown_word, index, guess.label)
        known = {cell: marks or NOTHING for cell, marks in meaning.items()}
        if any(known.values()):
            both = {pair: pair[0] | known[pair[1]] for pair in set(zip(every, column, strict=True))}
            every = [both[pair] for pair in zip(every, column, strict=True)]
    told_elsewhere = ((Use.PERSON_NAME, _says_agency, Mark.AGENCY), (Use.WEEKS, _few_weeks, Mark.TERM_TIME))
    for use, says, mark in told_elsewhere:
        for guess in by_use[use]:
            column = extract.columns[guess.index]
            said = {cell for cell in set(column) if says(cell)}
            for index, cell in enumerate(column) if said else ():
                if cell in said:
                    every[index] |= {mark}
    return every


def _says_agency(cell: str) -> bool:
    return _AGENCY.match(cell) is not None


def _few_weeks(cell: str) -> bool:
    weeks = amounts.exact(clean(cell))
    return weeks is not None and 0 < weeks < _MOST_CONTRACTED_WEEKS


def _standings(
    extract: Extract,
    said: tuple[list[str | None], list[Marks], frozenset[int], frozenset[str]],
    *,
    told_apart: bool,
    rows: _Rows,
) -> list[Standing]:
    """Return how each record is counted."""
    person, marks, left, several = said
    named = (who is not None for who in person)
    elsewhere = _elsewhere(person, marks, several, left=left) if several else (False,) * len(person)
    had_left = (index in left for index in range(len(person))) if left else (False,) * len(person)
    keys = list(zip(marks, named, elsewhere, had_left, strict=True))
    found = {key: _standing(key, told_apart=told_apart) for key in set(keys)}
    if any(kinds for _, kinds in found.values()):
        for index, key in enumerate(keys):
            for kind in found[key][1]:
                rows.add(kind, index)
    return [found[key][0] for key in keys]


_NOT_ONES_OWN = frozenset({Mark.ACTING, Mark.COVER, Mark.LEFT, Mark.AGENCY, Mark.SECONDED_IN})


def _elsewhere(
    person: list[str | None], marks: list[Marks], several: frozenset[str], *, left: frozenset[int]
) -> list[bool]:
    """Say of each record whether another is about the same person: for one in another's post, one of a post of theirs.

    Otherwise somebody who covers twice, or acts up and covers, would be counted nowhere.
    """
    own = {
        who
        for index, (who, mark) in enumerate(zip(person, marks, strict=True))
        if who in several and index not in left and not mark & _NOT_ONES_OWN
    }
    another = {mark: Mark.ACTING in mark or covers_only(mark) for mark in set(marks)}
    return [who in (own if another[mark] else several) for who, mark in zip(person, marks, strict=True)]


def covers_only(mark: Marks) -> bool:
    """Say whether a holder is there in place of another and is not away as well."""
    return Mark.COVER in mark and Mark.AWAY not in mark


Kinds = list[Callable[[], Words]]


def _standing(key: tuple[Marks, bool, bool, bool], *, told_apart: bool) -> tuple[Standing, Kinds]:
    """Return how a record is counted, and the kinds of doubt it gives rise to.

    Args:
        key: its marks; whether it names somebody; whether another record does as well; whether they had left.
        told_apart: whether a column tells persons apart.
    """
    mark, named, elsewhere, had_left = key
    kinds: Kinds = [import_doubts.frozen] * (Mark.FROZEN in mark)
    if Mark.AGENCY in mark:
        return Standing.AGENCY, [*kinds, import_doubts.agency]
    if Mark.LEFT in mark or (had_left and named):
        return Standing.LEFT, [*kinds, import_doubts.left_already]
    if (told_apart and not named) or (not told_apart and Mark.VACANT in mark):
        return Standing.VACANT, kinds
    kinds += [import_doubts.vacant_and_held] * (Mark.VACANT in mark)
    found, more = _holding(mark, elsewhere=elsewhere)
    return found, [*kinds, *more]


def _holding(mark: Marks, *, elsewhere: bool) -> tuple[Standing, Kinds]:
    """Return how a record with a holder is counted, and the kinds of doubt it gives rise to."""
    if Mark.SECONDED_IN in mark or (Mark.SECONDED in mark and elsewhere):
        return Standing.SECONDED_IN, [own_post_doubts.seconded_in]
    if Mark.ACTING in mark:
        if elsewhere:
            return Standing.ACTING, [own_post_doubts.acting_up]
        return Standing.HOLDER, [own_post_doubts.acting_up_alone]
    covers = covers_only(mark)
    if covers and elsewhere:
        return Standing.COVERING, [own_post_doubts.covering]
    kinds: Kinds = [own_post_doubts.covering_alone] * covers
    kinds += [own_post_doubts.seconded_out] * (Mark.SECONDED_OUT in mark)
    kinds += [own_post_doubts.seconded_unclear] * (Mark.SECONDED in mark)
    kinds += [import_doubts.casual] * (Mark.CASUAL in mark)
    return Standing.HOLDER, kinds


def _left(extract: Extract, by_use: dict[Use, list[Guess]], told: Mapping, *, rows: _Rows) -> frozenset[int]:
    """Return the indexes of records of people who had left by the date of the extract."""
    left: set[int] = set()
    for guess in by_use[Use.LEAVING]:
        column = extract.columns[guess.index]
        days = {cell: amounts.day(clean(cell)) for cell in set(column)}
        for index, cell in enumerate(column) if any(days.values()) else ():
            gone = days[cell]
            if gone is not None and told.as_at is None:
                rows.add(import_doubts.leaving_dates, index, guess.label)
            elif gone is not None and told.as_at is not None and gone <= told.as_at:
                left.add(index)
    return frozenset(left)


def _again(extract: Extract, person: list[str | None], several: frozenset[str]) -> list[int]:
    """Return the indexes of records that say, cell by cell, what an earlier one of the same person says."""
    seen: set[tuple[str, ...]] = set()
    again = []
    for index, who in enumerate(person):
        if who in several:
            row = tuple(extract.rows[index])
            if row in seen:
                again.append(index)
            seen.add(row)
    return again


def _fte(
    extract: Extract, by_use: dict[Use, list[Guess]], told: Mapping, *, marks: list[Marks], rows: _Rows
) -> tuple[list[int | None], frozenset[int]]:
    """Return the contracted FTE of each record in thousandths, from its FTE, else from hours over full-time hours.

    With it the indexes of the records whose FTE or hours cannot be read.
    """
    guesses = [next(iter(by_use[use]), None) for use in (Use.PERSON_FTE, Use.HOURS, Use.FULL_TIME_HOURS)]
    blank = ("",) * len(extract.rows)
    columns = [blank if guess is None else extract.columns[guess.index] for guess in guesses]
    percent = _in_percent(columns[0])
    term = {mark: Mark.TERM_TIME in mark for mark in set(marks)}
    keys = list(zip(*columns, map(term.__getitem__, marks), strict=True))
    read = {key: _one_fte(key, percent=percent, full_time=told.full_time_hours) for key in set(keys)}
    label = guesses[0].label if guesses[0] is not None else guesses[1].label if guesses[1] is not None else None
    if any(kinds for _, kinds in read.values()):
        for index, key in enumerate(keys):
            for kind in read[key][1]:
                rows.add(kind, index, label)
    if percent:
        rows.add(import_doubts.fte_in_percent, 0, label)
    if guesses[0] is None and guesses[1] is not None and guesses[2] is None and told.full_time_hours is None:
        rows.add(import_doubts.no_full_time_hours, 0, label)
    unread = {index for index, key in enumerate(keys) if import_doubts.fte_not_read in read[key][1]}
    if guesses[1] is not None:
        unread |= _hours(columns[1], [read[key][0] for key in keys], rows=rows, label=guesses[1].label)
    found = {key: milli for key, (milli, _) in read.items()}
    return [*map(found.__getitem__, keys)], frozenset(unread)


def _hours(column: Sequence[str], milli: Sequence[int | None], *, rows: _Rows, label: str) -> set[int]:
    """Return the indexes of the records whose FTE is not known for hours that cannot be read, and tell of them."""
    unread = set()
    for index, (cell, known) in enumerate(zip(column, milli, strict=True)):
        kind = unread_hours(cell) if known is None else None
        if kind is not None:
            rows.add(kind, index, label)
            unread.add(index)
    return unread


def _in_percent(column: Sequence[str]) -> bool:
    """Say whether the plain numbers of an FTE column are percent: nearly all above 2, up to 100."""
    read = (amounts.exact(clean(cell), most=amounts.MOST_FTE) for cell in set(column))
    numbers = [number for number in read if number is not None and number > 0]
    return bool(numbers) and max(numbers) > 48 and sum(2 < number <= 100 for number in numbers) > 0.8 * len(numbers)


def _one_fte(key: tuple[str, str, str, bool], *, percent: bool, full_time: Fraction | None) -> tuple[int | None, Kinds]:
    """Return the contracted FTE in thousandths that the cells of a record come to, and what is odd about it.

    Args:
        key: cells of FTE, hours and full-time hours; whether the contract is for term-time.
        percent: whether plain numbers of the FTE column are percent.
        full_time: full-time hours where no cell gives them.
    """
    fte_cell, hours_cell, full_cell = (clean(cell) for cell in key[:3])
    term = key[3]
    given = amounts.fte(fte_cell, percent=percent) if fte_cell else None
    part = amounts.hours(hours_cell) if hours_cell else None
    whole = amounts.hours(full_cell) if full_cell else full_time
    by_hours = part / whole if part is not None and whole else None
    kinds: Kinds = [import_doubts.fte_not_read] * (bool(fte_cell) and given is None)
    if given is None and term and by_hours is not None:
        return None, [*kinds, import_doubts.term_time_unknown]
    share = by_hours if given is None else given
    if share is None:
        return None, kinds
    kinds += [import_doubts.term_time] * term
    milli = amounts.milli(share)
    kinds += [import_doubts.fte_rounded] * ((1000 * share).denominator != 1 and given is not None)
    if given is not None and by_hours is not None and not term and abs(milli - amounts.milli(by_hours)) > _CLOSE_MILLI:
        kinds.append(import_doubts.fte_against_hours)
    kinds += [import_doubts.fte_large] * (milli > FULL_TIME)
    return (None if milli > _MOST_MILLI else milli), kinds
