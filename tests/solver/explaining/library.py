"""Small problems in which nothing fits, each with the conflict and the first way out that a planner would name.

The numbers are argued in one line each. Change this when a rule is added: it needs a place here.
"""

from dataclasses import dataclass

from solver.problem import FundingLine, GradeMix, Pin, Problem, Span, Team
from tests.solver.build import able, group, kind, places, problem, role, staff, work

FREE = {"spare_milli_fte": None}
BOTH = ("north", "south")
SITES = ("east", "north", "south", "west")
KEPT = ("kept_posts", "north officer", "")
CEILING = ("ceiling", "every year", "")
PEOPLE = ("displaced_limit", "all groups", "")
Named = tuple[str, str, str]


@dataclass(frozen=True)
class Impossible:
    """A problem nothing fits: why in a line, its smallest conflict, and the first way out; () where there is none."""

    why: str
    problem: Problem
    conflict: tuple[Named, ...]
    way_out: tuple[tuple[Named, int], ...]


def _ceiling(pence: int) -> dict[str, tuple[int, int]]:
    return {"ceiling_pence": (pence, pence)}


LIBRARY: dict[str, Impossible] = {
    "places": Impossible(
        "four people, one post at most, one may be displaced: two too many",
        problem(kind(most=1), *staff(4), displaced=1, **FREE),
        (PEOPLE,),
        ((PEOPLE, 2),),
    ),
    "ceiling": Impossible(
        "three FTE of statutory work at £30,000 each, £60,000",
        problem(kind(), work(milli_fte=3000, statutory=True), able(), **_ceiling(6_000_000)),
        (CEILING, ("statutory_work", "calls", "")),
        ((CEILING, 3_000_000),),
    ),
    "span against ceiling": Impossible(
        "a lead must have three reports, which is £120,000; with one report missing it is the £90,000 there are",
        problem(
            role("lead", manages=True, least=1),
            kind(job="lead"),
            kind(),
            Span(id="all", teams=("north",), least=3, most=9),
            **_ceiling(9_000_000),
            **FREE,
        ),
        (CEILING, ("role_limits", "lead", "least"), ("span", "all", "least")),
        ((("span", "all", "least"), 1),),
    ),
    "span above": Impossible(
        "one lead for seven officers who stay, at most four: three too many",
        problem(
            role("lead", manages=True),
            kind(job="lead", most=1),
            kind(least=7, most=7),
            Span(id="all", teams=("north",), least=0, most=4),
            **FREE,
        ),
        (KEPT, ("span", "all", "most")),
        ((("span", "all", "most"), 3),),
    ),
    "funding end date": Impossible(
        "the grant ends with the first year and the post stays: structure, so no way out",
        problem(kind(least=1), FundingLine(id="grant", roles=("officer",), pence_by_year=(3_000_000, 0)), **FREE),
        (("funding", "grant", ""), KEPT),
        (),
    ),
    "funding against a role": Impossible(
        "an officer is wanted whom the grant pays for in the first year only",
        problem(
            role(least=1), kind(), FundingLine(id="grant", roles=("officer",), pence_by_year=(3_000_000, 0)), **FREE
        ),
        (("funding", "grant", ""), ("role_limits", "officer", "least")),
        ((("role_limits", "officer", "least"), 1),),
    ),
    "nobody pays": Impossible(
        "an officer stays and the one line pays for clerks",
        problem(kind(least=1), FundingLine(id="grant", roles=("clerk",), pence_by_year=(9, 9)), **FREE),
        (("funding", "officer", "no line may pay"), KEPT),
        (),
    ),
    "claims": Impossible(
        "a lead has no claim on any place and nobody may be displaced",
        problem(kind(), group("leads", 1), displaced=0, **FREE),
        (PEOPLE,),
        ((PEOPLE, 1),),
    ),
    "reserved places": Impossible(
        "two places are reserved and there is money for one post",
        problem(kind(), places(reserved=2), **_ceiling(3_000_000), **FREE),
        (CEILING, ("reserved_places", "officer", "")),
        ((CEILING, 3_000_000),),
    ),
    "reserved place for the only post": Impossible(
        "the one post there can be is reserved, and its holder may not be displaced",
        problem(kind(most=1), group(), places(reserved=1), staff(1)[2], displaced=0, **FREE),
        (PEOPLE, ("reserved_places", "officer", "")),
        ((PEOPLE, 1),),
    ),
    "cover": Impossible(
        "three posts able to do calls where one can exist: two missing",
        problem(kind(most=1), work(least_able=3), able()),
        (("cover", "calls", ""),),
        ((("cover", "calls", ""), 2),),
    ),
    "cover against ceiling": Impossible(
        "two posts able to do calls and money for one; cover is more open to negotiation than money",
        problem(kind(), work(least_able=2), able(), **_ceiling(3_000_000), **FREE),
        (CEILING, ("cover", "calls", "")),
        ((("cover", "calls", ""), 1),),
    ),
    "contradictory pins": Impossible(
        "at least three officers and at most two: one of the wishes gives one post",
        problem(
            kind(),
            Pin(id="few", teams=("north",), roles=("officer",), most=2),
            Pin(id="many", teams=("north",), roles=("officer",), least=3),
            **FREE,
        ),
        (("pins", "few", "most"), ("pins", "many", "least")),
        ((("pins", "few", "most"), 1),),
    ),
    "team sizes below": Impossible(
        "north must open with three posts where one can exist",
        problem(Team(id="north", least=3, must_open=True), kind(most=1), **FREE),
        (("team_sizes", "north", "least"),),
        ((("team_sizes", "north", "least"), 2),),
    ),
    "team sizes above": Impossible(
        "three posts stay in a team of at most two",
        problem(Team(id="north", most=2), kind(least=3), **FREE),
        (KEPT, ("team_sizes", "north", "most")),
        ((("team_sizes", "north", "most"), 1),),
    ),
    "teams open": Impossible(
        "posts stay in three teams and two may be open",
        problem(*(kind(site, least=1) for site in SITES[:3]), most_teams_open=2, **FREE),
        (
            *(("kept_posts", f"{site} officer", "") for site in SITES[:3]),
            ("teams_open", "all teams", "most"),
        ),
        ((("teams_open", "all teams", "most"), 1),),
    ),
    "too few teams": Impossible(
        "four teams must be open and posts can exist in one",
        problem(kind(), *(kind(site, most=0) for site in SITES if site != "north"), least_teams_open=4, **FREE),
        (("teams_open", "all teams", "least"),),
        ((("teams_open", "all teams", "least"), 3),),
    ),
    "absorbed management": Impossible(
        "0.15 and 0.1 FTE to absorb in two teams that stay, of 0.18 FTE",
        problem(
            Team(id="north", absorbed_milli_fte=150),
            Team(id="south", absorbed_milli_fte=100),
            kind(least=1),
            kind("south", least=1),
            absorbed_milli_fte=180,
            **FREE,
        ),
        (("absorbed_management", "outside the scope", ""), KEPT, ("kept_posts", "south officer", "")),
        ((("absorbed_management", "outside the scope", ""), 70),),
    ),
    "grade mix": Impossible(
        "three seniors of four posts stay, a quarter may be senior: two too many",
        problem(
            kind(job="senior", least=3),
            kind(most=1),
            GradeMix(id="seniors", roles=("senior",), most_permille=250),
            **FREE,
        ),
        (("grade_mix", "seniors", ""), ("kept_posts", "north senior", "")),
        ((("grade_mix", "seniors", ""), 2),),
    ),
    "one-off": Impossible(
        "two of three people go at £10,000 and £2,000 is fixed: £22,000 of £15,000",
        problem(
            kind(most=1), *staff(3), one_off_pence=1_500_000, exit_pence=1_000_000, one_off_fixed_pence=200_000, **FREE
        ),
        (("one_off", "one-off cost", ""),),
        ((("one_off", "one-off cost", ""), 700_000),),
    ),
    "payback": Impossible(
        "£40,000 once against £60,000 a year in seven months: £5,000 is not paid back",
        problem(
            kind(most=1, least=1), *staff(3), payback_months=7, as_is_pence=9_000_000, exit_pence=2_000_000, **FREE
        ),
        (("payback", "one-off cost", ""),),
        ((("payback", "one-off cost", ""), 500_000),),
    ),
    "people against money": Impossible(
        "three people, nobody to be displaced, money for two; money is more open to negotiation than people",
        problem(kind(), *staff(3), displaced=0, **_ceiling(6_000_000), **FREE),
        (CEILING, PEOPLE),
        ((CEILING, 3_000_000),),
    ),
    "kept posts": Impossible(
        "three posts stay and there is money for two",
        problem(kind(least=3), **_ceiling(6_000_000), **FREE),
        (CEILING, KEPT),
        ((CEILING, 3_000_000),),
    ),
    "idle posts": Impossible(
        "three posts stay with 1.2 FTE of work and 0.5 FTE to spare: 1.3 FTE too many",
        problem(kind(least=3), work(milli_fte=1200), able()),
        (KEPT, ("no_idle", "all teams", "")),
        ((("no_idle", "all teams", ""), 1300),),
    ),
    "work in one team": Impossible(
        "two FTE of statutory work in one of two teams with one post each",
        problem(
            kind("north", most=1),
            kind("south", most=1),
            work(milli_fte=2000, teams=BOTH, split=False, statutory=True),
            able(),
        ),
        (("statutory_work", "calls", ""), ("unsplit_work", "calls", "")),
        ((("unsplit_work", "calls", ""), 1),),
    ),
    "no worse": Impossible(
        "two posts stay at £60,000 and the option compared with costs £59,000",
        problem(kind(least=2), work(milli_fte=2000), able(), cost_pence=5_900_000),
        (KEPT, ("no_worse", "cost", "")),
        ((("no_worse", "cost", ""), 100_000),),
    ),
    "two things at once": Impossible(
        "two posts stay in two teams, one too many for each: both sizes have to give, which is no single conflict",
        problem(
            Team(id="north", most=1),
            Team(id="south", most=1),
            kind(least=2),
            kind("south", least=2),
            **FREE,
        ),
        (KEPT, ("team_sizes", "north", "most")),
        ((("team_sizes", "north", "most"), 1), (("team_sizes", "south", "most"), 1)),
    ),
}
