"""The scenario object: figures, marks, its JSON Schema, its order and its digest."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from scenarios.schema.canonical import canonical, digest, with_sources
from scenarios.schema.case import SEALED_SHEETS, CaseDocument, scenario_json_schema
from scenarios.schema.columns import Column, Kind, columns_of
from scenarios.schema.figure import Figure
from scenarios.schema.header import Header
from scenarios.schema.limits import Limits
from scenarios.schema.nearness import meant, slip_of
from scenarios.schema.persons import is_person_header, person_in
from scenarios.schema.policy import Policy
from scenarios.schema.posts import PostChange
from scenarios.schema.scenario import CARDS, SHEETS, Scenario
from scenarios.schema.teams import Team
from scenarios.schema.work import Happens
from tests.scenarios.schema.builders import fixed, line, scenario

UNITS = {
    Kind.FTE: "milli_fte",
    Kind.MONEY: "_pence",
    Kind.PERCENT: "_basis_points",
    Kind.HOURS: "minutes",
    Kind.HUNDREDTHS: "_hundredths",
}


def _columns() -> Iterator[tuple[str, str, Column]]:
    for sheet, model in {**SHEETS, **CARDS, **SEALED_SHEETS, "header": Header}.items():
        for field, column in columns_of(model).items():
            yield sheet, field, column


def test_every_field_is_declared() -> None:
    """Every field of every sheet has a column with a meaning, and carries its unit in its name."""
    models: dict[str, type[BaseModel]] = {**SHEETS, **CARDS, **SEALED_SHEETS}
    undeclared = {
        sheet: set(model.model_fields) - {*columns_of(model), "assumed", "unknown"} for sheet, model in models.items()
    }
    assert {sheet: fields for sheet, fields in undeclared.items() if fields} == {}
    assert [(sheet, field) for sheet, field, column in _columns() if len(column.about) < 8] == []
    wrong = [
        (s, f) for s, f, c in _columns() if UNITS.get(c.kind, "") not in f or (c.kind is Kind.YEAR and "year" not in f)
    ]
    assert wrong == []


def test_the_json_schema_explains_every_field() -> None:
    """Every property of every sheet has a description, and those of columns their unit."""
    schema = scenario_json_schema()
    silent = [
        f"{name}.{field}"
        for name, definition in schema["$defs"].items()
        for field, part in definition.get("properties", {}).items()
        if "description" not in part
    ]
    assert silent == []
    assert schema["$defs"]["Post"]["properties"]["milli_fte"]["x-unit"] == "thousandths of an FTE"


def test_the_scenario_cannot_hold_a_sealed_sheet() -> None:
    """Service and equality stand beside the scenario; nothing in it accepts them."""
    assert not {*SEALED_SHEETS, "sealed"} & set(Scenario.model_fields)
    with pytest.raises(ValidationError):
        scenario(service=[])
    assert set(CaseDocument.model_fields) == {"scenario", "sealed"}


def test_every_sheet_of_the_scenario_is_listed() -> None:
    """SHEETS and CARDS together are the fields of a scenario, and no more."""
    assert {*SHEETS, *CARDS, "header"} == set(Scenario.model_fields)


@pytest.mark.parametrize(
    "data",
    [
        {"value": 3, "low": 1},
        {"value": 3, "low": 4, "high": 5},
        {"low": 5, "high": 4},
        {"basis": "published"},
        {"value": 3, "basis": "unknown"},
        {"value": 3.0},
        {"value": "3"},
        {"value": 10**16},
        {"value": 3, "vlaue": 3},
        3,
    ],
)
def test_a_figure_that_contradicts_itself_is_refused(data: Any) -> None:
    """A range holds its value; not known means neither value nor range; numbers are whole."""
    with pytest.raises(ValidationError):
        Figure.model_validate(data)


def test_a_figure_says_what_it_is() -> None:
    """Unknown is never zero; only a guess with a range may move."""
    nothing, zero = Figure.model_validate({}), Figure(value=0)
    guess = Figure(value=6, low=4, high=8, basis="assumed")
    printed = Figure(value=6, low=4, high=8)
    assert [(f.known, f.bounds, f.may_move) for f in (nothing, zero, guess, printed)] == [
        (False, None, False),
        (True, (0, 0), False),
        (True, (4, 8), True),
        (True, (4, 8), False),
    ]
    assert nothing.basis == "unknown"


@pytest.mark.parametrize(
    ("model", "data"),
    [
        (PostChange, {"kind": "deleted", "to": "X"}),
        (PostChange, {"kind": "transferred"}),
        (Happens, {"kind": "kept", "change_basis_points": fixed(5)}),
        (Happens, {"kind": "changes"}),
        (Happens, {"kind": "new", "change_basis_points": fixed(0)}),
        (Team, {"team": "A", "led_by": []}),
        (Team, {"team": "A;B"}),
        (Team, {"team": " "}),
        (Team, {"team": "~A"}),
        (Team, {"team": "@A"}),
        (Team, {"team": "A", "source": "x [y]"}),
        (Team, {"team": "A", "assumed": ["least_posts"]}),
        (Team, {"team": "A", "assumed": ["parent"]}),
        (Team, {"team": "A", "unknown": ["team"]}),
        (Team, {"team": "A", "unknown": ["nothing"]}),
        (Limits, {"goals": []}),
        (Limits, {"goals": [{"name": "cost"}, {"name": "cost"}]}),
        (Policy, {"name": ""}),
        (Policy, {"name": "a\u0007"}),
    ],
)
def test_objects_that_contradict_themselves_are_refused(model: type[BaseModel], data: dict[str, Any]) -> None:
    """What no cell could say, no document can say either."""
    with pytest.raises(ValidationError):
        model.model_validate(data)


def test_the_order_of_rows_changes_nothing() -> None:
    """Permuted rows have one canonical form and one digest; another figure has another."""
    posts = [line("A", 1_000), line("B", 2_000), line("B", 1_000, team="North")]
    one, other = scenario(posts=posts), scenario(posts=posts[::-1])
    assert canonical(one) == canonical(other)
    assert digest(one) == digest(other)
    assert digest(scenario(posts=[line("A", 1_001), *posts[1:]])) != digest(one)


def test_sources_reach_every_figure() -> None:
    """A figure deep in a row has its row's source, else its sheet's; its own stays; none stays none."""
    happens = {"kind": "new", "new_milli_fte": fixed(1)}
    able = [{"role": "A", "work": "W", "share_basis_points": {"value": 1, "source": "own"}}]
    whole = with_sources(
        scenario(
            header={"name": "a", "title": "a", "authority": "a", "sources": {"work": "sheet"}},
            work=[{"work": "W", "happens": happens, "share_basis_points": {"A": fixed(1)}, "source": "row"}],
            options=[{"option": "O", "kind": "designed", "able": able, "source": "row"}],
            roles=[{"role": "A", "cost_pence": fixed(1)}],
        )
    )
    work, role = whole.work[0], whole.roles[0]
    assert work.happens is not None
    assert work.happens.new_milli_fte == Figure(value=1, source="row")
    assert work.share_basis_points["A"].source == "row"
    assert whole.options[0].able[0].share_basis_points.source == "own"
    assert role.cost_pence == Figure(value=1)


@pytest.mark.parametrize(
    ("text", "known", "found"),
    [
        ("P08", ["PO8", "PO7"], "PO8"),
        ("HAY 1", ["HAY1"], "HAY1"),
        ("wrok", ["work", "posts"], "work"),
        ("weather", ["work", "posts"], None),
        ("---", ["!!!"], None),
        ("x", [], None),
    ],
)
def test_slips_are_recognised(text: str, known: list[str], found: str | None) -> None:
    """Look-alike signs, blanks and swapped letters lead to the name meant; another word leads nowhere."""
    assert meant(text, known) == found


@pytest.mark.parametrize(
    ("text", "known", "found"),
    [
        ("Partnership Oficer", ["Partnership Officer"], "Partnership Officer"),
        ("PO 4", ["P04"], "P04"),
        ("Team 3", ["Team 2"], None),
        ("Senior Contracts Monitoring Officer", ["Contract Monitoring Officer"], None),
    ],
)
def test_a_new_name_is_not_taken_for_a_slip(text: str, known: list[str], found: str | None) -> None:
    """A number or a word more makes another name; a letter less does not."""
    assert slip_of(text, known) == found


@pytest.mark.parametrize(
    "header",
    ["Name", "post_holder", "E-mail", "Payroll No", "NI number", "Date of Birth", "Staff name", "Ethnic origin"],
)
def test_person_headers_are_recognised(header: str) -> None:
    """Columns about persons are known however they are written."""
    assert is_person_header(header)


@pytest.mark.parametrize("header", ["Team name", "Location", "Remark", "Work days", "Management", "Message"])
def test_other_headers_are_left_alone(header: str) -> None:
    """Columns about things are not taken for persons."""
    assert not is_person_header(header)


@pytest.mark.parametrize(
    "title",
    [
        "Director of Nursing",
        "Drugs, Alcohol",
        "Head of M&A",
        "DR Planning Officer",
        "Miscellaneous",
        "Mental Health AB12",
    ],
)
def test_titles_of_posts_are_not_names(title: str) -> None:
    """Ordinary titles hold nothing that points at a person."""
    assert person_in(title, in_names=True) is None
