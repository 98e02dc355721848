"""Reading one large HR extract in one way: `python -m bench.intake WAY FILE` prints one line of JSON.

Bare is the csv module, or python-calamine for a workbook, making every row; "ours" is the whole import up to its
summary, and "written" adds the files of the case. Seconds are of the processor.
Change this when an import has to be timed in another way.
"""

import csv
import gc
import json
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from scenarios.importing.hr import import_hr
from scenarios.importing.mapping import Mapping

HEADER = (
    *("Employee Number", "Title", "Surname", "Forename", "Date of Birth", "NI Number", "Gender", "Email"),
    *("Position Number", "Job Title", "Directorate", "Service", "Team", "Grade", "SCP", "FTE", "Contracted Hours"),
    *("Full Time Hours", "Annual Salary", "Contract Type", "Contract End Date", "Start Date", "Cost Centre"),
    *("Line Manager", "Notes"),
)
SYLLABLES = ("zy", "xo", "qua", "bri", "tol", "ven", "ka", "mur", "dex", "pli")
JOBS = (("Team Manager", "PO8"), ("Social Worker", "PO4"), ("Support Officer", "SO2"), ("Driver", "Sc5"))
CONTRACTS = ("Permanent",) * 17 + ("Fixed Term", "Agency", "Term Time")
COLUMNS = len(HEADER)


def rows(count: int) -> Iterator[tuple[str, ...]]:
    """Yield the rows of an extract about people who do not exist, the usual share of them out of the ordinary."""
    draw = random.Random(3)  # noqa: S311 - nothing here is a secret

    def name() -> str:
        return "".join(draw.choice(SYLLABLES) for _ in range(3)).title()

    for number in range(count):
        title, grade = draw.choice(JOBS)
        fte = draw.choice(("1.0", "1.0", "1.0", "0.6", "0.8"))
        post = number - 1 if number % 25 == 24 else number
        surname, forename = ("Vacant", "") if number % 12 == 11 else (name(), name())
        yield (
            *(f"{100000 + number}", draw.choice(("Mr", "Ms")), surname, forename),
            *(f"{1 + number % 28:02d}/03/19{60 + number % 39}", f"QQ{100000 + number}C", "F"),
            *(f"{number}@example.invalid", f"P{post:06d}", title, "Adults", "Community", f"Team {number % 300}"),
            *(grade, str(number % 40), fte, f"{37 * float(fte):g}", "37", str(20000 + number % 40000)),
            *(draw.choice(CONTRACTS), "", "01/04/2015", f"CC{number % 50:03d}", f"{name()} {name()}"),
            f"Spoke to {name()} about hours." if number % 7 == 0 else "",
        )


def make(path: Path, count: int) -> None:
    """Write an extract, CSV or .xlsx by the ending of the name."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEADER)
            writer.writerows(rows(count))
        return
    with xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_numbers": True}) as book:
        sheet = book.add_worksheet("Staff")
        for number, row in enumerate((HEADER, *rows(count))):
            sheet.write_row(number, 0, row)


def bare(path: Path) -> int:
    """Read every cell and no more; return the number of rows."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return len(list(csv.reader(file)))
    return len(CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python())


def ours(path: Path) -> int:
    """Import up to the summary; return the number of lines."""
    return import_hr(path, Mapping()).totals.lines


def written(path: Path) -> int:
    """Import and make the text of the files; return the number of lines."""
    found = import_hr(path, Mapping())
    found.files("bench")
    return found.totals.lines


def measure(way: str, path: Path) -> dict[str, float]:
    """Return seconds and peak megabytes of one way, in this process."""
    ways: dict[str, Callable[[Path], int]] = {"bare": bare, "ours": ours, "written": written}
    gc.collect()
    start = time.process_time()
    ways[way](path)
    seconds = time.process_time() - start
    return {"seconds": seconds, "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def main(arguments: Sequence[str]) -> None:
    """Measure what the command line names."""
    way, path = arguments
    print(json.dumps(measure(way, Path(path))))


if __name__ == "__main__":
    main(sys.argv[1:])
