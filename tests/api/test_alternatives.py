"""alternatives from what is typed to what is printed, written and returned, on a small case.

Change this when alternatives are asked for, or told, in another way.
"""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli.alternatives_words import alternatives_parts
from api.cli.main import app
from api.cli.screen import screen
from scenarios.exploring.alternatives import AlternativesAnswer
from scenarios.exploring.result import Explored
from tests.scenarios.reading.small_case import write

FORBIDDEN = re.compile(r"\b(best|optimal|optimum|proven|dominated)\b", re.IGNORECASE)
POSTS = "title,team,posts,fte,people,cost\nOfficer,North,3,3,3,90000\nOfficer,South,1,1,1,30000\n"
WORK = "work,share: Officer\nVisits,~50%\n"
FILES = {
    "posts.csv": POSTS,
    "work.csv": WORK,
    "teams.csv": "team\nNorth\nSouth\n",
    "proposed.csv": None,
    "able.csv": None,
    "options.csv": "option,kind\nanywhere,designed\n",
}


def run(*arguments: object) -> Result:
    """Run the command line as a planner does."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four officers in two teams, of whom two have enough work."""
    return write(tmp_path_factory.mktemp("alternatives") / "small", FILES)


def test_how_far_apart_and_two_lines_for_each(small: Path) -> None:
    """What the design comes to, what alternatives may, how far they are apart, and each in two lines."""
    found = run("alternatives", small, "--option", "anywhere")
    assert (found.exit_code, found.stderr) == (0, "")
    told = " ".join(found.stdout.split())
    for words in (
        "The design comes to: work uncovered 0 FTE; people displaced 2 at the least, if every claim succeeds, ",
        "Within 2% of it, in whole units, or its tolerance where that is more: ",
        "work uncovered 0 FTE; people displaced 2 at the least; annual cost £61,200, at the most.",
        "The design and 2 alternatives: any two of them differ in at least 2 posts by team and role.",
        "No other choice of 2 alternatives within 2% would set all of them further apart.",
        "1. Differs from the design in 2 posts by team and role, in none by role It gains: nothing. It loses: posts ",
        "posts changed from today 2 more. People displaced: 2 at the least, if every claim succeeds, 2 at the most.",
        "Posts more: 1 Officer in South. Posts fewer: 1 Officer in North.",
        "The same posts by role; they sit in other teams. By role, over all teams: 2 Officer.",
        "2. Differs from the design in 2 posts by team and role, in none by role On every goal it comes to the same",
        "No structure within 2% has other posts by role than the design: only teams can differ.",
        "a post in another team or role counts twice",
    ):
        assert words in told, words
    assert FORBIDDEN.findall(found.stdout) == []


def test_no_more_is_said(small: Path) -> None:
    """Asked for more than there are, and within nothing: the three there are, and that there are no more."""
    told = " ".join(run("alternatives", small, "--count", "9", "--slack", "0.25 %").stdout.split())
    assert (
        "There are no more: every structure within 0.25% has the same posts, team by team and role by role, as one of "
        "the design and 2 alternatives."
    ) in told
    assert "The design and 2 alternatives: any two of them" in told
    assert "further apart" not in told


def test_json_and_files(small: Path) -> None:
    """The document printed is the one written; structures stand once and answers name them."""
    folder = small.parent / "out"
    found = run("alternatives", small, "--json", "-o", folder, "--slack", "2.5")
    document = json.loads(found.stdout)
    assert (document["question"], document["option"]) == ("alternatives", "anywhere")
    (answer,) = document["answers"]
    assert answer["slack_percent"] == 2.5
    assert [answer["design"], *(each["structure"] for each in answer["alternatives"])] == [0, 1, 2]
    assert len(document["structures"]) == 3
    assert {each.name for each in folder.iterdir()} == {"alternatives.html", "alternatives.json"}
    assert (folder / "alternatives.json").read_bytes() == found.stdout_bytes


def test_nothing_fits_ends_with_its_code(tmp_path: Path) -> None:
    """Where no structure keeps the rules, the reasons are told and the command ends with 4."""
    limits = {"limits.csv": "item,value\nceiling,30000\ndisplaced,0\n"}
    found = run("alternatives", write(tmp_path / "small", {**FILES, **limits}))
    assert found.exit_code == 4
    assert "The design comes to" not in found.stdout


def test_a_limit_ends_with_its_code() -> None:
    """With next to no effort nothing is settled, and nothing is said to be all there is."""
    found = run("alternatives", "nottinghamshire-2014", "--option", "model A", "--effort", "0.001")
    assert found.exit_code == 5
    assert "not settled" in found.stdout
    assert "there are no more" not in found.stdout


@pytest.mark.parametrize("slack", ["two", "101%", "-1%", "1.234%", "", "100.01"])
def test_a_slack_that_is_no_share_is_refused(small: Path, slack: str) -> None:
    """From 0 to 100 per cent, with two decimals at most."""
    found = run("alternatives", small, f"--slack={slack}")
    assert found.exit_code == 2
    assert "such as 2% or 0.5%" in " ".join(found.stderr.split())


@pytest.mark.parametrize("count", ["1", "51", "many"])
def test_a_count_that_makes_no_sense_is_refused(small: Path, count: str) -> None:
    """Two structures at least, and fifty at most."""
    assert run("alternatives", small, "--count", count).exit_code == 2


def shown(found: Explored[AlternativesAnswer]) -> str:
    """An answer as the screen shows it."""
    console = screen()
    with console.capture() as captured:
        for part in alternatives_parts(found):
            console.print(part)
    return " ".join(captured.get().split())


def with_answer(small: Path, **changes: object) -> Explored[AlternativesAnswer]:
    """The answer of the small case with something in it otherwise."""
    document = json.loads(run("alternatives", small, "--json").stdout)
    document["answers"][0] |= changes
    return Explored[AlternativesAnswer].model_validate(document)


def test_what_is_not_settled_is_told_with_its_bound(small: Path) -> None:
    """A set that a limit left open: whether one further apart exists is not settled, and how far none is."""
    told = shown(with_answer(small, settled=False, no_further=4, branch="Grade 5"))
    assert "anywhere (Grade 5)" in told
    assert (
        "Whether another choice of 2 alternatives would set all of them further apart is not settled; none sets them "
        "further apart than 4 posts."
    ) in told


def test_fewer_than_asked_for_is_told_with_its_reason(small: Path) -> None:
    """Where a limit came first the reason stands, and nothing is said of what else there may be."""
    reason = "Not settled: stopped before as many were found."
    told = shown(with_answer(small, settled=False, status="undecided", reasons=[reason]))
    assert reason in told
    assert "further apart" not in told


def test_one_alone_is_told(small: Path) -> None:
    """No other structure: it is said of the design, and no distance is."""
    alone = {"alternatives": [], "none_left": True, "least_distance": None, "no_further": None, "roles_settled": None}
    told = shown(with_answer(small, **alone))
    assert "within 2% has the same posts, team by team and role by role, as the design." in told
    assert "any two" not in told
    assert "differ in" not in told


def test_one_alternative_is_told_in_the_singular(small: Path) -> None:
    """With the design and one more there are no two to choose from."""
    first = json.loads(run("alternatives", small, "--json").stdout)["answers"][0]["alternatives"][:1]
    told = shown(with_answer(small, alternatives=first))
    assert "The design and the alternative differ in at least 2 posts by team and role." in told
    assert "No other choice of 1 alternative within 2%" in told


def test_whether_other_roles_exist_is_told(small: Path) -> None:
    """A limit leaves it open; where there is one it is shown with its posts by role."""
    assert "has other posts by role than the design is not settled." in shown(with_answer(small, roles_settled=False))
    other = json.loads(run("alternatives", small, "--json").stdout)["answers"][0]["alternatives"][0]
    other |= {
        "apart_by_role": 3,
        "roles": [
            {"role": "Clerk", "design": 0, "other": 1, "more": 1},
            {"role": "Officer", "design": 2, "other": 0, "more": -2},
        ],
        "same_posts_as": ["as proposed", "staff side"],
    }
    told = shown(with_answer(small, other_roles=other, design_same_posts_as=["as given"]))
    assert "With other posts by role: differs from the design in 2 posts by team and role, in 3 posts by role" in told
    assert "Within 2%, this one differs most by role." in told
    assert "By role, over all teams: 1 Clerk (1 more); 0 Officer (2 fewer)." in told
    assert "These are the posts of 'as proposed' and 'staff side'." in told
    assert "annual cost £60,000. These are the posts of 'as given'." in told
    unsettled = shown(with_answer(small, other_roles=other, roles_settled=False))
    assert "this one differs (whether another differs more is not settled) by role." in unsettled
