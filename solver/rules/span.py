"""Each manager has a number of reports within the span, over the teams led together.

Reports are posts, vacant ones included, not FTE (domain-rules.md section 16); held vacancies count as neither.
"""

from dataclasses import replace

from solver.problem import Problem
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _constrain(v: Variables) -> None:
    for span in v.problem.spans:
        kinds = [k for k in v.problem.kinds if k.team in span.teams and k.works]
        managers = [k for k in kinds if v.problem.role[k.role].manages]
        reports = [(1, v.posts[k.id]) for k in kinds if k not in managers]
        v.linear.row("span", [*reports, *((-span.least, v.posts[k.id]) for k in managers)], low=0)
        v.linear.row("span", [*reports, *((-span.most, v.posts[k.id]) for k in managers)], high=0)


def _check(tally: Tally) -> list[Finding]:
    findings = []
    for span in tally.problem.spans:
        led = [(k, n) for k, n in tally.held if k.works and k.team in span.teams]
        managers = sum(n for k, n in led if tally.problem.role[k.role].manages)
        reports = sum(n for k, n in led) - managers
        under, over = span.least * managers - reports, reports - span.most * managers
        if under > 0 or over > 0:
            message = (
                f"{some(managers, 'manager')} to {some(reports, 'report')} in {span.id}; "
                f"the span is {span.least} to {span.most} each"
            )
            findings.append(Finding("span", span.id, max(under, over), message))
    return findings


def _loosen(problem: Problem, by: int) -> Problem:
    """Widen each span by `by` reports a manager on both sides."""
    wider = (replace(s, least=max(0, s.least - by), most=s.most + by) for s in problem.spans)
    return replace(problem, spans=tuple(wider))


RULE = Rule("span", Standing.POLICY, __doc__, _constrain, _check, _loosen, "reports a manager")
