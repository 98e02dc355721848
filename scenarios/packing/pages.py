"""The pages of a pack: README.md for whoever gets it, and manifest.json for whoever checks it.

The manifest holds digests of what is in the pack only. A digest of the full case would not be harmless: with all but
one figure known, that figure could be found by trying.
Change this when a pack holds another file, or is run again in another way.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from typing import Any

from scenarios.comparing.result import Comparison, StructureResult
from scenarios.packing.packed import Packed
from scenarios.schema.canonical import digest

CASE = "case"
README = "README.md"
MANIFEST = "manifest.json"
PACKAGES = ("ortools", "restructure-designer")
COMMANDS = (f"restructure check {CASE}", f"restructure compare {CASE} -o results")

OPENING = (
    "A case of {authority} for another party to run again ({name}). The folder `{case}` holds what the structures were "
    "worked out from; it opens in any spreadsheet. None of this makes a structure fair or lawful; that is the "
    "authority's judgement."
)
AGAIN = (
    "`{manifest}` holds a digest of each file, the versions this was worked out with ({versions}), and what should "
    "come out. The same files and versions give the same answers, to the byte. Change a figure you doubt and run it "
    "again; `restructure diff` says what that changes."
)
OTHERWISE = (
    "Both were worked out when this pack was made. Named are the figures that differ; by how much is not told, as that "
    "could give away what was taken out."
)
NOTHING = "Nothing: every structure comes out with the same posts, cost, saving and people."


@dataclass(frozen=True)
class Answered:
    """What comes out of a pack, and where that differs from the full case, in sentences."""

    pack: Comparison
    different: tuple[str, ...]


def pages(packed: Packed, answered: Answered, files: Mapping[str, str]) -> dict[str, str]:
    """Return every file of a pack by its path, as text.

    Args:
        packed: the case for another party.
        answered: what comes out of it.
        files: the files of its case, by path in the pack.
    """
    texts = {**files, README: _readme(packed, answered)}
    manifest = json.dumps(manifest_of(packed, answered, texts), sort_keys=True, ensure_ascii=False, indent=1) + "\n"
    return {**texts, MANIFEST: manifest}


def manifest_of(packed: Packed, answered: Answered, texts: Mapping[str, str]) -> dict[str, Any]:
    """Return what a checker of the pack needs: digests, versions, commands, and what should come out.

    Args:
        packed: the case for another party.
        answered: what comes out of it.
        texts: every other file of the pack, by path.
    """
    return {
        "case": packed.case.scenario.header.name,
        "input_digest": digest(packed.case.scenario),
        "files": {name: sha256(text.encode()).hexdigest() for name, text in sorted(texts.items())},
        "versions": {name: version(name) for name in PACKAGES},
        "commands": list(COMMANDS),
        "taken_out": list(packed.taken_out),
        "merged": list(packed.merged),
        "differs_from_full_case": list(answered.different),
        "comes_out": [_expected(each) for each in answered.pack.structures],
    }


def _expected(answer: StructureResult) -> dict[str, Any]:
    """What a run of the pack should give for one structure."""
    people = answer.people
    return {
        "option": answer.option,
        "branch": answer.branch,
        "anchor": answer.anchor,
        "status": answer.status,
        "annual_cost": answer.annual_cost,
        "saving": answer.saving,
        "displaced_at_least": None if people is None else people.displaced_at_least,
        "displaced_at_most": None if people is None else people.displaced_at_most,
        "posts": [
            {"team": line.team, "role": line.role, "grade": line.grade, "posts": line.posts, "fte": line.fte}
            for line in answer.lines
        ],
    }


def _readme(packed: Packed, answered: Answered) -> str:
    header = packed.case.scenario.header
    different = answered.different or (NOTHING,)
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    parts = (
        f"# {header.title}",
        OPENING.format(authority=header.authority, name=header.name, case=CASE),
        "## Running it again",
        "```sh\n" + "\n".join(COMMANDS) + "\n```",
        AGAIN.format(manifest=MANIFEST, versions=versions),
        "## What was taken out",
        _list(packed.taken_out),
        "## What was merged",
        _list(packed.merged),
        "## What comes out otherwise than from the full case",
        OTHERWISE,
        _list(different),
    )
    return "\n\n".join(parts) + "\n"


def _list(sentences: tuple[str, ...]) -> str:
    return "\n".join(f"- {each}" for each in sentences)
