"""Every relative link in the documents leads to a tracked file or folder.

Change this when documents are written in another format than Markdown.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, tracked

FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
INLINE = re.compile(r"\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
REFERENCE = re.compile(r"^\s*\[[^\]]+\]:\s*(\S+)", re.MULTILINE)
ELSEWHERE = re.compile(r"^([a-z][a-z0-9+.-]*:|//|#)", re.IGNORECASE)


def _links(text: str) -> Iterator[str]:
    """Yield the relative links of a Markdown text, without anchors and without those in code."""
    prose = CODE.sub("``", FENCE.sub("", text))
    for target in (*INLINE.findall(prose), *REFERENCE.findall(prose)):
        if not ELSEWHERE.match(target):
            yield target.partition("#")[0]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see [it](docs/model.md#rules)", ["docs/model.md"]),
        ('![a picture](a.png "title")', ["a.png"]),
        ("[one]: ../two.md", ["../two.md"]),
        ("[out](https://example.invalid), [mail](mailto:a@b.invalid), [here](#there)", []),
        ("`[code](no.md)`\n```\n[fenced](no.md)\n```\n", []),
    ],
)
def test_links_are_recognised(text: str, links: list[str]) -> None:
    """Links of each kind are seen, those elsewhere and those in code are left."""
    assert list(_links(text)) == links


def test_every_relative_link_leads_somewhere() -> None:
    """No document points at a file or folder that is not in the project."""
    files = {(ROOT / path).resolve() for path in tracked()}
    folders = {folder for file in files for folder in file.parents if folder.is_relative_to(ROOT)}
    broken = [
        f"{document}: {link}"
        for document in tracked(".md")
        for link in _links((ROOT / document).read_text("utf-8"))
        if Path(ROOT / document.parent / link).resolve() not in files | folders
    ]
    assert broken == []
