"""What a planner meets on the first day: few cells typed, clear faults, and a case once they are mended."""

import csv
import io
from pathlib import Path

from scenarios.reading.load import load_case
from scenarios.schema.derive import complete
from tests.scenarios.reading.small_case import ABLE, HEAD, POSTS, SMALL, WORK, faults, load, write


def _typed(text: str) -> int:
    """Count the cells of a CSV that hold something, header included."""
    return sum(bool(cell.strip()) for row in csv.reader(io.StringIO(text)) for cell in row)


def test_a_first_case_takes_under_sixty_cells(tmp_path: Path) -> None:
    """Steps 1 and 2, headers and head included, are under 60 typed cells, and they load."""
    typed = len(HEAD.splitlines()) + sum(_typed(SMALL[name]) for name in ("posts.csv", "work.csv", "able.csv"))
    assert typed == 44
    case = load(tmp_path, {"proposed.csv": None, "able.csv": ABLE.replace("Partnership Officer", "Team Manager")})
    assert [option.kind for option in complete(case.scenario).options] == ["no change", "designed"]


def test_five_mistakes_give_five_clear_faults(tmp_path: Path) -> None:
    """Each mistake is told once, with its place, what stands there and what to do, whatever the others are."""
    found = faults(
        tmp_path,
        {
            "posts.csv": POSTS.replace("title,team,posts", "title,team,pots").replace("1.5", "1.5555"),
            "work.csv": WORK.replace("Service Organiser", "Service Organizer").replace(",,y", ",shrinks,y"),
            "grades.csv": "grade,rank\nPO8,1\n",
            "proposed.csv": "title,fte,grade\nOfficer,6,P08\n",
            "able.csv": None,
        },
    )
    forms = "kept, ends, +30%, -20%, ~-54% (-70%..0%) or new 1.5 FTE"
    slip = "work.csv, row 2, share: Service Organizer: 'Service Organizer' is not in posts"
    assert [str(fault) for fault in found] == [
        "posts.csv, row 1, pots: 'pots' is not known; did you mean 'posts'?",
        "posts.csv, row 2, fte: '1.5555' is finer than thousandths of an FTE: round it",
        "proposed.csv, row 2, grade: 'P08' is not in grades; did you mean 'PO8'?",
        f"work.csv, row 2, happens: 'shrinks' cannot be read here: write {forms}",
        f"{slip}; did you mean 'Service Organiser'?",
    ]


def test_the_mended_case_loads(tmp_path: Path) -> None:
    """The small case has no fault, and says what it did not understand as doubts, not by guessing."""
    case = load_case(write(tmp_path / "case", {"grades.csv": "grade,rank\nPO8,1\n"}))
    assert case.scenario.posts[0].cost_pence is not None
    assert case.scenario.posts[0].cost_pence.value == 7_650_000
    assert (case.doubts, case.not_read) == ((), ())
