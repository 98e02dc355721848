"""`restructure batch`: every option of a case in many futures, on this machine's cores or on a cluster.

Change this when a batch is asked for in another way.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from api.batch_texts import batch_parts
from api.cli.batch_files import ANSWERS, OWN_FILES, WRITTEN, summed, write_folder
from api.cli.batch_progress import BatchProgress
from api.cli.case_argument import read_case
from api.cli.exit_codes import ExitCode
from api.cli.flags import Json, Progress
from api.cli.interrupt import stoppable
from api.cli.json_text import print_json
from api.cli.options import with_options_of
from api.cli.result_folder import require_free
from api.cli.screen import refusal, screen, tell
from api.cli.trouble import print_trouble, trouble_json
from api.jobs.batch import BatchRun, answered
from api.jobs.batch_crew import Alone, Crew, OnCluster, OtherBuild, WorkersDie
from api.jobs.cluster import (
    MEMORY_LIMIT,
    ClusterAway,
    ClusterRefused,
    LocalSize,
    TlsFiles,
    open_local,
    open_remote,
)
from api.jobs.kept_answers import KeptAnswers
from api.store.store import Store
from api.store.unavailable import StoreUnavailable
from scenarios.batches.futures import FutureKind, futures
from scenarios.batches.plan import Plan, planned
from scenarios.batches.recipe import Recipe, read_recipe
from scenarios.batches.summary import BatchSummary, Summing, drawn_words
from scenarios.library import names
from scenarios.runs.build import build
from scenarios.schema.faults import ScenarioFaults
from solver.engine import Stop

STOPPING = "\nStopping: what is answered so far is kept. Ctrl-C again ends at once."
MOST_WORKERS = 256
KIND_WORDS: dict[FutureKind, str] = {
    "as things are": "as things are",
    "named": "named",
    "grid": "of grids",
    "draw": "drawn",
}


@dataclass(frozen=True, kw_only=True)
class BatchWish:
    """What is asked of a batch, and where it is worked on."""

    recipe: Annotated[Path, typer.Argument(metavar="RECIPE", help="A recipe: a .yaml or .json file.")]
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FOLDER", help="Keep answers, and write tables, summary and picture, in a folder."
        ),
    ] = None
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers",
            metavar="N",
            min=0,
            max=MOST_WORKERS,
            help="Worker processes on this machine, one a core when not given; 0: this process alone.",
        ),
    ] = None
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", metavar="ADDRESS", help="A Dask scheduler, as tls://host:8786.")
    ] = None
    scheduler_ca: Annotated[
        Path | None, typer.Option("--scheduler-ca", metavar="FILE", help="Who signs the certificates of that cluster.")
    ] = None
    scheduler_certificate: Annotated[
        Path | None, typer.Option("--scheduler-certificate", metavar="FILE", help="Our certificate in that cluster.")
    ] = None
    scheduler_key: Annotated[
        Path | None, typer.Option("--scheduler-key", metavar="FILE", help="The key of that certificate.")
    ] = None
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say how many futures the recipe makes, and answer none.")
    ] = False
    as_json: Json = False
    progress: Progress = False


@with_options_of(BatchWish)
def batch(wish: BatchWish) -> None:
    """Answer every option of a case in each future of a recipe, and say what each comes to over all of them.

    A recipe names futures, grids of values, and seeded draws. With -o, answers are kept as they come: the same command
    again goes on from there. Ends with 5 where anything is not settled or not answered yet.
    """
    plan = _plan(wish)
    if wish.dry_run:
        _count(plan, as_json=wish.as_json)
        return
    require_free(wish.output, OWN_FILES)
    summary = _worked(plan, wish)
    if wish.as_json:
        print_json(summary.model_dump(mode="json"))
    else:
        console = screen()
        for part in batch_parts(summary):
            console.print(part)
    if wish.output is not None:
        tell(f"Written to {wish.output}: {', '.join(WRITTEN)}")
    raise typer.Exit(ExitCode.DONE if summary.settled else ExitCode.UNDECIDED)


def _plan(wish: BatchWish) -> Plan:
    """Return the recipe held against its case, or end with what is wrong."""
    try:
        recipe = read_recipe(wish.recipe)
        case = read_case(_named(recipe, wish.recipe), as_json=wish.as_json)
        return planned(recipe, case, wish.recipe.name)
    except ScenarioFaults as found:
        if wish.as_json:
            print_json({"faults": trouble_json(found.faults), "doubts": []})
        else:
            print_trouble(screen(), "Faults in the recipe, to be mended first", found.faults)
        raise typer.Exit(ExitCode.FAULTS) from found


def _named(recipe: Recipe, path: Path) -> str:
    """What the recipe names: a case of the library, else a place beside the recipe."""
    return recipe.case if recipe.case in names() else str(path.parent / recipe.case)


def _count(plan: Plan, *, as_json: bool) -> None:
    kinds: dict[FutureKind, int] = {"as things are": 0, "named": 0, "grid": 0, "draw": 0}
    for future in futures(plan):
        kinds[future.kind] += 1
    if as_json:
        print_json({"futures": plan.count, "kinds": kinds, "draws": list(drawn_words(plan))})
        return
    console = screen()
    told = ", ".join(f"{count:,} {KIND_WORDS[kind]}" for kind, count in kinds.items() if count)
    console.print(f"{plan.count:,} futures: {told}")
    for words in drawn_words(plan):
        console.print(words)


def _worked(plan: Plan, wish: BatchWish) -> BatchSummary:
    """Answer every future and sum up; end where it was stopped, or cannot go on."""
    stop = Stop()
    try:
        with ExitStack() as stack:
            folder = wish.output or Path(stack.enter_context(TemporaryDirectory(prefix="restructure-batch-")))
            answers = KeptAnswers(stack.enter_context(_store(folder)), build())
            bar = stack.enter_context(BatchProgress(plan.count, asked=wish.progress))
            run = BatchRun(plan, answers, stack.enter_context(_crew(wish)), bar.tell, stop)
            whole = stoppable(run.work, stop, STOPPING)
            if not whole:
                raise refusal(_to_go_on(wish), ExitCode.UNDECIDED)
            summing, found = Summing(plan), answered(plan, answers, run.given_up)
            if wish.output is not None:
                return write_folder(found, summing, wish.output)
            for _ in summed(found, summing):
                pass
            return summing.summary()
    except (ClusterAway, OtherBuild, WorkersDie) as away:
        raise refusal(f"{away}. {_to_go_on(wish)}", ExitCode.UNDECIDED) from away
    except StoreUnavailable as unavailable:
        raise refusal(f"{wish.output}: {unavailable.words}") from unavailable
    except OSError as unwritable:
        raise refusal(f"{wish.output} cannot be written: {unwritable.strerror}") from unwritable


def _to_go_on(wish: BatchWish) -> str:
    if wish.output is None:
        return "Stopped before every future was answered; with -o FOLDER answers are kept"
    return (
        f"Stopped before every future was answered; what is answered is kept in {wish.output}: the same command goes on"
    )


@contextmanager
def _store(folder: Path) -> Iterator[Store]:
    folder.mkdir(parents=True, exist_ok=True)
    store = Store.open(f"sqlite:///{folder / ANSWERS}")
    try:
        yield store
    finally:
        store.close()


@contextmanager
def _crew(wish: BatchWish) -> Iterator[Crew]:
    """Whoever works on it: a cluster elsewhere, processes of this machine, or this process alone."""
    if wish.scheduler is None and wish.workers == 0:
        yield Alone()
        return
    try:
        if wish.scheduler is not None:
            cluster = open_remote(wish.scheduler, _tls(wish))
        else:
            workers = wish.workers or os.cpu_count() or 1
            cluster = open_local(LocalSize(workers=workers, memory_bytes=MEMORY_LIMIT // workers, nice=0))
    except ClusterRefused as refused:
        raise refusal(str(refused)) from refused
    try:
        yield OnCluster(cluster)
    finally:
        cluster.close()


def _tls(wish: BatchWish) -> TlsFiles:
    if wish.scheduler_ca is None or wish.scheduler_certificate is None or wish.scheduler_key is None:
        raise refusal(
            "--scheduler needs --scheduler-ca, --scheduler-certificate and --scheduler-key: "
            "whoever reaches a scheduler can run code"
        )
    return TlsFiles(ca=wish.scheduler_ca, cert=wish.scheduler_certificate, key=wish.scheduler_key)
