"""The answers of futures as a batch under way asks for them: each question of the store a transaction of its own.

Change this when answers are kept somewhere else.
"""

from collections.abc import Mapping, Sequence

from api.store import batch_answers
from api.store.store import Store


class KeptAnswers:
    """Answers that one build gave, in one workspace of a store."""

    def __init__(self, store: Store, build: str, *, workspace: str = "default", actor: str = "local") -> None:
        self._store = store
        self._build = build
        self._workspace = workspace
        self._actor = actor

    def among(self, digests: Sequence[str]) -> Mapping[str, bytes]:
        """Return the answers there are among these futures, by digest."""
        with self._store.snapshot() as session:
            return batch_answers.among(session, digests, build=self._build, workspace=self._workspace)

    def keep(self, answers: Mapping[str, bytes]) -> None:
        """Keep answers by digest, all or none."""
        with self._store.transaction() as session:
            batch_answers.keep(session, answers, build=self._build, workspace=self._workspace, actor=self._actor)
