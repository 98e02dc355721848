"""Stress argued by hand: two officers at £30,000 cover 2.0 FTE of visits within a ceiling of £61,500.

Four officers are there today, two are proposed. Visits take half of the time of four: 2.0 FTE, which two cover to the
last hour; 0.5 FTE may be spare.
Change this when something else of a structure may give.
"""

from functools import cache
from pathlib import Path

import pytest

from scenarios.comparing.answers import Asking
from scenarios.comparing.standing import (
    NO_LONGER_FIT,
    NO_LONGER_IMPROVES,
    NOT_SETTLED,
    NOW_IMPROVES,
    OTHERS,
    SOMETHING_FITS,
)
from scenarios.exploring.result import Explored
from scenarios.exploring.stress import CUT_SHORT, NOTHING_DECLARED, Held, StressAnswer, stress
from scenarios.reading.load import load_case
from scenarios.schema.case import Case
from scenarios.schema.figure import Figure
from scenarios.schema.limits import Limits
from scenarios.schema.roles import Role
from scenarios.schema.scenario import Scenario
from solver.engine import Settings, Stop
from solver.search import Watch
from solver.standing import Challenge, UnsettledError
from tests.scenarios.claims.small_question import later, line
from tests.scenarios.comparing.small import OFFICER, service
from tests.scenarios.compiling.services import able, guess, known

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "advice-stress"
STATED = {
    "demand": guess(0, -500, 1000),
    "pay award": guess(300, 200, 500),
    "ceiling": guess(0, -500, 0),
    "leavers": guess(0, 0, 5000),
}


def stressed(stated: dict[str, Figure] | None = None, *, ceiling: int = 6_150_000, **sheets: object) -> Scenario:
    """The service with a ceiling and what may vary."""
    limits = Limits(ceiling_pence=known(ceiling), stress_basis_points=STATED if stated is None else stated)
    return service(**{"limits": limits, **sheets})  # type: ignore[arg-type]


def asked(case: Scenario, asking: Asking | None = None) -> Explored[StressAnswer]:
    """The question asked of a scenario."""
    return stress(Case(scenario=case), asking or Asking())


@cache
def plain() -> Explored[StressAnswer]:
    """The question asked of the service, once."""
    return asked(stressed())


def answer(found: Explored[StressAnswer], option: str, anchor: str | None = None) -> StressAnswer:
    """One of its answers."""
    return next(each for each in found.answers if (each.option, each.anchor) == (option, anchor))


def under(told: StressAnswer, variation: str) -> Held:
    """An answer under one variation."""
    return next(each for each in told.held if each.variation == variation)


def test_every_structure_under_every_variation() -> None:
    """No change, the given one and each answer of the design, each under the same variations in the same order."""
    found = plain()
    assert [(each.option, each.anchor) for each in found.answers] == [
        ("no change", None),
        ("as given", None),
        ("designed", "people_first"),
        ("designed", "money_first"),
        ("designed", "improved"),
    ]
    assert [each.structure for each in found.answers] == [*range(5)]
    assert {tuple(held.variation for held in each.held) for each in found.answers} == {
        (
            *("demand -5%", "demand +10%", "pay award +2%", "pay award +5%"),
            *("ceiling -5%", "leavers +50%", "all at their worst"),
        )
    }


def test_more_demand_leaves_work() -> None:
    """2.2 FTE are asked of two officers: 0.2 FTE is left, and money for a third there is not."""
    told = answer(plain(), "designed", "people_first")
    assert told.as_things_are is not None
    assert (told.as_things_are.uncovered_fte, told.as_things_are.breaks, told.as_things_are.design) == (0, (), "")
    held = under(told, "demand +10%")
    assert (held.breaks_anew, held.uncovered_fte, held.uncovered_more_fte, held.design) == ((), 0.2, 0.2, "")
    assert held.varied == {"demand": 10.0}
    less = under(told, "demand -5%")
    assert (less.breaks, less.uncovered_more_fte) == ((), 0)


def test_a_larger_ceiling_makes_another_design() -> None:
    """With money for a third officer, other posts cover more work once demand grows."""
    told = answer(asked(stressed(ceiling=9_000_000)), "designed", "people_first")
    assert under(told, "demand +10%").design == OTHERS["uncovered"]
    assert under(told, "demand -5%").design == ""


def test_a_pay_award_breaks_the_ceiling() -> None:
    """2 % makes £61,200, within it; 5 % £63,000, and the rule is named with its amount."""
    told = answer(plain(), "designed", "people_first")
    two, five = under(told, "pay award +2%"), under(told, "pay award +5%")
    assert (two.breaks, two.annual_cost, two.cost_more, two.design) == ((), 61_200, 1_200, "")
    assert (five.annual_cost, five.cost_more, five.design) == (63_000, 3_000, NO_LONGER_FIT)
    assert [(each.rule, each.amount) for each in five.breaks_anew] == [("ceiling", 150_000)]


def test_less_money_breaks_it_too_and_leavers_help() -> None:
    """5 % off the ceiling is £58,425; of four people half leave, and nobody is displaced."""
    told = answer(plain(), "designed", "people_first")
    assert [each.rule for each in under(told, "ceiling -5%").breaks] == ["ceiling"]
    held = under(told, "leavers +50%")
    assert told.as_things_are is not None
    assert (told.as_things_are.displaced, held.displaced, held.displaced_more) == (2, 0, -2)
    assert held.breaks == ()


def test_all_together() -> None:
    """More work, dearer posts and less money at once: work left, a rule broken, and the varied figures with it."""
    held = under(answer(plain(), "designed", "people_first"), "all at their worst")
    assert held.varied == {"demand": 10.0, "pay award": 5.0, "ceiling": -5.0}
    assert held.uncovered_more_fte == 0.2
    assert [each.rule for each in held.breaks_anew] == ["ceiling"]


def test_no_change_and_given_structures_are_no_design() -> None:
    """They are held to what compare holds them to: no change to no ceiling, the given one to the stated one."""
    no_change, given = answer(plain(), "no change"), answer(plain(), "as given")
    assert {held.design for held in (*no_change.held, *given.held)} == {None}
    assert under(no_change, "pay award +5%").breaks_anew == ()
    assert under(no_change, "pay award +5%").annual_cost == 126_000
    assert [each.rule for each in under(given, "pay award +5%").breaks_anew] == ["ceiling"]
    assert under(given, "demand +10%").uncovered_more_fte == 0.2


def test_a_rule_broken_as_things_are_is_no_news() -> None:
    """A given structure dearer than the ceiling breaks it already: a pay award breaks it further, and no other rule."""
    case = stressed(proposed=[later("Officer", "North", 3)])
    told = answer(asked(case), "as given")
    assert told.as_things_are is not None
    assert "ceiling" in {each.rule for each in told.as_things_are.breaks}
    dearer = under(told, "pay award +5%")
    assert dearer.breaks_anew == ()
    assert [(each.rule, each.amount) for each in dearer.breaks_further] == [("ceiling", 9_450_000 - 6_150_000)]
    assert under(told, "leavers +50%").breaks_further == ()


def test_work_left_as_things_are_earns_no_praise() -> None:
    """One officer given leaves 1.0 FTE as things are: under each variation what is left stands with its change."""
    told = answer(asked(stressed(proposed=[later("Officer", "North", 1)])), "as given")
    assert told.as_things_are is not None
    assert told.as_things_are.uncovered_fte == 1.0
    assert under(told, "demand +10%").uncovered_fte == 1.2
    assert under(told, "demand +10%").uncovered_more_fte == 0.2


def test_people_displaced_are_a_range() -> None:
    """As compare has it, at the least and at the most; half of four people leaving, both fall."""
    told = (found := plain()).answers
    for each in told:
        if each.as_things_are is not None:
            people = found.structures[each.structure].people
            assert people is not None
            now = each.as_things_are
            assert (now.displaced, now.displaced_at_most) == (people.displaced_at_least, people.displaced_at_most)
    design = answer(found, "designed", "people_first")
    assert under(design, "leavers +50%").displaced_at_most <= under(design, "demand +10%").displaced_at_most


CLERK = Role(role="Clerk", grade="Grade 8", cost_pence=known(2_000_000))


def with_clerk(ceiling: int = 12_000_000) -> Explored[StressAnswer]:
    """The given structure keeps a clerk's post that no work needs today, and who can give visits a tenth of it."""
    return asked(
        stressed(
            ceiling=ceiling,
            posts=[line("Officer", "North", 4), line("Clerk", "North", 1, "Grade 8", people=0)],
            proposed=[later("Officer", "North", 2), later("Clerk", "North", 1, "Grade 8")],
            roles=(OFFICER, CLERK),
            able=(able("Officer", Visits=10_000), able("Clerk", Visits=1_000)),
        )
    )


def test_an_improved_structure_goes_on_improving_or_not() -> None:
    """Two officers without the clerk save £20,000 as long as she has no work: with a tenth more she covers more."""
    told = answer(with_clerk(), "designed", "improved")
    assert told.as_things_are is not None
    assert under(told, "pay award +5%").design == ""
    assert under(told, "demand +10%").design == NO_LONGER_IMPROVES


def test_an_improved_structure_may_no_longer_fit() -> None:
    """Two officers that a pay award puts over the ceiling no longer fit."""
    told = answer(with_clerk(6_150_000), "designed", "improved")
    assert under(told, "pay award +2%").design == ""
    assert under(told, "pay award +5%").design == NO_LONGER_FIT


def test_where_nothing_improved_something_may() -> None:
    """Nothing improves on two officers; with half of the people gone and less money nothing does either."""
    none = answer(asked(stressed(ceiling=9_000_000)), "designed", "improved")
    assert (none.status, none.as_things_are) == ("infeasible", None)
    assert {held.design for held in none.held} == {""}


def test_an_improvement_comes_to_exist() -> None:
    """The example of the guide: with a tenth more work a structure improves on the given one, with less none."""
    none = answer(stress(example(), Asking()), "designed", "improved")
    assert (none.status, none.as_things_are) == ("infeasible", None)
    assert under(none, "demand +10%").design == NOW_IMPROVES
    assert under(none, "demand -10%").design == ""


def test_a_design_that_nothing_fitted() -> None:
    """One person may be displaced of four where there is money for two posts: with leavers something fits."""
    limits = Limits(ceiling_pence=known(6_150_000), displaced=known(1), stress_basis_points=STATED)
    told = answer(asked(stressed(limits=limits)), "designed", "people_first")
    assert (told.status, told.as_things_are) == ("infeasible", None)
    assert under(told, "leavers +50%").design == SOMETHING_FITS
    assert under(told, "pay award +5%").design == ""


def test_nothing_declared_is_said() -> None:
    """Without stress figures each answer says what to write, and is no less answered."""
    (given,) = asked(stressed({}), Asking(options=("as given",))).answers
    assert (given.status, given.reasons, given.held) == ("answered", (NOTHING_DECLARED,), ())


def test_costs_not_known_stay_so() -> None:
    """Where no post has a known cost there is none under any variation."""
    from_nowhere = service(roles=(), limits=Limits(stress_basis_points=STATED))
    told = answer(asked(from_nowhere), "no change")
    assert {held.annual_cost for held in told.held} == {None}


def test_a_stop_is_not_an_answer() -> None:
    """Stopped at once: what was designed is not settled, and no variation was tried."""
    stop = Stop()
    stop.ask()
    found = asked(stressed(), Asking(watch=Watch(settings=Settings(stop=stop))))
    assert {each.status for each in found.answers} == {"undecided"}
    assert all(CUT_SHORT in each.reasons and each.held == () for each in found.answers)


def test_what_a_limit_leaves_open_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A design that is not settled, and a question that a limit ended, are told as that and never as standing."""
    unsettled = asked(stressed(), Asking(watch=Watch(settings=Settings(effort=1e-9))))
    told = answer(unsettled, "designed", "people_first")
    assert told.status == "undecided"
    assert {held.design for held in told.held} == {NOT_SETTLED}

    def cut_short(*_: object, **__: object) -> None:
        raise UnsettledError("cost")

    from_limit = stressed(ceiling=9_000_000)
    monkeypatch.setattr(Challenge, "bettered", cut_short)
    cut = answer(asked(from_limit), "designed", "people_first")
    assert cut.status == "undecided"
    assert any("whether the design changes with demand +10%" in reason for reason in cut.reasons)


def example() -> Case:
    """The case of the guide."""
    return load_case(EXAMPLE)


def test_the_order_of_rows_and_the_seed_change_no_byte() -> None:
    """The rows of the example turned round, under another seed: the same document."""
    first = example()
    turned = {sheet: tuple(reversed(getattr(first.scenario, sheet))) for sheet in ("posts", "proposed", "work")}
    other = Case(scenario=first.scenario.model_copy(update=turned), sealed=first.sealed)
    seeded = Asking(watch=Watch(settings=Settings(seed=9)))
    assert stress(other, seeded).model_dump_json() == stress(first, Asking()).model_dump_json()


def test_progress_and_unknown_options() -> None:
    """Each structure is named as it is held; an option that is not there is the caller's mistake."""
    said: list[str] = []
    asked(stressed(), Asking(options=("as given",), say=said.append))
    assert said == ["stress: as given"]
    with pytest.raises(KeyError):
        asked(stressed(), Asking(options=("nowhere",)))
