"""One structure as placeholders: its posts, what changes, what it costs and saves, its work, what was found.

Every figure is a field of the result, written as everywhere else; nothing is worked out here.
Change this when a structure has to say something more in a paper.
"""

from collections.abc import Iterable

from scenarios.comparing.result import PostChange, StructureResult
from scenarios.reporting.amounts import NOT_KNOWN, count_text, fte_text, pounds_text
from scenarios.reporting.finding_words import rules_not_kept, sentences, start_of, uncovered_once
from scenarios.reporting.paper.disclosure import HIDDEN, Disclosure
from scenarios.reporting.paper.people import fences, groups, people
from scenarios.reporting.paper.told import Row, Told
from scenarios.reporting.paper.works import works
from scenarios.reporting.same_posts import Shown, name_of
from scenarios.reporting.saving_words import effect_words
from solver.rules.no_idle import RULE

NO_IDLE = RULE.name
AGAINST_WORK_LEFT = ", against the work that is left after the change"
BASES = ("published", "assumed", "derived")
ENDINGS = {"undecided": "not settled", "infeasible": "no structure fits"}


def structure(shown: Shown, told: Told) -> Row:
    """Return everything a template may say about one structure, by name."""
    answer, seen = shown.first, told.seen
    outcome = _outcome(answer)
    return {
        "number": str(shown.number),
        "name": shown.title,
        "label": shown.title + (f": {outcome}" if outcome else ""),
        "short_name": name_of(answer),
        "status": answer.status,
        "has_posts": answer.posts is not None,
        "outcome": outcome,
        **_figures(answer),
        "bases": _bases(answer),
        "lines": _lines(answer),
        **_changes(answer, seen),
        "savings": _savings(answer),
        "fundings": _fundings(answer),
        "years": _years(answer),
        **_once(answer, seen),
        "work": works(answer, told.case.scenario),
        **people(answer, seen),
        "groups": groups(answer, seen),
        "fences": fences(answer, seen),
        "work_not_covered": _unnamed(_said(uncovered_once(answer), answer, seen), answer),
        "rules_not_kept": _unnamed(_said(rules_not_kept(answer), answer, seen), answer),
        "findings": _said(sentences(answer), answer, seen),
        "witness": seen.sentence(answer.witness or ""),
        "notes": [seen.sentence(text) for text in (*answer.reasons, *answer.notes)],
        "unknown": [seen.sentence(text) for text in answer.unknown],
    }


def _outcome(answer: StructureResult) -> str:
    """Say how a search ended that came to no settled structure."""
    if answer.status == "infeasible" and answer.anchor == "improved":
        return "no structure does better"
    return ENDINGS.get(answer.status, "")


def _figures(answer: StructureResult) -> Row:
    """The figures of a structure at a glance; blank where there is none, because nothing there is to be known."""
    figures = {
        "posts": count_text(answer.posts),
        "fte": fte_text(answer.fte),
        "cost": pounds_text(answer.annual_cost),
        "saving": "" if answer.status == "as_is" else pounds_text(answer.saving),
        "uncovered": fte_text(answer.uncovered_fte) if answer.coverage else NOT_KNOWN,
        "idle": fte_text(answer.idle_fte),
        "findings_count": NOT_KNOWN if answer.verdict is None else str(len(answer.verdict.findings)),
    }
    known = figures if answer.posts is not None else dict.fromkeys(figures, "")
    return {**known, "price_base": answer.price_base or "prices not stated"}


def _bases(answer: StructureResult) -> str:
    """How many lines of its cost are published, assumed and derived."""
    counts = [(sum(line.basis == basis for line in answer.ledger), basis) for basis in BASES]
    return ", ".join(f"{count} {basis}" for count, basis in counts if count) or "none"


def _lines(answer: StructureResult) -> list[Row]:
    return [
        {
            "team": line.team,
            "role": line.role,
            "grade": line.grade or NOT_KNOWN,
            "posts": count_text(line.posts),
            "fte": fte_text(line.fte),
            "cost": pounds_text(line.annual_cost),
        }
        for line in answer.lines
    ]


def _changes(answer: StructureResult, seen: Disclosure) -> Row:
    """Posts deleted, created and moved, in all and by team and role; who sat in them is not public."""
    gone = answer.posts_deleted
    hidden = seen.is_public and gone is not None and gone.total > 0
    changed = [move for move in answer.post_changes if move.deleted or move.created or move.moved_out or move.moved_in]
    return {
        "deleted": NOT_KNOWN if gone is None else count_text(gone.total),
        "deleted_filled": HIDDEN if hidden else NOT_KNOWN if gone is None else count_text(gone.filled),
        "deleted_vacant": HIDDEN if hidden else NOT_KNOWN if gone is None else count_text(gone.vacant),
        "created": count_text(answer.posts_created),
        "changes": [_change(move, seen) for move in changed],
        "unchanged": [_change(move, seen) for move in answer.post_changes if move.today and move not in changed],
        "deletions": [_change(move, seen) for move in changed if move.deleted],
        "creations": [_change(move, seen) for move in changed if move.created],
    }


def _change(move: PostChange, seen: Disclosure) -> Row:
    return {
        "team": move.team,
        "role": move.role,
        "today": count_text(move.today),
        "deleted": count_text(move.deleted),
        "vacant": HIDDEN if seen.is_public and move.deleted else count_text(move.vacant),
        "created": count_text(move.created),
        "moved_out": count_text(move.moved_out),
        "moved_in": count_text(move.moved_in),
        "after": count_text(move.after),
    }


def _savings(answer: StructureResult) -> list[Row]:
    """The parts of a saving that are a pound or more, or not known; none while nothing of it is known."""
    if all(part.pounds is None for part in answer.saving_by_source):
        return []
    rows: list[Row] = [
        {"source": part.source, "effect": effect_words(part), "saving": pounds_text(part.pounds)}
        for part in answer.saving_by_source
    ]
    return [row for row in rows if row["saving"] != "£0"]


def _fundings(answer: StructureResult) -> list[Row]:
    if not any(part.source for part in answer.saving_by_funding):
        return []
    return [
        {"funding": part.source or "funding not stated", "saving": pounds_text(part.pounds)}
        for part in answer.saving_by_funding
    ]


def _years(answer: StructureResult) -> list[Row]:
    return [
        {
            "year": year,
            "months": count_text(answer.months_by_year.get(year)),
            "cost": pounds_text(answer.cost_by_year[year]),
            "saving": "" if answer.status == "as_is" else pounds_text(answer.saving_by_year.get(year)),
        }
        for year in sorted(answer.cost_by_year)
    ]


def _once(answer: StructureResult, seen: Disclosure) -> Row:
    """What is spent once and how soon it is paid back; hidden in public wherever it holds exit costs."""
    once, told = answer.one_off, answer.people
    if seen.is_public and (told is None or told.displaced_at_most):
        return dict.fromkeys(("once_low", "once_expected", "once_high", "payback"), HIDDEN)
    back = NOT_KNOWN if answer.payback_years is None else f"{answer.payback_years:g} years"
    return {
        "once_low": pounds_text(None if once is None else once.low),
        "once_expected": pounds_text(None if once is None else once.expected),
        "once_high": pounds_text(None if once is None else once.high),
        "payback": "never" if answer.pays_back is False else back,
    }


def _said(found: Iterable[str], answer: StructureResult, seen: Disclosure) -> list[str]:
    """Return sentences on a structure that has posts, as readers may see them."""
    if answer.posts is None:
        return []
    return [seen.sentence(_as_meant(text, answer)) for text in found]


def _unnamed(said: list[str], answer: StructureResult) -> list[str]:
    """Leave out the name of the structure, where it stands above the sentences."""
    return [text.removeprefix(start_of(answer)) for text in said]


def _as_meant(text: str, answer: StructureResult) -> str:
    """Say of time to spare today that it is set against the work that is left, not against today's."""
    found = answer.verdict.findings if answer.verdict is not None and answer.status == "as_is" else ()
    idle = any(finding.rule == NO_IDLE and text.endswith(f"{finding.message}.") for finding in found)
    return f"{text.removesuffix('.')}{AGAINST_WORK_LEFT}." if idle else text
