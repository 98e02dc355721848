"""Every option of a case answered: no change, given structures filled in and judged, designed ones by anchor.

Each designed option has three anchors: people first (the planner's order), money first (displaced and cost change
places), and improved (no worse than the given option on work uncovered, people displaced and cost, and better on one,
or word that no such structure exists within these figures).
Change this when an option gets another anchor, or another way of being compared.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from scenarios.comparing.ledgers import ledger_of
from scenarios.comparing.result import Anchor
from scenarios.compiling.allowed import Counts
from scenarios.compiling.arrangement import Arrangement, arrange, arrangements
from scenarios.compiling.limits import stated_ceiling
from scenarios.compiling.post_kinds import given, today
from scenarios.compiling.problem import Question, Setting, question
from scenarios.money.ledger import Ledger
from scenarios.schema.options import Option
from scenarios.schema.scenario import Scenario
from solver.checker import Verdict, judge
from solver.outcome import Designed, Infeasible, Outcome, Undecided
from solver.search import PEOPLE_FIRST, Order, Watch, design, swapped
from solver.settle import settle_given
from solver.structure import Structure

IMPROVED_GOALS = ("uncovered", "displaced", "cost")


@dataclass(frozen=True)
class Answer:
    """One structure of an option in a branch, with how the search for it ended.

    `outcome` is None for structures given by hand and for no change; `structure` and `ledger` are None where there is
    none.
    """

    question: Question
    anchor: Anchor | None
    outcome: Outcome | None
    structure: Structure | None
    verdict: Verdict | None
    ledger: Ledger | None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asking:
    """How options are answered: how searches run, which options, and who is told what is going on."""

    watch: Watch = field(default_factory=Watch)
    options: tuple[str, ...] = ()
    near: str | None = None
    say: Callable[[str], None] | None = None


def answers(scenario: Scenario, asking: Asking | None = None) -> tuple[Answer, ...]:
    """Answer every option in every branch, in the order of the scenario's options.

    Raises KeyError when an option is asked for that the scenario does not have.
    """
    asked = asking or Asking()
    laid = arrangements(scenario)
    unknown = set(asked.options) - {a.option.option for a in laid}
    if unknown:
        raise KeyError(", ".join(sorted(unknown)))
    found: dict[tuple[str, str], Answer] = {}
    for arrangement in sorted(laid, key=lambda a: a.option.kind == "designed"):
        if arrangement.option.kind != "designed":
            found[arrangement.option.option, arrangement.branch] = _stated(arrangement)
    out: list[Answer] = []
    for arrangement in laid:
        if asked.options and arrangement.option.option not in asked.options:
            continue
        if arrangement.option.kind == "designed":
            out.extend(_anchors(scenario, arrangement, found, asked))
        else:
            out.append(found[arrangement.option.option, arrangement.branch])
    return tuple(out)


def _stated(arrangement: Arrangement) -> Answer:
    """Fill in and judge no change or a structure given by hand."""
    asked = question(arrangement, Setting(ceiling_pence=stated_ceiling(arrangement.scenario)))
    structure = settle_given(asked.problem, asked.posts or ())
    return Answer(asked, None, None, structure, judge(asked.problem, structure), ledger_of(asked, structure))


def default_ceiling(scenario: Scenario, stated: dict[tuple[str, str], Answer], branch: str) -> int | None:
    """The ceiling of a design: stated, else the cheaper of no change and the given options of its branch, if known."""
    own = stated_ceiling(scenario)
    if own is not None:
        return own
    costs = [
        answer.ledger.total().pence
        for (_name, where), answer in sorted(stated.items())
        if answer.ledger is not None and where in ("", branch)
    ]
    known = [pence for pence in costs if pence is not None]
    return min(known) if known else None


def _given_for(arrangement: Arrangement, stated: dict[tuple[str, str], Answer]) -> Answer | None:
    """The given option a design is to improve on: the one it names, else the recommended one, else the first."""
    rows = [
        answer
        for (_name, branch), answer in sorted(stated.items())
        if answer.question.arrangement.option.kind == "given" and branch in ("", arrangement.branch)
    ]
    named = [a for a in rows if a.question.arrangement.option.option == arrangement.option.against]
    recommended = [a for a in rows if a.question.arrangement.option.standing == "recommended"]
    return next(iter([*named, *recommended, *rows]), None)


def _anchors(
    scenario: Scenario, arrangement: Arrangement, stated: dict[tuple[str, str], Answer], asked: Asking
) -> list[Answer]:
    unchanged = [a for a in stated.values() if a.question.arrangement.option.kind == "no change"]
    as_is = next((a.ledger.total().pence for a in unchanged if a.ledger is not None), None)
    near = _reference(scenario, arrangement.option, asked.near, arrangement.branch)
    setting = Setting(default_ceiling(scenario, stated, arrangement.branch), as_is, near)
    main = question(arrangement, setting)
    out = [_designed(main, "people_first", main.order, asked)]
    if {"cost", "displaced"} <= {*dict(main.order)}:
        out.append(_designed(main, "money_first", swapped(main.order, "displaced", "cost"), asked))
    target = _given_for(arrangement, stated)
    if target is not None and target.structure is not None and main.priced and target.question.priced:
        reference = given(target.question.arrangement.scenario)
        closer = question(arrangement, replace(setting, reference=near or reference))
        out.append(_improved(closer, target, asked))
    return out


def _reference(scenario: Scenario, option: Option, near: str | None, branch: str) -> Counts | None:
    """Posts of the option consulted on, from which change is then counted; None: from today."""
    wanted = near or option.near
    if wanted is None:
        return None
    row = next((o for o in scenario.options if o.option == wanted), None)
    if row is None:
        raise KeyError(wanted)
    laid = arrange(scenario, row, branch)
    return given(laid.scenario) if row.kind == "given" else today(laid.scenario)


def _designed(asked: Question, anchor: Anchor, order: Order, asking: Asking) -> Answer:
    if asking.say is not None:
        asking.say(f"{asked.arrangement.name}, {anchor.replace('_', ' ')}")
    outcome = design(asked.problem, order, asking.watch)
    structure = None if isinstance(outcome, Infeasible) else outcome.structure
    reasons = _reasons(outcome)
    if structure is None:
        return Answer(asked, anchor, outcome, None, None, None, reasons)
    return Answer(
        asked, anchor, outcome, structure, judge(asked.problem, structure), ledger_of(asked, structure), reasons
    )


def _reasons(outcome: Outcome) -> tuple[str, ...]:
    match outcome:
        case Infeasible(reasons=reasons):
            return reasons or ("No structure keeps all the rules; no single sum shows why.",)
        case Undecided(why=why):
            return (f"Not settled: {why}.",)
        case Designed():
            return ()


def _improved(asked: Question, target: Answer, asking: Asking) -> Answer:
    """No worse than the given option on work, people and cost: lexicographic within those limits.

    The first of the three goals that can be bettered is, because each is made as small as can be in its turn; if none
    is, none can be, and that is the proof that no such structure exists.
    """
    values = target.verdict.values if target.verdict is not None else {}
    limits = replace(
        asked.problem.limits,
        uncovered_weighted=values["uncovered"],
        displaced=min(values["displaced"], asked.problem.limits.displaced or values["displaced"]),
        cost_pence=values["cost"],
    )
    order = (*((g, t) for g, t in PEOPLE_FIRST if g in IMPROVED_GOALS), *PEOPLE_FIRST[len(IMPROVED_GOALS) :])
    constrained = replace(asked, problem=replace(asked.problem, limits=limits), order=order)
    answer = _designed(constrained, "improved", order, asking)
    name = target.question.arrangement.name
    if isinstance(answer.outcome, Infeasible):
        words = f"No structure of this option covers as much, displaces no more and costs no more than '{name}'."
        return replace(answer, reasons=(words,))
    if isinstance(answer.outcome, Designed) and not _better(answer, values, dict(order)["cost"]):
        words = f"No structure of this option matches '{name}' on work, people and cost and does better on one of them."
        return Answer(answer.question, "improved", Infeasible(), None, None, None, (words,))
    return answer


def _better(answer: Answer, values: dict[str, int], tolerance: int) -> bool:
    """Better on one of the three goals; on cost by more than its tolerance, so that pence are not an improvement."""
    mine = answer.verdict.values if answer.verdict is not None else {}
    return (
        mine["uncovered"] < values["uncovered"]
        or mine["displaced"] < values["displaced"]
        or mine["cost"] < values["cost"] - tolerance
    )
