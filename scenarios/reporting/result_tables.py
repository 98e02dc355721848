"""A comparison as tables for a spreadsheet: one row a thing, the structure named in every row.

Columns that are not known hold a question mark, as in the cells of a case; columns that do not apply are blank.
Change this when a result says something more that belongs in a table.
"""

from collections.abc import Iterator, Mapping, Sequence

from scenarios.comparing.result import StructureResult
from scenarios.reporting.amounts import NOT_KNOWN
from scenarios.reporting.finding_words import sentences
from scenarios.reporting.same_posts import ANCHOR_WORDS
from scenarios.reporting.saving_words import effect_words

Cell = str | int | float | None
Cells = Mapping[str, Cell]
Table = tuple[tuple[str, ...], list[Cells]]

WHICH = ("option", "branch", "answer")
COLUMNS: dict[str, tuple[str, ...]] = {
    "structures.csv": (
        *("status", "standing", "reason", "posts", "fte", "cost a year", "price base", "saving"),
        *("once low", "once expected", "once high", "payback years"),
        *("people in scope", "at risk", "section 188 low", "section 188 high", "without change", "slotted in"),
        *("displaced at least", "displaced at most"),
        *("posts deleted", "filled deleted", "vacant deleted", "posts created"),
        *("uncovered fte", "fte without work", "absorbed fte", "findings", "what the checker found"),
        *("others do as well", "settled", "why none", "not known"),
    ),
    "posts.csv": ("team", "role", "grade", "posts", "fte", "cost a year"),
    "people.csv": ("what", "groups", "roles", "people", "posts", "displaced at least", "displaced at most"),
    "work.csv": ("work", "team", "role", "fte"),
    "saving.csv": ("by", "name", "effect", "saving", "cost"),
    "ledger.csv": (
        *("what", "team", "role", "count", "fte", "formula", "pounds"),
        *("source", "basis", "price base", "funding"),
    ),
    "must-be-true.csv": ("assumption", "value", "low", "high", "breaks at", "side", "then"),
}
"""The tables by file name, each with its columns after those that say which structure a row is about."""


def tables_of(structures: Sequence[StructureResult], parts: Sequence[str | None] | None = None) -> dict[str, Table]:
    """Return every table by file name: its columns, and its rows in the order of the results.

    Args:
        structures: what the tables are about.
        parts: which part of its answer each structure is, where anchors do not tell them apart.
    """
    rows: dict[str, list[Cells]] = {name: [] for name in COLUMNS}
    for answer, part in zip(structures, parts or [None] * len(structures), strict=True):
        which = dict(zip(WHICH, (answer.option, answer.branch, _answer(answer, part)), strict=True))
        for name, found in _rows(answer):
            rows[name].append({**which, **found})
    return {name: ((*WHICH, *columns), rows[name]) for name, columns in COLUMNS.items()}


def _answer(answer: StructureResult, part: str | None) -> str | None:
    told = [words for words in (ANCHOR_WORDS.get(answer.anchor or ""), part) if words is not None]
    return ", ".join(told) or None


def _rows(answer: StructureResult) -> Iterator[tuple[str, Cells]]:
    yield "structures.csv", _structure(answer)
    for line in answer.lines:
        cost = _known(line.annual_cost)
        figures = {"posts": line.posts, "fte": line.fte, "cost a year": cost}
        yield "posts.csv", {"team": line.team, "role": line.role, "grade": _known(line.grade), **figures}
    yield from (("people.csv", row) for row in _people(answer))
    yield from (("work.csv", row) for row in _work(answer))
    yield from (("saving.csv", row) for row in _saving(answer))
    for entry in answer.ledger:
        cells = {name.replace("_", " "): value for name, value in entry.model_dump().items()}
        yield "ledger.csv", {**cells, "pounds": _known(entry.pounds)}
    for need in answer.depends_on:
        yield "must-be-true.csv", {name.replace("_", " "): value for name, value in need.model_dump().items()}


def _known(value: Cell) -> Cell:
    return NOT_KNOWN if value is None else value


def _structure(answer: StructureResult) -> Cells:
    cells: dict[str, Cell] = {
        "status": answer.status.replace("_", " "),
        "standing": answer.standing,
        "reason": answer.reason,
        "settled": _yes_no(answer.proven),
        "why none": " ".join(answer.reasons) or None,
        "not known": "; ".join(answer.unknown) or None,
    }
    if answer.posts is None:
        return cells
    return {**cells, **_counts(answer), **_money(answer), **_people_counts(answer)}


def _yes_no(value: bool) -> str:  # noqa: FBT001 - the value itself is what is written
    return "yes" if value else "no"


def _counts(answer: StructureResult) -> Cells:
    gone, verdict = answer.posts_deleted, answer.verdict
    return {
        "posts": answer.posts,
        "fte": answer.fte,
        "posts deleted": NOT_KNOWN if gone is None else gone.total,
        "filled deleted": NOT_KNOWN if gone is None else _known(gone.filled),
        "vacant deleted": NOT_KNOWN if gone is None else _known(gone.vacant),
        "posts created": answer.posts_created,
        "uncovered fte": answer.uncovered_fte,
        "fte without work": answer.idle_fte,
        "absorbed fte": answer.absorbed_fte,
        "findings": None if verdict is None else len(verdict.findings),
        "what the checker found": " ".join(sentences(answer)) or None,
        "others do as well": _yes_no(answer.ties) if answer.status == "designed" else None,
    }


def _money(answer: StructureResult) -> Cells:
    once = answer.one_off
    return {
        "cost a year": _known(answer.annual_cost),
        "price base": answer.price_base,
        "saving": _known(answer.saving),
        "once low": NOT_KNOWN if once is None else once.low,
        "once expected": NOT_KNOWN if once is None else once.expected,
        "once high": NOT_KNOWN if once is None else once.high,
        "payback years": "never" if answer.pays_back is False else _known(answer.payback_years),
    }


def _people_counts(answer: StructureResult) -> Cells:
    told = answer.people
    if told is None:
        return {}
    return {
        "people in scope": told.in_scope,
        "at risk": told.at_risk,
        "section 188 low": _known(told.s188.low),
        "section 188 high": told.s188.high,
        "without change": told.no_change,
        "slotted in": told.slot_in,
        "displaced at least": told.displaced_at_least,
        "displaced at most": told.displaced_at_most,
    }


def _people(answer: StructureResult) -> Iterator[Cells]:
    """Yield staff groups with their ranges, and ring-fences as people for posts."""
    for group in answer.groups:
        ends = {"displaced at least": group.displaced_low, "displaced at most": group.displaced_high}
        yield {"what": "staff group", "groups": group.group, "people": group.people, **ends}
    for line in answer.ring_fences:
        who = {"groups": "; ".join(line.groups), "roles": "; ".join(line.roles)}
        least = {"displaced at least": line.unplaced_at_least}
        yield {"what": "ring-fence", **who, "people": line.people, "posts": line.posts, **least}


def _work(answer: StructureResult) -> Iterator[Cells]:
    """Yield who does how much of each block, and what is left uncovered: the rows of a block add up to its need."""
    for block in answer.coverage:
        for team, role, fte in block.by:
            yield {"work": block.work, "team": team, "role": role, "fte": fte}
        if block.delivered < block.demand:
            yield {"work": block.work, "role": "left uncovered", "fte": round(block.demand - block.delivered, 3)}


def _saving(answer: StructureResult) -> Iterator[Cells]:
    for by, parts in (("source", answer.saving_by_source), ("funding", answer.saving_by_funding)):
        for part in parts:
            yield {"by": by, "name": part.source, "effect": effect_words(part), "saving": _known(part.pounds)}
    for year in sorted(answer.cost_by_year):
        saving = _known(answer.saving_by_year.get(year))
        yield {"by": "year", "name": year, "saving": saving, "cost": _known(answer.cost_by_year[year])}
