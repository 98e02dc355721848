"""Who works on a batch: the workers of a cluster, or this process alone.

A piece of work is a group of futures. A piece whose worker died as often as Dask tries comes back without an answer.
Change this when work can be done somewhere else again.
"""

from asyncio import CancelledError
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any, Final, Protocol
from uuid import uuid4

from distributed import KilledWorker

from api.jobs.batch_work import OTHER_BUILD, group, share, today
from api.jobs.cluster import BATCH, Cluster, ClusterAway
from api.jobs.connection import LOST, GivenWork
from scenarios.runs.build import build

LOOK_SECONDS: Final = 0.5
FETCH_SECONDS: Final = 30.0
Sent = list[list[Any]]


class OtherBuild(Exception):  # noqa: N818 - a state of the world, not a defect
    """Workers are of another build than this process; the words say which."""


class WorkersDie(Exception):  # noqa: N818 - a state of the world, not a defect
    """Every worker died under the case as things are: nothing of the batch can be begun."""


@dataclass(frozen=True)
class Piece:
    """A piece of work that ended: its number, and what came of it; None where its worker died too often."""

    number: int
    text: bytes | None


class Crew(Protocol):
    """Whoever works on a batch."""

    @property
    def size(self) -> int:
        """How many pieces are worked on at a time."""

    def today(self, sent: bytes) -> bytes | None:
        """Answer the case as things are; None where nothing is to be had yet."""

    def begin(self, sent: bytes) -> None:
        """Have the case with the posts that are kept at hand for what comes."""

    def give(self, number: int, futures: Sent) -> None:
        """Give a piece of work."""

    def ended(self) -> list[Piece]:
        """Wait a moment, and return the pieces that ended meanwhile."""

    def leave(self) -> None:
        """Let go of whatever was given."""


class Alone:
    """This process, one piece after the other."""

    size = 1

    def __init__(self) -> None:
        self._sent = b""
        self._pieces: deque[tuple[int, Sent]] = deque()

    def today(self, sent: bytes) -> bytes | None:
        """Answer the case as things are."""
        return today(sent, build())

    def begin(self, sent: bytes) -> None:
        """Have the case at hand."""
        self._sent = sent

    def give(self, number: int, futures: Sent) -> None:
        """Put a piece behind the others."""
        self._pieces.append((number, futures))

    def ended(self) -> list[Piece]:
        """Work on the first piece."""
        number, futures = self._pieces.popleft()
        return [Piece(number, group(self._sent, futures, build()))]

    def leave(self) -> None:
        """Forget what was given."""
        self._pieces.clear()


class OnCluster:
    """The workers of a cluster. Pieces that are lost with a scheduler raise ClusterAway."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self._name = f"batch-{uuid4().hex}"
        self._shared: GivenWork | None = None
        self._first: GivenWork | None = None
        self._given: dict[int, GivenWork] = {}
        self._tried = 0
        self._ended: SimpleQueue[int] = SimpleQueue()

    @property
    def size(self) -> int:
        """How many workers there are; one where there are none yet."""
        return max(1, self._cluster.count_workers())

    def today(self, sent: bytes) -> bytes | None:
        """Answer the case as things are, on one worker."""
        if self._first is None:
            shared = self._submit(share, sent, key="case")
            self._first = self._submit(today, shared, build(), key="today")
            self._first.add_done_callback(lambda _: self._ended.put(0))
        with suppress(Empty):
            self._ended.get(timeout=LOOK_SECONDS)
            text = self._text(self._first)
            if text is None:
                raise WorkersDie("every worker died under the case as things are: give workers more memory")
            return text
        return None

    def begin(self, sent: bytes) -> None:
        """Send the case, with the posts that are kept, to whichever workers come to need it."""
        self._first = None
        self._shared = self._submit(share, sent, key="base")

    def give(self, number: int, futures: Sent) -> None:
        """Give a piece of work to whichever worker is free first."""
        self._tried += 1
        future = self._submit(group, self._shared, futures, build(), key=f"{number}-{self._tried}")
        self._given[number] = future
        future.add_done_callback(lambda _: self._ended.put(number))

    def ended(self) -> list[Piece]:
        """Wait a moment, and return the pieces that ended meanwhile."""
        numbers: list[int] = []
        with suppress(Empty):
            numbers.append(self._ended.get(timeout=LOOK_SECONDS))
            while True:
                numbers.append(self._ended.get_nowait())
        found = []
        for number in numbers:
            future = self._given.pop(number, None)
            if future is not None:
                found.append(Piece(number, self._text(future)))
        return found

    def leave(self) -> None:
        """Let go of whatever was given: the scheduler forgets it."""
        self._given.clear()
        self._shared = self._first = None

    def _text(self, future: GivenWork) -> bytes | None:
        try:
            return _right_build(self._fetched(future))
        except KilledWorker:
            return None

    def _submit(self, work: Any, *given: object, key: str) -> GivenWork:
        client = self._cluster.client()
        try:
            return client.submit(work, *given, key=f"{self._name}-{key}", priority=BATCH, pure=False)
        except LOST as away:
            raise ClusterAway(f"the Dask scheduler at {self._cluster.address} went away") from away

    def _fetched(self, future: GivenWork) -> bytes:
        """The result of work that ended.

        Raises:
            ClusterAway: it went with its scheduler.
            KilledWorker: its worker died too often.
        """
        try:
            return future.result(timeout=FETCH_SECONDS)
        except (CancelledError, TimeoutError, *LOST) as lost:
            raise ClusterAway(f"the Dask scheduler at {self._cluster.address} went away") from lost


def _right_build(text: bytes) -> bytes:
    if text.startswith(OTHER_BUILD):
        theirs = text.removeprefix(OTHER_BUILD).decode()
        raise OtherBuild(f"the workers are of another build ({theirs}) than this one ({build()}): install the same")
    return text
