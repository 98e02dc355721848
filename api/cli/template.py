"""`restructure template`: a blank workbook to fill in.

Change this when a blank workbook can be asked for in another way.
"""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.flags import Json
from api.cli.json_text import print_json
from api.cli.new_file import save_new
from api.cli.screen import tell
from scenarios.workbooks.template import blank_workbook

Step = Annotated[
    int,
    typer.Option(
        "--step",
        min=1,
        max=3,
        help="1: posts and a structure given by hand. 2: who does what, as well. 3: every sheet there is.",
    ),
]
Blank = Annotated[Path, typer.Option("-o", "--output", metavar="FILE.xlsx", help="The workbook to write.")]


def template(*, output: Blank, step: Step = 1, as_json: Json = False) -> None:
    """Write a blank workbook: one sheet for each list, notes on its columns, lists to choose from, example rows.

    Rows that start with [example] are never read. Filled in, the workbook is a case: restructure check FILE.xlsx.
    """
    save_new(output, blank_workbook(step))
    if as_json:
        print_json({"written": output.name, "step": step})
        return
    tell(f"Written: {output}. Fill it in, then: restructure check {output}")
