"""From where on an answer is another one, in words that a minus sign cannot blur.

Change this when what must be true is worded in another way.
"""

from typing import Literal

import pytest

from scenarios.reporting.must_be_true import where
from tests.api.build import NEED


@pytest.mark.parametrize(
    ("side", "at", "ends", "words"),
    [
        ("below", "-51%", ("-70%", "-20%"), "if it falls by 51% or more"),
        ("above", "-41%", ("-70%", "-20%"), "if it falls by 41% or less"),
        ("above", "-5%", ("-10%", "0%"), "if it falls by 5% or less"),
        ("above", "-5%", ("-10%", "20%"), "if it falls by 5% or less, or rises"),
        ("above", "0%", ("-10%", "20%"), "if it does not fall"),
        ("below", "0%", ("-10%", "20%"), "if it does not rise"),
        ("above", "86%", ("10%", "100%"), "if it rises by 86% or more"),
        ("below", "27%", ("10%", "100%"), "if it rises by 27% or less"),
        ("below", "27%", ("-10%", "100%"), "if it rises by 27% or less, or falls"),
    ],
)
def test_a_change_of_work_is_a_fall_or_a_rise(
    side: Literal["below", "above"], at: str, ends: tuple[str, str], words: str
) -> None:
    """More or less is of the fall or the rise, and the other way is named where the range reaches it."""
    need = NEED.model_copy(update={"side": side, "breaks_at": at, "low": ends[0], "high": ends[1]})
    assert where(need) == words


@pytest.mark.parametrize(("assumption", "at"), [("Visits, happens", "1.5"), ("Visits, share: Officer", "4%")])
def test_any_other_figure_is_told_as_in_its_cell(assumption: str, at: str) -> None:
    """New work in FTE, and shares, have no sign to misread."""
    need = NEED.model_copy(update={"assumption": assumption, "breaks_at": at, "side": "below"})
    assert where(need) == f"at {at} or less"
