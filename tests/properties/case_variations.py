"""The same case said in another way: rows turned, names changed, lines cut, money doubled.

Change this when a sheet holds money, teams or people in a new place.
"""

import json
from collections.abc import Mapping
from random import Random
from typing import Any

from scenarios.schema.case import Case
from scenarios.schema.columns import Kind, columns_of
from scenarios.schema.derive import complete
from scenarios.schema.derive_groups import group_names
from scenarios.schema.figure import Figure
from scenarios.schema.groups import Group
from scenarios.schema.posts import Post
from scenarios.schema.scenario import CARDS, SHEETS, Scenario
from scenarios.schema.sealed import Sealed
from scenarios.schema.work import Work


def shuffled(case: Case, seed: int) -> Case:
    """The rows of every sheet in another order, the sealed ones too."""
    draw = Random(seed)  # noqa: S311 - repeatable test data, no secret

    def turned(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(draw.sample(rows, len(rows)))

    sheets = {sheet: turned(getattr(case.scenario, sheet)) for sheet in SHEETS}
    sealed = Sealed(service=turned(case.sealed.service), equality=turned(case.sealed.equality))
    return Case(scenario=case.scenario.model_copy(update=sheets), sealed=sealed)


def renamed(case: Case, names: Mapping[str, str]) -> Case:
    """Names changed wherever a cell, or a name within a cell, is exactly that name."""

    def told(value: Any) -> Any:
        match value:
            case dict():
                return {names.get(key, key): told(part) for key, part in value.items()}
            case list():
                return [told(part) for part in value]
            case str():
                return names.get(value, value)
            case _:
                return value

    text = json.dumps(told(case.scenario.model_dump(mode="json")))
    return Case(scenario=Scenario.model_validate_json(text), sealed=case.sealed)


def other_teams(case: Case) -> Case:
    """Teams under names that sort the other way round."""
    teams = sorted(team.team for team in complete(case.scenario).teams)
    return renamed(case, {team: f"Unit {len(teams) - n:02}" for n, team in enumerate(teams)})


def other_groups(case: Case) -> Case:
    """Staff groups under names that sort the other way round."""
    keys = sorted(group_names(case.scenario).items(), key=lambda item: item[1])
    rows = tuple(
        Group(group=f"Staff {len(keys) - n:02}", job_title=key[0], employer=key[1], team=key[2])
        for n, (key, _) in enumerate(keys)
    )
    return Case(scenario=case.scenario.model_copy(update={"groups": rows}), sealed=case.sealed)


def cut(case: Case) -> Case:
    """Every line of more than one post as two lines: the last post apart, with its own hours, people and money."""
    lines = [part for post in case.scenario.posts for part in _cut(post)]
    return Case(scenario=case.scenario.model_copy(update={"posts": tuple(lines)}), sealed=case.sealed)


def _cut(post: Post) -> list[Post]:
    posts, size = _value(post.posts), _value(post.milli_fte)
    if posts < 2 or post.people is None or _value(post.people) < 2:
        return [post]
    last = size % 1000 or 1000
    pence = None if post.cost_pence is None else _value(post.cost_pence) * last // size
    parts: dict[str, int | None] = {"posts": 1, "milli_fte": last, "people": 1, "cost_pence": pence}
    one, rest = {}, {}
    for field, part in parts.items():
        figure = getattr(post, field)
        if figure is not None and part is not None:
            low, high = figure.low, figure.high
            one[field] = figure.model_copy(update={"value": part, "low": None, "high": None})
            ends = {} if low is None or high is None else {"low": low - part, "high": high - part}
            rest[field] = figure.model_copy(update={"value": figure.value - part, **ends})
    return [post.model_copy(update=rest), post.model_copy(update=one)]


def shorter_hours(case: Case) -> Case:
    """Every whole post of today at four fifths of full time, the work and the people as they were."""
    whole = complete(case.scenario)
    works = tuple(
        row.model_copy(update={"share_basis_points": {}, "happens": None, "demand_milli_fte": _settled(row)})
        for row in whole.work
    )
    posts = tuple(
        post.model_copy(update={"milli_fte": post.milli_fte.model_copy(update={"value": _value(post.posts) * 800})})
        if post.milli_fte is not None
        else post
        for post in case.scenario.posts
    )
    return Case(
        scenario=case.scenario.model_copy(update={"work": works, "posts": posts, "able": whole.able}),
        sealed=case.sealed,
    )


def _settled(row: Work) -> Figure:
    return Figure(value=_value(row.demand_milli_fte))


def doubled(case: Case) -> Case:
    """Every amount of money twice as large, and the tolerance on cost with it."""
    update: dict[str, Any] = {}
    for sheet in SHEETS:
        update[sheet] = tuple(_doubled(row) for row in getattr(case.scenario, sheet))
    for sheet in CARDS:
        update[sheet] = _doubled(getattr(case.scenario, sheet))
    limits = update["limits"]
    goals = tuple(g.model_copy(update={"within": g.within * (2 if g.name == "cost" else 1)}) for g in limits.goals)
    update["limits"] = limits.model_copy(update={"goals": goals})
    return Case(scenario=case.scenario.model_copy(update=update), sealed=case.sealed)


def _doubled(row: Any) -> Any:
    fields = [field for field, column in columns_of(type(row)).items() if column.kind is Kind.MONEY]
    twice = {field: _twice(getattr(row, field)) for field in fields if getattr(row, field) is not None}
    return row.model_copy(update=twice)


def _twice(figure: Figure) -> Figure:
    ends = {end: getattr(figure, end) for end in ("value", "low", "high")}
    return figure.model_copy(update={end: None if held is None else 2 * held for end, held in ends.items()})


def _value(figure: Figure | None) -> int:
    return 0 if figure is None or figure.value is None else figure.value
