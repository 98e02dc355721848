"""What must be true as two pictures (SVG): a bar for each assumption, and a grid for the two moved together.

Each shows what the answers hold and nothing else. A bar is the assumption's range from its low end to its high one,
dark where the answer stands; a break-even is marked with its figure, the assumption's own figure with a line. Same
answers, same bytes on one machine. Change this when a picture has to show something more.
"""

from collections.abc import Mapping, Sequence
from textwrap import wrap

import altair as alt
import vl_convert

from scenarios.exploring.must_be_true import Assumed, MustBeTrue, Together
from scenarios.exploring.result import Explored
from scenarios.reporting.assumption_words import SIGNS, STANDS_WORDS, Section, kind_of, sections, signs
from scenarios.reporting.paper.charts import AFTER, BEFORE, FONT, INK, LABEL_PIXELS

WIDTH = 340
BAR_PIXELS = 52
"""Height of an assumption's row: its bar, and the figures of its break-evens above."""
CELL_PIXELS = 38
COLUMNS = 2
BARS_SAY = (
    "Each bar is the range of an assumption: dark where the answer stands, a line at the figure it is taken as, a mark "
    "at the first figure at which the answer is another one."
)
GRIDS_SAY = "Two assumptions moved together; framed: the figures the answer was worked out with."
NO_BARS, NO_GRIDS = "No assumption was moved.", "No two assumptions were moved together."
TITLE_LETTERS = 60
NAME_LETTERS = 44
COLOURS = (
    *(AFTER, "#c1666b", "#9ccc9c", "#d9a441", "#e8c39e", "#c9a0dc", "#f0e199", "#b98b6b", "#8fc1c9", "#6b9080"),
    *("#dddddd", "#ffffff"),
)
"""A colour for each thing that can be so, in the order of SIGNS; the signs tell it as well."""

Points = list[dict[str, str | float]]
Chart = alt.LayerChart | alt.FacetChart


def pictures(found: Explored[MustBeTrue]) -> tuple[str, str]:
    """Draw the bars and the grids of every answer, each answer under its title."""
    shown = sections(found)
    bars = [_bars(each) for each in shown if each.needs.assumptions]
    paired = [(each, each.needs.together) for each in shown if each.needs.together is not None]
    kinds = signs(*(together for _section, together in paired))
    grids = [_grid(section, together, kinds) for section, together in paired]
    return _svg(bars, BARS_SAY if bars else NO_BARS), _svg(grids, GRIDS_SAY if grids else NO_GRIDS)


def _bars(section: Section) -> Chart:
    """A bar for each assumption: its range, and in it the part where the answer stands."""
    rows = [(_name(each), each) for each in section.needs.assumptions]
    order = [name for name, _each in rows]
    ranges: Points = [
        {"name": name, "low": 0.0, "high": 1.0, "least": e.low.cell, "most": e.high.cell} for name, e in rows
    ]
    stands: Points = [{"name": name, **_standing(each)} for name, each in rows]
    own: Points = [{"name": name, "at": _place(each, each.value.number)} for name, each in rows]
    breaks: Points = [
        {"name": name, "at": _place(each, broken.number), "cell": broken.breaks_at, "side": broken.side}
        for name, each in rows
        for broken in each.breaks
    ]
    y = alt.Y("name:N", title=None, sort=order, axis=_names())

    def layer(points: Points) -> alt.Chart:
        return alt.Chart(alt.InlineData(values=points)).encode(y=y)

    across = alt.X("low:Q", title=None, scale=alt.Scale(domain=[-0.14, 1.14]), axis=None)
    layers = [
        layer(ranges).mark_bar(color=BEFORE, height=14).encode(x=across, x2="high:Q"),
        layer(stands).mark_bar(color=AFTER, height=14).encode(x=across, x2="high:Q"),
        layer(own).mark_tick(color=INK, thickness=3, size=24).encode(x="at:Q"),
        layer(ranges).mark_text(align="right", dx=-5, color=INK).encode(x="low:Q", text="least:N"),
        layer(ranges).mark_text(align="left", dx=5, color=INK).encode(x="high:Q", text="most:N"),
    ]
    if breaks:
        below, above = (layer([point for point in breaks if point["side"] == side]) for side in ("below", "above"))
        layers.append(below.mark_text(align="right", dy=-15, color=INK).encode(x="at:Q", text="cell:N"))
        layers.append(above.mark_text(align="left", dy=-15, color=INK).encode(x="at:Q", text="cell:N"))
        marks = layer(breaks).mark_point(shape="triangle-down", filled=True, size=50, color=INK, yOffset=-10)
        layers.append(marks.encode(x="at:Q"))
    return alt.layer(*layers).properties(title=_titled(section), width=WIDTH, height=alt.Step(BAR_PIXELS))


def _names() -> alt.Axis:
    """Names at the side in lines, without a rule beside them."""
    return alt.Axis(labelLimit=420, labelExpr="split(datum.label, '\\n')", domain=False, ticks=False)


def _standing(each: Assumed) -> dict[str, str | float]:
    """The part of an assumption's range up to its break-evens, as shares of the range from its low end."""
    below = max((broken.number for broken in each.breaks if broken.side == "below"), default=each.low.number)
    above = min((broken.number for broken in each.breaks if broken.side == "above"), default=each.high.number)
    return {"low": _place(each, below), "high": _place(each, above)}


def _place(each: Assumed, number: float) -> float:
    return round((number - each.low.number) / (each.high.number - each.low.number), 6)


def _name(each: Assumed) -> str:
    """An assumption's name in lines, with the figure it is taken as."""
    return "\n".join(wrap(f"{each.assumption}: {each.value.cell}", NAME_LETTERS))


def _titled(section: Section, more: Sequence[str] = ()) -> alt.TitleParams:
    return alt.TitleParams(text=_lines(section.title), subtitle=list(more), anchor="start")


def _lines(text: str) -> list[str]:
    return wrap(text, TITLE_LETTERS)


def _grid(section: Section, together: Together, kinds: Mapping[str, str]) -> Chart:
    """A square for each pair of figures, coloured and marked by what is so there; both own figures are framed.

    `kinds` are the signs of all that the picture shows, so that its grids share their colours and one legend.
    """
    points: Points = [
        {
            "across": across.cell,
            "down": down.cell,
            "kind": _legend(kind_of(then)),
            "sign": SIGNS[kind_of(then)],
            "ink": "white" if kind_of(then) == STANDS_WORDS else INK,
        }
        for down, row in zip(together.second_figures, together.cells, strict=True)
        for across, then in zip(together.first_figures, row, strict=True)
    ]
    own = [each for each in points if (each["across"], each["down"]) == (together.first_own, together.second_own)]
    x = alt.X("across:N", sort=[each.cell for each in together.first_figures], title=None, axis=_level())
    y = alt.Y("down:N", sort=[each.cell for each in together.second_figures], title=None, axis=_level())
    scale = alt.Scale(
        domain=[_legend(kind) for kind in kinds],
        range=[colour for kind, colour in zip(SIGNS, COLOURS, strict=True) if kind in kinds],
    )
    legend = alt.Legend(title=None, orient="bottom", direction="vertical", labelLimit=420, symbolType="square")
    base = alt.Chart(alt.InlineData(values=points)).encode(x=x, y=y)
    squares = base.mark_rect(stroke="white").encode(color=alt.Color("kind:N", scale=scale, legend=legend))
    letters = base.mark_text().encode(text="sign:N", color=alt.Color("ink:N", scale=None))
    frame = alt.Chart(alt.InlineData(values=own)).mark_rect(fillOpacity=0, stroke=INK, strokeWidth=3).encode(x=x, y=y)
    told = [line for which in (f"Across: {together.first}", f"Down: {together.second}") for line in _lines(which)]
    size = {"width": alt.Step(CELL_PIXELS), "height": alt.Step(CELL_PIXELS)}
    return alt.layer(squares, letters, frame).properties(title=_titled(section, told), **size)


def _legend(kind: str) -> str:
    return f"{SIGNS[kind]}  {kind}"


def _level() -> alt.Axis:
    return alt.Axis(labelAngle=0, ticks=False, domain=False)


def _svg(charts: Sequence[Chart], caption: str) -> str:
    """Put charts side by side, two in a row, as one picture under a caption; the caption alone where there is none."""
    drawn = alt.concat(*charts, columns=COLUMNS) if charts else alt.concat(alt.Chart(alt.InlineData([])).mark_point())
    title = alt.TitleParams(text=wrap(caption, 2 * TITLE_LETTERS), anchor="start", fontWeight="normal", offset=16)
    drawn = drawn.properties(title=title)
    plain = drawn.configure(font=FONT, background="white").configure_view(stroke=None)
    sized = plain.configure_axis(labelFontSize=LABEL_PIXELS, titleFontSize=LABEL_PIXELS)
    worded = sized.configure_text(fontSize=LABEL_PIXELS).configure_legend(labelFontSize=LABEL_PIXELS)
    spec = worded.configure_concat(spacing=36).to_json()
    return vl_convert.vegalite_to_svg(spec)
