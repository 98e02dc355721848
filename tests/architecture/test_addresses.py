"""No tracked file names a place on one machine or the host of a package registry.

The forbidden words are put together here, so that this file does not hold them.
Change this when the lock comes from another kind of registry.
"""

import re

import pytest

from tests.architecture.tree import ROOT, tracked

HOMES = ("home", "root", "work", "opt", "Users", "mnt", "tmp/bash" + "_jobs")
PLACE = re.compile(rb"(?<![\w.~-])/(" + "|".join(HOMES).encode() + rb")/\w|\b[A-Z]:\\Users\\")
HOST_ENDINGS = (
    *(("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("debian", "org")),
    *(("anaconda", "org"), ("crates", "io"), ("golang", "org")),
)
HOST = re.compile(b"|".join(re.escape(".".join(ending)).encode() for ending in HOST_ENDINGS))
LOCK = "requirements.lock"


@pytest.mark.parametrize("path", ["/".join(["", "home", "x", "y"]), "/".join(["", "work", "main"])])
def test_places_are_recognised(path: str) -> None:
    """An absolute path into a home or a workplace is seen."""
    assert PLACE.search(f"see {path}".encode())


@pytest.mark.parametrize("text", ["scenarios/plans/rows", "a ~/plans/x", "../plans/y", "and/or/home/x"])
def test_relative_paths_are_left_alone(text: str) -> None:
    """A folder of the same name inside the project is no fault."""
    assert not PLACE.search(text.encode())


def test_no_file_names_a_place_on_a_machine() -> None:
    """Paths in the project are relative."""
    named = [str(path) for path in tracked() if PLACE.search((ROOT / path).read_bytes())]
    assert named == []


def test_no_file_names_a_registry() -> None:
    """Dependencies are pinned by version and hash; where they come from is each user's setting."""
    assert HOST.search(".".join(["files", *HOST_ENDINGS[1]]).encode())
    named = [str(path) for path in tracked() if HOST.search((ROOT / path).read_bytes())]
    assert named == []


def test_the_lock_holds_versions_and_hashes_only() -> None:
    """Every line of the lock is a pin, a hash or a comment, and every pin has a hash."""
    lines = (ROOT / LOCK).read_text("utf-8").splitlines()
    pin = re.compile(r"[a-z0-9-]+==[\w.]+( ; [^:]+)? \\")
    digest = re.compile(r" {4}--hash=sha256:[0-9a-f]{64}( \\)?")
    comment = re.compile(r" *#[^/]*")
    known = re.compile("|".join(f"({kind.pattern})" for kind in (pin, digest, comment)))
    odd = [line for line in lines if not known.fullmatch(line)]
    bare = [
        line
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
        if pin.fullmatch(line) and not digest.fullmatch(following)
    ]
    assert (odd, bare) == ([], [])
