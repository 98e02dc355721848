"""Who reports to whom in an organogram: posts at the top, orphans, references used twice, rings.

Rules: design.md section 3: reported, not dropped or guessed. Eliminated posts are looked at too, because posts of
today may still report to them.
Change this when something else can be wrong with reporting lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scenarios.importing import organogram_doubts
from scenarios.importing.import_doubts import RowsDoubt
from scenarios.importing.returns import ROOTS, Return, ReturnRow


def line_doubts(senior: Return, junior: Return) -> list[RowsDoubt]:
    """Return what is odd about the reporting lines of both files."""
    by_reference: dict[str, list[ReturnRow]] = {}
    for row in senior.rows:
        if row.reference:
            by_reference.setdefault(row.reference.casefold(), []).append(row)
    return [
        *_references(senior, by_reference),
        *_tops(senior),
        *_upwards(senior, by_reference),
        *_upwards(junior, by_reference),
        *_rings(senior, by_reference),
    ]


def doubled_references(rows: Sequence[ReturnRow]) -> frozenset[str]:
    """Return the references, without case, that more than one post of today has."""
    counts = Counter(row.reference.casefold() for row in rows if row.exists and row.reference)
    return frozenset(reference for reference, count in counts.items() if count > 1)


def _at_top(row: ReturnRow) -> bool:
    return row.reports_to.casefold() in ROOTS


Known = dict[str, list[ReturnRow]]


def _references(senior: Return, known: Known) -> list[RowsDoubt]:
    doubts = [
        RowsDoubt.at(organogram_doubts.reference_twice(), senior.label, rows=(row.number for row in rows))
        for rows in known.values()
        if len(rows) > 1
    ]
    without = [row.number for row in senior.rows if not row.reference]
    return doubts + [RowsDoubt.at(organogram_doubts.no_reference(), senior.label, rows=without)] * bool(without)


def _tops(senior: Return) -> list[RowsDoubt]:
    tops = [row.number for row in senior.rows if row.exists and _at_top(row)]
    if not any(_at_top(row) for row in senior.rows):
        return [RowsDoubt.at(organogram_doubts.no_root(), senior.label)]
    if len(tops) > 1:
        return [RowsDoubt.at(organogram_doubts.several_roots(len(tops)), senior.label, rows=tops)]
    return []


def _upwards(file: Return, known: Known) -> list[RowsDoubt]:
    """Return doubts about what the posts of a file report to."""
    rows: dict[str, list[int]] = {"orphan": [], "eliminated": [], "vacant": [], "spelt": []}
    for row in file.rows:
        if row.kind == "senior" and _at_top(row):
            continue
        leads = known.get(row.reports_to.casefold())
        if leads is None:
            rows["orphan"].append(row.number)
            continue
        if not any(lead.exists for lead in leads) and row.exists:
            rows["eliminated"].append(row.number)
        elif all(lead.holder == "vacant" for lead in leads) and row.exists:
            rows["vacant"].append(row.number)
        if all(lead.reference != row.reports_to for lead in leads):
            rows["spelt"].append(row.number)
    words = {
        "orphan": organogram_doubts.orphan(),
        "eliminated": organogram_doubts.reports_to_eliminated(),
        "vacant": organogram_doubts.reports_to_vacant(),
        "spelt": organogram_doubts.reference_spelt(),
    }
    return [RowsDoubt.at(words[what], file.label, rows=found) for what, found in rows.items() if found]


def _rings(senior: Return, known: Known) -> list[RowsDoubt]:
    """Return a doubt for every ring of posts that report to each other."""
    above = {reference: rows[0].reports_to.casefold() for reference, rows in known.items()}
    settled: set[str] = set()
    doubts = []
    for start in sorted(above):
        way: list[str] = []
        at = start
        while at in above and at not in settled and at not in way:
            way.append(at)
            at = above[at]
        if at in way:
            ring = way[way.index(at) :]
            numbers = [row.number for reference in ring for row in known[reference]]
            doubts.append(RowsDoubt.at(organogram_doubts.loop(len(ring)), senior.label, rows=numbers))
        settled.update(way)
    return doubts
