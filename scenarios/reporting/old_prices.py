"""Says plainly that costs are at the prices of an earlier year than the first that is shown.

Source: domain-rules.md section 14 (the price base stands beside each figure). The proof-reader's doubt looks at the
same years (scenarios/proofreading/kinds/price_base_before_start.py). Change this when costs are brought to a year.
"""

from scenarios.compiling.problem import years_of
from scenarios.money.years import FinancialYear
from scenarios.proofreading.price_year import year_in
from scenarios.schema.scenario import Scenario
from solver.wording import some


def older_prices(scenario: Scenario) -> str:
    """Return a sentence where the price base is of a year or more before the first year shown; else nothing.

    Args:
        scenario: the case; its price base as the authority words it.
    """
    header, first = scenario.header, years_of(scenario)[0]
    base = year_in(header.price_base)
    if base is None or base >= first or not (header.years or header.start_date):
        return ""
    label = FinancialYear(first).label
    return (
        f"Figures stated at {header.price_base} are {some(first - base, 'year')} older than {label}, "
        "the first year shown: what pay and prices rose by in between is in neither the costs nor the savings."
    )
