"""The avoidance ladder: what can be done before anybody is dismissed, in its order, and what the data know about each.

Vacancies, agency workers and fixed terms, volunteers, hours given up by consent, turnover, redeployment elsewhere
(design.md section 4; domain-rules.md sections 10 and 11). Nothing here is netted off: each is said beside the answer.
Volunteers are numbers by staff group, never persons. Change this when the data come to know more about a step.
"""

from dataclasses import dataclass
from typing import Literal

from scenarios.comparing.result import Frozen, StructureResult
from scenarios.compiling.limits import value
from scenarios.compiling.post_kinds import line_size, standards
from scenarios.schema.columns import Kind
from scenarios.schema.derive_posts import FULL_TIME_MILLI_FTE, role_of_titles
from scenarios.schema.figure import Figure
from scenarios.schema.posts import Post
from scenarios.schema.scenario import Scenario
from scenarios.schema.units import print_number
from solver.wording import fte, pounds, some

MONTHS = 12
WHOLE_BASIS_POINTS = 10_000
Step = Literal[
    "vacancies", "agency and fixed terms", "volunteers", "hours by consent", "turnover", "redeployment elsewhere"
]


class Rung(Frozen):
    """One step: its name, how many it is (posts, people or vacancies; null: not known), and what is known in words.

    `enough`: with it alone nobody more need be displaced than the limit allows, found by searching again (null where
    that was not searched); `one_off` in pounds where it is known.
    """

    step: Step
    count: int | None
    words: str
    enough: bool | None = None
    one_off: float | None = None


@dataclass(frozen=True)
class Months:
    """Months until turnover has taken so many people: from the highest rate to the lowest; None where not known."""

    low: int | None = None
    expected: int | None = None
    high: int | None = None


def months_until(people: int, scope: int, turnover: Figure | None) -> Months:
    """Whole months, rounded up, until so many people have left of those in scope, at a share a year.

    Args: people to leave; people in scope; the share a year in basis points, as a figure with its range. None where the
    share is not known, or where nobody ever leaves.
    """
    if turnover is None or turnover.value is None:
        return Months()
    low, high = turnover.bounds or (turnover.value, turnover.value)
    return Months(_months(people, scope, high), _months(people, scope, turnover.value), _months(people, scope, low))


def _months(people: int, scope: int, basis_points: int) -> int | None:
    if not people:
        return 0
    if basis_points <= 0 or not scope:
        return None
    return -(-people * MONTHS * WHOLE_BASIS_POINTS // (scope * basis_points))


def ladder(scenario: Scenario, result: StructureResult, over: int = 0) -> tuple[Rung, ...]:
    """Every step for a structure of a completed scenario, in the order of the ladder.

    Args: `over` people more than a limit allows are to find a way on; 0: no limit is asked about.
    """
    return (
        _vacancies(scenario, result),
        _ending(scenario),
        _volunteers(scenario),
        Rung(step="hours by consent", count=None, words="not known: the data do not hold who would work fewer hours"),
        _turnover(scenario, result, over),
        _elsewhere(scenario, over),
    )


def _vacancies(scenario: Scenario, result: StructureResult) -> Rung:
    vacant = sum(_vacant(post, scenario) for post in scenario.posts)
    deleted = result.posts_deleted
    gone = None if deleted is None else deleted.vacant
    if not vacant and gone is None:
        return Rung(step="vacancies", count=None, words="not known: type people in sheet posts")
    words = "no post to be filled is vacant today"
    if vacant:
        words = f"{some(vacant, 'post is', 'posts are')} vacant today: filled from within, each is a place"
    if deleted is not None and gone is not None:
        words += f"; {gone} of the {some(deleted.total, 'post')} deleted {'is' if gone == 1 else 'are'} vacant already"
    return Rung(step="vacancies", count=vacant, words=words)


def _vacant(post: Post, scenario: Scenario) -> int:
    """Posts of a line without people, as far as both numbers are known; those held vacant on purpose give no place."""
    held = post.change is not None and post.change.kind == "held"
    people = value(post.people)
    if held or people is None or post.contract == "agency":
        return 0
    return max(0, _size(post, scenario)[0] - people)


def _ending(scenario: Scenario) -> Rung:
    step: Step = "agency and fixed terms"
    sizes = [_size(post, scenario) for post in scenario.posts if post.contract in ("agency", "fixed-term")]
    posts, size = sum(n for n, _ in sizes), sum(milli_fte for _, milli_fte in sizes)
    if not posts:
        return Rung(
            step=step,
            count=0,
            words="no post is marked as held by agency workers or for a fixed term (posts, contract)",
        )
    said = f"{some(posts, 'post')} ({fte(size)}) held by agency workers or for a fixed term"
    return Rung(step=step, count=posts, words=f"{said}: where the work goes on, each that ends is a place")


def _size(post: Post, scenario: Scenario) -> tuple[int, int]:
    """Posts of a line, stated or by its FTE, and their thousandths of FTE."""
    role = role_of_titles(scenario).get(post.title, post.title)
    return line_size(post, standards(scenario).get(role, FULL_TIME_MILLI_FTE))


def _volunteers(scenario: Scenario) -> Rung:
    cost = value(scenario.limits.exit_cost_pence)
    once = (
        "type exit cost in sheet limits for what each costs once" if cost is None else f"each costs {pounds(cost)} once"
    )
    return Rung(step="volunteers", count=None, words=f"not known: the data do not hold who would go; {once}")


def _turnover(scenario: Scenario, result: StructureResult, over: int) -> Rung:
    share = value(scenario.limits.turnover_basis_points)
    leaving = sum(value(group.leaving) or 0 for group in scenario.groups)
    gone = f"; {some(leaving, 'person', 'people')} leaving in any case are counted already" if leaving else ""
    if share is None:
        return Rung(step="turnover", count=None, words=f"not known: type turnover in sheet limits{gone}")
    scope = 0 if result.people is None else result.people.in_scope
    months = months_until(over, scope, scenario.limits.turnover_basis_points).expected if over else None
    until = f": {some(over, 'person', 'people')} in about {some(months, 'month')}" if months else ""
    said = f"{print_number(share, Kind.PERCENT)} of all people a year{until}{gone}"
    return Rung(step="turnover", count=None, words=said)


def _elsewhere(scenario: Scenario, over: int) -> Rung:
    step: Step = "redeployment elsewhere"
    if not scenario.elsewhere:
        return Rung(step=step, count=None, words="not known: type vacancies in sheet elsewhere")
    known = [(n, row.role, row.service) for row in scenario.elsewhere if (n := value(row.posts)) is not None]
    number = sum(posts for posts, _, _ in known)
    listed = ", ".join(f"{n} {role}" + (f" in {service}" if service else "") for n, role, service in known if n)
    words = f"{some(number, 'suitable vacancy', 'suitable vacancies')} outside the service"
    words += (f" ({listed})" if listed else "") + ", shown apart and not counted in"
    if over and number:
        words += f": at most {some(min(number, over), 'person', 'people')} could go there"
    if unknown := len(scenario.elsewhere) - len(known):
        words += f"; of {unknown} more the number is not known"
    return Rung(step=step, count=number if known else None, words=words)
