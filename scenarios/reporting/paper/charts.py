"""Charts of a paper as pictures: cost by structure, posts before and after, people displaced at least and at most.

Each shows fields of the results and nothing else, and says in its alternative text what it shows in numbers. Only what
the readers of the version may see is drawn. Same results, same bytes on one machine.
Change this when a paper shows another chart, or charts look otherwise.
"""

from dataclasses import dataclass
from struct import unpack

import altair as alt
import vl_convert

from scenarios.reporting.amounts import count_text, pounds_text, range_text
from scenarios.reporting.paper.disclosure import HIDDEN
from scenarios.reporting.paper.told import Told
from scenarios.reporting.same_posts import Shown

FONT = "Liberation Sans"
"""Comes with the library that draws, so that no machine has to have it."""
INK, BEFORE, AFTER = "#222222", "#a6b4c4", "#1d4f7c"
WIDTH = 340
LABEL_PIXELS = 13
GROUP_PIXELS = 18
"""Height of one bar where bars stand side by side."""
SCALE = 2

Points = list[dict[str, str | float]]


@dataclass(frozen=True)
class Chart:
    """A picture as PNG, and in words what it shows."""

    png: bytes
    words: str

    @property
    def points(self) -> tuple[int, int]:
        """Its width and height as drawn, before it is made finer."""
        across, down = unpack(">II", self.png[16:24])
        return across // SCALE, down // SCALE


def cost_chart(told: Told) -> Chart | None:
    """Draw the cost a year of every structure whose cost is known; None where none is."""
    known = [each for each in told.shown if each.first.annual_cost is not None]
    points: Points = [
        {"name": _name(each), "pounds": each.first.annual_cost or 0.0, "label": pounds_text(each.first.annual_cost)}
        for each in known
    ]
    if not points:
        return None
    bars = alt.Chart(alt.InlineData(values=points)).encode(
        y=_names("name"), x=alt.X("pounds:Q", title="Pounds for a full year", axis=alt.Axis(format="~s", tickCount=5))
    )
    drawn = bars.mark_bar(color=AFTER) + bars.mark_text(align="left", dx=4, color=INK).encode(text="label:N")
    said = "; ".join(f"{point['name']}: {point['label']}" for point in points)
    return Chart(_png(drawn), f"Bar chart of the cost of each structure for a full year. {said}.")


def posts_chart(told: Told) -> Chart | None:
    """Draw posts by team and by grade, today and in what is recommended; None where there is not both."""
    if not told.today or not told.recommended:
        return None
    sides = ((told.today[0], "today"), (told.recommended[0], told.recommended[0].title))
    by_team: Points = [
        {"name": line.team or "no team", "posts": line.posts, "when": when}
        for each, when in sides
        for line in each.first.lines
    ]
    by_grade: Points = [
        {"name": line.grade or "grade not known", "posts": line.posts, "when": when}
        for each, when in sides
        for line in each.first.by_grade
    ]
    order = [when for _, when in sides]
    drawn = alt.vconcat(_grouped(by_team, "Posts by team", order), _grouped(by_grade, "Posts by grade", order))
    said = f"{_said(by_team, 'team')} {_said(by_grade, 'grade')}"
    return Chart(_png(drawn), f"Bar charts of posts before and after, by team and by grade. {said}")


def displaced_chart(told: Told) -> Chart | None:
    """Draw the people displaced at least and at most in each structure, as far as readers may see it."""
    points: Points = [
        {
            "name": _name(each),
            "low": people.displaced_at_least,
            "high": people.displaced_at_most,
            "label": range_text(people.displaced_at_least, people.displaced_at_most),
        }
        for each in told.shown
        if (people := each.first.people) is not None and told.seen.displaced(people) != HIDDEN
    ]
    if not any(point["high"] for point in points):
        return None
    base = alt.Chart(alt.InlineData(values=points)).encode(y=_names("name"))
    ends = alt.X("low:Q", title="People displaced, at least and at most", axis=alt.Axis(tickMinStep=1))
    line = base.mark_bar(color=AFTER, height=8, cornerRadius=4).encode(x=ends, x2="high:Q")
    dots = [base.mark_point(color=AFTER, filled=True, size=60).encode(x=f"{end}:Q") for end in ("low", "high")]
    label = base.mark_text(align="left", dx=8, color=INK).encode(x="high:Q", text="label:N")
    said = "; ".join(f"{point['name']}: {point['label']}" for point in points)
    return Chart(_png(alt.layer(line, *dots, label)), f"Chart of people displaced, at least and at most. {said}.")


def _name(shown: Shown) -> str:
    return f"{shown.number}. {shown.title}"


def _names(field: str) -> alt.Y:
    """The names at the side, in the order of the results and whole."""
    return alt.Y(f"{field}:N", title=None, sort=None, axis=alt.Axis(labelLimit=420))


def _grouped(points: Points, title: str, order: list[str]) -> alt.LayerChart | alt.FacetChart:
    """Bars side by side for today and after, each with its number."""
    base = alt.Chart(alt.InlineData(values=points), title=title).encode(
        y=_names("name"),
        yOffset=alt.YOffset("when:N", sort=order),
        x=alt.X("sum(posts):Q", title="Posts", axis=alt.Axis(tickMinStep=1)),
    )
    colours = alt.Scale(domain=order, range=[BEFORE, AFTER])
    key = alt.Legend(title=None, orient="bottom", labelLimit=300)
    bars = base.mark_bar().encode(color=alt.Color("when:N", scale=colours, legend=key))
    numbers = base.mark_text(align="left", dx=4, color=INK).encode(text="sum(posts):Q")
    return alt.layer(bars, numbers).properties(width=WIDTH, height=alt.Step(GROUP_PIXELS))


def _said(points: Points, what: str) -> str:
    """Posts of each team or grade in words, as the bars add them up."""
    sums: dict[tuple[str, str], int] = {}
    for point in points:
        key = (str(point["name"]), str(point["when"]))
        sums[key] = sums.get(key, 0) + int(point["posts"])
    return f"By {what}: {'; '.join(f'{name}, {when}: {count_text(n)}' for (name, when), n in sums.items())}."


def _png(drawn: alt.TopLevelMixin) -> bytes:
    """Return a chart as PNG, twice as fine as the screen."""
    styled = drawn.properties(width=WIDTH) if not isinstance(drawn, alt.VConcatChart) else drawn
    axes = {"labelFontSize": LABEL_PIXELS, "titleFontSize": LABEL_PIXELS}
    plain = styled.configure(font=FONT, background="white").configure_view(stroke=None).configure_axis(**axes)
    spec = plain.configure_text(fontSize=LABEL_PIXELS).configure_legend(labelFontSize=LABEL_PIXELS).to_json()
    return vl_convert.vegalite_to_png(spec, scale=SCALE)
