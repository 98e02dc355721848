"""Sheet `limits`: how much may be spent, spared and moved, and in which order goals count.

Rules: design.md sections 3 (step 2) and 4 (goals).
Change this when the planner may set another limit, or a goal is added to solver/goals.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, field_validator

from scenarios.schema.columns import Column, Frozen, Kind, Row
from scenarios.schema.figure import Figure, default_figure
from scenarios.schema.texts import Name

GoalName = Literal["uncovered", "displaced", "cost", "moved down", "job changes", "posts changed"]
RuleName = Literal[
    "spare capacity",
    "span",
    "team sizes",
    "work in one team",
    "absorbed management",
    "cover",
    "role limits",
    "payback",
    "one-off limit",
    "ceiling",
    "displaced",
]
STRESS_NAMES = ("demand", "pay award", "ceiling", "leavers")
"""What may vary in stress runs: scenarios/exploring/variations.py says what each moves."""
DEFAULT_SPARE_MILLI_FTE = 500
DEFAULT_COST_TOLERANCE_PENCE = 100_000


class Goal(Frozen):
    """One goal in its turn, and how much of it may be given up for the goals after it."""

    name: GoalName = Field(description="Which goal.")
    within: int = Field(
        default=0,
        ge=0,
        description="Tolerance: pence for cost, thousandths of an FTE for uncovered, else people or posts.",
    )


DEFAULT_GOALS: tuple[Goal, ...] = (
    Goal(name="uncovered"),
    Goal(name="displaced"),
    Goal(name="cost", within=DEFAULT_COST_TOLERANCE_PENCE),
    Goal(name="moved down"),
    Goal(name="job changes"),
    Goal(name="posts changed"),
)


class Limits(Row):
    """What a designed option must stay within, and the order of its goals."""

    ceiling_pence: Annotated[
        Figure | None,
        Column("ceiling", Kind.MONEY, about="Most the posts may cost in a year; blank: default."),
    ] = None
    ceiling_price_base: Annotated[
        Name | None, Column("ceiling price base", Kind.NAME, about="Prices the ceiling is at.")
    ] = None
    ceiling_year: Annotated[
        int | None, Column("ceiling year", Kind.YEAR, about="Year from which the ceiling holds.")
    ] = None
    saving_target_pence: Annotated[
        Figure | None, Column("saving target", Kind.MONEY, about="Yearly saving looked for.")
    ] = None
    spare_milli_fte: Annotated[
        Figure,
        Column("spare fte", Kind.FTE, about="Established FTE an option may have without work."),
    ] = default_figure(DEFAULT_SPARE_MILLI_FTE)
    span_low: Annotated[Figure | None, Column("span low", Kind.COUNT, about="Least reports for one manager.")] = None
    span_high: Annotated[Figure | None, Column("span high", Kind.COUNT, about="Most reports for one manager.")] = None
    one_off_pence: Annotated[
        Figure | None, Column("one-off limit", Kind.MONEY, about="Most that may be spent once.")
    ] = None
    exit_cost_pence: Annotated[
        Figure | None,
        Column(
            "exit cost",
            Kind.MONEY,
            about="Expected one-off cost of one displaced person: one figure for everybody.",
        ),
    ] = None
    payback_months: Annotated[
        Figure | None,
        Column("payback months", Kind.COUNT, about="Longest time for saving to repay one-off."),
    ] = None
    displaced: Annotated[Figure | None, Column("displaced", Kind.COUNT, about="Most people that may be displaced.")] = (
        None
    )
    turnover_basis_points: Annotated[
        Figure | None,
        Column("turnover", Kind.PERCENT, about="People who leave of their own accord in a year, as a share of all."),
    ] = None
    absorbed_milli_fte: Annotated[
        Figure | None,
        Column(
            "absorbed management fte",
            Kind.FTE,
            about="Most management that leads outside the scope may be asked to absorb.",
        ),
    ] = None
    goals: Annotated[
        tuple[Goal, ...],
        Field(min_length=1),
        Column("goals", Kind.GOALS, about="Goals in order (; between), each with its tolerance: cost within 1,000."),
    ] = DEFAULT_GOALS
    negotiable: Annotated[
        tuple[RuleName, ...],
        Column(
            "negotiable",
            Kind.RULES,
            about="Rules that may give where nothing fits, the most open to negotiation first (; between); "
            "those not named come after them.",
        ),
    ] = ()
    stress_basis_points: Annotated[
        Mapping[Name, Figure],
        Column(
            "stress",
            Kind.PERCENTS_BY_NAME,
            prefix="stress:",
            signed=True,
            about="What may vary in stress runs, with its range: demand, pay award, ceiling, leavers.",
        ),
    ] = Field(default_factory=dict)

    @field_validator("negotiable", mode="after")
    @classmethod
    def _each_rule_once(cls, rules: tuple[RuleName, ...]) -> tuple[RuleName, ...]:
        if len({*rules}) < len(rules):
            raise ValueError("a rule stands in the order once")
        return rules

    @field_validator("goals", mode="after")
    @classmethod
    def _each_goal_once(cls, goals: tuple[Goal, ...]) -> tuple[Goal, ...]:
        if len({goal.name for goal in goals}) < len(goals):
            raise ValueError("a goal stands in the order once")
        return goals
