"""The futures of a plan: how many, in which order, and which of them are one and the same.

Change this when futures are made in another way.
"""

import random
from itertools import islice

from scenarios.batches.futures import Future, changes_received, drawn, futures
from scenarios.schema.scenario import SHEETS
from tests.scenarios.batches.small import advice, one, plan

GRID = {"limits.ceiling": ["1", "2"], "demand": ["-5%", "0%", "5%"]}
DRAWS = {
    "count": 4,
    "seed": 3,
    "figures": {"demand": {"low": "-5%", "high": "5%"}, "leavers": {"low": "0%", "high": "9%"}},
}


def digests(values: dict[str, str]) -> str:
    """What tells a future with these values from others."""
    whole = one(values)
    return list(futures(whole))[1].digest(whole)


def test_as_things_are_then_named_then_grids_then_draws() -> None:
    """Their number is known beforehand; grids pair every value with every other, the last one moving first."""
    whole = plan(futures=[{"name": "less", "values": {"limits.ceiling": "5"}}], grids=[GRID], draws=DRAWS)
    found = list(futures(whole))
    assert whole.count == len(found) == 1 + 1 + 6 + 4
    assert [future.number for future in found] == [*range(12)]
    assert [future.name for future in found[:4]] == ["as things are", "less", "grid 1, 1", "grid 1, 2"]
    assert [future.told for future in found[2:5]] == [
        "limits.ceiling 1; demand -5%",
        "limits.ceiling 1; demand 0%",
        "limits.ceiling 1; demand 5%",
    ]
    assert {future.told.partition("; ")[0] for future in found[5:8]} == {"limits.ceiling 2"}
    assert [future.kind for future in found] == ["as things are", "named", *["grid"] * 6, *["draw"] * 4]


def test_a_draw_is_the_same_however_many_are_drawn() -> None:
    """The fourth of four is the fourth of a hundred thousand, and the list is never made to get there."""
    few, many = plan(draws=DRAWS), plan(draws={**DRAWS, "count": 99_999})
    assert [drawn(few, n) for n in (4, 1, 3, 2)] == [drawn(many, n) for n in (4, 1, 3, 2)]
    assert [future.told for future in islice(futures(many), 1, 5)] == [
        future.told for future in islice(futures(few), 1, 5)
    ]


def test_figures_are_drawn_each_by_itself() -> None:
    """Taking a figure out of the recipe leaves the draws of the other as they were."""
    alone = plan(draws={**DRAWS, "figures": {"leavers": DRAWS["figures"]["leavers"]}})  # type: ignore[index]
    assert [drawn(alone, n) for n in range(1, 5)] == [drawn(plan(draws=DRAWS), n)[1:] for n in range(1, 5)]


def test_the_same_values_are_the_same_future() -> None:
    """Whatever it is called, in whatever order its values stand, and however a number is written."""
    plain = digests({"limits.ceiling": "1000", "demand": "5%"})
    assert digests({"demand": "+5.00%", "Limits.Ceiling": "£1,000"}) == plain
    assert digests({"demand": "5%", "limits.ceiling": "1001"}) != plain
    assert digests({"limits.ceiling": "1000"}) != plain


def test_options_goals_effort_and_case_make_another_future() -> None:
    """An answer is used again for what was asked only."""
    asked = [{}, {"options": ["no change"]}, {"goals": "cost"}, {"effort": 1.0}]
    found = {next(futures(whole)).digest(whole) for whole in (plan(grids=[GRID], **each) for each in asked)}
    assert len(found) == 4


def test_the_order_of_rows_makes_no_other_future() -> None:
    """Rows put in another order: the same digests, future by future."""
    case, shuffle = advice(), random.Random(1)  # noqa: S311 - an order of rows, no secret
    rows = {s: tuple(shuffle.sample(getattr(case.scenario, s), len(getattr(case.scenario, s)))) for s in SHEETS}
    other = type(case)(scenario=case.scenario.model_copy(update=rows))
    values = {'posts["Housing Adviser"].fte': "9", 'work["Casework"].happens': "ends"}
    one_way, another = one(values), one(values, other)
    assert [f.digest(one_way) for f in futures(one_way)] == [f.digest(another) for f in futures(another)]


def test_a_future_survives_the_way_to_a_worker() -> None:
    """What is sent holds the texts and the places, and nothing else."""
    whole = one({'work["Casework"].share["Housing Adviser"]': "55%", "demand": "5%"})
    future = list(futures(whole))[1]
    back = Future(1, "", "named", changes_received(future.sent()))
    assert back.digest(whole) == future.digest(whole)
