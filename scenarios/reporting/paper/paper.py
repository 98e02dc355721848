"""The committee paper of an answered case, as the bytes of a Word file.

Source: domain-rules.md section 19 (what committee reports contain). Every number comes from the comparison handed in:
nothing is worked out again. Change this when a paper is made in other steps.
"""

from scenarios.comparing.result import Comparison
from scenarios.reporting.paper.charts import cost_chart, displaced_chart, posts_chart
from scenarios.reporting.paper.content import content_of
from scenarios.reporting.paper.disclosure import disclosure
from scenarios.reporting.paper.filling import fill, look_at
from scenarios.reporting.paper.finishing import finished
from scenarios.reporting.paper.house_template import house_template
from scenarios.reporting.paper.placeholders import FIELDS
from scenarios.reporting.paper.told import Told
from scenarios.reporting.version import PaperVersion
from scenarios.schema.case import Case

CHARTS = {"cost_chart": cost_chart, "posts_chart": posts_chart, "displaced_chart": displaced_chart}
"""What draws the picture of each placeholder that is one."""


def check_template(template: bytes) -> None:
    """Look at an authority's template, before a search is spent on it.

    Raises TemplateFaults when it is no Word file, or holds placeholders that there are not.
    """
    look_at(template, FIELDS)


def paper(case: Case, comparison: Comparison, version: PaperVersion, *, template: bytes | None = None) -> bytes:
    """Return the paper.

    Args:
        case: a case without faults, with the proof-reader's doubts.
        comparison: the answers to its options.
        version: for whom it is written.
        template: the authority's own Word template; None for ours.

    Raises:
        TemplateFaults: the template cannot be filled; carries every fault found.
    """
    told = Told(case, comparison, disclosure(version, case.scenario.policy))
    form = house_template() if template is None else template
    used = look_at(form, FIELDS)
    charts = {name: draw(told) for name, draw in CHARTS.items() if name in used}
    return finished(fill(form, content_of(told), charts), told)
