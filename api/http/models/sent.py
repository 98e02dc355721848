"""What every document of this door shares: frozen, nothing beyond what is described, and links to what belongs to it.

Change this when something holds for everything that is sent.
"""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Links = Annotated[Mapping[str, str], Field(description="Addresses of what belongs to it, by what they are.")]
NextLink = Annotated[str | None, Field(description="Address of the next page; null: this is the last.")]


class Sent(BaseModel):
    """Documents are read, never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)
