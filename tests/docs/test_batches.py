"""The guide on batches: its recipes can be run, and every word, column, file and address it should name is there.

Change this when the guide promises something else that can be checked.
"""

import re

import yaml

from api.cli.batch_files import ANSWERS, WRITTEN
from api.http.routes.batches import router
from scenarios.batches.plan import planned
from scenarios.batches.recipe import Recipe, recipe_of
from scenarios.batches.rows import COLUMNS
from scenarios.library import path_of
from scenarios.reading.load import load_case
from scenarios.reading.yaml_text import read_yaml
from tests.docs.pages import CODE, page

GUIDE = page("docs/guides/batches.md")
NAMED = {*CODE.findall(GUIDE)}


def test_both_recipes_of_the_guide_can_be_run() -> None:
    """The six named futures, and with them the grid and the draws that the text shows: 1 + 6 + 9 + 1,000."""
    named, more = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    recipe = recipe_of(read_yaml(named + more), "guide")
    assert planned(recipe, load_case(path_of(recipe.case)), "guide").count == 1_016
    assert yaml.safe_load(named)["case"] == recipe.case


def test_every_word_column_and_file_is_named() -> None:
    """What a recipe may hold, what a row has, and what is written."""
    assert {*Recipe.model_fields} - NAMED == set()
    assert {*COLUMNS} - NAMED == set()
    assert {*WRITTEN, ANSWERS} - NAMED == set()


def test_every_address_is_named() -> None:
    """Each route of batches stands in the guide, by its last part where it is one of a batch."""
    paths = {route.path.replace("{batch_id}", "{id}") for route in router.routes}  # type: ignore[attr-defined]
    missing = {path for path in paths if path not in GUIDE and f"`/{path.rpartition('/')[2]}`" not in GUIDE}
    assert missing == set()
