"""`restructure stress`: what gives in each structure where things turn out otherwise than planned.

Change this when stress is asked for in another way, or written to other files.
"""

from collections.abc import Mapping
from typing import Annotated

import typer

from api.cli.answering import Wish
from api.cli.exploring import Reading, explore
from api.cli.flags import CaseName
from api.cli.lazy import load
from api.cli.stress_words import stress_parts
from api.cli.wishing import with_shared_flags
from scenarios.comparing.result import FindingLine
from scenarios.exploring.result import Explored
from scenarios.exploring.stress import StressAnswer
from scenarios.reporting.amounts import NOT_KNOWN
from scenarios.reporting.result_tables import Cells
from scenarios.reporting.result_tables import Table as Rows
from scenarios.reporting.same_posts import ANCHOR_WORDS
from scenarios.runs.stress import StressAsked

Name = Annotated[
    str | None,
    typer.Option("--option", metavar="NAME", help="Option to ask about; every option, set aside or not, without it."),
]
TABLE = "stress.csv"
CSV_TEXT = "scenarios.reporting.csv_text:csv_text"
COLUMNS = (
    *("option", "branch", "answer", "variation", "rules broken", "rules broken anew", "rules broken further"),
    *("uncovered fte", "uncovered fte more", "displaced at least", "displaced at most", "displaced more"),
    *("cost a year", "cost more", "the design"),
)


@with_shared_flags
def stress(case: CaseName, option: Name = None, *, wish: Wish) -> None:
    """Hold every structure against what the case declares may vary: demand, pay award, ceiling, leavers.

    Each is tried at both ends of its range, and all together at their worst. What may vary is stated in the sheet
    limits, as 'stress: demand' with a range. With -o, a table is written.
    """
    reading = Reading("stress", stress_parts, _files, frozenset({TABLE}))
    explore(case, StressAsked(option=option, effort=wish.effort), wish, reading)


def _files(found: Explored[StressAnswer]) -> Mapping[str, str]:
    return {TABLE: load(CSV_TEXT)(_table(found))}


def _table(found: Explored[StressAnswer]) -> Rows:
    """One row for each structure under each variation, and as things are."""
    rows: list[Cells] = []
    for answer in found.answers:
        which = {"option": answer.option, "branch": answer.branch, "answer": ANCHOR_WORDS.get(answer.anchor or "")}
        if answer.as_things_are is None:
            rows.extend({**which, "variation": each.variation, "the design": each.design} for each in answer.held)
            continue
        for each in (answer.as_things_are, *answer.held):
            rows.append(
                {
                    **which,
                    "variation": each.variation or "as things are",
                    "rules broken": _messages(each.breaks),
                    "rules broken anew": _messages(each.breaks_anew),
                    "rules broken further": _messages(each.breaks_further),
                    "uncovered fte": each.uncovered_fte,
                    "uncovered fte more": each.uncovered_more_fte,
                    "displaced at least": each.displaced,
                    "displaced at most": each.displaced_at_most,
                    "displaced more": each.displaced_more,
                    "cost a year": NOT_KNOWN if each.annual_cost is None else each.annual_cost,
                    "cost more": NOT_KNOWN if each.annual_cost is None else each.cost_more,
                    "the design": each.design,
                }
            )
    return COLUMNS, rows


def _messages(findings: tuple[FindingLine, ...]) -> str:
    return "; ".join(finding.message for finding in findings)
