"""Sheet `evaluation`: posts that need a grade, and matches that nobody has evaluated yet.

A grade that is not stated is not known; a match that was not evaluated is never taken as nought (domain-rules.md 7.2).
Change this when something else about a post is to be evaluated.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.claims.at_risk import grade_of
from scenarios.claims.strength import Level
from scenarios.comparing.posts import lines
from scenarios.reporting.hr_book.contests import LEVEL_WORDS
from scenarios.reporting.hr_book.form import EVALUATION, proposals, put_name
from scenarios.reporting.worked import Costed, Worked
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet, Unit

_POSTS = ("no.", "structure", "role", "team", "posts", "grade in the case", "why")
_MATCHES = ("no.", "structure", "staff group", "roles", "", "claim without it", "why")


def put_evaluation(book: Book, worked: Worked) -> None:
    """Write the sheet.

    Args:
        book: the workbook.
        worked: the case.
    """
    sheet = FigureSheet(book, EVALUATION, (5, 34, 46, 40, 8, 30, 56))
    row = sheet.head(
        "What is to be evaluated", ("Grades and matches are evaluated by the authority; nothing here suggests one.",)
    )
    sheet.heading((row, 0), "Posts that need a grade")
    row = sheet.header(row + 1, _POSTS)
    for costed in proposals(worked):
        for role, team, posts, grade, why in _ungraded(worked, costed):
            put_name(sheet, row, costed)
            sheet.text((row, 2), role)
            sheet.text((row, 3), team)
            sheet.fixed((row, 4), posts, unit=Unit.COUNT)
            sheet.text((row, 5), grade)
            sheet.text((row, 6), why)
            row += 1
    sheet.heading((row + 1, 0), "Matches nobody has evaluated, of groups at risk")
    row = sheet.header(row + 2, _MATCHES)
    for costed in proposals(worked):
        for (group, level), roles in _unmatched(worked, costed).items():
            put_name(sheet, row, costed)
            sheet.text((row, 2), group)
            sheet.text((row, 3), "; ".join(sorted(roles)))
            sheet.text((row, 5), LEVEL_WORDS[level])
            sheet.text((row, 6), "not evaluated: possible, and certain for nobody")
            row += 1


def _ungraded(worked: Worked, costed: Costed) -> Iterator[tuple[str, str, int, str, str]]:
    """Yield posts whose grade is not known, rests on a branch, or whose job is re-designated."""
    question = costed.answer.question
    becomes = {
        post.change.to
        for post in worked.scenario.posts
        if post.change is not None and post.change.kind == "re-designated"
    }
    branched = {row.role for row in worked.scenario.grade_branches}
    for line in lines(question, costed.structure, costed.ledgers[worked.years[0]]):
        grade = grade_of(question.arrangement, line.role)
        why = [
            *(["no grade is stated"] if grade is None else []),
            *(["the grade is not settled: it stands in a branch"] if line.role in branched else []),
            *(["posts are re-designated to it"] if line.role in becomes else []),
        ]
        if why:
            yield line.role, line.team, line.posts, grade or "?", "; ".join(why)


def _unmatched(worked: Worked, costed: Costed) -> dict[tuple[str, Level], set[str]]:
    """Return the roles that groups at risk may claim on the grade alone, as nobody evaluated a match, by level."""
    question = costed.answer.question
    risky = {group.group for group in costed.people.groups if group.at_risk}
    jobs = {each.group.group: each.job.roles for each in question.people.staff}
    evaluated = {
        (row.group, row.role)
        for row in worked.scenario.matches
        if row.match_basis_points is not None and row.match_basis_points.value is not None
    }
    role_of = {place.id: place.role for place in question.people.places}
    found: dict[tuple[str, Level], set[str]] = {}
    for (group, at), standing in sorted(question.people.standings.items()):
        role = role_of[at]
        asked = {(group, role), *((own, role) for own in jobs.get(group, ()))}
        if group in risky and standing.level is not Level.OWN_JOB and not asked & evaluated:
            found.setdefault((group, standing.level), set()).add(role)
    return dict(sorted(found.items()))
