"""What every comparison is handed: how much to measure, and the Python that has what is set beside ours.

Change this when a comparison needs to be told something else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bench.scales import Scale

NOT_INSTALLED = "not installed"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """`python` has the packages in `versions`, none where it does not run."""

    scale: Scale
    python: str
    versions: Mapping[str, str] = field(default_factory=dict)

    def has(self, package: str) -> bool:
        """Whether a package can be set beside ours."""
        return package in self.versions
