"""What a planner may write after --that, and how what cannot be read is refused.

Change this when a planner may demand something else.
"""

import pytest

from scenarios.exploring.demand_text import (
    Counted,
    DemandRefused,
    KeptGroup,
    Known,
    NobodyDisplaced,
    Wanted,
    known_in,
    read_demands,
)
from scenarios.schema.derive import complete
from scenarios.schema.roles import Role
from tests.scenarios.claims.small_question import later, line, scenario

TEAMS = ("Ageing in place and well", "Care in North", "North", "North and South")
ROLES = ("Head of Buying and Care", "Open Spaces Officer", "Support in Care", "Team Manager")
KNOWN = Known(
    {**{role: role for role in ROLES}, "Manager (old title)": "Team Manager"}, TEAMS, ("Clerks and Typists", "Officers")
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Team Manager >= 2", [Counted("Team Manager", None, 2, None)]),
        ("Team Manager<=2", [Counted("Team Manager", None, None, 2)]),
        ("Team Manager = 0", [Counted("Team Manager", None, 0, 0)]),
        (
            "Team Manager ≥ 2 and Team Manager ≤ 3",
            [Counted("Team Manager", None, 2, None), Counted("Team Manager", None, None, 3)],
        ),
        ("  team   manager IN north  =  10 ", [Counted("Team Manager", "North", 10, 10)]),
        ("Manager (old title) >= 1", [Counted("Team Manager", None, 1, None)]),
        ("Support in Care >= 1", [Counted("Support in Care", None, 1, None)]),
        ("Support in Care in Care in North >= 1", [Counted("Support in Care", "Care in North", 1, None)]),
        (
            "Head of Buying and Care in North and South = 1",
            [Counted("Head of Buying and Care", "North and South", 1, 1)],
        ),
        ("Open Spaces Officer >= 1", [Counted("Open Spaces Officer", None, 1, None)]),
        ("posts <= 12", [Counted(None, None, None, 12)]),
        ("Posts in Ageing in place and well <= 3", [Counted(None, "Ageing in place and well", None, 3)]),
        ("keep group Clerks and Typists", [KeptGroup("Clerks and Typists")]),
        ("KEEP  GROUP officers and no one displaced", [KeptGroup("Officers"), NobodyDisplaced()]),
        ("nobody displaced", [NobodyDisplaced()]),
        ("open North and South", [Counted(None, "North and South", 1, None)]),
        (
            "close North and open Care in North",
            [Counted(None, "North", None, 0), Counted(None, "Care in North", 1, None)],
        ),
        (
            "open North and keep group Officers and Team Manager in North >= 1",
            [Counted(None, "North", 1, None), KeptGroup("Officers"), Counted("Team Manager", "North", 1, None)],
        ),
    ],
)
def test_what_can_be_written(text: str, wanted: list[Wanted]) -> None:
    """Each form of the grammar, with names that hold 'and' and 'in', in any case and spacing."""
    assert read_demands(text, KNOWN) == tuple(wanted)


@pytest.mark.parametrize(
    ("text", "place", "read", "why"),
    [
        ("", 1, "", "a demand is missing here"),
        ("Team Manager >= 2 and", 22, "", "a demand is missing here"),
        ("Team Manager", 1, "Team Manager", "nothing says how many"),
        ("Teem Manager >= 2", 1, "Teem Manager", "no role of this name; did you mean 'Team Manager'?"),
        ("Zookeeper >= 2", 1, "Zookeeper", "there are: Head of Buying and Care; Manager (old title); Open Spaces"),
        ("Zookeeper in North >= 2", 1, "Zookeeper", "no role of this name"),
        ("Team Manager in Nroth >= 2", 17, "Nroth", "no team of this name; did you mean 'North'?"),
        ("Team Manager in Nowhere >= 2", 17, "Nowhere", "no team of this name; there are: Ageing in place and well;"),
        ("Team Manager >= two", 17, "two", "a whole number of posts, 0 to 10,000"),
        (f"Team Manager >= {'9' * 4301}", 17, "9" * 4301, "a whole number of posts, 0 to 10,000"),
        ("Team Manager >= 1.5", 17, "1.5", "a whole number"),
        ("Team Manager >= -1", 17, "-1", "a whole number"),
        ("Team Manager >= 10001", 17, "10001", "a whole number"),
        ("Team Manager >=", 16, "", "a whole number"),
        ("Team Manager > 1", 14, ">", "stands >=, <= or ="),
        ("Team Manager == 1", 14, "==", "stands >=, <= or ="),
        ("fte <= 3", 1, "fte", "FTE cannot be demanded; posts can"),
        ("FTE in North <= 3", 1, "FTE", "FTE cannot be demanded; posts can"),
        ("Team Manager >= 2 or posts = 3", 19, "or posts = 3", "only 'and' and another demand"),
        ("no one displaced, please", 1, "no one displaced, please", "nothing says how many"),
        ("keep group Oficers", 12, "Oficers", "no staff group of this name; did you mean 'Officers'?"),
        ("keep group", 11, "", "no staff group of this name; there are: Clerks and Typists; Officers"),
        ("open Nrth and Team Manager >= 2", 6, "Nrth", "did you mean 'North'?"),
        ("close everything", 7, "everything", "no team of this name"),
        ("posts = 3 and posts in Care", 15, "posts in Care", "nothing says how many"),
    ],
)
def test_what_is_refused(text: str, place: int, read: str, why: str) -> None:
    """The refusal says at which character, what stands there, what is wrong, and what can be written."""
    with pytest.raises(DemandRefused) as refused:
        read_demands(text, KNOWN)
    assert (refused.value.place, refused.value.read) == (place, read)
    assert why in str(refused.value)
    assert f"at character {place}, {read!r}: " if read else "the end: " in str(refused.value)
    assert "Write: ROLE >= n" in str(refused.value)


def test_names_come_from_the_case() -> None:
    """Roles, also by the titles of their jobs, teams and staff groups of a case are known, derived ones too."""
    roles = (Role(role="Team Manager", job_titles=("Manager",)),)
    case = complete(
        scenario([line("Manager", "North", 1), line("Clerk", "South", 2)], [later("Officer", "West", 1)], roles=roles)
    )
    known = known_in(case)
    assert known.roles == {
        "Clerk": "Clerk",
        "Manager": "Team Manager",
        "Officer": "Officer",
        "Team Manager": "Team Manager",
    }
    assert known.teams == ("North", "South", "West")
    assert known.groups == ("Clerk", "Manager")


def test_no_name_at_all() -> None:
    """In a case without teams a team demanded is refused, and that there is none is said."""
    with pytest.raises(DemandRefused, match="there are: none"):
        read_demands("close North", Known({}, (), ()))
