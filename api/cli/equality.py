"""`restructure equality`: the sealed equality table, in full for its author, or as it may be published.

Nothing is designed here and nothing designed sees the table. What is published comes without small numbers and without
those that would give them away; the full view is shown only where it is asked for.
Change this when the table has to be shown in another way.
"""

from typing import Annotated

import typer
from rich.table import Table

from api.cli.case_argument import read_case
from api.cli.flags import CaseName, Json
from api.cli.json_text import print_json
from api.cli.screen import refusal, screen, words
from scenarios.equality.counts import compared
from scenarios.equality.views import Cell, View, full_view, published_view
from scenarios.reporting.amounts import share_text
from scenarios.schema.case import Case

Full = Annotated[bool, typer.Option("--full", help="Show every count: for the author alone, not for publication.")]


def equality(case: CaseName, *, full: Full = False, as_json: Json = False) -> None:
    """Show the equality figures as they may be published, or with --full as only their author may see them.

    Counts are worked out from the shares where only shares are given; counts alone need the number of all people.
    Without --full a count below the threshold of the policy (10 where it has none) is hidden, with every other that
    would give it away, and all of them where the people are fewer than 20.
    """
    held = read_case(case, as_json=as_json)
    if not held.sealed.equality:
        raise refusal("the case has no equality figures: fill in the sheet equality")
    view = view_of(held, full=full)
    if as_json:
        print_json(
            {"case": held.scenario.header.name, "full": full, "people": view.people, "hidden": view.why}
            | {"to_type": view.to_type}
            | {"cells": [_document(cell) for cell in view.cells]}
        )
        return
    console = screen()
    console.print(words(f"{held.scenario.header.title} ({held.scenario.header.name})", "bold"))
    console.print(words("For the author alone: not to be published" if full else "As it may be published"))
    console.print(words(f"People: {_shown(view.people, hidden=view.people is None)}"))
    table = Table(box=None, padding=(0, 1), header_style="bold")
    for heading in ("Characteristic", "Value", "People", "Share", "Department"):
        table.add_column(words(heading))
    for cell in view.cells:
        table.add_row(*(words(text) for text in _row(cell)))
    console.print(table)
    if view.why:
        console.print(words(f"*: hidden: {view.why}"))
    if view.to_type:
        console.print(words(f"To see more, {view.to_type}."), soft_wrap=True)


def view_of(case: Case, *, full: bool) -> View:
    """Return one of the two views of a case's equality table."""
    people, rows = compared(case.sealed.equality)
    return full_view(people, rows) if full else published_view(people, rows, case.scenario.policy)


def _row(cell: Cell) -> tuple[str, ...]:
    return (
        cell.characteristic,
        cell.value,
        _shown(cell.people, hidden=cell.hidden),
        "*" if cell.hidden else share_text(cell.share_basis_points),
        share_text(cell.compared_basis_points),
    )


def _shown(count: int | None, *, hidden: bool) -> str:
    return "*" if hidden else "?" if count is None else str(count)


def _document(cell: Cell) -> dict[str, object]:
    return {
        "characteristic": cell.characteristic,
        "value": cell.value,
        "people": cell.people,
        "share_basis_points": cell.share_basis_points,
        "department_basis_points": cell.compared_basis_points,
        "hidden": cell.hidden,
    }
