"""Ways out do what they say: typed in, something fits; £100 less, nothing does; and what idle time is worth to people.

Four officers at £30,000, work for two. Change this when a way out is told by other figures.
"""

from scenarios.exploring.way_told import together
from scenarios.schema.limits import Limits
from scenarios.schema.roles import Role
from scenarios.schema.work import Work
from tests.scenarios.comparing.small import service
from tests.scenarios.compiling.services import able, known
from tests.scenarios.exploring.test_explain import only, parts, stated


def test_what_forbids_work_undone_does() -> None:
    """Marked statutory, as the note says, the work must be done: with money for one officer nothing fits any more."""
    rows = (Work(work="Visits", demand_milli_fte=known(2000), statutory=True),)
    money = Limits(ceiling_pence=stated(3_000_000))
    told = only(service(work=rows, able=(able("Officer", Visits=10_000),), limits=money))
    assert (told.status, told.notes) == ("infeasible", ())
    whole = only(service(limits=Limits(ceiling_pence=stated(0))))
    assert "among it Visits (all 2 FTE)" in whole.notes[0]
    assert only(service()).notes == ()


def test_a_hundred_pounds_less_is_not_enough() -> None:
    """On services at odd prices under odd ceilings: what gives, typed in, fits; £100 less of the money does not."""
    tried = 0
    for number in range(6):
        role = Role(role="Officer", grade="Grade 5", cost_pence=known(2_987_650 + 11_111 * number))
        money, people = 2_500_000 + 77_777 * number, number % 3
        stands = Limits(ceiling_pence=known(money), displaced=known(people))
        for way in only(service(roles=(role,), limits=stands)).ways_out:
            by = {each.demand.rule: each.by for each in way.gives}
            for less, fits in ((0, True), (10_000, False)):
                typed = Limits(
                    ceiling_pence=known(money + round(100 * by.get("ceiling", 0)) - less),
                    displaced=known(people + round(by.get("displaced_limit", 0))),
                    spare_milli_fte=known(500 + round(1000 * by.get("no_idle", 0))),
                )
                if "ceiling" in by and (fits or (way.cheapest and way.settled)):
                    asked = only(service(roles=(role,), limits=typed))
                    assert (asked.status != "infeasible") == fits
                    tried += 1
    assert tried >= 10


def test_spare_time_is_as_useful_as_it_is() -> None:
    """Nobody may be displaced and money is no object: the four keep their posts if 1.5 FTE more may be idle."""
    limits = Limits(ceiling_pence=known(50_000_000), displaced=known(0))
    first = only(service(limits=limits)).ways_out[0]
    assert parts(first) == [("no_idle", 1.5, "FTE")]
    assert "(limits, spare fte: 2)" in first.sentence
    assert (first.displaced, first.displaced_at_most) == (0, 0)


def test_both_are_needed() -> None:
    """Money and time without work: neither is enough alone, and the sentence says that both are needed."""
    limits = Limits(ceiling_pence=known(6_000_000), displaced=known(0), negotiable=("ceiling", "spare capacity"))
    assert "(both are needed)" in only(service(limits=limits)).ways_out[0].sentence
    assert [together(["a"] * count) for count in (1, 3)] == ["a", "a and a and a (all 3 are needed)"]


def test_people_that_a_limit_is_worth_are_a_range() -> None:
    """Two FTE of work, four people and one idle post more: one person fewer displaced, at the least and at the most."""
    answer = only(service(limits=Limits(ceiling_pence=known(50_000_000))))
    bound = next(each for each in answer.binding if each.demand.rule == "no_idle")
    assert "people displaced 2 to 1 at the least, if every claim succeeds, and 2 to 1 at the most" in bound.sentence
