"""The question the solver is asked: posts that may exist, work to be done, people and their claims, limits.

Every number here is whole: pence, thousandths of a full-time equivalent, posts, places, people. Nothing here can
hold a person: staff groups are counts, a statutory right is a reserved place without a reason or a group, and there is
one expected exit cost for the whole option, so that money can never choose between people (domain-rules.md 17.4-17.5).
Rows may come in any order; a Problem sorts them, so order never reaches the search.
Change this when a rule needs a fact that no noun here states.
"""

from dataclasses import dataclass, field, fields
from functools import cached_property


@dataclass(frozen=True, kw_only=True)
class Role:
    """A job profile.

    `direct_permille` is the part of contracted time that can go on work (0 to 1000); `manages` marks the roles that a
    span counts as managers; `least` and `most` bound the posts in the role over all teams.
    """

    id: str
    grade: str
    direct_permille: int = 1000
    manages: bool = False
    least: int = 0
    most: int | None = None


@dataclass(frozen=True, kw_only=True)
class Team:
    """A unit of the tree; it is open when it has at least one post.

    `least` and `most` bound its posts while it is open; `must_open` forbids closing it; `absorbed_milli_fte` is the
    management that people outside the scope take on while it is open.
    """

    id: str
    least: int = 0
    most: int | None = None
    must_open: bool = False
    absorbed_milli_fte: int = 0


@dataclass(frozen=True, kw_only=True)
class PostKind:
    """Posts of one team, role and size: what the search counts.

    `milli_fte` is the contracted size of each post; `places` the people one such post gives room to (1; more where a
    post is shared; 0 where it is held vacant or a make-up post); `works` is false for a held vacancy. `least` and
    `most` bound the count; `today` is the count in the establishment, or in the option consulted on, from which
    change is measured. `cost_pence` is a full year's cost of one post at the price base, `ceiling_pence` the part
    that counts to the ceiling in each of the problem's years. `make_up` marks the one part-time post a team may have
    in a role to make up its work to the half post.
    """

    id: str
    team: str
    role: str
    milli_fte: int
    cost_pence: int
    most: int
    least: int = 0
    today: int = 0
    ceiling_pence: tuple[int, ...] = ()
    places: int = 1
    works: bool = True
    make_up: bool = False


@dataclass(frozen=True, kw_only=True)
class Work:
    """A block of work: direct time needed, where it may sit, and how many posts must be able to do it.

    `weight` compares uncovered thousandths of FTE between blocks (1 or more). Work that may not be split is done in
    one team only.
    """

    id: str
    demand_milli_fte: int
    teams: tuple[str, ...]
    split: bool = True
    statutory: bool = False
    least_able: int = 0
    weight: int = 1


@dataclass(frozen=True, kw_only=True)
class Ability:
    """A role can do a block of work, with at most `share_permille` of its direct time (1000: no limit)."""

    role: str
    work: str
    share_permille: int = 1000


@dataclass(frozen=True, kw_only=True)
class Group:
    """A staff group: people alike under the rules. `people` are those to be placed, without those who leave anyway."""

    id: str
    people: int


@dataclass(frozen=True, kw_only=True)
class Places:
    """Places in one role, in the named teams, that the same groups may claim alike, less those `reserved`."""

    id: str
    role: str
    teams: tuple[str, ...]
    reserved: int = 0


@dataclass(frozen=True, kw_only=True)
class Claim:
    """The right of a group to places; a smaller `strength` comes first (0 is the group's own job).

    `moves_down` and `changes_job` say what taking such a place means for a person.
    """

    group: str
    places: str
    strength: int
    moves_down: bool = False
    changes_job: bool = True


@dataclass(frozen=True, kw_only=True)
class Span:
    """Managers against reports over the teams they lead together: least x managers <= reports <= most x managers.

    Where the span gives, `short` reports may be missing and `over` may be there beyond it.
    """

    id: str
    teams: tuple[str, ...]
    least: int
    most: int
    short: int = 0
    over: int = 0


@dataclass(frozen=True, kw_only=True)
class GradeMix:
    """At most `most_permille` of all posts, and `allowance` posts more, may be in these roles."""

    id: str
    roles: tuple[str, ...]
    most_permille: int
    allowance: int = 0


@dataclass(frozen=True, kw_only=True)
class FundingLine:
    """Money that may pay for posts in the named roles, by year (pence; 0 after it ends)."""

    id: str
    roles: tuple[str, ...]
    pence_by_year: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Pin:
    """A demand on posts by team and role: least <= posts <= most. What-if questions and bans are pins."""

    id: str
    teams: tuple[str, ...]
    roles: tuple[str, ...]
    least: int = 0
    most: int | None = None


@dataclass(frozen=True, kw_only=True)
class GroupLimit:
    """At most so many people of a staff group displaced: what a what-if question asks, never a case.

    A count of a group like any other; with it the claim order can change what is found (docs/model.md).
    """

    group: str
    displaced: int = 0


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What the whole option must keep to. None: no limit stated.

    `ceiling_pence` is by year, after other costs; `exit_pence` is the expected cost of one displaced person, the same
    for everyone; `payback_months` compares the one-off cost, less what is found elsewhere (`not_paid_back_pence`), with
    the saving against `as_is_pence`.
    """

    ceiling_pence: tuple[int | None, ...] = ()
    other_pence: int = 0
    spare_milli_fte: int | None = 500
    least_teams_open: int = 0
    most_teams_open: int | None = None
    absorbed_milli_fte: int | None = None
    displaced: int | None = None
    exit_pence: int = 0
    one_off_fixed_pence: int = 0
    one_off_pence: int | None = None
    payback_months: int | None = None
    as_is_pence: int = 0
    not_paid_back_pence: int = 0
    uncovered_weighted: int | None = None
    cost_pence: int | None = None


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Everything one search needs; rows are sorted by identity when it is made."""

    years: tuple[int, ...]
    roles: tuple[Role, ...]
    teams: tuple[Team, ...]
    kinds: tuple[PostKind, ...]
    works: tuple[Work, ...] = ()
    abilities: tuple[Ability, ...] = ()
    groups: tuple[Group, ...] = ()
    places: tuple[Places, ...] = ()
    claims: tuple[Claim, ...] = ()
    spans: tuple[Span, ...] = ()
    mixes: tuple[GradeMix, ...] = ()
    funding: tuple[FundingLine, ...] = ()
    pins: tuple[Pin, ...] = ()
    group_limits: tuple[GroupLimit, ...] = ()
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        """Sort every table, so that the order of rows can reach neither the search nor its answer."""
        keys = {
            "abilities": lambda a: (a.role, a.work),
            "claims": lambda c: (c.group, c.places),
            "group_limits": lambda g: (g.group, g.displaced),
        }
        for item in fields(self):
            if item.name not in ("years", "limits"):
                rows = getattr(self, item.name)
                ordered = tuple(sorted(rows, key=keys.get(item.name, lambda row: row.id)))
                object.__setattr__(self, item.name, ordered)

    @cached_property
    def role(self) -> dict[str, Role]:
        """Roles by identity."""
        return {r.id: r for r in self.roles}

    @cached_property
    def kind(self) -> dict[str, PostKind]:
        """Post kinds by identity."""
        return {k.id: k for k in self.kinds}

    @cached_property
    def claims_on(self) -> dict[str, tuple[Claim, ...]]:
        """Claims by the places they are on."""
        return {p.id: tuple(c for c in self.claims if c.places == p.id) for p in self.places}

    @cached_property
    def kinds_giving(self) -> dict[str, tuple[PostKind, ...]]:
        """Post kinds by the places they give room in."""
        return {p.id: tuple(k for k in self.kinds if k.role == p.role and k.team in p.teams) for p in self.places}

    @cached_property
    def kinds_at(self) -> dict[tuple[str, str], tuple[PostKind, ...]]:
        """Post kinds by (team, role)."""
        cells: dict[tuple[str, str], list[PostKind]] = {}
        for kind in self.kinds:
            cells.setdefault((kind.team, kind.role), []).append(kind)
        return {cell: tuple(kinds) for cell, kinds in sorted(cells.items())}

    def direct_milli_fte(self, kind: PostKind) -> int:
        """Thousandths of FTE that one post of this kind can spend on work, rounded down."""
        if not kind.works:
            return 0
        return kind.milli_fte * self.role[kind.role].direct_permille // 1000
