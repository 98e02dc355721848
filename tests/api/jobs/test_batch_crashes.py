"""`restructure batch` ended half-way, by Ctrl-C and by kill -9, and begun again: nothing lost, nothing twice.

Change this when a batch keeps what it has in another way.
"""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import psutil
import yaml

from api.cli.batch_files import ANSWERS, CSV, PARQUET
from scenarios.batches.futures import futures
from scenarios.batches.plan import planned
from scenarios.batches.recipe import read_recipe
from tests.api.jobs.batches import DEMAND, FIXED, Counting, kept_in, run_of, table
from tests.scenarios.batches.small import EXAMPLES, advice

ROOT = Path(__file__).parents[3]
FUTURES = 400
PATIENCE_SECONDS = 60.0


def started(recipe: Path, folder: Path, workers: int) -> subprocess.Popen[str]:
    """The command, in a group of processes of its own as a terminal would have it."""
    program = "import sys; from api.cli.main import main; sys.argv[0] = 'restructure'; main()"
    command = [sys.executable, "-c", program, "batch", str(recipe), "--workers", str(workers), "-o", str(folder)]
    return subprocess.Popen(  # noqa: S603 - our own program
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def kept(folder: Path) -> int:
    """How many answers are kept so far."""
    path = folder / ANSWERS
    if not path.exists():
        return 0
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=5)) as connection:
            return int(connection.execute("SELECT count(*) FROM batch_answers").fetchone()[0])
    except sqlite3.OperationalError:  # the tables are not made yet
        return 0


def wait_for(folder: Path, least: int) -> None:
    """Wait until so many answers are kept."""
    end = time.monotonic() + PATIENCE_SECONDS
    while kept(folder) < least:
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def test_ended_twice_and_begun_again(tmp_path: Path) -> None:
    """Ctrl-C says how to go on and ends with 5; kill -9 leaves no process behind; in the end the table is whole.

    What was kept is not worked on again: the third process is given what is missing and no more, and its table has the
    bytes of a batch that nobody ended.
    """
    recipe, folder = tmp_path / "recipe.yaml", tmp_path / "out"
    draws = {"count": FUTURES, "seed": 5, "figures": DEMAND}
    asked = {"case": str(EXAMPLES / "advice-stress"), "options": FIXED, "draws": draws}
    recipe.write_text(yaml.safe_dump(asked), encoding="utf-8")
    first = started(recipe, folder, 0)
    wait_for(folder, 20)
    os.killpg(first.pid, signal.SIGINT)
    _, said = first.communicate(timeout=PATIENCE_SECONDS)
    assert first.returncode == 5, said
    assert "the same command goes on" in said
    before = kept(folder)
    assert 20 <= before < FUTURES
    second = started(recipe, folder, 1)
    wait_for(folder, before + 20)
    family = psutil.Process(second.pid).children(recursive=True)
    second.kill()
    second.communicate(timeout=PATIENCE_SECONDS)
    gone, alive = psutil.wait_procs(family, timeout=PATIENCE_SECONDS)
    assert alive == []
    assert gone
    there = kept(folder)
    assert before + 20 <= there < FUTURES
    assert not (folder / CSV).exists()
    whole = planned(read_recipe(recipe), advice(), recipe.name)
    crew, distinct = Counting(), len({future.digest(whole) for future in futures(whole)})
    with kept_in(folder / ANSWERS) as answers:
        assert run_of(whole, answers, crew).work()
        assert crew.given == distinct + 1 - there  # the posts as things are stand beside the answers
    third = started(recipe, folder, 0)
    _, said = third.communicate(timeout=PATIENCE_SECONDS)
    assert third.returncode == 0, said
    with kept_in(tmp_path / "never-ended.db") as answers:
        assert run_of(whole, answers, Counting()).work()
        assert table(whole, answers) == ((folder / CSV).read_bytes(), (folder / PARQUET).read_bytes())
