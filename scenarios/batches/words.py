"""A summary in plain words: sentences and tables, whoever shows them.

Change this when a summary is told in another way; what it tells is in summary.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from scenarios.batches.plan import AS_THINGS_ARE
from scenarios.batches.summary import BatchSummary, BranchLosses, Cell, OptionSummary, Range, StructureLoss, named
from scenarios.reporting.amounts import GOAL_WORDS, NOT_KNOWN, fte_text, pounds_text, range_text
from scenarios.reporting.same_posts import titled
from scenarios.reporting.trade_offs import value_text

FUTURES_A_TABLE = 6
NONE = "none"
ILLUSTRATION = (
    "An illustration: it shows the method on guesses, and says nothing of what the authority should have done."
)
WEIGHTED = (
    "Some work counts for more than its time: 'weighted FTE' is work uncovered as this goal counts it, each FTE times "
    "its weight, and structures are ranked by it; in brackets the time itself, beside that of what leaves least undone."
)
NO_PROBABILITY = "How many of the futures drawn is no chance of anything: it follows from the ranges that were typed."


@dataclass(frozen=True)
class Table:
    """Rows of text under headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Section:
    """A heading, sentences, and tables below them."""

    heading: str
    sentences: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()


def sections(summary: BatchSummary) -> tuple[Section, ...]:
    """Return the summary in words, in the order it is read."""
    return (
        Section("What was asked", tuple(_asked(summary))),
        Section("In which futures each option is feasible, and what it comes to there", tuple(_fits(summary)))
        if not summary.options
        else Section(
            "In which futures each option is feasible, and what it comes to there",
            tuple(_fits(summary)),
            (_over_all(summary.options),),
        ),
        *_one_by_one(summary),
        Section(
            "Which structure, kept, loses least in its worst future",
            (
                summary.measure,
                *((WEIGHTED, *summary.weights) if summary.weights else ()),
                *(_least(each) for each in summary.losses if each.structures),
            ),
            tuple(_losses(each) for each in summary.losses if each.structures),
        ),
        Section("What is not known", summary.not_known),
    )


def _asked(summary: BatchSummary) -> Iterator[str]:
    kinds = ((summary.named, "named"), (summary.grid, "of grids"), (summary.drawn, "drawn"))
    parts = ", ".join(f"{count:,} {kind}" for count, kind in kinds if count)
    which = f"{AS_THINGS_ARE}, and {parts}" if parts else AS_THINGS_ARE
    yield f"{summary.futures:,} futures: {which}. {summary.rows:,} runs in all."
    yield from summary.draws
    if summary.drawn:
        yield NO_PROBABILITY
    if summary.illustration:
        yield ILLUSTRATION


def _fits(summary: BatchSummary) -> Iterator[str]:
    yield (
        "A design is made anew in each future, people first; ranges run over the futures in which there is one. "
        "'Kept': the structure designed as things are, or given, left as it is. It holds in a future where it breaks "
        "no rule that it keeps as things are, and none by more than as things are."
    )
    for option in summary.options:
        name = named(option.option, option.branch)
        if option.infeasible_in:
            where = _futures(option.infeasible_futures, option.infeasible_in, option.futures)
            what = "no structure fits" if option.kind == "designed" else f"it breaks {_listed(option.rules_broken)}"
            yield f"{name}: {what} in {where}."
        gives = 0 if option.kept_holds_in is None else option.futures - option.kept_holds_in
        if gives and (option.kind == "designed" or option.kept_breaks_further):
            yield f"{name}, kept: {_gives(option)} in {_futures(option.kept_gives_futures, gives, option.futures)}."


def _gives(option: OptionSummary) -> str:
    """What a structure that is kept breaks where it does not hold."""
    anew, further = option.kept_breaks_anew, option.kept_breaks_further
    parts = [f"breaks {_listed(anew)}, which it keeps as things are,"] if anew else []
    parts += [f"breaks {_listed(further)} by more than as things are,"] if further else []
    return " or ".join(parts) or "cannot be"


def _listed(rules: Sequence[str]) -> str:
    return ", ".join(f"'{rule}'" for rule in rules)


def _futures(names: Sequence[str], count: int, whole: int) -> str:
    """Futures by name, where there are few."""
    if count == whole:
        return "every future"
    if count <= min(len(names), 8):
        return ", ".join(f"'{name}'" for name in names)
    return f"{count:,} futures, '{names[0]}' the first"


def _over_all(options: Sequence[OptionSummary]) -> Table:
    rows = [
        (
            named(each.option, each.branch),
            _of(each.feasible_in, each.futures) + (f"; {each.not_settled_in} not settled" * bool(each.not_settled_in)),
            _range(each.annual_cost, pounds_text),
            _range(each.displaced, lambda people: f"{int(people):,}"),
            _range(each.uncovered_fte, fte_text),
            NONE if each.kept_holds_in is None else _of(each.kept_holds_in, each.futures),
        )
        for each in options
    ]
    headings = ("Option", "Feasible in", "Cost a year", "People displaced", "FTE of work uncovered", "Kept, holds in")
    return Table(headings, tuple(rows))


def _of(count: int, whole: int) -> str:
    return f"all {whole:,}" if count == whole else f"{count:,} of {whole:,}"


def _range(found: Range | None, text: object) -> str:
    if found is None or not callable(text):
        return NOT_KNOWN
    low, high = text(found.low), text(found.high)
    return str(low) if low == high else f"{low} to {high}"


def _one_by_one(summary: BatchSummary) -> Iterator[Section]:
    """The named futures, some to a table."""
    names = list(dict.fromkeys(cell.future for option in summary.options for cell in option.cells))
    if len(names) < 2:
        return
    size = -(-len(names) // -(-len(names) // FUTURES_A_TABLE))
    parts = [names[at : at + size] for at in range(0, len(names), size)]
    yield Section(
        "Named futures one by one",
        ("Cost a year; people displaced at the least to at the most; FTE of work left undone, where any is.",),
        tuple(_by_future(summary.options, part) for part in parts),
    )


def _by_future(options: Sequence[OptionSummary], names: Sequence[str]) -> Table:
    rows = []
    for option in options:
        cells = {cell.future: cell for cell in option.cells}
        texts = (NOT_KNOWN if name not in cells else cell_text(cells[name], option.kind) for name in names)
        rows.append((named(option.option, option.branch), *texts))
    return Table(("Option", *names), tuple(rows))


def cell_text(cell: Cell, kind: str) -> str:
    """What an option comes to in one future: "£348,667; 16 to 19; 0.5 undone"."""
    if cell.displaced_at_most is None:
        return "nothing fits" if cell.feasible == "no" else cell.feasible
    parts = [pounds_text(cell.annual_cost), range_text(cell.displaced_at_least, cell.displaced_at_most)]
    parts += [f"{fte_text(cell.uncovered_fte)} undone"] if cell.uncovered_fte else []
    parts += ["breaks rules"] if cell.feasible == "no" and kind != "designed" else []
    return "; ".join(parts)


def _least(losses: BranchLosses) -> str:
    """The structures of one branch that lose least, in one sentence."""
    first = losses.structures[: losses.least]
    names = " and ".join(title for title, _ in titles(first))
    where = f"{losses.branch}: " if losses.branch else ""
    kept = first[0].keeps_rules_in
    if not first[0].worst_loss:
        return f"{where}what the structures lose cannot be told, as figures are not known."
    every = f"every rule in all {losses.futures:,} futures"
    whose = f"no structure keeps {every}; of those that keep them in most ({kept:,}), "
    if kept == losses.futures:
        whose = f"of the structures that keep {every}, "
    verb = "loses" if len(titles(first)) == 1 else "lose"
    told = f"least in the worst future ('{first[0].worst_future}'): {_loss(first[0])}"
    if not any(each.value for each in first[0].worst_loss):
        told = "nothing in any future"
    return f"{where}{whose}{names} {verb} {told}."


def titles(structures: Sequence[StructureLoss]) -> list[tuple[str, StructureLoss]]:
    """Structures of one option that lose alike under one title, in their order."""

    def alike(each: StructureLoss) -> tuple[object, ...]:
        return each.option, each.keeps_rules_in, each.worst_future, each.worst_loss

    found = []
    for _, group in groupby(structures, alike):
        same = list(group)
        found.append((titled(same[0].option, (each.anchor for each in same)), same[0]))
    return found


def _losses(losses: BranchLosses) -> Table:
    rows = tuple(
        (title, _of(each.keeps_rules_in, losses.futures), each.worst_future or NOT_KNOWN, _loss(each))
        for title, each in titles(losses.structures)
    )
    whose = f"Structure kept ({losses.branch})" if losses.branch else "Structure kept"
    return Table((whose, "Keeps every rule in", "Its worst future", "What it loses there"), rows)


def _loss(structure: StructureLoss) -> str:
    if not structure.worst_loss:
        return NOT_KNOWN
    told = [
        f"{GOAL_WORDS[each.goal]} {value_text(each)}{_time(structure) if each.unit == 'weighted FTE' else ''}"
        for each in structure.worst_loss
        if each.value
    ]
    return "; ".join(told) or "nothing"


def _time(structure: StructureLoss) -> str:
    """The time behind weighted FTE: what is left undone, and what is where the goal is least."""
    least = fte_text(structure.least_uncovered_fte)
    return f" (in time {fte_text(structure.uncovered_fte)} FTE, against {least} FTE)"
