"""A batch worked on until every future is answered: futures stream through a window, answers are kept as they come.

The futures are never listed: as many are under way as keep the crew busy (about four pieces of work for each worker),
several futures to a piece where a future is quick. What comes back is kept in one transaction each time, so that
whatever ends this process, only what was under way is worked on again. Which answers there are depends on neither the
crew nor its size. Change this when futures are handed out in another way.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final, Protocol

from api.jobs.batch_crew import Crew, Piece
from api.jobs.batch_work import LINE
from scenarios.batches.answered import base_sent
from scenarios.batches.futures import Future, futures
from scenarios.batches.plan import Plan
from scenarios.batches.rows import Row, packed, unpacked
from solver.engine import Stop

AHEAD: Final = 4
"""Pieces of work for each worker under way or waiting at the scheduler."""
PIECE_MICROSECONDS: Final = 250_000
MOST_IN_PIECE: Final = 50
LOOKED_UP: Final = 200
POSTS: Final = "-posts"
TRIES: Final = 2
GIVEN_UP = "Not answered: the worker died under it each time it was tried."

Tell = Callable[[int], None]


class Answers(Protocol):
    """Answers of futures that are kept, by digest."""

    def among(self, digests: Sequence[str]) -> Mapping[str, bytes]:
        """Return those there are."""

    def keep(self, answers: Mapping[str, bytes]) -> None:
        """Keep some, all or none."""


@dataclass
class _Group:
    """Futures given together, by digest, and how often they were tried."""

    given: dict[str, list[Any]]
    tries: int = 1


@dataclass
class BatchRun:
    """One batch under way. `tell` hears how many futures are answered; `given_up` those whose workers always died."""

    plan: Plan
    answers: Answers
    crew: Crew
    tell: Tell
    stop: Stop
    given_up: set[str] = field(default_factory=set)
    _groups: dict[int, _Group] = field(default_factory=dict)
    _numbers: int = 0
    _done: int = 0
    _taken: set[str] = field(default_factory=set)
    _microseconds: int = 0
    _answered: int = 0

    def work(self) -> bool:
        """Answer every future that has no answer yet; return whether all have one, False where it was stopped before.

        Raises:
            ClusterAway: the scheduler went away; what came back before is kept.
            OtherBuild: the workers are of another build.
            StoreUnavailable: the answers cannot be kept.
        """
        try:
            posts = self._today()
            if posts is None:
                return False
            self.crew.begin(base_sent(self.plan, posts))
            waiting = self._unanswered()
            while not self.stop.asked:
                self._fill(waiting)
                if not self._groups:
                    return True
                self._take(self.crew.ended())
            return False
        finally:
            self.crew.leave()

    def _today(self) -> list[Any] | None:
        """Today's posts, kept from before or found now; None where it was stopped before."""
        digest = next(futures(self.plan)).digest(self.plan)
        kept = self.answers.among([digest, digest + POSTS])
        if digest + POSTS not in kept:
            found = None
            while found is None and not self.stop.asked:
                found = self.crew.today(base_sent(self.plan))
            if found is None:
                return None
            rows, _, posts = found.partition(LINE)
            kept = {digest: rows, digest + POSTS: posts}
            self.answers.keep(kept)
        told: list[Any] = json.loads(kept[digest + POSTS])
        return told

    def _unanswered(self) -> Iterator[tuple[str, list[Any]]]:
        """Yield the futures to be answered, by digest; equal ones once."""
        coming = futures(self.plan)
        while some := list(islice(coming, LOOKED_UP)):
            digests = [future.digest(self.plan) for future in some]
            kept = self.answers.among(digests)
            for future, digest in zip(some, digests, strict=True):
                if digest in kept or digest in self._taken:
                    self._count(1)
                    continue
                self._taken.add(digest)
                yield digest, future.sent()

    def _fill(self, waiting: Iterator[tuple[str, list[Any]]]) -> None:
        """Give pieces of work until the window is full or nothing waits."""
        window = AHEAD * self.crew.size
        while len(self._groups) < window and (some := dict(islice(waiting, self._together()))):
            self._give(_Group(some))

    def _together(self) -> int:
        """How many futures make a piece that is worth sending; one until it is known how long one takes."""
        if not self._answered:
            return 1
        return max(1, min(MOST_IN_PIECE, PIECE_MICROSECONDS * self._answered // max(1, self._microseconds)))

    def _give(self, group: _Group) -> None:
        self._numbers += 1
        self._groups[self._numbers] = group
        self.crew.give(self._numbers, list(group.given.values()))

    def _take(self, pieces: Sequence[Piece]) -> None:
        found: dict[str, bytes] = {}
        for piece in pieces:
            group = self._groups.pop(piece.number)
            if piece.text is None:
                self._again(group)
                continue
            each, *answers = piece.text.split(LINE)
            self._microseconds += int(each) * len(answers)
            self._answered += len(answers)
            found |= dict(zip(group.given, answers, strict=True))
        if found:
            self.answers.keep(found)
            self._count(len(found))

    def _again(self, group: _Group) -> None:
        """Give what a worker died under once more, each by itself; give it up where that was tried as well."""
        if group.tries < TRIES:
            for digest, sent in group.given.items():
                self._give(_Group({digest: sent}, group.tries + 1))
            return
        self.given_up |= {*group.given}
        self._count(len(group.given))

    def _count(self, more: int) -> None:
        self._done += more
        self.tell(self._done)


def answered(
    plan: Plan, answers: Answers, given_up: Set[str] | None, *, first: int = 0
) -> Iterator[tuple[Future, tuple[Row, ...]]]:
    """Yield the futures of a plan with their rows, in order from number `first` on, read from the answers kept.

    A future that was given up has one row that says so; None: whatever has no answer was given up.

    Raises:
        LookupError: a future that was not given up has no answer.
    """
    coming = islice(futures(plan), first, None)
    while some := list(islice(coming, LOOKED_UP)):
        digests = [future.digest(plan) for future in some]
        kept = answers.among(digests)
        for future, digest in zip(some, digests, strict=True):
            text = kept.get(digest, GONE if given_up is None or digest in given_up else None)
            if text is None:
                raise LookupError(future.name)
            yield future, unpacked(text)


GONE: Final = packed([Row(option="", outcome="fault", feasible="not settled", why=GIVEN_UP)])
