"""Numbers for the names that lines are added up by: sources of saving, cost centres, funding lines.

Formulas look for the number and not for the name: a spreadsheet takes * and ? in a name for any letters, > for a
comparison, and capitals for small letters.
Change this when lines are added up by something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scenarios.money.ledger import Line
from scenarios.reporting.worked import Worked


@dataclass(frozen=True)
class Keys:
    """The number of each name, from 1 in the order of names; the blank name, where nothing is stated, is among them."""

    families: Mapping[str, str]
    sources: Mapping[str, int]
    centres: Mapping[str, int]
    funding: Mapping[str, int]

    def source_of(self, line: Line) -> str:
        """The source of saving a line belongs to: the family of its role, else what it pays for."""
        return source_of(line, self.families)


def source_of(line: Line, families: Mapping[str, str]) -> str:
    """The source of saving a line belongs to.

    Args:
        line: the line.
        families: roles by their family.
    """
    named = line.role or line.what
    return families.get(named, named)


def keys_of(worked: Worked) -> Keys:
    """Return the numbers of all names in a case."""
    families: dict[str, str] = {}
    for costed in worked.structures:
        for role in costed.answer.question.arrangement.scenario.roles:
            families.setdefault(role.role, role.family or role.role)
    lines = [line for costed in worked.structures for line in costed.ledgers[worked.years[0]].lines]
    centres = [row.cost_centre for row in worked.scenario.cost_centres]
    funding = [row.line for row in worked.scenario.funding]
    return Keys(
        families=families,
        sources=_numbered(source_of(line, families) for line in lines),
        centres=_numbered(["", *centres, *(line.cost_centre for line in lines)]),
        funding=_numbered(["", *funding, *(line.funding for line in lines)]),
    )


def _numbered(found: Iterable[str]) -> dict[str, int]:
    """Number names from 1, a blank one last."""
    return {name: number for number, name in enumerate(sorted({*found}, key=lambda name: (not name, name)), 1)}
