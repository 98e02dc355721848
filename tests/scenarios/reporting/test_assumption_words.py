"""What must be true at length: signs, sentences and pictures of hand-made grids, and answers told together.

Change this when what must be true is told in other sentences.
"""

import re

import pytest

from scenarios.comparing import standing
from scenarios.exploring.must_be_true import Amount, Assumed, Break, MustBeTrue, Spot, Together
from scenarios.exploring.result import Explored
from scenarios.reporting.assumption_pictures import COLOURS, pictures
from scenarios.reporting.assumption_words import (
    SIGNS,
    assumed_words,
    corner_words,
    kind_of,
    sections,
    signs,
    together_words,
)
from tests.api.build import body, comparison, head, structure

SPOT = Spot(first="60%", second="3", then="0.1 FTE is left uncovered")


def amount(cell: str) -> Amount:
    """A figure and its number."""
    return Amount(cell=cell, number=float(cell.rstrip("%")))


def together(*rows: tuple[str | None, ...], **changes: object) -> Together:
    """A grid of two figures by as many as there are rows."""
    plain: dict[str, object] = {
        "first": "Visits, share: Officer",
        "second": "Phone, demand fte",
        "change_it_alone": 2,
        "first_own": "50%",
        "second_own": "1",
        "first_figures": (amount("50%"), amount("60%")),
        "second_figures": tuple(amount(str(number + 1)) for number in range(len(rows))),
        "cells": rows,
        "only_together": (),
        "made_up": (),
    }
    return Together.model_validate({**plain, **changes})


def assumed(*at: str) -> Assumed:
    """An assumption of 30 % to 70 % that breaks above at these figures."""
    breaks = tuple(
        Break(
            assumption="Visits, share: Officer",
            value="50%",
            low="30%",
            high="70%",
            breaks_at=cell,
            side="above",
            then=standing.NO_LONGER_FIT,
            number=amount(cell).number,
            share_of_range=0.25,
            settled=True,
        )
        for cell in at
    )
    return Assumed(
        assumption="Visits, share: Officer",
        about="Visits: share of the time of Officer today that it takes",
        unit="percent",
        value=amount("50%"),
        low=amount("30%"),
        high=amount("70%"),
        breaks=breaks,
        figures=9,
    )


def found(*told: tuple[str, Assumed, Together | None]) -> Explored[MustBeTrue]:
    """Answers of one designed option with the same posts: anchor, its assumption, its grid."""
    structures = comparison(*(structure(head("model A", "designed", anchor=anchor), body()) for anchor, *_ in told))
    answers = tuple(
        MustBeTrue(
            option="model A",
            branch=None,
            status="answered",
            reasons=(),
            anchor="people_first" if anchor == "people_first" else "money_first",
            structure=number,
            assumptions=(each,),
            together=grid,
        )
        for number, (anchor, each, grid) in enumerate(told)
    )
    return Explored[MustBeTrue](
        case="small",
        title="Home care",
        illustration=False,
        note=None,
        question="must-be-true",
        option=None,
        structures=structures.structures,
        answers=answers,
    )


def test_an_assumption_is_told_with_its_break_or_where_it_was_asked() -> None:
    """What it is taken as, how far it may be out, and from where on something else is so."""
    taken = "Visits, share: Officer: taken as 50%, may be 30% to 70%; "
    assert assumed_words(assumed("60%")) == f"{taken}at 60% or more, these posts would break a rule or a limit."
    assert assumed_words(assumed()) == f"{taken}the answer stands over its whole range, asked at 9 figures."


@pytest.mark.parametrize(
    ("then", "kind"),
    [
        ("", "the answer stands"),
        (None, "not asked: stopped before"),
        ("0.4 FTE is left uncovered", "work is left uncovered"),
        ("some work is left uncovered", "work is left uncovered"),
        ("other posts cost less", "other posts cost less"),
    ],
)
def test_amounts_do_not_part_what_is_the_same(then: str | None, kind: str) -> None:
    """Work left uncovered is one thing, however much it is."""
    assert kind_of(then) == kind


def test_everything_that_can_be_so_has_a_sign_and_a_colour_of_its_own() -> None:
    """Every sentence of scenarios/comparing/standing.py that says what has changed."""
    fixed = {standing.ALL_COVERED, standing.NO_LONGER_FIT, standing.NO_LONGER_IMPROVES, standing.NOW_IMPROVES}
    every = {*fixed, standing.SOMETHING_FITS, standing.NOT_SETTLED, *standing.OTHERS.values()}
    assert every <= {*SIGNS}
    assert len({*SIGNS.values()}) == len({*COLOURS}) == len(SIGNS) == len(COLOURS)


def test_signs_are_those_of_what_is_so() -> None:
    """In the order in which they are always told."""
    grids = together(("", "other posts cost less")), together((None, "0.1 FTE is left uncovered"))
    assert [*signs(*grids).values()] == [".", "L", "£", "-"]


@pytest.mark.parametrize(
    ("alone", "why"),
    [
        (0, "No assumption changes this answer alone"),
        (1, "Only the first changes"),
        (2, "whose break-evens are nearest"),
    ],
)
def test_it_is_said_why_these_two(alone: int, why: str) -> None:
    """By how many of them change the answer alone."""
    first, *_ = together_words(together(("", ""), change_it_alone=alone))
    assert first.startswith("Moved together: Visits, share: Officer (across) with Phone, demand fte (down). ")
    assert why in first


def test_corners_are_told_with_the_nearest() -> None:
    """How many, and where the nearest is, with what is so there."""
    grid = together(("", ""), ("", SPOT.then), only_together=(SPOT, SPOT), made_up=(SPOT,))
    changed, made_up = corner_words(grid)
    assert changed == (
        "Both together change the answer where neither does alone, at 2 pairs of figures; nearest: 60% with 3: "
        "0.1 FTE is left uncovered."
    )
    assert made_up == (
        "One can make up for the other, at 1 pair of figures; nearest: 60% with 3: the answer stands, although one of "
        "the two alone changes it."
    )


@pytest.mark.parametrize(
    ("then", "asked"),
    [
        ("", "at any of the 2 pairs of figures asked"),
        (None, "where it is settled"),
        (standing.NOT_SETTLED, "where it is settled"),
    ],
)
def test_no_corner_is_told_as_far_as_it_was_asked(then: str | None, asked: str) -> None:
    """What is not settled, or was not asked, is not counted as standing."""
    grid = together(("", then))
    assert corner_words(grid) == (f"Both together change nothing that neither changes alone, {asked}.",)


def test_answers_with_the_same_posts_and_needs_are_told_once() -> None:
    """Two anchors with the same posts: together where they depend on the same, apart where they do not."""
    same = found(("people_first", assumed("60%"), None), ("money_first", assumed("60%"), None))
    assert [(each.title, each.status) for each in sections(same)] == [
        ("model A: people first = money first", "designed"),
    ]
    apart = found(("people_first", assumed("60%"), None), ("money_first", assumed(), None))
    assert [each.title for each in sections(apart)] == ["model A: people first", "model A: money first"]


def test_pictures_show_what_is_told_and_are_the_same_every_time() -> None:
    """Both are well-formed pictures; figures, break-evens, signs and the legend stand in them."""
    grid = together(("", standing.NO_LONGER_FIT), (None, "0.1 FTE is left uncovered"))
    shown = found(("people_first", assumed("60%"), grid), ("money_first", assumed(), None))
    bars, grids = pictures(shown)
    assert (bars, grids) == pictures(shown)
    texts = [re.findall(r"<text[^>]*>([^<]*)</text>", picture) for picture in (bars, grids)]
    assert {"model A: people first", "model A: money first", "30%", "70%", "60%"} <= {*texts[0]}
    assert {"model A: people first", "R", "L", "-", "50%", "60%"} <= {*texts[1]}
    assert "model A: money first" not in texts[1]
    assert any("these posts would break a rule or a limit" in text for text in texts[1])
