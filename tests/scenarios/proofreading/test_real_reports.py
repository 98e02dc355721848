"""What the proof-reader finds in the five real reports, one row for each inconsistency that was found by reading them.

The reference is the one of the project's list of what the reports get wrong. docs/guides/proof-reading.md prints the
same rows for planners, and says why the others are in no list or date.
Change this when a case or a kind of doubt changes what is found: the page then says so too.
"""

from functools import cache
from pathlib import Path

import pytest

from scenarios.proofreading.kinds import CODES
from scenarios.proofreading.proofread import proofread
from scenarios.schema.faults import Doubt
from tests.scenarios.library.shipped import shipped

FOUND: list[tuple[str, str, str, str, str]] = [
    ("nottinghamshire-2014", "a", "grade-range", "proposed.csv", "£36,333 for one FTE"),
    ("nottinghamshire-2014", "b", "branches-apart", "grade_branches.csv", "£38,400 apart"),
    ("nottinghamshire-2014", "c", "pay-table-years", "quoted.csv", "2009-04-01"),
    ("nottinghamshire-2014", "e", "price-base-before-start", "scenario.yaml", "2013/14 pay"),
    ("nottinghamshire-2014", "f", "quoted-twice", "quoted.csv", "is 5 here and 6 in para 2"),
    ("nottinghamshire-2014", "g", "quoted-twice", "quoted.csv", "by December 2014"),
    ("nottinghamshire-2014", "i", "severance-missing", "posts.csv", "no redundancy"),
    ("nottinghamshire-2014", "i", "equality-missing", "posts.csv", "no equality figure"),
    ("nottinghamshire-2014", "j", "title-of-two-grades", "proposed.csv", "Business Support Officer/Assistant"),
    ("nottinghamshire-2014", "l", "people-not-counted", "posts.csv", "how many people"),
    ("nottinghamshire-2014", "m", "section-188-not-planned", "calendar.csv", "28 people"),
    ("nottinghamshire-2019", "b", "cost-of-another-year", "proposed.csv", "£929 short"),
    ("nottinghamshire-2019", "c", "quoted-figure", "quoted.csv", "£121,572.18 to £122,572.18"),
    ("nottinghamshire-2019", "d", "term-not-a-year", "proposed.csv", "£33,013 in all"),
    ("nottinghamshire-2019", "d", "one-side-missing", "quoted.csv", "Saving by the lower grade"),
    ("nottinghamshire-2019", "e", "term-not-a-year", "quoted.csv", "13 months"),
    ("nottinghamshire-2019", "f", "quoted-twice", "quoted.csv", "£1.003m"),
    ("nottinghamshire-2019", "h", "parts-of-total", "quoted.csv", "£4,000,000"),
    ("nottinghamshire-2019", "i", "quoted-twice", "quoted.csv", "Adult Social Care and Public Health Committee"),
    ("nottinghamshire-2019", "j", "four-years-fixed-term", "posts.csv", "Strategic Business Manager"),
    ("nottinghamshire-2019", "k", "quoted-twice", "quoted.csv", "not given in para 13"),
    ("nottinghamshire-2019", "l", "outlasts-funding", "proposed.csv", "Departmental reserves"),
    ("bury-2021", "a", "quoted-twice", "quoted.csv", "is support here and note"),
    ("bury-2021", "b", "quoted-twice", "quoted.csv", "Deputy Director of Primary Care"),
    ("bury-2021", "c", "role-in-no-list", "quoted.csv", "'Strategic Lead' is named"),
    ("bury-2021", "d", "role-not-described", "proposed.csv", "Quality Assurance Officer"),
    ("bury-2021", "e", "quoted-twice", "quoted.csv", "section 6.6"),
    ("bury-2021", "f", "role-in-no-list", "quoted.csv", "Brokerage Assistant"),
    ("bury-2021", "g", "deduction-without-post", "cost_centres.csv", "£47,100"),
    ("bury-2021", "h", "one-side-missing", "quoted.csv", "£874,000"),
    ("bury-2021", "i", "held-post-in-budget", "posts.csv", "held vacant"),
    ("bury-2021", "j", "severance-missing", "posts.csv", "no redundancy"),
    ("bury-2021", "k", "quoted-twice", "quoted.csv", "early March 2020"),
    ("bury-2021", "l", "count-and-list", "quoted.csv", "are 2 in words, and 3 entries follow"),
    ("bury-2021", "m", "approved-first", "calendar.csv", "comes after 'Committee'"),
    ("bury-2021", "n", "quoted-twice", "quoted.csv", "a team of its own"),
    ("bury-2021", "o", "span-below-usual", "proposed.csv", "3.0 to each"),
    ("bury-2021", "q", "equality-missing", "posts.csv", "no equality figure"),
    ("bury-2021", "r", "on-costs-apart", "cost_centres.csv", "21.3% of basic pay here and 20.5%"),
    ("herefordshire-2008", "a", "shown-too-late", "calendar.csv", "13 days after"),
    ("herefordshire-2008", "b", "shown-too-late", "calendar.csv", "9 days of the 30"),
    ("herefordshire-2008", "c", "over-holidays", "calendar.csv", "runs into Christmas"),
    ("herefordshire-2008", "d", "appointed-first", "calendar.csv", "Two heads appointed"),
    ("herefordshire-2008", "e", "severance-missing", "posts.csv", "no redundancy"),
    ("herefordshire-2008", "e", "equality-missing", "posts.csv", "no equality figure"),
    ("herefordshire-2008", "g", "two-pay-systems", "grades.csv", "Agenda for Change"),
    ("herefordshire-2008", "h", "number-not-stated", "calendar.csv", "does not say how many"),
    ("wandsworth-2015", "a", "measures-apart", "quoted.csv", "13.6 FTE are occupied by 14 people, so 6.4 FTE"),
    ("wandsworth-2015", "b", "part-year", "quoted.csv", "£50,000 is 5/12 of £121,000 (£50,417)"),
    ("wandsworth-2015", "c", "quoted-figure", "quoted.csv", "printed as 3, and the rows come to 4"),
    ("wandsworth-2015", "c", "posts-without-manager", "proposed.csv", "Commissioning Officer"),
    ("wandsworth-2015", "d", "role-in-no-list", "quoted.csv", "Care Funding and Quality Negotiator"),
    ("wandsworth-2015", "d", "role-in-no-list", "quoted.csv", "Complaints and Information Manager"),
    ("wandsworth-2015", "e", "role-not-described", "proposed.csv", "Policy and Projects Officer"),
    ("wandsworth-2015", "f", "saving-without-fewer-posts", "quoted.csv", "20 posts deleted and 20 created"),
    ("wandsworth-2015", "g", "ungraded", "proposed.csv", "0 of 20 new posts"),
    ("wandsworth-2015", "g", "graded-after-decision", "calendar.csv", "without their grades"),
    ("wandsworth-2015", "h", "nearly-alike", "posts.csv", "'P08' and 'PO8'"),
    ("wandsworth-2015", "h", "post-numbers-alike", "posts.csv", "'SD021JCU'"),
    ("wandsworth-2015", "i", "deleted-and-created", "posts.csv", "'Commissioning Manager (Sexual Health)' is deleted"),
    ("wandsworth-2015", "j", "role-in-no-list", "quoted.csv", "contract monitoring"),
    ("wandsworth-2015", "k", "over-represented", "equality.csv", "not Female is 1.9 times"),
    ("wandsworth-2015", "k", "small-counts", "equality.csv", "may tell who somebody is"),
    ("wandsworth-2015", "l", "equality-numbers", "equality.csv", "14 people, and 17 hold posts"),
    ("wandsworth-2015", "m", "term-without-end", "posts.csv", "fixed term and no end"),
    ("wandsworth-2015", "p", "one-off-outside-saving", "quoted.csv", "-£70,000 net"),
]
"""Case, letter of the inconsistency, code of the doubt, sheet it is shown in, and words of it."""

OF_READING = {"ungraded", "nearly-alike", "term-without-end"}
"""Doubts found while the rows are read, before any two places are set against each other."""


@cache
def doubts(case: str) -> tuple[Doubt, ...]:
    """Every doubt of a shipped case."""
    return proofread(shipped(case)).doubts


@pytest.mark.parametrize(("case", "letter", "code", "sheet", "words"), FOUND)
def test_an_inconsistency_of_a_real_report_is_found(case: str, letter: str, code: str, sheet: str, words: str) -> None:
    """A doubt of its kind stands in its sheet, says what is wrong, and names a second place."""
    found = [d for d in doubts(case) if (d.code, d.sheet) == (code, sheet) and words in d.message]
    assert found, letter
    assert all(d.against is not None or d.code in OF_READING or d.value == "?" for d in found)


def test_more_than_forty_of_them_are_found() -> None:
    """Letters are counted once a report, however many doubts speak of one."""
    letters = {(case, letter) for case, letter, _, _, _ in FOUND}
    assert len(letters) == 58
    assert {case for case, _ in letters} == {case for case, *_ in FOUND}


def test_the_page_for_planners_tells_the_same() -> None:
    """Its table has a row for each letter that is found, with the codes of its doubts, and its total is theirs."""
    page = (Path(__file__).parents[3] / "docs" / "guides" / "proof-reading.md").read_text("utf-8")
    table = page.partition("| report | what it gets wrong | found as |")[2].partition("\n\n")[0].splitlines()[2:]
    letters: dict[tuple[str, str], list[str]] = {}
    for case, letter, code, _, _ in FOUND:
        letters.setdefault((case, letter), []).append(f"`{code}`")
    told = [row.strip("| ").split(" | ")[2] for row in table]
    assert told == [", ".join(dict.fromkeys(codes)) for codes in letters.values()]
    assert f"That is {len(letters)} of the 67" in page
    assert all(f"| `{code}` |" in page for code in CODES)


@pytest.mark.parametrize("case", sorted({case for case, *_ in FOUND}))
def test_nothing_is_told_twice(case: str) -> None:
    """No two doubts of a case are alike."""
    found = [(d.sheet, d.row, d.column, d.code, d.message) for d in doubts(case)]
    assert len(found) == len({*found})
