"""Doubts about names that are nearly another: what is told, and what stays silent."""

import pytest

from scenarios.schema.doubts import doubts_of
from scenarios.schema.scenario import Scenario
from scenarios.schema.tables import Places
from tests.scenarios.schema.builders import line, scenario


def _told(whole: Scenario) -> list[str]:
    return [str(doubt) for doubt in doubts_of(whole, Places()) if doubt.code == "near-name"]


def test_a_team_named_once_and_nearly_as_another_is_told_in_its_row() -> None:
    """The row that stands alone is named, even before the rows it is like, with what to do."""
    teams = ["Weest", "West", "West", "South"]
    assert _told(scenario(posts=[line("Officer", 1_000, team=team) for team in teams])) == [
        "posts, row 1, team: 'Weest' looks like 'West'; if it is the same team, write it alike"
    ]


def test_of_two_names_named_once_the_later_is_told() -> None:
    """One doubt for the two: a proposed title beside today's."""
    whole = scenario(posts=[line("Benefits Adviser", 1_000)], proposed=[line("Benefits Advisor", 1_000)])
    (told,) = _told(whole)
    assert told.startswith("proposed, row 1, title: 'Benefits Advisor' looks like 'Benefits Adviser'; ")
    assert told.endswith("if it is the same title, write it alike")


def test_names_in_several_rows_or_in_their_own_sheet_are_meant() -> None:
    """Two rows each, or both listed as a role's, are names of their own; the one not listed is told."""
    twice = [line(title, 1_000) for title in ("Adviser", "Advisor") for _ in range(2)]
    assert _told(scenario(posts=twice)) == []
    once = [line("Adviser", 1_000), line("Advisor", 1_000)]
    assert _told(scenario(posts=once, roles=[{"role": "Adviser", "job_titles": ["Adviser", "Advisor"]}])) == []
    (listed,) = _told(scenario(posts=once, roles=[{"role": "Advisor"}]))
    assert listed.startswith("posts, row 1, title: 'Adviser' looks like 'Advisor'; ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("North", "South"),
        ("East", "West"),
        ("Eastern Area Team", "Western Area Team"),
        ("North East", "North West"),
        ("Upper Valley", "Lower Valley"),
        ("Team 1", "Team 2"),
        ("Team1", "Team2"),
        ("Team 1", "Team 11"),
        ("Team A", "Team B"),
        ("Officer II", "Officer III"),
        ("Officer", "Senior Officer"),
        ("Business Support Officer", "Business Support Officer/Assistant"),
        ("Care Team", "Core Team"),
        ("Trainee", "Trainer"),
        ("Hub", "Hubs"),
        ("PO4", "P04"),
    ],
)
def test_names_of_their_own_stay_silent(one: str, other: str) -> None:
    """A digit, a letter, a compass word, a word more or a short word: nothing says that these are slips."""
    assert _told(scenario(posts=[line("X", 1_000, team=one), line("X", 1_000, team=other)])) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("North Team", "Nroth Team"),
        ("North", "Noth"),
        ("Commissioning", "Comissioning"),
        ("Care home officer", "Care Home Oficer"),
        ("Team 2 Organiser", "Team 2 Organizer"),
    ],
)
def test_one_letter_wrong_swapped_or_missing_is_a_slip(one: str, other: str) -> None:
    """In a word of five letters, whatever the case; the later of the two is told."""
    (told,) = _told(scenario(posts=[line(one, 1_000), line(other, 1_000)]))
    assert told.startswith(f"posts, row 2, title: {other!r} looks like {one!r}; ")


def test_an_option_is_held_against_those_named_more_often() -> None:
    """However many rows name it; the sheet of options makes it a fault instead; options of their own stay silent."""
    options = ["as propsed", "as proposed", "as proposed", "as propsed", "as proposed", "no chnge", "plan 1", "plan 2"]
    proposed = [line("Officer", 1_000, option=option) for option in options]
    assert _told(scenario(proposed=proposed)) == [
        "proposed, row 1, option: 'as propsed' looks like 'as proposed'; if it is the same option, write it alike",
        "proposed, row 6, option: 'no chnge' looks like 'no change'; if it is the same option, write it alike",
    ]
    listed = [{"option": option, "kind": "given"} for option in sorted({*options})]
    assert _told(scenario(proposed=proposed, options=listed)) == []


def test_options_that_differ_in_case_only_look_alike() -> None:
    """One letter in another case makes two options."""
    proposed = [line("Officer", 1_000, option=option) for option in ("As proposed", "as proposed")]
    found = doubts_of(scenario(proposed=proposed), Places())
    assert [(doubt.row, doubt.column, doubt.code) for doubt in found] == [(2, "option", "nearly-alike")]


def test_a_post_number_of_proposed_is_one_of_today() -> None:
    """Told with a near number where there is one; without numbers today there is nothing to hold it against."""
    proposed = [line("Officer", 1_000, post_number=number) for number in ("A101", "A1O1", "NEW-7", None)]
    today = [line("Officer", 1_000, post_number="A101")]
    found = doubts_of(scenario(posts=today, proposed=proposed), Places())
    assert [str(doubt) for doubt in found] == [
        "proposed, row 2, post number: 'A1O1' is no post of today: leave it blank for a new post; did you mean 'A101'?",
        "proposed, row 3, post number: 'NEW-7' is no post of today: leave it blank for a new post",
    ]
    assert doubts_of(scenario(posts=[line("Officer", 1_000)], proposed=proposed), Places()) == []
