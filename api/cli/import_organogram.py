"""`restructure import organogram`: step 1 of a case from the two files of a published organogram.

Change this when an import of returns has to say something more.
"""

from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from api.cli.flags import Json
from api.cli.import_hr import doubts_json, print_doubts, print_spellings
from api.cli.importing import Folder, end_with_faults, hand_over, require_own
from api.cli.json_text import print_json
from api.cli.screen import screen, words
from scenarios.importing.control_totals import ControlTotals, decimal_text, posts_totals, totals_written
from scenarios.importing.hr import case_name
from scenarios.importing.organogram import OrganogramImport, import_organogram
from scenarios.importing.posts_file import ORGANOGRAM, POSTS
from scenarios.schema.faults import ScenarioFaults

Senior = Annotated[Path, typer.Argument(metavar="SENIOR", help="The file of senior posts: CSV or .xlsx.")]
Junior = Annotated[Path, typer.Argument(metavar="JUNIOR", help="The file of junior posts: CSV or .xlsx.")]
PARTS = (("senior", "senior", None), ("junior", "junior", None), ("both files", None, None))
MARKED = (("of these eliminated", None, "eliminated"), ("of these vacant", None, "vacant"))


def import_returns(senior: Senior, junior: Junior, folder: Folder, *, as_json: Json = False) -> None:
    """Make step 1 of a case from a published organogram: its senior and its junior posts.

    Rows, FTE and pay at scale minimum and maximum are counted before and after, and must be the same. What is odd
    (orphans, several posts at the top, references used twice, rings, eliminated posts) is told and kept as printed.
    """
    require_own(folder)
    try:
        found = import_organogram(senior, junior)
        files = found.files(case_name(folder))
    except ScenarioFaults as faults:
        end_with_faults(faults, as_json=as_json)
    written = hand_over(folder, files)
    if as_json:
        print_json(_document(found, files, written))
        return
    _print(screen(), found, files)


def _both_totals(found: OrganogramImport, text: str) -> list[tuple[str, ControlTotals, ControlTotals]]:
    """Return the control totals of each part, as read and as written."""
    every = []
    for name, kind, holder in (*PARTS, *MARKED):
        where = {"file": kind, "holder": holder}
        after = totals_written(text, {column: value for column, value in where.items() if value is not None})
        every.append((name, found.totals(kind=kind, holder=holder), after))
    return every


def _document(found: OrganogramImport, files: dict[str, str], written: tuple[str, ...]) -> dict[str, object]:
    posts = posts_totals(files[POSTS])
    return {
        "control_totals": [
            {"part": name, "in_the_files": _totals_json(before), "in_organogram_csv": _totals_json(after)}
            for name, before, after in _both_totals(found, files[ORGANOGRAM])
        ],
        "posts_csv": {
            "lines": posts.lines,
            "fte": posts.milli_fte / 1000,
            "cost_low": posts.low_pence / 100,
            "cost_high": posts.high_pence / 100,
        },
        "spellings": [{"name": f.name, "cells": f.cells, "others": dict(f.others)} for f in found.folds],
        "doubts": doubts_json(found.doubts),
        "written": list(written),
    }


def _totals_json(totals: ControlTotals) -> dict[str, object]:
    """Return control totals with exact amounts as text."""
    return {
        "rows": totals.rows,
        "fte": decimal_text(totals.fte),
        "fte_unknown_rows": totals.fte_unknown,
        "pay_minimum": decimal_text(totals.low_pence / 100),
        "pay_minimum_unknown_rows": totals.low_unknown,
        "pay_maximum": decimal_text(totals.high_pence / 100),
        "pay_maximum_unknown_rows": totals.high_unknown,
        "pay_minimum_column": decimal_text(Fraction(totals.low_column_pence, 100)),
        "pay_maximum_column": decimal_text(Fraction(totals.high_column_pence, 100)),
    }


def _print(console: Console, found: OrganogramImport, files: dict[str, str]) -> None:
    """Print the control totals, the spellings, the doubts."""
    console.print(words("Control totals, before and after", "bold"))
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    for heading in ("", "Rows", "FTE", "Pay at minimum", "Pay at maximum", "Pay not known", "organogram.csv"):
        table.add_column(heading, justify="left" if heading in ("", "organogram.csv") else "right")
    for name, before, after in _both_totals(found, files[ORGANOGRAM]):
        pay = (_pounds(before.low_pence), _pounds(before.high_pence))
        unknown = f"{max(before.low_unknown, before.high_unknown)} rows"
        same = "the same" if before == after else "DIFFERENT"
        table.add_row(name, str(before.rows), decimal_text(before.fte), *pay, unknown, same)
    console.print(table)
    every = found.totals()
    columns = (_pounds(Fraction(every.low_column_pence)), _pounds(Fraction(every.high_column_pence)))
    console.print(words(f"The pay columns added up as printed: {columns[0]} and {columns[1]}"))
    posts = posts_totals(files[POSTS])
    costs = f"cost {_pounds(Fraction(posts.low_pence))} to {_pounds(Fraction(posts.high_pence))}"
    fte = decimal_text(Fraction(posts.milli_fte, 1000))
    console.print(words(f"posts.csv: {posts.lines} lines, {fte} FTE, {costs} where both ends are known"))
    console.print(
        words("Pay is FTE times the end of the scale, without on-costs; rows whose pay is not known add none.")
    )
    print_spellings(console, found.folds)
    print_doubts(console, found.doubts)


def _pounds(pence: Fraction) -> str:
    """Return pence as pounds, exactly."""
    whole, point, rest = decimal_text(pence / 100).partition(".")
    return f"£{int(whole):,}" + (f"{point}{rest.ljust(2, '0')}" if rest else "")
