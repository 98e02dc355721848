"""What the answers rest on, as placeholders: what must be true, what is assumed or not known, doubts, provenance.

Doubts are notes for the author to settle before a paper is published: the public version says only how many there are.
Change this when a paper has to say more about what stands behind it.
"""

from scenarios.checking.guesses import Guess, guesses_of
from scenarios.comparing.assumptions import assumptions as movable
from scenarios.reporting.must_be_true import needs
from scenarios.reporting.paper.disclosure import HIDDEN
from scenarios.reporting.paper.told import Row, Told
from scenarios.schema.canonical import canonical, with_sources
from scenarios.schema.faults import Doubt, Spot
from scenarios.schema.scenario import Scenario


def must_be_true(told: Told) -> list[Row]:
    """Return each assumption that a structure depends on, with where it breaks and what is so there."""
    words = {each.label: each.words for each in movable(_scenario(told))}
    rows: list[Row] = []
    for shown in told.shown:
        for need in needs(shown):
            hidden = told.seen.tells_people("", need.assumption)
            rows.append(
                {
                    "structure": f"{shown.number}. {shown.title}",
                    "number": str(shown.number),
                    "assumption": told.of_a_post(need.assumption),
                    "words": told.of_a_post(words.get(need.assumption, need.assumption)),
                    "value": HIDDEN if hidden else need.value,
                    "range": HIDDEN if hidden else f"{need.low} to {need.high}",
                    "breaks": HIDDEN if hidden else "; ".join(need.breaks),
                }
            )
    return rows


def assumptions(told: Told) -> list[Row]:
    """Return every figure of the case that is assumed or not known, with its range and where it comes from."""
    return [_assumption(guess, told) for guess in guesses_of(_scenario(told))]


def _scenario(told: Told) -> Scenario:
    """The scenario in the order and with the sources that the answers were worked out from."""
    return canonical(with_sources(told.case.scenario))


def _assumption(guess: Guess, told: Told) -> Row:
    hidden = guess.known and told.seen.tells_people(guess.sheet, guess.figure)
    return {
        "sheet": guess.sheet.replace("_", " "),
        "figure": told.of_a_post(guess.figure),
        "words": told.of_a_post(guess.words),
        "value": HIDDEN if hidden else guess.value,
        "kind": "assumed, with a range" if guess.movable else "assumed" if guess.known else "not known",
        "source": told.seen.sentence(guess.source),
    }


def doubts(told: Told) -> list[Row]:
    """Return what a reader should look at again, with the places that disagree; nothing of it is public."""
    return [] if told.seen.is_public else [_doubt(doubt) for doubt in told.case.doubts]


def _doubt(doubt: Doubt) -> Row:
    place = str(Spot(doubt.sheet, doubt.row, doubt.column, doubt.cell))
    return {"place": place, "against": doubt.against or "", "doubt": doubt.message}


def not_known(told: Told) -> list[str]:
    """Return what is not known and bears on an answer, each once, in order."""
    return sorted({told.seen.sentence(text) for each in told.shown for text in each.first.unknown})


def provenance(told: Told) -> list[str]:
    """Return what the results were made from, so that anybody can have them made again."""
    made = told.shown[0].first.provenance
    return [
        f"Input: {told.comparison.case}, SHA-256 {made.input_digest}.",
        f"Versions: {', '.join(f'{name} {number}' for name, number in sorted(made.versions.items()))}.",
        f"Limits of each search: effort {made.effort_limit:g}, nodes {made.node_limit:,}.",
    ]
