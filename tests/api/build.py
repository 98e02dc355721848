"""A hand-made comparison that holds one of everything a door has to show.

Figures are made up to be told apart, not to fit each other. Change this when a result says something more.
"""

from scenarios.comparing import result as r

PROVENANCE = r.Provenance(
    input_digest="ab" * 32,
    problem_digest="cd" * 32,
    versions={"ortools": "9"},
    engine="CP-SAT",
    effort_limit=60.0,
    node_limit=200_000,
    goals=(("uncovered", 0), ("displaced", 0), ("cost", 100_000)),
)
NEED = r.DependsOn(
    assumption="Day-to-day issues, happens",
    value="-40%",
    low="-60%",
    high="-20%",
    breaks_at="-33%",
    side="above",
    then="0.4 FTE is left uncovered",
)

ONLY_MONEY = NEED.model_copy(update={"breaks_at": "-25%", "then": "other posts cost less"})


def bounds(*, open_cost: bool = False) -> tuple[r.Bound, ...]:
    """The first three goals settled, or the cost left open."""
    return (
        r.Bound(goal="uncovered", unit="weighted thousandths of FTE", value=0, bound=0, settled=True, kept=0),
        r.Bound(goal="displaced", unit="people", value=11, bound=11, settled=True, kept=11),
        r.Bound(
            goal="cost",
            unit="pence",
            value=34_900_000,
            bound=34_000_000 if open_cost else 34_900_000,
            settled=not open_cost,
            kept=35_000_000,
        ),
    )


def head(option: str, status: r.Status, **changes: object) -> dict[str, object]:
    """What every answer says."""
    plain: dict[str, object] = {
        "option": option,
        "status": status,
        "anchor": None,
        "branch": None,
        "standing": "live",
        "reason": None,
        "proven": status != "undecided",
        "ties": False,
        "bounds": (),
        "depends_on": (),
        "unknown": (),
        "notes": (),
        "reasons": (),
        "provenance": PROVENANCE,
    }
    return {**plain, **changes}


MONEY: dict[str, object] = {
    "annual_cost": 349_000.0,
    "price_base": "2013/14 pay",
    "saving": 386_500.0,
    "saving_by_source": (
        r.SavingSource(source="officers", effect="posts", pounds=269_400.0),
        r.SavingSource(source="officers", effect="unit_cost", pounds=-38_400.0),
        r.SavingSource(source="rent", effect="whole", pounds=None),
    ),
    "saving_by_funding": (r.SavingSource(source="Grant", effect="whole", pounds=386_500.0),),
    "cost_by_year": {"2015/16": 349_000.0, "2016/17": None},
    "saving_by_year": {"2015/16": 386_500.0, "2016/17": None},
    "one_off": r.OneOff(low=10_000.0, expected=15_000.5, high=20_000.0),
    "payback_years": 0.04,
    "pays_back": True,
}
PEOPLE: dict[str, object] = {
    "fte": 10.5,
    "posts": 11,
    "posts_deleted": r.PostsDeleted(total=17, filled=14, vacant=3),
    "posts_created": 7,
    "people": r.People(
        in_scope=28,
        at_risk=27,
        s188=r.S188(low=20, high=27),
        no_change=1,
        slot_in=4,
        displaced_at_least=11,
        displaced_at_most=16,
    ),
    "ring_fences": (r.RingFence(groups=("Organisers",), roles=("Officer",), people=15, posts=6, unplaced_at_least=9),),
    "groups": (
        r.GroupRange(group="Organisers", people=15, displaced_low=9, displaced_high=12),
        r.GroupRange(group="Managers", people=2, displaced_low=0, displaced_high=0),
    ),
}
POSTS: dict[str, object] = {
    "lines": (
        r.PostLine(team="Central", role="Officer", grade="Band A", posts=6, fte=6.0, annual_cost=218_000.0),
        r.PostLine(team="Central", role="Support", grade=None, posts=5, fte=4.5, annual_cost=None),
    ),
    "ledger": (
        r.LedgerLine(
            what="Officer",
            team="Central",
            role="Officer",
            count=6,
            fte=6.0,
            formula="line total as printed",
            pounds=218_000.0,
            source="report para 16",
            basis="published",
            price_base="2013/14 pay",
            funding="Grant",
        ),
    ),
    "coverage": (
        r.Coverage(work="Monitoring", demand=2.0, delivered=2.0, by=(("Central", "Officer", 2.0),)),
        r.Coverage(work="Brokerage", demand=1.5, delivered=1.5, by=(("Central", "Support", 1.5),)),
    ),
    "uncovered_fte": 0.0,
    "idle_fte": 0.3,
    "absorbed_fte": 0.6,
    "by_grade": (r.GradeLine(grade="Band A", posts=6, fte=6.0),),
    "verdict": r.VerdictLine(ok=True, findings=()),
}


def body(**changes: object) -> dict[str, object]:
    """What an answer with a structure says."""
    return {**MONEY, **PEOPLE, **POSTS, **changes}


def structure(head_of: dict[str, object], body_of: dict[str, object] | None = None) -> r.StructureResult:
    """One answer from its head and, where there is a structure, its body."""
    return r.StructureResult.model_validate({**head_of, **(body_of or {})})


GIVEN_BODY = body(
    uncovered_fte=1.5,
    witness="Only Officers can do it, and they have 4.5 FTE for 6 FTE of such work.",
    coverage=(r.Coverage(work="Contract monitoring", demand=2.0, delivered=0.5, by=(("Central", "Officer", 0.5),)),),
    verdict=r.VerdictLine(
        ok=False,
        findings=(r.FindingLine(rule="span", place="Central", amount=2, message="1 manager to 14 reports in Central"),),
    ),
)
UNPRICED_BODY = body(
    annual_cost=None,
    saving=None,
    one_off=None,
    payback_years=None,
    pays_back=None,
    posts_deleted=None,
    price_base=None,
    absorbed_fte=0.0,
)


def comparison(*structures: r.StructureResult) -> r.Comparison:
    """A comparison of these structures; of one of every kind when none is named."""
    every = (
        structure(head("no change", "as_is"), body(posts_deleted=r.PostsDeleted(total=0, filled=None, vacant=None))),
        structure(
            head("as proposed", "given", branch="Band A", standing="recommended", reason="One team is simpler."),
            GIVEN_BODY,
        ),
        structure(head("as proposed", "given", branch="Grade 5", unknown=("cost of Officer",)), UNPRICED_BODY),
        structure(head("model A", "designed", anchor="people_first", bounds=bounds(), depends_on=(NEED,)), body()),
        structure(
            head("model A", "designed", anchor="money_first", bounds=bounds(), depends_on=(NEED, ONLY_MONEY)), body()
        ),
        structure(
            head(
                "model A",
                "infeasible",
                anchor="improved",
                reasons=("No structure of this option matches 'as proposed' and does better.",),
            )
        ),
        structure(head("model B", "infeasible", anchor="people_first", reasons=("6 FTE of work, 4.5 FTE able.",))),
        structure(
            head(
                "model C",
                "undecided",
                anchor="people_first",
                bounds=bounds(open_cost=True),
                reasons=("Not settled: stopped in the stage 'cost'.",),
            ),
            body(),
        ),
        structure(head("model C", "undecided", anchor="money_first", reasons=("Not settled: stopped.",))),
        structure(head("model D", "designed", anchor="people_first", bounds=bounds(), ties=True), body(people=None)),
    )
    return r.Comparison(
        case="small",
        title="Home care [contracts] {north}",
        illustration=True,
        note="Workloads are guessed.",
        structures=structures or every,
        doubts=3,
    )
