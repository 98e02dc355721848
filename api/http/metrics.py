"""What Prometheus is told: requests, how long they took, how runs stand, and whether store and workers are there.

Labels are route templates, methods, statuses and states, never an id or a name of anything.
Change this when an operator needs another number: one line here, one in docs/operations.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)


@dataclass(frozen=True)
class Metrics:
    """The numbers of one server. Each app has its own, so that two in one process do not add up."""

    registry: CollectorRegistry
    requests: Counter
    seconds: Histogram
    defects: Counter
    runs: Gauge
    queue: Gauge
    workers: Gauge
    store_up: Gauge
    dispatcher_up: Gauge

    @classmethod
    def new(cls) -> "Metrics":
        """Return numbers that all stand at nothing."""
        registry = CollectorRegistry()
        return cls(
            registry=registry,
            requests=Counter(
                "restructure_requests", "Requests answered.", ["method", "route", "status"], registry=registry
            ),
            seconds=Histogram(
                "restructure_request_seconds",
                "Seconds from the request to the end of its answer.",
                ["method", "route"],
                buckets=SECONDS,
                registry=registry,
            ),
            defects=Counter("restructure_defects", "Requests that a defect of ours ended.", registry=registry),
            runs=Gauge("restructure_runs", "Runs in the store, by state.", ["state"], registry=registry),
            queue=Gauge("restructure_queue_length", "Runs that wait for a worker.", registry=registry),
            workers=Gauge("restructure_workers", "Workers that can be given a run now.", registry=registry),
            store_up=Gauge("restructure_store_up", "1 when the store answers.", registry=registry),
            dispatcher_up=Gauge("restructure_dispatcher_up", "1 while runs are given to workers.", registry=registry),
        )

    def tell_runs(self, by_state: Mapping[str, int]) -> None:
        """Set the numbers of runs by state."""
        for state, count in sorted(by_state.items()):
            self.runs.labels(state).set(count)
        self.queue.set(by_state.get("queued", 0))
