"""People placed in a job other than their own. Change this when a change of team counts as one."""

from solver.checker import judge
from tests.solver.build import claim, group, kind, places, problem, structure
from tests.solver.verdicts import designed, stage_values

CASE = problem(
    kind(most=1),
    kind(job="analyst", most=3),
    group("officers", 2),
    places(),
    places("analyst"),
    claim("officers"),
    claim("officers", "analyst", strength=1),
    spare_milli_fte=None,
)


def test_value() -> None:
    """Both officers as analysts have changed their job; with one of them an officer still, one has."""
    for as_analyst in (2, 1):
        placed = {("officers", "analyst"): as_analyst, ("officers", "officer"): 2 - as_analyst}
        given = structure({"north analyst": 2, "north officer": 1}, placements=placed)
        assert judge(CASE, given).values["job_changed"] == as_analyst


def test_made_small() -> None:
    """Two posts are needed and cost the same: one officer keeps the job and one changes, not both."""
    assert stage_values(CASE)["job_changed"] == 1
    assert designed(CASE).placements == (("officers", "analyst", 1), ("officers", "officer", 1))


def test_a_claim_says_what_changes() -> None:
    """A slot-in that changes nothing for the person does not count."""
    slot_in = claim("officers", "analyst", strength=1, changes_job=False)
    case = problem(kind(job="analyst"), group("officers", 2), places("analyst"), slot_in, spare_milli_fte=None)
    assert stage_values(case)["job_changed"] == 0
