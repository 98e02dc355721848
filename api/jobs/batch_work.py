"""What a worker does for a batch: the case once, then group after group of its futures, bytes in and bytes out.

Change this when a worker is handed, or hands back, something more.
"""

import json
from time import process_time
from typing import Any, Final

from api.jobs.work import WithoutWords
from scenarios.batches.answered import answer_futures, answer_today
from scenarios.runs.build import build

LINE: Final = b"\n"
OTHER_BUILD: Final = b"other build: "


def share(sent: bytes) -> bytes:
    """Hand a case on: Dask sends it to each worker once, and makes it again where the only one that had it died."""
    return sent


def today(sent: bytes, wanted: str) -> bytes:
    """Answer the case as things are: its rows and its posts, a line each; or say which build this is, where another.

    Raises:
        DefectAtWork: we have a defect; what it said is left out, as it may quote the case.
    """
    if build() != wanted:
        return OTHER_BUILD + build().encode()
    with WithoutWords():
        rows, posts = answer_today(sent)
    return rows + LINE + json.dumps(posts, ensure_ascii=False, separators=(",", ":")).encode()


def group(sent: bytes, futures: list[list[Any]], wanted: str) -> bytes:
    """Answer futures: first how many microseconds of a processor each took, then the rows of each, a line each.

    Raises:
        DefectAtWork: we have a defect.
    """
    if build() != wanted:
        return OTHER_BUILD + build().encode()
    began = process_time()
    with WithoutWords():
        answers = answer_futures(sent, futures)
    each = round((process_time() - began) * 1_000_000 / max(1, len(futures)))
    return LINE.join([str(each).encode(), *answers])
