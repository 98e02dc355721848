"""Small services in few words, with money and work; lines and scenarios come from the builders of claims.

Change this when a compiled question comes to depend on another sheet.
"""

from datetime import date
from typing import Any

from scenarios.compiling.arrangement import Arrangement, arrange
from scenarios.compiling.problem import Question, Setting, question
from scenarios.schema.able import Able
from scenarios.schema.figure import Figure
from scenarios.schema.header import Header
from scenarios.schema.options import Option
from scenarios.schema.posts import PostChange
from scenarios.schema.scenario import Scenario
from scenarios.schema.work import Work

START = date(2025, 4, 1)


def known(number: int) -> Figure:
    """A published figure."""
    return Figure(value=number)


def guess(value: int, low: int, high: int) -> Figure:
    """An assumed figure with a range."""
    return Figure(value=value, low=low, high=high, basis="assumed", source="guessed for a test")


def head(**facts: Any) -> Header:
    """The head of a small case that starts on START and shows 2025/26."""
    plain = {"name": "small", "title": "Small service", "authority": "Example Council", "years": (2025,)}
    return Header(**{**plain, "start_date": START, **facts})


def work(name: str, milli_fte: int, **facts: Any) -> Work:
    """Work whose demand is stated."""
    return Work(work=name, demand_milli_fte=known(milli_fte), **facts)


def able(role: str, **shares: int) -> Able:
    """What a role can do, in basis points by work."""
    return Able(role=role, work_basis_points={name: known(share) for name, share in shares.items()})


def change(kind: str, to: str | None = None) -> PostChange:
    """What is settled about posts."""
    return PostChange.model_validate({"kind": kind, "to": to})


def option(kind: str = "designed", name: str | None = None, **facts: Any) -> Option:
    """An option, called after its kind unless it is given another name."""
    return Option.model_validate({"option": name or kind, "kind": kind, **facts})


def laid(case: Scenario, kind: str = "designed", *, branch: str = "", **facts: Any) -> Arrangement:
    """An option laid over a scenario."""
    return arrange(case, option(kind, **facts), branch)


def asked(case: Scenario, kind: str = "designed", *, setting: Setting | None = None, **facts: Any) -> Question:
    """An option as a question."""
    return question(laid(case, kind, **facts), setting or Setting())
