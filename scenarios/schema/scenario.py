"""The scenario: everything a planner states about a case, in one frozen object.

Rules: design.md section 3. A sheet that is left out is an empty tuple (scenarios/schema/derive.py
completes it). The sealed sheets stand beside the scenario, never in it.
Change this when a sheet is added (then list it in SHEETS as well).
"""

from __future__ import annotations

from pydantic import Field

from scenarios.schema.able import Able
from scenarios.schema.columns import Frozen, Row
from scenarios.schema.cost_centres import CostCentre
from scenarios.schema.elsewhere import Elsewhere
from scenarios.schema.funding import Funding
from scenarios.schema.grade_branches import GradeBranch
from scenarios.schema.grades import Grade
from scenarios.schema.groups import Group
from scenarios.schema.header import Header
from scenarios.schema.limits import Limits
from scenarios.schema.matches import Match
from scenarios.schema.options import Option
from scenarios.schema.other_costs import OtherCost
from scenarios.schema.policy import Policy
from scenarios.schema.posts import Post
from scenarios.schema.proposed import ProposedPost
from scenarios.schema.quoted import Quoted
from scenarios.schema.reserved import Reserved
from scenarios.schema.roles import Role
from scenarios.schema.steps import Step
from scenarios.schema.teams import Team
from scenarios.schema.work import Work


class Scenario(Frozen):
    """One case as the planner states it, without the sealed sheets."""

    header: Header = Field(description="The head: name, authority, dates, prices and sources.")
    posts: tuple[Post, ...] = Field(default=(), description="Today's establishment.")
    proposed: tuple[ProposedPost, ...] = Field(default=(), description="Structures given by hand.")
    work: tuple[Work, ...] = Field(default=(), description="What the service must do.")
    able: tuple[Able, ...] = Field(default=(), description="Which role can do which work.")
    limits: Limits = Field(default=Limits(), description="Limits and goals.")
    teams: tuple[Team, ...] = Field(default=(), description="Pillars and teams.")
    grades: tuple[Grade, ...] = Field(default=(), description="Grades and their pay.")
    grade_branches: tuple[GradeBranch, ...] = Field(default=(), description="Unsettled grades.")
    roles: tuple[Role, ...] = Field(default=(), description="Job profiles.")
    groups: tuple[Group, ...] = Field(default=(), description="Staff groups.")
    matches: tuple[Match, ...] = Field(default=(), description="Evaluated matches.")
    reserved: tuple[Reserved, ...] = Field(default=(), description="Places kept by right.")
    elsewhere: tuple[Elsewhere, ...] = Field(default=(), description="Vacancies outside.")
    funding: tuple[Funding, ...] = Field(default=(), description="Funding lines by year.")
    cost_centres: tuple[CostCentre, ...] = Field(default=(), description="Parts of the ceiling.")
    other_costs: tuple[OtherCost, ...] = Field(default=(), description="Costs that are not posts.")
    options: tuple[Option, ...] = Field(default=(), description="Arrangements to compare.")
    quoted: tuple[Quoted, ...] = Field(default=(), description="Figures the draft report prints.")
    calendar: tuple[Step, ...] = Field(default=(), description="Steps and dates.")
    policy: Policy = Field(default=Policy(), description="The authority's own rules.")


SHEETS: dict[str, type[Row]] = {
    "posts": Post,
    "proposed": ProposedPost,
    "work": Work,
    "able": Able,
    "teams": Team,
    "grades": Grade,
    "grade_branches": GradeBranch,
    "roles": Role,
    "groups": Group,
    "matches": Match,
    "reserved": Reserved,
    "elsewhere": Elsewhere,
    "funding": Funding,
    "cost_centres": CostCentre,
    "other_costs": OtherCost,
    "options": Option,
    "quoted": Quoted,
    "calendar": Step,
}
"""Sheets with one object a row."""

CARDS: dict[str, type[Row]] = {"limits": Limits, "policy": Policy}
"""Sheets that are one object: a column of items and a column of values."""
