"""`restructure list`: the cases of the library.

Change this when a case of the library is described by something more.
"""

from rich.box import SIMPLE_HEAD
from rich.table import Table

from api.cli.flags import Json
from api.cli.json_text import print_json
from api.cli.screen import screen, words
from scenarios.library import names, path_of
from scenarios.reading.load import load_case


def list_cases(*, as_json: Json = False) -> None:
    """List the cases of the library, and say which are illustrations: figures assumed to show the method."""
    heads = {name: load_case(path_of(name)).scenario.header for name in names()}
    rows = [
        {
            "name": name,
            "title": head.title,
            "authority": head.authority,
            "date": None if head.case_date is None else head.case_date.isoformat(),
            "illustration": head.illustration,
        }
        for name, head in heads.items()
    ]
    if as_json:
        print_json({"cases": rows})
        return
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    for heading in ("Case", "Title", "Authority", "Date", "Illustration"):
        table.add_column(heading, overflow="fold")
    for row in rows:
        assumed = "yes" if row["illustration"] else "no"
        table.add_row(*(words(str(row[key] or "")) for key in ("name", "title", "authority", "date")), assumed)
    console = screen()
    console.print(table)
    console.print(words("Compare the options of one with: restructure compare CASE"))
