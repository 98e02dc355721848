"""Titles that look like another with words cut short, and words of their own that do not.

Change this when a short form of a real list passes unseen, or two jobs are taken for one.
"""

import pytest

from scenarios.schema.abbreviated import Titled, abbreviates, cut_short, words_of
from scenarios.schema.doubts import doubts_of
from scenarios.schema.scenario import Scenario
from scenarios.schema.tables import Places
from tests.scenarios.schema.builders import fixed, line, scenario


def _told(whole: Scenario) -> list[str]:
    return [str(doubt) for doubt in doubts_of(whole, Places()) if doubt.code == "title-cut-short"]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Team Mgr", "Team Manager"),
        ("TEAM MGR", "Team Manager"),
        ("Team MGR", "Team Manager"),
        ("team mgr", "Team Manager"),
        ("TM LDR", "TM Leader"),
        ("Snr Officer", "Senior Officer"),
        ("Bus Supp Officer", "Business Support Officer"),
        ("Bus. Supp. Off.", "Business Support Officer"),
        ("Asst. Director", "Assistant Director"),
        ("Dep Dir", "Deputy Director"),
        ("Admin Officer", "Administrative Officer"),
        ("Project Coord", "Project Co-ordinator"),
        ("Soc Wkr", "Social Worker"),
        ("Soc Wrkr", "Social Worker"),
        ("Housing Offr", "Housing Officer"),
        ("Env Health Officer", "Environmental Health Officer"),
        ("Policy & Perf Officer", "Policy and Performance Officer"),
    ],
)
def test_a_title_cut_short_is_seen(short: str, full: str) -> None:
    """Word by word: usual short forms, consonants, and a few letters of the beginning, with or without a full stop."""
    (pair,) = cut_short([Titled(title, frozenset({"G"}), "1 post") for title in (full, short)])
    assert (pair.short.title, pair.full.title) == (short, full)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Senior Officer", "Officer"),
        ("Park Officer", "Parking Officer"),
        ("Plan Officer", "Planning Officer"),
        ("Planning Officer", "Planner Officer"),
        ("Data Manager", "Database Manager"),
        ("Care Adviser", "Careers Adviser"),
        ("Home Officer", "Homelessness Officer"),
        ("Head of Care", "Headteacher of Care"),
        ("Health Assistant", "Healthcare Assistant"),
        ("HR Manager", "Harbour Manager"),
        ("NHS Officer", "Neighbourhoods Officer"),
        ("SEN Officer", "Senior Officer"),
        ("IT Manager", "Investment Manager"),
        ("Arts Officer", "Architects Officer"),
        ("Sport Officer", "Support Officer"),
        ("Team Manager 1", "Team Manager 10000"),
        ("Children Officer", "Child Officer"),
        ("Team Leader", "Team Manager"),
        ("Social Worker", "Support Worker"),
        ("Deputy Director", "Director"),
        ("Team Manager", "TEAM MANAGER"),
        ("-", "."),
    ],
)
def test_words_of_their_own_are_no_short_forms(one: str, other: str) -> None:
    """Ordinary words, initials, numbers, one word more, and case alone tell nothing."""
    assert cut_short([Titled(title, frozenset({"G"}), "1 post") for title in (one, other)]) == ()


def test_the_least_short_of_several_is_the_full_title() -> None:
    """Each shorter title is told once, beside the longest; where each shortens a word of the other, one is."""
    titles = ["Snr Off", "Senior Off", "Senior Officer", "Snr Officer"]
    found = cut_short([Titled(title, frozenset(), "1 post") for title in titles])
    assert [(pair.short.title, pair.full.title) for pair in found] == [
        ("Senior Off", "Senior Officer"),
        ("Snr Off", "Senior Officer"),
        ("Snr Officer", "Senior Officer"),
    ]
    each = cut_short([Titled(title, frozenset(), "1 post") for title in ("Snr Officer", "Senior Off")])
    assert [pair.short.title for pair in each] == ["Senior Off"]


def test_words_of_a_title_and_capitals() -> None:
    """Joints are left out; capitals count only where the title has other letters."""
    assert words_of("Co-ordinator, Arts & Events") == ("Coordinator", "Arts", "and", "Events")
    assert not abbreviates("SUPP", "Support")
    assert abbreviates("SUPP", "Support", shouted=True)


def test_a_title_cut_short_is_a_doubt_with_the_row_that_makes_both_one() -> None:
    """Both titles, how many posts, and the row of the sheet roles; a proposed title without a grade counts."""
    posts = [line("Team Manager", 2_000, grade="PO8", posts=fixed(2)), line("Team Mgr", 1_000, grade="PO8")]
    (told,) = _told(scenario(posts=posts, proposed=[line("Support Off", 1_000), line("Support Off", 1_500)]))
    assert told == (
        "posts, row 2, title: 'Team Mgr' (1 FTE) looks like 'Team Manager' (2 posts) cut short, at the same grade; as "
        "two jobs they are two staff groups, which can move the number at risk; if they are one, give the sheet roles "
        "a row with role: Team Manager and job titles: Team Mgr"
    )
    whole = scenario(
        posts=[{"title": "Support Officer", "grade": "SO2"}],
        proposed=[line("Supp Officer", 1_000), line("Supp Off", 500)],
    )
    first, second = _told(whole)
    assert first.startswith("proposed, row 2, title: 'Supp Off' (0.5 FTE) looks like 'Support Officer' (1 row)")
    assert second.endswith("with role: Support Officer and job titles: Supp Off; Supp Officer")


def test_another_grade_or_the_sheet_of_roles_settles_it() -> None:
    """At another grade, and where the sheet roles lists both, nothing is told; where it lists one, it is."""
    posts = [line("Team Manager", 1_000, grade="PO8"), line("Team Mgr", 1_000, grade="PO8")]
    assert _told(scenario(posts=[posts[0], {**posts[1], "grade": "PO6"}])) == []
    assert _told(scenario(posts=posts, roles=[{"role": "Team Manager", "job_titles": ["Team Mgr"]}])) == []
    assert _told(scenario(posts=posts, roles=[{"role": "Team Manager"}, {"role": "Team Mgr"}])) == []
    assert len(_told(scenario(posts=posts, roles=[{"role": "Team Manager"}]))) == 1
