"""Every kind of fault and doubt is reached from files, at its place.

Change this when a kind is added to scenarios/schema/fault_kinds.py or doubt_kinds.py.
"""

from pathlib import Path

import pytest

from scenarios.reading.disk import MAX_YAML_BYTES
from scenarios.reading.grid import MAX_COLUMNS
from scenarios.schema.doubt_kinds import DOUBT_CODES
from scenarios.schema.fault_kinds import FAULT_CODES
from scenarios.schema.faults import ScenarioFaults
from tests.scenarios.reading.small_case import ABLE, HEAD, POSTS, PROPOSED, WORK, Content, faults, load, places

Place = tuple[str, int | None, str | None]
Files = dict[str, Content]

GRADES = "grade,pay system,rank,spine,top point\n"
OPTIONS = "option,kind,opens\nas proposed,given,\nno change,no change,\n"

FILE_FAULTS: list[tuple[str, Files, Place]] = [
    ("not-found", {"scenario.yaml": None}, ("scenario.yaml", None, None)),
    ("empty-file", {"posts.csv": ""}, ("posts.csv", None, None)),
    ("empty-file", {"posts.csv": "\ufeff \n"}, ("posts.csv", None, None)),
    ("too-big", {"scenario.yaml": "#" * (MAX_YAML_BYTES + 1)}, ("scenario.yaml", None, None)),
    ("too-many", {"posts.csv": "title," + "x," * MAX_COLUMNS + "y\n"}, ("posts.csv", None, None)),
    ("not-utf-8", {"posts.csv": b"title,fte\nCaf\xe9,1\n"}, ("posts.csv", None, None)),
    ("nul-byte", {"posts.csv": b"title,fte\n\x00,1\n"}, ("posts.csv", None, None)),
    ("not-csv", {"posts.csv": 'title,fte\n"Clerk" x,1\n'}, ("posts.csv", None, None)),
    ("not-csv", {"posts.csv": 'title,fte\n"' + "x" * 30_000 + '",1\n'}, ("posts.csv", None, None)),
    ("ragged-row", {"posts.csv": POSTS + "Clerk,North\n"}, ("posts.csv", 5, None)),
    ("ragged-row", {"posts.csv": POSTS + "Clerk,North,1,1,1,76,500\n"}, ("posts.csv", 5, None)),
    ("not-yaml", {"scenario.yaml": "name: [a"}, ("scenario.yaml", None, None)),
    ("not-yaml", {"scenario.yaml": "name: \u0007"}, ("scenario.yaml", None, None)),
    ("not-yaml", {"scenario.yaml": 'name: "\\UFFFFFFFF"'}, ("scenario.yaml", None, None)),
    ("yaml-reference", {"scenario.yaml": HEAD + "note: &a x\n"}, ("scenario.yaml", None, None)),
    ("yaml-reference", {"scenario.yaml": HEAD + "note: *a\n"}, ("scenario.yaml", None, None)),
    ("too-deep", {"scenario.yaml": "a: " + "[" * 50 + "]" * 50}, ("scenario.yaml", None, None)),
    ("too-many", {"scenario.yaml": "a: [" + "x, " * 6000 + "]"}, ("scenario.yaml", None, None)),
    ("not-an-object", {"scenario.yaml": "- name"}, ("scenario.yaml", None, None)),
    ("not-an-object", {"scenario.yaml": "# nothing"}, ("scenario.yaml", None, None)),
    ("not-an-object", {"scenario.yaml": "? [a]\n: b"}, ("scenario.yaml", None, None)),
    ("not-an-object", {"scenario.yaml": HEAD + "note: {a: b}\n"}, ("scenario.yaml", None, "note")),
    ("not-an-object", {"scenario.yaml": HEAD + "sources: posts\n"}, ("scenario.yaml", None, "sources")),
    ("twice-in-header", {"scenario.yaml": HEAD + "name: b\n"}, ("scenario.yaml", None, None)),
    ("not-a-phrase", {"scenario.yaml": HEAD + "policy: ../x\n"}, ("scenario.yaml", None, "policy")),
    ("not-found", {"scenario.yaml": HEAD + "policy: nowhere\n"}, ("nowhere.csv", None, None)),
    ("near-key", {"post.csv": "title\nx\n"}, ("post.csv", None, None)),
    ("twice-in-header", {"Posts.csv": POSTS}, ("posts.csv", None, None)),
]

HEADER_FAULTS: list[tuple[str, Files, Place]] = [
    ("near-key", {"posts.csv": POSTS.replace("people", "peple")}, ("posts.csv", 1, "peple")),
    ("near-key", {"work.csv": WORK.replace("share: ", "shares: ")}, ("work.csv", 1, "shares: Service Organiser")),
    ("near-key", {"work.csv": WORK.replace("share: ", "Share; ")}, ("work.csv", 1, "Share; Service Organiser")),
    ("near-key", {"able.csv": ABLE.replace("Monitoring", "wrok: Monitoring")}, ("able.csv", 1, "wrok: Monitoring")),
    ("near-key", {"limits.csv": "items,value\n"}, ("limits.csv", 1, "items")),
    ("near-key", {"limits.csv": "item,value\nceilling,1\n"}, ("limits.csv", 2, "ceilling")),
    ("near-key", {"scenario.yaml": HEAD + "price bas: x\n"}, ("scenario.yaml", None, "price bas")),
    ("person-column", {"posts.csv": POSTS.replace("people", "Post-holder")}, ("posts.csv", 1, "Post-holder")),
    ("person-column", {"limits.csv": "item,value,name\nceiling,1,x\n"}, ("limits.csv", 1, "name")),
    ("person-column", {"limits.csv": "item,value\nage,1\n"}, ("limits.csv", 2, "age")),
    ("twice-in-header", {"posts.csv": POSTS.replace("people", "FTE")}, ("posts.csv", 1, "FTE")),
    ("twice-in-header", {"limits.csv": "item,value,value\n"}, ("limits.csv", 1, "value")),
    ("twice-in-header", {"limits.csv": "item,value\nceiling,1\nceiling,2\n"}, ("limits.csv", 3, "ceiling")),
    ("no-header", {"posts.csv": POSTS.replace("people", "")}, ("posts.csv", 1, "column 5")),
    ("no-header", {"posts.csv": ",,\na,b,c\n"}, ("posts.csv", None, None)),
    ("column-needed", {"posts.csv": "team,fte\nNorth,1\n", "work.csv": None}, ("posts.csv", 1, "title")),
    ("column-needed", {"limits.csv": "item,amount\nceiling,1\n"}, ("limits.csv", 1, "value")),
    ("not-a-name", {"work.csv": WORK.replace("share: Service Organiser", "share:")}, ("work.csv", 1, "share:")),
]

CELL_FAULTS: list[tuple[str, Files, Place]] = [
    ("needed", {"posts.csv": POSTS + ",North,1,1,1,\n"}, ("posts.csv", 5, "title")),
    ("needed", {"posts.csv": POSTS + "?,North,1,1,1,\n"}, ("posts.csv", 5, "title")),
    ("needed", {"scenario.yaml": "name: x\ntitle: x"}, ("scenario.yaml", None, "authority")),
    ("not-a-number", {"posts.csv": POSTS + "Clerk,North,tbc,1,1,\n"}, ("posts.csv", 5, "posts")),
    ("not-a-number", {"posts.csv": POSTS + "Clerk,North,1 (2),1,1,\n"}, ("posts.csv", 5, "posts")),
    ("not-a-number", {"posts.csv": POSTS + "Clerk,North,1,1e3,1,\n"}, ("posts.csv", 5, "fte")),
    ("not-a-number", {"posts.csv": POSTS + "Clerk,North,1,1,1,2.01m\n"}, ("posts.csv", 5, "cost")),
    ("not-a-number", {"posts.csv": POSTS + "Clerk,North,1,7/0,1,\n"}, ("posts.csv", 5, "fte")),
    ("not-a-number", {"posts.csv": POSTS + "Clerk,North,1,1,1,99999999999999\n"}, ("posts.csv", 5, "cost")),
    ("not-a-number", {"grades.csv": GRADES + "G1,,first,,\n"}, ("grades.csv", 2, "rank")),
    ("too-fine", {"posts.csv": POSTS + "Clerk,North,1,0.6257,1,\n"}, ("posts.csv", 5, "fte")),
    ("too-fine", {"posts.csv": POSTS + "Clerk,North,1.5,1,1,\n"}, ("posts.csv", 5, "posts")),
    ("bad-range", {"posts.csv": POSTS + "Clerk,North,1,~6 (7..8),1,\n"}, ("posts.csv", 5, "fte")),
    ("bad-range", {"posts.csv": POSTS + "Clerk,North,1,? (8..7),1,\n"}, ("posts.csv", 5, "fte")),
    ("no-such-day", {"calendar.csv": "step,date\nStart,2021-02-30\n"}, ("calendar.csv", 2, "date")),
    ("not-a-date", {"calendar.csv": "step,date\nStart,spring\n"}, ("calendar.csv", 2, "date")),
    ("not-a-year", {"scenario.yaml": HEAD + "years: [2014/16]\n"}, ("scenario.yaml", None, "years")),
    ("not-yes-or-no", {"work.csv": WORK.replace(",y", ",maybe")}, ("work.csv", 2, "statutory")),
    ("not-a-choice", {"options.csv": OPTIONS.replace("given", "gven")}, ("options.csv", 2, "kind")),
    ("not-a-choice", {"limits.csv": "item,value\ngoals,cots\n"}, ("limits.csv", 2, "goals")),
    ("not-a-phrase", {"limits.csv": "item,value\ngoals,cost; cost\n"}, ("limits.csv", 2, "goals")),
    ("not-a-phrase", {"work.csv": WORK.replace("~-54% (-70%..0%)", "shrinks")}, ("work.csv", 3, "happens")),
    ("not-a-phrase", {"work.csv": WORK.replace("~-54% (-70%..0%)", "-120%")}, ("work.csv", 3, "happens")),
    ("not-a-phrase", {"posts.csv": "title,fte,change\nClerk,1,moved\n", "work.csv": None}, ("posts.csv", 2, "change")),
    ("not-a-phrase", {"options.csv": "option,kind,led by\nas proposed,given,North\n"}, ("options.csv", 2, "led by")),
    ("not-a-phrase", {"options.csv": "option,kind,able\nas proposed,given,North = y\n"}, ("options.csv", 2, "able")),
    ("not-a-name", {"posts.csv": POSTS + "A|B,North,1,1,1,\n"}, ("posts.csv", 5, "title")),
    ("not-a-name", {"posts.csv": POSTS + "x" * 201 + ",North,1,1,1,\n"}, ("posts.csv", 5, "title")),
    ("not-a-text", {"options.csv": "option,kind,reason\nas proposed,given,=1+1\n"}, ("options.csv", 2, "reason")),
    (
        "not-a-text",
        {"options.csv": f"option,kind,reason\nas proposed,given,{'x' * 2001}\n"},
        ("options.csv", 2, "reason"),
    ),
    ("not-a-text", {"posts.csv": "title,fte,source\nClerk,1,[a]\n", "work.csv": None}, ("posts.csv", 2, "source")),
    ("not-a-text", {"posts.csv": POSTS + "Clerk,N,1,1 [=a],1,\n"}, ("posts.csv", 5, "fte")),
    ("not-a-text", {"limits.csv": "item,value,source\nceiling,1,derived\n"}, ("limits.csv", 2, "ceiling")),
    ("not-a-text", {"scenario.yaml": HEAD + "sources: {posts: derived}\n"}, ("scenario.yaml", None, "sources, posts")),
    ("person-in-cell", {"posts.csv": POSTS + "Clerk,Mrs Brown,1,1,1,\n"}, ("posts.csv", 5, "team")),
    ("person-in-cell", {"posts.csv": POSTS + 'Clerk,"Brown, A.",1,1,1,\n'}, ("posts.csv", 5, "team")),
    (
        "person-in-cell",
        {"options.csv": "option,kind,reason\nas proposed,given,ask a.b@example.gov.uk\n"},
        ("options.csv", 2, "reason"),
    ),
    (
        "person-in-cell",
        {"options.csv": "option,kind,reason\nas proposed,given,see QQ 12 34 56 C\n".replace("QQ", "AB")},
        ("options.csv", 2, "reason"),
    ),
]

ROW_FAULTS: list[tuple[str, Files, Place]] = [
    ("negative", {"posts.csv": POSTS + "Clerk,North,1,-1,1,\n"}, ("posts.csv", 5, "fte")),
    ("negative", {"posts.csv": POSTS + "Clerk,North,1,1,1,-£5\n"}, ("posts.csv", 5, "cost")),
    ("too-large", {"posts.csv": POSTS + "Clerk,North,1,1000000,1,\n"}, ("posts.csv", 5, "fte")),
    ("over-whole", {"able.csv": ABLE.replace("y,y", "110%,y")}, ("able.csv", 2, "work")),
    ("over-whole", {"options.csv": OPTIONS.replace("opens", "able").replace("given,", "given,"
     "Team Manager | Brokerage = 101%")}, ("options.csv", 2, "able")),
    ("shares-over-whole", {"work.csv": WORK.replace("~40%", "70%")}, ("work.csv", 3, "share: Service Organiser")),
    ("no-size", {"posts.csv": POSTS + "Clerk,North,,,1,\n"}, ("posts.csv", 5, "fte")),
    ("unknown-reference", {"able.csv": ABLE.replace("Officer", "Oficer")}, ("able.csv", 2, "role")),
    ("unknown-reference", {"able.csv": ABLE.replace("Brokerage", "Brokering")}, ("able.csv", 2, "work: Brokering")),
    ("unknown-reference", {"posts.csv": "title,fte,change\nService Organiser,1,re-designated to Partnership Oficer\n"},
     ("posts.csv", 2, "change")),
    ("unknown-reference", {"scenario.yaml": HEAD + "sources: {pots: x}\n"}, ("scenario.yaml", 1, "sources")),
    ("unknown-reference", {"teams.csv": "team,led by\nNorth,Nroth\nSouth,outside\nCentral,\n"},
     ("teams.csv", 2, "led by")),
    ("option-changes-nothing", {"options.csv": OPTIONS.replace("given,", "given,East")}, ("options.csv", 2, "opens")),
    ("option-changes-nothing", {"options.csv": OPTIONS.replace("opens", "roles in team").replace("given,", "given,"
     "North = Clerk")}, ("options.csv", 2, "roles in team")),
    ("option-changes-nothing", {"options.csv": OPTIONS.replace("opens", "able").replace("given,", "given,"
     "Clerk | Brokerage = y")}, ("options.csv", 2, "able")),
    ("team-cycle", {"teams.csv": "team,parent\nNorth,South\nSouth,North\nCentral,\n"}, ("teams.csv", 2, "parent")),
    ("duplicate-post-number", {"posts.csv": "title,fte,post number\nService Organiser,1,A1\nClerk,1,A1\n"},
     ("posts.csv", 3, "post number")),
    ("duplicate-row", {"work.csv": WORK + "Brokerage,,,\n"}, ("work.csv", 4, "work")),
    ("end-before-start", {"proposed.csv": "title,fte,from,until\nPartnership Officer,1,2019-04-01,31/03/2019\n"},
     ("proposed.csv", 2, "until")),
    ("end-before-start", {"posts.csv": "title,fte,since,until\nService Organiser,1,2022-04-01,2021-03-31\n"},
     ("posts.csv", 2, "until")),
    ("upside-down", {"limits.csv": "item,value\nspan low,8\nspan high,5\n"}, ("limits.csv", None, "span low")),
    ("upside-down", {"grades.csv": "grade,bottom point,top point\nG1,28,24\n"}, ("grades.csv", 2, "bottom point")),
    ("two-totals", {"equality.csv": "characteristic,value,people,all people\nSex,Female,8,30\nSex,Male,9,31\n"},
     ("equality.csv", 3, "all people")),
    ("count-over-total", {"equality.csv": "characteristic,value,people,all people\nSex,Female,31,\nSex,Male,9,30\n"},
     ("equality.csv", 2, "people")),
    ("ranks-contradict", {"grades.csv": GRADES + "G1,NJC,1,old,28\nG2,NJC,2,old,24\n"}, ("grades.csv", 3, "rank")),
    ("ranks-contradict", {"grades.csv": "grade,rank,valid from\nG1,1,2019-04-01\nG1,2,2020-04-01\n"},
     ("grades.csv", 3, "rank")),
    ("too-many-branches", {"grade_branches.csv": "branch,role,grade\n" + "".join(
        f"B{n},Team Manager,G\n" for n in range(9))}, ("grade_branches.csv", 10, "branch")),
    ("demand-twice", {"work.csv": "work,happens,demand fte\nMonitoring,-20%,2\nBrokerage,,1\n"},
     ("work.csv", 2, "happens")),
    ("demand-unfinished", {"work.csv": "work,cases\nMonitoring,200\nBrokerage,\n"}, ("work.csv", 2, "caseload")),
    ("demand-unfinished", {"work.csv": "work,cases,caseload\nMonitoring,200,0\nBrokerage,,\n"},
     ("work.csv", 2, "caseload")),
]  # fmt: skip

ALL_FAULTS = FILE_FAULTS + HEADER_FAULTS + CELL_FAULTS + ROW_FAULTS

JSON_ONLY = {"not-json", "does-not-fit", "not-a-file"}
"""Reached in test_json_document.py and test_disk.py."""

DOUBTS: list[tuple[str, Files, Place]] = [
    ("rounded", {"posts.csv": POSTS + "Clerk,North,1,11/37,1,\n"}, ("posts.csv", 5, "fte")),
    ("rounded", {"limits.csv": "item,value\nspare fte,1/3\n"}, ("limits.csv", 2, "spare fte")),
    ("several-holders", {"posts.csv": POSTS + "Clerk,North,1,1,2,\n"}, ("posts.csv", 5, "people")),
    ("more-people-than-posts", {"posts.csv": POSTS + "Clerk,North,2,2,3,\n"}, ("posts.csv", 5, "people")),
    ("shared-as-read", {"posts.csv": POSTS.replace("8,7.5,8", ",7.5,9")}, ("posts.csv", 3, "people")),
    ("no-work-for", {"proposed.csv": PROPOSED + "Adviser,Central,1,1,30000\n"}, ("proposed.csv", 4, "title")),
    ("more-fte-than-posts", {"posts.csv": POSTS + "Clerk,North,2,2.5,2,\n"}, ("posts.csv", 5, "fte")),
    ("occupied-over-established", {"posts.csv": "title,fte,occupied fte\nService Organiser,1,1.2\nTeam Manager,1,\n"},
     ("posts.csv", 2, "occupied fte")),
    ("agency-in-post", {"posts.csv": "title,fte,contract\nService Organiser,1,agency\nTeam Manager,1,\n"},
     ("posts.csv", 2, "contract")),
    ("term-without-end", {"posts.csv": "title,fte,contract\nService Organiser,1,fixed-term\nTeam Manager,1,\n"},
     ("posts.csv", 2, "until")),
    ("term-ends-first", {"posts.csv": "title,fte,until\nService Organiser,1,2014-03-31\nTeam Manager,1,\n",
                         "scenario.yaml": HEAD + "start: 2015-04-01\n"}, ("posts.csv", 2, "until")),
    ("unit-cost-clash", {"proposed.csv": PROPOSED.replace("51000", "52000")}, ("proposed.csv", 2, "cost")),
    ("grade-clash", {"proposed.csv": "title,fte,grade\nPartnership Officer,6,Band A\nPartnership Officer,1,Grade 5\n"},
     ("proposed.csv", 3, "grade")),
    ("grade-blank", {"posts.csv": "title,fte,grade\nService Organiser,1,G1\nTeam Manager,1,\nService Organiser,1,\n"},
     ("posts.csv", 4, "grade")),
    ("open-grade", {"grade_branches.csv": "branch,role,grade\nb,Partnership Officer,G2\na,Partnership Officer,G1\n"},
     ("grade_branches.csv", 3, "grade")),
    ("ungraded", {"proposed.csv": "title,posts,fte,grade\nTeam Manager,1,1,G\nPartnership Officer,6,6,?\n"},
     ("proposed.csv", 3, "grade")),
    ("nearly-alike", {"proposed.csv": "title,fte,grade\nPartnership Officer,6,PO4\nTeam Manager,1,P04\n"},
     ("proposed.csv", 3, "grade")),
    ("look-alike-letters", {"posts.csv": POSTS + "Clerk,\u0415ast,1,1,1,\n"}, ("posts.csv", 5, "team")),
    ("near-name", {"posts.csv": POSTS + "Clerk,Sout,1,1,1,\n"}, ("posts.csv", 5, "team")),
    ("near-name", {"proposed.csv": PROPOSED.replace("Team Manager", "Team Manger"),
                   "able.csv": ABLE + "Team Manger,n,n\n"}, ("proposed.csv", 2, "title")),
    ("near-name", {"proposed.csv": "title,fte,option\nTeam Manager,1,\nPartnership Officer,6,as propsed\n"},
     ("proposed.csv", 3, "option")),
    ("title-cut-short", {"posts.csv": POSTS + "Team Mgr,North,1,1,1,\n"}, ("posts.csv", 5, "title")),
    ("no-post-of-today", {"posts.csv": "title,fte,post number\nService Organiser,1,A101\n",
                          "proposed.csv": "title,fte,post number\nPartnership Officer,6,A110\n"},
     ("proposed.csv", 2, "post number")),
    ("outside-team", {"posts.csv": "title,fte,change\nService Organiser,1,transferred to Intermediate Tier\n"
                                   "Team Manager,1,\n"}, ("posts.csv", 2, "change")),
    ("new-role", {"posts.csv": "title,fte,change\nService Organiser,1,Redesignated to Compliance Lead\n"
                               "Team Manager,1,\n"}, ("posts.csv", 2, "change")),
    ("no-demand", {"work.csv": WORK + "Liaison,,,\n"}, ("work.csv", 4, "work")),
    ("nobody-able", {"work.csv": WORK + "Liaison,,new 1.5 FTE,\n"}, ("work.csv", 4, "work")),
    ("shares-may-pass-whole", {"work.csv": WORK.replace("60%", "61%")}, ("work.csv", 3, "share: Service Organiser")),
    ("single-lead", {"teams.csv": "team,led by\nNorth,North\nSouth,\nCentral,\n"}, ("teams.csv", 2, "led by")),
]  # fmt: skip


@pytest.mark.parametrize(("code", "changes", "place"), ALL_FAULTS)
def test_a_fault_is_told_at_its_place(code: str, changes: Files, place: Place, tmp_path: Path) -> None:
    """One thing wrong in the small case is told there, with a message and the code of its kind."""
    found = faults(tmp_path, changes)
    assert (*place, code) in places(found)
    assert all(fault.message for fault in found)


def test_a_fault_does_not_breed(tmp_path: Path) -> None:
    """One slip in one cell is one fault: nothing is told twice or because of it."""
    single = [case for case in CELL_FAULTS + ROW_FAULTS if "work.csv" not in case[1] or case[1]["work.csv"]]
    counts: dict[tuple[str, int], int] = {}
    for number, (code, changes, _) in enumerate(single):
        (tmp_path / str(number)).mkdir()
        counts[code, number] = len(faults(tmp_path / str(number), changes))
    assert {key: count for key, count in counts.items() if count != 1} == {}


@pytest.mark.parametrize(("code", "changes", "place"), DOUBTS)
def test_a_doubt_is_told_and_the_case_loads(code: str, changes: Files, place: Place, tmp_path: Path) -> None:
    """Odd data load, and the doubt stands at its place."""
    told = [(doubt.sheet, doubt.row, doubt.column, doubt.code) for doubt in load(tmp_path, changes).doubts]
    assert told == [(*place, code)]


def test_a_slip_in_a_prefix_is_offered_mended(tmp_path: Path) -> None:
    """The column is named as it should be written; one that only has a colon in it is not read, as any other."""
    found = faults(tmp_path, {"work.csv": WORK.replace("share: ", "shares:")})
    assert [fault.message for fault in found] == [
        "'shares:Service Organiser' is not known; did you mean 'share: Service Organiser'?"
    ]
    (tmp_path / "other").mkdir()
    case = load(tmp_path / "other", {"work.csv": WORK.replace("statutory", "remark: law")})
    assert case.not_read == ("work.csv: remark: law",)


@pytest.mark.parametrize(
    ("changes", "typed", "words"),
    [
        ({"posts.csv": POSTS + "Clerk,North,1,-4.5,1,\n"}, "-4.5", "'fte' cannot be below zero: write 0 or more"),
        ({"posts.csv": POSTS + 'Clerk,North,1,1,1,"-£180,000"\n'}, "-£180,000", "'cost' cannot be below zero"),
        ({"posts.csv": POSTS + "Clerk,North,1,~? (-1..2),1,\n"}, "~? (-1..2)", "'fte' cannot be below zero"),
        ({"posts.csv": POSTS + "Clerk,North,1,1000000,1,\n"}, "1000000", "'fte' is larger than any service has"),
        ({"able.csv": ABLE.replace("y,y", "110.5%,y")}, "110.5%", "'work: Monitoring' is a share"),
        ({"limits.csv": "item,value\nceiling,-180000\n"}, "-£180,000", "'ceiling' cannot be below zero"),
        ({"work.csv": WORK.replace("~-54% (-70%..0%)", "-120%")}, "-120%", "'a cut of more than 100%' cannot be read"),
    ],
)
def test_a_fault_about_a_number_shows_what_was_typed(changes: Files, typed: str, words: str, tmp_path: Path) -> None:
    """Not pence or thousandths; an item of a card, whose text is not kept, in the units of a planner."""
    (found,) = faults(tmp_path, changes)
    assert found.value == typed
    assert found.message.startswith(words)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31/09/2026", "'31/09/2026' does not exist: September 2026 has days 1 to 30; write one of them"),
        ("2023-02-29", "'2023-02-29' does not exist: February 2023 has days 1 to 28; write one of them"),
        ("03/25/2021", "'03/25/2021' does not exist: there is no month 25; write it like 2021-03-25 or 25/03/2021"),
        ("0000-01-01", "'0000-01-01' is not a date: write it like 2021-03-25 or 25/03/2021"),
    ],
)
def test_a_day_that_does_not_exist_is_told_as_such(typed: str, words: str, tmp_path: Path) -> None:
    """The form is right, so it is the day, or the month, that is told."""
    (found,) = faults(tmp_path, {"calendar.csv": f"step,date\nStart,{typed}\n"})
    assert found.message == words


WHERE_FROM: list[tuple[Files, str]] = [
    ({"able.csv": "role,Monitoring\nMap Curator,y\n"},
     ("'Map Curator' is not in roles: no post of today or proposed has this title; "
     "write a name as it stands there, or list it in roles")),
    ({"able.csv": "role,Monitoring\nMap Curator,y\n", "roles.csv": "role\nTeam Manager\n"},
     ("'Map Curator' is not in roles: no post of today or proposed has this title, and the sheet roles does not list "
     "it in its column role; write a name as it stands there, or list it in roles")),
    ({"options.csv": OPTIONS.replace("opens", "able").replace("given,", "given,Map Curator | Brokerage = y")},
     ("the option changes 'Map Curator', which is not in roles: no post of today or proposed has this title; "
     "write a name as it stands there, or list it in roles")),
    ({"options.csv": OPTIONS, "proposed.csv": "title,fte,option\nClerk,1,as propsed\n", "able.csv": None},
     ("'as propsed' is not in options: the sheet options does not list it in its column option; "
     "did you mean 'as proposed'?")),
    ({"grades.csv": "grade\nBand A\n", "posts.csv": POSTS.replace("people", "grade").replace(",?,", ",Zulu,")
      .replace(",2,\"", ",Band A,\"").replace(",8,2", ",Band A,2")},
     "'Zulu' is not in grades: write a name that is there, or add this one there"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "words"), WHERE_FROM)
def test_an_unknown_name_is_told_with_where_such_names_come_from(changes: Files, words: str, tmp_path: Path) -> None:
    """Where it was looked for, and the near name or what to do."""
    assert [fault.message for fault in faults(tmp_path, changes)] == [words]


def test_a_doubled_post_number_says_what_to_do(tmp_path: Path) -> None:
    """The first row that has it is named, and both ways out."""
    rows = "title,fte,post number\nService Organiser,1,A1\nClerk,1,A1\n"
    assert [fault.message for fault in faults(tmp_path, {"posts.csv": rows})] == [
        "post number 'A1' stands already in row 2: give each post its own number, or merge the rows"
    ]


def test_shares_that_may_pass_the_whole_are_summed_by_job(tmp_path: Path) -> None:
    """60 % and 41 % at most are 101 %; shares of two jobs are not added up, nor are those not known."""
    (doubt,) = load(tmp_path, {"work.csv": WORK.replace("~40%", "~40% (30%..41%)")}).doubts
    assert doubt.message.startswith("the shares of 'Service Organiser' come to 101% where each is at its highest")
    (tmp_path / "two").mkdir()
    rows = "work,share: Team Manager,share: Service Organiser\nMonitoring,~50% (50%..60%),~45%\nBrokerage,?,~40%\n"
    assert load(tmp_path / "two", {"work.csv": rows}).doubts == ()


def test_a_fault_hides_the_doubts_of_its_own_row_only(tmp_path: Path) -> None:
    """Doubts about other rows stand beside the fault; rows with a fault, and what needs the whole case, wait."""
    posts = POSTS + "Clerk,North,1,1,2,\nTypist,North,1,-1,2,\n"
    with pytest.raises(ScenarioFaults) as refused:
        load(tmp_path, {"posts.csv": posts, "work.csv": WORK + "Liaison,,,\n"})
    assert [fault.row for fault in refused.value.faults] == [6]
    assert [(doubt.sheet, doubt.row, doubt.code) for doubt in refused.value.doubts] == [
        ("posts.csv", 5, "several-holders")
    ]


def test_a_row_too_short_is_not_said_to_lack_quotes(tmp_path: Path) -> None:
    """A row with fewer cells than the header is told to be given its commas; one with more, quotes."""
    rows = ("stress: demand,~0% (-10%..10%)", "ceiling", "ceiling,380,000,budget paper")
    found = faults(tmp_path, {"limits.csv": "item,value,source\n" + "\n".join(rows)})
    told = [one.message for one in found]
    assert {one.code for one in found} == {"ragged-row"}
    assert "the row has 2 cells and the header 3: every column needs its cell" in told[0]
    assert "the row has 1 cell and the header 3: every column" in told[1]
    assert "the row has 4 cells and the header 3: a text with a comma needs quotes" in told[2]
    assert not any("quotes" in short for short in told[:2])


def test_every_code_is_reached() -> None:
    """No kind of fault or doubt exists that these files do not reach."""
    assert {code for code, _, _ in ALL_FAULTS} | JSON_ONLY == FAULT_CODES
    assert {code for code, _, _ in DOUBTS} == DOUBT_CODES
