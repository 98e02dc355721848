"""Posts that are held, protected or transferred stay, and part-time posts exist only where they are held today."""

from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _constrain(v: Variables) -> None:
    for kind in v.problem.kinds:
        v.linear.row("kept_posts", [(1, v.posts[kind.id])], low=kind.least, high=kind.most)


def _check(tally: Tally) -> list[Finding]:
    findings = []
    for name, posts in tally.posts.items():
        kind = tally.problem.kind.get(name)
        least, most = (kind.least, kind.most) if kind else (0, 0)
        if not least <= posts <= most:
            message = f"{some(posts, 'post')} of {name}, where {least} to {most} can exist"
            findings.append(Finding("kept_posts", name, max(least - posts, posts - most), message))
    return findings


RULE = Rule("kept_posts", Standing.STRUCTURAL, __doc__, _constrain, _check)
