"""Doubts about names: two that look alike, one that nearly is another, and post numbers that today does not have.

Rules: design.md section 3. Posts may bring new names, so a name that nearly is another is usable and worth a look;
where the sheet `teams` lists the teams, one that it does not list is a fault (check_names.py).
Change this when a real slip passes unseen, or a name of its own is taken for a slip.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from scenarios.schema import doubt_kinds
from scenarios.schema.abbreviated import CutShort, Titled, cut_short
from scenarios.schema.columns import Kind, columns_of
from scenarios.schema.faults import Doubt
from scenarios.schema.look_alikes import odd_letters
from scenarios.schema.nearness import bare, meant, typo_of
from scenarios.schema.options import NO_CHANGE
from scenarios.schema.posts import PostLine
from scenarios.schema.scenario import Scenario
from scenarios.schema.tables import Places, cells_of, tables_of
from solver.wording import some

MOST_NAMES = 200
"""Names given by one row for which a near one is looked for; a file with more of them names each row anew."""


def numbered(scenario: Scenario) -> Iterator[tuple[str, int, PostLine]]:
    """Yield sheet, index and line of every line of posts, today's first."""
    for sheet, lines in (("posts", scenario.posts), ("proposed", scenario.proposed)):
        for index, line in enumerate(lines):
            yield sheet, index, line


def alike_names(scenario: Scenario, places: Places) -> Iterator[Doubt]:
    """Yield a doubt where two names differ only in blanks, case or look-alike signs."""
    lines = list(numbered(scenario))
    for column in ("title", "grade", "team", "option"):
        named = (
            (sheet, index, getattr(line, column)) for sheet, index, line in lines if column in columns_of(type(line))
        )
        yield from _alike_in(((sheet, index, name) for sheet, index, name in named if name), column, places)


def _alike_in(names: Iterable[tuple[str, int, str]], column: str, places: Places) -> Iterator[Doubt]:
    first: dict[str, str] = {}
    seen: set[str] = set()
    for sheet, index, name in names:
        if name in seen:
            continue
        seen.add(name)
        other = first.setdefault(bare(name), name)
        if other != name:
            yield Doubt.at(places.spot(sheet, index, column), name, doubt_kinds.nearly_alike(name, other))


def odd_names(scenario: Scenario, places: Places) -> Iterator[Doubt]:
    """Yield a doubt for every name with letters that only look like others or cannot be seen, where it first stands."""
    told: set[str] = set()
    cells = cells_of(tables_of(scenario), lambda column: column.kind in (Kind.NAME, Kind.NAMES))
    for sheet, index, row, field, column in cells:
        value = getattr(row, field)
        for name in (value,) if isinstance(value, str) else value:
            if not name.isascii() and name not in told and (letters := odd_letters(name)):
                told.add(name)
                words = doubt_kinds.look_alike_letters(name, letters)
                yield Doubt.at(places.spot(sheet, index, column.header), name, words)


def near_names(scenario: Scenario, places: Places) -> Iterator[Doubt]:
    """Yield a doubt for every team and title that one row alone gives and that nearly is another name there is.

    Names in their own sheet, `teams` or `roles`, are meant as they stand.
    """
    listed = {
        "team": {team.team for team in scenario.teams},
        "title": {name for role in scenario.roles for name in (role.role, *role.job_titles)},
    }
    for column in sorted(listed):
        rows: dict[str, list[tuple[str, int]]] = {}
        for sheet, index, line in numbered(scenario):
            if name := getattr(line, column):
                rows.setdefault(name, []).append((sheet, index))
        alone = [name for name in rows if len(rows[name]) == 1 and name not in listed[column]]
        known = (rows.keys() - set(alone)) | listed[column]
        for name in alone[:MOST_NAMES]:
            near = typo_of(name, known)
            known.add(name)
            if near is not None:
                sheet, index = rows[name][0]
                yield Doubt.at(places.spot(sheet, index, column), name, doubt_kinds.near_name(name, near, column))


def short_titles(scenario: Scenario, places: Places) -> Iterator[Doubt]:
    """Yield a doubt for every title that looks like another at its grade with words cut short, where it first stands.

    Two titles that the sheet `roles` lists both are meant as they stand, or are one role there.
    """
    listed = {name for role in scenario.roles for name in (role.role, *role.job_titles)}
    first: dict[str, tuple[str, int]] = {}
    lines: dict[str, list[PostLine]] = {}
    for sheet, index, line in numbered(scenario):
        first.setdefault(line.title, (sheet, index))
        if first[line.title][0] == sheet:
            lines.setdefault(line.title, []).append(line)
    grades: dict[str, set[str | None]] = {title: {line.grade for line in lines[title]} for title in lines}
    titles = [Titled(t, frozenset(g for g in grades[t] if g and None not in grades[t]), _size(lines[t])) for t in lines]
    told = [p for p in cut_short(titles) if not {p.short.title, p.full.title} <= listed]
    for pair in told:
        sheet, index = first[pair.short.title]
        words = doubt_kinds.title_cut_short(*words_of_pair(pair, told))
        yield Doubt.at(places.spot(sheet, index, "title"), pair.short.title, words)


def words_of_pair(pair: CutShort, told: Iterable[CutShort]) -> tuple[str, str, str]:
    """Return the two titles with their sizes, and the row of the sheet `roles` that makes all like them one role.

    Args:
        pair: the two titles.
        told: every pair that is told.
    """
    short, full = (f"{each.title!r} ({each.size})" for each in (pair.short, pair.full))
    variants = "; ".join(each.short.title for each in told if each.full == pair.full)
    return short, full, f"role: {pair.full.title} and job titles: {variants}"


def _size(lines: Iterable[PostLine]) -> str:
    """Say how many posts lines are, or how much FTE, or how many rows, whichever is known of all."""
    every = list(lines)
    posts = [None if line.posts is None else line.posts.value for line in every]
    if None not in posts:
        return some(sum(each or 0 for each in posts), "post", "posts")
    milli = [None if line.milli_fte is None else line.milli_fte.value for line in every]
    if None not in milli:
        return f"{Decimal(sum(each or 0 for each in milli)) / 1000:f} FTE"
    return some(len(every), "row", "rows")


def near_options(scenario: Scenario, places: Places) -> Iterator[Doubt]:
    """Yield a doubt for every option that only rows of `proposed` name and that nearly is one named more often.

    Of two named as often the later is told. Where the sheet `options` lists the options, one that it does not list is a
    fault (check_names.py).
    """
    if scenario.options:
        return
    rows: dict[str, list[int]] = {}
    for index, line in enumerate(scenario.proposed):
        rows.setdefault(line.option, []).append(index)
    known = {NO_CHANGE}
    for name in sorted(rows, key=lambda each: (-len(rows[each]), rows[each][0])):
        near = None if name in known else typo_of(name, known)
        known.add(name)
        if near is not None:
            spot = places.spot("proposed", rows[name][0], "option")
            yield Doubt.at(spot, name, doubt_kinds.near_name(name, near, "option"))


def numbers_not_of_today(scenario: Scenario, places: Places) -> Iterator[Doubt]:
    """Yield a doubt for every post number of `proposed` that no post of today has, where today's posts have numbers."""
    today = {post.post_number for post in scenario.posts if post.post_number is not None}
    for index, line in enumerate(scenario.proposed):
        number = line.post_number
        if today and number is not None and number not in today:
            near = meant(number, today)
            spot = places.spot("proposed", index, "post number")
            yield Doubt.at(spot, number, doubt_kinds.no_post_of_today(number, near))
