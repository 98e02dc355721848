"""Fills the marked blocks of README.md and docs/ with what the tool prints now: `make docs`.

Nothing in such a block is typed by hand. Each command is run once, whichever documents show it.
Change this when documents show another kind of block.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from docs.blocks.markers import Block, BlockError, blocks, cut, filled, typed
from docs.blocks.outputs import PROGRAM, ROOT, Outputs
from docs.blocks.results import result_tables
from docs.blocks.sheets import sheet_tables

PICTURES = {
    ROOT / "docs" / "pictures" / "trade-offs.svg": "results/trade-offs/frontier.svg",
    ROOT / "docs" / "pictures" / "futures.svg": "results/futures/summary.svg",
    ROOT / "docs" / "pictures" / "must-be-true.svg": "results/must-be-true/assumptions.svg",
    ROOT / "docs" / "pictures" / "must-be-true-two-way.svg": "results/must-be-true/two-way.svg",
}
"""Pictures in the documents, with the file that a command shown there writes."""

FENCES = {".csv": "csv", ".yaml": "yaml", ".json": "json"}


def documents() -> dict[Path, str]:
    """Return README.md, every page below docs/ and every picture that a command draws, by path, in order."""
    paths = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *PICTURES)
    return {path: path.read_text("utf-8") for path in paths}


def renewed(pages: dict[Path, str]) -> dict[Path, str]:
    """Return the pages with every block as the tool prints it now.

    Raises BlockError, naming the page, when a command fails or a block asks for what is not printed.
    """
    with Outputs() as outputs:
        for path, text in pages.items():
            outputs.run(_named(path, text))
        return {
            path: outputs.drawn(PICTURES[path]) if path in PICTURES else _renewed(path, text, outputs)
            for path, text in pages.items()
        }


def _named(path: Path, text: str) -> Iterator[tuple[str, int]]:
    """Yield the commands a page shows: those whose output it prints, then those it tells a reader to type."""
    try:
        shown = {block.what: block.exit_code for block in blocks(text) if block.kind == "output"}
    except BlockError as trouble:
        raise BlockError(f"{path.relative_to(ROOT)}: {trouble}") from trouble
    yield from shown.items()
    yield from ((line, 0) for line in typed(text) if line.split()[0] == PROGRAM and line not in shown)


def _renewed(path: Path, text: str, outputs: Outputs) -> str:
    try:
        return filled(text, lambda block: _content(block, outputs))
    except BlockError as trouble:
        raise BlockError(f"{path.relative_to(ROOT)}: {trouble}") from trouble


def _content(block: Block, outputs: Outputs) -> str:
    """Return what a block should hold, as Markdown."""
    match block.kind:
        case "sheets":
            return f"\n{sheet_tables()}\n"
        case "result":
            return f"\n{result_tables(block.what)}\n"
        case "file":
            lines, language = (ROOT / block.what).read_text("utf-8").splitlines(), _language(block.what)
        case "written":
            lines, language = outputs.written(block.what), _language(block.what)
        case _:
            lines, language = outputs.printed(block.what), "json" if "--json" in block.what else "text"
    return f"```{language}\n" + "".join(f"{line}\n" for line in cut(lines, block)) + "```\n"


def _language(name: str) -> str:
    return FENCES.get(Path(name).suffix, "text")


def main() -> int:
    """Rewrite the pages that are out of date, and say which."""
    before = documents()
    try:
        after = renewed(before)
    except BlockError as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    for path, text in after.items():
        if text != before[path]:
            path.write_text(text, "utf-8")
            sys.stdout.write(f"rewritten: {path.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
