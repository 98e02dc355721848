"""Every option of a case answered: no change, given structures filled in and judged, designed ones by anchor.

Each designed option has three anchors: people first (the planner's order), money first (displaced and cost change
places), and improved (no worse than the given option on work uncovered, people displaced and cost, and better on one,
or word that no such structure exists within these figures).
Change this when an option gets another anchor, or another way of being compared.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from scenarios.comparing.ledgers import ledger_of
from scenarios.comparing.result import Anchor
from scenarios.comparing.stated import NO_CHANGE_KEY, Stated, StatedOption, stated_options
from scenarios.compiling.allowed import Counts
from scenarios.compiling.arrangement import Arrangement, arrange, arrangements
from scenarios.compiling.limits import stated_ceiling
from scenarios.compiling.post_kinds import given
from scenarios.compiling.problem import Question, Setting, question
from scenarios.money.ledger import Ledger
from scenarios.schema.derive import default_options
from scenarios.schema.scenario import Scenario
from solver.checker import Verdict, judge
from solver.outcome import Designed, Infeasible, Outcome, Undecided
from solver.search import PEOPLE_FIRST, Memo, Watch, design, swapped
from solver.standing import MAIN_GOALS
from solver.structure import Structure


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
class Ask:
    """One search to run for a design: the question, the anchor, and for `improved` the given option to improve on."""

    question: Question
    anchor: Anchor
    target: StatedOption | None = None


@dataclass(frozen=True)
class Asking:
    """How options are answered: how searches run, which options, and who is told what is going on.

    `each` is `map` or does the same on several processes; `break_evens` False leaves out what must be true.
    """

    watch: Watch = field(default_factory=Watch)
    options: tuple[str, ...] = ()
    near: str | None = None
    say: Callable[[str], None] | None = None
    each: Callable[..., Iterable[Any]] = map
    break_evens: bool = True


@dataclass(frozen=True)
class Answers:
    """The answers asked for, in the order of options, branches and anchors; and no change, to set them against."""

    shown: tuple[Answer, ...]
    as_is: Answer


@dataclass(frozen=True)
class Laid:
    """A case laid out to be answered: its arrangements in order, and the options that designs are set against."""

    scenario: Scenario
    asking: Asking
    arrangements: tuple[Arrangement, ...]
    stated: Stated

    @property
    def as_is(self) -> Answer:
        """No change."""
        return _judged(self.stated[NO_CHANGE_KEY])

    def answers_of(self, arrangement: Arrangement) -> tuple[Answer, ...]:
        """The answers of one arrangement: one, or for a design one for each anchor."""
        if arrangement.option.kind != "designed":
            return (_judged(self.stated[arrangement.option.option, arrangement.branch]),)
        found, memo = [], Memo()
        for ask in asks(self.scenario, arrangement, self.stated, near=self.asking.near):
            if self.asking.say is not None:
                self.asking.say(f"{arrangement.name}, {ask.anchor.replace('_', ' ')}")
            found.append(designed(limited(ask), replace(self.asking.watch, memo=memo)))
        return tuple(found)


def lay_out(scenario: Scenario, asking: Asking) -> Laid:
    """Lay a case out for what is asked.

    Raises KeyError when an option is asked for that the scenario does not have.
    """
    laid = [a for a in arrangements(scenario) if not asking.options or a.option.option in asking.options]
    missing = {*asking.options} - {a.option.option for a in laid}
    if missing:
        raise KeyError(", ".join(sorted(missing)))
    return Laid(scenario, asking, tuple(laid), stated_options(scenario))


def answers(scenario: Scenario, asking: Asking | None = None) -> Answers:
    """Answer every option in every branch. No change is always worked out, and shown when it is an option.

    Raises KeyError when an option is asked for that the scenario does not have.
    """
    laid = lay_out(scenario, asking or Asking())
    return Answers(tuple(a for arrangement in laid.arrangements for a in laid.answers_of(arrangement)), laid.as_is)


def _judged(one: StatedOption) -> Answer:
    return Answer(one.question, None, None, one.structure, one.verdict, one.ledger)


def asks(scenario: Scenario, arrangement: Arrangement, stated: Stated, *, near: str | None = None) -> Iterator[Ask]:
    """The searches of a designed option in one branch, one for each anchor it has.

    `improved` comes without the limits that its target sets. Raises KeyError when the option to stay near does not
    exist.
    """
    setting = setting_of(scenario, arrangement, stated, near=near)
    main = question(arrangement, setting)
    yield Ask(main, "people_first")
    if {"cost", "displaced"} <= {*dict(main.order)}:
        yield Ask(replace(main, order=swapped(main.order, "displaced", "cost")), "money_first")
    target = _given_for(arrangement, stated)
    if target is not None and main.priced and target.question.priced:
        yield improved_on(arrangement, setting, target)


def setting_of(scenario: Scenario, arrangement: Arrangement, stated: Stated, *, near: str | None = None) -> Setting:
    """What a designed option needs from outside: its ceiling, today's cost, and where change is counted from.

    Raises KeyError when the option to stay near does not exist.
    """
    consulted = _consulted(scenario, arrangement, near)
    ceiling, ceiling_from = default_ceiling(scenario, stated, arrangement.branch)
    return Setting(
        ceiling_pence=ceiling,
        ceiling_from=ceiling_from,
        as_is_pence=stated[NO_CHANGE_KEY].staying_pence,
        reference=consulted.posts,
        changed_from=consulted.option,
    )


def improved_on(arrangement: Arrangement, setting: Setting, target: StatedOption) -> Ask:
    """The search for a structure of a design that is better than a given option: change is counted from that one."""
    near = setting if setting.changed_from is not None else _changed_from(setting, target)
    return Ask(replace(question(arrangement, near), order=PEOPLE_FIRST), "improved", target)


def limited(ask: Ask) -> Ask:
    """The search held to be no worse than its target, where it has one, as its answer is designed."""
    return ask if ask.target is None else replace(ask, question=no_worse(ask.question, ask.target.verdict.values))


def default_ceiling(scenario: Scenario, stated: Stated, branch: str) -> tuple[int | None, str | None]:
    """The ceiling of a design in pence a year: stated, else the cheaper of no change and the given options, if known.

    With it the option whose cost it is; None where it is stated. Only options of its branch that are not set aside
    count, and of these only what stays and counts to the ceiling.
    """
    own = stated_ceiling(scenario)
    if own is not None:
        return own, None
    known = [
        (pence, name)
        for (name, where), one in sorted(stated.items())
        if where in ("", branch) and one.arrangement.option.standing != "set aside"
        if (pence := one.ceiling_pence) is not None
    ]
    return min(known, default=(None, None))


def _given_for(arrangement: Arrangement, stated: Stated) -> StatedOption | None:
    """The given option to improve on: the one a design names, else the recommended, else the first live, else any."""
    rows = [
        one
        for (_name, branch), one in sorted(stated.items())
        if one.arrangement.option.kind == "given" and branch in ("", arrangement.branch)
    ]
    named = [one for one in rows if one.arrangement.option.option == arrangement.option.against]
    recommended = [one for one in rows if one.arrangement.option.standing == "recommended"]
    live = [one for one in rows if one.arrangement.option.standing == "live"]
    return next(iter([*named, *recommended, *live, *rows]), None)


@dataclass(frozen=True)
class _Consulted:
    """The option consulted on and its posts, from which change is counted; both None: it is counted from today."""

    option: str | None = None
    posts: Counts | None = None


def _consulted(scenario: Scenario, arrangement: Arrangement, near: str | None) -> _Consulted:
    """The option consulted on: the one asked for, else the one a design names; only a given one has posts of its own.

    Raises KeyError when there is no option of that name.
    """
    wanted = near or arrangement.option.near
    if wanted is None:
        return _Consulted()
    row = next((o for o in scenario.options or default_options(scenario) if o.option == wanted), None)
    if row is None:
        raise KeyError(wanted)
    if row.kind != "given":
        return _Consulted()
    return _Consulted(row.option, given(arrange(scenario, row, arrangement.branch).scenario))


def _changed_from(setting: Setting, target: StatedOption) -> Setting:
    """The setting with change counted from a given option."""
    return replace(setting, reference=given(target.arrangement.scenario), changed_from=target.arrangement.option.option)


def no_worse(asked: Question, values: Mapping[str, int]) -> Question:
    """The question held to be no worse than some goal values on work uncovered, people displaced and cost."""
    limit = asked.problem.limits.displaced
    limits = replace(
        asked.problem.limits,
        uncovered_weighted=values["uncovered"],
        displaced=values["displaced"] if limit is None else min(limit, values["displaced"]),
        cost_pence=values["cost"],
    )
    return replace(asked, problem=replace(asked.problem, limits=limits))


def designed(ask: Ask, watch: Watch) -> Answer:
    """Run one search and read its outcome.

    For `improved`, the first of the three goals that can be bettered is, because each is made as small as can be in its
    turn; if the stages better none, none can be, and that is the proof that no such structure exists. Where later goals
    spent the cost's tolerance, so that the structure shown no longer costs less, it is searched again with the saving
    asked for.
    """
    outcome = design(ask.question.problem, ask.question.order, watch)
    structure = None if isinstance(outcome, Infeasible) else outcome.structure
    if structure is None:
        return Answer(ask.question, ask.anchor, outcome, None, None, None, _reasons(outcome, ask))
    verdict = judge(ask.question.problem, structure)
    theirs = None if ask.target is None else ask.target.verdict.values
    if theirs is not None and isinstance(outcome, Designed):
        if not improves({stage.goal: stage.value for stage in outcome.stages}, theirs):
            none: Outcome = Infeasible()
            return Answer(ask.question, ask.anchor, none, None, None, None, _reasons(none, ask))
        if not improves(verdict.values, theirs):
            return designed(_cheaper(ask, theirs["cost"]), watch)
    ledger = ledger_of(ask.question, structure)
    return Answer(ask.question, ask.anchor, outcome, structure, verdict, ledger, _reasons(outcome, ask))


def _cheaper(ask: Ask, cost: int) -> Ask:
    """The same search, asked to cost less than `cost` by more than the tolerance."""
    problem = ask.question.problem
    limits = replace(problem.limits, cost_pence=cost - dict(PEOPLE_FIRST)["cost"] - 1)
    return replace(ask, question=replace(ask.question, problem=replace(problem, limits=limits)))


def _reasons(outcome: Outcome, ask: Ask) -> tuple[str, ...]:
    match outcome:
        case Infeasible() if ask.target is not None:
            name = ask.target.arrangement.name
            return (f"No structure of this option matches '{name}' on work, people and cost and does better on one.",)
        case Infeasible(reasons=reasons):
            return reasons or ("No structure keeps all the rules; no single sum shows why.",)
        case Undecided(why=why):
            return (f"Not settled: {why}.",)
        case Designed():
            return ()


def improves(mine: Mapping[str, int], theirs: Mapping[str, int]) -> bool:
    """Whether goal values are better than others on one main goal; on cost by more than its tolerance, not by pence."""
    within = dict(PEOPLE_FIRST)
    return any(mine[goal] < theirs[goal] - within[goal] for goal in MAIN_GOALS)
