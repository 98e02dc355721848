"""Amounts in planners' words."""

import pytest

from scenarios.reporting.amounts import (
    count_text,
    fte_text,
    goal_amount,
    goal_words,
    pounds_text,
    range_text,
    stage_text,
)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (None, "?"),
        (0.0, "£0"),
        (386500.0, "£386,500"),
        (929.3, "£929"),
        (-0.5, "-£1"),
        (-38400.0, "-£38,400"),
        (0.29, "£0"),
    ],
)
def test_pounds(amount: float | None, text: str) -> None:
    """Pounds are whole, rounded to the nearest, and what is not known is never 0."""
    assert pounds_text(amount) == text


@pytest.mark.parametrize(("amount", "text"), [(None, "?"), (0.0, "0"), (10.5, "10.5"), (0.625, "0.625"), (2.0, "2")])
def test_fte(amount: float | None, text: str) -> None:
    """FTE show as many decimals as they have."""
    assert fte_text(amount) == text


def test_counts_and_ranges() -> None:
    """A range whose ends meet is one number."""
    assert (count_text(None), count_text(0), count_text(1250)) == ("?", "0", "1,250")
    assert (range_text(11, 11), range_text(0, 16), range_text(None, 16)) == ("11", "0 to 16", "? to 16")


@pytest.mark.parametrize(
    ("unit", "value", "text"),
    [("pence", 34_900_050, "£349,001"), ("weighted thousandths of FTE", 1500, "1.5 FTE"), ("people", 11, "11")],
)
def test_goals_in_their_units(unit: str, value: int, text: str) -> None:
    """Each goal's value is shown in planners' units."""
    assert goal_amount(unit, value) == text


@pytest.mark.parametrize(
    ("goal", "value", "bound", "text"),
    [
        ("displaced", 11, 9, "people displaced: 11, no structure below 9"),
        ("cost", 34_900_000, 0, "annual cost: £349,000"),
        ("uncovered", 0, 0, "work uncovered"),
        ("tie_break", 812_331, 5, "choice among equals"),
    ],
)
def test_a_stage_says_what_is_known(goal: str, value: int, bound: int, text: str) -> None:
    """A stage tells value and bound as far as they mean something to a planner."""
    assert stage_text(goal, value, bound) == text


def test_posts_changed_says_from_what() -> None:
    """From today, or from the option it is counted from; other goals have one name."""
    assert goal_words("posts_changed", None) == "posts changed from today"
    assert goal_words("posts_changed", "as proposed") == "posts changed from 'as proposed'"
    assert goal_words("displaced", "as proposed") == "people displaced"
    assert stage_text("posts_changed", 3, 1, "posts changed from today") == (
        "posts changed from today: 3, no structure below 1"
    )
