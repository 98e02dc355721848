"""Every level of claim, every reason for none, and thresholds at their edge.

Sources: design.md section 4; domain-rules.md sections 7.2, 7.3, 9 and 12.6. The figures of POLICY are one council's
(section 7.2) and are never a default. Change this when a policy can order claims in a new way.
"""

import pytest

from scenarios.claims.strength import LAST_PRIORITY, Job, Level, Standing, Terms, claim, ranks_of
from scenarios.schema.figure import UNKNOWN, Figure
from scenarios.schema.grades import Grade
from scenarios.schema.groups import Group
from scenarios.schema.policy import Policy
from scenarios.schema.roles import Role
from tests.scenarios.claims.small_question import GRADES, POLICY, arranged, asked, later, line, scenario

GROUP = Group(group="Officers", job_title="Officer")
OWN = Job(("Officer",), "Grade 5", None)
BLANK = Policy()


def standing(
    grade: str | None = "Grade 5",
    match: int | None = None,
    *,
    policy: Policy = POLICY,
    own: Job = OWN,
    group: Group = GROUP,
    employer: str | None = None,
) -> Standing | None:
    """The claim of officers at grade 5 on a new role."""
    terms = Terms(policy, ranks_of((*GRADES, Grade(grade="Band 5", pay_system="NHS", rank=5))), "Example Council")
    return claim(group, own, Role(role="New", grade=grade, employer=employer), match=match, terms=terms)


def level(grade: str | None = "Grade 5", match: int | None = None, policy: Policy = POLICY) -> Level | None:
    """The level of that claim, None for none."""
    found = standing(grade, match, policy=policy)
    return None if found is None else found.level


def limited(**limits: int | bool) -> Policy:
    """The policy with limits on grades."""
    return POLICY.model_copy(update={name: n if isinstance(n, bool) else Figure(value=n) for name, n in limits.items()})


@pytest.mark.parametrize("own", [("New",), ("Officer", "New")])
def test_the_own_job_comes_first_and_is_certain(own: tuple[str, ...]) -> None:
    """Today's role, or the one posts are re-designated to, is the own job whatever grade and match it has."""
    job = Job(own, "Grade 5", None)
    for grade, match in [("Grade 5", None), ("Grade 3", 0), (None, None), ("Band 5", 9000)]:
        found = standing(grade, match, own=job)
        assert found is not None
        assert (found.level, found.priority, found.certain) == (Level.OWN_JOB, LAST_PRIORITY, True)


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        (10000, Level.SLOT_IN),
        (6500, Level.SLOT_IN),
        (6499, Level.RING_FENCE),
        (5000, Level.RING_FENCE),
        (4999, None),
        (0, None),
        (None, Level.SAME_GRADE),
    ],
)
def test_matches_at_the_same_grade(match: int | None, expected: Level | None) -> None:
    """65 % slots in, 50 % is a ring-fence, less is no claim; not evaluated is possible by grade alone."""
    assert level("Grade 5", match) == expected


@pytest.mark.parametrize(
    ("grade", "match", "policy", "expected"),
    [
        ("Grade 4", 9000, POLICY, Level.ONE_DOWN),
        ("Grade 4", 9000, limited(grades_down=1), Level.RING_FENCE),
        ("Grade 3", 9000, limited(grades_down=1), None),
        ("Grade 3", 5000, limited(grades_down=2), Level.RING_FENCE),
        ("Grade 6", 9000, POLICY, Level.ONE_UP),
        ("Grade 6", 9000, limited(up_allowed=False), None),
        ("Grade 6", 5000, limited(grades_up=1), Level.RING_FENCE),
        ("Grade 7", 9000, limited(grades_up=1), None),
    ],
)
def test_a_ring_fence_reaches_as_many_grades_as_the_policy_says(
    grade: str, match: int, policy: Policy, expected: Level | None
) -> None:
    """A match across grades is a ring-fence within the limits, no slot-in, and beyond them what the grade gives."""
    assert level(grade, match, policy) == expected


@pytest.mark.parametrize(
    ("grade", "policy", "expected"),
    [
        ("Grade 5", POLICY, Level.SAME_GRADE),
        ("Grade 4", POLICY, Level.ONE_DOWN),
        ("Grade 3", POLICY, None),
        ("Grade 3", limited(grades_down=2), Level.ONE_DOWN),
        ("Grade 6", POLICY, Level.ONE_UP),
        ("Grade 7", POLICY, None),
        ("Grade 6", limited(up_allowed=False), None),
        ("Grade 6", limited(up_allowed=True), Level.ONE_UP),
        ("Grade 7", limited(up_allowed=True), None),
        ("Grade 7", limited(up_allowed=True, grades_up=2), Level.ONE_UP),
        ("Grade 7", limited(grades_up=2), Level.ONE_UP),
        ("Grade 6", limited(up_allowed=False, grades_up=2), None),
    ],
)
def test_redeployment_by_grade(grade: str, policy: Policy, expected: Level | None) -> None:
    """Not evaluated: the same grade, one down with protection, and one up unless the authority says no."""
    assert level(grade, None, policy) == expected


@pytest.mark.parametrize(
    ("today", "later_grade", "expected"),
    [
        ("Grade 5", "Band 5", None),
        ("Band 5", "Grade 5", None),
        ("Grade 5", "Unheard of", None),
        ("Unheard of", "Unheard of", Level.SAME_GRADE),
        (None, "Grade 5", Level.SAME_GRADE),
        ("Grade 5", None, Level.SAME_GRADE),
    ],
)
def test_grades_that_cannot_be_compared(today: str | None, later_grade: str | None, expected: Level | None) -> None:
    """Another pay system or no rank gives no claim; a grade not known leaves redeployment possible."""
    found = standing(later_grade, own=Job(("Officer",), today, None))
    assert (None if found is None else found.level) == expected


@pytest.mark.parametrize(("later_grade", "expected"), [("Band 5", None), (None, Level.SAME_GRADE)])
def test_a_high_match_needs_a_comparable_grade(later_grade: str | None, expected: Level | None) -> None:
    """Without a grade to compare, 90 % neither slots in nor ring-fences."""
    assert level(later_grade, 9000) == expected


@pytest.mark.parametrize(
    ("policy", "match", "expected"),
    [
        (BLANK, 9000, Level.SAME_GRADE),
        (BLANK, 0, Level.SAME_GRADE),
        (Policy(slot_in_basis_points=UNKNOWN, ring_fence_basis_points=UNKNOWN), 9000, Level.SAME_GRADE),
        (Policy(slot_in_basis_points=Figure(value=6500)), 6499, Level.SAME_GRADE),
        (Policy(slot_in_basis_points=Figure(value=6500)), 6500, Level.SLOT_IN),
        (Policy(ring_fence_basis_points=Figure(value=5000)), 9000, Level.RING_FENCE),
        (Policy(ring_fence_basis_points=Figure(value=5000)), 4999, None),
    ],
)
def test_thresholds_that_are_not_stated(policy: Policy, match: int, expected: Level) -> None:
    """Blank or unknown thresholds give nobody a slot-in or a ring-fence, and take nothing away either."""
    assert level("Grade 5", match, policy) == expected


def test_only_own_jobs_and_slot_ins_are_certain() -> None:
    """Every weaker level needs competition or evaluation."""
    certain = {
        found.level: found.certain
        for found in [
            standing("Grade 5", 9000),
            standing("Grade 5", 5000),
            standing("Grade 5"),
            standing("Grade 4"),
            standing("Grade 6", policy=limited(up_allowed=True)),
        ]
        if found is not None
    }
    assert certain == {
        Level.SLOT_IN: True,
        Level.RING_FENCE: False,
        Level.SAME_GRADE: False,
        Level.ONE_DOWN: False,
        Level.ONE_UP: False,
    }


@pytest.mark.parametrize(
    ("mine", "theirs", "claims"),
    [
        (None, None, True),
        ("Example Council", None, True),
        (None, "Example Council", True),
        ("NHS", "NHS", True),
        (None, "NHS", False),
        ("NHS", None, False),
    ],
)
def test_redeployment_stays_with_the_employer(mine: str | None, theirs: str | None, claims: bool) -> None:  # noqa: FBT001 - a table's column
    """By grade alone nobody claims a job with another employer; blank is the authority itself."""
    found = standing(own=Job(("Officer",), "Grade 5", mine), employer=theirs)
    assert (found is not None) is claims


def test_an_evaluated_match_reaches_another_employer() -> None:
    """What was evaluated as a slot-in or ring-fence holds across employers; a low match holds nowhere."""
    levels = [standing(match=match, employer="NHS") for match in (6500, 5000, 4999)]
    assert [None if found is None else found.level for found in levels] == [Level.SLOT_IN, Level.RING_FENCE, None]


@pytest.mark.parametrize(("named", "counted"), [(None, 99), (1, 1), (0, 0), (-3, 0), (99, 99), (500, 99)])
def test_priorities_order_claims_within_a_level_only(named: int | None, counted: int) -> None:
    """A priority is kept within 0 to 99, so that the last of one level goes before the first of the next."""
    group = GROUP.model_copy(update={"priority": named})
    found = standing("Grade 4", group=group)
    assert found is not None
    assert (found.priority, found.strength) == (counted, Level.ONE_DOWN * 100 + counted)
    last, first = Standing(Level.SAME_GRADE, 99, certain=False), Standing(Level.ONE_DOWN, 0, certain=False)
    assert last.strength < first.strength


def test_levels_run_from_own_job_to_one_up() -> None:
    """The order of the levels is the order of claims."""
    assert [level.name for level in sorted(Level)] == [
        *("OWN_JOB", "SLOT_IN", "RING_FENCE", "SAME_GRADE", "ONE_DOWN", "ONE_UP"),
    ]


def test_only_ranked_grades_can_be_compared() -> None:
    """A grade without a rank is left out; one without a pay system is in the unnamed one."""
    grades = (Grade(grade="A", rank=1), Grade(grade="B"), Grade(grade="C", pay_system="NJC", rank=3))
    assert ranks_of(grades) == {"A": ("", 1), "C": ("NJC", 3)}


TODAY = [line("Officer", "North", 2), line("Officer", "South", 2)]
AFTER = [later("Officer", "North", 1), later("Officer", "South", 1)]


def test_selection_by_team_parts_the_own_job() -> None:
    """Where the authority selects by team, the same job in another team is redeployment at the same grade."""
    policy = POLICY.model_copy(update={"selection_by_team": True})
    question, _ = asked(scenario(TODAY, AFTER, policy=policy))
    levels = {pair: found.level for pair, found in question.people.standings.items()}
    assert levels == {
        ("Officer, North", "Officer in North"): Level.OWN_JOB,
        ("Officer, North", "Officer in South"): Level.SAME_GRADE,
        ("Officer, South", "Officer in North"): Level.SAME_GRADE,
        ("Officer, South", "Officer in South"): Level.OWN_JOB,
    }


def test_otherwise_the_team_plays_no_part() -> None:
    """Two teams of officers are one group with one claim, unless selection is by team."""
    question, _ = asked(scenario(TODAY, AFTER))
    assert {pair: found.level for pair, found in question.people.standings.items()} == {
        ("Officer", "Officer"): Level.OWN_JOB
    }


def test_employers_part_a_job() -> None:
    """The same title with two employers is two groups, each with its own claims."""
    question, _ = asked(scenario([line("Officer", "North", 2), line("Officer", "North", 1, employer="NHS")]))
    assert [s.group.group for s in question.people.staff] == ["Officer (Example Council)", "Officer (NHS)"]


def test_no_change_lets_every_job_stand() -> None:
    """Without a new role everybody's claim is on their own job."""
    assert arranged(scenario(TODAY), "no change").option.kind == "no change"
    question, _ = asked(scenario(TODAY), "no change")
    assert {found.level for found in question.people.standings.values()} == {Level.OWN_JOB}


def test_a_lower_grade_is_down_whatever_the_level() -> None:
    """An own job regraded down and a ring-fence into a lower grade move people down as a redeployment does."""
    lower, same = standing("Grade 4", None), standing("Grade 5", None)
    assert lower is not None
    assert same is not None
    assert (lower.down, same.down) == (True, False)
