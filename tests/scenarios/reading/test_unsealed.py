"""Nothing of a sealed sheet goes on: neither its rows, nor what is said about them.

Change this when something else of a case may not be handed on.
"""

from dataclasses import replace
from pathlib import Path

from scenarios.proofreading.proofread import proofread
from scenarios.reading.json_document import to_json
from scenarios.reading.unsealed import LeftOut, without_sealed
from scenarios.reading.workbook_trouble import merged_filled
from scenarios.schema.canonical import digest
from scenarios.schema.faults import Doubt, Spot
from scenarios.workbooks.writing import workbook_of
from tests.scenarios.reading.small_case import HEAD, POSTS, load

EQUALITY = "characteristic,value,all people,people\nsex,women,90102,90101\n"


def test_a_sealed_sheet_and_every_doubt_about_it_are_left_out(tmp_path: Path) -> None:
    """Planted figures and a doubt about them are in nothing that goes on; the digest stays."""
    doubt = Doubt.at(Spot("equality.csv", 2, "value"), "90101", merged_filled("90101", "B2:B3"))
    case = load(tmp_path, {"equality.csv": EQUALITY})
    case = replace(case, doubts=(*case.doubts, doubt))
    bare, left_out = without_sealed(case)
    assert left_out == (LeftOut("equality", 1),)
    told = "".join(f"{each}{each.value}" for each in proofread(bare).doubts)
    assert "9010" not in to_json(bare) + told
    assert digest(bare.scenario) == digest(case.scenario)


def test_what_the_head_says_of_a_sealed_sheet_is_left_out(tmp_path: Path) -> None:
    """Planted words in the source of a sealed sheet, with rows or without, are nowhere; those of other sheets stay."""
    sources = "sources:\n  service: planted 90303\n  equality: planted 90404\n  posts: list of posts\n"
    case = load(tmp_path, {"scenario.yaml": HEAD + sources, "equality.csv": EQUALITY})
    bare, _ = without_sealed(case)
    told = "".join(f"{each}{each.value}" for each in proofread(bare).doubts)
    assert "planted" not in to_json(bare) + told
    assert bare.scenario.header.sources == {"posts": "list of posts"}
    assert b"planted" not in workbook_of(bare)


def test_a_case_without_sealed_sheets_stays_as_it_is(tmp_path: Path) -> None:
    """Nothing is left out of what has nothing sealed."""
    case = load(tmp_path, {"posts.csv": POSTS + "Clerk,North,1,11/37,1,\n"})
    assert case.doubts
    assert without_sealed(case) == (case, ())
