"""The ledger's sums, with unknown lines kept apart."""

import pytest

from scenarios.money.ledger import Ledger, Line, Total, difference
from scenarios.money.years import FinancialYear


def line(what: str, pence: int | None, **given: object) -> Line:
    """Make a line with a source."""
    return Line(what=what, pence=pence, source="a test", basis="assumed", **given)  # type: ignore[arg-type]


LEAD = line("lead", 500, team="North", role="Lead", funding="base")
OFFICER = line("officer", 300, team="North", role="Officer", funding="grant")
OTHER = line("officer", 310, team="South", role="Officer", funding="base")
BLANK = line("strain", None, team="South", funding="reserves")


def test_known_lines_add_up() -> None:
    """500 + 300 + 310; an empty ledger is nought."""
    assert Ledger((LEAD, OFFICER, OTHER)).total() == Total(1_110)
    assert Ledger((LEAD, OFFICER, OTHER)).total().pence == 1_110
    assert Ledger().total().pence == 0


def test_an_unknown_line_is_listed_and_never_nought() -> None:
    """The known part is there, the whole is not, and the line is named."""
    total = Ledger((LEAD, BLANK)).total()
    assert (total.known_pence, total.pence, total.unknown) == (500, None, (BLANK,))


def test_a_line_of_nought_is_known() -> None:
    """A cost of nought is a figure like any other, and a line pays for no FTE unless it says so."""
    assert line("gift", 0).milli_fte == 0
    assert Ledger((line("gift", 0),)).total() == Total(0, ())


def test_totals_by_field_are_ordered_and_add_up() -> None:
    """By team, by funding, by role: whatever the order of the lines."""
    ledger = Ledger((OTHER, BLANK, LEAD, OFFICER))
    assert ledger.by("team") == (("North", Total(800)), ("South", Total(310, (BLANK,))))
    assert ledger.by("role") == (
        ("", Total(0, (BLANK,))),
        ("Lead", Total(500)),
        ("Officer", Total(610)),
    )
    for field in ("team", "funding", "kind", "basis", "price_base", "what", "source", "year"):
        parts = ledger.by(field)
        assert sum(total.known_pence for _, total in parts) == 1_110
        assert [unknown for _, total in parts for unknown in total.unknown] == [BLANK]
        assert Ledger(ledger.lines[::-1]).by(field) == parts


def test_years_print_as_years_and_a_full_year_as_blank() -> None:
    """A line of 2015/16 and one of no year are two groups."""
    dated = line("lead", 7, year=FinancialYear(2015))
    assert Ledger((dated, LEAD)).by("year") == (("", Total(500)), ("2015/16", Total(7)))
    assert Ledger((dated, LEAD)).only("year", "2015/16") == Ledger((dated,))


def test_lines_are_picked_and_added_in_their_order() -> None:
    """Picking keeps the order, adding puts at the end."""
    ledger = Ledger((OTHER,)).plus([LEAD, OFFICER])
    assert ledger.lines == (OTHER, LEAD, OFFICER)
    assert ledger.only("team", "North").lines == (LEAD, OFFICER)


def test_a_saving_is_before_less_after() -> None:
    """From 800 to 310 saves 490, the other way round costs it."""
    before, after = Ledger((LEAD, OFFICER)), Ledger((OTHER,))
    assert difference(before, after).saving_pence == 490
    assert difference(after, before).saving_pence == -490


def test_no_saving_is_claimed_while_a_line_is_unknown() -> None:
    """An unknown line on either side leaves the saving unknown; the totals remain."""
    whole, part = Ledger((LEAD,)), Ledger((OTHER, BLANK))
    for before, after in ((whole, part), (part, whole)):
        assert difference(before, after).saving_pence is None
    assert difference(whole, part).after.known_pence == 310


@pytest.mark.parametrize("odd", [line("severance", 9, kind="one_off"), line("lead", 9, year=FinancialYear(2015))])
def test_unlike_costs_are_not_set_against_each_other(odd: Line) -> None:
    """A one-off cost is no saving's counterpart, nor is one year's cost a full year's."""
    with pytest.raises(ValueError, match=r"like against like.*recurring, full year"):
        difference(Ledger((LEAD,)), Ledger((odd,)))
    assert difference(Ledger((odd,)), Ledger((odd,))).saving_pence == 0
