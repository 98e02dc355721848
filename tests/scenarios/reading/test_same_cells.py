"""A text that stands in many rows is read once, and each row is told of and marked all the same."""

import gc

import pytest

from scenarios.reading.collector import collector_paused
from scenarios.reading.grid import Grid, Notes
from scenarios.reading.rows import read_rows
from scenarios.schema.posts import Post

HEADER = ("title", "team", "posts", "fte")


def test_every_row_with_a_rounded_figure_is_told_of() -> None:
    """22.2/37 is 0.6 exactly and 1/3 is rounded: each of the two rows that hold 1/3 gives a doubt."""
    rows = (("Clerk", "North", "1", "1/3"), ("Clerk", "South", "1", "22.2/37"), ("Clerk", "East", "1", "1/3"))
    notes = Notes()
    read = read_rows(Grid("posts", "posts.csv", HEADER, rows), Post, notes)
    assert [row.milli_fte.value for row in read.objects if isinstance(row, Post) and row.milli_fte] == [333, 600, 333]
    assert [(doubt.row, doubt.value) for doubt in notes.doubts] == [(2, "1/3"), (4, "1/3")]


def test_every_row_keeps_its_own_marks() -> None:
    """A team marked as a guess in the first and third row, and plain in the second, is so in each."""
    rows = (("Clerk", "~North", "1", "~1"), ("Clerk", "North", "1", "1"), ("Clerk", "~North", "1", "~1"))
    read = read_rows(Grid("posts", "posts.csv", HEADER, rows), Post, Notes())
    assert [row.assumed for row in read.objects] == [("team",), (), ("team",)]
    fte = [row.milli_fte.basis for row in read.objects if isinstance(row, Post) and row.milli_fte]
    assert fte == ["assumed", "published", "assumed"]


def test_every_row_with_a_cell_that_cannot_be_read_is_a_fault() -> None:
    """What could not be read the first time cannot be the second time either."""
    notes = Notes()
    rows = (("Clerk", "North", "many", "1"), ("Clerk", "South", "many", "1"))
    read_rows(Grid("posts", "posts.csv", HEADER, rows), Post, notes)
    assert [(fault.row, fault.column) for fault in notes.faults] == [(2, "posts"), (3, "posts")]


@pytest.mark.parametrize("running", [True, False])
def test_the_collector_is_as_it_was_after_trouble(running: bool) -> None:  # noqa: FBT001 - the case of the test
    """Whatever comes of the reading, the collector runs again if it did before."""
    before = gc.isenabled()
    try:
        (gc.enable if running else gc.disable)()
        with collector_paused():
            assert not gc.isenabled()
        with pytest.raises(KeyError), collector_paused():
            raise KeyError
        assert gc.isenabled() is running
    finally:
        (gc.enable if before else gc.disable)()
