"""Posts that are held, protected or transferred stay, and part-time posts exist only where they are held today."""

from dataclasses import replace

from solver.demand import Demand
from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _constrain(v: Variables) -> None:
    for kind in v.problem.kinds:
        posts = (1, v.posts[kind.id])
        v.linear.row("kept_posts", [posts, *v.gives(1, "kept_posts", kind.id)], low=kind.least)
        v.linear.row("kept_posts", [posts], high=kind.most)


def _check(tally: Tally) -> list[Finding]:
    findings = []
    for name, posts in tally.posts.items():
        kind = tally.problem.kind.get(name)
        least, most = (kind.least, kind.most) if kind else (0, 0)
        if not least <= posts <= most:
            message = f"{some(posts, 'post')} of {name}, where {least} to {most} can exist"
            findings.append(Finding("kept_posts", name, max(least - posts, posts - most), message))
    return findings


def _demands(problem: Problem) -> tuple[Demand, ...]:
    kept = (k for k in problem.kinds if k.least > 0)
    return tuple(Demand("kept_posts", k.id, asked=k.least, most=k.least, unit="posts") for k in kept)


def _loosen(problem: Problem, demand: Demand, by: int) -> Problem:
    """Let `by` posts more go: never offered, but they can be what stands in the way."""
    fewer = {demand.place: by}
    looser = (replace(k, least=max(0, k.least - fewer.get(k.id, 0))) for k in problem.kinds)
    return replace(problem, kinds=tuple(looser))


RULE = Rule("kept_posts", Standing.STRUCTURAL, __doc__, _constrain, _check, _demands, _loosen)
