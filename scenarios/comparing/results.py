"""Answers turned into results: costed, set against no change, with people, work, verdict and provenance.

Change this when a result says something more (scenarios/comparing/result.py) and it has to be worked out.
"""

from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from importlib.metadata import version
from itertools import chain
from json import dumps
from typing import Any

from scenarios.claims.exit_costs import one_off
from scenarios.claims.outcome import PeopleOutcome, people_outcome
from scenarios.comparing import result as r
from scenarios.comparing.answers import Answer, Asking, lay_out
from scenarios.comparing.break_evens import begin, depends_on, is_asked
from scenarios.comparing.money import money_of, pounds_of, transferred_words
from scenarios.comparing.posts import by_grade, changes, deleted, lines, make_up_words
from scenarios.comparing.work import coverage, shown_witness, undone_words
from scenarios.compiling.problem import Question
from scenarios.money.payback import PaysBack, payback
from scenarios.schema.canonical import canonical, digest, with_sources
from scenarios.schema.case import Case
from scenarios.schema.figure import DEFAULT_SOURCE
from scenarios.schema.sealed import Sealed
from solver.checker import Verdict
from solver.goals import GOALS
from solver.outcome import Designed, Infeasible, Outcome, Undecided
from solver.problem import Problem
from solver.rules.no_idle import RULE as NO_IDLE
from solver.search import Watch, engine_for
from solver.structure import Structure
from solver.tally import Tally
from solver.wording import pounds

PACKAGES = ("ortools", "restructure-designer")


@dataclass(frozen=True)
class Shared:
    """What every result of a case shares."""

    as_is: Answer
    sealed: Sealed
    input_digest: str
    versions: dict[str, str]
    watch: Watch


def shared_by(case: Case, as_is: Answer, watch: Watch) -> Shared:
    """What the results of a case share: no change, the sealed tables, and where the results come from."""
    versions = {name: version(name) for name in PACKAGES}
    return Shared(as_is, case.sealed, digest(case.scenario), versions, watch)


def compare_case(case: Case, asking: Asking | None = None) -> r.Comparison:
    """Answer every option of a case and say what each means.

    Rows may come in any order: the scenario is put in its canonical order first. Raises KeyError for an option that the
    case does not have.
    """
    scenario = canonical(with_sources(case.scenario))
    asked = asking or Asking()
    laid = lay_out(scenario, asked)
    moved = [number for number, each in enumerate(laid.arrangements) if is_asked(each.option, asked)]
    answers = {number: laid.answers_of(laid.arrangements[number]) for number in moved}
    begun = begin(scenario, tuple(chain.from_iterable(answers.values())), asked)
    for number, arrangement in enumerate(laid.arrangements):  # the others, while other processes look for break-evens
        if number not in answers:
            answers[number] = laid.answers_of(arrangement)
    shared = shared_by(case, laid.as_is, asked.watch)
    results = {number: [result_of(answer, shared) for answer in answers[number]] for number in sorted(answers)}
    needs = iter(depends_on(begun, asked))
    whole = not asked.watch.settings.stop.asked
    for number in moved:
        results[number] = [
            each.model_copy(update={"depends_on": next(needs), "depends_on_asked": whole}) for each in results[number]
        ]
    header = scenario.header
    return r.Comparison(
        case=header.name,
        title=header.title,
        illustration=header.illustration,
        note=header.note,
        structures=tuple(chain.from_iterable(results.values())),
    )


def result_of(answer: Answer, shared: Shared) -> r.StructureResult:
    """One answer in full; without a structure it says why."""
    option, question = answer.question.arrangement.option, answer.question
    head = r.Head(
        option=option.option,
        anchor=answer.anchor,
        branch=question.arrangement.branch or None,
        status=status_of(answer),
        standing=option.standing,
        reason=option.reason,
        proven=answer.outcome is None or isinstance(answer.outcome, Designed | Infeasible),
        ties=isinstance(answer.outcome, Designed) and answer.outcome.ties,
        bounds=_bounds(answer.outcome),
        depends_on=(),
        unknown=question.unknown,
        notes=_notes(answer, shared),
        reasons=answer.reasons,
        provenance=_provenance(answer, shared),
        changed_from=question.changed_from,
    ).model_dump()
    if answer.structure is None or answer.verdict is None or answer.ledger is None:
        return r.StructureResult(**head)
    stages, ties = (answer.outcome.stages, answer.outcome.ties) if isinstance(answer.outcome, Designed) else ((), False)
    limits = replace(shared.watch.settings, seed=0, progress=None)  # a limit that is reached says the same for any seed
    people = people_outcome(question, answer.structure, stages=stages, ties=ties, settings=limits)
    return r.StructureResult(
        **head,
        **_money(answer, shared, people),
        **_posts(answer, answer.structure),
        **people_of(people),
        **_work(question, answer.structure),
        verdict=_verdict(answer.verdict, question),
    )


def _notes(answer: Answer, shared: Shared) -> tuple[str, ...]:
    """What has to be known to add the figures up: transfers, make-up posts, the ceiling, much work undone."""
    structure, limits = answer.structure, answer.question.problem.limits
    made_up = () if structure is None else make_up_words(answer.question, structure)
    ceilings = sorted({pence for pence in limits.ceiling_pence if pence is not None})
    whose = answer.question.ceiling_from
    reason = "the default, as none is stated: the cost of {!r}, of what stays and counts"
    default = "" if whose is None else f" ({reason.format(whose)})"
    held = tuple(f"Held to a ceiling of {pounds(pence)} a year{default}." for pence in ceilings if answer.anchor)
    undone = () if structure is None or answer.anchor is None else undone_words(answer.question, structure)
    return (*transferred_words(answer, shared.as_is), *held, *made_up, *undone)


def status_of(answer: Answer) -> r.Status:
    """How an answer ended, in the words of the result."""
    match answer.outcome:
        case None:
            return "as_is" if answer.question.arrangement.option.kind == "no change" else "given"
        case Designed():
            return "designed"
        case Infeasible():
            return "infeasible"
        case Undecided():
            return "undecided"


def _bounds(outcome: Outcome | None) -> tuple[r.Bound, ...]:
    stages = outcome.stages if isinstance(outcome, Designed | Undecided) else ()
    return tuple(
        r.Bound(goal=s.goal, unit=GOALS[s.goal].unit, value=s.value, bound=s.bound, settled=s.settled, kept=s.kept)
        for s in stages
    )


def _provenance(answer: Answer, shared: Shared) -> r.Provenance:
    problem, watch = answer.question.problem, shared.watch
    return r.Provenance(
        input_digest=shared.input_digest,
        problem_digest=problem_digest(problem),
        versions=shared.versions,
        engine=None if answer.outcome is None else (watch.engine or engine_for(problem)).value,
        effort_limit=watch.settings.effort,
        node_limit=watch.settings.nodes,
        goals=answer.question.order,
    )


def problem_digest(problem: Problem) -> str:
    """The SHA-256 of a problem in its sorted form, in hexadecimal."""
    return sha256(dumps(asdict(problem), sort_keys=True).encode()).hexdigest()


def _money(answer: Answer, shared: Shared, people: PeopleOutcome) -> dict[str, Any]:
    money = money_of(answer, shared.as_is)
    once = one_off(answer.question, people, shared.sealed.service)
    back = payback(once.expected_pence, money.saving_pence)
    known = (once.low_pence, once.expected_pence, once.high_pence) != (None, None, None)
    return {
        "annual_cost": money.annual_cost,
        "price_base": money.price_base,
        "saving": money.saving,
        "saving_by_source": money.by_source,
        "saving_by_funding": money.by_funding,
        "cost_by_year": money.cost_by_year,
        "saving_by_year": money.saving_by_year,
        "months_by_year": money.months_by_year,
        "one_off": r.OneOff(
            low=pounds_of(once.low_pence), expected=pounds_of(once.expected_pence), high=pounds_of(once.high_pence)
        )
        if known
        else None,
        "payback_years": round(float(back.years), 2) if isinstance(back, PaysBack) else None,
        "pays_back": None if back is None else isinstance(back, PaysBack),
        "ledger": r.ledger_lines(answer.ledger),
    }


def _posts(answer: Answer, structure: Structure) -> dict[str, Any]:
    rows = lines(answer.question, structure, answer.ledger) if answer.ledger is not None else ()
    moves = changes(answer.question, structure)
    return {
        "fte": structure.milli_fte(answer.question.problem) / 1000,
        "posts": sum(n for _, n in structure.posts),
        "posts_deleted": deleted(moves),
        "posts_created": sum(move.created for move in moves),
        "post_changes": moves,
        "lines": rows,
        "by_grade": by_grade(rows),
    }


def people_of(people: PeopleOutcome) -> dict[str, Any]:
    """What a structure means for people, as a result says it."""
    return {
        "people": r.People(
            in_scope=people.in_scope,
            at_risk=people.at_risk,
            s188=r.S188(low=people.s188_low, high=people.s188_high),
            no_change=people.no_change,
            slot_in=people.slot_in,
            displaced_at_least=people.displaced_at_least,
            displaced_at_most=people.displaced_at_most,
        ),
        "ring_fences": tuple(
            r.RingFence(
                groups=line.groups,
                roles=line.roles,
                people=line.people,
                posts=line.posts,
                unplaced_at_least=line.unplaced_at_least,
            )
            for line in people.ring_fences
        ),
        "groups": tuple(
            r.GroupRange(group=g.group, people=g.people, displaced_low=g.displaced_low, displaced_high=g.displaced_high)
            for g in people.groups
        ),
    }


def _work(question: Question, structure: Structure) -> dict[str, Any]:
    tally = Tally(question.problem, structure)
    return {
        "coverage": coverage(question, structure),
        "uncovered_fte": sum(tally.uncovered.values()) / 1000,
        "witness": shown_witness(question, structure),
        "idle_fte": tally.idle_milli_fte / 1000,
        "absorbed_fte": sum(t.absorbed_milli_fte for t in question.problem.teams if tally.team_posts(t.id)) / 1000,
    }


def _verdict(verdict: Verdict, question: Question) -> r.VerdictLine:
    """The checker's judgement; a limit that nobody typed is said to be our default."""
    by_default = question.arrangement.scenario.limits.spare_milli_fte.source == DEFAULT_SOURCE
    unstated = {NO_IDLE.name} if by_default else set()
    return r.VerdictLine(
        ok=verdict.ok,
        findings=tuple(
            r.FindingLine(
                rule=f.rule,
                place=f.place,
                amount=f.amount,
                message=f"{f.message} (the default)" if f.rule in unstated else f.message,
            )
            for f in verdict.findings
        ),
    )
