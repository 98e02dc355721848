"""What `check` says of a case, and of a case with faults, as documents that every door shows.

Change this when check has to say something more; what it says is worked out in the files beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from pydantic import Field

from scenarios.checking.guesses import guesses_of
from scenarios.checking.questions import questions_of
from scenarios.comparing.result import Frozen
from scenarios.schema.canonical import canonical, digest
from scenarios.schema.case import Case
from scenarios.schema.derive import default_options
from scenarios.schema.faults import ScenarioFaults, Trouble
from scenarios.schema.options import Option


class TroubleLine(Frozen):
    """One thing wrong or odd in the data: where it is, what stands there, and what to do."""

    sheet: str = Field(description="File or sheet.")
    row: int | None = Field(description="Row from 1; null: the whole sheet.")
    column: str | None
    cell: str | None = Field(description="Its address in a workbook, such as B7.")
    value: str = Field(description="What stands there.")
    message: str = Field(description="What is wrong or odd, and what to do.")
    against: str | None = Field(description="The other place, where two disagree.")
    code: str = Field(description="The kind of trouble; stays the same when its words change.")


class GuessLine(Frozen):
    """A figure, name, date or yes/no that is assumed or not known.

    `movable`: it has a range within which compare moves it, to see what must be true.
    """

    sheet: str
    figure: str = Field(description="Where it stands, as what must be true calls it.")
    words: str = Field(description="What it is, for readers who do not know the sheets.")
    value: str = Field(description="As written in the cell: ~6 (4..8), or ?.")
    known: bool
    movable: bool
    source: str


class OptionLine(Frozen):
    """An option of the case, stated or suggested by its tables."""

    option: str
    kind: str
    standing: str
    title: str | None


class OpenLine(Frozen):
    """A sheet that is not there, the step it belongs to, and what it would answer."""

    step: int
    sheet: str
    opens: str


class CheckDocument(Frozen):
    """A case without faults: its doubts, what is not read, what it rests on, its options, what more it could answer."""

    case: str
    title: str
    input_digest: str
    faults: tuple[TroubleLine, ...] = Field(description="Empty: a case with faults is a document of faults.")
    doubts: tuple[TroubleLine, ...]
    not_read: tuple[str, ...]
    assumptions: tuple[GuessLine, ...]
    options: tuple[OptionLine, ...]
    opens: tuple[OpenLine, ...]


class FaultsDocument(Frozen):
    """Every fault of a case at once, and the doubts found beside them."""

    faults: tuple[TroubleLine, ...]
    doubts: tuple[TroubleLine, ...]


def check_document(case: Case) -> CheckDocument:
    """Return what check says of a case.

    Args:
        case: a case without faults, with the proof-reader's doubts.
    """
    scenario = case.scenario
    return CheckDocument(
        case=scenario.header.name,
        title=scenario.header.title,
        input_digest=digest(scenario),
        faults=(),
        doubts=trouble_lines(case.doubts),
        not_read=case.not_read,
        assumptions=tuple(GuessLine(**asdict(guess)) for guess in guesses_of(canonical(scenario))),
        options=tuple(_option(option) for option in scenario.options or default_options(scenario)),
        opens=tuple(OpenLine(**asdict(question)) for question in questions_of(case)),
    )


def faults_document(found: ScenarioFaults) -> FaultsDocument:
    """Return every fault of a case, and the doubts found beside them."""
    return FaultsDocument(faults=trouble_lines(found.faults), doubts=trouble_lines(found.doubts))


def trouble_lines(found: Sequence[Trouble]) -> tuple[TroubleLine, ...]:
    """Return troubles as lines of a document, in their order."""
    return tuple(TroubleLine(**asdict(trouble)) for trouble in found)


def _option(option: Option) -> OptionLine:
    return OptionLine(option=option.option, kind=option.kind, standing=option.standing, title=option.title)
