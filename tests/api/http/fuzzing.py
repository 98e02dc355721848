"""Requests made from an app's own OpenAPI document, asked of the app, and held to the document.

Schemathesis makes them: one at every bound, and some drawn, both valid and wrong, the same ones each time. What it is
asked of is mostly not there, so each is asked a second time with what is there in its address.
Change this when an answer has to keep to something more of the document.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.core.failures import FailureGroup
from schemathesis.generation import GenerationMode
from schemathesis.schemas import APIOperation

from tests.api.http.client import ADDRESS, AUTHORISED, Client

DRAWN = 8
BOTH = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]
CHECKS = [
    schemathesis.checks.not_a_server_error,
    schemathesis.checks.status_code_conformance,
    schemathesis.checks.content_type_conformance,
    schemathesis.checks.response_headers_conformance,
    schemathesis.checks.response_schema_conformance,
]
SLOW = (".xlsx", ".docx")
SLOW_ONES = 4
"""Files take seconds to make, so they are asked for this often where there is something to make them of."""

Operation = APIOperation[Any, Any, Any, Any]


@schemathesis.serializer("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/zip")
def as_bytes(_context: object, value: Any) -> bytes:
    """A file is sent as the bytes that were drawn for it; what is no file, as its text."""
    return value if isinstance(value, bytes) else str(getattr(value, "data", value)).encode()


@dataclass(frozen=True)
class Fuzzed:
    """How often each operation was answered with each status, and what was not as documented."""

    answered: Counter[tuple[str, int]]
    broken: tuple[str, ...]


def fuzz(client: Client, there: Mapping[str, Iterator[str]]) -> Fuzzed:
    """Ask an app everything.

    Args:
        client: of the app.
        there: values that are there, endlessly, by the name of the parameter that takes them.
    """
    answered: Counter[tuple[str, int]] = Counter()
    broken: list[str] = []
    schema = schemathesis.openapi.from_dict(client.get("/openapi.json").json())
    schema.app = client.app
    for found in schema.get_all_operations():
        for case in _asked(found.ok(), there):
            try:
                answer = case.call_and_validate(base_url=ADDRESS, headers=AUTHORISED, checks=CHECKS)
                answered[case.operation.label, answer.status_code] += 1
            except FailureGroup as failures:
                broken += [f"{case.operation.label}: {each}" for each in failures.exceptions]
    return Fuzzed(answered, tuple(broken))


def _asked(operation: Operation, there: Mapping[str, Iterator[str]]) -> Iterator[schemathesis.Case]:
    """Yield each request as it was made, and again of what is there."""
    places = [("path_parameters", each.name) for each in operation.path_parameters if each.name in there]
    places += [("query", each.name) for each in operation.query if each.name in there]
    left = SLOW_ONES if operation.path.endswith(SLOW) else None
    for case in [*_at_the_bounds(operation), *_drawn(operation)]:
        yield case
        if not places or left == 0 or case.method != operation.method.upper():
            continue
        for container, name in places:
            setattr(case, container, {**(getattr(case, container) or {}), name: next(there[name])})
        left = None if left is None else left - 1
        yield case


def _at_the_bounds(operation: Operation) -> Iterator[schemathesis.Case]:
    generation = operation.schema.config.generation
    return operation.schema.iter_coverage_cases(operation, generation_modes=BOTH, generation_config=generation)


def _drawn(operation: Operation) -> list[schemathesis.Case]:
    drawn: list[schemathesis.Case] = []
    for mode in BOTH:

        @settings(
            max_examples=DRAWN,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(mode))
        def draw(case: schemathesis.Case) -> None:
            drawn.append(case)

        with suppress(Unsatisfiable):  # where nothing is sent, nothing can be wrong with it
            draw()
    return drawn
