"""People with two posts, and people in a post that is another's: where they are counted, and what is said.

Change this when somebody may stand in a post of somebody else's in another way.
"""

from collections.abc import Mapping
from datetime import date

import pytest

from scenarios.importing.extract import table_of
from scenarios.importing.hr import HrImport, count_extract
from scenarios.importing.mapping import Mapping as Told
from scenarios.importing.own_post_doubts import in_two_posts
from scenarios.importing.records import Standing
from scenarios.importing.uses import KNOWN_HEADERS
from tests.scenarios.importing.extracts import HEADER, held, table, vacancy


def counted(*rows: Mapping[str, str]) -> HrImport:
    """What rows come to."""
    return count_extract(table_of(table(rows), "extract.csv", "utf-8", KNOWN_HEADERS), Told())


def people(found: HrImport) -> dict[str, tuple[str, str]]:
    """People and contract of each line, by post number."""
    return {line.post_number: (line.people, line.contract) for line in found.lines}


def codes(found: HrImport) -> set[str]:
    """The kinds of doubt told."""
    return {doubt.code for doubt in found.doubts}


@pytest.mark.parametrize("contract", ["Maternity cover", "Backfill", "Secondment cover"])
def test_who_covers_is_counted_in_their_own_post_where_that_is_there(contract: str) -> None:
    """The substantive post counts: P1000 has its holder, and the post covered has nobody else."""
    found = counted(held(0), held(1, by=0, Contract_Type=contract), held(2))
    assert people(found) == {"P1000": ("1", ""), "P1001": ("0", ""), "P1002": ("1", "")}
    assert found.standings[Standing.COVERING] == 1
    assert "covering" in codes(found)
    assert found.totals.people == found.totals.heads == 2


def test_who_covers_and_has_no_other_row_is_written_as_fixed_term() -> None:
    """A person in the post for a fixed term, told; permanent only where the row says so."""
    found = counted(
        held(0, Contract_Type="Sickness cover", Contract_End_Date="31/03/2027"),
        held(1, Contract_Type="Permanent - covering"),
        held(2),
    )
    assert people(found) == {"P1000": ("1", "fixed-term"), "P1001": ("1", ""), "P1002": ("1", "")}
    assert next(line.until for line in found.lines if line.post_number == "P1000") == "2027-03-31"
    (told,) = [doubt for doubt in found.doubts if doubt.code == "covering-alone"]
    assert told.rows == (2, 3)


def test_who_covers_beside_the_holder_is_told_with_what_is_written() -> None:
    """Both hold the post, which is one line: permanent, over-established by cover."""
    found = counted(held(0), held(0, by=1, Contract_Type="Maternity cover"), held(2))
    assert people(found) == {"P1000": ("2", ""), "P1002": ("1", "")}
    assert {"covering-alone", "mixed-contracts"} <= codes(found)


def test_a_holder_who_is_away_while_covered_for_is_no_cover() -> None:
    """The word cover beside an absence speaks of the holder, who stays in the post as permanent."""
    found = counted(held(0, Contract_Type="Career break - cover in place"), held(1))
    assert people(found)["P1000"] == ("1", "")
    assert "covering-alone" not in codes(found)


@pytest.mark.parametrize("other", ["Acting up", "Maternity cover", "Left"])
def test_nobody_is_counted_nowhere(other: str) -> None:
    """Somebody who covers, and whose other row is no post of their own, is counted where they cover."""
    found = counted(held(0, Contract_Type="Maternity cover"), held(1, by=0, Contract_Type=other), held(2))
    assert people(found)["P1000"] == ("1", "fixed-term")


def test_a_post_left_by_the_date_of_the_extract_is_no_post_of_ones_own() -> None:
    """Somebody who left a post and covers another is counted where they cover."""
    rows = [{**held(0), "Leaving Date": "01/03/2025"}, held(1, by=0, Contract_Type="Maternity cover"), held(2)]
    extract = table_of(table(rows, (*HEADER, "Leaving Date")), "extract.csv", "utf-8", KNOWN_HEADERS)
    found = count_extract(extract, Told(as_at=date(2025, 3, 31)))
    assert people(found) == {"P1000": ("0", ""), "P1001": ("1", "fixed-term"), "P1002": ("1", "")}


def test_two_acting_rows_of_one_person_are_counted() -> None:
    """Somebody who acts up twice and has no own post here is counted in both, marked as a guess."""
    found = counted(held(0, Contract_Type="Acting up"), held(1, by=0, Contract_Type="Acting up"), held(2))
    assert people(found) == {"P1000": ("~1", ""), "P1001": ("~1", ""), "P1002": ("1", "")}


def test_two_posts_of_one_person_are_named() -> None:
    """Numbers of the posts, their titles where they have none; numbers at risk may count such people twice."""
    found = counted(held(0), held(1, by=0), held(2))
    (told,) = [doubt for doubt in found.doubts if doubt.code == "in-two-posts"]
    assert told.message == (
        "1 person holds more than one post: counted once in each of them (P1000 and P1001), so numbers at risk and for "
        "section 188 may count them twice"
    )
    note = found.files("case")["scenario.yaml"]
    assert "somebody holds more than one post and is counted in each" in note
    assert "note" not in counted(held(0), held(1)).files("case")["scenario.yaml"]
    bare = counted(
        held(0, Position_Number=""), held(1, by=0, Position_Number="", Job_Title="Team Manager"), vacancy(2), held(3)
    )
    (told,) = [doubt for doubt in bare.doubts if doubt.code == "in-two-posts"]
    assert "(Support Officer and Team Manager)" in told.message


def test_no_more_than_six_are_named() -> None:
    """A long list of posts ends in how many more there are."""
    words = in_two_posts([(f"A{n}", f"B{n}") for n in range(8)])
    assert words.message.startswith("8 people hold more than one post: counted once in each of them (A0 and B0; ")
    assert "A5 and B5; and 2 more)" in words.message
