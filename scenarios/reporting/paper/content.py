"""Everything a paper says, by placeholder: the results in words, with what only the author can say left out.

The author's reason is the author's or blank: it is never invented. Change this when a placeholder is added.
"""

from scenarios.reporting.old_prices import older_prices
from scenarios.reporting.paper.dates import calendar, consultation, plans
from scenarios.reporting.paper.disclosure import HIDDEN
from scenarios.reporting.paper.equality import equality
from scenarios.reporting.paper.rests_on import assumptions, doubts, not_known, provenance
from scenarios.reporting.paper.risks import not_asked, risks
from scenarios.reporting.paper.structures import structure
from scenarios.reporting.paper.told import Row, Told
from scenarios.schema.options import Option

ILLUSTRATION = (
    "Illustration: some figures are assumed to show the method. Nothing here says what the authority could have done."
)
NO_JUDGEMENT = "None of this makes a structure fair or lawful; that is the authority's judgement."
NOT_COMPLETE = "The search was stopped early: what is marked as not settled is what was found so far."
VERSION_WORDS = {
    "public": "Small numbers of people, exit costs and vacancies are held back and shown as *.",
    "exempt": "Not for publication: it holds information that is likely to reveal who individuals are "
    "(Local Government Act 1972, Schedule 12A, paragraphs 1 and 2; the authority decides whether they apply).",
}
LEGAL = (
    "The figures come from a tool that counts posts and people. It does not judge if a structure is fair or lawful.",
    "It holds no data on persons, and does not work out who is appointed, selected or dismissed.",
    "Where more people than posts may compete, it says how many people for how many posts, and no more.",
    "Ranges of people displaced are possibilities under the rules stated, not decisions.",
    "Consultation, selection, equality duties, notice and redundancy are for the authority and its legal advisers.",
)


def content_of(told: Told) -> Row:
    """Return what each placeholder holds, but for the charts."""
    header = told.case.scenario.header
    bases = sorted({each.price_base for each in told.comparison.structures if each.price_base})
    recommended = next((option for option in told.options if option.standing == "recommended"), None)
    structures = [structure(each, told) for each in told.shown]
    return {
        "title": header.title,
        "authority": header.authority,
        "case_name": header.name,
        "version": f"{told.seen.version.value.capitalize()} version",
        "version_words": VERSION_WORDS[told.seen.version.value],
        "old_prices": older_prices(told.case.scenario),
        "prices": "; ".join(bases) or header.price_base or "prices not stated",
        "notices": _notices(told),
        "note": header.note or "",
        "today": structure(told.today[0], told) if told.today else None,
        "recommended": [structure(each, told) for each in told.recommended],
        "recommended_option": "" if recommended is None else recommended.option,
        "reason": "" if recommended is None else recommended.reason or "",
        "structures": structures,
        "spent_once": [row for row in structures if _may_tell_once(row)],
        "options": [_option(option, told) for option in told.options],
        "must_be_true": risks(told),
        "not_asked": not_asked(told),
        "assumptions": assumptions(told),
        "not_known": not_known(told),
        "doubts": doubts(told),
        "doubts_count": str(len(told.case.doubts)),
        "calendar": calendar(told),
        "consultation": consultation(told),
        "timetables": plans(told),
        "equality": equality(told),
        "legal": [*LEGAL],
        "sources": [
            {"sheet": sheet.replace("_", " "), "source": source} for sheet, source in sorted(header.sources.items())
        ],
        "provenance": provenance(told),
    }


def _notices(told: Told) -> list[str]:
    said = [ILLUSTRATION] if told.comparison.illustration else []
    if any(each.status == "undecided" for each in told.comparison.structures):
        said.append(NOT_COMPLETE)
    return [*said, NO_JUDGEMENT]


def _may_tell_once(row: Row) -> bool:
    """Whether a structure that changes something has a one-off cost that readers may see."""
    return bool(row["has_posts"]) and row["status"] != "as_is" and row["once_low"] != HIDDEN


def _option(option: Option, told: Told) -> Row:
    return {
        "name": option.option,
        "title": option.title or "",
        "kind": option.kind,
        "proposed_by": option.proposed_by or "",
        "standing": option.standing,
        "reason": option.reason or "",
        "structures": [structure(each, told) for each in told.of(option.option)],
    }
