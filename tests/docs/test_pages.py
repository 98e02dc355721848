"""The pages are complete and keep to the words: every column, field, file and room, and no number nobody printed.

Change this when a page promises something else that can be checked.
"""

import csv
import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from api.cli.main import COMMANDS
from api.cli.result_folder import RESULT_FILES
from docs.blocks.meanings import MEANINGS
from docs.blocks.outputs import ROOT
from docs.blocks.question_meanings import QUESTION_MEANINGS
from docs.blocks.results import QUESTIONS, models, name_of, own_models
from scenarios.schema.case import SEALED_SHEETS
from scenarios.schema.columns import Kind, columns_of
from scenarios.schema.header import Header
from scenarios.schema.scenario import CARDS, SHEETS
from tests.docs.pages import CODE, EXPLAINING, PLANNERS, all_pages, fences, page, prose, without_fences

EXAMPLES = ROOT / "docs" / "examples"
SHOWN = {f"{sheet}.csv": model for sheet, model in {**SHEETS, **CARDS, **SEALED_SHEETS}.items()} | {
    "scenario.yaml": Header
}
FORBIDDEN = re.compile(r"\b(best|optimal|proven|dominated)\b", re.IGNORECASE)
PRINTED = re.compile(r"£[\d,.]*\d|\b\d+\.\d+\b|\b\d+(?= (?:people|posts|FTE)\b)")
UNPRINTED = re.compile(r"Python 3\.11")


@pytest.mark.parametrize("sheet", sorted(SHOWN))
def test_every_column_is_documented(sheet: str) -> None:
    """Each sheet has its section, with a row for each column and each JSON field, and no other row."""
    section = page("docs/guides/sheets.md").partition(f"### {sheet}\n")[2].partition("\n### ")[0]
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in section.splitlines() if line.startswith("| `")]
    found = {(row[0].strip(" `"), row[4].strip().split("`")[1]) for row in rows}
    columns = columns_of(SHOWN[sheet])
    headers = {
        name: f"{column.prefix} NAME" if column.kind is Kind.PERCENTS_BY_NAME else column.header
        for name, column in columns.items()
    }
    assert found == {(header, name) for name, header in headers.items()}


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_result_field_has_a_meaning(model: type[BaseModel]) -> None:
    """Fields of a result and the meanings told in the guide are the same, both ways."""
    assert {*MEANINGS.get(model.__name__, {})} == {*model.model_fields}


def test_no_meaning_is_left_over() -> None:
    """No object is explained that a result does not have."""
    assert {*MEANINGS} == {model.__name__ for model in models()}


@pytest.mark.parametrize("question", sorted(QUESTIONS))
def test_every_field_of_a_question_has_a_meaning(question: str) -> None:
    """Each object of its own that a question's document has: its fields and the meanings told are the same."""
    named = {name_of(model): {*model.model_fields} for model in own_models(question)}
    assert {name: {*QUESTION_MEANINGS.get(name, {})} for name in named} == named


def test_no_meaning_of_a_question_is_left_over() -> None:
    """No object is explained that no question's document has, and none that a comparison has already."""
    every = {name_of(model) for question in QUESTIONS for model in own_models(question)}
    assert {*QUESTION_MEANINGS} == every
    assert {*QUESTION_MEANINGS} & {*MEANINGS} == set()


def test_every_result_file_is_named() -> None:
    """The README names each file that `make run` writes, and no other."""
    table = page("README.md").partition("| file |")[2].partition("\n\n")[0]
    assert {*re.findall(r"^\| `([^`]+)`", table, re.MULTILINE)} == {*RESULT_FILES}


@pytest.mark.parametrize("name", all_pages())
def test_commands_named_in_a_line_exist(name: str) -> None:
    """`restructure ...` and `make ...` within a line name a command that there is."""
    said = [code.split() for code in CODE.findall(without_fences(page(name)))]
    targets = {*re.findall(r"^([a-z]+):", page("Makefile"), re.MULTILINE)}
    known = {"restructure": {*COMMANDS}, "make": targets}
    assert [words for words in said if len(words) > 1 and words[0] in known and words[1] not in known[words[0]]] == []


@pytest.mark.parametrize("name", PLANNERS)
def test_no_page_says_more_than_was_shown(name: str) -> None:
    """Planners read what no structure within these figures could do, and never praise."""
    assert FORBIDDEN.findall(page(name)) == []


@pytest.mark.parametrize("name", EXPLAINING)
def test_every_number_was_printed(name: str) -> None:
    """Money, decimals and counts of people, posts and FTE in the text stand in a block of the same page."""
    numbers = PRINTED.findall(UNPRINTED.sub("", prose(page(name))))
    assert [number for number in numbers if number not in fences(page(name))] == []


def _typed(*files: Path) -> int:
    """Count what is typed: the cells of CSV files that hold something, and the values of a head."""
    count = 0
    for file in files:
        rows = file.read_text("utf-8").splitlines()
        count += len(rows) if file.suffix == ".yaml" else sum(bool(c.strip()) for row in csv.reader(rows) for c in row)
    return count


@pytest.mark.parametrize("name", ["README.md", "docs/guides/first-case.md"])
def test_cells_are_counted(name: str) -> None:
    """The number of cells that a first case takes is counted on the example, and is under 60."""
    start = _typed(*sorted((EXAMPLES / "advice-step-1").iterdir()))
    whole = _typed(*sorted((EXAMPLES / "advice").iterdir()))
    assert whole < 60
    text = " ".join(page(name).split())
    assert f"{start} typed cells" in text
    assert f"adds {whole - start} cells, {whole} in all" in text


def test_the_second_step_goes_on_from_the_first() -> None:
    """The larger example is the smaller one and a list more."""
    both = sorted(file.name for file in (EXAMPLES / "advice-step-1").iterdir())
    same = [(EXAMPLES / "advice" / n).read_bytes() == (EXAMPLES / "advice-step-1" / n).read_bytes() for n in both]
    assert same == [True] * len(both)


def test_the_architecture_page_names_every_room() -> None:
    """Every file of the solver, every package of the office and every door is on the page."""
    text = page("docs/architecture.md")
    files = {f"`{f.name}`" for f in (ROOT / "solver").glob("*.py") if f.name != "__init__.py"}
    packages = {
        f"`{f.parent.relative_to(ROOT)}`" for r in ("scenarios", "api") for f in (ROOT / r).glob("*/__init__.py")
    }
    assert sorted(name for name in files | packages if name not in text) == []


def test_files_named_on_the_architecture_page_exist() -> None:
    """A path on the page that ends in .py is a file, from the root or in the folder named before it."""
    tree = {
        str(path.relative_to(ROOT))
        for room in ("solver", "scenarios", "api", "docs", "bench")
        for path in (ROOT / room).rglob("*.py")
    }
    named = re.findall(r"`([a-z_/.]+\.py)`", page("docs/architecture.md"))
    assert [name for name in named if not any(path == name or path.endswith(f"/{name}") for path in tree)] == []
