"""Short ways to state a scenario in a test."""

from typing import Any

from scenarios.schema.scenario import Scenario

HEADER = {"name": "small", "title": "Small", "authority": "Council"}


def scenario(**sheets: Any) -> Scenario:
    """Return a scenario of the sheets given."""
    return Scenario.model_validate({"header": HEADER, **sheets})


def fixed(value: int) -> dict[str, int]:
    """Return a published figure as JSON."""
    return {"value": value}


def line(title: str, milli_fte: int, **more: Any) -> dict[str, Any]:
    """Return a line of posts as JSON."""
    return {"title": title, "milli_fte": fixed(milli_fte), **more}
