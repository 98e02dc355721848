"""Trade-offs in words: what a goal comes to, what a step keeps or drops and costs, and where other options lie.

A price is told per post, never per person. Change this when trade-offs are worded in another way.
"""

from scenarios.exploring.frontier_result import Beside, GoalValue, MainFigures, RolePosts, Step, TradeOffs
from scenarios.reporting.amounts import GOAL_WORDS, count_text, fte_text, pounds_text, range_text
from solver.standing import MAIN_GOALS

LEAST_SHARE = 0.1
"""Per cent below which a share is told as less than that."""
NO_WORSE = {
    "uncovered": ("leaves no more work", "leave no more work", "leaves more work", "leave more work"),
    "displaced": (
        "displaces no more people",
        "displace no more people",
        "displaces more people",
        "displace more people",
    ),
    "cost": ("costs no more", "cost no more", "costs more", "cost more"),
}
"""How a point is no worse on a goal and how it is worse, each for one point and for several."""
WEIGHTED = (
    "Some work counts for more than its time: 'weighted FTE' is work uncovered as this goal counts it, each FTE times "
    "its weight, and points are set against each other by it; 'work uncovered' is the time itself."
)


def value_text(value: GoalValue) -> str:
    """A goal's value with its unit: "£348,667", "0.5 FTE", "2.5 weighted FTE", "16"."""
    match value.unit:
        case "pounds":
            return pounds_text(value.value)
        case "FTE" | "weighted FTE":
            return f"{fte_text(value.value)} {value.unit}"
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


def displaced_text(main: MainFigures) -> str:
    """People displaced at the least and at the most: "2 to 9"; not known at the most: "2 to ?"."""
    least, most = main.displaced_at_least, main.displaced_at_most
    return f"{count_text(least)} to ?" if most is None else range_text(least, most)


def open_text(answer: TradeOffs) -> str:
    """Whether every point is known, or how much is open."""
    if answer.complete:
        held = " and what is held" if answer.held else ""
        return f"Every point is known. For any other structure that keeps the rules{held}, {_matching_point(answer)}."
    if answer.open_share is None:
        return "Not settled."
    share = 100 * answer.open_share
    return f"Not settled: {'under 0.1' if share < LEAST_SHARE else f'{share:.1f}'}% of what lies around them is open."


def _matching_point(answer: TradeOffs) -> str:
    """What there is for any other structure: a point as good, but for the tolerance on the goal measured."""
    there = "this point is" if len(answer.points) == 1 else "one of these points is"
    *others, last = [GOAL_WORDS[goal] for goal in answer.goals]
    if answer.tolerance is None or not answer.tolerance.value:
        return f"{there} no higher on {', '.join(others)} and {last}"
    measured = GOAL_WORDS[answer.measured]
    others = [word for word in (*others, last) if word != measured]
    more = f"at most {value_text(answer.tolerance)} higher"
    return f"{there} no higher on {' and '.join(others)}, and on {measured} no higher or {more}"


def nothing_to_trade(answer: TradeOffs) -> str:
    """Where one point is all there is: that there is nothing to trade, and which goals may show more; else nothing."""
    if not answer.complete or len(answer.points) != 1:
        return ""
    *others, last = [GOAL_WORDS[goal] for goal in answer.goals]
    said = f"There is one point, so nothing to trade between {', '.join(others)} and {last} in this option: "
    said += "within what counts as no difference, one structure has the least of each."
    if {*MAIN_GOALS} <= {*answer.goals}:
        return said
    pair = "" if {*answer.goals} == {"cost", "uncovered"} else "--goals cost,uncovered, or for "
    return f"{said} To see what more or fewer posts would change, ask for {pair}--goals {','.join(MAIN_GOALS)}."


def beside_text(beside: Beside, *, weighted: bool) -> str:
    """Where no change or a given option lies against the points, on the main goals and those asked about."""
    kept = "" if not beside.rules_not_kept else f" (rules not kept: {beside.rules_not_kept})"
    main = beside.main
    weighted = weighted and main.uncovered_weighted_fte != main.uncovered_fte
    values = [
        f"annual cost {pounds_text(main.annual_cost)}",
        f"people displaced {displaced_text(main)}",
        f"work uncovered {fte_text(main.uncovered_fte)} FTE",
        *([f"{fte_text(main.uncovered_weighted_fte)} weighted FTE"] if weighted else []),
        *(f"{GOAL_WORDS[v.goal]} {value_text(v)}" for v in beside.values if v.goal not in MAIN_GOALS),
    ]
    return f"{beside.option}{kept}: {'; '.join(values)}. {_matched(beside)}"


def _matched(beside: Beside) -> str:
    """Which points are no worse on all three main goals, else which are worse on one of them alone."""
    if beside.matched_by is None:
        return "Its cost is not known, so no point is set against it."
    if beside.matched_by:
        return f"{_no_worse(beside.matched_by, but_for='')}."
    but_for = [_no_worse(points, but_for=goal) for goal, points in sorted(beside.matched_but_for.items())]
    if not but_for:
        return "Every point is worse than it on at least two of cost, people displaced and work."
    return f"No point matches it on cost, people displaced and work at once: {'; '.join(but_for)}."


def _no_worse(points: tuple[int, ...], *, but_for: str) -> str:
    """On which main goals some points are no worse, and on which they are: "points 2 to 9 cost no more and ...".

    Args: the points by position; the goal on which they are worse, empty where there is none.
    """
    several = len(points) > 1
    no_worse = [NO_WORSE[goal][several] for goal in reversed(MAIN_GOALS) if goal != but_for]
    worse = f", but {NO_WORSE[but_for][2 + several]}" if but_for else ""
    *most, last = no_worse
    which = f"{'points' if several else 'point'} {_positions(points)}"
    return f"{which if but_for else which.capitalize()} {', '.join(most)} and {last}{worse}"


def _positions(several: tuple[int, ...]) -> str:
    """Positions from 1, runs of three or more as a range: "2 and 3", "2 to 9", "1, 4 to 7 and 12"."""
    runs: list[list[int]] = []
    for number in (n + 1 for n in several):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [part for run in runs for part in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run))]
    *most, last = told
    return f"{', '.join(most)} and {last}" if most else last
