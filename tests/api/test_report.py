"""What a planner reads of a comparison, from one that holds one of everything."""

import io
import re

import pytest
from rich.console import Console

from api.cli.page import page
from api.cli.report import Report, parts
from scenarios.comparing import result as r
from scenarios.reporting.finding_words import sentences
from scenarios.reporting.same_posts import shown_once
from tests.api.build import body, comparison, head, structure

FORBIDDEN = re.compile(r"\b(best|optimal|optimum|proven|dominated)\b", re.IGNORECASE)


def text_of(shown: r.Comparison, notice: str | None = None) -> str:
    """What is printed, wide enough that no sentence is broken."""
    console = Console(file=io.StringIO(), width=400, markup=False, highlight=False, emoji=False)
    for part in parts(Report(shown, "Example Council", notice)):
        console.print(part)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def rows(text: str) -> list[list[str]]:
    """The rows of the overview that start with a number, as cells."""
    found = (re.split(r"\s{2,}", line.strip()) for line in text.splitlines())
    return [row for row in found if row[0].isdigit()]


def test_no_word_claims_more_than_was_shown() -> None:
    """No text, page or notice says best, optimal, proven or dominated."""
    text = text_of(comparison()) + page(Report(comparison(), "Example Council"))
    assert FORBIDDEN.findall(text) == []


def test_the_head_says_what_the_figures_are() -> None:
    """Title as it stands, authority, prices, that it is an illustration, the note, and whose judgement it is."""
    lines = text_of(comparison(), "Stopped early.").splitlines()
    assert [line.strip() for line in lines[:8]] == [
        "Home care [contracts] {north} (small)",
        "Example Council",
        "Prices: 2013/14 pay. Costs are for a full year, to the pound; savings are against no change.",
        (
            "Illustration: some figures are assumed to show the method. "
            "Nothing here says what the authority could have done."
        ),
        "Workloads are guessed.",
        "None of this makes a structure fair or lawful; that is the authority's judgement.",
        "The data have 3 doubts, which may change these answers: restructure check CASE",
        "Stopped early.",
    ]


def test_a_real_case_is_no_illustration() -> None:
    """Without assumed figures and note neither is printed, and missing prices are said to be missing."""
    bare = structure(head("no change", "as_is"), body(price_base=None))
    shown = comparison(bare).model_copy(update={"illustration": False, "note": None})
    assert "Illustration" not in text_of(shown)
    assert "Prices: not stated." in text_of(shown)


@pytest.mark.parametrize("doubts", [0, None])
def test_without_doubts_none_are_told(doubts: int | None) -> None:
    """Neither where there are none nor where they were not looked for; one is one; the page tells them as well."""
    shown = comparison()
    assert "restructure check" not in text_of(shown.model_copy(update={"doubts": doubts}))
    assert "The data have 1 doubt, which may" in text_of(shown.model_copy(update={"doubts": 1}))
    assert "The data have 3 doubts, which may" in page(Report(shown, "Example Council"))


def test_the_table_has_a_row_a_structure() -> None:
    """Each row gives its figures; a structure that is not there gives the reason, an unknown figure a question mark."""
    assert rows(text_of(comparison()))[:9] == [
        ["1", "no change", "11", "10.5", "£349,000", "27", "11 to 16", "0", "0"],
        ["2", "as proposed (Band A)", "11", "10.5", "£349,000", "£386,500", "27", "11 to 16", "1.5", "1"],
        ["3", "as proposed (Grade 5)", "11", "10.5", "?", "?", "27", "11 to 16", "0", "0"],
        [
            *("4", "model A: people first = money first", "11", "10.5", "£349,000", "£386,500"),
            *("27", "11 to 16", "0", "0", "no"),
        ],
        ["5", "model A: improved: no structure does better"],
        ["6", "model B: people first: no structure fits"],
        [
            *("7", "model C: people first: not settled", "11", "10.5", "£349,000", "£386,500"),
            *("27", "11 to 16", "0", "0", "?"),
        ],
        ["8", "model C: money first: not settled"],
        ["9", "model D: people first", "11", "10.5", "£349,000", "£386,500", "?", "?", "0", "0", "yes"],
    ]


@pytest.mark.parametrize("width", [104, 120, 200])
def test_no_column_is_lost(width: int) -> None:
    """At the least width there is, every heading and every figure of the table is still there."""
    console = Console(file=io.StringIO(), width=width)
    for part in parts(Report(comparison(), "Example Council")):
        console.print(part)
    assert isinstance(console.file, io.StringIO)
    text = console.file.getvalue().partition("\n1. no change")[0]
    table = text.partition("Structure")[2]
    assert re.search(r"11\s+10.5\s+£349,000\s+£386,500\s+27\s+11 to 16\s+1\.5\s+1\b", table)
    assert re.search(r"£386,500\s+\?\s+\?\s+0\s+0\s+yes", table)


def test_same_posts_are_shown_once_under_all_names() -> None:
    """Anchors with the same posts share a number; those that differ in a post, or are not settled, do not."""
    shown = shown_once(comparison().structures)
    assert [len(each.answers) for each in shown] == [1, 1, 1, 2, 1, 1, 1, 1, 1]
    other = body(lines=())
    two = (
        structure(head("A", "designed", anchor="people_first"), body()),
        structure(head("A", "designed", anchor="money_first"), other),
    )
    assert [each.title for each in shown_once(two)] == ["A: people first", "A: money first"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Standing as the author gives it: recommended: One team is simpler.",
        "As proposed (Band A): 1.5 FTE of Contract monitoring is left uncovered.",
        "As proposed (Band A): 1 manager to 14 reports in Central.",
        "Only Officers can do it, and they have 4.5 FTE for 6 FTE of such work.",
        "Rules not kept: 0, and all work is covered.",
        "Work not covered: 1.5 FTE",
        "Rules not kept: 1",
        "£269,400  officers: fewer posts",
        "-£38,400  officers: a post costs more",
        "?  rent",
        "£386,500  Grant",
        "2015/16: cost £349,000, saving £386,500",
        "2016/17: cost ?, saving ?",
        "Spent once: £10,000 to £20,000, expected £15,001; paid back in 0.04 years",
        "Spent once: not known",
        "28 people in scope, 27 at risk; for section 188, 20 to 27",
        "Displaced: at least 11, at most 16",
        "Posts (not people): 17 deleted (14 filled, 3 vacant), 7 created",
        "Posts (not people): 7 created, deleted not known",
        "Ring-fence: 15 people (Organisers) for 6 posts (Officer); at least 9 without a place",
        "Organisers: 9 to 12 of 15 people displaced",
        "Established time without work: 0.3 FTE",
        "Management to be taken on by leads outside the scope: 0.6 FTE",
        (
            "Day-to-day issues, happens: taken as -40%, may be -60% to -20%; if it falls by 33% or less, 0.4 FTE is "
            "left uncovered; if it falls by 25% or less, other posts cost less (money first)."
        ),
        (
            "No structure within these figures and the goals before does better: "
            "work uncovered 0 FTE; people displaced 11; annual cost £349,000."
        ),
        "Not settled: annual cost: £349,000, no structure below £340,000.",
        "Other posts do as well on every goal: this structure is one of several.",
        "No other posts do as well on every goal.",
        "6 FTE of work, 4.5 FTE able.",
        "cost of Officer",
    ],
)
def test_each_thing_is_said_in_a_sentence(sentence: str) -> None:
    """Every part of a result reaches the planner in words."""
    assert sentence in [line.strip() for line in text_of(comparison()).splitlines()]


def test_ranges_by_staff_group_say_what_they_range_over() -> None:
    """These posts alone, or every structure that does as well; where nobody may be displaced there is no heading."""
    over_all = "By staff group, over all structures that do as well on every goal, not these posts alone:"
    for ties, heading in ((False, "By staff group, with these posts:"), (True, over_all)):
        one = structure(head("A", "designed", anchor="people_first", ties=ties), body())
        lines = [line.strip() for line in text_of(comparison(one)).splitlines()]
        assert lines[lines.index(heading) + 1] == "Organisers: 9 to 12 of 15 people displaced"
        assert len([line for line in lines if line.startswith("By staff group")]) == 1
    nobody = structure(head("A", "designed", anchor="people_first"), body(groups=()))
    assert "By staff group" not in text_of(comparison(nobody))


def test_a_group_that_loses_nobody_is_not_listed_as_displaced() -> None:
    """A range of 0 to 0 is no line."""
    assert "Managers:" not in text_of(comparison())


def test_more_posts_and_cheaper_posts_are_said() -> None:
    """A saving below nought by posts is more posts; a saving by unit cost is cheaper posts."""
    parts_of = (
        r.SavingSource(source="leads", effect="posts", pounds=-1.0),
        r.SavingSource(source="leads", effect="unit_cost", pounds=2.0),
    )
    text = text_of(comparison(structure(head("x", "given"), body(saving_by_source=parts_of, saving_by_funding=()))))
    assert re.search(r"-£1  leads: more posts", text)
    assert re.search(r"£2  leads: a post costs less", text)
    assert "Saving by funding" not in text


def test_what_is_never_paid_back_is_said() -> None:
    """A cost without a saving is not the same as a cost or a saving that is not known."""
    never = structure(head("x", "given"), body(payback_years=None, pays_back=False))
    assert "expected £15,001; never paid back" in text_of(comparison(never))
    unknown = structure(head("x", "given"), body(payback_years=None, pays_back=None))
    assert "paid back" not in text_of(comparison(unknown))


def test_an_uncovered_duty_is_work_not_covered_and_a_rule_not_kept() -> None:
    """It is told under both headings, as both columns count it; sentences in one row tell the block once."""
    finding = r.FindingLine(
        rule="statutory_work", place="Safeguarding", amount=750, message="0.75 FTE of statutory work left uncovered"
    )
    blocks = tuple(r.Coverage(work=work, demand=2.0, delivered=1.25, by=()) for work in ("Safeguarding", "Payments"))
    verdict = r.VerdictLine(ok=False, findings=(finding,))
    answer = structure(head("x", "given"), body(coverage=blocks, verdict=verdict, uncovered_fte=1.5))
    text = text_of(comparison(answer))
    undone, broken = text.partition("Work not covered: 1.5 FTE\n")[2].split("Rules not kept: 1\n")
    assert (undone.count("X: 0.75 FTE of "), broken.count("X: 0.75 FTE of ")) == (2, 1)
    assert len([*sentences(answer)]) == 2
    assert "X: 0.75 FTE of Payments is left uncovered." in text


def test_without_work_nothing_is_said_to_be_covered() -> None:
    """Where no work is stated the table and the words say that coverage is not known."""
    text = text_of(comparison(structure(head("x", "given"), body(coverage=()))))
    assert "no work is stated, so none can be uncovered" in text
    assert rows(text)[0][-2:] == ["?", "0"]


def test_the_page_stands_alone() -> None:
    """The page names no address, loads nothing, has a language, a title and one heading, dark on light."""
    html = page(Report(comparison(), "Example Council"))
    assert re.findall(r"(?:https?:)?//|\bsrc=|<link|<script|@import|url\(", html) == []
    assert '<html lang="en-GB">' in html
    assert html.count("<h1>") == 1
    assert "<title>Home care [contracts] {north}</title>" in html
    assert "background-color: #ffffff" in html
    assert "1.5 FTE of Contract monitoring" in html


def test_the_page_escapes_what_planners_type() -> None:
    """Words of the case are text on the page, never tags."""
    html = page(Report(comparison().model_copy(update={"title": "<script>x</script>"}), "<b>"))
    assert "<script>" not in html
    assert "&lt;script&gt;x&lt;/script&gt;" in html
