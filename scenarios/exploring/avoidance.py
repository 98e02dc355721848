"""What people can do before anyone more is displaced: vacancies, agency and fixed terms, volunteers, jobs elsewhere.

Rules: domain-rules.md section 10 (their order) and 11 (fixed terms, agency). A step is told as far as
the case's data have it. Volunteers are numbers by staff group, never persons; vacancies outside the service are shown
apart and never netted off.
Change this when the case holds another way to avoid a redundancy.
"""

from collections.abc import Iterator
from dataclasses import replace

from scenarios.compiling.post_kinds import line_size, standards
from scenarios.compiling.problem import Question
from scenarios.exploring.explain_result import Avoidance
from scenarios.schema.derive_posts import FULL_TIME_MILLI_FTE, role_of_titles
from scenarios.schema.posts import Post
from scenarios.schema.scenario import Scenario
from solver.engine import Settings, Status
from solver.explaining.elastic import anything_fits
from solver.explaining.ways_out import WayOut
from solver.problem import Problem
from solver.tally import Tally
from solver.wording import pounds, some


def steps(question: Question, way: WayOut, over: int, settings: Settings) -> Iterator[Avoidance]:
    """The steps open for so many people more than the limit on people displaced allows, in order."""
    scenario = question.arrangement.scenario
    yield from _vacancies(scenario)
    yield from _ending(scenario)
    yield _volunteers(question, way, over, settings)
    yield from _elsewhere(scenario, over)


def _vacancies(scenario: Scenario) -> Iterator[Avoidance]:
    vacant = sum(_vacant(post, scenario) for post in scenario.posts)
    if vacant:
        said = f"{some(vacant, 'post is', 'posts are')} vacant today: filled from within, each is a place."
        yield Avoidance(step="vacancies", number=vacant, enough=None, one_off=None, sentence=said)


def _vacant(post: Post, scenario: Scenario) -> int:
    """Posts of a line without people, as far as both numbers are known; those held vacant on purpose give no place."""
    held = post.change is not None and post.change.kind == "held"
    people = None if post.people is None else post.people.value
    if held or people is None or post.contract == "agency":
        return 0
    return max(0, _posts(post, scenario) - people)


def _ending(scenario: Scenario) -> Iterator[Avoidance]:
    ending = sum(_posts(post, scenario) for post in scenario.posts if post.contract in ("agency", "fixed-term"))
    if ending:
        said = (
            f"{some(ending, 'post is', 'posts are')} held by agency workers or for a fixed term: where the work goes "
            f"on, each that ends is a place."
        )
        yield Avoidance(step="agency and fixed terms", number=ending, enough=None, one_off=None, sentence=said)


def _posts(post: Post, scenario: Scenario) -> int:
    """Posts of a line, stated or by its FTE."""
    role = role_of_titles(scenario).get(post.title, post.title)
    return line_size(post, standards(scenario).get(role, FULL_TIME_MILLI_FTE))[0]


def _volunteers(question: Question, way: WayOut, over: int, settings: Settings) -> Avoidance:
    """So many people fewer to place, taken from the groups that the way out would displace, and searched again."""
    displaced = Tally(way.problem, way.structure).displaced
    leaving: dict[str, int] = {}
    for group in sorted(displaced):
        if fewer := min(displaced[group], over - sum(leaving.values())):
            leaving[group] = fewer
    enough = anything_fits(_with_fewer(way.problem, leaving, over), settings)
    exit_pence = question.problem.limits.exit_pence
    whose = ", ".join(f"{people} of {group}" for group, people in leaving.items())
    price = f", at about {pounds(exit_pence * over)} once" if exit_pence else ""
    said = f"{some(over, 'volunteer leaves', 'volunteers leave')} ({whose}){price}."
    return Avoidance(
        step="volunteers",
        number=over,
        enough=None if enough is Status.UNDECIDED else enough is Status.SETTLED,
        one_off=exit_pence * over / 100 if exit_pence else None,
        sentence=said,
    )


def _with_fewer(problem: Problem, leaving: dict[str, int], over: int) -> Problem:
    """The problem after a way out, with volunteers gone and the limit on people displaced as it stood."""
    groups = tuple(replace(g, people=g.people - leaving.get(g.id, 0)) for g in problem.groups)
    limit = problem.limits.displaced
    return replace(
        problem,
        groups=groups,
        limits=replace(problem.limits, displaced=None if limit is None else limit - over),
    )


def _elsewhere(scenario: Scenario, over: int) -> Iterator[Avoidance]:
    known = [(row.role, row.service, row.posts.value) for row in scenario.elsewhere if row.posts.value]
    number = sum(posts for _, _, posts in known)
    if number:
        listed = ", ".join(f"{posts} {role}" + (f" in {service}" if service else "") for role, service, posts in known)
        said = (
            f"{some(number, 'vacancy', 'vacancies')} elsewhere ({listed}), shown apart and not counted: at most "
            f"{some(min(number, over), 'person', 'people')} could go there."
        )
        yield Avoidance(step="elsewhere", number=number, enough=None, one_off=None, sentence=said)
