"""What is varied, and a problem with it varied, argued by hand.

Change this when something else may be varied.
"""

from collections.abc import Mapping

import pytest

from scenarios.exploring.variations import Variation, label_of, scaled, variations_of, varied
from scenarios.schema.figure import Figure
from scenarios.schema.limits import Limits
from tests.scenarios.comparing.small import service
from tests.scenarios.compiling.services import guess, known
from tests.solver.build import able, group, kind, problem, work


def labels(stated: Mapping[str, Figure]) -> list[str]:
    """What the variations of a service with these stress figures are called."""
    return [label_of(each) for each in variations_of(service(limits=Limits(stress_basis_points=stated)))]


def test_both_ends_and_all_together_at_their_worst() -> None:
    """Worst is more work, dearer posts, less money, fewest leavers; whatever their order in the sheet."""
    stated = {
        "leavers": guess(500, 200, 1500),
        "ceiling": guess(0, -500, 250),
        "pay award": guess(300, 100, 500),
        "demand": guess(0, -1000, 1000),
    }
    case = service(limits=Limits(stress_basis_points=stated))
    assert labels(stated) == [
        *("demand -10%", "demand +10%", "pay award +1%", "pay award +5%"),
        *("ceiling -5%", "ceiling +2.5%", "leavers +2%", "leavers +15%", "all at their worst"),
    ]
    worst = variations_of(case)[-1]
    assert worst.together
    assert worst.by_name == {"demand": 1000, "pay award": 500, "ceiling": -500, "leavers": 200}


def test_what_changes_nothing_is_left_out() -> None:
    """An end at nought, a figure without a range told once, one not known, and all together where there is but one."""
    assert labels({"demand": guess(0, 0, 1000)}) == ["demand +10%"]
    assert labels({"demand": known(500)}) == ["demand +5%"]
    assert labels({"demand": Figure(basis="unknown")}) == []
    assert labels({"demand": known(500), "leavers": guess(100, 0, 300)}) == ["demand +5%", "leavers +3%"]
    assert labels({}) == []


def test_a_bare_range_is_varied() -> None:
    """A range without a value has ends as well."""
    assert labels({"ceiling": Figure(low=-300, high=0, basis="assumed")}) == ["ceiling -3%"]


CASE = problem(
    kind("north", cost_pence=3_000_001, ceiling_pence=(3_000_001, 0)),
    work("calls", 1250),
    able(),
    group("officers", 7),
    ceiling_pence=(10_000_000, None),
    as_is_pence=9_000_000,
    other_pence=40_000,
    one_off_pence=77,
)


@pytest.mark.parametrize("name", ["demand", "pay award", "ceiling", "leavers"])
def test_each_varies_its_own_and_nothing_else(name: str) -> None:
    """10 %: work to the thousandth, cost to the penny, the ceiling where there is one, people to the nearest person."""
    got = varied(CASE, Variation(((name, 1000),)), other_as_is_pence=1_000_000)
    (post,), (block,), (staff,) = got.kinds, got.works, got.groups
    demand, pay, ceiling, leavers = (name == each for each in ("demand", "pay award", "ceiling", "leavers"))
    assert block.demand_milli_fte == (1375 if demand else 1250)
    assert (post.cost_pence, post.ceiling_pence) == (
        (3_300_001, (3_300_001, 0)) if pay else (3_000_001, (3_000_001, 0))
    )
    assert got.limits.as_is_pence == (9_800_000 if pay else 9_000_000)
    assert got.limits.ceiling_pence == ((11_000_000, None) if ceiling else (10_000_000, None))
    assert staff.people == (6 if leavers else 7)
    assert (got.limits.other_pence, got.limits.one_off_pence) == (40_000, 77)


def test_nothing_varied_is_the_problem_itself() -> None:
    """Without a change the problem is the same."""
    assert varied(CASE, Variation(()), other_as_is_pence=0) == CASE
    assert label_of(Variation(())) == ""


@pytest.mark.parametrize(
    ("amount", "points", "then"),
    [(1000, 1, 1000), (1000, 5, 1001), (5, 1000, 6), (4, 1000, 4), (100, -10_000, 0), (100, -20_000, 0), (0, 900, 0)],
)
def test_rounded_to_the_nearest(amount: int, points: int, then: int) -> None:
    """Half goes up, and no more than everything can be taken away."""
    assert scaled(amount, points) == then
