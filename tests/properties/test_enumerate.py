"""The court of last resort is judged too: its answers on problems small enough to argue by hand."""

from solver.problem import (
    Ability,
    Claim,
    FundingLine,
    Group,
    Limits,
    Places,
    PostKind,
    Problem,
    Role,
    Team,
    Work,
)
from solver.structure import Structure
from tests.properties.enumerate import (
    Optimum,
    breaches,
    can_be_paid,
    goal_values,
    lexicographic_optimum,
    payments_for,
    rows,
    structures,
)

GOALS = ("uncovered", "displaced", "cost")


def office(**changes: object) -> Problem:
    """Two officers with two units of work, in posts of one or of two units; no idle time is allowed."""
    whole = PostKind(id="two", team="t", role="officer", milli_fte=2, cost_pence=200, most=1, ceiling_pence=(200,))
    small = PostKind(id="one", team="t", role="officer", milli_fte=1, cost_pence=130, most=2, ceiling_pence=(130,))
    parts = {
        "years": (2025,),
        "roles": (Role(id="officer", grade="g"),),
        "teams": (Team(id="t"),),
        "kinds": (whole, small),
        "works": (Work(id="w", demand_milli_fte=2, teams=("t",)),),
        "abilities": (Ability(role="officer", work="w"),),
        "groups": (Group(id="officers", people=2),),
        "places": (Places(id="p", role="officer", teams=("t",)),),
        "claims": (Claim(group="officers", places="p", strength=0, changes_job=False),),
        "limits": Limits(spare_milli_fte=0),
    }
    return Problem(**(parts | changes))  # type: ignore[arg-type]


def test_people_first_takes_two_small_posts_and_money_first_one_whole_post() -> None:
    """Both cover the work: two small posts place both people for 260 pence, one whole post one person for 200."""
    people = lexicographic_optimum(office(), GOALS, tolerances={})
    money = lexicographic_optimum(office(), ("uncovered", "cost", "displaced"), tolerances={})
    assert people == Optimum(values=(("uncovered", 0), ("displaced", 0), ("cost", 260)), posts=((("one", 2),),))
    assert money == Optimum(values=(("uncovered", 0), ("cost", 200), ("displaced", 1)), posts=((("two", 1),),))


def test_a_tolerance_lets_the_next_goal_decide() -> None:
    """With 60 pence allowed, money first may place both people as well; the value stays the least cost."""
    found = lexicographic_optimum(office(), ("uncovered", "cost", "displaced"), tolerances={"cost": 60})
    assert found == Optimum(values=(("uncovered", 0), ("cost", 200), ("displaced", 0)), posts=((("one", 2),),))


def test_nothing_fits_when_no_post_may_exist_and_work_is_statutory() -> None:
    """Statutory work needs a post; a ceiling of 100 pence pays for none."""
    work = Work(id="w", demand_milli_fte=2, teams=("t",), statutory=True)
    limits = Limits(ceiling_pence=(100,))
    assert lexicographic_optimum(office(works=(work,), limits=limits), GOALS, tolerances={}) is None


def test_every_structure_is_counted_once() -> None:
    """Posts 2 x 3, work 3, placements 3: 54 structures, all different, each with the goals its tables say."""
    found = list(structures(office()))
    assert len(found) == len(set(found)) == 54
    kept = [each for each in found if not breaches(office(), each)]
    values = [goal_values(office(), each) for each in kept]
    assert min(value["cost"] for value in values if value["displaced"] == 0) == 260
    assert all(
        value["posts_changed"] == sum(n for _, n in each.posts) for value, each in zip(values, kept, strict=True)
    )


def test_a_displaced_person_beside_a_free_place_breaks_the_claim_order() -> None:
    """Two small posts, one person placed: the other has a claim on the place left empty."""
    half = Structure(posts=(("one", 2),), work=(("w", "t", "officer", 2),), placements=(("officers", "p", 1),))
    assert breaches(office(), half) == {"stronger_claim_first"}


def test_payments_exist_exactly_when_no_roles_cost_more_than_their_lines_have() -> None:
    """A grant that may pay for nothing here leaves 150 pence for 200; the other way round it pays the rest."""
    short = FundingLine(id="a", roles=("officer",), pence_by_year=(150,))
    other = FundingLine(id="b", roles=("nobody",), pence_by_year=(100,))
    helping = FundingLine(id="b", roles=("officer",), pence_by_year=(100,))
    posts = {"two": 1, "one": 0}
    for line, payable in ((other, False), (helping, True)):
        problem = office(funding=(short, line))
        assert can_be_paid(problem, posts) is payable
        structure = Structure(posts=rows(posts), payments=rows(payments_for(problem, posts)))
        assert ("funding" not in breaches(problem, structure)) is payable


def test_unpaid_and_overpaid_posts_break_funding() -> None:
    """Payments must meet the cost exactly: none, or one penny more, break the rule."""
    problem = office(funding=(FundingLine(id="a", roles=("officer",), pence_by_year=(500,)),))
    for pence, broken in ((200, False), (201, True)):
        structure = Structure(posts=(("two", 1),), payments=(("a", "two", 2025, pence),))
        assert ("funding" in breaches(problem, structure)) is broken
    assert "funding" in breaches(problem, Structure(posts=(("two", 1),)))


def test_strangers_in_a_structure_are_found() -> None:
    """Work in a team that may not have it and a placement without a claim are both named."""
    stray = Structure(posts=(("two", 1),), work=(("w", "u", "officer", 1),), placements=(("nobody", "p", 1),))
    assert {"work_fits", "claims_only"} <= breaches(office(), stray)
