"""Marked blocks: found, cut and filled; what does not fit is said.

Change this with docs/blocks/markers.py.
"""

import pytest

from docs.blocks.markers import Block, BlockError, blocks, cut, filled, typed

PAGE = """\
Before.

<!-- output: restructure list | from "b" | first 1 -->
```text
old
```
<!-- end -->

```sh
restructure list

make run  # all
```

```text
restructure is not typed here
```

<!-- sheets -->
<!-- end -->
"""
LINES = ["", "one", "two", "", "three", ""]


def test_blocks_are_found_with_their_cuts() -> None:
    """Each marker gives its kind, what it shows and which lines of it, in order."""
    assert list(blocks(PAGE)) == [
        Block("output", "restructure list", (("from", "b"), ("first", "1")), 0),
        Block("sheets", "", (), 0),
    ]


def test_only_what_stands_between_the_markers_is_replaced() -> None:
    """Filling keeps the text around blocks and their markers, and filling again changes nothing."""
    new = filled(PAGE, lambda block: f"{block.kind}\n")
    assert new == PAGE.replace("```text\nold\n```\n", "output\n").replace(
        "<!-- sheets -->\n", "<!-- sheets -->\nsheets\n"
    )
    assert filled(new, lambda block: f"{block.kind}\n") == new


def test_lines_to_type_come_from_shell_fences() -> None:
    """What a reader is shown to type is what stands in sh fences, blank lines left out."""
    assert list(typed(PAGE)) == ["restructure list", "make run  # all"]


@pytest.mark.parametrize(
    ("cuts", "kept"),
    [
        ((), ["one", "two", "", "three"]),
        ((("from", "tw"),), ["two", "", "three"]),
        ((("to", "two"),), ["one", "two"]),
        ((("before", "three"),), ["one", "two"]),
        ((("from", "one"), ("before", "o")), ["one"]),
        ((("first", "2"),), ["one"]),
    ],
)
def test_cuts_keep_lines(cuts: tuple[tuple[str, str], ...], kept: list[str]) -> None:
    """Each cut keeps its part, one after the other, and no blank line stays at either end."""
    assert cut(LINES, Block("output", "x", cuts, 0)) == kept


@pytest.mark.parametrize("how", ["from", "to", "before"])
def test_a_cut_at_a_line_that_is_not_printed_is_refused(how: str) -> None:
    """A block that no longer fits what is printed is an error and not an empty block."""
    with pytest.raises(BlockError, match="prints no line with 'four'"):
        cut(LINES, Block("output", "x", ((how, "four"),), 0))


def test_an_unknown_cut_is_refused() -> None:
    """A slip in a marker is told, not passed over."""
    with pytest.raises(BlockError, match="lines 1-3"):
        list(blocks("<!-- output: restructure list | lines 1-3 -->\n<!-- end -->\n"))


def test_a_command_may_end_with_another_exit_code() -> None:
    """`exit 3` says how the command ends and cuts nothing."""
    found = list(blocks("<!-- output: restructure check x | exit 3 -->\n<!-- end -->\n"))
    assert [(block.exit_code, block.cuts) for block in found] == [(3, ())]
