"""The frozen instances: seeds, sizes and the digest each regenerated problem must have.

Ten councils of 300 posts and one of 1,000. A digest covers every number of the problem, so a changed generator cannot
pass for a faster solver.
Change this when the generator is meant to change; `python -m bench.frozen` prints the new digests.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.generator import establishment
from solver.problem import Problem

ONLY_ASKED = frozenset({"short", "over", "allowance", "not_paid_back_pence", "group_limits"})
"""Fields of a problem that only a question sets: by how much a rule gives, and which groups are kept."""
FILE = Path(__file__).with_name("frozen.json")


@dataclass(frozen=True, kw_only=True)
class Frozen:
    """One instance: how to make it again, and the digest it must then have."""

    name: str
    seed: int
    posts: int
    sha256: str

    def problem(self) -> Problem:
        """The instance, generated again."""
        return establishment(self.seed, self.posts)


def digest(problem: Problem) -> str:
    """The SHA-256 of a problem as canonical JSON: sorted keys, no blanks, nothing that only questions set."""
    text = json.dumps(_without_questions(asdict(problem)), sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _without_questions(value: Any) -> Any:
    """The tables of a problem without the fields that a what-if question sets and no service has."""
    if isinstance(value, dict):
        return {name: _without_questions(held) for name, held in value.items() if name not in ONLY_ASKED}
    if isinstance(value, list | tuple):
        return [_without_questions(each) for each in value]
    return value


def frozen() -> tuple[Frozen, ...]:
    """The committed instances in their order."""
    return tuple(Frozen(**row) for row in json.loads(FILE.read_text("utf-8")))


def main() -> None:
    """Print the file anew for the committed seeds."""
    rows = [{**asdict(each), "sha256": digest(each.problem())} for each in frozen()]
    print(json.dumps(rows, indent=1))


if __name__ == "__main__":
    main()
