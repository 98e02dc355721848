"""Trade-offs as a picture: each option's points, joined by steps, with no change and the given options beside them.

Drawn as SVG with the library and the font of the paper's charts; same trade-offs, same bytes on one
machine. Change this when the picture shows something else.
"""

from dataclasses import dataclass

import altair as alt
import vl_convert

from scenarios.exploring.frontier_result import GoalValue, TradeOffs
from scenarios.exploring.result import Explored
from scenarios.reporting.amounts import GOAL_WORDS
from scenarios.reporting.paper.charts import FONT, INK, LABEL_PIXELS
from scenarios.reporting.trade_offs import heading, value_text

WIDTH, HEIGHT = 560, 340
UNITS = {"pounds": "pounds a year", "FTE": "FTE", "weighted FTE": "weighted FTE", "people": "people", "posts": "posts"}
ENOUGH_TO_LIST = 4
STRETCH, TENTH = 1, 10
"""What lies beside the points is drawn where it makes an axis at most three times as long, or within a tenth."""
COLOURS = ("#1d4f7c", "#b5651d", "#3f7d4e", "#8a3b6b", "#6b6b6b", "#a08a1f", "#2a8c8c", "#934040")

Row = dict[str, str | float]


@dataclass(frozen=True)
class Picture:
    """A picture as SVG, and in words what it shows."""

    svg: str
    words: str


def trade_off_chart(found: Explored[TradeOffs]) -> Picture:
    """Draw the trade-offs of every option and branch that has points; words alone where none has."""
    answers = [answer for answer in found.answers if answer.points]
    if not answers:
        return Picture(
            _svg(alt.Chart(alt.InlineData(values=[{}])).mark_point(opacity=0), "", ""), "No point was found."
        )
    across, up = _axes(answers[0])
    rows = [_row(name_of(answer), point.values, across, up) for answer in answers for point in answer.points]
    stated_rows = _beside(answers, across, up)
    beside = [row for row in stated_rows if _near(row, rows)]
    beyond = [row for row in stated_rows if not _near(row, rows)]
    names = [name_of(answer) for answer in answers]
    scale = alt.Scale(domain=names, range=[COLOURS[n % len(COLOURS)] for n in range(len(names))])
    x = alt.X("across:Q", title=_title(answers[0], across), scale=alt.Scale(zero=False, nice=True))
    y = alt.Y("up:Q", title=_title(answers[0], up), scale=alt.Scale(zero=False, nice=True))
    points = alt.Chart(alt.InlineData(values=rows)).encode(
        x=x, y=y, color=alt.Color("name:N", scale=scale, legend=alt.Legend(title=None, labelLimit=260))
    )
    stated = alt.Chart(alt.InlineData(values=beside)).encode(x=x, y=y)
    layers = [
        points.mark_line(interpolate="step-after", opacity=0.6),
        points.mark_point(filled=True, size=50, opacity=1),
        stated.mark_point(shape="diamond", size=110, color=INK, strokeWidth=2),
        stated.mark_text(align="left", dx=9, dy=-7, color=INK).encode(text="name:N"),
    ]
    return Picture(_svg(alt.layer(*layers), found.title, _beyond(beyond)), _words(answers))


def name_of(answer: TradeOffs) -> str:
    """Option and branch: "model A (Band A)"."""
    return answer.option + (f" ({answer.branch})" if answer.branch else "")


def _axes(answer: TradeOffs) -> tuple[str, str]:
    """The goal from left to right, and the one from bottom to top: the measured one; a third is not drawn."""
    return next(goal for goal in answer.goals if goal != answer.measured), answer.measured


def _title(answer: TradeOffs, goal: str) -> str:
    unit = next(value.unit for value in answer.points[0].values if value.goal == goal)
    said = heading(goal)
    return said if unit in ("people", "posts") else f"{said}, {UNITS[unit]}"


def _row(name: str, values: tuple[GoalValue, ...], across: str, up: str) -> Row:
    by_goal = {value.goal: value.value for value in values}
    return {"name": name, "across": by_goal[across], "up": by_goal[up]}


def _beside(answers: list[TradeOffs], across: str, up: str) -> list[Row]:
    """Each given option once a branch, and no change once."""
    rows: dict[str, Row] = {}
    for answer in answers:
        for each in answer.beside:
            shown = each.option + (f" ({answer.branch})" if answer.branch and each.option != "no change" else "")
            rows.setdefault(shown, {**_row(shown, each.values, across, up), "at": _at(each.values)})
    return list(rows.values())


def _near(row: Row, rows: list[Row]) -> bool:
    """Whether something beside the points lies near enough not to squeeze them into a corner."""
    for axis in ("across", "up"):
        values = [float(each[axis]) for each in rows]
        low, high = min(values), max(values)
        room = max(STRETCH * (high - low), abs(high) / TENTH)
        if not low - room <= float(row[axis]) <= high + room:
            return False
    return True


def _beyond(rows: list[Row]) -> str:
    """What is told and not drawn."""
    told = "; ".join(f"{row['name']} ({row['at']})" for row in rows)
    return f"Beyond this picture: {told}" if told else ""


def _words(answers: list[TradeOffs]) -> str:
    goals = " and ".join(GOAL_WORDS[goal] for goal in answers[0].goals)
    said = "; ".join(f"{name_of(answer)}: {_listed(answer)}" for answer in answers)
    beside = "; ".join(f"{row['name']}: {row['at']}" for row in _beside(answers, *_axes(answers[0])))
    return f"Trade-offs between {goals}. {said}. Beside them: {beside or 'nothing'}."


def _listed(answer: TradeOffs) -> str:
    if len(answer.points) <= ENOUGH_TO_LIST:
        return "; ".join(_at(point.values) for point in answer.points)
    first, last = answer.points[0], answer.points[-1]
    return f"{len(answer.points)} points from {_at(first.values)} to {_at(last.values)}"


def _at(values: tuple[GoalValue, ...]) -> str:
    return ", ".join(f"{GOAL_WORDS[value.goal]} {value_text(value)}" for value in values)


def _svg(drawn: alt.LayerChart | alt.FacetChart | alt.Chart, title: str, beyond: str) -> str:
    axes = {"labelFontSize": LABEL_PIXELS, "titleFontSize": LABEL_PIXELS}
    plain = drawn.properties(width=WIDTH, height=HEIGHT, title=alt.TitleParams(title, subtitle=beyond, anchor="start"))
    styled = plain.configure(font=FONT, background="white").configure_view(stroke=None).configure_axis(**axes)
    spec = styled.configure_text(fontSize=LABEL_PIXELS).configure_legend(labelFontSize=LABEL_PIXELS).to_json()
    return vl_convert.vegalite_to_svg(spec)
