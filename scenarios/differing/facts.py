"""A structure's result as single facts, each with a name, so that two results can be set against each other.

Rules: design.md section 7 (the result contract). Left out is what says where a result comes from (provenance, ledger)
and what another fact tells (a finding's amount is in its words; the verdict is whether there are findings).
Change this when a result says something more that two cases may be asked about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from scenarios.comparing.result import StructureResult
from scenarios.reporting.amounts import GOAL_WORDS, goal_amount

Value = str | int | float | None
Unit = Literal["text", "count", "fte", "pounds", "years"]
YES_NO = {True: "yes", False: "no", None: None}
SIDES = {"below": "less", "above": "more"}
WHOLE = ""
"""The name of facts about the structure as a whole."""


@dataclass(frozen=True)
class Fact:
    """What a figure or sentence is about: a part of the result, a name within it, what is measured, its unit."""

    part: str
    name: str
    measure: str
    unit: Unit = "count"


PARTS = (
    *("answer", "why none", "note", "goal", "totals", "money", "year", "saving by source", "saving by funding"),
    *("people", "ring-fence", "staff group", "posts", "grade", "change of posts", "work"),
    *("why no more work is covered", "finding", "must be true", "not known"),
)
"""Parts of a result in the order they are told."""

Facts = Iterator[tuple[Fact, Value]]


def facts_of(answer: StructureResult) -> dict[Fact, Value]:
    """Return every fact of a result, in the order a reader meets them.

    Args:
        answer: one structure, or word that there is none.
    """
    found: dict[Fact, Value] = {}
    for facts in (_head, _goals, _totals, _money, _people, _posts, _changes, _work, _judged):
        for fact, value in facts(answer):
            number, free = 1, fact
            while free in found:  # two findings of one rule at one place, for example
                number += 1
                free = Fact(fact.part, f"{fact.name} ({number})", fact.measure, fact.unit)
            found[free] = value
    return found


def _head(answer: StructureResult) -> Facts:
    said = {
        "status": answer.status.replace("_", " "),
        "standing": answer.standing,
        "author's reason": answer.reason,
        "settled": YES_NO[answer.proven],
        "others do as well": YES_NO[answer.ties],
        "posts changed counted from": answer.changed_from or "today",
        "asked what must be true": YES_NO[answer.depends_on_asked],
    }
    for measure, text in said.items():
        yield Fact("answer", WHOLE, measure, "text"), text
    for part, texts in (("why none", answer.reasons), ("note", answer.notes), ("not known", answer.unknown)):
        for text in texts:
            yield Fact(part, text, "", "text"), text


def _goals(answer: StructureResult) -> Facts:
    for bound in answer.bounds:
        reached = {"reaches": bound.value, "no structure below": bound.bound, "kept to": bound.kept}
        for measure, value in reached.items():
            yield Fact("goal", GOAL_WORDS.get(bound.goal, bound.goal), measure, "text"), goal_amount(bound.unit, value)
        yield Fact("goal", GOAL_WORDS.get(bound.goal, bound.goal), "settled", "text"), YES_NO[bound.settled]


def _totals(answer: StructureResult) -> Facts:
    if answer.posts is None:
        return
    gone = answer.posts_deleted
    yield Fact("totals", WHOLE, "posts"), answer.posts
    yield Fact("totals", WHOLE, "FTE", "fte"), answer.fte
    yield Fact("totals", WHOLE, "posts deleted"), None if gone is None else gone.total
    yield Fact("totals", WHOLE, "filled posts deleted"), None if gone is None else gone.filled
    yield Fact("totals", WHOLE, "vacant posts deleted"), None if gone is None else gone.vacant
    yield Fact("totals", WHOLE, "posts created"), answer.posts_created
    yield Fact("totals", WHOLE, "FTE not covered", "fte"), answer.uncovered_fte
    yield Fact("totals", WHOLE, "FTE without work", "fte"), answer.idle_fte
    yield Fact("totals", WHOLE, "management to be taken on", "fte"), answer.absorbed_fte


def _money(answer: StructureResult) -> Facts:
    if answer.posts is None:
        return
    once = answer.one_off
    yield Fact("money", WHOLE, "cost a year", "pounds"), answer.annual_cost
    yield Fact("money", WHOLE, "price base", "text"), answer.price_base
    yield Fact("money", WHOLE, "saving", "pounds"), answer.saving
    yield Fact("money", WHOLE, "spent once, at least", "pounds"), None if once is None else once.low
    yield Fact("money", WHOLE, "spent once, expected", "pounds"), None if once is None else once.expected
    yield Fact("money", WHOLE, "spent once, at most", "pounds"), None if once is None else once.high
    yield Fact("money", WHOLE, "paid back in", "years"), answer.payback_years
    yield Fact("money", WHOLE, "is paid back", "text"), YES_NO[answer.pays_back]
    for year in sorted({*answer.cost_by_year, *answer.saving_by_year, *answer.months_by_year}):
        yield Fact("year", year, "cost", "pounds"), answer.cost_by_year.get(year)
        yield Fact("year", year, "saving", "pounds"), answer.saving_by_year.get(year)
        yield Fact("year", year, "months of the structure"), answer.months_by_year.get(year)
    for part, parts in (("saving by source", answer.saving_by_source), ("saving by funding", answer.saving_by_funding)):
        for each in parts:
            measure = {"posts": "by posts", "unit_cost": "by cost of a post", "whole": "saving"}[each.effect]
            yield Fact(part, each.source or "funding not stated", measure, "pounds"), each.pounds


def _people(answer: StructureResult) -> Facts:
    told = answer.people
    if told is not None:
        yield Fact("people", WHOLE, "in scope"), told.in_scope
        yield Fact("people", WHOLE, "at risk"), told.at_risk
        yield Fact("people", WHOLE, "for section 188, at least"), told.s188.low
        yield Fact("people", WHOLE, "for section 188, at most"), told.s188.high
        yield Fact("people", WHOLE, "without change"), told.no_change
        yield Fact("people", WHOLE, "slotted in"), told.slot_in
        yield Fact("people", WHOLE, "displaced at least"), told.displaced_at_least
        yield Fact("people", WHOLE, "displaced at most"), told.displaced_at_most
    for line in answer.ring_fences:
        name = f"{', '.join(line.groups)} for {', '.join(line.roles)}"
        yield Fact("ring-fence", name, "people"), line.people
        yield Fact("ring-fence", name, "posts"), line.posts
        yield Fact("ring-fence", name, "without a place at least"), line.unplaced_at_least
    for group in answer.groups:
        yield Fact("staff group", group.group, "people"), group.people
        yield Fact("staff group", group.group, "displaced at least"), group.displaced_low
        yield Fact("staff group", group.group, "displaced at most"), group.displaced_high


def _posts(answer: StructureResult) -> Facts:
    for line in answer.lines:
        name = f"{line.role}, {line.team}"
        yield Fact("posts", name, "posts"), line.posts
        yield Fact("posts", name, "FTE", "fte"), line.fte
        yield Fact("posts", name, "grade", "text"), line.grade
        yield Fact("posts", name, "cost a year", "pounds"), line.annual_cost
    for row in answer.by_grade:
        name = "grade not settled" if row.grade is None else row.grade
        yield Fact("grade", name, "posts"), row.posts
        yield Fact("grade", name, "FTE", "fte"), row.fte


def _changes(answer: StructureResult) -> Facts:
    for move in answer.post_changes:
        name = f"{move.role}, {move.team}"
        counts = {
            "today": move.today,
            "deleted": move.deleted,
            "vacant of those deleted": move.vacant,
            "created": move.created,
            "moved out": move.moved_out,
            "moved in": move.moved_in,
            "after": move.after,
        }
        for measure, count in counts.items():
            yield Fact("change of posts", name, measure), count


def _work(answer: StructureResult) -> Facts:
    for block in answer.coverage:
        yield Fact("work", block.work, "needed", "fte"), block.demand
        yield Fact("work", block.work, "done", "fte"), block.delivered
        done = "; ".join(f"{role}, {team} {fte:g} FTE" for team, role, fte in block.by)
        yield Fact("work", block.work, "by", "text"), done or "nobody"
    if answer.witness is not None:
        yield Fact("why no more work is covered", WHOLE, "", "text"), answer.witness


def _judged(answer: StructureResult) -> Facts:
    for finding in answer.verdict.findings if answer.verdict is not None else ():
        yield Fact("finding", f"{finding.rule}, {finding.place}", "says", "text"), finding.message
    for need in answer.depends_on:
        name = f"{need.assumption} (at so much or {SIDES[need.side]}: {need.then})"
        said = {"at": need.breaks_at, "taken as": need.value, "least": need.low, "most": need.high}
        for measure, text in said.items():
            yield Fact("must be true", name, measure, "text"), text
