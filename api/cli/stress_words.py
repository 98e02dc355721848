"""Stress on the screen: a table of structures by variations that says what gives, and each cell at length.

No one word stands for all of it: a structure that leaves work undone as things are would earn it for leaving no more.
Change this when stress is told in another way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table

from api.cli.screen import indented, words
from scenarios.comparing.result import FindingLine
from scenarios.comparing.standing import NO_LONGER_FIT
from scenarios.exploring.result import Explored
from scenarios.exploring.rule_words import SOLVER_NAMES
from scenarios.exploring.stress import NOTHING_DECLARED, Held, StressAnswer
from scenarios.reporting.amounts import NOT_KNOWN, fte_text, pounds_text, range_text
from scenarios.reporting.same_posts import titled

SAME, NONE, OTHERWISE = "the same", "none either", "*"
IN_PENCE = frozenset({"ceiling", "funding", "one_off"})
IN_MILLI_FTE = frozenset({"no_idle", "absorbed_management", "statutory_work"})
NAMES = {solver: name for name, solver in SOLVER_NAMES.items()}
LEGEND = (
    f"A cell says what gives: rules that are broken and were not, and what there is more or less of; '{SAME}': nothing."
)
RANGE = "People displaced stand at the least, if every claim succeeds, to at the most."
MARKED = f"{OTHERWISE}: another structure would be the design, as is told below."
NO_STRUCTURE = f"'{NONE}': there is no structure as things are, nor then."


@dataclass(frozen=True)
class Row:
    """Answers of one option and branch that come to the same as things are and under each variation."""

    title: str
    answer: StressAnswer


def stress_parts(found: Explored[StressAnswer]) -> Iterator[RenderableType]:
    """Yield what gives in which structure under which variation."""
    rows = rows_of(found)
    columns = list(dict.fromkeys(held.variation for row in rows for held in row.answer.held))
    yield words("")
    if columns:
        yield _matrix(rows, columns)
        cells = [cell_text(held, row.answer) for row in rows for held in row.answer.held]
        marked = any(cell.endswith(OTHERWISE) for cell in cells)
        yield words(" ".join((LEGEND, RANGE, *[MARKED] * marked, *[NO_STRUCTURE] * (NONE in cells))), "dim")
    elif any(NOTHING_DECLARED in answer.reasons for answer in found.answers):
        yield words(NOTHING_DECLARED)
    for row in rows:
        yield from _told(row)


def rows_of(found: Explored[StressAnswer]) -> list[Row]:
    """Put answers of one option and branch together that come to the same everywhere, in the order of the results."""
    alike: dict[object, list[StressAnswer]] = {}
    for answer in found.answers:
        lines = found.structures[answer.structure].lines
        key = answer.option, answer.branch, lines, answer.status, repr((answer.as_things_are, answer.held))
        alike.setdefault(key, []).append(answer)
    return [Row(_title(same), same[0]) for same in alike.values()]


def _title(same: Sequence[StressAnswer]) -> str:
    first = same[0]
    return titled(first.option + (f" ({first.branch})" if first.branch else ""), (each.anchor for each in same))


def cell_text(held: Held, answer: StressAnswer) -> str:
    """What gives in a structure under a variation, the figures of it as differences; a mark for another design."""
    base = answer.as_things_are
    if base is None:
        return held.design or NONE
    gives = list(_differences(held))
    mark = OTHERWISE if held.design and held.design != NO_LONGER_FIT else ""
    if not gives and not held.breaks_anew and not held.breaks_further:
        return f"{SAME}{mark}"
    return "; ".join((rules_text(held, base), *gives)) + mark


def rules_text(held: Held, base: Held) -> str:
    """The rules broken that are kept as things are, or broken by more; else that none is, or none further."""
    if held.breaks_anew or held.breaks_further:
        parts = [f"breaks {text}" for text in _broken(held.breaks_anew)]
        return "; ".join((*parts, *(f"breaks further {text}" for text in _broken(held.breaks_further))))
    return "no further rule broken" if base.breaks else "no rule broken"


def _broken(findings: Sequence[FindingLine]) -> Iterator[str]:
    """Each rule once, with the most it is broken by where that is money or time."""
    most: dict[str, int] = {}
    for each in findings:
        most[each.rule] = max(each.amount, most.get(each.rule, 0))
    for rule, amount in most.items():
        name = NAMES.get(rule, rule.replace("_", " "))
        if rule in IN_PENCE:
            yield f"{name} by {pounds_text(amount / 100)}"
        elif rule in IN_MILLI_FTE:
            yield f"{name} by {fte_text(amount / 1000)} FTE"
        else:
            yield name


def _differences(held: Held) -> Iterator[str]:
    """What there is more or less of than as things are."""
    if held.uncovered_more_fte:
        yield f"{fte_text(abs(held.uncovered_more_fte))} FTE {_more(held.uncovered_more_fte, 'less')} left undone"
    if held.displaced_more:
        yield f"{abs(held.displaced_more)} {_more(held.displaced_more, 'fewer')} displaced"
    if held.cost_more:
        yield f"{pounds_text(abs(held.cost_more))} a year {_more(held.cost_more, 'less')}"


def _more(difference: float, below: str) -> str:
    return "more" if difference > 0 else below


def _matrix(rows: Sequence[Row], columns: Sequence[str]) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False, show_lines=True)
    table.add_column("", overflow="fold")
    for name in ("as things are", *columns):
        table.add_column(words(name), overflow="fold")
    for row in rows:
        cells = {held.variation: cell_text(held, row.answer) for held in row.answer.held}
        base = row.answer.as_things_are
        now = "no structure" if base is None else _as_it_is(base)
        table.add_row(words(row.title), words(now), *(words(cells.get(name, "?")) for name in columns))
    return table


def _as_it_is(base: Held) -> str:
    rules = f"breaks {', '.join(_broken(base.breaks))}" if base.breaks else "no rule broken"
    return f"{rules}; {_figures(base)}"


def _told(row: Row) -> Iterator[RenderableType]:
    """Yield one structure: as things are, and each variation under which something is otherwise."""
    answer = row.answer
    yield words("")
    yield words(row.title, "bold")
    yield from (indented(reason) for reason in answer.reasons if reason != NOTHING_DECLARED)
    base = answer.as_things_are
    if base is not None:
        yield indented(f"As things are: {_as_it_is(base)}.")
    for held in answer.held:
        if base is None:
            yield from (indented(f"{held.variation}: {text}.") for text in (held.design,) if text)
        elif cell_text(held, answer) != SAME or _figures(held) != _figures(base):
            yield indented(f"{held.variation}: {_at_length(held, base)}.")


def _figures(held: Held) -> str:
    most = held.displaced_at_most
    people = NOT_KNOWN if most is None else range_text(held.displaced, most)
    noun = "person" if (held.displaced, held.displaced_at_most) == (1, 1) else "people"
    cost = f"{pounds_text(held.annual_cost)} a year"
    return f"{fte_text(held.uncovered_fte)} FTE left undone; {people} {noun} displaced; {cost}"


def _at_length(held: Held, base: Held) -> str:
    """Rules by their sentences, then every figure, each with its change, then what makes another the design."""
    broken = (("breaks", held.breaks_anew), ("breaks further", held.breaks_further))
    worse = [f"{how}: {'; '.join(each.message for each in found)}" for how, found in broken if found]
    rules = "; ".join(worse) or rules_text(held, base)
    changed = list(_differences(held))
    change = f" ({', '.join(changed)})" if changed else ""
    design = [held.design] if held.design and held.design != NO_LONGER_FIT else []
    return "; ".join((rules, f"{_figures(held)}{change}", *design))
