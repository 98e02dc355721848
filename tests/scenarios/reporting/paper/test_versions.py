"""The public version holds back what could say who somebody is; the exempt one holds everything.

The hand-made comparison has 28 people in scope, one of whom stays as they are, and exit costs of £10,000 to £20,000.
"""

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from scenarios.comparing import result as r
from scenarios.comparing.answers import Asking
from scenarios.comparing.results import compare_case
from scenarios.proofreading.proofread import proofread
from scenarios.reporting.paper.dates import plans
from scenarios.reporting.paper.disclosure import HELD_BACK, Disclosure, disclosure
from scenarios.reporting.paper.paper import paper
from scenarios.reporting.paper.rests_on import assumptions
from scenarios.reporting.paper.structures import structure as structure_row
from scenarios.reporting.paper.told import Row
from scenarios.reporting.version import PaperVersion
from scenarios.schema.case import Case
from scenarios.schema.columns import columns_of
from scenarios.schema.figure import Figure
from scenarios.schema.one_person import OF_A_PERSON
from scenarios.schema.policy import Policy
from scenarios.schema.posts import Post
from scenarios.schema.service import ServiceBand
from tests.api.build import body, comparison, head, structure
from tests.scenarios.library.shipped import shipped
from tests.scenarios.reporting.paper.read_back import (
    EXEMPT,
    PUBLIC,
    everything,
    numbers,
    table,
    tables,
    told,
    words,
    written,
)

SEEN = Disclosure(PUBLIC, 10, 20)
EXIT_COSTS = ("£10,000", "£15,001", "£20,000", "0.04 years")
FEW = (
    r.GroupRange(group="Organisers", people=15, displaced_low=12, displaced_high=13),
    r.GroupRange(group="Clerks", people=11, displaced_low=0, displaced_high=10),
    r.GroupRange(group="Managers", people=2, displaced_low=0, displaced_high=1),
)


@cache
def case() -> Case:
    """A shipped case, to stand behind results made by hand."""
    return proofread(shipped("wandsworth-2015"))


def results(**changes: object) -> r.Comparison:
    """No change and one recommended structure, made by hand."""
    given = structure(head("as proposed", "given", standing="recommended"), body(**changes))
    return comparison(structure(head("no change", "as_is"), body(one_off=None, payback_years=None)), given)


def made(version: PaperVersion, **changes: object) -> bytes:
    """The paper on them."""
    return paper(case(), results(**changes), version)


def said(version: PaperVersion, **changes: object) -> Row:
    """What the paper says of the recommended structure, by placeholder."""
    return structure_row(told(case(), results(**changes), version).recommended[0], told(case(), results(), version))


def rows(version: PaperVersion, name: str, **changes: object) -> list[tuple[object, ...]]:
    """The rows of one of its tables."""
    found = said(version, **changes)[name]
    assert isinstance(found, list)
    return [tuple(row.values()) for row in found]


PEOPLE = ("in_scope", "at_risk", "s188", "slot_in", "displaced")


def test_exit_costs_are_exempt() -> None:
    """What is spent once and how soon it is paid back stands in the exempt version and nowhere in the public file."""
    names = ("once_low", "once_expected", "once_high", "payback")
    assert tuple(said(EXEMPT)[name] for name in names) == EXIT_COSTS
    public = made(PUBLIC)
    assert [token for token in EXIT_COSTS if token in everything(public)] == []
    assert "because it holds exit costs" in words(public)


def test_a_cost_without_exits_is_public() -> None:
    """Where nobody can be displaced, what is spent once is no exit cost of anybody."""
    none = {
        "in_scope": 28,
        "at_risk": 0,
        "no_change": 28,
        "slot_in": 0,
        "displaced_at_least": 0,
        "displaced_at_most": 0,
    }
    nobody = r.People(s188=r.S188(low=0, high=0), **none)
    assert said(PUBLIC, people=nobody)["once_high"] == "£20,000"


def test_small_numbers_and_what_gives_them_away_are_hidden() -> None:
    """One person stays, so those at risk are hidden, and section 188, whose upper end they are; slotted in is small."""
    assert [said(PUBLIC)[name] for name in PEOPLE] == ["28", "*", "*", "*", "11 to 16"]
    assert [said(EXEMPT)[name] for name in PEOPLE] == ["28", "27", "20 to 27", "4", "11 to 16"]


def test_a_range_that_leaves_few_is_hidden() -> None:
    """Of 28 people, 11 to 20 displaced leave eight at the least; of a group of fifteen, 12 or 13 leave two."""
    people = r.People(
        in_scope=28,
        at_risk=28,
        no_change=0,
        s188=r.S188(low=10, high=28),
        slot_in=0,
        displaced_at_least=11,
        displaced_at_most=20,
    )
    assert [said(PUBLIC, people=people)[name] for name in PEOPLE] == ["28", "28", "10 to 28", "0", "*"]
    fewer = people.model_copy(update={"s188": r.S188(low=20, high=28), "displaced_at_most": 18})
    assert [said(PUBLIC, people=fewer)[name] for name in PEOPLE] == ["28", "28", "*", "0", "11 to 18"]
    assert (SEEN.span(0, 28, 28), SEEN.span(None, 18, 28), SEEN.span(None, 19, 28)) == ("0 to 28", "? to 18", "*")


def test_the_timetable_does_not_tell_who_is_at_risk_where_the_table_hides_it() -> None:
    """One of 28 stays, so neither the timetable nor its reason says how many may be dismissed; the exempt one does."""
    case = shipped("nottinghamshire-2014")
    found = comparison(structure(head("as proposed", "given"), body()))
    (hidden,) = plans(told(case, found, PUBLIC))
    assert (hidden["people"], "28 people" in str(hidden["periods"])) == ("*", False)
    (full,) = plans(told(case, found))
    assert (full["people"], "28 people" in str(full["periods"])) == ("28", True)


def test_a_hidden_group_hides_the_next() -> None:
    """Two managers are hidden, and eleven clerks with them: total less the others would give the two."""
    hidden = [("Organisers", "15", "*"), ("Clerks", "*", "*"), ("Managers", "*", "*")]
    assert rows(PUBLIC, "groups", groups=FEW) == hidden
    told_all = [("Organisers", "15", "12 to 13"), ("Clerks", "11", "0 to 10"), ("Managers", "2", "0 to 1")]
    assert rows(EXEMPT, "groups", groups=FEW) == told_all


def test_ranges_of_groups_are_told_all_or_none() -> None:
    """Where no group and no range is small, each is told; one small end hides all."""
    large = (
        r.GroupRange(group="Organisers", people=25, displaced_low=12, displaced_high=15),
        r.GroupRange(group="Clerks", people=20, displaced_low=0, displaced_high=10),
    )
    told_all = [("Organisers", "25", "12 to 15"), ("Clerks", "20", "0 to 10")]
    assert rows(PUBLIC, "groups", groups=large) == told_all
    none = [("Organisers", "25", "*"), ("Clerks", "20", "*")]
    for high in (9, 11):
        small = (large[0], large[1].model_copy(update={"displaced_high": high}))
        assert rows(PUBLIC, "groups", groups=small) == none


def test_ring_fences_and_holders_are_exempt() -> None:
    """Posts are public; how many people compete for them, and how many deleted posts were filled, are not."""
    assert rows(PUBLIC, "fences") == [("Organisers", "Officer", "*", "6", "*")]
    assert rows(EXEMPT, "fences") == [("Organisers", "Officer", "15", "6", "9")]
    names = ("deleted", "deleted_filled", "deleted_vacant", "created")
    assert [said(PUBLIC)[name] for name in names] == ["17", "*", "*", "7"]
    assert [said(EXEMPT)[name] for name in names] == ["17", "14", "3", "7"]


def test_fewer_than_twenty_people_are_not_counted_in_public() -> None:
    """Bury has 19 people in scope: the public paper tells none of their numbers, and draws none."""
    public = written("bury-2021", PUBLIC)
    assert {cell for row in table(public, "People: who").rows for cell in row[1:]} == {"*"}
    assert "There is no picture of people displaced" in words(public)
    assert {row[6] for row in table(public, "All structures").rows} == {"*"}
    assert "with * people in scope" in words(public)


def test_the_equality_table_is_its_own_view() -> None:
    """In full for the exempt version; of 14 people the public one shows no count or share, only the department's."""
    assert ("Sex", "Female", "8", "57%", "77.5%") in table(written("wandsworth-2015"), "People affected").rows
    public = written("wandsworth-2015", PUBLIC)
    found = table(public, "People affected").rows
    assert {row[2:4] for row in found} == {("*", "*")}
    assert ("Sex", "Female", "*", "*", "77.5%") in found
    assert "fewer than 20 people" in words(public)
    assert {"57%", "36%", "71%"} & numbers(everything(public)) == set()


def test_assumed_numbers_of_people_are_hidden() -> None:
    """Appendix B hides the value of every figure of people, and keeps those of posts and work."""
    public = {row[1]: row[2] for row in table(written("nottinghamshire-2014", PUBLIC), "What the case assumes").rows}
    exempt = {row[1]: row[2] for row in table(written("nottinghamshire-2014"), "What the case assumes").rows}
    assert public.keys() == exempt.keys()
    assert {name for name in exempt if public[name] != exempt[name]} == {
        name for name in exempt if name.endswith(": people in the posts")
    }
    assert exempt["Service Organiser: people in the posts"] == "~15 (11..15)"


@pytest.mark.parametrize("field", OF_A_PERSON)
def test_what_a_pack_leaves_out_of_one_person_the_public_paper_hides(field: str) -> None:
    """A marked cell of each such column has a value in the exempt list of assumptions and none in the public one."""
    value = {"post_number": "P7", "since_date": date(2019, 7, 17), "occupied_milli_fte": Figure(value=737)}[field]
    stated = case().scenario
    post = stated.posts[0].model_copy(update={field: value, "assumed": (field,)})
    if isinstance(value, Figure):
        figure = value.model_copy(update={"basis": "assumed"})
        post = stated.posts[0].model_copy(update={field: figure})
    marked = Case(stated.model_copy(update={"posts": (post, *stated.posts[1:])}))
    header = f", {columns_of(Post)[field].header}"
    shown = [
        [row["value"] for row in assumptions(told(marked, results(), version)) if str(row["figure"]).endswith(header)]
        for version in (PUBLIC, EXEMPT)
    ]
    assert shown[0] == ["*"]
    assert shown[1] not in ([], ["*"])


def test_a_number_that_is_a_place_or_a_year_is_no_number_of_people() -> None:
    """A paragraph, a page or a year beside the word staff is told; a count beside it is held back all the same."""
    for text in ("staff list, report para 7", "staffing of 2014/15, people report of 2014", "Table 3.2 on staff"):
        assert SEEN.sentence(text) == text
    for text in ("report para 7: 3 people", "section 188: 30 days for 28 people", "2014: staff 9", "7 staff"):
        assert SEEN.sentence(text) == HELD_BACK


def test_doubts_are_for_the_author() -> None:
    """The exempt version lists each with its place; the public one says how many there are and nothing of them."""
    doubts = case().doubts
    found = table(written("wandsworth-2015"), "Figures and dates").rows
    assert [row[2] for row in found] == [doubt.message for doubt in doubts]
    public = words(written("wandsworth-2015", PUBLIC))
    assert f"Doubts of the proof-reader: {len(doubts)}." in public
    assert [doubt.message for doubt in doubts if doubt.message in public] == []


def with_service(years: int) -> Case:
    """Wandsworth's case with a sealed table of one person of so many years."""
    case = shipped("wandsworth-2015")
    line = case.scenario.posts[0]
    band = ServiceBand(
        group=line.title, age_low=50, age_high=54, service_years=years, people=Figure(value=1), pay_pence=None
    )
    return Case(case.scenario, case.sealed.model_copy(update={"service": (band,)}))


def test_the_sealed_table_of_service_is_in_no_byte_of_the_public_paper() -> None:
    """Three years or eleven: the notice of one person, and the first saving after it, are the exempt version's."""
    answered = [(each, compare_case(each, Asking(break_evens=False))) for each in map(with_service, (3, 11))]
    assert len({paper(case, results, PUBLIC) for case, results in answered}) == 1
    assert len({paper(case, results, EXEMPT) for case, results in answered}) == 2
    assert "3 to 3 weeks" in words(paper(*answered[0], EXEMPT))


def test_a_sentence_that_counts_people_is_held_back() -> None:
    """Ours about a number of people is not public; one about posts, or without a number, is."""
    counted = r.FindingLine(rule="x", place="Central", amount=2, message="2 people of Managers placed twice")
    verdict = r.VerdictLine(ok=False, findings=(counted,))
    assert said(PUBLIC, verdict=verdict)["findings"] == [HELD_BACK]
    assert said(EXEMPT, verdict=verdict)["findings"] == ["As proposed: 2 people of Managers placed twice."]
    for text in ("6 FTE of work, 4.5 FTE able.", "people not known"):
        assert SEEN.sentence(text) == text
    for text in ("11 people and at most 6 places", "persons in scope: 4", "the staff are 7"):
        assert SEEN.sentence(text) == HELD_BACK


@pytest.mark.parametrize(
    ("count", "whole", "shown"),
    [
        (9, 40, "*"),
        (10, 40, "10"),
        (0, 40, "0"),
        (40, 40, "40"),
        (31, 40, "*"),
        (30, 40, "30"),
        (19, 19, "*"),
        (20, 20, "20"),
    ],
)
def test_the_edges_of_what_is_small(count: int, whole: int, shown: str) -> None:
    """Below ten is hidden, ten is not; nought is told; so for all the others; and nothing of fewer than twenty."""
    assert SEEN.count(count, whole) == shown
    assert replace(SEEN, version=EXEMPT).count(count, whole) == str(count)


def test_the_threshold_is_the_authority_s_own() -> None:
    """A policy that states a threshold goes before ours, for single counts and for all together."""
    seen = disclosure(PUBLIC, Policy(suppress_below=Figure(value=25)))
    assert (seen.below, seen.fewest) == (25, 25)
    assert disclosure(PUBLIC, Policy()) == SEEN
    assert disclosure(PUBLIC, Policy(suppress_below=Figure(basis="unknown"))) == SEEN


def test_each_version_says_what_it_is() -> None:
    """At the head of every page, in the table at the start and in the properties of the file."""
    for version, says in ((PUBLIC, "Public version"), (EXEMPT, "Exempt version")):
        found = written("herefordshire-2008", version)
        assert f"Herefordshire Council: {says}" in words(found)
        assert f"herefordshire-2008, {version.value} version" in everything(found)
        rows = (row for t in tables(found) if t.caption == "The report" for row in t.rows)
        (access,) = (text for name, text in rows if name == "Access")
        assert re.match(says, access)
    assert "Not for publication" in words(written("herefordshire-2008", EXEMPT))
    assert "Not for publication" not in words(written("herefordshire-2008", PUBLIC))


def numbered() -> tuple[Case, r.Comparison]:
    """A case in which every post has a number and an assumed cost, and a result that depends on the first of them."""
    stated = case().scenario
    cost = Figure(value=3_000_000, low=2_000_000, high=4_000_000, basis="assumed")
    lines = {
        sheet: tuple(
            line.model_copy(update={"post_number": f"ZQ/{sheet[:3]}{index}", "cost_pence": cost})
            for index, line in enumerate(getattr(stated, sheet))
        )
        for sheet in ("posts", "proposed")
    }
    need = r.DependsOn(
        assumption="ZQ/pos0, cost",
        value="30,000",
        low="20,000",
        high="40,000",
        breaks_at="35,000",
        side="above",
        then="x",
    )
    answered = results()
    last = answered.structures[-1].model_copy(update={"depends_on": (need,)})
    found = answered.model_copy(update={"structures": (*answered.structures[:-1], last)})
    return proofread(Case(stated.model_copy(update=lines))), found


def test_no_post_number_is_in_any_text_of_the_public_paper() -> None:
    """A figure of a post is called by the post's title where anybody may read, and by its number for the authority."""
    stated, found = numbered()
    public, exempt = paper(stated, found, PUBLIC), paper(stated, found, EXEMPT)
    assert "ZQ/" not in everything(public)
    assert "ZQ/pos0" in everything(exempt)
    figures = {str(row["figure"]) for row in assumptions(told(stated, found, PUBLIC))}
    title = stated.scenario.posts[0].title
    assert f"{title}, cost" in figures


def test_a_name_that_only_begins_like_a_post_number_stays() -> None:
    """With a post number 7, the figure of a role called 7th floor keeps its name."""
    stated = case().scenario
    first = stated.posts[0].model_copy(update={"post_number": "7"})
    seen = told(Case(stated.model_copy(update={"posts": (first,)})), results(), PUBLIC)
    assert seen.of_a_post("7th floor, cost") == "7th floor, cost"
    assert seen.of_a_post("7, cost") == f"{first.title}, cost"
    assert seen.of_a_post("7: yearly cost") == f"{first.title}: yearly cost"
