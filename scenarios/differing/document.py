"""What differs between two cases as one document that every door shows.

Change this when two cases can be told apart in something more; the differences are found in the files beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Literal

from pydantic import Field

from scenarios.comparing.result import Anchor, Frozen
from scenarios.differing.answers import AnswerChange
from scenarios.differing.facts import Unit, Value
from scenarios.differing.inputs import RowChange, SealedChange
from scenarios.schema.canonical import digest
from scenarios.schema.case import Case

Kind = Literal["added", "removed", "changed"]


class CaseHead(Frozen):
    """Which case it is, in which version."""

    case: str
    title: str
    input_digest: str


class CellDiff(Frozen):
    """One cell that differs: as written on each side (null: blank), and where it stands (null: no such row)."""

    column: str
    before: str | None
    after: str | None
    before_at: str | None
    after_at: str | None


class RowDiff(Frozen):
    """A row that only one case has, with all its cells, or one that differs, with those that do."""

    sheet: str
    row: str
    change: Kind
    cells: tuple[CellDiff, ...]


class SealedDiff(Frozen):
    """How many rows of a sealed sheet differ: nothing that stands in them."""

    sheet: str
    added: int
    removed: int
    changed: int


class FactDiff(Frozen):
    """One figure or sentence of an answer that differs, in its unit."""

    part: str
    name: str
    measure: str
    unit: Unit
    change: Kind
    before: Value
    after: Value


class AnswerDiff(Frozen):
    """A structure that only one case has (then with nothing more), or that differs."""

    option: str
    branch: str | None
    anchor: Anchor | None
    change: Kind
    facts: tuple[FactDiff, ...]


class DiffDocument(Frozen):
    """Everything that differs between two cases: `a` as it was, `b` as it is now."""

    a: CaseHead
    b: CaseHead
    same_input: bool
    same_answer: bool | None = Field(description="null: no answers were worked out.")
    input: tuple[RowDiff, ...]
    sealed: tuple[SealedDiff, ...]
    answer: tuple[AnswerDiff, ...] | None = Field(description="null: no answers were worked out.")


def diff_document(
    cases: tuple[Case, Case],
    stated: Sequence[RowChange],
    sealed: Sequence[SealedChange],
    came_out: Sequence[AnswerChange] | None,
) -> DiffDocument:
    """Return what differs between two cases.

    Args: the case as it was and as it is now; what they state otherwise; rows of sealed sheets that differ; what comes
    out otherwise, None where no answers were worked out.
    """
    before, after = (_head(case) for case in cases)
    return DiffDocument(
        a=before,
        b=after,
        same_input=not (stated or sealed),
        same_answer=None if came_out is None else not came_out,
        input=tuple(RowDiff.model_validate(asdict(change)) for change in stated),
        sealed=tuple(SealedDiff(**asdict(change)) for change in sealed),
        answer=None if came_out is None else tuple(AnswerDiff.model_validate(asdict(each)) for each in came_out),
    )


def _head(case: Case) -> CaseHead:
    header = case.scenario.header
    return CaseHead(case=header.name, title=header.title, input_digest=digest(case.scenario))
