"""`restructure why-not` and `no-redundancies`: what is printed, how what cannot be asked is refused, how they end.

Change this when either answer is told in another way.
"""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli.main import app
from tests.scenarios.reading.small_case import write

BURY = "bury-2021"
POSTS = "title,team,posts,people,cost\nOfficer,North,4,4,120000\n"
PROPOSED = "option,title,team,posts,cost\nas given,Officer,North,2,60000\n"
WORK = "work,share: Officer\nVisits,50%\n"


def run(*words: str | Path) -> Result:
    """Run the command line."""
    return CliRunner().invoke(app, [str(word) for word in words])


def case(folder: Path, **sheets: str) -> Path:
    """Four officers at £30,000 with work for two, of whom two are proposed to stay."""
    files = {"posts.csv": POSTS, "proposed.csv": PROPOSED, "work.csv": WORK, "able.csv": None}
    return write(folder / "case", files | {f"{name}.csv": text for name, text in sheets.items()})


def test_what_a_demand_costs(tmp_path: Path) -> None:
    """Goal by goal on the screen, the first that gets worse, and the posts apart."""
    found = run("why-not", case(tmp_path), "--that", "Officer <= 1")
    assert found.exit_code == 0
    assert "designed: why not 'Officer <= 1'?" in found.stdout
    assert "Read as: at most 1 post of Officer, all teams together." in found.stdout
    assert "£30,000 less" in found.stdout
    assert "The first goal in the order that gets worse is work uncovered" in found.stdout
    assert "Officer in North: 1 post fewer" in found.stdout


def test_what_the_design_has_already(tmp_path: Path) -> None:
    """That it costs nothing is said in a line."""
    found = run("why-not", case(tmp_path), "--that", "Officer = 2", "--option", "designed")
    said = " ".join(found.stdout.split())
    assert found.exit_code == 0
    assert "The design has it already: it costs nothing. People displaced: 2, whichever claims succeed." in said
    assert "Officer: 2 posts (2 FTE, £60,000 a year); today 4 posts (4 FTE)." in said


def test_that_there_is_no_way_out_is_said() -> None:
    """Where nothing that may give would help, the screen and the JSON say so, and promise no way out."""
    found = run("why-not", BURY, "--that", "posts = 0")
    said = " ".join(found.stdout.split())
    assert found.exit_code == 4
    assert "The fewest demands that it cannot hold together with" in said
    assert "There is no way out: if everything that may give did, still no structure would keep" in said
    assert "a way out names" not in said
    (only,) = json.loads(run("why-not", BURY, "--that", "posts = 0", "--json").stdout)["answers"]
    assert (only["way_out"], only["ways_out"]) == (False, [])


def test_people_displaced_are_a_range() -> None:
    """What costs nothing where every claim succeeds still tells how many may be displaced at the most."""
    found = run("why-not", BURY, "--that", "no one displaced")
    said = " ".join(found.stdout.split())
    assert "it costs nothing. People displaced: 0 at the least, if every claim succeeds; 18 at the most." in said
    assert (
        json.loads(run("why-not", BURY, "--that", "no one displaced", "--json").stdout)["answers"][0][
            "other_displaced_at_most"
        ]
        == 18
    )


def test_what_stands_in_the_way(tmp_path: Path) -> None:
    """The conflict, that no fewer demands are one, and what would have to give; nothing fits, says the exit code."""
    found = run("why-not", case(tmp_path), "--that", "Officer >= 3")
    assert found.exit_code == 4
    assert "The fewest demands that it cannot hold together with:\n  A year costs £60,000 at the most" in found.stdout
    assert "[the cost of 'as given', as no ceiling is stated]" in " ".join(found.stdout.split())
    said = " ".join(found.stdout.split())
    assert "Once one of these gives, other demands may stand in its way" in said
    assert "possible if the ceiling is raised by £15,000 a year (limits, ceiling: 75000): the cheapest" in said
    assert "With as much given and without the demand, the cheapest structure costs £60,000 a year" in said


def test_what_is_not_settled(tmp_path: Path) -> None:
    """With next to no effort nothing is settled, and the exit code says so."""
    found = run("why-not", "nottinghamshire-2014", "--that", "Team Manager >= 2", "--effort", "0.001")
    assert (found.exit_code, "Not settled within the limits" in found.stdout) == (5, True)


def test_the_document_and_the_folder(tmp_path: Path) -> None:
    """With --json one document, the same as the file written with -o."""
    folder = case(tmp_path)
    printed = json.loads(run("why-not", folder, "--that", "Officer <= 1", "--json").stdout)
    assert (printed["question"], printed["answers"][0]["first_worse"]) == ("why-not", "uncovered")
    assert run("why-not", folder, "--that", "Officer <= 1", "-o", tmp_path / "out").exit_code == 0
    assert json.loads((tmp_path / "out" / "why-not.json").read_text("utf-8")) == printed
    assert (tmp_path / "out" / "why-not.html").is_file()


def test_against_a_given_structure(tmp_path: Path) -> None:
    """What it breaks, what it does better and worse, and whether anything surpasses it."""
    dear = PROPOSED.replace("2,60000", "4,120000")
    limits = "item,value\nceiling,60000\n"
    found = run("why-not", case(tmp_path, proposed=dear, limits=limits), "--against", "as given")
    assert found.exit_code == 0
    assert "breaks 2:" in found.stdout
    assert "What 'as given' does better than the design: people displaced, at the least: 2 fewer" in found.stdout
    assert "What 'as given' does worse: annual cost: £60,000 more." in found.stdout
    assert "No structure of this option that keeps the rules is no worse than 'as given'" in found.stdout


def test_against_what_surpasses_it() -> None:
    """Where some structure surpasses the given one, what it has more and fewer is told."""
    found = run("why-not", BURY, "--against", "as proposed")
    assert found.exit_code == 0
    assert "There is a structure that keeps the rules, is no worse than 'as proposed'" in found.stdout
    said = " ".join(found.stdout.split())
    assert "A comparison calls it 'designed' improved. It costs £" in said
    assert "Beside 'as proposed' it has:" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "ask one thing"),
        (("--that", "Officer = 1", "--against", "as given"), "ask one thing"),
        (("--that", "Oficer = 1"), "did you mean 'Officer'? Write: ROLE >= n"),
        (("--that", "Officer > 1"), "at character 9, '>': between name and number stands >=, <= or =. Write:"),
        (("--against", "as gven"), "did you mean 'as given'"),
        (("--against", "no change"), "'no change' is not a structure given by hand (sheet proposed)"),
        (("--that", "Officer = 1", "--option", "as given"), "is not to be designed"),
    ],
)
def test_what_is_refused(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    """Each refusal says what is wrong and what can be asked, and ends as a slip of usage."""
    found = run("why-not", case(tmp_path), *words)
    assert found.exit_code == 2
    assert said in found.stderr


def test_no_redundancies(tmp_path: Path) -> None:
    """Posts, pounds and months in a sentence, the given structure as it stands, and the steps before dismissal."""
    found = run("no-redundancies", case(tmp_path, limits="item,value\nturnover,~10% (5%..20%)\n"))
    said = " ".join(found.stdout.split())
    assert found.exit_code == 0
    assert (
        "Nobody displaced at the least, if every claim succeeds, takes 2 posts more than the design "
        "(1.5 FTE without work beyond what may be spare), "
        "£60,000 a year above the ceiling, until turnover has taken 2 people, in about 60 months (30 to 120); "
        "none remain at the most."
    ) in said
    assert "People displaced by the design: 2, whichever claims succeed." in said
    assert "Posts by role (and how many more than the design): Officer 4 (4 FTE, 2 more)." in said
    assert "Annual cost: £120,000 a year, as much as no change, £60,000 more than the ceiling." in said
    assert "As it stands, people displaced: 2, whichever claims succeed, until turnover has taken 2 people" in said
    assert "6. redeployment elsewhere: not known" in said


def test_no_redundancies_where_turnover_is_not_known() -> None:
    """Two managers of model A cannot be kept; how long turnover takes is not known, and where to type it is said."""
    found = run("no-redundancies", "nottinghamshire-2014", "--option", "model A")
    assert found.exit_code == 4
    said = " ".join(found.stdout.split())
    assert (
        "Displacing 2 people and no more at the least, if every claim succeeds, takes 13 posts more than the design"
        in said
    )
    assert "Team Manager: 2 people without a claim on any post that this option may have." in said
    assert "months not known: type turnover in sheet limits" in said


def test_no_redundancies_that_take_nothing() -> None:
    """A design that displaces nobody takes nothing; what may remain at the most is said."""
    said = " ".join(run("no-redundancies", BURY, "--option", "designed").stdout.split())
    assert (
        "The design displaces nobody at the least, if every claim succeeds, and takes nothing for that; at the most 18 "
        "may still be displaced, where only own jobs and slot-ins succeed."
    ) in said
    assert "Posts by role: Integrated Commissioning Officer 8" in said


def test_a_design_that_cannot_be_found(tmp_path: Path) -> None:
    """Where nothing fits anyway, that alone is said of a demand, and what is broken of a given structure."""
    folder = case(tmp_path, limits="item,value\ndisplaced,0\n")
    demanded, beside = run("why-not", folder, "--that", "Officer = 2"), run("why-not", folder, "--against", "as given")
    assert (demanded.exit_code, beside.exit_code) == (4, 4)
    assert "No structure keeps all the rules even without what is demanded" in demanded.stdout
    assert "It cannot hold together" not in demanded.stdout
    assert "No structure of the option keeps all the rules." in beside.stdout
    assert "2 people displaced, of at most 0." in beside.stdout


def test_a_demand_that_other_posts_keep_as_well(tmp_path: Path) -> None:
    """With every goal the same it costs nothing, and the other posts are told."""
    posts = "title,team,posts,people,cost\nOfficer,North,2,2,60000\nOfficer,South,2,2,60000\n"
    proposed = "option,title,team,posts,cost\nas given,Officer,North,2,60000\n"
    folder = case(tmp_path, posts=posts, proposed=proposed)
    found = [run("why-not", folder, "--that", f"Officer in {team} = 2") for team in ("North", "South")]
    assert {each.exit_code for each in found} == {0}
    assert any("It costs nothing: with other posts every goal comes to the same." in each.stdout for each in found)


def test_against_without_costs_and_not_settled(tmp_path: Path) -> None:
    """Without costs nothing is said of surpassing; with next to no effort that is said not to be settled."""
    bare = {"posts": POSTS.replace(",120000", ","), "proposed": PROPOSED.replace(",60000", ",")}
    found = run("why-not", case(tmp_path, **bare), "--against", "as given")
    assert found.exit_code == 0
    assert "better on one" not in found.stdout
    cut = run("why-not", "nottinghamshire-2014", "--against", "as proposed", "--effort", "0.001")
    assert cut.exit_code == 5
    assert "is not settled." in " ".join(cut.stdout.split())
    assert "Not settled within the limits" in cut.stdout


def test_no_redundancies_not_settled_and_without_costs(tmp_path: Path) -> None:
    """Not settled is no answer; without costs posts are told and money is not known."""
    cut = run("no-redundancies", "nottinghamshire-2014", "--option", "model C", "--effort", "0.001")
    assert (cut.exit_code, "Not settled within the limits: there is no answer yet." in cut.stdout) == (5, True)
    bare = {"posts": POSTS.replace(",120000", ","), "proposed": PROPOSED.replace(",60000", ",")}
    limits = "item,value\nspare fte,0\n"
    found = run("no-redundancies", case(tmp_path, **bare, limits=limits))
    assert "at a cost not known" in " ".join(found.stdout.split())
