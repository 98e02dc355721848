"""What another party gets: nothing sealed, no exit cost, no text of the author, no small number; and what it is told.

What is planted where it must not get through is looked for in every byte of every file.
"""

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from scenarios.comparing import result as r
from scenarios.comparing.answers import Asking
from scenarios.comparing.results import compare_case
from scenarios.library import names, path_of
from scenarios.packing.differing_answers import where_different
from scenarios.packing.packed import packed
from scenarios.packing.pages import MANIFEST, README, Answered, pages
from scenarios.packing.taking_out import ACTUAL_PAY
from scenarios.packing.writing import case_files, read_back, write_pack
from scenarios.reading.load import load_case
from scenarios.schema.canonical import digest
from scenarios.schema.case import Case
from tests.api.build import body, comparison, head, structure
from tests.scenarios.reading.small_case import HEAD, write

WORD = "Qzxwv"
"""No word of ours, and no part of a digest."""
EXIT_COST, ONE_OFF, LIMIT, SEVERANCE = "31337.31", "41438.41", "51539.51", "61631.61"
PAY, SHARE, STRESS, CONTRACTED = "71732.71", "81.83%", "91.93%", "0.737"

PLANTED: dict[str, str] = {
    "scenario.yaml": HEAD
    + f"note: {WORD}\nsources:\n  scenario: {WORD}\n  posts: {WORD}\n  service: {WORD}\n  limits: {WORD}\n",
    "posts.csv": (
        "post number,title,team,grade,posts,fte,people,occupied fte,cost,since,until,source\n"
        f"{WORD}1,Team Manager,North,G9,2,1.5,2,{CONTRACTED},76500 [{WORD}],2019-07-17,2099-01-01,{WORD}\n"
        f"{WORD}2,Service Organiser,North,G5,8,7.5,8,7.5,224500,,,\n"
        "?,Service Organiser,South,G5,8,7.5,?,,224500,,,\n"
    ),
    "proposed.csv": (
        "post number,title,team,posts,fte,cost\n"
        f"{WORD}3,Team Manager,Central,1,1,51000\n"
        f",Partnership Officer,Central,6,6,218000 [{WORD}]\n"
    ),
    "limits.csv": (
        f"item,value\nexit cost,{EXIT_COST} [{WORD}]\none-off limit,{LIMIT}\npayback months,24\nceiling,600000\n"
        f"stress: pay award,~{STRESS} (1%..99%)\nsource,{WORD}\n"
    ),
    "other_costs.csv": (
        f"what,amount,repeats,source\n{WORD} severance,{ONE_OFF},one-off,{WORD}\nRent,1000,recurring,{WORD}\n"
    ),
    "options.csv": (
        "option,kind,title,reason,source\n"
        f"no change,no change,{WORD},{WORD},{WORD}\nas proposed,given,{WORD},{WORD},\ndesigned,designed,,,\n"
    ),
    "quoted.csv": f"what,where,measure,amount,says\n{WORD},{WORD},severance,{SEVERANCE},{WORD}\n",
    "reserved.csv": "role,places\nPartnership Officer,1\n",
    "elsewhere.csv": f"role,service,posts\n{WORD},{WORD},3\n",
    "service.csv": f"group,age from,age to,years,pay,people,source\nTeam Manager,57,58,29,{PAY},2,{WORD}\n",
    "equality.csv": f"characteristic,value,people,share\n{WORD},{WORD},3,{SHARE}\n",
    "policy.csv": f"item,value\nname,Policy of 2020\nprotection months,24 [{WORD}]\nsource,{WORD}\n",
}
NOT_IN_THE_PACK = (WORD, *(t.rstrip("%").replace(".", "") for t in (EXIT_COST, ONE_OFF, LIMIT, SEVERANCE, PAY, SHARE)))


def planted(folder: Path, **changes: str) -> Case:
    """The small case with something to be found in every place that is nobody else's business."""
    return load_case(write(folder / "planted", {**PLANTED, **changes}))


def files_of(case: Case) -> Mapping[str, str]:
    """Every file of the pack of a case, with its answers."""
    made = packed(case)
    files = case_files(made)
    bare = Asking(break_evens=False)
    full, other = compare_case(case, bare), compare_case(read_back(files), bare)
    return pages(made, Answered(other, where_different(full, other)), files)


def test_nothing_planted_is_in_any_byte_of_the_pack(tmp_path: Path) -> None:
    """No text of the author, no exit cost, nothing sealed: neither in the files, nor in their names, nor as pence."""
    texts = files_of(planted(tmp_path))
    write_pack(texts, tmp_path / "pack")
    written = {path: path.read_bytes() for path in sorted((tmp_path / "pack").rglob("*")) if path.is_file()}
    assert {str(path.relative_to(tmp_path / "pack")) for path in written} == {*texts}
    for path, content in written.items():
        plain = f"{path.relative_to(tmp_path)}\n{content.decode()}".replace(".", "").replace(",", "")
        assert [token for token in NOT_IN_THE_PACK if token.casefold() in plain.casefold()] == [], path.name
        assert not any(token in content.decode() for token in (STRESS, CONTRACTED, "2019-07-17")), path.name


def test_the_same_token_is_in_the_case_that_was_packed(tmp_path: Path) -> None:
    """What is looked for is there before: each token stands in a file of the full case."""
    planted(tmp_path)
    text = "".join(path.read_text("utf-8") for path in (tmp_path / "planted").iterdir())
    for token in (WORD, EXIT_COST, ONE_OFF, LIMIT, SEVERANCE, PAY, SHARE, STRESS, CONTRACTED):
        assert token in text


def test_what_others_may_know_stays(tmp_path: Path) -> None:
    """Posts, costs, names, ceiling, marks, ranges, the end of a fixed term, recurring costs, the policy's name."""
    found = read_back(case_files(packed(planted(tmp_path)))).scenario
    assert [(post.title, post.cost_pence is not None, post.until_date) for post in found.posts] == [
        ("Team Manager", True, date(2099, 1, 1)),
        ("Service Organiser", True, None),
        ("Service Organiser", True, None),
    ]
    share = found.work[0].share_basis_points["Service Organiser"]
    assert (share.value, share.low, share.high, share.basis, share.source) == (4500, 3000, 6000, "assumed", None)
    assert found.limits.ceiling_pence is not None
    assert (found.limits.payback_months is not None, found.policy.name) == (True, "Policy of 2020")
    assert [row.what for row in found.other_costs] == ["Rent"]


def test_the_digest_of_the_full_case_is_not_told(tmp_path: Path) -> None:
    """With all but one figure known, the figure could be found by trying until the digest fits."""
    case = planted(tmp_path)
    texts = files_of(case)
    assert not any(digest(case.scenario) in text for text in texts.values())
    assert json.loads(texts[MANIFEST])["input_digest"] == digest(read_back(texts).scenario)


def test_the_full_case_s_own_figures_are_not_told_where_answers_differ(tmp_path: Path) -> None:
    """Only the names of figures are given: by how much would give away what was taken out."""
    before, after = body(annual_cost=1_234_567.0), body(annual_cost=7_654_321.0, one_off=None, payback_years=None)
    told = where_different(
        comparison(structure(head("A", "designed", anchor="people_first"), before)),
        comparison(structure(head("A", "designed", anchor="people_first"), after)),
    )
    assert told == ("In every structure: cost a year.",)


def test_figures_that_differ_are_told_by_structure_those_alike_together() -> None:
    """Posts by their name, people by word, findings, and structures that only one of the two has."""
    first = structure(head("A", "designed", anchor="people_first", branch="Band A"), body())
    second = structure(head("A", "designed", anchor="money_first"), body())
    third = structure(head("B", "given"), body())
    fewer = {"lines": first.lines[:1], "groups": first.groups[:1], "verdict": None, "coverage": first.coverage[:1]}
    found = first.verdict
    assert found is not None
    full = comparison(first, second, third.model_copy(update={"reason": "not theirs to know"}))
    told = where_different(
        full, comparison(*(each.model_copy(update={**fewer, "verdict": found}) for each in (first, second)))
    )
    figures = "posts of Support, Central; work done of Brokerage; people by staff group and ring-fence"
    named = ("A (Band A), people first", "A, money first")
    assert told[-1] == "B: only in the full case."
    assert told[0].startswith("; ".join(named) + ": ")
    assert sorted(told[0].removesuffix(".").partition(": ")[2].split("; ")) == sorted(figures.split("; "))


def test_a_finding_that_only_one_of_the_two_has_is_told_by_word() -> None:
    """With and without a finding the answers differ, either way round; what was found is not told."""
    breach = r.FindingLine(rule="x", place="Central", amount=2, message="2 people of Managers placed twice")
    without, with_one = (
        comparison(structure(head("A", "given"), body(verdict=r.VerdictLine(ok=not findings, findings=findings))))
        for findings in ((), (breach,))
    )
    assert where_different(with_one, without) == ("In every structure: findings.",)
    assert where_different(without, with_one) == ("In every structure: findings.",)


@pytest.mark.parametrize("name", names())
def test_no_small_number_of_people_is_left(name: str) -> None:
    """In every case of the library each number of people is nought, or ten and more; and the pack loads."""
    scenario = read_back(case_files(packed(load_case(path_of(name))))).scenario
    told = [*(post.people for post in scenario.posts), *(group.people for group in scenario.groups)]
    numbers = [n for figure in told if figure is not None for n in (figure.value, figure.low, figure.high)]
    assert [n for n in numbers if n is not None and 0 < n < 10] == []
    assert {group.leaving for group in scenario.groups} <= {None}


def test_the_readme_says_what_was_done_and_how_to_run_it(tmp_path: Path) -> None:
    """What was taken out, what was merged, where answers differ, whose judgement it is, and the commands."""
    texts = files_of(planted(tmp_path))
    page = texts[README]
    for heading in ("Running it again", "What was taken out", "What was merged", "What comes out otherwise"):
        assert f"\n## {heading}" in page
    assert "restructure compare case -o results" in page
    assert "as no group is like them or all like them are full: Service Organiser, Team Manager." in page
    assert "the authority's judgement" in page
    manifest = json.loads(texts[MANIFEST])
    assert manifest["files"] == {
        name: sha256(text.encode()).hexdigest() for name, text in texts.items() if name != MANIFEST
    }
    assert manifest["commands"][0] == "restructure check case"
    assert all(
        sentence in page for key in ("taken_out", "merged", "differs_from_full_case") for sentence in manifest[key]
    )


def test_running_the_pack_gives_what_the_manifest_says(tmp_path: Path) -> None:
    """Posts, cost and displaced people of every structure, from the files alone."""
    texts = files_of(planted(tmp_path))
    found = compare_case(read_back(texts), Asking(break_evens=False)).structures
    expected = json.loads(texts[MANIFEST])["comes_out"]
    assert [(each.option, each.anchor, each.annual_cost) for each in found] == [
        (each["option"], each["anchor"], each["annual_cost"]) for each in expected
    ]
    assert [len(each.lines) for each in found] == [len(each["posts"]) for each in expected]
    assert all(each.one_off is None or each.one_off.expected in (None, 0.0) for each in found)


def test_where_nothing_was_small_and_nothing_differs_it_says_so(tmp_path: Path) -> None:
    """A case of large groups: same structures, same costs, and a sentence for each."""
    posts = "title,team,grade,posts,fte,people,cost\nOfficer,North,G5,20,20,20,600000\nLead,North,G6,12,12,12,500000\n"
    proposed = "title,team,posts,fte,cost\nOfficer,North,18,18,540000\nLead,North,12,12,500000\n"
    changes = {"posts.csv": posts, "proposed.csv": proposed, "work.csv": None, "able.csv": None}
    texts = files_of(load_case(write(tmp_path / "large", changes)))
    assert "No number of people here is below 10: nothing was merged." in texts[README]
    assert "Nothing: every structure comes out with the same posts, cost, saving and people." in texts[README]
    assert json.loads(texts[MANIFEST])["differs_from_full_case"] == []


def test_each_kind_of_merging_is_told_in_a_sentence(tmp_path: Path) -> None:
    """Groups counted together, lines without their number, and matches that no longer stand; no number of people."""
    posts = (
        "title,team,grade,posts,people\nClerk,North,G3,3,3\nCashier,North,G3,9,8\n"
        "Officer,North,G5,5,4\nOfficer,South,G5,20,20\n"
    )
    matches = "group,role,match\nClerk,Officer,80%\n"
    changes = {"posts.csv": posts, "matches.csv": matches, "proposed.csv": None, "work.csv": None, "able.csv": None}
    told = packed(load_case(write(tmp_path / "case", changes))).merged
    assert [sentence.partition(":")[0] for sentence in told[1:]] == [
        "Counted together as one staff group, 'Cashier + Clerk'",
        "The number is told for the whole group only, not line by line",
        "Evaluated matches that differ within 'Cashier + Clerk' are left out",
    ]


def test_costs_that_are_somebody_s_pay_are_pointed_out(tmp_path: Path) -> None:
    """Where posts cost what their holders earn, the author is told to look before handing on."""
    case = planted(tmp_path, **{"scenario.yaml": HEAD + "scale point: actual\n"})
    assert packed(case).look_at == (ACTUAL_PAY,)


def test_a_pack_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """Into an empty folder, and never over what is there."""
    empty, taken = tmp_path / "empty", tmp_path / "taken"
    empty.mkdir()
    taken.mkdir()
    (taken / "mine.txt").write_text("mine", "utf-8")
    write_pack({"README.md": "words\n", "case/posts.csv": "title\n"}, empty)
    assert (empty / "case" / "posts.csv").read_text("utf-8") == "title\n"
    with pytest.raises(OSError, match="not empty"):
        write_pack({"README.md": "words\n"}, taken)
    assert [path.name for path in taken.iterdir()] == ["mine.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "taken"]
