"""Recipes over the small case of the guide on stress, and their plans.

Change this when a test of batches needs another case.
"""

from functools import cache
from pathlib import Path
from typing import Any

from scenarios.batches.answered import answer_today, base_received, base_sent, rows_of
from scenarios.batches.futures import Future, futures
from scenarios.batches.plan import Plan, planned
from scenarios.batches.recipe import recipe_of
from scenarios.batches.rows import Row
from scenarios.reading.load import load_case
from scenarios.schema.case import Case
from scenarios.schema.faults import ScenarioFaults

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"
LABEL = "recipe.yaml"


@cache
def advice() -> Case:
    """One team that gives housing advice: no change, as proposed, and one option to design."""
    return load_case(EXAMPLES / "advice-stress")


def plan(case: Case | None = None, **parts: Any) -> Plan:
    """The plan of a recipe with these parts."""
    return planned(recipe_of({"case": "advice-stress", **parts}, LABEL), case or advice(), LABEL)


def one(values: dict[str, str], case: Case | None = None) -> Plan:
    """The plan of a recipe with one future."""
    return plan(case, futures=[{"name": "other", "values": values}])


def troubles(**parts: Any) -> list[str]:
    """The faults of a recipe with these parts, as they are told."""
    try:
        plan(**parts)
    except ScenarioFaults as found:
        return [str(fault) for fault in found.faults]
    return []


def answered(whole: Plan) -> list[tuple[Future, tuple[Row, ...]]]:
    """Every future with its rows, worked out here and now."""
    _, posts = answer_today(base_sent(whole))
    base = base_received(base_sent(whole, posts))
    return [(future, tuple(rows_of(base, future.sent()))) for future in futures(whole)]
