"""What is set otherwise than Dask sets it, for this process and for the workers it starts.

Dask's schedulers and workers answer plain HTTP about what they do, which anybody on the machine may ask: their routes
are left out. Workers hold one run at a time and no data between runs, so nothing is spilled to the disk, and a worker
never pauses (it would wait for memory that only its end gives back): what needs too much ends it. Dask ends a
local nanny for good whose worker is away at the moment a while after an earlier death, though it is only being started
again: that while is made so long that it never comes (Cluster replaces what is lost).
Change this when Dask's defaults change, or the work does.
"""

from typing import Any, Final

import dask

SETTINGS: Final[dict[str, Any]] = {
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": False,
    "distributed.worker.profile.enabled": False,
    "distributed.deploy.lost-worker-timeout": "365 days",
    "distributed.diagnostics.nvml": False,
    "distributed.admin.large-graph-warning-threshold": "1GB",
}


def use_settings() -> None:
    """Set them for all that Dask does in this process from here on."""
    dask.config.set(SETTINGS)
