"""Every number of a paper is one of the results: read back from the file and set beside the comparison.

What the results come to is formatted here anew, apart from the words that the paper uses.
"""

import json
from decimal import ROUND_HALF_UP, Decimal

import pytest

from scenarios.comparing.result import Comparison, StructureResult
from scenarios.reporting.paper.house_template import house_template
from scenarios.reporting.same_posts import Shown, shown_once
from scenarios.schema.canonical import with_sources
from tests.scenarios.library.shipped import shipped
from tests.scenarios.published.compared import compared
from tests.scenarios.reporting.paper.read_back import numbers, table, tables, words, written

CASES = ("nottinghamshire-2014", "bury-2021", "herefordshire-2008")
BASES = ("published", "assumed", "derived")
FIXED = {"-256", "1972"}
"""Of the digest's name and of the statute that exempts."""


def pounds(amount: float | None) -> str:
    """Whole pounds, halves away from nought; a question mark where not known."""
    if amount is None:
        return "?"
    whole = int(abs(Decimal(str(amount))).quantize(Decimal(1), ROUND_HALF_UP))
    return f"{'-' * (amount < 0 and whole > 0)}£{whole:,}"


def plain(amount: float | None) -> str:
    """A count or FTE without needless noughts."""
    return "?" if amount is None else f"{Decimal(str(round(amount, 3))).normalize():f}"


def between(low: int | None, high: int) -> str:
    """A range of counts."""
    return plain(high) if low == high else f"{plain(low)} to {plain(high)}"


def structures(name: str) -> tuple[Shown, ...]:
    """The structures of a case, those with the same posts once."""
    return shown_once(compared(name).structures)


def whole(name: str) -> list[Shown]:
    """Those of them that have posts."""
    return [each for each in structures(name) if each.first.posts is not None]


@pytest.mark.parametrize("name", CASES)
def test_the_table_of_options_is_the_comparison(name: str) -> None:
    """Posts, FTE, cost, saving, displaced and work not covered of every structure, no change among them."""
    found = table(written(name), "All structures")
    expected = []
    for each in structures(name):
        answer, people = each.first, each.first.people
        if answer.posts is None:
            expected.append((str(each.number), f"{each.title}: no structure does better", *[""] * 6))
            continue
        displaced = "?" if people is None else between(people.displaced_at_least, people.displaced_at_most)
        saving = "" if answer.status == "as_is" else pounds(answer.saving)
        uncovered = plain(answer.uncovered_fte) if answer.coverage else "?"
        row = (plain(answer.posts), plain(answer.fte), pounds(answer.annual_cost), saving, displaced, uncovered)
        expected.append((str(each.number), each.title, *row))
    assert list(found.rows) == expected


@pytest.mark.parametrize("name", CASES)
def test_posts_are_the_lines_of_the_results(name: str) -> None:
    """Appendix A lists each structure: posts, FTE and cost by team, role and grade, and in all."""
    for each in whole(name):
        found = table(written(name), "Posts. Pounds", f"{each.number}. {each.title}")
        expected = [
            (line.team, line.role, line.grade or "?", plain(line.posts), plain(line.fte), pounds(line.annual_cost))
            for line in each.first.lines
        ]
        assert list(found.rows) == expected
        assert found.caption.endswith(f"in all {pounds(each.first.annual_cost)}")


@pytest.mark.parametrize("name", CASES)
def test_posts_that_change_add_up_to_the_totals(name: str) -> None:
    """Each post stands once among those that change or stay, and deleted and created add up to the result's totals."""
    for each in whole(name):
        if each.first.status == "as_is":
            continue
        heading = f"{each.number}. {each.title}"
        mine = [t for t in tables(written(name)) if t.heading == heading and t.caption.startswith("Posts that")]
        rows = [row for t in mine for row in t.rows]
        assert sorted(row[:2] for row in rows) == sorted((c.team, c.role) for c in each.first.post_changes)
        gone = each.first.posts_deleted
        assert gone is not None
        assert sum(int(row[3]) for row in rows) == gone.total
        assert sum(int(row[4]) for row in rows) == each.first.posts_created
        assert sum(int(row[7]) for row in rows) == each.first.posts


@pytest.mark.parametrize("name", CASES)
def test_people_are_the_ranges_of_the_results(name: str) -> None:
    """At risk, section 188, slotted in and displaced, as numbers and ranges; and posts, which are not people."""
    expected = []
    posts = []
    for each in whole(name):
        people, gone = each.first.people, each.first.posts_deleted
        assert people is not None
        assert gone is not None
        counts = (people.in_scope, people.at_risk, between(people.s188.low, people.s188.high), people.slot_in)
        displaced = between(people.displaced_at_least, people.displaced_at_most)
        expected.append((each.title, *(str(count) for count in counts), displaced))
        filled = (plain(gone.filled), plain(gone.vacant))
        posts.append((each.title, plain(gone.total), *filled, plain(each.first.posts_created)))
    assert list(table(written(name), "People: who").rows) == expected
    assert list(table(written(name), "Posts deleted and created").rows) == posts


def recommended(comparison: Comparison) -> list[StructureResult]:
    """The structures of what the author recommends."""
    return [each for each in comparison.structures if each.standing == "recommended"]


@pytest.mark.parametrize("name", ["nottinghamshire-2014", "bury-2021"])
def test_money_is_that_of_the_results(name: str) -> None:
    """The saving in its parts and in all, and cost and saving by year with the months of each."""
    for answer in recommended(compared(name)):
        heading = f"{answer.option}{f' ({answer.branch})' if answer.branch else ''}"
        found = table(written(name), "Saving by source", heading)
        parts = [(p.source, pounds(p.pounds)) for p in answer.saving_by_source if pounds(p.pounds) != "£0"]
        assert [(row[0], row[2]) for row in found.rows] == parts
        assert found.caption.endswith(f"in all {pounds(answer.saving)}")
        years = [
            (year, str(answer.months_by_year[year]), pounds(cost), pounds(answer.saving_by_year[year]))
            for year, cost in sorted(answer.cost_by_year.items())
        ]
        assert list(table(written(name), "Cost and saving by year", heading).rows) == years


@pytest.mark.parametrize("name", CASES)
def test_ring_fences_and_groups_are_those_of_the_results(name: str) -> None:
    """People for posts, and each staff group with its range."""
    for answer in recommended(compared(name)):
        heading = f"{answer.option}{f' ({answer.branch})' if answer.branch else ''}: routes"
        fences = [
            (", ".join(f.groups), str(f.people), str(f.posts), ", ".join(f.roles), str(f.unplaced_at_least))
            for f in answer.ring_fences
        ]
        groups = [(g.group, str(g.people), between(g.displaced_low, g.displaced_high)) for g in answer.groups]
        assert list(table(written(name), "Ring-fences", heading).rows) == fences
        assert list(table(written(name), "Staff groups", heading).rows) == groups


@pytest.mark.parametrize("name", ["nottinghamshire-2014", "bury-2021"])
def test_work_is_that_of_the_results(name: str) -> None:
    """Each block of work left after the change with what is needed and done, guesses marked."""
    as_is = next(each for each in compared(name).structures if each.status == "as_is")
    found = table(written(name), "Work that is left after the change")
    assert found.header[1:4] == ("Time on it today", "Needed after the change", "Done by today's posts")
    cells = [(row[0], row[2].removeprefix("~"), row[3]) for row in found.rows]
    assert cells == [(c.work, plain(c.demand), plain(c.delivered)) for c in as_is.coverage]


def test_time_on_work_today_is_that_of_today_s_posts() -> None:
    """Half of 15 FTE and 30 % of 10.5 FTE go to work that ends, which is stated; a change that is guessed is marked."""
    rows = {row[0]: row[1:3] for row in table(written("nottinghamshire-2014"), "Work that is left").rows}
    assert rows["Brokerage of care packages"] == ("~10.65", "0")
    assert rows["Electronic monitoring transactions"] == ("~5.25", "~2.1")
    assert rows["Safeguarding concerns passed on"] == ("~0.75", "~0.75")


@pytest.mark.parametrize("name", CASES)
def test_no_number_comes_from_nowhere(name: str) -> None:
    """Every number in the whole paper stands in the results, in the case, or in our template's own words."""
    comparison, case = compared(name), shipped(name)
    scenario = with_sources(case.scenario)
    known = numbers(words(house_template())) | numbers(scenario.model_dump_json())
    for answer in comparison.structures:
        document = json.loads(answer.model_dump_json())
        known |= numbers(json.dumps(document, ensure_ascii=False))
        known |= {shown(value) for value in _numbers(document) for shown in (pounds, plain, _grouped)}
        known |= {pounds(value / 100) for value in _numbers(document)}
        known |= {plain(round(c.demand - c.delivered, 3)) for c in answer.coverage}
    own = {t.heading for t in tables(written(name))}
    from_days = numbers(" ".join(cell for t in _dated(name) for row in t.rows for cell in row))
    said = numbers(words(written(name))) - from_days - numbers(" ".join(own))
    shares = {number for number in said if number.endswith("%")} | _marked(name)
    assert sorted(said - shares - known - _counted(name) - FIXED) == []


def _numbers(document: object) -> list[float]:
    """Every number within a result."""
    if isinstance(document, bool):
        return []
    if isinstance(document, int | float):
        return [document]
    parts = document.values() if isinstance(document, dict) else document if isinstance(document, list) else ()
    return [number for part in parts for number in _numbers(part)]


def _grouped(amount: float) -> str:
    return f"{amount:,.0f}"


def _dated(name: str) -> list[object]:
    """Tables of days: tests of timetables hold those."""
    return [t for t in tables(written(name)) if t.caption.startswith(("Periods", "Steps", "Consultation"))]


def _marked(name: str) -> set[str]:
    """Numbers of appendix B, which writes figures as the case's own cells do, and of the doubts."""
    captions = ("What the case assumes", "Figures and dates to look at")
    rows = [row for t in tables(written(name)) if t.caption.startswith(captions) for row in t.rows]
    return numbers(" ".join(cell for row in rows for cell in row))


def _counted(name: str) -> set[str]:
    """Numbers of the structures, and days told in sentences of the timetable."""
    told = " ".join(
        line for line in words(written(name)).splitlines() if line.startswith(("Decided on", "First saving"))
    )
    today = table_of_work(name)
    bases = [[line.basis for line in each.ledger] for each in compared(name).structures]
    lines = {str(each.count(basis)) for each in bases for basis in BASES}
    return {str(each.number) for each in structures(name)} | numbers(told) | numbers(today) | lines


def table_of_work(name: str) -> str:
    """Time on work today, which is worked out from today's posts: held by its own test."""
    found = [t for t in tables(written(name)) if t.caption.startswith("Work that is left")]
    return " ".join(row[1] for t in found for row in t.rows)


def test_unknown_stays_unknown() -> None:
    """A case without any money has question marks in every money cell, no pound but nought, and no picture of cost."""
    text = words(written("herefordshire-2008"))
    assert {found for found in numbers(text) if "£" in found} <= {"£0"}
    assert {row[4] for row in table(written("herefordshire-2008"), "All structures").rows} == {"?"}
    assert "No cost is known, so there is no picture of it." in text
    assert "No part of the saving is known" in text.replace("Nothing is saved, or no part", "No part")
    assert "No work is stated in the case" in text
