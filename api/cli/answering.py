"""What design and compare share: ask the office, show progress, stop on Ctrl-C, print and write what came out.

Change this when an answer can be asked for, or handed over, in another way.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from api.cli.interrupt import stoppable
from api.cli.json_text import print_json
from api.cli.lazy import load
from api.cli.progress import ProgressLine
from api.cli.report import Report, parts
from api.cli.screen import refusal, screen, tell
from api.cli.workers import workers
from scenarios.comparing.answers import Asking
from scenarios.comparing.result import Comparison
from scenarios.comparing.results import compare_case
from scenarios.proofreading.proofread import proofread
from scenarios.schema.case import Case
from scenarios.schema.derive import default_options
from scenarios.schema.nearness import meant
from scenarios.schema.options import Option
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
    """What came out, and whether it was cut short by Ctrl-C."""

    report: Report
    stopped: bool


def options_of(case: Case) -> tuple[Option, ...]:
    """Return the options of a case, stated or those its tables suggest."""
    return case.scenario.options or default_options(case.scenario)


def option_named(case: Case, name: str) -> Option:
    """Return the option of this name.

    Raises:
        typer.Exit: there is none; the options there are were printed (exit code 2).
    """
    options = {option.option: option for option in options_of(case)}
    if name in options:
        return options[name]
    near = meant(name, options)
    offer = f"; did you mean {near!r}?" if near else "."
    raise refusal(f"there is no option {name!r}{offer} The options are: {', '.join(options)}")


def given_named(case: Case, name: str) -> Option:
    """Return the option of this name that has posts of its own: one given by hand, or no change.

    Raises:
        typer.Exit: there is none, or it is to be designed; it was said which there are (exit code 2).
    """
    option = option_named(case, name)
    if option.kind != "designed":
        return option
    stated = ", ".join(each.option for each in options_of(case) if each.kind != "designed") or "none"
    raise refusal(
        f"{name!r} is to be designed: it has several answers or none, and no posts to stay near to. Write the posts "
        f"that were consulted on into the sheet proposed and name that; options with posts of their own: {stated}"
    )


def answer(case: Case, wish: Wish, *, options: tuple[str, ...] = (), near: str | None = None) -> Answered:
    """Work out the options asked for (all when none is named), until done or stopped."""

    def compared(asking: Asking) -> Comparison:
        return compare_case(case, replace(asking, options=options, near=near, break_evens=not wish.short))

    comparison, stopped = work_out(wish, compared)
    notice = STOPPED if stopped else None
    counted = comparison.model_copy(update={"doubts": len(proofread(case).doubts)})
    return Answered(Report(counted, case.scenario.header.authority, notice, wish.short), stopped)


def work_out(wish: Wish, work: Callable[[Asking], T]) -> tuple[T, bool]:
    """Do what needs answers, with progress shown and other processes beside, until done or stopped.

    Args: how it is worked out; what is done, given how to ask.
    Returns what came out, and whether it was cut short by Ctrl-C.
    """
    stop, line = Stop(), ProgressLine(asked=wish.progress)
    watch = Watch(settings=_settings(wish, stop), report=line.report)
    try:
        with workers() as each:
            asking = Asking(watch=watch, say=line.say, each=each)
            return stoppable(lambda: work(asking), stop), stop.asked
    finally:
        line.done()


def _settings(wish: Wish, stop: Stop) -> Settings:
    """Return settings with the effort asked for; both engines' limits shrink and grow together."""
    usual = Settings(stop=stop)
    if wish.effort is None:
        return usual
    nodes = max(1, round(usual.nodes * wish.effort / usual.effort))
    return replace(usual, effort=wish.effort, nodes=nodes)


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
