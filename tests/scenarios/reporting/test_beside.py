"""A design beside the given structure of its branch: less, the same or more of what counts."""

import pytest

from scenarios.comparing import result as r
from scenarios.reporting.beside import beside_words, given_beside
from tests.api.build import body, head, structure


def people(least: int, most: int) -> r.People:
    """People of whom so many are displaced."""
    return r.People(
        in_scope=28,
        at_risk=28,
        s188=r.S188(low=10, high=28),
        no_change=0,
        slot_in=0,
        displaced_at_least=least,
        displaced_at_most=most,
    )


def given(**changes: object) -> r.StructureResult:
    """Eleven posts for £349,000 that leave 1.816 FTE uncovered and displace 17 to 23."""
    figures = {"posts": 11, "annual_cost": 349_000.0, "uncovered_fte": 1.816, "people": people(17, 23)}
    named = {key: changes.pop(key) for key in ("standing", "branch") if key in changes}
    return structure(head("as proposed", "given", **named), body(**{**figures, **changes}))


def designed(**changes: object) -> r.StructureResult:
    """A design with the same figures but for the changes."""
    figures = {"posts": 11, "annual_cost": 349_000.0, "uncovered_fte": 1.816, "people": people(17, 23)}
    return structure(head("model C", "designed", anchor="people_first"), body(**{**figures, **changes}))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {},
            (
                "as many posts; the same cost; as much work covered; as many displaced at the least; "
                "as many displaced at the most"
            ),
        ),
        (
            {"posts": 12, "annual_cost": 341_567.0, "uncovered_fte": 1.316, "people": people(17, 19)},
            (
                "1 post more; £7,433 a year less; 0.5 FTE more work covered; as many displaced at the least; "
                "4 fewer displaced at the most"
            ),
        ),
        (
            {"posts": 9, "annual_cost": 350_000.0, "uncovered_fte": 2.0, "people": people(18, 24)},
            (
                "2 posts fewer; £1,000 a year more; 0.184 FTE less work covered; 1 more displaced at the least; "
                "1 more displaced at the most"
            ),
        ),
        ({"annual_cost": None, "uncovered_fte": None, "people": None}, "as many posts"),
    ],
)
def test_each_figure_is_set_against_the_given_one(changes: dict[str, object], words: str) -> None:
    """Posts, money, work and people in turn; what is not known is left out."""
    answer = designed(**changes)
    assert beside_words(answer, (given(), answer)) == f"Beside as proposed: {words}."


def test_the_recommended_structure_comes_before_the_live_and_those_set_aside() -> None:
    """Recommended, then live, then any; only of the answer's branch or of none."""
    aside, live, wanted = given(standing="set aside"), given(), given(standing="recommended")
    other = given(standing="recommended", branch="Grade 5")
    assert given_beside(designed(), (aside, live, wanted, other)) is wanted
    assert given_beside(designed(), (aside, live, other)) is live
    assert given_beside(designed(), (aside, other)) is aside
    assert given_beside(designed(), (other,)) is None


def test_only_designs_are_set_beside() -> None:
    """The given structure itself, and a design without a given one, say nothing."""
    assert beside_words(given(), (given(),)) is None
    assert beside_words(designed(), (designed(),)) is None
