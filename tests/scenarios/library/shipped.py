"""The shipped cases as tests look at them: loaded, their figures, and the table of their page."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from scenarios.library import path_of
from scenarios.reading.load import load_case
from scenarios.schema.case import Case
from scenarios.schema.columns import Row
from scenarios.schema.derive import complete
from scenarios.schema.figure import Figure
from scenarios.schema.tables import tables_of


@cache
def shipped(name: str) -> Case:
    """Return a case of the library, read once."""
    return load_case(path_of(name))


def rows_of(name: str) -> Iterator[tuple[str, Row]]:
    """Yield every row of a case with its sheet."""
    for sheet, rows in sorted(tables_of(shipped(name).scenario).items()):
        for row in rows:
            yield sheet, row


def figures(value: Any) -> Iterator[Figure]:
    """Yield every figure inside a row, however deep."""
    match value:
        case Figure():
            yield value
        case BaseModel():
            for field in type(value).model_fields:
                yield from figures(getattr(value, field))
        case Mapping():
            for part in value.values():
                yield from figures(part)
        case tuple():
            for part in value:
                yield from figures(part)


def known(figure: Figure | None) -> int:
    """Return the value of a figure that must be known."""
    assert figure is not None
    assert figure.value is not None
    return figure.value


def demand(name: str) -> dict[str, int]:
    """Return the demand of every work in thousandths of an FTE."""
    return {work.work: known(work.demand_milli_fte) for work in complete(shipped(name).scenario).work}


def page_table(name: str) -> dict[str, tuple[int, int]]:
    """Return FTE today and later of every work, in thousandths, as the case's page prints them."""
    page = (path_of(name) / "README.md").read_text(encoding="utf-8")
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if "|" in line]
    works = {work.work for work in shipped(name).scenario.work}
    return {row[0]: (int(row[1].replace(".", "")), int(row[3].replace(".", ""))) for row in cells if row[0] in works}
