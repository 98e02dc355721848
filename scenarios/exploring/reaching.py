"""Which assumed figures an option to design rests on: those that, moved to an end of their range, change its problem.

Change this when an answer may rest on something that does not reach the problem.
"""

from scenarios.comparing.answers import asks
from scenarios.comparing.assumptions import assumptions, with_value
from scenarios.comparing.stated import stated_options
from scenarios.compiling.arrangement import Arrangement, arrangements
from scenarios.schema.scenario import Scenario
from solver.problem import Problem


def rests_on(scenario: Scenario, arrangement: Arrangement, problem: Problem) -> tuple[str, ...]:
    """The assumed figures with a range that reach the problem of an option, by the names results give them.

    Args: the scenario in its canonical order, as the option was laid out from it; the option in its branch; its
    problem.
    """
    found = []
    for assumption in assumptions(scenario):
        figure = assumption.figure
        ends = {end for end in (figure.low, figure.high) if end is not None and end != figure.value}
        if any(_problem(with_value(scenario, assumption.path, end), arrangement) != problem for end in sorted(ends)):
            found.append(assumption.label)
    return tuple(found)


def _problem(scenario: Scenario, arrangement: Arrangement) -> Problem:
    """The problem of the same option and branch in another scenario."""
    same = next(a for a in arrangements(scenario) if a.name == arrangement.name)
    return next(asks(scenario, same, stated_options(scenario))).question.problem
