"""Where things stand on this server, from what they are known by; and what may stand in an address.

Change this when something gets another address.
"""

from typing import Annotated
from urllib.parse import quote

from fastapi import Path

from api.http.models.examples import SHOWN, shown_digest

NO_CONTROL = r"^[^\x00-\x1f\x7f]+$"
CaseName = Annotated[str, Path(max_length=200, pattern=NO_CONTROL, description="Name of the case.", examples=[SHOWN])]
Digest = Annotated[
    str,
    Path(
        pattern="^[0-9a-f]{64}$",
        description="Digest of a version: 64 hexadecimal digits.",
        examples=[shown_digest()],
    ),
]
RunId = Annotated[str, Path(pattern="^[0-9a-f]{32}$", description="Id of a run: 32 hexadecimal digits.")]
STRUCTURE_ID = "^[0-9a-f]{32}-[0-9]{1,6}$"
StructureId = Annotated[
    str, Path(pattern=STRUCTURE_ID, description="Id of a structure: that of its run, and its position there.")
]


def case_address(case: str) -> str:
    """Return where the versions of a case are listed."""
    return f"/v1/cases/{quote(case, safe='')}/versions"


def version_address(case: str, digest: str) -> str:
    """Return where a version of a case stands."""
    return f"{case_address(case)}/{digest}"


def run_address(run_id: str) -> str:
    """Return where a run stands."""
    return f"/v1/runs/{run_id}"


def structure_address(structure_id: str) -> str:
    """Return where a structure stands."""
    return f"/v1/structures/{structure_id}"
