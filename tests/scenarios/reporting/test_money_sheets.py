"""The sheets of the money workbook on small cases: rounding, names like patterns, gaps, what goes away."""

import io
import zipfile
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from scenarios.money.ledger import Line
from scenarios.money.pence import round_half_up
from scenarios.reporting.awarded import line_pence, people_of
from scenarios.reporting.money_book.workbook import workbook_of
from scenarios.schema.cost_centres import CostCentre
from scenarios.schema.figure import UNKNOWN
from scenarios.schema.funding import Funding
from scenarios.schema.grades import Grade
from scenarios.schema.limits import Limits
from scenarios.schema.posts import Post
from scenarios.schema.roles import Role
from scenarios.schema.sealed import Sealed
from scenarios.schema.service import ServiceBand
from scenarios.schema.steps import Step
from tests.scenarios.claims.small_question import later, line
from tests.scenarios.comparing.small import OFFICER, service
from tests.scenarios.compiling.services import head, known
from tests.scenarios.reporting.recalculation import Recalculated, recalculated, rows_of
from tests.scenarios.reporting.service import HALF, STATED, odd, unknown, worked


def column(content: bytes, sheet: str, heading: str, **where: Any) -> list[Any]:
    """The cells under a heading, of rows in which other headings have these values."""
    rows = rows_of(content, sheet)
    (top,) = [n for n, cells in enumerate(rows) if heading in cells and {*where} <= {*cells}]
    places = {name: rows[top].index(name) for name in (heading, *where)}
    return [
        cells[places[heading]]
        for cells in rows[top + 1 :]
        if all(cells[places[name]] == value for name, value in where.items())
    ]


@pytest.fixture(scope="module")
def odd_book(tmp_path_factory: pytest.TempPathFactory) -> Recalculated:
    """The odd service in the engine."""
    return recalculated(workbook_of(worked(odd())), tmp_path_factory.mktemp("odd"))


@pytest.fixture(scope="module")
def gap_book(tmp_path_factory: pytest.TempPathFactory) -> Recalculated:
    """The service with an adviser whose cost is not known."""
    return recalculated(workbook_of(worked(unknown())), tmp_path_factory.mktemp("gap"))


def at(book: Recalculated, sheet: str, what: str, letter: str, number: int = 1) -> tuple[str, str]:
    """The cell of a column in the row of a structure that holds a text."""
    rows = enumerate(rows_of(book.content, sheet), 1)
    return sheet, f"{letter}{next(n for n, cells in rows if cells[0] == number and what in cells)}"


def test_odd_amounts_come_out_in_the_engine(odd_book: Recalculated) -> None:
    """Half pennies, income below nought, posts that go elsewhere, names with * and in other capitals."""
    assert odd_book.disagreements() == {}


def test_halves_are_rounded_away_from_nought_on_both_sides(odd_book: Recalculated) -> None:
    """Half of £100.25 is £50.13, as in the ledger; half a year of £100.25 of income is -£50.13."""
    assert odd_book.settled[at(odd_book, "lines", "Half", "N")] == 50.13
    income = at(odd_book, "lines", "Fees", "N", 2)
    assert odd_book.settled[income] == -100.25
    halved = odd_book.values({("lines", f"O{income[1][1:]}"): 6})
    assert halved["lines", f"P{income[1][1:]}"] == -50.13 == round_half_up(Fraction(-10_025, 2)) / 100


def test_names_are_added_up_apart_whatever_a_spreadsheet_thinks_of_them(odd_book: Recalculated) -> None:
    """Gr*nt, Grant and grant are three funding lines, A1 and a1 two cost centres."""
    after = dict(
        zip(
            column(odd_book.content, "funding", "funding line", **{"no.": 2}),
            column(odd_book.content, "funding", "after", **{"no.": 2}),
            strict=True,
        )
    )
    assert after == {"Gift": 150.38, "Old gift": 0, "Gr*nt": 90_000, "Grant": 500, "grant": -100.25}
    before = column(odd_book.content, "cost centres", "before", **{"no.": 2})
    assert before == [120_000, 0, 550.13]


def test_what_goes_elsewhere_is_no_saving(odd_book: Recalculated) -> None:
    """Two clerks at £50,000 leave with their cost: it is in today's cost and not in what is set against."""
    today, given = (dict(zip("FGH", cells[5:8], strict=True)) for cells in rows_of(odd_book.content, "summary")[6:8])
    assert today == {"F": 170_550.13, "G": 170_550.13, "H": 0}
    assert (given["G"], given["F"]) == (120_550.13, 90_550.13)
    assert given["H"] == 30_000


def test_costs_other_than_pay_do_not_follow_the_award(odd_book: Recalculated) -> None:
    """Ten per cent on three officers and one and a half posts; fees and rooms stay."""
    values = odd_book.values({("pay award", "C8"): 0.1})
    assert values[at(odd_book, "lines", "Fees", "N", 2)] == -100.25
    assert values[at(odd_book, "lines", "Rooms", "N")] == 500
    assert values[at(odd_book, "lines", "Officer", "N", 2)] == 99_000
    assert values["by year", "G7"] == pytest.approx(170_550.13 + 17_000 + 5.01)


def test_part_of_a_year_follows_its_months(odd_book: Recalculated) -> None:
    """Five months of the new structure: seven twelfths of what is set against, five of the new, rounded once."""
    row = next(n for n, cells in enumerate(rows_of(odd_book.content, "by year"), 1) if cells[0] == 2)
    values = odd_book.values({("by year", f"D{row}"): 5})
    assert values["by year", f"G{row}"] == round((120_550.13 * 7 + 90_550.13 * 5) / 12, 2)
    assert values["by year", f"H{row}"] == pytest.approx(12_500)


def test_one_off_costs_are_people_times_the_stated_cost_and_what_else_is_stated(odd_book: Recalculated) -> None:
    """One officer displaced: 9,000, 10,000.01 and 12,000, with 50, 250 and 450 for things, over 30,000 a year saved."""
    rows = rows_of(odd_book.content, "one-off")
    (found,) = [cells for cells in rows if cells[0] == 2]
    assert found[2:4] == (1, 1)
    assert found[4:13] == (9_000, 10_000.01, 12_000, 50, 250, 450, 9_050, 10_250.01, 12_450)
    assert found[14] == pytest.approx(10_250.01 / 30_000)


def test_no_formula_holds_a_text_of_the_case(odd_book: Recalculated) -> None:
    """Formulas go by numbers and cells; nothing points outside, and nothing is run."""
    written = " ".join(odd_book.formulas.values())
    assert [name for name in ("Fees", "Gift", "Gr*nt", "Officer", "North", "http", "[") if name in written] == []
    parts = zipfile.ZipFile(io.BytesIO(odd_book.content)).namelist()
    assert [name for name in parts if "external" in name.lower() or "vba" in name.lower()] == []


def test_same_case_same_bytes_whatever_the_order_of_rows() -> None:
    """The workbook depends on nothing but the case."""
    case = odd()
    turned = case.model_copy(update={"posts": case.posts[::-1], "other_costs": case.other_costs[::-1]})
    assert workbook_of(worked(case)) == workbook_of(worked(turned)) == workbook_of(worked(case))


def test_what_is_not_known_is_a_question_mark_until_somebody_types_it(gap_book: Recalculated) -> None:
    """The known part stands beside it; with £40,000 typed over the mark every total follows."""
    assert gap_book.disagreements() == {}
    given = rows_of(gap_book.content, "summary")[7]
    assert given[5:10] == ("?", 120_000, "?", 60_000, 1)
    assert gap_book.settled["by year", "G9"] == "?"
    typed = at(gap_book, "lines", "Adviser", "K", 2)
    assert typed not in gap_book.settled
    assert gap_book.settled[at(gap_book, "lines", "Adviser", "M", 2)] == "not known"
    values = gap_book.values({typed: 40_000})
    assert (values["summary", "F8"], values["summary", "H8"]) == (100_000, 20_000)
    assert values["by year", "G9"] == 100_000
    assert values[at(gap_book, "lines", "Adviser", "M", 2)] == "typed here"
    assert values[at(gap_book, "check", "cost a year", "G", 2)] == "changed"


def test_designed_structures_and_an_answer_without_one() -> None:
    """Equal designs are one structure; where no structure does better, the summary says so."""
    found = worked(service())
    assert [each.title for each in found.structures][:2] == ["no change", "as given"]
    assert [each.number for each in found.structures] == [*range(1, len(found.structures) + 1)]
    designed = found.structures[2]
    assert designed.title == "designed: people first = money first"
    (none,) = found.without
    assert none.title == "designed: improved"
    content = workbook_of(found)
    assert any(none.title in cells for cells in rows_of(content, "summary"))
    assert column(content, "lines", "cost of one FTE", **{"no.": 3}) == [30_000]
    assert column(content, "funding", "funding line", **{"no.": 3}) == ["none stated"]


def test_no_change_stands_first_even_where_it_is_not_asked_for() -> None:
    """It is number 0 then, and what the other is set against."""
    found = worked(odd(), None, "as given")
    assert [(each.number, each.title) for each in found.structures] == [(0, "no change"), (1, "as given")]
    assert rows_of(workbook_of(found), "summary")[7][5:8] == (90_550.13, 120_550.13, 30_000)


def test_a_case_without_dates_is_shown_for_a_full_year() -> None:
    """No year is named, and the sheet by year says why it is empty."""
    content = workbook_of(worked(odd(header=head(start_date=None, years=(), price_base="2024/25"))))
    texts = {value for cells in rows_of(content, "by year") for value in cells}
    assert "The case states no year, start or date: nothing can be shown by year." in texts
    assert "cost, a full year, at 2024/25" in rows_of(content, "lines")[6]


def test_a_budget_and_funding_as_the_case_states_them() -> None:
    """Deductions are taken off; an amount that is not known leaves the sum unknown; ends are dates."""
    parts = (CostCentre(cost_centre="A1", amount_pence=known(10_000_000)),)
    off = CostCentre(cost_centre="Back", amount_pence=known(1_000_000), deduction=True)
    gives = (
        Funding(line="Grant", year=2025, amount_pence=known(7_000_000), until_date=date(2026, 3, 31)),
        Funding(line="Gift"),
    )
    content = workbook_of(worked(odd(cost_centres=(*parts, off), funding=gives)))
    assert rows_of(content, "cost centres")[7][4] == 90_000
    gap = CostCentre(cost_centre="C", amount_pence=UNKNOWN)
    open_ended = workbook_of(worked(odd(cost_centres=(*parts, gap))))
    assert rows_of(open_ended, "cost centres")[7][4] == "?"
    shown = {(cells[1], *cells[4:6]) for cells in rows_of(content, "funding")[5:7]}
    assert shown == {("Gift", "?", "every year"), ("Grant", 70_000, "2025/26")}


SPINE = Grade(grade="Grade 5", pay_system="NJC", rank=5, spine="njc-2019", bottom_point=10, top_point=13)


def spined(**facts: Any) -> Any:
    """Officers on points 10 to 13, one of them at half time, with a pension rate of 20 %."""
    posts: list[Post] = [line("Officer", "North", 3, milli_fte=known(2_500))]
    header = head(pension_basis_points=known(2000), years=(2020, 2021), **facts)
    return service(
        posts, [later("Officer", "North", 1)], options=STATED, roles=(Role(role="Officer", grade="Grade 5"),),
        grades=(SPINE,), header=header,
    )  # fmt: skip


@pytest.mark.parametrize("point", ["bottom", "mid", "top"])
def test_posts_of_a_spine_are_costed_person_by_person(point: str, tmp_path: Path) -> None:
    """Full-timers and the half-timer each with their own threshold, in two years, at the point that is asked for."""
    found = worked(spined(scale_point=point, start_date=date(2020, 4, 1)))
    book = recalculated(workbook_of(found), tmp_path)
    assert book.disagreements() == {}
    hours = {*column(book.content, "post costs", "FTE")}
    assert hours == {1, 0.5}
    rules = {*column(book.content, "rates", "rate")}
    assert {"njc-2019", "employer ni rate", "employer ni threshold", "employer's pension rate"} <= rules


def test_more_than_a_full_post_is_a_full_timer_and_the_rest() -> None:
    """Two posts of 1.4 FTE are two full-timers and two at 0.4."""
    assert people_of(((1400, 2), (500, 1))) == {1000: 2, 500: 1, 400: 2}


def test_an_award_on_what_nobody_can_price_is_not_known() -> None:
    """A spine whose rates are not held in that year; a line that is not known; another cost as it is."""
    unit = worked(spined()).structures[0].answer.question.costs["Officer"]
    one = Line(what="Officer", pence=1, source="", basis="derived", role="Officer", sizes=((1000, 1),))
    assert line_pence(one, unit, year=1999) is None
    assert line_pence(Line(what="x", pence=None, source="", basis="assumed"), None, year=2020) is None
    assert (
        line_pence(Line(what="Rent", pence=100, source="", basis="assumed"), None, year=2020, basis_points=900) == 100
    )


def test_exit_costs_of_the_sealed_table_are_shown_as_one_sum() -> None:
    """No age and no group stands beside an amount; a policy that is not stated leaves it unknown."""
    band = ServiceBand(
        group="Officer", age_low=40, age_high=45, service_years=10, pay_pence=known(3_000_000), people=known(4)
    )
    content = workbook_of(worked(odd(), Sealed(service=(band,))))
    (found,) = [cells for cells in rows_of(content, "one-off") if cells[0] == 2]
    assert found[4:7] == ("?", "?", "?")
    assert "not known: " in str(found[15])


def test_without_any_saving_one_off_costs_are_never_paid_back() -> None:
    """The same officers at a dearer grade, one fewer: exits, and nothing saved."""
    dear = later("Officer", "North", 3, cost_pence=known(20_000_000))
    case = odd(limits=Limits(exit_cost_pence=known(100))).model_copy(update={"proposed": (dear,)})
    content = workbook_of(worked(case))
    assert [cells[14] for cells in rows_of(content, "one-off") if cells[0] == 2] == ["never"]


def test_a_line_names_the_one_grade_of_its_posts() -> None:
    """Its own, else the one its role has in any list; none for rooms or where it is not settled; so on the rates."""
    case = odd()
    posts = tuple(post.model_copy(update={"grade": None}) for post in case.posts)
    content = workbook_of(worked(case.model_copy(update={"posts": posts})))
    today = dict(
        zip(
            column(content, "lines", "what is paid for", **{"no.": 1}),
            column(content, "lines", "grade", **{"no.": 1}),
            strict=True,
        )
    )
    assert today == {"Clerk": None, "Half": "Grade 5", "Officer": "Grade 5", "Rooms": None}
    assert column(content, "rates", "grade", role="Officer") == ["Grade 5"]
    own: list[Post] = [line("Officer", "North", 1, grade="Grade 6"), line("Officer", "North", 1, grade=None)]
    several = workbook_of(worked(service(own, [later("Officer", "North", 1)], options=STATED)))
    assert sorted(column(several, "lines", "grade", **{"no.": 1})) == ["Grade 5", "Grade 6"]
    assert column(several, "rates", "grade", role="Officer") == [None]


def test_a_column_of_costs_says_at_which_prices_it_is() -> None:
    """One price base for all lines stands in the headings; posts of a spine are at the rates of each year."""
    found = worked(spined(start_date=date(2020, 4, 1)))
    headings = rows_of(workbook_of(found), "lines")[7]
    assert "cost, 2020/21, at rates of each year" in headings
    assert "cost, 2021/22, at rates of each year" in headings
    assert {*column(workbook_of(found), "summary", "price base", basis="derived; lines: derived")} == {
        "rates of 2020/21"
    }
    for bases, said in (({"price_base": "2024/25 pay"}, "at 2024/25 pay"), ({}, "price base not stated")):
        stated = rows_of(workbook_of(worked(service(options=STATED, header=head(**bases)))), "lines")[7]
        assert [name for name in stated if str(name).startswith("cost, ")] == [f"cost, 2025/26, {said}"]
    mixed = odd(roles=(OFFICER.model_copy(update={"price_base": "2019/20"}), HALF, Role(role="Clerk")))
    assert "cost, 2025/26, each line at its price base" in rows_of(workbook_of(worked(mixed)), "lines")[7]


def test_what_is_saved_so_far_less_what_is_paid_once_follows_the_months(odd_book: Recalculated) -> None:
    """£10,250.01 is paid once; a full year saves £30,000, five months £12,500; payback keeps to the full year."""
    rows = rows_of(odd_book.content, "by year")
    row = next(n for n, cells in enumerate(rows, 1) if cells[0] == 2)
    assert odd_book.settled["by year", f"J{row}"] == pytest.approx(30_000 - 10_250.01)
    values = odd_book.values({("by year", f"D{row}"): 4})
    assert values["by year", f"J{row}"] == pytest.approx(10_000 - 10_250.01)
    said = " ".join(str(cells[0]) for cells in rows_of(odd_book.content, "one-off")[1:6])
    assert "The saving is of a full year of 12 months: months typed on the sheet 'by year' do not move it." in said


def test_the_first_sheet_names_the_report_and_who_decides() -> None:
    """What 'report para 7' speaks of, its day, the committees with theirs, where sheets come from; and old prices."""
    steps = (
        Step(step="Committee", kind="decision", from_date=date(2026, 6, 3)),
        Step(step="Council", kind="decision"),
        Step(step="Start", kind="start", from_date=date(2026, 10, 1)),
    )
    header = head(case_date=date(2026, 5, 12), price_base="2024/25 pay", sources={"posts": "report para 7"})
    rows = dict(cells[:2] for cells in rows_of(workbook_of(worked(odd(header=header, calendar=steps))), "contents"))
    assert rows["report"] == f"{header.authority}: {header.title}, 12 May 2026"
    assert rows["decided by"] == "Committee, 3 June 2026; Council"
    assert rows["the case's posts"] == "report para 7"
    bare = dict(cells[:2] for cells in rows_of(workbook_of(worked(odd())), "contents"))
    assert bare["report"].endswith(", no date stated")
    assert "decided by" not in bare
