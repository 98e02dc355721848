"""What design and compare share: ask the office, show progress, stop on Ctrl-C, print and write what came out.

Change this when an answer can be asked for, or handed over, in another way.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import typer

from api.cli.case_argument import read_case
from api.cli.exit_codes import ENDINGS
from api.cli.interrupt import stoppable
from api.cli.json_text import print_json
from api.cli.lazy import load
from api.cli.progress import ProgressLine
from api.cli.report import Report, parts
from api.cli.result_folder import require_free
from api.cli.screen import refusal, screen, tell
from api.cli.workers import workers
from scenarios.comparing.answers import Asking
from scenarios.comparing.result import Comparison
from scenarios.runs.answering import RunAnswer, require, with_effort
from scenarios.runs.answering import answer as ask
from scenarios.runs.question import Document, RunQuestion, State
from scenarios.runs.refused import RunRefused
from scenarios.schema.case import Case
from solver.engine import Settings, Stop
from solver.search import Watch

T = TypeVar("T")

WRITER = "api.cli.result_files:write_files"
STOPPED = "Stopped early: what is marked 'not settled' is what was found so far, and what must be true is not complete."


@dataclass(frozen=True)
class Wish:
    """How answers are worked out and handed over; `short` asks for the table alone."""

    as_json: bool
    output: Path | None
    effort: float | None
    progress: bool
    short: bool = False


@dataclass(frozen=True)
class Answered:
    """What came out, how it ended, and whether it was cut short by Ctrl-C."""

    report: Report
    state: State
    stopped: bool


def answer(case: Case, wish: Wish, asked: RunQuestion[Comparison]) -> Answered:
    """Work out a comparison, until done or stopped.

    Raises:
        typer.Exit: it cannot be asked of this case; it was said why (exit code 2).
    """
    found, stopped = run(case, asked, wish)
    notice = STOPPED if stopped else None
    report = Report(found.document, case.scenario.header.authority, notice, wish.short)
    return Answered(report, "undecided" if stopped else found.state, stopped)


def answer_and_end(case: str, asked: RunQuestion[Comparison], wish: Wish) -> None:
    """Read a case, work out a comparison of it, hand it over, and end the command as the answer ended.

    Raises:
        typer.Exit: always; with 2 or 3 where the case cannot be read or cannot be asked this.
    """
    held = read_case(case, as_json=wish.as_json)
    require_askable(held, asked)
    require_free(wish.output)
    answered = answer(held, wish, asked)
    hand_over(answered, wish)
    raise typer.Exit(ENDINGS[answered.state])


def run(case: Case, asked: RunQuestion[Document], wish: Wish) -> tuple[RunAnswer[Document], bool]:
    """Ask a question of a case, until its answer is there or stopped.

    Returns the answer, and whether it was cut short by Ctrl-C.

    Raises:
        typer.Exit: it cannot be asked of this case; it was said why (exit code 2).
    """
    require_askable(case, asked)
    return work_out(wish, lambda asking: ask(case, asked, asking))


def require_askable(case: Case, asked: RunQuestion[Any]) -> None:
    """End with words where a question cannot be asked of a case.

    Raises:
        typer.Exit: it cannot; it was said why, and what can be asked (exit code 2).
    """
    try:
        require(case, asked)
    except RunRefused as refused:
        raise refusal(refused.words) from refused


def work_out(wish: Wish, work: Callable[[Asking], T]) -> tuple[T, bool]:
    """Do what needs answers, with progress shown and other processes beside, until done or stopped.

    Args: how it is worked out; what is done, given how to ask.
    Returns what came out, and whether it was cut short by Ctrl-C.
    """
    stop, line = Stop(), ProgressLine(asked=wish.progress)
    watch = Watch(settings=with_effort(Settings(stop=stop), wish.effort), report=line.report)
    try:
        with workers() as each:
            asking = Asking(watch=watch, say=line.say, each=each)
            return stoppable(lambda: work(asking), stop), stop.asked
    finally:
        line.done()


def hand_over(answered: Answered, wish: Wish) -> None:
    """Print what came out, as text or as one JSON document, and write the files asked for.

    Raises:
        typer.Exit: the folder cannot be written (exit code 2).
    """
    report = answered.report
    if wish.as_json:
        print_json(report.comparison.model_dump(mode="json"))
    else:
        console = screen()
        for part in parts(report):
            console.print(part)
    if wish.output is None:
        return
    try:
        names = load(WRITER)(report, wish.output)
    except OSError as unwritable:
        raise refusal(f"{wish.output} cannot be written: {unwritable.strerror}") from unwritable
    tell(f"Written to {wish.output}: {', '.join(names)}")
