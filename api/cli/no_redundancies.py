"""`restructure no-redundancies`: what it would take that nobody is displaced, in posts, pounds and months.

Change this when the answer to "no compulsory redundancies" is told in another way.
"""

from collections.abc import Iterator

from rich.console import RenderableType

from api.cli.answering import Wish
from api.cli.exploring import OptionName, Reading, explore
from api.cli.flags import CaseName
from api.cli.screen import indented, words
from api.cli.wishing import with_shared_flags
from scenarios.exploring.displaced_words import displaced_words
from scenarios.exploring.no_redundancies import NoRedundanciesAnswer, RoleHeld
from scenarios.exploring.result import Explored
from scenarios.reporting.amounts import fte_text, pounds_text
from scenarios.runs.no_redundancies import NoRedundanciesAsked
from solver.wording import some

UNKNOWN_MONTHS = "months not known: type turnover in sheet limits"


@with_shared_flags
def no_redundancies(case: CaseName, option: OptionName = None, *, wish: Wish) -> None:
    """Say what no compulsory redundancies would take, in posts, pounds and months.

    For each option to design the cheapest structure that displaces nobody; given structures as they stand.
    """
    reading = Reading("no-redundancies", no_redundancies_parts)
    explore(case, NoRedundanciesAsked(option=option, effort=wish.effort), wish, reading)


def no_redundancies_parts(found: Explored[NoRedundanciesAnswer]) -> Iterator[RenderableType]:
    """Yield the short answer of each option and branch, and the steps that come before any dismissal."""
    for answer in found.answers:
        branch = f" ({answer.branch})" if answer.branch else ""
        yield words(f"\n{answer.option}{branch}", "bold underline")
        yield from map(words, answer.reasons)
        yield from map(words, _short(answer))
        yield from map(words, _structure(answer))
        if answer.steps:
            yield words("Before anybody is dismissed:")
        for number, step in enumerate(answer.steps, 1):
            yield indented(f"{number}. {step.step}: {step.words}")


def _short(answer: NoRedundanciesAnswer) -> Iterator[str]:
    """The answer in a sentence or two."""
    if answer.kind == "given":
        yield f"As it stands, people displaced: {_displaced(answer)}{_until(answer)}."
    elif answer.status == "undecided":
        yield "Not settled within the limits: there is no answer yet."
    elif answer.structure is None and answer.displaced == 0:
        kept = "The design displaces nobody at the least, if every claim succeeds, and takes nothing for that"
        yield f"{kept}; {_most(answer)}."
    elif answer.structure is not None:
        fewest = some(answer.displaced or 0, "person", "people")
        kept = "Nobody displaced" if not answer.displaced else f"Displacing {fewest} and no more"
        yield f"{kept} at the least, if every claim succeeds, takes {_taken(answer)}{_until(answer)}; {_most(answer)}."
        without = displaced_words(answer.displaced_without or 0, answer.displaced_without_at_most)
        yield f"People displaced by the design: {without}."


def _structure(answer: NoRedundanciesAnswer) -> Iterator[str]:
    """The structure told of: posts by role, with how many more than the design has, and money."""
    if answer.by_role:
        beside = (
            " (and how many more than the design)" if answer.structure is not None and answer.design is not None else ""
        )
        yield f"Posts by role{beside}: {', '.join(_role(each, beside=bool(beside)) for each in answer.by_role)}."
    if answer.annual_cost is not None:
        told = [f"{pounds_text(answer.annual_cost)} a year"]
        told.extend(_beside(answer.more_than_no_change, "no change"))
        told.extend(_beside(answer.beside_ceiling, "the ceiling"))
        yield f"Annual cost: {', '.join(told)}."


def _role(each: RoleHeld, *, beside: bool) -> str:
    more = (
        ""
        if not beside
        else ", as many"
        if not each.more
        else f", {abs(each.more)} {'more' if each.more > 0 else 'fewer'}"
    )
    return f"{each.role} {each.posts} ({fte_text(each.fte)} FTE{more})"


def _beside(more: float | None, what: str) -> Iterator[str]:
    """Yield how much more or less than something a year costs, where it is known."""
    if more is not None:
        yield f"{pounds_text(abs(more))} {'less' if more < 0 else 'more'} than {what}" if more else f"as much as {what}"


def _taken(answer: NoRedundanciesAnswer) -> str:
    more = answer.posts_more or 0
    idle = (
        f" ({fte_text(answer.idle_fte_more)} FTE without work beyond what may be spare)" if answer.idle_fte_more else ""
    )
    posts = f"{some(abs(more), 'post')} {'more' if more >= 0 else 'fewer'} than the design{idle}"
    if answer.above_ceiling is None:
        return f"{posts}, at a cost not known"
    above = (
        f"{pounds_text(answer.above_ceiling)} a year above the ceiling"
        if answer.above_ceiling
        else "within the ceiling"
    )
    return f"{posts}, {above}"


def _until(answer: NoRedundanciesAnswer) -> str:
    people = answer.displaced if answer.kind == "given" else answer.displaced_without
    if not people:
        return ""
    if answer.months is None:
        return f"; {UNKNOWN_MONTHS}"
    low, high = answer.months_low, answer.months_high
    apart = f" ({low} to {'never' if high is None else high})" if low != high else ""
    return (
        f", until turnover has taken {some(people, 'person', 'people')}, in about {some(answer.months, 'month')}{apart}"
    )


def _displaced(answer: NoRedundanciesAnswer) -> str:
    return displaced_words(answer.displaced or 0, answer.displaced_at_most)


def _most(answer: NoRedundanciesAnswer) -> str:
    most = answer.displaced_at_most
    if most == 0:
        return "none remain at the most"
    return (
        f"at the most {'?' if most is None else most} may still be displaced, where only own jobs and slot-ins succeed"
    )
