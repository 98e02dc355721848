"""The fixture that most tests of the HTTP door stand on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.http.client import Client, client_of, service_in


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    """A signed-in client of an app on a fresh store, whose dispatcher is only woken."""
    with client_of(service_in(tmp_path)) as client:
        yield client
