"""The grammar of paths, case by case: which value of the small case each names, or why it names none.

Change this when a value can stand somewhere else.
"""

import random

import pytest

from scenarios.batches.paths import Ground, Target, target_of
from scenarios.batches.recipe_faults import RECIPE_FAULT_CODES
from scenarios.schema.canonical import canonical
from scenarios.schema.columns import Kind
from scenarios.schema.faults import CellTrouble
from scenarios.schema.scenario import SHEETS
from scenarios.schema.tables import Places
from tests.scenarios.batches.small import advice
from tests.scenarios.claims.small_question import line

CASE = advice()
GROUND = Ground(CASE.scenario, CASE.places)
TWICE = CASE.scenario.model_copy(
    update={"posts": (line("Adviser", "North", 1), line("Adviser", "South", 2), line("North", "South", 1))}
)


def trouble(text: str, ground: Ground = GROUND) -> str:
    """Why a path names no value."""
    with pytest.raises(CellTrouble) as found:
        target_of(text, ground)
    assert found.value.words.code in RECIPE_FAULT_CODES
    return found.value.words.message


def named(target: Target, ground: Ground = GROUND) -> object:
    """The row a path names, in the canonical order."""
    return getattr(canonical(ground.scenario), target.sheet)[target.row]


@pytest.mark.parametrize(
    ("path", "sheet", "field", "name"),
    [
        ("limits.ceiling", "limits", "ceiling_pence", None),
        (" Limits . Ceiling ", "limits", "ceiling_pence", None),
        ("limits.spare_fte", "limits", "spare_milli_fte", None),
        ("scenario.start", "scenario", "start_date", None),
        ("policy.protection months", "policy", "protection_months", None),
        ('work["Casework"].demand_fte', "work", "demand_milli_fte", None),
        ('work["casework"].share["Housing Adviser"]', "work", "share_basis_points", "Housing Adviser"),
        ('posts["Housing Adviser"].people', "posts", "people", None),
        ("posts[3].people", "posts", "people", None),
    ],
)
def test_a_path_names_one_value(path: str, sheet: str, field: str, name: str | None) -> None:
    """Sheets and columns in a planner's words, whatever the case and whether _ or a blank stands between."""
    found = target_of(path, GROUND)
    assert (found.sheet, found.field, found.name) == (sheet, field, name)


def test_a_row_by_number_is_the_one_of_the_file() -> None:
    """Row 3 of posts.csv is its second row below the header, wherever the canonical order puts it."""
    found = target_of("posts[3].people", GROUND)
    assert named(found) == CASE.scenario.posts[1]
    assert named(target_of('posts["Housing Adviser"].fte', GROUND)) == CASE.scenario.posts[1]


def test_a_name_in_an_earlier_column_goes_before() -> None:
    """Where a title of one row is the team of another, the row with that title is meant; two names tell rows apart."""
    ground = Ground(TWICE, Places())
    assert named(target_of('posts["North"].fte', ground), ground) == TWICE.posts[2]
    assert named(target_of('posts["Adviser", "South"].fte', ground), ground) == TWICE.posts[1]
    assert named(target_of('posts["South", "Adviser"].fte', ground), ground) == TWICE.posts[1]
    assert '"Adviser" fits the rows 1, 2 of posts' in trouble('posts["Adviser"].fte', ground)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("ceiling of limits", "names no value: write one like limits.ceiling"),
        ("demnd", "names no value; did you mean 'demand'?"),
        ("limit.ceiling", "there is no sheet 'limit'; did you mean 'limits'?"),
        ("zebra.fte", "there is no sheet 'zebra'; the sheets are: able,"),
        ("work.demand_fte", 'the sheet work has several rows: say which, as in work["Leading the service"]'),
        ('limits["x"].ceiling', "the sheet limits has no rows"),
        ('work["Case work"].demand_fte', "\"Case work\" is no row of work; did you mean 'Casework'?"),
        ('work["Zebra"].demand_fte', "write a name that stands there, or the number of its row"),
        ("posts[9].fte", "9 is no row of posts"),
        ('work["Casework"].demnd_fte', "has no column 'demnd_fte'; did you mean 'demand fte'?"),
        ('work["Casework"].zebra', "its columns are: work, share,"),
        ('work["Casework"].source', "has no column 'source'"),
        ('work["Casework"].share', "stands once for each name"),
        ('work["Casework"].volume["x"]', "is one cell: leave out what stands in brackets"),
    ],
)
def test_what_names_no_value_says_why(path: str, said: str) -> None:
    """Each step of the path that leads nowhere says so, with what is near or what there is."""
    assert said in trouble(path)


def test_the_order_of_rows_does_not_matter() -> None:
    """A path names the same value, with the same key, however the rows of every sheet are put."""
    shuffle = random.Random(5)  # noqa: S311 - an order of rows, no secret
    paths = ('work["Casework"].share["Housing Adviser"]', 'posts["Housing Adviser"].fte', "limits.ceiling")
    keys = [target_of(path, GROUND).key for path in paths]
    for _ in range(3):
        rows = {
            sheet: tuple(shuffle.sample(getattr(CASE.scenario, sheet), len(getattr(CASE.scenario, sheet))))
            for sheet in SHEETS
        }
        ground = Ground(CASE.scenario.model_copy(update=rows), Places())
        assert [target_of(path, ground).key for path in paths] == keys


def test_only_numbers_can_be_drawn() -> None:
    """A share by name is a per cent, an FTE an FTE, and a yes or no no number."""
    assert target_of('work["Casework"].share["Housing Adviser"]', GROUND).number_kind is Kind.PERCENT
    assert target_of('work["Casework"].demand_fte', GROUND).number_kind is Kind.FTE
    assert target_of('work["Casework"].statutory', GROUND).number_kind is None
