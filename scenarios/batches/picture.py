"""A batch as a picture: what each option costs and displaces over the futures, and in how many it is feasible.

Drawn as SVG with the library and the font of the paper's charts; same summary, same bytes on one machine.
Change this when the picture shows something else.
"""

from __future__ import annotations

import altair as alt
import vl_convert

from scenarios.batches.plan import AS_THINGS_ARE
from scenarios.batches.summary import BatchSummary, OptionSummary, named
from scenarios.reporting.amounts import pounds_text, range_text
from scenarios.reporting.paper.charts import AFTER, FONT, INK, LABEL_PIXELS
from scenarios.reporting.trade_off_chart import Picture

WIDTH = 300
ROW_PIXELS = 26
PALE = "#a6b4c4"

Points = list[dict[str, str | float]]
Drawn = alt.LayerChart | alt.FacetChart


def picture(summary: BatchSummary) -> Picture:
    """Draw every option of a batch that has figures; in words what is shown."""
    shown = [each for each in summary.options if each.displaced is not None]
    costs, people = _costs(shown), _people(shown)
    names = [_name(each) for each in shown]
    drawn = alt.hconcat(
        _ranges(costs, names, title="Pounds a year", at_side=True, form="~s"),
        _ranges(people, names, title="People displaced", at_side=False, form="d"),
    )
    said = "; ".join(_said(each) for each in shown)
    told = f"Cost a year and people displaced over {summary.futures:,} futures, by option. {said or 'No figures'}."
    return Picture(_svg(drawn, summary.title), told)


def _name(option: OptionSummary) -> str:
    """The option with the futures it is feasible in: "model A (Band A), 6 of 7"."""
    return f"{named(option.option, option.branch)}, {option.feasible_in:,} of {option.futures:,}"


def _costs(shown: list[OptionSummary]) -> Points:
    points: Points = []
    for each in shown:
        if each.annual_cost is not None:
            now = next((c.annual_cost for c in each.cells if c.future == AS_THINGS_ARE), None)
            points.append(_point(each, each.annual_cost.low, each.annual_cost.high, now))
    return points


def _people(shown: list[OptionSummary]) -> Points:
    points: Points = []
    for each in shown:
        if each.displaced is not None:
            now = next((c.displaced_at_least for c in each.cells if c.future == AS_THINGS_ARE), None)
            points.append(_point(each, each.displaced.low, each.displaced.high, now))
    return points


def _point(option: OptionSummary, low: float, high: float, now: float | None) -> dict[str, str | float]:
    point: dict[str, str | float] = {"name": _name(option), "low": low, "high": high}
    return point if now is None else {**point, "now": now}


def _ranges(points: Points, names: list[str], *, title: str, at_side: bool, form: str) -> Drawn:
    """Bars from the least to the most over all futures, with a mark where the figure is as things are."""
    axis = alt.Axis(labelLimit=420) if at_side else None
    base = alt.Chart(alt.InlineData(values=points)).encode(
        y=alt.Y("name:N", title=None, sort=None, scale=alt.Scale(domain=names), axis=axis)
    )
    ends = alt.X("low:Q", title=title, scale=alt.Scale(zero=False, nice=True), axis=alt.Axis(format=form, tickCount=5))
    bars = base.mark_bar(color=PALE, height=10, cornerRadius=5).encode(x=ends, x2="high:Q")
    tips = [
        base.mark_point(color=AFTER, filled=True, size=40, opacity=1).encode(x=f"{end}:Q") for end in ("low", "high")
    ]
    now = base.transform_filter("isValid(datum.now)").mark_tick(color=INK, thickness=3, size=18).encode(x="now:Q")
    return alt.layer(bars, *tips, now).properties(width=WIDTH, height=alt.Step(ROW_PIXELS))


def _said(option: OptionSummary) -> str:
    cost, people = option.annual_cost, option.displaced
    pounds = "cost not known" if cost is None else f"{pounds_text(cost.low)} to {pounds_text(cost.high)}"
    displaced = "" if people is None else f", {range_text(int(people.low), int(people.high))} displaced"
    name = named(option.option, option.branch)
    return f"{name}, feasible in {option.feasible_in} of {option.futures}: {pounds}{displaced}"


def _svg(drawn: alt.HConcatChart, title: str) -> str:
    subtitle = (
        "Over all futures, from the least to the most; the upright mark: as things are. Beside each name: feasible in."
    )
    titled = drawn.properties(title=alt.TitleParams(title, subtitle=subtitle, anchor="start"))
    axes = {"labelFontSize": LABEL_PIXELS, "titleFontSize": LABEL_PIXELS}
    styled = titled.configure(font=FONT, background="white").configure_view(stroke=None).configure_axis(**axes)
    return vl_convert.vegalite_to_svg(styled.configure_text(fontSize=LABEL_PIXELS).to_json())
