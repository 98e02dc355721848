"""A case worked out for a workbook: every structure with its ledger in each year, its money, and its people.

The same answers as `compare` shows, in the same order and under the same numbers (scenarios/reporting/same_posts.py),
as the office has them: to the penny, with what each line was priced from.
Change this when a workbook needs something more about a structure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scenarios.claims.exit_costs import one_off
from scenarios.claims.outcome import PeopleOutcome, people_outcome
from scenarios.comparing.answers import Answer, Asking, answers
from scenarios.comparing.ledgers import ledger_of
from scenarios.comparing.money import Money, money_of
from scenarios.comparing.posts import lines
from scenarios.comparing.restored import Held, Restored, restored
from scenarios.comparing.result import Comparison
from scenarios.comparing.results import status_of
from scenarios.compiling.problem import years_of
from scenarios.money.exit_range import ExitRange
from scenarios.money.ledger import Ledger
from scenarios.money.years import FinancialYear
from scenarios.reporting.same_posts import may_share, titled
from scenarios.schema.canonical import canonical, digest, with_sources
from scenarios.schema.case import Case
from scenarios.schema.derive_posts import goes_out
from scenarios.schema.scenario import Scenario
from solver.outcome import Designed, Undecided
from solver.structure import Structure


@dataclass(frozen=True)
class Costed:
    """One structure: its number and title as in a comparison, its ledger by year, money, people and what it costs once.

    `ledgers` are by the first calendar year of each financial year; lines stand in the same order in all of them.
    """

    number: int
    title: str
    answer: Answer
    structure: Structure
    ledgers: Mapping[int, Ledger]
    money: Money
    people: PeopleOutcome
    once: ExitRange

    @property
    def is_today(self) -> bool:
        """Whether it is no change."""
        return self.answer.question.arrangement.option.kind == "no change"


@dataclass(frozen=True)
class NoStructure:
    """An answer without a structure, and why there is none."""

    number: int
    title: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Worked:
    """A case with its structures, no change first; `dated` False where no year is stated, so that none is shown.

    `stays` says of each line of no change whether its cost stays with the case, so that a saving is set against it;
    `settled` whether every search came to its end.
    """

    case: Case
    scenario: Scenario
    digest: str
    structures: tuple[Costed, ...]
    without: tuple[NoStructure, ...]
    stays: tuple[bool, ...]
    settled: bool
    years: tuple[int, ...]
    dated: bool

    @property
    def today(self) -> Costed:
        """No change."""
        return self.structures[0]

    def label(self, year: int) -> str:
        """A year as it is printed; the one year of a case without dates is a full year."""
        return FinancialYear(year).label if self.dated else "a full year"

    def before(self, costed: Costed, year: int) -> Ledger:
        """What a structure is set against: today's lines, for others than no change without what goes elsewhere."""
        ledger = self.today.ledgers[year]
        if costed.is_today:
            return ledger
        return Ledger(tuple(line for line, stays in zip(ledger.lines, self.stays, strict=True) if stays))


def worked_out(case: Case, asking: Asking | None = None) -> Worked:
    """Work out every option of a case, or those asked for, and no change.

    Args:
        case: a case without faults.
        asking: how, and which options.

    Raises:
        KeyError: an option is asked for that the case does not have.
    """
    scenario = canonical(with_sources(case.scenario))
    found = answers(scenario, asking)
    return _worked(case, scenario, Restored(tuple(map(Held, found.shown)), found.as_is))


def worked_from(case: Case, comparison: Comparison, *, near: str | None = None) -> Worked:
    """Work out a case from what was answered about it before: nothing is searched again.

    Args:
        case: the case that was answered.
        comparison: the answers, as they were kept.
        near: the given option that changes were counted from, where one was asked for.

    Raises:
        NotRestored: the answers are of another case, or of another build.
    """
    scenario = canonical(with_sources(case.scenario))
    return _worked(case, scenario, restored(scenario, comparison, near=near))


def _worked(case: Case, scenario: Scenario, held: Restored) -> Worked:
    header = scenario.header
    shown: list[Costed] = []
    without: list[NoStructure] = []
    grouped = _together(held.shown)
    is_shown = any(group[0].answer.question.arrangement.option.kind == "no change" for group in grouped)
    numbered = enumerate(grouped, 1) if is_shown else enumerate([[Held(held.as_is)], *grouped])
    for number, group in numbered:
        answer = group[0].answer
        if answer.structure is None:
            without.append(NoStructure(number, _title(group), answer.reasons))
        else:
            shown.append(_costed(number, group, structure=answer.structure, as_is=held.as_is, case=case))
    return Worked(
        case=case,
        scenario=scenario,
        digest=digest(case.scenario),
        structures=tuple(shown),
        without=tuple(without),
        stays=_stays(held.as_is),
        settled=not any(isinstance(each.answer.outcome, Undecided) for each in held.shown),
        years=years_of(scenario),
        dated=bool(header.years or header.start_date or header.case_date),
    )


def _together(found: Sequence[Held]) -> list[list[Held]]:
    """Put answers of one option in one branch together that come to the same posts, or to none for the same reasons."""
    groups: dict[object, list[Held]] = {}
    for number, each in enumerate(found):
        groups.setdefault(_alike(each.answer, number), []).append(each)
    return list(groups.values())


def _alike(answer: Answer, number: int) -> object:
    status = status_of(answer)
    if not may_share(status):
        return number
    name = answer.question.arrangement.name
    if answer.structure is None or answer.ledger is None:
        return name, status, answer.reasons
    return name, status, lines(answer.question, answer.structure, answer.ledger)


def _title(group: Sequence[Held]) -> str:
    return titled(group[0].answer.question.arrangement.name, (each.answer.anchor for each in group))


def _costed(number: int, group: Sequence[Held], *, structure: Structure, as_is: Answer, case: Case) -> Costed:
    answer = group[0].answer
    people = group[0].people or _people(answer, structure)
    years = years_of(answer.question.arrangement.scenario)
    return Costed(
        number=number,
        title=_title(group),
        answer=answer,
        structure=structure,
        ledgers={year: ledger_of(answer.question, structure, year) for year in years},
        money=money_of(answer, as_is),
        people=people,
        once=one_off(answer.question, people, case.sealed.service),
    )


def _people(answer: Answer, structure: Structure) -> PeopleOutcome:
    stages, ties = (answer.outcome.stages, answer.outcome.ties) if isinstance(answer.outcome, Designed) else ((), False)
    return people_outcome(answer.question, structure, stages=stages, ties=ties)


def _stays(as_is: Answer) -> tuple[bool, ...]:
    """Whether the cost of each line of no change stays: posts transferred elsewhere take theirs along."""
    scenario = as_is.question.arrangement.scenario
    teams = {team.team for team in scenario.teams}
    posts = [not goes_out(post, teams) for post in scenario.posts]
    rest = 0 if as_is.ledger is None else len(as_is.ledger.lines) - len(posts)
    return (*posts, *[True] * rest)
