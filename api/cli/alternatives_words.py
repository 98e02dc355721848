"""Alternatives on the screen: how far apart they are, and two lines for each: goals against the design, and posts.

Change this when an alternative is told in another way.
"""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from api.cli.screen import indented, words
from api.cli.side_by_side import difference, goal_amount_text
from scenarios.comparing.result import StructureResult
from scenarios.exploring.alternatives import Alternative, AlternativesAnswer, PostsApart, RoleApart
from scenarios.exploring.amounts import GoalDifference
from scenarios.exploring.result import Explored
from scenarios.reporting.amounts import count_text, goal_words, share_text
from solver.wording import some

AT_LEAST = "at the least, if every claim succeeds"
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
    mine = structures[answer.design or 0]
    changed_from = mine.changed_from
    design = "; ".join(_amount(each, each.design, mine) for each in answer.within)
    most = "; ".join(_amount(each, each.other, None) for each in answer.within)
    yield words(f"The design comes to: {design}.{_same_as(answer.design_same_posts_as)}")
    yield words(f"Within {slack} of it, in whole units, or its tolerance where that is more: {most}, at the most.")
    yield from map(words, _how_far(answer, slack))
    for number, each in enumerate(answer.alternatives, 1):
        yield words(f"{number}. {_differs(each)}", "bold")
        yield from map(indented, _of_one(each, structures[each.structure], changed_from))
    yield from _other_roles(answer, structures, slack)


def _amount(goal: GoalDifference, amount: float, of: StructureResult | None) -> str:
    """What a goal comes to, people displaced as a range where it is that of a structure."""
    text = f"{goal_words(goal.goal, None if of is None else of.changed_from)} {goal_amount_text(goal, amount)}"
    if goal.goal != "displaced":
        return text
    if of is None or of.people is None:
        return f"{text} at the least"
    return f"{text} {AT_LEAST}, {count_text(of.people.displaced_at_most)} at the most"


def _same_as(options: Sequence[str]) -> str:
    return f" These are the posts of {_and([repr(each) for each in options])}." if options else ""


def _and(parts: Sequence[str]) -> str:
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last


def _differs(each: Alternative) -> str:
    by_role = f"in {some(each.apart_by_role, 'post')} by role" if each.apart_by_role else "in none by role"
    return f"Differs from the design in {some(each.apart, 'post')} by team and role, {by_role}"


def _of_one(each: Alternative, result: StructureResult, changed_from: str | None) -> Iterator[str]:
    """Goals against the design, posts by team, then by role over all teams, and whose posts they are."""
    yield _goals(each, changed_from)
    if result.people is not None:
        people = result.people
        least, most = count_text(people.displaced_at_least), count_text(people.displaced_at_most)
        yield f"People displaced: {least} {AT_LEAST}, {most} at the most."
    yield _posts(each.posts)
    if not each.apart_by_role:
        yield "The same posts by role; they sit in other teams."
    in_all = "; ".join(f"{role.other} {role.role}{_against(role)}" for role in each.roles)
    yield f"By role, over all teams: {in_all}.{_same_as(each.same_posts_as)}"


def _against(role: RoleApart) -> str:
    return f" ({abs(role.more)} {'more' if role.more > 0 else 'fewer'})" if role.more else ""


def _how_far(answer: AlternativesAnswer, slack: str) -> Iterator[str]:
    """Say how many structures there are and how far apart; what is not settled is told as that."""
    several = len(answer.alternatives)
    them = some(several, "alternative")
    if answer.none_left:
        these = f"one of the design and {them}" if several else "the design"
        yield (
            f"There are no more: every structure within {slack} has the same posts, team by team and role by role, as "
            f"{these}."
        )
    if answer.least_distance is None:
        return
    least = some(answer.least_distance, "post")
    whole = "The design and the alternative" if several == 1 else f"The design and {them}: any two of them"
    yield f"{whole} differ in at least {least} by team and role."
    if answer.none_left or answer.status == "undecided":
        return
    if answer.settled:
        yield f"No other choice of {them} within {slack} would set all of them further apart."
    else:
        yield (
            f"Whether another choice of {them} would set all of them further apart is not settled; none sets them "
            f"further apart than {some(answer.no_further or 0, 'post')}."
        )


def _other_roles(
    answer: AlternativesAnswer, structures: Sequence[StructureResult], slack: str
) -> Iterator[RenderableType]:
    """Where every alternative has the design's posts by role: one with others, or that there is none."""
    if answer.other_roles is not None:
        each = answer.other_roles
        how = "differs most" if answer.roles_settled else "differs (whether another differs more is not settled)"
        yield words(f"With other posts by role: {_differs(each)[:1].lower()}{_differs(each)[1:]}", "bold")
        yield indented(
            f"All alternatives above have the design's posts by role. Within {slack}, this one {how} by role."
        )
        changed_from = structures[answer.design or 0].changed_from
        yield from map(indented, _of_one(each, structures[each.structure], changed_from))
    elif answer.roles_settled is not None:
        none = f"no structure within {slack} has other posts by role than the design: only teams can differ"
        unsettled = f"whether any structure within {slack} has other posts by role than the design is not settled"
        said = none if answer.roles_settled else unsettled
        yield words(f"{said[:1].upper()}{said[1:]}.")


def _goals(alternative: Alternative, changed_from: str | None) -> str:
    gains = _list([goal for goal in alternative.goals if goal.more < 0], changed_from)
    losses = _list([goal for goal in alternative.goals if goal.more > 0], changed_from)
    if not gains and not losses:
        return "On every goal it comes to the same as the design."
    return f"It gains: {gains or 'nothing'}. It loses: {losses or 'nothing'}."


def _list(goals: Sequence[GoalDifference], changed_from: str | None) -> str:
    return "; ".join(
        f"{goal_words(goal.goal, changed_from)} {difference(goal)}{' at the least' * (goal.goal == 'displaced')}"
        for goal in goals
    )


def _posts(posts: Sequence[PostsApart]) -> str:
    """Posts more and posts fewer, by role and team."""
    more = _counted([each for each in posts if each.more > 0])
    fewer = _counted([each for each in posts if each.more < 0])
    return " ".join(f"{how}: {told}." for how, told in (("Posts more", more), ("Posts fewer", fewer)) if told)


def _counted(posts: Sequence[PostsApart]) -> str:
    return "; ".join(f"{abs(each.more)} {each.role} in {each.team}" for each in posts)
