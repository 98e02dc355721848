"""Workbooks number structures and name them as a comparison does, also where searches ended early.

Change this when answers shown together are told in another way.
"""

import pytest

from scenarios.comparing.answers import Asking
from scenarios.comparing.results import compare_case
from scenarios.reporting.same_posts import shown_once
from scenarios.reporting.worked import worked_out
from solver.engine import Settings
from solver.search import Watch
from tests.scenarios.library.shipped import shipped


@pytest.mark.parametrize("effort", [1e-9, 60.0])
def test_the_same_structures_under_the_same_numbers(effort: float) -> None:
    """Settled, the three answers for Bury share their posts; stopped at once, each stands alone: told alike by both."""
    case, asking = shipped("bury-2021"), Asking(watch=Watch(settings=Settings(effort=effort)), break_evens=False)
    compared = {shown.number: shown.title for shown in shown_once(compare_case(case, asking).structures)}
    worked = worked_out(case, asking)
    told = {each.number: each.title for each in (*worked.structures, *worked.without)}
    assert told == compared
