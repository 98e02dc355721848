"""`restructure pack`: a folder that another party can run again, without exit costs, sealed sheets and small numbers.

Change this when a pack can be asked for in another way.
"""

import json
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from api.cli.answering import Wish, work_out
from api.cli.case_argument import read_case
from api.cli.exit_codes import ExitCode
from api.cli.flags import CaseName, Effort, Json, Progress
from api.cli.json_text import print_json
from api.cli.screen import indented, refusal, screen, tell, words
from scenarios.comparing.result import Comparison
from scenarios.comparing.results import compare_case
from scenarios.packing.differing_answers import where_different
from scenarios.packing.packed import packed
from scenarios.packing.pages import MANIFEST, NOTHING, Answered, pages
from scenarios.packing.writing import case_files, read_back, write_pack
from scenarios.schema.case import Case

Pack = Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="The folder to make: new, or empty.")]


def pack(
    case: CaseName, *, output: Pack, as_json: Json = False, effort: Effort = None, progress: Progress = False
) -> None:
    """Make a folder that another party, such as the staff side, can run again.

    Exit costs, sealed sheets, what tells who somebody is, and the author's notes and sources are left out; staff groups
    below the policy's threshold (10 where it has none) are counted together with like ones. A README in the folder says
    what was done, and which figures therefore come out otherwise: both the case and the pack are worked out for that.
    """
    held = read_case(case, as_json=as_json)
    _require_empty(output)
    made = packed(held)
    files = case_files(made)
    wish = Wish(as_json=as_json, output=None, effort=effort, progress=progress)
    full, other = (_answered(each, wish) for each in (held, read_back(files)))
    answered = Answered(other, where_different(full, other))
    texts = pages(made, answered, files)
    try:
        write_pack(texts, output)
    except OSError as refused:
        raise refusal(f"{output} cannot be written: {refused.strerror}") from refused
    for sentence in made.look_at:
        tell(f"Look: {sentence}")
    if as_json:
        print_json(json.loads(texts[MANIFEST]))
        return
    console = screen()
    different = answered.different or (NOTHING,)
    for heading, told in (
        ("Taken out", made.taken_out),
        ("Merged", made.merged),
        ("Comes out otherwise than from the full case", different),
    ):
        console.print(words(heading, "bold"))
        for sentence in told:
            console.print(indented(sentence))
    tell(f"Written to {output}: {', '.join(texts)}")


def _answered(case: Case, wish: Wish) -> Comparison:
    """Return the answers of a case without what must be true, or end when the search was stopped."""
    comparison, stopped = work_out(wish, lambda asking: compare_case(case, replace(asking, break_evens=False)))
    if stopped:
        raise refusal("stopped early: nothing was written", ExitCode.UNDECIDED)
    return comparison


def _require_empty(folder: Path) -> None:
    """End with a message when there is anything where the pack is to go.

    Raises:
        typer.Exit: it is a file or a folder that holds something, or cannot be looked into (exit code 2).
    """
    try:
        taken = folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir())))
    except (OSError, ValueError) as odd:
        raise refusal(f"{str(folder)[:80]!r} cannot be used for a pack") from odd
    if taken:
        raise refusal(f"{folder} is there already and not empty: name a new or an empty folder")
