"""Arguments and options that several commands share, with the words of their help.

Change this when an option means the same in more than one command.
"""

from pathlib import Path
from typing import Annotated

import typer

CaseName = Annotated[
    str,
    typer.Argument(metavar="CASE", help="A case of the library, a folder with scenario.yaml, a .xlsx or .json file."),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FOLDER", help="Write a page, tables for Excel and the JSON into a folder."),
]
Effort = Annotated[
    float | None,
    typer.Option(
        "--effort",
        metavar="N",
        min=0.001,
        max=1_000_000,
        help="Limit of each search, in units of work that are the same on every machine (60 when not given; about a "
        "second each).",
    ),
]
Progress = Annotated[
    bool, typer.Option("--progress", help="Show progress also where the error output is not a terminal.")
]
