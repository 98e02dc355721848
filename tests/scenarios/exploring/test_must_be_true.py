"""What must be true, argued by hand: two officers cover 2.0 FTE, visits and phone together may need more.

Visits take 45 % (41 % to 49 %) of four officers' time, the phone 0.1 FTE (0 to 0.2). Work is left exactly where
4 x share + phone > 2.0: alone, visits from 48 % on (1.92 + 0.1) and the phone nowhere (1.8 + 0.2 is just enough).
"""

import re
from functools import cache
from typing import Any

import pytest

from scenarios.comparing import moved_together
from scenarios.comparing.answers import Asking
from scenarios.exploring.must_be_true import CUT_SHORT, MustBeTrue, must_be_true
from scenarios.exploring.result import Explored
from scenarios.schema.case import Case
from scenarios.schema.limits import Limits
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from scenarios.schema.work import Work
from solver.engine import Settings, Stop
from solver.search import Watch
from tests.scenarios.comparing.small import service
from tests.scenarios.compiling.services import able, guess, known
from tests.scenarios.library.shipped import shipped

SHARE, PHONE = "Visits, share: Officer", "Phone, demand fte"
VISITS = Work(work="Visits", share_basis_points={"Officer": guess(4500, 4100, 4900)})
CALLS = Work(work="Phone", demand_milli_fte=guess(100, 0, 200))
ABLE = (able("Officer", Visits=10_000, Phone=10_000),)
LEFT = re.compile(r"0\.\d+ FTE is left uncovered")


def visits_and_phone(**sheets: Any) -> Scenario:
    """The service with its phone."""
    return service(**{"work": (VISITS, CALLS), "able": ABLE, **sheets})


def asked(case: Scenario, asking: Asking | None = None) -> Explored[MustBeTrue]:
    """The question asked of a scenario."""
    return must_be_true(Case(scenario=case), asking or Asking())


@cache
def plain() -> Explored[MustBeTrue]:
    """The question asked of visits and phone, once."""
    return asked(visits_and_phone())


def answer(found: Explored[MustBeTrue], option: str, anchor: str | None = None) -> MustBeTrue:
    """One of its answers."""
    return next(each for each in found.answers if (each.option, each.anchor) == (option, anchor))


def test_alone_visits_change_the_answer_and_the_phone_does_not() -> None:
    """The break-even at 48 %, three eighths of the range away, stands first; the phone was asked at five figures."""
    found = answer(plain(), "as given")
    assert [(each.assumption, each.figures, len(each.breaks)) for each in found.assumptions] == [
        (SHARE, 9, 1),
        (PHONE, 5, 0),
    ]
    (broken,) = found.assumptions[0].breaks
    assert (broken.breaks_at, broken.number, broken.side) == ("48%", 48.0, "above")
    assert (broken.share_of_range, broken.then, broken.settled) == (0.375, "0.02 FTE is left uncovered", True)
    share, phone = found.assumptions
    assert (share.unit, share.value.number, share.low.number, share.high.cell) == ("percent", 45.0, 41.0, "49%")
    assert (phone.unit, phone.value.number, phone.high.cell) == ("fte", 0.1, "0.2")
    assert (found.status, found.reasons) == ("answered", ())


@pytest.mark.parametrize(("option", "anchor"), [("as given", None), ("designed", "people_first")])
def test_every_cell_is_where_the_sum_says(option: str, anchor: str | None) -> None:
    """Work is left where 4 x share + phone is over 2.0; the design has no money for a third officer either."""
    together = answer(plain(), option, anchor).together
    assert together is not None
    assert (together.first, together.second, together.change_it_alone) == (SHARE, PHONE, 1)
    assert [each.cell for each in together.first_figures] == [f"{percent}%" for percent in range(41, 50)]
    assert [each.cell for each in together.second_figures] == ["0", "0.05", "0.1", "0.15", "0.2"]
    for phone, row in zip((0, 50, 100, 150, 200), together.cells, strict=True):
        for percent, then in zip(range(41, 50), row, strict=True):
            missing = 40 * percent + phone - 2000
            assert then == (f"{missing / 1000:g} FTE is left uncovered" if missing > 0 else "")


def test_both_change_it_where_neither_does_alone() -> None:
    """47 % with 0.15 is 2.03, 46 % or 47 % with 0.2 more than 2.0; 48 % and 49 % are made up for by fewer calls."""
    together = answer(plain(), "as given").together
    assert together is not None
    assert [(s.first, s.second) for s in together.only_together] == [("47%", "0.15"), ("46%", "0.2"), ("47%", "0.2")]
    assert all(LEFT.fullmatch(spot.then) for spot in together.only_together)
    assert [(s.first, s.second, s.then) for s in together.made_up] == [
        ("48%", "0.05", ""),
        ("48%", "0", ""),
        ("49%", "0", ""),
    ]


def test_the_second_is_what_changes_most_what_posts_come_to() -> None:
    """A guessed cost moves what two officers cost; the phone leaves no work, nobody out and costs nothing."""
    dearer = Role(role="Officer", grade="Grade 5", cost_pence=guess(3_000_000, 2_900_000, 3_100_000))
    together = answer(asked(visits_and_phone(roles=(dearer,))), "as given").together
    assert together is not None
    assert (together.first, together.second, together.change_it_alone) == (SHARE, "Officer, cost", 1)
    assert {*map(bool, together.cells[0])} == {False, True}
    assert together.only_together == together.made_up == ()


def test_work_goes_before_cost_where_nothing_changes_alone() -> None:
    """With work left today and at both ends, no figure changes the answer: the two that change most work are taken."""
    rows = (
        Work(work="Visits", share_basis_points={"Officer": guess(8000, 7800, 8200)}),
        Work(work="Phone", demand_milli_fte=guess(500, 400, 700)),
    )
    dearer = Role(role="Officer", grade="Grade 5", cost_pence=guess(3_000_000, 2_900_000, 3_100_000))
    together = answer(asked(visits_and_phone(work=rows, roles=(dearer,))), "as given").together
    assert together is not None
    assert (together.first, together.second, together.change_it_alone) == (PHONE, SHARE, 0)
    assert {then for row in together.cells for then in row} == {""}


def test_one_assumption_has_no_other_to_move_with() -> None:
    """Its break-even is told; there is no grid."""
    found = answer(asked(service()), "as given")
    assert [each.assumption for each in found.assumptions] == [SHARE]
    assert found.together is None


def test_without_a_guess_nothing_is_moved() -> None:
    """Every figure is known: the answer depends on none."""
    rows = (Work(work="Visits", share_basis_points={"Officer": known(5000)}),)
    found = asked(service(work=rows))
    assert {(each.assumptions, each.together) for each in found.answers} == {((), None)}
    assert [each.status for each in found.answers] == [*("answered",) * 4, "infeasible"]


def test_options_set_aside_are_asked_as_well() -> None:
    """Every option has its answers, also without being named; each names its structure."""
    rows = tuple(each.model_copy(update={"standing": "set aside"}) for each in service().options[1:])
    found = asked(visits_and_phone(options=(service().options[0], *rows)))
    assert [each.option for each in found.answers] == ["no change", "as given", *("designed",) * 3]
    assert [found.structures[each.structure].anchor for each in found.answers] == [
        each.anchor for each in found.answers
    ]
    assert all(each.assumptions for each in found.answers)


def test_where_nothing_fits_it_says_what_would_have_to_be_true() -> None:
    """Statutory visits and money for one officer: infeasible, and something fits where visits fall to 25 %."""
    rows = (Work(work="Visits", share_basis_points={"Officer": guess(5000, 1000, 7000)}, statutory=True),)
    found = answer(asked(service(work=rows, limits=Limits(ceiling_pence=known(3_000_000)))), "designed", "people_first")
    assert found.status == "infeasible"
    assert found.reasons
    assert [each.breaks_at for each in found.assumptions[0].breaks] == ["25%"]


def test_rows_in_another_order_and_another_seed_give_the_same_bytes() -> None:
    """Nothing of the order of rows or of the seed reaches the answer."""
    case = visits_and_phone()
    turned = case.model_copy(
        update={name: tuple(reversed(getattr(case, name))) for name in ("posts", "work", "able", "options", "proposed")}
    )
    bytes_of = plain().model_dump_json()
    assert asked(turned).model_dump_json() == bytes_of
    for seed in (1, 7):
        assert asked(case, Asking(watch=Watch(settings=Settings(seed=seed)))).model_dump_json() == bytes_of


def test_a_limit_leaves_the_question_open() -> None:
    """A cell that is not settled is said so: it counts neither as standing nor as a change."""

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(moved_together, "easily_changed", lambda *_: "not settled within the limits")
        found = answer(asked(visits_and_phone()), "as given")
    assert found.status == "undecided"
    assert found.reasons == (f"Not settled within the limits: 45 pairs of {SHARE} with {PHONE}.",)
    assert found.together is not None
    assert found.together.only_together == found.together.made_up == ()
    assert answer(plain(), "as given").status == "answered"


def test_a_break_even_that_is_not_settled_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told with where it stopped, ranks behind settled ones, and leaves the answer open."""
    monkeypatch.setattr("scenarios.comparing.break_evens.easily_changed", lambda *_: "not settled within the limits")
    found = answer(asked(visits_and_phone()), "as given")
    assert [each.settled for each in found.assumptions[0].breaks] == [False, False]
    assert found.reasons[0].startswith("Not settled within the limits: how far ")
    assert (found.status, found.together and found.together.change_it_alone) == ("undecided", 0)


def test_an_answer_that_is_not_settled_is_not_asked_about() -> None:
    """With hardly any effort the design is undecided; given structures need no search."""
    found = asked(visits_and_phone(), Asking(watch=Watch(settings=Settings(effort=1e-9, nodes=1))))
    designs = [each for each in found.answers if each.option == "designed"]
    assert {(each.status, each.assumptions, each.together) for each in designs} == {("undecided", (), None)}
    assert all(each.reasons for each in designs)
    assert answer(found, "as given").assumptions


def told_until(words: str) -> tuple[list[str], Asking]:
    """Progress that is kept, and a stop when it says these words."""
    told: list[str] = []
    stop = Stop()

    def say(text: str) -> None:
        told.append(text)
        if words in text:
            stop.ask()

    return told, Asking(options=("as given",), say=say, watch=Watch(settings=Settings(stop=stop)))


def test_a_stop_between_rows_keeps_those_before() -> None:
    """Stopped at the third row of the grid: two rows are told, three were not asked, and the answer is left open."""
    told, asking = told_until("row 3 of 5")
    found = answer(asked(visits_and_phone(), asking), "as given")
    assert told[-1] == f"what must be true: row 3 of 5: {SHARE} with {PHONE}"
    assert (found.status, found.reasons) == ("undecided", (CUT_SHORT,))
    assert found.together is not None
    assert [None in row for row in found.together.cells] == [False, False, True, True, True]


@pytest.mark.parametrize(
    ("words", "moved"),
    [("what must be true: Phone", 0), ("which assumptions matter most", 2), ("row 1 of 5", 2)],
)
def test_a_stop_before_the_grid_tells_what_was_moved(words: str, moved: int) -> None:
    """What came before the stop is kept, nothing after it is made up."""
    found = answer(asked(visits_and_phone(), told_until(words)[1]), "as given")
    assert (len(found.assumptions), found.status, found.reasons) == (moved, "undecided", (CUT_SHORT,))
    cells = set() if found.together is None else {then for row in found.together.cells for then in row}
    assert cells <= {None}


def test_a_figure_nobody_can_ask_about_raises() -> None:
    """An option that the case does not have."""
    with pytest.raises(KeyError, match="nowhere"):
        asked(service(), Asking(options=("nowhere",)))


@cache
def bury() -> Explored[MustBeTrue]:
    """The designed option of Bury."""
    return must_be_true(shipped("bury-2021"), Asking(options=("designed",)))


@pytest.mark.parametrize("anchor", ["people_first", "money_first", "improved"])
def test_the_line_and_the_grid_agree(anchor: str) -> None:
    """Where the other assumption is at its own figure, the grid changes from the break-even on, and not before."""
    found = answer(bury(), "designed", anchor)
    together, told = found.together, {each.assumption: each for each in found.assumptions}
    assert together is not None
    own = ([each.cell for each in together.first_figures].index(together.first_own),)
    down = [each.cell for each in together.second_figures].index(together.second_own)
    lines = (
        (told[together.first], together.first_figures, together.cells[down]),
        (told[together.second], together.second_figures, [row[own[0]] for row in together.cells]),
    )
    for line, figures, cells in lines:
        for figure, then in zip(figures, cells, strict=True):
            broken = [
                each
                for each in line.breaks
                if (figure.number <= each.number if each.side == "below" else figure.number >= each.number)
            ]
            assert bool(then) is bool(broken), (line.assumption, figure.cell)
