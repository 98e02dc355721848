"""The paper as a whole: the same bytes, its words, its blanks, its pictures, its days."""

import io
import re
import zipfile
from datetime import UTC, datetime
from functools import cache

import pytest
from docx import Document

from scenarios.checking.guesses import guesses_of
from scenarios.proofreading.proofread import proofread
from scenarios.reporting.amounts import day_text
from scenarios.reporting.paper.charts import Chart, cost_chart, displaced_chart, posts_chart
from scenarios.reporting.paper.dates import plans
from scenarios.reporting.paper.paper import paper
from scenarios.reporting.version import PaperVersion
from scenarios.schema.canonical import canonical, with_sources
from scenarios.schema.case import Case
from scenarios.timetable.of_case import timetables
from tests.api.build import body, comparison, head, structure
from tests.scenarios.library.shipped import shipped
from tests.scenarios.published.compared import compared
from tests.scenarios.reporting.paper.read_back import EXEMPT, PUBLIC, everything, table, tables, told, words, written

NAMES = ("nottinghamshire-2014", "bury-2021", "herefordshire-2008")
FORBIDDEN = re.compile(r"\b(best|optimal|optimum|proven|dominated)\b", re.IGNORECASE)


@cache
def by_hand() -> bytes:
    """The paper of results made by hand, one of every kind."""
    return paper(shipped("wandsworth-2015"), comparison(), EXEMPT)


@pytest.mark.parametrize(
    ("name", "version"),
    [("nottinghamshire-2014", EXEMPT), ("bury-2021", PUBLIC), ("herefordshire-2008", PUBLIC)],
)
def test_the_same_case_gives_the_same_bytes(name: str, version: PaperVersion) -> None:
    """Written twice it is one file, to the byte, and no part of it knows when."""
    again = paper(proofread(shipped(name)), compared(name), version)
    assert written(name, version) == again
    with zipfile.ZipFile(io.BytesIO(again)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    day = shipped(name).scenario.header.case_date
    assert day is not None
    properties = Document(io.BytesIO(again)).core_properties
    made = datetime(day.year, day.month, day.day, tzinfo=UTC)
    assert (properties.created, properties.modified) == (made, made)


@pytest.mark.parametrize("version", PaperVersion)
@pytest.mark.parametrize("name", NAMES)
def test_the_words_are_ours(name: str, version: PaperVersion) -> None:
    """No praise, no placeholder left over, the notice on guesses, and that nothing here judges."""
    text = words(written(name, version))
    ours = text.replace("None of this makes", "")
    assert FORBIDDEN.findall(text) == []
    assert re.findall(r"\{\{|\{%|%\}|\}\}|\bNone\b|dict object|object at", ours) == []
    assert "Illustration: some figures are assumed" in text
    assert "None of this makes a structure fair or lawful" in text
    assert "does not judge if a structure is fair or lawful" in text


def test_sections_stand_in_their_order() -> None:
    """Those that reports of five authorities have together, and the appendices after them."""
    document = Document(io.BytesIO(written("nottinghamshire-2014")))
    headings = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert [heading.partition(".")[0] for heading in headings[:17]] == [str(number) for number in range(1, 18)]
    assert [heading[:10] for heading in headings[17:]] == ["Appendix A", "Appendix B", "Appendix C", "Appendix D"]


def test_a_reason_is_the_author_s_or_a_marked_blank() -> None:
    """The reason for what is recommended is printed as given; no change and model C have none, and none is made up."""
    text = words(written("nottinghamshire-2014"))
    given = {o.option: o.reason for o in shipped("nottinghamshire-2014").scenario.options}
    assert all(reason in text for reason in given.values() if reason)
    without = sum(reason is None for reason in given.values())
    assert without == 2
    assert text.count("[To be filled in: the author's reason: none is given]") == without
    assert "[To be filled in: the author's reason for what is recommended" not in text


def test_a_case_that_recommends_nothing_has_blanks() -> None:
    """No recommendation, proposal or reason is made up where the author gives none."""
    case = shipped("nottinghamshire-2014")
    options = tuple(o.model_copy(update={"standing": "live", "reason": None}) for o in case.scenario.options)
    undecided = Case(case.scenario.model_copy(update={"options": options}), case.sealed)
    structures = tuple(
        s.model_copy(update={"standing": "live", "reason": None})
        for s in compared(case.scenario.header.name).structures
    )
    text = words(paper(undecided, comparison(*structures), PUBLIC))
    for blank in ("the option that is recommended", "the proposal", "the author's reason for what is recommended"):
        assert f"[To be filled in: {blank}" in text
    assert "The author recommends" not in text


def test_what_must_be_true_stands_with_its_structure() -> None:
    """Each assumption with its range and what is so where it breaks; a break of one answer alone names it."""
    rows = table(by_hand(), "Assumptions within").rows
    there = "if it falls by 33% or less, 0.4 FTE is left uncovered; "
    there += "if it falls by 25% or less, other posts cost less (money first)"
    assert rows[0][:2] == ("2", "not asked")
    assert rows[1:] == (("4", "Day-to-day issues, happens", "-40%", "-60% to -20%", there),)


def test_ends_of_searches_are_told_as_they_are() -> None:
    """What fits nothing, does no better or is not settled is said so, and never as a cost of nought."""
    assert "The search was stopped early" in words(by_hand())
    rows = table(by_hand(), "All structures").rows
    (none,) = [row for row in rows if row[1].startswith("model B")]
    assert none[1:] == ("model B: people first: no structure fits", "", "", "", "", "", "")


def test_options_say_how_a_search_ended() -> None:
    """A designed option without a structure is told with how its search ended."""
    case = shipped("nottinghamshire-2014")
    found = structure(head("model A", "infeasible", anchor="improved", reasons=("None does better.",)))
    other = structure(head("model B", "undecided", anchor="people_first", reasons=("Not settled.",)))
    third = structure(head("model C", "infeasible", anchor="people_first", reasons=("6 FTE of work.",)))
    text = words(paper(case, comparison(found, other, third), EXEMPT))
    assert "1. model A: improved: no structure does better." in text
    assert "2. model B: people first: not settled." in text
    assert "3. model C: people first: no structure fits." in text
    assert "[To be filled in: the current structure: the case leaves no change out]" in text


def test_assumptions_are_those_of_the_case() -> None:
    """Appendix B lists every figure that is assumed or not known, with its source."""
    case = shipped("nottinghamshire-2014")
    guesses = guesses_of(canonical(with_sources(case.scenario)))
    rows = table(written("nottinghamshire-2014"), "What the case assumes").rows
    assert [(row[1], row[2], row[4]) for row in rows] == [(g.words, g.value, g.source) for g in guesses]


def test_every_figure_has_its_prices_and_months() -> None:
    """Each table with pounds says at which prices, and for how many months or of which years."""
    shown = [t for t in tables(written("nottinghamshire-2014")) if not t.caption.startswith(("Figures", "Spent once"))]
    money = [t.caption for t in shown if any("£" in cell for row in t.rows for cell in row)]
    assert len(money) > 10
    assert [caption for caption in money if "2013/14 pay" not in caption or "months" not in caption] == []


def test_pictures_are_described() -> None:
    """Every picture says in its alternative text what it shows, with the numbers."""
    text = everything(written("nottinghamshire-2014"))
    described = re.findall(r'<wp:docPr [^>]*descr="([^"]*)"', text)
    assert [words_of.partition(".")[0] for words_of in described] == [
        "Bar charts of posts before and after, by team and by grade",
        "Bar chart of the cost of each structure for a full year",
        "Chart of people displaced, at least and at most",
    ]
    assert "2. as proposed (Band A): £349,000" in described[1]
    assert "2. as proposed (Band A): 17 to 23" in described[2]
    assert len(re.findall(r"<wp:docPr ", text)) == len(described)


def test_charts_draw_what_is_known() -> None:
    """No cost, no picture of cost; nothing recommended, none of posts; nobody displaced, none of people."""
    case = shipped("herefordshire-2008")
    as_is = structure(head("no change", "as_is"), body(annual_cost=None, people=None))
    bare = told(case, comparison(as_is))
    assert (cost_chart(bare), posts_chart(bare), displaced_chart(bare)) == (None, None, None)
    drawn = cost_chart(told(case, compared("nottinghamshire-2014")))
    assert isinstance(drawn, Chart)
    assert drawn.png.startswith(b"\x89PNG")
    assert drawn.points[0] > drawn.points[1] > 50


def test_the_timetable_is_the_case_s_own() -> None:
    """First saving, months and periods are those of the timetable; small numbers of people are not public."""
    case = shipped("nottinghamshire-2014")
    ((name, found),) = timetables(case)
    (row,) = plans(told(case, compared("nottinghamshire-2014")))
    assert (row["option"], row["earliest_saving"], row["months"]) == (
        name,
        f"{day_text(found.earliest_saving)} (Saturday)",
        str(found.months),
    )
    periods = row["periods"]
    assert isinstance(periods, list)
    assert [each["step"] for each in periods] == [laid.period.name for laid in found.laid]
    wandsworth = shipped("wandsworth-2015")
    (row,) = plans(told(wandsworth, compared("wandsworth-2015"), PUBLIC))
    assert row["people"] == "*"
    (row,) = plans(told(wandsworth, compared("wandsworth-2015")))
    assert row["people"] == "17"


def test_a_case_without_a_day_has_no_timetable() -> None:
    """Nothing says when it is decided, so nothing is laid out; and the file has a fixed day of its own."""
    case = shipped("herefordshire-2008")
    header = case.scenario.header.model_copy(update={"case_date": None, "start_date": None})
    bare = Case(case.scenario.model_copy(update={"header": header, "calendar": ()}), case.sealed)
    assert plans(told(bare, compared("herefordshire-2008"))) == []
    made = paper(bare, compared("herefordshire-2008"), PUBLIC)
    assert Document(io.BytesIO(made)).core_properties.created == datetime(1980, 1, 1, tzinfo=UTC)
    assert "The case states no steps." in words(made)


def test_a_short_table_is_not_broken_over_pages() -> None:
    """Each row of a table of up to eight is kept with the next but the last; longer ones may break between rows."""
    for shown in Document(io.BytesIO(written("nottinghamshire-2014"))).tables:
        rows = list(shown.rows)
        kept = [all(p.paragraph_format.keep_with_next for cell in row.cells for p in cell.paragraphs) for row in rows]
        assert kept == [len(rows) <= 8] * (len(rows) - 1) + [False]
    said = Document(io.BytesIO(written("nottinghamshire-2014"))).paragraphs
    (lone, other) = (next(p for p in said if p.text.startswith(words)) for words in ("Lines of its cost", "They cost"))
    assert (lone.paragraph_format.keep_with_next, other.paragraph_format.keep_with_next) == (True, None)
