"""Small services in few words: today's posts, the posts given for tomorrow, and what the authority says about claims.

A line is (title, team, posts) with the grade after it where it is not "Grade 5"; people are one for each post unless a
line says otherwise. Change this when claims come to depend on another sheet.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from scenarios.compiling.arrangement import Arrangement, arrange
from scenarios.compiling.problem import Question, Setting, question
from scenarios.schema.figure import UNKNOWN, Figure
from scenarios.schema.grades import Grade
from scenarios.schema.header import Header
from scenarios.schema.matches import Match
from scenarios.schema.options import Option
from scenarios.schema.policy import Policy
from scenarios.schema.posts import Post
from scenarios.schema.proposed import ProposedPost
from scenarios.schema.reserved import Reserved
from scenarios.schema.scenario import Scenario
from solver.structure import Structure

GIVEN = "as given"
GRADES = tuple(Grade(grade=f"Grade {rank}", pay_system="local", rank=rank) for rank in range(3, 9))
POLICY = Policy(slot_in_basis_points=Figure(value=6500), ring_fence_basis_points=Figure(value=5000))


def figure(number: int | tuple[int, int, int] | None) -> Figure:
    """A number; with a range as (value, low, high); None: not known."""
    if number is None:
        return UNKNOWN
    if isinstance(number, int):
        return Figure(value=number)
    return Figure(value=number[0], low=number[1], high=number[2], basis="assumed")


def line(title: str, team: str, posts: int, grade: str | None = "Grade 5", **facts: Any) -> Post:
    """Posts of today, held by one person each."""
    people = figure(facts.pop("people", posts))
    return Post(title=title, team=team, grade=grade, posts=Figure(value=posts), people=people, **facts)


def later(title: str, team: str, posts: int, grade: str | None = "Grade 5", **facts: Any) -> ProposedPost:
    """Posts given for tomorrow."""
    return ProposedPost(option=GIVEN, title=title, team=team, grade=grade, posts=Figure(value=posts), **facts)


def scenario(
    posts: Iterable[Post],
    proposed: Iterable[ProposedPost] = (),
    matches: Mapping[tuple[str, str], int] | None = None,
    reserved: Mapping[str, int] | None = None,
    **sheets: Any,
) -> Scenario:
    """A scenario of these lines; matches in basis points by (group, role), reserved places by role."""
    header = Header(name="small", title="Small service", authority="Example Council", years=(2025,))
    return Scenario(
        **{
            "header": header,
            "posts": tuple(posts),
            "proposed": tuple(proposed),
            "grades": GRADES,
            "policy": POLICY,
            "matches": tuple(
                Match(group=group, role=role, match_basis_points=Figure(value=match))
                for (group, role), match in (matches or {}).items()
            ),
            "reserved": tuple(Reserved(role=role, places=Figure(value=n)) for role, n in (reserved or {}).items()),
        }
        | sheets
    )


def arranged(case: Scenario, kind: str = "given", *, branch: str = "", **facts: Any) -> Arrangement:
    """The given option laid over the scenario in a grade branch, or no change."""
    name = GIVEN if kind == "given" else kind
    return arrange(case, Option(option=name, kind=kind, **facts), branch)


def asked(case: Scenario, kind: str = "given", **facts: Any) -> tuple[Question, Structure]:
    """The question of an option and a structure of exactly its posts, with nobody placed yet."""
    found = question(arranged(case, kind, **facts), Setting())
    assert found.posts is not None
    return found, Structure(posts=found.posts)
