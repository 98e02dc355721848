"""What is asked about answers while figures move, in a form that can be sent to another process.

Change this when asking whether an answer stands needs something more of the case or of how it was answered.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from scenarios.comparing.answers import Answer, Asking
from scenarios.comparing.standing import Tried, World, key_of
from scenarios.schema.scenario import Scenario
from solver.engine import Settings, Stop


@dataclass(frozen=True)
class Sent:
    """The scenario, the answers asked about, and how each question is solved.

    A stop is heard in the process it is asked in. It cannot be sent to another: there, work not begun is dropped.
    """

    scenario: Scenario
    shown: tuple[Answer, ...]
    near: str | None
    effort: float
    nodes: int
    seed: int
    stop: Stop | None

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "stop": None}

    @property
    def settings(self) -> Settings:
        """How each question is solved."""
        return Settings(effort=self.effort, nodes=self.nodes, seed=self.seed, stop=self.stop or Stop())

    def worlds(self) -> Callable[[Scenario], World]:
        """Give what makes a world of a scenario with figures moved; posts found in one are tried in all it makes."""
        tried: Tried = {}
        for answer in self.shown:
            if answer.anchor is not None and answer.structure is not None:
                tried.setdefault(key_of(answer.question), []).append(answer.structure.posts)
        return lambda moved: World(moved, self.near, self.settings, tried)


def sent(scenario: Scenario, answers: tuple[Answer, ...], asking: Asking) -> Sent:
    """Put together what is sent about some answers of a scenario."""
    told = asking.watch.settings
    return Sent(
        scenario=scenario,
        shown=answers,
        near=asking.near,
        effort=told.effort,
        nodes=told.nodes,
        seed=told.seed,
        stop=told.stop,
    )
