"""The kinds of fault of a recipe, one small function each: what is wrong and what to do.

Rules: design.md section 3 (faults with place, value and what to do). A function's name is the fault's code.
Change this when something else in a recipe has to be refused.
"""

from __future__ import annotations

from collections.abc import Sequence

from scenarios.schema.faults import kind

RECIPE_FAULT_CODES: set[str] = set()
_fault = kind(RECIPE_FAULT_CODES)


def _mean(near: str | None) -> str:
    return f"; did you mean {near!r}?" if near is not None else ""


@_fault
def not_a_path(text: str, near: str | None) -> str:
    """Refuse a text that names no value of a case."""
    if near is not None:
        return f"{text!r} names no value{_mean(near)}"
    return (
        f'{text!r} names no value: write one like limits.ceiling, work["Early help"].demand_fte or '
        'work["Early help"].share["Adviser"], or demand, pay award, ceiling or leavers'
    )


@_fault
def unknown_key(key: str, keys: Sequence[str]) -> str:
    """Refuse a word that a recipe does not know."""
    return f"{key!r} is not known in a recipe; its words are: {', '.join(keys)}"


@_fault
def no_such_sheet(sheet: str, near: str | None, sheets: Sequence[str]) -> str:
    """Refuse a path into a sheet that no case has."""
    return f"there is no sheet {sheet!r}{_mean(near) or '; the sheets are: ' + ', '.join(sheets)}"


@_fault
def row_needed(sheet: str, example: str | None) -> str:
    """Refuse a path into a sheet of rows that names no row."""
    shown = "" if example is None else f', as in {sheet}["{example}"]'
    return f"the sheet {sheet} has several rows: say which{shown}, or its number"


@_fault
def no_row_here(sheet: str) -> str:
    """Refuse a path that names a row of a sheet that is one object."""
    return f"the sheet {sheet} has no rows: write {sheet}. and the item"


@_fault
def no_such_row(row: str, sheet: str, near: str | None) -> str:
    """Refuse a path to a row that the case does not have."""
    return f"{row} is no row of {sheet}{_mean(near) or ': write a name that stands there, or the number of its row'}"


@_fault
def several_rows(row: str, sheet: str, numbers: Sequence[int]) -> str:
    """Refuse a path that fits more than one row."""
    told = ", ".join(map(str, numbers[:6])) + (", ..." if len(numbers) > 6 else "")
    return (
        f'{row} fits the rows {told} of {sheet}: add another name of the row, as in {sheet}["Adviser", "North team"], '
        f"or write its number, as in {sheet}[{numbers[0]}]"
    )


@_fault
def no_such_column(column: str, sheet: str, near: str | None, columns: Sequence[str]) -> str:
    """Refuse a path to a column that the sheet does not have."""
    return f"the sheet {sheet} has no column {column!r}{_mean(near) or '; its columns are: ' + ', '.join(columns)}"


@_fault
def column_by_name(path: str, names: Sequence[str]) -> str:
    """Refuse a path to a column that stands once for each name, without the name."""
    some = f"; it has {', '.join(names)}" if names else ""
    return f'{path} stands once for each name: write {path}["NAME"]{some}'


@_fault
def column_without_name(path: str) -> str:
    """Refuse a path that names part of a cell."""
    return f"{path} is one cell: leave out what stands in brackets after it"


@_fault
def not_a_number_path(path: str) -> str:
    """Refuse a draw of what is no number."""
    return f"{path} is no number, so it cannot be drawn: name it in a future or a grid"


@_fault
def stated_twice(what: str) -> str:
    """Refuse two values for one thing, or two futures of one name."""
    return f"{what} is given twice: keep one"


@_fault
def outside(name: str, low: str, high: str) -> str:
    """Refuse a share outside what it may be."""
    return f"{name} runs from {low} to {high}"


@_fault
def low_above_high(low: str, high: str) -> str:
    """Refuse a range that runs backwards, or does not hold what is most likely."""
    return f"a range runs from low to high and holds what is most likely: not from {low} to {high}"


@_fault
def most_likely_belongs(shape: str) -> str:
    """Refuse a shape that lacks its middle, or has one it does not use."""
    if shape == "triangular":
        return "a triangular draw needs most_likely: add it, or write shape: uniform"
    return "a uniform draw has no most_likely: take it out, or write shape: triangular"


@_fault
def too_many_futures(count: int, limit: int) -> str:
    """Refuse more futures than one batch holds."""
    return f"the recipe makes {count:,} futures and one batch holds at most {limit:,}: take fewer values or draws"


@_fault
def no_futures() -> str:
    """Refuse a recipe that varies nothing."""
    return "the recipe names no future: add futures, grids or draws"


@_fault
def no_such_option(option: str, near: str | None, options: Sequence[str]) -> str:
    """Refuse an option that the case does not have."""
    return f"there is no option {option!r}{_mean(near) or '; the options are: ' + ', '.join(options)}"


@_fault
def impossible_value(where: str, why: str) -> str:
    """Refuse a value that makes the case a faulty one."""
    return f"the case would have a fault at {where}: {why}"
