"""A case with the values of a future: set as a cell would be, or refused with the place.

Change this when a value of a case is kept in another way.
"""

from dataclasses import replace
from datetime import date

import pytest

from scenarios.batches.applied import SOURCE, Applied, applied
from scenarios.batches.changes import received
from scenarios.schema.canonical import digest
from scenarios.schema.faults import ScenarioFaults
from scenarios.schema.figure import Figure
from scenarios.schema.scenario import Scenario
from scenarios.schema.work import Happens
from tests.scenarios.batches.small import advice, one, troubles


def there(values: dict[str, str]) -> Applied:
    """The small case with some values."""
    plan = one(values)
    return applied(plan.scenario, plan.named[0][1])


def work(scenario: Scenario, name: str) -> object:
    """A block of work by its name."""
    return next(row for row in scenario.work if row.work == name)


def guess(value: int) -> Figure:
    """A figure as a future sets it."""
    return Figure(value=value, basis="assumed", source=SOURCE)


def test_numbers_are_set_and_are_guesses_from_then_on() -> None:
    """Pounds to pence, FTE to thousandths; what was published is assumed in a future."""
    found = there({"limits.ceiling": "£300,000.50", 'posts["Support Officer"].people': "2"}).scenario
    assert found.limits.ceiling_pence == guess(30_000_050)
    assert next(row for row in found.posts if row.title == "Support Officer").people == guess(2)


def test_a_range_and_a_mark_of_its_own_stay() -> None:
    """What is typed as a cell with a range or a source is kept as typed; ? is not known."""
    found = there({"limits.ceiling": "~300,000 (1..400,000) [the office]", "limits.displaced": "?"}).scenario
    assert found.limits.ceiling_pence == Figure(
        value=30_000_000, low=100, high=40_000_000, basis="assumed", source="the office"
    )
    assert found.limits.displaced == Figure(basis="unknown")


def test_words_dates_and_choices_are_cells_too() -> None:
    """What happens to work, yes or no, a day, a list of goals, and a share by name."""
    values = {
        'work["Casework"].happens': "-25%",
        'work["Casework"].statutory': "y",
        'work["Casework"].share["Housing Adviser"]': "55%",
        "scenario.start": "1/10/2026",
        "limits.goals": "cost within 500; displaced",
    }
    found = there(values).scenario
    row = next(each for each in found.work if each.work == "Casework")
    assert row.happens == Happens(kind="changes", change_basis_points=guess(-2_500))
    assert row.statutory
    assert row.share_basis_points == {"Housing Adviser": guess(5_500)}
    assert found.header.start_date == date(2026, 10, 1)
    assert [(goal.name, goal.within) for goal in found.limits.goals] == [("cost", 50_000), ("displaced", 0)]


def test_a_blank_takes_a_value_away() -> None:
    """A blank cell is the column's own blank: work that fell is kept as it is."""
    found = there({'work["Telephone advice"].happens': ""}).scenario
    assert next(row for row in found.work if row.work == "Telephone advice").happens is None


def test_marks_of_words_follow_the_value() -> None:
    """A word marked ~ is assumed, one marked ? not known; a later plain one is neither."""
    marked = there({'posts["Support Officer"].team': "~Advice"}).scenario
    assert next(row for row in marked.posts if row.title == "Support Officer").assumed == ("team",)
    unknown = there({'posts["Support Officer"].team': "?"}).scenario
    assert next(row for row in unknown.posts if row.title == "Support Officer").unknown == ("team",)


def test_everything_else_is_as_it_was() -> None:
    """One value is otherwise and nothing more: put back, the case is the same to the byte."""
    plan = one({'posts["Housing Adviser"].fte': "9"})
    changed = applied(plan.scenario, plan.named[0][1]).scenario
    rows = {row.title: row for row in changed.posts}
    before = {row.title: row for row in plan.scenario.posts}
    assert digest(changed) != digest(plan.scenario)
    posts = tuple(before[title] if title == "Housing Adviser" else rows[title] for title in rows)
    assert digest(changed.model_copy(update={"posts": posts})) == digest(plan.scenario)


def test_what_stress_varies_is_handed_on() -> None:
    """Demand, pay award, ceiling and leavers leave the case alone; nought changes nothing."""
    plan = one({"leavers": "5%", "Pay_Award": "+3%", "demand": "0%", "ceiling": "-1.5%"})
    found = applied(plan.scenario, plan.named[0][1])
    assert found.scenario is plan.scenario
    assert found.variation.changes == (("pay award", 300), ("ceiling", -150), ("leavers", 500))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"limits.ceiling": "-1"}, "limits.csv, ceiling: 'ceiling' cannot be below zero"),
        (
            {'work["Casework"].share["Housing Adviser"]': "61%"},
            "work.csv, row 3, share: Housing Adviser: the shares of",
        ),
        ({'work["Casework"].share["Nobody"]': "1%"}, "'Nobody' is not in posts"),
        ({'work["Casework"].happens': "-140%"}, "a cut of more than 100%"),
        ({"limits.goals": "cost; cost"}, "each goal once"),
        ({'work["Casework"].work': ""}, "'work' is needed"),
    ],
)
def test_an_impossible_value_is_a_fault_with_its_place(values: dict[str, str], said: str) -> None:
    """The fault says which future, which path, and where in the case it would be."""
    told = troubles(futures=[{"name": "odd", "values": values}])
    assert any(said in each for each in told), told
    assert all(each.startswith("recipe.yaml, futures, 'odd'") for each in told)


def test_a_fault_of_two_values_together_is_told_when_they_meet() -> None:
    """Each share alone fits and both together do not: a grid that pairs them is planned, and the pair refused."""
    plan = one({'work["Casework"].share["Housing Adviser"]': "60%"})
    share = plan.named[0][1][0]
    other = one({'work["Telephone advice"].share["Housing Adviser"]': "40%"}).named[0][1][0]
    too_much = received([other.sent()[0], "41%"])
    applied(plan.scenario, (share, other))
    with pytest.raises(ScenarioFaults, match="come to 101%"):
        applied(plan.scenario, (share, too_much))


def test_a_change_survives_the_way_to_a_worker() -> None:
    """What a worker receives sets the same value."""
    plan = one({'work["Casework"].share["Housing Adviser"]': "55%", "scenario.start": "2026-10-01", "demand": "5%"})
    changes = plan.named[0][1]
    assert applied(plan.scenario, [received(change.sent()) for change in changes]) == applied(plan.scenario, changes)


def test_the_case_itself_has_no_faults() -> None:
    """Else the tests above would show nothing."""
    assert applied(advice().scenario, ()).scenario == advice().scenario


def test_a_head_that_names_a_sealed_sheet_is_no_fault() -> None:
    """A case as the command line reads it names the source of a sheet that no future looks at: it is planned."""
    header = advice().scenario.header
    named = header.model_copy(update={"sources": {**header.sources, "service": "pay roll"}})
    case = replace(advice(), scenario=advice().scenario.model_copy(update={"header": named}))
    plan = one({"limits.ceiling": "300000"}, case)
    assert applied(plan.scenario, plan.named[0][1]).scenario.limits.ceiling_pence == guess(30_000_000)
