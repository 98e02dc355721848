"""What may vary in stress runs is checked as the case is read.

Change this when something else may be varied.
"""

from pathlib import Path

import pytest

from tests.scenarios.reading.small_case import faults, load, places


def limits(*rows: str) -> dict[str, str]:
    """The sheet limits with these rows."""
    return {"limits.csv": "\n".join(["item,value", *rows, ""])}


def test_what_can_be_varied_is_read(tmp_path: Path) -> None:
    """Each name that is known, with its range in basis points."""
    rows = (
        "stress: demand,~0% (-10%..10%)",
        "stress: pay award,3%",
        "stress: ceiling,-5%",
        "stress: leavers,~5% (0%..9%)",
    )
    stated = load(tmp_path, limits(*rows)).scenario.limits.stress_basis_points
    assert {name: figure.bounds for name, figure in stated.items()} == {
        "demand": (-1000, 1000),
        "pay award": (300, 300),
        "ceiling": (-500, -500),
        "leavers": (0, 900),
    }


@pytest.mark.parametrize(("name", "offer"), [("demands", "did you mean 'demand'?"), ("rent", "")])
def test_a_name_that_is_not_known_is_a_fault(tmp_path: Path, name: str, offer: str) -> None:
    """The fault tells the names there are, and the one that was probably meant."""
    (fault,) = faults(tmp_path, limits(f"stress: {name},5%"))
    assert places((fault,)) == [("limits.csv", None, f"stress: {name}", "not-a-choice")]
    assert f"{name!r} is not one of demand, pay award, ceiling, leavers" in fault.message
    assert offer in fault.message


def test_leavers_below_nought_are_a_fault(tmp_path: Path) -> None:
    """Nobody can leave less than not at all."""
    (fault,) = faults(tmp_path, limits("stress: leavers,~0% (-5%..5%)"))
    assert places((fault,)) == [("limits.csv", None, "stress: leavers", "negative")]
