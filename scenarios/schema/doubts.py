"""Every doubt of a scenario: usable data that a planner should look at.

Rules: design.md section 3; seed-facts.md section 6 (what the five real reports got wrong).
Change this when something correct but odd is worth a look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from scenarios.schema import doubt_kinds
from scenarios.schema.derive import complete
from scenarios.schema.derive_posts import lines_of, role_of_titles
from scenarios.schema.derive_work import demand_of
from scenarios.schema.doubt_costs import cost_clashes
from scenarios.schema.doubt_names import (
    alike_names,
    near_names,
    near_options,
    numbered,
    numbers_not_of_today,
    odd_names,
    short_titles,
)
from scenarios.schema.faults import Doubt, Fault
from scenarios.schema.scenario import Scenario
from scenarios.schema.tables import Places
from scenarios.schema.teams import OUTSIDE, OWN_LEAD
from scenarios.schema.work import WHOLE_BASIS_POINTS


def doubts_of(scenario: Scenario, places: Places) -> list[Doubt]:
    """Return every doubt of a scenario without faults.

    Args:
        scenario: the scenario as read, not completed.
        places: where its rows stand in the visitor's files.
    """
    return [
        *_of_rows(scenario, places),
        *_moves(scenario, places),
        *numbers_not_of_today(scenario, places),
        *_unsettled(scenario, places),
        *_work(scenario, places),
        *_without_work(scenario, places),
    ]


def doubts_beside(faults: Iterable[Fault], scenario: Scenario, places: Places) -> list[Doubt]:
    """Return the doubts that can be told while there are faults: about rows read and without a fault of their own.

    Args:
        faults: what is wrong; each hides the doubts about its row only.
        scenario: the scenario as far as it was read.
        places: where its rows stand in the visitor's files.
    """
    wrong = {(fault.sheet, fault.row) for fault in faults}
    return [doubt for doubt in _of_rows(scenario, places) if (doubt.sheet, doubt.row) not in wrong]


def _of_rows(scenario: Scenario, places: Places) -> Iterator[Doubt]:
    """Yield the doubts that hold of the rows at hand, whatever else the case says or fails to say."""
    yield from _people_and_posts(scenario, places)
    yield from _terms(scenario, places)
    yield from cost_clashes(scenario, places)
    yield from _grades(scenario, places)
    yield from _blank_grades(scenario, places)
    yield from alike_names(scenario, places)
    yield from odd_names(scenario, places)
    yield from near_names(scenario, places)
    yield from near_options(scenario, places)
    yield from short_titles(scenario, places)
    yield from _shares(scenario, places)
    yield from _leads(scenario, places)


def _fte(milli_fte: int) -> str:
    return f"{Decimal(milli_fte) / 1000:f}"


def _people_and_posts(scenario: Scenario, places: Places) -> Iterator[Doubt]:
    for index, post in enumerate(scenario.posts):
        posts = post.posts.value if post.posts is not None else None
        people = post.people.value if post.people is not None else None
        fte = post.milli_fte.value if post.milli_fte is not None else None
        occupied = post.occupied_milli_fte.value if post.occupied_milli_fte is not None else None
        if posts is None and fte is not None and people is not None:
            read = -(-fte // 1000)
            if people > read:
                words = doubt_kinds.shared_as_read(people, _fte(fte), read)
                yield Doubt.at(places.spot("posts", index, "people"), str(people), words)
        if posts is not None and people is not None and people > posts:
            words = (
                doubt_kinds.several_holders(people) if posts == 1 else doubt_kinds.more_people_than_posts(people, posts)
            )
            yield Doubt.at(places.spot("posts", index, "people"), str(people), words)
        if posts is not None and fte is not None and fte > posts * 1000:
            words = doubt_kinds.more_fte_than_posts(_fte(fte), posts)
            yield Doubt.at(places.spot("posts", index, "fte"), _fte(fte), words)
        if fte is not None and occupied is not None and occupied > fte:
            words = doubt_kinds.occupied_over_established(_fte(occupied), _fte(fte))
            yield Doubt.at(places.spot("posts", index, "occupied fte"), _fte(occupied), words)
        if post.contract == "agency" and people != 0:
            yield Doubt.at(places.spot("posts", index, "contract"), "agency", doubt_kinds.agency_in_post())


def _terms(scenario: Scenario, places: Places) -> Iterator[Doubt]:
    starts = [option.from_date for option in scenario.options if option.from_date is not None]
    starts += [scenario.header.start_date] if scenario.header.start_date is not None else []
    first: date | None = min(starts, default=None)
    for index, post in enumerate(scenario.posts):
        if post.contract == "fixed-term" and post.until_date is None:
            yield Doubt.at(places.spot("posts", index, "until"), "", doubt_kinds.term_without_end())
        if post.until_date is not None and first is not None and post.until_date < first:
            end = post.until_date.isoformat()
            words = doubt_kinds.term_ends_first(end, first.isoformat())
            yield Doubt.at(places.spot("posts", index, "until"), end, words)


def _moves(scenario: Scenario, places: Places) -> Iterator[Doubt]:
    teams = {team.team for team in scenario.teams} | {line.team for line in lines_of(scenario)}
    titles = {line.title for line in lines_of(scenario)} | {role.role for role in scenario.roles}
    for index, post in enumerate(scenario.posts):
        to = post.change.to if post.change is not None else None
        spot = places.spot("posts", index, "change")
        if to is None or post.change is None:
            continue
        if post.change.kind == "transferred" and to not in teams:
            yield Doubt.at(spot, to, doubt_kinds.outside_team(to))
        if post.change.kind == "re-designated" and to not in titles:
            yield Doubt.at(spot, to, doubt_kinds.new_role(to))


def _grades(scenario: Scenario, places: Places) -> Iterator[Doubt]:
    """Yield a doubt where one title has two grades that no grade branch explains."""
    first: dict[str, str] = {}
    for sheet, index, line in numbered(scenario):
        if line.grade is None or getattr(line, "branch", None) is not None:
            continue
        if first.setdefault(line.title, line.grade) != line.grade:
            words = doubt_kinds.grade_clash(line.title, line.grade, first[line.title])
            yield Doubt.at(places.spot(sheet, index, "grade"), line.grade, words)


def _blank_grades(scenario: Scenario, places: Places) -> Iterator[Doubt]:
    """Yield a doubt for every title of today's posts of which some lines have a grade and others none, at the first."""
    grades: dict[str, set[str]] = {}
    for post in scenario.posts:
        if post.grade is not None:
            grades.setdefault(post.title, set()).add(post.grade)
    told: set[str] = set()
    for index, post in enumerate(scenario.posts):
        others = (
            post.grade is None and "grade" not in post.unknown and post.title not in told and grades.get(post.title)
        )
        if others:
            told.add(post.title)
            words = doubt_kinds.grade_blank(post.title, sorted(others))
            yield Doubt.at(places.spot("posts", index, "grade"), "", words)


def _unsettled(scenario: Scenario, places: Places) -> Iterator[Doubt]:
    """Yield a doubt for each role that branches give two grades, and for each option with posts of unknown grade."""
    grades: dict[str, dict[str, int]] = {}
    for index, row in enumerate(scenario.grade_branches):
        grades.setdefault(row.role, {}).setdefault(row.grade, index)
    for role, found in sorted(grades.items()):
        if len(found) > 1:
            grade, index = max(found.items(), key=lambda item: item[1])
            yield Doubt.at(places.spot("grade_branches", index, "grade"), grade, doubt_kinds.open_grade(role, [*found]))
    for option in sorted({line.option for line in scenario.proposed}):
        lines = [(index, line) for index, line in enumerate(scenario.proposed) if line.option == option]
        marked = [index for index, line in lines if "grade" in line.unknown]
        posts = [(line, 1 if line.posts is None else line.posts.value or 0) for _, line in lines]
        if marked:
            graded = sum(count for line, count in posts if line.grade is not None)
            words = doubt_kinds.ungraded(option, graded, sum(count for _, count in posts))
            yield Doubt.at(places.spot("proposed", marked[0], "grade"), "?", words)


def _shares(scenario: Scenario, places: Places) -> Iterator[Doubt]:
    """Yield a doubt for every job whose shares, each at the high end of its range, are more than its whole time."""
    highest: dict[str, int] = {}
    last: dict[str, int] = {}
    for index, work in enumerate(scenario.work):
        for job, share in work.share_basis_points.items():
            highest[job] = highest.get(job, 0) + (0 if share.bounds is None else share.bounds[1])
            last[job] = index
    for job in sorted(job for job, share in highest.items() if share > WHOLE_BASIS_POINTS):
        percent = f"{Decimal(highest[job]) / 100:f}%"
        words = doubt_kinds.shares_may_pass_whole(job, percent)
        yield Doubt.at(places.spot("work", last[job], f"share: {job}"), percent, words)


def _work(scenario: Scenario, places: Places) -> Iterator[Doubt]:
    able = complete(scenario).able if scenario.work else ()
    for index, work in enumerate(scenario.work):
        demand = demand_of(work, scenario)
        spot = places.spot("work", index, "work")
        if demand is None:
            yield Doubt.at(spot, work.work, doubt_kinds.no_demand(work.work))
        elif demand.bounds != (0, 0) and all(row.work_basis_points[work.work].bounds == (0, 0) for row in able):
            yield Doubt.at(spot, work.work, doubt_kinds.nobody_able(work.work))


def _without_work(scenario: Scenario, places: Places) -> Iterator[Doubt]:
    """Yield a doubt for every job that only the new structure has and of which nothing says what work it can do."""
    if not scenario.work:
        return
    full = complete(scenario)
    titles, said = role_of_titles(full), {row.role for row in scenario.able}
    today = {titles.get(post.title, post.title) for post in scenario.posts}
    no_direct = {row.role for row in full.roles if row.direct_basis_points and row.direct_basis_points.value == 0}
    unable = {
        row.role for row in full.able if all(share.bounds in ((0, 0), None) for share in row.work_basis_points.values())
    }
    told: set[str] = today | said | no_direct
    for index, line in enumerate(scenario.proposed):
        role = titles.get(line.title, line.title)
        if role in unable - told:
            told.add(role)
            yield Doubt.at(places.spot("proposed", index, "title"), line.title, doubt_kinds.no_work_for(line.title))


def _leads(scenario: Scenario, places: Places) -> Iterator[Doubt]:
    for index, team in enumerate(scenario.teams):
        if len(team.led_by) == 1 and team.led_by[0] not in (OWN_LEAD, OUTSIDE) and team.led_by[0] == team.team:
            yield Doubt.at(places.spot("teams", index, "led by"), team.team, doubt_kinds.single_lead(team.team))
