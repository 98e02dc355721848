"""`restructure import hr`: step 1 of a case from an extract of an HR system, with every person column dropped.

Nothing printed here comes from a cell of a dropped column. Change this when an import has to say something more.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from api.cli.flags import Json
from api.cli.importing import Folder, end_with_faults, hand_over, require_own
from api.cli.json_text import print_json
from api.cli.screen import refusal, screen, words
from scenarios.importing.hr import HrImport, case_name, import_hr
from scenarios.importing.import_doubts import RowsDoubt
from scenarios.importing.mapping import Mapping, read_mapping
from scenarios.importing.posts_file import MAPPING
from scenarios.importing.spellings import Fold
from scenarios.importing.uses import WHAT_BECOMES
from scenarios.reporting.amounts import fte_text
from scenarios.schema.faults import ScenarioFaults

Extract = Annotated[Path, typer.Argument(metavar="EXTRACT", help="What the HR system gives out: CSV or .xlsx.")]
MappingFile = Annotated[
    Path | None,
    typer.Option(
        "--mapping",
        metavar="FILE",
        help="How columns are read. Written when it is not there (mapping.yaml in FOLDER when not given).",
    ),
]


def import_extract(extract: Extract, folder: Folder, *, mapping: MappingFile = None, as_json: Json = False) -> None:
    """Make step 1 of a case from an HR extract: posts, holders and FTE counted, every person column dropped.

    The guess of what each column is stands in a table, and in the mapping file for you to correct. What could not be
    settled is told by its rows. A folder filled before is filled again; what you typed into other sheets stays.
    """
    require_own(folder)
    kept = folder / MAPPING if mapping is None else mapping
    try:
        known = kept.exists()
        found = import_hr(extract, read_mapping(kept) if known else Mapping())
        files = found.files(case_name(folder))
    except ScenarioFaults as faults:
        end_with_faults(faults, as_json=as_json)
    except OSError as unreadable:
        raise refusal(f"{kept} cannot be read: {unreadable.strerror}") from unreadable
    elsewhere = None if mapping is None or known else (mapping, files[MAPPING])
    if mapping is None and known:
        del files[MAPPING]
    written = hand_over(folder, files, elsewhere)
    if as_json:
        print_json(_document(found, written))
        return
    _print(screen(), found, kept)


def _document(found: HrImport, written: Sequence[str]) -> dict[str, object]:
    totals = found.totals
    return {
        "form": found.form,
        "columns": [
            {"column": g.label, "read_as": g.use.value, "because_of": g.why, "becomes": WHAT_BECOMES[g.use]}
            for g in found.guesses
        ],
        "rows": {standing.value: count for standing, count in found.standings.items()},
        "rows_left_out": dict(found.left_out),
        "totals": {
            "lines": totals.lines,
            "people": totals.people,
            "different_people": totals.heads,
            "occupied_fte": totals.occupied_milli_fte / 1000,
            "occupied_fte_unknown_lines": totals.occupied_unknown,
            "established_fte": totals.established_milli_fte / 1000,
            "established_fte_unknown_lines": totals.established_unknown,
            "cost": totals.cost_pence / 100,
            "cost_unknown_lines": totals.cost_unknown,
        },
        "spellings": [{"name": f.name, "cells": f.cells, "others": dict(f.others)} for f in found.folds],
        "doubts": doubts_json(found.doubts),
        "written": list(written),
    }


def doubts_json(doubts: Sequence[RowsDoubt]) -> list[dict[str, object]]:
    """Return doubts as JSON objects, with every row."""
    return [
        {"sheet": d.label, "column": d.column, "rows": list(d.rows), "message": d.message, "code": d.code}
        for d in doubts
    ]


def _print(console: Console, found: HrImport, mapping: Path) -> None:
    """Print the guess, the counts, the spellings, the doubts and what to do next."""
    console.print(words("How each column is read", "bold"))
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    for heading in ("Column", "Read as", "Because of", "Filled", "What becomes of it"):
        table.add_column(heading, overflow="fold", justify="right" if heading == "Filled" else "left")
    for guess in found.guesses:
        row = (guess.label, guess.use.value, guess.why, str(guess.filled), WHAT_BECOMES[guess.use])
        table.add_row(*map(words, row))
    console.print(table)
    dropped = sum(WHAT_BECOMES[guess.use] != "kept" for guess in found.guesses)
    console.print(words(f"Dropped: {dropped} of {len(found.guesses)} columns. To correct this, change {mapping}."))
    console.print(words(f"Rows read: {sum(found.standings.values())} ({found.form})", "bold"))
    for standing, count in sorted(found.standings.items(), key=lambda item: item[0].value):
        console.print(words(f"  {count:>6}  {standing.value}"))
    for what, count in sorted(found.left_out.items()):
        console.print(words(f"  {count:>6}  besides: {what}"))
    _print_totals(console, found)
    print_spellings(console, found.folds)
    print_doubts(console, found.doubts)


def _print_totals(console: Console, found: HrImport) -> None:
    totals = found.totals

    def known(milli_fte: int, unknown: int) -> str:
        return f"{fte_text(milli_fte / 1000)} FTE" + (f", and not known for {unknown} of the lines" if unknown else "")

    console.print(words(f"Lines of posts: {totals.lines}", "bold"))
    console.print(words(f"  {totals.people} people in posts, {totals.heads} different people"))
    if totals.heads < totals.people:
        over = totals.people - totals.heads
        told = f"  {over} more than there are: numbers at risk and for section 188 may be too high by up to {over}"
        console.print(words(told))
    console.print(words(f"  occupied: {known(totals.occupied_milli_fte, totals.occupied_unknown)}"))
    console.print(words(f"  established: {known(totals.established_milli_fte, totals.established_unknown)}"))
    if totals.cost_pence or totals.cost_unknown:
        unknown = f", and not known for {totals.cost_unknown} of the lines" if totals.cost_unknown else ""
        console.print(words(f"  cost: £{totals.cost_pence / 100:,.2f}{unknown}"))


def print_spellings(console: Console, folds: Sequence[Fold]) -> None:
    """Print which spellings were read as which name, each with the number of cells that hold it."""
    if not folds:
        return
    console.print(words(f"Names in several spellings, read as one: {len(folds)}", "bold"))
    for fold in folds:
        others = ", ".join(f"{spelling!r} ({cells})" for spelling, cells in fold.others)
        console.print(words(f"  {others}: read as {fold.name!r} ({fold.cells})"), soft_wrap=True)


def print_doubts(console: Console, doubts: Sequence[RowsDoubt]) -> None:
    """Print what could not be settled or was recognised, each with its rows and what to do."""
    if not doubts:
        console.print(words("No doubts."))
        return
    console.print(words(f"Recognised, or to be looked at: {len(doubts)}", "bold"))
    for number, doubt in enumerate(doubts, 1):
        console.print(words(f"{number:>3}. {doubt}"), soft_wrap=True)
