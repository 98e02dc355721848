"""Recipes read from YAML and JSON, refused with a place where they are wrong, and limited before anything grows.

Change this when a recipe may ask for futures in another way.
"""

import json
from pathlib import Path

import pytest

from scenarios.batches.recipe import Recipe, read_recipe
from scenarios.schema.faults import ScenarioFaults
from tests.scenarios.batches.small import troubles

YAML = """\
case: advice-stress
options: no change; as proposed
goals: [displaced, cost within 500]
effort: 2.5
futures:
  - name: dearer
    values:
      pay award: 3%
      work["Casework"].statutory: y
      limits.ceiling: 300,000
grids:
  - demand: [-5%, 5%]
draws:
  count: 3
  seed: 7
  figures:
    leavers: {shape: triangular, low: 0%, most_likely: 5%, high: 15%}
"""
DOCUMENT = {
    "case": "advice-stress",
    "options": ["no change", "as proposed"],
    "goals": ["displaced", "cost within 500"],
    "effort": 2.5,
    "futures": [
        {
            "name": "dearer",
            "values": {"pay award": "3%", 'work["Casework"].statutory': True, "limits.ceiling": "300,000"},
        }
    ],
    "grids": [{"demand": ["-5%", "5%"]}],
    "draws": {
        "count": 3,
        "seed": 7,
        "figures": {"leavers": {"shape": "triangular", "low": "0%", "most_likely": "5%", "high": "15%"}},
    },
}


def read(folder: Path, text: str, name: str = "recipe.yaml") -> Recipe:
    """The recipe of a file with this text."""
    (folder / name).write_text(text, encoding="utf-8")
    return read_recipe(folder / name)


def faults(folder: Path, text: str, name: str = "recipe.yaml") -> list[str]:
    """The faults of a file with this text, as they are told."""
    with pytest.raises(ScenarioFaults) as found:
        read(folder, text, name)
    return [str(fault) for fault in found.value.faults]


def test_yaml_and_json_are_the_same_recipe(tmp_path: Path) -> None:
    """What is typed in either form, lists in words included, is one recipe."""
    told = read(tmp_path, YAML)
    assert told == read(tmp_path, json.dumps(DOCUMENT), "recipe.json")
    assert told.futures[0].values["limits.ceiling"] == "300,000"
    assert told.options == ("no change", "as proposed")


def test_numbers_in_json_are_cells(tmp_path: Path) -> None:
    """A number without quotes is read as typed: no exponent, no trailing noise."""
    document = {"case": "c", "futures": [{"name": "a", "values": {"x": 0.1, "y": 12, "z": 1e-7}}]}
    values = read(tmp_path, json.dumps(document), "recipe.json").futures[0].values
    assert (values["x"], values["y"]) == ("0.1", "12")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("case: a\nfuturs: []\n", "futurs: 'futurs' is not known; did you mean 'futures'?"),
        ("case: a\nzebra: 1\n", "zebra: 'zebra' is not known in a recipe; its words are: case, count, draws"),
        ("futures: []\n", "case: 'case' is needed here"),
        ("case: a\nfutures:\n  - values: {x: 1}\n", "futures, 1, name: 'name' is needed here"),
        ("case: a\nfutures:\n  - name: b\n    values: {}\n", "futures, 1, values: "),
        ("case: a\ndraws: {count: 0, seed: 1, figures: {x: {low: 1, high: 2}}}\n", "draws, count: "),
        ("case: a\ndraws: {count: 1, seed: -1, figures: {x: {low: 1, high: 2}}}\n", "draws, seed: "),
        ("case: a\neffort: much\n", "effort: "),
        ("case: &x a\ntitle: *x\n", "anchors (&) and references (*) are not read"),
        ("case: a\ncase: b\n", "'case' stands twice"),
        ("case: [[[[[a]]]]]\n", "nested more than 4 deep"),
        ("", "the file is empty"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    """Every slip says where it is; anchors, doubled keys and deep nesting are refused before anything grows."""
    told = faults(tmp_path, text)
    assert any(said in each for each in told), told
    assert all(each.startswith("recipe.yaml") for each in told)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"case": "a", "case": "b"}', "case is given twice"),
        ('{"case": NaN}', "NaN is not a number"),
        ("[1]", "another kind of value than an object with 'case'"),
        ("[" * 100_000, "nested more than"),
        ('{"case": ', "cannot be read as JSON"),
    ],
)
def test_json_that_is_none_is_refused(tmp_path: Path, text: str, said: str) -> None:
    """Doubled keys, numbers that are none, another kind of value, deep nesting and broken text are each one fault."""
    (told,) = faults(tmp_path, text, "recipe.json")
    assert said in told


def test_a_recipe_that_is_not_there_or_too_big(tmp_path: Path) -> None:
    """Nothing is opened that is not there, or larger than any recipe."""
    with pytest.raises(ScenarioFaults, match="there is no"):
        read_recipe(tmp_path / "none.yaml")
    assert "bytes, more than" in faults(tmp_path, "case: a\n" + "# more\n" * 50_000)[0]


def test_every_fault_of_a_recipe_is_told_at_once() -> None:
    """Options, goals, paths, values and doubled names: none hides another, and nearly right names are offered."""
    told = troubles(
        options=["as propposed"],
        goals="cots",
        futures=[
            {"name": "a", "values": {"limits.ceilin": "3", "pay awrd": "3%", "leavers": "-3%", "demand": "5"}},
            {"name": "A", "values": {"limits.ceiling": "-3"}},
            {"name": "b", "values": {"limits.ceiling": "1", "Limits.Ceiling": "2"}},
            {"name": "as things are", "values": {"limits.ceiling": "1"}},
        ],
        grids=[{"demand": ["a lot"], "limits.displaced": ["1"]}],
    )
    for said in (
        "options: there is no option 'as propposed'; did you mean 'as proposed'?",
        "goals: 'cots' is not one of",
        "futures, 'a', limits.ceilin: the sheet limits has no column 'ceilin'; did you mean 'ceiling'?",
        "futures, 'a', pay awrd: 'pay awrd' names no value; did you mean 'pay award'?",
        "futures, 'a', leavers: leavers runs from 0% to 100%",
        "futures, 'a', demand: '5' is not a number as written here",
        "futures, 'A': the future 'A' is given twice: keep one",
        "futures, 'A': the case would have a fault at limits.csv, ceiling: 'ceiling' cannot be below zero",
        "futures, 'b': limits.ceiling is given twice: keep one",
        "futures, 'as things are': the future 'as things are' is given twice",
        "grids, 1, demand: 'a lot' is not a number",
    ):
        assert any(said in each for each in told), (said, told)


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        ({"demand": {"low": "5%", "high": "-5%"}}, "a range runs from low to high"),
        ({"demand": {"low": "0%", "high": "5%", "most_likely": "1%"}}, "a uniform draw has no most_likely"),
        ({"demand": {"shape": "triangular", "low": "0%", "high": "5%"}}, "a triangular draw needs most_likely"),
        ({"leavers": {"low": "0%", "high": "101%"}}, "leavers runs from 0% to 100%"),
        ({'work["Casework"].statutory': {"low": "0", "high": "1"}}, "is no number, so it cannot be drawn"),
        ({"limits.spare_fte": {"low": "-1", "high": "1"}}, "'spare fte' cannot be below zero"),
        ({"demand": {"low": "0%", "high": "1%"}, "Demand": {"low": "0%", "high": "1%"}}, "demand is given twice"),
    ],
)
def test_draws_that_cannot_be_are_refused(drawn: dict[str, dict[str, str]], said: str) -> None:
    """A range that runs backwards, a shape without its middle, and ends that the case cannot have."""
    told = troubles(draws={"count": 2, "seed": 1, "figures": drawn})
    assert len(told) == 1
    assert said in told[0]


def test_too_many_futures_and_none_at_all() -> None:
    """A grid that multiplies beyond what one batch holds is refused without being made; so is a recipe of nothing."""
    many = [str(n) for n in range(400)]
    told = troubles(grids=[{"limits.ceiling": many, "limits.displaced": many}])
    (said,) = told
    assert "the recipe makes 160,001 futures and one batch holds at most 100,000" in said
    assert troubles() == ["recipe.yaml: the recipe names no future: add futures, grids or draws"]


def test_too_many_futures_are_refused_before_a_value_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """A recipe that no batch holds costs no more than counting: no value of its grids is tried; paths are told."""

    def untried(*_: object, **__: object) -> None:
        pytest.fail("a value was looked at")

    monkeypatch.setattr("scenarios.batches.plan.applied", untried)
    monkeypatch.setattr("scenarios.batches.plan.change_of", untried)
    values = [str(n) for n in range(1_000)]
    told = troubles(grids=[{"limits.ceiling": values, "limits.displaced": values, "limits.ceilin": values}] * 20)
    assert any("the recipe makes 20,000,000,001 futures" in each for each in told)
    assert len(told) == 21
    assert sum("has no column 'ceilin'" in each for each in told) == 20


def test_a_grid_varies_no_more_paths_than_can_be_crossed() -> None:
    """One value for each of many paths is one future: it is written as one."""
    told = troubles(grids=[{f'posts["p{number}"].fte': ["1"] for number in range(21)}])
    (said,) = told
    assert "grids, 1" in said
    assert "at most 20" in said
