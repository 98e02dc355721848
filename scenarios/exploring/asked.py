"""An option to design, laid out in each of its branches so that questions can be asked about it.

Change this when a question about a design needs something more of the case.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scenarios.comparing.answers import Answer, Asking, Laid, asks, lay_out
from scenarios.comparing.ledgers import ledger_of
from scenarios.comparing.result import StructureResult
from scenarios.comparing.results import Shared, result_of, shared_by
from scenarios.comparing.stated import StatedOption
from scenarios.compiling.arrangement import Arrangement
from scenarios.compiling.problem import Question
from scenarios.exploring.result import Explored, T
from scenarios.schema.canonical import canonical, with_sources
from scenarios.schema.case import Case
from solver.checker import judge
from solver.outcome import Outcome
from solver.structure import Structure


@dataclass(frozen=True)
class AskedOf:
    """One designed option in one branch: the question as people first, and the case it stands in.

    `stated` are no change and the given options that may stand beside it: those of its branch.
    """

    arrangement: Arrangement
    question: Question
    laid: Laid
    shared: Shared

    @property
    def branch(self) -> str | None:
        """The branch as results name it."""
        return self.arrangement.branch or None

    def stated(self) -> tuple[StatedOption, ...]:
        """No change and the given options of this branch, by name."""
        found = {
            one.arrangement.option.option: one
            for (_name, branch), one in sorted(self.laid.stated.items())
            if branch in ("", self.arrangement.branch)
        }
        return tuple(found[name] for name in sorted(found))

    def result(self, structure: Structure, outcome: Outcome, question: Question | None = None) -> StructureResult:
        """A structure found for the question (or for one like it) in full: costed, judged, with people and work."""
        asked = question or self.question
        verdict = judge(asked.problem, structure)
        ledger = ledger_of(asked, structure)
        return result_of(Answer(asked, None, outcome, structure, verdict, ledger), self.shared)

    def stated_result(self, one: StatedOption) -> StructureResult:
        """No change or a given option in full."""
        return result_of(Answer(one.question, None, None, one.structure, one.verdict, one.ledger), self.shared)


def asked_of(case: Case, asking: Asking) -> Iterator[AskedOf]:
    """Lay out the designed options that `asking` names (all, when it names none), branch by branch.

    Rows may come in any order: the scenario is put in its canonical order first. Raises KeyError for an option that the
    case does not have.
    """
    scenario = canonical(with_sources(case.scenario))
    laid = lay_out(scenario, asking)
    shared = shared_by(case, laid.as_is, asking.watch)
    for arrangement in laid.arrangements:
        if arrangement.option.kind == "designed":
            first = next(asks(scenario, arrangement, laid.stated, near=asking.near))
            yield AskedOf(arrangement, first.question, laid, shared)


def explored(
    case: Case, question: str, asking: Asking, *, structures: Sequence[StructureResult], answers: Sequence[T]
) -> Explored[T]:
    """Put answers together as one document."""
    header = case.scenario.header
    return Explored(
        case=header.name,
        title=header.title,
        illustration=header.illustration,
        note=header.note,
        question=question,
        option=asking.options[0] if len(asking.options) == 1 else None,
        structures=tuple(structures),
        answers=tuple(answers),
    )
