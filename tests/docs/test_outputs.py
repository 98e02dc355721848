"""What the documents show is what the tool prints now: each command is run once, here and nowhere else in these tests.

Mend a difference with `make docs`. Change this when a document shows something that cannot be run in a test.
"""

import re

import pytest

from docs.blocks.markers import BlockError, blocks, typed
from docs.blocks.outputs import PROGRAM, ROOT, Outputs
from docs.regenerate import documents, renewed

MAKE = (ROOT / "Makefile").read_text("utf-8")


def test_every_block_is_up_to_date_and_every_command_runs() -> None:
    """Printing all blocks anew changes no page, and each `restructure` line to type ends as it should."""
    before = documents()
    after = renewed(before)
    assert [str(path.relative_to(ROOT)) for path in before if after[path] != before[path]] == []


def test_what_a_reader_types_is_a_command() -> None:
    """Lines in sh fences are targets of the Makefile, `restructure`, or the one line that finds it."""
    lines = [line.split("#")[0].split() for text in documents().values() for line in typed(text)]
    targets = {*re.findall(r"^([a-z]+):", MAKE, re.MULTILINE)}
    others = [line for line in lines if line[0] != PROGRAM and not (line[0] == "make" and line[1] in targets)]
    assert others == []


def test_the_readme_opens_with_what_make_run_prints() -> None:
    """The first block of the README is the very command of `make run`."""
    first = next(blocks((ROOT / "README.md").read_text("utf-8")))
    assert f"run: $(READY)\n\t$(BIN)/{first.what}\n" in MAKE


def test_a_command_that_ends_otherwise_is_told() -> None:
    """An exit code that the page does not announce is an error with the command and what it said."""
    with Outputs() as outputs, pytest.raises(BlockError, match=r"ended with exit code 2, not 0: .*no case 'nowhere'"):
        outputs.run([("restructure check nowhere", 0)])


def test_only_our_own_command_is_run() -> None:
    """A line of another program is refused, not run."""
    with Outputs() as outputs, pytest.raises(BlockError, match="is not a command of restructure"):
        outputs.run([("rm -rf results", 0)])
