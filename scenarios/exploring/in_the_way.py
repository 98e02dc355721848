"""What of a case stands in the way of something demanded: the fewest of its demands, and what would have to give.

The demand itself is taken for granted: it is neither named as in the way nor ever offered to give.
Change this when what stands in the way is to be told in another way.
"""

from dataclasses import dataclass, replace

from scenarios.comparing.result import Frozen
from scenarios.compiling.problem import Question
from scenarios.exploring.demand_source import source_of
from scenarios.exploring.demand_text import NobodyDisplaced
from scenarios.exploring.demand_words import asks
from scenarios.exploring.demanded import Demanded, with_room_for_all
from scenarios.exploring.rule_words import rules_named
from solver.demand import Demand
from solver.engine import Settings
from solver.explaining.conflict import Conflict, NoConflict, Unsettled, smallest_conflict
from solver.explaining.ways_out import Levels, WayOut, levels_of, none_at_all, ways_out
from solver.rules.displaced_limit import RULE as DISPLACED_LIMIT
from solver.rules.pins import RULE as PINS

MOST_WAYS = 3
NOTHING_ELSE = "What is demanded cannot hold together, whatever the rules of the case allow."
ROOM = "Nothing fits within the posts that a design may have; with room for as many as there are people something does."


class InTheWay(Frozen):
    """One demand of the case: its rule, the place and side where it asks, a sentence, and the cell it comes from."""

    rule: str
    place: str
    side: str
    sentence: str
    source: str


@dataclass(frozen=True)
class Stands:
    """What stands in the way, and ways out; `reasons` say why nothing can be said, where that is so.

    `way_out`: whether there is any; None where that is not settled.
    """

    in_the_way: tuple[InTheWay, ...] = ()
    fewest: bool = False
    ways_out: tuple[WayOut, ...] = ()
    reasons: tuple[str, ...] = ()
    way_out: bool | None = None


def what_stands(demanded: Demanded, settings: Settings) -> Stands:
    """Find the fewest demands of the case that cannot hold together with what is demanded, and ways out.

    Posts may stand as often as there are people, so that a limit on time without work is as useful as it is.
    """
    demanded = replace(demanded, question=with_room_for_all(demanded.question))
    problem, levels = demanded.question.problem, _levels(demanded)
    ways = tuple(ways_out(problem, settings, levels=levels, at_most=MOST_WAYS))
    way_out = True if ways else False if none_at_all(problem, settings, levels=levels) else None
    match smallest_conflict(problem, settings, always=demanded.taken_for_granted):
        case Conflict(demands=demands, smallest=smallest):
            found = tuple(_shown(demand, demanded.question) for demand in demands)
            return Stands(found, smallest, ways, () if demands else (NOTHING_ELSE,), way_out)
        case Unsettled(why=why):
            return Stands(ways_out=ways, reasons=(f"What stands in the way is not settled: {why}.",), way_out=way_out)
        case NoConflict():
            return Stands(ways_out=ways, reasons=(ROOM,), way_out=way_out)


def _shown(demand: Demand, question: Question) -> InTheWay:
    return InTheWay(
        rule=demand.rule,
        place=demand.place,
        side=demand.side,
        sentence=asks(demand),
        source=source_of(demand, question),
    )


def _levels(demanded: Demanded) -> Levels:
    """What may give, by level, so that what is demanded does not: the pins of such a question are all its own."""
    own = {PINS.name, *(() if NobodyDisplaced() not in demanded.wanted else (DISPLACED_LIMIT.name,))}
    stated = levels_of(rules_named(demanded.question.arrangement.scenario.limits.negotiable))
    return tuple(filter(None, (tuple(rule for rule in level if rule not in own) for level in stated)))
