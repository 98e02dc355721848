"""The folder of a batch: answers as they come, and at the end tables, summary, picture and document.

Answers are kept in `batch.db` for as long as the folder is, so that a batch that was ended goes on where it was.
Everything else is written beside and moved into place at the end.
Change this when a file joins them.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from api.batch_texts import batch_page, batch_text
from api.json_text import json_text
from scenarios.batches.files import Answered, RowFiles
from scenarios.batches.picture import picture
from scenarios.batches.summary import BatchSummary, Summing

ANSWERS = "batch.db"
CSV, PARQUET = "rows.csv", "rows.parquet"
TEXT, PAGE, PICTURE, DOCUMENT = "summary.txt", "summary.html", "summary.svg", "batch.json"
WRITTEN = (CSV, PARQUET, TEXT, PAGE, PICTURE, DOCUMENT)
PART = ".part"
OWN_FILES = frozenset(
    {ANSWERS, f"{ANSWERS}-wal", f"{ANSWERS}-shm", f"{ANSWERS}-journal", *WRITTEN, *(name + PART for name in WRITTEN)}
)


def summed(answered: Iterable[Answered], summing: Summing) -> Iterable[Answered]:
    """Hand futures on, each added to what is summed up."""
    for future, rows in answered:
        summing.add(future, rows)
        yield future, rows


def write_folder(answered: Iterable[Answered], summing: Summing, folder: Path) -> BatchSummary:
    """Write every file of a batch into its folder and return the summary.

    Raises:
        OSError: one cannot be written; the others stay as they were.
    """
    RowFiles(folder / (CSV + PART), folder / (PARQUET + PART)).write(summed(answered, summing))
    summary = summing.summary()
    for name, text in texts_of(summary).items():
        (folder / (name + PART)).write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    for name in WRITTEN:
        os.replace(folder / (name + PART), folder / name)
    return summary


def texts_of(summary: BatchSummary) -> dict[str, str]:
    """Return the summary as text, page, picture and document, by file name."""
    return {
        TEXT: batch_text(summary),
        PAGE: batch_page(summary),
        PICTURE: picture(summary).svg,
        DOCUMENT: json_text(summary.model_dump(mode="json")),
    }
