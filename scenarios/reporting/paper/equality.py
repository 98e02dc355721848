"""The equality table as placeholders: in full for the exempt version, without small counts for the public one.

It is the sealed table's own view (scenarios/equality/views.py), read after every search.
Change this when the table has to be shown in another way.
"""

from scenarios.equality.counts import compared
from scenarios.equality.views import Cell, full_view, published_view
from scenarios.reporting.amounts import NOT_KNOWN, count_text, share_text
from scenarios.reporting.paper.disclosure import HIDDEN
from scenarios.reporting.paper.told import Row, Told


def equality(told: Told) -> Row:
    """Return the table's rows, how many people it is of, and why any of it is hidden."""
    rows = told.case.sealed.equality
    if not rows:
        return {"people": NOT_KNOWN, "rows": [], "why": ""}
    people, counted = compared(rows)
    policy = told.case.scenario.policy
    view = published_view(people, counted, policy) if told.seen.is_public else full_view(people, counted)
    shown = HIDDEN if view.people is None and view.why else count_text(view.people)
    return {"people": shown, "rows": [_row(cell) for cell in view.cells], "why": view.why}


def _row(cell: Cell) -> Row:
    return {
        "characteristic": cell.characteristic,
        "value": cell.value,
        "people": HIDDEN if cell.hidden else count_text(cell.people),
        "share": HIDDEN if cell.hidden else share_text(cell.share_basis_points),
        "department": share_text(cell.compared_basis_points),
    }
