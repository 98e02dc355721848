"""Assumed figures with a range: found wherever they stand, named as planners name them, and moved alone."""

from scenarios.comparing.assumptions import assumptions, with_value
from scenarios.schema.able import Able
from scenarios.schema.groups import Group
from scenarios.schema.limits import Limits
from scenarios.schema.policy import Policy
from scenarios.schema.scenario import Scenario
from scenarios.schema.work import Happens, Work
from tests.scenarios.claims.small_question import line, scenario
from tests.scenarios.compiling.services import guess, head, known


def service() -> Scenario:
    """One guess in each kind of place, and published figures beside them."""
    return scenario(
        [line("Officer", "North", 4, people=(4, 2, 5)), line("Clerk", "North", 1)],
        work=(
            Work(
                work="Visits",
                share_basis_points={"Officer": guess(5000, 3000, 7000), "Clerk": known(1000)},
                happens=Happens(kind="changes", change_basis_points=guess(-2000, -4000, 0)),
            ),
            Work(work="Phone", happens=Happens(kind="new", new_milli_fte=guess(500, 250, 900))),
            Work(
                work="Post", volume=guess(900, 1, 999), minutes_each=guess(60, 30, 90), productive_minutes=known(90_000)
            ),
        ),
        able=(Able(role="Officer", work_basis_points={"Visits": guess(10_000, 2500, 10_000)}),),
        groups=(Group(group="Officers", job_title="Officer", people=guess(4, 3, 5)),),
        limits=Limits(span_high=guess(12, 8, 15), displaced=known(3)),
        policy=Policy(slot_in_basis_points=guess(6500, 5000, 7500)),
        header=head(pension_basis_points=guess(2200, 1800, 2500)),
    )


def test_every_guess_with_a_range_has_its_name() -> None:
    """Row, column, and the name within the column; a card and the head are named after themselves."""
    assert [a.label for a in assumptions(service())] == [
        "Officer, work: Visits",
        "Officers, people",
        "header, pension rate",
        "limits, span high",
        "policy, slot-in match",
        "Officer, people",
        "Visits, share: Officer",
        "Visits, happens",
        "Phone, happens",
        "Post, volume",
        "Post, hours each",
    ]


def test_options_and_quotations_are_no_assumptions() -> None:
    """An option is a choice and a quotation is evidence: neither is a guess to move."""
    assert {a.path[0] for a in assumptions(service())} == {
        "able",
        "groups",
        "header",
        "limits",
        "policy",
        "posts",
        "work",
    }


def test_a_value_is_written_as_in_its_cell() -> None:
    """Each in the unit of its column."""
    shown = {
        a.label: (a.shown(a.figure.value or 0), a.shown(a.figure.low or 0), a.step) for a in assumptions(service())
    }
    assert shown["Visits, happens"] == ("-20%", "-40%", 100)
    assert shown["Phone, happens"] == ("0.5", "0.25", 50)
    assert shown["Post, hours each"] == ("1", "0.5", 15)
    assert shown["Officer, people"] == ("4", "2", 1)


def test_one_figure_moves_and_nothing_else() -> None:
    """Put back, the scenario is as it was; range, basis and source stay."""
    case = service()
    for each in assumptions(case):
        moved = with_value(case, each.path, each.figure.low or 0)
        assert moved != case
        assert with_value(moved, each.path, each.figure.value or 0) == case
        (again,) = [a for a in assumptions(moved) if a.path == each.path]
        assert (again.figure.value, again.figure.low, again.figure.high) == (
            each.figure.low,
            each.figure.low,
            each.figure.high,
        )
        others = {a.path: a.figure for a in assumptions(case) if a.path != each.path}
        assert {a.path: a.figure for a in assumptions(moved) if a.path != each.path} == others
