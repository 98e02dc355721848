"""The question the solver is asked: rows in any order are one problem, and its look-ups. Change this with its nouns."""

from dataclasses import fields, replace

from bench.tiny import tiny
from solver.problem import Problem, Role
from tests.solver.build import able, claim, group, kind, places, problem, role, structure, work


def turned(case: Problem) -> Problem:
    """The same problem with every table the other way round."""
    tables = {f.name: getattr(case, f.name)[::-1] for f in fields(case) if f.name not in ("years", "limits")}
    return replace(case, **tables)


def test_the_order_of_rows_is_lost() -> None:
    """A problem written backwards is equal to the same problem written forwards, table by table."""
    for seed in range(20):
        assert turned(tiny(seed)) == tiny(seed)
    two = problem(
        kind("south"),
        kind("north"),
        group("b"),
        group("a"),
        places("z"),
        places("officer"),
        claim("b"),
        claim("a", "z"),
        claim("a"),
        able("officer", "letters"),
        able("clerk", "letters"),
        able(),
    )
    assert [k.team for k in two.kinds] == ["north", "south"]
    assert [(c.group, c.places) for c in two.claims] == [("a", "officer"), ("a", "z"), ("b", "officer")]
    assert [(a.role, a.work) for a in two.abilities] == [
        ("clerk", "letters"),
        ("officer", "calls"),
        ("officer", "letters"),
    ]


def test_years_and_limits_keep_their_order() -> None:
    """Years are positions that ceilings refer to, so they stay as written."""
    assert Problem(years=(2026, 2025), roles=(), teams=(), kinds=()).years == (2026, 2025)


def test_direct_time_is_rounded_down() -> None:
    """0.625 FTE at 333 permille is 208 thousandths; a held vacancy has none."""
    case = problem(role(direct_permille=333), kind(milli_fte=625), kind(id="held", works=False))
    assert case.direct_milli_fte(case.kind["north officer"]) == 208
    assert case.direct_milli_fte(case.kind["held"]) == 0


def test_look_ups() -> None:
    """Kinds by the places they give room in and by team and role; claims by places; roles by name."""
    case = problem(
        kind(), kind(id="part", milli_fte=500), kind("south"), kind(job="clerk"), group(), places(), places("clerk"),
        claim(), work(),
    )  # fmt: skip
    assert [k.id for k in case.kinds_giving["officer"]] == ["north officer", "part"]
    assert case.kinds_giving["clerk"] == (case.kind["north clerk"],)
    assert [k.id for k in case.kinds_at["north", "officer"]] == ["north officer", "part"]
    assert sorted(case.kinds_at) == [("north", "clerk"), ("north", "officer"), ("south", "officer")]
    assert case.claims_on == {"officer": (claim(),), "clerk": ()}
    assert case.role == {"officer": Role(id="officer", grade="g"), "clerk": Role(id="clerk", grade="g")}


def test_a_structure_counts_its_posts() -> None:
    """Posts by kind, none where there is no row, and FTE over all of them."""
    case = problem(kind(), kind(id="part", milli_fte=500))
    given = structure({"north officer": 2, "part": 1})
    assert (given.count("north officer"), given.count("part"), given.count("west officer")) == (2, 1, 0)
    assert given.milli_fte(case) == 2500
