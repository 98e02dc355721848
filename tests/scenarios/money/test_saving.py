"""Where a saving comes from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.money.ledger import Ledger, Line, difference
from scenarios.money.saving import SavingPart, saving_by_funding, saving_by_source


def post(role: str, milli_fte: int, pence: int | None, funding: str = "base") -> Line:
    """Make a line of posts."""
    return Line(
        what=f"{role} posts",
        role=role,
        milli_fte=milli_fte,
        pence=pence,
        funding=funding,
        source="a test",
        basis="assumed",
    )


def test_fewer_posts_at_the_same_cost_save_on_posts_only() -> None:
    """Three officers at 100 become two: 100 saved, all of it posts."""
    found = saving_by_source(Ledger((post("a", 3_000, 300),)), Ledger((post("a", 2_000, 200),)))
    assert found.parts == (SavingPart("a", "posts", 100),)


def test_dearer_posts_give_back_part_of_the_saving() -> None:
    """Three at 100 become two at 130: 100 on posts, 60 back on what a post costs."""
    found = saving_by_source(Ledger((post("a", 3_000, 300),)), Ledger((post("a", 2_000, 260),)))
    assert found.parts == (SavingPart("a", "posts", 100), SavingPart("a", "unit_cost", -60))
    assert found.pence == 40


def test_roles_named_as_one_set_are_split_together() -> None:
    """An organiser's successor is compared with the organiser, not with nobody."""
    before, after = Ledger((post("a", 1_000, 100),)), Ledger((post("b", 1_000, 120),))
    apart = saving_by_source(before, after)
    assert apart.parts == (SavingPart("a", "posts", 100), SavingPart("b", "posts", -120))
    together = saving_by_source(before, after, sources={"a": "officers", "b": "officers"})
    assert together.parts == (SavingPart("officers", "unit_cost", -20),)
    assert apart.pence == together.pence == -20


def test_costs_without_fte_are_whole() -> None:
    """A contract, and posts set against a sum without FTE, are not split."""
    rent = Line(what="rent", pence=70, source="a test", basis="published")
    found = saving_by_source(Ledger((rent, post("a", 1_000, 100))), Ledger((post("a", 0, 30),)))
    assert found.parts == (SavingPart("a", "whole", 70), SavingPart("rent", "whole", 70))
    found = saving_by_source(Ledger((post("a", 0, 30),)), Ledger((post("a", 1_000, 100),)))
    assert found.parts == (SavingPart("a", "whole", -70),)


def test_a_third_of_a_penny_goes_to_what_a_post_costs() -> None:
    """100 pence for three posts, two kept for 67: 33 on posts, nothing left over."""
    found = saving_by_source(Ledger((post("a", 3_000, 100),)), Ledger((post("a", 2_000, 67),)))
    assert found.parts == (SavingPart("a", "posts", 33),)


@pytest.mark.parametrize("unknown_before", [True, False])
def test_an_unknown_line_leaves_its_set_and_the_whole_unknown(unknown_before: bool) -> None:  # noqa: FBT001 - a table's column
    """No part of the set is claimed; the other sets keep their figures."""
    blank = post("a", 1_000, None)
    one, other = (
        Ledger((post("b", 1_000, 100), blank)),
        Ledger((post("b", 1_000, 90), post("a", 1_000, 50))),
    )
    before, after = (one, other) if unknown_before else (other, one)
    found = saving_by_source(before, after)
    known = 10 if unknown_before else -10
    assert found.parts == (SavingPart("a", "whole", None), SavingPart("b", "unit_cost", known))
    assert (found.pence, found.unknown) == (None, (blank,))
    by_funding = saving_by_funding(before, after)
    assert by_funding.parts == (SavingPart("base", "whole", None),)
    assert by_funding.unknown == (blank,)


def test_a_saving_by_who_pays() -> None:
    """A post moved from grant to base saves the grant and costs the base."""
    before = Ledger((post("a", 1_000, 100, "grant"), post("b", 1_000, 80)))
    after = Ledger((post("a", 1_000, 100, "base"), post("b", 1_000, 80)))
    found = saving_by_funding(before, after)
    assert found.parts == (SavingPart("base", "whole", -100), SavingPart("grant", "whole", 100))
    assert found.pence == 0
    assert saving_by_source(before, after).parts == ()


def test_unlike_costs_are_refused() -> None:
    """A one-off line is not a source of a recurring saving."""
    cost = Line(what="fee", pence=1, source="a test", basis="assumed", kind="one_off")
    for split in (saving_by_source, saving_by_funding):
        with pytest.raises(ValueError, match="like against like"):
            split(Ledger((post("a", 1_000, 100),)), Ledger((cost,)))


LINES = st.lists(
    st.builds(
        post,
        st.sampled_from("abc"),
        st.integers(0, 3_000),
        st.integers(0, 10**9),
        st.sampled_from(["base", "grant"]),
    ),
    max_size=6,
).map(lambda lines: Ledger(tuple(lines)))


@given(before=LINES, after=LINES)
def test_the_parts_always_add_up_to_the_saving(before: Ledger, after: Ledger) -> None:
    """Whatever the lines, no penny is lost or found between the parts."""
    saved = difference(before, after).saving_pence
    assert saving_by_source(before, after).pence == saved
    assert saving_by_source(before, after, sources={"a": "x", "b": "x"}).pence == saved
    assert saving_by_funding(before, after).pence == saved
