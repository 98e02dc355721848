"""The fixtures that most tests of the HTTP door stand on."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from api.http.logs import log_ours_as_json
from tests.api.http.client import Client, client_of, service_in


@pytest.fixture(autouse=True)
def log() -> Iterator[io.StringIO]:
    """What the service logs while a test runs, one JSON object a line."""
    stream = io.StringIO()
    log_ours_as_json(stream)
    yield stream
    structlog.reset_defaults()


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    """A signed-in client of an app on a fresh store, whose dispatcher is only woken."""
    with client_of(service_in(tmp_path)) as client:
        yield client
