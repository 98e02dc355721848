"""Posts without a grade beside others of their title that have one, told by their rows.

Rules: design.md section 3: what is not given is left blank and never guessed.
Change this when a blank grade is taken from somewhere else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scenarios.importing import reading_doubts
from scenarios.importing.extract import Extract
from scenarios.importing.guess import Guess
from scenarios.importing.import_doubts import RowsDoubt
from scenarios.importing.uses import Use


def blank_grades(extract: Extract, words: Mapping[Use, Sequence[str]], by_use: Mapping[Use, Guess]) -> list[RowsDoubt]:
    """Return a doubt for every title of which some rows have a grade and others none.

    Args:
        extract: the extract.
        words: the kept columns of words, record by record.
        by_use: the column of each single use.
    """
    if Use.GRADE not in words:
        return []
    grades: dict[str, set[str]] = {}
    bare: dict[str, list[int]] = {}
    for number, title, grade in zip(extract.numbers, words[Use.TITLE], words[Use.GRADE], strict=True):
        grades.setdefault(title, set()).add(grade)
        if not grade:
            bare.setdefault(title, []).append(number)
    doubts = []
    for title in sorted(bare):
        others = sorted(grades[title] - {""})
        if others:
            kind = reading_doubts.grade_blank(title, " or ".join(others))
            doubts.append(RowsDoubt.at(kind, extract.label, column=by_use[Use.GRADE].label, rows=bare[title]))
    return doubts
