"""What a demand of the case asks, and what it would mean for it to give, as sentences with the case's own numbers.

Money that would have to be found is rounded up to £100. Change this when a rule asks something else.
"""

from solver.demand import LEAST, Demand
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
    "statutory_work": "Statutory work is covered in full: {place}.",
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
_NOUNS = {
    "posts": ("post", ""),
    "reports": ("report", ""),
    "people": ("person", "people"),
    "places": ("place", ""),
    "teams": ("team", ""),
    "blocks of work": ("block of work", "blocks of work"),
    "roles": ("role", ""),
}


def asks(demand: Demand) -> str:
    """What a demand asks, in a sentence with its numbers."""
    return _ASKS.get(demand.rule, f"{_SENTENCES[demand.rule]} ({{place}}: {{amount}}).").format(
        amount=amount_text(demand.unit, demand.asked),
        place=demand.place,
        side="at least" if demand.side == LEAST else "at most",
    )


def gives(demand: Demand, by: int) -> str:
    """What it means for a demand to give by so many of its units, in words that follow "if"."""
    return _GIVES.get(demand.rule, f"{{amount}} less is asked by '{_SENTENCES[demand.rule]}' ({{place}})").format(
        amount=amount_text(demand.unit, rounded_up(by) if demand.unit == "pence" else by),
        place=demand.place,
        fewer="fewer" if demand.side == LEAST else "more",
    )


def rounded_up(pence: int) -> int:
    """Pence rounded up to the next £100: what has to be found is never said to be less than it is."""
    return -(-pence // HUNDRED_POUNDS) * HUNDRED_POUNDS


def amount_text(unit: str, number: int) -> str:
    """A number of a demand's units in words."""
    if unit == "pence":
        return pounds(number)
    return some(number, *_NOUNS[unit]) if unit in _NOUNS else fte(number)
