"""Each manager has a number of reports within the span, over the teams led together.

Reports are posts, vacant ones included, not FTE (domain-rules.md section 16); held vacancies count as neither.
Loosened, so many reports may be missing (`short`) or be there beyond the span (`over`) over the teams led together.
"""

from dataclasses import replace

from solver.demand import LEAST, MOST, Demand
from solver.problem import Problem, Span
from solver.rules.rule import Finding, Rule, Standing
from solver.tally import Tally
from solver.variables import Variables
from solver.wording import some


def _constrain(v: Variables) -> None:
    for span in v.problem.spans:
        kinds = [k for k in v.problem.kinds if k.team in span.teams and k.works]
        managers = [k for k in kinds if v.problem.role[k.role].manages]
        reports = [(1, v.posts[k.id]) for k in kinds if k not in managers]
        wanted = [*((-span.least, v.posts[k.id]) for k in managers), *v.gives(1, "span", span.id, LEAST)]
        allowed = [*((-span.most, v.posts[k.id]) for k in managers), *v.gives(-1, "span", span.id, MOST)]
        v.linear.row("span", [*reports, *wanted], low=-span.short)
        v.linear.row("span", [*reports, *allowed], high=span.over)


def _check(tally: Tally) -> list[Finding]:
    findings = []
    for span in tally.problem.spans:
        led = [(k, n) for k, n in tally.held if k.works and k.team in span.teams]
        managers = sum(n for k, n in led if tally.problem.role[k.role].manages)
        reports = sum(n for k, n in led) - managers
        under, over = span.least * managers - reports - span.short, reports - span.most * managers - span.over
        if under > 0 or over > 0:
            message = (
                f"{some(managers, 'manager')} to {some(reports, 'report')} in {span.id}; "
                f"the span is {span.least} to {span.most} each"
            )
            findings.append(Finding("span", span.id, max(under, over), message))
    return findings


def _demands(problem: Problem) -> tuple[Demand, ...]:
    found = []
    for span in problem.spans:
        kinds = [k for k in problem.kinds if k.team in span.teams and k.works]
        managers = sum(max(k.least, k.most) for k in kinds if problem.role[k.role].manages)
        reports = sum(max(k.least, k.most) for k in kinds) - managers
        short, over = span.least * managers - span.short, reports - span.over
        if short > 0:
            found.append(Demand("span", span.id, LEAST, asked=span.least, most=short, unit="reports"))
        if over > 0:
            found.append(Demand("span", span.id, MOST, asked=span.most, most=over, unit="reports"))
    return tuple(found)


def _loosen(problem: Problem, demand: Demand, by: int) -> Problem:
    """Let `by` reports be missing, or be there beyond the span, over the teams led together."""
    looser = (_looser(span, demand.side, by) if span.id == demand.place else span for span in problem.spans)
    return replace(problem, spans=tuple(looser))


def _looser(span: Span, side: str, by: int) -> Span:
    return replace(span, short=span.short + by) if side == LEAST else replace(span, over=span.over + by)


RULE = Rule("span", Standing.POLICY, __doc__, _constrain, _check, _demands, _loosen)
