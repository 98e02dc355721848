"""Each kind of doubt alone: one slip in a clean draft is told, where it is, with the other place; mended, it is not.

Change this when a kind of doubt is added to scenarios/proofreading/kinds.
"""

from pathlib import Path
from typing import Any

import pytest

from scenarios.proofreading import kinds
from scenarios.proofreading.kinds import CODES, KINDS, number_not_stated, one_off_outside_saving
from tests.scenarios.proofreading.clean import ROLES, Row, clean_sheets, draft_of, equality_of, found, known
from tests.scenarios.proofreading.slips import IN_LISTS, Slip
from tests.scenarios.proofreading.slips_in_dates import IN_DATES

MANAGER = ROLES[0]
SLIPS = [*IN_LISTS, *IN_DATES]
OTHERWISE = {"price-base-before-start": {"price_base": "2024/25 budget"}}


@pytest.mark.parametrize(
    ("code", "slip", "place", "against"), SLIPS, ids=lambda each: each if isinstance(each, str) else ""
)
def test_one_slip_in_a_clean_draft_is_told(code: str, slip: Slip, place: tuple[str, str], against: str) -> None:
    """The doubt is of its kind, at its sheet and column, and names the other place."""
    sheets = clean_sheets()
    slip(sheets)
    told = [d for d in found(draft_of(sheets, header=OTHERWISE.get(code), equality=equality_of(30))) if d.code == code]
    assert told
    assert place in {(d.sheet, d.column) for d in told}
    if against:
        assert any((d.against or "").startswith(against) for d in told), [d.against for d in told]
        assert all(f"({d.against}): " in d.message for d in told if d.against is not None)


def equality_slip(**values: Any) -> list[Row]:
    """The clean equality figures with a slip."""
    return [{**equality_of(30)[0], **values}]


@pytest.mark.parametrize(
    ("code", "rows", "column"),
    [
        ("equality-missing", [], "people"),
        ("equality-numbers", equality_of(40), "share"),
        ("small-counts", equality_slip(people=known(3), share_basis_points=known(1000)), "share"),
        ("over-represented", equality_slip(compared_basis_points=known(4000)), "share"),
    ],
)
def test_a_slip_in_the_equality_figures_is_told(code: str, rows: list[Row], column: str) -> None:
    """Missing, of other people, too small, or unlike what the report finds."""
    told = [d for d in found(draft_of(clean_sheets(), equality=rows)) if d.code == code]
    assert [d.column for d in told] == [column]
    assert all(d.against for d in told)


def test_few_posts_to_a_manager_are_told_unless_the_report_says_that_fewer_do() -> None:
    """Four to each of eight managers, with no published limit; the clean draft prints four as its limit."""
    sheets = clean_sheets([8, 20, 20, 10], [8, 10, 16, 6])
    quiet = draft_of(sheets, equality=equality_of(50))
    assert "span-below-usual" not in {d.code for d in found(quiet)}
    limits = quiet.scenario.limits.model_copy(update={"span_low": None})
    told = [
        d
        for d in found(type(quiet)(quiet.scenario.model_copy(update={"limits": limits})))
        if d.code == "span-below-usual"
    ]
    assert [(d.sheet, d.column, d.value) for d in told] == [("proposed", "title", MANAGER)]
    assert "4.0 to each" in told[0].message


def test_a_post_costed_at_an_earlier_year_is_told_with_the_difference() -> None:
    """A post of the spine from April 2026 at the pay of 2024/25; at the pay of its own year nothing is said."""
    sheets = clean_sheets()
    sheets["grades"] = [{"grade": f"Grade of {role}", "spine": "njc-2019", "top_point": 20} for role in ROLES]
    for each in (*sheets["posts"], *sheets["proposed"]):
        del each["cost_pence"]
    sheets["quoted"] = []
    sheets["proposed"][1]["from_date"] = "2025-10-01"
    head = {"pension_basis_points": known(2000), "price_base": "2024/25", "years": [2024, 2025]}
    told = [
        d for d in found(draft_of(sheets, header=head, equality=equality_of(30))) if d.code == "cost-of-another-year"
    ]
    assert [(d.sheet, d.row, d.column, d.against) for d in told] == [("proposed", 2, "from", "grades, row 2, grade")]
    assert "short" in told[0].message
    again = draft_of(sheets, header={**head, "price_base": "2025/26"}, equality=equality_of(30))
    assert "cost-of-another-year" not in {d.code for d in found(again)}


@pytest.mark.parametrize(
    ("dates", "case_date", "todo"),
    [
        ({"from_date": "2012-07-08"}, None, "state the number: 20 ask for 30 days and 100 for 90"),
        ({"from_date": "2013-04-06"}, None, "state the number: 20 ask for 30 days and 100 for 45"),
        ({"from_date": None}, "2012-01-01", "state the number: 20 ask for 30 days and 100 for 90"),
        ({"from_date": None}, "2007-06-01", "state the number: the days that the law asks for go by it"),
    ],
)
def test_what_hangs_on_a_number_not_stated_goes_by_the_day(
    dates: dict[str, str | None], case_date: str | None, todo: str
) -> None:
    """A hundred people asked for 90 days before 6 April 2013, for 45 since; before the rate book begins, no number."""
    sheets = {name: clean_sheets()[name] for name in ("posts", "proposed")}
    sheets["posts"][3]["people"] = {"basis": "unknown"}
    sheets["calendar"] = [{"step": "Consultation", "kind": "consultation", **dates}]
    draft = draft_of(sheets, header={"case_date": case_date})
    assert [str(each).endswith(todo) for each in number_not_stated.doubts(draft)] == [True]


@pytest.mark.parametrize(("paid_pence", "told"), [(9_000_001, True), (9_000_000, False), (1_000_000, False)])
def test_what_is_paid_once_is_told_where_the_saving_is_less(paid_pence: int, told: bool) -> None:  # noqa: FBT001 - a column
    """More than the £90,000 of the first year is told with the net; as much or less is not."""
    saving = {"what": "Saving", "measure": "saving", "option": "as proposed", "year": 2025}
    once = {"what": "Severance", "measure": "severance", "option": "as proposed", "amount_pence": known(paid_pence)}
    sheets = clean_sheets()
    sheets["quoted"] = [{**saving, "amount_pence": known(9_000_000)}, once]
    assert bool([*one_off_outside_saving.doubts(draft_of(sheets))]) is told


def test_every_file_of_a_kind_is_looked_at() -> None:
    """A file in the folder of kinds is one of the kinds, and each kind has the code of its file's name."""
    files = sorted(Path(kinds.__file__).parent.glob("[a-z]*.py"))
    assert [*CODES] == [file.stem.replace("_", "-") for file in files]
    assert [each.__module__.rsplit(".", 1)[-1] for each in KINDS] == [file.stem for file in files]


def test_every_kind_is_reached() -> None:
    """No kind of doubt is without a slip that it tells."""
    reached = {code for code, *_ in SLIPS} | {
        "equality-missing",
        "equality-numbers",
        "small-counts",
        "over-represented",
    }
    assert {*CODES} - reached == {"span-below-usual", "cost-of-another-year"}


def test_a_case_that_carries_nothing_of_a_report_is_not_told_what_it_leaves_out() -> None:
    """Two lists alone: no word on severance, equality or people, as nobody has written a report."""
    sheets = clean_sheets()
    lists = {"posts": sheets["posts"], "proposed": sheets["proposed"]}
    assert found(draft_of(lists)) == ()
