"""What an extract holds and an import does not use, though it looks as if it were needed: hours, paths, ends of terms.

Rules: design.md section 3: a column nobody recognises is dropped, and that is said where it could change a figure. No
cell is repeated.
Change this when another kind of column is missed by those who import.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from scenarios.importing import amounts, reading_doubts
from scenarios.importing.establishment import is_fixed_term
from scenarios.importing.extract import Extract, clean
from scenarios.importing.guess import TOLD, Guess
from scenarios.importing.import_doubts import RowsDoubt
from scenarios.importing.post_figures import Figures
from scenarios.importing.records import Records, Standing
from scenarios.importing.team_paths import separator_of
from scenarios.importing.uses import Use
from scenarios.schema.faults import Words

_MOST = 0.8
_MOST_A_WEEK = 48
_FULL_WEEKS = frozenset({35, Fraction("36.25"), 36, Fraction("36.5"), 37, Fraction("37.5"), 40})
_SAYS_HOURS = re.compile(r"[0-9] ?(hrs?|hours?)\b|^[0-9]{1,2}:[0-9]{2}$", re.IGNORECASE)


def looks_needed(extract: Extract, guesses: Sequence[Guess]) -> list[RowsDoubt]:
    """Return a doubt for each dropped column that looks like hours, a team path or an end, and nothing else is read so.

    Args:
        extract: the extract.
        guesses: what its columns are read as; what the mapping drops is dropped without a word.
    """
    taken = {guess.use for guess in guesses}
    doubts = []
    for guess in guesses:
        if guess.use is not Use.DROP or guess.why == TOLD:
            continue
        cells = [text for cell in extract.columns[guess.index] if (text := clean(cell))]
        words = _looks_like(cells, guess, taken=taken, rows=len(extract.rows))
        if words is not None:
            doubts.append(RowsDoubt.at(words, extract.label, column=guess.label))
    return doubts


def _looks_like(cells: Sequence[str], guess: Guess, *, taken: set[Use], rows: int) -> Words | None:
    """Return what is said about a dropped column, or None."""
    if not cells:
        return None
    if Use.HOURS not in taken and _like_hours(cells):
        return reading_doubts.dropped_column("hours", Use.HOURS.value)
    if Use.TEAM not in taken and len(set(cells)) < len(cells) and separator_of(set(cells), guess.header) is not None:
        return reading_doubts.dropped_column("team paths", Use.TEAM.value)
    dates = sum(amounts.day(cell) is not None for cell in cells)
    if Use.UNTIL not in taken and dates > _MOST * len(cells) and 2 * len(cells) < rows:
        return reading_doubts.dropped_column("end dates", Use.UNTIL.value)
    return None


def _like_hours(cells: Sequence[str]) -> bool:
    """Say whether cells are hours of a week: numbers up to 48, some of them a usual full-time week or with `hrs`."""
    hours = [amounts.hours(cell) for cell in cells]
    read = [each for each in hours if each is not None and 1 < each <= _MOST_A_WEEK]
    full = sum(each in _FULL_WEEKS for each in read) + sum(_SAYS_HOURS.search(cell) is not None for cell in cells)
    return len(read) > _MOST * len(cells) and 3 * full > len(cells)


def ends_not_used(extract: Extract, records: Records, figures: Figures, *, until: Guess | None) -> list[RowsDoubt]:
    """Return a doubt where an end stands at a holder who is not there for a fixed term: no end is written.

    Args:
        extract: the extract.
        records: what each record says.
        figures: the figures that columns give for posts.
        until: the column of ends, if there is one.
    """
    if until is None:
        return []
    said = zip(extract.numbers, figures.until or (), records.standing, records.marks, strict=False)
    rows = [
        number
        for number, day, standing, marks in said
        if day is not None and standing is Standing.HOLDER and not is_fixed_term(marks)
    ]
    return [RowsDoubt.at(reading_doubts.end_not_used(), extract.label, column=until.label, rows=rows)] if rows else []
