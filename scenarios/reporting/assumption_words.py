"""What must be true, as it is told at length: answers that depend on the same together, and the sentences about them.

Shared by the screen, the tables and the pictures, so that they cannot differ.
Change this when what must be true is told in other sentences.
"""

from dataclasses import dataclass

from scenarios.comparing.standing import (
    ALL_COVERED,
    NO_LONGER_FIT,
    NO_LONGER_IMPROVES,
    NOT_SETTLED,
    NOW_IMPROVES,
    OTHERS,
    SOMETHING_FITS,
)
from scenarios.exploring.must_be_true import Assumed, MustBeTrue, Together
from scenarios.exploring.result import Explored
from scenarios.reporting.must_be_true import where
from scenarios.reporting.same_posts import name_of, shown_once, titled
from solver.wording import some

STANDS_WORDS, NOT_ASKED_WORDS = "the answer stands", "not asked: stopped before"
LEFT = "work is left uncovered"
SIGNS = {
    STANDS_WORDS: ".",
    LEFT: "L",
    ALL_COVERED: "C",
    NO_LONGER_FIT: "R",
    OTHERS["uncovered"]: "W",
    OTHERS["displaced"]: "P",
    OTHERS["cost"]: "£",
    NO_LONGER_IMPROVES: "N",
    NOW_IMPROVES: "I",
    SOMETHING_FITS: "S",
    NOT_SETTLED: "?",
    NOT_ASKED_WORDS: "-",
}
"""A sign for each thing that can be so where figures are moved, the same for every answer."""
WHY = (
    "No assumption changes this answer alone; these two change most what posts come to in work, people and cost.",
    "Only the first changes this answer alone; of the others, the second changes most what posts come to.",
    "The two whose break-evens are nearest, as a share of their range.",
)
"""Why these two were moved together, by how many of them change the answer alone."""


@dataclass(frozen=True)
class Section:
    """Answers with the same posts that depend on the same: what to call them, how the search ended, what they need."""

    title: str
    status: str
    needs: MustBeTrue


def sections(found: Explored[MustBeTrue]) -> tuple[Section, ...]:
    """Put answers that have the same posts and depend on the same together, in the order of the results."""
    place = {id(structure): number for number, structure in enumerate(found.structures)}
    told = {answer.structure: answer for answer in found.answers}
    made = []
    for shown in shown_once(found.structures):
        alike: dict[object, list[MustBeTrue]] = {}
        for structure in shown.answers:
            needs = told[place[id(structure)]]
            alike.setdefault((needs.assumptions, needs.together, needs.reasons), []).append(needs)
        for same in alike.values():
            title = titled(name_of(shown.first), (needs.anchor for needs in same))
            made.append(Section(title, shown.first.status, same[0]))
    return tuple(made)


def assumed_words(each: Assumed) -> str:
    """Say of one assumption what it is taken as, how far it may be out, and from where on the answer is another one."""
    taken = f"{each.assumption}: taken as {each.value.cell}, may be {each.low.cell} to {each.high.cell}"
    broken = "; ".join(f"{where(broken)}, {broken.then}" for broken in each.breaks)
    return f"{taken}; {broken or f'{STANDS_WORDS} over its whole range, asked at {each.figures} figures'}."


def kind_of(then: str | None) -> str:
    """What is so in a cell, without amounts, so that cells where the same is so are told as the same."""
    if then is None:
        return NOT_ASKED_WORDS
    return LEFT if then.endswith("is left uncovered") else then or STANDS_WORDS


def signs(*grids: Together) -> dict[str, str]:
    """The signs of what is so in any cell of some grids, in their order."""
    kinds = {kind_of(then) for together in grids for row in together.cells for then in row}
    return {kind: sign for kind, sign in SIGNS.items() if kind in kinds}


def together_words(together: Together) -> tuple[str, ...]:
    """Say which two were moved together and why, and whether they do together what neither does alone."""
    pair = f"Moved together: {together.first} (across) with {together.second} (down)."
    return f"{pair} {WHY[together.change_it_alone]}", *corner_words(together)


def corner_words(together: Together) -> tuple[str, ...]:
    """Say whether both together change the answer where neither does alone, and whether one makes up for the other."""
    kinds = [kind_of(then) for row in together.cells for then in row]
    unknown = NOT_SETTLED in kinds or NOT_ASKED_WORDS in kinds
    asked = "where it is settled" if unknown else f"at any of the {len(kinds)} pairs of figures asked"
    if together.only_together:
        spot = together.only_together[0]
        pairs = some(len(together.only_together), "pair")
        alone = (
            f"Both together change the answer where neither does alone, at {pairs} of figures; nearest: "
            f"{spot.first} with {spot.second}: {spot.then}."
        )
    else:
        alone = f"Both together change nothing that neither changes alone, {asked}."
    if not together.made_up:
        return (alone,)
    spot, pairs = together.made_up[0], some(len(together.made_up), "pair")
    made_up = (
        f"One can make up for the other, at {pairs} of figures; nearest: {spot.first} with {spot.second}: the answer "
        "stands, although one of the two alone changes it."
    )
    return alone, made_up
