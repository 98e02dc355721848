"""`restructure check`: what is wrong or odd in a case, what it rests on, and what more it could answer.

Change this when check has to say something more about a case.
"""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from api.cli.annotated_copy import copy_of
from api.cli.case_argument import read_case
from api.cli.flags import CaseName, Json
from api.cli.json_text import print_json
from api.cli.screen import indented, screen, words
from api.cli.trouble import print_trouble
from scenarios.checking.document import check_document
from scenarios.checking.guesses import Guess, guesses_of
from scenarios.checking.questions import Question, questions_of
from scenarios.proofreading.proofread import proofread
from scenarios.schema.derive import default_options

Copied = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="FILE.xlsx", help="Write a copy of the workbook with comments in its cells."
    ),
]


def check(case: CaseName, *, output: Copied = None, as_json: Json = False) -> None:
    """Check the data of a case and say what it rests on.

    Faults are told all at once, each with its place and what to do; then doubts, each with the two places that
    disagree; columns not read, what is assumed or not known, the options there are, and the questions that each
    further sheet would open. With -o, a copy of an Excel workbook has each fault and doubt as a comment on its cell.
    """
    copy = copy_of(case, output)
    held = proofread(read_case(case, as_json=as_json, told=None if copy is None else copy.write))
    if copy is not None:
        copy.write(held.doubts)
    scenario = held.scenario
    options = scenario.options or default_options(scenario)
    if as_json:
        print_json(check_document(held).model_dump(mode="json"))
        return
    console = screen()
    console.print(words(f"{scenario.header.title} ({scenario.header.name})", "bold"))
    console.print(words("No faults."))
    if held.doubts:
        print_trouble(console, "Doubts: usable, but look", held.doubts)
    else:
        console.print(words("No doubts."))
    if held.not_read:
        console.print(words(f"Not read: {len(held.not_read)}", "bold"))
        for name in held.not_read:
            console.print(words(f"  {name}"), soft_wrap=True)
    _print_guesses(console, guesses_of(scenario))
    console.print(words(f"Options: {len(options)}", "bold"))
    for option in options:
        title = f": {option.title}" if option.title else ""
        console.print(indented(f"{option.option} [{option.kind}, {option.standing}]{title}"))
    _print_questions(console, questions_of(held))


def _print_guesses(console: Console, guesses: tuple[Guess, ...]) -> None:
    """Print what is assumed or not known, under the reason given for it, in the marks of the case's cells."""
    kinds = (
        ("Assumed with a range: compare moves each to see what must be true", [g for g in guesses if g.movable]),
        ("Assumed, without a range", [g for g in guesses if g.known and not g.movable]),
        ("Not known", [g for g in guesses if not g.known]),
    )
    for heading, found in kinds:
        console.print(words(f"{heading}: {len(found)}", "bold"))
        reasons: dict[tuple[str, str], list[Guess]] = {}
        for guess in found:
            reasons.setdefault((guess.sheet, guess.source), []).append(guess)
        for (sheet, source), together in reasons.items():
            console.print(words(f"  {sheet}: {source or 'no reason given'}", "dim"), soft_wrap=True)
            for guess in together:
                console.print(words(f"    {guess.figure}: {guess.value}"), soft_wrap=True)


def _print_questions(console: Console, questions: tuple[Question, ...]) -> None:
    """Print what each sheet that is not there would let the case answer."""
    console.print(words(f"Further sheets, and what each would answer: {len(questions)}", "bold"))
    for question in questions:
        console.print(indented(f"step {question.step}, {question.sheet}: {question.opens}"))
