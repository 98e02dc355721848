"""Marked blocks in a Markdown text: what stands in them, and the text with other contents.

A block opens with `<!-- kind: what | cut | cut -->` and ends with `<!-- end -->`; everything between is replaced. Cuts
keep part of what was printed: `from "..."`, `to "..."`, `before "..."` and `first 5`, one after the other; `exit 3`
says how the command ends where that is not 0.
Change this when a block has to say something more about what it shows.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

BLOCK = re.compile(
    r"^<!-- (?P<kind>output|file|written|sheets|result)(?:: (?P<what>.*?))? -->\n.*?^<!-- end -->$", re.M | re.S
)
CUT = re.compile(r'(?P<how>from|to|before) "(?P<text>.+)"|(?P<count>first|exit) (?P<number>[0-9]+)')
FENCE = re.compile(r"^```(?P<language>[a-z]*)\n(?P<text>.*?)^```$", re.M | re.S)


class BlockError(ValueError):
    """A block cannot be filled: its marker or its cuts do not fit what is printed."""


@dataclass(frozen=True)
class Block:
    """One marker: what kind of block, what it shows, which lines of it, and how its command ends."""

    kind: str
    what: str
    cuts: tuple[tuple[str, str], ...]
    exit_code: int


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a Markdown text in order."""
    for found in BLOCK.finditer(text):
        yield _block(found["kind"], found["what"] or "")


def filled(text: str, content: Callable[[Block], str]) -> str:
    """Return the text with each block holding what `content` gives for it (Markdown, ending in a line end)."""

    def _one(found: re.Match[str]) -> str:
        opening = found[0].partition("\n")[0]
        return f"{opening}\n{content(_block(found['kind'], found['what'] or ''))}<!-- end -->"

    return BLOCK.sub(_one, text)


def typed(text: str) -> Iterator[str]:
    """Yield the lines of a text's shell fences: what a reader is shown to type."""
    for fence in FENCE.finditer(text):
        if fence["language"] == "sh":
            yield from (line for line in fence["text"].splitlines() if line.strip())


def cut(lines: list[str], block: Block) -> list[str]:
    """Return the lines a block keeps, without blank ones at either end.

    Raises BlockError when a cut speaks of a line that is not there.
    """
    kept = lines
    for how, text in block.cuts:
        if how == "first":
            kept = kept[: int(text)]
            continue
        start = 1 if how == "before" else 0
        at = next((n for n, line in enumerate(kept) if n >= start and text in line), None)
        if at is None:
            raise BlockError(f"'{block.what}' prints no line with {text!r} there")
        kept = {"from": kept[at:], "to": kept[: at + 1], "before": kept[:at]}[how]
    while kept and not kept[0].strip():
        kept = kept[1:]
    while kept and not kept[-1].strip():
        kept = kept[:-1]
    return kept


def _block(kind: str, marker: str) -> Block:
    what, *rest = marker.split(" | ")
    cuts: list[tuple[str, str]] = []
    code = 0
    for part in rest:
        found = CUT.fullmatch(part.strip())
        if found is None:
            raise BlockError(f"the cut {part!r} of '{what}' is none of from, to, before, first, exit")
        if found["count"] == "exit":
            code = int(found["number"])
        else:
            cuts.append((found["how"] or "first", found["text"] or found["number"]))
    return Block(kind, what.strip(), tuple(cuts), code)
