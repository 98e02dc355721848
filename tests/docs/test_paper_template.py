"""The copy of our template that planners may change is our template, and the guide names every placeholder.

Change this when the copy or the guide stands elsewhere.
"""

import re

from docs.paper_template import COPY
from scenarios.reporting.paper.house_template import house_template
from scenarios.reporting.paper.placeholders import FIELDS
from scenarios.reporting.paper.structures import structure
from tests.api.build import comparison
from tests.docs.pages import CODE, page
from tests.scenarios.library.shipped import shipped
from tests.scenarios.reporting.paper.read_back import told

GUIDE = "docs/guides/committee-paper.md"


def test_the_copy_is_our_template() -> None:
    """`python -m docs.paper_template` writes it anew, to the byte."""
    assert COPY.read_bytes() == house_template()


def test_the_guide_names_every_field_of_a_structure() -> None:
    """Texts, lists, and what each of a list has."""
    made = told(shipped("wandsworth-2015"), comparison())
    found = structure(made.shown[1], made)
    rows = [row for value in found.values() if isinstance(value, list) for row in value if isinstance(row, dict)]
    names = {*found, *(name for row in rows for name in row)}
    assert sorted(names - {*CODE.findall(page(GUIDE))}) == []


def test_the_guide_names_every_placeholder() -> None:
    """Each with what it holds, and no other."""
    table = page(GUIDE).partition("| placeholder |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", table, re.MULTILINE)
    assert dict(rows) == FIELDS
