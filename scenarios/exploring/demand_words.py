"""What a demand of the case asks, and what it would mean for it to give, as sentences with the case's own numbers.

Money that would have to be found is rounded up to £100. Change this when a rule asks something else.
"""

from solver.demand import LEAST, SHARE, Demand
from solver.rules import RULES
from solver.wording import fte, pounds, some

HUNDRED_POUNDS = 10_000
_SENTENCES = {rule.name: rule.sentence.partition("\n")[0].rstrip(".") for rule in RULES}

_ASKS = {
    "ceiling": "A year costs {amount} at the most.",
    "no_idle": "No more than {amount} of established time is without work.",
    "span": "A manager in {place} has {side} {amount}.",
    "cover": "At least {amount} can do {place}.",
    "displaced_limit": "At most {amount} may be displaced.",
    "role_limits": "{place} has {side} {amount}.",
    "team_sizes": "{place} has {side} {amount}.",
    "kept_posts": "{amount} must stay as settled: {place}.",
    "statutory_work": "Statutory work is covered in full: {place}, {amount}.",
    "reserved_places": "{amount} kept by right: {place}.",
}
_GIVES = {
    "ceiling": "the ceiling is raised by {amount} a year",
    "no_idle": "{amount} more of established time may be without work",
    "span": "managers in {place} may have {amount} {fewer} in all than the span asks",
    "cover": "{amount} fewer need be able to do {place}",
    "displaced_limit": "{amount} more may be displaced",
    "role_limits": "{place} may have {amount} {fewer}",
    "team_sizes": "{place} may have {amount} {fewer}",
}
_TYPED = {
    "ceiling": "limits, ceiling: {typed}",
    "no_idle": "limits, spare fte: {typed}",
    "span": "limits, span {bound}",
    "unsplit_work": "work, {place}, split: yes",
    "absorbed_management": "limits, absorbed management fte: {typed}",
    "cover": "work, {place}, least: {typed}",
    "one_off": "limits, one-off limit: {typed}",
    "displaced_limit": "limits, displaced: {typed}",
    "role_limits": "roles, {place}, {side}: {typed}",
    "team_sizes": "teams, {place}, {side} posts: {typed}",
}
"""The item to type so that a demand gives: the sheet, its row and column, and what stands there then."""
_NOUNS = {
    "posts": ("post", ""),
    "reports": ("report", ""),
    "people": ("person", "people"),
    "places": ("place", ""),
    "teams": ("team", ""),
    "blocks of work": ("block of work", "blocks of work"),
    "roles": ("role", ""),
    "months": ("month", ""),
}


def asks(demand: Demand) -> str:
    """What a demand asks, in a sentence with its numbers."""
    return _ASKS.get(demand.rule, f"{_SENTENCES[demand.rule]} ({{place}}: {{amount}}).").format(
        amount=amount_text(demand.asked_in, demand.asked),
        place=demand.place,
        side="at least" if demand.side == LEAST else "at most",
    )


def gives(demand: Demand, by: int) -> str:
    """What it means for a demand to give by so many of its units, in words that follow "if", and what to type."""
    told = rounded_up(by) if demand.unit == "pence" else by
    said = _GIVES.get(demand.rule, f"{{amount}} less is asked by '{_SENTENCES[demand.rule]}' ({{place}})").format(
        amount=amount_text(demand.unit, told),
        place=demand.place,
        fewer="fewer" if demand.side == LEAST else "more",
    )
    item = _TYPED.get(demand.rule, "").format(
        place=demand.place,
        side=demand.side,
        bound="low" if demand.side == LEAST else "high",
        typed=_typed(demand, told),
    )
    return f"{said} ({item})" if item else said


def _typed(demand: Demand, by: int) -> str:
    """The number as it is typed into its cell after the demand has given by so much: pounds, FTE, or a count."""
    less = demand.side == LEAST or demand.rule == "cover"
    number = max(0, demand.asked - by) if less else demand.asked + by
    if demand.unit == "pence":
        return pounds(number).removeprefix("£").replace(",", "")
    return fte(number).removesuffix(" FTE") if demand.unit not in _NOUNS else str(number)


def rounded_up(pence: int) -> int:
    """Pence rounded up to the next £100: what has to be found is never said to be less than it is."""
    return -(-pence // HUNDRED_POUNDS) * HUNDRED_POUNDS


def amount_text(unit: str, number: int) -> str:
    """A number of a demand's units in words."""
    if unit == "pence":
        return pounds(number)
    if unit == SHARE:
        return f"{number / 10:g}% of all posts"
    return some(number, *_NOUNS[unit]) if unit in _NOUNS else fte(number)
