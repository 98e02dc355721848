"""What the paper says of the structures recommended: one of several, what is left undone, risks, the basis of costs."""

import re

from scenarios.reporting.finding_words import rules_not_kept, sentences, uncovered_once
from scenarios.reporting.paper.rests_on import must_be_true
from scenarios.reporting.paper.risks import not_asked, risks
from scenarios.reporting.paper.told import Told
from scenarios.reporting.paper.works import works
from scenarios.reporting.version import PaperVersion
from scenarios.schema.figure import Figure
from scenarios.schema.work import Work
from tests.api.build import NEED
from tests.scenarios.library.shipped import shipped
from tests.scenarios.published.compared import compared
from tests.scenarios.reporting.paper.read_back import EXEMPT, PUBLIC, table, told, words, written

CASE = "nottinghamshire-2014"


def test_one_of_several_structures_is_established() -> None:
    """Two grade branches are alternatives: either the one or the other; a single one is neither."""
    text = words(written(CASE))
    assert "the committee would establish one of them, not all" in text
    found = re.findall(r"^(Either establish|Or establish|Establish) (\d+) posts .* at (£[\d,]+) ", text, re.MULTILINE)
    assert found == [("Either establish", "11", "£349,000"), ("Or establish", "11", "£310,600")]
    text = words(written("bury-2021"))
    assert "alternatives, told apart by name" not in text
    assert re.findall(r"^(?:Either|Or) establish", text, re.MULTILINE) == []
    assert len(re.findall(r"^Establish \d+ posts", text, re.MULTILINE)) == 1


def _left(name: str, version: PaperVersion) -> list[str]:
    return re.findall(r"^Work left undone, in FTE: .*$", words(written(name, version)), re.MULTILINE)


def test_a_recommendation_says_what_is_left_undone() -> None:
    """Work left undone and people displaced stand beside each; in public small numbers of people do not."""
    said = "Work left undone, in FTE: 1.816. People displaced, at the least and at the most: 17 to 23."
    assert _left(CASE, EXEMPT) == [said, said]
    (hidden,) = _left("wandsworth-2015", PUBLIC)
    assert hidden.endswith("at the most: *.")


def test_time_to_spare_today_is_set_against_the_work_left() -> None:
    """No change has no work for time that work which ends takes today, and it says so; other structures do not."""
    text = words(written(CASE))
    assert re.search(r"Rule not kept: 13\.784 FTE .* allowed.*, against the work that is left after the change\.", text)
    assert text.count(", against the work that is left after the change.") == 1


def test_costs_are_told_by_their_basis() -> None:
    """Lines of cost are counted by basis: the printed totals, and the one worked out for the other grade."""
    text = words(written(CASE))
    assert "authority's own figures" not in text
    assert "No change, lines of its cost: 3 published." in text
    assert re.findall(r"^Lines of its cost: (.*)\.$", text, re.MULTILINE) == ["3 published", "2 published, 1 derived"]


def test_risks_begin_with_what_is_recommended() -> None:
    """A recommended structure has a row where nothing changes it, with what it leaves undone, before all others."""
    rows = table(written(CASE), "Assumptions within").rows
    assert [row[0] for row in rows] == ["2", "3"]
    assert all(row[4].endswith("1.816 FTE is left undone as the figures stand") for row in rows)
    made = told(shipped(CASE), compared(CASE))
    assert [row["structure"] for row in risks(made)] == ["2. as proposed (Band A)", "3. as proposed (Grade 5)"]


def test_the_words_of_designs_and_of_section_188_are_explained() -> None:
    """Once each: what stands after a design's name, and why section 188's low end may lie below those displaced."""
    text = words(written(CASE))
    assert text.count("= means that they came to the same posts") == 1
    assert text.count("Section 188 counts people to consult about, not people displaced") == 1


def test_time_today_is_not_known_where_no_shares_are_stated() -> None:
    """Work stated as FTE or by volume says nothing of today; its own guess is marked."""
    case, answer = shipped(CASE).scenario, compared(CASE).structures[0]
    guess = Work(work="Team administration", demand_milli_fte=Figure(value=2100, basis="assumed"))
    rows = works(answer, case.model_copy(update={"work": (guess,)}))
    (row,) = [row for row in rows if row["work"] == "Team administration"]
    assert (row["today"], row["needed"]) == ("?", "~2.1")
    assert {row["today"] for row in rows} == {"?"}


def _asked(*numbers: int, depends: int = 0) -> Told:
    """What a paper tells of the case, assumptions moved for the results at these places; one depends on two."""
    needs = (
        NEED.model_copy(update={"assumption": "limits, span high", "breaks_at": "10", "side": "below"}),
        NEED.model_copy(update={"assumption": "Partnership with health and communities, share: Service Organiser"}),
    )
    found = compared(CASE)
    results = [
        answer.model_copy(
            update={"depends_on_asked": place in numbers, "depends_on": needs if place == depends else ()}
        )
        for place, answer in enumerate(found.structures)
    ]
    return told(shipped(CASE), found.model_copy(update={"structures": tuple(results)}))


def test_what_was_not_asked_is_not_said_to_be_none() -> None:
    """Of two recommended structures one was asked and stands throughout, the other was not asked, and both say so."""
    made = _asked(1)
    rows = risks(made)
    assert [(row["words"], str(row["breaks"]).partition(";")[0]) for row in rows[:2]] == [
        ("no assumption with a range", "none was found whose range, taken alone, changes this answer"),
        ("not asked", "nobody asked what other figures would change here"),
    ]
    assert "2. as proposed (Band A)" not in not_asked(made)
    assert "3. as proposed (Grade 5)" in not_asked(made)
    text = words(written(CASE))
    assert "Not asked, so that nothing is said here of what must be true for them" in text
    assert "none was found" not in text


def test_assumptions_are_told_to_who_does_not_know_the_sheets() -> None:
    """A limit and a share of time are said in words; the name of the cell stays for an authority's own template."""
    rows = [row for row in must_be_true(_asked(2, depends=2)) if row["number"] == "3"]
    assert [(row["assumption"], row["words"]) for row in rows] == [
        ("limits, span high", "Most people who report to one manager"),
        (
            "Partnership with health and communities, share: Service Organiser",
            "Partnership with health and communities: share of the time of Service Organiser today that it takes",
        ),
    ]
    text = words(written(CASE))
    assert "limits, span high" not in text
    assert "Fewest people who report to one manager" in text


def test_what_breaks_is_told_by_the_table_it_is_counted_in() -> None:
    """Work not covered and rules not kept, as a comparison heads them, and no checker that found something."""
    text = words(written(CASE))
    assert "Work not covered: 0.2 FTE of Electronic monitoring transactions" in text
    assert "Rule not kept: 13.784 FTE of established time has no work" in text
    assert re.findall(r"(?i)\bfindings?\b|the checker", text) == []
    shown = next(each for each in compared("wandsworth-2015").structures if each.posts is not None)
    assert [*sentences(shown)] == [*uncovered_once(shown), *rules_not_kept(shown)]


def test_old_prices_are_said_beside_the_money() -> None:
    """Pay of 2013/14 for years from 2015/16; a case whose prices are of its first year says nothing."""
    assert "Figures stated at 2013/14 pay are 2 years older than 2015/16, the first year shown" in words(written(CASE))
    assert "older than" not in words(written("nottinghamshire-2019"))
