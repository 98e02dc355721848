"""The one table of the bench: a row sets ours beside another solver, or beside the bar we set ourselves.

Rows are Markdown, so that the table reads on a screen and in a document alike. A ratio is the other's seconds over
ours, "over" where the other had not settled by then, and none where ours did not settle.
Change this when a comparison has something to tell that no column holds.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

HEADING = ("what", "instance", "ours", "other", "its time", "ratio", "what both came to", "bar", "met")
NUMBERS = frozenset(("ours", "its time", "ratio"))
LEAST_SECONDS = 0.01
"""What a time counts as at least in a ratio: less is not measured."""


@dataclass(frozen=True, kw_only=True)
class Bar:
    """Something we set ourselves, in words; and after "short", by how much it is missed, empty where it is met."""

    told: str
    short: str = ""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line: seconds of ours and of the other, whether each settled its question, and what both came to.

    `ended` stands in place of the other's time where it has none ("not installed"); `ratio` in place of the ratio of
    times where something else is set side by side.
    """

    what: str
    instance: str
    seconds: float | None = None
    settled: bool = True
    other: str = ""
    other_seconds: float | None = None
    other_settled: bool = True
    ended: str = ""
    ratio: str = ""
    came_to: str = ""
    bars: tuple[Bar, ...] = ()


def row_of(told: dict[str, object]) -> Row:
    """A row from what `asdict` made of it, as a process hands it over."""
    bars = told.pop("bars")
    made = tuple(Bar(**bar) for bar in bars) if isinstance(bars, list) else ()
    return Row(**told, bars=made)  # type: ignore[arg-type]


def told_of(row: Row) -> dict[str, object]:
    """A row as JSON can hold it."""
    return asdict(row)


def within(seconds: float, limit: float, *, settled: bool = True) -> Bar:
    """The bar "under so many seconds"; what did not settle misses it whatever its seconds."""
    short = "(not settled)" if not settled else f"by {seconds - limit:.1f} s" if seconds > limit else ""
    return Bar(told=f"{limit:g} s", short=short)


def at_least(times: float, aim: float, told: str) -> Bar:
    """The bar "at least so many times", named by what is multiplied."""
    return Bar(told=f"{aim:g} x {told}", short=f"by {aim - times:.2f} x" if times < aim else "")


def times_ours(row: Row) -> float | None:
    """The other's seconds over ours; None where either has none, or ours did not settle."""
    if row.seconds is None or row.other_seconds is None or not row.settled:
        return None
    return row.other_seconds / max(LEAST_SECONDS, row.seconds)


def cells(row: Row) -> tuple[str, ...]:
    """The cells of a row, in the order of the heading."""
    times = times_ours(row)
    ratio = row.ratio or ("" if times is None else f"{'' if row.other_settled else 'over '}{_short(times)}")
    ours = _seconds(row.seconds, settled=row.settled)
    theirs = row.ended or _seconds(row.other_seconds, settled=row.other_settled)
    bars = "; ".join(bar.told for bar in row.bars)
    met = "; ".join(f"short {bar.short}" if bar.short else "met" for bar in row.bars)
    made = (row.what, row.instance, ours, row.other, theirs, ratio, row.came_to, bars, met)
    return tuple(cell.replace("|", "/") for cell in made)


def table(rows: Sequence[Row]) -> list[str]:
    """The lines of the whole table, columns as wide as their widest cell."""
    filled = [HEADING, *(cells(row) for row in rows)]
    widths = [max(3, *(len(line[at]) for line in filled)) for at in range(len(HEADING))]
    rule = ["-" * (width - 1) + (":" if name in NUMBERS else "-") for name, width in zip(HEADING, widths, strict=True)]
    return [_joined(line, widths) for line in (filled[0], tuple(rule), *filled[1:])]


def _joined(line: Sequence[str], widths: Sequence[int]) -> str:
    each = zip(line, widths, HEADING, strict=True)
    return "| " + " | ".join(cell.rjust(w) if name in NUMBERS else cell.ljust(w) for cell, w, name in each) + " |"


def _seconds(seconds: float | None, *, settled: bool) -> str:
    if seconds is None:
        return ""
    return f"{seconds:.2f} s" if settled else f"not settled in {seconds:.0f} s"


def _short(times: float) -> str:
    return f"{times:.0f}" if times >= 100 else f"{times:.1f}" if times >= 1 else f"{times:.2f}"
