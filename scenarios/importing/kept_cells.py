"""The cells of the columns that are kept: tidied, without persons' names, their spellings folded.

Rules: design.md section 3. Each different cell is looked at once, however many rows hold it.
Change this when another column of an extract is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scenarios.importing import import_doubts, reading_doubts
from scenarios.importing.dates_in_text import without_dates
from scenarios.importing.extract import Extract, clean
from scenarios.importing.guess import Guess
from scenarios.importing.import_doubts import RowsDoubt
from scenarios.importing.names_in_text import Names, cut_names, fit_for_a_case
from scenarios.importing.posts_file import as_name
from scenarios.importing.spellings import Fold, Folded, fold, grade_key, name_key
from scenarios.importing.uses import KEPT_WORDS, Use
from scenarios.schema.faults import Words

UNTITLED = "Untitled post"
WITHHELD = "Title withheld"
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class KeptColumn:
    """One kept column: its cells as they are written, record by record, and what was done to them."""

    cells: tuple[str, ...]
    folds: tuple[Fold, ...]
    doubts: tuple[RowsDoubt, ...]


def kept_words(extract: Extract, guess: Guess, names: Names, *, column: tuple[str, ...] | None = None) -> KeptColumn:
    """Return a kept column of words: a title, a team, a grade, a budget or an employer.

    Args:
        extract: the extract.
        guess: what the column is read as, one of KEPT_WORDS or a post number.
        names: how persons of the extract are named.
        column: what is taken for its cells; None: what stands in the extract.
    """
    column = extract.columns[guess.index] if column is None else column
    if guess.use is Use.POST_NUMBER and _plain_numbers(column):
        return KeptColumn(column, (), ())
    counts = Counter(column)
    seen: dict[str, list[Callable[[], Words]]] = {}
    plain: dict[str, str] = {}
    for text in counts:
        plain[text], seen[text] = _one(text, guess.use, names)
    folded = Folded({}, ())
    if guess.use is not Use.POST_NUMBER:
        spellings: Counter[str] = Counter()
        for text, count in counts.items():
            spellings[plain[text]] += count
        del spellings[""]
        folded = fold(spellings, grade_key if guess.use is Use.GRADE else name_key)
    name_of = {text: folded.name_of.get(name, name) for text, name in plain.items()}
    doubts = _doubts(extract, guess, column, seen)
    return KeptColumn(tuple(map(name_of.__getitem__, column)), folded.folds, doubts)


def kept_cell(text: str, use: Use, names: Names) -> str:
    """Return one cell as it is written.

    Args:
        text: the cell.
        use: what its column is read as.
        names: how persons of the extract are named.
    """
    return _one(text, use, names)[0]


def _plain_number(text: str) -> bool:
    """Say whether a post number can be kept as it stands: letters and digits, and not letters only."""
    return text.isascii() and text.isalnum() and not text.isalpha()


def _plain_numbers(column: Sequence[str]) -> bool:
    """Say the same of all cells of a column at once."""
    text = "".join(column)
    return all(column) and text.isascii() and text.isalnum() and not any(map(str.isalpha, column))


def _one(text: str, use: Use, names: Names) -> tuple[str, list[Callable[[], Words]]]:
    """Return one cell as it is written, and the kinds of doubt it gives rise to."""
    kinds: list[Callable[[], Words]] = []
    tidy = clean(text)
    if not tidy:
        return (UNTITLED, [import_doubts.title_missing]) if use is Use.TITLE else ("", [])
    left = tidy
    if use in KEPT_WORDS or not _plain_number(tidy):
        cut = cut_names(tidy, names)
        left = fit_for_a_case(cut.text)
        if use is Use.POST_NUMBER and not cut.was_cut:
            left = tidy
        if not left:
            return (WITHHELD if use is Use.TITLE else ""), [import_doubts.withheld]
        kinds += [import_doubts.name_cut] * cut.was_cut + [import_doubts.may_name] * cut.may_name
    if use in KEPT_WORDS and (undated := without_dates(left)) != left:
        kinds.append(reading_doubts.date_cut)
        if not undated:
            return (WITHHELD if use is Use.TITLE else ""), kinds
        left = undated
    name, changed = as_name(left)
    if not name:
        return (UNTITLED, [import_doubts.title_missing]) if use is Use.TITLE else ("", [])
    kinds += [import_doubts.sign_changed] * (changed and use in KEPT_WORDS)
    kinds += [import_doubts.damaged] * (_REPLACEMENT in name)
    return name, kinds


def _doubts(
    extract: Extract, guess: Guess, column: Sequence[str], seen: dict[str, list[Callable[[], Words]]]
) -> tuple[RowsDoubt, ...]:
    """Return the doubts about the cells of a column, each kind once with all its rows."""
    rows: dict[Callable[[], Words], list[int]] = {}
    odd = {text for text, kinds in seen.items() if kinds}
    if odd:
        for number, text in zip(extract.numbers, column, strict=True):
            if text in odd:
                for kind in seen[text]:
                    rows.setdefault(kind, []).append(number)
    return tuple(RowsDoubt.at(kind(), extract.label, column=guess.label, rows=found) for kind, found in rows.items())
