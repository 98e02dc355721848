"""Trade-offs in words: what a goal comes to, what a step keeps or drops and costs, and where other options lie.

A price is told per post, never per person. Change this when trade-offs are worded in another way.
"""

from scenarios.exploring.frontier_result import Beside, GoalValue, RolePosts, Step, TradeOffs
from scenarios.reporting.amounts import GOAL_WORDS, count_text, fte_text, pounds_text

LEAST_SHARE = 0.1
"""Per cent below which a share is told as less than that."""


def value_text(value: GoalValue) -> str:
    """A goal's value with its unit: "£348,667", "0.5 FTE", "16"."""
    match value.unit:
        case "pounds":
            return pounds_text(value.value)
        case "FTE":
            return f"{fte_text(value.value)} FTE"
        case _:
            return count_text(int(value.value))


def heading(goal: str) -> str:
    """A goal as a heading: "Annual cost"."""
    words = GOAL_WORDS[goal]
    return words[0].upper() + words[1:]


def step_text(step: Step) -> str:
    """What a point keeps against its neighbour, and what that costs a year."""
    kept = _listed([row for row in step.posts if _more(row)])
    dropped = _listed([row for row in step.posts if not _more(row)])
    said = ", ".join(part for part in (kept and f"keeps {kept}", dropped and f"drops {dropped}") if part)
    said = said or "the same posts by role, elsewhere"
    if step.annual_cost is None:
        return f"{said}: cost not known"
    each = "" if step.price_per_post is None else f", {pounds_text(step.price_per_post)} for each post"
    several = abs(step.posts[0].posts) > 1 if len(step.posts) == 1 else False
    return f"{said}: {_price(step.annual_cost)}{each if several else ''}"


def _price(pounds: float) -> str:
    return f"{pounds_text(abs(pounds))} a year {'more' if pounds >= 0 else 'less'}"


def _more(row: RolePosts) -> bool:
    return row.fte > 0 or (row.fte == 0 and row.posts > 0)


def _listed(rows: list[RolePosts]) -> str:
    return " and ".join(_of_role(row) for row in rows)


def _of_role(row: RolePosts) -> str:
    """Posts of a role, or FTE where their number stays or goes the other way."""
    same_way = row.posts * row.fte > 0
    if not same_way:
        return f"{fte_text(abs(row.fte))} FTE of {row.role}"
    posts = abs(row.posts)
    return f"{posts} {row.role} post{'' if posts == 1 else 's'} ({fte_text(abs(row.fte))} FTE)"


def open_text(answer: TradeOffs) -> str:
    """Whether every point is known, or how much is open."""
    if answer.complete:
        return f"Every point is known: no other structure within these figures {_comes_to_less(answer)}."
    if answer.open_share is None:
        return "Not settled."
    share = 100 * answer.open_share
    return f"Not settled: {'under 0.1' if share < LEAST_SHARE else f'{share:.1f}'}% of what lies around them is open."


def _comes_to_less(answer: TradeOffs) -> str:
    less = "comes to less of one of these goals with no more of the others"
    if answer.tolerance is None or not answer.tolerance.value:
        return less
    return f"{less}, but for {value_text(answer.tolerance)} or less of {GOAL_WORDS[answer.measured]}"


def beside_text(beside: Beside) -> str:
    """Where no change or a given option lies against the points."""
    values = "; ".join(f"{GOAL_WORDS[value.goal]} {value_text(value)}" for value in beside.values)
    kept = "" if not beside.rules_not_kept else f" (rules not kept: {beside.rules_not_kept})"
    return f"{beside.option}{kept}: {values}. {_matched(beside)}"


def _matched(beside: Beside) -> str:
    match beside.matched_by:
        case None:
            return "Its cost is not known, so no point is set against it."
        case ():
            return "No point costs no more, displaces no more people and covers no less work."
        case (only,):
            return f"Point {only + 1} costs no more, displaces no more people and covers no less work."
        case several:
            return f"Points {_positions(several)} cost no more, displace no more people and cover no less work."


def _positions(several: tuple[int, ...]) -> str:
    """Positions from 1, a run of them as a range: "2 and 3", "2 to 9"."""
    numbers = [n + 1 for n in several]
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"{numbers[0]} to {numbers[-1]}"
    *most, last = [str(n) for n in numbers]
    return f"{', '.join(most)} and {last}"
