"""Versions of cases, read back from what the store keeps: a version never changes, so the last few are held ready.

Change this when a version is kept in another form.
"""

from functools import lru_cache

from api.http.addresses import case_address
from api.http.problems import NotFound, Refused
from api.http.service import Service
from api.http.settings import WORKSPACE
from api.store import cases
from api.store.cases import StoredVersion
from scenarios.reading.json_document import from_scenario_json
from scenarios.schema.case import Case

HELD_READY = 32


def document_of(version: StoredVersion) -> bytes:
    """Return a version as the JSON document of a case, in UTF-8."""
    return b'{"scenario":' + version.document + b"}\n"


@lru_cache(maxsize=HELD_READY)
def _read(scenario: bytes) -> Case:
    return from_scenario_json(scenario.decode())


def case_of(version: StoredVersion) -> Case:
    """Return a version as a case: what reading its document gives, with doubts and places."""
    return _read(version.document)


def version_of(service: Service, case: str, digest: str) -> StoredVersion:
    """Return the version of a case with this digest.

    Raises:
        Refused: NotFound.
    """
    with service.store.snapshot() as session:
        found = cases.find_version(session, case, digest, workspace=WORKSPACE)
    if found is None:
        words = f"The case {case!r} has no version with this digest. GET {case_address(case)} lists those there are."
        raise Refused(NotFound(detail=words))
    return found


def version_by_digest(service: Service, digest: str) -> StoredVersion:
    """Return the version with this digest, whichever case it is of.

    Raises:
        Refused: NotFound.
    """
    with service.store.snapshot() as session:
        found = cases.find_by_digest(session, digest, workspace=WORKSPACE)
    if found is None:
        raise Refused(NotFound(detail=f"There is no version with the digest {digest}. GET /v1/cases lists the cases."))
    return found
