"""Where a demand of a case stands: the cell that asks it, with its source and whether it is published or assumed.

Change this when a sheet asks something in another cell.
"""

from collections.abc import Callable, Iterable

from scenarios.compiling.problem import Question
from scenarios.schema.columns import Row
from scenarios.schema.figure import Figure
from scenarios.schema.scenario import Scenario
from solver.demand import LEAST, Demand

Found = tuple[str, Figure | None, Row | None]
"""What the cell is called, its figure where it holds one, and its row."""


def source_of(demand: Demand, question: Question) -> str:
    """The cell a demand comes from, what it rests on and where it stands, in words."""
    if demand.rule == "ceiling" and question.ceiling_from is not None:
        return f"the cost of {question.ceiling_from!r}, as no ceiling is stated"
    told = [_told(*each) for each in _CELLS.get(demand.rule, _nowhere)(demand, question.arrangement.scenario)]
    return "; ".join(sorted(dict.fromkeys(told)))


def _told(name: str, figure: Figure | None, row: Row | None) -> str:
    source = (figure.source if figure is not None else None) or (row.source if row is not None else None)
    basis = "" if figure is None or figure.basis == "published" else f" ({figure.basis})"
    return f"{name}{basis}" + (f", {source}" if source else "")


def _nowhere(_demand: Demand, _scenario: Scenario) -> Iterable[Found]:
    return ()


def _limit(field: str, header: str) -> Callable[[Demand, Scenario], Iterable[Found]]:
    """The cell of sheet `limits` in which a demand stands."""

    def cell(_demand: Demand, scenario: Scenario) -> Iterable[Found]:
        yield f"limits, {header}", getattr(scenario.limits, field), scenario.limits

    return cell


def _ceiling(_demand: Demand, scenario: Scenario) -> Iterable[Found]:
    if scenario.limits.ceiling_pence is not None and scenario.limits.ceiling_pence.known:
        yield "limits, ceiling", scenario.limits.ceiling_pence, scenario.limits
        return
    for row in scenario.cost_centres:
        yield f"cost_centres, {row.cost_centre}", row.amount_pence, row


def _span(demand: Demand, scenario: Scenario) -> Iterable[Found]:
    low = demand.side == LEAST
    figure = scenario.limits.span_low if low else scenario.limits.span_high
    yield f"limits, span {'low' if low else 'high'}", figure, scenario.limits


def _work(field: str | None) -> Callable[[Demand, Scenario], Iterable[Found]]:
    """The row of sheet `work` in which a demand stands, and its figure where it has one."""

    def cell(demand: Demand, scenario: Scenario) -> Iterable[Found]:
        for row in scenario.work:
            if row.work == demand.place:
                yield f"work, {row.work}", None if field is None else getattr(row, field), row

    return cell


def _role(demand: Demand, scenario: Scenario) -> Iterable[Found]:
    for row in scenario.roles:
        if row.role == demand.place:
            figure = row.least if demand.side == LEAST else row.most
            yield f"roles, {row.role}, {demand.side}", figure, row


def _team(demand: Demand, scenario: Scenario) -> Iterable[Found]:
    for row in scenario.teams:
        if row.team == demand.place:
            figure = row.least_posts if demand.side == LEAST else row.most_posts
            yield f"teams, {row.team}, {demand.side} posts", figure, row


def _reserved(demand: Demand, scenario: Scenario) -> Iterable[Found]:
    for row in scenario.reserved:
        if row.role == demand.place:
            yield f"reserved, {row.role}", row.places, row


def _funding(demand: Demand, scenario: Scenario) -> Iterable[Found]:
    for row in scenario.funding:
        if row.line == demand.place or demand.side:
            ends = f", until {row.until_date:%d %B %Y}" if row.until_date is not None else ""
            yield f"funding, {row.line}{ends}", row.amount_pence, row


def _kept(demand: Demand, scenario: Scenario) -> Iterable[Found]:
    """The lines of posts whose change is settled, of the job and team that the kind's name begins with."""
    for row in scenario.posts:
        if row.change is not None and demand.place.startswith(f"{row.title} in {row.team},"):
            yield f"posts, {row.title} in {row.team}, {row.change.kind}", None, row


_CELLS: dict[str, Callable[[Demand, Scenario], Iterable[Found]]] = {
    "ceiling": _ceiling,
    "span": _span,
    "no_idle": _limit("spare_milli_fte", "spare fte"),
    "displaced_limit": _limit("displaced", "displaced"),
    "absorbed_management": _limit("absorbed_milli_fte", "absorbed management fte"),
    "one_off": _limit("one_off_pence", "one-off limit"),
    "payback": _limit("payback_months", "payback months"),
    "cover": _work("least"),
    "unsplit_work": _work(None),
    "statutory_work": _work("demand_milli_fte"),
    "role_limits": _role,
    "team_sizes": _team,
    "reserved_places": _reserved,
    "funding": _funding,
    "kept_posts": _kept,
}
