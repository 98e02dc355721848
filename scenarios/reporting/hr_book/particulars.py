"""Sheet `section 188`: the particulars to be given in writing to representatives, as far as the case states them.

What the case does not state is left as a marked blank and never made up. Numbers are people, at the least and at the
most; who they are is no part of this.
Source: Trade Union and Labour Relations (Consolidation) Act 1992 section 188(4)(a) to (i); domain-rules.md section 6.
Change this when the law asks for another particular.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.claims.ground import headcount
from scenarios.money.consultation import section_188, thresholds
from scenarios.proofreading.draft import Draft
from scenarios.reporting.amounts import range_text
from scenarios.reporting.hr_book.form import PARTICULARS, proposals, put_name, to_write
from scenarios.reporting.worked import Costed, Worked
from scenarios.schema.policy import Policy
from scenarios.schema.posts import Post
from scenarios.schema.sums import total
from scenarios.timetable.of_case import decided_on
from scenarios.workbooks.book import Book
from scenarios.workbooks.figures import FigureSheet
from scenarios.workbooks.inputs import UNKNOWN
from solver.wording import some

_WIDTHS = (5, 30, 6, 52, 60, 34)
_HEADINGS = ("no.", "structure", "188(4)", "what is to be given in writing", "what the case states", "where it is from")
_NOTES = (
    "Section 188(4) of the Trade Union and Labour Relations (Consolidation) Act 1992. Not legal advice.",
    "What the case does not state is a blank in square brackets, for the authority to write. People are numbers only.",
)
Particular = tuple[str, str, str, str]
"""The letter, what the law asks for, what the case states, and where that is from."""


def put_particulars(book: Book, worked: Worked) -> None:
    """Write the sheet: a block for each structure that would change something.

    Args:
        book: the workbook.
        worked: the case.
    """
    sheet = FigureSheet(book, PARTICULARS, _WIDTHS)
    row = sheet.header(sheet.head("Section 188: particulars to be given in writing", _NOTES), _HEADINGS, frozen=3)
    for costed in proposals(worked):
        for particular in particulars(worked, costed):
            put_name(sheet, row, costed)
            for column, text in enumerate(particular, 2):
                sheet.text((row, column), text)
            row += 1
        row += 1


def particulars(worked: Worked, costed: Costed) -> Iterator[Particular]:
    """Yield the particulars of a structure, in the order of the Act.

    Args:
        worked: the case.
        costed: the structure.
    """
    option, policy = costed.answer.question.arrangement.option, worked.scenario.policy
    yield "", "whether consultation is due", _due(worked, costed), "the Act, sections 188 and 193"
    reason = option.reason or to_write("the reasons for the proposals")
    yield "(a)", "the reasons for the proposals", reason, "the option's reason" if option.reason else ""
    yield "(b)", "numbers and descriptions of those it is proposed to dismiss as redundant", _numbers(costed), "groups"
    unit = policy.section_188_establishment or to_write("the establishment")
    employed = f"{_employed(costed)} in this case; {unit}"
    yield "(c)", "total number employed of those descriptions at the establishment", employed, "groups"
    selected = _selection(policy)
    yield "(d)", "the proposed method of selecting those who may be dismissed", selected, "policy; ring-fences"
    carried = to_write("the agreed procedure and the period over which the dismissals take effect")
    yield "(e)", "the proposed method of carrying out the dismissals, and their period", carried, "dates: timetable"
    yield "(f)", "how payments other than the statutory ones are calculated", payments(policy), "policy"
    yield from _agency(worked)


def _due(worked: Worked, costed: Costed) -> str:
    """Say what the law asks for the most people that count."""
    on = decided_on(Draft(worked.case.scenario, worked.case.sealed, worked.case.places))
    if on is None:
        return to_write("the day of the decision, which the thresholds go by")
    duty = section_188(costed.people.s188_high, proposed_on=on)
    most = some(costed.people.s188_high, "person", "people")
    if not duty.applies:
        fewest = thresholds(proposed_on=on)[0].people
        return f"Not by the Act for {most} at most: fewer than {fewest}. A policy or agreement may ask for more."
    return f"Yes, if it comes to {most}: {duty.least_days} days, and as many for form HR1, before the first dismissal."


def _numbers(costed: Costed) -> str:
    low, high = costed.people.s188_low, costed.people.s188_high
    names = "; ".join(each.group for each in costed.people.groups if each.at_risk)
    return f"{range_text(low, high)} people: {names}" if names else "nobody is at risk"


def _employed(costed: Costed) -> str:
    """The people of the groups at risk, at the least and at the most."""
    risky = {each.group for each in costed.people.groups if each.at_risk}
    counted = [headcount(each) for each in costed.answer.question.people.staff if each.group.group in risky]
    known = [each.least for each in counted if each.least is not None]
    most = sum(each.most for each in counted)
    return range_text(sum(known) if len(known) == len(counted) else None, most) + " people"


def _selection(policy: Policy) -> str:
    blank = to_write("the method of selection")
    if policy.selection_by_team is None:
        return blank
    return f"{'By team' if policy.selection_by_team else 'Over all teams'}. {blank}"


def payments(policy: Policy) -> str:
    """Return how redundancy payments are calculated, as far as the policy states it."""
    said = []
    times, weeks = policy.redundancy_multiplier_hundredths, policy.redundancy_ceiling_weeks
    if times is not None and times.value is not None:
        said.append(f"statutory weeks x {times.value / 100:g}")
    if policy.redundancy_pay is not None:
        said.append("a week's actual pay" if policy.redundancy_pay == "actual" else "a week's pay as capped by law")
    if weeks is not None and weeks.value is not None:
        said.append(f"at most {weeks.value} weeks")
    return "; ".join(said) or to_write("the method of calculating redundancy payments")


def _agency(worked: Worked) -> Iterator[Particular]:
    """Yield the three particulars about agency workers."""
    posts = [post for post in worked.scenario.posts if post.contract == "agency"]
    source = "posts with the contract agency"
    asked = (
        "number of agency workers working temporarily for and under the direction of the employer",
        "the parts of the undertaking in which they work",
        "the type of work they carry out",
    )
    said = (_how_many(posts), _listed(post.team for post in posts), _listed(post.title for post in posts))
    for letter, ask, say in zip(("(g)", "(h)", "(i)"), asked, said, strict=True):
        none = f"none in this case; {to_write('those outside it')}"
        yield letter, ask, say if posts else none, source


def _how_many(posts: list[Post]) -> str:
    bounds = total((post.people for post in posts), "agency").bounds
    if bounds is None:
        return UNKNOWN
    return range_text(*bounds)


def _listed(names: Iterator[str | None]) -> str:
    return "; ".join(sorted({name for name in names if name})) or to_write("not stated in the case")
