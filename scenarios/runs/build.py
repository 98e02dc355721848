"""Which build answers: the version, and a digest of every file an answer may depend on.

A stored answer is used again by the build that made it and by no other. The library's cases are left out: they are
input. Change this when an answer comes to depend on files outside these two rooms.
"""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

import scenarios
import solver

PACKAGES = ("ortools", "restructure-designer")
LEFT_OUT = ("__pycache__", "library")
DIGITS = 16


@cache
def build() -> str:
    """Return the version with a digest of our own files and the version of the solver library."""
    digest = hashlib.sha256()
    for package in (scenarios, solver):
        root = Path(package.__path__[0])
        for path in sorted(each for each in root.rglob("*") if each.is_file()):
            inside = path.relative_to(root)
            if not {*inside.parts} & {*LEFT_OUT}:
                digest.update(inside.as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    versions = " ".join(f"{name} {version(name)}" for name in PACKAGES)
    return f"{versions} {digest.hexdigest()[:DIGITS]}"
