"""What is said about each structure: the JSON contract of design.md section 7, shared by every door.

Money is in pounds here, as a number with two decimals at most, because the contract says pounds; inside it is pence.
Nothing in a result depends on the clock, the machine or the order of rows.
Change this when a result has to say something more; doors outside the project read it, so fields are added, never
changed.
"""

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from scenarios.money.ledger import Ledger

Anchor = Literal["people_first", "money_first", "improved"]
Status = Literal["as_is", "given", "designed", "infeasible", "undecided"]


class Frozen(BaseModel):
    """Results are read, never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SavingSource(Frozen):
    """One part of a saving against no change, in pounds (dearer: below 0); the parts add up to the saving."""

    source: str
    effect: Literal["posts", "unit_cost", "whole"]
    pounds: float | None


class OneOff(Frozen):
    """One-off cost in pounds, worked out after the search; null where a bound is not known."""

    low: float | None
    expected: float | None
    high: float | None


class PostsDeleted(Frozen):
    """Posts that are there today and not in the structure; filled and vacant are null where people are not known."""

    total: int
    filled: int | None
    vacant: int | None


class PostChange(Frozen):
    """Posts of one team and role, today and in the structure: today - deleted - moved_out + created + moved_in = after.

    Moved: transferred, or made another role; such posts are neither deleted nor created. Vacant: of those deleted, null
    where people are not known.
    """

    team: str
    role: str
    today: int
    deleted: int
    vacant: int | None
    created: int
    moved_out: int
    moved_in: int
    after: int


class S188(Frozen):
    """People who may count for section 188, at the least (null where not known) and at the most."""

    low: int | None
    high: int


class People(Frozen):
    """What the structure means for people, as numbers."""

    in_scope: int
    at_risk: int
    s188: S188
    no_change: int
    slot_in: int
    displaced_at_least: int
    displaced_at_most: int


class RingFence(Frozen):
    """People for posts: who is appointed is never worked out."""

    groups: tuple[str, ...]
    roles: tuple[str, ...]
    people: int
    posts: int
    unplaced_at_least: int


class GroupRange(Frozen):
    """A staff group and how many of it are displaced, at the least and at the most."""

    group: str
    people: int
    displaced_low: int
    displaced_high: int


class PostLine(Frozen):
    """Posts of one team, role and grade; annual cost in pounds, null when not known."""

    team: str
    role: str
    grade: str | None
    posts: int
    fte: float
    annual_cost: float | None


class Coverage(Frozen):
    """A block of work in FTE: how much there is, how much is done, and who does it."""

    work: str
    demand: float
    delivered: float
    by: tuple[tuple[str, str, float], ...]


class GradeLine(Frozen):
    """Posts and FTE by grade."""

    grade: str | None
    posts: int
    fte: float


class DependsOn(Frozen):
    """An assumption that the answer depends on: from `breaks_at` on the answer is another one.

    `value`, `low`, `high` and `breaks_at` are written as in the scenario's cells; `side` says whether the answer
    changes at that figure and below it, or at it and above; `then` says what changes.
    """

    assumption: str
    value: str
    low: str
    high: str
    breaks_at: str
    side: Literal["below", "above"]
    then: str


class FindingLine(Frozen):
    """A breach that the checker found: which rule, where, how much in the rule's unit, in a sentence."""

    rule: str
    place: str
    amount: int
    message: str


class VerdictLine(Frozen):
    """The checker's judgement."""

    ok: bool
    findings: tuple[FindingLine, ...]


class Bound(Frozen):
    """A goal in its turn: the value reached, and the value below which no structure within these figures gets.

    `kept` is the value with the goal's tolerance: goals in their turn after it may use so much and no more.
    """

    goal: str
    unit: str
    value: int
    bound: int
    settled: bool
    kept: int


class Provenance(Frozen):
    """What the result was made from: the input's digest, versions, engine, limits and order of goals.

    The seed is left out on purpose: it reaches no byte of a result, and would be the one byte that it reaches.
    """

    input_digest: str
    problem_digest: str
    versions: Mapping[str, str]
    engine: str | None
    effort_limit: float
    node_limit: int
    goals: tuple[tuple[str, int], ...]


class LedgerLine(Frozen):
    """One line of the recurring ledger: what, how many, formula, pounds (null: not known), source, basis, prices."""

    what: str
    team: str
    role: str
    count: int | None
    fte: float
    formula: str
    pounds: float | None
    source: str
    basis: Literal["published", "assumed", "derived"]
    price_base: str
    funding: str


def ledger_lines(ledger: Ledger | None) -> tuple[LedgerLine, ...]:
    """A ledger's lines as results show them."""
    return tuple(
        LedgerLine(
            what=line.what,
            team=line.team,
            role=line.role,
            count=line.count,
            fte=line.milli_fte / 1000,
            formula=line.formula,
            pounds=None if line.pence is None else line.pence / 100,
            source=line.source,
            basis=line.basis,
            price_base=line.price_base,
            funding=line.funding,
        )
        for line in (ledger.lines if ledger is not None else ())
    )


class Head(Frozen):
    """What is said of every option, whether it came to a structure or not.

    `proven`: every stage is settled, or nothing fits; true for no change and given structures, which need no search.
    `depends_on_asked`: whether every assumption with a range was moved to see what must be true; where it is false,
    `depends_on` says nothing about the assumptions that it does not name.
    `changed_from`: the given option that the goal of posts changed counts from; null: it counts from today.
    """

    option: str
    anchor: Anchor | None
    branch: str | None
    status: Status
    standing: str
    reason: str | None
    proven: bool
    ties: bool
    bounds: tuple[Bound, ...]
    depends_on: tuple[DependsOn, ...]
    unknown: tuple[str, ...]
    notes: tuple[str, ...]
    reasons: tuple[str, ...]
    provenance: Provenance
    changed_from: str | None = None
    depends_on_asked: bool = False


class StructureResult(Head):
    """One structure; where there is none, `status` and `reasons` say why and everything counted is null or empty."""

    annual_cost: float | None = None
    price_base: str | None = None
    saving: float | None = None
    saving_by_source: tuple[SavingSource, ...] = ()
    saving_by_funding: tuple[SavingSource, ...] = ()
    cost_by_year: Mapping[str, float | None] = Field(default_factory=dict)
    saving_by_year: Mapping[str, float | None] = Field(default_factory=dict)
    months_by_year: Mapping[str, int] = Field(default_factory=dict)
    one_off: OneOff | None = None
    payback_years: float | None = None
    pays_back: bool | None = None
    fte: float | None = None
    posts: int | None = None
    posts_deleted: PostsDeleted | None = None
    posts_created: int | None = None
    post_changes: tuple[PostChange, ...] = ()
    people: People | None = None
    ring_fences: tuple[RingFence, ...] = ()
    groups: tuple[GroupRange, ...] = ()
    lines: tuple[PostLine, ...] = ()
    ledger: tuple[LedgerLine, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    uncovered_fte: float | None = None
    witness: str | None = None
    idle_fte: float | None = None
    absorbed_fte: float | None = None
    by_grade: tuple[GradeLine, ...] = ()
    verdict: VerdictLine | None = None


class Comparison(Frozen):
    """All structures of a case, in the order of its options, branches and anchors.

    `doubts`: how many doubts the case has; null where they were not looked for.
    """

    case: str
    title: str
    illustration: bool
    note: str | None
    currency: Literal["GBP"] = "GBP"
    structures: tuple[StructureResult, ...]
    doubts: int | None = None
