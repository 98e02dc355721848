"""The documents as the tests read them: prose without code, and the code in fences.

Change this when documents are written in another form.
"""

import re
from pathlib import Path

from docs.blocks.outputs import ROOT

FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
EXPLAINING = ("README.md", "docs/guides/first-case.md", "docs/guides/reading-a-comparison.md")
PLANNERS = (
    *EXPLAINING,
    *("docs/guides/proof-reading.md", "docs/guides/sheets.md", "docs/guides/workbooks.md"),
    *("docs/guides/committee-paper.md", "docs/guides/what-must-be-true.md", "docs/guides/trade-offs.md"),
    *("docs/guides/alternatives.md", "docs/guides/stress.md", "docs/guides/batches.md"),
)


def page(name: str) -> str:
    """Return a page by its path from the root of the project."""
    return (ROOT / name).read_text("utf-8")


def fences(text: str) -> str:
    """Return everything a page shows in fences."""
    return "\n".join(FENCE.findall(text))


def without_fences(text: str) -> str:
    """Return a page without fences and markers; code within a line stays."""
    return COMMENT.sub("", FENCE.sub("", text))


def prose(text: str) -> str:
    """Return a page without any code."""
    return CODE.sub("", without_fences(text))


def all_pages() -> list[str]:
    """Return the paths of the README, the changelog and every page below docs/, from the root of the project."""
    paths = (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")))
    return [str(path.relative_to(ROOT)) for path in paths if path != Path("CONTRIBUTING.md")]
