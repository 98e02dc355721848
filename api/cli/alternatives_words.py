"""Alternatives on the screen: how far apart they are, and two lines for each: goals against the design, and posts.

Change this when an alternative is told in another way.
"""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from api.cli.screen import indented, words
from api.cli.side_by_side import difference, goal_amount_text
from scenarios.comparing.result import StructureResult
from scenarios.exploring.alternatives import Alternative, AlternativesAnswer, PostsApart
from scenarios.exploring.amounts import GoalDifference
from scenarios.exploring.result import Explored
from scenarios.reporting.amounts import goal_words, share_text
from solver.wording import some

COUNTED = (
    "Posts are counted by team and role, those more and those fewer: a post in another team or role counts twice. "
    "Posts held, transferred or otherwise settled do not count."
)
WEIGHTED = "Work uncovered is counted with its weights."


def alternatives_parts(found: Explored[AlternativesAnswer]) -> Iterator[RenderableType]:
    """Yield the alternatives of each option and branch."""
    for answer in found.answers:
        branch = f" ({answer.branch})" if answer.branch else ""
        yield words(f"\n{answer.option}{branch}", "bold underline")
        yield from map(words, (*answer.reasons, *answer.notes))
        if answer.design is not None:
            yield from _told(answer, found.structures)
    yield words("")
    yield words(COUNTED, "dim")
    yield words(WEIGHTED, "dim")


def _told(answer: AlternativesAnswer, structures: Sequence[StructureResult]) -> Iterator[RenderableType]:
    slack = share_text(round(100 * answer.slack_percent))
    changed_from = structures[answer.design or 0].changed_from
    design = "; ".join(
        f"{goal_words(each.goal, changed_from)} {goal_amount_text(each, each.design)}" for each in answer.within
    )
    most = "; ".join(
        f"{goal_words(each.goal, changed_from)} {goal_amount_text(each, each.other)}" for each in answer.within
    )
    yield words(f"The design comes to: {design}.")
    yield words(f"Within {slack} of it, in whole units, or its tolerance where that is more: {most}, at the most.")
    yield from map(words, _how_far(answer, slack))
    for number, each in enumerate(answer.alternatives, 1):
        yield words(f"{number}. Differs from the design in {some(each.apart, 'post')}", "bold")
        yield from map(indented, (_goals(each, changed_from), _posts(each.posts)))


def _how_far(answer: AlternativesAnswer, slack: str) -> Iterator[str]:
    """Say how many structures there are and how far apart; what is not settled is told as that."""
    several = 1 + len(answer.alternatives)
    if answer.none_left:
        than = "the design" if several == 1 else f"these {several}, the design among them,"
        yield f"No other structure within {slack} differs from {than} by a post: there are no more."
    if answer.least_distance is None:
        return
    least = some(answer.least_distance, "post")
    yield f"Of these {several} structures, the design among them, any two differ in {least} or more."
    if answer.none_left or answer.status == "undecided":
        return
    if answer.settled:
        yield f"No {several} structures within {slack}, the design among them, all differ in more."
    else:
        yield (
            f"Whether {several} structures all differ in more is not settled: none differ in more than "
            f"{some(answer.no_further or 0, 'post')}."
        )


def _goals(alternative: Alternative, changed_from: str | None) -> str:
    gains = _list([goal for goal in alternative.goals if goal.more < 0], changed_from)
    losses = _list([goal for goal in alternative.goals if goal.more > 0], changed_from)
    if not gains and not losses:
        return "On every goal it comes to the same as the design."
    return f"It gains: {gains or 'nothing'}. It loses: {losses or 'nothing'}."


def _list(goals: Sequence[GoalDifference], changed_from: str | None) -> str:
    return "; ".join(f"{goal_words(goal.goal, changed_from)} {difference(goal)}" for goal in goals)


def _posts(posts: Sequence[PostsApart]) -> str:
    """Posts more and posts fewer, by role and team."""
    more = _counted([each for each in posts if each.more > 0])
    fewer = _counted([each for each in posts if each.more < 0])
    return " ".join(f"{how}: {told}." for how, told in (("Posts more", more), ("Posts fewer", fewer)) if told)


def _counted(posts: Sequence[PostsApart]) -> str:
    return "; ".join(f"{abs(each.more)} {each.role} in {each.team}" for each in posts)
