"""Places that are wrong, as problem documents name them: from a request that is not valid, and from a case with faults.

Only short values are told back, and never the request's body. Change this when places come from somewhere else.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from api.http.place_words import MOST_SHOWN_CHARACTERS, how_many, sentence, where_of, words_of
from api.http.problems import FaultsInCase, InvalidRequest, Place
from scenarios.schema.faults import ScenarioFaults, Spot, Trouble

MOST_PLACES = 1_000


def places_of_request(found: Sequence[Mapping[str, Any]]) -> tuple[Place, ...]:
    """Return the places that pydantic found wrong in a request: `found` is what its errors() gives."""
    return tuple(
        Place(
            where=where_of(each),
            message=words_of(each),
            value=_shown(each.get("input")),
            code=each["type"],
        )
        for each in found[:MOST_PLACES]
    )


def _shown(value: Any) -> str | None:
    """Return a short plain value as text; longer ones, lists and objects are not told back."""
    if not isinstance(value, str | int | float | bool):
        return None
    text = str(value)
    return text if len(text) <= MOST_SHOWN_CHARACTERS else None


def places_of_case(found: Iterable[Trouble]) -> tuple[Place, ...]:
    """Return the places of faults or doubts, in their order."""
    return tuple(
        Place(
            where=str(Spot(trouble.sheet, trouble.row, trouble.column, trouble.cell)),
            message=trouble.message,
            value=trouble.value,
            sheet=trouble.sheet,
            row=trouble.row,
            column=trouble.column,
            cell=trouble.cell,
            code=trouble.code,
            against=trouble.against,
        )
        for trouble in found
    )


def faults_in_case(found: ScenarioFaults) -> FaultsInCase:
    """Return the problem of a case with these faults, with the doubts found beside them."""
    return FaultsInCase(
        detail=how_many(len(found.faults)),
        places=places_of_case(found.faults),
        doubts=places_of_case(found.doubts),
    )


def not_valid(where: str, message: str) -> InvalidRequest:
    """Return the problem of a request with one wrong place, seen by a route and not by the model of its body."""
    return InvalidRequest(detail=how_many(1), places=(Place(where=where, message=sentence(message)),))
