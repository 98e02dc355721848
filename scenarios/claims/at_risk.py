"""Who is at risk: staff groups whose own job shrinks, changes its grade, or loses every team it is in.

Own places are those a group has an own-job claim on, at today's job or what it is re-designated to. While they hold
everyone, nobody of the group is at risk, however many vacancies go; otherwise everybody in it is, because which of them
is never computed. Sources: design.md section 4; domain-rules.md sections 6.2 ("deleted or materially changed") and 10.
Change this when another change of a post puts its holders at risk.
"""

from scenarios.claims.ground import Ground
from scenarios.claims.strength import Level
from scenarios.compiling.arrangement import Arrangement
from scenarios.compiling.people import Staff
from scenarios.compiling.problem import Question
from scenarios.schema.derive_groups import group_key, group_names
from scenarios.schema.derive_posts import role_of_titles
from solver.structure import Structure
from solver.tally import Tally


def groups_at_risk(question: Question, structure: Structure, ground: Ground) -> frozenset[str]:
    """Staff groups at risk, everyone in each of them.

    A group shrinks when its own places, less those reserved, cannot hold it together with all who hold the same job;
    where jobs overlap, when some way of keeping the most people in their own jobs leaves one of it out. A grade that is
    not known, today or afterwards, is not taken for a change: branches settle it (domain-rules.md section 7.6).
    """
    staffed = [s for s in question.people.staff if ground.people.get(s.group.group)]
    own = ground.pairs(Level.OWN_JOB)
    short = ground.most(own).short
    closed = _closed(question, structure)
    return frozenset(
        s.group.group
        for s in staffed
        if s.group.group in short or s.group.group in closed or _grade_changed(question.arrangement, s, ground)
    )


def _grade_changed(arrangement: Arrangement, staff: Staff, ground: Ground) -> bool:
    """Whether the own job at today's grade has fewer places than the group has people, its grade being another."""
    today = staff.job.grade
    if arrangement.option.kind == "no change" or today is None:
        return False
    own = [at for group, at in ground.pairs(Level.OWN_JOB) if group == staff.group.group]
    grades = {at: grade_of(arrangement, ground.role[at]) for at in own}
    changed = [at for at in own if grades[at] not in (None, today) and ground.room[at]]
    kept = sum(ground.room[at] for at in own if at not in changed)
    return bool(changed) and kept < ground.people[staff.group.group]


def grade_of(arrangement: Arrangement, role: str) -> str | None:
    """The grade a role has afterwards: its own, else the one that all proposed lines of it state; None if not known."""
    scenario = arrangement.scenario
    stated = next((r.grade for r in scenario.roles if r.role == role), None)
    if stated is not None:
        return stated
    titles = role_of_titles(scenario)
    grades = {line.grade for line in scenario.proposed if titles.get(line.title, line.title) == role}
    return grades.pop() if len(grades) == 1 else None


def _closed(question: Question, structure: Structure) -> frozenset[str]:
    """Groups all of whose teams are left without a post."""
    scenario, changes = question.arrangement.scenario, question.arrangement.option.kind != "no change"
    names = group_names(scenario)
    teams: dict[str, set[str]] = {}
    for post in scenario.posts:
        group = names.get(group_key(post, scenario))
        if group is None or post.contract == "agency":
            continue
        moves = changes and post.change is not None and post.change.kind == "transferred"
        goes_to = post.change.to if post.change is not None and moves else post.team
        teams.setdefault(group, set()).add(goes_to or "")
    tally = Tally(question.problem, structure)
    return frozenset(group for group, sites in teams.items() if not any(tally.team_posts(team) for team in sites))
