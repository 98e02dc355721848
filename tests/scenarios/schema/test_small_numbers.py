"""One threshold for counts of people, whichever room hides them."""

from pathlib import Path

import pytest

from scenarios.packing.counted import threshold
from scenarios.reporting.paper.disclosure import disclosure
from scenarios.reporting.version import PaperVersion
from scenarios.schema.figure import UNKNOWN, Figure
from scenarios.schema.policy import Policy
from scenarios.schema.small_numbers import is_small, told_from, whole_told_from
from tests.scenarios.claims.small_question import scenario

ROOMS = Path(__file__).parents[3] / "scenarios"


@pytest.mark.parametrize(
    ("policy", "told", "whole"),
    [
        (Policy(), 10, 20),
        (Policy(suppress_below=UNKNOWN), 10, 20),
        (Policy(suppress_below=Figure(value=5)), 5, 20),
        (Policy(suppress_below=Figure(value=25)), 25, 25),
    ],
)
def test_the_authority_goes_before_the_default(policy: Policy, told: int, whole: int) -> None:
    """Blank and unknown are 10 and 20; nothing is told of fewer people than one count needs."""
    assert (told_from(policy), whole_told_from(policy)) == (told, whole)


def test_the_pack_and_the_paper_hide_by_the_same_number() -> None:
    """A policy that says 7 is held by both."""
    policy = Policy(suppress_below=Figure(value=7))
    assert threshold(scenario((), policy=policy)) == disclosure(PaperVersion.PUBLIC, policy).below == 7


def test_nought_and_the_threshold_itself_are_told() -> None:
    """Of 0, 1, 9, 10 and a number that is not known, 1 and 9 are small."""
    assert [number for number in (0, 1, 9, 10, None) if is_small(number, 10)] == [1, 9]


def test_no_other_module_reads_the_threshold() -> None:
    """The field of the policy is read in one place, so that no room can go by a number of its own."""
    readers = {str(path.relative_to(ROOMS)) for path in ROOMS.rglob("*.py") if ".suppress_below" in path.read_text()}
    assert readers == {"schema/small_numbers.py"}
