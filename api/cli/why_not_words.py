"""What "why not" prints: what a demand costs goal by goal, or what stands in its way; a given structure set against.

Only counts and differences are said: no reason is made up.
Change this when the answer to "why not" is told in another way.
"""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from api.cli.screen import indented, words
from api.cli.side_by_side import DISPLACED, difference, goals_table, side_words
from scenarios.comparing.result import StructureResult
from scenarios.exploring.against import AgainstAnswer
from scenarios.exploring.amounts import GoalDifference
from scenarios.exploring.displaced_words import displaced_words
from scenarios.exploring.explain import NOT_LEAST
from scenarios.exploring.result import BranchAnswer, Explored
from scenarios.exploring.why_not import WhyNotAnswer
from scenarios.reporting.amounts import fte_text, pounds_text
from scenarios.reporting.same_posts import ANCHOR_WORDS
from scenarios.reporting.side_by_side import other_posts
from solver.wording import some

WEIGHTED = (
    "Work uncovered is counted with its weights; people displaced at the least are those if every claim succeeds, at "
    "the most those where only own jobs and slot-ins succeed."
)
NOT_FEWEST = "It cannot hold together with these, of which fewer may be enough:"
OTHERS = "Once one of these gives, other demands may stand in its way; a way out names all that would have to give."
NO_WAY = "There is no way out: if everything that may give did, still no structure would keep what is demanded."
NO_WAY_FOUND = "No way out was found within the limits; there may be one."
NOT_SETTLED = "Not settled within the limits: what is shown is no answer yet."


def why_not_parts(found: Explored[WhyNotAnswer]) -> Iterator[RenderableType]:
    """Yield what a demand costs, option by option and branch by branch."""
    for answer in found.answers:
        yield _heading(answer, f"why not {answer.demand!r}?")
        yield words(f"Read as: {'; '.join(answer.read_as)}.")
        yield from map(words, answer.reasons)
        if answer.already:
            yield words(f"The design has it already: it costs nothing. {_people(answer)}")
            yield from _counted(answer)
        elif answer.status == "answered":
            yield from _cost(answer, found.structures)
        elif answer.status == "infeasible":
            yield from _impossible(answer)
        else:
            yield words(NOT_SETTLED)


def _heading(answer: BranchAnswer, question: str) -> RenderableType:
    branch = f" ({answer.branch})" if answer.branch else ""
    return words(f"\n{answer.option}{branch}: {question}", "bold underline")


def _cost(answer: WhyNotAnswer, structures: Sequence[StructureResult]) -> Iterator[RenderableType]:
    if answer.design is None or answer.with_demand is None:
        return
    design, other = structures[answer.design], structures[answer.with_demand]
    at_most = (answer.design_displaced_at_most, answer.other_displaced_at_most)
    yield goals_table(answer.goals, ("As designed", "With it"), design.changed_from, at_most)
    if answer.first_worse is None:
        yield words("It costs nothing: with other posts every goal comes to the same.")
    else:
        yield words(f"It comes to: {_told(answer.goals, design.changed_from)}.")
        first = side_words(answer.first_worse, design.changed_from)
        yield words(
            f"The first goal in the order that gets worse is {first}; goals after it may be better in exchange."
        )
    yield from _apart("With it there are other posts", design, other)
    yield from _counted(answer)
    yield words(WEIGHTED)


def _people(answer: WhyNotAnswer) -> str:
    """People displaced by a design that keeps the demand already, as a range."""
    low = next((goal.other for goal in answer.goals if goal.goal == DISPLACED), None)
    return "" if low is None else f"People displaced: {displaced_words(round(low), answer.other_displaced_at_most)}."


def _counted(answer: WhyNotAnswer) -> Iterator[RenderableType]:
    """Yield the posts that the demand counts with their FTE and cost, since a post is not always full-time."""
    for each in answer.counted:
        cost = "" if each.annual_cost is None else f", {pounds_text(each.annual_cost)} a year"
        now = f"{some(each.posts, 'post')} ({fte_text(each.fte)} FTE{cost})"
        yield words(f"{each.what}: {now}; today {some(each.posts_today, 'post')} ({fte_text(each.fte_today)} FTE).")


def _told(goals: Sequence[GoalDifference], changed_from: str | None) -> str:
    told = [f"{side_words(goal.goal, changed_from)}: {difference(goal)}" for goal in goals if goal.more]
    return "; ".join(told) or "nothing"


def _apart(heading: str, one: StructureResult, other: StructureResult) -> Iterator[RenderableType]:
    posts = list(other_posts(one, other))
    if posts:
        yield words(f"{heading}:")
        yield from map(indented, posts)


def _impossible(answer: WhyNotAnswer) -> Iterator[RenderableType]:
    if answer.design is None:
        return
    yield words("No structure keeps it together with the rules of the case.")
    if answer.in_the_way:
        yield words("The fewest demands that it cannot hold together with:" if answer.fewest else NOT_FEWEST)
        yield from (indented(f"{each.sentence}{f' [{each.source}]' * bool(each.source)}") for each in answer.in_the_way)
        if answer.way_out is not False:
            yield words(OTHERS)
    if not answer.ways_out:
        yield words(NO_WAY if answer.way_out is False else NO_WAY_FOUND)
    for way in answer.ways_out:
        yield words(way.sentence if way.cheapest and way.settled else f"{way.sentence} {NOT_LEAST}")
        if way.sentence_without:
            yield indented(way.sentence_without)


def against_parts(found: Explored[AgainstAnswer]) -> Iterator[RenderableType]:
    """Yield a given structure set against each design."""
    for answer in found.answers:
        yield _heading(answer, f"against {answer.against!r}")
        yield from map(words, (*answer.reasons, *answer.notes))
        yield from _breaks(answer)
        if answer.design is not None and answer.given is not None:
            design, given = found.structures[answer.design], found.structures[answer.given]
            at_most = (answer.design_displaced_at_most, answer.other_displaced_at_most)
            yield goals_table(answer.goals, ("As designed", answer.against), design.changed_from, at_most)
            yield from _either_way(answer, design.changed_from)
            yield from _apart(f"Posts of {answer.against!r}, beside the design", design, given)
        yield from _surpassed(answer, found.structures)
        if answer.status == "undecided":
            yield words(NOT_SETTLED)
        yield words(WEIGHTED)


def _breaks(answer: AgainstAnswer) -> Iterator[RenderableType]:
    if answer.given is None:
        return
    if not answer.breaks:
        yield words(f"Held to the rules and limits of the design, {answer.against!r} breaks none.")
        return
    yield words(f"Held to the rules and limits of the design, {answer.against!r} breaks {len(answer.breaks)}:")
    yield from (indented(f"{finding.message}.") for finding in answer.breaks)


def _either_way(answer: AgainstAnswer, changed_from: str | None) -> Iterator[RenderableType]:
    """Yield what the given structure does better than the design, and what worse."""
    for names, how in ((answer.better_on, "does better than the design"), (answer.worse_on, "does worse")):
        goals = [goal for goal in answer.goals if goal.goal in names]
        yield words(f"What {answer.against!r} {how}: {_told(goals, changed_from)}.")


def _surpassed(answer: AgainstAnswer, structures: Sequence[StructureResult]) -> Iterator[RenderableType]:
    kept = f"no worse than {answer.against!r} on work, people and cost"
    match answer.surpassed:
        case "yes" if answer.better is not None and answer.given is not None:
            better = structures[answer.better]
            yield words(f"There is a structure that keeps the rules, is {kept}, and is better on one of them.")
            yield words(f"A comparison calls it {answer.option!r} {ANCHOR_WORDS['improved']}. {_comes_to(better)}")
            yield from _apart(f"Beside {answer.against!r} it has", structures[answer.given], better)
        case "no":
            yield words(f"No structure of this option that keeps the rules is {kept} and better on one of them.")
        case "not settled":
            yield words(f"Whether any structure is {kept} and better on one of them is not settled.")
        case _:
            return


def _comes_to(structure: StructureResult) -> str:
    """Cost, work and people of a structure in a sentence."""
    said = (
        f"It costs {pounds_text(structure.annual_cost)} a year, leaves {fte_text(structure.uncovered_fte)} FTE of work"
    )
    people = structure.people
    gone = "" if people is None else displaced_words(people.displaced_at_least, people.displaced_at_most)
    return f"{said} uncovered; people displaced: {gone}."
