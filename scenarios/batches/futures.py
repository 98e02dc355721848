"""The futures of a plan, one after the other: as things are, the named ones, grids, draws. Never all at once.

Change this when futures are made in another way.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import product
from typing import Any, Literal

from scenarios.batches.changes import received
from scenarios.batches.plan import AS_THINGS_ARE, Changes, Plan, drawn_change

FutureKind = Literal["as things are", "named", "grid", "draw"]
DIGEST_DIGITS = 40


@dataclass(frozen=True)
class Future:
    """One future: its number (0: as things are), its name, how it came about, and what it changes."""

    number: int
    name: str
    kind: FutureKind
    changes: Changes

    @property
    def told(self) -> str:
        """What it changes, in words: "limits.ceiling 349000; demand 10%"."""
        return "; ".join(f"{change.subject.label} {change.text or 'blank'}" for change in self.changes)

    def digest(self, plan: Plan) -> str:
        """What tells its answer from that of any other future, in hexadecimal: same values, same answer.

        Its name and number are no part of it, nor is the order of rows or of what it changes.
        """
        changes = sorted((change.subject.key, change.text) for change in self.changes)
        asked = [plan.input_digest, sorted(plan.options), plan.effort, changes]
        return sha256(json.dumps(asked).encode()).hexdigest()[:DIGEST_DIGITS]

    def sent(self) -> list[Any]:
        """What a worker is handed of it."""
        return [change.sent() for change in self.changes]


def changes_received(sent: list[Any]) -> Changes:
    """What `Future.sent` made a list of."""
    return tuple(received(each) for each in sent)


def futures(plan: Plan) -> Iterator[Future]:
    """Yield every future of a plan, numbered from 0, which is the case as things are."""
    for number, (name, kind, changes) in enumerate(_named(plan)):
        yield Future(number, name, kind, changes)


def _named(plan: Plan) -> Iterator[tuple[str, FutureKind, Changes]]:
    yield AS_THINGS_ARE, "as things are", ()
    for name, changes in plan.named:
        yield name, "named", changes
    for number, grid in enumerate(plan.grids, 1):
        for at, chosen in enumerate(product(*grid), 1):
            yield f"grid {number}, {at}", "grid", tuple(chosen)
    for number in range(1, plan.draws + 1):
        yield f"draw {number}", "draw", drawn(plan, number)


def drawn(plan: Plan, number: int) -> Changes:
    """What one draw changes, by its number from 1: it depends on the seed, its number and what is drawn alone."""
    return tuple(drawn_change(subject, shape.drawn(plan.seed, number, subject.key)) for subject, shape in plan.drawn)
