"""What a structure costs and saves, in words: a full year, by source, by funding, by year, once.

Change this when money is told in another way.
"""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from api.cli.screen import indented, words
from scenarios.comparing.result import SavingSource, StructureResult
from scenarios.reporting.amounts import pounds_text
from scenarios.reporting.saving_words import effect_words


def money(answer: StructureResult) -> Iterator[RenderableType]:
    """Yield cost and saving of a structure that has one; a figure that is not known is a question mark."""
    if answer.posts is None:
        return
    yield words(f"Cost a year: {pounds_text(answer.annual_cost)} ({answer.price_base or 'prices not stated'})")
    if answer.status != "as_is":
        yield from _saving(answer)
    for year in sorted(answer.cost_by_year):
        saved = "" if answer.status == "as_is" else f", saving {pounds_text(answer.saving_by_year.get(year))}"
        yield indented(f"{year}: cost {pounds_text(answer.cost_by_year[year])}{saved}")
    if answer.status != "as_is":
        yield words(_once(answer))


def _saving(answer: StructureResult) -> Iterator[RenderableType]:
    yield words(f"Saving against no change: {pounds_text(answer.saving)}")
    yield from _parts(answer.saving_by_source)
    if any(part.source for part in answer.saving_by_funding):
        yield words("Saving by funding")
        yield from _parts(answer.saving_by_funding)


def _parts(parts: Sequence[SavingSource]) -> Iterator[RenderableType]:
    """Yield each part of a saving that is a pound or more, or not known."""
    for part in parts:
        pounds, effect = pounds_text(part.pounds), effect_words(part)
        if pounds != "£0":
            yield indented(f"{pounds:>12}  {part.source or 'funding not stated'}{effect and ': '}{effect}")


def _once(answer: StructureResult) -> str:
    """What is spent once, and how soon the saving pays it back."""
    once = answer.one_off
    if once is None:
        return "Spent once: not known"
    low, high = pounds_text(once.low), pounds_text(once.high)
    back = "; never paid back" if answer.pays_back is False else ""
    if answer.payback_years is not None:
        back = f"; paid back in {answer.payback_years:g} years"
    return f"Spent once: {low} to {high}, expected {pounds_text(once.expected)}{back}"
