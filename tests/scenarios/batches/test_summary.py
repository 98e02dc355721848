"""A summary of a batch: counts, ranges and words, on rows made by hand and on the small case.

Change this when a summary tells something more.
"""

import re
from functools import cache

import pytest

from scenarios.batches.files import csv_parts, frames
from scenarios.batches.futures import Future, futures
from scenarios.batches.picture import picture
from scenarios.batches.plan import Plan
from scenarios.batches.rows import Row
from scenarios.batches.summary import BatchSummary, Range, Summing
from scenarios.batches.words import Section, cell_text, sections
from scenarios.schema.case import Case
from scenarios.schema.figure import Figure
from tests.scenarios.batches.small import answered, one, plan
from tests.scenarios.comparing.small import VISITS, service

FORBIDDEN = re.compile(r"\b(best|optimal|optimum|proven|dominated|winner)\b", re.IGNORECASE)
DRAWS = {"count": 3, "seed": 1, "figures": {"demand": {"low": "-5%", "high": "5%"}}}
TRIANGLE = {"shape": "triangular", "low": "0%", "high": "15%", "most_likely": "5%"}


@cache
def advised() -> BatchSummary:
    """The small case in a few futures of every kind."""
    whole = plan(
        futures=[
            {"name": "no money", "values": {"limits.ceiling": "1", "limits.displaced": "0"}},
            {"name": "more work", "values": {"demand": "10%"}},
        ],
        grids=[{"pay award": ["1%", "5%"]}],
        draws={**DRAWS, "figures": {**DRAWS["figures"], "leavers": TRIANGLE}},  # type: ignore[dict-item]
    )
    return summed(whole, answered(whole))


def summed(whole: Plan, found: list[tuple[Future, tuple[Row, ...]]]) -> BatchSummary:
    """A summary of these rows."""
    summing = Summing(whole)
    for future, rows in found:
        summing.add(future, rows)
    return summing.summary()


def made(*rows: Row, names: int = 1) -> BatchSummary:
    """A summary in which every future has these rows."""
    whole = plan(futures=[{"name": f"future {n}", "values": {"demand": f"{n}%"}} for n in range(1, names + 1)])
    return summed(whole, [(future, rows) for future in futures(whole)])


def text(found: tuple[Section, ...]) -> str:
    """All words of a summary."""
    cells = [cell for each in found for table in each.tables for row in (table.headings, *table.rows) for cell in row]
    return "\n".join([*(s for each in found for s in (each.heading, *each.sentences)), *cells])


def test_futures_are_counted_by_kind() -> None:
    """As things are, two named, two of a grid, three drawn; every option in each."""
    found = advised()
    assert (found.futures, found.named, found.grid, found.drawn) == (8, 2, 2, 3)
    assert {each.futures for each in found.options} == {8}
    assert found.rows == 8 * 5
    assert found.settled


def test_ranges_hold_what_each_future_comes_to() -> None:
    """The design costs, over the futures in which there is one, what its cells say and no more than its range."""
    design = next(each for each in advised().options if each.kind == "designed")
    assert (design.feasible_in, design.infeasible_in, design.infeasible_futures) == (7, 1, ("no money",))
    costs = [cell.annual_cost for cell in design.cells if cell.annual_cost is not None]
    assert design.annual_cost is not None
    assert design.annual_cost.low <= min(costs) <= max(costs) <= design.annual_cost.high
    assert [cell.future for cell in design.cells] == ["as things are", "no money", "more work"]
    assert design.cells[1].annual_cost is None


def test_the_words_say_what_the_numbers_say() -> None:
    """Where nothing fits, what a structure kept breaks, how figures were drawn, what loses least, what is not known."""
    told = text(sections(advised()))
    for said in (
        "8 futures: as things are, and 2 named, 2 of grids, 3 drawn. 40 runs in all.",
        "demand: evenly from -5% to 5%",
        "leavers: in a triangle from 0% to 15%, highest at 5%",
        "no structure fits in 'no money'.",
        "which it keeps as things are, in",
        "'Kept': the structure designed as things are, or given, left as it is.",
        "is no chance of anything",
        "One-off costs: exit costs are worked out from sealed sheets, which no batch reads.",
        "figures that move together are for named futures",
        "no structure keeps every rule in all 8 futures",
        "within a goal's tolerance it counts as none",
    ):
        assert said in told, said
    assert FORBIDDEN.findall(told) == []


def test_the_same_rows_make_the_same_summary() -> None:
    """Nothing in a summary depends on when it was made; its picture has the same bytes."""
    again = advised.__wrapped__()
    assert again == advised()
    assert picture(again).svg == picture(advised()).svg


def test_a_run_that_is_not_settled_makes_the_batch_so() -> None:
    """One run of three left open: told with its number, and never counted as infeasible."""
    open_row = Row(option="design", anchor="people_first", outcome="undecided", feasible="not settled")
    found = made(open_row)
    assert not found.settled
    assert found.options[0].not_settled_in == 2
    assert "2 of 2 runs are not settled within the limits on effort." in found.not_known
    assert "2 not settled" in text(sections(found))


def test_futures_with_faults_are_told_and_not_counted_to_an_option() -> None:
    """The first thirty by name, the rest by number; a picture without figures says so."""
    found = made(Row(option="design", outcome="fault", feasible="not settled", why="work, share: too much"), names=40)
    assert found.options == ()
    assert not found.settled
    assert found.not_known[0] == "Not answered, as the case would have faults: as things are: work, share: too much"
    assert "11 more futures are not answered for the same reason." in found.not_known
    assert "No figures" in picture(found).words
    assert "What is not known" in text(sections(found))


def test_costs_not_known_are_told() -> None:
    """A service without unit costs: a question mark, a sentence, and no loss that was made up."""
    found = summed(*_without_costs())
    told = text(sections(found))
    assert {each.annual_cost for each in found.options} == {None}
    assert "what it costs is not known in 2 futures." in told
    assert "what the structures lose cannot be told, as figures are not known." in told
    assert picture(found).svg.startswith("<svg")


def _without_costs() -> tuple[Plan, list[tuple[Future, tuple[Row, ...]]]]:
    whole = one({"demand": "5%"}, Case(scenario=service(roles=())))
    return whole, answered(whole)


def test_many_futures_are_cut_into_tables_of_even_width() -> None:
    """Thirteen named futures stand in three tables of five at the most."""
    given = Row(option="given", outcome="given", feasible="yes", displaced_at_least=1, displaced_at_most=2)
    (section,) = [each for each in sections(made(given, names=12)) if each.heading == "Named futures one by one"]
    assert [len(table.headings) - 1 for table in section.tables] == [5, 5, 3]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (Row(option="a", outcome="infeasible", feasible="no"), "nothing fits"),
        (Row(option="a", outcome="undecided", feasible="not settled"), "not settled"),
        (
            Row(
                option="a",
                outcome="given",
                feasible="no",
                annual_cost=1234.5,
                displaced_at_least=1,
                displaced_at_most=2,
                uncovered_fte=0.5,
            ),
            "£1,235; 1 to 2; 0.5 undone; breaks rules",
        ),
    ],
)
def test_a_cell_in_words(row: Row, said: str) -> None:
    """Nothing fits, not settled, or pounds, people and work undone."""
    option = made(row).options[0]
    assert cell_text(option.cells[0], option.kind) == said


@pytest.mark.parametrize("moved", [False, True])
def test_weighted_work_is_told_as_weighted_with_its_time_beside(*, moved: bool) -> None:
    """What counts nine times is told as weighted FTE, with the time beside it, and that the weight is assumed.

    One leaves 2.88 weighted FTE, in time 0.7; the other nothing.
    """
    visits = VISITS if moved else VISITS.model_copy(update={"weight": Figure(value=9, basis="assumed")})
    values = {'work["Visits"].weight': "9"} if moved else {"demand": "5%"}
    whole = one(values, Case(scenario=service(work=(visits,))))
    rows = tuple(
        Row(
            option=name,
            outcome="given",
            feasible="no",
            kept_holds=True,
            kept_annual_cost=1.0,
            kept_displaced_at_least=0,
            kept_uncovered_fte=time,
            kept_uncovered_weighted_fte=weighted,
        )
        for name, time, weighted in (("one", 0.7, 2.88), ("other", 0.0, 0.0))
    )
    found = summed(whole, [(future, rows) for future in futures(whole)])
    told = text(sections(found))
    assert "work uncovered 2.88 weighted FTE (in time 0.7 FTE, against 0 FTE)" in told
    assert "structures are ranked by it" in told
    whose = (
        "a weight that a future sets is assumed"
        if moved
        else "Left undone, an FTE of 'Visits' counts as 9; that weight is assumed."
    )
    assert whose in told
    assert "weighted" not in text(sections(advised()))


def test_nothing_lost_and_alike_is_said() -> None:
    """Two options that come to the same lose nothing, both named; three futures by name, nine by number."""
    goals = {"uncovered_fte": 0.0, "uncovered_weighted_fte": 0.0, "displaced_at_least": 1, "annual_cost": 0.05}
    rows = [
        Row(
            option=name,
            branch="B",
            outcome="given",
            feasible="yes",
            kept_holds=True,
            **goals,  # type: ignore[arg-type]
            **{f"kept_{goal}": value for goal, value in goals.items()},  # type: ignore[arg-type]
        )
        for name in ("one", "two")
    ]
    told = text(sections(made(*rows)))
    assert "B: of the structures that keep every rule in all 2 futures, one and two lose nothing in any future." in told


def test_a_structure_that_gives_in_many_futures_names_the_first() -> None:
    """Up to eight futures are named, of more the number and the first."""
    row = Row(
        option="a",
        anchor="people_first",
        outcome="designed",
        feasible="yes",
        kept_holds=False,
        kept_rules_broken="ceiling; span; cover",
        kept_breaks_anew="ceiling; span",
        kept_breaks_further="cover",
    )
    other = Row(option="a", anchor="people_first", outcome="designed", feasible="yes", kept_holds=True)
    whole = plan(futures=[{"name": f"future {n}", "values": {"demand": f"{n}%"}} for n in range(1, 13)])
    found = summed(whole, [(future, (row if future.number > 2 else other,)) for future in futures(whole)])
    assert (
        "a, kept: breaks 'ceiling', 'span', which it keeps as things are, or breaks 'cover' by more than as things "
        "are, in 10 futures, 'future 3' the first." in text(sections(found))
    )


def test_the_picture_says_its_figures_in_words() -> None:
    """Every option with its range, as the alternative text."""
    drawn = picture(advised())
    assert drawn.svg.startswith("<svg")
    for each in advised().options:
        assert f"{each.option}, feasible in {each.feasible_in} of 8" in drawn.words
    assert Range(low=1, high=1).low == 1


def test_rows_as_csv_hold_nothing_a_spreadsheet_would_run() -> None:
    """A text that begins like a formula has a quote before it; what is not known is blank."""
    whole = plan(futures=[{"name": "a", "values": {"demand": "1%"}}])
    rows = (Row(option="o", outcome="fault", feasible="not settled", why="=1+1"),)
    lines = "".join(csv_parts(frames((future, rows) for future in futures(whole)))).splitlines()
    assert lines[0].startswith("\ufefffuture,future_kind,future_name,changes,option,")
    assert lines[1].startswith("0,as things are,as things are,,o,")
    assert ",'=1+1," in lines[1]
    assert lines[2].startswith("1,named,a,demand 1%,o,")
