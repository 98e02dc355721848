"""What each sheet that a case does not have yet would let it answer, in a planner's words.

Rules: design.md section 3: three steps, each useful alone; check says which questions each further sheet would open.
Change this when a sheet is added: it gets its step and its question here.
"""

from __future__ import annotations

from dataclasses import dataclass

from scenarios.schema.case import SEALED_SHEETS, Case
from scenarios.schema.scenario import CARDS, SHEETS


@dataclass(frozen=True)
class Question:
    """A sheet that is not there, the step it belongs to (1 to 3), and what it would answer."""

    step: int
    sheet: str
    opens: str


QUESTIONS: tuple[Question, ...] = (
    Question(1, "posts", "What does the service cost today, and in which teams, jobs and grades?"),
    Question(1, "proposed", "What does a structure given by hand cost and save, and whom does it put at risk?"),
    Question(
        2,
        "work",
        "Which structures could do the same work, and what does a structure given by hand leave uncovered?",
    ),
    Question(2, "able", "What if a role can do more, or less, than whoever does the work today?"),
    Question(2, "limits", "What fits a ceiling, a span of control or another order of goals than the default?"),
    Question(3, "teams", "What if a team opens, closes, has a least or most size, or shares its lead?"),
    Question(
        3, "grades", "Which jobs are at the same grade, who would move down, and what does a post at a grade cost?"
    ),
    Question(3, "grade_branches", "What does each option cost at each grade that is not settled yet?"),
    Question(
        3, "roles", "What if a job has a standard size, a least or most number, or part of its time is not direct work?"
    ),
    Question(3, "groups", "What if the authority names staff groups of its own, or who is redeployed first?"),
    Question(3, "matches", "Which people may slot in, and which are ring-fenced, where jobs were evaluated?"),
    Question(3, "reserved", "What if places are kept for people with a right to them?"),
    Question(3, "elsewhere", "Where outside the service could displaced people go? (Shown apart; never counted in.)"),
    Question(3, "funding", "Which money pays for which post, until when, and what is short in which year?"),
    Question(3, "cost_centres", "What is the ceiling made of?"),
    Question(3, "other_costs", "What is saved and spent beside posts, every year and once?"),
    Question(3, "options", "What if arrangements are compared other than those the tables suggest?"),
    Question(
        3, "quoted", "Do the figures and names printed in the draft report agree with these, and with each other?"
    ),
    Question(
        3,
        "calendar",
        "Do the dates leave the time that consultation and notice need, and see people before posts are decided on?",
    ),
    Question(
        3, "policy", "What do people who leave cost under the authority's own rules, and who may slot in under them?"
    ),
    Question(3, "service", "What would redundancy cost, from the least to the most?"),
    Question(
        3,
        "equality",
        "Does an option touch some groups of people more than others, and which counts may be published?",
    ),
)
"""Sheets in the order of the steps, each with what it opens."""


def questions_of(case: Case) -> tuple[Question, ...]:
    """List what each sheet that the case does not have would open, in the order of the steps."""
    missing = {sheet for sheet in SHEETS if not getattr(case.scenario, sheet)}
    missing |= {sheet for sheet, card in CARDS.items() if getattr(case.scenario, sheet) == card()}
    missing |= {sheet for sheet in SEALED_SHEETS if not getattr(case.sealed, sheet)}
    return tuple(question for question in QUESTIONS if question.sheet in missing)
