"""The library finds its cases by name, and only by name."""

import pytest

from scenarios.library import names, path_of


def test_the_two_designed_cases_are_in_the_library() -> None:
    """Both are listed, in order of name."""
    found = names()
    assert found == tuple(sorted(found))
    assert {"bury-2021", "nottinghamshire-2014"} <= {*found}


def test_every_case_has_a_page_that_tells_published_from_assumed() -> None:
    """A case without its page would show guesses as facts."""
    for name in names():
        page = (path_of(name) / "README.md").read_text(encoding="utf-8")
        assert "## What is published" in page
        assert "## What is assumed" in page


@pytest.mark.parametrize("name", ["", ".", "..", "bury", "../library/bury-2021", "bury-2021/", "BURY-2021"])
def test_what_is_no_name_of_a_case_is_refused(name: str) -> None:
    """A path, a part of a name or another case of letters never leads into a folder."""
    with pytest.raises(KeyError):
        path_of(name)
