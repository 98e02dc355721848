"""How long things may take, and how often they are tried, before a run ends or is given back.

Nothing here bears on an answer: limits of a search are counts of work (solver/engine.py), these are an operator's.
Change this when an operator has to be able to set something more.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Limits of a dispatcher, in seconds where they are times.

    `lease_seconds`: how long after its last sign of life another server may take a server's runs. `run_seconds`: how
    long one run may be worked on (None: as long as it takes). `stop_seconds`: how long a search may take to hear that
    it is to stop, before its worker is ended. `worker_deaths`: as many deaths of a worker fail the run under which they
    happened. `look_seconds`: how often the dispatcher looks round when nothing wakes it. `ahead`: how many runs are
    claimed and given to Dask for each that can be worked on, so that no worker waits for the database.
    """

    lease_seconds: float = 20.0
    run_seconds: float | None = 3600.0
    stop_seconds: float = 10.0
    worker_deaths: int = 3
    look_seconds: float = 1.0
    ahead: int = 2
