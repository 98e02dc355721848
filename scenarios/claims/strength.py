"""The strength of a staff group's claim on a role: own job, slot-in, ring-fence, redeployment, one down, one up.

Rules: design.md section 4; domain-rules.md sections 7.2-7.3 and 9. Thresholds and grade limits are the authority's:
where it states none, or a match was not evaluated, a claim is possible by grade alone and certain for nobody. Grades
of different pay systems are never equated (domain-rules.md section 12.6). Hours, team and names play no part.
Change this when a policy can order claims in a new way.
"""

from dataclasses import dataclass
from enum import IntEnum

from scenarios.schema.figure import Figure
from scenarios.schema.grades import Grade
from scenarios.schema.groups import Group
from scenarios.schema.policy import Policy
from scenarios.schema.roles import Role


class Level(IntEnum):
    """Levels of claim, the strongest first."""

    OWN_JOB = 0
    SLOT_IN = 1
    RING_FENCE = 2
    SAME_GRADE = 3
    ONE_DOWN = 4
    ONE_UP = 5


LAST_PRIORITY = 99


@dataclass(frozen=True)
class Standing:
    """A group's claim on a role: its level, whether it succeeds without competition, whether the grade is lower."""

    level: Level
    priority: int
    certain: bool
    down: bool = False

    @property
    def strength(self) -> int:
        """One number, smaller first: by level, then by the priority the authority named."""
        return self.level * (LAST_PRIORITY + 1) + self.priority


@dataclass(frozen=True)
class Job:
    """What decides a claim: a group's own roles (today's, and what it is re-designated to), grade, employer."""

    roles: tuple[str, ...]
    grade: str | None
    employer: str | None


def claim(group: Group, own: Job, role: Role, *, match: int | None, terms: "Terms") -> Standing | None:
    """A group's claim on a role, or None.

    Args: the group and its own job; the role claimed; the evaluated match in basis points (None: not evaluated); the
    terms of the authority.
    """
    priority = LAST_PRIORITY if group.priority is None else min(max(group.priority, 0), LAST_PRIORITY)
    step = terms.step(own.grade, role.grade)
    down = step is not None and step < 0
    if role.role in own.roles:
        return Standing(Level.OWN_JOB, priority, certain=True, down=down)
    level = _by_match(match, step, terms.policy)
    if level is None and match is not None and _below_ring_fence(match, terms.policy):
        return None
    if level is None and not _same_employer(own, role, terms.authority):
        return None
    if level is None:
        level = _by_grade(step, terms.policy, known=own.grade is not None and role.grade is not None)
    return None if level is None else Standing(level, priority, certain=level is Level.SLOT_IN, down=down)


@dataclass(frozen=True)
class Terms:
    """What an authority says about claims: its policy, its grades' ranks, and its name as the default employer."""

    policy: Policy
    ranks: dict[str, tuple[str, int]]
    authority: str

    def step(self, today: str | None, later: str | None) -> int | None:
        """Grades up (above 0) or down (below 0) from one grade to another; None where they cannot be compared."""
        if today is None or later is None:
            return None
        if today == later:
            return 0
        mine, theirs = self.ranks.get(today), self.ranks.get(later)
        if mine is None or theirs is None or mine[0] != theirs[0]:
            return None
        return theirs[1] - mine[1]


def ranks_of(grades: tuple[Grade, ...]) -> dict[str, tuple[str, int]]:
    """Pay system and rank by grade, for the grades that have a rank."""
    return {g.grade: (g.pay_system or "", g.rank) for g in grades if g.rank is not None}


def _by_match(match: int | None, step: int | None, policy: Policy) -> Level | None:
    if match is None:
        return None
    slot_in, ring_fence = policy.slot_in_basis_points, policy.ring_fence_basis_points
    if step == 0 and slot_in is not None and slot_in.value is not None and match >= slot_in.value:
        return Level.SLOT_IN
    if ring_fence is None or ring_fence.value is None or match < ring_fence.value or step is None:
        return None
    return Level.RING_FENCE if -_most_down(policy) <= step <= _most_up(policy) else None


def _below_ring_fence(match: int, policy: Policy) -> bool:
    threshold = policy.ring_fence_basis_points
    return threshold is not None and threshold.value is not None and match < threshold.value


def _by_grade(step: int | None, policy: Policy, *, known: bool) -> Level | None:
    """Redeployment by grade. What the policy leaves blank is possible: one grade down, one up; never certain."""
    if step is None:
        return None if known else Level.SAME_GRADE
    if step == 0:
        return Level.SAME_GRADE
    if -_stated(policy.grades_down, blank=1) <= step < 0:
        return Level.ONE_DOWN
    if policy.up_allowed is not False and 0 < step <= _stated(policy.grades_up, blank=1):
        return Level.ONE_UP
    return None


def _most_down(policy: Policy) -> int:
    return _stated(policy.grades_down, blank=0)


def _most_up(policy: Policy) -> int:
    return _stated(policy.grades_up, blank=0)


def _stated(figure: Figure | None, *, blank: int) -> int:
    return blank if figure is None or figure.value is None else figure.value


def _same_employer(own: Job, role: Role, authority: str) -> bool:
    return (own.employer or authority) == (role.employer or authority)
