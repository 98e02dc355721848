"""What "explain" prints: sums first, then ways out with what each costs, then a conflict; or what binds.

Change this when an explanation is told in another way.
"""

from collections.abc import Iterator

from rich.console import RenderableType

from api.cli.screen import indented, words
from scenarios.exploring.explain import NOT_LEAST
from scenarios.exploring.explain_result import Asked, Binds, ConflictFound, ExplainAnswer, WayOutFound
from scenarios.exploring.result import Explored

NOTHING_FITS = "No structure keeps all the rules within these figures."
WAYS = "Ways out, the most open to negotiation first; each alone is enough, and none shares a demand with another:"
FITS = "Something fits. Demands that bind, and what giving a little is worth by searching again:"
NOTHING_BINDS = "Something fits, and no demand binds: leaving out any one alone lets no main goal be better."


def explain_parts(found: Explored[ExplainAnswer]) -> Iterator[RenderableType]:
    """Yield the explanation, option by option and branch by branch."""
    for answer in found.answers:
        branch = f" ({answer.branch})" if answer.branch else ""
        yield words(f"\n{answer.option}{branch}", "bold underline")
        if answer.status == "infeasible":
            yield from _infeasible(answer)
        elif answer.design is None:
            yield from map(words, answer.reasons)
        else:
            yield from _binding(answer)


def _infeasible(answer: ExplainAnswer) -> Iterator[RenderableType]:
    yield words(NOTHING_FITS)
    yield from map(words, answer.reasons)
    if answer.ways_out:
        yield words(WAYS)
    for number, way in enumerate(answer.ways_out, start=1):
        yield from _way(number, way)
    if answer.conflict is not None:
        yield from _conflict(answer.conflict)


def _way(number: int, way: WayOutFound) -> Iterator[RenderableType]:
    yield indented(f"{number}. {way.sentence}" + ("" if way.cheapest and way.settled else f" {NOT_LEAST}"))
    if way.avoidance:
        yield indented("   Before anyone more is displaced, in the order councils take them:")
    for step in way.avoidance:
        enough = {True: " Enough.", False: " Not enough alone.", None: ""}[step.enough]
        yield indented(f"   - {step.step}: {step.words}.{enough}")


def _conflict(conflict: ConflictFound) -> Iterator[RenderableType]:
    count = len(conflict.demands)
    if count == 1:
        yield words("This demand alone cannot be kept by any structure:")
    else:
        fewest = "no fewer do" if conflict.smallest else "not known to be the fewest"
        yield words(f"These {count} demands cannot hold together, and any one fewer could ({fewest}):")
    yield from (indented(_demand(demand)) for demand in conflict.demands)


def _demand(demand: Asked) -> str:
    return demand.sentence + (f" [{demand.source}]" if demand.source else "")


def _binding(answer: ExplainAnswer) -> Iterator[RenderableType]:
    yield from map(words, answer.reasons)
    if answer.binding or answer.status == "answered":
        yield words(FITS if answer.binding else NOTHING_BINDS)
    yield from (indented(_bound(each)) for each in answer.binding)
    yield from map(words, answer.notes)


def _bound(binds: Binds) -> str:
    return f"{_demand(binds.demand)} {binds.sentence}"
