"""Nothing of a sealed sheet goes on: neither its rows, nor what is said about them.

Change this when something else of a case may not be handed on.
"""

from pathlib import Path

from scenarios.proofreading.proofread import proofread
from scenarios.reading.json_document import to_json
from scenarios.reading.unsealed import LeftOut, without_sealed
from scenarios.schema.canonical import digest
from tests.scenarios.reading.small_case import load

SERVICE = "group,age from,age to,years,pay,people\nTeam Manager,41,49,7,90101/7,2\n"


def test_a_sealed_sheet_and_every_doubt_about_it_are_left_out(tmp_path: Path) -> None:
    """A planted figure that was rounded, which is a doubt, is in nothing that goes on; the digest stays."""
    case = load(tmp_path, {"service.csv": SERVICE})
    assert "90101" in "".join(str(doubt) + doubt.value for doubt in case.doubts)
    bare, left_out = without_sealed(case)
    assert left_out == (LeftOut("service", 1),)
    assert "90101" not in to_json(bare) + "".join(str(doubt) + doubt.value for doubt in proofread(bare).doubts)
    assert digest(bare.scenario) == digest(case.scenario)


def test_a_case_without_sealed_sheets_stays_as_it_is(tmp_path: Path) -> None:
    """Nothing is left out of what has nothing sealed."""
    case = load(tmp_path, {"posts.csv": "title,team,fte,posts\nTeam Manager,North,1/3,1\nService Organiser,North,1,1\n"})
    assert case.doubts
    assert without_sealed(case) == (case, ())
