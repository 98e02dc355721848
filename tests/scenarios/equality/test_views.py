"""What the author sees and what is published: small counts, and those that would give them away, are hidden."""

from hypothesis import given
from hypothesis import strategies as st

from scenarios.equality.counts import Comparison, compared
from scenarios.equality.views import View, full_view, published_view
from scenarios.schema.figure import Figure
from scenarios.schema.policy import Policy
from tests.scenarios.library.shipped import shipped


def rows(**counts: int | None) -> list[Comparison]:
    """Values of one characteristic, with the people of each."""
    return [Comparison("Grade", value, people, None, None, None) for value, people in counts.items()]


def hidden(view: View) -> set[str]:
    """The values that a view hides."""
    return {cell.value for cell in view.cells if cell.hidden}


def test_the_author_sees_every_count_of_the_shipped_table() -> None:
    """Eight of fourteen are women, so six are not; nothing is hidden."""
    people, table = compared(shipped("wandsworth-2015").sealed.equality)
    view = full_view(people, table)
    counts = {cell.value: cell.people for cell in view.cells}
    assert (view.people, view.why) == (14, "")
    assert (counts["Female"], counts["not Female"]) == (8, 6)
    assert (counts["Recorded as disabled"], counts["not Recorded as disabled"]) == (0, 14)
    assert not hidden(view)


def test_nothing_of_fourteen_people_is_published() -> None:
    """Under twenty people no cell is shown, not even their number; the department's shares stay."""
    people, table = compared(shipped("wandsworth-2015").sealed.equality)
    view = published_view(people, table, shipped("wandsworth-2015").scenario.policy)
    assert view.people is None
    assert {(cell.people, cell.share_basis_points) for cell in view.cells} == {(None, None)}
    assert {cell.value: cell.compared_basis_points for cell in view.cells}["Female"] == 7750
    assert "20" in view.why


def test_one_small_cell_takes_the_next_smallest_with_it() -> None:
    """Total less the cells shown would be the hidden one: 3 is hidden, so 12 is as well, and 40 stays."""
    view = published_view(55, rows(a=3, b=12, c=40), Policy())
    assert hidden(view) == {"a", "b"}


def test_two_small_cells_that_come_to_little_take_a_third() -> None:
    """0 and 2 come to 2: the sum alone would tell that both are small, so 30 goes too, and 40 stays."""
    assert hidden(published_view(72, rows(a=0, b=2, c=30, d=40), Policy())) == {"a", "b", "c"}


def test_the_rest_of_a_single_value_is_hidden_with_it() -> None:
    """4 of 60: the other 56 would give it away; 25 of 60 may be shown, and so may the other 35."""
    assert hidden(published_view(60, rows(a=4), Policy())) == {"a", "not a"}
    assert hidden(published_view(60, rows(a=25), Policy())) == set()


def test_people_in_no_value_are_a_cell_of_their_own() -> None:
    """30 and 25 of 58 leave three others: they are small, and 25 hides them."""
    view = published_view(58, rows(a=30, b=25), Policy())
    assert {cell.value: cell.people for cell in view.cells} == {"a": 30, "b": None, "all others": None}


def test_the_authoritys_threshold_goes_before_ours() -> None:
    """Under five are hidden where the policy says five; seven is then shown."""
    policy = Policy(suppress_below=Figure(value=5))
    assert hidden(published_view(60, rows(a=7, b=53), policy)) == set()
    assert hidden(published_view(60, rows(a=7, b=53), Policy())) == {"a", "b"}


def test_an_unknown_count_is_not_shown_and_unknown_people_show_nothing() -> None:
    """Nobody can say that an unknown count is not small."""
    assert "a" in hidden(published_view(60, rows(a=None, b=53), Policy()))
    assert hidden(published_view(None, rows(a=30, b=53), Policy())) == {"a", "b"}


@given(st.lists(st.integers(0, 60), min_size=2, max_size=6))
def test_no_hidden_count_can_be_worked_out(counts: list[int]) -> None:
    """From total and shown cells only the sum of the hidden ones follows: of two or more, and not a small one."""
    people = sum(counts)
    view = published_view(people, rows(**{f"v{n}": count for n, count in enumerate(counts)}), Policy())
    shown = [cell.people for cell in view.cells if not cell.hidden]
    assert all(count is not None and count >= 10 for count in shown)
    left = people - sum(count or 0 for count in shown)
    if view.people is not None and hidden(view):
        assert len(hidden(view)) >= 2
        assert left >= 10
