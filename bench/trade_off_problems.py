"""The problems whose trade-offs are timed: each designed option of the designed cases, and the frozen councils.

Change this when trade-offs of other problems are to be timed.
"""

from collections.abc import Callable
from functools import partial

from bench.frozen import frozen
from scenarios.comparing.answers import Asking
from scenarios.exploring.asked import asked_of
from scenarios.library import path_of
from scenarios.reading.load import load_case
from solver.problem import Problem

CASES = ("nottinghamshire-2014", "bury-2021")
POSTS = 300


def case_problems() -> dict[str, Problem]:
    """The problem of each designed option, in each of its branches, by a name for the table."""
    return {
        f"{case.split('-')[0]} {asked.arrangement.name}": asked.question.problem
        for case in CASES
        for asked in asked_of(load_case(path_of(case)), Asking())
    }


def problems() -> dict[str, Callable[[], Problem]]:
    """How to make each problem, by its name in the table."""
    cases = {name: partial(_itself, problem) for name, problem in case_problems().items()}
    return cases | {each.name: each.problem for each in frozen() if each.posts == POSTS}


def _itself(problem: Problem) -> Problem:
    return problem
