"""What each column of an HR extract is read as: what the planner's mapping says, else its name, judged by its cells.

Rules: design.md section 3 (`import hr` guesses columns by name and content and shows the guess). A column is only kept
when its name or the mapping says so, or when its cells are plainly titles or grades; one whose cells are plainly about
persons is never kept, whatever its name.
Change this when the cells of a column tell something more about it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from scenarios.importing import amounts, import_faults
from scenarios.importing.extract import Extract, clean, header_key
from scenarios.importing.kept_refusals import refused
from scenarios.importing.mapping import Mapping
from scenarios.importing.marks_of_rows import found_in
from scenarios.importing.names_in_text import Names, cut_names
from scenarios.importing.ordinary_words import ORDINARY_WORDS
from scenarios.importing.uses import KEPT, KEPT_WORDS, KNOWN_HEADERS, SEVERAL, Use, use_of_header
from scenarios.schema.faults import Fault
from scenarios.schema.persons import is_person_header, person_in

_LOOKED_AT = 400
"""Different cells of a column that are looked at."""
_LOOKED_AT_ROWS = 4_000
"""Rows of a long extract, evenly spread, from which they are taken."""
_MOST_LABEL_CHARACTERS = 60
_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "cllr", "rev"})
_PERSONAL = re.compile(
    r"[A-Z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]|(\+44|0)[0-9 ]{9,12}|"
    r"[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}"
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w")
_NAME_LIKE = re.compile(r"[A-Z][\w'’-]+, ?[A-Z][\w'’.-]*( [A-Z][\w'’.-]*)*")
_GRADE_LIKE = re.compile(
    r"(grade|band|scale|po|so|sm|hay|hc|nm|gr|g|b|sc|pg|cg|m|l|jnc|njc|afc|soulbury)[ ./-]?[0-9]{1,2}[a-z]?"
    r"([ ./-]+(po|so|sc)?[0-9]{1,2})?",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-Za-z]{0,5}[ /-]?[0-9][A-Za-z0-9/.-]*")


@dataclass(frozen=True)
class Guess:
    """What one column is read as, and why."""

    index: int
    label: str
    header: str
    use: Use
    why: str
    filled: int
    """Records in which it holds something."""


def guess_columns(extract: Extract, told: Mapping) -> tuple[tuple[Guess, ...], list[Fault]]:
    """Return what each column is read as, and the faults in what the mapping says.

    Args:
        extract: the extract.
        told: what the planner's mapping says.
    """
    labels = labels_of(extract.header)
    known = {*labels, *(_lettered(index) for index in range(len(labels)))}
    faults = [
        Fault.at(extract.spot(None, label), "", import_faults.column_missing(label))
        for label in told.columns
        if label not in known
    ]
    first = [_one(extract, index, label, told) for index, label in enumerate(labels)]
    ranked, clashes = _settled([_hours_of_persons(guess, first, extract) for guess in first], extract)
    taken = {guess.use for guess in ranked}
    guesses = tuple(_by_cells(guess, extract, taken) if guess.why == NOT_KNOWN else guess for guess in ranked)
    guesses = tuple(_not_a_person(guess, guesses, extract) for guess in guesses)
    for guess in guesses:
        if guess.why == TOLD and guess.use in KEPT:
            faults += _not_to_be_kept(guess, extract)
    if not any(guess.use is Use.TITLE for guess in guesses):
        faults.append(Fault.at(extract.spot(), "", import_faults.no_titles("Job Title: title")))
    return guesses, [*faults, *clashes]


TOLD = "the mapping"
NAME = "its name"
NAME_AND_CELLS = "its name and cells"
CELLS = "its cells"
NOT_KNOWN = "not recognised"
TAKEN = "another column is read as this"
WIDER = "a wider unit than the team"


def labels_of(header: Sequence[str]) -> tuple[str, ...]:
    """Return what each column is called: its header; its letter where that is blank, doubled or may name a person."""
    counts = Counter(header_key(text) for text in header)
    labels = []
    for index, text in enumerate(header):
        plain = " ".join(text.split())
        known = header_key(text) in KNOWN_HEADERS or use_of_header(text) is not None
        odd = len(plain) > _MOST_LABEL_CHARACTERS or bool(re.search(r"[0-9]{4,}|[^\x20-\x7e£€]", plain))
        odd = odd or person_in(plain, in_names=True) is not None
        unsafe = not plain or counts[header_key(text)] > 1 or (odd and not known)
        labels.append(_lettered(index) if unsafe else plain)
    return tuple(labels)


def _lettered(index: int) -> str:
    """Return what a column is called whose header is not shown."""
    return f"column {letters(index)}"


def without_names(guesses: Sequence[Guess], names: Names) -> tuple[Guess, ...]:
    """Return the guesses with columns called by their letter where the header names a person.

    Args:
        guesses: what each column is read as.
        names: how persons of the extract are named.
    """
    return tuple(
        replace(guess, label=_lettered(guess.index)) if cut_names(guess.label, names).was_cut else guess
        for guess in guesses
    )


def _not_to_be_kept(guess: Guess, extract: Extract) -> list[Fault]:
    """Return why a column may not be kept that the mapping would keep; nothing where it may."""
    if _of_persons(guess, extract):
        return [Fault.at(extract.spot(None, guess.label), "", import_faults.person_kept(guess.label))]
    fault = refused(extract, guess.index, guess.label, use=guess.use)
    return [] if fault is None else [fault]


def _of_persons(guess: Guess, extract: Extract) -> bool:
    """Say whether a column that the mapping would keep is about persons, by its header or by its cells."""
    named = use_of_header(guess.header)
    by_header = named is not None and named[0] in _PERSONS
    return by_header or is_person_header(guess.header) or about_persons(_cells(extract, guess.index))


_PERSONS = frozenset({Use.PERSON, Use.PERSON_NAME, Use.PERSON_NUMBER, Use.OTHER_PERSON})


def letters(index: int) -> str:
    """Return the letters a spreadsheet gives a column, from its index (from 0)."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = ascii_uppercase[rest] + name
    return name


def _cells(extract: Extract, index: int) -> list[str]:
    """Return different cells of a column that hold something, as many as are looked at, in the order of the file."""
    column = extract.columns[index]
    found = dict.fromkeys(column[:: 1 + len(column) // _LOOKED_AT_ROWS])
    return [text for cell in list(found)[: _LOOKED_AT + 1] if (text := clean(cell))][:_LOOKED_AT]


def _filled(column: Sequence[str]) -> int:
    """Return how many cells hold something; most columns hold it in every row, or in none."""
    return len(column) if all(column) else len(column) - column.count("") if any(column) else 0


def _one(extract: Extract, index: int, label: str, told: Mapping) -> Guess:
    """Return the guess for one column by mapping or name, its cells looked at."""
    column = extract.columns[index]
    guess = Guess(index, label, extract.header[index], Use.DROP, NOT_KNOWN, _filled(column))
    for name in (label, _lettered(index)):
        if name in told.columns:
            return replace(guess, use=told.columns[name], why=TOLD)
    named = use_of_header(guess.header)
    if named is None:
        return guess
    use, cells = named[0], _cells(extract, index)
    seen = _judged(use, header_key(guess.header), cells)
    return replace(guess, use=seen or use, why=NAME if seen is None else NAME_AND_CELLS)


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    """Return the share of cells that pass a test."""
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def _judged(use: Use, key: str, cells: list[str]) -> Use | None:
    """Return the other use that the cells of a column show, or None when its name stands."""
    if not cells:
        return None
    honorifics = use is Use.TITLE and _share(cells, lambda c: c.casefold().rstrip(".") in _HONORIFICS) > 0.5
    if honorifics or (use in KEPT and about_persons(cells)):
        return Use.PERSON
    if use in KEPT_WORDS and _share(cells, _like_a_sentence) > 0.3:
        return Use.FREE_TEXT
    if key in ("position", "post", "job", "role", "establishment") and use in (Use.TITLE, Use.POST_NUMBER, Use.FTE):
        return _post_or_title(cells)
    read = _READ_AS.get(use)
    if read is not None and _share(cells, lambda c: read(c) is not None) < 0.4:
        return Use.WORDS if _share(cells, _says_something) > 0.5 else Use.DROP
    return None


_READ_AS: dict[Use, Callable[[str], object]] = {
    Use.FTE: amounts.fte,
    Use.PERSON_FTE: amounts.fte,
    Use.HOURS: amounts.hours,
    Use.UNTIL: amounts.day,
    Use.LEAVING: amounts.day,
}
"""How the cells of a column are read, where most of them have to be readable for its name to stand."""


def _says_something(cell: str) -> bool:
    """Say whether a cell is one of the words of contract and status columns."""
    return bool(found_in(header_key(cell)))


def _post_or_title(cells: list[str]) -> Use:
    """Return whether cells are numbers of posts, FTE or titles."""
    if _share(cells, lambda c: _CODE.fullmatch(c) is not None) > 0.6:
        small = _share(cells, lambda c: (n := amounts.exact(c)) is not None and n < 20) > 0.8
        return Use.FTE if small else Use.POST_NUMBER
    return Use.TITLE


def about_persons(cells: Sequence[str]) -> bool:
    """Say whether the cells of a column are plainly about persons: addresses, their numbers, `Surname, Forename`."""
    return (
        _share(cells, lambda c: _PERSONAL.fullmatch(c) is not None or _ADDRESS.search(c) is not None) > 0.2
        or _share(cells, lambda c: _NAME_LIKE.fullmatch(c) is not None and not _ordinary(c)) > 0.4
    )


def _ordinary(text: str) -> bool:
    """Say whether a text holds a word of titles."""
    return any(word in ORDINARY_WORDS for word in re.findall(r"[a-z-]+", text.casefold()))


def _settled(guesses: list[Guess], extract: Extract) -> tuple[list[Guess], list[Fault]]:
    """Return the guesses with each single use held by one column, and faults where the mapping gives it to two."""
    settled = list(guesses)
    faults: list[Fault] = []
    for use in Use:
        holders = [guess for guess in settled if guess.use is use]
        if use in SEVERAL or len(holders) < 2:
            continue
        told = [guess for guess in holders if guess.why == TOLD]
        if len(told) > 1:
            names = ", ".join(guess.label for guess in told)
            faults.append(Fault.at(extract.spot(None, told[1].label), "", import_faults.use_twice(use.value, names)))
        keeper = told[0] if told else min(holders, key=lambda guess: _place(guess, extract))
        why = WIDER if use is Use.TEAM else TAKEN
        for guess in holders:
            if guess is not keeper:
                settled[guess.index] = replace(guess, use=Use.DROP, why=why)
    return settled, faults


def _hours_of_persons(guess: Guess, guesses: Sequence[Guess], extract: Extract) -> Guess:
    """Return the guess for standard hours: those of persons where no other column has hours and they differ."""
    if guess.use is not Use.FULL_TIME_HOURS or guess.why == TOLD or any(each.use is Use.HOURS for each in guesses):
        return guess
    hours = {each for cell in _cells(extract, guess.index) if (each := amounts.hours(cell)) is not None}
    part_time = len(hours) > 1 and min(hours) < _LEAST_FULL_WEEK
    return replace(guess, use=Use.HOURS, why=NAME_AND_CELLS) if part_time else guess


_LEAST_FULL_WEEK = 30


def _place(guess: Guess, extract: Extract) -> tuple[bool, int, int]:
    """Return what puts columns of one use in order: filled ones first, then as the headers are listed."""
    named = use_of_header(guess.header)
    return guess.filled * 2 < len(extract.rows), 99 if named is None else named[1], guess.index


def _not_a_person(guess: Guess, guesses: Sequence[Guess], extract: Extract) -> Guess:
    """Return the guess for post numbers, dropped when most of them are the numbers of the persons in the posts."""
    if guess.use is not Use.POST_NUMBER:
        return guess
    column = extract.columns[guess.index]
    for other in guesses:
        if other.use is Use.PERSON_NUMBER:
            same = sum(one == two and one != "" for one, two in zip(column, extract.columns[other.index], strict=True))
            if same * 2 > len(column):
                return replace(guess, use=Use.PERSON, why=CELLS)
    return guess


def _by_cells(guess: Guess, extract: Extract, taken: set[Use]) -> Guess:
    """Return the guess for a column whose name says nothing: by its cells, dropped when they say nothing either."""
    cells = _cells(extract, guess.index)
    if not cells:
        return guess
    use = _use_of_cells(cells, taken)
    if use is None:
        return guess
    taken.add(use)
    return replace(guess, use=use, why=CELLS)


def _use_of_cells(cells: list[str], taken: set[Use]) -> Use | None:
    """Return the use that cells show by themselves, none of those taken, or None."""
    use: Use | None = None
    if about_persons(cells) or _share(cells, lambda c: c.casefold() in _HONORIFICS) > 0.5:
        use = Use.PERSON
    elif Use.TITLE not in taken and _share(cells, _like_a_title) > 0.7 and _share(cells, lambda c: " " in c) > 0.5:
        use = Use.TITLE
    elif Use.GRADE not in taken and _share(cells, lambda c: _GRADE_LIKE.fullmatch(c) is not None) > 0.7:
        use = Use.GRADE
    elif len(cells) < 30 and _share(cells, _says_something) > 0.7:
        use = Use.WORDS
    elif not taken & {Use.PERSON_FTE, Use.FTE} and len(cells) > 1 and _share(cells, _part_of_one) > 0.9:
        use = Use.PERSON_FTE
    elif _share(cells, lambda c: len(c) > 40) > 0.3:
        use = Use.FREE_TEXT
    return use


def _like_a_sentence(cell: str) -> bool:
    """Say whether a cell is more than a title: long, or ended by a full stop."""
    return len(cell) > 70 or cell.endswith((".", "!", "?"))


def _like_a_title(cell: str) -> bool:
    """Say whether a cell may be a job title."""
    return _ordinary(cell) and not _like_a_sentence(cell)


def _part_of_one(cell: str) -> bool:
    """Say whether a cell holds a number above nought and not above one."""
    number = amounts.exact(cell)
    return number is not None and 0 < number <= 1
