"""The argument CASE: from what a planner typed to a case, or to words about why not.

Rules: design.md section 7: a library name, a folder or a file. A library name goes before a folder of the same name,
and it is said when there are both. Change this when a case may be kept in another form.
"""

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

import typer

from api.cli.defects import INPUT_DIGEST
from api.cli.exit_codes import ExitCode
from api.cli.json_text import print_json
from api.cli.screen import refusal, screen, tell, words
from api.cli.trouble import print_trouble, trouble_json
from scenarios.library import names, path_of
from scenarios.reading.folder import HEAD
from scenarios.reading.load import load_case
from scenarios.schema.canonical import digest
from scenarios.schema.case import Case
from scenarios.schema.faults import ScenarioFaults, Trouble
from scenarios.schema.nearness import meant

LATER = "Doubts about the case as a whole can be told once the faults are mended."


def find_case(named: str) -> Path:
    """Return where the case is kept.

    Raises:
        typer.Exit: there is none; it was said what there is (exit code 2).
    """
    path = Path(named)
    try:
        if named in names():
            if (path / HEAD).is_file():
                tell(f"Reading the library's case {named!r}; for the folder of that name here, write ./{named}")
            return path_of(named)
        if path.is_dir() or path.is_file():
            return path
    except (OSError, ValueError) as odd:  # a name longer than any file's, or one that holds a NUL
        raise refusal(f"{named[:80]!r} cannot be the name of a case") from odd
    near = meant(named, names())
    offer = f"did you mean {near!r}?" if near else f"the library has: {', '.join(names())}"
    raise refusal(f"there is no case {named!r}: no case of the library, folder, .xlsx or .json file; {offer}")


def read_case(named: str, *, as_json: bool, told: Callable[[Sequence[Trouble]], None] | None = None) -> Case:
    """Return the case a planner named.

    Args:
        named: what was typed for CASE.
        as_json: whether faults are printed as a JSON document.
        told: is handed faults, and the doubts beside them, before the command ends with them.

    Raises:
        typer.Exit: there is no such case (2) or it has faults, which are printed (3).
    """
    path = find_case(named)
    try:
        case = load_case(path)
    except ScenarioFaults as found:
        if told is not None:
            told((*found.faults, *found.doubts))
        _end_with_faults(found, as_json=as_json)
    except OSError as unreadable:
        raise refusal(f"{named!r} cannot be read: {unreadable.strerror}") from unreadable
    INPUT_DIGEST.set(digest(case.scenario))
    return case


def read_both(named: tuple[str, str], *, as_json: bool) -> tuple[Case, Case]:
    """Return two cases a planner named, or end with the faults of both, each told with whose it is.

    Args:
        named: what was typed for the first and for the second.
        as_json: whether faults are printed as a JSON document.

    Raises:
        typer.Exit: there is no such case (2) or one has faults, which are printed (3).
    """
    cases: list[Case] = []
    found: list[tuple[str, ScenarioFaults]] = []
    for name, path in zip(named, [find_case(name) for name in named], strict=True):
        try:
            cases.append(load_case(path))
        except ScenarioFaults as faults:
            found.append((name, faults))
        except OSError as unreadable:
            raise refusal(f"{name!r} cannot be read: {unreadable.strerror}") from unreadable
    if found:
        _end_with_faults_of(found, as_json=as_json)
    INPUT_DIGEST.set(sha256("".join(digest(case.scenario) for case in cases).encode()).hexdigest())
    return cases[0], cases[1]


def _end_with_faults_of(found: Sequence[tuple[str, ScenarioFaults]], *, as_json: bool) -> NoReturn:
    """Print every fault of each case that has any, and the doubts found beside them, with the name of the case."""
    if as_json:
        print_json(
            {
                "faults": [{"case": name, **shown} for name, each in found for shown in trouble_json(each.faults)],
                "doubts": [{"case": name, **shown} for name, each in found for shown in trouble_json(each.doubts)],
            }
        )
    else:
        console = screen()
        for name, each in found:
            print_trouble(console, f"{name}: faults in the data, to be mended first", each.faults)
            if each.doubts:
                print_trouble(console, f"{name}: doubts: usable, but look", each.doubts)
        console.print(words(LATER))
    raise typer.Exit(ExitCode.FAULTS)


def _end_with_faults(found: ScenarioFaults, *, as_json: bool) -> NoReturn:
    """Print every fault, and the doubts found beside them."""
    if as_json:
        print_json({"faults": trouble_json(found.faults), "doubts": trouble_json(found.doubts)})
    else:
        console = screen()
        print_trouble(console, "Faults in the data, to be mended first", found.faults)
        if found.doubts:
            print_trouble(console, "Doubts: usable, but look", found.doubts)
        console.print(words(LATER))
    raise typer.Exit(ExitCode.FAULTS)
