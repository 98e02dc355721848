"""The avoidance ladder: what can be done before anybody is dismissed, in its order, and what the data know about each.

Vacancies, agency workers, hours given up by consent, volunteers, turnover, redeployment elsewhere (design.md section 4;
the order in which ways out are offered). Nothing here is netted off: each is said beside the answer.
Change this when the data come to know more about a step.
"""

from dataclasses import dataclass
from fractions import Fraction

from scenarios.comparing.result import Frozen, StructureResult
from scenarios.compiling.limits import value
from scenarios.compiling.post_kinds import line_size
from scenarios.schema.columns import Kind
from scenarios.schema.figure import Figure
from scenarios.schema.scenario import Scenario
from scenarios.schema.units import print_number
from solver.wording import fte, pounds, some

MONTHS = 12
WHOLE_BASIS_POINTS = 10_000


class Rung(Frozen):
    """One step: its name, how many it is (posts, people or vacancies; null: not known), and what is known in words."""

    step: str
    count: int | None
    words: str


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


def ladder(scenario: Scenario, result: StructureResult) -> tuple[Rung, ...]:
    """Every step for a structure of a completed scenario, in the order of the ladder."""
    return (
        _vacancies(result),
        _agency(scenario),
        _hours(result),
        _volunteers(scenario),
        _turnover(scenario),
        _elsewhere(scenario),
    )


def _vacancies(result: StructureResult) -> Rung:
    vacant = None if result.posts_deleted is None else result.posts_deleted.vacant
    if vacant is None:
        return Rung(step="vacancies", count=None, words="not known: type people in sheet posts")
    deleted = 0 if result.posts_deleted is None else result.posts_deleted.total
    words = f"{vacant} of the {some(deleted, 'post')} deleted {'is' if vacant == 1 else 'are'} vacant already"
    return Rung(step="vacancies", count=vacant, words=words)


def _agency(scenario: Scenario) -> Rung:
    lines = [line for line in scenario.posts if line.contract == "agency"]
    sizes = [line_size(line) for line in lines]
    posts, size = sum(n for n, _ in sizes), sum(milli_fte for _, milli_fte in sizes)
    if not lines:
        return Rung(step="agency", count=0, words="no post is marked as filled by agency workers (posts, contract)")
    return Rung(step="agency", count=posts, words=f"{some(posts, 'post')} ({fte(size)}) filled by agency workers")


def _hours(result: StructureResult) -> Rung:
    """What the time there is work for comes to if all shared it: arithmetic, and no wish of anybody's."""
    words = "not known: the data do not hold who would work fewer hours"
    if result.people is not None and result.people.in_scope and result.fte is not None:
        each = round(Fraction(round(result.fte * 1000), result.people.in_scope))
        words += f"; {fte(round(result.fte * 1000))} shared by all {result.people.in_scope} people is {fte(each)} each"
    return Rung(step="hours by consent", count=None, words=words)


def _volunteers(scenario: Scenario) -> Rung:
    cost = value(scenario.limits.exit_cost_pence)
    once = (
        "type exit cost in sheet limits for what each costs once" if cost is None else f"each costs {pounds(cost)} once"
    )
    return Rung(step="volunteers", count=None, words=f"not known: the data do not hold who would go; {once}")


def _turnover(scenario: Scenario) -> Rung:
    share = value(scenario.limits.turnover_basis_points)
    leaving = sum(value(group.leaving) or 0 for group in scenario.groups)
    gone = f"; {some(leaving, 'person', 'people')} leaving in any case are counted already" if leaving else ""
    if share is None:
        return Rung(step="turnover", count=None, words=f"not known: type turnover in sheet limits{gone}")
    return Rung(step="turnover", count=None, words=f"{print_number(share, Kind.PERCENT)} of all people a year{gone}")


def _elsewhere(scenario: Scenario) -> Rung:
    counts = [value(row.posts) for row in scenario.elsewhere]
    if not counts:
        return Rung(step="redeployment elsewhere", count=None, words="not known: type vacancies in sheet elsewhere")
    known = [count for count in counts if count is not None]
    words = f"{some(sum(known), 'suitable vacancy', 'suitable vacancies')} outside the service, not counted in"
    if len(known) < len(counts):
        words += f"; of {len(counts) - len(known)} more the number is not known"
    return Rung(step="redeployment elsewhere", count=sum(known) if known else None, words=words)
