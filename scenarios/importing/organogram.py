"""A published organogram to step 1 of a case: posts of today, everything as printed beside them, and control totals.

Rules: design.md section 3 (`import organogram`). posts.csv holds the posts of today; organogram.csv every row of both
files, eliminated posts included, with references, reporting lines and the ends of the pay scales. Pay is a range
without on-costs, so a cost is written as `? (minimum..maximum)`: unknown, between two ends.
Change this when an import of returns writes something more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from pathlib import Path

from scenarios.importing import amounts, organogram_doubts
from scenarios.importing.control_totals import ControlTotals, decimal_text, totals_of
from scenarios.importing.extract import Extract
from scenarios.importing.extract_files import Read, read_extract
from scenarios.importing.import_doubts import RowsDoubt, left_out
from scenarios.importing.names_in_text import Names, named_by
from scenarios.importing.posts_file import ORGANOGRAM, POSTS, PostCells, in_order, posts_csv
from scenarios.importing.reporting_lines import doubled_references, line_doubts
from scenarios.importing.returns import RETURN_HEADERS, Return, ReturnRow, person_words, read_return
from scenarios.importing.spellings import Fold, Folded, fold, grade_key
from scenarios.importing.written_head import sealed_head
from scenarios.reading.csv_text import write_csv
from scenarios.reading.folder import HEAD
from scenarios.reading.yaml_text import write_yaml
from scenarios.schema.columns import Kind
from scenarios.schema.faults import ScenarioFaults
from scenarios.schema.units import print_number

SOURCE = "organogram return"
NOTE = "Costs are ranges: pay at the minimum to the maximum of the scale, without on-costs."
UNNAMED = "Organisation to be named"
COLUMNS = (
    *("file", "row", "reference", "reports to", "title", "grade as printed", "grade", "unit", "organisation"),
    *("fte", "pay minimum", "pay maximum", "holder"),
)
UNKNOWN = "?"


@dataclass(frozen=True)
class OrganogramImport:
    """What the two files of an organogram came to."""

    rows: tuple[ReturnRow, ...]
    """Senior rows, then junior rows, in the order of the files."""
    grades: Folded
    doubts: tuple[RowsDoubt, ...]

    @property
    def folds(self) -> tuple[Fold, ...]:
        """Grades in several spellings."""
        return self.grades.folds

    def totals(self, *, kind: str | None = None, holder: str | None = None) -> ControlTotals:
        """Return the control totals of the rows as read: of all, or of one file or one kind of holder."""
        return totals_of(
            row for row in self.rows if (kind is None or row.kind == kind) and (holder is None or row.holder == holder)
        )

    def lines(self) -> list[PostCells]:
        """Return the lines of posts of today."""
        doubled = doubled_references(self.rows)
        organisations = {row.organisation for row in self.rows if row.organisation}
        return [self._line(row, doubled=doubled, several=len(organisations) > 1) for row in self.rows if row.exists]

    def _line(self, row: ReturnRow, *, doubled: frozenset[str], several: bool) -> PostCells:
        size = None if row.fte is None else amounts.milli(row.fte)
        filled = {"filled": "1", "vacant": "0"}.get(row.holder, UNKNOWN)
        occupied = {"filled": UNKNOWN if size is None else print_number(size, Kind.FTE), "vacant": "0"}
        return PostCells(
            post_number="" if row.reference.casefold() in doubled else row.reference,
            title=row.title,
            team=row.unit,
            grade=self.grades.name_of.get(row.grade, ""),
            posts="1" if row.kind == "senior" else "",
            fte=UNKNOWN if size is None else print_number(size, Kind.FTE),
            people=filled if row.kind == "senior" else UNKNOWN,
            occupied_fte=occupied.get(row.holder, "") if row.kind == "senior" else "",
            cost=_cost(row),
            employer=row.organisation if several else "",
        )

    def files(self, name: str) -> dict[str, str]:
        """Return the text of the files of a case, by name.

        Args:
            name: the short name of the case.

        Raises:
            ScenarioFaults: there are more posts than a case may have.
        """
        organisations = Counter(row.organisation for row in self.rows if row.organisation)
        authority = min(organisations, key=lambda each: (-organisations[each], each)) if organisations else UNNAMED
        head = {"name": name, "title": "Posts of a published organogram", "authority": authority, "note": NOTE}
        return {
            HEAD: sealed_head(write_yaml({**head, "sources": {"posts": SOURCE}})),
            POSTS: posts_csv(in_order(self.lines()), SOURCE),
            ORGANOGRAM: write_csv(COLUMNS, [self._cells(row) for row in self.rows]),
        }

    def _cells(self, row: ReturnRow) -> list[str]:
        """Return a row as organogram.csv holds it."""
        pay = [UNKNOWN if end is None else decimal_text(Fraction(end, 100)) for end in (row.low_pence, row.high_pence)]
        fte = UNKNOWN if row.fte is None else decimal_text(row.fte)
        names = [row.reference, row.reports_to, row.title, row.grade, self.grades.name_of.get(row.grade, "")]
        return [row.kind, str(row.number), *names, row.unit, row.organisation, fte, *pay, row.holder]


def import_organogram(senior: Path, junior: Path) -> OrganogramImport:
    """Return what the two files of a published organogram come to.

    Args:
        senior: the file of senior posts, CSV or .xlsx.
        junior: the file of junior posts.

    Raises:
        ScenarioFaults: a file cannot be used; carries every fault of both.
    """
    faults: list[ScenarioFaults] = []
    reads = [_read(path, faults) for path in (senior, junior)]
    if faults:
        raise ScenarioFaults([fault for found in faults for fault in found.faults])
    (upper, upper_doubts), (lower, lower_doubts) = (read for read in reads if read is not None)
    names = named_by(person_words(upper))
    seniors, juniors = _both(upper, lower, names)
    rows = (*seniors.rows, *juniors.rows)
    doubts = [
        *(*upper_doubts, *lower_doubts, *seniors.doubts, *juniors.doubts),
        *line_doubts(seniors, juniors),
        *(doubt for file in (seniors, juniors) for doubt in _scales(file)),
        *(doubt for extract in (upper, lower) for doubt in _left_out(extract)),
        RowsDoubt.at(organogram_doubts.people_of_junior(), juniors.label),
    ]
    grades = fold(Counter(row.grade for row in rows if row.grade), grade_key)
    return OrganogramImport(rows, grades, tuple(sorted(doubts, key=lambda doubt: doubt.order)))


def _read(path: Path, faults: list[ScenarioFaults]) -> Read | None:
    try:
        return read_extract(path, RETURN_HEADERS)
    except ScenarioFaults as found:
        faults.append(found)
        return None


def _both(upper: Extract, lower: Extract, names: Names) -> tuple[Return, Return]:
    """Return both files read; the faults of both are raised together."""
    faults: list[ScenarioFaults] = []
    files: list[Return] = []
    for extract, kind in ((upper, "senior"), (lower, "junior")):
        try:
            files.append(read_return(extract, "senior" if kind == "senior" else "junior", names))
        except ScenarioFaults as found:
            faults.append(found)
    if faults:
        raise ScenarioFaults([fault for found in faults for fault in found.faults])
    return files[0], files[1]


def _cost(row: ReturnRow) -> str:
    """Return the cost of a line as a cell: a range without a value, or nothing where an end is not known."""
    if row.fte is None or row.low_pence is None or row.high_pence is None or row.low_pence > row.high_pence:
        return UNKNOWN
    low, high = floor(row.fte * row.low_pence), ceil(row.fte * row.high_pence)
    return f"{UNKNOWN} ({print_number(low, Kind.MONEY)}..{print_number(high, Kind.MONEY)})"


def _scales(file: Return) -> Iterable[RowsDoubt]:
    """Yield a doubt for each grade as printed that has different pay in one file of lines."""
    if not file.rows or file.rows[0].kind == "senior":
        return
    pay: dict[str, dict[tuple[int, int], list[int]]] = {}
    for row in file.rows:
        if row.grade and row.low_pence is not None and row.high_pence is not None:
            pay.setdefault(row.grade, {}).setdefault((row.low_pence, row.high_pence), []).append(row.number)
    for grade, scales in sorted(pay.items()):
        if len(scales) > 1:
            rows: Sequence[int] = [number for numbers in scales.values() for number in numbers]
            yield RowsDoubt.at(organogram_doubts.two_scales(grade), file.label, rows=rows)


def _left_out(extract: Extract) -> Iterable[RowsDoubt]:
    """Yield doubts about rows of a file that are no records."""
    rows: dict[str, list[int]] = {}
    for what, row in extract.left_out:
        rows.setdefault(what, []).append(row)
    for what, numbers in rows.items():
        yield RowsDoubt.at(left_out(what), extract.label, rows=numbers)
